"""Private images as answers: clean copies alone, in a sandbox of their own."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags, quote_etag

from hearings.imaging import xmp
from hearings.storage import derived_folder, rendition_name, web_copy_name

MEDIA_TYPES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
SAMPLE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt"


def portrait_response(sha256: str, *, cache: str) -> HttpResponse:
    """The clean copy of the portrait whose original has this SHA-256; the original itself is never sent."""
    response = FileResponse(default_storage.open(web_copy_name(sha256)), content_type="image/jpeg")
    return sandboxed(response, cache)


def rendition_response(
    request: HttpRequest, content: dict, sha256: str, width: int, ending: str, *, cache: str
) -> HttpResponse:
    """A derivative of an image, as the `content` of an exhibit's version tells of it; 404 where it tells of none.

    The file is one and the same for every version; the facts in it (XMP) are those of `content`.
    """
    capture = capture_of(content, sha256)
    rendering = capture["rendering"] if capture else {}
    if width not in rendering.get("widths", []):
        raise Http404("No such image.")
    name = rendition_name(rendering["recipe"], sha256, width, ending)
    etag = quote_etag(f"{rendering['recipe']}-{sha256[:16]}-{width}{ending}-{content['version']}{content['salt'][:16]}")
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        response = HttpResponseNotModified()
    else:
        with default_storage.open(name) as file:
            data = xmp.replace(file.read(), xmp.packet(xmp_fields(content, capture)))
        response = HttpResponse(data, content_type=MEDIA_TYPES[ending])
    response["ETag"] = etag
    return sandboxed(response, cache)


def preview_response(recipe: str, sha256: str) -> HttpResponse:
    """How an image would look by the choice that is proposed for it; for staff, who have yet to make one."""
    file = default_storage.open(f"{derived_folder(recipe, sha256)}/preview.jpg")
    return sandboxed(FileResponse(file, content_type="image/jpeg"), "no-store")


def capture_of(content: dict, sha256: str) -> dict:
    """The image with this SHA-256 in the content of an exhibit's version; empty if it shows none such."""
    return next((capture for capture in content.get("captures", []) if capture["sha256"] == sha256), {})


def xmp_fields(content: dict, capture: dict) -> dict[str, str]:
    """What a published image file says of itself; never where it was taken."""
    return {
        "title": f"{content['title']}: {capture['label']}",
        "description": capture["alt_text"],
        "alt_text": capture["alt_text"],
        "creator": capture["provider"],
        "credit": capture["credit"],
        "rights": capture["licence"],
        "usage_terms": capture["licence"],
        "web_statement": capture["licence_url"],
        "date_created": date_created(capture),
        "digital_source_type": SAMPLE_TYPE if capture["sample"] else "",
    }


def date_created(capture: dict) -> str:
    """The time of acquisition by ISO 8601, as precise as it is known."""
    length = {"second": 20, "day": 10, "month": 7, "year": 4, "unknown": 0}[capture["acquired_precision"]]
    return capture["acquired_start"][:length]


def sandboxed(response: HttpResponse, cache: str = "public, no-cache") -> HttpResponse:
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = cache
    return response
