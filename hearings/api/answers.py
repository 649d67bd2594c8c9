"""How the API answers: JSON that any site may read, with an ETag, and problems as RFC 9457 has them."""

import hashlib
import json
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from hearings.actions.ledger import was_sealed
from hearings.models import PublishedAddress

PROBLEM_TYPE = "application/problem+json"
METHODS = "GET, HEAD, OPTIONS"
SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public, no-cache",
}
TITLES = {
    400: "This request cannot be read",
    404: "There is no such record",
    405: "This record is only read here",
    410: "This was public once",
}
NOT_THERE = "Nothing public has this address. The addresses of the API are listed at /api/v1/."
SEALED = "What stood here was sealed, for the safety of a person or by order of a court. Its words are no longer kept."
NOTHING_LEFT = "Nothing public stands here any more. The register of corrections says what was taken out, and why."


class Problem(Exception):
    """An answer that is an error: its status, and a sentence that says what to do."""

    def __init__(self, status: int, detail: str):
        super().__init__(detail)
        self.status, self.detail = status, detail


def api(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view of the API: GET and HEAD alone (OPTIONS for browsers that ask first), errors as problems."""

    @csrf_exempt  # nothing can be written here: other methods are told so, not asked for a token
    @wraps(view)
    def answer(request: HttpRequest, *args, **kwargs) -> HttpResponseBase:
        if request.method == "OPTIONS":
            allowed = {"Access-Control-Allow-Methods": METHODS, "Access-Control-Allow-Headers": "If-None-Match"}
            return HttpResponse(status=204, headers=SHARED | allowed | {"Allow": METHODS})
        if request.method not in ("GET", "HEAD"):
            response = problem(405, "The API is read-only. Ask with GET or HEAD.")
            response["Allow"] = METHODS
            return response
        try:
            return view(request, *args, **kwargs)
        except Problem as error:
            return problem(error.status, error.detail)

    return answer


def problem(status: int, detail: str) -> HttpResponse:
    """RFC 9457; nothing of the address asked for is in it, so that no two answers of one status differ by it."""
    body = {"type": "about:blank", "title": TITLES[status], "status": status, "detail": detail}
    return HttpResponse(json.dumps(body), status=status, content_type=PROBLEM_TYPE, headers=SHARED)


def document(request: HttpRequest, content: dict, *, links: dict[str, str] | None = None) -> HttpResponseBase:
    """JSON that any site may read, without cookies; 304 where the reader has the same bytes already."""
    body = json.dumps(content, ensure_ascii=False, allow_nan=False).encode()
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    response = HttpResponse(body, content_type="application/json", headers=SHARED | {"ETag": etag})
    links = {"service-desc": reverse("api:openapi")} | (links or {})
    response["Link"] = ", ".join(f'<{target}>; rel="{name}"' for name, target in links.items())
    return get_conditional_response(request, etag=etag, response=response)


def missing(path: str) -> Problem:
    """Why nothing answers for the record whose page is `path`: 410 for what the ledger knows, else 404."""
    if not PublishedAddress.objects.public().filter(path=path).exists():
        return Problem(404, NOT_THERE)
    return Problem(410, SEALED if was_sealed(path) else NOTHING_LEFT)
