"""Where quotation marks open and close: passages of text, paragraph by paragraph."""

import re
from dataclasses import dataclass, replace

from hearings.importing.layout import Paragraph

_MARK = re.compile("``|''|‘‘|’’|[“”„‟«»\"＂]")
_OPENERS = frozenset(["“", "„", "«", "``", "‘‘", "‟"])
_CLOSERS = frozenset(["”", "»", "’’"])
_SINGLE_MARK = re.compile(r"(?:(?<=[\s(—–])|^)[‘'](?=[^\W\d_a-z])|(?<=[,.!?…])[’'](?=\s|$)")
_TAGGED = re.compile(
    r"[,.!?]\s{1,9}(?:(?:said|added)\s{1,9}[^\W_a-z][^.,“”\"]{0,50}"
    r"|[^\W_a-z][\w.’'-]*(?: [\w.’'-]+){0,2} (?:said|added))[.,]\s{0,9}$"
)
_BEFORE_OPENING = "([{—–-/‘'“\"|>"
_INCH = re.compile(r"\d$")
_SAID_AFTER = re.compile(r"\s(?:said|says|added|asked|(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|added|asked|told)\b)")
_SAID_BEFORE = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,5}(?:\([^)\n]{1,20}\)\s)?(?:[a-z]{2,12}\s)?(?:said|says|added|asked|wrote|continued|concluded|noted)"
    r"\s?[,:]\s{0,4}"
)
_IN_A_SENTENCE = re.compile(r"\s(?!(?:said|says|added|asked|told|wrote)\b)[a-z]")
_QUOTES_ANOTHER = re.compile(r"\b(?:said|added),\s{0,9}$")
_IN_PERSON = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
_LOOK_AHEAD = 12
_MOST_BARE = 3
_GLUED = re.compile(r"[.!?]“")
_LONGEST_BLOCK = 80


@dataclass(frozen=True)
class Passage:
    """Words between quotation marks; `outer_start` and `outer_end` take the marks in."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool
    closed: bool
    paragraph: int
    continues: bool = False
    damaged: str = ""


def find_passages(text: str, layout: list[Paragraph]) -> list[Passage]:
    """Every outermost quoted passage in order; nested marks stay inside the words of the outer passage.

    A paragraph that opens a quotation and does not close it gives a passage with `closed=False`; the passage that takes
    it up in the next paragraph has `continues=True`. A mark that closes nothing takes the paragraph from its beginning.
    """
    by_paragraph = [_scan(text, one) for one in layout]
    return _join(text, layout, by_paragraph)


def unpaired(text: str, layout: list[Paragraph], passages: list[Passage]) -> list[int]:
    """Where double quotation marks stand that belong to no passage, in order; inches are none."""
    left: list[int] = []
    spans = iter(sorted((one.outer_start, one.outer_end) for one in passages))
    span = next(spans, None)
    for paragraph in layout:
        if paragraph.residue:
            continue
        for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
            while span and span[1] <= mark.start():
                span = next(spans, None)
            if not (span and span[0] <= mark.start()) and not _INCH.search(
                text, max(mark.start() - 1, 0), mark.start()
            ):
                left.append(mark.start())
    return left


def _scan(text: str, paragraph: Paragraph) -> list[Passage]:
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    if not marks or (_leading_single(paragraph) and _direction(text, marks[0], 0, paragraph) < 0):
        return _singles(text, paragraph, marks)
    return _pair(text, paragraph, marks, None)


def _pair(
    text: str, paragraph: Paragraph, marks: list[re.Match[str]], opened_at: tuple[int, int] | None
) -> list[Passage]:
    found: list[Passage] = []
    depth = 1 if opened_at else 0
    apart = not opened_at and _stands_apart(text, marks[0])
    for mark in marks:
        direction = 1 if apart and _stands_apart(text, mark) else _direction(text, mark, depth, paragraph)
        if direction > 0 and depth == 0:
            opened_at, depth = mark.span(), 1
        elif direction > 0 and opened_at and _is_tagged(text, opened_at[1], mark):
            found.append(_lost_end(text, paragraph, opened_at, mark.start()))
            opened_at, depth = mark.span(), 1
        elif direction > 0:
            depth += 1
        elif direction < 0 and depth > 1:
            depth -= 1
        elif direction < 0 and depth == 1 and opened_at:
            found.append(_passage(text, paragraph, opened_at, mark.span()))
            opened_at, depth = None, 0
        elif direction < 0 and not found and _may_end(text, mark, paragraph):
            at = paragraph.start
            found.append(_passage(text, paragraph, (at, at), mark.span(), opened=False))
    if opened_at and opened_at[1] < paragraph.end:
        found.append(_passage(text, paragraph, opened_at, (paragraph.end, paragraph.end), closed=False))
    return [one for one in found if one.start < one.end]


def _stands_apart(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands between spaces, as opening ones do throughout some texts."""
    around = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark.group() == '"' and all(one.isspace() and one != "\n" for one in around)


