"""Who of two people is the chair, where words name both and then the office of each."""

import re
from itertools import pairwise

from hearings.importing.releases.chairs.of_body import is_the_body
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry

_CHAIR = r"chair(?:man|woman|person)?"
_OTHER = r"(?:(?:co-?\s?|vice[\s-])chair(?:man|woman|person)?|ranking\s{1,9}(?:member|republican|democrat))"
_AND = re.compile(r",?\s{1,9}(?:and|&)\s{1,9}")
_IN_TURN = re.compile(
    r"(?:,|,?\s{1,9}(?:who\s{1,9})?(?:are|serve\s{1,9}as),?)\s{1,9}(?:respectively,?\s{1,9})?(?:the\s{1,9})?"
    rf"(?:(?P<first>{_CHAIR})\s{{1,9}}and\s{{1,9}}(?:the\s{{1,9}})?{_OTHER}|{_OTHER}\s{{1,9}}and\s{{1,9}}(?:the\s{{1,9}})?{_CHAIR})\b"
    r"(?:,?\s{1,9}respectively\b,?)?",
    re.IGNORECASE,
)
_BOTH_BY = re.compile(
    r"\bchaired\s{1,9}by\s{1,9}(?=[^.;:\n]{3,60}(?:\.\s[^.;:\n]{3,60}){0,2},?\s{1,9}and\s{1,9}co-?\s?chaired\s{1,9}by\b)",
    re.IGNORECASE,
)


def chair_of_two(narrative: str, found: Found, mentions: Mentions, people: Registry) -> str | None:
    """The chair where the sentence of the event names two as `chair and cochair`, or as `ranking member and chair`."""
    by = _BOTH_BY.search(narrative, found.start, found.end)
    named = mentions.within(by.end(), found.end)[:1] if by else []
    pairs = _pairs(narrative, mentions.within(found.start, found.end))
    named = named or [one for one, _ in pairs[:1]]
    return people.resolve(named[0].name, named[0].titles).full if named else None


def chair_in_turn(held: str | None, narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """The chair of the two whom any sentence calls so of the body that held the event."""
    pairs = [one for one, end in _pairs(narrative, mentions.all) if is_the_body(held, narrative, end)]
    full = {people.resolve(one.name, one.titles).full for one in pairs}
    return full.pop() if len(full) == 1 else None


def _pairs(narrative: str, named: list[Mention]) -> list[tuple[Mention, int]]:
    """Of every two people who are named with their offices the chair, and where those words end."""
    found = []
    for one, other in pairwise(named):
        joined = _AND.fullmatch(narrative, one.party_end or one.end, other.start)
        turn = _IN_TURN.match(narrative, other.party_end or other.end) if joined else None
        found += [(one if turn["first"] else other, turn.end())] if turn else []
    return found
