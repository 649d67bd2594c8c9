"""A turn of a transcript at its permalink, each version of it, and its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hearings.models import Quote, Turn, Version
from hearings.views.formats import as_accepted, in_format
from hearings.views.version import history_page, since, version_of


@require_safe
@vary_on_headers("Accept")
def turn_page(request: HttpRequest, public_id: str) -> HttpResponse:
    turn = find_turn(public_id)
    return as_accepted(request, turn, turn.shown) or render_turn(request, turn, turn.shown)


@require_safe
def turn_format(request: HttpRequest, public_id: str, format: str, number: int = 0) -> HttpResponse:
    turn = find_turn(public_id)
    return in_format(request, turn, version_of(turn, number) if number else turn.shown, format)


@require_safe
@vary_on_headers("Accept")
def turn_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The words of a turn as they were published, whatever came after."""
    turn = find_turn(public_id)
    version = version_of(turn, number)
    return as_accepted(request, turn, version) or render_turn(request, turn, version, pinned=True)


@require_safe
def turn_history(request: HttpRequest, public_id: str) -> HttpResponse:
    return history_page(request, find_turn(public_id))


def find_turn(public_id: str) -> Turn:
    """The turn that answers at this address; 404 for everything else."""
    turns = Turn.objects.readable().shown().select_related("transcript__hearing__current")
    return get_object_or_404(turns, public_id=public_id)


def render_turn(
    request: HttpRequest, turn: Turn, version: Version, *, pinned: bool = False, preview: bool = False
) -> HttpResponse:
    transcript = turn.transcript
    context = {
        "record": turn,
        "turn": turn,
        "version": version,
        "transcript": transcript,
        "hearing": turn.hearing,
        "place": turn.place,
        "quotes": [] if preview else Quote.objects.public().filter(turn=turn).shown(),
        "corrections": turn.corrections.shown(),
        "pinned": pinned,
        "since": since(turn, version) if pinned else [],
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/turn.html", context)
