"""Image cards of quotes, exhibits and hearings, light and dark, below the version that they show."""

from contextlib import suppress
from functools import cache

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from hearings.imaging.card import Card, draw, name_of
from hearings.media import sandboxed
from hearings.models import Hearing, Version
from hearings.models.publishing import Publishable
from hearings.representations import cards
from hearings.storage import card_name, drop_cards, keep_card
from hearings.views.exhibit import find_exhibit
from hearings.views.quote import find_quote
from hearings.views.turn import find_turn
from hearings.views.version import version_of


@require_safe
def quote_card(request: HttpRequest, public_id: str, number: int, dark: bool = False) -> HttpResponse:
    quote = find_quote(public_id)
    version = version_of(quote, number)
    return card_response(request, quote, version, cards.quote(quote, version), dark=dark)


@require_safe
def exhibit_card(request: HttpRequest, public_id: str, number: int, dark: bool = False) -> HttpResponse:
    exhibit = find_exhibit(public_id)
    version = version_of(exhibit, number).under(exhibit)
    return card_response(request, exhibit, version, cards.exhibit(exhibit, version), dark=dark)


@require_safe
def hearing_card(request: HttpRequest, public_id: str, number: int, dark: bool = False) -> HttpResponse:
    hearing = get_object_or_404(Hearing.objects.readable().select_related("current"), public_id=public_id)
    version = version_of(hearing, number)
    return card_response(request, hearing, version, cards.hearing(hearing, version), dark=dark)


@require_safe
def turn_card(request: HttpRequest, public_id: str, number: int, dark: bool = False) -> HttpResponse:
    turn = find_turn(public_id)
    version = version_of(turn, number)
    return card_response(request, turn, version, cards.turn(turn, version), dark=dark)


@require_safe
def site_card(request: HttpRequest) -> HttpResponse:
    """The card of pages that are no record."""
    card = cards.site()
    etag = quote_etag(name_of(card, dark=False))
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(_site_card(card), content_type=cards.MEDIA_TYPE)
    response["ETag"] = etag
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return sandboxed(response)


_site_card = cache(draw)


def card_response(
    request: HttpRequest, record: Publishable, version: Version, card: Card, *, dark: bool
) -> HttpResponse:
    """The card, drawn at most once as long as it says the same; browsers ask each time whether it still does."""
    name = name_of(card, dark=dark)
    response = get_conditional_response(request, etag=quote_etag(name))
    if response is None:
        response = HttpResponse(_drawn(record, card, name, dark=dark), content_type=cards.MEDIA_TYPE)
    response["ETag"] = quote_etag(name)
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    if card.withdrawn or version != record.current:
        response["X-Robots-Tag"] = "noindex"
    return sandboxed(response)


def _drawn(record: Publishable, card: Card, name: str, *, dark: bool) -> bytes:
    """The kept card, or a new one. What was sealed while it was drawn is not kept."""
    kept = card_name(record.public_id, name)
    with suppress(FileNotFoundError), default_storage.open(kept) as file:
        return file.read()
    data = draw(card, dark=dark)
    keep_card(record.public_id, name, data)
    if not type(record).objects.readable().filter(pk=record.pk).exists():
        drop_cards(record.public_id)
        raise Http404("Sealed meanwhile.")
    return data
