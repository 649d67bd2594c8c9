"""Template tags of the public pages: assets with their integrity, foreign passages, paragraphs."""

import base64
import hashlib
from datetime import datetime
from functools import cache
from pathlib import Path

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.defaultfilters import stringfilter
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join

from hearings.diffs import Piece, changed_lines
from hearings.notes import noted
from hearings.text import bare_label, direction, paragraphs, shorten

register = template.Library()


def integrity(path: str) -> str:
    """The subresource integrity (sha384) of a static file as it is served; while developing, as it is now."""
    return _integrity.__wrapped__(path) if settings.DEBUG else _integrity(path)


@cache
def _integrity(path: str) -> str:
    file = settings.STATIC_ROOT / static(path).removeprefix(settings.STATIC_URL)
    if settings.DEBUG or not file.exists():
        file = Path(finders.find(path))
    return "sha384-" + base64.b64encode(hashlib.sha384(file.read_bytes()).digest()).decode()


@register.simple_tag
def stylesheet(path: str, media: str = "all"):
    return format_html(
        '<link rel="stylesheet" href="{}" integrity="{}" media="{}">', static(path), integrity(path), media
    )


@register.simple_tag
def script(path: str):
    return format_html('<script src="{}" integrity="{}" defer></script>', static(path), integrity(path))


@register.filter
def of(rows: dict | str, key):
    """The row of a dictionary that a template looks up by a variable; nothing where there is none."""
    return rows.get(key) if rows else None


@register.filter
def day(date: str) -> str:
    """A date of the record (ISO 8601) in words: “June 13, 2023”."""
    return date_format(parse_date(date), "F j, Y")


@register.filter
def moment(when: datetime) -> str:
    """A moment for `<time datetime>` and sitemaps: ISO 8601 to the second, with its offset, in the zone of the site."""
    return timezone.localtime(when).isoformat(timespec="seconds")


@register.filter
def prose(text: str):
    """Plain text as paragraphs; everything in it is escaped."""
    return format_html_join("\n", "<p>{}</p>", ((part,) for part in paragraphs(text)))


@register.filter
def with_notes(version) -> list:
    """The paragraphs of what a version says, in pieces: words, and the footnote whose mark stands behind them."""
    return noted(version.text, version.footnotes)


@register.filter
def in_marks(passage: str) -> str:
    """A passage in quotation marks, as it stands in its source."""
    return f"“{passage}”"


@register.simple_tag
def foreign(language: str):
    """The `lang` and `dir` attributes of a passage; nothing for the English of the page."""
    if language == "en":
        return ""
    return format_html(' lang="{}" dir="{}"', language, direction(language))


@register.filter
@stringfilter
def shortened(text: str, length: int) -> str:
    return shorten(text, length)


@register.filter
def unended(label: str | None) -> str:
    """The label of a turn without its full stop or colon, before other words; nothing where there is none."""
    return bare_label(label or "")


@register.simple_tag
def permalink(path: str) -> str:
    """The full address of a path of the site."""
    return settings.SITE_URL + path


@register.filter
def lines_changed(pieces: list[Piece]) -> list[list[Piece]]:
    return changed_lines(pieces)
