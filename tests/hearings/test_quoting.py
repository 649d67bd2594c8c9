"""How a quotation with omissions and brackets is read, and where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.nearest import compare
from hearings.quoting import chunks, edits_shown, phrases, readings, stand
from hearings.verbatim import words_of

RECORD = (
    "In that place the people were taken away -- at night -- and “nobody” said why. [Laughter.] "
    "They weren't seen again. The government of the day walked on."
)


def places(quotation, record=RECORD):
    """The passages in which the quotation stands as one of its readings; None if it does not."""
    for way in readings(quotation):
        spans = stand(way, words_of(record))
        if spans:
            return [record[start:end] for start, end in spans]
    return None


@pytest.mark.parametrize(
    "quotation",
    [
        "the people were taken away -- at night",
        "“the people were  taken\n\naway—at night,”",
        "  the people were taken away - at night.  ",
        "…the people were taken away – at night …",
        "and 'nobody' said why. [Laughter.] They weren’t seen",
        "„and nobody said why”",
    ],
)
def test_typography_does_not_matter(quotation):
    assert len(places(quotation)) == 1


@pytest.mark.parametrize(
    "quotation",
    [
        "the People were taken away",
        "the people was taken away",
        "the people were taken, away",
        "people the were taken away",
        "They were not seen again",
    ],
)
def test_every_letter_and_mark_does(quotation):
    assert places(quotation) is None


@pytest.mark.parametrize(
    "dots", ["...", "…", ". . .", "....", ". . . .", "[...]", "[…]", "[. . .]", "(...)", "* * *", "……"]
)
def test_what_was_left_out_may_be_any_length_but_the_order_stays(dots):
    assert places(f"the people were taken {dots} seen again") == ["the people were taken", "seen again"]
    assert places(f"the people were taken{dots}seen again.") == ["the people were taken", "seen again"]
    assert places(f"the people, {dots} were taken {dots} walked on.") == ["the people", "were taken", "walked on"]
    assert places(f"seen again {dots} the people were taken") is None
    assert places(f"the people were taken {dots} never seen") is None


@pytest.mark.parametrize(
    ("quotation", "passages"),
    [
        ("[T]he people were taken", ["the people were taken"]),
        ("[t]hey weren't seen again", ["They weren't seen again"]),
        ("the [villagers] were taken away", ["the", "were taken away"]),
        ("the people [of the valley] were taken away", ["the people", "were taken away"]),
        ("The [regime] walked on", ["The", "walked on"]),
        ("The government of the day walk[s] on", ["The government of the day walked on"]),
        ("The government of the day run[s] on", None),
        ("The government of the day walk[ed] on", ["The government of the day walked on"]),
        ("[The regime] of the day walked on.", ["of the day walked on"]),
        ("people were taken away [by force]", ["people were taken away"]),
        ("[X]he people were taken", None),
        ("the [villagers] were seen again", None),
    ],
)
def test_brackets_are_the_quoters_own(quotation, passages):
    assert places(quotation) == passages


def test_a_bracket_stands_for_few_words_only():
    record = f"It began {'and went on ' * 20}and it ended."
    assert places("It began [and] it ended", record) is None
    assert places("It began ... it ended", record) == ["It began", "it ended"]


def test_the_nearest_places_are_taken():
    record = "We ask. We ask again. We leave."
    assert places("We ask … We leave", record) == ["We ask", "We leave"]
    [way] = [way for way in readings("We [...] leave") if way.edits]
    assert "".join(piece.text for piece in edits_shown(way, stand(way, words_of(record)), record)) == "We [...] leave"


def test_each_edit_is_shown_with_what_stands_there():
    [_, way] = readings("[T]he [villagers] were taken … seen again")
    pieces = edits_shown(way, stand(way, words_of(RECORD)), RECORD)
    said = [(piece.kind, piece.text) for piece in pieces if piece.text.strip()]
    assert said == [
        ("same", "the"),
        ("removed", "[villagers]"),
        ("added", "people"),
        ("same", "were taken"),
        ("removed", "…"),
        ("added", "away -- at night -- and “nobody” said why. [Laughter.] They weren't"),
        ("same", "seen again"),
    ]
    assert way.glued == ("[T]he",)


def test_a_difference_is_of_words_not_of_typography():
    pieces = compare("'The people' were shot - at night.", "“The people” were taken away -- at night")
    assert [(piece.kind, piece.text.strip()) for piece in pieces] == [
        ("same", "The people” were"),
        ("removed", "shot"),
        ("added", "taken away"),
        ("same", "-- at night"),
    ]


def test_long_texts_are_cut_at_the_ends_of_sentences():
    text = " ".join(f"Sentence {number} has some words." for number in range(100))
    [way] = readings(text)
    assert " ".join(chunks(way)) == text
    assert all(len(chunk.split()) <= 120 and chunk.endswith(".") for chunk in chunks(way))
    [way] = readings("word " * 500)
    assert [len(chunk.split()) for chunk in chunks(way)] == [120, 120, 120, 120, 20]


def test_records_are_looked_up_by_long_words_from_all_over():
    [way] = readings("It was in the international investigation committee that we and they of it found nothing at all.")
    assert phrases(way, 1, 2) == [("international", "investigation")]
    [way] = readings("and the of " * 20 + "nothing whatsoever " + "of the and " * 20)
    assert ("nothing", "whatsoever") in phrases(way, 4, 2)
    assert len(phrases(way, 4, 2)) <= 4
    assert phrases(readings("two words")[0], 8) == [("two", "words")]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="ab .…[]()*-\"'\n\\", max_size=80))
def test_whatever_stands_in_the_record_is_found_in_it(text):
    for way in readings(text)[:1]:
        spans = stand(way, words_of(f"Before. {text} After."))
        assert spans or not way.runs[0].words


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_no_text_breaks_it(text, record):
    for way in readings(text):
        spans = stand(way, words_of(record))
        if spans:
            assert len(spans) == len(way.runs)
            assert spans == sorted(spans)
            edits_shown(way, spans, record)
        assert all(0 < len(phrase) <= 3 for phrase in phrases(way, 8))
        for chunk in chunks(way):
            compare(chunk, record)
