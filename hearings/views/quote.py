"""A quote at its permalink, each version of it, and its history."""

from urllib.parse import quote as quote_for_url

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hearings.diffs import Piece
from hearings.models import Finding, Quote, Turn, Version
from hearings.nearest import compare
from hearings.quoting import shown_against
from hearings.text import paragraphs
from hearings.views.formats import as_accepted, in_format
from hearings.views.version import history_page, since, version_of


@require_safe
@vary_on_headers("Accept")
def quote_page(request: HttpRequest, public_id: str) -> HttpResponse:
    quote = find_quote(public_id)
    return as_accepted(request, quote, quote.shown) or render_quote(request, quote, quote.shown)


@require_safe
def quote_format(request: HttpRequest, public_id: str, format: str, number: int = 0) -> HttpResponse:
    quote = find_quote(public_id)
    return in_format(request, quote, version_of(quote, number) if number else quote.shown, format)


@require_safe
@vary_on_headers("Accept")
def quote_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """One wording as it was published, whatever came after."""
    quote = find_quote(public_id)
    version = version_of(quote, number)
    return as_accepted(request, quote, version) or render_quote(request, quote, version, pinned=True)


@require_safe
def quote_history(request: HttpRequest, public_id: str) -> HttpResponse:
    return history_page(request, find_quote(public_id))


def find_quote(public_id: str) -> Quote:
    """The quote that answers at this address; 404 for everything else, a draft and an unknown id alike."""
    quotes = Quote.objects.readable().shown().select_related("hearing__current", "finding__transcript")
    return get_object_or_404(quotes, public_id=public_id)


def render_quote(
    request: HttpRequest, quote: Quote, version: Version, *, pinned: bool = False, preview: bool = False
) -> HttpResponse:
    finding = None if pinned else Finding.objects.public().filter(quote=quote).first()
    wanted = [*(finding.turn_ids if finding else []), version.content.get("turn", {}).get("id", "")]
    turns = {
        turn.public_id: turn
        for turn in Turn.objects.readable()
        .filter(public_id__in=filter(None, wanted))
        .select_related("transcript__hearing", "section", "speaker", "current")
    }
    places = [turns[one] for one in dict.fromkeys(finding.turn_ids) if one in turns] if finding else []
    found = places[0] if places else None
    context = {
        "finding": finding,
        "places": places,
        "differences": in_transcript(version, finding, turns) if finding else [],
        "turn": turns.get(wanted[-1]),
        "context_link": in_context(version, turns.get(wanted[-1]), found, finding) if not preview else "",
        "version_address": settings.SITE_URL + version.get_absolute_url() if version.pk else "",
        "record": quote,
        "quote": quote,
        "version": version,
        "hearing": quote.hearing,
        "bodies": quote.hearing.shown.content["bodies"],
        "exhibits": quote.exhibits.all() if preview else quote.exhibits.public(),
        "corrections": quote.corrections.shown(),
        "pinned": pinned,
        "since": since(quote, version) if pinned else [],
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/quote.html", context)


def in_context(version: Version, turn: Turn | None, found: Turn | None, finding: Finding | None) -> str:
    """The address of the words within their turn in the transcript.

    The text fragment is an extra for browsers, where the turn is known to have these words.
    """
    there = turn or found
    if there is None or there.is_withdrawn or not version.passages:
        return ""
    if not turn and not finding.is_exact:
        return there.place
    words = version.passages[0].strip(" ,.;:").split()
    marked = [" ".join(words)] if len(words) <= 10 else [" ".join(words[:5]), " ".join(words[-5:])]
    return f"{there.place}:~:text={','.join(quote_for_url(part, safe='').replace('-', '%2D') for part in marked)}"


def in_transcript(version: Version, finding: Finding, turns: dict[str, Turn]) -> list[list[Piece]]:
    """For each paragraph, word by word, what leads from the quote to the transcript; empty where nothing does."""
    if finding.outcome in (Finding.Outcome.VERBATIM, Finding.Outcome.MISSING):
        return []
    passages = []
    for place in finding.places:
        turn = turns.get(place[0]) if place else None
        passages.append(turn.text[place[1] : place[2]] if turn else "")
    pairs = zip(paragraphs(version.text), passages, strict=False)
    shown = [shown_against(quoted, found) or compare(quoted, found) for quoted, found in pairs]
    marked = finding.outcome == Finding.Outcome.EDITED
    return shown if marked or any(piece.kind != "same" for pieces in shown for piece in pieces) else []
