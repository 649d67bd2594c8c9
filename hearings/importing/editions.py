"""The turns of one sitting, in the order of print and under their sections, as an edition lays them in the record."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from hearings.importing.receive import ImportRefused
from hearings.importing.transcript_reading import Section, Sitting, TranscriptReading, Turn

NOT_NAMED = "The label names nobody for certain."


@dataclass(frozen=True)
class Part:
    """A section: its kind as the models name it, and its heading."""

    kind: str = "oral"
    title: str = ""


@dataclass(frozen=True)
class Line:
    """What becomes a turn: `part` counts the sections from 0; `named` is the resolved name, else `reason` says why."""

    part: int
    kind: str
    label: str
    named: str
    reason: str
    text: str


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
        parts, lines = (Part(**one) for one in kept["parts"]), (Line(**one) for one in kept["lines"])
        return cls(kept["date"], tuple(parts), tuple(lines))


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
        lines += [Line(parts.index(part), **line) for line in own if line["text"].strip()]
    return Sheet(sitting.date, tuple(parts), tuple(lines))


def _in_order(reading: TranscriptReading, number: int, sitting: Sitting) -> Iterator[tuple[Part, list[dict[str, str]]]]:
    """The turns with what is printed behind each of them."""
    sections = [one for one in reading.sections if one.sitting == number]
    part = Part()
    written = [one for one in sections if one.kind != "oral"]
    for turn in reading.turns:
        if not sitting.from_turn <= turn.n <= sitting.to_turn:
            continue
        opened = [one for one in sections if one.kind == "oral" and one.from_turn == turn.n]
        part = Part("oral", opened[0].heading) if opened else part
        yield part, list(_spoken(reading, turn))
        for one in [one for one in written if one.after_turn == turn.n]:
            written.remove(one)
            yield Part(one.kind, one.heading), [_written(one)]
    for one in written:
        yield Part(one.kind, one.heading), [_written(one)]


def _spoken(reading: TranscriptReading, turn: Turn) -> Iterator[dict[str, str]]:
    """A turn; a direction printed behind its last paragraph follows it, one within it stays among its paragraphs."""
    paragraphs = turn.text.split("\n\n")
    after = []
    for direction in reversed([one for one in reading.directions if one.turn == turn.n]):
        if direction.paragraphs >= len(paragraphs):
            after.insert(0, direction.text)
        else:
            paragraphs.insert(direction.paragraphs, direction.text)
    reason = "" if turn.speaker else turn.reason or NOT_NAMED
    text = "\n\n".join(paragraphs)
    yield {"kind": "speech", "label": turn.label, "named": turn.speaker or "", "reason": reason, "text": text}
    for text in after:
        yield {"kind": "direction", "label": "", "named": "", "reason": "", "text": text}


def _written(section: Section) -> dict[str, str]:
    named = section.author or section.asker or ""
    return {"kind": "written", "label": "", "named": named, "reason": section.reason, "text": section.text}
