"""A quote at its permalink, each version of it, and its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.models import Quote, Version
from hearings.views.version import history_page, since, version_of


@require_safe
def quote_page(request: HttpRequest, public_id: str) -> HttpResponse:
    quote = find_quote(public_id)
    return render_quote(request, quote, quote.shown)


@require_safe
def quote_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """One wording as it was published, whatever came after."""
    quote = find_quote(public_id)
    return render_quote(request, quote, version_of(quote, number), pinned=True)


@require_safe
def quote_history(request: HttpRequest, public_id: str) -> HttpResponse:
    return history_page(request, find_quote(public_id))


def find_quote(public_id: str) -> Quote:
    """The quote that answers at this address; 404 for everything else, a draft and an unknown id alike."""
    quotes = Quote.objects.readable().shown().select_related("hearing__current")
    return get_object_or_404(quotes, public_id=public_id)


def render_quote(
    request: HttpRequest, quote: Quote, version: Version, *, pinned: bool = False, preview: bool = False
) -> HttpResponse:
    context = {
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
