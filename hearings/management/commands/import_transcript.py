"""Import a transcript: from a file or standard input to the draft transcript of a hearing."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse

from hearings.importing.editions import counted, sheets
from hearings.importing.listing import certain, list_people, people_named
from hearings.importing.load_transcript import HowMade, OtherTitle, take_in
from hearings.importing.matching import PeopleIndex
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.files import LIMIT, read_file
from hearings.importing.transcripts.reading import TranscriptReading, to_json
from hearings.models import Hearing, Transcript

ELSEWHERE = (
    "Name the right hearing. If it is this one all the same, import the file there in the admin, and confirm it."
)


class Command(BaseCommand):
    help = "Read a transcript or captions and store it as the draft transcript of a hearing, or as its next edition."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help="The transcript: .htm, .txt, .md, .vtt, .srt, .docx, .pdf, .xml, or - for standard input."
        )
        parser.add_argument("--hearing", default="", help="The address of the hearing: the last part of its page's.")
        parser.add_argument(
            "--accuracy", default="", choices=["", *Transcript.Accuracy.values], help="How it was made."
        )
        parser.add_argument(
            "--list-people", action="store_true", help="List at the hearing those whom the file names for certain."
        )
        parser.add_argument("--dry-run", action="store_true", help="Read and report; store nothing.")
        parser.add_argument("--json", action="store_true", help="Print what was read as JSON on standard output.")

    def handle(self, *, file: str, hearing: str, accuracy: str, dry_run: bool, **options) -> None:
        reading = None
        try:
            data = _bytes(file)
            found = None if dry_run else _hearing(hearing)  # before a long reading
            reading = read_file(data)
            if options["json"]:
                self.stdout.write(json.dumps(to_json(reading), ensure_ascii=False, indent=1))
            self._report(reading)
            if dry_run and hearing:
                found = _hearing(hearing)
            if found is None:
                self.stderr.write("Nothing was stored. To import it, name its hearing with --hearing.")
                if reading.kind != "transcript":
                    raise SystemExit(1)
                return
            with transaction.atomic():
                self._store(data, found, accuracy, reading, options["list_people"])
                transaction.set_rollback(dry_run)  # a dry run is refused for whatever the import is refused for
            if dry_run:
                self.stderr.write("Nothing was stored: this was a dry run.")
        except HowMade as doubt:
            *some, last = (f"--accuracy {answer}" for answer in doubt.answers)
            self.stderr.write(f"{doubt} Add {', '.join(some)} or {last}.")
            raise SystemExit(1) from doubt
        except OtherTitle as doubt:
            self.stderr.write(f"{doubt} {ELSEWHERE}")
            raise SystemExit(1) from doubt
        except ImportRefused as refusal:
            if options["json"] and reading is None:
                refused = TranscriptReading("not_a_hearing", warnings=(str(refusal),))
                self.stdout.write(json.dumps(to_json(refused), ensure_ascii=False, indent=1))
            self.stderr.write(str(refusal))
            raise SystemExit(1) from refusal

    def _store(self, data: bytes, hearing: Hearing, accuracy: str, reading: TranscriptReading, lists: bool) -> None:
        for taken in take_in(data=data, hearing=hearing, by=None, accuracy=accuracy, reading=reading):
            address = reverse("admin:hearings_transcript_change", args=[taken.transcript.pk])
            self.stderr.write(f"{taken.sentence} {address}")
            if lists:
                self._list(taken.transcript)

    def _list(self, transcript: Transcript) -> None:
        if not transcript.hearing.is_editable:
            self.stderr.write("Nobody was listed: the hearing is public, which needs a public sentence. Use the admin.")
            return
        people, doubts = certain(people_named(transcript, PeopleIndex()))
        found = list_people(transcript=transcript, people=people, by=None)
        self.stderr.write(
            f"Listed: {', '.join(name for name, _ in people) or 'nobody'}. Turns with a speaker now: {found}."
        )
        for doubt in doubts:
            self.stderr.write(doubt)

    def _report(self, reading: TranscriptReading) -> None:
        for warning in reading.warnings:
            self.stderr.write(warning)
        if reading.kind == "transcript":
            self.stderr.write(f"Hearing: {reading.title or 'no title was found'}")
            told = counted(line.kind for sheet in sheets(reading) for line in sheet.lines)
            self.stderr.write(f"Witnesses: {len(reading.witnesses)}. Read: {told}.")


def _hearing(slug: str) -> Hearing:
    if not slug:
        raise ImportRefused("Say whose transcript it is: --hearing and the address of the hearing; or only --dry-run.")
    found = Hearing.objects.filter(slug=slug).first() or Hearing.objects.filter(former_slugs__slug=slug).first()
    if found is None:
        raise ImportRefused(f"There is no hearing at the address {slug}. Make it first, or check the address.")
    return found


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(LIMIT + 1)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(LIMIT + 1)
    except IsADirectoryError as error:
        raise ImportRefused(f"{file} is a directory. Name the file of the transcript.") from error
    except FileNotFoundError as error:
        raise ImportRefused(f"There is no file {file}. Check its name.") from error
    except OSError as error:
        raise ImportRefused(f"{file} cannot be read: {error.strerror or error}. Check the file.") from error
    except ValueError as error:
        raise ImportRefused("The name of the file cannot be read. Check it.") from error
