"""The page of a topic and its hearings."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from hearings.models import Topic
from hearings.views.shelf import shelf_page


@require_safe
def topic_page(request: HttpRequest, slug: str) -> HttpResponse:
    return shelf_page(request, Topic.objects.all(), slug, "hearings/topic.html")
