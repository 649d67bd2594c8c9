"""From a transcript that was read to turns in the record: a first edition becomes a draft, a later one is paired."""

import hashlib
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from hearings.actions.record import write_history
from hearings.actions.settling import settle
from hearings.importing.as_read import NOT_OFFICIAL, are_captions
from hearings.importing.editions import Sheet, counted, sheets
from hearings.importing.load import note_of, stored
from hearings.importing.matching import titles_differ
from hearings.importing.pairing import Pairing
from hearings.importing.settling import Run, pairing_of, settlement_of, under_other_headings
from hearings.importing.speakers import Speakers
from hearings.importing.texts.receive import PARSER, ImportRefused
from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.reading import TranscriptReading
from hearings.models import Edition, Hearing, Section, SourceDocument, State, Transcript, Turn
from hearings.text import shorten

NOT_SHOWN = (
    "The file has no front matter of an official publisher, so it does not show how the transcript was made. Say "
    "whether it is official, machine captions, or corrected by hand."
)


class OtherTitle(ImportRefused):
    """The title of the file is plainly not that of the hearing; an editor may say that it is of this hearing."""


class HowMade(ImportRefused):
    """The file does not show how the transcript was made, or shows otherwise; an editor must say which of `answers`."""

    def __init__(self, sentence: str, answers: list[str]):
        self.answers = answers
        super().__init__(sentence)


@dataclass(frozen=True)
class Taken:
    """What an import did: the transcript, a sentence that says it, and whether anything was stored."""

    transcript: Transcript
    sentence: str
    fresh: bool


def take_in(
    *,
    data: bytes,
    hearing: Hearing,
    by: AbstractUser | None,
    accuracy: str = "",
    confirmed: bool = False,
    reading: TranscriptReading | None = None,
    **facts: str,
) -> list[Taken]:
    """Store a file as the transcript of `hearing`; the sittings of a volume go to the hearings of their days.

    The same bytes again change nothing. `facts` are url, title and publisher of the source. Raises ImportRefused,
    and then nothing is stored, where a sitting has no hearing or the file is no transcript; OtherTitle where nobody
    `confirmed` that a file of another title is of this hearing; HowMade where neither `accuracy` nor the file says it,
    or where captions are called official.
    """
    reading = reading or read_file(data)
    found = sheets(reading)
    with transaction.atomic():
        homes = [home_of(sheet, hearing, len(found)) for sheet in found]
        if len({home.pk for home in homes}) < len(homes):
            raise ImportRefused("Two sittings of this file are of one day. Split the file, then import each part.")
        source = stored(data)
        if not confirmed:
            _check_title(reading.title or "", homes, source)
        source = source or _source(data, hearing, reading, by, facts)
        if source.hearing_id is None:  # left over from a hearing that was deleted
            source.hearing = hearing
            source.save(update_fields=["hearing"])
        return [_take(sheet, home, source, reading, accuracy, by) for sheet, home in zip(found, homes, strict=True)]


def _check_title(title: str, homes: list[Hearing], source: SourceDocument | None) -> None:
    """Raise OtherTitle where a hearing has a plainly different one, and has not this very file already."""
    known = set(source.editions.values_list("transcript__hearing", flat=True)) if source else set()
    for home in homes:
        if home.pk not in known and titles_differ(title, home.title):
            raise OtherTitle(
                f"The title of the file is “{shorten(title, 200)}”, and that of the hearing “{home.title}”."
            )


def home_of(sheet: Sheet, hearing: Hearing, sittings: int) -> Hearing:
    """The hearing to which a sitting belongs: the one named, else the only one of the same bodies on its day."""
    if sittings == 1 or (sheet.date and hearing.date and sheet.date == hearing.date.isoformat()):
        if sheet.date and hearing.date and sheet.date != hearing.date.isoformat():
            raise ImportRefused(
                f"The file is of a hearing on {sheet.date}, and “{hearing}” was held on {hearing.date}. "
                "Name the right hearing, or put its date right first."
            )
        return hearing
    same = Hearing.objects.exclude(state=State.SEALED).filter(date=sheet.date, bodies__in=hearing.bodies.all())
    found = list(same.distinct()[:2]) if sheet.date else []
    if len(found) == 1:
        return found[0]
    many = "more than one hearing" if found else "no hearing"
    raise ImportRefused(
        f"The file holds {sittings} sittings, and the record has {many} of the same body for that of "
        f"{sheet.date or 'a day that it does not name'}. Make one hearing for each day, then import it again."
    )


