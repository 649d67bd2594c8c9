"""How wide the body of a volume is set, and which paragraphs are set otherwise: labels count in the body only."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from hearings.importing.transcripts.labels import Label, find_label, find_slip
from hearings.importing.transcripts.lines import Block
from hearings.importing.transcripts.marks import CONVENED

_SET = 64  # columns of the body in print; matter put into the record has 72
_PRINTED = 66  # mean length of full lines that tells the two apart
_WRAPPED = 120  # lines that are longer were never wrapped
_MANY = 8  # paragraphs of three lines and more whose longest lines show the columns


@dataclass(frozen=True)
class Body:
    """The columns of the spoken part; `printed` where they are those of print, `exact` where they were counted."""

    columns: int = _PRINTED
    printed: bool = True
    exact: bool = False

    def parts(self, block: Block) -> bool:
        """Whether a paragraph is set unlike the body, as matter put into the record is."""
        if self.printed:
            return block.width > _PRINTED
        longest = max(len(line.lstrip()) for line in block.lines)
        if self.columns > _WRAPPED:
            return block.width > _PRINTED and longest <= _WRAPPED
        narrow = self.exact and longest <= self.columns - 5 and self._leaves_room(block)
        return bool(block.width) and (narrow or longest > self.columns + 1)

    def _leaves_room(self, block: Block) -> bool:
        """Whether a line ends before the next word had to go to the next line: wrapped in fewer columns."""
        pairs = zip(block.lines, block.lines[1:], strict=False)
        return any(len(line) + 1 + len(after.split(maxsplit=1)[0]) < self.columns for line, after in pairs)

    def label_of(self, block: Block, knows: Callable[[str], bool] | None = None) -> Label | None:
        """The label that a paragraph begins with, if the paragraph is set as the body is.

        With `knows`, which says whether somebody bears a surname, also one with a slip of the pen.
        """
        if block.indent != 4 or self.parts(block):
            return None
        words = block.text[:140]
        return find_label(words) or (find_slip(words, knows) if knows else None)


def measure(blocks: list[Block]) -> Body:
    """The body as most of the longer paragraphs that begin with a label, or convene a sitting, are set."""
    spoken = [block for block in blocks if block.indent == 4 and len(block.lines) > 1 and _is_spoken(block.text)]
    longer = [block for block in spoken if len(block.lines) > 2]
    exact = len(longer) >= _MANY
    longest = sorted(max(map(len, block.lines[exact:])) for block in (longer if exact else spoken))
    middle = longest[len(longest) // 2] if longest else 0
    if middle <= _SET:
        return Body()
    if exact:
        counts = Counter(longest)
        columns = max(counts, key=lambda columns: (counts[columns], columns))
    else:
        columns = max(one for one in longest if one <= middle + 8)
    return Body(columns, printed=False, exact=exact) if columns > _SET else Body()


def _is_spoken(words: str) -> bool:
    label = find_label(words[:140])
    return not label.role if label else bool(CONVENED.match(words[:900]))
