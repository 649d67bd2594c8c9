"""The containers of JPEG and PNG, walked from mark to mark without decoding a pixel."""

import re
import struct
import zlib

from hearings.imaging.facts import Container, ImageRefused
from hearings.imaging.reading import BROKEN, CHUNK, SHORT, Reader

# A marker within compressed data: FF, then what is neither stuffing nor a restart.
MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
FRAMES = {0xC0, 0xC1, 0xC2}
OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
JPEG_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
XMP = b"http://ns.adobe.com/xap/1.0/\x00"
MAX_SCANS = 100
MAX_CHUNKS = 200_000

PNG_MODES = {0: ("L", 1), 2: ("RGB", 3), 3: ("P", 1), 4: ("LA", 2), 6: ("RGBA", 4)}
PNG_DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
ODD_JPEG = "The JPEG is of a kind that web browsers do not know (lossless or arithmetic). Save it as an ordinary JPEG."
MANY_PARTS = "The file is cut into far too many parts. Open it in an image program and save it anew."


def walk_jpeg(reader: Reader) -> Container:
    """A JPEG from its first marker to the end of the image (ITU-T T.81); what follows the end is not read."""
    found = Container("JPEG")
    offset, scans = 2, 0
    while True:
        marker, offset = _next_marker(reader, offset)
        if marker == 0xD9:
            break
        length = struct.unpack(">H", reader.at(offset, 2))[0]
        if length < 2:
            raise ImageRefused(BROKEN)
        if marker in FRAMES | OTHER_FRAMES:
            _read_frame(found, marker, reader.at(offset, length))
        elif 0xE0 <= marker <= 0xEF or marker == 0xFE:
            reader.count_metadata(length)
            _read_application(found, marker, reader.at(offset + 2, length - 2))
        offset += length
        if marker == 0xDA:
            scans += 1
            offset = _skip_scan(reader, offset)
            if scans > MAX_SCANS:
                raise ImageRefused(MANY_PARTS)
    if not scans or not found.width:
        raise ImageRefused(BROKEN)
    found.end = offset
    return found


def _next_marker(reader: Reader, offset: int) -> tuple[int, int]:
    """The marker at `offset` and the offset after it; fill bytes are skipped."""
    head = reader.at(offset, min(64, max(2, reader.size - offset)))
    fill = len(head) - len(head.lstrip(b"\xff"))
    if not 0 < fill < len(head) or head[fill] in range(0xD0, 0xD9) or head[fill] < 0xC0:
        raise ImageRefused(BROKEN)
    return head[fill], offset + fill + 1


def _read_frame(found: Container, marker: int, data: bytes) -> None:
    if marker in OTHER_FRAMES:
        raise ImageRefused(ODD_JPEG)
    if len(data) < 8 or found.width:
        raise ImageRefused(BROKEN)
    depth, height, width, bands = struct.unpack(">BHHB", data[2:8])
    if depth != 8 or bands not in JPEG_MODES:
        raise ImageRefused(ODD_JPEG)
    found.width, found.height, found.bands, found.mode = width, height, bands, JPEG_MODES[bands]


def _read_application(found: Container, marker: int, data: bytes) -> None:
    if marker == 0xE1 and data.startswith(b"Exif\x00"):
        found.exif = found.exif or data[6:]
    elif marker == 0xE1 and data.startswith(XMP):
        found.xmp = found.xmp or data[len(XMP) :]
    elif marker == 0xE2 and data.startswith(b"MPF\x00"):
        found.format = "MPO"
    elif marker == 0xED and data.startswith(b"Photoshop 3.0\x00"):
        found.iptc += data[14:]
    elif marker == 0xFE:
        found.has_comment = True


def _skip_scan(reader: Reader, offset: int) -> int:
    """The offset of the first marker after compressed data; ImageRefused where there is none."""
    while offset < reader.size - 1:
        data = reader.at(offset, min(CHUNK, reader.size - offset))
        match = MARKER.search(data)
        if match:
            return offset + match.start()
        offset += len(data) - 1  # the last byte may begin a marker
    raise ImageRefused(SHORT)


def walk_png(reader: Reader) -> Container:
    """A PNG from IHDR to IEND with the checksum of every chunk (W3C PNG); nothing compressed is opened."""
    found = Container("PNG")
    offset, pixels, count = 8, 0, 0
    while True:
        length, kind = struct.unpack(">I4s", reader.at(offset, 8))
        count += 1
        if (kind == b"IHDR") != (count == 1) or count > MAX_CHUNKS:
            raise ImageRefused(BROKEN)
        _check_sum(reader, offset + 4, length + 4)
        offset += 8
        if kind == b"IDAT":
            pixels += length
        else:
            reader.count_metadata(length)
            _read_png_chunk(found, kind, reader.at(offset, length))
        offset += length + 4
        if kind == b"IEND":
            break
    if not pixels:
        raise ImageRefused(SHORT)
    found.end = offset
    return found


def _check_sum(reader: Reader, offset: int, length: int) -> None:
    total = 0
    for data in reader.chunks(offset, length):
        total = zlib.crc32(data, total)
    if struct.pack(">I", total) != reader.at(offset + length, 4):
        raise ImageRefused(BROKEN)


def _read_png_chunk(found: Container, kind: bytes, data: bytes) -> None:
    if kind == b"IHDR":
        if len(data) != 13:
            raise ImageRefused(BROKEN)
        found.width, found.height, depth, colour, *_ = struct.unpack(">IIBBBBB", data)
        if depth not in PNG_DEPTHS.get(colour, ()):
            raise ImageRefused(BROKEN)
        found.mode, found.bands = PNG_MODES[colour]
        found.bit_depth = depth
    elif kind == b"acTL":
        found.pages = max(2, int.from_bytes(data[:4], "big"))
    elif kind == b"eXIf":
        found.exif = data
    elif kind == b"iTXt" and data.startswith(b"XML:com.adobe.xmp\x00\x00"):
        found.xmp = data[22:]
    elif kind in {b"tEXt", b"zTXt", b"iTXt"}:
        found.has_comment = True
