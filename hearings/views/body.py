"""The page of a body and its hearings."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hearings.models import Body
from hearings.views.shelf import shelf_page


@require_safe
def body_page(request: HttpRequest, slug: str) -> HttpResponse:
    return shelf_page(request, Body.objects.all(), slug, "hearings/body.html")
