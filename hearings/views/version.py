"""What quotes, exhibits and hearings share: their versions and their history."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from hearings.diffs import Piece, word_diff
from hearings.models import Version
from hearings.models.publishing import Publishable


def version_of(record: Publishable, number: int) -> Version:
    """The version with this number, as at its own address; 404 if it was never published."""
    if number > record.current.number:
        raise Http404("No such version.")
    return get_object_or_404(record.versions, number=number).pinned()


def since(record: Publishable, version: Version) -> list[Piece]:
    """Word by word, what changed from `version` to the current one."""
    return word_diff(version.comparable, record.current.comparable) if version != record.current else []


def history_page(request: HttpRequest, record: Publishable) -> HttpResponse:
    """Every version of a record and every correction between them, latest first."""
    context = {
        "history": request.path,
        "record": record,
        "kind": record._meta.model_name,
        "versions": record.versions.order_by("-number"),
        "corrections": record.corrections.shown(),
    }
    return TemplateResponse(request, "hearings/history.html", context)
