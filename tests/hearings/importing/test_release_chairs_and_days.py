"""Who presided and on which day, in the forms that a release gives them beside the sentence of its event."""

import pytest

from hearings.importing.press_release import read_release

HELD = "WASHINGTON – The Rope Committee held a hearing today on knots.\n\n"


def event(words):
    return read_release(words).event


@pytest.mark.parametrize("second", ["cochaired", "co-chaired", "co chaired"])
@pytest.mark.parametrize("begins", ["A hearing of the Rope Commission,", "The Rope Commission,"])
def test_of_two_the_chair_is_who_chaired_it(begins, second):
    words = f"WASHINGTON – {begins} chaired by Representative Otto Muster (R-ZZ) and {second} by "
    assert event(words + "Senator Ida Beispiel (D-ZZ), held a hearing today on knots.").chair == "Otto Muster"


@pytest.mark.parametrize(
    "words",
    [
        "Chair Maria Holm thanked the witnesses.",
        "“We need rope,” said Chair Maria Holm.",
        "Chair Maria Holm opened the hearing.",
    ],
)
def test_the_only_chair_who_acts_as_one_presided(words):
    assert event(HELD + words).chair == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "Chair Maria Holm wrote a bill on knots.",
        "Chair Maria Holm thanked the witnesses. Chair Otto Muster sat beside her.",
        "Former Chair Maria Holm thanked the witnesses.",
    ],
)
def test_who_is_only_called_a_chair_did_not_preside(words):
    assert event(HELD + words).chair is None


def test_whose_statement_a_line_heads_presided():
    head = "Statement of Chairman Ida Q. Specimen before the Senate Rope Committee\nHearing on “Examining Knots”\n"
    assert event(head + "Many ropes are short. We will hear from Otto Muster today.\n").chair == "Ida Q. Specimen"


ASKED = (
    "WASHINGTON – Senator Ida Specimen (D-ZZ), a member of the Senate Rope Committee, {} Rope Director Otto Muster.\n\n"
)


@pytest.mark.parametrize(
    "day", ["At an April 17, 1991, Twine Panel hearing, Muster disagreed.", "At a May 3, 1991 hearing, he agreed."]
)
def test_an_earlier_hearing_is_not_the_event(day):
    found = event(ASKED.format("questioned") + day)
    assert (found.type, found.date, [one.name for one in found.witnesses]) == ("hearing", None, ["Otto Muster"])


def test_the_day_of_an_earlier_hearing_is_not_todays():
    words = "WASHINGTON – Senator Ida Specimen (D-ZZ) today took part in a Senate Rope Committee hearing.\n\n"
    assert event(words + "She named the Rope Committee’s January 31, 2024, hearing on twine.").date is None


def test_the_day_in_the_caption_of_a_recording_is_read():
    words = "WASHINGTON – During a Senate Rope Committee hearing on knots, Senator Ida Specimen (D-ZZ) spoke.\n\n"
    assert (
        event(words + "VIDEO: Ida Specimen speaks before the Senate Rope Committee, May 13, 2026.").date == "2026-05-13"
    )


def test_the_title_in_the_headline_of_a_statement_is_read():
    head = "Chairman Specimen’s Statement: Hearing on the President’s Rope Budget: Priorities for Twine\n\n"
    assert (
        event(head + HELD + "“It is short,” said Senator Ida Specimen.").title
        == "the President’s Rope Budget: Priorities for Twine"
    )


def test_a_transcript_of_questions_tells_of_a_hearing():
    lead = "WASHINGTON – Today, Representative Ida Specimen (D-ZZ) pressed Rope Secretary Otto Muster on knots.\n\n"
    words = "Below is a transcript of Representative Specimen’s questions and Muster’s answers:\n\n"
    found = event(lead + words + "SPECIMEN: Is it short?\n\nMUSTER: It is.")
    assert found.type == "hearing"
    assert [one.titles for one in found.witnesses] == [("Rope Secretary",)]


@pytest.mark.parametrize("law", ["P.L. 117-78", "Public Law 117-78", "Pub. L. No. 117–78", "PL 117-78"])
def test_the_number_of_a_law_is_a_reference(law):
    assert read_release(f"{HELD}They spoke of the Rope Act ({law}).").instruments == ("Rope Act", law)
