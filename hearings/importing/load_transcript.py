"""From a transcript that was read to turns in the record: a first edition becomes a draft, a later one is paired."""

import hashlib
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from hearings.actions.record import write_history
from hearings.actions.transcripts import Settlement, settle
from hearings.importing.editions import Line, Sheet, counted, sheets
from hearings.importing.load import note_of, stored
from hearings.importing.matching import titles_differ
from hearings.importing.pairing import Pairing, pair
from hearings.importing.receive import PARSER, ImportRefused
from hearings.importing.transcript_files import read_file
from hearings.importing.transcript_reading import TranscriptReading
from hearings.models import Appearance, Edition, Hearing, Section, SourceDocument, State, Transcript, Turn
from hearings.text import shorten
from witnesses.names import compare

NOT_LISTED = "{} is not listed at this hearing."
SEVERAL = "More than one person listed at this hearing may be {}."


class OtherTitle(ImportRefused):
    """The title of the file is plainly not that of the hearing; an editor may say that it is of this hearing."""


class HowMade(ImportRefused):
    """The file does not show how the transcript was made; an editor must say so."""


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
    `confirmed` that a file of another title is of this hearing; HowMade where neither `accuracy` nor the file says it.
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
        accuracy = accuracy or _made(reading)
        return [_take(sheet, home, source, accuracy, by) for sheet, home in zip(found, homes, strict=True)]


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


def pairing_of(edition: Edition) -> tuple[list[Turn], Sheet, Pairing]:
    """An edition that waits, the turns of the record that it may change, and how the two pair."""
    sheet = Sheet.from_json(edition.waiting)
    turns = list(edition.transcript.turns.exclude(state__in=[State.WITHDRAWN, State.SEALED]))
    return turns, sheet, pair(*([_words(row) for row in rows] for rows in (turns, sheet.lines)))


def _words(row: Turn | Line) -> tuple:
    notes = tuple((note["mark"], note["at"], note["text"]) for note in row.footnotes)
    return row.label, row.text, notes


def _take(sheet: Sheet, hearing: Hearing, source: SourceDocument, accuracy: str, by: AbstractUser | None) -> Taken:
    hearing = Hearing.objects.select_for_update().get(pk=hearing.pk)
    if hearing.state == State.SEALED:
        raise ImportRefused("The hearing is sealed. Nothing can be added to it any more.")
    known = Edition.objects.filter(source=source, transcript__hearing=hearing).first()
    if known:
        return Taken(known.transcript, f"Nothing changed: “{hearing}” has this file already.", False)
    transcript = hearing.transcripts.open().first()
    if transcript is None:
        return _first(sheet, hearing, source, accuracy, by)
    if transcript.editions.exclude(waiting={}).exists():
        raise ImportRefused(f"An edition of the transcript of “{hearing}” waits already. Settle that one first.")
    edition = Edition.objects.create(
        transcript=transcript, source=source, parser=PARSER, imported_by=by, waiting=sheet.to_json()
    )
    write_history("imported", transcript, by, note_of(source))
    _, _, pairing = pairing_of(edition)
    if pairing.proposed or pairing.lost:
        sentence = (
            f"A corrected edition for “{hearing}”. Turns that are the same and keep their addresses: "
            f"{len(pairing.same)}; that wait for an editor: {len(pairing.proposed)}; "
            f"of the record and not in it: {len(pairing.lost)}."
        )
        return Taken(transcript, sentence, True)
    settle(edition=edition, settlement=settlement_of(edition), by=by)
    return Taken(transcript, f"Every turn of “{hearing}” is the same: nothing of its words changed.", True)


def _first(sheet: Sheet, hearing: Hearing, source: SourceDocument, accuracy: str, by: AbstractUser | None) -> Taken:
    if not accuracy:
        raise HowMade(
            "The file has no front matter of an official publisher, so it does not show how the transcript was made. "
            "Say whether it is official, machine captions, or corrected by hand."
        )
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


class Speakers:
    """Who at a hearing is meant by a name that was read; never a guess."""

    def __init__(self, hearing: Hearing):
        rows = hearing.appearances.select_related("person")
        self.rows = [(row, [row.person.full_name, *row.person.other_spellings.splitlines()]) for row in rows]
        self.known: dict[str, tuple[Appearance | None, str]] = {}

    def who(self, name: str) -> tuple[Appearance | None, str]:
        """The appearance, or None and the reason in words."""
        if name not in self.known:
            answers = [(row, {compare(name, one) for one in spellings if one}) for row, spellings in self.rows]
            same = [row for row, found in answers if "same" in found]
            possible = same or [row for row, found in answers if "possible" in found]
            if len(same) == 1:
                self.known[name] = same[0], ""
            else:
                self.known[name] = None, (SEVERAL if possible else NOT_LISTED).format(name)
        return self.known[name]

    def facts(self, line: Line) -> dict:
        """The fields of a turn that a line gives."""
        speaker, why = self.who(line.named) if line.named else (None, line.reason)
        return {
            "kind": line.kind,
            "label": line.label[:250],
            "speaker": speaker,
            "named": line.named[:250],
            "unresolved": why[:300],
            "text": line.text,
            "footnotes": list(line.footnotes),
            "pages": list(line.pages),
        }


def name_again(*, transcript: Transcript, decided: dict[str, Appearance] | None = None) -> int:
    """Look up who speaks in a draft once more, after people were listed; how many turns have got a speaker.

    `decided` has who is meant by a name, where an editor has said so.
    """
    speakers, found = Speakers(transcript.hearing), []
    speakers.known.update({name: (row, "") for name, row in (decided or {}).items()})
    for turn in transcript.turns.filter(speaker=None, state=State.DRAFT).exclude(named=""):
        turn.speaker, turn.unresolved = speakers.who(turn.named)
        if turn.speaker:
            found.append(turn)
    Turn.objects.bulk_update(found, ["speaker", "unresolved"], batch_size=500)
    return len(found)


def settlement_of(edition: Edition, choices: dict[int, int | None] | None = None, **words) -> Settlement:
    """What an editor decided, ready to be settled. `choices`: for a place of the new edition the place of the turn
    of the record that it is, or None for a new turn. What is the same needs no choice; what nobody chose is dropped."""
    turns, sheet, pairing = pairing_of(edition)
    chosen = {new: turns[old].pk for old, new in pairing.same}
    chosen |= {new: None if old is None else turns[old].pk for new, old in (choices or {}).items()}
    speakers = Speakers(edition.transcript.hearing)
    lines = [(chosen.get(place), line.part, speakers.facts(line)) for place, line in enumerate(sheet.lines)]
    return Settlement(parts=[(part.kind, part.title) for part in sheet.parts], lines=lines, **words)


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


def _made(reading: TranscriptReading) -> str:
    """How a transcript was made, where its file shows it: captions do, and the front matter of an official volume."""
    if any("captions" in warning for warning in reading.warnings):
        return Transcript.Accuracy.CAPTIONS
    return Transcript.Accuracy.OFFICIAL if reading.citation or reading.congress else ""
