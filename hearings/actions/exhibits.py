"""Images of exhibits: what is made of them in a process of its own, and the custody of every file."""

import shutil
import subprocess
import sys
import time
from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import transaction

from hearings.actions.record import enter_custody
from hearings.imaging import sandbox
from hearings.models import Annotation, Appearance, Capture, Exhibit, Version
from hearings.storage import original_name
from witnesses.models import Witness

MARKED = (
    "It was not put on one grid with the other image, because marks stand on them. To have that done, take the marks "
    "away, save, choose the bands anew, save, and mark once more."
)


def receive(*, capture: Capture, name: str, by: AbstractUser | None) -> None:
    """Write down that the file of a capture came in under `name`, and that what readers see is to be made of it."""
    enter_custody("received", [capture], by=by, note=f"As “{name}”, {capture.byte_size} bytes.")
    enter_custody("hashed", [capture], by=by)


def start_processing() -> None:
    """Have the waiting images made ready by a process of its own, once the transaction is through."""
    if settings.PROCESS_IMAGES_AT_ONCE:
        transaction.on_commit(_start)


def _start() -> None:
    command = [sys.executable, settings.BASE_DIR / "manage.py", "process_images"]
    subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, start_new_session=True)  # noqa: S603


def process_waiting() -> list[Capture]:
    """Make every image ready that waits, exhibit by exhibit; returns the captures that were worked on."""
    done = []
    for exhibit in Exhibit.objects.filter(captures__processing="pending").exclude(state="sealed").distinct():
        done += process_exhibit(exhibit=exhibit)
    return done


def process_exhibit(*, exhibit: Exhibit) -> list[Capture]:
    """Make the waiting images of an exhibit ready; one that cannot be says why, and the others go on."""
    captures = list(exhibit.captures.waiting())
    for capture in captures:
        process(capture=capture)
    align(exhibit=exhibit)
    return captures


def process(*, capture: Capture) -> None:
    """Make everything of an image that readers see, and write down in its row and in its custody what came of it.

    The child process works outside of any transaction; a row that was changed meanwhile is left waiting.
    """
    settle(capture=capture, outcome=render(capture))


def render(capture: Capture) -> dict | sandbox.ProcessingFailed:
    """What the child process made of an image, or why it could not; nothing is written to the database."""
    try:
        return sandbox.run(job_of(capture))
    except sandbox.ProcessingFailed as failure:
        return failure


def job_of(capture: Capture) -> dict:
    """What the child process is told; paths are those of the private storage."""
    return {
        "kind": "render",
        "source": str(settings.DATA_DIR / original_name(capture.sha256)),
        "sha256": capture.sha256,
        "folder": str(settings.DATA_DIR / "d"),
        "bands": capture.band_numbers,
        "low": capture.stretch_low,
        "high": capture.stretch_high,
    }


@transaction.atomic
def settle(*, capture: Capture, outcome: dict | sandbox.ProcessingFailed) -> None:
    """Enter what came of an image; facts that its georeference states are filled in where an editor left them empty."""
    if isinstance(outcome, sandbox.ProcessingFailed):
        _enter(capture, processing=Capture.Processing.FAILED, problem=str(outcome))
        return
    rendering = {name: outcome[name] for name in ("recipe", "width", "height", "widths", "tiles")}
    findings = {name: value for name, value in outcome.items() if name not in {*rendering, "outputs"}}
    ready = {"processing": Capture.Processing.READY, "problem": "", "rendering": rendering, "findings": findings}
    if _enter(capture, **ready, **_facts_of(capture, outcome["georeference"])):
        enter_custody("derived", [capture], by=None, outputs=outcome["outputs"], tools=outcome["tools"])


