"""Records as plain JSON values: the objects of API v1, of `/q/<id>.json` and its like, and of the export.

Everything that a version froze is told from its content. The rows add addresses and states, and at the address of a
record what its hearing is called today; no other words.
"""

from datetime import UTC, datetime

from django.conf import settings
from django.db.models import TextChoices
from django.urls import reverse

from hearings.models import (
    Appearance,
    Correction,
    Exhibit,
    Finding,
    Hearing,
    Quote,
    Reference,
    Transcript,
    Turn,
    Version,
)
from hearings.models.publishing import Publishable
from hearings.text import direction
from witnesses.models import Witness

MEDIA_TYPE = "application/json"
NOUNS = {"quote": "quotes", "turn": "turns", "hearing": "hearings", "exhibit": "exhibits"}
PAGES = {"hearing": "hearing_by_id", "transcript": "transcript_by_id"}
PROOF = "SHA-256 of the UTF-8 bytes of `canonical` (JSON after RFC 8785, with the salt in it), in hex"


def address(name: str, *args) -> str:
    """The full address of a route of the site."""
    return settings.SITE_URL + reverse(name, args=args)


def page(kind: str, public_id: str) -> str:
    """The page of a record at the address that never changes."""
    return address(f"hearings:{PAGES.get(kind, kind)}", public_id)


def quote(record: Quote, version: Version) -> dict:
    """A quote as one of its versions has it; `record` with its hearing, speaker and current version at hand."""
    content = version.content
    turn = content.get("turn")
    return {
        **_frame(record, version),
        **{name: content[name] for name in ("text", "language", "kind", "note", "source", "selectors")},
        "direction": direction(content["language"]),
        "speaker": _speaker(content["speaker"], record.speaker),
        "hearing": _hearing_of(version.held),
        "turn": turn | {"links": {"self": _self("turn", turn["id"]), "html": page("turn", turn["id"])}}
        if turn
        else None,
        "in_transcript": _in_transcript(record.finding_of(version)),
        "proof": proof(version),
        "links": _links(record, version),
    }


def turn(record: Turn, version: Version) -> dict:
    """A turn of a transcript; `record` with its transcript, hearing, speaker and current version at hand."""
    content = version.content
    speaker = content["speaker"]
    transcript = content["transcript"]
    return {
        **_frame(record, version),
        **{name: content[name] for name in ("text", "language", "kind", "label", "unresolved")},
        "direction": direction(content["language"]),
        "footnotes": version.footnotes,
        "number": record.number,
        "speaker": _speaker(speaker, record.speaker) if speaker["name"] else None,
        "hearing": _hearing_of(version.held),
        "transcript": {"id": transcript, "links": {"html": page("transcript", transcript)}},
        "proof": proof(version),
        "links": _links(record, version),
    }


def transcript(record: Transcript, version: Version) -> dict:
    """The facts of a transcript; the words stand in its turns, each with versions of its own."""
    content = version.content
    return {
        **_frame(record, version),
        **{name: content[name] for name in ("accuracy", "language", "note", "source", "sections", "turns")},
        "title": f"{content['accuracy']}: {version.held['title']}",
        "hearing": _hearing_of(version.held),
        "proof": proof(version),
        "links": _links(record, version) | {"turns": _of("turns", record.hearing)},
    }


def exhibit(record: Exhibit, version: Version) -> dict:
    """An exhibit with the facts of its images; `record` with its hearing, site and current version at hand."""
    content = version.content
    texts = ("title", "presented_by", "observation", "interpretation", "interpretation_by", "confidence", "limitations")
    of_images = {
        "stac": address("hearings:exhibit_stac", record.public_id),
        "iiif": address("hearings:exhibit_manifest", record.public_id),
        "annotations": address("hearings:exhibit_annotations", record.public_id),
    }
    return {
        **_frame(record, version),
        **{name: content[name] for name in (*texts, "alignment", "site")},
        "captures": [{key: fact for key, fact in one.items() if key != "rendering"} for one in content["captures"]],
        "hearing": _hearing_of(version.held),
        "shown_in": page("quote", content["shown_in"]) if content["shown_in"] else None,
        "proof": proof(version),
        "links": _links(record, version) | of_images,
    }


def hearing(record: Hearing, version: Version) -> dict:
    """A hearing with its people and references; `record` with topics and appearances at hand."""
    content = version.content
    rows = {row.person_id: row for row in record.appearances.all()}
    facts = ("title", "date", "time", "place", "meeting", "congress", "summary", "official_url", "video_url")
    return {
        **_frame(record, version),
        **{name: content[name] for name in facts},
        "kind": _value(Hearing.Kind, content["meeting"]),
        "status": _value(Hearing.Status, content["status"]),
        "status_label": content["status"],
        "day": record.date_machine if version.pk == record.current_id else "",
        "bodies": [
            {"name": body["name"], "links": {"html": settings.SITE_URL + body["page"]}} for body in content["bodies"]
        ],
        "topics": [
            {"name": topic.name, "slug": topic.slug, "links": {"html": address("hearings:topic", topic.slug)}}
            for topic in record.topics.all()
        ],
        "people": [_listed(person, rows.get(person["id"])) for person in content["people"]],
        "references": [reference(one) for one in content["references"]],
        "proof": proof(version),
        "links": _links(record, version)
        | {"quotes": _of("quotes", record), "turns": _of("turns", record), "exhibits": _of("exhibits", record)},
    }


def reference(content: dict) -> dict:
    """A law, treaty or report as the version of a hearing names it."""
    earlier = content["earlier_hearing"]
    return {name: content[name] for name in ("title", "citation", "date", "url", "as_named")} | {
        "kind": _value(Reference.Kind, content["kind"]),
        "kind_label": content["kind"],
        "earlier_hearing": page("hearing", earlier) if earlier else None,
    }


