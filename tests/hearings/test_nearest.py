"""What leads from pasted words to the passage of the record that is nearest to them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.nearest import compare, compare_nearest
from hearings.verbatim import words_of

WORDS = ["the", "lamp", "and", "canal", "of", "evening", "counts", "morning"]
RECORD = (
    "Lamps were set up along the canal that year. They are lit in the evening, and somebody counts them in the morning."
    " The withdrawn sentence about wombats in Wagga was never accurate. Nobody in the city was asked."
)


def nearest(quoted, record=RECORD):
    """The difference, found from three words that are the same."""
    words, own = words_of(record), words_of(quoted).folded
    runs = {words.folded[at : at + 3]: at for at in range(len(words.folded) - 2)}
    at, offset = next(
        (runs[own[offset : offset + 3]], offset) for offset in range(len(own)) if own[offset : offset + 3] in runs
    )
    first, last = max(at - offset, 0), min(at - offset + len(own), len(words.spans)) - 1
    return compare_nearest(quoted, record, words.spans[first][0], words.spans[last][1])


def changes(pieces):
    return [(piece.kind, piece.text.strip()) for piece in pieces if piece.kind != "same"]


@pytest.mark.parametrize(
    ("quoted", "difference"),
    [
        ("somebody counts them in morning.", [("added", "the")]),
        ("The withdrawn sentence about wombats in Wagga was accurate.", [("added", "never")]),
        ("They lit in the evening, and somebody counts them", [("added", "are")]),
        ("Lamps were set along the canal", [("added", "up")]),
        ("Nobody the city was asked", [("added", "in")]),
        ("somebody counts them in the evening", [("removed", "evening"), ("added", "morning")]),
        ("somebody counts them in the morning, she said", [("removed", ", she said")]),
        ("She said they are lit in the evening", [("removed", "She said they"), ("added", "They")]),
        ("We are lit in the evening", [("removed", "We"), ("added", "They")]),
        (
            "SOMEBODY counts them in THE morning",
            [("removed", "SOMEBODY"), ("added", "somebody"), ("removed", "THE"), ("added", "the")],
        ),
    ],
)
def test_the_passage_is_as_long_as_it_must_be(quoted, difference):
    assert changes(nearest(quoted)) == difference


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_words_left_out_are_added_and_no_other(data):
    """A passage of which up to four words are missing, wherever it stands and however often its words do."""
    record = data.draw(st.lists(st.sampled_from(WORDS), min_size=9, max_size=40))
    low = data.draw(st.integers(0, len(record) - 9))
    high = data.draw(st.integers(low + 9, len(record)))
    missing = data.draw(st.sets(st.integers(low + 1, high - 2), max_size=4))
    pasted = [word for at, word in enumerate(record) if low <= at < high and at not in missing]
    text = " ".join(record)
    start, end = len(" ".join([*record[:low], ""])), len(" ".join(record[: low + len(pasted)]))
    pieces = compare_nearest(" ".join(pasted), text, start, end)
    assert " ".join(piece.text.strip() for piece in pieces if piece.kind != "added") == " ".join(pasted)
    assert {piece.kind for piece in pieces} <= {"same", "added"}
    assert sum(len(piece.text.split()) for piece in pieces if piece.kind == "added") <= len(missing)
    assert " ".join(piece.text.strip() for piece in pieces) in text


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .,A", max_size=60), st.text(alphabet="ab .,A", min_size=1, max_size=60))
def test_the_pieces_are_what_was_pasted_and_what_stands_there(quoted, record):
    if not words_of(record).spans:
        return
    spans = words_of(record).spans
    for pieces in (compare(quoted, record), compare_nearest(quoted, record, spans[0][0], spans[-1][1])):
        there = "".join(piece.text for piece in pieces if piece.kind != "removed")
        assert "".join(there.split()) in "".join(record.split())


def test_a_long_text_is_compared_too():
    record = " ".join(f"word{number}" for number in range(600))
    assert changes(compare_nearest(record.replace("word300 ", ""), record, 0, len(record))) == [("added", "word300")]
