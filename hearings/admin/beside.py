"""A transcript beside its file: the lines on the left, the turns that were read from them on the right."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from hearings.admin.moves import refuse
from hearings.admin.pages import back_to, show
from hearings.importing.beside import beside
from hearings.importing.texts.receive import ImportRefused
from hearings.models import Transcript
from hearings.pagination import page_of

PER_PAGE = 100


@require_safe
def compare_with_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Show each turn beside the lines of the kept file that it was read from; doubtful ones are marked."""
    transcript = get_object_or_404(Transcript.objects.select_related("hearing", "source"), pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    day = transcript.hearing.date.isoformat() if transcript.hearing.date else None
    turns = list(transcript.turns.select_related("speaker__person"))
    try:
        rows, warnings = beside(bytes(transcript.source.original), turns, day)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return back_to(transcript)
    page = page_of(rows, request, per_page=PER_PAGE)
    context = {"title": "Compare with the file", "page": page, "warnings": warnings}
    return show(request, transcript, "hearings/transcript/beside.html", context)
