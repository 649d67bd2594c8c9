"""How the whole title of a witness is read, wherever a release gives it, and nothing that is no part of it."""

import pytest

from hearings.importing.releases.press_release import read_release

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today. "


def people(words, lead=LEAD):
    return {one.name: (one.titles, one.organization) for one in read_release(lead + words).event.witnesses}


TITLES = {
    "Acting Assistant Secretary of the Rope for Knots, Twine, and Cords Department of Commerce Otto Muster": (
        "Acting Assistant Secretary of the Rope for Knots, Twine, and Cords Department of Commerce"
    ),
    "Acting Chief of Staff of the Rope Army General Otto Q. Muster": "Acting Chief of Staff of the Rope Army",
    "Rope and Twine Office Acting Administrator Otto Muster": "Rope and Twine Office Acting Administrator",
    "National Rope Administration (NRA) Chief of Staff and Senior Advisor Otto Muster": (
        "National Rope Administration (NRA) Chief of Staff and Senior Advisor"
    ),
    "President Draft’s nominee for Rope General, Dr. Otto Muster,": "nominee for Rope General",
    "Otto Muster, nominated to serve as Head of U.S. Rope Command,": "nominated to serve as Head of U.S. Rope Command",
    "Otto Muster, the nominee for Assistant Secretary of State for Oceans, Environment and Science,": (
        "nominee for Assistant Secretary of State for Oceans, Environment and Science"
    ),
    "Otto Muster, Mayor of Sampleton, New Jersey,": "Mayor of Sampleton, New Jersey",
    "Otto Muster, Mayor of the City of Sampleton, NJ,": "Mayor of the City of Sampleton, NJ",
    "Otto Muster, the president of the Rope Union and a former roper,": "president of the Rope Union|former roper",
}


@pytest.mark.parametrize("named", TITLES)
def test_a_title_is_read_whole(named):
    ((titles, organization),) = people(f"Specimen questioned {named} on knots.").values()
    assert ("|".join(titles), organization) == (TITLES[named], None)


@pytest.mark.parametrize(
    ("words", "title", "organization"),
    [
        ("Lopez, who serves as the director of the Rope Fund, replied.", "director of the Rope Fund", None),
        ("Lopez, who is the head of ropes at the Knot Fund, replied.", "head of ropes", "Knot Fund"),
    ],
)
def test_a_title_in_another_sentence_is_read(words, title, organization):
    assert people(f"Specimen questioned Ms. Ana Lopez about knots. {words}") == {"Ana Lopez": ((title,), organization)}


def test_the_post_for_which_somebody_is_nominated_is_the_title():
    words = "The committee considered the nomination of Otto Muster to be Head of the Rope Agency. Muster testified."
    assert people(words) == {"Otto Muster": (("nominee to be Head of the Rope Agency",), None)}


@pytest.mark.parametrize(
    ("behind", "titles", "organization"),
    [
        ("Vice President of Rope America, Inc.,", ("Vice President of Rope America, Inc.",), None),
        ("mayor of Sampleton, N.J.,", ("mayor of Sampleton, N.J.",), None),
        (
            "professor of rope at Knot University and director of its Clinic,",
            ("professor of rope", "director of its Clinic"),
            "Knot University",
        ),
        ("to be an Assistant Secretary of Rope,", ("to be Assistant Secretary of Rope",), None),
    ],
)
def test_a_title_behind_a_name_ends_where_it_does(behind, titles, organization):
    assert people(f"Witnesses included Otto Muster, {behind.rstrip(',')}; Ana Lopez, Head of Twine.")[
        "Otto Muster"
    ] == (titles, organization)


def test_a_designation_and_a_division_are_no_part_of_a_name():
    words = "Specimen questioned Rope Secretary-designate Ana Lopez and Chief of the Rope Division Otto Muster."
    assert people(words) == {
        "Ana Lopez": (("Rope Secretary-designate",), None),
        "Otto Muster": (("Chief of the Rope Division",), None),
    }


