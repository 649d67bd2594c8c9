"""A page of a list, with the address of the next one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hearings.api.answers import document


def page(request: HttpRequest, route: str, items: list[dict], cursor: str, **said: str) -> HttpResponse:
    """`items`, the addresses of this page and the next (in the `Link` header too), and what else is `said`."""
    path, query = reverse(route), request.GET.copy()
    here = f"{path}?{query.urlencode()}" if query else path
    query["cursor"] = cursor
    following = f"{path}?{query.urlencode()}" if cursor else ""
    links = {"self": settings.SITE_URL + here, "next": settings.SITE_URL + following if cursor else None}
    return document(request, {"items": items, **said, "links": links}, links={"next": following} if cursor else {})
