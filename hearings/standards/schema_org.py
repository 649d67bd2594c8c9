"""schema.org: the images of an exhibit as ImageObjects, for those who search and credit images."""

from hearings.standards.annotations import canvas_size
from hearings.standards.edition import Edition, described, period

DIGITS = {"second": None, "day": 10, "month": 7, "year": 4}  # characters of an RFC 3339 time that are known


def image_objects(edition: Edition) -> dict:
    """A JSON-LD graph with an ImageObject for each capture that can be seen."""
    return {
        "@context": "https://schema.org",
        "@graph": [_image(edition, capture) for capture in edition.captures if edition.widths(capture)],
    }


def _image(edition: Edition, capture: dict) -> dict:
    widths, sha256 = edition.widths(capture), capture["sha256"]
    width, height = canvas_size(capture)
    facts = {
        "@type": "ImageObject",
        "@id": edition.canvas(sha256),
        "contentUrl": edition.file(sha256, widths[-1]),
        "thumbnailUrl": edition.file(sha256, widths[0]),
        "encodingFormat": "image/jpeg",
        "width": widths[-1],
        "height": max(1, round(widths[-1] * height / width)),
        "name": f"{edition.content['title']}: {capture['label']}",
        "caption": described(capture),
        "description": capture["long_description"],
        "creditText": capture["credit"],
        "license": capture["licence_url"] or edition.page,
        "acquireLicensePage": edition.page,
        "creator": {"@type": "Organization", "name": capture["provider"]} if capture["provider"] else "",
        "provider": {"@type": "Organization", "name": edition.site_name, "url": edition.site + "/"},
        **_date(capture),
        "contentLocation": _place(edition.content["site"]),
        "isBasedOn": _original(capture),
        "isPartOf": _exhibit(edition),
    }
    return {key: value for key, value in facts.items() if value}


def _original(capture: dict) -> dict:
    """What was received: its hash is that of no file that can be had here."""
    return {
        "@type": "ImageObject",
        "sha256": capture["sha256"],
        "encodingFormat": capture["media_type"],
        "contentSize": f"{capture['bytes']} B",
        "width": capture["width"],
        "height": capture["height"],
    }


def _date(capture: dict) -> dict:
    """`dateCreated` to the precision that is known; a span is `temporalCoverage`; neither where nothing is known."""
    times = period(capture)
    if not times:
        return {}
    start, end = (time[: DIGITS[capture["acquired_precision"]]] for time in times)
    return {"dateCreated": start} if start == end else {"temporalCoverage": f"{times[0]}/{times[1]}"}


def _place(site: dict) -> dict:
    """The place as the policy lets it be seen: without coordinates where they are withheld."""
    place: dict = {"@type": "Place", "name": site["name"], "alternateName": site["local_name"]}
    if site["country"]:
        place["address"] = {"@type": "PostalAddress", "addressCountry": site["country"]}
    if site["point"] and site["precision"] != "withheld":
        longitude, latitude = site["point"]
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return {key: value for key, value in place.items() if value}


def _exhibit(edition: Edition) -> dict:
    hearing = {"@type": "CreativeWork", "name": edition.content["hearing"]["title"], "url": edition.hearing}
    return {
        "@type": "CreativeWork",
        "name": edition.content["title"],
        "url": edition.exhibit,
        "version": str(edition.number),
        "isPartOf": hearing,
    }
