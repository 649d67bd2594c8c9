"""Exports: the whole public record as files, JSON Lines and CSV, with their checksums."""

import csv
import json
import secrets
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from hearings.exports import DESCRIPTION, SUMS, UNFINISHED, folder, media_type, stamp, wanted
from hearings.imaging.files import digest
from hearings.models import Correction, Exhibit, Hearing, Quote, Site, Turn, Version
from hearings.representations import data, sheets
from witnesses.models import Witness

BATCH = 200
FOR_EXCEL = "utf-8-sig"  # with a byte order mark, without which Excel takes the bytes for another encoding
KEPT = 2  # exports, the newest
README = """{name}: export of {date}

Every hearing, person, quotation (with each of its versions), turn, exhibit, correction and reference that was public
at that time, as JSON Lines (one object a line, UTF-8) and as CSV (RFC 4180, UTF-8 with a byte order
mark, so that Excel reads every script). The objects are those of
{site}/api/v1/, where each property is explained.

In the CSV files a cell that begins with = + - @, a tab or a line break has an apostrophe before it, so that no
spreadsheet takes it for a formula. Where you need the exact words, read the JSON Lines.

{sums} has the SHA-256 of each file. Licence: {licence}
"""
LICENCE = "The texts are those of the sources that each record names. Images are not part of these files."
ABOUT = "Hearings, people, quotations with every version, turns, exhibits, corrections and references."
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def current_seals() -> str:
    """A mark of everything that was sealed or is withheld now: an export with another mark is not handed on."""
    sites = list(Site.objects.order_by("public_id").values_list("public_id", "coordinate_precision"))
    return stamp([Version.objects.exclude(sealed_at=None).count(), sites])


def export(place: Path) -> Path:
    """Write an export below `place` and return its folder, which is there whole or not at all.

    One that something was sealed during is thrown away and begun again.
    """
    place.mkdir(parents=True, exist_ok=True)
    while True:
        seals, moment = current_seals(), datetime.now(UTC)
        unfinished = place.parent / f"{place.name}{UNFINISHED}{secrets.token_hex(4)}"
        unfinished.mkdir()
        try:
            write_all(unfinished, seals, moment)
            if current_seals() == seals:
                return unfinished.rename(place / f"{moment:%Y%m%dT%H%M%S%f}Z")
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)


def export_nightly() -> Path:
    """The export that the site offers, and the older ones swept away."""
    wanted().unlink(missing_ok=True)
    made = export(folder())
    for old in sorted(folder().glob("[0-9]*Z"))[:-KEPT]:
        shutil.rmtree(old)
    return made


def write_all(place: Path, seals: str, moment: datetime) -> None:
    for name, objects in TABLES.items():
        write_table(place, name, objects())
    facts = {"name": settings.SITE_NAME, "date": f"{moment:%Y-%m-%d}", "site": settings.SITE_URL}
    (place / "README.txt").write_text(README.format(**facts, sums=SUMS, licence=LICENCE), encoding="utf-8")
    files = [resource(path) for path in sorted(place.iterdir())]
    (place / DESCRIPTION).write_text(json.dumps(described(files, seals, moment), indent=2), encoding="utf-8")
    sums = (f"{digest(path)}  {path.name}\n" for path in sorted(place.iterdir()))
    (place / SUMS).write_text("".join(sums), encoding="utf-8")


def described(files: list[dict], seals: str, moment: datetime) -> dict:
    """The export as a Data Package (https://datapackage.org, version 2). `seals` is ours, not the standard's."""
    return {
        "$schema": PROFILE,
        "name": "hearings-record",
        "title": settings.SITE_NAME,
        "description": ABOUT,
        "homepage": settings.SITE_URL,
        "created": moment.isoformat(),
        "licenses": [{"path": f"{settings.SITE_URL}/data/#licence", "title": LICENCE}],
        "contributors": [{"title": settings.SITE_NAME, "path": settings.SITE_URL, "roles": ["publisher"]}],
        "seals": seals,
        "resources": files,
    }


def resource(path: Path) -> dict:
    """A file as a resource of a Data Package; of a CSV file, whose form is the standard's own, with its columns."""
    facts = {
        "name": path.name.lower().replace(".", "-"),
        "path": path.name,
        "format": path.suffix[1:],
        "mediatype": media_type(path.name),
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest(path)}",
    }
    if path.suffix != ".csv":
        return facts
    with path.open(encoding=FOR_EXCEL, newline="") as rows:
        columns = next(csv.reader(rows))
    fields = [{"name": column, "type": "string"} for column in columns]
    return facts | {"type": "table", "schema": {"fields": fields}} if fields else facts


def write_table(place: Path, name: str, objects: Iterator[dict]) -> None:
    """JSON Lines, a line at a time; then the same as CSV, whose columns are those that any line has."""
    lines, columns = place / f"{name}.jsonl", {}
    with lines.open("w", encoding="utf-8") as out:
        for item in objects:
            out.write(json.dumps(item, ensure_ascii=False) + "\n")
            columns |= dict.fromkeys(sheets.flat(item))
    with lines.open(encoding="utf-8") as rows, (place / f"{name}.csv").open("w", encoding=FOR_EXCEL, newline="") as out:
        sheet = csv.DictWriter(out, list(columns), restval="", quoting=csv.QUOTE_ALL)
        sheet.writeheader()
        sheet.writerows(sheets.flat(json.loads(row)) for row in rows)


def each(rows: QuerySet) -> Iterator:
    """Every row, some hundreds at a time, so that memory does not grow with the record."""
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield from batch
        last = batch[-1].pk


def records(rows: QuerySet) -> Callable[[], Iterator[dict]]:
    return lambda: (data.of(one, one.shown) for one in each(rows.all().public()))


def quote_versions() -> Iterator[dict]:
    for one in each(QUOTES.all().public()):
        for version in one.versions.all():
            yield data.quote(one, version.under(one).pinned())


def references() -> Iterator[dict]:
    for one in each(Hearing.objects.public().select_related("current")):
        yield from (data.mention(named, one) for named in one.shown.content["references"])


QUOTES = Quote.objects.select_related(
    "current", "hearing", "speaker__person__shown_as", "finding__transcript"
).prefetch_related("versions")
TURNS = Turn.objects.select_related("current", "transcript__hearing", "speaker__person__shown_as")
EXHIBITS = Exhibit.objects.select_related("current", "hearing", "site")
HEARINGS = Hearing.objects.select_related("current").prefetch_related("topics", "appearances__person__shown_as")
TABLES: dict[str, Callable[[], Iterator[dict]]] = {
    "hearings": records(HEARINGS),
    "people": lambda: (data.person(one) for one in each(Witness.objects.public().prefetch_related("links"))),
    "quotes": records(QUOTES),
    "quote-versions": quote_versions,
    "turns": records(TURNS),
    "exhibits": records(EXHIBITS),
    "corrections": lambda: (data.correction(one) for one in each(Correction.objects.public().shown())),
    "references": references,
}
