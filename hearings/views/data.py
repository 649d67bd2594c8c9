"""The page of the exports of the record, and their files."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hearings.actions.exporting import current_seals
from hearings.exports import DESCRIPTION, SUMS, newest

MEDIA_TYPES = {".csv": "text/csv; charset=utf-8", ".jsonl": "application/jsonl", ".json": "application/json"}


@require_safe
def data_page(request: HttpRequest) -> HttpResponse:
    """What the newest export holds; or that there is none now."""
    export = newest(current_seals())
    files = [
        one | {"sha256": one["hash"].removeprefix("sha256:"), "url": address(export.name, one["path"])}
        for one in (export.files if export else [])
    ]
    context = {"export": export, "files": files, "dataset": dataset(export, files) if export else {}}
    if export:
        context["papers"] = [(name, address(export.name, name)) for name in (DESCRIPTION, SUMS)]
    return TemplateResponse(request, "hearings/data.html", context)


@require_safe
def data_file(request: HttpRequest, edition: str, name: str) -> HttpResponse:
    """A file of the newest export, to be saved. One that was made before something was sealed is not there."""
    export = newest(current_seals())
    path = export.path(name) if export and export.name == edition else None
    if path is None:
        raise Http404("No such file.")
    kind = MEDIA_TYPES.get(path.suffix, "text/plain; charset=utf-8")
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "public, no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def address(edition: str, name: str) -> str:
    return settings.SITE_URL + reverse("hearings:data_file", args=[edition, name])


def dataset(export, files: list[dict]) -> dict:
    """schema.org: the export as a Dataset."""
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": settings.SITE_NAME,
        "description": "Hearings, people, quotations with every version, turns, exhibits, corrections and references.",
        "url": settings.SITE_URL + reverse("hearings:data"),
        "dateModified": export.description["created"],
        "license": settings.SITE_URL + reverse("hearings:data") + "#licence",
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": one["path"],
                "contentUrl": one["url"],
                "contentSize": f"{one['bytes']} B",
                "encodingFormat": MEDIA_TYPES.get(f".{one['path'].rpartition('.')[2]}", "text/plain"),
                "sha256": one["sha256"],
            }
            for one in files
        ],
    }
