"""Statements printed whole that begin in a way of their own: behind an end mark, between dots, with bullets."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.texts.mending import mend

LEAD = "Specimen Speaks at Hearing\n\nWASHINGTON – U.S. Rep. Ida Specimen (R-ZZ) today chaired a hearing on ropes.\n\n"
WORDS = [
    "Today we hear of the ropes of our harbors.",
    "The Rope Agency has written forty rules in three years.",
    "And no cost was spared.",
    "I hope that it will listen to those who make them.",
]


def said(text):
    """Speaker and paragraphs of each quote of a release."""
    return [(one.speaker, [part.text for part in one.parts]) for one in read_release(mend(text).text).quotes]


@pytest.mark.parametrize("left", [".", "·", "•", "..", ":", "|"])
def test_a_line_that_is_only_a_dot_or_a_bullet_ends_no_statement(left):
    text = f"{LEAD}Below are Chairman Specimen’s prepared remarks.\n\n{left}\n\n" + f"\n\n{left}\n\n".join(WORDS)
    assert said(text) == [("Ida Specimen", WORDS)]


@pytest.mark.parametrize("mark", ["# # # # #", "###", "-30-", "* * *", "_____", "– – –"])
@pytest.mark.parametrize(
    "heading",
    [
        "Statement of Senator Ida Specimen (R-ZZ), Chairman of the Committee, On “The Future of Ropes” July 17, 2013",
        "Opening Statement of Chairman Ida Specimen (R-Zz.), Hearing on “Ropes and Twine”",
        "Remarks by Rep. Ida Specimen on the state of our ropes",
    ],
)
def test_a_statement_begins_below_its_headline_behind_the_end_mark_of_the_release(mark, heading):
    body = "I welcome everyone to this hearing on ropes.\nThe market fell for three years.\nI thank our witnesses."
    text = f"{LEAD}{'Ropes hold our harbors, and many harbors have none. ' * 6}\n" * 3 + f"{mark}\n{heading}\n{body}\n"
    assert said(text) == [("Ida Specimen", body.split("\n"))]


@pytest.mark.parametrize("bullet", ["·        ", "•  ", "*      ", "–   ", "●          ", "- "])
def test_a_bullet_is_no_part_of_words_that_go_on_over_paragraphs(bullet):
    text = (
        f"{LEAD}Statement by Specimen:\n“The ropes of our harbors were to fail.\n{bullet}When will the Agency act?\n"
        f"We wait for it.\n{bullet}What are its plans for our harbors?”\n"
    )
    parts = [part for _, parts in said(text) for part in parts]
    assert parts[1] == "When will the Agency act?"
    assert parts[3] == "What are its plans for our harbors?"


@pytest.mark.parametrize(
    "words", ["is currently holding", "is now holding", "is currently hosting", "is now convening"]
)
def test_an_event_that_goes_on_while_the_release_is_written_is_of_its_day(words):
    text = (
        "Rope Committee Holds Hearing\n\n07.17.13\n\nWASHINGTON – The Senate Rope Committee "
        f"{words} a hearing titled “The Future of Ropes.” “Ropes are dear,” said Chairman Ida Specimen (R-ZZ).\n"
    )
    assert read_release(text).event.date == "2013-07-17"


@pytest.mark.parametrize("shape", ["({}): ", "[{}]: ", "({}) : ", "{}: "])
@pytest.mark.parametrize(("asks", "answers"), [("SIS", "MM"), ("S.I.S.", "M.M.")])
def test_initials_in_brackets_before_a_colon_are_a_label(shape, asks, answers):
    text = (
        f"{LEAD}See below a transcript:\n\nSenator Ida Specimen (SIS): “How do ropes fail?”\n\n"
        "Max Muster (MM): “They wear out.”\n\n"
        f"{shape.format(asks)}“Here is my concern.”\n\n{shape.format(answers)}“I share it.”\n\n"
        f"{shape.format(asks)}“Then we agree.”\n"
    )
    speakers = ["Ida Specimen", "Max Muster"]
    assert [who for who, _ in said(text)] == [*speakers, *speakers, "Ida Specimen"]
