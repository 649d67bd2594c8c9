"""Where quotation marks open and close within a paragraph."""

import re
from dataclasses import dataclass, replace

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.lost_marks import attribution_start, tells, words_behind

MARK = re.compile("``|''|‘‘|’’|[“”„‟«»\"＂]")
_OPENERS = frozenset(["“", "„", "«", "``", "‘‘", "‟"])
_CLOSERS = frozenset(["”", "»", "’’"])
_SINGLE_MARK = re.compile(r"(?:(?<=[\s(—–])|^)[‘'](?=[^\W\d_a-z])|(?<=[,.!?…])[’'](?=\s|$)")
# A term in single marks with which somebody's words begin, not the mark that opens them.
_TERM_FIRST = re.compile(r"[‘'][^‘“”\"\n]{1,60}?(?<![,.!?])[’']\s[a-z]")
_NO_OPENING = "its opening mark is lost behind the attribution"
_BEFORE_OPENING = "([{—–-/‘'“\"|>"
INCH = re.compile(r"\d$")
_IN_A_SENTENCE = re.compile(r"\s(?!(?:said|says|added|asked|told|wrote)\b)[a-z]")
_QUOTES_ANOTHER = re.compile(r"\b(?:said|added),\s{0,9}$")
# The label of a speaker that the copy put into marks of its own: `“Senator SAMPLE: “`.
_LABELLED = re.compile(
    r"(?:(?:[A-Z][\w’'-]{0,20}\.?\s){1,5}[A-Z][\w’'-]{1,20}|[A-Z][A-Z’'-]{2,20})(?:\s?\([^()\n]{1,30}\))?\s?:\s{0,4}"
)
# A term or title that opens with a double mark and closes with a single one: `“Rope Act,’ which`.
_TERM_ENDS = re.compile(
    r"(?:[A-Z][\w-]{0,20}\s(?:(?:of|the|and|for|to|in|a|an)\s){0,2}){0,6}[A-Z][\w-]{0,20}(?:(?<=[a-rt-z])|[,.])(?P<end>[’'])(?=\s)"
)
_NO_CLOSING = "its closing mark is lost before the attribution"


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


def scan(text: str, paragraph: Paragraph) -> list[Passage]:
    """The passages of one paragraph, by the double marks in it, or the single ones where it has no others."""
    marks = list(MARK.finditer(text, paragraph.start, paragraph.end))
    if not marks or (_leading_single(paragraph) and _direction(text, marks[0], 0, paragraph) < 0):
        return _singles(text, paragraph, marks)
    return pair(text, paragraph, marks, None)


def pair(
    text: str, paragraph: Paragraph, marks: list[re.Match[str]], opened_at: tuple[int, int] | None
) -> list[Passage]:
    """The passages between marks in their order; `opened_at` is where one is open already."""
    found: list[Passage] = []
    depth = 1 if opened_at else 0
    glued = any(one.start() > paragraph.start and not text[one.start() - 1].isspace() for one in marks)
    apart = not opened_at and glued and _stands_apart(text, marks[0], paragraph)
    for mark in marks:
        direction = 1 if apart and _stands_apart(text, mark, paragraph) else _direction(text, mark, depth, paragraph)
        if direction > 0 and depth == 0:
            opened_at, depth = mark.span(), 1
        elif direction > 0 and depth == 1 and opened_at and _LABELLED.fullmatch(text, opened_at[1], mark.start()):
            opened_at = mark.span()
        elif direction > 0 and opened_at and _is_tagged(text, opened_at[1], mark):
            at = attribution_start(text, opened_at[1], mark.start()) or mark.start()
            found.append(_passage(text, paragraph, opened_at, (at, at), closed=False, damaged=_NO_CLOSING))
            opened_at, depth = mark.span(), 1
        elif direction > 0:
            depth += 1
        elif direction < 0 and depth > 1:
            depth -= 1
        elif direction < 0 and depth == 1 and opened_at:
            found.append(_passage(text, paragraph, opened_at, mark.span()))
            opened_at, depth = None, 0
        elif direction < 0 and not found and _may_end(text, mark, paragraph):
            at = paragraph.words_start
            found.append(_passage(text, paragraph, (at, at), mark.span(), opened=False))
        elif direction < 0 and found and (at := words_behind(text, found[-1].outer_end, mark.start())):
            found.append(_passage(text, paragraph, (at, at), mark.span(), damaged=_NO_OPENING))
    if opened_at and opened_at[1] < paragraph.end:
        at = attribution_start(text, opened_at[1], paragraph.end)
        end, why = (at, _NO_CLOSING) if at else (paragraph.end, "")
        term = _TERM_ENDS.match(text, opened_at[1], paragraph.end)
        span = term.span("end") if term else (end, end)
        found.append(_passage(text, paragraph, opened_at, span, closed=bool(term), damaged="" if term else why))
    return [one for one in found if one.start < one.end]


