"""Word-level differences."""

from hypothesis import given
from hypothesis import strategies as st

from hearings.diffs import Piece, changes, describe, word_diff

TEXT = st.text(alphabet="ab ,.’\n", max_size=40)


def test_the_difference_is_in_whole_words():
    assert word_diff("exactly as written", "exactly as spoken") == [
        Piece("same", "exactly as "),
        Piece("removed", "written"),
        Piece("added", "spoken"),
    ]


@given(TEXT, TEXT)
def test_both_wordings_can_be_read_out_of_the_pieces(old, new):
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


def test_changes_pair_what_went_with_what_came():
    assert changes("one two three", "one 2 three four") == [("two", "2"), ("", "four")]
    assert changes("one two", "one") == [("two", "")]
    assert changes("same", "same") == []


def test_a_first_draft_of_the_public_sentence():
    assert describe("as written", "as spoken") == "“written” was corrected to “spoken”."
    assert describe("a b", "a") == "“b” was taken out."
    assert describe("a", "a b") == "“b” was put in."
    assert describe("a", "a") == ""
