"""Words as the search reads them: found in a text with their places, folded, asked for, and marked where they stand."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from hearings.text import MARKS, QUOTATION_MARKS

WINDOW = 2000  # words that are indexed as one text: PostgreSQL keeps at most 255 places of a word in it
OVERLAP = 100  # words that the next one begins with again: no phrase of that length is cut in two
MOST_WORDS = 32  # in a query
LONGEST = 100  # characters by which a word is told from others
SNIPPET = 300  # characters

_CHARACTER = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]"
_WORD = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
_PART = re.compile(rf"{_CHARACTER}|(?:(?!{_CHARACTER})(?:[^\W_]|[{MARKS}]))+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_TERM = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')


class Word(NamedTuple):
    """A word, folded, and where it stands: characters of the text from 0, end excluded."""

    folded: str
    start: int
    end: int


class Term(NamedTuple):
    """Words that must stand in a row, or (`wanted` is False) must not."""

    words: tuple[str, ...]
    wanted: bool = True


@dataclass(frozen=True)
class Query:
    """What is searched for. Where `problem` has a sentence, nothing is: it says why and what to do."""

    terms: tuple[Term, ...] = ()
    problem: str = ""


class Mark(NamedTuple):
    """A run of text in which nothing (`same`) or only words asked for (`found`) stand."""

    kind: Literal["same", "found"]
    text: str


def words_in(text: str) -> Iterator[Word]:
    """The words of a text, without case, accents of Latin, Greek and Cyrillic letters, and marks between words.

    Chinese, Japanese and Korean are read character by character, since their words are not parted by spaces or end in
    particles; Tibetan by syllables.
    """
    for match in _WORD.finditer(text):
        folded = fold_word(match[0])
        in_place = len(folded) == len(match[0])
        for part in _PART.finditer(folded):
            start, end = (match.start() + part.start(), match.start() + part.end()) if in_place else match.span()
            yield Word(part[0][:LONGEST], start, end)


def fold_word(word: str) -> str:
    """One form for all that are the same word: compatibility characters, case and accents are made alike."""
    if word.isascii():
        return word.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold()))
    return unicodedata.normalize("NFC", bare)


def windows(text: str) -> list[str]:
    """The folded words of a text, parted by spaces; of a long one so many at a time, each with the end of the last."""
    words = [word.folded for word in words_in(text)]
    starts = range(0, max(len(words) - OVERLAP, 1), WINDOW - OVERLAP)
    return [" ".join(words[start : start + WINDOW]) for start in starts] if words else []


def parse_query(text: str) -> Query:
    """Words (all must be there), "phrases", -words and -"phrases" that must not. Nobody's typing is an error."""
    terms = []
    for match in _TERM.finditer(text.translate(QUOTATION_MARKS)):
        words = tuple(word.folded for word in words_in(match[2] or match[3] or ""))
        if words:
            terms.append(Term(words, wanted=not match[1]))
    if sum(len(term.words) for term in terms) > MOST_WORDS:
        return Query(problem=f"That is too much for a search. Type at most {MOST_WORDS} words, or check the quotation.")
    if not any(term.wanted for term in terms):
        return Query(problem="Type a word that is to be found." if terms or text.strip() else "Type a word.")
    return Query(tuple(dict.fromkeys(terms)))


def highlight(text: str, terms: Sequence[Term], length: int = SNIPPET) -> list[Mark]:
    """About `length` characters of `text` around the first place where most of the terms stand, their words marked.

    White space is one space; an ellipsis stands where text was left out. A text without the words begins at its start.
    """
    words = list(words_in(text))
    spans = sorted({span for term in terms if term.wanted for span in _spans(term.words, words)})
    begin, end = _cut(text, spans, length)
    pieces = [Mark("same", "…")] if begin else []
    at = begin
    for start, stop in spans:
        if at <= start and stop <= end:
            pieces += [Mark("same", text[at:start]), Mark("found", text[start:stop])]
            at = stop
    pieces += [Mark("same", text[at:end])] + ([Mark("same", "…")] if end < len(text) else [])
    return [Mark(piece.kind, re.sub(r"\s+", " ", piece.text)) for piece in pieces if piece.text]


def _spans(wanted: tuple[str, ...], words: list[Word]) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(words):
        if word.folded == wanted[0] and tuple(one.folded for one in words[at : at + len(wanted)]) == wanted:
            yield word.start, words[at + len(wanted) - 1].end


def _cut(text: str, spans: list[tuple[int, int]], length: int) -> tuple[int, int]:
    """Where the part of the text with most of the spans begins and ends, at the ends of words."""
    if len(text) <= length:
        return 0, len(text)
    counts = [sum(start <= other < start + length * 2 // 3 for other, _ in spans) for start, _ in spans]
    first = spans[counts.index(max(counts))][0] if spans else 0
    begin = max(min(first - length // 3, len(text) - length), 0)
    end = begin + length
    if begin and (space := re.search(r"\s", text[begin:first])):
        begin += space.end()
    if end < len(text) and (space := re.search(r"\s\S*$", text[begin:end])) and space.start():
        end = begin + space.start()
    return begin, end
