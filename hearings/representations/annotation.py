"""Quotes as W3C Web Annotations: the words as a passage of the source in which they stand."""

from django.conf import settings

from hearings.models import Quote, Version
from hearings.representations.text import standing_words
from hearings.text import selectors

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def quote(record: Quote, version: Version) -> dict:
    """An Annotation whose targets are the spans of the source, each by its position and by its words."""
    content = version.content
    return {
        "@context": CONTEXT,
        "id": settings.SITE_URL + version.get_absolute_url(),
        "type": "Annotation",
        "motivation": "highlighting",
        "created": content["published"],
        "canonical": settings.SITE_URL + record.get_absolute_url(),
        "generator": {"id": settings.SITE_URL + "/", "type": "Software", "name": settings.SITE_NAME},
        "body": [_body(version.text, version.language, "describing"), *_standing(record, version)],
        "target": [
            {"type": "SpecificResource", "source": source_of(version), "selector": list(pair)}
            for pair in _selectors(record, version)
        ],
    }


def _body(value: str, language: str, purpose: str) -> dict:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language, "purpose": purpose}


def _standing(record: Quote, version: Version) -> list[dict]:
    """That the words are not valid any more, as a comment."""
    words = standing_words(record, version)
    return [_body(" ".join(words), "en", "commenting")] if words else []


def source_of(version: Version) -> dict:
    """What the characters are counted in: the turn in its version, or the document by its address or its hash."""
    content = version.content
    if "turn" in content:
        turn = content["turn"]
        return {"id": f"{settings.SITE_URL}/t/{turn['id']}/v{turn['version']}/", "type": "Text", "format": "text/plain"}
    source = content["source"]
    address = source["url"] or f"urn:sha256:{source['sha256']}"
    return {"id": address, "type": "Text", "name": source["title"]}


def _selectors(record: Quote, version: Version) -> list[tuple[dict, dict]]:
    """For each span a TextPositionSelector and a TextQuoteSelector.

    The words around a span are told only of a turn, whose words are public: those of another source may name somebody
    who is protected.
    """
    found, at = [], 0
    for one in version.selectors:
        start, end = one["start"], one["end"]
        exact = version.text[at : at + end - start]
        around = selectors(record.turn.text, [(start, end)])[0] if record.turn and "turn" in version.content else {}
        context = {name: around[name] for name in ("prefix", "suffix")} if around.get("exact") == exact else {}
        found.append(
            (
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": exact, **context},
            )
        )
        at += end - start + 2  # a blank line stands between two passages
    return found