def mention(content: dict, record: Hearing) -> dict:
    """A reference with the hearing at which it was named, as the list of references has it."""
    of_hearing = record.current.content
    named_at = {"id": record.public_id, "title": of_hearing["title"], "date": of_hearing["date"]}
    return {"type": "reference", **reference(content), "hearing": _hearing_of(named_at)}


def correction(record: Correction) -> dict:
    """A correction; with the record and both versions at hand."""
    versions = {"from_version": record.from_version.number, "to_version": record.to_version.number}
    about = {"type": record.kind, "id": record.record.public_id}
    links = {
        "self": address("api:correction", record.public_id),
        "html": address("hearings:correction", record.public_id),
    }
    return {
        "type": "correction",
        "id": record.public_id,
        "kind": record.reason,
        "sentence": record.sentence,
        "made": _utc(record.made_at),
        "of": about | {"links": _both(record.kind, record.record.public_id)},
        **versions,
        "links": links,
    }


def person(record: Witness) -> dict:
    """A person as their page shows them: of a protected one the chosen name."""
    links = {
        "self": address("api:witness", record.slug),
        "html": address("witnesses:witness", record.slug),
        "hearings": f"{address('api:hearings')}?witness={record.slug}",
        "quotes": f"{address('api:quotes')}?witness={record.slug}",
    }
    if record.portrait and not record.protected:
        links["portrait"] = address("witnesses:portrait", record.slug)
    return {
        "type": "witness",
        "id": record.slug,
        **{name: getattr(record, name) for name in ("given_name", "family_name", "suffix", "honorific", "sort_name")},
        "name": record.styled_name,
        "native_name": record.native_name,
        "native_language": record.native_language,
        "biography": record.biography,
        "elsewhere": [{"label": link.label, "url": link.url} for link in record.links.all()],
        "links": links,
    }


def proof(version: Version) -> dict:
    """What anyone needs to verify a version; no text and salt where they tell more than may be known today."""
    whole = not version.is_redacted
    return {
        "commitment": version.commitment,
        "salt": version.salt if whole else None,
        "canonical": version.canonical if whole else None,
        "method": PROOF,
    }


KINDS = {"quote": quote, "turn": turn, "hearing": hearing, "exhibit": exhibit}


def of(record: Publishable, version: Version) -> dict:
    """A record of any of the kinds above."""
    return KINDS[record._meta.model_name](record, version)


def _in_transcript(finding: Finding | None) -> dict | None:
    """How the words stand in the transcript today; it is no part of any version."""
    if finding is None:
        return None
    turns = [{"id": one, "links": _both("turn", one)} for one in dict.fromkeys(finding.turn_ids)]
    return {"outcome": finding.outcome, "says": finding.get_outcome_display(), "turns": turns}


def _frame(record: Publishable, version: Version) -> dict:
    above = [record, *(getattr(record, name) for name in ("hearing", "transcript") if hasattr(record, name))]
    return {
        "type": record._meta.model_name,
        "id": record.public_id,
        "version": version.number,
        "is_current": version.pk == record.current_id,
        "state": "withdrawn" if any(one.is_withdrawn for one in above if isinstance(one, Publishable)) else "published",
        "published": _utc(version.published_at),
        "redacted": version.is_redacted,
    }


def _links(record: Publishable, version: Version) -> dict:
    kind, public_id = record._meta.model_name, record.public_id
    return _both(kind, public_id) | {
        "version": address(f"hearings:{kind}_version", public_id, version.number),
        **(_of_api(kind, public_id, version.number) if kind in NOUNS else {}),
        "corrections": f"{address('api:corrections')}?record={public_id}",
    }


def _of_api(kind: str, public_id: str, number: int) -> dict:
    return {
        "versions": address("api:versions", NOUNS[kind], public_id),
        "card": address(f"hearings:{kind}_card", public_id, number),
        "card_dark": address(f"hearings:{kind}_card_dark", public_id, number),
    }


def _value(choices: type[TextChoices], label: str) -> str:
    """What a filter takes for what a version names in words; empty for a word that is not among the choices today."""
    return dict(zip(choices.labels, choices.values, strict=True)).get(label, "")


def _self(kind: str, public_id: str) -> str:
    return address(f"api:{kind}", public_id)


def _both(kind: str, public_id: str) -> dict:
    of_api = {"self": _self(kind, public_id)} if kind in NOUNS else {}
    return of_api | {"html": page(kind, public_id)}


def _of(noun: str, record: Hearing) -> str:
    return f"{address(f'api:{noun}')}?hearing={record.public_id}"


def _hearing_of(content: dict) -> dict:
    return content | {"links": _both("hearing", content["id"])}


def _speaker(content: dict, row: Appearance | None) -> dict:
    """Who spoke; with the address of the person where the row still names the one whom the version names."""
    known = row if row and row.person_id == content["id"] else None
    return {name: content[name] for name in ("name", "title", "organization")} | {"links": _person_links(known)}


def _listed(content: dict, row: Appearance | None) -> dict:
    facts = {name: fact for name, fact in content.items() if name not in ("id", "statement")}
    facts |= {"role": _value(Appearance.Role, content["role"].partition(",")[0]), "role_label": content["role"]}
    links = _person_links(row)
    if row and content["statement"]:
        links["statement"] = address("hearings:statement", row.pk)
    return facts | {"statement": content["statement"] or None, "links": links}


def _person_links(row: Appearance | None) -> dict:
    if row is None:
        return {}
    slug = (row.person.shown_as or row.person).slug
    return {"self": address("api:witness", slug), "html": address("witnesses:witness", slug)}


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
