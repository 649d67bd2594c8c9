"""Private files: where uploads lie, and that no address leads to them."""

import hashlib

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils.deconstruct import deconstructible

from hearings.imaging import RECIPE, ImageFacts, inspect, web_copy

MAX_DOCUMENT = 20 * 1024 * 1024


class DocumentRefused(Exception):
    """A document that is not taken; the message is a sentence that says what to do."""


@deconstructible
class PrivateStorage(FileSystemStorage):
    """Files below DATA_DIR. They have no URL: what the public may see is served by a view that asks `.public()`."""

    def __init__(self):
        super().__init__(location=settings.DATA_DIR, file_permissions_mode=0o640)

    def url(self, name):
        raise ValueError("Private files have no address.")


def original_name(sha256: str) -> str:
    """Where the bytes of an uploaded file lie, as they were received."""
    return f"orig/{sha256}"


def web_copy_name(sha256: str) -> str:
    """Where the clean copy of the image with this SHA-256 lies."""
    return f"d/{RECIPE}/{sha256}.jpg"


def keep_image(data: bytes, name: str) -> ImageFacts:
    """Keep an image: its bytes untouched, and beside them the clean copy. ImageRefused if it is not taken."""
    facts = inspect(data, name)
    copy = web_copy(data)
    _keep(original_name(facts.sha256), data)
    _keep(web_copy_name(facts.sha256), copy)
    return facts


def keep_document(data: bytes) -> str:
    """Keep a written statement (a PDF) and return the name under which its bytes lie, `orig/<SHA-256>`."""
    if len(data) > MAX_DOCUMENT:
        raise DocumentRefused(f"The file has {len(data) / 1024 / 1024:.0f} MB; at most 20 MB are taken.")
    if not data.startswith(b"%PDF-"):
        raise DocumentRefused("The file is not a PDF. Save the statement as a PDF and upload that.")
    name = original_name(hashlib.sha256(data).hexdigest())
    _keep(name, data)
    return name


def _keep(name: str, data: bytes) -> None:
    """Names are made of the content's hash, so a file that is there already is the same file."""
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(data))
