"""The stored text cut where something was read in it, so that a page can mark the passages."""

from dataclasses import dataclass

from hearings.importing.reading import Reading


@dataclass(frozen=True)
class Segment:
    """A stretch of the text. `quote` counts quotes from 1, 0 elsewhere; `why` says why marked words are no speech."""

    text: str
    quote: int = 0
    first: bool = False
    why: str = ""


def segments(text: str, reading: Reading) -> list[Segment]:
    """All of `text` in order, in segments; where two readings overlap, the one that begins first is marked."""
    marked = [
        (part.start, part.end, number, part is quote.parts[0], "")
        for number, quote in enumerate(reading.quotes, start=1)
        for part in quote.parts
    ]
    marked += [(words.start, words.end, 0, False, words.why) for words in reading.not_speech]
    found, at = [], 0
    for start, end, number, first, why in sorted(marked):
        if start < at or end <= start:
            continue
        if start > at:
            found.append(Segment(text[at:start]))
        found.append(Segment(text[start:end], number, first, why))
        at = end
    if at < len(text):
        found.append(Segment(text[at:]))
    return found
