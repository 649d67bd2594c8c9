"""Drafts in the real public templates, for signed-in staff alone; to anybody else they are not there."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from hearings.models import Capture, Exhibit, Hearing, Quote
from hearings.views.exhibit import render_exhibit, send_image
from hearings.views.hearing import render_hearing
from hearings.views.quote import render_quote


def for_staff(permission: str) -> Callable:
    """404 unless the person is signed in and may see such records in the admin; the answer is never stored."""

    def decorate(view):
        @wraps(view)
        def wrapped(request: HttpRequest, **arguments) -> HttpResponse:
            if not (request.user.is_staff and request.user.has_perm(permission)):
                raise Http404("No such page.")
            response = view(request, **arguments)
            response["Cache-Control"] = "no-store"
            response["X-Robots-Tag"] = "noindex"
            return response

        return require_safe(wrapped)

    return decorate


@for_staff("hearings.view_hearing")
def hearing(request: HttpRequest, public_id: str) -> HttpResponse:
    return render_hearing(request, get_object_or_404(Hearing, public_id=public_id), preview=True)


@for_staff("hearings.view_quote")
def quote(request: HttpRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Quote.objects.select_related("hearing", "speaker__person"), public_id=public_id)
    return render_quote(request, found, found.shown, preview=True)


@for_staff("hearings.view_exhibit")
def exhibit(request: HttpRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Exhibit.objects.shown().select_related("hearing"), public_id=public_id)
    return render_exhibit(request, found, preview=True)


@for_staff("hearings.view_exhibit")
def exhibit_image(request: HttpRequest, public_id: str, sha256: str) -> HttpResponse:
    capture = get_object_or_404(Capture, exhibit__public_id=public_id, sha256=sha256)
    return send_image(capture, cache="no-store")
