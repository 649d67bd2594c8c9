"""What may be told of a place: coordinates as exactly as its policy lets the public know them today."""

import math

DIGITS = {"exact": 6, "rounded": 1, "withheld": None}  # decimals of a degree; None: no coordinates at all
STRICTNESS = list(DIGITS)
LATER = {
    "rounded": "{}, rounded to a tenth of a degree since this version was published",
    "withheld": "Withheld since this version was published",
}


def strictest(*precisions: str) -> str:
    """The policy of these that lets the public know least."""
    return max(precisions, key=STRICTNESS.index)


def point_as(precision: str, longitude: float, latitude: float) -> list[float]:
    """[longitude, latitude] in degrees (WGS 84) as the policy lets them be known; [] where it withholds them."""
    digits = DIGITS[precision]
    return [] if digits is None else [round(float(longitude), digits), round(float(latitude), digits)]


def bounds_as(precision: str, west: float, south: float, east: float, north: float) -> list[float]:
    """A bounding box in degrees (WGS 84) by the same policy; where it is rounded, outward."""
    digits = DIGITS[precision]
    if digits is None or None in (west, south, east, north):
        return []
    unit = 10**digits
    low = [max(limit, math.floor(edge * unit) / unit) for edge, limit in ((west, -180), (south, -90))]
    high = [min(limit, math.ceil(edge * unit) / unit) for edge, limit in ((east, 180), (north, 90))]
    return [*low, *high]


def words_as(precision: str, longitude: float, latitude: float) -> str:
    """Latitude and longitude in words, to as many decimals as the policy lets be known."""
    digits = DIGITS[precision]
    if digits is None:
        return "Withheld"
    north = f"{abs(latitude):.{digits}f}° {'S' if latitude < 0 else 'N'}"
    return f"{north}, {abs(longitude):.{digits}f}° {'W' if longitude < 0 else 'E'} (WGS 84)"


def redacted(content: dict, precision: str) -> dict:
    """The content of an exhibit's version, without what tells more of its place than `precision` lets be known today.

    `content` itself where it tells no more than that. The salt goes with the place: with it, the commitment would let
    anyone try coordinates until one fits.
    """
    site = content["site"]
    if strictest(site["precision"], precision) == site["precision"]:
        return content
    point = point_as(precision, *site["point"]) if site["point"] else []
    words = LATER[precision].format(words_as(precision, *site["point"])) if site["point"] else site["coordinates"]
    hidden = {"scene": "", "crs": "", "sun_azimuth": None, "sun_elevation": None}
    return content | {
        "salt": "",
        "site": site | {"coordinates": words, "point": point, "precision": precision},
        "captures": [
            capture | hidden | {"bbox": bounds_as(precision, *capture["bbox"]) if capture["bbox"] else []}
            for capture in content["captures"]
        ],
    }
