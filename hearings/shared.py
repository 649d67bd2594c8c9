"""Answers that any site may read: data, formats and feeds of what is public."""

import hashlib
import json

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public, no-cache",
}


def for_any_site(response: HttpResponse) -> HttpResponse:
    """The answer, with the headers by which any site may read it."""
    for name, value in SHARED.items():
        response[name] = value
    return response


def shared_response(request: HttpRequest, document: dict | str, content_type: str) -> HttpResponse:
    """A document that any site may read; 304 where the reader has it already."""
    if isinstance(document, dict):
        document = json.dumps(document, ensure_ascii=False, allow_nan=False)
    body = document.encode()
    etag = f'"{hashlib.sha256(body).hexdigest()}"'
    response = HttpResponse(body, content_type=content_type, headers=SHARED | {"ETag": etag})
    return get_conditional_response(request, etag=etag, response=response)
