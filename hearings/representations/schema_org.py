"""Records as schema.org JSON-LD, for those who search and check: Quotation, Event, and the page of a person."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from hearings.models import Correction, Hearing, Quote, Turn, Version
from hearings.models.publishing import Publishable
from witnesses.models import Witness, WitnessLink

MEDIA_TYPE = "application/ld+json"
STATUS = {
    "Postponed": "https://schema.org/EventPostponed",
    "Cancelled": "https://schema.org/EventCancelled",
}


def quote(record: Quote, version: Version, corrections: Iterable[Correction] = ()) -> dict:
    """A Quotation: the words, who spoke them, the hearing and the source, the version and what corrected it."""
    source = version.content["source"]
    document = {"@type": "CreativeWork", "name": source["title"], "url": source["url"]} if source else {}
    return _quotation(record, version, document, corrections)


def turn(record: Turn, version: Version, corrections: Iterable[Correction] = ()) -> dict:
    """A turn of a transcript as a Quotation of it."""
    address = _full(reverse("hearings:transcript_by_id", args=[version.content["transcript"]]))
    return _quotation(record, version, {"@type": "CreativeWork", "name": "Transcript", "url": address}, corrections)


def hearing(record: Hearing, version: Version, corrections: Iterable[Correction] = ()) -> dict:
    """An Event with who held it and who spoke."""
    content = version.content
    address = _full(reverse("hearings:hearing_by_id", args=[record.public_id]))
    status = STATUS.get(content["status"], "https://schema.org/EventScheduled")
    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": _full(record.get_absolute_url()),
        "name": content["title"],
        "description": "Withdrawn. Do not quote it as valid." if record.is_withdrawn else content["summary"],
        "startDate": content["time"] or record.date_machine,
        "eventStatus": status,
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode" if content["place"] else "",
        "location": {"@type": "Place", "name": content["place"]} if content["place"] else {},
        "organizer": [
            {"@type": "GovernmentOrganization", "name": body["name"], "url": _full(body["page"])}
            for body in content["bodies"]
        ],
        "performer": [
            _filled({"@type": "Person", "name": one["name"], "jobTitle": "; ".join(one["title"].splitlines())})
            for one in content["people"]
        ],
        "recordedIn": {"@type": "CreativeWork", "url": content["video_url"]} if content["video_url"] else {},
    }
    return _filled(event)


def person(record: Witness, links: Iterable[WitnessLink]) -> dict:
    """The page of a person; of one who is protected, the chosen name alone."""
    address = _full(record.get_absolute_url())
    about = {"@type": "Person", "@id": f"{address}#person", "name": record.full_name, "url": address}
    if not record.protected:
        about["alternateName"] = record.native_name
        about["sameAs"] = [link.url for link in links]
    page = {"@type": "ProfilePage", "url": address, "mainEntity": _filled(about)}
    return {"@context": "https://schema.org", **page}


def _quotation(record: Publishable, version: Version, source: dict, corrections: Iterable[Correction]) -> dict:
    content = version.content
    speaker = content["speaker"]
    person = {
        "@type": "Person",
        "name": speaker["name"],
        "jobTitle": speaker["title"],
        "affiliation": {"@type": "Organization", "name": speaker["organization"]} if speaker["organization"] else {},
    }
    spoken = _filled(person) if speaker["name"] else {}
    held = version.held
    quotation = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": _full(version.get_absolute_url()),
        "url": _full(record.get_absolute_url()),
        "text": version.text,
        "inLanguage": version.language,
        "creator": spoken,
        "spokenByCharacter": spoken,
        "isPartOf": {
            "@type": "Event",
            "name": held["title"],
            "url": _full(reverse("hearings:hearing_by_id", args=[held["id"]])),
        },
        "isBasedOn": _filled(source),
        "version": str(version.number),
        "datePublished": content["published"],
        "correction": [
            {"@type": "CorrectionComment", "text": one.sentence, "url": _full(one.get_absolute_url())}
            for one in corrections
        ],
        "creativeWorkStatus": "Withdrawn" if record.is_withdrawn or record.hearing.is_withdrawn else "Published",
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME, "url": settings.SITE_URL + "/"},
    }
    return _filled(quotation)


def _full(path: str) -> str:
    return settings.SITE_URL + path


def _filled(fields: dict) -> dict:
    return {name: value for name, value in fields.items() if value}
