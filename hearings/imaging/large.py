"""Images too large to hold in memory, by pyvips where it is installed: it streams them."""

from pathlib import Path
from typing import Any

from PIL import Image

from hearings.imaging.bands import Choice

try:
    import pyvips
except ImportError:  # the optional extra is not installed
    pyvips = None

ERRORS = (pyvips.Error,) if pyvips else ()
LOADERS = {"JPEG": "jpegload", "PNG": "pngload", "WEBP": "webpload", "TIFF": "tiffload", "AVIF": "heifload"}


def version() -> str:
    """libvips' version; empty where it is not installed."""
    return ".".join(str(pyvips.version(part)) for part in range(3)) if pyvips else ""


def open_large(path: Path, kind: str, choice: Choice | None, *, upright: int = 1) -> Any:
    """The image as a pipeline of 8-bit sRGB pixels, turned upright if an orientation is given."""
    access = "sequential" if upright == 1 else "random"
    options = {"unlimited": True} if kind in {"JPEG", "PNG", "AVIF"} else {}
    image = getattr(pyvips.Image, LOADERS[kind])(str(path), access=access, fail_on="error", **options)
    if choice:
        image = (
            image.extract_band(choice.bands[0] - 1).bandjoin(
                [image.extract_band(band - 1) for band in choice.bands[1:]]
            )
            if len(choice.bands) > 1
            else image.extract_band(choice.bands[0] - 1)
        )
        if choice.low is not None:
            scale = 255 / (choice.high - choice.low)
            image = image.linear(scale, 0.5 - choice.low * scale)
        image = image.cast("uchar").copy(interpretation="srgb" if image.bands == 3 else "b-w")
    elif image.get_typeof("icc-profile-data"):
        image = image.icc_transform("srgb", embedded=True)
    image = image.colourspace("srgb").cast("uchar")
    if image.hasalpha():
        image = image.flatten(background=[255, 255, 255])
    return image.autorot() if upright != 1 else image


def large_copy(path: Path, kind: str, choice: Choice | None, width: int) -> Image.Image | None:
    """The image at most so wide, not yet upright; None where pyvips is not installed."""
    if not pyvips:
        return None
    image = open_large(path, kind, choice)
    small = image.thumbnail_image(width, height=10_000_000, size="down", no_rotate=True)
    return Image.frombytes("RGB", (small.width, small.height), small.write_to_memory())
