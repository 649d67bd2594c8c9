"""Title, day and chair of an event where the text gives them in plain sentences, without marks or labels."""

import pytest

from hearings.importing.releases.press_release import read_release

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today.\n\n"


def event(text):
    return read_release(text).event


@pytest.mark.parametrize(
    "words",
    [
        "The hearing, Protecting Young Sailors from Bad Knots, was the first since 2010.",
        "They came to the field hearing, entitled Protecting Young Sailors from Bad Knots. It was long.",
        "It came during “Protecting Young Sailors from Bad Knots” — the Committee’s first hearing of the year.",
    ],
)
def test_a_title_in_a_sentence_is_read(words):
    assert event(LEAD + words + "\n").title == "Protecting Young Sailors from Bad Knots"


def test_a_topic_that_has_a_title_behind_a_colon_is_read_with_it():
    text = "WASHINGTON – Senator Ida Specimen today presided over the Hearing on the Future of Rope: Knots and Nets.\n"
    assert event(text).title == "Future of Rope: Knots and Nets"


def test_a_program_that_is_examined_is_no_title():
    text = LEAD + "The hearing will examine the “Twine Supply Forecasting Program” of the Rope Bureau.\n"
    assert event(text).title is None


@pytest.mark.parametrize(
    ("day", "begin", "iso"),
    [
        (
            "March 4, 2020 12:00 AM\n\n",
            "WASHINGTON – Sen. Ida Specimen today asked about rope at a hearing.",
            "2020-03-04",
        ),
        ("", "KNOTVILLE, ZZ [03/14/20]—Today, Sen. Ida Specimen held a hearing on rope.", "2020-03-14"),
        (
            "March 4, 2020\n\n",
            "WASHINGTON – Ida Specimen pressed the Rope Bureau on Wednesday. It was at a hearing.",
            "2020-03-04",
        ),
        (
            "March 5, 2020\n\n",
            "Sen. Ida Specimen chaired a hearing of the Rope Committee on Wednesday to examine rope.",
            "2020-03-04",
        ),
    ],
)
def test_the_day_is_read_from_the_day_of_the_release(day, begin, iso):
    assert event(f"SPECIMEN ON ROPE\n\n{day}{begin}\n").date == iso


@pytest.mark.parametrize(
    "words",
    [
        "The Commission’s co-chairman, Rep. Otto Muster (R-YY), who presided, opened the hearing.",
        "The committee, led by Chairman Otto Muster, heard testimony from sailors.",
        "The committee’s chair, Senator Jo Test of Zeland, authorized Otto Muster to chair the field hearing.",
        "Otto Muster, Republican of Zeland and Chairman of the Rope Committee, held the first in a series of hearings.",
    ],
)
def test_who_is_said_to_preside_did(words):
    assert event(LEAD + words + "\n").chair == "Otto Muster"


def test_the_chairman_of_a_tribe_did_not_preside():
    text = (
        "Today, at a Senate Rope Committee hearing, Senator Ida Specimen introduced Knot Tribe Chairman Otto Muster. "
        "Chairman Muster thanked her.\n"
    )
    assert event(text).chair is None


def test_a_weekday_behind_a_name_is_no_part_of_it():
    text = "Witnesses told Sen. Ida Specimen Thursday at a hearing that rope is short. “It is,” Specimen said.\n"
    assert [one.speaker for one in read_release(text).quotes] == ["Ida Specimen"]


@pytest.mark.parametrize(
    "words",
    [
        "Senator Ida Specimen (D-ZZ) spoke at a Senate Rope Committee business meeting today.",
        "The Senate Rope Committee today held an executive business meeting on knots.",
        "Today’s business meeting of the Senate Rope Committee went over knots.",
        "During a Senate Rope Committee Business Meeting today, Senator Ida Specimen voted for a bill on knots.",
    ],
)
def test_the_business_meeting_of_a_committee_is_an_event(words):
    found = event(f"April 9, 2014\n\nWASHINGTON – {words}\n")
    assert (found.type, found.date, found.body) == ("business meeting", "2014-04-09", "Senate Rope Committee")


def test_a_hearing_beside_a_business_meeting_is_the_event():
    words = "The Rope Committee held a business meeting. Today’s hearing of the Rope Committee went over knots."
    assert event(f"April 9, 2014\n\nWASHINGTON – {words}\n").type == "hearing"


@pytest.mark.parametrize("words", ["told owners of rope at a small business meeting", "asked for a business meeting"])
def test_another_meeting_is_no_event(words):
    assert event(f"April 9, 2014\n\nWASHINGTON – Senator Ida Specimen (D-ZZ) {words} today.\n") is None
