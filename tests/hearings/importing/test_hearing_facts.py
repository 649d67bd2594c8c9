"""What a release says of its hearing where its lines, letters or sentences came out of order on the way."""

import pytest

from hearings.importing.press_release import read_release
from hearings.importing.restoring import prepared

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today.\n\n"


def event(words, lead=LEAD):
    return read_release(lead + words).event


def people(words, lead=LEAD):
    found = event(words, lead).witnesses
    return {one.name: (*one.titles, *([one.organization] if one.organization else [])) for one in found}


def test_a_list_whose_lines_were_run_together_is_read_by_its_panels():
    listed = (
        "DetailsWhat:Senate Rope HearingWhen:Thursday, May 2, 10:00 a.m.Who:\n\n"
        "Panel IHon. Ida Muster (D-ZZ),United States SenatorHon. Otto Beispiel, MD (R-ZZ),United States Representative"
        "\n\nPanel IIRita Template, MD,President, National Knot Association"
        "Jon McExhibit, DNP, AGACNP-BC,Nurse, Twine HealthAna Lopez Draft, MD, FACS,Surgeon, Cord Clinic"
    )
    assert people(listed) == {
        "Ida Muster": ("United States Senator",),
        "Otto Beispiel": ("United States Representative",),
        "Rita Template": ("President", "National Knot Association"),
        "Jon McExhibit": ("Nurse", "Twine Health"),
        "Ana Lopez Draft": ("Surgeon", "Cord Clinic"),
    }


@pytest.mark.parametrize(
    "line", ["They met at McDonald Rope, Inc. in Sampleton.", "See the page: Rope, twine and cords."]
)
def test_words_that_are_not_run_together_stay_as_they_are(line):
    assert prepared(LEAD + line, LEAD + line) == (LEAD + line, LEAD + line)


def test_a_sentence_that_a_link_broke_into_lines_is_read_as_one():
    words = "Today in a Senate Rope hearing, Senator Ida Specimen\nquestioned\nRope Director Otto Muster on knots."
    assert people(words, "Specimen Lambasts Muster\n") == {"Otto Muster": ("Rope Director",)}


def test_a_calling_in_capitals_before_a_name_is_its_title():
    said = people("Senator Specimen questioned Twineworks’ current Quality Engineer Otto Muster about knots.")
    assert said == {"Otto Muster": ("Twineworks’ current Quality Engineer",)}


def test_words_of_a_headline_alone_are_nobody():
    lead = "Specimen Presses Ropemaster General for Answers on Sampleton Twine Issues\n" + LEAD
    assert people("The senator asked for knots.", lead) == {}


def test_a_name_in_the_headline_counts_where_the_text_names_it_again():
    lead = "Specimen Presses Ropemaster General Otto Muster on Twine\n" + LEAD
    assert people("Mr. Muster answered.", lead) == {"Otto Muster": ("Ropemaster General",)}


def test_who_agreed_to_testify_is_a_witness():
    assert people(
        "Twine Works CEO Jörn Muster has changed his plans and has agreed to testify voluntarily on knots."
    ) == {"Jörn Muster": ("Twine Works CEO",)}


def test_a_title_before_a_comma_and_a_name_belongs_to_that_name():
    words = "She questioned Knot University President Rita Template, and Cord President, Otto Muster about knots."
    assert people(words) == {"Rita Template": ("Knot University President",), "Otto Muster": ("Cord President",)}


def test_a_title_ends_before_the_next_body_of_a_list():
    words = (
        "The chair held a hearing today on twine, featuring Dr. Otto Muster, director of the Centers for Rope (CFR), "
        "the U.S. Twine Department, and two private groups."
    )
    assert people(words) == {"Otto Muster": ("director of the Centers for Rope (CFR)",)}


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("And I look forward to the testimony of Otto Muster, the new acting clerk.", "acting clerk"),
        (
            "We will rely on testimony by a former U.S. Attorney for the District of Rope, Mr. Otto Muster.",
            "former U.S. Attorney for the District of Rope",
        ),
        ("Today we will hear from Rope Office Director Otto Muster.", "Rope Office Director"),
        ("Our first witness is Otto Muster, clerk of the Rope Office.", "clerk of the Rope Office"),
    ],
)
def test_whom_the_chair_says_to_testify_is_a_witness_to_be_checked(words, title):
    reading = read_release(f"{LEAD}Senator Specimen’s opening statement:\n\n“Good morning. {words} I thank you.”")
    assert [(one.name, one.titles) for one in reading.event.witnesses] == [("Otto Muster", (title,))]
    assert any(one.startswith("Otto Muster: witnesses only because") for one in reading.warnings)


@pytest.mark.parametrize(
    "words",
    [
        "We invited Mr. Otto Muster, Chief of the Rope Section. The office refused to let him testify.",
        "I wish we could hear from Otto Muster, the clerk.",
        "The testimony of Otto Muster last year moved us.",
    ],
)
def test_who_did_not_come_is_no_witness(words):
    assert people(f"Senator Specimen’s opening statement:\n\n“Good morning. {words} I thank you.”") == {}


def test_a_name_with_a_damaged_letter_is_given_as_written():
    words = "The committee heard testimony from Cristi?n Muster, director of the Rope Office."
    assert people(words) == {"Cristi?n Muster": ("director of the Rope Office",)}


def test_several_titles_of_one_witness_in_a_list_are_told_apart():
    words = (
        "The hearing featured two witnesses (click on the name to read the words): Col. Otto Muster, U.S. Army (RET), "
        "Former Director, Rope Works, and current President of Twine International; Rita Template, Specialist in Knots "
        "at the Cord Service, and analyst on twine."
    )
    assert people(words) == {
        "Otto Muster": ("Former Director", "current President of Twine International", "Rope Works"),
        "Rita Template": ("Specialist in Knots", "analyst on twine", "Cord Service"),
    }


def test_who_serves_as_chairman_of_the_committee_presided():
    words = "“Rope waits,” said Exhibit (R-ZZ), who serves as chairman of the U.S. Senate Committee on Rope."
    assert event(words, "At a hearing on rope, Sen. Jon Exhibit praised knots.\n\n").chair == "Jon Exhibit"
