"""The page of the exports of the record, and their files."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hearings.actions.exporting import ABOUT, current_seals
from hearings.exports import DESCRIPTION, EDITION, LATEST, SUMS, Export, media_type, offered
from hearings.shared import SHARED
from hearings.views.site import error_page

SOON = 600  # seconds


@require_safe
def data_page(request: HttpRequest) -> HttpResponse:
    """What the newest export holds; or that the files are being made anew."""
    export = next(offered(current_seals()), None)
    files = [
        one | {"sha256": one["hash"].removeprefix("sha256:"), "url": address(export.name, one["path"])}
        for one in (export.files if export else [])
    ]
    context = {"export": export, "files": files, "dataset": dataset(export, files)}
    if export:
        context["papers"] = [(name, address(export.name, name)) for name in (DESCRIPTION, SUMS)]
        context["latest"] = address(LATEST, files[0]["path"])
    return TemplateResponse(request, "hearings/data.html", context)


@require_safe
def data_file(request: HttpRequest, edition: str, name: str) -> HttpResponse:
    """A file of an export, to be saved. One that was made before something was sealed is not there any more."""
    exports = {one.name: one for one in offered(current_seals())}
    if not exports and (edition == LATEST or EDITION.fullmatch(edition)):
        response = error_page("503_data.html", 503)
        response["Retry-After"] = str(SOON)
        return for_any_site(response)
    export = next(iter(exports.values()), None) if edition == LATEST else exports.get(edition)
    path = export.path(name) if export else None
    if path is None:
        raise Http404("No such file.")
    if edition == LATEST:
        return for_any_site(redirect("hearings:data_file", export.name, name))
    kind = media_type(name)
    if kind.startswith("text/"):
        kind += "; charset=utf-8"
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return for_any_site(response)


def for_any_site(response: HttpResponse) -> HttpResponse:
    for header, value in SHARED.items():
        response[header] = value
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
