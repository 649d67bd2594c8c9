"""From the pixels of an original to the copies that readers get: upright, in sRGB, without metadata but our own."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

from PIL import Image, features

from hearings.imaging import bands, files, xmp
from hearings.imaging.bands import Choice
from hearings.imaging.colour import flat, to_srgb
from hearings.imaging.facts import Container, ImageRefused
from hearings.imaging.intake import FORMATS, check_shape, max_pixels, read_beside, recognise
from hearings.imaging.large import large_copy
from hearings.imaging.reading import Reader

WIDTHS = (480, 960, 1600, 2400)
SAVED = {
    # Speed 4 takes seven times as long for the same size.
    "avif": ("AVIF", {"quality": 60, "speed": 8, "max_threads": 2}),
    "webp": ("WEBP", {"quality": 80}),
    "jpg": ("JPEG", {"quality": 82, "progressive": True, "optimize": True}),
}
PILLOW_PIXELS = 100_000_000
TURNS = {
    2: [Image.Transpose.FLIP_LEFT_RIGHT],
    3: [Image.Transpose.ROTATE_180],
    4: [Image.Transpose.FLIP_TOP_BOTTOM],
    5: [Image.Transpose.TRANSPOSE],
    6: [Image.Transpose.ROTATE_270],
    7: [Image.Transpose.TRANSVERSE],
    8: [Image.Transpose.ROTATE_90],
}
DAMAGED = (
    "The image is damaged: it ends early, or its colour profile cannot be read. "
    "Open it in an image program, save it anew as sRGB, and upload that file."
)
NEEDS_VIPS = "The image has more than 100 million pixels, which this server cannot process. Save it smaller."


def tools() -> dict[str, str]:
    """The versions of what makes the pixels."""
    versions = {"jpeg": "libjpeg_turbo", "webp": "webp", "avif": "avif"}
    return {"pillow": Image.__version__, **{name: features.version(key) or "" for name, key in versions.items()}}


def recipe(choice: Choice | None = None, **more: Any) -> str:
    """The name of the way in which copies are made: another way, library or choice has another name.

    Safe as the name of a folder: `r1-p13.0.0-j3.2.0-w1.6.0-a1.4.2-0f3c9a52`; the last part stands for bands, stretch
    and whatever else is given.
    """
    chosen = {"bands": choice and choice.bands, "low": choice and choice.low, "high": choice and choice.high, **more}
    digest = hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()[:8]
    return "-".join(["r1", *(name[0] + version for name, version in tools().items()), digest])


def widths_of(width: int) -> list[int]:
    """The widths of the copies of an image: never more than its own.

    Its own is added where the next narrower of WIDTHS would lose more than a tenth; above the widest there are tiles.
    """
    widths = [each for each in WIDTHS if each <= width]
    return widths if widths and widths[-1] >= min(0.9 * width, WIDTHS[-1]) else [*widths, width]


def scaled(size: tuple[int, int], width: int) -> tuple[int, int]:
    """A size brought to this width."""
    return width, max(1, round(size[1] * width / size[0]))


class Source:
    """An original on disk: what its container says, and its pixels on demand."""

    def __init__(self, path: Path):
        self.path = path
        with path.open("rb") as file:
            reader = Reader(file)
            self.kind = recognise(reader.at(0, min(64, reader.size)))
            self.found: Container = FORMATS[self.kind][2](reader)
            check_shape(self.found, reader.size, max_pixels())
            self.orientation = read_beside(file, self.found)[0]
        size = (self.found.width, self.found.height)
        self.width, self.height = size[::-1] if self.orientation > 4 else size

    @property
    def in_pieces(self) -> bool:
        """Whether only `bands` can read it."""
        return (
            self.kind == "TIFF"
            and self.found.bit_depth >= 8
            and self.found.mode in {"L", "RGB", "I;16", "I", "F", "YCbCr"}
        )

    @property
    def needs_choice(self) -> bool:
        return self.found.needs_stretch or self.found.extra_bands > 0

    def propose(self) -> Choice:
        """Bands and stretch to begin with."""
        if self.kind == "TIFF":
            with self.path.open("rb") as file:
                return bands.propose(file)
        with self._opened() as image:
            small = image.resize((min(600, image.width), min(600, image.height)), Image.Resampling.NEAREST)
        scale = 1 if small.mode in {"I;16", "I"} else 257
        layers = [small] if scale == 1 else small.convert("RGB").split()
        values = [value * scale for layer in layers for value in bands.values_of(layer)]
        return Choice((1,) if scale == 1 else (1, 2, 3), *bands.percentiles(values))

    def copy(self, width: int, choice: Choice | None) -> Image.Image:
        """The image upright, in sRGB, 8 bits, at most so wide."""
        size = scaled((self.width, self.height), min(width, self.width))
        if self.orientation > 4:
            size = size[::-1]
        if self.found.width * self.found.height > PILLOW_PIXELS and self.kind != "JPEG":
            image = large_copy(self.path, self.kind, choice, size)
            if image is None:
                raise ImageRefused(NEEDS_VIPS)
            return self.turn(image)
        with self._pixels(choice, size) as image:
            return self.turn(to_srgb(shrink(image, size)))

    def whole(self, choice: Choice | None) -> Image.Image:
        """All pixels as they lie, not yet upright nor in sRGB."""
        with self._pixels(choice, None) as image:
            return image

    def turn(self, image: Image.Image) -> Image.Image:
        """The image upright."""
        for turn in TURNS.get(self.orientation, []):
            image = image.transpose(turn)
        return image

    def _opened(self) -> Image.Image:
        return Image.open(self.path, formats=["JPEG", "MPO"] if self.kind == "JPEG" else [self.kind])

    def _pixels(self, choice: Choice | None, least: tuple[int, int] | None) -> Image.Image:
        if self.in_pieces:
            with self.path.open("rb") as file:
                return bands.read_bands(file, choice or Choice((1, 2, 3) if self.found.bands >= 3 else (1,)))
        image = self._opened()
        if least:
            image.draft(None, least)
        image.load()
        if choice and image.mode in {"I;16", "I"}:
            return choice.stretch(image)
        if choice and choice.low is not None and self.found.bit_depth > 8:  # Pillow gives the upper half of 16 bits
            coarse = Choice(choice.bands, choice.low / 257, choice.high / 257)
            return Image.merge("RGB", [coarse.stretch(band) for band in image.convert("RGB").split()])
        return image


def shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The image at this size. Palettes become colours first; what is transparent stays so."""
    profile = image.info.get("icc_profile")
    image = flat(image)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    image.info = {"icc_profile": profile} if profile else {}
    return image


def encode(image: Image.Image, ending: str) -> bytes:
    """The image in this format, with one empty XMP packet to be filled when it is published."""
    format, options = SAVED[ending]
    out = io.BytesIO()
    image.save(out, format, xmp=xmp.packet({}), **options)
    return out.getvalue()


def write_copies(image: Image.Image, size: tuple[int, int], folder: Path) -> tuple[list[int], list[Path]]:
    """Write every width in every format below `folder`, the widest first; those that are there stay. Their paths.

    `size` is that of the whole, of which `image` may be a smaller copy: its shape is that of the copies.
    """
    widths = widths_of(image.width)
    written = []
    for width in reversed(widths):
        copy = image if width == image.width else image.resize(scaled(size, width), Image.Resampling.LANCZOS)
        for ending in SAVED:
            path = folder / f"{width}.{ending}"
            if not path.exists():
                files.write(path, encode(copy, ending))
            written.append(path)
    return widths, written
