"""STAC 1.1: an exhibit as a Collection, each of its captures as an Item."""

import re

from hearings.standards.edition import ENDINGS, Edition, box, described, is_exact, period

EXTENSIONS = {
    "proj:": "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
    "view:": "https://stac-extensions.github.io/view/v1.0.0/schema.json",
    "eo:": "https://stac-extensions.github.io/eo/v1.1.0/schema.json",
}
VERSION_EXTENSION = "https://stac-extensions.github.io/version/v1.2.0/schema.json"
MANIFEST_TYPE = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
WORLD = [-180.0, -90.0, 180.0, 90.0]


def collection(edition: Edition) -> dict:
    """The exhibit as a STAC Collection (collection-spec 1.1.0).

    Where the place is withheld the extent is the whole world, as STAC asks for one. A capture whose date is not
    known has no Item, as STAC asks for a date; the description says so.
    """
    content = edition.content
    dated = [capture for capture in edition.captures if period(capture)]
    links = [
        _link("self", edition.of_exhibit("stac"), "application/json"),
        _link("root", edition.of_exhibit("stac"), "application/json"),
        _link("via", edition.exhibit, "text/html", content["title"]),
        _link("iiif-manifest", edition.of_exhibit("manifest"), MANIFEST_TYPE),
    ]
    links += [_link("item", edition.item(row["sha256"]), "application/geo+json", row["label"]) for row in dated]
    return {
        "type": "Collection",
        "stac_version": "1.1.0",
        "stac_extensions": [VERSION_EXTENSION],
        "id": content["id"],
        "title": content["title"],
        "description": _description(edition),
        "version": str(edition.number),
        "deprecated": not edition.images,
        "updated": content["published"],
        "license": _shared_license(edition.captures),
        "providers": _providers(edition, edition.captures),
        "extent": {"spatial": {"bbox": _boxes(edition)}, "temporal": {"interval": [_interval(dated)]}},
        "links": links + _license_links(edition, edition.captures),
    }


def item(edition: Edition, capture: dict) -> dict | None:
    """A capture as a STAC Item (item-spec 1.1.0); None where nothing is known of its date, which STAC asks for.

    The geometry is null where the place is withheld. The original is described, with its SHA-256, but not linked.
    """
    times = period(capture)
    if times is None:
        return None
    properties = _properties(edition, capture, times)
    used = [address for prefix, address in EXTENSIONS.items() if any(key.startswith(prefix) for key in properties)]
    document = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": [*used, VERSION_EXTENSION],
        "id": capture["sha256"],
        "collection": edition.content["id"],
        "geometry": None,
        "properties": properties,
        "links": _item_links(edition, capture),
        "assets": _assets(edition, capture),
    }
    corners = box(edition.content, capture)
    return document | ({"geometry": geometry(corners), "bbox": corners} if corners else {})


def geometry(corners: list[float]) -> dict:
    """A box [west, south, east, north] as GeoJSON (RFC 7946): a point, a polygon, or two at the 180th meridian."""
    west, south, east, north = corners
    if west == east and south == north:
        return {"type": "Point", "coordinates": [west, south]}
    if west > east:
        halves = [[_ring(west, south, 180.0, north)], [_ring(-180.0, south, east, north)]]
        return {"type": "MultiPolygon", "coordinates": halves}
    return {"type": "Polygon", "coordinates": [_ring(west, south, east, north)]}


def _ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def _properties(edition: Edition, capture: dict, times: tuple[str, str]) -> dict:
    start, end = times
    exact = is_exact(edition.content)
    facts = {
        "title": f"{edition.content['title']}: {capture['label']}",
        "description": described(capture),
        "gsd": capture["gsd"] or None,
        "platform": capture["platform"].lower(),
        "instruments": [capture["sensor"].lower()] if capture["sensor"] else [],
        "eo:cloud_cover": capture["cloud_cover"],
        "view:off_nadir": capture["off_nadir"],
        "view:sun_azimuth": capture["sun_azimuth"] if exact else None,
        "view:sun_elevation": capture["sun_elevation"] if exact else None,
        "proj:code": capture["crs"] if exact else "",
        "scene": capture["scene"] if exact else "",
        "processing": capture["processing"],
    }
    moment = {"datetime": start} if start == end else {"datetime": None, "start_datetime": start, "end_datetime": end}
    return {
        **moment,
        **{key: value for key, value in facts.items() if value not in (None, "", [])},
        "updated": edition.content["published"],
        "acquired_precision": capture["acquired_precision"],
        "place_precision": edition.content["site"]["precision"],
        "license": _license(capture),
        "providers": _providers(edition, [capture]),
        "version": str(edition.number),
        "deprecated": not edition.images or edition.number != edition.latest,
        "original": {
            "sha256": capture["sha256"],
            "type": capture["media_type"],
            "size": capture["bytes"],
            "width": capture["width"],
            "height": capture["height"],
        },
    }


