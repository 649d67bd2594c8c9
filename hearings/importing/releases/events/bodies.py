"""Which committees, subcommittees and commissions a text names."""

import re
from dataclasses import dataclass

from hearings.importing.releases.people.callings import HEADLINE_VERBS
from hearings.importing.texts.lexicon import MONTHS, TITLE_WORDS, WEEKDAYS, word_set

_HEAD = re.compile(r"\b(?:Committee|Committees|Subcommittee|Commission|Caucus|Task Force)\b")
_LEFT = re.compile(r"[\w’'&.-]+|[,()]")
_RIGHT = re.compile(r"[\w’'&-]+(?:\.(?=\w)[\w’'&-]+)*|[^\s]")
_ACRONYM = re.compile(r"\s?\([A-Z][A-Za-z&-]{1,9}\)")
_OF_THE = re.compile(r"\s{1,9}of\s{1,9}the\s{1,9}$")
_PLAIN_LEFT = word_set("""
    Senate House U.S. US Joint Select Special Permanent Standing Full Committee
    """)
_OPENINGS = word_set("""
    The In At A An As And On Today While During After Before For From By Of With When Our This His Her Since
    """)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_JOINERS = frozenset({"and", "&"})
_WINDOW = 140
_WHEN = WEEKDAYS | MONTHS.keys()
_SPANISH = re.compile(
    r"\b(?:Subcomité|Comité|Subcomisión|Comisión)(?:(?:\s(?:de|del|para|sobre|y|e|la|las|el|los|en)){1,3}\s[A-ZÁÉÍÓÚÑ][\w’-]*"
    r"(?:\s[A-ZÁÉÍÓÚÑ][\w’-]*)*)+"
)
_NOT_IN_A_NAME = (TITLE_WORDS | HEADLINE_VERBS) - {"justice", "general", "special", "executive", "member", "under"}


@dataclass(frozen=True)
class Body:
    """A body as the text names it; `core_end` is where the name ends before an acronym."""

    name: str
    start: int
    end: int


def find_bodies(text: str, start: int, end: int) -> list[Body]:
    """The bodies named in `text[start:end]` in order; a bare "the Committee" is none."""
    found: list[Body] = []
    for head in _HEAD.finditer(text, start, end):
        if found and head.start() < found[-1].end:
            continue
        first = _walk_left(text, max(start, head.start() - _WINDOW), head.start())
        last = _walk_right(text, head, first, min(end, head.end() + _WINDOW))
        if first == head.start() and last == head.end():
            continue
        acronym = _ACRONYM.match(text, last, end)
        last = acronym.end() if acronym else last
        if found and _OF_THE.fullmatch(text, found[-1].end, first):
            first = found.pop().start
        found.append(Body(" ".join(text[first:last].split()), first, last))
    found += [Body(match.group(), *match.span()) for match in _SPANISH.finditer(text, start, end)]
    return sorted(found, key=lambda one: one.start)


def _walk_left(text: str, floor: int, position: int) -> int:
    edges = [(text.rfind(edge, floor, position), len(edge)) for edge in ("—", "–", "\n\n", ": ")]
    floor = max(floor, *(at + length for at, length in edges if at >= 0), floor)
    words = list(_LEFT.finditer(text, floor, position))
    plain = listed = position
    crossed_comma = False
    at = len(words)
    while at > 0:
        word = words[at - 1].group()
        key = word.rstrip(".,").casefold()
        if word[0].isupper() and key not in _NOT_IN_A_NAME and key not in _WHEN and word not in _OPENINGS:
            listed = words[at - 1].start()
            plain = plain if crossed_comma else listed
        elif word == "," and at > 1:
            crossed_comma = True
        elif not (word in _JOINERS or (word in "()" and _is_acronym(words, at))):
            break
        at -= 1
        if word.endswith(("’s", "'s")) and word[0].isupper():
            return words[at + 1].start() if at + 1 < len(words) else position
    ahead = text[max(floor, listed - 12) : listed].rstrip().casefold()
    return listed if crossed_comma and ahead.endswith(("the", " a", "’s", "'s")) else plain


def _is_acronym(words: list[re.Match[str]], at: int) -> bool:
    around = [word.group() for word in words[max(at - 3, 0) : at + 2]]
    return any(len(word) > 1 and word.isupper() and word.isalpha() for word in around)


def _walk_right(text: str, head: re.Match[str], first: int, limit: int) -> int:
    end = head.end()
    left = text[first : head.start()].split()
    topical = head.group().startswith("Committee") and any(word not in _PLAIN_LEFT for word in left)
    on = re.compile(r"\s{1,9}on\s{1,9}").match(text, end, limit)
    if topical or not on:
        return end
    kept = end
    for word in _RIGHT.finditer(text, on.end(), limit):
        token = word.group()
        if "\n" in (between := text[kept : word.start()]) and (
            token.casefold() in _WHEN or _BLANK_LINE.search(between)
        ):
            break
        if token[0].isupper() and token.casefold() not in _NOT_IN_A_NAME and token not in ("U.S", "U.S."):
            kept = word.end()
        elif token not in (",", "and", "&", "the", "of", "in"):
            break
    return kept
