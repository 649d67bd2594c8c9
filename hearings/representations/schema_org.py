"""Records as schema.org JSON-LD, for those who search and check: Quotation, Event, and the page of a person."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from hearings.citations import known_date
from hearings.models import Correction, Hearing, Quote, Transcript, Turn, Version
from hearings.models.publishing import Publishable
from witnesses.models import Witness, WitnessLink

MEDIA_TYPE = "application/ld+json"
STATUS = {
    "Postponed": "https://schema.org/EventPostponed",
    "Cancelled": "https://schema.org/EventCancelled",
}


def quote(
    record: Quote, version: Version, corrections: Iterable[Correction] = (), transcript: Transcript | None = None
) -> dict:
    """A Quotation: the words, who spoke them, the hearing, the version and what corrected it.

    It is based on the source; words that were taken from a turn of `transcript`, on that turn too.
    """
    source, turn = version.content["source"], version.content.get("turn")
    based_on = [{"@type": "CreativeWork", "name": source["title"], "url": source["url"]}] if source else []
    if turn:
        address = _full(reverse("hearings:turn_version", args=[turn["id"], turn["version"]]))
        based_on.insert(0, {"@type": "Quotation", "@id": address, "url": address})
    return _quotation(record, version, based_on, corrections, transcript)


def turn(
    record: Turn, version: Version, corrections: Iterable[Correction] = (), transcript: Transcript | None = None
) -> dict:
    """A turn of a transcript as a Quotation, a part of it."""
    return _quotation(record, version, [], corrections, transcript)


def hearing(
    record: Hearing, version: Version, corrections: Iterable[Correction] = (), transcript: Transcript | None = None
) -> dict:
    """An Event with who held it, who spoke, and where it is recorded: the video and the transcript."""
    content = version.content
    address = _full(reverse("hearings:hearing_by_id", args=[record.public_id]))
    status = STATUS.get(content["status"], "https://schema.org/EventScheduled")
    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": address,
        "url": _full((version if version.is_pinned else record).get_absolute_url()),
        "name": content["title"],
        "description": "Withdrawn. Do not quote it as valid." if record.is_withdrawn else content["summary"],
        "startDate": content["time"] or "-".join(f"{part:02}" for part in known_date(content["date"])),
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
        "recordedIn": [
            *([{"@type": "CreativeWork", "url": content["video_url"]}] if content["video_url"] else []),
            *([_transcript(transcript)] if transcript else []),
        ],
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


def _transcript(record: Transcript) -> dict:
    address = _full(reverse("hearings:transcript_by_id", args=[record.public_id]))
    name = f"{record.get_accuracy_display()}: {record.hearing.title}"
    status = "Withdrawn" if record.is_withdrawn else "Published"
    return {"@type": "CreativeWork", "@id": address, "url": address, "name": name, "creativeWorkStatus": status}


def _quotation(
    record: Publishable,
    version: Version,
    based_on: list[dict],
    corrections: Iterable[Correction],
    transcript: Transcript | None,
) -> dict:
    """A part of the transcript or else of the hearing's page, and recorded at the hearing (an Event is no whole)."""
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
    at = _full(reverse("hearings:hearing_by_id", args=[held["id"]]))
    whole = _transcript(transcript) if transcript else {"@type": "WebPage", "name": held["title"], "url": at}
    event = {"@type": "Event", "@id": at, "url": at, "name": held["title"]}
    above = [record, record.hearing, *([record.transcript] if isinstance(record, Turn) else [])]
    quotation = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": _full(version.get_absolute_url()),
        "url": _full(record.get_absolute_url()),
        "text": version.text,
        "inLanguage": version.language,
        "creator": spoken,
        "spokenByCharacter": spoken,
        "isPartOf": whole,
        "recordedAt": event | ({"recordedIn": whole} if transcript else {}),
        "isBasedOn": [_filled(one) for one in based_on],
        "version": str(version.number),
        "datePublished": content["published"],
        "correction": [
            {"@type": "CorrectionComment", "text": one.sentence, "url": _full(one.get_absolute_url())}
            for one in corrections
        ],
        "creativeWorkStatus": "Withdrawn" if any(one.is_withdrawn for one in above) else "Published",
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME, "url": settings.SITE_URL + "/"},
    }
    return _filled(quotation)


def _full(path: str) -> str:
    return settings.SITE_URL + path


def _filled(fields: dict) -> dict:
    return {name: value for name, value in fields.items() if value}
