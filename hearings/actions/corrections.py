"""After publication: correct in public, withdraw, restore, seal."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.utils import timezone

from hearings.actions.comparing import compare
from hearings.actions.erasing import discard, erase, seal_with
from hearings.actions.publishing import PROBLEMS, unschedule
from hearings.actions.record import NotReady, add_correction, addresses, enter, freeze, move, write_history
from hearings.models import Body, Correction, Hearing, Quote, Transcript, Turn
from hearings.models.publishing import Publishable
from hearings.search import compact

WORDING = [
    Correction.Kind.TYPO,
    Correction.Kind.MISATTRIBUTION,
    Correction.Kind.FACTUAL,
    Correction.Kind.ADDITION,
    Correction.Kind.TRANSLATION,
    Correction.Kind.REDACTION,
]
WHICH_KIND = "Choose what kind of correction it is."


@transaction.atomic
def correct(*, record: Publishable, reason: str, sentence: str, by: AbstractUser | None) -> Correction:
    """Publish what `record` says now, unsaved changes included, as its next version, with a public correction.

    `reason` is one of WORDING, `sentence` says what was wrong. NotReady where nothing changed or the new
    content could not be published.
    """
    correction = correct_among_others(record=record, reason=reason, sentence=sentence, by=by)
    compare_again(record)
    return correction


@transaction.atomic
def correct_among_others(*, record: Publishable, reason: str, sentence: str, by: AbstractUser | None) -> Correction:
    """As `correct`, for whoever changes several records and finds once how quotes stand in the transcript."""
    if reason not in WORDING:
        raise NotReady([WHICH_KIND])
    move(record, "correct", by)
    problems = PROBLEMS[record._meta.model_name](record)
    if problems:
        raise NotReady(problems)
    before = record.current
    freeze(record, timezone.now())
    if record.current.substance == before.substance:
        raise NotReady(["Nothing was changed. Change the words first, or go back."])
    correction = add_correction(record, reason, sentence, before, by)
    record.save()
    enter(addresses(record))
    write_history("corrected", record, by, f"Version {before.number} to {record.current.number}.")
    return correction


def compare_again(record: Publishable) -> None:
    """Find anew how quotes stand in the transcript, where `record` bears on it."""
    if isinstance(record, Quote):
        compare(record.hearing, [record])
    elif isinstance(record, Transcript | Turn):
        compare(record.hearing)


@transaction.atomic
def withdraw(*, record: Publishable, sentence: str, by: AbstractUser | None) -> Correction:
    """Withdraw: the address goes on answering, with the public reason; lists, feeds and searches drop it."""
    return _step(record, "withdraw", Correction.Kind.WITHDRAWAL, sentence, by)


@transaction.atomic
def restore(*, record: Publishable, sentence: str, by: AbstractUser | None) -> Correction:
    """Take a withdrawal back, in public."""
    if isinstance(record, Transcript) and record.hearing.transcripts.open().exclude(pk=record.pk).exists():
        raise NotReady(["The hearing has another transcript now. Withdraw or delete that one first."])
    return _step(record, "restore", Correction.Kind.RESTORATION, sentence, by)


@transaction.atomic
def seal(*, record: Publishable, by: AbstractUser | None) -> None:
    """Close a record for good: its words and images leave the database and the disk, its addresses answer 410.

    Sealing a hearing seals everything that was public under it and deletes the drafts. The commitments of the
    versions stay and betray nothing.
    """
    transaction.on_commit(compact, robust=True)  # before the files of the database are emptied, see `erase`
    move(record, "seal", by)
    write_history("sealed", record, by)
    if isinstance(record, Hearing):
        children = [*record.exhibits.all(), *record.quotes.all(), *record.transcripts.all()]
        for child in sorted(children, key=lambda child: child.is_editable or child.is_scheduled):
            _seal_child(child, by)
    erase(record, by)
    for taken in seal_with(record):
        _seal_child(taken, by)
    if isinstance(record, Transcript | Turn):
        compare(record.hearing)


def _seal_child(child: Publishable, by: AbstractUser | None) -> None:
    if child.is_scheduled:
        unschedule(record=child, by=by)
    if child.is_editable:
        discard(child)
    elif type(child).objects.filter(pk=child.pk).exclude(state="sealed").exists():
        move(child, "seal", by)
        write_history("sealed", child, by)
        erase(child, by)
        for taken in seal_with(child):
            _seal_child(taken, by)


def _step(record: Publishable, name: str, reason: str, sentence: str, by: AbstractUser | None) -> Correction:
    """Change the state alone: words that the caller changed are not saved."""
    move(record, name, by)
    correction = add_correction(record, reason, sentence, record.current, by)
    record.save(update_fields=["state", "revision", "updated_at"])
    write_history({"withdraw": "withdrawn", "restore": "restored"}[name], record, by)
    compare_again(record)
    return correction


@transaction.atomic
def move_hearing(
    *,
    hearing: Hearing,
    sentence: str,
    by: AbstractUser | None,
    date: datetime.date | None = None,
    bodies: list[Body] | None = None,
) -> Correction:
    """Give a published hearing another date or other bodies, by a public correction. Its addresses stay."""
    if date:
        hearing.date = date
    if bodies is not None:
        hearing.bodies.set(bodies)
    return correct(record=hearing, reason=Correction.Kind.FACTUAL, sentence=sentence, by=by)
