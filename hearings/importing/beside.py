"""The file of a transcript beside its turns: which lines each turn of the record was read from."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from hearings.importing.editions import Line, sheets
from hearings.importing.pairing import pair
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.files import read_file, text_of

NO_LINES = (
    "The lines of an XML document are not counted, so its turns cannot be put beside them. Look at the file itself."
)


class Recorded(Protocol):
    """A turn of the record, by what is printed of it."""

    label: str
    text: str


@dataclass(frozen=True)
class Beside:
    """Lines of the file from `start` (from 1) on, and the turn that was read from them, where the record has it."""

    start: int
    lines: tuple[str, ...]
    turn: Recorded | None


def beside(data: bytes, turns: Sequence[Recorded], day: str | None) -> tuple[list[Beside], tuple[str, ...]]:
    """Read the kept file once more: what stands above the first turn, then the lines of each turn of `day`.

    `turns` are those of the record, in order. With it come the warnings of the reading. Raises ImportRefused where the
    file is not kept or has no lines.
    """
    if not data:
        raise ImportRefused("The file of this transcript is no longer kept, so its turns cannot be put beside it.")
    reading = read_file(data)
    found = sheets(reading)
    sheet = next((one for one in found if one.date == day), found[0])
    starts = sorted(line.line for one in found for line in one.lines)
    if not starts[-1]:
        raise ImportRefused(NO_LINES)
    text = text_of(data).split("\n")
    known = _paired(turns, sheet.lines)
    rows = [Beside(1, tuple(text[: sheet.lines[0].line - 1]), None)] if sheet is found[0] else []
    for place, line in enumerate(sheet.lines):
        after = bisect_right(starts, line.line)
        end = starts[after] - 1 if after < len(starts) else len(text)
        if any(other.line == line.line for other in sheet.lines[place + 1 : place + 2]):
            end = line.line - 1  # a direction with a statement of the same line: the lines stand with the statement
        rows.append(Beside(line.line, tuple(text[line.line - 1 : end]), known.get(place)))
    return rows, reading.warnings


def _paired(turns: Sequence[Recorded], lines: Sequence[Line]) -> dict[int, Recorded]:
    """The turn of the record at each place of the file: in order, or by their words where some are gone or new."""
    if len(turns) == len(lines):
        return dict(enumerate(turns))
    found = pair(*([(row.label, row.text) for row in rows] for rows in (turns, lines)))
    places = {new: old for old, new in found.same}
    places |= {new: old for new, old in found.proposed.items() if old is not None}
    return {new: turns[old] for new, old in places.items()}
