"""What programs ask a site for: robots.txt, humans.txt, security.txt, the calendar of announced hearings, the feeds."""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from hearings.models import Hearing
from hearings.representations import icalendar
from hearings.shared import shared_response

RECENT = timedelta(days=90)
GOOD_FOR = timedelta(days=180)  # RFC 9116 asks for less than a year


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return _plain(["User-agent: *", "Disallow: /admin/", "Disallow: /preview/", "", f"Sitemap: {_full('sitemap')}"])


@require_safe
def humans(request: HttpRequest) -> HttpResponse:
    lines = [settings.SITE_NAME, "Who testified, under which title that day, and the exact words they said."]
    contact = [f"Contact: {settings.CONTACT_EMAIL}"] if settings.CONTACT_EMAIL else []
    return _plain([*lines, *contact, f"About: {_full('about')}", f"Corrections: {_full('correction_list')}"])


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116); 404 where the site names no contact, which the standard requires."""
    if not settings.CONTACT_EMAIL:
        raise Http404("No contact.")
    expires = (timezone.now() + GOOD_FOR).replace(hour=0, minute=0, second=0, microsecond=0)
    return _plain(
        [
            f"Contact: mailto:{settings.CONTACT_EMAIL}",
            f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
            "Preferred-Languages: en",
            f"Canonical: {_full('security')}",
        ]
    )


@require_safe
def upcoming(request: HttpRequest) -> HttpResponse:
    """The announced hearings as a calendar that can be subscribed to; what is called off stays in it, as cancelled."""
    told = [Hearing.Status.SCHEDULED, Hearing.Status.POSTPONED, Hearing.Status.CANCELLED]
    since = timezone.localdate() - RECENT
    hearings = Hearing.objects.readable().filter(status__in=told, date__gte=since).select_related("current")
    rows = [(hearing, hearing.shown) for hearing in hearings.order_by("date", "pk")]
    document = icalendar.calendar(rows, name=f"Announced hearings – {settings.SITE_NAME}")
    return shared_response(request, document, icalendar.MEDIA_TYPE)


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser searches the site (OpenSearch 1.1)."""
    return TemplateResponse(request, "hearings/opensearch.xml", content_type="application/opensearchdescription+xml")


@require_safe
def feeds(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "hearings/feeds.html")


def _full(name: str) -> str:
    return settings.SITE_URL + reverse(f"hearings:{name}")


def _plain(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
