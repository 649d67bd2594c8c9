"""The transition table: what may follow what, and who may do it."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser

from hearings.models import State
from hearings.models.publishing import Publishable

CHANGE, PUBLISH = "change", "publish"


@dataclass(frozen=True)
class Move:
    """A step in the life of a record; `permission` is what its maker needs, `label` what the button says."""

    name: str
    label: str
    sources: frozenset[State]
    target: State
    permission: str


MOVES = {
    move.name: move
    for move in (
        Move("submit", "Submit for review", frozenset({State.DRAFT}), State.IN_REVIEW, CHANGE),
        Move("return", "Return to draft", frozenset({State.IN_REVIEW}), State.DRAFT, CHANGE),
        Move("approve", "Approve", frozenset({State.IN_REVIEW}), State.IN_REVIEW, PUBLISH),
        Move("publish", "Publish", frozenset({State.DRAFT, State.IN_REVIEW}), State.PUBLISHED, PUBLISH),
        Move("unschedule", "Take back the scheduled publication", frozenset({State.PUBLISHED}), State.DRAFT, PUBLISH),
        Move("correct", "Correct", frozenset({State.PUBLISHED}), State.PUBLISHED, PUBLISH),
        Move("withdraw", "Withdraw", frozenset({State.PUBLISHED}), State.WITHDRAWN, PUBLISH),
        Move("restore", "Restore", frozenset({State.WITHDRAWN}), State.PUBLISHED, PUBLISH),
        Move("seal", "Seal", frozenset({State.PUBLISHED, State.WITHDRAWN}), State.SEALED, PUBLISH),
    )
}
ONLY_BEFORE_ITS_TIME = {"unschedule"}
ONLY_ONCE_PUBLIC = {"correct", "withdraw", "restore", "seal"}


def allows(move: Move, record: Publishable) -> bool:
    """Whether the table lets `record` make the move from where it is now."""
    if State(record.state) not in move.sources:
        return False
    if not record.moves_alone and move.name not in ONLY_ONCE_PUBLIC:
        return False
    if move.name in ONLY_BEFORE_ITS_TIME:
        return record.is_scheduled
    return not (move.name in ONLY_ONCE_PUBLIC and record.is_scheduled)


def may(move: Move, by: AbstractUser | None) -> bool:
    """Whether this person may make such a move; None is the command line, which may."""
    permission = "hearings.publish_hearing" if move.permission == PUBLISH else "hearings.change_hearing"
    return by is None or by.has_perm(permission)


def open_moves(record: Publishable, by: AbstractUser) -> list[Move]:
    """The moves that `by` can make with `record` now: the buttons of its form."""
    return [move for move in MOVES.values() if allows(move, record) and may(move, by)]
