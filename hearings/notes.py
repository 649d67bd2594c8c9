"""Footnotes under words: laid out beside them, as one text to edit, and kept at their places when the words change.

A footnote is a dict: `mark` as printed (`1`, `*`, or empty), `text`, and `at`, the character of the words at which the
mark stood, counted from 0; None where that is not known.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from hearings.text import BETWEEN_PARAGRAPHS, paragraphs

Note = dict[str, Any]
_MARK = re.compile(r"(\d{1,3}|\*{1,3})\s+(?=\S)")


def noted(text: str, notes: Sequence[Note]) -> list[list[tuple[str, Note | None]]]:
    """The paragraphs of `text`, each as pieces: some words, and the footnote whose mark follows them, or None.

    Each note has `number` besides, its place among `notes` from 1.
    """
    numbered = [note | {"number": number} for number, note in enumerate(notes, start=1)]
    found: list[list[tuple[str, Note | None]]] = [[]]
    done = 0
    for note in [*sorted((one for one in numbered if one["at"] is not None), key=lambda one: one["at"]), None]:
        words, *more = BETWEEN_PARAGRAPHS.split(text[done : note["at"] if note else None])
        found[-1].append((words, None))
        found += [[(part, None)] for part in more]
        found[-1][-1] = found[-1][-1][0], note
        done = note["at"] if note else done
    return [kept for kept in map(list, map(_worded, found)) if kept]


def _worded(pieces: list[tuple[str, Note | None]]) -> Iterator[tuple[str, Note | None]]:
    return ((words, note) for words, note in pieces if words.strip() or note)


def as_text(notes: Sequence[Note]) -> str:
    """The footnotes as one text: a paragraph or more for each, the first of which begins with the mark."""
    return "\n\n".join(f"{note['mark']} {note['text']}".strip() for note in notes)


def from_text(text: str, known: Sequence[Note]) -> list[Note]:
    """The footnotes of a text in the form of `as_text`; those whose marks `known` has stay at their places."""
    places = defaultdict(list)
    for note in known:
        places[note["mark"]].append(note["at"])
    found: list[Note] = []
    for paragraph in paragraphs(text):
        match = _MARK.match(paragraph)
        if found and not match:
            found[-1]["text"] += f"\n\n{paragraph}"
            continue
        mark = match[1] if match else ""
        at = places[mark].pop(0) if places[mark] else None
        found.append({"mark": mark, "at": at, "text": paragraph[match.end() :] if match else paragraph})
    return found


def moved(notes: Sequence[Note], old: str, new: str) -> list[Note]:
    """The footnotes with their places in changed words; a place within what changed is not known any more."""
    shortest = min(len(old), len(new))
    start = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    end = next((at for at in range(shortest - start) if old[-1 - at] != new[-1 - at]), shortest - start)
    return [note | {"at": _moved(note["at"], start, len(old) - end, len(new) - len(old))} for note in notes]


def _moved(at: int | None, start: int, end: int, shift: int) -> int | None:
    if at is None or at <= start:
        return at
    return at + shift if at >= end else None
