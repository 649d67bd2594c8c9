"""The turns of one sitting, in the order of print and under their sections, as an edition lays them in the record."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.marks import IMAGES
from hearings.importing.transcripts.reading import Direction, Footnote, Section, Sitting, TranscriptReading, Turn
from hearings.importing.transcripts.talk import NOT_NAMED
from hearings.notes import Note


@dataclass(frozen=True)
class Part:
    """A section: its kind as the models name it, and its heading."""

    kind: str = "oral"
    title: str = ""


@dataclass(frozen=True)
class Line:
    """What becomes a turn: `part` counts the sections from 0; `named` is the resolved name, else `reason` says why.

    `line` is where it begins in the file. `pages` are the page of print on which it begins, or an empty string, and
    those that begin before the next turn does.
    """

    part: int
    kind: str
    label: str
    named: str
    reason: str
    text: str
    line: int
    footnotes: tuple[Note, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One sitting: its day (ISO 8601) if the file says it, its sections and its turns in order."""

    date: str | None
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Sheet":
        parts, lines = (Part(**one) for one in kept["parts"]), (_line(**one) for one in kept["lines"])
        return cls(kept["date"], tuple(parts), tuple(lines))


def counted(kinds: Iterable[str]) -> str:
    """How many turns of which kinds these are, in words: “86 turns and 9 written parts”."""
    found = Counter(kinds)
    nouns = (("speech", "turn"), ("written", "written part"), ("direction", "stage direction"))
    told = [f"{found[kind]} {noun}{'' if found[kind] == 1 else 's'}" for kind, noun in nouns if found[kind]]
    return " and ".join(filter(None, [", ".join(told[:-1]), *told[-1:]])) or "no turns"


def _line(*, footnotes: list[Note], pages: list[str], **fields: Any) -> Line:
    return Line(footnotes=tuple(footnotes), pages=tuple(pages), **fields)


def sheets(reading: TranscriptReading) -> list[Sheet]:
    """One sheet for each sitting in which somebody speaks. Raises ImportRefused for what is no transcript."""
    if reading.kind != "transcript":
        raise ImportRefused(reading.warnings[0] if reading.warnings else "This is not the transcript of a hearing.")
    sittings = reading.sittings or (Sitting(date=reading.date, from_turn=1, to_turn=len(reading.turns)),)
    found = [_sheet(reading, number, sitting) for number, sitting in enumerate(sittings, start=1)]
    found = [sheet for sheet in found if sheet.lines]
    if not found:
        raise ImportRefused("Nobody speaks in this file. Choose the file that holds the transcript.")
    return found


def _sheet(reading: TranscriptReading, number: int, sitting: Sitting) -> Sheet:
    parts: list[Part] = []
    lines: list[Line] = []
    for part, own in _in_order(reading, number, sitting):
        if part not in parts:
            parts.append(part)
        lines += [replace(line, part=parts.index(part)) for line in own if line.text.strip()]
    return Sheet(sitting.date, tuple(parts), tuple(_paged(reading, lines, sitting)))


def _in_order(reading: TranscriptReading, number: int, sitting: Sitting) -> Iterator[tuple[Part, list[Line]]]:
    """The turns with what is printed behind each of them."""
    sections = [one for one in reading.sections if one.sitting == number]
    part = Part()
    written = [one for one in sections if one.kind != "oral"]
    for turn in reading.turns:
        if not sitting.from_turn <= turn.n <= sitting.to_turn:
            continue
        opened = [one for one in sections if one.kind == "oral" and one.from_turn == turn.n]
        part = Part("oral", opened[0].heading) if opened else part
        behind = [one for one in written if one.after_turn == turn.n]
        notes = [note for note in reading.footnotes if note.turn == turn.n or (note.turn == 0 and turn.n == 1)]
        yield part, _spoken(reading, turn, [note for note in notes if _section_of(note, behind) is None])
        for one in behind:
            written.remove(one)
            yield (
                Part(one.kind, one.heading),
                [_written(one, [note for note in notes if _section_of(note, behind) is one])],
            )
    for one in written:
        yield Part(one.kind, one.heading), [_written(one, [])]


def _section_of(note: Footnote, behind: list[Section]) -> Section | None:
    """The written part behind a turn in which a note is printed; None where it stands among the words of the turn."""
    above = [one for one in behind if one.line < note.line and one.text.strip()]
    return above[-1] if above and note.at is None else None


def _spoken(reading: TranscriptReading, turn: Turn, notes: list[Footnote]) -> list[Line]:
    """A turn; a direction printed behind its last paragraph follows it, one within it stays among its paragraphs."""
    paragraphs = turn.text.split("\n\n")
    directions = [one for one in reading.directions if one.turn == turn.n]
    within = [one for one in directions if one.paragraphs < len(paragraphs)]
    after = [one for one in directions if one not in within]
    kept = [_note(note, _shift(note, paragraphs, within)) for note in notes]
    for direction in reversed(within):
        paragraphs.insert(direction.paragraphs, direction.text)
    reason = "" if turn.speaker else turn.reason or NOT_NAMED
    text = "\n\n".join(paragraphs)
    spoken = Line(0, "speech", turn.label, turn.speaker or "", reason, text, turn.line, tuple(kept))
    return [spoken, *(Line(0, "direction", "", "", "", one.text, one.line) for one in after)]


def _shift(note: Footnote, paragraphs: list[str], within: list[Direction]) -> int:
    """How far the directions that are put among the paragraphs move the mark of a note."""
    ends = [sum(len(one) + 2 for one in paragraphs[: number + 1]) for number in range(len(paragraphs))]
    own = bisect_right(ends, note.at or 0)
    return sum(len(one.text) + 2 for one in within if one.paragraphs <= own)


def _note(note: Footnote, shift: int = 0) -> Note:
    return {"mark": note.mark, "at": None if note.at is None else note.at + shift, "text": note.text}


def _written(section: Section, notes: list[Footnote]) -> Line:
    """The words of a part, and whose they are; what stands for images alone is nobody's words."""
    named = "" if IMAGES.fullmatch(section.text) else section.author or section.asker or ""
    kept = tuple(_note(note) for note in notes)
    return Line(0, "written", "", named, section.reason, section.text, section.line, kept)


def _paged(reading: TranscriptReading, lines: list[Line], sitting: Sitting) -> Iterator[Line]:
    """The lines with the pages of print on which they stand. A mark just above a turn is where that turn begins."""
    if not reading.pages:
        yield from lines
        return
    marks = [mark.line for mark in reading.pages]
    behind = [turn.line for turn in reading.turns[sitting.to_turn : sitting.to_turn + 1]]
    ends = [line.line - 2 for line in lines[1:]] + (behind or [marks[-1] + 1])
    for line, end in zip(lines, ends, strict=True):
        first, last = bisect_left(marks, line.line), bisect_left(marks, end)
        begins = reading.pages[first - 1].page if first else ""
        yield replace(line, pages=(begins, *(mark.page for mark in reading.pages[first:last])))
