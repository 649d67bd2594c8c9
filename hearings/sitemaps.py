"""What search engines are to find: every page that lists, in files of at most 5,000 addresses, with its images."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hearings.models import Body, Exhibit, Hearing, Quote, Topic, Transcript, Turn
from witnesses.models import Witness

PER_FILE = 5000
PAGES = ("home", "hearing_list", "correction_list", "about", "feeds")
SECTIONS = {
    "hearings": (Hearing, ["current"]),
    "quotes": (Quote, ["current"]),
    "transcripts": (Transcript, ["current", "hearing"]),
    "turns": (Turn, ["current"]),
    "exhibits": (Exhibit, ["current", "site"]),
    "people": (Witness, []),
    "bodies": (Body, []),
    "topics": (Topic, []),
}


@dataclass(frozen=True)
class Entry:
    """An address of the site, when what stands there changed last, and the images on it."""

    address: str
    changed: datetime | None = None
    images: list[str] = field(default_factory=list)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    files = [("pages", 1)]
    for section, (model, _) in SECTIONS.items():
        count = model.objects.public().count()
        files += [(section, number + 1) for number in range(-(-count // PER_FILE))]
    addresses = [settings.SITE_URL + reverse("hearings:sitemap_file", args=file) for file in files]
    return TemplateResponse(request, "hearings/sitemap_index.xml", {"addresses": addresses}, "application/xml")


@require_safe
def sitemap(request: HttpRequest, section: str, page: int) -> HttpResponse:
    """One file of a section; 404 where there is none."""
    if section == "pages" and page == 1:
        entries = [Entry(settings.SITE_URL + reverse(f"hearings:{name}")) for name in PAGES]
    elif section in SECTIONS:
        start = (page - 1) * PER_FILE
        model, related = SECTIONS[section]
        rows = model.objects.public().select_related(*related).order_by("pk")
        entries = list(_entries(rows[start : start + PER_FILE]))
    else:
        entries = []
    if not entries:
        raise Http404("No such file.")
    return TemplateResponse(request, "hearings/sitemap.xml", {"entries": entries}, "application/xml")


def _entries(rows) -> Iterator[Entry]:
    for row in rows:
        current = getattr(row, "current", None)
        images = _images(row) if isinstance(row, Exhibit) else []
        yield Entry(settings.SITE_URL + row.get_absolute_url(), current and current.published_at, images)


def _images(exhibit: Exhibit) -> list[str]:
    """The largest rendition of each image that the current version shows."""
    version = exhibit.shown
    return [
        settings.SITE_URL
        + reverse(
            "hearings:exhibit_rendition",
            args=[exhibit.public_id, version.number, one["sha256"], max(one["rendering"]["widths"]), "jpg"],
        )
        for one in version.content["captures"]
        if one["rendering"].get("widths")
    ]
