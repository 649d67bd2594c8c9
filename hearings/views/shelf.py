"""What the pages of bodies and topics share: a name and the public hearings under it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from hearings.models import PublishedAddress
from hearings.pagination import page_of


def shelf_page(request: HttpRequest, shelves, slug: str, template: str) -> HttpResponse:
    """The page of one of `shelves` (a query of bodies or topics) with its hearings, latest first.

    It stays when its hearings were withdrawn or moved elsewhere, not when all of them were sealed.
    """
    shelf = shelves.public().filter(slug=slug).first()
    if shelf is None:
        shelf = get_object_or_404(shelves, slug=slug)
        if shelf.is_closed:
            raise Http404("Sealed.")
        get_object_or_404(PublishedAddress.objects.public(), path=shelf.get_absolute_url())
    context = {"shelf": shelf, "page": page_of(shelf.hearings.public().listed(), request)}
    return TemplateResponse(request, template, context)
