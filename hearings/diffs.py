"""What changed between two wordings, word by word."""

import re
from itertools import pairwise
from typing import Literal, NamedTuple

from hearings.blocks import steps

Kind = Literal["same", "removed", "added"]


class Piece(NamedTuple):
    """A run of text that both wordings have, or that only the old (`removed`) or the new one (`added`) has."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """The pieces that lead from `old` to `new`, whole words each, white space kept.

    Joined without the added pieces they are `old`, without the removed ones `new`.
    """
    before, after = _words(old), _words(new)
    pieces: list[Piece] = []
    for same, start, end, new_start, new_end in steps(before, after):
        if same:
            pieces.append(Piece("same", "".join(before[start:end])))
            continue
        if end > start:
            pieces.append(Piece("removed", "".join(before[start:end])))
        if new_end > new_start:
            pieces.append(Piece("added", "".join(after[new_start:new_end])))
    return pieces


def changed_lines(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces line by line, without the lines in which nothing changed; all lines where only line breaks did."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        lines[-1].append(Piece(piece.kind, first))
        lines += [[Piece(piece.kind, text)] for text in rest]
    lines = [[piece for piece in line if piece.text] for line in lines]
    changed = [line for line in lines if any(piece.kind != "same" and piece.text.strip() for piece in line)]
    return changed or [line for line in lines if line]


def changes(old: str, new: str) -> list[tuple[str, str]]:
    """The words removed and the words put in their place, one pair for each place that changed."""
    pairs: list[tuple[str, str]] = []
    for piece, following in pairwise([*word_diff(old, new), Piece("same", "")]):
        if piece.kind == "removed":
            pairs.append((piece.text, following.text if following.kind == "added" else ""))
        elif piece.kind == "added" and (not pairs or pairs[-1][1] != piece.text):
            pairs.append(("", piece.text))
    return [(removed.strip(), added.strip()) for removed, added in pairs]


def describe(old: str, new: str) -> str:
    """A sentence that says what changed, as a first draft of the public one; empty where nothing did."""
    sentences = []
    for removed, added in changes(old, new)[:3]:
        if removed and added:
            sentences.append(f"“{removed}” was corrected to “{added}”.")
        elif removed:
            sentences.append(f"“{removed}” was taken out.")
        elif added:
            sentences.append(f"“{added}” was put in.")
    return " ".join(sentences)


def _words(text: str) -> list[str]:
    return re.findall(r"\s+|\w+(?:['’-]\w+)*|[^\w\s]", text)
