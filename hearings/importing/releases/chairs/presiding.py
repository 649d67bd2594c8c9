"""Who presided over the event of a release, where the text says so."""

import re

from hearings.importing.releases.chairs.lines import (
    heads_statement,
    in_headline,
    is_titled,
    labelled,
    on_a_line,
    thanked,
    thanks_another,
)
from hearings.importing.releases.chairs.of_body import (
    chair_of_body,
    chair_of_it,
    heads_another,
    heads_company,
    heads_part,
    heads_whole,
    held_by_somebody,
    takes_part,
    who_chairs_it,
)
from hearings.importing.releases.chairs.pairs import chair_in_turn, chair_of_two
from hearings.importing.releases.chairs.phrases import said_to_chair, speaks_as_chair, stands_in
from hearings.importing.releases.chairs.titles import WHO_CHAIRS, chairs_of, heads
from hearings.importing.releases.chairs.verbs import by_verb
from hearings.importing.releases.events.bodies import find_bodies
from hearings.importing.releases.events.event import body_of
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry

_CONVENING = re.compile(
    r"\bI\b[^.;\n]{0,40}?\b(?:conven(?:e|ed|ing)|call(?:ed|ing)?)\s{1,9}(?:this|today[’']s|our)\s{1,9}(?:\w{1,30}\s{1,9}){0,2}(?:(?:[Ss]ub)?[Cc]ommittee|[Hh]earing)\b"
)
_COMMITTEE_BEFORE = re.compile(r"\bCommittee\s(?:\([A-Za-z]{2,12}\)\s)?$")
_OF_COMMITTEE = re.compile(
    r"[^,]{0,24},\s(?:the\s)?chair\w{0,6}\sof\sthe\s(?:full\s)?[^,.]{0,60}?\b(Sub)?[Cc]ommittee\b"
)
_ACTS = re.compile(
    r"\s{1,9}(?:also\s|then\s)?(?:(?:opened|closed|adjourned|began|concluded)\s{1,9}(?:the|this|today[’']s)\s{1,9}(?:[\w-]{2,20}\s){0,3}(?:hearing|roundtable|forum|session)"
    r"|(?:welcomed|thanked|introduced|recognized|called\s{1,9}on)\s{1,9}(?:the|all|both|our)?\s?(?:[\w-]{2,20}\s){0,2}(?:witness|panel|guest|speaker))"
)
_SAID_BY = re.compile(r"[”\"\ufffc],?\s{1,9}(?:said|says|noted|added|stated)\s{1,9}$")
_EVENT_BY = re.compile(
    r"(?:hearings?|forum|roundtable|briefing|markup),?\s{1,9}(?:\w{2,20},?\s{1,9}){0,3}(chaired|led|held|convened|conducted|called|presided\s{1,9}over)\s{1,9}"
    r"(?:\w{2,20}\s{1,9}){0,2}by\s{1,9}",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[’']s?\s{1,9}(?:\w{2,20}\s{1,9}){0,2}(?:(?:opening|welcoming)\s{1,9}(?:remarks|statement)|hearing\b)"
)
_A_LINE = 120
_PRESIDED = re.compile(r"(?:,\s{1,9}who)?\s{1,9}(?:presided|presides|will\s{1,9}preside)\b(?!\s{1,9}over\b)")
_CHAIRS_IT = re.compile(r"\s{1,9}chairs\s{1,9}the\s{1,9}(?:(?:sub)?committee|panel|commission)\b")
_BEGAN_SERIES = re.compile(
    r"(?:,[^.;]{1,120},)?\s{1,9}(?:held|chaired|convened)\s{1,9}the\s{1,9}(?:first|second|third|latest|last)\s{1,9}(?:in|of)\s[^.;]{0,60}?hearings\b"
)
_ITS_CHAIR = re.compile(
    r"\s?,\s{1,9}(?:the|that)\s{1,9}(?:(?:sub)?committee|panel)[’']s\s{1,9}chair(?:man|woman|person)?\b", re.IGNORECASE
)
_ACTING = re.compile(r"\bacting\s[Cc]hair(?:man|woman|person)?,(?!\sof\b)(?:\s[^.;:\n]{1,50},)?\s$")
_CHAIR_IS = re.compile(r"\b(?:committee|panel|commission)[’']s\s[Cc]hair(?:man|woman|person)?,\s$", re.IGNORECASE)
_GIVES = re.compile(
    r"[^.;]{0,60}?\s(?:delivered|gave|made|offered)\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,3}opening\s{1,9}(?:remarks|statement)\b"
)
_OWN_EVENT = re.compile(
    r"\b(?:his|her)\s{1,9}(?:[\w’'-]{1,30}\s{1,9}){0,4}"
    r"(?:(?:sub)?committee|commission|panel|hearing|forum|roundtable|briefing|opening|statement)",
    re.IGNORECASE,
)


def chair_of(
    found: list[Found], narrative: str, layout: list[Paragraph], mentions: Mentions, people: Registry
) -> str | None:
    """Who presided, where the text says so: by a verb, as the chair who spoke at it, or of the body that held it."""
    held = body_of(found, mentions.text, narrative)
    named = _who_presided(found, held, narrative, layout, mentions, people)
    if not named or not names_somebody(named) or heads_another(named, found, held, narrative, mentions, people):
        named = (
            chair_of_body(found, held, narrative, mentions, people)
            or chair_of_it(held, narrative, mentions, people)
            or who_chairs_it(held, narrative, mentions, people)
            or chair_in_turn(held, narrative, mentions, people)
        )
        named = None if named and heads_whole(named, held, narrative, mentions, people) else named
    if not named or not names_somebody(named) or heads_part(named, found, narrative, mentions, people):
        return None
    if thanks_another(named, mentions, people) or heads_company(named, held, narrative, mentions, people):
        return None
    return named


def _who_presided(
    found: list[Found],
    held: str | None,
    narrative: str,
    layout: list[Paragraph],
    mentions: Mentions,
    people: Registry,
) -> str | None:
    chairs = chairs_of(narrative, mentions, people)
    chairs = {full for full in chairs if not heads_whole(full, held, narrative, mentions, people)}
    stand_in = stands_in(narrative, mentions, people)
    if stand_in:
        return stand_in
    for one in found:
        named = chair_of_two(narrative, one, mentions, people) or _chair_by(narrative, one, mentions, people)
        named = named or by_verb(one, narrative, chairs, mentions, people)
        if named:
            return named
    named = next(filter(None, (_chair_who_speaks(one, narrative, chairs, mentions, people) for one in found[:2])), None)
    speaking = speaks_as_chair(found, narrative, mentions, people)
    return (
        named
        or said_to_chair(narrative, mentions, people)
        or _opens(narrative, layout, mentions, people)
        or _in_apposition(found[0], narrative, mentions, people)
        or on_a_line(layout, mentions, people)
        or thanked(mentions, people)
        or in_headline(layout, people)
        or heads_statement(layout, mentions, people)
        or labelled(layout, mentions, people)
        or _convenes(chairs, mentions.text)
        or _only_chair(chairs, mentions, people)
        or (speaking if speaking and not heads_whole(speaking, held, narrative, mentions, people) else None)
    )


def _chair_who_speaks(
    found: Found, narrative: str, chairs: set[str], mentions: Mentions, people: Registry
) -> str | None:
    """A chair in the sentence of the event: who speaks there, holds her own event, or heads the only body in it."""
    own = _OWN_EVENT.search(narrative, found.start, found.end)
    for mention in mentions.within(found.start, found.end):
        full = people.resolve(mention.name, mention.titles).full
        if full not in chairs or _heads_more(narrative, found, mention) or takes_part(narrative, mention):
            continue
        if own or (is_titled(mention) and _speaks(narrative, mention)) or _chairs_its_body(narrative, found, mention):
            return full
    return None


def _heads_more(narrative: str, found: Found, one: Mention) -> bool:
    """Whether somebody is called chair of a committee in a sentence on the hearing of a subcommittee."""
    bodies = [body.name for body in find_bodies(narrative, found.start, found.end)]
    before = _COMMITTEE_BEFORE.search(narrative, max(found.start, one.start - 60), one.start)
    behind = _OF_COMMITTEE.match(narrative, one.end, min(found.end, one.end + 140))
    full = before or (behind and not behind.group(1))
    return bool(full) and any("ubcommittee" in name for name in bodies)


def _convenes(chairs: set[str], text: str) -> str | None:
    """The only chair whom the release names, where its words are `I convene this committee`."""
    return next(iter(chairs)) if len(chairs) == 1 and _CONVENING.search(text) else None


def _only_chair(chairs: set[str], mentions: Mentions, people: Registry) -> str | None:
    """The only chair in the release, where `Chair NAME` opens or closes, welcomes, thanks, or is quoted."""
    named = [
        one
        for one in mentions.all
        if is_titled(one)
        and not one.possessive
        and (
            _ACTS.match(mentions.text, one.party_end or one.end)
            or _SAID_BY.search(mentions.text, max(one.start - 24, 0), one.start)
        )
    ]
    full = {people.resolve(one.name, one.titles).full for one in named}
    return next(iter(full)) if full and full == chairs else None


def _opens(narrative: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> str | None:
    """The chair who presided, or gave the opening remarks, in another sentence than the one that names the event."""
    full = set()
    for line in [one for one in layout if not (one.heading or one.residue)][:8]:
        for one in mentions.within(line.start, line.end):
            stop = min(one.end + 200, line.end)
            at = one.party_end or one.end
            presided = any(
                pattern.match(narrative, at, stop)
                for pattern in (_PRESIDED, _ITS_CHAIR, WHO_CHAIRS, _CHAIRS_IT, _BEGAN_SERIES)
            )
            if presided or (is_titled(one) and not one.possessive and _GIVES.match(narrative, one.end, stop)):
                full.add(people.resolve(one.name, one.titles).full)
    return full.pop() if len(full) == 1 else None


def _in_apposition(found: Found, narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """Whom the text calls `the acting chair, NAME`, or `the committee’s chairman, NAME`."""
    full = set()
    for one in mentions.within(found.start, len(narrative)):
        ahead = narrative[max(one.start - _A_LINE, 0) : one.start]
        if _ACTING.search(ahead) or _CHAIR_IS.search(ahead):
            full.add(people.resolve(one.name, one.titles).full)
    return full.pop() if len(full) == 1 else None


def _chair_by(narrative: str, found: Found, mentions: Mentions, people: Registry) -> str | None:
    """Whom `a hearing chaired by NAME` names; for other verbs only a member of Congress or who heads a body."""
    held = held_by_somebody(narrative, found, mentions, people)
    if held:
        return held
    match = _EVENT_BY.search(narrative, found.start, found.end)
    label = mentions.label_at(match.end(), found.end) if match else None
    one = label.mention if label and label.kind == "name" else None
    if not match or not one or one.start > match.end() + 20:
        return None
    sure = (
        match.group(1).casefold()[:7] in ("chaired", "preside")
        or one.legislator
        or heads(narrative, one)
        or is_titled(one)
    )
    return people.resolve(one.name, one.titles).full if sure else None


def _chairs_its_body(narrative: str, found: Found, mention: Mention) -> bool:
    """Whether somebody heads the only body of a sentence, or the only committee beside agencies that testify."""
    named = {one.name for one in find_bodies(narrative, found.start, found.end)}
    return heads(narrative, mention) and len({one for one in named if "ommittee" in one} or named) == 1


def _speaks(narrative: str, one: Mention) -> bool:
    """Whether a chair is more than an owner: `Chair X's opening remarks` are, `Chair X's bill` is not."""
    return not one.possessive or bool(_OPENING.match(narrative, one.end))
