"""The turns of a transcript, all at once: frozen when it is published, taken back, emptied when it is sealed."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from hearings.actions.record import BATCH, enter, retract
from hearings.models import Correction, HistoryEntry, State, Transcript, Turn, Version
from hearings.models.publishing import UNPUBLISHED
from hearings.search import enter_words

NEWEST = Version.objects.filter(turn=OuterRef("pk")).order_by("-number").values("pk")[:1]


def freeze_turns(transcript: Transcript, at: datetime) -> None:
    """Publish every turn that is still a draft from `at` on, each as its first version."""
    drafts = transcript.turns.filter(state__in=UNPUBLISHED)
    turns = list(drafts.select_related("speaker__person", "current"))
    for turn in turns:
        turn.transcript = transcript
    enter_words(Version.objects.bulk_create([Version.of(turn, at) for turn in turns], batch_size=BATCH))
    drafts.update(state=State.PUBLISHED, published_at=at, current=Subquery(NEWEST), revision=F("revision") + 1)
    enter(addresses_of_turns([turn.public_id for turn in turns]), at)


def thaw_turns(transcript: Transcript) -> None:
    """Take back the publication of every turn, whose time has not come."""
    retract(addresses_of_turns(transcript.turns.values_list("public_id", flat=True)))
    transcript.turns.update(state=State.DRAFT, published_at=None, current=None)
    Version.objects.filter(turn__transcript=transcript)._raw_delete("default")


def addresses_of_turns(public_ids) -> Iterator[str]:
    """Every address under which these turns are public in their first version."""
    for public_id in public_ids:
        yield reverse("hearings:turn", args=[public_id])
        yield reverse("hearings:turn_version", args=[public_id, 1])
        yield reverse("hearings:turn_history", args=[public_id])


def erase_turns(turns: QuerySet[Turn], by: AbstractUser | None) -> None:
    """Seal these turns of one transcript: no word of them stays, in no version, correction, note or log."""
    turns = Turn.objects.filter(pk__in=list(turns.exclude(state=State.SEALED).values_list("pk", flat=True)))
    ids = turns.values("public_id")
    HistoryEntry.objects.bulk_create(
        (HistoryEntry(action="sealed", kind="turn", record=public_id, by=by) for public_id in _ids(turns)),
        batch_size=BATCH,
    )
    blank = dict.fromkeys(("text", "label", "named", "unresolved", "submitted_content", "approved_content"), "")
    turns.update(state=State.SEALED, revision=F("revision") + 1, footnotes=[], pages=[], **blank)
    Version.objects.filter(turn__in=turns, sealed_at=None).update(canonical="", sealed_at=timezone.now())
    Correction.objects.filter(turn__in=turns).exclude(sentence="").update(sentence="")
    HistoryEntry.objects.filter(kind="turn", record__in=ids).exclude(note="").update(note="")
    forget_turns(turns)


def discard_turns(transcript: Transcript) -> None:
    """Delete the turns and sections of a transcript that was never public."""
    forget_turns(transcript.turns.all())
    transcript.turns.all().delete()
    transcript.sections.all().delete()


def forget_turns(turns: QuerySet[Turn]) -> None:
    """Take the words of these turns out of the admin's own log."""
    rows = [str(pk) for pk in turns.values_list("pk", flat=True)]
    entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(Turn))
    for start in range(0, len(rows), BATCH):
        some = entries.filter(object_id__in=rows[start : start + BATCH])
        some.update(object_repr="Sealed", change_message="")


def _ids(turns: QuerySet[Turn]) -> list[str]:
    return list(turns.values_list("public_id", flat=True))
