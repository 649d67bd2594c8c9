"""What a release says of its hearing where its lines, letters or sentences came out of order on the way."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.witnesses.restoring import prepared

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
    assert any(one.startswith("Otto Muster: asked, answered or introduced") for one in reading.warnings)


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


SENTENCES = {
    "She questioned Twine Regulatory Commission Chairman Otto Muster at the hearing.": {
        "Otto Muster": ("Twine Regulatory Commission Chairman",)
    },
    "Specimen asked Otto Muster, a parent whose son fell from a rope in the yard, about knots.": {
        "Otto Muster": ("parent",)
    },
    "Otto Muster, who lost a boat to the so-called “loose knot,” told lawmakers of rope.": {"Otto Muster": ()},
    "She pressed Rope Chief of Staff General Otto Muster and Attorney General Rita Template on twine.": {
        "Otto Muster": ("Rope Chief of Staff",),
        "Rita Template": ("Attorney General",),
    },
    "She introduced Otto Muster, a farmer from Sampleton, Iowa, before he testified at the hearing.": {
        "Otto Muster": ("farmer from Sampleton, Iowa",)
    },
    "The first panel consisted of Otto Muster, Clerk of the Rope Office, and Rita Template, Dean of Twine.": {
        "Otto Muster": ("Clerk of the Rope Office",),
        "Rita Template": ("Dean of Twine",),
    },
    "The committee heard testimony via video from Otto Muster, a twine clerk, at a Rope Committee hearing.": {
        "Otto Muster": ("twine clerk",)
    },
    "At the hearing, in response to Specimen’s questions, Rope Clerk Otto Muster said that rope would come.": {
        "Otto Muster": ("Rope Clerk",)
    },
    "She pressed Rope Clerk Otto Muster, who succeeded Karl Draft, on knots at the hearing.": {
        "Otto Muster": ("Rope Clerk",)
    },
    "She questioned former Rope Clerk Otto Muster and his successor, Rita Template, about knots.": {
        "Otto Muster": ("former Rope Clerk",),
        "Rita Template": (),
    },
    "The committee heard today from Mr. Otto Muster, Owner, Muster Farms; and Ms. Rita Template, Dean, Twine Inc.": {
        "Otto Muster": ("Owner", "Muster Farms"),
        "Rita Template": ("Dean", "Twine Inc."),
    },
    "The hearing featured two experts: Dr. Otto Muster, Twine University; and Dr. Rita Template, Cord Institute.": {
        "Otto Muster": ("Twine University",),
        "Rita Template": ("Cord Institute",),
    },
    "The committee heard testimony from rope makers including Otto Muster of Sampleton and Rita Template of Knotton.": {
        "Otto Muster": (),
        "Rita Template": (),
    },
    "“Knots matter,” testified Otto Muster, a Sampleton nurse.": {"Otto Muster": ("Sampleton nurse",)},
    "The panel heard from Mr. Otto Muster, President, Rope Makers of America; and Ms. Rita Template, mother of two.": {
        "Otto Muster": ("President", "Rope Makers of America"),
        "Rita Template": ("mother of two",),
    },
    "Scheduled to testify are: Otto Muster, Mayor of Sampleton; Rita Template, Dean of Twine.": {
        "Otto Muster": ("Mayor of Sampleton",),
        "Rita Template": ("Dean of Twine",),
    },
    "La activista Ana Muestra testificó sobre cuerdas. Testificó el director Pedro Modelo.": {
        "Ana Muestra": (),
        "Pedro Modelo": ("director",),
    },
    "She grilled officials from the Rope Agency, including Director Otto Muster, at the hearing.": {
        "Otto Muster": ("Director",)
    },
    "She questioned the head of the Rope Agency, Otto Muster, and the agency’s chief inspector, Rita Template.": {
        "Otto Muster": ("head of the Rope Agency",),
        "Rita Template": ("agency’s chief inspector",),
    },
    "Former Senator Otto Muster (R-ZZ) testified before the committee.": {"Otto Muster": ("Former Senator",)},
    "She introduced Sampleton native Otto Muster at a hearing on his nomination to be U.S. Rope Judge.": {
        "Otto Muster": ("nominee to be U.S. Rope Judge",)
    },
    "She introduced Otto Muster and Rita Template, nominees to the Rope Court, at the nominations hearing.": {
        "Otto Muster": ("nominee to the Rope Court",),
        "Rita Template": ("nominee to the Rope Court",),
    },
    "The third panel featured Otto Muster, Rope Works; Rita Template, Knots Inc.; and Eva Draft, Twine University.": {
        "Otto Muster": ("Rope Works",),
        "Rita Template": ("Knots Inc.",),
        "Eva Draft": ("Twine University",),
    },
    "Rope Works CEO Otto Muster was invited to testify but declined.": {},
    "Twine CEO Otto Muster refused to appear before the committee.": {},
    "Twine CEO Otto Muster testified during the trial in May.": {},
    "She questioned Rope Clerk Rita Template about her meeting with Twine CEO Otto Muster.": {
        "Rita Template": ("Rope Clerk",)
    },
}


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_shows_the_witnesses_and_nobody_else(words):
    assert people(words) == SENTENCES[words]


@pytest.mark.parametrize(
    "words",
    [
        "She chaired the confirmation hearing for Otto Muster to be Ropemaster and Rita Template to be Twine Dean.",
        "At a hearing she took up the nominations of Otto Muster, of Ohio, to be Ropemaster, and Rita Template to be "
        "Twine Dean.",
    ],
)
def test_each_nominee_has_the_post_named_behind_the_name(words):
    assert people(words) == {
        "Otto Muster": ("nominee to be Ropemaster",),
        "Rita Template": ("nominee to be Twine Dean",),
    }


@pytest.mark.parametrize(
    "words",
    [
        "I thank our witnesses, Mr. Otto Muster and Dr. Rita Template, for being here.",
        "Today we will hear from two witnesses: Otto Muster, clerk of rope; and Rita Template, dean of twine.",
    ],
)
def test_whom_a_chair_names_together_are_all_witnesses(words):
    said = f"Senator Specimen’s opening statement:\n\n“Good morning. {words} I thank you.”"
    assert set(people(said)) == {"Otto Muster", "Rita Template"}


def test_lists_in_capitals_are_read_as_others_are():
    listed = (
        "WITNESS LIST\n\nMR. OTTO McMUSTER, PRESIDENT, ROPE WORKS LLC, SAMPLETON, OHIO\n\nRITA T. O’TEMPLATE\n"
        "DIRECTOR OF TWINE, U.S. CORD OFFICE\n\nMS. EVA DRAFT-SAMPLE (CEO, Twine LLC)\n"
    )
    assert people(listed) == {
        "Otto McMuster": ("President", "Rope Works LLC"),
        "Rita T. O’Template": ("Director of Twine", "U.S. Cord Office"),
        "Eva Draft-Sample": ("CEO", "Twine LLC"),
    }


@pytest.mark.parametrize("words", ["WITNESS LIST", "WITNESSES: NONE", "PANEL I\n\nTHE CHAIR", "WITNESSES 12"])
def test_a_heading_with_no_names_below_it_is_no_list(words):
    assert people(words) == {}


def test_a_committee_that_heard_testimony_held_a_hearing_and_its_chair_presided():
    found = event(
        "It was long.",
        "A Senate Rope Subcommittee, chaired by Sen. Ida Specimen (D-ZZ), heard testimony today from rope makers.\n\n",
    )
    assert (found.type, found.body, found.chair) == ("hearing", "Senate Rope Subcommittee", "Ida Specimen")


def test_the_people_of_a_notice_are_its_witnesses_and_its_title_stands_in_marks():
    found = event(
        'WHAT: Senate Rope Committee hearing on "Rope Prices"\nWHO: Senator Jon Exhibit, Chairman\n'
        "     Otto Muster, President, Rope Works\n     Rita Template, Director, Knots League\n"
        "WHEN: Wednesday, March 8, 2006, 9:30 a.m.\nWHERE: SD-366\n",
        "MEDIA ADVISORY\nExhibit to Chair Hearing on Rope\n",
    )
    assert (found.title, found.body, found.chair) == ("Rope Prices", "Senate Rope Committee", "Jon Exhibit")
    assert [one.name for one in found.witnesses] == ["Otto Muster", "Rita Template"]


@pytest.mark.parametrize(
    "words",
    [
        "She had the word of the acting chairwoman, and roper, Sen. Ann Dummy, that rope would be heard.",
        "At a hearing on rope the committee’s chairman, Ann Dummy, agreed.",
    ],
)
def test_who_is_called_the_chair_before_the_name_presided(words):
    assert event(words, "Sen. Ida Specimen spoke of rope. " if "At" in words else LEAD).chair == "Ann Dummy"


def test_the_acting_chair_of_an_agency_did_not_preside():
    assert event("She questioned the acting chairman of the Rope Commission, Ann Dummy, about knots.").chair is None


def test_a_title_in_small_letters_below_a_name_stays_a_line_of_its_own():
    listed = "Witnesses:\n\nOtto Muster\nclerk of the Rope Office\nRita Template, PhD\ndean of twine\n"
    assert set(people(listed)) == {"Otto Muster", "Rita Template"}
