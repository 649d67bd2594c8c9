"""Private images as answers: the clean copy alone, in a sandbox of its own."""

from django.core.files.storage import default_storage
from django.http import FileResponse

from hearings.storage import web_copy_name


def image_response(sha256: str, *, cache: str) -> FileResponse:
    """The clean copy of the image whose original has this SHA-256; the original itself is never sent."""
    response = FileResponse(default_storage.open(web_copy_name(sha256)), content_type="image/jpeg")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = cache
    return response
