"""States and moments in words, for staff; a moment in Washington time and in UTC."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone

from hearings.models.publishing import Publishable

ZONE_NAME = "Washington time" if settings.TIME_ZONE == "America/New_York" else f"{settings.TIME_ZONE} time"


def state_word(record: Publishable) -> str:
    """“Draft”, “In review”, “Scheduled”, “Published” or “Sealed”; a hearing's own `status` says whether it was held."""
    return "Scheduled" if record.is_scheduled else record.get_state_display()


def state_words(record: Publishable) -> str:
    """The state of a record, and since or from when."""
    if not record.published_at:
        return state_word(record)
    return f"{state_word(record)} {'for' if record.is_scheduled else 'on'} {both_times(record.published_at)}"


def both_times(moment: datetime) -> str:
    """“June 20, 2026, 20:30 Washington time (June 21, 2026, 00:30 UTC)”; the day is said once where it is the same."""
    local, utc = timezone.localtime(moment), moment.astimezone(UTC)
    in_utc = f"{utc:%H:%M}" if utc.date() == local.date() else _words(utc)
    return f"{_words(local)} {ZONE_NAME} ({in_utc} UTC)"


def _words(moment: datetime) -> str:
    return f"{moment:%B} {moment.day}, {moment.year}, {moment:%H:%M}"
