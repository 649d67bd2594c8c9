"""The oEmbed 1.0 provider: how another site shows one of our addresses. https://oembed.com"""

import io
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from hearings.models import Version
from hearings.models.publishing import Publishable
from hearings.representations import oembed
from hearings.shared import SHARED, shared_response
from hearings.views.exhibit import find_exhibit
from hearings.views.quote import find_quote
from hearings.views.version import version_of

FIND = {"quote": find_quote, "exhibit": find_exhibit}
ROUTES = {f"hearings:{kind}{rest}": kind for kind in FIND for rest in ("", "_version", "_embed", "_version_embed")}
LARGEST = 100_000  # pixels


@require_safe
def provider(request: HttpRequest) -> HttpResponse:
    """`?url=` of a quote or exhibit or of one of their versions; `format`, `maxwidth` and `maxheight` as in oEmbed."""
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return said("This format is not offered. Ask for json or xml.", 501)
    try:
        maxwidth, maxheight = (limit(request.GET.get(name, "")) for name in ("maxwidth", "maxheight"))
    except ValueError:
        return said("maxwidth and maxheight are whole numbers of pixels.", 400)
    record, version, pinned = find(request.GET.get("url", ""))
    answer = getattr(oembed, version.kind)(record, version, maxwidth, maxheight, pinned=pinned)
    if form == "xml":
        return shared_response(request, as_xml(answer), "text/xml; charset=utf-8")
    return shared_response(request, answer, oembed.MEDIA_TYPE)


def find(address: str) -> tuple[Publishable, Version, bool]:
    """The record and version at an address of ours, and whether the address is of that version; 404 for any other."""
    try:
        parts = urlsplit(address)
        route = resolve(parts.path if parts.path.endswith("/") else parts.path + "/")
    except (ValueError, Resolver404) as error:
        raise Http404("No such address.") from error
    ours = parts.scheme in ("http", "https") and parts.netloc.lower() == urlsplit(settings.SITE_URL).netloc.lower()
    if not ours or route.view_name not in ROUTES:
        raise Http404("No such address.")
    record = FIND[ROUTES[route.view_name]](route.kwargs["public_id"])
    number = route.kwargs.get("number", 0)
    version = version_of(record, number) if number else record.shown
    return record, version.under(record), bool(number)


def limit(text: str) -> int:
    """A length in pixels, from 1 to LARGEST; 0 where none is given. ValueError for what is no number."""
    if not text:
        return 0
    if not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return min(int(text.lstrip("0")[:10] or 1), LARGEST)


def as_xml(answer: dict) -> str:
    out = io.StringIO()
    xml = SimplerXMLGenerator(out, "utf-8")
    xml.startDocument()
    xml.startElement("oembed", {})
    for name, value in answer.items():
        xml.addQuickElement(name, str(value))
    xml.endElement("oembed")
    xml.endDocument()
    return out.getvalue()


def said(sentence: str, status: int) -> HttpResponse:
    return HttpResponse(f"{sentence}\n", status=status, content_type="text/plain; charset=utf-8", headers=SHARED)
