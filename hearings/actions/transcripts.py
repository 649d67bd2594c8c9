"""Transcripts that are still drafts: who speaks under the labels that name nobody for certain."""

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import F, QuerySet

from hearings.actions.record import NotReady, write_history
from hearings.models import Appearance, State, Transcript, Turn


def of_nobody(transcript: Transcript) -> QuerySet[Turn]:
    """The turns of a draft whose labels name nobody for certain."""
    return transcript.turns.filter(kind=Turn.Kind.SPEECH, speaker=None, named="", state=State.DRAFT)


@transaction.atomic
def name_labels(*, transcript: Transcript, decided: dict[tuple[str, str], Appearance], by: AbstractUser | None) -> int:
    """Give a draft's turns their speakers, by label and the reason why that names nobody; how many have got one.

    NotReady where the transcript is public, or somebody is listed at another hearing.
    """
    transcript = Transcript.objects.select_for_update().get(pk=transcript.pk)
    if not transcript.is_editable:
        raise NotReady(["The transcript is public. Correct each turn in public instead."])
    if any(row.hearing_id != transcript.hearing_id for row in decided.values()):
        raise NotReady(["A speaker is listed at another hearing. Choose somebody listed at this one."])
    found = 0
    for (label, reason), row in decided.items():
        turns = of_nobody(transcript).filter(label=label, unresolved=reason)
        found += turns.update(speaker=row, unresolved="", revision=F("revision") + 1)
    if found:
        write_history("speakers named", transcript, by, f"{found} turns.")
    return found
