"""The stored text cut where something was read in it, so that a page can mark the passages."""

from dataclasses import dataclass
from operator import itemgetter

from hearings.importing.releases.reading import Event, Reading


@dataclass(frozen=True)
class Segment:
    """A stretch of the text. `quote` counts quotes from 1, 0 elsewhere; `why` says why marked words are no speech.

    `fact` says what of the hearing was read in the words.
    """

    text: str
    quote: int = 0
    first: bool = False
    why: str = ""
    fact: str = ""


def segments(text: str, reading: Reading) -> list[Segment]:
    """All of `text` in order, in segments; where two readings overlap, the one that begins first is marked."""
    marked = [
        (part.start, part.end, Segment(text[part.start : part.end], number, part is quote.parts[0]))
        for number, quote in enumerate(reading.quotes, start=1)
        for part in quote.parts
    ]
    marked += [(one.start, one.end, Segment(text[one.start : one.end], why=one.why)) for one in reading.not_speech]
    marked += [
        (start, start + len(words), Segment(words, fact=fact))
        for words, fact in _facts(reading.event)
        if (start := text.find(words)) >= 0
    ]
    found, at = [], 0
    for start, end, segment in sorted(marked, key=itemgetter(0, 1)):
        if start < at or end <= start:
            continue
        if start > at:
            found.append(Segment(text[at:start]))
        found.append(segment)
        at = end
    if at < len(text):
        found.append(Segment(text[at:]))
    return found


def _facts(event: Event | None) -> list[tuple[str, str]]:
    """The words that facts of the hearing were read from, as far as the text has them so, and what each is."""
    if event is None:
        return []
    said = [(event.title, "Title"), (event.date_basis, "Date"), (event.place, "Place"), (event.body, "Body")]
    people = [(event.chair, "Chair"), *((one.name, "Witness") for one in event.witnesses)]
    return [(words, fact) for words, fact in [*said, *people] if words]
