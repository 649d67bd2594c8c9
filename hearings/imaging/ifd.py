"""TIFF directories (TIFF 6.0, BigTIFF), read with guards against loops and lies; EXIF is made of the same."""

import struct
from collections.abc import Iterator
from typing import Any

from hearings.imaging.facts import Container, ImageRefused
from hearings.imaging.reading import BROKEN, SHORT, Reader

TYPES = {1: "B", 2: "s", 3: "H", 4: "I", 5: "II", 6: "b", 7: "s", 8: "h", 9: "i", 10: "ii", 11: "f", 12: "d", 13: "I"}
TYPES |= {16: "Q", 17: "q", 18: "Q"}
MAX_DIRECTORIES = 64
MAX_ENTRIES = 512
MAX_SEGMENTS = 200_000

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC, ORIENTATION = 256, 257, 258, 259, 262, 274
OFFSETS, SAMPLES, ROWS_PER_STRIP, COUNTS, PLANAR, PREDICTOR = 273, 277, 278, 279, 284, 317
SUBFILE, TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_COUNTS, EXTRA, SAMPLE_FORMAT = 254, 322, 323, 324, 325, 338, 339
JPEG_TABLES, XMP, IPTC, PHOTOSHOP, ICC, EXIF, NODATA = 347, 700, 33723, 34377, 34675, 34665, 42113

COMPRESSIONS = {1, 5, 7, 8, 32773, 32946, 34925, 50000, 50001}
COLOURS = {0: ("L", 1), 1: ("L", 1), 2: ("RGB", 3), 3: ("P", 1), 5: ("CMYK", 4), 6: ("YCbCr", 3)}

ODD_COMPRESSION = "The TIFF is compressed in a way that is not known here. Save it with LZW or Deflate compression."
ODD_COLOUR = "The TIFF keeps its colours in a way that is not known here. Save it as RGB or as greyscale."
ODD_SAMPLES = "The TIFF has samples of a kind that is not known here. Save it with 8, 16 or 32 bits a band."


class Directories:
    """The directories of a TIFF: `byte_order` is < or >, each directory a dict from tag to its values or bytes."""

    def __init__(self, reader: Reader):
        self.reader = reader
        head = reader.at(0, 4)
        self.byte_order = {b"II": "<", b"MM": ">"}.get(head[:2], "")
        version = struct.unpack(f"{self.byte_order or '<'}H", head[2:])[0]
        if not self.byte_order or version not in (42, 43):
            raise ImageRefused(BROKEN)
        self.is_big = version == 43
        self.first = self._unpack("Q", 8)[0] if self.is_big else self._unpack("I", 4)[0]

    def _unpack(self, form: str, offset: int) -> tuple:
        form = self.byte_order + form
        return struct.unpack(form, self.reader.at(offset, struct.calcsize(form)))

    def main_chain(self) -> Iterator[dict[int, Any]]:
        """Each directory in turn; ImageRefused where the chain runs in a circle or is endless."""
        offset, seen = self.first, set()
        while offset:
            if offset in seen or len(seen) >= MAX_DIRECTORIES:
                raise ImageRefused(BROKEN)
            seen.add(offset)
            tags, offset = self.read(offset)
            yield tags

    def read(self, offset: int) -> tuple[dict[int, Any], int]:
        """The directory at an offset, and the offset of the next (0: none)."""
        count = self._unpack("Q" if self.is_big else "H", offset)[0]
        offset += 8 if self.is_big else 2
        if not 0 < count <= MAX_ENTRIES:
            raise ImageRefused(BROKEN)
        size = 20 if self.is_big else 12
        tags = dict(self._entry(offset + size * place) for place in range(count))
        return tags, self._unpack("Q" if self.is_big else "I", offset + size * count)[0]

    def _entry(self, offset: int) -> tuple[int, Any]:
        tag, kind, count = self._unpack("HHQ" if self.is_big else "HHI", offset)
        offset, room = (offset + 12, 8) if self.is_big else (offset + 8, 4)
        form = TYPES.get(kind)
        if form is None:
            return tag, ()
        length = count * struct.calcsize(f"={form}")
        if length > room:
            offset = self._unpack("Q" if self.is_big else "I", offset)[0]
        if tag in {OFFSETS, COUNTS, TILE_OFFSETS, TILE_COUNTS} and count > MAX_SEGMENTS:
            raise ImageRefused(BROKEN)
        if offset + length > self.reader.size:
            raise ImageRefused(SHORT)
        self.reader.count_metadata(length)
        data = self.reader.at(offset, length)
        if form == "s":
            return tag, data
        values = struct.unpack(f"{self.byte_order}{count * len(form)}{form[0]}", data)
        return tag, values


