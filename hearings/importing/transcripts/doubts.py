"""Turns whose labels are doubtful: their speakers are left open, and a warning says where they stand."""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from hearings.importing.transcripts.person import name_words
from hearings.importing.transcripts.proceedings import Spoken
from hearings.importing.transcripts.reading import TranscriptReading
from hearings.importing.transcripts.roster import read_heading

_WITHIN = "The label stands at the beginning of a line, which may go on with the words above it."
_CALLED = "The words address somebody, just before this person's own statement: whoever calls them may be speaking."
_THANKS = re.compile(r"\bthank you\b", re.I)
_YOU = re.compile(r"\byour?s?\b", re.I)
_SHOWN = 20


def leave_doubtful_open(
    reading: TranscriptReading, within: Collection[int], called: Collection[int]
) -> TranscriptReading:
    """The reading with the speakers left open of turns that begin in these lines, and a warning for either kind.

    `within` has labels of which the layout does not show that they begin a paragraph, `called` what `calls` found.
    """
    reading = _left_open(
        reading,
        within,
        _WITHIN,
        "Labels of which the lines of the file do not show whether they begin a paragraph",
    )
    return _left_open(
        reading,
        called,
        _CALLED,
        "Words to somebody, labelled with who is called and gives a statement right after them",
    )


def calls(turns: list[Spoken]) -> set[int]:
    """Lines of turns that may be the words of who calls a witness: a label, a word to `you`, then the own statement.

    Only the first turn of somebody is in doubt, and only where the statement is headed with that one name and its
    first turn has the same label.
    """
    found: set[int] = set()
    heard: set[tuple[int, tuple[str, ...]]] = set()
    for spoken, after in pairwise(turns):
        surname = name_words(spoken.label.name)[-1:]
        headed = [one for one in read_heading(after.heading) if name_words(one.name)[-1:] == surname]
        same = after.sitting == spoken.sitting and after.label.name == spoken.label.name
        first = (spoken.sitting, surname) not in heard and not spoken.heading
        if surname and first and same and headed and _YOU.search(_THANKS.sub("", spoken.text)):
            found.add(spoken.line)
        heard.add((spoken.sitting, surname))
    return found


def where(lines: Collection[int]) -> str:
    """The lines in words, for a warning."""
    shown = sorted(lines)
    return "in the lines " + ", ".join(map(str, shown[:_SHOWN])) + (" …" if len(shown) > _SHOWN else "")


def _left_open(reading: TranscriptReading, doubtful: Collection[int], reason: str, what: str) -> TranscriptReading:
    lines = [turn.line for turn in reading.turns if turn.line in doubtful]
    if not lines:
        return reading
    turns = tuple(
        replace(turn, speaker=None, reason=reason) if turn.line in doubtful else turn for turn in reading.turns
    )
    warning = f"{what}: {len(lines)}, {where(lines)}. Their speakers were left open."
    return replace(reading, turns=turns, warnings=(*reading.warnings, warning))
