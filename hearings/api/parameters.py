"""What may be asked of a list: each parameter with its form, its sentence and what it narrows; and the cursor."""

import base64
import binascii
import datetime
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from hearings.api.answers import Problem
from hearings.ids import PATTERN

LIMIT, MOST = 50, 100
YEARS = (1789, 2999)
NO_CURSOR = "The cursor is not one of this list. Take it from links.next, or begin without it."
CURSOR = re.compile(r"[A-Za-z0-9_-]{1,1000}")


@dataclass(frozen=True)
class Form:
    """The form of a value: its JSON schema, a reader that raises ValueError, and in words what it must be."""

    schema: dict
    read: Callable[[str], object]
    must: str


def _matching(pattern: str, length: int, must: str) -> Form:
    def read(text: str) -> str:
        if len(text) > length or not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError
        return text

    return Form({"type": "string", "pattern": f"^{pattern}$", "maxLength": length}, read, must)


def _year(text: str) -> int:
    if not re.fullmatch("[0-9]{4}", text, re.ASCII) or not YEARS[0] <= int(text) <= YEARS[1]:
        raise ValueError
    return int(text)


def _date(text: str) -> datetime.date:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text, re.ASCII):
        raise ValueError
    return datetime.date.fromisoformat(text)


def _moment(text: str) -> datetime.datetime:
    if re.fullmatch("[0-9-]{10}", text, re.ASCII):
        return datetime.datetime.combine(_date(text), datetime.time(), datetime.UTC)
    moment = parse_datetime(text) if text.isascii() else None
    if moment is None or moment.tzinfo is None or not 1 < moment.year < 9999:
        raise ValueError
    return moment.astimezone(datetime.UTC)


def _limit(text: str) -> int:
    if not re.fullmatch("[0-9]{1,3}", text, re.ASCII) or not 1 <= int(text) <= MOST:
        raise ValueError
    return int(text)


SLUG = _matching("[A-Za-z0-9_-]+", 120, "the last part of the address of a page")
PUBLIC_ID = _matching(PATTERN, 16, "an id of 16 letters and digits, as in /q/<id>/")
LANGUAGE = _matching("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", 35, "a language tag, such as en, ko or ug")
YEAR = Form({"type": "integer", "minimum": YEARS[0], "maximum": YEARS[1]}, _year, "a year in four digits")
DATE = Form({"type": "string", "format": "date"}, _date, "a date, such as 2023-06-13")
MOMENT = Form(
    {"type": "string", "anyOf": [{"format": "date-time"}, {"format": "date"}]},
    _moment,
    "a date or a time with its offset, such as 2023-06-13 or 2023-06-13T14:00:00Z",
)
COUNT = Form({"type": "integer", "minimum": 1, "maximum": MOST, "default": LIMIT}, _limit, f"a number from 1 to {MOST}")


def one_of(*values: str) -> Form:
    def read(text: str) -> str:
        if text not in values:
            raise ValueError
        return text

    return Form({"type": "string", "enum": list(values)}, read, f"one of {', '.join(values)}")


@dataclass(frozen=True)
class Filter:
    """A parameter that narrows a list: `where` makes a condition of its value."""

    form: Form
    says: str
    where: Callable[[object], Q]


def along(path: str, form: Form, says: str) -> Filter:
    """Narrow by a lookup (`hearing__public_id`)."""
    return Filter(form, says, lambda value: Q(**{path: value}))


@dataclass(frozen=True)
class Asked:
    """A query string that was understood."""

    where: Q
    limit: int = LIMIT
    cursor: str = ""
    expand: list[str] = field(default_factory=list)
    given: dict[str, str] = field(default_factory=dict)


def understand(query: QueryDict, filters: Mapping[str, Filter], expansions: tuple[str, ...] = ()) -> Asked:
    """Read the query string of a list. Problem 400 with a sentence for what is not known, given twice, or malformed."""
    known = [*filters, "limit", "cursor", *(["expand"] if expansions else [])]
    given = only(query, known)
    where = Q()
    for name, given_filter in filters.items():
        if name in given:
            where &= given_filter.where(read(name, given[name], given_filter.form))
    limit = read("limit", given["limit"], COUNT) if "limit" in given else LIMIT
    cursor = given.get("cursor", "")
    if "cursor" in given and not cursor:
        raise Problem(400, NO_CURSOR)
    return Asked(where, limit, cursor, expanded(given, expansions), given)


def only(query: QueryDict, known: list[str]) -> dict[str, str]:
    """Each parameter once, and none that is not known: a misspelt filter must not pass for a list of everything."""
    for name, values in query.lists():
        if name not in known:
            offer = f"This address takes {', '.join(known)}." if known else "This address takes no parameters."
            raise Problem(400, f"There is no parameter of that name here. {offer}")
        if len(values) > 1:
            raise Problem(400, f"Give {name} once.")
        if "\x00" in values[0]:
            raise Problem(400, f"Give {name} without control characters.")
    return query.dict()


def read(name: str, text: str, form: Form):
    try:
        return form.read(text)
    except ValueError as error:
        raise Problem(400, f"{name} must be {form.must}.") from error


def expanded(given: Mapping[str, str], expansions: tuple[str, ...]) -> list[str]:
    wanted = given["expand"].split(",") if "expand" in given else []
    if not set(wanted) <= set(expansions):
        raise Problem(400, f"expand must be one or more of {', '.join(expansions)}, with commas between them.")
    return [name for name in expansions if name in wanted]


def page_of(rows: QuerySet, order: tuple[str, ...], cursor: str, limit: int) -> tuple[list, str]:
    """At most `limit` rows after the cursor, and the cursor of the next page; empty where there is none.

    The cursor holds the place of the last row that was shown, not a count: rows that are added move nothing.
    """
    if cursor:
        rows = rows.filter(behind(order, decode(cursor, readers(rows, order))))
    found = list(rows.order_by(*order)[: limit + 1])
    return found[:limit], encode(place_of(found[limit - 1], order)) if len(found) > limit else ""


def behind(order: tuple[str, ...], place: list) -> Q:
    """Everything that stands behind a place in this order (`-date` counts down)."""
    condition, same = Q(), Q()
    for name, value in zip(order, place, strict=True):
        path, way = name.removeprefix("-"), "lt" if name.startswith("-") else "gt"
        condition |= same & Q(**{f"{path}__{way}": value})
        same &= Q(**{path: value})
    return condition


def place_of(row, order: tuple[str, ...]) -> dict[str, str]:
    return {name: str(getattr(row, name)) for name in (one.removeprefix("-") for one in order)}


def readers(rows: QuerySet, order: tuple[str, ...]) -> dict[str, Callable[[str], object]]:
    """How each value of a place is read: as its field does."""
    names = [name.removeprefix("-") for name in order]
    return {name: rows.model._meta.get_field(name).to_python for name in names}


def encode(place: Mapping[str, str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def decode(cursor: str, by: Mapping[str, Callable[[str], object]]) -> list:
    """The values in a cursor. Problem 400 for one that was not made for this order."""
    try:
        if not CURSOR.fullmatch(cursor):
            raise ValueError
        place = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if list(place) != list(by) or not all(
            isinstance(value, str) and "\x00" not in value for value in place.values()
        ):
            raise ValueError
        return [reader(place[name]) for name, reader in by.items()]
    except (ValueError, TypeError, AttributeError, binascii.Error, ValidationError) as error:
        raise Problem(400, NO_CURSOR) from error
