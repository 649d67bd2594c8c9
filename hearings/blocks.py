"""Runs of words that two texts have in common, in their order: found quickly, however long and repetitive both are.

difflib holds every word against each place where it stands again, over and over: for two wordings of some pages that
takes minutes. Short texts are left to it; long ones are cut first, where both have words that stand once in each.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

MOST_PAIRS = 5_000  # of a word here and the same word there, for difflib to hold against one another
ANCHORS = (4, 2, 1)  # words in a row that may stand once in each text
DEEPEST = 8  # times that anchors are looked for between anchors


class Block(NamedTuple):
    """`size` words that are the same from `a` of the one text and from `b` of the other, counted from 0."""

    a: int
    b: int
    size: int


class Step(NamedTuple):
    """The words a[a:a_end] are (`same`), or are replaced by, b[b:b_end]; either may be empty."""

    same: bool
    a: int
    a_end: int
    b: int
    b_end: int


def steps(a: Sequence[str], b: Sequence[str]) -> Iterator[Step]:
    """What leads from `a` to `b`, from start to end of both."""
    for before, block in pairwise([Block(0, 0, 0), *blocks(a, b), Block(len(a), len(b), 0)]):
        here, there = before.a + before.size, before.b + before.size
        if here < block.a or there < block.b:
            yield Step(False, here, block.a, there, block.b)
        if block.size:
            yield Step(True, block.a, block.a + block.size, block.b, block.b + block.size)


def blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The runs that both have, in the order of both; those of difflib where the texts are short."""
    found, waiting = [], [(Block(0, 0, 0), Block(len(a), len(b), 0), 0)]
    while waiting:
        low, high, depth = waiting.pop()
        start, other = low.a + low.size, low.b + low.size
        here, there = a[start : high.a], b[other : high.b]
        if _pairs(here, there) <= MOST_PAIRS:
            cuts = SequenceMatcher(a=here, b=there, autojunk=False).get_matching_blocks()
        else:
            cuts = _cuts(here, there, deep=depth > DEEPEST)
        cuts = [Block(start + at, other + place, size) for at, place, size in cuts]
        found += [block for block in cuts if block.size]
        if _pairs(here, there) > MOST_PAIRS:
            waiting += [(*gap, depth + 1) for gap in pairwise([low, *cuts, high])]
    return list(_joined(sorted(found)))


def _pairs(a: Sequence[str], b: Sequence[str]) -> int:
    counts = Counter(b)
    return sum(count * counts[word] for word, count in Counter(a).items())


def _cuts(a: Sequence[str], b: Sequence[str], *, deep: bool) -> list[Block]:
    """Where to cut: at the ends that are the same, else at anchors, else in the middle, where nothing is the same."""
    least = min(len(a), len(b))
    head = next((at for at in range(least) if a[at] != b[at]), least)
    tail = next((at for at in range(least - head) if a[-1 - at] != b[-1 - at]), least - head)
    if head or tail:
        return [Block(0, 0, head), Block(len(a) - tail, len(b) - tail, tail)]
    anchors = next(filter(None, (_anchors(a, b, size) for size in ANCHORS)), []) if not deep else []
    return anchors or [Block(len(a) // 2, len(b) // 2, 0)]


def _anchors(a: Sequence[str], b: Sequence[str], size: int) -> list[Block]:
    """Runs of so many words that stand once in each, as many as are in one order."""
    here, there = _once(a, size), _once(b, size)
    places = sorted((at, there[run]) for run, at in here.items() if run in there)
    ends: list[int] = []  # of each length, the least place in b at which a row of anchors ends
    last: list[int] = []  # which anchor that is
    before: list[int] = []  # of each anchor, the one before it in its row, or -1
    for number, (_, place) in enumerate(places):
        length = bisect_left(ends, place)
        ends[length : length + 1], last[length : length + 1] = [place], [number]
        before.append(last[length - 1] if length else -1)
    row, number = [], last[-1] if last else -1
    while number >= 0:
        row.append(Block(*places[number], size))
        number = before[number]
    return list(_joined(row[::-1]))


def _once(words: Sequence[str], size: int) -> dict[tuple[str, ...], int]:
    """The runs of so many words that stand once, and where."""
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - size + 1):
        run = tuple(words[at : at + size])
        places[run] = -1 if run in places else at
    return {run: at for run, at in places.items() if at >= 0}


def _joined(rows: Sequence[Block]) -> Iterator[Block]:
    """Blocks in order, those that touch or overlap as one; what overlaps in one of the texts alone is left out."""
    at: Block | None = None
    for block in rows:
        if at is None:
            at = block
        elif block.a - at.a == block.b - at.b and block.a <= at.a + at.size:
            at = Block(at.a, at.b, block.a + block.size - at.a)
        elif block.a >= at.a + at.size and block.b >= at.b + at.size:
            yield at
            at = block
    if at:
        yield at
