"""Pages of a long list."""

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest

PER_PAGE = 25


class NoSuchPage(Http404):
    """The list is there, and has no such page: nothing was taken out."""

    def __init__(self):
        super().__init__("No such page.")


def page_of(rows, request: HttpRequest, *, per_page: int = PER_PAGE, number: str | None = None) -> Page:
    """The page of this number, or that `?page=` asks for, the first without it; 404 for a page that is not there."""
    paginator = Paginator(rows, per_page)
    number = number or request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 7):
        raise NoSuchPage
    if not 1 <= int(number) <= paginator.num_pages:
        raise NoSuchPage
    return paginator.page(int(number))
