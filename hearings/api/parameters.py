"""What may be asked of a list: each parameter with its form, its sentence and what it narrows."""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Q
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from hearings.api.answers import Problem
from hearings.api.cursors import NO_CURSOR
from hearings.ids import PATTERN

LIMIT, MOST = 50, 100
YEARS = (1789, 2999)


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


def needed(name: str, given: Mapping[str, str]) -> str:
    """What an address cannot do without."""
    if name not in given:
        raise Problem(400, f"Give {name}.")
    return given[name]


def read(name: str, text: str, form: Form):
    try:
        return form.read(text)
    except ValueError as error:
        raise Problem(400, f"{name} must be {form.must}.") from error


def expanded(given: Mapping[str, str], expansions: tuple[str, ...]) -> list[str]:
    wanted = given["expand"].split(",") if "expand" in given else []
    if not set(wanted) <= set(expansions) or len(set(wanted)) < len(wanted):
        raise Problem(400, f"expand must be one or more of {', '.join(expansions)}, each once, with commas between.")
    return [name for name in expansions if name in wanted]
