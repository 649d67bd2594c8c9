"""What leads, word by word, from what somebody pasted to the passage of a record that is nearest to it.

The passage is as long as it must be: words that are missing in what was pasted are shown as added wherever they stand,
and of the rest of the sentence nothing. This is a local alignment (Smith and Waterman, 1981): a word that is the same
is worth WORTH, a mark one, each word of the record that must be passed over costs one; both ends are free.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import groupby

from hearings.blocks import blocks
from hearings.diffs import Piece
from hearings.text import SENTENCE_END
from hearings.verbatim import EDGES, Words, words_of

REACH = 16  # words and marks around the passage that may belong to it
WORTH = 8
_ENDS = frozenset(SENTENCE_END)
LARGEST = 40_000  # pairs of words, above which runs in common have to do
Pair = tuple[int, int]  # a word here and the same word, but for its capitals, there


def compare(quoted: str, passage: str) -> list[Piece]:
    """The pieces that lead from what was quoted to this passage of the record; typography is no difference."""
    quoted, passage = (" ".join(text.split()).strip(EDGES) for text in (quoted, passage))
    here, there = words_of(quoted), words_of(passage)
    return _pieces(quoted, here, passage, there, _runs(_folded(here.folded), _folded(there.folded)))


def compare_nearest(quoted: str, record: str, start: int, end: int) -> list[Piece]:
    """The pieces that lead to the passage of `record` about its characters from `start` to `end`, as far as it goes."""
    whole = words_of(record).spans
    low = max(bisect_right(whole, (start, end)) - 1 - REACH, 0)
    high = min(bisect_left(whole, (end, end)) + REACH, len(whole))
    window = " ".join(record[whole[low][0] : whole[high - 1][1]].split())
    quoted = " ".join(quoted.split()).strip(EDGES)
    here, there = words_of(quoted), words_of(window)
    if len(here.folded) * len(there.folded) > LARGEST:
        return compare(quoted, record[start:end])
    pairs = _aligned(_folded(here.folded), _folded(there.folded))
    if not pairs:
        return compare(quoted, record[start:end])
    (before, first), (last, final) = pairs[0], pairs[-1]
    in_place = _until_an_end(there.folded[:first][::-1], before)
    after = _until_an_end(there.folded[final + 1 :], len(here.folded) - last - 1)
    first, final = first - in_place, final + 1 + after
    window = window[there.spans[first][0] : there.spans[final - 1][1]]
    return _pieces(quoted, here, window, words_of(window), [(a, b - first) for a, b in pairs])


def _folded(words: Iterable[str]) -> list[str]:
    return [word.casefold() for word in words]


def _runs(a: list[str], b: list[str]) -> list[Pair]:
    return [(block.a + at, block.b + at) for block in blocks(a, b) for at in range(block.size)]


def _aligned(a: list[str], b: list[str]) -> list[Pair]:
    """The pairs of the best local alignment, in the order of both."""
    rows, best = [[0] * (len(b) + 1)], (0, 0, 0)
    for at, word in enumerate(a, start=1):
        worth = WORTH if word[0].isalnum() else 1
        above, row = rows[-1], [0]
        for place, other in enumerate(b, start=1):
            score = max(above[place], row[-1] - 1)
            if word == other and above[place - 1] + worth >= score:
                score = above[place - 1] + worth
                best = max(best, (score, -at, -place))
            row.append(score)
        rows.append(row)
    _, at, place = best
    return _traced(a, b, rows, -at, -place)


def _traced(a: list[str], b: list[str], rows: list[list[int]], at: int, place: int) -> list[Pair]:
    """How the score of this cell came about."""
    pairs = []
    while at and place and (score := rows[at][place]):
        worth = WORTH if a[at - 1][0].isalnum() else 1
        if a[at - 1] == b[place - 1] and score == rows[at - 1][place - 1] + worth:
            at, place = at - 1, place - 1
            pairs.append((at, place))
        elif score == rows[at - 1][place]:
            at -= 1
        else:
            place -= 1
    return pairs[::-1]


def _until_an_end(words: tuple[str, ...], most: int) -> int:
    """How many of the words may stand in the place of as many others: none beyond the end of a sentence."""
    count = next((at for at, word in enumerate(words[:most]) if word in _ENDS), min(most, len(words)))
    while count and words[count - 1] in EDGES:
        count -= 1
    return count


def _pieces(quoted: str, here: Words, passage: str, there: Words, pairs: list[Pair]) -> list[Piece]:
    """What leads from all words here to all words there; the pairs stay, where their capitals are the same too."""
    steps, at, place = [], 0, 0
    for a, b in [*pairs, (len(here.folded), len(there.folded))]:
        steps += [("removed", one) for one in range(at, a)] + [("added", one) for one in range(place, b)]
        if a < len(here.folded):
            same = here.folded[a] == there.folded[b]
            steps += [("same", b)] if same else [("removed", a), ("added", b)]
        at, place = a + 1, b + 1
    pieces = []
    for same, group in groupby(steps, key=lambda step: step[0] == "same"):
        group = list(group)
        for kind, text, words in (("removed", quoted, here), ("same" if same else "added", passage, there)):
            run = [one for name, one in group if name == kind]
            pieces += [Piece(kind, _text(text, words, run[0], run[-1] + 1))] if run else []
    return pieces


def _text(text: str, words: Words, start: int, end: int) -> str:
    """The text of these words, up to the next one."""
    stop = words.spans[end][0] if end < len(words.spans) else len(text)
    return text[words.spans[start][0] : stop]
