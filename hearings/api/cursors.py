"""Cursors: the place of a row in the order of its list, in a form that a pattern describes whole.

Whatever fits the pattern of a list is a place in it, so that the description promises nothing that is refused.
"""

import base64
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from hearings.api.answers import Problem
from hearings.ids import PATTERN

NO_CURSOR = "The cursor is not one of this list. Take it from links.next, or begin without it."
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
MICROSECOND = datetime.timedelta(microseconds=1)


@dataclass(frozen=True)
class Part:
    """A value of a place: the pattern of its text, how it is written, and how whatever fits the pattern is read."""

    pattern: str
    write: Callable
    read: Callable


def _text(written: str) -> str:
    return base64.urlsafe_b64decode(written).decode(errors="replace").replace("\x00", "")


def _written(text: str) -> str:
    data = text.encode()
    return base64.urlsafe_b64encode(data + bytes(-len(data) % 3)).decode()


DAY = Part(
    "(?:[1-9][0-9]{0,5}|[12][0-9]{6})",
    lambda day: str(day.toordinal()),
    lambda text: datetime.date.fromordinal(int(text)),
)
MOMENT = Part(
    "[0-9]{1,16}",
    lambda moment: str((moment - EPOCH) // MICROSECOND),
    lambda text: EPOCH + int(text) * MICROSECOND,
)
COUNT = Part("[0-9]{1,9}", str, int)
ID = Part(PATTERN, str, str)
SLUG = Part("[A-Za-z0-9_-]{1,120}", str, str)
TEXT = Part("(?:[A-Za-z0-9_-]{4}){0,300}", _written, _text)
Place = dict[str, Part]


def pattern(place: Place) -> str:
    """What every cursor of such a place looks like, and nothing else."""
    return r"\.".join(part.pattern for part in place.values())


def encode(place: Place, values: dict) -> str:
    return ".".join(part.write(values[name]) for name, part in place.items())


def decode(place: Place, cursor: str) -> dict:
    """The values in a cursor. Problem 400 for one that does not fit."""
    if not re.fullmatch(pattern(place), cursor):
        raise Problem(400, NO_CURSOR)
    return {name: part.read(text) for (name, part), text in zip(place.items(), cursor.split("."), strict=True)}


def page_of(rows: QuerySet, order: tuple[str, ...], place: Place, cursor: str, limit: int) -> tuple[list, str]:
    """At most `limit` rows after the cursor, and the cursor of the next page; empty where there is none.

    The cursor holds the place of the last row that was shown, not a count: rows that are added move nothing.
    """
    if cursor:
        rows = rows.filter(behind(order, decode(place, cursor)))
    found = list(rows.order_by(*order)[: limit + 1])
    return found[:limit], encode(place, vars(found[limit - 1])) if len(found) > limit else ""


def behind(order: tuple[str, ...], values: dict) -> Q:
    """Everything that stands behind a place in this order (`-date` counts down)."""
    condition, same = Q(), Q()
    for name in order:
        path, way = name.removeprefix("-"), "lt" if name.startswith("-") else "gt"
        condition |= same & Q(**{f"{path}__{way}": values[path]})
        same &= Q(**{path: values[path]})
    return condition