def _item_links(edition: Edition, capture: dict) -> list[dict]:
    sha256, collected = capture["sha256"], edition.of_exhibit("stac")
    links = [_link("self", edition.item(sha256), "application/geo+json")]
    links += [_link(rel, collected, "application/json") for rel in ("root", "parent", "collection")]
    links.append(_link("via", edition.page, "text/html", edition.content["title"]))
    numbers = sorted(edition.numbers.get(sha256, []))
    before = [number for number in numbers if number < edition.number]
    after = [number for number in numbers if number > edition.number]
    others = {"predecessor-version": before[-1:], "successor-version": after[:1], "latest-version": after[-1:]}
    for rel, found in others.items():
        links += [_link(rel, edition.item(sha256, number), "application/geo+json") for number in found]
    return links + _license_links(edition, [capture])


def _assets(edition: Edition, capture: dict) -> dict:
    """Every rendering that can be had, the smallest as a thumbnail, and the IIIF documents."""
    widths, sha256, assets = edition.widths(capture), capture["sha256"], {}
    for width in widths:
        for ending, media_type in ENDINGS.items():
            assets[f"{ending}-{width}"] = {
                "href": edition.file(sha256, width, ending),
                "type": media_type,
                "title": f"{width} pixels wide",
                "roles": ["thumbnail" if (width, ending) == (widths[0], "jpg") else "overview"],
            }
    if widths:
        image_type = MANIFEST_TYPE.replace("presentation", "image")
        info = {"href": f"{edition.service(sha256)}/info.json", "type": image_type, "roles": ["metadata"]}
        assets["iiif-image"] = info | {"title": "IIIF Image 3"}
    manifest = {"href": edition.of_exhibit("manifest"), "type": MANIFEST_TYPE, "roles": ["metadata"]}
    return assets | {"iiif-manifest": manifest | {"title": "IIIF Presentation 3"}}


def _description(edition: Edition) -> str:
    content = edition.content
    undated = [capture["label"] for capture in edition.captures if not period(capture)]
    parts = [
        "" if edition.images else "Withdrawn: the images are no longer shown.",
        content["observation"],
        f"What the images cannot show: {content['limitations']}" if content["limitations"] else "",
        f"Coordinates: {content['site']['coordinates']}. {content['site']['precision_reason']}".strip(),
        f"Date of acquisition not known, therefore no Item: {', '.join(undated)}." if undated else "",
    ]
    return "\n\n".join(filter(None, parts))


def _boxes(edition: Edition) -> list[list[float]]:
    """The box of the whole, then of each place in it if there are several, as collection-spec asks."""
    found = [box(edition.content, capture) for capture in edition.captures]
    boxes = [corners for number, corners in enumerate(found) if corners and corners not in found[:number]]
    if len(boxes) < 2:
        return boxes or [WORLD]
    if any(west > east for west, _, east, _ in boxes):
        return [WORLD, *boxes]
    west, south, east, north = zip(*boxes, strict=True)
    return [[min(west), min(south), max(east), max(north)], *boxes]


def _interval(dated: list[dict]) -> list[str | None]:
    times = [period(capture) for capture in dated]
    return [min(start for start, _ in times), max(end for _, end in times)] if times else [None, None]


def _license(capture: dict) -> str:
    code = capture["licence_code"]
    return code if re.fullmatch(r"[\w.+-]+", code) else "other"


def _shared_license(captures: list[dict]) -> str:
    codes = {_license(capture) for capture in captures}
    return codes.pop() if len(codes) == 1 else "other"


def _license_links(edition: Edition, captures: list[dict]) -> list[dict]:
    """One link to each licence; to the page, which says it in words, where a licence has no address."""
    named = {capture["licence_url"] or edition.page: capture["licence"] for capture in captures}
    return [_link("license", address, "text/html", words) for address, words in named.items()]


def _providers(edition: Edition, captures: list[dict]) -> list[dict]:
    names = dict.fromkeys(capture["provider"] for capture in captures if capture["provider"])
    providers = [{"name": name, "roles": ["producer"]} for name in names]
    return [*providers, {"name": edition.site_name, "roles": ["processor", "host"], "url": edition.site}]


def _link(rel: str, href: str, media_type: str, title: str = "") -> dict:
    return {"rel": rel, "href": href, "type": media_type} | ({"title": title} if title else {})
