"""Who a label is resolved to, and when it is left open with a reason instead of a guess."""

import pytest

from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.volume import read_transcript
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


@pytest.mark.parametrize("label", ["Mr. sample", "Senater Sample", "Chiarman Sample", "Represenative Sample"])
def test_a_label_with_a_slip_of_the_pen_begins_a_turn_of_who_is_known(label):
    turns = read_transcript(HOUSE.replace("Senate", "") + f"    Mr. Sample. A.\n    {label}. Words here.\n").turns
    assert (turns[1].label, turns[1].text) == (f"{label}.", "Words here.")
    assert turns[1].speaker == ("Bert Sample" if "Senater" not in label else None)


@pytest.mark.parametrize("line", ["Mr. nobody. Words here.", "Mr. president. Words.", "Surprise Sample. Words."])
def test_a_slip_is_none_where_nobody_is_known_or_no_title_is_meant(line):
    assert len(read_transcript(HOUSE + f"    Mr. Sample. A.\n    {line}\n").turns) == 1


def test_a_chairwoman_is_no_man():
    body = "    Chairwoman McSample. A. I am glad to be here.\n    Mr. Sample. I thank Ms. Carla McSample.\n"
    assert speakers(body)[0] == ("Carla McSample", "")


def test_of_one_surname_a_doctor_a_member_and_a_senator_are_told_apart_by_their_titles():
    front = HOUSE.replace("Keeper, Anna L., Director of Wicks", "Example, Ruth A., Ph.D., Director of Wicks")
    front = front.replace("RUTH EXAMPLE, Maine", "")
    both = speakers("    Dr. Example. Yes.\n    Mr. Example. No.\n    Senator Example. Here.\n", front)
    assert [name for name, _ in both] == ["Ruth A. Example", "David Example", None]
    assert both[2][1].startswith("“Senator Example.” does not agree with")
    assert speakers("    Mr. Example. No.\n", front)[0][0] is None


def test_members_of_a_joint_commission_are_told_apart_by_the_columns_of_the_roster():
    front = HOUSE.replace(
        "                   IDA B. SPECIMEN", "               HOUSE\n\n" + " " * 51 + "SENATE\n\nIDA SPECIMEN"
    )
    front = front.replace("DAVID EXAMPLE, Texas                 RUTH", "DAVID EXAMPLE, Texas                 RALPH")
    front = front.replace("[House Hearing, 107", "[Joint House and Senate Hearing, 107")
    found = speakers("    Senator Example. A.\n    Representative Example. B.\n    Mr. Example. C.\n", front)
    assert [name for name, _ in found] == ["Ralph Example", "David Example", "David Example"]


def test_the_label_that_opens_a_sitting_is_the_presiders():
    front = HOUSE.replace("Hon. Bert Sample", "Hon. Ruth Example")
    found = speakers("    Ms. Example. We begin.\n    Mr. Sample. Yes.\n    Ms. Example. Thank you.\n", front)
    assert [name for name, _ in found] == ["Ruth Example", "Bert Sample", "Ruth Example"]


def test_a_heading_shows_which_of_a_couple_is_meant():
    heading = "               STATEMENT OF {}, SAMPLEBURY\n\n"
    body = heading.format("RAY WICK") + "    Mr. Sample. Sir?\n    Mr. Wick. A.\n"
    body += heading.format("PAT WICK") + "    Mr. Sample. Welcome.\n    Mrs. Wick. B.\n    Mr. Wick. C.\n"
    assert [name for name, _ in speakers(body)] == ["Bert Sample", "Ray Wick", "Bert Sample", "Pat Wick", "Ray Wick"]


def test_two_words_of_a_surname_are_no_full_name():
    assert (
        speakers("    Ms. Lamp Wick. I yield to you.\n    Ms. Lamp Wick. No.\n")
        == [(None, "The volume gives no full name for “Lamp Wick”.")] * 2
    )


def test_a_surname_is_spelt_as_in_the_labels_and_a_second_presider_as_in_the_convening():
    front = HOUSE.replace("Keeper, Anna L.", "Dekeeper, Anna L.").replace(
        "Hon. Bert Sample\npresiding", "Hon. Bert Sample\nand David E. Example presiding"
    )
    found = speakers("    Ms. DeKeeper. A.\n    Mr. Example. B.\n", front.replace("RUTH EXAMPLE, Maine", ""))
    assert [name for name, _ in found] == ["Anna L. DeKeeper", "David E. Example"]


@pytest.mark.parametrize(
    ("words", "answer", "presiding"),
    [
        ("I now recognize Mr. McSample to take the chair.", "Thank you.", [("Bert Sample", 1), ("Carla McSample", 2)]),
        ("Would Ms. McSample preside while I vote?", "Yes.", [("Bert Sample", 1), ("Carla McSample", 2)]),
        ("I turn the gavel over to my friend Ms. McSample.", "Yes.", [("Bert Sample", 1), ("Carla McSample", 2)]),
        ("Ms. McSample, who will take the chair of the lamp board?", "Yes.", [("Bert Sample", 1)]),
        ("Somebody will take the chair.", "I am here.", [("Bert Sample", 1)]),
    ],
)
def test_the_chair_passes_by_words_to_the_member_who_is_named_and_speaks_next(words, answer, presiding):
    body = f"    Mr. Sample. {words}\n    Ms. McSample. {answer}\n    Mr. Sample. Lamps.\n"
    assert [(one.name, one.from_turn) for one in read_transcript(HOUSE + body).presiding] == presiding


