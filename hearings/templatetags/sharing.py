"""Template tags for what is shared elsewhere: the image card of a page, its oEmbed addresses, the code to embed it."""

from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html

from hearings.imaging.card import HEIGHT, WIDTH
from hearings.models import Version
from hearings.models.publishing import Publishable
from hearings.representations import cards, oembed
from hearings.representations.data import PAGES
from hearings.representations.formats import format_path, formats_of
from hearings.templatetags.record import integrity
from hearings.text import shorten

register = template.Library()

NAMES = {"txt": "Plain text", "json": "JSON", "annotation.json": "Web Annotation", "ics": "Calendar (iCalendar)"}
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


@register.inclusion_tag("hearings/_card.html")
def site_card() -> dict:
    """The same tags for a page that is no record."""
    address = settings.SITE_URL + reverse("hearings:site_card")
    alt = " — ".join([settings.SITE_NAME, *cards.site().paragraphs])
    return {"address": address, "width": WIDTH, "height": HEIGHT, "alt": alt}


@register.inclusion_tag("hearings/_oembed.html")
def oembed_links(version: Version, pinned: bool = False) -> dict:
    """The links by which other sites discover how to embed a quote or exhibit; nothing in a preview."""
    if not version.pk:
        return {}
    address = settings.SITE_URL + (version if pinned else version.record).get_absolute_url()
    provider = settings.SITE_URL + reverse("hearings:oembed")
    return {form: f"{provider}?{urlencode({'url': address, 'format': form})}" for form in ("json", "xml")}


@register.inclusion_tag("hearings/_embed_code.html")
def embed_code(version: Version, pinned: bool = False) -> dict:
    """The lines for readers to copy; nothing in a preview, and nothing once it was withdrawn."""
    if not version.pk or getattr(cards, version.kind)(version.record, version).withdrawn:
        return {}
    html = getattr(oembed, version.kind)(version.record, version, pinned=pinned)["html"]
    return {"code": html.replace("</blockquote><", "</blockquote>\n<")}


@register.inclusion_tag("hearings/_formats.html")
def formats(record: Publishable, version: Version) -> dict:
    """The row of a list of facts that leads to the version in other formats; files for citing stand at “Cite”."""
    named = {ending: NAMES[ending] for ending in formats_of(record._meta.model_name) if ending in NAMES}
    return {"formats": [(name, format_path(record, version, ending)) for ending, name in named.items()]}


@register.simple_tag
def permanent(record: Publishable) -> str:
    """The path of a record that never changes."""
    kind = record._meta.model_name
    return reverse(f"hearings:{PAGES.get(kind, kind)}", args=[record.public_id])


@register.simple_tag
def shared_stylesheet(path: str) -> str:
    """A style sheet whose integrity is checked in a sandboxed frame too, where every request is to another origin."""
    return format_html(
        '<link rel="stylesheet" href="{}" integrity="{}" crossorigin="anonymous">', static(path), integrity(path)
    )
