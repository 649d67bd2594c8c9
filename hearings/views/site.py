"""Pages about the site itself: home, about, and what is said when something is not there."""

import re

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.actions.ledger import is_part_of_sealed, was_sealed
from hearings.models import Hearing, PublishedAddress, Quote
from hearings.pagination import NoSuchPage
from hearings.shared import for_any_site


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    hearings = Hearing.objects.public()
    context = {
        "latest": hearings.filter(status=Hearing.Status.HELD).listed()[:5],
        "upcoming": hearings.filter(status=Hearing.Status.SCHEDULED).listed().order_by("date")[:5],
        "counts": {"hearings": hearings.count(), "quotes": Quote.objects.public().count()},
    }
    return TemplateResponse(request, "hearings/home.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "hearings/about.html")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    return error_page("413.html", 413) if too_much else error_page("400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error_page("403.html", 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, the same bytes for whatever is not there; 410 for what the ledger knows was public once, and why it went.

    Any site may read that: a program that asks for a format must be able to tell what is gone.
    """
    path = request.path.replace("\x00", "")  # PostgreSQL takes no NUL, and no address has one
    path = re.sub(r"/feed\.(?:atom|json)\Z", "/", path)  # a feed goes where its page goes
    if isinstance(exception, NoSuchPage) or not (
        PublishedAddress.objects.public().filter(path=path).exists() or is_part_of_sealed(path)
    ):
        return for_any_site(error_page("404.html", 404))
    return for_any_site(error_page("410_sealed.html" if was_sealed(path) else "410_nothing_left.html", 410))


def server_error(request: HttpRequest) -> HttpResponse:
    return error_page("500.html", 500)


def error_page(template: str, status: int) -> HttpResponse:
    """Rendered without the request, so that nothing of the address asked for can differ between two answers."""
    return HttpResponse(render_to_string(template, {"SITE_NAME": settings.SITE_NAME}), status=status)
