"""Where quotation marks are taken to open and close."""

import pytest

from hearings.importing.releases.layout import paragraphs
from hearings.importing.releases.marks.quotations import find_passages


def passages(text):
    return [(text[one.start : one.end], one.opened, one.closed) for one in find_passages(text, paragraphs(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He said “We waited.” and left.",
        'He said "We waited." and left.',
        "He said ``We waited.'' and left.",
        "He said «We waited.» and left.",
        "He said, ‘We waited.’ Then he left.",
        "He said: “We waited.“ and left.",
        "He said ”We waited.” and left.",
        "“?We waited.” he said.",
    ],
)
def test_kinds_of_marks(text):
    assert passages(text) == [("We waited.", True, True)]


def test_an_accented_letter_is_no_mark():
    assert passages("Un âge d’or, et “rien” de plus.") == [("rien", True, True)]


@pytest.mark.parametrize(
    "text",
    ["“I heard “no” and left,” he said.", '"I heard "no" and left," he said.', "“I heard ‘no’ and left,” he said."],
)
def test_nested_marks_stay_inside(text):
    assert [words[-9:] for words, _, _ in passages(text)] == ["and left,"]


def test_inches_are_no_marks():
    assert passages('A board 6" wide and a “long” one.') == [("long", True, True)]


def test_paragraphs_that_reopen_are_taken_up():
    found = find_passages(text := "“One.\n\n“Two.\n\n“Three.”\n", paragraphs(text))
    assert [(one.opened, one.closed, one.continues) for one in found] == [
        (True, False, False),
        (True, False, True),
        (True, True, True),
    ]


def test_list_items_within_a_quotation_belong_to_it():
    assert passages("“Two things:\n* ropes;\n2. rust.\n“That is all.”") == [
        ("Two things:", True, False),
        ("ropes;", False, False),
        ("rust.", False, False),
        ("That is all.", True, True),
    ]


def test_bare_paragraphs_up_to_the_closing_mark_belong_to_it():
    assert [one[1:] for one in passages("“One.\nTwo.\nThree.”")] == [(True, False), (False, False), (False, True)]


def test_a_lost_end_does_not_swallow_the_next_paragraph():
    assert passages("“One.\nThe boat came in.\n") == [("One.", True, False)]


def test_a_closing_mark_lost_before_the_attribution():
    assert passages("“We waited, said Ida. “It is late.”") == [("We waited,", True, False), ("It is late.", True, True)]


def test_an_opening_mark_that_is_missing():
    assert passages("We waited,” said Ida.") == [("We waited,", False, True)]


def test_a_stray_closing_mark_inside_a_sentence_takes_no_words():
    assert passages("The law to release any and all” papers, “all of them,” passed.") == [("all of them,", True, True)]


def test_a_paragraph_opened_with_a_single_mark_by_mistake():
    assert passages("‘Today we waited,” said Ida.") == [("Today we waited,", True, True)]


def test_lines_wrapped_by_hand_are_one_paragraph():
    line = "These are words that go on for rather a long time until the\n"
    assert len(paragraphs(line * 4 + "end.\n\n" + line * 4 + "end.\n")) == 2


def test_a_heading_between_paragraphs_that_open_their_marks_again_is_no_words():
    text = "Her words on ropes:\n\n“They cost more.\n\n“So be it.\n\nRope Costs Rising\n\n“They will.\n\n“I know.”\n"
    assert [words for words, *_ in passages(text)] == ["They cost more.", "So be it.", "They will.", "I know."]
