"""A quote at its permalink, and each version of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.models import Quote, QuoteVersion
from hearings.views.site import gone


@require_safe
def quote_page(request: HttpRequest, public_id: str) -> HttpResponse:
    quote = find_quote(public_id)
    return render_quote(request, quote, quote.current) if quote else gone(request)


@require_safe
def quote_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """One wording as it was published, whatever came after."""
    quote = find_quote(public_id)
    if quote is None:
        return gone(request)
    if number > quote.current.number:
        raise Http404("No such version.")
    return render_quote(request, quote, get_object_or_404(quote.versions, number=number), pinned=True)


def find_quote(public_id: str) -> Quote | None:
    """The public quote; None if it is sealed; 404 for everything else, a draft and an unknown id alike."""
    quotes = Quote.objects.shown().select_related("hearing", "current__source", "speaker__person", "current")
    quote = quotes.public().filter(public_id=public_id).first()
    if quote is None and not Quote.objects.sealed().filter(public_id=public_id).exists():
        raise Http404("No such quote.")
    return quote


def render_quote(
    request: HttpRequest,
    quote: Quote,
    version: QuoteVersion,
    *,
    pinned: bool = False,
    preview: bool = False,
) -> HttpResponse:
    exhibits = quote.exhibits.all() if preview else quote.exhibits.public()
    context = {
        "quote": quote,
        "version": version,
        "hearing": quote.hearing,
        "bodies": quote.hearing.bodies.all(),
        "exhibits": exhibits,
        "pinned": pinned,
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/quote.html", context)
