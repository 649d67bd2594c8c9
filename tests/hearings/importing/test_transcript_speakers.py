"""Who a label is resolved to, and when it is left open with a reason instead of a guess."""

import pytest

from hearings.importing.transcript import read_transcript
from hearings.importing.transcript_labels import find_label
from tests.hearings.importing.test_transcript import FRONT

HOUSE = FRONT.replace("[Senate Hearing 107-55]", "[House Hearing, 107 Congress]").replace("Senate", "House")


def speakers(body, front=HOUSE):
    turns = read_transcript(front + body).turns
    assert all(bool(turn.reason) == (turn.speaker is None) for turn in turns)
    return [(turn.speaker, turn.reason) for turn in turns]


def test_given_names_do_not_tell_a_man_from_a_woman():
    reason = "“Ms. Example.” may be David Example or Ruth Example; the label does not say which."
    assert speakers("    Ms. Example. Yes.\n") == [(None, reason)]


def test_a_form_of_address_with_the_full_name_does():
    found = speakers("    Mr. Sample. Here is Congresswoman Ruth Example, with Congressman David Example.\n"
                     "    Ms. Example. Yes.\n    Mr. Example. No.\n")  # fmt: skip
    assert [name for name, _ in found] == ["Bert Sample", "Ruth Example", "David Example"]


def test_a_state_in_the_label_does():
    found = speakers("    Mr. Example of Texas. Yes.\n    Mr. Example of Ohio. No.\n")
    assert found[0][0] == "David Example"
    assert found[1] == (
        None,
        "“Mr. Example of Ohio.” does not agree with how the volume names David Example or Ruth Example.",
    )


def test_a_call_by_state_names_the_next_turn_and_no_later_one():
    found = speakers(
        "    Mr. Sample. I call on Mr. Example of Texas.\n    Mr. Example. Yes.\n"
        "    Ms. Keeper. Indeed.\n    Mr. Example. No.\n"
    )
    assert [name for name, _ in found] == ["Bert Sample", "David Example", "Anna L. Keeper", None]


def test_a_prepared_statement_names_no_later_speaker_of_the_same_surname():
    found = speakers(
        "    Mr. Sample. A.\n    [The prepared statement of Mr. Example follows:]\n\n"
        "               Prepared Statement of David Example\n\n    Words.\n\n    Mr. Example. Yes.\n"
    )
    assert found[-1][0] is None


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Senator Sample", "Bert Sample"),
        ("Senator SAMPLE", "Bert Sample"),
        ("SENATOR SAMPLE", "Bert Sample"),
        ("Chairman Specimen", "Ida B. Specimen"),
        ("ChairwomanSpecimen", "Ida B. Specimen"),
        ("Chair Specimen [presiding]", "Ida B. Specimen"),
        ("Senator Sample [continuing]", "Bert Sample"),
        ("The Chairman", "Ida B. Specimen"),
        ("THE CHAIRMAN", "Ida B. Specimen"),
        ("Vice Chair McSample", "Carla McSample"),
        ("Ms. Keeper", "Anna L. Keeper"),
        ("Dr. Keeper", "Anna L. Keeper"),
        ("Director Keeper", "Anna L. Keeper"),
        ("Mayor Third", "Carl Third"),
        ("The Clerk", None),
        ("FBI Agent", None),
        ("Mr. T", None),
        ("Voice", None),
        ("Audience member", None),
        ("Miembro del Publico", None),
    ],
)
def test_every_form_of_label_begins_a_turn(label, speaker):
    turns = read_transcript(FRONT + f"    Senator Sample. A.\n    {label}. Words here.\n").turns
    assert [(turn.label, turn.speaker) for turn in turns[1:]] == [(f"{label}.", speaker)]


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Chairman, thank you.",
        "Mr. Chairman. Thank you.",
        "Mr. Sample, would you go on?",
        "Mr. Third is the mayor.",
        "Ms. Keeper.",
        "Dear Mr. Chairman:",
        "California:",
        "Sound Bite: The wick.",
    ],
)
def test_what_only_looks_like_a_label_begins_none(line):
    assert [turn.label for turn in read_transcript(FRONT + f"    Senator Sample. A.\n    {line}\n").turns] == [
        "Senator Sample."
    ]


@pytest.mark.parametrize("line", ["Question 1. Why?", "Question. Why?", "Answer. So.", "Response. So.", "Q1. Why?"])
def test_written_questions_are_no_speech(line):
    reading = read_transcript(FRONT + f"    Senator Sample. A.\n    {line}\n")
    assert [turn.text for turn in reading.turns] == ["A."]
    assert line in reading.sections[-1].text


def test_a_label_in_capitals_before_words_in_capitals():
    assert find_label("Chairman RANGEL. NO.").name == "RANGEL"
    turns = read_transcript(FRONT + "    Senator SAMPLE. NO.\n    Senator SAMPLE. YES.\n").turns
    assert [turn.text for turn in turns] == ["NO.", "YES."]
