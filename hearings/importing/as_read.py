"""Whether the turns of a transcript are what its kept file holds: who says “as its publisher printed it” must show it.

Compared are the label, the words and the footnotes of a turn, letter for letter but for white space and the shape of
quotation marks. A transcript without a file, and one that says that it was corrected by hand, may have other words.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from hearings.actions.publishing import publish_transcript
from hearings.actions.record import NotReady
from hearings.diffs import changes
from hearings.importing.editions import Line, sheets
from hearings.importing.texts.receive import PARSER, ImportRefused
from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.reading import TranscriptReading
from hearings.models import State, Transcript, Turn
from hearings.notes import as_text
from hearings.text import fold, shorten
from hearings.verbatim import Haystack

MOST = 10  # turns that a refusal names
ADVICE = (
    "Put back what the file has. If the print is wrong, import the corrected edition of its publisher; if you correct "
    "it yourself, choose “Corrected transcript” in the form of the transcript: readers are told so."
)
NOT_OFFICIAL = (
    "The file holds captions, and no publisher printed them: readers would be told so of “Official transcript”. Choose "
    "“Machine captions”; or “Corrected transcript”, if they were corrected by hand against the recording."
)


@dataclass(frozen=True)
class Kept:
    """What was read of the file that a transcript was read from; `same` is whether today's reader made its turns.

    `one` is whether it is of one sitting, so that turns are counted as they are in it, and `captions` what it is.
    """

    lines: list[Line]
    words: set[tuple[str, str, str]]
    whole: str
    same: bool
    one: bool
    captions: bool

    @cached_property
    def haystack(self) -> Haystack:
        return Haystack([line.text for line in self.lines])

    def holds(self, turn: Turn) -> bool:
        """Whether a turn is one of those that were read; by another version of the reader, whether its words stand."""
        own = _words(turn)
        return own in self.words or (not self.same and _joined(own) in self.whole)

    def problem(self, turn: Turn) -> str:
        """Which words of a turn are not those of the file, in a sentence."""
        _, places = self.haystack.find(turn.text)
        near = next((self.lines[place.turn] for place in places if place), None)
        near = near or next(iter(self.lines[turn.number - 1 : turn.number] if self.one else []), None)
        return f"Turn {turn.number}: {_difference(near, turn) if near else _nowhere(turn)}"


def are_captions(reading: TranscriptReading) -> bool:
    """Whether what was read is captions, which are nobody's print."""
    return any("captions" in warning for warning in reading.warnings)


def kept_of(transcript: Transcript) -> Kept | None:
    """What the file of a transcript holds, read once more; None where its turns may have other words.

    Raises ImportRefused where the file cannot be read.
    """
    edition = transcript.editions.filter(source=transcript.source_id).select_related("source").first()
    if edition is None or transcript.accuracy == Transcript.Accuracy.CORRECTED:
        return None
    reading = read_file(bytes(edition.source.original))
    found = sheets(reading)
    lines = [line for sheet in found for line in sheet.lines]
    words = list(map(_words, lines))
    whole, same = "\n".join(map(_joined, words)), edition.parser == PARSER
    return Kept(lines, set(words), whole, same, len(found) == 1, are_captions(reading))


def strange_words(transcript: Transcript, turns: list[Turn] | None = None) -> list[str]:
    """Which of these turns, or of all, have words that the file has not, in sentences with what to do about it."""
    try:
        kept = kept_of(transcript)
    except ImportRefused as refusal:
        return [f"The kept file cannot be compared with the turns. {refusal}", ADVICE]
    if kept is None:
        return []
    if turns is None and kept.captions and transcript.accuracy == Transcript.Accuracy.OFFICIAL:
        return [NOT_OFFICIAL]
    turns = transcript.turns.exclude(state__in=[State.WITHDRAWN, State.SEALED]) if turns is None else turns
    strange = [turn for turn in turns if not kept.holds(turn)]
    problems = [kept.problem(turn) for turn in strange[:MOST]]
    if len(strange) > MOST:
        problems.append(f"The same is so of {len(strange) - MOST} more turns.")
    return [*problems, ADVICE] if problems else []


@transaction.atomic
def publish_as_read(*, transcript: Transcript, by: AbstractUser | None, at: datetime | None = None) -> None:
    """Publish a transcript with all its turns; NotReady where they are not what it says that they are."""
    problems = strange_words(Transcript.objects.select_for_update().get(pk=transcript.pk))
    if problems:
        raise NotReady(problems)
    publish_transcript(transcript=transcript, by=by, at=at)


def _words(row: Turn | Line) -> tuple[str, str, str]:
    return tuple(fold(part)[0].strip() for part in (row.label[:250], row.text, as_text(row.footnotes)))


def _joined(words: tuple[str, str, str]) -> str:
    return " ".join(filter(None, words))


def _difference(near: Line, turn: Turn) -> str:
    said = []
    for removed, added in changes(_shown(near), _shown(turn))[:3]:
        if removed and added:
            said.append(f"“{shorten(added, 120)}” stands where the file has “{shorten(removed, 120)}”.")
        elif added:
            said.append(f"“{shorten(added, 120)}” is not in the file.")
        else:
            said.append(f"“{shorten(removed, 120)}” of the file is left out.")
    return " ".join(said)


def _shown(row: Turn | Line) -> str:
    return " ".join(_joined((row.label, row.text, as_text(row.footnotes))).split())


def _nowhere(turn: Turn) -> str:
    return f"“{shorten(turn.text, 120)}” is not in the file."
