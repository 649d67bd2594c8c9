"""Read a transcript and print what was read; loading it into the record is not part of this command yet."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from hearings.importing.receive import ImportRefused
from hearings.importing.transcript_files import LIMIT, read_file
from hearings.importing.transcript_reading import TranscriptReading, to_json


class Command(BaseCommand):
    help = "Read a transcript or captions and report the hearing, its people and its turns. Nothing is stored so far."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", help="The transcript: .htm, .txt, .md, .vtt, .srt, .docx, .pdf, .xml, or - for standard input."
        )
        parser.add_argument("--dry-run", action="store_true", help="Read and report; store nothing.")
        parser.add_argument("--json", action="store_true", help="Print what was read as JSON on standard output.")

    def handle(self, *, file: str, dry_run: bool, **options) -> None:
        try:
            reading = read_file(_bytes(file))
        except ImportRefused as refusal:
            self.stderr.write(str(refusal))
            raise SystemExit(1) from refusal
        if options["json"]:
            self.stdout.write(json.dumps(to_json(reading), ensure_ascii=False, indent=1))
        self._report(reading)
        if not dry_run:
            self.stderr.write(
                "This command only reads so far: transcripts cannot be stored yet. Add --dry-run to read "
                "without this message."
            )
        if not dry_run or reading.kind != "transcript":
            raise SystemExit(1)

    def _report(self, reading: TranscriptReading) -> None:
        for warning in reading.warnings:
            self.stderr.write(warning)
        if reading.kind == "transcript":
            self.stderr.write(f"Hearing: {reading.title or 'no title was found'}")
            self.stderr.write(f"Witnesses: {len(reading.witnesses)}. Turns: {len(reading.turns)}.")
        self.stderr.write("Nothing was stored.")


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
