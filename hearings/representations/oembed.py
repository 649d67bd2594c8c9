"""Records to be shown inside of other pages, as oEmbed 1.0 answers (oembed.com): the HTML, and its size."""

import math
import re
import unicodedata

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from hearings.imaging.card import HEIGHT, WIDTH, Card
from hearings.models import Exhibit, Quote, Version
from hearings.models.publishing import Publishable
from hearings.representations import cards
from hearings.text import shorten

MEDIA_TYPE = "application/json"
CACHE_AGE = 3600  # seconds: so long a consumer may go on showing what was corrected since
USUAL_WIDTH = 600  # pixels, as all lengths here
EDGE, INDENT, COLUMN, GUTTER = 17, 20, 224, 16  # of static/css/embed.css
LEADING = {"ug": 38, "bo": 46}  # from one line of words to the next, where it is not 30
WIDE = 0.58  # ems of an average letter with the room that is lost at the ends of lines, rather too much than too little
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in XML 1.0


def quote(record: Quote, version: Version, maxwidth: int = 0, maxheight: int = 0, *, pinned: bool = False) -> dict:
    """The oEmbed answer for a quote; 0 stands for no limit. `pinned` shows that version, whatever comes after."""
    card = cards.quote(record, version)
    title = f"{card.name}, {version.content['hearing']['date']}: {shorten(version.line, 80)}"
    return _answer(record, version, card, card.paragraphs[0] if card.withdrawn else title, maxwidth, maxheight, pinned)


def exhibit(record: Exhibit, version: Version, maxwidth: int = 0, maxheight: int = 0, *, pinned: bool = False) -> dict:
    """The oEmbed answer for an exhibit, as for a quote."""
    card = cards.exhibit(record, version)
    return _answer(record, version, card, card.paragraphs[0], maxwidth, maxheight, pinned)


def height_of(card: Card, version: Version, width: int) -> int:
    """How high the frame must be, in pixels, for everything in it to be seen at this width; rather more than less."""
    inner = width - 2 * EDGE
    below = sum(_lines(text, inner, 16) for text in (card.name, *card.facts, version.note)) + 1
    height = 2 * EDGE + below * 24 + 28
    if card.status or card.withdrawn:
        height += 140 if width < 420 else 100
    if card.withdrawn:
        return height
    if card.quoted:
        words = sum(_lines(text, inner - INDENT, 20) for text in card.paragraphs)
        return height + words * LEADING.get(card.language.split("-")[0], 30) + len(card.paragraphs) * 12
    shown = [capture for capture in version.content["captures"] if capture["may_embed"] and capture["rendering"]]
    columns = max(1, min(len(shown), (inner + GUTTER) // (COLUMN + GUTTER)))
    across = (inner - GUTTER * (columns - 1)) / columns
    rows = [shown[start : start + columns] for start in range(0, len(shown), columns)]
    return height + _lines(card.paragraphs[0], inner, 20) * 30 + math.ceil(sum(_row(row, across) for row in rows)) + 24


def _row(captures: list[dict], across: float) -> float:
    """The height of images side by side with their captions."""
    return (
        max(
            across * one["rendering"]["height"] / one["rendering"]["width"]
            + _lines(f"{one['label']}, {one['acquired']}. {one['sample']} {one['credit']}.", across, 16) * 24
            for one in captures
        )
        + 32
    )


def _lines(text: str, width: float, size: int) -> int:
    """How many lines a text takes at a size of type; a wide character counts for two."""
    cells = sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)
    return math.ceil(cells / max(width / (size * WIDE), 1))


def _answer(
    record: Publishable, version: Version, card: Card, title: str, maxwidth: int, maxheight: int, pinned: bool
) -> dict:
    width = min(maxwidth or USUAL_WIDTH, USUAL_WIDTH)
    height = height_of(card, version, width)
    height = min(height, maxheight or height)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "author_name": "" if card.withdrawn else card.name.removeprefix("Shown by "),
        "provider_name": settings.SITE_NAME,
        "provider_url": settings.SITE_URL + "/",
        "cache_age": CACHE_AGE,
        "html": _code(record, version, card, width, height, pinned),
        "width": width,
        "height": height,
    }
    if (maxwidth or WIDTH) >= WIDTH and (maxheight or HEIGHT) >= HEIGHT:
        path = reverse(f"hearings:{version.kind}_card", args=[record.public_id, version.number])
        answer |= {"thumbnail_url": settings.SITE_URL + path, "thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}
    return {name: _writable(value) for name, value in answer.items() if value != ""}


def _code(record: Publishable, version: Version, card: Card, width: int, height: int, pinned: bool) -> str:
    """The words with a link, which stay readable if this site is down; then a frame with a title. All is escaped."""
    page = settings.SITE_URL + (version if pinned else record).get_absolute_url()
    direction = "rtl" if card.rtl else "ltr"
    foreign = "" if card.language == "en" else format_html(' lang="{}" dir="{}"', card.language, direction)
    words = format_html_join("", "<p{}>{}</p>", ((foreign, one) for one in card.paragraphs))
    held = version.held
    affiliation = "" if card.withdrawn else getattr(version, "affiliation", "")
    link = ", ".join(filter(None, [card.name, affiliation, f"“{held['title']}”", held["date"]]))
    return format_html(
        '<blockquote cite="{page}">{words}<p>— <a href="{page}">{link}</a></p>{status}</blockquote>'
        '<iframe src="{frame}" title="{title}" width="{width}" height="{height}" frameborder="0"></iframe>',
        page=page,
        words=words,
        link=link,
        status=format_html("<p>{}</p>", card.status) if card.status else "",
        frame=page + "embed/",
        title=f"{card.kind}: {shorten(link, 120)}",
        width=width,
        height=height,
    )


def _writable(value: str | int) -> str | int:
    return UNWRITABLE.sub("", value) if isinstance(value, str) else value