def _take(
    sheet: Sheet,
    hearing: Hearing,
    source: SourceDocument,
    reading: TranscriptReading,
    said: str,
    by: AbstractUser | None,
) -> Taken:
    hearing = Hearing.objects.select_for_update().get(pk=hearing.pk)
    if hearing.state == State.SEALED:
        raise ImportRefused("The hearing is sealed. Nothing can be added to it any more.")
    known = Edition.objects.filter(source=source, transcript__hearing=hearing).first()
    if known:
        return Taken(known.transcript, f"Nothing changed: “{hearing}” has this file already.", False)
    accuracy = _accuracy(reading, said)
    transcript = hearing.transcripts.open().first()
    if transcript is None:
        return _first(sheet, hearing, source, accuracy, by)
    if transcript.editions.exclude(waiting={}).exists():
        raise ImportRefused(
            f"An edition of the transcript of “{hearing}” waits already. Settle or discard that one first."
        )
    waiting = sheet.to_json() | {"accuracy": accuracy}
    edition = Edition.objects.create(
        transcript=transcript, source=source, parser=PARSER, imported_by=by, waiting=waiting
    )
    write_history("imported", transcript, by, note_of(source))
    paired = pairing_of(edition)
    _, _, pairing = paired
    headed = under_other_headings(paired)
    if pairing.proposed or pairing.lost or headed or accuracy != transcript.accuracy:
        return Taken(transcript, _waits(hearing, transcript, pairing, accuracy, headed), True)
    settle(edition=edition, settlement=settlement_of(edition, paired=paired), by=by)
    return Taken(transcript, f"Every turn of “{hearing}” is the same: nothing of its words changed.", True)


def _waits(hearing: Hearing, transcript: Transcript, pairing: Pairing, accuracy: str, headed: list[Run]) -> str:
    """What an edition that waits is, in words: how it was made where that is new, and what an editor has to say."""
    told = Transcript.Accuracy(accuracy).label
    made = "" if accuracy == transcript.accuracy else f" ({told}; the record has: {transcript.get_accuracy_display()})"
    moved = sum(run.last - run.first + 1 for run in headed)
    headings = f" Under another heading: {moved}." if moved else ""
    return (
        f"A new edition for “{hearing}”{made} waits. Turns that are the same and keep their addresses: "
        f"{len(pairing.same)}; that wait for an editor: {len(pairing.proposed)}; "
        f"of the record and not in it: {len(pairing.lost)}.{headings}"
    )


def _first(sheet: Sheet, hearing: Hearing, source: SourceDocument, accuracy: str, by: AbstractUser | None) -> Taken:
    transcript = Transcript.objects.create(hearing=hearing, source=source, accuracy=accuracy, language=source.language)
    Edition.objects.create(transcript=transcript, source=source, parser=PARSER, imported_by=by)
    parts = [
        Section.objects.create(transcript=transcript, number=number, kind=part.kind, title=part.title)
        for number, part in enumerate(sheet.parts, start=1)
    ]
    speakers = Speakers(hearing)
    Turn.objects.bulk_create(
        (
            Turn(transcript=transcript, section=parts[line.part], number=number, **speakers.facts(line))
            for number, line in enumerate(sheet.lines, start=1)
        ),
        batch_size=500,
    )
    write_history("imported", transcript, by, note_of(source))
    return Taken(transcript, f"Saved as a draft: {counted(line.kind for line in sheet.lines)} for “{hearing}”.", True)


def _source(
    data: bytes, hearing: Hearing, reading: TranscriptReading, by: AbstractUser | None, facts: dict[str, str]
) -> SourceDocument:
    """The bytes as they came. Its words stand in the turns, and nowhere twice: they could not all be sealed."""
    return SourceDocument.objects.create(
        hearing=hearing,
        kind=SourceDocument.Kind.TRANSCRIPT,
        text="",
        original=data,
        sha256=hashlib.sha256(data).hexdigest(),
        received_by=by,
        **{"title": facts.pop("title", "") or (reading.citation or "")[:400], **facts},
    )


def _accuracy(reading: TranscriptReading, said: str) -> str:
    """How a transcript was made: as somebody `said`, or as captions and the front matter of a volume show it."""
    if are_captions(reading):
        if said == Transcript.Accuracy.OFFICIAL:
            raise HowMade(NOT_OFFICIAL, [Transcript.Accuracy.CAPTIONS, Transcript.Accuracy.CORRECTED])
        return said or Transcript.Accuracy.CAPTIONS
    if not said and not (reading.citation or reading.congress):
        raise HowMade(NOT_SHOWN, Transcript.Accuracy.values)
    return said or Transcript.Accuracy.OFFICIAL
