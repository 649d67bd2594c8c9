"""The day of a hearing: completed by a year that somebody knows, and refused where it cannot be one."""

import datetime
import re

from hearings.importing.texts.lexicon import MONTHS

DAY = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?!\w)", re.IGNORECASE)
FIRST = 1789  # the year of the first Congress
AHEAD = 5  # years, in which a hearing may be announced


def complete_date(stated: str, year: int) -> datetime.date | None:
    """“June 13” or “Tuesday, June 13th” with a year as a date; None where the words give no day of that year."""
    match = next((match for match in DAY.finditer(stated) if match[1].lower() in MONTHS), None)
    if not match:
        return None
    try:
        return datetime.date(year, MONTHS[match[1].lower()], int(match[2]))
    except ValueError:
        return None


def day_problem(date: datetime.date) -> str:
    """Why no hearing was or will be on this day, in a sentence that says what to do; empty where one may be."""
    if date.year < FIRST:
        return f"The first Congress met in {FIRST}. Correct the year {date.year}."
    if date.year > datetime.date.today().year + AHEAD:
        return f"The year {date.year} is too far ahead for a hearing to be announced. Correct it."
    return ""
