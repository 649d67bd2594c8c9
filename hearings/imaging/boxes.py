"""The containers of WebP (RIFF) and AVIF (ISO base media boxes), walked without decoding a pixel."""

import struct
from collections.abc import Iterator

from hearings.imaging.facts import Container, ImageRefused
from hearings.imaging.reading import BROKEN, SHORT, Reader

MAX_BOXES = 10_000
PARENTS = {b"meta", b"iprp", b"ipco"}
BRANDS = {b"avif", b"avis"}


def walk_webp(reader: Reader) -> Container:
    """A WebP (RFC 9649): its chunks, the size from the first that states it."""
    found = Container("WEBP")
    found.end = 8 + struct.unpack("<I", reader.at(4, 4))[0]
    if found.end > reader.size:
        raise ImageRefused(SHORT)
    offset, count = 12, 0
    while offset + 8 <= found.end:
        kind, length = struct.unpack("<4sI", reader.at(offset, 8))
        offset, count = offset + 8, count + 1
        if offset + length > found.end or count > MAX_BOXES:
            raise ImageRefused(BROKEN)
        _read_webp_chunk(found, reader, kind, offset, length)
        offset += length + length % 2
    if not found.width:
        raise ImageRefused(BROKEN)
    return found


def _read_webp_chunk(found: Container, reader: Reader, kind: bytes, offset: int, length: int) -> None:
    if kind == b"VP8X":
        data = reader.at(offset, 10)
        found.width = 1 + int.from_bytes(data[4:7], "little")
        found.height = 1 + int.from_bytes(data[7:10], "little")
        found.mode, found.bands = ("RGBA", 4) if data[0] & 16 else ("RGB", 3)
        found.pages = 2 if data[0] & 2 else 1
    elif kind == b"VP8 " and not found.width:
        width, height = struct.unpack("<HH", reader.at(offset + 6, 4))
        found.width, found.height = width & 0x3FFF, height & 0x3FFF
    elif kind == b"VP8L" and not found.width:
        bits = struct.unpack("<I", reader.at(offset + 1, 4))[0]
        found.width, found.height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        if bits >> 28 & 1:
            found.mode, found.bands = "RGBA", 4
    elif kind in {b"EXIF", b"XMP ", b"ICCP"}:
        reader.count_metadata(length)
        if kind == b"EXIF":
            found.exif = reader.at(offset, length).removeprefix(b"Exif\x00\x00")
        elif kind == b"XMP ":
            found.xmp = reader.at(offset, length)


def walk_avif(reader: Reader) -> Container:
    """An AVIF (AV1 Image File Format 1.1): its boxes, the size from the largest image property.

    EXIF and XMP lie among the pixels here. They are looked for by their beginnings in the first megabyte of the media
    data, not by the tables `iinf` and `iloc`.
    """
    found = Container("AVIF")
    kinds = set()
    for kind, offset, length in _boxes(reader, 0, reader.size):
        kinds.add(kind)
        if kind == b"ispe" and length >= 12:
            width, height = struct.unpack(">II", reader.at(offset + 4, 8))
            if width * height > found.width * found.height:
                found.width, found.height = width, height
        elif kind == b"av1C" and length >= 4:
            flags = reader.at(offset, 4)[2]
            found.bit_depth = max(found.bit_depth, 12 if flags & 0x20 else 10 if flags & 0x40 else 8)
        elif kind == b"mdat":
            _read_media_data(found, reader.at(offset, min(length, 1024 * 1024)))
    if b"moov" in kinds:
        found.pages = 2
    if not found.width or b"mdat" not in kinds | {b"idat"} or b"meta" not in kinds:
        raise ImageRefused(BROKEN)
    found.end = reader.size
    return found


def is_avif(head: bytes) -> bool:
    """Whether the first bytes of a file are an `ftyp` box that names AVIF among its brands."""
    if len(head) < 16 or head[4:8] != b"ftyp":
        return False
    end = min(len(head), int.from_bytes(head[:4], "big"))
    return any(head[place : place + 4] in BRANDS for place in (8, *range(16, end - 3, 4)))


def _boxes(reader: Reader, start: int, end: int, depth: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """Every box between two offsets, those within `meta` too: kind, where the content begins, and its length."""
    count = 0
    while start < end:
        length, kind = struct.unpack(">I4s", reader.at(start, 8))
        head = 8
        if length == 1:
            length, head = struct.unpack(">Q", reader.at(start + 8, 8))[0], 16
        length = length or end - start
        count += 1
        if length < head or count > MAX_BOXES:
            raise ImageRefused(BROKEN)
        if start + length > end:
            raise ImageRefused(SHORT)
        if kind != b"mdat":
            reader.count_metadata(0 if depth else length)
        yield kind, start + head, length - head
        if kind in PARENTS and depth < 4:
            yield from _boxes(reader, start + head + 4 * (kind == b"meta"), start + length, depth + 1)
        start += length


def _read_media_data(found: Container, data: bytes) -> None:
    place = data.find(b"Exif\x00\x00")
    if place >= 0:
        found.exif = data[place + 6 : place + 65536]
    place = data.find(b"<x:xmpmeta")
    if place >= 0:
        found.xmp = data[place : place + 65536]