def test_a_firm_behind_a_title_is_the_organization_and_nobody():
    said = people("Otto Muster, CEO, Knot Corp., testified before the committee.")
    assert said == {"Otto Muster": (("CEO",), "Knot Corp.")}


def test_whom_a_statement_is_pleased_to_welcome_is_a_list():
    words = (
        "We are pleased to welcome Dr. Otto Muster, Dean of Ropes at the University of Knots; Ms. Ana Lopez, Vice "
        "President of the Twine Group; and Mr. Jon Beispiel, author of several books on rope."
    )
    assert people(words) == {
        "Otto Muster": (("Dean of Ropes",), "University of Knots"),
        "Ana Lopez": (("Vice President of the Twine Group",), None),
        "Jon Beispiel": (("author of several books on rope",), None),
    }


def test_sentences_run_together_keep_their_list_and_a_name_that_is_a_place():
    words = "It was about care.Witnesses included Otto R. England, Secretary of Rope; Ana Q. Lopez, Head of Twine."
    assert people(words) == {
        "Otto R. England": (("Secretary of Rope",), None),
        "Ana Q. Lopez": (("Head of Twine",), None),
    }


@pytest.mark.parametrize(
    "words", ["Witness Question  Answer: later.", "She recently questioned Rope Secretary Otto Muster, who agreed."]
)
def test_a_heading_and_another_day_give_no_witness(words):
    assert people(words) == {}


def test_an_office_and_its_post_before_a_name_are_told_apart():
    words = "The Rope Service’s Deputy Director, Otto Muster, testified in support of the bill at the hearing."
    assert people(words) == {"Otto Muster": (("Deputy Director",), "Rope Service")}


def test_the_whole_title_is_preferred_to_that_of_the_headline():
    lead = "Sen. Specimen Welcomes Rope Tech President Dr. Muster to Rope Committee Hearing\n\n"
    words = (
        "U.S. Senator Ida Specimen (D-ZZ) today welcomed Dr. Otto Muster, President of the Ropeton School of Knots "
        "and Applied Technology, to testify before the Senate Rope Committee."
    )
    titles, _ = people(words, lead)["Otto Muster"]
    assert titles == ("President of the Ropeton School of Knots and Applied Technology",)


def test_a_whole_statement_without_marks_lists_its_witnesses():
    lead = (
        "SPECIMEN OPENS HEARING ON ROPES\n\nSenator Ida Specimen (D-ZZ), Chair of the Rope Committee, held a hearing. "
    )
    words = (
        "Below is her opening statement:\n\nGood morning. Today the Rope Committee looks at badly tied knots.\n\n"
        "We are pleased to welcome Dr. Otto Muster, dean of knots at the Ropeton School; and Ms. Ada Beispiel, "
        "senior adviser at the Institute of Twine."
    )
    reading = read_release(lead + words)
    assert [quote.attribution for quote in reading.quotes] == ["whole statement"]
    assert [one.name for one in reading.event.witnesses] == ["Otto Muster", "Ada Beispiel"]


def test_a_calling_in_the_plural_is_no_part_of_a_name():
    reading = read_release("“We must do better,” said Congresswomen Ida Specimen.")
    assert [quote.speaker for quote in reading.quotes] == ["Ida Specimen"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("He spoke of Rep. Otto Muster’s ‘Rope Reform Act of 2014’ and of knots.", "Rope Reform Act of 2014"),
        ("The Sailors’ Rope Reform Act of 2014 gives rope.", "Sailors’ Rope Reform Act of 2014"),
        (
            "She signed National Security Presidential Directive-44 on rope.",
            "National Security Presidential Directive-44",
        ),
        ("It follows Presidential Policy Directive 21.", "Presidential Policy Directive 21"),
    ],
)
def test_an_act_in_single_marks_and_a_directive_are_references(words, name):
    assert read_release(words).instruments == (name,)
