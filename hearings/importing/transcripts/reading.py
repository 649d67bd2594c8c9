"""What reading a transcript gives: turns, sittings and people as frozen dataclasses, and their JSON form."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["transcript", "markup", "not_a_hearing", "text_not_available"]
SectionKind = Literal["oral", "prepared_statement", "question", "submission", "appendix"]


@dataclass(frozen=True)
class Turn:
    """One speaker's words; `line` counts from 1 in the decoded file.

    `speaker` is null where it is unresolved, and `reason` then says in words why; it is empty where somebody is named.
    """

    n: int
    line: int
    label: str
    speaker: str | None
    text: str
    reason: str = ""


@dataclass(frozen=True)
class Presiding:
    """Who held the chair from a turn on; `name` is null where the file gives no full name of whoever took it."""

    name: str | None
    from_turn: int


@dataclass(frozen=True)
class Testifier:
    """A person listed to testify or to accompany a witness, under the titles that the list gives."""

    name: str
    honorific: str | None = None
    titles: tuple[str, ...] = ()
    role: Literal["witness", "accompanying"] = "witness"


@dataclass(frozen=True)
class Sitting:
    """One day of a volume: what the convening sentence says, and the turns spoken on it (0 and 0 where none)."""

    date: str | None = None
    time: str | None = None
    place: str | None = None
    chair: str | None = None
    from_turn: int = 0
    to_turn: int = 0


@dataclass(frozen=True)
class Section:
    """A part of a volume, in the order of print.

    An `oral` section holds the turns `from_turn` to `to_turn`; its text is what stands above the first of them. All
    other kinds hold no turns (0 and 0) and have their whole text, paragraphs parted by a blank line; `after_turn` is
    the turn behind which they are printed. `author` is who wrote a statement; `asker`, `answerers` and `number` belong
    to questions for the record. Who is not certain is null, with a `reason` in words.
    """

    n: int
    kind: SectionKind
    heading: str
    line: int
    sitting: int = 1
    from_turn: int = 0
    to_turn: int = 0
    after_turn: int = 0
    author: str | None = None
    asker: str | None = None
    answerers: tuple[str, ...] = ()
    number: str = ""
    text: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Direction:
    """Words in brackets on their own (`[Laughter.]`) in the turn `turn`, behind as many of its paragraphs."""

    line: int
    text: str
    turn: int
    paragraphs: int


@dataclass(frozen=True)
class Footnote:
    """A note under a turn; its mark stood at the character `at` of the turn's text, which is null where none did."""

    mark: str
    line: int
    text: str
    turn: int
    at: int | None = None


@dataclass(frozen=True)
class PageMark:
    """Where a page begins: its number as printed, the line of the marker, and the turn in which it stands."""

    page: str
    line: int
    turn: int


@dataclass(frozen=True)
class TranscriptReading:
    """Everything that was read from one transcript; date, time, place and chair are those of the first sitting."""

    kind: Kind
    citation: str | None = None
    congress: int | None = None
    title: str | None = None
    date: str | None = None
    time: str | None = None
    place: str | None = None
    body: str | None = None
    chair: str | None = None
    presiding: tuple[Presiding, ...] = ()
    witnesses: tuple[Testifier, ...] = ()
    turns: tuple[Turn, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    warnings: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    directions: tuple[Direction, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    pages: tuple[PageMark, ...] = ()


def to_json(reading: TranscriptReading) -> dict[str, Any]:
    """The reading as plain lists, dicts, strings and numbers, ready for `json.dumps`."""
    form = asdict(reading)
    form["witnesses"] = [one | {"titles": list(one["titles"])} for one in form["witnesses"]]
    form["sections"] = [one | {"answerers": list(one["answerers"])} for one in form["sections"]]
    return {name: list(value) if isinstance(value, tuple) else value for name, value in form.items()}
