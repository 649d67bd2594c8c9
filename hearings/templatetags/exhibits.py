"""Template tags of the exhibit pages: addresses of images, marks over them, the strip by date, the locator map."""

from datetime import datetime
from itertools import pairwise

from django import template
from django.templatetags.static import static
from django.urls import reverse

from hearings.locator import Locator, locate
from hearings.templatetags.record import integrity

register = template.Library()

OPENSEADRAGON = "vendor/openseadragon/openseadragon.min.js"
LENGTHS = [number * 10**power for power in range(7) for number in (1, 2, 5)]
BAR = 25  # per cent of the image's width that the scale bar takes at most
CROWDED = 4  # per cent of the strip nearer than which one mark stands above another


@register.simple_tag(takes_context=True)
def rendition_url(context, version, capture: dict, width: int, ending: str) -> str:
    """The address of an image in one width and format: below the version, or in a preview below its token."""
    if context.get("preview"):
        return reverse("hearings:preview_rendition", args=[context["token"], capture["sha256"], width, ending])
    identity = context["exhibit"].public_id
    return reverse("hearings:exhibit_rendition", args=[identity, version.number, capture["sha256"], width, ending])


@register.simple_tag(takes_context=True)
def srcset(context, version, capture: dict, ending: str) -> str:
    """All widths of an image in one format, as `srcset` takes them."""
    widths = capture["rendering"]["widths"]
    return ", ".join(f"{rendition_url(context, version, capture, width, ending)} {width}w" for width in widths)


@register.simple_tag(takes_context=True)
def zoom_url(context, version, capture: dict) -> str:
    """What the closer look shows: the tiles of an image, or where it has none, its largest rendition."""
    rendering = capture["rendering"]
    if not rendering.get("widths"):
        return ""
    if rendering.get("tiles") and not context.get("preview"):
        identity = context["exhibit"].public_id
        return reverse("hearings:exhibit_image_info", args=[identity, version.number, capture["sha256"]])
    return rendition_url(context, version, capture, rendering["widths"][-1], "jpg")


@register.simple_tag
def openseadragon() -> dict[str, str]:
    """The address and integrity of the viewer that is loaded only when somebody looks closer."""
    return {"address": static(OPENSEADRAGON), "integrity": integrity(OPENSEADRAGON)}


@register.simple_tag
def locator(site: dict | None) -> Locator | None:
    """The map of a site as its policy shows it; None where there is nothing to draw."""
    return locate(site["point"], site["precision"], site["country"]) if site else None


def size(capture: dict) -> tuple[int, int]:
    """Width and height in pixels of the picture that is shown: the original's, unless it was put on a grid."""
    shown = capture["rendering"] or capture
    return shown["width"], shown["height"]


@register.filter
def marks(capture: dict) -> list[dict]:
    """The annotations of an image with the corners of their shapes as SVG takes them, and where their letter stands."""
    found = []
    width, height = size(capture)
    for note in capture.get("annotations") or []:
        points = note["points"]
        if note["shape"] == "rectangle":
            (left, top), (right, bottom) = points
            points = [[left, top], [right, top], [right, bottom], [left, bottom]]
        x = min(x for x, _ in points) / width * 100
        y = min(y for _, y in points) / height * 100
        corners = " ".join(f"{x},{y}" for x, y in points)
        found.append(note | {"corners": corners, "x": f"{min(max(x, 0), 90):.2f}", "y": f"{min(max(y, 0), 90):.2f}"})
    return found


@register.filter
def scale(capture: dict) -> dict | None:
    """The scale bar of an image whose pixels have a known size: its length in words and in per cent."""
    if not capture.get("pixel_size"):
        return None
    wide = capture["pixel_size"] * size(capture)[0]
    length = max((length for length in LENGTHS if length <= wide * BAR / 100), default=0)
    return (
        {"words": distance(length), "share": f"{length / wide * 100:.2f}", "wide": distance(wide)} if length else None
    )


def distance(metres: float) -> str:
    """Metres, or kilometres from 1,000 on, to three figures."""
    if metres >= 1000:
        return f"{float(f'{metres / 1000:.3g}'):,g} km"
    return f"{float(f'{metres:.3g}'):g} m"


@register.filter
def differ_in_size(captures: list[dict]) -> bool:
    return len({size(capture) for capture in captures}) > 1


@register.filter
def strip(captures: list[dict]) -> list[dict]:
    """The captures as marks on a line of time: `x` in per cent, `level` above the line, the gap to the one before.

    A capture whose date is not known has no place on the line, and no gap.
    """
    times = [moment(capture) for capture in captures]
    known = sorted(time for time in times if time is not None)
    span = (known[-1] - known[0]) if known else 0
    found, taken = [], []
    for number, (capture, time) in enumerate(zip(captures, times, strict=True), 1):
        entry = {"capture": capture, "number": number, "x": None, "level": 0, "gap": ""}
        if time is not None:
            place = 4 + (92 * (time - known[0]) / span if span else 46)
            entry |= {"x": f"{place:.2f}", "level": sum(abs(place - other) < CROWDED for other in taken)}
            taken.append(place)
        found.append(entry)
    for after, (start, end) in zip(found[1:], pairwise(times), strict=True):
        if start is not None and end is not None and end > start:
            after["gap"] = f"{lapse((end - start) / 86400)} later"
    return found


def moment(capture: dict) -> float | None:
    start = capture.get("acquired_start")
    return datetime.fromisoformat(start).timestamp() if start else None


def lapse(days: float) -> str:
    """A span of time in the unit that suits it."""
    for unit, length, least in (("year", 365.25, 2), ("month", 30.44, 2), ("day", 1, 1)):
        if days >= length * least:
            number = f"{days / length:.1f}".removesuffix(".0") if unit == "year" else f"{days / length:.0f}"
            return f"{number} {unit}{'' if number == '1' else 's'}"
    return "less than a day"
