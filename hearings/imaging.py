"""Image files: what may come in, what is known of a file, and the clean copy that the public sees."""

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

FORMATS = {
    "JPEG": ("image/jpeg", (".jpg", ".jpeg")),
    "MPO": ("image/jpeg", (".jpg", ".jpeg")),  # a phone's JPEG that carries a second picture; the first is the photo
    "PNG": ("image/png", (".png",)),
    "WEBP": ("image/webp", (".webp",)),
}
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_RATIO = 20
MODES = {"1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "YCbCr"}
WEB_WIDTH = 1600
RECIPE = "web-1"  # names how a public copy is made; a new way gets a new name


class ImageRefused(Exception):
    """A file that is not taken; the message is a sentence that says what to do."""


@dataclass(frozen=True)
class ImageFacts:
    """Of the file as received: SHA-256 in hex, media type, size in bytes, width and height in pixels."""

    sha256: str
    media_type: str
    byte_size: int
    width: int
    height: int


def inspect(data: bytes, name: str) -> ImageFacts:
    """The facts of an image file, read from its header alone; ImageRefused where it is not one we take."""
    if not data:
        raise ImageRefused("The file is empty. Choose the image again.")
    if len(data) > MAX_BYTES:
        size = len(data) / 1024 / 1024
        raise ImageRefused(f"The file has {size:.0f} MB; at most 20 MB are taken. Save it smaller.")
    with _open(data) as image:
        media_type, endings = FORMATS[image.format]
        width, height = image.size
        if not name.lower().endswith(endings):
            raise ImageRefused(
                f"The file is a {image.format} image, but its name ends otherwise. Rename it to end in {endings[0]}."
            )
        _check_shape(image)
    return ImageFacts(hashlib.sha256(data).hexdigest(), media_type, len(data), width, height)


def web_copy(data: bytes) -> bytes:
    """A JPEG at most 1600 pixels wide, upright, in sRGB, made of the pixels alone: no metadata comes along."""
    with _open(data) as image:
        _check_shape(image)
        try:
            image.draft("RGB", (WEB_WIDTH, WEB_WIDTH * MAX_RATIO))
            image.load()
            upright = _to_srgb(ImageOps.exif_transpose(image))
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


def _open(data: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP"])
    except Image.DecompressionBombError as error:
        raise ImageRefused("The image has too many pixels; at most 40 million are taken. Save it smaller.") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise ImageRefused("The file is not a JPEG, PNG or WebP image. Save it as one of these.") from error


def _check_shape(image: Image.Image) -> None:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise ImageRefused(
            f"The image has {width * height / 1e6:.0f} million pixels; at most 40 million are taken. Save it smaller."
        )
    if max(width, height) > MAX_RATIO * min(width, height):
        raise ImageRefused(f"The image is {width} by {height} pixels: too narrow a strip. Crop it.")
    if image.mode not in MODES:
        raise ImageRefused("The image has more than 8 bits a channel. Save an 8-bit copy and upload that.")
    if getattr(image, "n_frames", 1) > 1 and image.format != "MPO":
        raise ImageRefused("The file is animated or has several pages. Save the one picture that was shown.")


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if image.mode in {"P", "LA", "1"}:
            image = image.convert("RGB")
        image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image.convert("RGBA"))
    pixels = image.convert("RGB")
    pixels.info = {}
    return pixels
