"""The facts of a page for search engines and reference managers: JSON-LD, which no browser runs, and meta tags."""

import json
from collections.abc import Iterable

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html

from hearings.citations.meta_tags import meta_tags
from hearings.models import Correction, Version
from hearings.models.publishing import Publishable
from hearings.representations import cited, schema_org
from hearings.representations.formats import format_path, formats_of
from hearings.standards.edition import Edition
from hearings.standards.schema_org import image_objects
from witnesses.models import Witness, WitnessLink

register = template.Library()
ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}


class Json(str):
    """JSON in which no mark is left that could end or begin an element: HTML takes it as it stands."""

    def __new__(cls, data: dict):
        return super().__new__(cls, json.dumps(data, ensure_ascii=False).translate(ESCAPES))

    def __html__(self) -> str:
        return str(self)


@register.simple_tag(name="linked_data")
def block(document: dict):
    """A document as a block of JSON-LD."""
    return format_html('<script type="application/ld+json">{}</script>', Json(document))


@register.simple_tag
def record_data(record: Publishable, version: Version, corrections: Iterable[Correction], transcript=None):
    """A published version of a quote, turn or hearing as JSON-LD, with what corrected it and its transcript, if any."""
    return block(getattr(schema_org, record._meta.model_name)(record, version, corrections, transcript or None))


@register.simple_tag
def person_data(person: Witness, links: Iterable[WitnessLink]):
    return block(schema_org.person(person, links))


@register.simple_tag
def image_facts(version: Version):
    """The ImageObjects of a published version of an exhibit that can be seen."""
    edition = Edition(
        content=version.content | {"hearing": version.held},
        site=settings.SITE_URL,
        site_name=settings.SITE_NAME,
        exhibit=settings.SITE_URL + version.exhibit.get_absolute_url(),
        latest=version.number,
        numbers={},
    )
    return block(image_objects(edition))


@register.inclusion_tag("hearings/_metadata.html")
def metadata(record: Publishable, version: Version) -> dict:
    """What reference managers read of a record, the relations of its versions (RFC 5829), and its other formats.

    Nothing in a preview.
    """
    if not version.pk:
        return {}
    kind, identity, latest = record._meta.model_name, record.public_id, record.current.number
    relations = {"version-history": reverse(f"hearings:{kind}_history", args=[identity])}
    if version.number > 1:
        relations["predecessor-version"] = reverse(f"hearings:{kind}_version", args=[identity, version.number - 1])
    if version.number < latest:
        relations["successor-version"] = reverse(f"hearings:{kind}_version", args=[identity, version.number + 1])
    relations["latest-version"] = reverse(f"hearings:{kind}_version", args=[identity, latest])
    told = getattr(cited, kind)(record, version) if hasattr(cited, kind) else None
    tags = meta_tags(told, pinned=version.is_pinned) if told else []
    formats = [(format_path(record, version, one), module.MEDIA_TYPE) for one, module in formats_of(kind).items()]
    return {"tags": tags, "relations": relations, "formats": formats}
