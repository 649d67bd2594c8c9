"""Statements printed whole under headings of every kind: where they begin and end, and who is their speaker."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.texts.mending import mend

ORDER = (
    "The Subcommittee on Ropes and Related Fibers will come to order.\n"
    "I want to welcome the administrator of the Rope Agency, Dr. Muster. Thank you for appearing before us.\n"
    "Unfortunately, the Subcommittee has not received the budget.\n"
    "I look forward to your testimony."
)
GREETING = (
    "Good morning. Today we hear of ropes, and of those who make them.\n"
    "The market has fallen for three years.\nI thank our witnesses and yield back."
)
LATE = (
    "Today’s hearing concerns the rope program of the Bureau, which Congress created in 1990.\n"
    "The program has grown by half.\nIn 2005, the auditors found waste in it.\n"
    "The Bureau has answered none of their questions.\nI look forward to the testimony of our witnesses."
)
MEETS = (
    "This morning the Committee meets to examine the state of our ropes. I would like to welcome our witnesses.\n"
    "Ropes are the backbone of the harbor economy.\nI yield back the balance of my time."
)
LEAD = "Specimen Speaks at Hearing\n\nWASHINGTON – U.S. Rep. Ida Specimen (R-ZZ) today chaired a hearing on ropes.\n\n"


def said(text):
    """Speaker and paragraphs of each quote of a release."""
    return [(one.speaker, [part.text for part in one.parts]) for one in read_release(mend(text).text).quotes]


@pytest.mark.parametrize("words", [ORDER, GREETING, LATE, MEETS])
@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("SPECIMEN OPENING STATEMENT: ROPES BUDGET HEARING – DR. MAX MUSTER, ROPE AGENCY", None),
        ("Specimen Opening Statement: FY 2014 Rope Budget Hearing", None),
        ("Opening Statement: Chairman Ida Specimen – Hearing on Rope Budgets", "Ida Specimen"),
        ("Chairman Specimen’s Opening Statement - Budget Hearing on the Rope Agency", None),
        ("OPENING STATEMENT OF CHAIRMAN IDA SPECIMEN\nSUBCOMMITTEE ON ROPES\nAPRIL 24, 2013", "Ida Specimen"),
        (
            "Specimen Opens\n\nCHAIRMAN IDA SPECIMEN, JR. (R-ZZ)\nHEARING ON ROPES\nOPENING STATEMENT",
            "Ida Specimen, Jr.",
        ),
        ("Specimen Opens\n\nCHAIRMAN IDA SPECIMEN (R-ZZ)\nOPENING STATEMENT\n(REMARKS AS PREPARED)", "Ida Specimen"),
        ("Congresswoman Ida Specimen\nOpening Statement\nHearing on Rope Budgets", "Ida Specimen"),
        ("Statement by the Honorable Ida Specimen, Chairman, Subcommittee on Ropes", "Ida Specimen"),
        (f"{LEAD}Full text of Congresswoman Specimen opening remarks are available below:", "Ida Specimen"),
        (f"{LEAD.rstrip()} The text of her opening statement follows.", "Ida Specimen"),
        (f"{LEAD}(Remarks as delivered)", "Ida Specimen"),
        (f"{LEAD}*As prepared for delivery*", "Ida Specimen"),
        (f"{LEAD}As prepared for delivery:", "Ida Specimen"),
        (f"{LEAD}REMARKS AS PREPARED:", "Ida Specimen"),
        (f"{LEAD}Opening statement, as delivered –", "Ida Specimen"),
        (f"{LEAD}(As submitted for the record):", "Ida Specimen"),
        (f"{LEAD}[AS PREPARED FOR DELIVERY]", "Ida Specimen"),
        (f"{LEAD}The following is the statement as prepared for delivery:", "Ida Specimen"),
        ("Rep. Ida Specimen: Remarks at Hearing on Ropes", "Ida Specimen"),
        ("HEARING STATEMENT: Chairman Ida Specimen on Rope Budgets", "Ida Specimen"),
    ],
)
def test_a_heading_of_any_form_gives_the_words_below_it_to_whom_it_names(heading, speaker, words):
    assert said(f"{heading}\n\n{words}\n###\n") == [(speaker, words.split("\n"))]


@pytest.mark.parametrize("words", [ORDER, GREETING, MEETS])
@pytest.mark.parametrize(
    "begin",
    [
        "CHAIRMAN IDA SPECIMEN (R-ZZ)\nHEARING ON ROPE BUDGETS\nOPENING STATEMENT\n(REMARKS AS PREPARED) ",
        "Rep. Ida Specimen’s Statement at Rope Hearing\n\n(Remarks as delivered) ",
        "Rep. Ida Specimen’s Statement at Rope Hearing\n\n(As Prepared) – ",
        "Rep. Ida Specimen’s Statement at Rope Hearing\n\nAs prepared for delivery: ",
        f"{LEAD}Chairman Specimen: ",
        f"{LEAD}Chairman Specimen’s remarks follow: ",
        f"{LEAD.rstrip()} Her opening statement as prepared for delivery follows: ",
        "Specimen Opens\n\nWASHINGTON – Chairman Ida Specimen (R-ZZ) made the following statement on ropes: ",
        "Specimen Opens\n\nWASHINGTON – Below are Chairman Ida Specimen’s opening remarks from the hearing: ",
    ],
)
def test_words_begin_behind_their_heading_in_the_same_line(begin, words):
    assert said(f"{begin}{words}\n###\n") == [("Ida Specimen", words.split("\n"))]


def test_a_dateline_stands_before_the_words_of_a_statement():
    text = f"Rep. Ida Specimen’s Statement at Rope Hearing\n\nWashington, DC – {GREETING}\n###\n"
    assert said(text) == [("Ida Specimen", GREETING.split("\n"))]


@pytest.mark.parametrize(
    "release",
    [
        "SPECIMEN OPENING STATEMENT: ROPES\n\nThe panel met today. It heard of ropes.\n\nNobody spoke of knots.\n",
        "Specimen Statement: “We Need Ropes”\n\nSen. Specimen left early.\n\nWe are told that ropes break.\n",
        f"{LEAD}Opening Statement\n\nThe hearing was webcast. The record stays open.\n",
        f"{LEAD}Chairman Specimen: The hearing is closed to the press.\n",
        "Specimen Opens\n\nWASHINGTON – Rep. Ida Specimen (R-ZZ) told members of the following report: It is long.\n",
    ],
)
def test_what_nobody_says_in_person_below_a_heading_is_no_statement(release):
    assert said(release) == []


@pytest.mark.parametrize(
    "end",
    [
        "Click here for additional information from the hearing.",
        "To watch the hearing, please click here.",
        "For more information, visit the page of the Subcommittee.",
    ],
)
def test_a_link_at_the_end_of_its_last_paragraph_is_not_of_the_statement(end):
    assert said(f"Rep. Ida Specimen’s Statement at Rope Hearing\n\n{GREETING} {end}\n") == [
        ("Ida Specimen", GREETING.split("\n"))
    ]


def test_a_rule_of_strokes_in_a_line_parts_its_paragraphs():
    text = (
        "WASHINGTON – Rep. Ida Specimen (R-ZZ) took part in a hearing. Below is the statement Specimen gave at the "
        "hearing entitled “Ropes Wanted.” -----------------   Statement: “Ropes hold.   They must be mended.”   "
        "Witnesses included Max Muster."
    )
    assert said(text) == [("Ida Specimen", ["Ropes hold.", "They must be mended."])]


CALL = "Good morning. The Subcommittee will come to order. Today we examine ropes.\nI thank the witnesses.\n"


@pytest.mark.parametrize(
    ("heading", "title", "day", "chair"),
    [
        (
            "CHAIRMAN IDA SPECIMEN, JR. (R-ZZ)\nPANEL ON 21ST CENTURY ROPES\n"
            "HEARING ON OVERVIEW OF THE ROPE SYSTEM APRIL 24, 2013\nOPENING STATEMENT\n"
            "(REMARKS AS PREPARED) Welcome to the hearing of the “Panel on 21st Century Ropes.” ",
            "OVERVIEW OF THE ROPE SYSTEM",
            "2013-04-24",
            "Ida Specimen, Jr.",
        ),
        (
            "HON. IDA SPECIMEN\nCHAIRMAN, SUBCOMMITTEE ON ROPES\nOPENING STATEMENT\n"
            "OVERSIGHT HEARING ON ROPE SAFETY IN OUR HARBORS\nAPRIL 4, 2012\n\n",
            "ROPE SAFETY IN OUR HARBORS",
            "2012-04-04",
            "Ida Specimen",
        ),
        (
            "Opening Statement of Rep. Ida Specimen\n\n“The Future of Ropes”\nCommittee on Ropes\nJune 9, 2010\n\n",
            "The Future of Ropes",
            "2010-06-09",
            "Ida Specimen",
        ),
    ],
)
def test_the_heading_of_a_statement_tells_of_its_hearing(heading, title, day, chair):
    event = read_release(f"{heading}{CALL}\n###\n").event
    assert (event.title, event.date, event.chair) == (title, day, chair)


@pytest.mark.parametrize(
    "release",
    [
        f"Full Committee Chairman Ida Specimen’s Opening Statement at Subcommittee Hearing\n\n{GREETING}\n",
        f"Ranking Member Ida Specimen’s Opening Statement at Rope Hearing\n\n{GREETING}\n",
    ],
)
def test_whoever_speaks_at_a_hearing_need_not_preside(release):
    reading = read_release(release)
    assert [one.speaker for one in reading.quotes] == ["Ida Specimen"]
    assert reading.event.chair is None


AGENCY = (
    "Washington, D.C. — Congressman Mark Sampley (ZZ-04), Chairman of the Ropes and Twine Subcommittee on the House "
    "Harbors Committee, released the following statement after the Harbor Trading Commission (HTC) Chairman Max Muster "
    "testified before the Subcommittee regarding a 53 percent increase in staff.”\n\n“Ropes are dear,” said Sampley.\n"
)


def test_a_stray_mark_behind_the_lead_makes_no_words_of_it_and_the_chair_of_an_agency_does_not_preside():
    assert said(AGENCY) == [("Mark Sampley", ["Ropes are dear,"])]
    assert read_release(AGENCY).event.chair == "Mark Sampley"


def test_what_a_release_tells_of_the_speaker_at_its_end_is_not_of_the_statement():
    text = f"{LEAD}Opening Statement\n\n{GREETING}\n"
    text += "Since January, Specimen, who serves on the Rope Committee, has brought ropes to our harbors and schools.\n"
    assert said(text) == [("Ida Specimen", GREETING.split("\n"))]
