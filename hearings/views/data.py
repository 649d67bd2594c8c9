"""The page of the exports of the record, and their files."""

from datetime import datetime

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from hearings.actions.exporting import ABOUT, current_seals
from hearings.exports import DESCRIPTION, EDITION, LATEST, SUMS, Export, ever_made, media_type, offered
from hearings.shared import for_any_site
from hearings.views.site import error_page

SOON = 600  # seconds


@require_safe
def data_page(request: HttpRequest) -> HttpResponse:
    """What the newest export holds; or that the files are being made anew, or were not made yet."""
    export = next(offered(current_seals()), None)
    files = [
        one | {"sha256": one["hash"].removeprefix("sha256:"), "url": address(export.name, one["path"])}
        for one in (export.files if export else [])
    ]
    context = {"export": export, "files": files, "dataset": dataset(export, files), "ever_made": ever_made()}
    if export:
        context["papers"] = [(name, address(export.name, name)) for name in (DESCRIPTION, SUMS)]
        context["latest"] = address(LATEST, files[0]["path"])
    return TemplateResponse(request, "hearings/data.html", context)


@require_safe
def data_file(request: HttpRequest, edition: str, name: str) -> HttpResponse:
    """A file of an export, to be saved. One that was made before something was sealed is not there any more."""
    exports = {one.name: one for one in offered(current_seals())}
    if not exports and ever_made() and (edition == LATEST or EDITION.fullmatch(edition)):
        response = error_page("503_data.html", 503)
        response["Retry-After"] = str(SOON)
        return for_any_site(response)
    export = next(iter(exports.values()), None) if edition == LATEST else exports.get(edition)
    if export is None or export.path(name) is None:
        raise Http404("No such file.")
    if edition == LATEST:
        return for_any_site(redirect("hearings:data_file", export.name, name))
    return for_any_site(whole_or_unchanged(request, export, name))


def whole_or_unchanged(request: HttpRequest, export: Export, name: str) -> HttpResponse:
    """A file to be saved; 304 where the reader has it. What an edition has under a name never changes."""
    etag, made = quote_etag(f"{export.name}-{name}"), datetime.fromisoformat(export.description["created"])
    unchanged = get_conditional_response(request, etag=etag, last_modified=int(made.timestamp()))
    response = unchanged or to_be_saved(export, name)
    response["ETag"], response["Last-Modified"] = etag, http_date(made.timestamp())
    return response


def to_be_saved(export: Export, name: str) -> FileResponse:
    kind = media_type(name)
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    file = export.path(name).open("rb")
    response = FileResponse(file, as_attachment=True, filename=name, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def address(edition: str, name: str) -> str:
    return settings.SITE_URL + reverse("hearings:data_file", args=[edition, name])


def dataset(export: Export | None, files: list[dict]) -> dict:
    """schema.org: the record as a Dataset, with the files that there are."""
    facts = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": settings.SITE_NAME,
        "description": ABOUT,
        "url": settings.SITE_URL + reverse("hearings:data"),
        "license": settings.SITE_URL + reverse("hearings:data") + "#licence",
        "isAccessibleForFree": True,
        "publisher": {"@type": "Organization", "name": settings.SITE_NAME, "url": settings.SITE_URL + "/"},
    }
    if export is None:
        return facts
    return facts | {
        "version": export.name,
        "dateModified": export.description["created"],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one["path"],
                "contentUrl": one["url"],
                "contentSize": f"{one['bytes']} B",
                "encodingFormat": media_type(one["path"]),
                "sha256": one["sha256"],
            }
            for one in files
        ],
    }