def _stands_apart(text: str, mark: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether a straight mark stands between spaces, as opening ones do throughout some texts."""
    start, end = mark.span()
    behind = start == paragraph.start or text[start - 1].isspace()
    return mark.group() == '"' and behind and end < paragraph.end and text[end].isspace()


def _is_tagged(text: str, opened: int, mark: re.Match[str]) -> bool:
    """Whether an attribution whose closing mark is lost stands before a mark, not one that quotes somebody else."""
    low = max(opened, mark.start() - 90)
    quotes = _QUOTES_ANOTHER.search(text, low, mark.start()) and text[mark.end() : mark.end() + 1].isupper()
    return not quotes and attribution_start(text, opened, mark.start()) is not None


def _may_end(text: str, mark: re.Match[str], paragraph: Paragraph) -> bool:
    """Whether a mark that closes nothing may end words from the beginning of a paragraph, not stand in a sentence."""
    if tells(text, paragraph.start, mark.start()):
        return False
    stray = text[mark.start() - 1].isalnum() and _IN_A_SENTENCE.match(text, mark.end(), paragraph.end)
    return mark.start() > paragraph.start and not stray


def _direction(text: str, mark: re.Match[str], depth: int, paragraph: Paragraph) -> int:
    start, end = mark.span()
    before = text[start - 1] if start > paragraph.start else ""
    after = text[end] if end < paragraph.end else ""
    kind = mark.group()
    can_close = bool(before) and not before.isspace() and before not in "([{"
    can_open = bool(after) and not after.isspace() and (
        not before or before.isspace() or before in _BEFORE_OPENING or (before in ",:;." and after.isalnum())
        or (before == "”" and kind == '"' and after.isupper())
    )  # fmt: skip
    if can_open and can_close:
        return _lean(kind, depth, before)
    if can_open:
        return 1
    if can_close or depth:
        return _lone_close(kind, before, after, depth)
    return (
        1
        if (kind in _OPENERS and after) or (kind == '"' and (not before or before.isspace()) and after.isspace())
        else 0
    )


def _lean(kind: str, depth: int, before: str) -> int:
    if kind in _OPENERS:
        return 1
    if kind in _CLOSERS or depth:
        return -1 if depth or kind in _CLOSERS else 1
    return 1 if before in ",:;.—–-/([”" else 0


def _lone_close(kind: str, before: str, after: str, depth: int) -> int:
    if kind in _OPENERS and after and (after.isalnum() or (before.isspace() and after.isspace())):
        return 1
    if not depth and kind in ('"', "''") and INCH.match(before or " "):
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


def _leading_single(paragraph: Paragraph) -> bool:
    return paragraph.text[0] in "‘'" and paragraph.text[1:2].isupper() and not _TERM_FIRST.match(paragraph.text)


def _singles(text: str, paragraph: Paragraph, marks: list[re.Match[str]]) -> list[Passage]:
    at = paragraph.start
    if marks:
        found = pair(text, paragraph, marks, (at, at + 1))
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
