"""Whose release it is."""

import re

from hearings.importing.releases.layout import BLANK, Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.reading import Office, QuoteReading
from hearings.importing.texts.lexicon import BREAK_WORDS
from witnesses.names import name_key, split_honorific

_JOINED = re.compile(
    r",?\s{1,9}(?:and|y|&)\s{1,9}(?:[A-Z][\w.’'&]*\s{1,9}(?:(?:on|of|the|and|for)\s{1,9}){0,2}){0,10}$"
)
_HOST = re.compile(r"(?:https?://|www\.)([a-z]{3,30})\.(?:senate|house)\.gov", re.IGNORECASE)
_CAPITAL_NAME = re.compile(
    r"\b(?:SEN|REP|SENATOR|CONGRESSMAN|CONGRESSWOMAN|REPRESENTATIVE|CHAIRMAN|CHAIRWOMAN)\.?\s{1,9}([A-Z][A-Z’'-]+)"
)
_PAIR = re.compile(
    r"(?:[A-Z]{3,12}\.?\s)?([A-Z][A-Z’'-]+)(?:,\s([A-Z][A-Z’'-]+))?(?:,\s|,?\s(?:AND|&)\s)([A-Z][A-Z’'-]+)\s(?!AND\b|&|ON\b)[A-Z]"
)
_TITLE_AND = re.compile(
    r"\b(?:Senator|Congressman|Congresswoman|Representative)(?:\s(?:and|&)|,)\s(?:[\w’'-]{2,20}\s){1,5}$"
)
_PLURAL = re.compile(
    r"\b(?:Sens|Reps|Senators|Representatives|Congressmen)\b\.?\s[^.;:“”\"\n]{3,70}(?:,|,?\s(?:and|&))\s{1,9}$"
)
_ALONE = re.compile(r"\s[a-z]|[’',.;:]")
_OWNED = re.compile(r"[’'‘]?s?\s{1,9}(?:[\w-]{1,30}\s{1,9}){0,3}(?:statement|remarks|testimony|letter|opening)\b")


def find_office(
    narrative: str, layout: list[Paragraph], mentions: Mentions, people: Registry, quotes: list[QuoteReading]
) -> tuple[Office, str | None]:
    """The office holder whose release this is, and a warning where the text leaves open which of several it is."""
    lead = [one for one in layout if not one.header and not one.heading and not one.residue][:6]
    named = [one for part in lead for one in mentions.within(part.start, part.end)]
    members = [one for one in named if one.legislator and BLANK not in narrative[one.start : one.end]]
    if people.header:
        family = name_key(people.header).split(" ")[-1]
        named = [one for one in members if _family(one) == family]
        words = _as_named(narrative, named[0]) if named else people.header
        return Office(people.header, words), None
    for pointed in _pointed_at(narrative, layout):
        own = [one for one in members if _family(one) == pointed]
        bare = [one for one in mentions.all if _family(one) == pointed]
        own = own or [one for one in bare if _ALONE.match(narrative, one.end) and BLANK not in narrative[one.start]]
        if own:
            return _office(narrative, own[0], people), None
    held = {one.start for one in members}
    members += [one for one in named if one.start not in held and _shares_title(narrative, one, mentions)]
    members.sort(key=lambda one: one.start)
    candidates = _first_sentence_members(narrative, members)
    headed = _headed_by(layout)
    if headed and any(_family(one) in headed for one in candidates):
        return _choose_of(narrative, headed, mentions, people, quotes)
    return _choose(narrative, candidates or _owners(narrative, lead, mentions), people, quotes)


def _choose(
    narrative: str, candidates: list[Mention], people: Registry, quotes: list[QuoteReading]
) -> tuple[Office, str | None]:
    if len(candidates) > 1:
        quoted = {one.speaker for one in quotes if one.speaker}
        speaking = [one for one in candidates if people.resolve(one.name, one.titles).full in quoted]
        if len(speaking) != 1:
            names = ", ".join(one.name for one in candidates)
            return Office(), f"The release names {names} together; the text does not say whose office issued it."
        candidates = speaking
    return (_office(narrative, candidates[0], people), None) if candidates else (Office(), None)


def _choose_of(
    narrative: str, headed: list[str], mentions: Mentions, people: Registry, quotes: list[QuoteReading]
) -> tuple[Office, str | None]:
    """The one of the people whom the headline names together, as `_choose` finds it; open where one is not met."""
    first = {family: one for one in reversed(mentions.all) if (family := _family(one)) in headed}
    if len(first) == len(headed):
        return _choose(narrative, [first[family] for family in headed], people, quotes)
    names = " and ".join(name.title() for name in headed)
    return Office(), f"The headline names {names} together; the text does not say whose office issued it."


def _pointed_at(narrative: str, layout: list[Paragraph]) -> list[str]:
    """Surnames that the one address of a site and then the one name of the headline give."""
    hosts = {match.group(1).casefold() for match in _HOST.finditer(narrative)}
    titles = [one for one in layout[:4] if one.heading]
    named = {match.group(1) for one in titles for match in _CAPITAL_NAME.finditer(one.text)}
    named = {re.sub(r"[’']S?$", "", name) for name in named}
    shouted = {name_key(name).split(" ")[-1] for name in named}
    return [one for found in (hosts, shouted) if len(found) == 1 for one in found]


def _headed_by(layout: list[Paragraph]) -> list[str]:
    """The surnames of several people with whom the headline begins: `HOLM, ELLERY HOLD HEARING`."""
    for one in layout[:4]:
        pair = _PAIR.match(one.text) if one.heading else None
        names = [name_key(name) for name in pair.groups() if name] if pair else []
        if names and not {name.casefold() for name in names} & BREAK_WORDS:
            return names
    return []


def _family(one: Mention) -> str:
    return name_key(one.name).split(" ")[-1]


def _shares_title(narrative: str, one: Mention, mentions: Mentions) -> bool:
    """Whether a title before another name is this person's too: `Sens. A and B`, `Ohio Senator and author A`."""
    ahead = narrative[max(one.start - 90, 0) : one.start]
    if one.possessive or one.titles:
        return False
    if one.words > 1 and _TITLE_AND.search(ahead):
        return True
    joined = _PLURAL.search(ahead)
    return bool(joined) and bool(mentions.within(one.start - len(ahead) + joined.start(), one.start))


def _first_sentence_members(narrative: str, members: list[Mention]) -> list[Mention]:
    joined: list[Mention] = []
    for one in members:
        if not joined:
            joined = [one]
        elif "\n" in narrative[joined[-1].end : one.start] or not _together(narrative, joined[-1], one):
            break
        else:
            joined.append(one)
    return joined


def _together(narrative: str, one: Mention, other: Mention) -> bool:
    between = narrative[one.party_end or one.end : other.start]
    return len(between) < 200 and (bool(_JOINED.search(between)) or between.strip() == ",")


def _owners(narrative: str, lead: list[Paragraph], mentions: Mentions) -> list[Mention]:
    for part in lead[:2]:
        for one in mentions.within(part.start, part.end):
            if one.possessive and _OWNED.match(narrative, one.end):
                return [one]
    return []


def _office(narrative: str, one: Mention, people: Registry) -> Office:
    return Office(people.resolve(one.name, one.titles).full, _as_named(narrative, one))


def _as_named(narrative: str, one: Mention) -> str:
    words = narrative[one.start : one.party_end or one.end]
    honorific, rest = split_honorific(words)
    return f"{honorific} {rest}".strip() if honorific else words
