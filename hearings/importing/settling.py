"""A new edition of a transcript beside the record: which turns are the same, and what an editor said of the others."""

from dataclasses import dataclass, replace

from hearings.actions.differing import Heading, Settlement, heading
from hearings.importing.editions import Line, Sheet
from hearings.importing.pairing import Pairing, pair
from hearings.importing.speakers import LABEL, Speakers
from hearings.models import Edition, Section, State, Turn

Paired = tuple[list[Turn], Sheet, Pairing]


def pairing_of(edition: Edition) -> Paired:
    """An edition that waits, the turns of the record that it may change, and how the two pair."""
    sheet = Sheet.from_json(edition.waiting)
    open_turns = edition.transcript.turns.exclude(state__in=[State.WITHDRAWN, State.SEALED])
    turns = list(open_turns.select_related("section", "speaker__person"))
    return turns, sheet, pair(*([_words(row) for row in rows] for rows in (turns, sheet.lines)))


def _words(row: Turn | Line) -> tuple:
    notes = tuple((note["mark"], note["at"], note["text"]) for note in row.footnotes)
    return row.label[:LABEL], row.text, row.kind, notes


@dataclass(frozen=True)
class Run:
    """Turns of the record in a row, by their first and last number, and the headings they have there and here."""

    first: int
    last: int
    before: str
    now: str


def under_other_headings(paired: Paired) -> list[Run]:
    """The turns that stand under another heading in the edition than in the record, in its order."""
    turns, sheet, pairing = paired
    proposed = ((new, old) for new, old in pairing.proposed.items() if old is not None)
    runs: list[Run] = []
    for new, old in sorted([*((new, old) for old, new in pairing.same), *proposed]):
        turn, part = turns[old], sheet.parts[sheet.lines[new].part]
        if heading(turn) == (part.kind, part.title):
            continue
        run = Run(turn.number, turn.number, in_words(heading(turn)), in_words((part.kind, part.title)))
        if runs and (runs[-1].before, runs[-1].now, runs[-1].last + 1) == (run.before, run.now, run.first):
            run = replace(run, first=runs.pop().first)
        runs.append(run)
    return runs


def in_words(of: Heading) -> str:
    """A heading as it is told to staff: “Appendix: Letters”."""
    kind, title = of
    return f"{Section.Kind(kind).label}: {title}" if title else Section.Kind(kind).label


def settlement_of(
    edition: Edition, choices: dict[int, int | None] | None = None, paired: Paired | None = None, **words
) -> Settlement:
    """What an editor decided, ready to be settled. `choices`: for a place of the new edition the place of the turn
    of the record that it is, or None for a new turn. What is the same needs no choice; what nobody chose is dropped."""
    turns, sheet, pairing = paired or pairing_of(edition)
    chosen = {new: turns[old].pk for old, new in pairing.same}
    chosen |= {new: None if old is None else turns[old].pk for new, old in (choices or {}).items()}
    speakers = Speakers(edition.transcript.hearing, turns)
    lines = [(chosen.get(place), line.part, speakers.facts(line)) for place, line in enumerate(sheet.lines)]
    parts = [(part.kind, part.title) for part in sheet.parts]
    return Settlement(parts=parts, lines=lines, accuracy=edition.waiting.get("accuracy", ""), **words)
