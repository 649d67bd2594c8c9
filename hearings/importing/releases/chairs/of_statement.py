"""Who presided, as a statement printed whole shows: who calls to order, or whom its heading calls the chair."""

import re
from collections.abc import Iterable

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.reading import QuoteReading

_TO_ORDER = re.compile(
    r"(?:^|[.!?]\s{1,3})(?:(?:The|This)\s(?:[^.;:“”\"\n]{0,30}\s)?(?:[Ss]ub|[Jj]oint\s)?(?:[Cc]ommittee|[Hh]earing|[Cc]ommission|[Pp]anel)\b"
    r"[^.;:“”\"\n]{0,120}?\s(?:will\s(?:now\s|please\s)?(?:come\sto|be\sin)|is\s(?:now\s)?called\sto)\sorder\b"
    r"|I\s(?:now\s|hereby\s|will\snow\s)?call\s(?:this|the|today[’']s)\s[^.;:“”\"\n]{3,120}?\sto\sorder\b)"
)
# `It is an honor to chair this hearing`.
_HONOURED = re.compile(
    r"\b(?:honou?r(?:ed)?|privileged?|pleasure|pleased|proud|glad)\b[^.;:“”\"\n]{0,40}\bto\s[Cc]hair\s(?:this|today[’']s|the|our|my)\s"
    r"[^.;:“”\"\n]{0,80}\b(?:[Hh]earing|[Mm]eeting|[Pp]anel|(?:[Ss]ub)?[Cc]ommittee)\b"
)
_CHAIR = re.compile(r"(?:the\s)?(?:hon(?:\.|orable)\s)?chair(?:man|woman|person)?\s", re.IGNORECASE)
_OPENING = re.compile(r"\bopening\s(?:statement|remarks)\b", re.IGNORECASE)
_FULL = re.compile(r"\bsubcommittee\b|\bfull\scommittee\b", re.IGNORECASE)
_CALLS = 600
_TOP = 8


def chair_of_statement(quotes: Iterable[QuoteReading], layout: list[Paragraph], whole: str) -> str | None:
    """Who calls the event to order, else the chair whose opening statement is all that a release of her prints.

    `whole` is the attribution of statements printed whole. The chair of a full committee does not preside over a
    subcommittee, so a headline that names either beside the chair says nothing.
    """
    said = [(one.speaker, one.parts[0].text[:_CALLS]) for one in quotes]
    calling = {who for who, words in said if _TO_ORDER.search(words) or _HONOURED.search(words)}
    if calling:
        return calling.pop() if len(calling) == 1 else None
    own = [one for one in quotes if one.attribution == whole]
    label = own[0].label_in_text or "" if len(own) == 1 else ""
    top = [one.text for one in layout[:_TOP] if one.start < own[0].parts[0].start] if own else []
    if not _CHAIR.match(label) or not any(map(_OPENING.search, top)):
        return None
    return None if any(label in line and _FULL.search(line) for line in top) else own[0].speaker