def _is_tagged(text: str, opened: int, mark: re.Match[str]) -> bool:
    """Whether an attribution whose closing mark is lost stands before a mark, not one that quotes somebody else."""
    low = max(opened, mark.start() - 90)
    quotes = _QUOTES_ANOTHER.search(text, low, mark.start()) and text[mark.end() : mark.end() + 1].isupper()
    return not quotes and bool(_TAGGED.search(text, low, mark.start()))


def _may_end(text: str, mark: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether a mark that closes nothing may end words from the beginning of a paragraph, not stand in a sentence."""
    stray = text[mark.start() - 1].isalnum() and _IN_A_SENTENCE.match(text, mark.end(), paragraph.end)
    return mark.start() > paragraph.start and not stray


def _direction(text: str, mark: re.Match[str], depth: int, paragraph: Paragraph) -> int:
    start, end = mark.span()
    before = text[start - 1] if start > paragraph.start else ""
    after = text[end] if end < paragraph.end else ""
    can_close = bool(before) and not before.isspace() and before not in "([{"
    can_open = bool(after) and not after.isspace() and (
        not before or before.isspace() or before in _BEFORE_OPENING or (before in ",:;." and after.isalnum())
    )  # fmt: skip
    kind = mark.group()
    if can_open and can_close:
        return _lean(kind, depth, before)
    if can_open:
        return 1
    if can_close or depth:
        return _lone_close(kind, before, after, depth)
    return 1 if (kind in _OPENERS and after) or (kind == '"' and before.isspace() and after.isspace()) else 0


def _lean(kind: str, depth: int, before: str) -> int:
    if kind in _OPENERS:
        return 1
    if kind in _CLOSERS or depth:
        return -1 if depth or kind in _CLOSERS else 1
    return 1 if before in ",:;.—–-/([" else 0


def _lone_close(kind: str, before: str, after: str, depth: int) -> int:
    if kind in _OPENERS and after and (after.isalnum() or (before.isspace() and after.isspace())):
        return 1
    if not depth and kind in ('"', "''") and _INCH.match(before or " "):
        return 0
    return -1


def _passage(
    text: str,
    paragraph: Paragraph,
    opening: tuple[int, int],
    closing: tuple[int, int],
    *,
    opened: bool = True,
    closed: bool = True,
    damaged: str = "",
) -> Passage:
    start, end = opening[1], closing[0]
    if text[start : start + 1] == "?" and text[start + 1 : start + 2].isalpha():
        start += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Passage(start, end, opening[0], closing[1], opened, closed, paragraph.number, damaged=damaged)


def _lost_end(text: str, paragraph: Paragraph, opening: tuple[int, int], limit: int) -> Passage:
    match = _TAGGED.search(text, max(opening[1], limit - 90), limit)
    end = match.start() + 1 if match else limit
    return _passage(
        text, paragraph, opening, (end, end), closed=False, damaged="its closing mark is lost before the attribution"
    )


def _leading_single(paragraph: Paragraph) -> bool:
    return paragraph.text[0] in "‘'" and paragraph.text[1:2].isupper()


def _singles(text: str, paragraph: Paragraph, marks: list[re.Match[str]]) -> list[Passage]:
    at = paragraph.start
    if marks:
        found = _pair(text, paragraph, marks, (at, at + 1))
        why = "it opens with a single quotation mark and closes with a double one"
        return [replace(one, damaged=one.damaged or why) if number == 0 else one for number, one in enumerate(found)]
    pairs, opening = [], None
    for mark in _SINGLE_MARK.finditer(paragraph.text):
        if opening is None and mark.group() in "‘'" and paragraph.text[mark.end() : mark.end() + 1].isalpha():
            opening = mark
        elif opening is not None and paragraph.text[mark.start() - 1] in ",.!?…":
            pairs.append((opening, mark))
            opening = None
    return [
        _passage(text, paragraph, (at + one.start(), at + one.end()), (at + other.start(), at + other.end()))
        for one, other in pairs
    ]


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
            block = block or (_bare_between(layout, by_paragraph, number) if several else [])
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
        if own and own[0].opened and own[0].outer_start == paragraph.words_start:
            return block if announced else []
        if not own or not own[0].opened:
            carried = own
        else:
            marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
            carried = _pair(text, paragraph, marks, (paragraph.start, paragraph.start))
            carried = [replace(one, opened=False) if number == 0 else one for number, one in enumerate(carried)]
            if any(_SAID_AFTER.match(text, one.outer_end, paragraph.end) for one in own if one.closed):
                return []
            if _SAID_BEFORE.fullmatch(text, paragraph.start, own[0].outer_start):
                return []
        if carried and carried[0].closed:
            return [*block, replace(carried[0], continues=True), *carried[1:]]
        block.append(_bare(paragraph))
    return []


def _bare_between(layout: list[Paragraph], by_paragraph: list[list[Passage]], start: int) -> list[Passage]:
    """Paragraphs in the first person that lost their mark in a quotation which every paragraph opens again."""
    between: list[Paragraph] = []
    for paragraph in layout[start : start + _MOST_BARE]:
        own = by_paragraph[paragraph.number]
        if own and own[0].opened and own[0].outer_start == paragraph.words_start:
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
    start = paragraph.start + paragraph.item_mark
    return Passage(start, paragraph.end, paragraph.start, paragraph.end, False, False, paragraph.number, continues=True)
