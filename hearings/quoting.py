"""A quotation as somebody gives it: its words, what was left out (...) and put in [brackets]; and where it stands.

Words are compared as in `hearings/verbatim.py`: letter for letter, but for white space, quotation marks, the shapes of
dashes, and the marks at either end of what stands between two omissions.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from hearings.diffs import Piece
from hearings.text import shorten
from hearings.verbatim import ALIKE, LAST, Haystack, Place, Words, words_of
from hearings.words import words_in

MOST_EDITS = 60  # omissions and brackets
FEWEST = 3  # words outside of them, below which they stand in too many places to tell anything
EDIT_SPAN = 40  # words and marks of the record that one bracket may stand for
CHUNK = 120  # words that are compared at a time where they differ
LEFT_OUT = 300  # characters that are shown of what was left out
SHORT = 8  # words, below which a run is too short to be looked for alone where it differs
ENOUGH_TO_CHOOSE = 20  # phrases, of which a few are of rare words only
PHRASE = 3  # words in a row by which records are looked up

_DOTS = r"(?:…+|\.(?:\s?\.){2,3}|\*\s?\*\s?\*)"
_EDIT = re.compile(
    rf"(?P<gap>\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS})"
    r"|(?P<glued>(?<!\w)\w*(?:\[\w+\]\w+)+|(?<!\w)\w+\[\w+\])"
    r"|(?P<edit>\[[^\[\]]{0,300}\])"
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_BELOW = re.compile(r"(?:\n\s*[—–][^\n]*)?(?:\n\s*https?://\S+)?\s*\Z")
_EDGES = frozenset(",.;:…-")


@dataclass(frozen=True)
class Glued:
    """A word of which a part stands in brackets: [T]he, walk[ed]."""

    text: str

    def matches(self, word: str) -> bool:
        """A first letter in brackets may differ in case alone; other brackets may stand for any letters."""
        if re.match(r"\[\w\]\w", self.text):
            return word[1:] == self.text[3:] and word[:1].casefold() == self.text[1].casefold()
        return bool(re.fullmatch(r"\w*".join(map(re.escape, re.split(r"\[\w+\]", self.text))), word))

    def casefold(self) -> "Glued":
        return Glued(self.text.casefold())


@dataclass(frozen=True)
class Run:
    """Words that must stand in a row, as they were written: whole, without brackets, and what stands between Glued."""

    words: tuple[str | Glued, ...]
    text: str
    stretches: tuple[str, ...]


@dataclass(frozen=True)
class Pasted:
    """Runs of words; before each but the first an omission or a bracket, as it was written."""

    runs: tuple[Run, ...]
    edits: tuple[str, ...]  # one fewer than runs
    glued: tuple[str, ...] = ()

    @property
    def is_edited(self) -> bool:
        return bool(self.edits or self.glued)

    @property
    def count(self) -> int:
        """How many words it has outside of its edits."""
        return sum(1 for run in self.runs for _ in words_in(run.text))

    def without_case(self) -> "Pasted":
        runs = [replace(run, words=tuple(word.casefold() for word in run.words)) for run in self.runs]
        return replace(self, runs=tuple(runs))


def bare(text: str) -> str:
    """`text` without characters that nobody sees, and without the attribution and the address below the words."""
    seen = text.translate(_UNSEEN).replace("\x00", "").strip()
    return _BELOW.sub("", seen).rstrip()


def readings(text: str) -> list[Pasted]:
    """How a text can be read: its dots and brackets as the record's own; and where it has some, as the quoter's."""
    whole = Pasted((_run(text),), ())
    if not whole.runs[0].words:
        return []
    edited = _read(text)
    return [whole, edited] if edited.is_edited and edited.runs else [whole]


def _read(text: str) -> Pasted:
    """With dots and brackets as the quoter's own. What stands before the first and after the last words is no edit."""
    runs, edits, glued, at = [_Draft()], [], [], 0
    for match in _EDIT.finditer(text):
        runs[-1].add(text[at : match.start()])
        at = match.end()
        if match["glued"]:
            glued.append(match[0])
            runs[-1].glue(match[0])
        else:
            edits.append(match[0])
            runs.append(_Draft())
    runs[-1].add(text[at:])
    kept = [(run, number) for number, run in enumerate(draft.run() for draft in runs) if run.words]
    between = [" ".join(edits[before:after]) for (_, before), (_, after) in pairwise(kept)]
    outside = [*edits[: kept[0][1]], *edits[kept[-1][1] :]] if kept else edits
    return Pasted(tuple(run for run, _ in kept), tuple(between), (*glued, *outside))


class _Draft:
    """A run that is being read."""

    def __init__(self):
        self.words, self.text, self.stretches = [], "", [""]

    def add(self, text: str) -> None:
        self.words += words_of(text).folded
        self.text += text
        self.stretches[-1] += text

    def glue(self, text: str) -> None:
        self.words.append(Glued(text))
        self.text += re.sub(r"[\[\]]", "", text)
        self.stretches.append("")

    def run(self) -> Run:
        return Run(_bare(self.words), self.text.strip(), tuple(self.stretches))


def _run(text: str) -> Run:
    draft = _Draft()
    draft.add(text)
    return draft.run()


def _bare(words: list[str | Glued]) -> tuple[str | Glued, ...]:
    """Without the marks at either end."""
    marks = [word not in _EDGES for word in words]
    if not any(marks):
        return ()
    return tuple(words[marks.index(True) : len(words) - marks[::-1].index(True)])


