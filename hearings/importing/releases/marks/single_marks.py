"""Texts that quote in single marks throughout, as British ones do, with double marks only within them."""

import re

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotation_marks import Passage

_OPENS = re.compile(r"(?:(?<=[\s(—–])|^)‘(?=\w)", re.MULTILINE)
_SPOKEN_IN_DOUBLE = re.compile(r"[“\"][^“”\"\n]{2,2000}[,.!?][”\"]|[“\"][^“”\"\n]{60}")
# Words in single marks that end as speech does, and who speaks them: `'...,' said`, `said, '...'`.
_SPOKEN = re.compile(
    r"(?P<before>\b(?:said|says|asked|added|replied|answered|wrote)[,:]?\s)?(?:(?<=[\s(—–])|^)"
    r"(?P<words>[‘'](?=[^\W\d_a-z])(?:[^\n“”\"]|“[^“”\n]{1,80}”){1,400}?[,.!?][’'])(?=\s|$)",
    re.MULTILINE,
)
_TOLD = re.compile(
    r"\s(?:(?:[\w.’'-]{1,20}\s){1,4}?)?(?:said|says|asked|added|replied|answered|told|continued|noted|wrote|testified)\b"
)
_CLOSES = re.compile(r"’(?!\w)")
_STOPS = tuple(",.!?…—–;:")
_FEWEST = 3


def scan_singles(text: str, layout: list[Paragraph]) -> list[list[Passage]]:
    """The passages of every paragraph where single marks are those of the text; nothing where double ones are.

    A single mark closes words at a comma or a full stop, or where none does, behind the first word that it follows:
    the others are apostrophes.
    """
    if not _is_style(text, layout):
        return []
    return [_paragraph(text, one) for one in layout]


def left_out(text: str, layout: list[Paragraph], passages: list[Passage]) -> list[int]:
    """Where words in single marks end that somebody is said to speak and that are in no passage, in order."""
    spans = sorted((one.outer_start, one.outer_end) for one in passages)
    found = []
    for paragraph in layout:
        if paragraph.residue:
            continue
        for match in _SPOKEN.finditer(text, paragraph.start, paragraph.end):
            start, end = match.span("words")
            told = match["before"] or _TOLD.match(text, end, paragraph.end)
            if told and not any(low < end and start < high for low, high in spans):
                found.append(end - 1)
    return found


def _is_style(text: str, layout: list[Paragraph]) -> bool:
    opened = 0
    for one in layout:
        if one.residue:
            continue
        double = _SPOKEN_IN_DOUBLE.search(text, one.start, one.end)
        single = _OPENS.search(text, one.start, one.end)
        if double and not (single and single.start() < double.start()):
            return False
        closed = single and any(text[at - 1] in _STOPS for at in _closers(text, single.end(), one.end))
        opened += bool(single and closed and text[single.end()].isupper())
    return opened >= _FEWEST


def _paragraph(text: str, paragraph: Paragraph) -> list[Passage]:
    openers = [one.start() for one in _OPENS.finditer(text, paragraph.start, paragraph.end)]
    found: list[Passage] = []
    for at, start in enumerate(openers):
        if found and start < found[-1].outer_end:
            continue
        stop = openers[at + 1] if at + 1 < len(openers) else paragraph.end
        closers = _closers(text, start + 1, stop)
        close = next((one for one in closers if text[one - 1] in _STOPS), closers[0] if closers else None)
        if close is None and stop < paragraph.end:
            continue
        end = paragraph.end if close is None else close
        outer = end if close is None else end + 1
        found.append(Passage(start + 1, end, start, outer, True, close is not None, paragraph.number))
    return [one for one in found if one.start < one.end]


def _closers(text: str, start: int, stop: int) -> list[int]:
    return [one.start() for one in _CLOSES.finditer(text, start, stop)]
