"""Passages of text in quotation marks, and quotations that go on over several paragraphs."""

import re
from dataclasses import replace

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotation_marks import INCH, MARK, Passage, pair, scan
from hearings.importing.releases.marks.single_marks import scan_singles

_SAID_AFTER = re.compile(r"\s(?:said|says|added|asked|(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|added|asked|told)\b)")
_SAID_BEFORE = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,5}(?:\([^)\n]{1,20}\)\s)?(?:[a-z]{2,12}\s)?(?:said|says|added|asked|wrote|continued|concluded|noted)"
    r"\s?[,:]\s{0,4}"
)
_IN_PERSON = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
# A line that is the label of whoever speaks next.
_LABEL_LINE = re.compile(r"(?:[^\W\d_a-z][\w.’'-]{0,30}\s?){1,6}(?:\([^)\n]{1,30}\))?:")
# The same before the words themselves: `LOOP: “`.
_LABEL = re.compile(_LABEL_LINE.pattern + r"\s{0,4}")
# A single mark that stands where the paragraphs around have a double one.
_SINGLE_FIRST = re.compile(r"[‘'](?=[^\W\d_a-z])(?![^‘’'\n]{1,80}[’'](?:\s|$))")
_LOOK_AHEAD = 12
_MOST_BARE = 3
_GLUED = re.compile(r"[.!?]“")
_LONGEST_BLOCK = 80


def find_passages(text: str, layout: list[Paragraph]) -> list[Passage]:
    """Every outermost quoted passage in order; nested marks stay inside the words of the outer passage.

    A paragraph that opens a quotation and does not close it gives a passage with `closed=False`; the passage that takes
    it up in the next paragraph has `continues=True`. A mark that closes nothing takes the paragraph from its beginning.
    """
    by_paragraph = scan_singles(text, layout) or [scan(text, one) for one in layout]
    return _join(text, layout, by_paragraph)


def unpaired(text: str, layout: list[Paragraph], passages: list[Passage]) -> list[int]:
    """Where double quotation marks stand that belong to no passage, in order; inches are none."""
    left: list[int] = []
    spans = iter(sorted((one.outer_start, one.outer_end) for one in passages))
    span = next(spans, None)
    for paragraph in layout:
        if paragraph.residue:
            continue
        for mark in MARK.finditer(text, paragraph.start, paragraph.end):
            while span and span[1] <= mark.start():
                span = next(spans, None)
            if not (span and span[0] <= mark.start()) and not INCH.search(text, max(mark.start() - 1, 0), mark.start()):
                left.append(mark.start())
    return left


def _join(text: str, layout: list[Paragraph], by_paragraph: list[list[Passage]]) -> list[Passage]:
    joined: list[Passage] = []
    pending: int | None = None
    began = number = 0
    while number < len(layout):
        passages, block = by_paragraph[number], []
        if pending is not None and pending + 1 == number:
            announced = began > 0 and layout[began - 1].text.endswith(":")
            block = _block(text, layout, by_paragraph, number, announced=announced)
            several = (
                pending > began or text[layout[began].start : by_paragraph[began][-1].outer_start].rstrip()[-1:] == ":"
            )
            block = block or (_bare_between(text, layout, by_paragraph, number) if several else [])
        if block:
            joined += block
            number = block[-1].paragraph
            passages = block
        elif passages:
            first = passages[0]
            if pending is not None and first.opened and _reopens(layout, pending, number, first):
                joined += [_bare(one) for one in layout[pending + 1 : number] if not one.residue]
                first = replace(first, continues=True)
            passages = [first, *passages[1:]]
            joined += passages
        if passages and not passages[-1].closed:
            passages[-1] = joined[-1] = _ended(text, layout, by_paragraph, passages[-1])
        if passages:
            began = number if pending is None or not passages[0].continues else began
            pending = None if passages[-1].closed else number
        number += 1
    return joined


