"""What reading a press release gives: its parts as frozen dataclasses, and their JSON form."""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from hearings.importing.texts.mending import Mended

Kind = Literal["press_release", "notice", "statement", "not_a_release"]

SURE = 0.9  # a quote of less confidence is never accepted by itself


@dataclass(frozen=True)
class Part:
    """Words between two marks. `start` and `end` count characters of the decoded text, end excluded."""

    text: str
    start: int
    end: int
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True)
class QuoteReading:
    """One statement of one speaker; `speaker` is null where the text does not say the full name."""

    speaker: str | None
    label_in_text: str | None
    kind: Literal["direct", "partial"]
    parts: tuple[Part, ...]
    confidence: float
    reason: str
    attribution: str = ""


@dataclass(frozen=True)
class NotSpeech:
    """Words in quotation marks that nobody is said to have spoken: a title, a term, a nickname."""

    text: str
    why: str
    start: int
    end: int


@dataclass(frozen=True)
class WitnessReading:
    """A person named as giving testimony, under the titles that the text gives."""

    name: str
    honorific: str | None = None
    titles: tuple[str, ...] = ()
    organization: str | None = None


@dataclass(frozen=True)
class Exhibit:
    """Something that the text says was shown at the event; `shown_by` is null where it does not say by whom."""

    text: str
    start: int
    end: int
    shown_by: str | None = None


@dataclass(frozen=True)
class Office:
    """Whose release it is: the full name, and the words that name the office holder in the text."""

    name: str | None = None
    as_named: str | None = None


@dataclass(frozen=True)
class Event:
    """The hearing or other event; a date without its year stays in `date_partial`.

    `suggested` names the witnesses, and the chair, of whom nothing says plainly that they testified or presided.
    """

    type: str
    title: str | None = None
    date: str | None = None
    date_partial: str | None = None
    date_basis: str | None = None
    place: str | None = None
    body: str | None = None
    chair: str | None = None
    witnesses: tuple[WitnessReading, ...] = ()
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Everything that was read from one release."""

    kind: Kind
    office: Office = field(default_factory=Office)
    release_date: str | None = None
    event: Event | None = None
    instruments: tuple[str, ...] = ()
    quotes: tuple[QuoteReading, ...] = ()
    not_speech: tuple[NotSpeech, ...] = ()
    warnings: tuple[str, ...] = ()
    people_mentioned: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()


def to_json(reading: Reading, mended: Mended | None = None) -> dict[str, Any]:
    """The reading as plain lists, dicts, strings and numbers, ready for `json.dumps`.

    With `mended`, offsets are those of the text before it was mended, and what was mended is listed in words.
    """
    form = asdict(reading)
    quotes = [{"id": number} | quote for number, quote in enumerate(form["quotes"], start=1)]
    for quote in quotes:
        quote["parts"] = list(quote["parts"])
    event = form["event"]
    if event:
        del event["suggested"]  # the warnings tell these witnesses
        event["witnesses"] = [one | {"titles": list(one["titles"])} for one in event["witnesses"]]
    for name in ("instruments", "not_speech", "warnings", "people_mentioned", "boilerplate", "exhibits"):
        form[name] = list(form[name])
    if mended:
        form["mended"] = list(mended.notes)
        for span in (*(part for quote in quotes for part in quote["parts"]), *form["not_speech"], *form["exhibits"]):
            span["start"], span["end"] = mended.origin(span["start"]), mended.origin(span["end"])
    counts = {
        "quotes": len(quotes),
        "parts": sum(len(quote["parts"]) for quote in quotes),
        "witnesses": len(event["witnesses"]) if event else 0,
    }
    return form | {"quotes": quotes, "counts": counts}
