"""What reading a transcript gives: turns, sittings and people as frozen dataclasses, and their JSON form."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["transcript", "markup", "not_a_hearing", "text_not_available"]


@dataclass(frozen=True)
class Turn:
    """One speaker's words; `line` counts from 1 in the decoded file, `speaker` is null where it is unresolved."""

    n: int
    line: int
    label: str
    speaker: str | None
    text: str


@dataclass(frozen=True)
class Presiding:
    """Who held the chair from a turn on."""

    name: str
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


def to_json(reading: TranscriptReading) -> dict[str, Any]:
    """The reading as plain lists, dicts, strings and numbers, ready for `json.dumps`."""
    form = asdict(reading)
    form["witnesses"] = [one | {"titles": list(one["titles"])} for one in form["witnesses"]]
    for name in ("presiding", "turns", "sittings", "warnings"):
        form[name] = list(form[name])
    return form
