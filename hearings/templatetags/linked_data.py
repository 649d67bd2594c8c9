"""The image facts of an exhibit's page for search engines: JSON-LD as a block of data, which no browser runs."""

import json

from django import template
from django.conf import settings
from django.utils.html import format_html

from hearings.models import Version
from hearings.standards.edition import Edition
from hearings.standards.schema_org import image_objects

register = template.Library()
ESCAPES = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}


class Json(str):
    """JSON in which no mark is left that could end or begin an element: HTML takes it as it stands."""

    def __new__(cls, data: dict):
        return super().__new__(cls, json.dumps(data).translate(ESCAPES))

    def __html__(self) -> str:
        return str(self)


@register.simple_tag
def image_facts(version: Version):
    """The ImageObjects of a published version of an exhibit that can be seen."""
    edition = Edition(
        content=version.content,
        site=settings.SITE_URL,
        site_name=settings.SITE_NAME,
        exhibit=settings.SITE_URL + version.exhibit.get_absolute_url(),
        latest=version.number,
        numbers={},
    )
    return format_html('<script type="application/ld+json">{}</script>', Json(image_objects(edition)))


@register.simple_tag
def linked_data(facts: dict):
    """Facts as a block of JSON-LD."""
    return format_html('<script type="application/ld+json">{}</script>', Json(facts))
