"""A form of the admin that was sent when its login was over: what was entered goes through the login, to be sent again.

It travels in the page alone: nothing of it is stored. The token is always a fresh one, and nothing is sent again but by
the person's own press, to a page that this person may open.
"""

from typing import NamedTuple, Self
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import get_permission_codename
from django.contrib.messages.storage import default_storage
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import resolve, reverse

UNKEPT = ("password", "token")  # in the names of fields that are never carried
ROOM = 20_000  # bytes of a login beside what it carries
LOGIN_OVER = (
    "You are not logged in any more, so nothing was saved yet. Log in here: all that you entered is kept, and you "
    "send it with one more press."
)
LOGIN_RENEWED = (
    "You have logged in again since you opened that page, so nothing was saved yet. Send it again: all that you "
    "entered is still here."
)
NOT_YOURS = "Nothing was saved yet. What was entered is kept for whoever may open its page, and not shown."
TOO_MUCH = (
    "You are not logged in any more, so nothing was saved yet. This is too much to be carried through a login. Log in "
    "in a new tab, then come back to this page and send it again. All that you entered is still here."
)
LOST = "Nothing was saved. Your account may not open that page, and this is too much to be carried through a login."


class Sent(NamedTuple):
    """What a form sent, and where to; of files and passwords only that there were some."""

    path: str
    pairs: list[tuple[str, str]]
    files: list[tuple[str, list[str]]]
    secrets: bool

    @classmethod
    def by(cls, request: HttpRequest) -> Self | None:
        """None for what another site has somebody send, for the login itself, and for the way out."""
        if not is_of_this_site(request) or request.path in (reverse("admin:login"), reverse("admin:logout")):
            return None
        names = [name for name in request.POST if name != "csrfmiddlewaretoken"]
        kept = [name for name in names if not any(word in name.lower() for word in UNKEPT)]
        pairs = [(name, value) for name in kept for value in request.POST.getlist(name)]
        files = [(name, [one.name for one in uploads]) for name, uploads in request.FILES.lists()]
        return cls(request.get_full_path(), pairs, files, len(kept) < len(names))

    @classmethod
    def through_login(cls, request: HttpRequest) -> Self | None:
        """What a login carries; None where it carries nothing that this site signed."""
        try:
            return cls(*signing.loads(request.POST.get("kept", ""), salt=__name__))
        except signing.BadSignature:
            return None

    def signed(self) -> str:
        return signing.dumps(self, salt=__name__, compress=True)


def is_of_this_site(request: HttpRequest) -> bool:
    """Whether a page of ours was sent: what another site has somebody send is never offered to be sent again."""
    ours = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return request.method == "POST" and request.headers.get("Origin") in ours


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form of ours whose token is of an earlier login can be sent again; all else is refused."""
    sent = Sent.by(request)
    if is_of_this_site(request) and request.path == reverse("admin:login"):
        sent = Sent.through_login(request)
    return offer(request, sent) if sent else TemplateResponse(request, "403_csrf.html", status=403)


def offer(request: HttpRequest, sent: Sent) -> HttpResponse:
    """A button that sends it again as it was; before that the login, to whoever may not open the page it goes to."""
    if not admin.site.has_permission(request):
        return _ask_to_log_in(request, sent, LOGIN_OVER)
    page = _opened(request, sent.path)
    if page is None:
        return _ask_to_log_in(request, sent, NOT_YOURS)
    facts = getattr(page, "context_data", None) or {}
    return _show(request, sent, LOGIN_RENEWED, goes_to=[facts.get("title"), facts.get("subtitle")])


def login_context(sent: Sent) -> dict:
    """What the page of the login shows and carries."""
    shown = {"title": "Not saved yet", "sentence": LOGIN_OVER, "app_path": reverse("admin:login")}
    return shown | {"kept": sent.signed(), "next": sent.path}


def _ask_to_log_in(request: HttpRequest, sent: Sent, sentence: str) -> HttpResponse:
    context = login_context(sent) | {"sentence": sentence, "username": request.user.get_username()}
    if len(context["kept"]) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE - ROOM:
        return _show(request, sent, LOST if sentence == NOT_YOURS else TOO_MUCH)
    context = admin.site.each_context(request) | context | {"form": AdminAuthenticationForm(request)}
    return TemplateResponse(request, "admin/login.html", context, status=403)


def _show(request: HttpRequest, sent: Sent, sentence: str, goes_to: list[str | None] = ()) -> HttpResponse:
    context = admin.site.each_context(request) | {
        "title": "Not saved yet",
        "sentence": sentence,
        "sent": None if sentence == LOST else sent,
        "logs_in": sentence == TOO_MUCH,
        "goes_to": ": ".join(str(words) for words in goes_to if words),
        "is_nav_sidebar_enabled": False,
    }
    return TemplateResponse(request, "admin/sent_again.html", context, status=403)


def _opened(request: HttpRequest, path: str) -> HttpResponse | None:
    """The page of this address as whoever is logged in gets it; None where this person may not fill it in."""
    address = urlsplit(path)
    asked = HttpRequest()
    asked.method, asked.GET = "GET", QueryDict(address.query)
    asked.path = asked.path_info = unquote(address.path)
    asked.META = request.META | {"QUERY_STRING": address.query}
    asked.user, asked.session = request.user, request.session
    asked._messages = default_storage(asked)  # what the page would tell is not told here
    try:
        asked.resolver_match = found = resolve(asked.path)
        page = found.func(asked, *found.args, **found.kwargs)
    except (PermissionDenied, Http404):
        return None
    facts = getattr(page, "context_data", None) or {}
    opts = facts.get("opts") if facts.get("change") else None  # a record's own form, which may be only to read
    may = opts is None or request.user.has_perm(f"{opts.app_label}.{get_permission_codename('change', opts)}")
    return page if may and page.status_code not in (403, 404) else None
