"""The admin site: its name, and the dashboard that begins with what waits for the reader."""

from functools import cache, wraps
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone

from hearings.actions.settling import no_longer_verbatim
from hearings.admin.search import is_permalink, land
from hearings.admin.sent_again import Sent, login_context, offer
from hearings.models import Edition, Exhibit, Hearing, Quote, SourceDocument, State, Transcript
from hearings.previews import Preview, make_token

ROWS = 10
NO_PERMALINK = (
    "Paste the address of a page of this record, or an id. To look for words, open the list of hearings, quotes or "
    "people below and search there."
)


class RecordAdminSite(admin.AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "What waits for you"
    empty_value_display = "Not stated"

    def index(self, request, extra_context=None):
        waiting = waiting_for(request.user)
        return super().index(request, {**waiting, **(extra_context or {})})

    def admin_view(self, view, cacheable=False):
        """Whoever is logged out and sends a form is not led to the login with nothing kept."""
        page = super().admin_view(view, cacheable)

        @wraps(page)
        def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            sent = None if self.has_permission(request) else Sent.by(request)
            return offer(request, sent) if sent else page(request, *args, **kwargs)

        return wrapped

    def login(self, request, extra_context=None):
        sent = Sent.through_login(request)
        if sent is None:
            return super().login(request, extra_context)
        answer = super().login(request, login_context(sent) | (extra_context or {}))
        return offer(request, sent) if answer.status_code == 302 else answer

    def get_urls(self):
        preview = path("preview/<slug:kind>/<slug:public_id>/", self.admin_view(open_preview), name="preview")
        return [preview, path("find/", self.admin_view(open_permalink), name="find"), *super().get_urls()]


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
    if user.has_perms(["hearings.view_quote", "hearings.view_exhibit"]):
        lists["parts"] = waiting_parts()
    if user.has_perm("hearings.view_transcript"):
        lists["transcripts"] = waiting_transcripts()
    if user.has_perm("hearings.view_quote"):
        lists["fallen"] = no_longer_verbatim()[:ROWS]
    return lists


def waiting_parts() -> list[Quote | Exhibit]:
    """Quotes and exhibits that wait for a publisher by themselves: in review, under a hearing that is not."""
    found = []
    for model in (Quote, Exhibit):
        rows = model.objects.filter(state=State.IN_REVIEW).exclude(hearing__state=State.IN_REVIEW)
        found += rows.select_related("hearing").order_by("-updated_at")[:ROWS]
    return sorted(found, key=lambda part: part.updated_at, reverse=True)[:ROWS]


def waiting_transcripts() -> list[Transcript]:
    """Transcripts in review, and those of which a new edition waits to be settled: `waits`."""
    waiting = Edition.objects.exclude(waiting={}).filter(transcript=OuterRef("pk"))
    rows = Transcript.objects.open().annotate(waits=Exists(waiting)).select_related("hearing")
    return list(rows.filter(Q(waits=True) | Q(state=State.IN_REVIEW)).order_by("-updated_at")[:ROWS])


def open_permalink(request: HttpRequest) -> HttpResponse:
    """Go to the form of what was pasted on the first page; back there, with the text, if there is none."""
    text = request.GET.get("q", "").strip()
    if text and not is_permalink(text):
        messages.warning(request, NO_PERMALINK)
    landed = land(request, text) if is_permalink(text) else None
    return landed or redirect(f"{reverse('admin:index')}?{urlencode({'q': text})}" if text else "admin:index")


def open_preview(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    """Make a signed address of a preview for this person, and go there."""
    if kind not in {"hearing", "quote", "exhibit", "transcript", "turn"} or not request.user.has_perm(
        f"hearings.view_{kind}"
    ):
        raise Http404("No such page.")
    return redirect("hearings:preview", make_token(Preview(kind, public_id, request.user.pk)))
