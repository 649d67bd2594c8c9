"""An exhibit at its permalink, and its images."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.models import Capture, Exhibit, Quote
from hearings.storage import web_copy_name
from hearings.views.site import gone


@require_safe
def exhibit_page(request: HttpRequest, public_id: str) -> HttpResponse:
    exhibit = Exhibit.objects.public().shown().select_related("hearing").filter(public_id=public_id).first()
    if exhibit:
        return render_exhibit(request, exhibit)
    if Exhibit.objects.sealed().filter(public_id=public_id).exists():
        return gone(request)
    raise Http404("No such exhibit.")


def render_exhibit(request: HttpRequest, exhibit: Exhibit, *, preview: bool = False) -> HttpResponse:
    quotes = Quote.objects.all() if preview else Quote.objects.public()
    context = {
        "exhibit": exhibit,
        "shown_with": quotes.shown().filter(pk=exhibit.shown_with_id).first(),
        "hearing": exhibit.hearing,
        "bodies": exhibit.hearing.bodies.all(),
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/exhibit.html", context)


@require_safe
def exhibit_image(request: HttpRequest, public_id: str, sha256: str) -> HttpResponse:
    capture = get_object_or_404(
        Capture, exhibit__in=Exhibit.objects.public(), exhibit__public_id=public_id, sha256=sha256
    )
    return send_image(capture, cache="public, max-age=3600")


def send_image(capture: Capture, *, cache: str) -> HttpResponse:
    """The clean copy of a capture's image; the original is never sent."""
    response = FileResponse(default_storage.open(web_copy_name(capture.sha256)), content_type="image/jpeg")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = cache
    return response
