"""Portraits: the clean copy that the public sees, made at once because such photos are small."""

import io

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from hearings.imaging import intake
from hearings.imaging.colour import to_srgb
from hearings.imaging.facts import ImageFacts, ImageRefused
from hearings.imaging.intake import EMPTY

MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_RATIO = 20
MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr"}
WEB_WIDTH = 1600
RECIPE = "web-1"  # names how a public copy is made; a new way gets a new name


def inspect(data: bytes, name: str) -> ImageFacts:
    """The facts of a portrait's file, as `intake.inspect` has them; ImageRefused for what `web_copy` does not take."""
    if not data:
        raise ImageRefused(EMPTY)
    _check_size(data)
    with _open(data) as image:
        _check_shape(image)
    return intake.inspect(data, name)


def web_copy(data: bytes) -> bytes:
    """A JPEG at most 1600 pixels wide, upright, in sRGB, made of the pixels alone: no metadata comes along.

    Of a JPEG, PNG or WebP with at most 20 MB and 40 million pixels; ImageRefused for everything else.
    """
    _check_size(data)
    with _open(data) as image:
        _check_shape(image)
        try:
            image.draft("RGB", (WEB_WIDTH, WEB_WIDTH * MAX_RATIO))
            image.load()
            upright = to_srgb(ImageOps.exif_transpose(image))
        except (OSError, SyntaxError, ValueError, ImageCms.PyCMSError) as error:
            raise ImageRefused(
                "The image is damaged: it ends early, or its colour profile cannot be read. "
                "Open it in an image program, save it anew as sRGB, and upload that file."
            ) from error
    if upright.width > WEB_WIDTH:
        upright.thumbnail((WEB_WIDTH, upright.height))
    out = io.BytesIO()
    upright.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    return out.getvalue()


def _check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise ImageRefused(f"The file has {len(data) / 1024 / 1024:.0f} MB; at most 20 MB are taken. Save it smaller.")


def _open(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP"])
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ImageRefused("The file is not a JPEG, PNG or WebP image. Save it as one of these.") from error


def _check_shape(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise ImageRefused(
            f"The image has {width * height / 1e6:.0f} million pixels; at most 40 million are taken. Save it smaller."
        )
    if max(width, height) > MAX_RATIO * min(width, height):
        raise ImageRefused(
            f"The image is {width} by {height} pixels: too narrow a strip. Crop it so that its longer side is at most "
            f"{MAX_RATIO} times the shorter."
        )
    if image.mode not in MODES:
        raise ImageRefused("The image has more than 8 bits a channel. Save an 8-bit copy and upload that.")
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise ImageRefused("The file is animated or has several pages. Save the one picture that was shown.")