def test_the_chair_comes_back_by_words_and_a_witness_only_takes_a_seat():
    body = "    Mr. Sample. Ms. McSample will take the chair.\n    Ms. McSample. A.\n"
    body += "    Mr. Sample. I thank Ms. McSample for taking the chair. Ms. Keeper, please take the chair there.\n"
    reading = read_transcript(HOUSE + body + "    Ms. Keeper. B.\n")
    assert [(one.name, one.from_turn) for one in reading.presiding] == [
        ("Bert Sample", 1), ("Carla McSample", 2), ("Bert Sample", 3),
    ]  # fmt: skip


def test_who_takes_the_chair_in_the_first_label_presides_until_the_chair_comes():
    body = "    Ms. McSample [assuming the chair]. We begin.\n    Mr. Sample [taking the chair]. Thank you.\n"
    reading = read_transcript(HOUSE + body)
    assert [(one.name, one.from_turn) for one in reading.presiding] == [("Carla McSample", 1), ("Bert Sample", 2)]


def test_two_people_who_are_addressed_in_one_sentence_are_no_label():
    body = "    Mr. Sample. Thank you.\n    Dr. Keeper and Dr. \nMcSample, I think one thing is clear.\n"
    assert [turn.label for turn in read_transcript(HOUSE + body).turns] == ["Mr. Sample."]


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Senator Sample [Presiding.]", "All right."),
        ("Senator Sample.", "--that the lamps were lit."),
        ("The Chairman [Presiding.]", "All right."),
    ],
)
def test_a_stop_within_the_brackets_and_words_after_dashes_belong_to_a_label(label, words):
    glue = "" if words.startswith("--") else " "
    turns = read_transcript(f"{FRONT}    Senator Sample. A.\n    Mr. McSample. B.\n    {label}{glue}{words}\n").turns
    assert [(turn.label, turn.text) for turn in turns][2:] == [(label, words)]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Good morning. My name is Otto Newcomer, Director of Wicks.", "Otto Newcomer"),
        ("Thank you. My name is Otto Newcomer and I keep lamps.", "Otto Newcomer"),
        ("My name is Otto Other.", None),
        ("My name is on the list.", None),
    ],
)
def test_who_says_the_own_name_under_a_label_is_known_by_it(words, speaker):
    found = speakers(f"    Mr. Newcomer. {words}\n    Mr. Sample. A.\n    Mr. Newcomer. B.\n")
    assert [name for name, _ in found] == [speaker, "Bert Sample", speaker]


def test_who_is_listed_is_not_renamed_by_words_under_a_label_of_the_surname():
    found = speakers("    Ms. Example. My name is Ida Example.\n")
    assert found[0][0] is None


def test_a_name_broken_at_the_end_of_a_line_is_that_of_the_roster():
    front = HOUSE.replace("Hon. Bert Sample\npresiding", "Hon. Bert Sam-\nple presiding")
    assert front != HOUSE
    reading = read_transcript(front + "    Mr. Sample. A.\n")
    assert (reading.chair, reading.turns[0].speaker) == ("Bert Sample", "Bert Sample")


CALLED = """    Senator Sample. Thank you.
    Ms. Keeper. {}

                STATEMENT OF ANNA L. KEEPER, DIRECTOR OF
                              WICKS

    Ms. Keeper. I thank you.
"""


def test_words_to_a_witness_under_her_own_label_before_her_statement_are_left_open():
    reading = read_transcript(FRONT + CALLED.format("If you could hold it close to your mouth. Thank you."))
    assert [turn.speaker for turn in reading.turns] == ["Bert Sample", None, "Anna L. Keeper"]
    assert reading.turns[1].reason.startswith("The words address somebody, just before")
    line = reading.turns[1].line
    assert any(f"gives a statement right after them: 1, in the lines {line}." in one for one in reading.warnings)


@pytest.mark.parametrize(
    ("words", "before"),
    [("Thank you, I am ready.", ""), ("Do you hear me?", "    Ms. Keeper. Good morning.\n    Senator Sample. Well?\n")],
)
def test_a_witness_who_thanks_or_has_spoken_before_her_statement_is_named(words, before):
    turns = read_transcript(FRONT + before + CALLED.format(words)).turns
    assert [turn.speaker for turn in turns][-2:] == ["Anna L. Keeper", "Anna L. Keeper"]


@pytest.mark.parametrize("label", ["Miembro de la audiencia.", "Persona del público.", "Ms. Unknown:"])
def test_labels_of_nobody_known_begin_a_turn_of_their_own(label):
    turns = read_transcript(FRONT + f"    Senator Sample. We begin.\n    {label} Basta.\n").turns
    assert [(turn.label, turn.speaker, turn.text) for turn in turns] == [
        ("Senator Sample.", "Bert Sample", "We begin."),
        (label, None, "Basta."),
    ]
