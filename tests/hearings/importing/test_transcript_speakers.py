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


def test_mr_and_mrs_of_one_surname_are_never_one_person():
    heading = "               STATEMENT OF {}, SAMPLEBURY\n\n"
    turns = "    Mr. Wick. Yes.\n    Mrs. Wick. No.\n"
    one = speakers(heading.format("JOHN T. WICK, JR.") + turns)
    assert [(name, bool(reason)) for name, reason in one] == [(None, True), (None, True)]
    two = speakers(heading.format("JOHN T. WICK, JR., AND MARY E. WICK") + turns)
    assert two[1][1] == "“Mrs. Wick.” may be John T. Wick, Jr. or Mary E. Wick; the label does not say which."


def test_a_rank_tells_an_officer_from_a_member():
    front = HOUSE.replace("Keeper, Anna L., Director of Wicks", "Example, Rear Adm. Louis M., Commander")
    front = front.replace("RUTH EXAMPLE, Maine", "")
    found = speakers("    Admiral Example. Yes.\n    Mr. Example. No.\n", front)
    assert [name for name, _ in found] == ["Louis M. Example", "David Example"]


def test_two_spellings_of_one_member_are_one_person():
    front = HOUSE.replace("RUTH EXAMPLE, Maine", "DAVVID EXAMPLE, Texas")
    assert speakers("    Mr. Example. Yes.\n", front)[0][0] in ("David Example", "Davvid Example")


def test_of_two_who_preside_together_the_first_is_the_chair():
    front = HOUSE.replace("Hon. Bert Sample\npresiding", "Hon. Bert Sample\nand Carla McSample presiding")
    reading = read_transcript(front + "    Ms. McSample. Yes.\n")
    assert (reading.chair, reading.turns[0].speaker) == ("Bert Sample", "Carla McSample")


def test_twenty_people_of_one_surname_leave_it_open():
    headings = "".join(f"               STATEMENT OF {chr(65 + n) * 4} WICK, DIRECTOR\n\n" for n in range(25))
    found = speakers(f"    Mr. Sample. A.\n\n{headings}    Dr. Wick. Yes.\n    Mr. Sample. B.\n    Dr. Wick. No.\n")
    assert found[1][0] == "Yyyy Wick"
    assert found[3] == (None, "The volume names 20 people or more called “Wick”.")
