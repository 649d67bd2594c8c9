"""Which characters a font file can draw, as its own table says (OpenType `cmap`, formats 4 and 12)."""

import struct
from bisect import bisect_right
from functools import cache
from itertools import pairwise
from pathlib import Path

MOST_TABLES = 64


@cache
def coverage(path: Path, index: int = 0) -> tuple[list[int], list[int]]:
    """The ranges of code points of a face: where each begins, and where each ends, both ascending.

    `index` is the face's number in a collection (.ttc). A file without a table of these formats covers nothing.
    """
    table = _table(path, index, b"cmap")
    ranges = sorted(_ranges(table)) if table else []
    return [start for start, _ in ranges], [end for _, end in ranges]


def covers(path: Path, index: int, character: str) -> bool:
    starts, ends = coverage(path, index)
    place = bisect_right(starts, ord(character)) - 1
    return place >= 0 and ord(character) <= ends[place]


def _table(path: Path, index: int, tag: bytes) -> bytes:
    with path.open("rb") as file:
        head = file.read(12)
        if head[:4] == b"ttcf":
            file.seek(12 + 4 * index)
            file.seek(struct.unpack(">I", file.read(4))[0])
            head = file.read(12)
        count = min(struct.unpack(">4xH6x", head)[0], MOST_TABLES)
        for name, _, offset, length in struct.iter_unpack(">4sIII", file.read(16 * count)):
            if name == tag:
                file.seek(offset)
                return file.read(length)
    return b""


def _ranges(table: bytes) -> list[tuple[int, int]]:
    """First and last code point of each range, from the subtable that covers most."""
    (count,) = struct.unpack_from(">2xH", table)
    offsets = {}
    for platform, _, offset in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count]):
        if platform in (0, 3):
            offsets[struct.unpack_from(">H", table, offset)[0]] = offset
    if 12 in offsets:
        return _format_12(table[offsets[12] :])
    return _format_4(table[offsets[4] :]) if 4 in offsets else []


def _format_12(table: bytes) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">12xI", table)
    return [(start, end) for start, end, _ in struct.iter_unpack(">III", table[16 : 16 + 12 * count])]


def _format_4(table: bytes) -> list[tuple[int, int]]:
    """Segments of code points: each glyph is counted on by a delta, or named in a list that the segment points to."""
    (double,) = struct.unpack_from(">6xH", table)
    words = struct.unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    count, codes = double // 2, []
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, offsets = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        listed = 8 + 3 * count + number + offset // 2 - start
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = (
                (code + delta) % 0x10000 if not offset else words[listed + code] if listed + code < len(words) else 0
            )
            if glyph:
                codes.append(code)
    return _joined(codes)


def _joined(codes: list[int]) -> list[tuple[int, int]]:
    """Ascending numbers as ranges."""
    if not codes:
        return []
    breaks = [place for place, (one, other) in enumerate(pairwise(codes), start=1) if other != one + 1]
    return [(codes[low], codes[high - 1]) for low, high in pairwise([0, *breaks, len(codes)])]