def _reopens(layout: list[Paragraph], pending: int, number: int, first: Passage) -> bool:
    between = [one for one in layout[pending + 1 : number] if not one.residue]
    here = first.outer_start == layout[number].words_start
    return here and number - pending <= _LOOK_AHEAD and all(one.item_mark for one in between)


def _block(
    text: str, layout: list[Paragraph], by_paragraph: list[list[Passage]], start: int, *, announced: bool
) -> list[Passage]:
    """The passages from `start` on that carry an open quotation on without a mark, to the one that closes it.

    Where a line above announced the words, they may also end before a paragraph that opens the quotation again.
    """
    block: list[Passage] = []
    for paragraph in layout[start : start + _LONGEST_BLOCK]:
        own = by_paragraph[paragraph.number]
        if paragraph.residue:
            continue
        if _LABEL_LINE.fullmatch(paragraph.text):
            return _sentences(text, block) if announced else []
        if own and own[0].opened and _begins_anew(text, paragraph, own[0]):
            return _sentences(text, block) if announced else []
        if not own or not own[0].opened:
            carried = own
        else:
            marks = list(MARK.finditer(text, paragraph.start, paragraph.end))
            carried = pair(text, paragraph, marks, (paragraph.words_start, paragraph.words_start))
            carried = [replace(one, opened=False) if number == 0 else one for number, one in enumerate(carried)]
            if any(_SAID_AFTER.match(text, one.outer_end, paragraph.end) for one in own if one.closed):
                return []
            if _SAID_BEFORE.fullmatch(text, paragraph.start, own[0].outer_start):
                return []
        if carried and carried[0].closed:
            return [*block, replace(carried[0], continues=True), *carried[1:]]
        block.append(_bare(paragraph))
    return []


def _sentences(text: str, block: list[Passage]) -> list[Passage]:
    """The block where each of its paragraphs ends as sentences do; nothing where one is a heading between two."""
    return block if all(text[one.end - 1] in '.:?!…”"’' for one in block) else []


def _begins_anew(text: str, paragraph: Paragraph, first: Passage) -> bool:
    """Whether a quotation opens with a paragraph, or behind the label of whoever speaks next."""
    start, stop = paragraph.words_start, first.outer_start
    return stop == start or bool(_LABEL.fullmatch(text, start, stop))


def _bare_between(text: str, layout: list[Paragraph], by_paragraph: list[list[Passage]], start: int) -> list[Passage]:
    """Paragraphs in the first person that lost their mark in a quotation which every paragraph opens again."""
    between: list[Paragraph] = []
    for paragraph in layout[start : start + _MOST_BARE]:
        own = by_paragraph[paragraph.number]
        if own and own[0].opened and _begins_anew(text, paragraph, own[0]):
            whole = not own[0].closed or own[0].outer_end >= paragraph.end
            return [_bare(one) for one in between] if whole else []
        told = any(one.closed and not one.opened for one in own) or paragraph.text[-1] not in '.!?…”"'
        if told or paragraph.residue or paragraph.heading or not _IN_PERSON.search(paragraph.text):
            return []
        between.append(paragraph)
    return []


def _ended(text: str, layout: list[Paragraph], by_paragraph: list[list[Passage]], last: Passage) -> Passage:
    """A passage that an inner mark without a partner left open, closed at the mark with which its paragraph ends."""
    paragraph, below = layout[last.paragraph], layout[last.paragraph + 1 : last.paragraph + 2]
    goes_on = any(
        own.opened and own.outer_start == one.words_start for one in below for own in by_paragraph[one.number]
    )
    glued = _GLUED.search(text, last.start, last.end)
    if (
        goes_on
        or glued
        or last.outer_end < paragraph.end
        or text[last.end - 1] not in '”"»'
        or last.end - 1 <= last.start
    ):
        return last
    return replace(last, end=last.end - 1, closed=True)


def _bare(paragraph: Paragraph) -> Passage:
    single = _SINGLE_FIRST.match(paragraph.text)
    start = paragraph.start + (single.end() if single else paragraph.item_mark)
    return Passage(start, paragraph.end, paragraph.start, paragraph.end, False, False, paragraph.number, continues=True)
