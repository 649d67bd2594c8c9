"""An exhibit at its permalink, its versions, its history and its images."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hearings.media import capture_of, rendition_response
from hearings.models import Exhibit, Quote, Version
from hearings.views.formats import as_accepted, in_format
from hearings.views.version import history_page, since, version_of

LINKED_DATA = {
    "application/ld+json": "hearings:exhibit_annotations",
    'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"': "hearings:exhibit_annotations",
    'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"': "hearings:exhibit_manifest",
}


@require_safe
@vary_on_headers("Accept")
def exhibit_page(request: HttpRequest, public_id: str) -> HttpResponse:
    exhibit = find_exhibit(public_id)
    return as_accepted(request, exhibit, exhibit.shown, LINKED_DATA) or render_exhibit(request, exhibit, exhibit.shown)


@require_safe
def exhibit_format(request: HttpRequest, public_id: str, format: str, number: int = 0) -> HttpResponse:
    exhibit = find_exhibit(public_id)
    return in_format(request, exhibit, version_of(exhibit, number) if number else exhibit.shown, format)


@require_safe
@vary_on_headers("Accept")
def exhibit_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The exhibit as it was published, whatever came after."""
    exhibit = find_exhibit(public_id)
    version = version_of(exhibit, number)
    return as_accepted(request, exhibit, version) or render_exhibit(request, exhibit, version, pinned=True)


@require_safe
def exhibit_history(request: HttpRequest, public_id: str) -> HttpResponse:
    return history_page(request, find_exhibit(public_id))


def find_exhibit(public_id: str) -> Exhibit:
    """The exhibit that answers at this address; 404 for everything else, a draft and an unknown id alike."""
    exhibits = Exhibit.objects.readable().select_related("hearing__current", "current", "site", "presented_by__person")
    return get_object_or_404(exhibits, public_id=public_id)


def render_exhibit(
    request: HttpRequest, exhibit: Exhibit, version: Version, *, pinned: bool = False, preview: bool = False
) -> HttpResponse:
    quotes = Quote.objects.all() if preview else Quote.objects.public()
    context = {
        "record": exhibit,
        "exhibit": exhibit,
        "version": version,
        "shown_with": quotes.shown().filter(pk=exhibit.shown_with_id).first(),
        "hearing": exhibit.hearing,
        "corrections": exhibit.corrections.shown(),
        "pinned": pinned,
        "since": since(exhibit, version) if pinned else [],
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/exhibit.html", context)


@require_safe
def exhibit_rendition(
    request: HttpRequest, public_id: str, number: int, sha256: str, width: int, ending: str
) -> HttpResponse:
    """An image as a published version shows it; gone as soon as the exhibit is withdrawn."""
    public = Version.objects.filter(exhibit__in=Exhibit.objects.public())
    versions = public.select_related("exhibit__site", "exhibit__current")
    version = get_object_or_404(versions, exhibit__public_id=public_id, number=number)
    response = rendition_response(request, version.content, sha256, width, ending, cache="public, no-cache")
    if capture_of(version.content, sha256)["may_embed"]:
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
