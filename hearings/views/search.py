"""A plain page of search results, at the address that browsers and feeds ask."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.pagination import page_of
from hearings.search import MOST, search


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What `?q=` finds among public quotations and turns, best first."""
    text = request.GET.get("q", "")
    results = search(text)
    context = {"text": text, "results": results, "most": MOST, "page": page_of(results, request)}
    return TemplateResponse(request, "hearings/search.html", context)