def stand(pasted: Pasted, words: Words) -> list[tuple[int, int]] | None:
    """Where the runs stand in the record's words, in order: start and end in its characters; None if they do not.

    An omission may stand for any number of words, a bracket for at most EDIT_SPAN.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(words.folded):
        places[word].append(at)
    trails: dict[int, tuple[int, int | None]] = {}  # of the run before: its end -> its start, and the end before that
    steps = []
    for number, run in enumerate(pasted.runs):
        ends = sorted(trails)
        here: dict[int, tuple[int, int | None]] = {}
        for start in _starts(run.words, words.folded, places):
            before = _before(start, ends, pasted.edits[number - 1]) if number else None
            if number == 0 or before is not None:
                here.setdefault(start + len(run.words), (start, before))
        if not here:
            return None
        steps.append(here)
        trails = here
    end: int | None = min(trails)
    spans = []
    for step in reversed(steps):
        start, before = step[end]
        spans.append((words.spans[start][0], words.spans[end - 1][1]))
        end = before
    return spans[::-1]


def find_edited(paragraph: str, haystack: Haystack, ranks: Mapping[int, int] = ALIKE) -> Place | None:
    """The passage of a turn in which the words outside of a paragraph's brackets and omissions stand, in their order.

    None where it has none of these, too many, or too few words besides. Ranks are as in `Haystack.find`.
    """
    way = (readings(paragraph) or [None])[-1]
    if way is None or not way.is_edited or len(way.edits) > MOST_EDITS or way.count < FEWEST:
        return None
    needed = {word for run in way.runs for word in run.words if isinstance(word, str)}
    for number in sorted(range(len(haystack.turns)), key=lambda one: ranks.get(one, LAST)):
        if needed <= haystack.vocabularies[number] and (spans := stand(way, haystack.turns[number])):
            return Place(number, spans[0][0], spans[-1][1], exact=False)
    return None


def shown_against(paragraph: str, passage: str) -> list[Piece] | None:
    """The passage with each edit of the quoter, as in `edits_shown`; None where the words outside of them differ."""
    words = words_of(passage)
    for way in readings(paragraph):
        if spans := stand(way, words):
            return edits_shown(way, spans, passage)
    return None


def _starts(run: tuple[str | Glued, ...], folded: tuple[str, ...], places: dict[str, list[int]]) -> Iterator[int]:
    """Where a run stands, looked up by the rarest of its words."""
    whole = [(len(places.get(word, ())), offset) for offset, word in enumerate(run) if isinstance(word, str)]
    offset = min(whole)[1] if whole else 0
    for at in places.get(run[offset], ()) if whole else range(len(folded)):
        start = at - offset
        found = folded[start : start + len(run)] if start >= 0 else ()
        if len(found) == len(run) and all(map(_alike, run, found)):
            yield start


def _alike(wanted: str | Glued, word: str) -> bool:
    return wanted == word if isinstance(wanted, str) else wanted.matches(word)


def _before(start: int, ends: list[int], edit: str) -> int | None:
    """The nearest end of the run before, from which an omission or a bracket may lead to `start`."""
    at = bisect_left(ends, start + 1) - 1
    if at < 0 or (start - ends[at] > EDIT_SPAN and not re.search(_DOTS, edit)):
        return None
    return ends[at]


def edits_shown(pasted: Pasted, spans: list[tuple[int, int]], record: str) -> list[Piece]:
    """The record's words with each edit of the quoter: what they wrote (`removed`), what stands there (`added`)."""
    pieces = []
    for number, (start, end) in enumerate(spans):
        if number:
            between = record[spans[number - 1][1] : start]
            pieces += [Piece("same", " "), Piece("removed", pasted.edits[number - 1])]
            pieces += [Piece("added", shorten(between, LEFT_OUT))] if between.strip() else []
            pieces.append(Piece("same", " "))
        pieces.append(Piece("same", " ".join(record[start:end].split())))
    return pieces


def chunks(pasted: Pasted) -> list[str]:
    """The runs as texts of at most CHUNK words, cut at the ends of sentences; short ones together with the next."""
    parts, chunk = [], ""
    for run in pasted.runs:
        for sentence in re.split(r"(?<=[.!?。！？])\s+", " ".join(run.text.split())):
            words = sentence.split()
            for piece in (words[at : at + CHUNK] for at in range(0, len(words), CHUNK)):
                if chunk and len(chunk.split()) + len(piece) > CHUNK:
                    parts.append(chunk)
                    chunk = ""
                chunk = " ".join([*chunk.split(), *piece])
        if len(chunk.split()) >= SHORT:
            parts.append(chunk)
            chunk = ""
    return [part for part in [*parts, chunk] if part]


def phrases(pasted: Pasted, most: int, size: int = PHRASE) -> list[tuple[str, ...]]:
    """Up to `most` phrases of the runs, spread over all of them, of words that are long and so probably rare."""
    found = []
    for stretch in (stretch for run in pasted.runs for stretch in run.stretches):
        words = [word.folded for word in words_in(stretch)]
        found += [tuple(words[at : at + size]) for at in range(max(len(words) - size + 1, 1))] if words else []
    parts = min(max(len(found) // ENOUGH_TO_CHOOSE, 1), most)
    best = []
    for number in range(parts):
        part = found[len(found) * number // parts : len(found) * (number + 1) // parts]
        part.sort(key=lambda phrase: (min(map(len, phrase)), sum(map(len, phrase))), reverse=True)
        best += part[: most // parts]
    return list(dict.fromkeys(best))