def _facts_of(capture: Capture, georeference: dict) -> dict:
    """The fields that the georeference of a file fills in, if nothing stands there."""
    facts = {}
    if georeference and capture.exhibit.is_editable:
        if capture.west is None:
            facts = dict(zip(("west", "south", "east", "north"), georeference["bbox"], strict=True))
        if not capture.crs:
            facts["crs"] = georeference["crs"]
        if capture.ground_sample_distance is None and not capture.resolution_unknown:
            facts["ground_sample_distance"] = Decimal(str(round(georeference["gsd"], 4)))
    return facts


def align(*, exhibit: Exhibit) -> None:
    """Put a pair of images on one grid, where both carry a georeference and nobody has marked anything on them yet."""
    pair = list(exhibit.captures.all())
    places = [capture.findings.get("georeference") for capture in pair]
    shown_alike = len({(one.bands.count(","), one.stretch_low, one.stretch_high) for one in pair}) == 1
    fresh = all(capture.rendering.get("widths") and not capture.rendering.get("grid") for capture in pair)
    if len(pair) != 2 or not all(places) or not shown_alike or not fresh:
        return
    if not exhibit.is_editable:
        return
    if Annotation.objects.filter(capture__in=pair).exists():
        for capture in pair:
            _enter(capture, findings=capture.findings | {"alignment_note": MARKED})
        return
    jobs = [job_of(capture) for capture in pair]
    try:
        outcome = sandbox.run(jobs[0] | {"kind": "align", "sources": jobs})
    except sandbox.ProcessingFailed as failure:
        for capture in pair:
            _enter(capture, findings=capture.findings | {"alignment_note": str(failure)})
        return
    for capture, result in zip(pair, outcome["results"], strict=True):
        rendering = {name: result[name] for name in ("width", "height", "widths")}
        rendering |= {"recipe": outcome["recipe"], "grid": outcome["recipe"], "tiles": False}
        findings = capture.findings | {"alignment_note": outcome["note"]}
        if _enter(capture, rendering=rendering, findings=findings):
            enter_custody("derived", [capture], by=None, outputs=result["outputs"], tools=outcome["tools"])


def _enter(capture: Capture, **fields) -> bool:
    """Enter the outcome, unless the row was given another file or another way to show it meanwhile."""
    asked = {name: getattr(capture, name) for name in ("pk", "sha256", "bands", "stretch_low", "stretch_high")}
    for name, value in fields.items():
        setattr(capture, name, value)
    return bool(Capture.objects.filter(**asked).update(**fields))


def sweep(older_than: timedelta = timedelta(days=1)) -> list[str]:
    """Delete the files that nothing in the database names and that were last touched before then; returns their names.

    Such are left where a form was never sent again, or where the machine stopped between a file and its row.
    """
    before = time.time() - older_than.total_seconds()
    used = used_files()
    swept = []
    for path in sorted(settings.DATA_DIR.glob("orig/*")):
        if path.name not in used and path.stat().st_mtime < before:
            path.unlink()
            swept.append(f"orig/{path.name}")
    for folder in sorted(settings.DATA_DIR.glob("d/*/*")):
        if folder.stem not in used and folder.stat().st_mtime < before:
            shutil.rmtree(folder) if folder.is_dir() else folder.unlink()
            swept.append(str(folder.relative_to(settings.DATA_DIR)))
    return swept


def used_files() -> set[str]:
    """The SHA-256 of every original that a capture, a published version, a statement or a portrait needs."""
    used = set(Capture.objects.exclude(exhibit__state="sealed").values_list("sha256", flat=True))
    for version in Version.objects.exclude(exhibit=None).exclude(canonical=""):
        used |= {capture["sha256"] for capture in version.frozen["captures"]}
    for version in Version.objects.exclude(hearing=None).exclude(canonical=""):
        used |= {person["statement"]["sha256"] for person in version.frozen["people"] if person["statement"]}
    for names in (Appearance.objects.values_list("statement"), Witness.objects.values_list("portrait")):
        used |= {name.rpartition("/")[2] for (name,) in names if name}
    return used
