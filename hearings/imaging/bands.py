"""TIFFs that Pillow cannot read whole: chosen bands of 8, 16 or 32 bits, stretched to 8, piece by piece."""

import math
import struct
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from PIL import Image, ImageChops, ImageMath

from hearings.imaging import ifd
from hearings.imaging.facts import Container, ImageRefused
from hearings.imaging.ifd import Directories, number
from hearings.imaging.reading import BROKEN, Reader

BLOCK = 8 * 1024 * 1024
SAMPLES = 400_000


@dataclass(frozen=True)
class Choice:
    """How many-banded or deep pixels become 8-bit ones: bands counted from 1 (three, or one for grey), and the values
    that become black and white. `low` and `high` None: the values stand as they are."""

    bands: tuple[int, ...]
    low: float | None = None
    high: float | None = None

    def stretch(self, image: Image.Image) -> Image.Image:
        """One band as 8 bits."""
        if self.low is None or self.high is None:
            return image.convert("L")
        scale = 255 / (self.high - self.low)
        offset = 0.5 - self.low * scale
        return image.convert("F").point(lambda value: value * scale + offset).convert("L")


class Bands:
    """The picture of a TIFF (its first directory) as separate bands."""

    def __init__(self, file: BinaryIO):
        self.reader = Reader(file)
        directories = Directories(self.reader)
        self.order = directories.byte_order
        self.tags: dict[int, Any] = directories.read(directories.first)[0]
        self.found: Container = ifd.describe(self.tags)
        self.sign = number(self.tags, ifd.SAMPLE_FORMAT, 1) == 2
        self.is_planar = number(self.tags, ifd.PLANAR, 1) == 2 and self.found.bands > 1
        self.is_tiled = ifd.TILE_OFFSETS in self.tags
        self.offsets = self.tags.get(ifd.TILE_OFFSETS) or self.tags.get(ifd.OFFSETS)
        self.counts = self.tags.get(ifd.TILE_COUNTS) or self.tags.get(ifd.COUNTS)
        rows = number(self.tags, ifd.ROWS_PER_STRIP, self.found.height) or self.found.height
        self.segment = (
            (number(self.tags, ifd.TILE_WIDTH), number(self.tags, ifd.TILE_HEIGHT))
            if self.is_tiled
            else (self.found.width, min(rows, self.found.height))
        )
        if 0 in self.segment or max(self.segment) > 65536 or self.found.bit_depth not in (8, 16, 32):
            raise ImageRefused(BROKEN)

    def nodata(self) -> float | None:
        """The value that stands for nothing, as GDAL writes it."""
        try:
            return float(self.tags.get(ifd.NODATA, b"").rstrip(b"\0 ").decode())
        except (ValueError, AttributeError):
            return None

    def pieces(self, bands: tuple[int, ...], every: int = 1) -> Iterator[tuple[int, int, list[Image.Image]]]:
        """Left, top and the chosen bands of every piece of the picture, or of every n-th."""
        across = math.ceil(self.found.width / self.segment[0])
        down = math.ceil(self.found.height / self.segment[1])
        planes = self.found.bands if self.is_planar else 1
        if len(self.offsets) < across * down * planes:
            raise ImageRefused(BROKEN)
        for place in range(0, across * down, every):
            left, top = place % across * self.segment[0], place // across * self.segment[1]
            height = self.segment[1] if self.is_tiled else min(self.segment[1], self.found.height - top)
            if self.is_planar:
                parts = [next(self._decode(place + (band - 1) * across * down, height, 1))[1] for band in bands]
                yield left, top, [self._image(part, self.segment[0], 1, 1) for part in parts]
                continue
            for below, data in self._decode(place, height, self.found.bands):
                images = [self._image(data, self.segment[0], self.found.bands, band) for band in bands]
                yield left, top + below, images

    def _decode(self, place: int, height: int, samples: int) -> Iterator[tuple[int, bytes]]:
        """Rows from the top of a segment, and from there its samples as the file orders their bytes."""
        offset, count = self.offsets[place], self.counts[place]
        row = self.segment[0] * samples * self.found.bit_depth // 8
        if row * height > 1 << 31:
            raise ImageRefused(BROKEN)
        if not count:  # a sparse file leaves out what is empty
            yield 0, bytes(row * height)
        elif number(self.tags, ifd.COMPRESSION, 1) != 1:
            yield 0, self._unpack(self.reader.at(offset, count), height, samples, row)
        else:
            step = height if self.is_planar else max(1, BLOCK // row)
            for top in range(0, height, step):
                rows = min(step, height - top)
                yield top, self.reader.at(offset + top * row, rows * row)

    def _unpack(self, packed: bytes, height: int, samples: int, row: int) -> bytes:
        """Unpack one segment: wrapped as a TIFF of its own, since libtiff knows every compression.

        It is told that each byte is a pixel, so that Pillow gives all of them; only JPEG must know the true samples.
        """
        if number(self.tags, ifd.COMPRESSION) == 7:
            mode = {1: "L", 3: "RGB", 4: "RGBA"}.get(samples, "")
            if not mode or self.found.bit_depth != 8:
                raise ImageRefused(ifd.ODD_COMPRESSION)
            file, directory = self._wrap(packed, self.segment[0], height, samples)
            size = (self.segment[0], height)
            return Image.frombytes(mode, size, file, "libtiff", mode, False, directory).tobytes()
        file, directory = self._wrap(packed, row, height, 1)
        image = Image.frombytes("L", (row, height), file, "libtiff", "L", False, directory)
        predictor = number(self.tags, ifd.PREDICTOR, 1)
        if predictor == 1:
            return image.tobytes()
        if predictor != 2 or self.found.bit_depth > 16:
            raise ImageRefused("The TIFF is packed with a predictor that is not known here. Save it without one.")
        return self._add_up(image, samples)

    def _add_up(self, image: Image.Image, samples: int) -> bytes:
        """Undo horizontal differencing: add to each sample all before it in its row and band, in steps that double."""
        is_deep = self.found.bit_depth == 16
        if is_deep:
            mark = "" if self.order == "<" else "B"
            size = (image.width // 2, image.height)
            image = Image.frombytes("I", size, image.tobytes(), "raw", f"I;16{mark}", 0, 1)
        step = samples
        while step < image.width:
            shifted = Image.new(image.mode, image.size)
            shifted.paste(image, (step, 0))
            if is_deep:
                image = ImageMath.lambda_eval(lambda held: (held["a"] + held["b"]) & 0xFFFF, a=image, b=shifted)
            else:
                image = ImageChops.add_modulo(image, shifted)
            step *= 2
        # As it lay in the file: the low two bytes of each, in the file's order.
        return image.convert("I;16" if self.order == "<" else "I;16B").tobytes() if is_deep else image.tobytes()

    def _wrap(self, packed: bytes, width: int, height: int, samples: int) -> tuple[bytes, int]:
        """A TIFF with this one segment as its one strip of 8-bit samples, and where its directory lies."""
        photometric = number(self.tags, ifd.PHOTOMETRIC) if samples >= 3 else 1
        entries = {
            ifd.WIDTH: ("I", [width]),
            ifd.HEIGHT: ("I", [height]),
            ifd.BITS: ("H", [8] * samples),
            ifd.COMPRESSION: ("H", [number(self.tags, ifd.COMPRESSION)]),
            ifd.PHOTOMETRIC: ("H", [photometric]),
            ifd.OFFSETS: ("I", [8]),
            ifd.SAMPLES: ("H", [samples]),
            ifd.ROWS_PER_STRIP: ("I", [height]),
            ifd.COUNTS: ("I", [len(packed)]),
        }
        if samples > 3:
            entries[ifd.EXTRA] = ("H", [0] * (samples - 3))
        if isinstance(self.tags.get(ifd.JPEG_TABLES), bytes):
            entries[ifd.JPEG_TABLES] = ("B", list(self.tags[ifd.JPEG_TABLES]))
        packed += b"\0" * (len(packed) % 2)
        mark = b"II" if self.order == "<" else b"MM"
        head = mark + struct.pack(f"{self.order}HI", 42, 8 + len(packed))
        return head + packed + self._directory(entries, 8 + len(packed)), 8 + len(packed)

    def _directory(self, entries: dict[int, tuple[str, list[int]]], offset: int) -> bytes:
        head, tail = struct.pack(f"{self.order}H", len(entries)), b""
        spare = offset + 2 + 12 * len(entries) + 4
        for tag, (form, values) in sorted(entries.items()):
            data = struct.pack(f"{self.order}{len(values)}{form}", *values)
            head += struct.pack(f"{self.order}HHI", tag, {"B": 7, "H": 3, "I": 4}[form], len(values))
            head += data.ljust(4, b"\0") if len(data) <= 4 else struct.pack(f"{self.order}I", spare + len(tail))
            tail += data if len(data) > 4 else b""
        return head + struct.pack(f"{self.order}I", 0) + tail

    def _image(self, data: bytes, width: int, samples: int, band: int) -> Image.Image:
        """One band out of samples that lie pixel by pixel."""
        depth = self.found.bit_depth
        values = memoryview(data).cast({8: "B", 16: "H", 32: "I"}[depth])[band - 1 :: samples].tobytes()
        mark = "" if self.order == "<" else "B"
        if depth == 8:
            mode, raw = "L", "L"
        elif self.found.is_float:
            mode, raw = "F", f"F;32{mark}F"
        elif depth == 16:
            mode, raw = ("I", f"I;16{mark}S") if self.sign else ("I", f"I;16{mark}")
        else:
            mode, raw = "F", f"F;32{mark}{'S' if self.sign else ''}"
        height = len(values) * 8 // depth // width
        return Image.frombytes(mode, (width, height), values, "raw", raw, 0, 1)


def read_bands(file: BinaryIO, choice: Choice) -> Image.Image:
    """The picture of a TIFF in 8 bits by this choice: RGB for three bands, L for one. ImageRefused if it is broken."""
    source = Bands(file)
    check_bands(choice, source.found.bands)
    size = (source.found.width, source.found.height)
    layers = [Image.new("L", size) for _ in choice.bands]
    for left, top, images in source.pieces(choice.bands):
        for layer, image in zip(layers, images, strict=True):
            layer.paste(choice.stretch(image), (left, top))
    return Image.merge("RGB", layers) if len(layers) == 3 else layers[0]


def check_bands(choice: Choice, bands: int) -> None:
    """ImageRefused for bands that the image has not, or a stretch that is none."""
    if len(choice.bands) not in (1, 3) or not all(1 <= band <= bands for band in choice.bands):
        raise ImageRefused(f"Choose one band or three, each between 1 and {bands}.")
    if (choice.low is None) != (choice.high is None) or (choice.low is not None and not choice.low < choice.high):
        raise ImageRefused("Choose a darkest value below the brightest one.")


def propose(file: BinaryIO) -> Choice:
    """The first three bands (or the one), from the 2nd to the 98th percentile of a sample of their values together.

    Values that stand for nothing are left out: those that the file names, and zeros where it names none. Bands of
    8 bits stay as they are.
    """
    source = Bands(file)
    bands = (1, 2, 3) if source.found.bands >= 3 else (1,)
    if source.found.bit_depth == 8:
        return Choice(bands)
    nothing = source.nodata() or 0.0
    every = max(1, len(source.offsets) // 64)
    values = array("f")
    for _, _, images in source.pieces(bands, every):
        for image in images:
            part = values_of(image)
            values.extend(part[:: max(1, len(part) * len(source.offsets) // every // SAMPLES)])
    return Choice(bands, *percentiles([value for value in values if value != nothing and math.isfinite(value)]))


def percentiles(values: list[float]) -> tuple[float, float]:
    """The 2nd and the 98th percentile; never the same value twice."""
    values = sorted(values) or [0.0, 1.0]
    low, high = values[len(values) * 2 // 100], values[min(len(values) - 1, len(values) * 98 // 100)]
    return (low, high) if low < high else (low, low + 1)


def values_of(image: Image.Image) -> array:
    """The values of a one-band image, row by row."""
    return array("f", image.convert("F").tobytes())
