"""Template tags for what is shared elsewhere: the image card of a page, its oEmbed addresses, the code to embed it."""

from django import template
from django.conf import settings
from django.urls import reverse

from hearings.imaging.card import HEIGHT, WIDTH
from hearings.models import Version
from hearings.representations import cards
from hearings.text import shorten

register = template.Library()

LONGEST_ALT = 420  # characters, of which networks show as much


@register.inclusion_tag("hearings/_card.html")
def card(version: Version) -> dict:
    """The tags by which networks find the card of a version; nothing for one that is not saved, as in a preview."""
    if not version.pk:
        return {}
    shown = getattr(cards, version.kind)(version.record, version)
    said = " — ".join(filter(None, [" ".join(shown.paragraphs), shown.name]))
    path = reverse(f"hearings:{version.kind}_card", args=[version.record.public_id, version.number])
    return {
        "address": settings.SITE_URL + path,
        "width": WIDTH,
        "height": HEIGHT,
        "alt": shorten(said, LONGEST_ALT),
    }
