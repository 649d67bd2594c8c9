"""The staff's surface: stock Django admin, one file per noun."""

from hearings.admin import (
    custody,
    exhibit,
    hearing,
    history,
    people,
    quote,
    reference,
    shelf,
    site,
    source,
    transcript,
    turn,
)

__all__ = [
    "custody",
    "exhibit",
    "hearing",
    "history",
    "people",
    "quote",
    "reference",
    "shelf",
    "site",
    "source",
    "transcript",
    "turn",
]
