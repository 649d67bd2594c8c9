"""A new edition of a transcript beside the record: which turns are the same, and what an editor said of the others."""

from hearings.actions.settling import Settlement
from hearings.importing.editions import Line, Sheet
from hearings.importing.pairing import Pairing, pair
from hearings.importing.speakers import Speakers
from hearings.models import Edition, State, Turn


def pairing_of(edition: Edition) -> tuple[list[Turn], Sheet, Pairing]:
    """An edition that waits, the turns of the record that it may change, and how the two pair."""
    sheet = Sheet.from_json(edition.waiting)
    turns = list(edition.transcript.turns.exclude(state__in=[State.WITHDRAWN, State.SEALED]))
    return turns, sheet, pair(*([_words(row) for row in rows] for rows in (turns, sheet.lines)))


def _words(row: Turn | Line) -> tuple:
    notes = tuple((note["mark"], note["at"], note["text"]) for note in row.footnotes)
    return row.label, row.text, notes


def settlement_of(edition: Edition, choices: dict[int, int | None] | None = None, **words) -> Settlement:
    """What an editor decided, ready to be settled. `choices`: for a place of the new edition the place of the turn
    of the record that it is, or None for a new turn. What is the same needs no choice; what nobody chose is dropped."""
    turns, sheet, pairing = pairing_of(edition)
    chosen = {new: turns[old].pk for old, new in pairing.same}
    chosen |= {new: None if old is None else turns[old].pk for new, old in (choices or {}).items()}
    speakers = Speakers(edition.transcript.hearing)
    lines = [(chosen.get(place), line.part, speakers.facts(line)) for place, line in enumerate(sheet.lines)]
    parts = [(part.kind, part.title) for part in sheet.parts]
    return Settlement(parts=parts, lines=lines, accuracy=edition.waiting.get("accuracy", ""), **words)
