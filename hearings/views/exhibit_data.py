"""An exhibit for machines: STAC, IIIF and Web Annotation as JSON, and the files of its IIIF image services."""

from collections.abc import Callable
from functools import wraps
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from hearings.media import rendition_response, sandboxed
from hearings.models import Exhibit, Version
from hearings.shared import SHARED, for_any_site, shared_response
from hearings.standards import annotations, iiif, stac
from hearings.standards.edition import Edition
from hearings.views.exhibit import find_exhibit
from hearings.views.site import error_page
from hearings.views.version import version_of

GEOJSON = "application/geo+json"
LINKED_DATA = 'application/ld+json;profile="{}"'


@require_safe
def stac_collection(request: HttpRequest, public_id: str) -> HttpResponse:
    edition = edition_of(find_exhibit(public_id))
    return shared_response(request, stac.collection(edition), "application/json")


@require_safe
def stac_item(request: HttpRequest, public_id: str, number: int, sha256: str) -> HttpResponse:
    """A capture in one version; 404 where its date is not known, which the Collection says."""
    exhibit = find_exhibit(public_id)
    edition = edition_of(exhibit, version_of(exhibit, number))
    document = stac.item(edition, capture_of(edition, sha256))
    if document is None:
        raise Http404("No Item without a date.")
    return shared_response(request, document, GEOJSON)


@require_safe
def iiif_manifest(request: HttpRequest, public_id: str) -> HttpResponse:
    edition = edition_of(find_exhibit(public_id))
    if not edition.captures:
        raise Http404("No manifest without an image.")
    return shared_response(request, iiif.manifest(edition), LINKED_DATA.format(iiif.PRESENTATION_CONTEXT))


@require_safe
def web_annotations(request: HttpRequest, public_id: str) -> HttpResponse:
    edition = edition_of(find_exhibit(public_id))
    return shared_response(request, annotations.annotation_page(edition), LINKED_DATA.format(annotations.CONTEXT[0]))


class Withdrawn(Exception):
    """The image was public; its exhibit or hearing was withdrawn."""


def image_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of an image service: 410 for what was withdrawn, as for the renditions."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Withdrawn:
            return for_any_site(error_page("410_nothing_left.html", 410))

    return answer


@image_view
def image_service(request: HttpRequest, public_id: str, number: int, sha256: str) -> HttpResponse:
    """The service's base address leads to its description, as the Image API asks (2.1)."""
    edition, capture = seen(public_id, number, sha256)
    if not edition.widths(capture):
        raise Http404("Not ready.")
    response = redirect("hearings:exhibit_image_info", public_id, number, sha256)
    response.status_code = 303
    return response


@image_view
def image_info(request: HttpRequest, public_id: str, number: int, sha256: str) -> HttpResponse:
    """The image service of a capture, while it can be seen."""
    edition, capture = seen(public_id, number, sha256)
    if not edition.widths(capture):
        raise Http404("Not ready.")
    return shared_response(request, iiif.image_info(edition, capture), LINKED_DATA.format(iiif.IMAGE_CONTEXT))


@image_view
def image_file(request: HttpRequest, public_id: str, number: int, sha256: str, region: str, size: str) -> HttpResponse:
    """A rendering or a tile that info.json offers; anything else that is asked for is not there."""
    edition, capture = seen(public_id, number, sha256)
    name = iiif.stored_name(edition, capture, region, size)
    if not name or not default_storage.exists(name):
        raise Http404("No such image.")
    if "/iiif/" in name:
        response = sandboxed(FileResponse(default_storage.open(name), content_type="image/jpeg"))
    else:
        width = int(PurePath(name).stem)
        response = rendition_response(request, edition.content, sha256, width, "jpg", cache=SHARED["Cache-Control"])
    return for_any_site(response)


def seen(public_id: str, number: int, sha256: str) -> tuple[Edition, dict]:
    """A version of an exhibit and an image of it that can be seen. 404 for what never was there, else Withdrawn."""
    exhibit = find_exhibit(public_id)
    edition = edition_of(exhibit, version_of(exhibit, number))
    capture = capture_of(edition, sha256)
    if not edition.images:
        raise Withdrawn
    return edition, capture


def edition_of(exhibit: Exhibit, version: Version | None = None) -> Edition:
    """A version of a readable exhibit, by default the current one, as the standards need it."""
    version = version or exhibit.shown
    numbers: dict[str, list[int]] = {}
    for other in exhibit.versions.exclude(canonical=""):
        for capture in other.frozen["captures"]:
            numbers.setdefault(capture["sha256"], []).append(other.number)
    return Edition(
        content=version.content | {"hearing": version.held},
        site=settings.SITE_URL,
        site_name=settings.SITE_NAME,
        exhibit=settings.SITE_URL + exhibit.get_absolute_url(),
        latest=exhibit.current.number,
        numbers=numbers,
        images=not (exhibit.is_withdrawn or exhibit.hearing.is_withdrawn),
    )


def capture_of(edition: Edition, sha256: str) -> dict:
    for capture in edition.captures:
        if capture["sha256"] == sha256:
            return capture
    raise Http404("No such image.")
