"""Turns of one transcript corrected or withdrawn all at once: the steps of one record, in few statements for all."""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from hearings.actions.corrections import WHICH_KIND, WORDING
from hearings.actions.moves import MOVES, allows, may
from hearings.actions.publishing import turn_problems
from hearings.actions.record import BATCH, NotReady, add_corrections, addresses, enter, write_histories
from hearings.models import Correction, State, Turn, Version
from hearings.search import enter_words

WORDS = ("kind", "label", "speaker", "named", "unresolved", "text", "footnotes")


@transaction.atomic
def correct_turns(*, changed: list[tuple[Turn, str]], sentence: str, by: AbstractUser | None) -> list[Turn]:
    """Publish what these turns say now as their next versions, each with a public correction of its own reason.

    The caller has locked the rows, and finds once how quotes stand in the transcript. Turns of which nothing public
    changed are left as they are; given back are the others.
    """
    _move("correct", [turn for turn, _ in changed], by)
    at = timezone.now()
    drafts = [(turn, reason, Version.of(turn, at)) for turn, reason in changed]
    drafts = [one for one in drafts if one[2].substance != one[0].current.substance]
    if not drafts:
        return []
    if any(reason not in WORDING for _, reason, _ in drafts):
        raise NotReady([WHICH_KIND])
    problems = [f"Turn {turn.number}: {problem}" for turn, *_ in drafts for problem in turn_problems(turn)]
    if problems:
        raise NotReady(problems)
    enter_words(Version.objects.bulk_create([version for *_, version in drafts], batch_size=BATCH))
    before = [turn.current for turn, *_ in drafts]
    for turn, _, version in drafts:
        turn.current, turn.revision, turn.updated_at = version, turn.revision + 1, at
    turns = [turn for turn, *_ in drafts]
    reasons = [reason for _, reason, _ in drafts]
    add_corrections(list(zip(turns, reasons, before, strict=True)), sentence, by)
    Turn.objects.bulk_update(turns, [*WORDS, "current", "revision", "updated_at"], batch_size=BATCH)
    enter(path for turn in turns for path in addresses(turn))
    notes = [f"Version {old.number} to {turn.current.number}." for turn, old in zip(turns, before, strict=True)]
    write_histories("corrected", list(zip(turns, notes, strict=True)), by)
    return turns


@transaction.atomic
def withdraw_turns(*, turns: list[Turn], sentence: str, by: AbstractUser | None) -> None:
    """Withdraw these turns with one public reason. The caller has locked them, and compares the quotes once."""
    _move("withdraw", turns, by)
    if not turns:
        return
    add_corrections([(turn, Correction.Kind.WITHDRAWAL, turn.current) for turn in turns], sentence, by)
    rows = Turn.objects.filter(pk__in=[turn.pk for turn in turns])
    rows.update(state=State.WITHDRAWN, revision=F("revision") + 1, updated_at=timezone.now())
    write_histories("withdrawn", [(turn, "") for turn in turns], by)


def _move(name: str, turns: list[Turn], by: AbstractUser | None) -> None:
    """PermissionDenied or NotReady where the table refuses the move to one of them."""
    step = MOVES[name]
    if turns and not may(step, by):
        raise PermissionDenied(f"You have no permission for: {step.label.lower()}.")
    refused = [turn for turn in turns if not allows(step, turn)]
    if refused:
        problem = f"Turn {refused[0].number} is {refused[0].standing.lower()} already: “{step.label}” is not possible."
        raise NotReady([problem])
