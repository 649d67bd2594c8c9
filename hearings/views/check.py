"""The page on which anybody checks a quotation."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from hearings.checking import FEWEST, LONGEST, check

LINKABLE = 2000  # characters of an address that every program takes


@csrf_exempt
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest) -> HttpResponse:
    """What was pasted, checked. The form posts, so that no log and no history holds the words; a link may ask, too.

    A post changes and stores nothing: there is nothing to forge, and so no cookie to set against it.
    """
    text = (request.POST if request.method == "POST" else request.GET).get("text", "")
    query = urlencode({"text": text})
    context = {
        "text": text,
        "result": check(text) if text.strip() else None,
        "link": f"?{query}" if len(query) <= LINKABLE else "",
        "fewest": FEWEST,
        "longest": LONGEST,
    }
    return TemplateResponse(request, "hearings/check.html", context)
