"""Whether words stand in a transcript: verbatim, with differences, or not at all.

Words are compared letter for letter. White space, quotation marks, the shapes of dashes, and the mark at either end
of a paragraph are typography: a release closes with a comma what the transcript closes with a full stop.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from hearings.blocks import blocks
from hearings.text import QUOTATION_MARKS, paragraphs

Hit = tuple[int, list[tuple[int, int]]]  # a run: its place in the words, and where it stands: turn, place in it
Outcome = Literal["verbatim", "differs", "missing"]
ENOUGH = 0.6  # of the words of a paragraph stand in the passage, in their order: it is that passage, changed
RUN = 3  # words in a row by which a passage is looked up
COMMON = 100  # places of a run, above which it does not tell where to look
LAST = 1_000_000  # the rank of a turn that has none
ALIKE: Mapping[int, int] = {}
EDGES = " ,.;:…-\"'" + "".join(map(chr, QUOTATION_MARKS))
_HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # and kana: no spaces part words
_TOKEN = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])[^\W_])+(?:['’][^\W_]+)*|-(?:--?)?|[–—]|\.\.\.|[^\w\s]|_")
_DASHES = {"--": "-", "---": "-", "...": "…"} | dict.fromkeys("‐‑‒–—―⁃−﹘﹣－", "-")


@dataclass(frozen=True)
class Place:
    """A passage of the turn at this place of the list, from `start` to `end` in characters."""

    turn: int
    start: int
    end: int
    exact: bool


@dataclass(frozen=True)
class Words:
    """A text as its words and marks, folded, each with its start and end in the text."""

    folded: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def without_case(self) -> "Words":
        return Words(tuple(word.casefold() for word in self.folded), self.spans)


def words_of(text: str) -> Words:
    """The words and marks of `text`; quotation marks are left out, dashes are alike."""
    found = [(match[0].translate(QUOTATION_MARKS), match.span()) for match in _TOKEN.finditer(text)]
    kept = [(_DASHES.get(word, word), span) for word, span in found if word not in "\"'"]
    return Words(tuple(word for word, _ in kept), tuple(span for _, span in kept))


def bare_words(text: str) -> tuple[str, ...]:
    """The words and marks of a paragraph without those at either end: two that have the same are the same words."""
    return words_of(text.strip(EDGES)).folded


class Haystack:
    """The turns of a transcript, read once, in which many quotes are looked up."""

    def __init__(self, turns: Sequence[str]):
        self.turns = [words_of(text) for text in turns]
        self._runs: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
        for number, words in enumerate(self.turns):
            for at in range(len(words.folded) - RUN + 1):
                self._runs[words.folded[at : at + RUN]].append((number, at))

    @cached_property
    def vocabularies(self) -> list[frozenset[str]]:
        """The words of each turn, each word once."""
        return [frozenset(words.folded) for words in self.turns]

    def find(self, text: str, ranks: Mapping[int, int] = ALIKE) -> tuple[Outcome, list[Place | None]]:
        """How `text` stands in the turns, and where each of its paragraphs does; None where one does not.

        Where a passage stands more than once, a turn of a lower rank goes before others; without one it comes last.
        """
        places = [self._find(paragraph, ranks) for paragraph in paragraphs(text)]
        if all(place and place.exact for place in places):
            return "verbatim", places
        return ("differs" if any(places) else "missing"), places

    def _find(self, paragraph: str, ranks: Mapping[int, int]) -> Place | None:
        words = bare_words(paragraph)
        if not words:
            return None
        hits = self._hits(words)
        rarest = min(hits, key=lambda hit: len(hit[1]))
        starts = ((turn, at - rarest[0]) for turn, at in rarest[1])
        for turn, start in sorted(starts, key=lambda one: ranks.get(one[0], LAST)):
            if start >= 0 and self.turns[turn].folded[start : start + len(words)] == words:
                return self._place(turn, start, start + len(words), exact=True)
        return self._nearest(words, self._telling(hits), ranks)

    def _hits(self, words: tuple[str, ...]) -> list[Hit]:
        """Each run of the words: its place in them, and where it stands. Few words are looked for as a whole."""
        if len(words) < RUN:
            turns = enumerate(self.turns)
            places = [(number, at) for number, turn in turns for at in range(len(turn.folded))]
            size = len(words)
            return [(0, [(turn, at) for turn, at in places if self.turns[turn].folded[at : at + size] == words])]
        runs = ((offset, words[offset : offset + RUN]) for offset in range(len(words) - RUN + 1))
        return [(offset, self._runs.get(run, [])) for offset, run in runs]

    def _telling(self, hits: list[Hit]) -> list[Hit]:
        """The runs that stand in few places; where all stand in many, some places of the rarest."""
        there = [(offset, places) for offset, places in hits if places]
        few = [(offset, places) for offset, places in there if len(places) <= COMMON]
        return few or [(offset, places[:COMMON]) for offset, places in sorted(there, key=lambda hit: len(hit[1]))[:1]]

    def _nearest(self, words: tuple[str, ...], hits: list[Hit], ranks: Mapping[int, int]) -> Place | None:
        """The passage with most of the words in their order, if there are enough of them."""
        size = max(len(words), 8)
        votes = Counter((turn, (at - offset) // size) for offset, places in hits for turn, at in places)
        best: tuple[float, Place] | None = None
        for (turn, bucket), _ in sorted(votes.items(), key=lambda one: (-one[1], ranks.get(one[0][0], LAST)))[:5]:
            low = max((bucket - 1) * size, 0)
            window = self.turns[turn].folded[low : (bucket + 3) * size]
            found = [block for block in blocks(words, window) if block.size > 1 or (block.size and len(words) < 8)]
            share = sum(block.size for block in found) / len(words)
            if found and share >= ENOUGH and (best is None or share > best[0]):
                first, last = found[0], found[-1]
                start = max(low + first.b - first.a, 0)
                end = low + last.b + last.size + (len(words) - last.a - last.size)
                best = share, self._place(turn, start, min(end, len(self.turns[turn].folded)), exact=False)
        return best[1] if best else None

    def _place(self, turn: int, start: int, end: int, *, exact: bool) -> Place:
        spans = self.turns[turn].spans
        return Place(turn, spans[start][0], spans[end - 1][1], exact)
