"""Where paragraphs begin in a text whose indents are not those of print: told from its blank lines, indents, line ends.

Volumes are printed with paragraphs indented by four and headings in the middle. Word files, PDFs and the copies of
collectors keep less of that; here they are given those indents, so that one reader reads them all.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from hearings.importing.transcripts.front import day_in
from hearings.importing.transcripts.labels import Label, find_label
from hearings.importing.transcripts.lines import BREAK
from hearings.importing.transcripts.marks import QUESTIONS, STATEMENT

Style = Literal["unwrapped", "blank", "indent", "flush"]
_LABEL_LINE = re.compile(
    r"( *)(?:Mr|Ms|Mrs|Dr|Senator|Representative|Chair(?:man|woman)?|The Chair(?:man|woman)?)\b.{0,40}?[.:] [A-Z]"
)
_MET = re.compile(r"The .{0,80}\bmet\b")
_CLOSED = re.compile(r"(?:[\]_=-]|presiding\.)$")
_PRINTED = 4
_NEVER_WRAPPED = 160


@dataclass(frozen=True)
class Laid:
    """The lines with the indents of print; `doubtful` are the lines (from 1) that may not begin a paragraph."""

    lines: list[str]
    doubtful: frozenset[int] = frozenset()


def lay_out(lines: list[str]) -> Laid:
    """The lines, each with its number, with paragraphs indented by four; as they are where they are set so already."""
    labelled = [(number, match) for number, line in enumerate(lines) if (match := _LABEL_LINE.match(line))]
    indents = Counter(len(match.group(1)) for _, match in labelled)
    usual = max(indents, key=lambda indent: indents[indent], default=_PRINTED)
    if usual == _PRINTED or indents[_PRINTED] >= 5:
        return Laid(lines)
    return _Layout(lines, usual, [number for number, _ in labelled]).lay_out()


class _Layout:
    def __init__(self, lines: list[str], usual: int, labelled: Sequence[int]) -> None:
        self.lines = lines
        self.usual = usual
        spoken = [line for line in lines[labelled[0] :] if line.strip()]
        self.base = Counter(map(_indent, spoken)).most_common(1)[0][0]
        lengths = sorted(map(len, spoken))
        self.columns = lengths[len(lengths) * 98 // 100]
        self.style: Style = self._style(labelled, lengths)

    def _style(self, labelled: Sequence[int], lengths: list[int]) -> Style:
        """By what paragraphs are parted: one on each line, blank lines, an indent, or nothing but their ends."""
        if sum(length > _NEVER_WRAPPED for length in lengths) * 10 > len(lengths):
            return "unwrapped"
        if self.usual > self.base:
            return "indent"
        parted = sum(not self._above(number) for number in labelled)
        return "blank" if parted * 10 >= len(labelled) * 8 else "flush"

    def lay_out(self) -> Laid:
        found: list[str] = []
        doubtful: set[int] = set()
        spoken, before, headed = False, "", False
        for number, line in enumerate(self.lines):
            words = line.strip()
            label = find_label(words[:140]) if abs(_indent(line) - self.usual) <= 1 else None
            ended = not before or before[-1] in ".?!:)]'\"”’-_=" or before.isupper()
            spoken = spoken or bool(label) or self._convenes(line)
            heading = bool(words) and self._is_heading(number, words)
            apart = BREAK if spoken and self._above(number) else ""
            if heading:
                found.append(f"{'' if headed else apart}{' ' * 10}{words}")
            elif not words or abs(_indent(line) - self.usual) > 1:
                found.append(line)
            elif self._begins(number, words, label, ended, spoken):
                found.append(f"{apart}{' ' * _PRINTED}{words}")
                if label and not self._surely(number):
                    doubtful.add(number + 1)
            else:
                found.append(words)
            before, headed = words or before, heading
        return Laid(found, frozenset(doubtful))

    def _above(self, number: int) -> str:
        return self.lines[number - 1].strip() if number else ""

    def _convenes(self, line: str) -> bool:
        return bool(_MET.match(line.strip())) and day_in(line) is None

    def _is_heading(self, number: int, words: str) -> bool:
        if abs(_indent(self.lines[number]) - self.usual) > 1 or len(words) >= 200 or words.startswith("["):
            return False
        if words.isupper() and len(words) < 90:
            return True
        titled = STATEMENT.match(words) or QUESTIONS.match(words)
        return self.style != "indent" and bool(titled) and words[-1] not in ".?!:;" and self._surely(number)

    def _begins(self, number: int, words: str, label: Label | None, ended: bool, spoken: bool) -> bool:
        """Whether a paragraph begins with this line."""
        if label or words.startswith("[") or self._convenes(self.lines[number]):
            return ended or self._surely(number)
        if not spoken or (words[0].islower() and not ended):
            return False
        if self.style in ("unwrapped", "indent"):
            return True
        return not self._above(number) or (ended and self._is_short(number - 1, words))

    def _surely(self, number: int) -> bool:
        """Whether the layout shows that a paragraph begins here, and not only a line."""
        above = self._above(number)
        if self.style in ("unwrapped", "indent") or not above or above.isupper() or _CLOSED.search(above):
            return True
        return self._is_short(number - 1, self.lines[number].strip())

    def _is_short(self, number: int, after: str) -> bool:
        """Whether the next word had room on a line: then the line was ended, not wrapped."""
        return len(self.lines[number].rstrip()) + 1 + len(after.split(maxsplit=1)[0]) < self.columns - 3


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
