"""Private files: where uploads and what is made of them lie, and that no address leads to them."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils.deconstruct import deconstructible

from hearings.imaging import RECIPE, ImageFacts, inspect, intake, web_copy

MAX_DOCUMENT = 20 * 1024 * 1024
UNFINISHED = ".part"  # how the name of a file ends while it is being written


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
    """Where the clean copy of the portrait with this SHA-256 lies."""
    return f"d/{RECIPE}/{sha256}.jpg"


def derived_folder(recipe: str, sha256: str) -> str:
    """Where everything lies that was made by `recipe` of the image with this SHA-256."""
    return f"d/{recipe}/{sha256}"


def rendition_name(recipe: str, sha256: str, width: int, ending: str) -> str:
    """Where the derivative of this width in pixels lies; `ending` is avif, webp or jpg."""
    return f"{derived_folder(recipe, sha256)}/{width}.{ending}"


def keep_portrait(data: bytes, name: str) -> ImageFacts:
    """Keep a portrait: its bytes untouched, and beside them the clean copy. ImageRefused if it is not taken."""
    facts = inspect(data, name)
    copy = web_copy(data)
    _keep(original_name(facts.sha256), [data])
    _keep(web_copy_name(facts.sha256), [copy])
    return facts


def keep_exhibit_image(file: BinaryIO, name: str) -> ImageFacts:
    """Keep an image of an exhibit byte for byte, a megabyte at a time. ImageRefused if it is not taken.

    What readers see is made of it later, in a process of its own: see hearings.actions.exhibits.
    """
    facts = intake.inspect(file, name)
    file.seek(0)
    _keep(original_name(facts.sha256), iter(lambda: file.read(1024 * 1024), b""))
    return facts


def keep_document(data: bytes) -> str:
    """Keep a written statement (a PDF) and return the name under which its bytes lie, `orig/<SHA-256>`."""
    if len(data) > MAX_DOCUMENT:
        raise DocumentRefused(f"The file has {len(data) / 1024 / 1024:.0f} MB; at most 20 MB are taken.")
    if not data.startswith(b"%PDF-"):
        raise DocumentRefused("The file is not a PDF. Save the statement as a PDF and upload that.")
    name = original_name(hashlib.sha256(data).hexdigest())
    _keep(name, [data])
    return name


def card_name(public_id: str, name: str) -> str:
    """Where a drawn card of a record lies. It is swept after a day, and drawn anew when somebody asks for it."""
    return f"d/cards/{public_id}/{name}.png"


def keep_card(public_id: str, name: str, data: bytes) -> None:
    """Keep a drawn card until it is swept."""
    _keep(card_name(public_id, name), [data])


def drop_cards(public_id: str) -> None:
    """Delete every card that was drawn of a record."""
    shutil.rmtree(default_storage.path(f"d/cards/{public_id}"), ignore_errors=True)


def drop_files(sha256: str) -> None:
    """Delete the file with this SHA-256 and everything that was made of it."""
    default_storage.delete(original_name(sha256))
    for made in Path(settings.DATA_DIR).glob(f"d/*/{sha256}*"):
        shutil.rmtree(made) if made.is_dir() else made.unlink()


def _keep(name: str, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all, whenever the machine stops: on the disk under its name once this returns.

    Names are made of the content's hash, so a file that is there already is the same file.
    """
    path = Path(default_storage.path(name))
    if path.exists():
        path.touch()  # so that no sweep takes it for a file that was left over
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}-{secrets.token_hex(4)}{UNFINISHED}")
    try:
        with unfinished.open("wb") as out:
            for piece in pieces:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        unfinished.chmod(0o640)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
