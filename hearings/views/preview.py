"""Drafts in the real public templates, for the member of staff to whom the address was given; to others not there."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_list_or_404, get_object_or_404
from django.views.decorators.http import require_safe

from hearings.media import rendition_response
from hearings.models import Exhibit, Hearing, Quote, Transcript, Turn
from hearings.previews import Preview, read_token
from hearings.views.exhibit import render_exhibit
from hearings.views.hearing import render_hearing
from hearings.views.quote import render_quote
from hearings.views.transcript import render_transcript
from hearings.views.turn import render_turn


@require_safe
def preview_page(request: HttpRequest, token: str) -> HttpResponse:
    preview = check(request, token)
    response = PAGES[preview.kind](request, preview.public_id)
    response.context_data["token"] = token
    return private(response)


@require_safe
def preview_rendition(request: HttpRequest, token: str, sha256: str, width: int, ending: str) -> HttpResponse:
    """An image on a previewed page."""
    preview = check(request, token)
    owner = "hearing__public_id" if preview.kind == "hearing" else "public_id"
    found = get_list_or_404(Exhibit.objects.drafted(), **{owner: preview.public_id}, captures__sha256=sha256)
    return private(rendition_response(request, found[0].draft.content, sha256, width, ending, cache="no-store"))


def check(request: HttpRequest, token: str) -> Preview:
    """What the token opens for the person who is signed in; 404 for anybody else and for an old or foreign token."""
    preview = read_token(token)
    if not request.user.is_staff or preview is None or preview.user != request.user.pk:
        raise Http404("No such page.")
    return preview


def private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def hearing(request: HttpRequest, public_id: str) -> HttpResponse:
    return render_hearing(request, get_object_or_404(Hearing, public_id=public_id), preview=True)


def quote(request: HttpRequest, public_id: str) -> HttpResponse:
    quotes = Quote.objects.select_related("hearing", "source", "speaker__person")
    found = get_object_or_404(quotes, public_id=public_id)
    return render_quote(request, found, found.draft, preview=True)


def exhibit(request: HttpRequest, public_id: str) -> HttpResponse:
    found = get_object_or_404(Exhibit.objects.drafted(), public_id=public_id)
    return render_exhibit(request, found, found.draft, preview=True)


def transcript(request: HttpRequest, public_id: str) -> HttpResponse:
    transcripts = Transcript.objects.select_related("hearing__current", "source", "current")
    return render_transcript(request, get_object_or_404(transcripts, public_id=public_id), preview=True)


def turn(request: HttpRequest, public_id: str) -> HttpResponse:
    turns = Turn.objects.shown().select_related("transcript__hearing__current")
    found = get_object_or_404(turns, public_id=public_id)
    return render_turn(request, found, found.draft, preview=True)


PAGES = {"hearing": hearing, "quote": quote, "exhibit": exhibit, "transcript": transcript, "turn": turn}
