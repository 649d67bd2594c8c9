"""What every action does to a record: make the move, freeze the version, enter the ledger, write the history."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from hearings.actions.moves import MOVES, allows, may
from hearings.canonical import canonical_json
from hearings.models import (
    Appearance,
    Capture,
    Correction,
    CustodyEvent,
    Exhibit,
    Hearing,
    HistoryEntry,
    PublishedAddress,
    Version,
)
from hearings.models.publishing import Publishable
from hearings.search import enter_words
from witnesses.models import Witness

RENDITIONS = ("avif", "webp", "jpg")
MOST_PATHS = 1000  # in one query
BATCH = 500  # rows in one query


class NotReady(Exception):
    """Refused; `problems` are sentences, each saying what is missing and what to do."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__(" ".join(problems))


def move(record: Publishable, name: str, by: AbstractUser | None) -> None:
    """Make a move of the transition table, judged by the row as it is in the database now.

    The row stays locked until the transaction ends. The new state is set, not saved. Words that the caller changed
    stay as they are; what only actions change is taken from the row.
    """
    now = judge(record, name, by)
    record.state, record.current, record.published_at = MOVES[name].target, now.current, now.published_at
    record.revision = now.revision + 1
    if isinstance(record, Hearing):
        record.slug = now.slug


def judge(record: Publishable, name: str, by: AbstractUser | None) -> Publishable:
    """The row as it is in the database, locked; PermissionDenied or NotReady where the table refuses the move."""
    step = MOVES[name]
    if not may(step, by):
        raise PermissionDenied(f"You have no permission for: {step.label.lower()}.")
    now = type(record).objects.select_for_update().get(pk=record.pk)
    if not allows(step, now):
        raise NotReady([f"It is {now.standing.lower()} already: “{step.label}” is not possible any more."])
    return now


def freeze(record: Publishable, at: datetime) -> Version:
    """Save what `record` says now as its next version, public from `at`, and make it the current one."""
    version = Version.of(record, at)
    version.save()
    enter_words([version])
    record.current = version
    return version


def content_hash(record: Publishable) -> str:
    """A SHA-256 of everything that publishing would make public; an approval holds for this content alone.

    The files that are made of an image are left out: they follow from what is in it.
    """
    parts = [record.payload()]
    if isinstance(record, Hearing):
        parts += [{"topic": topic.name} for topic in record.topics.order_by("name")]
        parts += [quote.payload() for quote in record.quotes.select_related("speaker__person", "source", "hearing")]
        parts += [exhibit.payload() for exhibit in record.exhibits.drafted()]
    for part in parts:
        for capture in part.get("captures", []):
            del capture["rendering"]
    return hashlib.sha256(canonical_json({"content": parts}).encode()).hexdigest()


def take_address(record: Hearing | Witness, refusal: str) -> None:
    """Save the new slug of a hearing or person; NotReady with `refusal` if somebody else takes it at this moment."""
    try:
        with transaction.atomic():
            record.save(update_fields=["slug", "updated_at"] if isinstance(record, Hearing) else ["slug"])
    except IntegrityError as error:
        raise NotReady([refusal]) from error


def enter(paths: Iterable[str], at: datetime | None = None) -> None:
    """Enter addresses into the ledger; one that stands there already keeps its time unless it gets an earlier one.

    `at` is when they become public: None, or a time that has passed, is now.
    """
    now = timezone.now()
    at, paths = max(at or now, now), sorted(set(paths))
    for start in range(0, len(paths), MOST_PATHS):
        some = paths[start : start + MOST_PATHS]
        entries = PublishedAddress.objects.filter(path__in=some)
        entries.filter(public_from__gt=at).delete()
        known = set(entries.values_list("path", flat=True))
        new = [PublishedAddress(path=path, public_from=at) for path in some if path not in known]
        PublishedAddress.objects.bulk_create(new, ignore_conflicts=True)


def retract(paths: Iterable[str]) -> None:
    """Take out of the ledger what is not public yet, but for what another scheduled hearing makes public."""
    now = timezone.now()
    paths = sorted(set(paths))
    for start in range(0, len(paths), MOST_PATHS):
        some = paths[start : start + MOST_PATHS]
        PublishedAddress.objects.filter(public_from__gt=now, path__in=some).delete()
    for hearing in Hearing.objects.filter(state="published", published_at__gt=now):
        enter(addresses(hearing), hearing.published_at)


def was_public(path: str) -> bool:
    """Whether something was ever public at `path`."""
    return PublishedAddress.objects.public().filter(path=path).exists()


