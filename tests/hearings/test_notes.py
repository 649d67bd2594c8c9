"""Footnotes: laid out beside their words, edited as one text, and kept at their places when the words change."""

from hypothesis import given
from hypothesis import strategies as st

from hearings.notes import as_text, from_text, moved, noted
from hearings.text import paragraphs

NOTES = [{"mark": "1", "at": 9, "text": "See page 3."}, {"mark": "*", "at": 22, "text": "A sample."}]
TEXT = "The lamps were out.\n\nAll of them."


def test_a_mark_stands_behind_the_words_where_it_was_printed():
    first, second = noted(TEXT, NOTES)
    assert [(words, note and note["number"]) for words, note in first] == [("The lamps", 1), (" were out.", None)]
    assert [(words, note and note["number"]) for words, note in second] == [("A", 2), ("ll of them.", None)]


def test_a_mark_between_paragraphs_and_one_without_a_place_lose_no_words():
    end = {"mark": "1", "at": 19, "text": "Here."}
    nowhere = {"mark": "2", "at": None, "text": "Somewhere."}
    first, second = noted(TEXT, [nowhere, end])
    assert [(words, note and note["number"]) for words, note in first] == [("The lamps were out.", 2)]
    assert second == [("All of them.", None)]


@given(st.text(alphabet="ab \n", max_size=40), st.lists(st.integers(0, 45), max_size=4))
def test_no_word_is_lost_or_added_wherever_marks_stand(text, places):
    notes = [{"mark": "1", "at": at, "text": "Note."} for at in places]
    pieces = [piece for paragraph in noted(text, notes) for piece in paragraph]
    assert "".join("".join(words.split()) for words, _ in pieces) == "".join(text.split())
    assert sorted(note["number"] for _, note in pieces if note) == list(range(1, len(notes) + 1))


def test_without_notes_it_is_the_paragraphs():
    assert [words for [(words, _)] in noted(TEXT, [])] == paragraphs(TEXT)


def test_footnotes_are_edited_as_one_text_and_stay_at_their_places():
    assert from_text(as_text(NOTES), NOTES) == NOTES
    changed = from_text("1 See page 4.\n\nIt says more.\n\n2 New.", NOTES)
    assert changed == [
        {"mark": "1", "at": 9, "text": "See page 4.\n\nIt says more."},
        {"mark": "2", "at": None, "text": "New."},
    ]
    assert from_text("", NOTES) == []


def test_marks_move_with_the_words_around_them_and_never_to_other_words():
    places = [note["at"] for note in moved(NOTES, TEXT, TEXT.replace("were", "are"))]
    assert places == [9, 21]
    assert [note["at"] for note in moved(NOTES, TEXT, TEXT.replace("The lamps were", "All lights went"))] == [None, 23]
    assert moved(NOTES, TEXT, TEXT) == NOTES
