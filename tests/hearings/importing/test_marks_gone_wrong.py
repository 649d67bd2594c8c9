"""Labels that stand in marks of their own, terms whose second mark is single, and answers without a label."""

import pytest

from hearings.importing.releases.press_release import read_release

OPENING = "WASHINGTON – Sen. Tom Sampley (R-ZZ) questioned Dr. Susan Muster at a hearing on ropes.\n\n"


def read(text):
    return [(one.speaker, [part.text for part in one.parts]) for one in read_release(OPENING + text).quotes]


@pytest.mark.parametrize(
    "label",
    [
        "“Senator Sampley: “",
        '"Senator Sampley: "',
        "“Sen. Sampley (R-ZZ): “",
        "“Tom Sampley: “",
        "“Sen. Tom Sampley:“",
        "Senator Sampley: “",
    ],
)
def test_the_label_of_a_speaker_in_marks_is_part_of_no_words(label):
    close = "”" if "“" in label else '"'
    text = f"TRANSCRIPT:\n\n{label}Do ropes hold?{close}\n\n{label}Since when?{close}\n"
    assert read(text) == [("Tom Sampley", ["Do ropes hold?"]), ("Tom Sampley", ["Since when?"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "The chair’s “Big Ropes Bill,’ which cuts ropes for the poor, is law.",
        "The “Knot Act’ is bad.",
        "“Ropes First’ means less rope.",
        "They passed the “Great Rope Act.’ It cuts ropes.",
        "“Ropes and the Law,’ a report, says so.",
        "A “Rope for All’ plan failed.",
    ],
)
def test_a_term_that_closes_with_a_single_mark_is_no_speech(sentence):
    assert read(f"{sentence}\n\n“We need ropes,” said Sampley.\n") == [("Tom Sampley", ["We need ropes,"])]


def test_an_apostrophe_behind_a_word_ends_no_term():
    assert read("“Workers’ rights matter,” said Sampley.\n") == [("Tom Sampley", ["Workers’ rights matter,"])]


@pytest.mark.parametrize(
    ("answer", "speaker"),
    [
        ("Yes, in the Rope Bureau.", None),
        ("That’s correct.", None),
        ("Thank you very much for the question. We mend ropes.", None),
        ("This is not actually my area of expertise.", None),
        ("We’re happy to follow up with you afterwards.", None),
        ("No, sir.", None),
        ("And yet they break.", "Tom Sampley"),
    ],
)
def test_an_answer_without_a_label_inside_the_words_of_who_asks_is_nobody_s(answer, speaker):
    asked = "Ropes break. Doctor Muster, do you mend ropes?"
    text = (
        f"Find Senator Sampley’s remarks as delivered below:\n\n“Thank you.\n\n{asked}\n\n{answer}\n\nI need ropes.”\n"
    )
    said = {part: who for who, parts in read(text) for part in parts}
    assert said == {"Thank you.": "Tom Sampley", asked: "Tom Sampley", answer: speaker, "I need ropes.": "Tom Sampley"}


def test_no_answer_is_looked_for_where_nobody_is_asked():
    text = (
        "Find Senator Sampley’s remarks as delivered below:\n\n“Do ropes hold?\n\nNo, they break.\n\nI need ropes.”\n"
    )
    assert read(text) == [("Tom Sampley", ["Do ropes hold?", "No, they break.", "I need ropes."])]
