"""Records in other formats, by the ending of their address or by what the reader's program accepts."""

from collections.abc import Mapping
from types import MappingProxyType

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers

from hearings.models import Version
from hearings.models.publishing import Publishable
from hearings.representations.formats import formats_of
from hearings.shared import for_any_site, shared_response


def in_format(request: HttpRequest, record: Publishable, version: Version, ending: str) -> HttpResponse:
    """The version of a readable record in a format; 404 where its kind has no such format. Any site may read it."""
    module = formats_of(kind_of(record)).get(ending)
    if module is None:
        raise Http404("No such format.")
    document = getattr(module, kind_of(record))(record, version)
    response = shared_response(request, document, module.MEDIA_TYPE)
    response["Link"] = f'<{settings.SITE_URL}{record.get_absolute_url()}>; rel="canonical"'
    response["X-Robots-Tag"] = "noindex"
    return response


def as_accepted(
    request: HttpRequest, record: Publishable, version: Version, elsewhere: Mapping[str, str] = MappingProxyType({})
) -> HttpResponse | None:
    """The record in the format that the request prefers to HTML; None where that is HTML or nothing we have.

    `elsewhere` names the routes of documents that have addresses of their own, by media type: the answer leads there.
    """
    formats = formats_of(kind_of(record)).items()
    found = {module.MEDIA_TYPE.partition(";")[0]: ending for ending, module in formats}
    found |= {module.MEDIA_TYPE: ending for ending, module in formats}
    preferred = request.get_preferred_type(["text/html", *found, *elsewhere])
    if preferred in (None, "text/html"):
        return None
    if preferred in elsewhere:
        response = for_any_site(redirect(elsewhere[preferred], record.public_id))
        response.status_code = 303
        return response
    response = in_format(request, record, version, found[preferred])
    patch_vary_headers(response, ["Accept"])
    return response


def kind_of(record: Publishable) -> str:
    return record._meta.model_name
