"""The admin site: its name, and the dashboard that begins with what waits for the reader."""

from functools import cache

from django.conf import settings
from django.contrib import admin
from django.utils import timezone

from hearings.models import Hearing, SourceDocument, State

ROWS = 10


class RecordAdminSite(admin.AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "What waits for you"
    empty_value_display = "Not stated"

    def index(self, request, extra_context=None):
        waiting = waiting_for(request.user)
        return super().index(request, {**waiting, **(extra_context or {})})


@cache
def record_site() -> RecordAdminSite:
    """The one site. Cached: Django asks for it again while the modules that register with it are being imported."""
    return RecordAdminSite()


def waiting_for(user) -> dict:
    """The lists of the dashboard, as far as the user may see them; each has at most ten rows."""
    lists = {}
    if user.has_perm("hearings.view_sourcedocument"):
        lists["imports"] = SourceDocument.objects.waiting()[:ROWS]
    if user.has_perm("hearings.view_hearing"):
        hearings = Hearing.objects.prefetch_related("bodies").order_by("-updated_at")
        scheduled = hearings.filter(state=State.PUBLISHED, published_at__gt=timezone.now())
        lists["shelves"] = [
            ("In review", hearings.filter(state=State.IN_REVIEW)[:ROWS], "Nothing is in review."),
            ("Drafts", hearings.filter(state=State.DRAFT)[:ROWS], "There is no draft."),
            ("Scheduled", scheduled.order_by("published_at")[:ROWS], "Nothing is scheduled."),
            (
                "Recently published",
                hearings.public().order_by("-published_at")[:ROWS],
                "Nothing has been published yet.",
            ),
        ]
    return lists