def number(tags: dict[int, Any], tag: int, default: int = 0) -> int:
    """The first number under a tag."""
    value = tags.get(tag)
    if isinstance(value, tuple) and value and isinstance(value[0], int):
        return value[0]
    return default


def walk_tiff(reader: Reader) -> Container:
    """A TIFF by its directories: the one picture, its samples, and whether all its strips or tiles are in the file."""
    directories = list(Directories(reader).main_chain())
    pages = [tags for tags in directories if not number(tags, SUBFILE) & 0b101]  # smaller copies and masks are no pages
    if not pages:
        raise ImageRefused(BROKEN)
    found = describe(pages[0])
    found.pages = len(pages)
    for tags in directories:
        check_segments(tags, reader.size)
    found.end = reader.size
    found.xmp, found.iptc = _raw(pages[0], XMP), _raw(pages[0], PHOTOSHOP) + _raw(pages[0], IPTC)
    return found


def _raw(tags: dict[int, Any], tag: int) -> bytes:
    value = tags.get(tag, b"")
    return value if isinstance(value, bytes) else bytes(v & 255 for v in value if isinstance(v, int))


def describe(tags: dict[int, Any]) -> Container:
    """What a directory says of its picture; ImageRefused for what cannot be decoded here."""
    photometric, samples = number(tags, PHOTOMETRIC, -1), number(tags, SAMPLES, 1)
    bits, kinds = set(tags.get(BITS) or (1,)), set(tags.get(SAMPLE_FORMAT) or (1,))
    if number(tags, COMPRESSION, 1) not in COMPRESSIONS:
        raise ImageRefused(ODD_COMPRESSION)
    if photometric not in COLOURS:
        raise ImageRefused(ODD_COLOUR)
    mode, base = COLOURS[photometric]
    if len(bits) > 1 or len(kinds) > 1 or not bits <= {1, 2, 4, 8, 16, 32} or not kinds <= {1, 2, 3}:
        raise ImageRefused(ODD_SAMPLES)
    depth = int(bits.pop())
    is_float = kinds == {3}
    if is_float and depth != 32:
        raise ImageRefused(ODD_SAMPLES)
    if not base <= samples <= 64 or (depth < 8 and samples > 1) or (depth > 8 and mode not in ("L", "RGB")):
        raise ImageRefused(ODD_SAMPLES)
    if depth > 8 and mode == "L":
        mode = "F" if is_float else "I;16" if depth == 16 else "I"
    return Container(
        "TIFF", number(tags, WIDTH), number(tags, HEIGHT), mode, samples, depth, is_float, extra_bands=samples - base
    )


def check_segments(tags: dict[int, Any], size: int) -> None:
    """ImageRefused where a strip or tile lies outside the file."""
    offsets = tags.get(TILE_OFFSETS) or tags.get(OFFSETS)
    counts = tags.get(TILE_COUNTS) or tags.get(COUNTS)
    if not isinstance(offsets, tuple) or not isinstance(counts, tuple) or len(offsets) != len(counts):
        raise ImageRefused(BROKEN)
    if any(offset + count > size for offset, count in zip(offsets, counts, strict=True)):
        raise ImageRefused(SHORT)
