"""Which image files are taken: decided from the container and header alone, in bounded memory, never by decoding."""

import hashlib
import io
from typing import BinaryIO

from PIL import Image, PngImagePlugin, UnidentifiedImageError

from hearings.imaging.boxes import is_avif, walk_avif, walk_webp
from hearings.imaging.extras import has_vips
from hearings.imaging.facts import Container, ImageFacts, ImageRefused
from hearings.imaging.ifd import walk_tiff
from hearings.imaging.private import notes_on, read_exif
from hearings.imaging.raster import walk_jpeg, walk_png
from hearings.imaging.reading import BROKEN, Reader

FORMATS = {
    "JPEG": ("image/jpeg", (".jpg", ".jpeg"), walk_jpeg),
    "PNG": ("image/png", (".png",), walk_png),
    "WEBP": ("image/webp", (".webp",), walk_webp),
    "TIFF": ("image/tiff", (".tif", ".tiff"), walk_tiff),
    "AVIF": ("image/avif", (".avif",), walk_avif),
}
MAX_BYTES = 500 * 1024 * 1024
MAX_PIXELS = 100_000_000
MAX_PIXELS_WITH_VIPS = 500_000_000
MAX_RATIO = 20
# Flat honest pictures compress as well as bombs do, so only what would fill 256 MB must account for its size.
MAX_COMPRESSION, COMPRESSION_FLOOR = 200, 256 * 1024 * 1024

# Our own limits are stricter and refuse in words, where Pillow's only warns.
Image.MAX_IMAGE_PIXELS = None
PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024

UNKNOWN = "The file is not a JPEG, PNG, WebP, TIFF or AVIF image. Save it as one of these."
EMPTY = "The file is empty. Choose the image again."
SEVERAL = "The file is animated or has several pages. Save the one picture that was shown."
BOMB = (
    "The image is packed so tightly, as no photograph is, that opening it could exhaust the machine. "
    "Save it as JPEG or TIFF from the program that shows it."
)


def max_pixels() -> int:
    """The most pixels that an image may have: 100 million, or 500 million where pyvips is installed."""
    return MAX_PIXELS_WITH_VIPS if has_vips() else MAX_PIXELS


def inspect(file: BinaryIO | bytes, name: str, *, pixel_limit: int | None = None) -> ImageFacts:
    """The facts of an image file that can seek (or its bytes), and of its name; ImageRefused where it is not taken.

    Reads the whole file once for its SHA-256, a megabyte at a time, and otherwise only the container. Nothing is
    decoded, so a file that passes may still turn out damaged when it is processed.
    """
    if isinstance(file, bytes):
        file = io.BytesIO(file)
    reader = Reader(file)
    if not reader.size:
        raise ImageRefused(EMPTY)
    if reader.size > MAX_BYTES:
        raise ImageRefused(
            f"The file has {reader.size / 1024 / 1024:.0f} MB; at most {MAX_BYTES // 1024 // 1024} MB are taken. "
            "Save it smaller."
        )
    kind = recognise(reader.at(0, min(64, reader.size)))
    media_type, endings, walk = FORMATS[kind]
    if not name.lower().endswith(endings):
        raise ImageRefused(
            f"The file is a {kind} image, but its name ends otherwise. Rename it to end in {endings[0]}."
        )
    found = walk(reader)
    check_shape(found, reader.size, pixel_limit or max_pixels())
    if kind in {"JPEG", "PNG"}:
        _ask_pillow(file)
    orientation, exif_notes = read_beside(file, found)
    trailer = reader.at(found.end, min(4096, reader.size - found.end))
    width, height = (found.height, found.width) if orientation > 4 else (found.width, found.height)
    return ImageFacts(
        sha256=_hash(reader),
        media_type=media_type,
        byte_size=reader.size,
        width=width,
        height=height,
        mode=found.mode,
        bands=found.bands,
        bit_depth=found.bit_depth,
        needs_stretch=found.needs_stretch,
        needs_bands=found.extra_bands > 0,
        notes=notes_on(found, exif_notes, trailer if found.format != "MPO" else b""),
    )


def recognise(head: bytes) -> str:
    """The format by its first bytes, whatever the name says."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[:4] in {b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"}:
        return "TIFF"
    if is_avif(head):
        return "AVIF"
    raise ImageRefused(UNKNOWN)


def check_shape(found: Container, size: int, pixel_limit: int) -> None:
    """ImageRefused for several pages, too many pixels, a strip, or pixels that a file of so many bytes cannot hold."""
    width, height = found.width, found.height
    if not width or not height:
        raise ImageRefused(BROKEN)
    if found.pages > 1:
        raise ImageRefused(SEVERAL)
    if width * height > pixel_limit:
        raise ImageRefused(
            f"The image has {width * height / 1e6:,.0f} million pixels; at most {pixel_limit / 1e6:.0f} million are "
            "taken. Save it smaller."
        )
    if max(width, height) > MAX_RATIO * min(width, height):
        raise ImageRefused(
            f"The image is {width} by {height} pixels: too narrow a strip. Crop it so that its longer side is at most "
            f"{MAX_RATIO} times the shorter."
        )
    decoded = width * height * found.bands * found.bit_depth // 8
    if decoded > COMPRESSION_FLOOR and decoded > MAX_COMPRESSION * size:
        raise ImageRefused(BOMB)


def _ask_pillow(file: BinaryIO) -> None:
    """A second opinion on the header, from the library that will decode it; it opens profiles up to 1 MB only."""
    file.seek(0)
    try:
        Image.open(file, formats=["JPEG", "PNG"])
    except UnidentifiedImageError as error:
        raise ImageRefused(BROKEN) from error
    except (OSError, SyntaxError, ValueError, EOFError, TypeError, OverflowError) as error:
        raise ImageRefused(
            "The file carries a colour profile or a text that cannot be read or is far too large. "
            "Save a copy without metadata and upload that."
        ) from error


def read_beside(file: BinaryIO, found: Container) -> tuple[int, list[str]]:
    """Orientation and notes, as `private.read_exif` has them, wherever this format keeps its EXIF."""
    if found.format == "TIFF":
        return read_exif(file, is_tiff=True)
    return read_exif(io.BytesIO(found.exif)) if found.exif else (1, [])


def _hash(reader: Reader) -> str:
    total = hashlib.sha256()
    for data in reader.chunks(0, reader.size):
        total.update(data)
    return total.hexdigest()
