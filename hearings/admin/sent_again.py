"""An import that was sent when its login was over: all that was entered stays on a page, to be sent again."""

from collections.abc import Callable
from functools import wraps
from urllib.parse import urlsplit

from django.contrib.admin import ModelAdmin
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from hearings.admin.import_forms import ImportForm
from hearings.admin.kept import typed_into
from hearings.admin.quote_row import QuoteForm
from hearings.admin.review_forms import HearingForm, PersonForm, ReferenceForm

LOGIN_OVER = (
    "You are not logged in any more, so nothing was saved yet. Log in in a new tab, then come back to this page and "
    "send it again. All that you entered is still here."
)
LOGIN_RENEWED = (
    "You have logged in again since you opened this page, so nothing was saved yet. Send it again: all that you "
    "entered is still here."
)
ROWS = {("person", "people"): PersonForm, ("quote", "quotes"): QuoteForm, ("reference", "references"): ReferenceForm}


def kept_without_login(page: Callable[..., HttpResponse], model_admin: ModelAdmin) -> Callable[..., HttpResponse]:
    """A page of the admin that does not send whoever is logged out to the login with nothing kept."""

    @wraps(page)
    def wrapped(request: HttpRequest, **arguments) -> HttpResponse:
        if is_of_this_site(request) and not model_admin.admin_site.has_permission(request):
            try:
                return show_sent(request, model_admin, LOGIN_OVER)
            except RequestDataTooBig:
                return page(request, **arguments)
        return page(request, **arguments)

    return wrapped


def is_of_this_site(request: HttpRequest) -> bool:
    """Whether a page of ours was sent: what another site has somebody send is never offered to be sent again."""
    return request.method == "POST" and urlsplit(request.headers.get("Origin", "")).netloc == request.get_host()


def show_sent(request: HttpRequest, model_admin: ModelAdmin, sentence: str) -> HttpResponse:
    """What was entered, to read, and a button that sends it again as it was."""
    form = HearingForm if "quotes-TOTAL_FORMS" in request.POST else ImportForm
    again = [(name, value) for name, values in request.POST.lists() for value in values]
    context = model_admin.admin_site.each_context(request) | {
        "title": "Not saved yet",
        "sentence": sentence,
        "words": typed_into(form, ROWS, request.POST),
        "again": [pair for pair in again if pair[0] != "csrfmiddlewaretoken"],
        "logs_in": sentence == LOGIN_OVER,
        "opts": model_admin.opts,
    }
    return TemplateResponse(request, "admin/kept.html", context, status=403)
