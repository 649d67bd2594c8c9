"""What somebody typed into a form that can no longer be saved, read from what the browser sent."""

import re
from collections.abc import Iterator

from django.db import models
from django.http import QueryDict

from hearings.text import paragraphs

Words = tuple[str, str]


def typed(model: type[models.Model], rows: dict[str, type[models.Model]], data: QueryDict) -> list[Words]:
    """The label and the words of every field that is not empty; of rows too, `rows` are their models by noun."""
    found = list(_fields(model, data, "", "", None))
    for noun, row in rows.items():
        key = next(field for field in row._meta.fields if field.related_model is model)
        prefix = key.remote_field.get_accessor_name()
        for number in _numbers(prefix, data):
            label = f"{noun.capitalize()} {number + 1}: "
            found += _fields(row, data, f"{prefix}-{number}-", label, key)
    return found


def _numbers(prefix: str, data: QueryDict) -> list[int]:
    """The rows of this prefix that were sent."""
    sent = (re.fullmatch(rf"{prefix}-(\d{{1,4}})-\w+", name) for name in data)
    return sorted({int(match[1]) for match in sent if match})


def _fields(model, data: QueryDict, prefix: str, label: str, parent) -> Iterator[Words]:
    for field in (*model._meta.fields, *model._meta.many_to_many):
        values = [value for value in data.getlist(prefix + field.name) if value.strip()]
        if values and field.editable and field != parent and field.name not in ("id", "order"):
            yield f"{label}{field.verbose_name}", _words(field, values)


def _words(field: models.Field, values: list[str]) -> str:
    if field.is_relation:
        pks = [value for value in values if value.isascii() and value.isdecimal() and len(value) < 19]
        return ", ".join(str(row) for row in field.related_model._base_manager.filter(pk__in=pks))
    choices = dict(field.flatchoices)
    return ", ".join(str(choices.get(value, "\n\n".join(paragraphs(value)))) for value in values)
