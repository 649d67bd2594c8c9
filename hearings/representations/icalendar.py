"""Hearings as iCalendar events (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.urls import reverse

from hearings.models import Hearing, Version

MEDIA_TYPE = "text/calendar; charset=utf-8"
STATUS = {"Postponed": "TENTATIVE", "Cancelled": "CANCELLED"}  # any other is CONFIRMED
ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n", "\r": None})
UTC_ZONE = [  # a calendar without an event needs some component to be valid
    *("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
]
WIDTH = 75  # octets of a content line


def hearing(record: Hearing, version: Version) -> str:
    """One hearing as a calendar of its own; empty of events where its day is not known."""
    return calendar([(record, version)], name=version.content["title"])


def calendar(hearings: Iterable[tuple[Hearing, Version]], *, name: str) -> str:
    """A calendar of hearings whose day is known; lines end in CRLF and are folded at 75 octets."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(settings.SITE_NAME)}//Hearings//EN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"]
    dated = [row for row in hearings if row[0].date and row[0].date_precision == Hearing.Precision.DAY]
    lines += [line for row in dated for line in _event(*row)] or UTC_ZONE
    return "".join(f"{_fold(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(record: Hearing, version: Version) -> list[str]:
    """The event; without a time of day it is of the whole day, and no length is made up."""
    content = version.content
    host = settings.SITE_URL.partition("://")[2]
    address = settings.SITE_URL + reverse("hearings:hearing_by_id", args=[record.public_id])
    held_by = ", ".join(body["name"] for body in content["bodies"])
    standing = "Withdrawn" if record.is_withdrawn else content["status"]
    description = f"{held_by}. {standing}." if held_by else standing
    if content["time"]:
        when = [f"DTSTART:{_moment(datetime.fromisoformat(content['time']))}"]
    else:
        following = record.date + timedelta(days=1)
        when = [f"DTSTART;VALUE=DATE:{record.date:%Y%m%d}", f"DTEND;VALUE=DATE:{following:%Y%m%d}"]
    off = record.is_withdrawn or content["status"] in STATUS
    status = "CANCELLED" if record.is_withdrawn else STATUS.get(content["status"], "CONFIRMED")
    return [
        "BEGIN:VEVENT",
        f"UID:{record.public_id}@{host}",
        f"DTSTAMP:{_moment(max(version.published_at, record.updated_at))}",
        f"SEQUENCE:{record.revision}",
        *when,
        f"SUMMARY:{_text(f'{standing}: ' if off else '')}{_text(content['title'])}",
        *([f"LOCATION:{_text(content['place'])}"] if content["place"] else []),
        f"DESCRIPTION:{_text(description)}",
        f"URL:{address}",
        f"STATUS:{status}",
        "END:VEVENT",
    ]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line breaks escaped; other control characters left out."""
    return "".join(one for one in value.translate(ESCAPES) if one >= " " and one != "\x7f")


def _fold(line: str) -> str:
    """A content line folded at 75 octets, never within a character."""
    folded, size = [], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > WIDTH:
            folded.append("\r\n ")
            size = 1
        folded.append(character)
        size += octets
    return "".join(folded)
