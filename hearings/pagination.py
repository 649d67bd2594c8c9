"""Pages of a long list."""

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest

PER_PAGE = 25


def page_of(rows, request: HttpRequest, *, per_page: int = PER_PAGE) -> Page:
    """The page that `?page=` asks for, the first without it; 404 for a page that is not there."""
    paginator = Paginator(rows, per_page)
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 7):
        raise Http404("No such page.")
    if not 1 <= int(number) <= paginator.num_pages:
        raise Http404("No such page.")
    return paginator.page(int(number))
