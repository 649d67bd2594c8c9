"""Image files for the tests of the pipeline, honest and otherwise, made in memory."""

import io
import struct
import zlib

from PIL import Image


def picture(size=(320, 240), mode="RGB"):
    """A picture with something to see: noise enough that it does not compress to nothing."""
    noise = Image.effect_noise((max(2, size[0] // 8), max(2, size[1] // 8)), 90).resize(size)
    return noise.convert(mode)


def saved(image, format="JPEG", **options):
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, *, pixels=b"\0", depth=8, colour=2, extra=b""):
    """A PNG that claims a size, with these compressed pixels and further chunks."""
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IHDR", header) + extra + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def tiff(samples, *, size, bands, kind="H", tags=(), tile=None):
    """An uncompressed TIFF: `samples` row by row, the bands of a pixel together; `kind` as in struct.

    `tile` (an edge in pixels) cuts it into square tiles, zeros beyond the edge.
    """
    width, height = size
    code = {"B": (8, 1), "H": (16, 1), "h": (16, 2), "f": (32, 3)}[kind]
    each = code[0] // 8
    data = struct.pack(f"<{len(samples)}{kind}", *samples)
    parts = [data] if tile is None else list(cut(data, width, height, bands * each, tile))
    entries = {256: ("I", [width]), 257: ("I", [height]), 258: ("H", [code[0]] * bands), 259: ("H", [1])}
    entries |= {262: ("H", [2 if bands >= 3 else 1]), 277: ("H", [bands]), 339: ("H", [code[1]] * bands)}
    if bands > 3:
        entries[338] = ("H", [2] + [0] * (bands - 4))
    places, at = [], 8
    for part in parts:
        places.append(at)
        at += len(part)
    where = (273, 279) if tile is None else (324, 325)
    entries |= {where[0]: ("I", places), where[1]: ("I", [len(part) for part in parts])}
    entries |= {278: ("H", [height])} if tile is None else {322: ("H", [tile]), 323: ("H", [tile])}
    entries |= dict(tags)
    return b"II*\0" + struct.pack("<I", at) + b"".join(parts) + directory(entries, at)


def cut(data, width, height, pixel, tile):
    for top in range(0, height, tile):
        for left in range(0, width, tile):
            rows = []
            for y in range(top, top + tile):
                start = (y * width + left) * pixel
                row = data[start : start + min(tile, width - left) * pixel] if y < height else b""
                rows.append(row.ljust(tile * pixel, b"\0"))
            yield b"".join(rows)


def directory(entries, offset, following=0):
    """A TIFF directory that lies at `offset`, its longer values after it."""
    spare = offset + 2 + 12 * len(entries) + 4
    head, tail = struct.pack("<H", len(entries)), b""
    for tag, (form, values) in sorted(entries.items()):
        code = {"H": 3, "I": 4, "f": 11, "d": 12, "s": 2}[form]
        data = values if form == "s" else struct.pack(f"<{len(values)}{form}", *values)
        count = len(values)
        if len(data) <= 4:
            head += struct.pack("<HHI", tag, code, count) + data.ljust(4, b"\0")
        else:
            head += struct.pack("<HHII", tag, code, count, spare + len(tail))
            tail += data
    return head + struct.pack("<I", following) + tail
