"""Import a press release: from a file or standard input to a draft hearing."""

import datetime
import json
import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse

from hearings.importing.joining import may_be_of, of_this_title
from hearings.importing.load import receive, save_draft, stored
from hearings.importing.matching import BodyIndex, PeopleIndex
from hearings.importing.proposal import certain, propose
from hearings.importing.releases.press_release import check, read_release
from hearings.importing.releases.reading import Reading, to_json
from hearings.importing.texts.mending import Mended
from hearings.importing.texts.receive import ImportRefused, take
from hearings.models import Hearing, SourceDocument

MOST_READ = 64 * 1024 * 1024
ANOTHER = "Make a draft all the same where a hearing of this title and day is in the record: it is another one."


class Command(BaseCommand):
    help = "Read a press release and store it as a source with a draft hearing, its people and its quotes."

    def add_arguments(self, parser):
        parser.add_argument("file", help="A text file in UTF-8, or - for standard input.")
        parser.add_argument("--dry-run", action="store_true", help="Read and report; store nothing.")
        parser.add_argument("--json", action="store_true", help="Print what was read as JSON on standard output.")
        parser.add_argument("--url", default="", help="Where the release was published.")
        parser.add_argument("--year", type=int, help="The year of the hearing, where the release does not say it.")
        parser.add_argument("--another-hearing", action="store_true", help=ANOTHER)

    def handle(self, *, file: str, url: str, year: int | None, dry_run: bool, **options) -> None:
        reading = None
        try:
            data = _bytes(file)
            mended = take(data)
            _check_address(url)
            reading = read_release(mended.text)
            if options["json"]:
                self.stdout.write(json.dumps(to_json(reading, mended), ensure_ascii=False, indent=1))
            check(reading)
            if dry_run:
                self._report(reading, mended)
            else:
                self._store(data, mended, reading, url, year, options["another_hearing"])
        except ImportRefused as refusal:
            if options["json"] and reading is None:
                refused = Reading("not_a_release", warnings=(str(refusal),))
                self.stdout.write(json.dumps(to_json(refused), ensure_ascii=False, indent=1))
            self.stderr.write(str(refusal))
            raise SystemExit(1) from refusal

    def _report(self, reading: Reading, mended: Mended) -> None:
        for warning in (*mended.notes, *reading.warnings):
            self.stderr.write(warning)
        event = reading.event
        self.stderr.write(f"Hearing: {event.title if event and event.title else 'no title was found'}")
        self.stderr.write(f"Witnesses: {len(event.witnesses) if event else 0}. Quotes: {len(reading.quotes)}.")
        title, date = (event.title or "", event.date) if event else ("", None)
        there = title and _there_already(title, datetime.date.fromisoformat(date) if date else None)
        if there:
            self.stderr.write(_same_hearing(there)[0])
        self.stderr.write("Nothing was stored.")

    @transaction.atomic
    def _store(self, data: bytes, mended: Mended, reading: Reading, url: str, year: int | None, another: bool) -> None:
        known = stored(data)
        if known and not (another and _only_waits(known)):
            self.stderr.write(f"Nothing changed: {_already(known)}")
            return
        proposal = propose(reading, PeopleIndex(), BodyIndex())
        decisions, doubts = certain(proposal, year)
        source, fresh = receive(data=data, text=mended.text, by=None, url=url, publisher=proposal.publisher)
        if not fresh and not known:
            self.stderr.write(f"Nothing changed: {_already(source)}")
            return
        there = decisions and not another and _there_already(decisions.title, decisions.date)
        for words in (*mended.notes, *proposal.warnings, *(_same_hearing(there) if there else doubts)):
            self.stderr.write(words)
        if decisions is None or there:
            self.stderr.write(f"The text is stored and waits for its review at {_review(source)}")
            return
        hearing = save_draft(source=source, decisions=decisions, by=None)
        address = reverse("admin:hearings_hearing_change", args=[hearing.pk])
        self.stderr.write(f"Saved as the draft “{hearing}” with {_counted(len(decisions.quotes))}: {address}")


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(MOST_READ)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(MOST_READ)
    except IsADirectoryError as error:
        raise ImportRefused(f"{file} is a directory. Name the text file of the release.") from error
    except FileNotFoundError as error:
        raise ImportRefused(f"There is no file {file}. Check its name.") from error
    except OSError as error:
        raise ImportRefused(f"{file} cannot be read: {error.strerror or error}. Check the file.") from error
    except ValueError as error:
        raise ImportRefused("The name of the file cannot be read. Check it.") from error


def _check_address(url: str) -> None:
    try:
        SourceDocument._meta.get_field("url").clean(url, None)
    except ValidationError as error:
        raise ImportRefused("The address must be complete and begin with https:// or http://.") from error


def _there_already(title: str, date: datetime.date | None) -> Hearing | None:
    """The hearing that this seems to be; one of the same title on another day is another."""
    found = of_this_title(title, date)
    return found if found and may_be_of(found, date) else None


def _same_hearing(there: Hearing) -> list[str]:
    address = reverse("admin:hearings_hearing_change", args=[there.pk])
    return [
        f"A hearing of this title and day is in the record already: “{there}”, {there.date_words}, {address}",
        "No second draft was made. In its review the release can be added to that hearing. If it is of another one, "
        "import it again with --another-hearing.",
    ]


def _only_waits(source: SourceDocument) -> bool:
    """Whether nobody has begun to review it, so that it may still become a draft of its own."""
    return source.hearing_id is None and not source.review_left


def _counted(quotes: int) -> str:
    return "1 quote" if quotes == 1 else f"{quotes} quotes"


def _already(source: SourceDocument) -> str:
    if source.hearing:
        address = reverse("admin:hearings_hearing_change", args=[source.hearing_id])
        return f"this release was imported before and became “{source.hearing}”, {address}"
    return f"this release was imported before and waits for its review at {_review(source)}"


def _review(source: SourceDocument) -> str:
    return reverse("admin:hearings_sourcedocument_review", args=[source.pk])
