"""Witnesses in lists that run on: where one person ends and the next begins, and what is no title of either."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "WASHINGTON – Senator Ida Specimen (D-ZZ) spoke at a hearing of the Senate Rope Committee today.\n\n"


def witnesses(words):
    return {
        one.name: " | ".join([*one.titles, *filter(None, [one.organization])])
        for one in read_release(HELD + words).event.witnesses
    }


@pytest.mark.parametrize(
    "second", ["Ben Sample", "Rita Template", "J. P. Mock", "Lara de Souza", "Cy Dummy", "Otto Norm"]
)
def test_a_name_over_an_office_is_the_next_witness(second):
    lines = [
        "Witnesses set to testify:",
        "Hon. Alba Example",
        "Mayor",
        "City of Sampleton",
        second,
        "President",
        "Rope Union",
    ]
    assert witnesses("\n\n".join(lines)) == {
        "Alba Example": "Mayor | City of Sampleton",
        second: "President | Rope Union",
    }


@pytest.mark.parametrize("first", ["Rope Freedom, friend of knots", "Hemp Agency", "Sailors of Ohio"])
def test_a_list_goes_on_behind_an_item_that_names_nobody(first):
    words = (
        f"The hearing featured panelists {first}, Otto Muster, Head of Rope Works, and Dr. Ana Lopez, Clerk of Knots."
    )
    assert witnesses(words) == {"Otto Muster": "Head of Rope Works", "Ana Lopez": "Clerk of Knots"}


def test_a_list_of_things_and_one_person_is_none():
    assert witnesses("The hearing featured panelists Sailors of Ohio, Otto Muster, and many others.") == {}


def test_a_list_stands_below_the_last_sentence_of_a_paragraph():
    words = (
        "“The hearing will come to order. "
        + "Rope was dear in 2015, and no remarks of anybody have changed that since then. " * 3
        + "I welcome our distinguished witnesses:\n"
        "Dr. Otto Muster  Fellow, Rope Works\n•  Witness Biography [PDF]\nMs. Ana Lopez  Director, Hemp Office\n"
    )
    assert witnesses(words) == {"Otto Muster": "Fellow | Rope Works", "Ana Lopez": "Director | Hemp Office"}


def test_a_body_over_an_office_is_none():
    lines = ["Witnesses set to testify:", "Hon. Alba Example", "Sampleton Harbor", "Director of Knots"]
    assert list(witnesses("\n\n".join(lines))) == ["Alba Example"]


@pytest.mark.parametrize(
    "lead",
    [
        "The first included",
        "The second consisted of",
        "The first had",
        "The other featured",
        "The last was",
        "The first group included",
    ],
)
def test_a_panel_told_by_its_number_alone_lists_witnesses(lead):
    words = f"Witnesses spoke on two panels. {lead}: Alba Example, Clerk, Rope Office; Rep. Otto Muster (R-XX)."
    assert witnesses(words) == {"Alba Example": "Clerk | Rope Office", "Otto Muster": ""}


@pytest.mark.parametrize(
    "others",
    [
        "other ZRI officials",
        "several rope experts",
        "two fellow scientists",
        "other officials",
        "three deputies",
        "various Institute staffers",
    ],
)
def test_others_without_a_name_are_in_no_title(others):
    words = f"The committee heard from Dr. Alba Example, Director of the Rope Institute (ZRI), and {others}."
    assert witnesses(words) == {"Alba Example": "Director of the Rope Institute (ZRI)"}


@pytest.mark.parametrize(
    "doing",
    [
        "share her findings on rope",
        "discuss knots",
        "testify on twine",
        "tell us how ropes fray",
        "offer her views",
        "explain the Rope Act",
    ],
)
def test_what_somebody_came_to_do_is_in_no_title(doing):
    words = (
        "“I thank today’s witnesses. I am pleased to welcome Dr. Alba Example, Assistant Professor at Sample "
        f"University’s Rope Institute, to {doing},” Specimen said.\n"
    )
    assert witnesses(words) == {"Alba Example": "Assistant Professor | Sample University’s Rope Institute"}
