"""Quotes and exhibits as small pages for the frames of other sites."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from hearings.actions.ledger import is_part_of_sealed
from hearings.imaging.card import Card
from hearings.models import Correction, Version
from hearings.models.publishing import Publishable
from hearings.representations import cards
from hearings.views.exhibit import find_exhibit
from hearings.views.quote import find_quote
from hearings.views.version import version_of

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"


@require_safe
@xframe_options_exempt
def quote_embed(request: HttpRequest, public_id: str, number: int = 0) -> HttpResponse:
    try:
        quote = find_quote(public_id)
        version = version_of(quote, number) if number else quote.shown
    except Http404:
        return sealed_or_missing(request)
    return render_embed(request, quote, version, cards.quote(quote, version), pinned=bool(number))


@require_safe
@xframe_options_exempt
def exhibit_embed(request: HttpRequest, public_id: str, number: int = 0) -> HttpResponse:
    """An exhibit with those of its images that others may show."""
    try:
        exhibit = find_exhibit(public_id)
        version = (version_of(exhibit, number) if number else exhibit.shown).under(exhibit)
    except Http404:
        return sealed_or_missing(request)
    return render_embed(request, exhibit, version, cards.exhibit(exhibit, version), pinned=bool(number))


def render_embed(
    request: HttpRequest, record: Publishable, version: Version, card: Card, *, pinned: bool
) -> HttpResponse:
    kind = record._meta.model_name
    captures = version.content.get("captures", [])
    context = {
        "record": record,
        kind: record,
        "version": version,
        "card": card,
        "pinned": pinned,
        "captures": [one for one in captures if one["may_embed"] and one["rendering"].get("widths")],
        "why": reason_of(record, version, card),
    }
    return framed(render(request, f"hearings/embed_{kind}.html", context))


def reason_of(record: Publishable, version: Version, card: Card) -> Correction | None:
    """The correction that led to what is shown, or the withdrawal."""
    if card.withdrawn:
        return record.corrections.shown().filter(reason=Correction.Kind.WITHDRAWAL).first()
    leading = record.corrections.shown().filter(to_version=version).exclude(from_version=version)
    return leading.first() if version == record.current else None


def sealed_or_missing(request: HttpRequest) -> HttpResponse:
    """In the frame, that the record was sealed; for everything else the 404 that a draft and an unknown id share."""
    if not is_part_of_sealed(request.path):
        raise Http404("No such record.")
    return framed(render(request, "hearings/embed_sealed.html", status=410))


def framed(response: HttpResponse) -> HttpResponse:
    """With the headers of a page that any site may put into a frame, one that is isolated or sandboxed too."""
    response["Content-Security-Policy"] = POLICY + ("; upgrade-insecure-requests" if settings.HTTPS else "")
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
