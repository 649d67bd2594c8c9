"""What two texts have in common: right for any, as difflib has it for short ones, and found at once in long ones."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.blocks import blocks, steps
from hearings.diffs import word_diff
from hearings.nearest import compare
from hearings.verbatim import Haystack

FEW = st.lists(st.sampled_from("abc"), max_size=300)  # long ones of these are too much for difflib
MANY = st.lists(st.integers(0, 40).map(str), max_size=60)
SPOKEN = " ".join(
    f"so the committee of the day {number} met and, as it was, said of the {number}" for number in range(250)
)
REPEATED = "thank you and thank you again for this hearing " * 400
HAN = "".join(chr(0x4E00 + number * number % 397) for number in range(5000))
LONG = {"spoken": SPOKEN, "repeated": REPEATED, "one word": "the " * 3500, "marks": "a-b," * 3500, "han": HAN}


def every(number: int, text: str) -> str:
    """`text` with every so many words, or characters where there are no spaces, put otherwise."""
    words, between = (text.split(), " ") if " " in text else (list(text), "")
    return between.join("龍" if at % number == number - 1 else word for at, word in enumerate(words))


def is_right(a, b):
    at = (0, 0)
    for block in blocks(a, b):
        assert block.size > 0
        assert (block.a, block.b) >= at
        assert block.b >= at[1]
        assert a[block.a : block.a + block.size] == b[block.b : block.b + block.size]
        at = block.a + block.size, block.b + block.size
    assert at[0] <= len(a)
    assert at[1] <= len(b)
    told = list(steps(a, b))
    assert [word for step in told for word in a[step.a : step.a_end]] == list(a)
    assert [word for step in told for word in b[step.b : step.b_end]] == list(b)
    assert all(a[step.a : step.a_end] == b[step.b : step.b_end] for step in told if step.same)


@given(FEW, FEW)
def test_runs_are_the_same_in_both_and_in_order(a, b):
    is_right(a, b)


@given(FEW, st.lists(st.integers(0, 299), max_size=20))
def test_a_few_words_that_went_leave_the_others(a, gone):
    b = [word for at, word in enumerate(a) if at not in gone]
    is_right(a, b)


@given(MANY, MANY)
def test_short_texts_are_compared_as_difflib_does(a, b):
    expected = SequenceMatcher(a=a, b=b, autojunk=False).get_matching_blocks()[:-1]
    assert [tuple(block) for block in blocks(a, b)] == [tuple(block) for block in expected]


@pytest.mark.parametrize("number", [3, 10])
@pytest.mark.parametrize("name", LONG)
def test_long_texts_with_many_changes_are_compared_at_once_(name, number):
    """Minutes or for ever, if each word is held against all places of it."""
    old, new = LONG[name], every(number, LONG[name])
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new
    kept = sum(len(piece.text) for piece in pieces if piece.kind == "same")
    if name == "spoken":
        assert kept > {3: 0.6, 10: 0.85}[number] * len(old)
    compare(old, new)


@pytest.mark.parametrize("name", LONG)
def test_long_passages_are_looked_up_at_once(name):
    assert Haystack(["Another turn of words.", LONG[name]]).find(LONG[name])[0] == "verbatim"
    outcome, [place] = Haystack(["Another turn of words.", LONG[name]]).find(every(10, LONG[name]))
    assert (outcome, place.turn) == ("differs", 1)
