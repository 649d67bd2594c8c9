"""Images too large to hold in memory, by pyvips where it is installed: it streams them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from hearings.imaging.bands import Choice

try:
    import pyvips
except ImportError:  # the optional extra is not installed
    pyvips = None

ERRORS = (pyvips.Error,) if pyvips else ()
LOADERS = {
    "JPEG": "jpegload_source",
    "PNG": "pngload_source",
    "WEBP": "webpload_source",
    "TIFF": "tiffload_source",
    "AVIF": "heifload_source",
}
if pyvips:
    pyvips.cache_set_max(0)  # or what is done with one image stays in memory during the next


def version() -> str:
    """libvips' version; empty where it is not installed."""
    return ".".join(str(pyvips.version(part)) for part in range(3)) if pyvips else ""


@contextmanager
def open_large(path: Path, kind: str, choice: Choice | None, *, upright: int = 1) -> Iterator[Any]:
    """The image as a pipeline of 8-bit sRGB pixels, turned upright if an orientation is given.

    The file is handed over as it is read, since libvips would map all of it into memory by itself; while pixels are
    drawn, `source` must live.
    """
    access = "sequential" if upright == 1 else "random"
    options = {"unlimited": True} if kind in {"JPEG", "PNG", "AVIF"} else {}
    with path.open("rb") as file:
        source = pyvips.SourceCustom()
        source.on_read(file.read)
        source.on_seek(file.seek)
        image = getattr(pyvips.Image, LOADERS[kind])(source, access=access, fail_on="error", **options)
        image = to_srgb(image, choice)
        yield image.autorot() if upright != 1 else image


def to_srgb(image: Any, choice: Choice | None) -> Any:
    """8-bit sRGB by this choice or by the image's own colour profile, white where transparent."""
    if choice:
        layers = [image.extract_band(band - 1) for band in choice.bands]
        image = layers[0].bandjoin(layers[1:]) if len(layers) > 1 else layers[0]
        if choice.low is not None:
            scale = 255 / (choice.high - choice.low)
            image = image.linear(scale, 0.5 - choice.low * scale)
        image = image.cast("uchar").copy(interpretation="srgb" if image.bands == 3 else "b-w")
    elif image.get_typeof("icc-profile-data"):
        image = image.icc_transform("srgb", embedded=True)
    image = image.colourspace("srgb").cast("uchar")
    if image.hasalpha():
        image = image.flatten(background=[255, 255, 255])
    return image


def large_copy(path: Path, kind: str, choice: Choice | None, size: tuple[int, int]) -> Image.Image | None:
    """The image at this size, not yet upright; None where pyvips is not installed."""
    if not pyvips:
        return None
    with open_large(path, kind, choice) as image:
        small = image.thumbnail_image(size[0], height=size[1], size="force", no_rotate=True)
        return Image.frombytes("RGB", (small.width, small.height), small.write_to_memory())
