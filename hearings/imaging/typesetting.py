"""Words set in lines: where a line may end, how large the words can be in a box, and where the rest is left out."""

import unicodedata
from dataclasses import dataclass
from itertools import chain, pairwise

from PIL import ImageDraw

from hearings.imaging.lines import Line, Style, clusters

ELLIPSIS = "…"
TSHEG = "\u0f0b"  # between the syllables of Tibetan
ZERO_WIDTH_SPACE = "\u200b"
NOT_FIRST = set(
    "!%),.:;?]}°’”…‰′″、。〃〉》」』】〕〗〙〛ゝゞ々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ・！％），．：；？］｝～\u0f0d\u0f0e\u0f14"
)
NOT_LAST = set("$([{£¥‘“〈《「『【〔〖〘〚＄（［｛￥")
DROPPED = " ,;:—–-" + TSHEG  # before an ellipsis
FIRST_BASE_LINE = 0.33  # ems below the middle of a line


@dataclass(frozen=True)
class Piece:
    """What stays on one line, with the white space after it; widths in ems, with that space and without it."""

    text: str
    width: float
    bare: float


@dataclass(frozen=True)
class Block:
    """Paragraphs in lines at one size in pixels; `width` in pixels is that of the longest line."""

    paragraphs: list[list[str]]
    style: Style
    size: int
    width: float
    leading: float

    @property
    def step(self) -> float:
        """From one line to the next, in pixels."""
        return self.size * self.leading

    @property
    def count(self) -> int:
        return sum(map(len, self.paragraphs))

    @property
    def height(self) -> float:
        return self.step * (self.count + (len(self.paragraphs) - 1) / 2)

    def draw(self, on: ImageDraw.ImageDraw, left: float, top: float, right: float, colour: str) -> None:
        """Draw it from `top` on; what runs from right to left ends at `right`, the rest begins at `left`."""
        y = top + self.step / 2 + self.size * FIRST_BASE_LINE
        for paragraph in self.paragraphs:
            for text in paragraph:
                line = Line(text, self.style)
                x = right - line.length(self.size) if self.style.rtl else left
                line.draw(on, (x, y), self.size, colour)
                y += self.step
            y += self.step / 2


def fit(paragraphs: list[str], style: Style, width: float, height: float, sizes: list[int]) -> Block:
    """The paragraphs at the largest of `sizes` (pixels, descending) at which they fit a box of this size in pixels.

    If none is small enough, the end is left out after a word, and an ellipsis stands for it.
    """
    cut = [pieces(text, style, width / sizes[-1]) for text in paragraphs]
    leading = max(Line(text, style).leading for text in paragraphs)
    for size in sizes:
        block = _set(cut, style, size, width, leading)
        if block.height <= height and block.width <= width:
            return _balanced(cut, block)
    return _shortened(cut, block, width, height)


def pieces(text: str, style: Style, most: float) -> list[Piece]:
    """A text in the pieces between which a line may end; what is wider than `most` ems may be broken anywhere."""
    found = clusters(text)
    ends = [place for place, (one, other) in enumerate(pairwise(found), start=1) if _may_break(one, other)]
    texts = ["".join(found[start:end]) for start, end in pairwise([0, *ends, len(found)])]
    made = [_piece(one, style) for one in texts]
    parts = [[one] if one.bare <= most else [_piece(part, style) for part in clusters(one.text)] for one in made]
    return list(chain.from_iterable(parts))


def _piece(text: str, style: Style) -> Piece:
    width, bare = Line(text, style).width, text.rstrip()
    return Piece(text, width, width if bare == text else Line(bare, style).width)


def _may_break(one: str, other: str) -> bool:
    last, first = one[-1], other[0]
    if first.isspace():
        return False
    if one.isspace():
        return one not in "\u00a0\u202f\u2007"
    if last == ZERO_WIDTH_SPACE:
        return True
    if first in NOT_FIRST or last in NOT_LAST:
        return False
    return last == TSHEG or (last in "-‐–—" and first.isalpha()) or _ideographic(one[0]) or _ideographic(first)


def _ideographic(character: str) -> bool:
    """Whether a line may end on either side of it, as in Chinese and Japanese; Korean is parted at spaces."""
    return unicodedata.east_asian_width(character) in "WF" and "HANGUL" not in unicodedata.name(character, "")


def _set(cut: list[list[Piece]], style: Style, size: int, width: float, leading: float) -> Block:
    """Paragraphs in lines of at most `width` pixels, as far as their pieces allow."""
    widest, paragraphs = 0.0, []
    for row in cut:
        lines, text, used = [], "", 0.0
        for piece in row:
            if text and (used + piece.bare) * size > width:
                lines.append(text.rstrip())
                text, used = "", 0.0
            widest = max(widest, used + piece.bare)
            text, used = text + piece.text, used + piece.width
        paragraphs.append([*lines, text.rstrip()])
    return Block(paragraphs, style, size, widest * size, leading)


def _balanced(cut: list[list[Piece]], block: Block) -> Block:
    """As many lines, as narrow as that allows, so that none is left with a single word."""
    low, high = block.width / 2, block.width
    while high - low > 4:
        middle = (low + high) / 2
        tried = _set(cut, block.style, block.size, middle, block.leading)
        if tried.count == block.count and tried.width <= middle:
            block, high = tried, middle
        else:
            low = middle
    return block


def _shortened(cut: list[list[Piece]], block: Block, width: float, height: float) -> Block:
    """The longest beginning of the paragraphs that fits with an ellipsis at its end, inside of the closing marks."""
    closing = "”" if block.paragraphs[-1][-1].endswith("”") else ""

    def beginning(count: int) -> Block:
        kept = _first(cut, count)
        last = kept[-1][-1].text.rstrip("” ").rstrip(DROPPED) + ELLIPSIS + closing
        kept[-1][-1] = _piece(last, block.style)
        return _set(kept, block.style, block.size, width, block.leading)

    low, high = 1, sum(map(len, cut))
    while low < high:
        middle = (low + high + 1) // 2
        if beginning(middle).height <= height:
            low = middle
        else:
            high = middle - 1
    return beginning(low)


def _first(cut: list[list[Piece]], count: int) -> list[list[Piece]]:
    """The first `count` pieces, in their paragraphs."""
    kept = []
    for row in cut:
        if count > 0:
            kept.append(row[:count])
        count -= len(row)
    return kept
