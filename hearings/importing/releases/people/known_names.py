"""People whose names are also other words (`Rep. Ralph Hall`, `Sen. Jim Justice`), and where their names stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from hearings.importing.texts.lexicon import ALSO_NAMES, BREAK_WORDS, COURTESY_WORDS, LEGISLATOR_WORDS

_PARTY = re.compile(r"\s?\((?:R|D|I|ID|DFL)\s?[-–—]|\s?\([A-Z]{2}-\d{1,2}\)|,\s[RDI]-[A-Z]")
_BEFORE_PARTY = re.compile(
    r"(?<![\w.])((?:[^\W\d_a-z][\w.’'-]{0,20}\s){1,4}[^\W\d_a-z][\w’'-]{1,20})(?:,?\s(?:Jr\.?|Sr\.?|III|II|IV))?$"
)
_TITLED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Rep|Sen|Gov)\.?|Senator|Representative|Congress(?:man|woman)|Governor"
    r"|(?:[Ss]enadora?|[Rr]epresentante|[Cc]ongresista)(?:\sde\slos\s(?:Estados\sUnidos|EE\.\s?UU\.))?)\s"
    r"((?:[^\W\d_a-z][\w.’'-]{0,20}\s){1,2}[^\W\d_a-z][\w’'-]{1,20})(?![\w’'-]|\s[^\W\d_a-z])"
)
_INITIALED = re.compile(r"(?<![\w.’'-])([A-Z][a-z]{2,15}\s[A-Z]\.\s[A-Z][a-z]{2,15})(?=,\s|\s\()")
_WITH_INITIALS = re.compile(r"(?<![\w.])((?:[A-Z][\w.’'-]{0,20}\s){1,4}[A-Z][\w’'-]{1,20})\s\(([A-Z]{2,4})\)")
_GENERATIONS = ("Jr", "Sr", "II", "III", "IV")
_ADDRESS = COURTESY_WORDS | LEGISLATOR_WORDS | {"chairman", "chairwoman", "chair", "member", "leader"}
_QUARTERS = frozenset({"north", "south", "east", "west", "new", "puerto", "american", "virgin"})
_WINDOW = 90

_MOST = 20


@dataclass(frozen=True)
class Names:
    """The names of a text that hold a word which usually ends a name: by their first word, and their words."""

    by_first: dict[str, list[tuple[str, ...]]]
    words: frozenset[str]
    surnames: frozenset[str]


class Token(Protocol):
    """A word of the text as `labels` cuts it; `key` is the word in small letters."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def key(self) -> str: ...


def find_names(text: str) -> Names:
    """The names of a text that have a word in them which usually ends a name.

    A party behind a name shows it (`Ralph Hall (R-TX)`), as does an initial within it (`Ada R. England,`);
    a form of address shows it for the words that often are names.
    """
    found: set[tuple[str, ...]] = set()
    for party in _PARTY.finditer(text):
        low = max(0, party.start() - _WINDOW)
        before = _BEFORE_PARTY.search(text[low : party.start()])
        if before:
            found.add(_bare(before.group(1).split()))
    for match in _TITLED.finditer(text):
        words = _bare(match.group(1).split())
        if all(word in ALSO_NAMES or word not in BREAK_WORDS for word in words):
            found.add(words)
    for match in _INITIALED.finditer(text):
        words = _bare(match.group(1).split())
        if words[0] not in BREAK_WORDS:
            found.add(words)
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(found):
        several = by_first.setdefault(words[0], [])
        if BREAK_WORDS & set(words) and words[0] not in _QUARTERS and len(several) < _MOST:
            several.append(words)
    kept = [words for several in by_first.values() for words in several]
    initials = _called_by_initials(text)
    return Names(
        by_first,
        frozenset(word for words in kept for word in words) | initials,
        (frozenset(words[-1] for words in kept) & BREAK_WORDS) | initials,
    )


def initials_of(name: str) -> str:
    """The first letters of a name, without what stands behind it: `IBS` of `Ida B. Sample Jr.`"""
    return "".join(word[0] for word in name.split() if word[0].isupper() and word.strip(",.") not in _GENERATIONS)


def _called_by_initials(text: str) -> set[str]:
    """Initials in brackets behind the name that they are of, as small letters."""
    found = set()
    for match in _WITH_INITIALS.finditer(text):
        words = match.group(1).split()[-len(match.group(2)) :]
        named = not {word.casefold() for word in words} & BREAK_WORDS
        if named and initials_of(" ".join(words)) == match.group(2):
            found.add(match.group(2).casefold())
    return found


def _bare(words: list[str]) -> tuple[str, ...]:
    keys = [word.rstrip(".").casefold() for word in words]
    cut = max((at + 1 for at, key in enumerate(keys[:-2]) if key in BREAK_WORDS), default=0)
    keys = keys[cut:]
    return tuple(keys[1:] if keys[0] in _ADDRESS and keys[0] not in ALSO_NAMES else keys)


def freed(text: str, tokens: Sequence[Token], names: Names) -> set[int]:
    """Which of the words are part of a name of `names`: as the whole name, or as a surname that stands by itself."""
    if not names.words:
        return set()
    beside = [not text[one.end : other.start].strip() for one, other in pairwise(tokens)] + [False]
    found: set[int] = set()
    for at, token in enumerate(tokens):
        for words in names.by_first.get(token.key, ()):
            here = range(at, min(at + len(words), len(tokens)))
            if tuple(tokens[one].key for one in here) == words and all(beside[one] for one in here[:-1]):
                found.update(one for one in here if text[tokens[one].start].isupper())
        if (
            token.key in names.surnames
            and text[token.start].isupper()
            and text[token.start - 1 : token.start] != "("
            and _alone(text, tokens, beside, at)
        ):
            found.add(at)
    return found


def _alone(text: str, tokens: Sequence[Token], beside: list[bool], at: int) -> bool:
    if beside[at] and text[tokens[at + 1].start].isupper():
        return False
    if not at or not beside[at - 1]:
        return True
    before = tokens[at - 1]
    return before.key in _ADDRESS if text[before.start].isupper() else before.key != "the"
