"""When an image was taken: proposed from its provider's metadata or its name, never from dates within the file."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

CORNERS = ("UL", "UR", "LL", "LR")
OLDEST = date(1900, 1, 1)
MAX_METADATA = 1024 * 1024

NAMES = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"
MONTHS = {NAMES[3 * place : 3 * place + 3]: place + 1 for place in range(12)}
YEAR = r"((?:19|20)\d\d)"
LANDSAT = re.compile(
    rf"(?<![A-Z0-9])L[COTEM]0\d_L[12][A-Z]{{2}}_\d{{6}}_{YEAR}(\d\d)(\d\d)_(?:19|20)\d{{6}}(?!\d)", re.IGNORECASE
)
SENTINEL_2 = re.compile(rf"(?<![A-Z0-9])S2[A-D]_MSIL[12][AC]_{YEAR}(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)", re.IGNORECASE)
DAYS = [
    re.compile(rf"(?<!\d){YEAR}(\d\d)(\d\d)(?!\d)"),
    re.compile(rf"(?<!\d){YEAR}-(\d\d)-(\d\d)(?!\d)"),
    re.compile(rf"(?<!\d){YEAR}_(\d\d)_(\d\d)(?!\d)"),
]
# A year by itself, but not the counter that cameras, scanners and phones put behind a word of theirs.
ALONE = re.compile(rf"(?<![A-Z0-9]){YEAR}(?![A-Z0-9])", re.IGNORECASE)
COUNTED = re.compile(
    r"(?<![A-Z])(?:IMG|DSC[FN]?|PXL|P|MVI|WA|SCAN|IMAGE|PHOTO|PICTURE|SCREENSHOT)[ _.-]*\Z", re.IGNORECASE
)
MAXAR = re.compile(rf"(?<!\d)(\d\d)({'|'.join(MONTHS)})(\d\d)(?:(\d\d)(\d\d)(\d\d))?(?!\d)", re.IGNORECASE)

FROM_NAME = "file name"
FROM_METADATA = "provider metadata"


@dataclass(frozen=True)
class Proposal:
    """What an editor is offered. `start` and `end` are RFC 3339 in UTC; `precision` is second, day, month or year.

    `basis` says where it comes from. Angles are degrees, `cloud_cover` per cent, `gsd` metres a pixel, `bbox` is west,
    south, east, north in WGS 84. What is not stated is "" or None or empty.
    """

    start: str = ""
    end: str = ""
    precision: str = ""
    basis: str = ""
    platform: str = ""
    sensor: str = ""
    scene: str = ""
    gsd: float | None = None
    sun_azimuth: float | None = None
    sun_elevation: float | None = None
    off_nadir: float | None = None
    cloud_cover: float | None = None
    bbox: list[float] = field(default_factory=list)
    crs: str = ""


def from_name(name: str, *, today: date | None = None) -> Proposal | None:
    """The date that a file's name states; None where it states none, two, an impossible one, or one still to come.

    A Landsat product's first date is the acquisition and its second the processing; a Sentinel-2 product's first is the
    start of sensing. 09AUG18021456 is 18 August 2009, 02:14:56; 09AUG18 alone is two dates, and so none.
    """
    today = today or datetime.now(UTC).date()
    for known in (LANDSAT, SENTINEL_2):
        if match := known.search(name):
            return _dated([int(part) for part in match.groups()], today)
    found = [[int(part) for part in match.groups()] for pattern in DAYS for match in pattern.finditer(name)]
    found += [reading for match in MAXAR.finditer(name) for reading in _maxar(match)]
    if not found:
        return _of_a_year(name, today)
    proposals = {proposal for proposal in (_when(parts, today) for parts in found) if proposal}
    if len({start[:10] for start, _ in proposals}) != 1:
        return None
    start, precision = max(proposals, key=lambda one: one[1] == "second")
    return Proposal(start, start, precision, FROM_NAME)


def _of_a_year(name: str, today: date) -> Proposal | None:
    """The one year that a name states by itself, as in camp_1985.jpg."""
    matches = [match for match in ALONE.finditer(name) if not COUNTED.search(name[: match.start()])]
    years = {int(match[1]) for match in matches}
    if len(years) != 1 or not OLDEST.year <= min(years) <= today.year:
        return None
    start = _rfc3339(datetime(min(years), 1, 1, tzinfo=UTC))
    return Proposal(start, start, "year", FROM_NAME)


def _maxar(match: re.Match) -> list[list[int]]:
    """How 09AUG18 may be read: with a time after it as Maxar writes it, year first; alone as the day first too."""
    first, month, last, *time = match.groups()
    clock = [int(part) for part in time if part]
    return [
        [(1900 if int(year) >= 70 else 2000) + int(year), MONTHS[month.upper()], int(day), *clock]
        for year, day in ([(first, last)] if clock else [(first, last), (last, first)])
    ]


def _dated(parts: list[int], today: date) -> Proposal | None:
    when = _when(parts, today)
    return Proposal(when[0], when[0], when[1], FROM_NAME) if when else None


def _when(parts: list[int], today: date) -> tuple[str, str] | None:
    """The instant and its precision; None if there is no such day or it is still to come."""
    try:
        moment = datetime(*parts, tzinfo=UTC)
    except ValueError:
        return None
    if not OLDEST <= moment.date() <= today:
        return None
    return _rfc3339(moment), "second" if len(parts) > 3 else "day"


def from_metadata(data: bytes, *, today: date | None = None) -> Proposal | None:
    """What a provider's metadata states: a STAC Item (any version) or a Landsat MTL file, as JSON in UTF-8.

    None for everything else, for metadata above 1 MB, and where it states no possible date of acquisition.
    """
    if len(data) > MAX_METADATA:
        return None
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    today = today or datetime.now(UTC).date()
    if isinstance(document.get("LANDSAT_METADATA_FILE"), dict):
        return _from_landsat(document["LANDSAT_METADATA_FILE"], today)
    if document.get("type") == "Feature" and isinstance(document.get("properties"), dict):
        return _from_stac(document, document["properties"], today)
    return None


def _from_landsat(document: dict[str, Any], today: date) -> Proposal | None:
    image, product, projection, level_1 = (
        part if isinstance(part := document.get(name), dict) else {}
        for name in ("IMAGE_ATTRIBUTES", "PRODUCT_CONTENTS", "PROJECTION_ATTRIBUTES", "LEVEL1_PROCESSING_RECORD")
    )
    start, precision = _moment(f"{image.get('DATE_ACQUIRED')}T{image.get('SCENE_CENTER_TIME')}", today)
    if not start:
        start, precision = _moment(image.get("DATE_ACQUIRED"), today)
    if not start:
        return None
    corners = {
        axis: [_number(projection.get(f"CORNER_{c}_{axis}_PRODUCT")) for c in CORNERS] for axis in ("LON", "LAT")
    }
    whole = all(value is not None for values in corners.values() for value in values)
    zone = _number(projection.get("UTM_ZONE"), 1, 60)
    return Proposal(
        start,
        start,
        precision,
        FROM_METADATA,
        platform=_words(image.get("SPACECRAFT_ID")),
        sensor=_words(image.get("SENSOR_ID")),
        scene=_words(product.get("LANDSAT_PRODUCT_ID")) or _words(level_1.get("LANDSAT_SCENE_ID")),
        gsd=_number(projection.get("GRID_CELL_SIZE_REFLECTIVE")),
        sun_azimuth=_number(image.get("SUN_AZIMUTH"), -360, 360),
        sun_elevation=_number(image.get("SUN_ELEVATION"), -90, 90),
        off_nadir=0.0 if image.get("NADIR_OFFNADIR") == "NADIR" else None,
        cloud_cover=_number(image.get("CLOUD_COVER"), 0, 100),
        bbox=_box([min(corners["LON"]), min(corners["LAT"]), max(corners["LON"]), max(corners["LAT"])])
        if whole
        else [],
        # USGS keeps Landsat in the northern zone south of the equator too, with negative northings.
        crs=f"EPSG:{32600 + int(zone)}" if zone else "",
    )


def _from_stac(item: dict[str, Any], properties: dict[str, Any], today: date) -> Proposal | None:
    start, precision = _moment(properties.get("start_datetime") or properties.get("datetime"), today)
    end, _ = _moment(properties.get("end_datetime"), today)
    if not start or (end and end < start):
        return None

    def first(*names: str) -> Any:
        return next((properties[name] for name in names if properties.get(name) is not None), None)

    sensor = first("instruments", "eo:instrument")
    bands = properties.get("eo:bands")
    sizes = [_number(band.get("gsd")) for band in bands if isinstance(band, dict)] if isinstance(bands, list) else []
    sizes = [size for size in sizes if size]
    code = first("proj:code", "proj:epsg")
    return Proposal(
        start,
        end or start,
        precision,
        FROM_METADATA,
        platform=_words(first("platform", "eo:platform")),
        sensor=", ".join(map(_words, sensor)) if isinstance(sensor, list) else _words(sensor),
        scene=_words(item.get("id")),
        gsd=_number(first("gsd", "eo:gsd"), 0, 100_000) or (min(sizes) if sizes else None),
        sun_azimuth=_number(first("view:sun_azimuth", "eo:sun_azimuth"), -360, 360),
        sun_elevation=_number(first("view:sun_elevation", "eo:sun_elevation"), -90, 90),
        off_nadir=_number(first("view:off_nadir", "eo:off_nadir"), 0, 90),
        cloud_cover=_number(first("eo:cloud_cover"), 0, 100),
        bbox=_box(item.get("bbox")),
        crs=code if isinstance(code, str) else f"EPSG:{code}" if isinstance(code, int) else "",
    )


def _moment(value: Any, today: date) -> tuple[str, str]:
    """An RFC 3339 instant in UTC and its precision; empty where the value states none that can be."""
    if not isinstance(value, str):
        return "", ""
    try:
        moment = datetime.fromisoformat(re.sub(r"\.(\d{6})\d+", r".\1", value))
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return "", ""
    if not OLDEST <= moment.date() <= today:
        return "", ""
    return _rfc3339(moment), "day" if len(value) <= 10 else "second"


def _rfc3339(moment: datetime) -> str:
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _number(value: Any, low: float = -1e9, high: float = 1e9) -> float | None:
    """A number, also where it is written as words, if it lies within these bounds."""
    try:
        number = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and low <= number <= high else None


def _words(value: Any) -> str:
    return value.strip()[:200] if isinstance(value, str) else ""


def _box(value: Any) -> list[float]:
    """West, south, east, north in degrees; of a box with heights too. Empty if it is none."""
    if not isinstance(value, list) or len(value) not in (4, 6):
        return []
    west, south, east, north = (value[place] for place in ((0, 1, 2, 3) if len(value) == 4 else (0, 1, 3, 4)))
    numbers = [_number(west, -180, 180), _number(south, -90, 90), _number(east, -180, 180), _number(north, -90, 90)]
    return [] if None in numbers or numbers[1] > numbers[3] else numbers
