"""Which hearing or other event a release is about: kind, title, day, place, body and chair."""

import re
from dataclasses import dataclass

from hearings.importing.attribution import subject
from hearings.importing.bodies import Body, find_bodies
from hearings.importing.dates import Dated, event_date, labelled_date, starts_with_day
from hearings.importing.labels import Mention, Mentions
from hearings.importing.layout import Paragraph, sentence_at, sentence_starts
from hearings.importing.lexicon import EVENT_TYPES
from hearings.importing.people import Registry
from hearings.importing.reading import NotSpeech
from hearings.importing.terms import is_title

_EVENT = re.compile(
    r"\b(hearing|audiencia|roundtable|forum|markup|briefing|symposium|press conference|town hall)\b"
    r"(?! aid| loss| room)",
    re.IGNORECASE,
)
_BEFORE_BODY = re.compile(
    r"\btestif(?:y|ied|ies|ying)\b[^.;“”\"\n]{0,40}\s(?:before|to)\s(?:the|a)\s"
    r"[^.;“”\"\n]{0,80}?(?:sub)?(?:committee|commission)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|past|earlier|first)\s{1,9}(?:\w{1,30}[’']?s?\s{1,9}){0,2}$"
    r"|\bin\s{1,9}a\s{1,9}series\b|\b(?:last|previous)\s{1,9}(?:year|month|week)\b",
    re.IGNORECASE,
)
_AFTER_EARLIER = re.compile(
    r"[^.;]{0,40}\b(?:in|on)\s{1,9}(?:January|February|March|April|May|June|July|August|September|October|November|December)\s{1,9}(?:19|20)\d\d"
    r"|[^.;]{0,30}\b(?:last|earlier this)\s{1,9}(?:year|month|week)",
)
_TODAYS = re.compile(r"\btoday\b|\bthis (?:morning|afternoon)\b|\b(?:titled|entitled)\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:this|today[’']s|our|for this)\s{1,9}(?:\w{1,30}\s{1,9}){0,2}(hearing|forum|roundtable|briefing|markup)\b",
    re.IGNORECASE,
)
_CHAIR_VERB = re.compile(
    r"\b(?:co-?)?(?:chair(?:ed|ing|s)?|presid(?:ed|es|ing)\s{1,9}over)\s{1,9}"
    r"(?:[\w’'-]{1,30}\s{1,9}){0,5}?[\w-]{0,30}(?:hearing|forum|roundtable|briefing|markup)\b",
    re.IGNORECASE,
)
_HELD_VERB = re.compile(
    r"(?<!helped )(?<!help )\b(?:led|held|holds|convened|convenes|celebró|convocó|presidió)\s{1,9}"
    r"(?:[\w’'-]{1,30}\s{1,9}){0,4}?(?:hearing|audiencia)\b",
    re.IGNORECASE,
)
_LED_VERB = re.compile(
    r"(?<!helped )(?<!help )\b(?:led|held|holds|hosted|convened|opened|opens|kicked\s{1,9}off|celebró|convocó|presidió)"
    r"\s{1,9}"
    r"(?:[\w’'-]{1,30}\s{1,9}){0,4}?(?:hearing|audiencia|forum|roundtable|briefing|markup)\b",
    re.IGNORECASE,
)
_CHAIR_OF = re.compile(
    r"\s?,\s{0,9}(?:the\s{1,9})?(?:president[ea]\s{1,9}de(?:l|\s{1,9}la)?|(?:co-)?chair(?:man|woman|person)?)\b"
    r"(?!\s{1,9}(?:emeritus|and\s{1,9}(?:vice|ranking|co-)))",
    re.IGNORECASE,
)
_BOTH_HEADS = re.compile(
    r"(?:\s?\([^)\n]{1,20}\))?,?\s{1,9}and\s{1,9}[^,.;\n]{3,60},\s{1,9}(?:the\s{1,9})?chair(?:man|woman|person)?\s{1,9}and\s{1,9}",
    re.IGNORECASE,
)
_CHAIRED_BY = re.compile(r"\b(?:chaired|led|headed)\s{1,9}by\s{1,9}", re.IGNORECASE)
_EVENT_BY = re.compile(
    r"(?:hearing|forum|roundtable|briefing|markup),?\s{1,9}(?:\w{2,20}\s{1,9}){0,3}(chaired|led|held|convened|called)\s{1,9}"
    r"(?:\w{2,20}\s{1,9}){0,2}by\s{1,9}",
    re.IGNORECASE,
)
_WHERE = re.compile(r"(?:where|place|location)\s?:\s{0,9}(\S.{2,160})", re.IGNORECASE)
_WHEN = re.compile(r"(?:when|date|time)\s?:\s{0,9}(\S.{2,160})", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at)\s{1,9}((?:the\s{1,9})?(?:[Rr]oom\s{1,9})?(?:[A-Z]{0,4}-?\d{1,4}[A-Z]?\s{1,9}(?:of\s{1,9}the\s{1,9})?)?(?:[A-Z][\w’'-]+\s{1,9}){1,4}(?:(?:Senate|House)\s{1,9})?(?:Office\s{1,9})?Building"
    r"|(?:Dirksen|Hart|Russell|Rayburn|Longworth|Cannon)\s{1,9}(?:SD-|SH-|SR-)?\d{2,4})"
)
_UNQUOTED = re.compile(
    r"\b(?:entitled|titled)\s{0,9}[,:]?\s{1,9}([A-Z][^.;“”\"\n]{8,160}?)(?=[.;,]|\s{1,9}(?:which|where|that|to|on)\s{1,9}[a-z]|$)",
    re.MULTILINE,
)
_IN_SINGLE_MARKS = re.compile(
    r"\b(?:entitled|titled|called)\s{0,9},?\s{0,9}[‘']([A-Z][^“”\"\n]{3,200}?)[,.]?[’'](?=[\s,.;—–]|$)", re.MULTILINE
)
_ON = re.compile(
    r"\b(?:hearing|forum|roundtable)\b(?:\s{1,9}of\s{1,9}[^.;:“”\"\n]{4,120}?)?\s{1,9}on\s{1,9}"
    r"([A-Z](?:[^.;“”\"\n]|(?<=U)\.(?=S)|(?<=U\.S)\.){12,200})(?=[.;\n]|$)"
)
_WHAT = re.compile(r"(?:what|hearing|subject|topic|title)\s?:\s{0,9}(\S.{2,200})", re.IGNORECASE)
_OWN_EVENT = re.compile(
    r"\b(?:his|her)\s{1,9}(?:[\w’'-]{1,30}\s{1,9}){0,4}"
    r"(?:(?:sub)?committee|commission|panel|hearing|forum|roundtable|briefing|opening|statement)",
    re.IGNORECASE,
)
_HELD_BY = re.compile(r"\bfor\s{1,9}(?:holding|calling|convening|hosting|having)\b", re.IGNORECASE)
_CHAIRING = re.compile(r"\b(?:co-)?chair(?:man|woman|person)?\b", re.IGNORECASE)


_REACH = 700
_MOST = 12


@dataclass(frozen=True)
class Found:
    """The event of a release and the sentence that it was read from; `start` and `end` bound that sentence."""

    type: str
    start: int
    end: int
    mention: int
    spoken: bool = False


def find_events(narrative: str, text: str, layout: list[Paragraph]) -> tuple[list[Found], str | None]:
    """The sentences that name the event of the release, and a warning where an earlier hearing was passed over."""
    found: list[Found] = []
    passed = None
    for paragraph in _lead(layout):
        starts = sentence_starts(narrative, paragraph.start, paragraph.end)
        named = list(_EVENT.finditer(narrative, paragraph.start, paragraph.end))
        for match in named or _BEFORE_BODY.finditer(narrative, paragraph.start, paragraph.end):
            low, high = sentence_at(starts, match.start(), paragraph.end)
            low, high = max(low, match.start() - _REACH), min(high, match.end() + _REACH)
            if _is_earlier(narrative, match, low, high):
                near = _near(text, match, low, high)
                passed = (
                    passed
                    or f"The text mentions an earlier event (“{near}”); it was not taken as the event of this release."
                )
                break
            if len(found) < _MOST and not (passed and not found and not _TODAYS.search(narrative[low:high])):
                kind = EVENT_TYPES[match.group(1).casefold()] if named else "hearing"
                found.append(Found(kind, low, high, match.start()))
    match = _SPOKEN.search(text[:4000]) if not found and not passed else None
    if match:
        return [
            Found(
                EVENT_TYPES[match.group(1).casefold()],
                match.start(),
                min(match.end() + 200, len(text)),
                match.start(1),
                True,
            )
        ], None
    first_type = "hearing" if any(one.type == "hearing" for one in found) else found[0].type if found else ""
    return [one for one in found if one.type == first_type], None if found else passed


def _lead(layout: list[Paragraph]) -> list[Paragraph]:
    body = [one for one in layout if not one.residue and not one.heading]
    sentences = [one for one in body if one.text[-1] in '.:!?”"' or len(one.text) > 120]
    return sentences[:7] or body[:7]


def _is_earlier(narrative: str, match: re.Match[str], low: int, high: int) -> bool:
    near = max(low, match.start() - 200)
    return bool(_EARLIER.search(narrative[near : match.start()]) or _AFTER_EARLIER.match(narrative, match.end(), high))


def is_agenda(found: list[Found], narrative: str) -> bool:
    """Whether several sentences each open with the day of an event of its own."""
    return sum(1 for one in found if starts_with_day(narrative[one.start : one.end])) > 1


def title_of(found: Found, narrative: str, layout: list[Paragraph], not_speech: list[NotSpeech]) -> str | None:
    """The event's title: in quotation marks, in a `WHAT:` line, after `entitled`, or after `hearing on` in capitals."""
    for one in not_speech:
        if one.why == "title of the hearing":
            return one.text.rstrip(".,;: ")
    match = _IN_SINGLE_MARKS.search(narrative, found.start, found.end)
    if match:
        return match.group(1)
    lines = [(match.start(1), match.end(1)) for one in layout if (match := _WHAT.match(narrative, one.start, one.end))]
    for start, end in [*lines, (found.start, found.end)]:
        bodies = find_bodies(narrative, start, end)
        for pattern in (_UNQUOTED, _ON):
            match = pattern.search(narrative, start, end)
            if match and is_title(match.group(1)) and not any(one.start < match.start(1) < one.end for one in bodies):
                return match.group(1).strip()
    return next((narrative[start:end] for start, end in lines if is_title(narrative[start:end])), None)


def day_of(
    found: list[Found], narrative: str, layout: list[Paragraph], released: tuple[str | None, str | None]
) -> Dated:
    """When the event was, from its own sentences or a `WHEN:` line."""
    days = [event_date(narrative[one.start : one.end], *released) for one in found]
    dated = next((one for one in days if one.iso or one.partial), next((one for one in days if one.basis), Dated()))
    for paragraph in layout:
        match = _WHEN.match(paragraph.text) if not dated.iso else None
        labelled = labelled_date(match.group(1)) if match else Dated()
        if labelled.iso or labelled.partial:
            return labelled
    return dated


def place_of(found: Found, narrative: str, layout: list[Paragraph]) -> str | None:
    """Where the event was: a `WHERE:` line, or a room or building in or after the event's sentence."""
    for paragraph in layout:
        match = _WHERE.match(paragraph.text)
        if match:
            return match.group(1).strip(" .")
    match = _PLACE.search(narrative, found.start, min(found.end + 600, len(narrative)))
    return match.group(1).strip().removeprefix("the ") if match else None


def body_of(found: Found, text: str, narrative: str) -> str | None:
    """The body that held the event, named nearest to it, else the first one in the opening of the release."""
    source = text if found.spoken else narrative
    here = find_bodies(source, found.start, found.end)
    held = [
        one
        for one in here
        if re.fullmatch(r"\s{1,9}(?:[\w-]{1,30}\s{1,9}){0,3}", source[one.end : found.mention] or "x")
    ]
    after = [
        one
        for one in here
        if re.fullmatch(
            r"[^.;]{0,60}?\b(?:of|by|before)\s{1,9}(?:the\s{1,9})?", source[found.mention : one.start] or "x"
        )
    ]
    choice: list[Body] = (
        held or after or here or find_bodies(narrative, 0, min(found.start, 2000)) or find_bodies(narrative, 0, 2500)
    )
    return choice[0].name if choice else None


def chair_of(found: list[Found], narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """Who presided, where the text says so: by a verb, as the chair who spoke at it, or thanked for holding it."""
    chairs = _chairs(narrative, mentions, people)
    for one in found:
        named = _chair_by(narrative, one, mentions, people)
        if named:
            return named
        for pattern, needs_title in ((_CHAIR_VERB, False), (_HELD_VERB, False), (_LED_VERB, True)):
            for match in pattern.finditer(narrative, one.start, one.end):
                who = _chair_by_verb(narrative, match, mentions, people, chairs if needs_title else None)
                if who:
                    return who
    for one in found[:2]:
        own = _OWN_EVENT.search(narrative, one.start, one.end)
        for mention in mentions.within(one.start, one.end):
            full = people.resolve(mention.name, mention.titles).full
            if full in chairs and (own or (_is_titled(mention) and not mention.possessive)):
                return full
            if full in chairs and _chairs_its_body(narrative, one, mention):
                return full
    return _thanked(mentions, people)


def _chair_by(narrative: str, found: Found, mentions: Mentions, people: Registry) -> str | None:
    """Whom `a hearing chaired by NAME` names; for other verbs only a member of Congress or who heads a body."""
    match = _EVENT_BY.search(narrative, found.start, found.end)
    label = mentions.label_at(match.end(), found.end) if match else None
    one = label.mention if label and label.kind == "name" else None
    if not match or not one or one.start > match.end() + 20:
        return None
    sure = match.group(1).casefold() == "chaired" or one.legislator or _heads(narrative, one) or _is_titled(one)
    return people.resolve(one.name, one.titles).full if sure else None


def _chairs_its_body(narrative: str, found: Found, mention: Mention) -> bool:
    return _heads(narrative, mention) and len(find_bodies(narrative, found.start, found.end)) == 1


def _heads(narrative: str, one: Mention) -> bool:
    end = one.party_end or one.end
    named = _CHAIR_OF.match(narrative, end) or _BOTH_HEADS.match(narrative, end)
    return bool(named) or bool(_CHAIRED_BY.search(narrative[max(one.start - 20, 0) : one.start]))


def _thanked(mentions: Mentions, people: Registry) -> str | None:
    text = mentions.text
    for match in _HELD_BY.finditer(text):
        low = sentence_starts(text, max(text.rfind("\n", 0, match.start()) + 1, match.start() - 300), match.start())[-1]
        words = text[low : match.start()]
        named = mentions.within(low, match.start())
        if named and "thank" in words.casefold() and _CHAIRING.search(words) and "\n" not in words:
            return people.resolve(named[-1].name, named[-1].titles).full
    return None


def _chairs(narrative: str, mentions: Mentions, people: Registry) -> set[str]:
    named = [one for one in mentions.within(0, 4000) if _is_titled(one) or _heads(narrative, one)]
    return {full for one in named if (full := people.resolve(one.name, one.titles).full)}


def _chair_by_verb(
    narrative: str, verb: re.Match[str], mentions: Mentions, people: Registry, chairs: set[str] | None
) -> str | None:
    low = max(narrative.rfind("\n", 0, verb.start()) + 1, verb.start() - 500)
    start = sentence_starts(narrative, low, verb.start())[-1]
    named = mentions.within(start, verb.start())
    if not named and verb.group().split()[0].endswith("ing"):
        line_end = narrative.find("\n", verb.end())
        named = mentions.within(verb.end(), line_end if line_end > 0 else len(narrative))[:1]
    elif chairs is None and named:
        label, certain, _ = subject(narrative, start, verb.start(), mentions)
        if label and label.kind == "pronoun":
            several = {people.resolve(one.name, one.titles).full for one in named}
            named = named[:1] if len(several) == 1 else []
        else:
            named = [label.mention] if label and label.mention and certain >= 0.75 else []
        named = [one for one in named if not {"ranking", "vice"} & set(one.titles)]
    full = [people.resolve(one.name, one.titles).full for one in named]
    return next((name for name in full if name and (chairs is None or name in chairs)), None)


def _is_titled(one: Mention) -> bool:
    return any("chair" in title for title in one.titles) and not {"vice", "emeritus", "former", "ranking"} & set(
        one.titles
    )


def _near(text: str, match: re.Match[str], low: int, high: int) -> str:
    words = text[max(low, match.start() - 60) : min(high, match.end() + 40)].split()
    return " ".join(words[1:-1] if len(words) > 4 else words)
