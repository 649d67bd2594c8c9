"""Marks on images as an editor types them, a line each: `A; rectangle; 120,80 340,210; New tower; The editors`."""

import re
from collections.abc import Iterable

SHAPES = ("rectangle", "polygon")
MAX_CORNERS = 100
CORNER = re.compile(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")
HOW = "Write it as “A; rectangle; 120,80 340,210; what is marked; who marked it”."
EDITORS = "The editors"


class MarkRefused(Exception):
    """A line that is not a mark; the message is a sentence that says what to do."""


def read_marks(text: str, width: int, height: int) -> list[dict]:
    """The marks in `text`, in its order; corners in pixels of an image of `width` x `height`, from its upper left.

    Each is {"letter", "shape", "points": [[x, y], ...], "text", "author"}. MarkRefused names the line.
    """
    marks = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                marks.append(read_mark(line, width, height))
            except MarkRefused as refusal:
                raise MarkRefused(f"Line {number}: {refusal}") from refusal
    letters = [mark["letter"] for mark in marks]
    twice = sorted({letter for letter in letters if letters.count(letter) > 1})
    if twice:
        raise MarkRefused(f"The letter {twice[0]} stands on two marks. Give each a letter of its own.")
    return marks


def read_mark(line: str, width: int, height: int) -> dict:
    """One mark; MarkRefused where it is none."""
    parts = [part.strip() for part in line.split(";")]
    if len(parts) < 4 or not re.fullmatch("[A-Z]{1,2}", parts[0]) or parts[1] not in SHAPES:
        raise MarkRefused(HOW)
    letter, shape, corners, *words = parts
    if not re.fullmatch(rf"{CORNER.pattern}(\s+{CORNER.pattern})*", corners):
        raise MarkRefused(f"The corners are pairs of pixels, as in 120,80 340,210. {HOW}")
    points = [[as_number(x), as_number(y)] for x, y in CORNER.findall(corners)]
    problem = problem_of(points, shape, width, height)
    if problem:
        raise MarkRefused(problem)
    author = words.pop() if len(words) > 1 else EDITORS
    text = "; ".join(words)
    if not text:
        raise MarkRefused("Say what is marked.")
    for words, limit in ((text, 300), (author, 200)):
        if len(words) > limit:
            raise MarkRefused(f"At most {limit} characters fit for what is marked and who marked it. Shorten it.")
    return {"letter": letter, "shape": shape, "points": points, "text": text, "author": author or EDITORS}


def write_marks(marks: Iterable[dict]) -> str:
    """The lines that read_marks reads back."""
    return "\n".join(
        "; ".join([mark["letter"], mark["shape"], " ".join(f"{x},{y}" for x, y in mark["points"]), *words_of(mark)])
        for mark in marks
    )


def words_of(mark: dict) -> list[str]:
    return [mark["text"], mark["author"]]


def as_number(digits: str) -> int | float:
    number = float(digits)
    return int(number) if number.is_integer() else round(number, 1)


def problem_of(points: list, shape: str, width: int, height: int) -> str:
    """What is wrong with the corners of a mark on an image of `width` x `height` pixels; empty: nothing."""
    if shape == "rectangle" and len(points) != 2:
        return "A rectangle has two opposite corners: 120,80 340,210."
    if shape == "polygon" and not 3 <= len(points) <= MAX_CORNERS:
        return f"A polygon has 3 to {MAX_CORNERS} corners."
    if not all(0 <= x <= width and 0 <= y <= height for x, y in points):
        return f"A corner lies outside the image, which is {width} by {height} pixels."
    if len({x for x, _ in points}) < 2 or len({y for _, y in points}) < 2:
        return "The corners enclose nothing. Move them apart."
    return ""
