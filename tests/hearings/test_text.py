"""Finding words in a source, and small facts about text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.ids import ALPHABET, new_public_id
from hearings.text import cut_word, direction, left_out, locate, locate_passages, passages, selectors, shorten, slugify

WORDS = st.text(alphabet="ab “”\"'’\n\t é", min_size=0, max_size=30)


def test_words_are_found_whatever_the_shape_of_marks_and_spaces():
    source = "He said: “It’s  a\nsample,” twice."
    assert locate("It's a sample,", source) == [(10, 25)]
    assert source[10:25] == "It’s  a\nsample,"


def test_every_occurrence_is_found():
    assert locate("one", "one two one") == [(0, 3), (8, 11)]


def test_other_differences_are_not_overlooked():
    assert locate("Sample", "a sample") == []
    assert locate("cafe", "café") == []
    assert locate("", "anything") == []
    assert locate(" \n ", "anything") == []


def test_passages_are_taken_in_order_and_the_nearest_occurrence_wins():
    source = "yes no yes no yes"
    assert locate_passages("yes\n\nno", source) == [(0, 3), (4, 6)]
    assert locate_passages("yes", source, near=[(14, 17)]) == [(14, 17)]
    assert locate_passages("yes\n\nmaybe", source) is None
    assert locate_passages("", source) is None


@pytest.mark.parametrize(
    ("words", "source", "cut"),
    [
        ("hem over", "them over", "them"),
        ("them ov", "them over", "over"),
        ("I don", "I don’t know", "don’t"),
        ("5 million", "3.5 million", "3.5"),
        ("caf", "cafe\u0301", "cafe\u0301"),
        ("خواهم", "می\u200cخواهم", "می\u200cخواهم"),
        ("हिन", "हिन्दी", "हिन्दी"),
        ("ั้ง", "ทั้ง", "ทั้"),
    ],
)
def test_a_part_of_a_word_does_not_stand_there(words, source, cut):
    assert locate_passages(words, source) is None
    assert cut_word(words, source) == cut


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("them over", "“them over,” then"),
        ("known", "well-known"),
        ("homme", "l’homme"),
        ("over", "over² and"),
        ("in 2023", "in 2023."),
        ("中国", "在中国的人"),
        ("テスト", "これはテストです"),
        ("하늘", "하늘은 맑다"),
        ("ไทย", "ภาษาไทยดี"),
        ("བོད", "བོད་ཡིག"),
        ("ខ្មែរ", "ភាសាខ្មែរល្អ"),
        ("NATO", "NATO는"),
    ],
)
def test_whole_words_stand_there_in_every_script(words, source):
    assert [source[start:end] for start, end in locate_passages(words, source)] == [words]
    assert cut_word(words, source) == ""


def test_a_whole_word_goes_before_a_part_of_another():
    assert locate_passages("he", "the he") == [(4, 6)]
    assert cut_word("he", "the he") == ""


@given(WORDS, WORDS, WORDS)
def test_what_is_found_reads_as_what_was_sought(before, words, after):
    source = before + words + after
    spans = locate(words, source)
    assert bool(spans) == bool(words.strip())
    for start, end in spans:
        assert 0 <= start < end <= len(source)
        assert locate(source[start:end], words)
    assert spans == sorted(spans)


@given(WORDS, st.integers(0, 30), st.integers(1, 30))
def test_selectors_quote_the_source_exactly(text, start, length):
    end = min(len(text), start + length)
    if start >= end:
        return
    [selector] = selectors(text, [(start, end)])
    assert text[selector["start"] : selector["end"]] == selector["exact"]
    assert text.startswith(selector["prefix"], start - len(selector["prefix"]))
    assert text.startswith(selector["suffix"], end)


def test_passages_join_with_a_blank_line():
    assert passages("one two three", [[0, 3], [8, 13]]) == "one\n\nthree"


@pytest.mark.parametrize(
    ("language", "expected"), [("en", "ltr"), ("ko", "ltr"), ("ug", "rtl"), ("ug-Arab", "rtl"), ("AR", "rtl")]
)
def test_direction_of_a_language(language, expected):
    assert direction(language) == expected


def test_shortening_cuts_at_a_word():
    assert shorten("one two three", 40) == "one two three"
    assert shorten("one two, three", 10) == "one two…"
    assert shorten("x" * 50, 10) == "x" * 9 + "…"
    assert shorten(f"He wrote {'x' * 70} there", 60) == f"He wrote {'x' * 50}…"


def test_slugs_are_ascii_and_cut_at_a_word():
    assert slugify("Jürgen's “Hearing”, 2023") == "jurgens-hearing-2023"
    assert slugify("one two three", 8) == "one-two"
    assert slugify("이것은") == ""


def test_public_ids_are_sixteen_letters_of_crockfords_alphabet():
    ids = {new_public_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(new) == 16 and set(new) <= set(ALPHABET) for new in ids)
    assert not set("ilou") & set(ALPHABET)


SAID = (
    "“Beijing must never be complicit, and must not be silent,” said Alba. She knows it. “Nobody may look away. Nobody "
    "did,” she said, and read “On Samples” aloud. “nor will they,” she ended.\n\n“The last word is ours.”"
)


@pytest.mark.parametrize(
    ("parts", "lost"),
    [
        ("Beijing must\n\nbe complicit", "never"),
        ("Beijing must never be complicit,\n\nNobody did", "and must not be silent,” said Alba."),
        ("must not be silent,\n\nNobody may look away.", ""),
        ("must not be silent,\n\nNobody did", "” said Alba. She knows it. “Nobody may look away."),
        ("Nobody may look away.\n\nThe last word is ours.", ""),
        ("Nobody did,\n\nnor will they,", "” she said, and read “On Samples” aloud."),
        ("Nobody may look away.\n\nnor will they,", "Nobody did"),
        ("Nobody may look away.\n\nNobody did,", ""),
    ],
)
def test_words_are_left_out_only_where_the_source_interrupts_or_a_sentence_ends(parts, lost):
    found = left_out(SAID, locate_passages(parts, SAID))
    assert found.startswith(lost) if lost else found == ""


def test_single_marks_interrupt_as_well_and_apostrophes_do_not():
    source = "‘The workers’ rights,’ she didn’t say, ‘are gone.’"
    assert left_out(source, locate_passages("The workers’ rights,\n\nare gone.", source)) == ""
    assert left_out(source, locate_passages("The workers’\n\nare gone.", source)).startswith("rights")
