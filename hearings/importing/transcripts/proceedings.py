"""What is found in a volume from its first sitting on: turns, and every block that is no part of one."""

from dataclasses import dataclass, field
from functools import cached_property

from hearings.importing.transcripts.labels import Label
from hearings.importing.transcripts.lines import Block, typeset
from hearings.importing.transcripts.marks import NOTE_MARK


@dataclass
class Spoken:
    """A turn as found: its label and line, the sitting (from 0), its paragraphs, and the heading just above it."""

    line: int
    label: Label
    sitting: int
    heading: str
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, paragraphs parted by a blank line, without footnote marks."""
        return "\n\n".join(typeset(NOTE_MARK.sub("", one)) for one in self.paragraphs if one)

    @cached_property
    def marks(self) -> dict[str, int]:
        """Where the footnote marks stood: the first offset of each in `text`."""
        if not any("\\" in one for one in self.paragraphs):
            return {}
        found: dict[str, int] = {}
        before = 0
        for words in filter(None, self.paragraphs):
            last = 0
            for match in NOTE_MARK.finditer(words):
                before += len(typeset(words[last : match.start()]))
                found.setdefault(match.group().strip("\\"), before)
                last = match.end()
            before += len(typeset(words[last:])) + 2
        return found


@dataclass(frozen=True)
class Piece:
    """A block that is no part of a turn: behind which turn it stands (0 before the first) and its paragraphs so far.

    `kind` is opening (the convening sentence and what follows it), heading, bracket, note or matter; `closed` is set
    after an adjournment.
    """

    kind: str
    block: Block
    after: int
    paragraphs: int
    sitting: int
    closed: bool


@dataclass(frozen=True)
class Proceedings:
    """A volume from its first sitting on: turns, convening sentences by block number, headings, other blocks.

    `unread` are the lines of paragraphs that begin with a label and were not read as turns.
    """

    turns: list[Spoken]
    convened: list[int]
    headings: list[str]
    pieces: list[Piece]
    unread: list[int]
