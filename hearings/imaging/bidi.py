"""The order in which the characters of a line stand when scripts of both directions meet (Unicode Annex 9)."""

import unicodedata
from itertools import groupby

NUMBERS = {"EN", "AN"}
STRONG = {"L", "R"}


def levels(text: str, *, rtl: bool) -> list[int]:
    """The embedding level of each character of a paragraph: odd where it runs from right to left.

    Of the algorithm, what plain text without formatting characters needs: rules W1 to W7, N1, N2, I1 and I2. Pairs of
    brackets (N0) are taken like other neutral characters.
    """
    base = int(rtl)
    kinds = _neutral(_weak([unicodedata.bidirectional(character) or "L" for character in text], base), base)
    return [_level(kind, base) for kind in kinds]


def visual(levels: list[int]) -> list[int]:
    """The places of a line's characters from left to right, from their levels in the order of reading (rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        place = 0
        for high, run in groupby(order, lambda one, level=level: levels[one] >= level):
            length = len(list(run))
            if high:
                order[place : place + length] = order[place : place + length][::-1]
            place += length
    return order


def _level(kind: str, base: int) -> int:
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], base: int) -> list[str]:
    """Marks take the kind of what they stand on, numbers that of the letters before, separators that of the numbers."""
    strong, before = "R" if base else "L", "R" if base else "L"
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[place] = before = kind
    for place in range(1, len(kinds) - 1):
        around = {kinds[place - 1], kinds[place + 1]}
        if (kinds[place] == "CS" and around in ({"EN"}, {"AN"})) or (kinds[place] == "ES" and around == {"EN"}):
            kinds[place] = kinds[place - 1]
    _join_terminators(kinds)
    strong = "R" if base else "L"
    for place, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kinds[place] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _join_terminators(kinds: list[str]) -> None:
    """Signs such as % and $ belong to the number that they touch."""
    place = 0
    for kind, run in groupby(list(kinds)):
        end = place + len(list(run))
        if kind == "ET" and "EN" in (kinds[place - 1 : place] + kinds[end : end + 1]):
            kinds[place:end] = ["EN"] * (end - place)
        place = end


def _neutral(kinds: list[str], base: int) -> list[str]:
    """What is neither a letter nor a number runs with both of its neighbours if they agree, else with the paragraph."""
    own = "R" if base else "L"
    place, before = 0, own
    for known, run in groupby(list(kinds), lambda kind: kind in STRONG | NUMBERS):
        end = place + len(list(run))
        if known:
            before = "R" if kinds[end - 1] in NUMBERS else kinds[end - 1]
        else:
            after = own if end == len(kinds) else "L" if kinds[end] == "L" else "R"
            kinds[place:end] = [before if before == after else own] * (end - place)
        place = end
    return kinds