def addresses(record: Publishable) -> list[str]:
    """Every address under which `record` and what hangs on it is public once it is published."""
    kind, identity = record._meta.model_name, record.public_id
    paths = [record.get_absolute_url(), record.current.get_absolute_url()]
    paths.append(reverse(f"hearings:{kind}_history", args=[identity]))
    if kind == "hearing":
        paths.append(reverse("hearings:hearing_by_id", args=[identity]))
        paths += [shelf.get_absolute_url() for shelf in (*record.bodies.all(), *record.topics.all())]
        for row in record.appearances.select_related("person__shown_as"):
            paths += _addresses_of_appearance(row)
    if kind == "transcript":
        paths.append(reverse("hearings:transcript_by_id", args=[identity]))
    if kind in ("quote", "turn") and record.speaker:
        paths += _addresses_of_appearance(record.speaker)
    if kind == "exhibit":
        paths += _addresses_of_appearance(record.presented_by) if record.presented_by else []
        paths += _addresses_of_exhibit(record)
    return paths


def _addresses_of_exhibit(exhibit: Exhibit) -> list[str]:
    """The exhibit as data, and every image that the current version shows.

    Tiles and image services are parts of these and not entered: they are listed where they can be had.
    """
    names = ("exhibit_stac", "exhibit_manifest", "exhibit_annotations")
    paths = [reverse(f"hearings:{name}", args=[exhibit.public_id]) for name in names]
    for capture in exhibit.current.frozen["captures"]:
        at = [exhibit.public_id, exhibit.current.number, capture["sha256"]]
        if capture["acquired_start"]:
            paths.append(reverse("hearings:capture_stac", args=at))
        for width in capture["rendering"].get("widths", []):
            paths += [reverse("hearings:exhibit_rendition", args=[*at, width, ending]) for ending in RENDITIONS]
    return paths


def _addresses_of_appearance(row: Appearance) -> list[str]:
    paths = [row.person.get_absolute_url()]
    if row.person.shown_as:
        paths.append(row.person.shown_as.get_absolute_url())
    if row.shows_statement:
        paths.append(reverse("hearings:statement", args=[row.pk]))
    return paths


def write_history(action: str, record, by: AbstractUser | None, note: str = "") -> None:
    """Write down who did what; the admin's own log of a form gets the same line."""
    write_histories(action, [(record, note)], by)
    if isinstance(record, Exhibit) and action in CustodyEvent.Action:
        enter_custody(action, record.captures.all(), by=by)


def write_histories(action: str, noted: list[tuple[Any, str]], by: AbstractUser | None) -> None:
    """Write down the same deed of many records, each with its note, at once."""
    entries, logged = [], []
    for record, note in noted:
        identity = getattr(record, "public_id", None) or record.slug
        kind = record._meta.model_name
        entries.append(HistoryEntry(action=action, kind=kind, record=identity, by=by, note=note))
        if by is not None:
            words = f"{action[:1].upper()}{action[1:]}. {note}".strip()
            facts = {"object_id": record.pk, "object_repr": str(record)[:200], "change_message": words}
            of_kind = ContentType.objects.get_for_model(record, for_concrete_model=False)
            logged.append(LogEntry(user=by, content_type=of_kind, action_flag=CHANGE, **facts))
    HistoryEntry.objects.bulk_create(entries, batch_size=BATCH)
    LogEntry.objects.bulk_create(logged, batch_size=BATCH)


def enter_custody(
    action: str, captures: Iterable[Capture], *, by: AbstractUser | None, note: str = "", **facts
) -> None:
    """Write down what was done with the files of these captures; `facts` are `outputs` and `tools`."""
    CustodyEvent.objects.bulk_create(
        CustodyEvent(action=action, record=capture.exhibit.public_id, file=capture.sha256, by=by, note=note, **facts)
        for capture in captures
    )


def add_correction(
    record: Publishable, reason: str, sentence: str, before: Version, by: AbstractUser | None
) -> Correction:
    """Write the public correction that leads from `before` to the current version."""
    return add_corrections([(record, reason, before)], sentence, by)[0]


def add_corrections(
    changed: list[tuple[Publishable, str, Version]], sentence: str, by: AbstractUser | None
) -> list[Correction]:
    """Write public corrections of one sentence: of each record the reason, and the version that it leads from."""
    if not sentence.strip():
        raise NotReady(["Write the public sentence: what was wrong, and what is right now."])
    told = {"sentence": sentence.strip(), "made_at": timezone.now(), "made_by": by}
    made = [
        Correction(
            **{record._meta.model_name: record}, reason=reason, from_version=before, to_version=record.current, **told
        )
        for record, reason, before in changed
    ]
    Correction.objects.bulk_create(made, batch_size=BATCH)
    enter(path for one in made for path in (one.get_absolute_url(), one.to_version.get_absolute_url()))
    return made
