"""Import a folder of press releases or of transcripts: each file by itself, so that what was interrupted goes on."""

import io
import json
import sys
from collections import Counter
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand

from hearings.management.commands.import_release import ANOTHER
from hearings.models import Transcript

WIDTH = 30  # characters of the progress bar
INTERRUPTED = 130  # as a shell has it for a program that Ctrl-C ended


class Command(BaseCommand):
    help = (
        "Import every file of a folder, in the order of their names. A file that was imported before changes nothing, "
        "so an interrupted import is gone on with by the same command. Ends with status 1 where a file was refused, "
        "with 130 after Ctrl-C."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--transcripts",
            action="store_true",
            help="The files are transcripts, each named like the address of its hearing; else they are releases.",
        )
        parser.add_argument(
            "--accuracy", default="", choices=["", *Transcript.Accuracy.values], help="How the transcripts were made."
        )
        parser.add_argument("--another-hearing", action="store_true", help=ANOTHER)
        parser.add_argument("--dry-run", action="store_true", help="Read and report; store nothing.")
        parser.add_argument("--json", action="store_true", help="Print the report with what was read as JSON.")

    def handle(self, *, folder: Path, transcripts: bool, accuracy: str, dry_run: bool, **options) -> None:
        if not folder.is_dir():
            self.stderr.write(f"{folder} is no folder. Name the folder that holds the files.")
            raise SystemExit(1)
        files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
        led_out = [path for path in files if not path.resolve().is_relative_to(folder.resolve())]
        files = [path for path in files if path not in led_out]
        for path in led_out:
            self.stderr.write(f"{path.name} was left out: it is a link to a file outside of {folder}.")
        if not files:
            self.stderr.write(f"There is no file in {folder}.")
            raise SystemExit(1)
        report, stopped = [], False
        about = {"accuracy": accuracy} if transcripts else {"another_hearing": options["another_hearing"]}
        try:
            for number, path in enumerate(files, start=1):
                self._progress(number, len(files), path.name)
                report.append(self._import(path, about, dry_run, options["json"]))
        except KeyboardInterrupt:  # of the file that was being read nothing is stored
            stopped = True
        self._progress(0, 0, "")
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=1))
        self._say(report)
        if stopped:
            self.stderr.write(f"Interrupted. Not read yet: {len(files) - len(report)}. The same command goes on.")
            raise SystemExit(INTERRUPTED)
        if any(entry["outcome"] == "refused" for entry in report):
            raise SystemExit(1)

    def _import(self, path: Path, about: dict[str, str | bool], dry_run: bool, as_json: bool) -> dict:
        out, err = io.StringIO(), io.StringIO()
        command = "import_transcript" if "accuracy" in about else "import_release"
        about = about | ({"hearing": path.stem} if "accuracy" in about else {})
        try:
            call_command(command, str(path), dry_run=dry_run, json=as_json, stdout=out, stderr=err, **about)
            outcome = "read" if dry_run else "unchanged" if _unchanged(err.getvalue()) else "stored"
        except SystemExit:
            outcome = "refused"
        entry = {"file": path.name, "outcome": outcome, "words": err.getvalue().splitlines()}
        return entry | ({"reading": json.loads(out.getvalue())} if out.getvalue() else {})

    def _say(self, report: list[dict]) -> None:
        for entry in report:
            self.stderr.write(f"{entry['outcome']:<10}{entry['file']}")
            for words in entry["words"]:
                self.stderr.write(f"          {words}")
        counts = Counter(entry["outcome"] for entry in report)
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
        self.stderr.write(f"{len(report)} file{'' if len(report) == 1 else 's'}{': ' if told else ''}{told}.")

    def _progress(self, number: int, total: int, name: str) -> None:
        """A bar on a terminal, in place; nothing where the output goes to a file."""
        if not self.stderr.isatty():
            return
        done = WIDTH * number // total if total else 0
        line = f"[{'#' * done:<{WIDTH}}] {number} of {total} {name[:40]}" if total else ""
        sys.stderr.write(f"\r{line:<90}\r" if not total else f"\r{line:<90}")
        sys.stderr.flush()


def _unchanged(said: str) -> bool:
    """Whether a command said of a file that it was stored before; what the file itself says is no matter."""
    return any(line.startswith("Nothing changed") for line in said.splitlines())
