"""Witnesses in the wordings by which releases introduce them, and who is named at a hearing without being one."""

import pytest

from hearings.importing.releases.press_release import read_release

ASKED = "WASHINGTON – Sen. Ida Specimen (D-ZZ) asked about rope at a Senate Rope Committee hearing today.\n\n"
TWO = {"Otto Muster": "director of the Rope Service", "Anna Probe": "owner of Twine Farm"}
NAMED = "Otto Muster, director of the Rope Service, and Anna Probe, owner of Twine Farm."


def witnesses(words):
    return {
        one.name: ", ".join(filter(None, (*one.titles, one.organization)))
        for one in read_release(words).event.witnesses
    }


@pytest.mark.parametrize(
    "words",
    [
        "Witnesses at yesterday’s joint Oversight of Rope and Natural Twine Committee hearing were: ",
        "Witnesses testifying before the full Committee at this morning’s hearing included ",
        "Among those testifying were ",
        "Called as witnesses were ",
        "Providing testimony were ",
        "The panel will include ",
        "She was joined on the witness panel by ",
        "She thanked the witnesses – ",
    ],
)
def test_a_list_is_read_behind_every_wording(words):
    assert witnesses(f"{ASKED}{words}{NAMED}") == TWO


def test_an_ampersand_of_a_web_page_ends_no_item():
    words = "Witnesses were: Otto Muster, Director of the Rope Service; and Jon Holm, Partner with Twine &amp; Knot."
    assert witnesses(ASKED + words)["Jon Holm"] == "Partner, Twine &amp; Knot"


def test_a_given_name_that_is_a_title_too_ends_no_list():
    words = "Witnesses:\nOtto Muster, Director, Rope Service\nDean Holm, Deputy Director of Knots\nAnna Probe, farmer"
    assert list(witnesses(ASKED + words)) == ["Otto Muster", "Dean Holm", "Anna Probe"]


def test_a_family_name_that_is_a_place_too_is_a_name():
    words = "Rope Commission Bureau Chief William Lake testified on knots."
    assert witnesses(ASKED + words) == {"William Lake": "Rope Commission Bureau Chief"}


@pytest.mark.parametrize(
    "verb",
    [
        "called on the panel to act",
        "urged the committee to act",
        "briefed senators on rope",
        "warned lawmakers about rope",
        "implored members of the committee to act",
        "gave testimony on rope",
        "was called as a witness by the majority",
    ],
)
def test_who_speaks_to_the_committee_is_a_witness(verb):
    assert witnesses(f"{ASKED}Otto Muster, owner of Twine Farm, {verb}.") == {"Otto Muster": "owner of Twine Farm"}


COUNTED = """
“Rope is good,” said Jack Muster, Rope County Attorney.

Abbie Holm, Executive Director, Twine Center said, “You are a leader.”

Speaking for the fans, Jon Probe, founder and chair of the Knot Coalition, argued that rope is short.

Senator Ida Specimen (D-ZZ) said, “I like it.”
"""


@pytest.mark.parametrize("words", ["The four witnesses spoke of knots.", "The hearing drew on a number of witnesses."])
def test_the_witnesses_who_are_counted_are_those_whom_the_release_quotes(words):
    reading = read_release(f"{ASKED}{words}\n{COUNTED}")
    assert [one.name for one in reading.event.witnesses] == ["Jack Muster", "Abbie Holm", "Jon Probe"]
    assert any("not plainly said to have testified" in one for one in reading.warnings)


def test_where_no_witnesses_are_counted_who_is_quoted_is_none():
    assert witnesses(f"{ASKED}Many people spoke of knots.\n{COUNTED}") == {}


INTRODUCED = """SEN. SPECIMEN ON ROPE

Senator Ida Specimen (D-ZZ) today convened a hearing on rope.

The full text of her opening statement as prepared is below:

{0}I’d like to thank you all for coming to this hearing.

{0}Let me introduce our witnesses. First, Assistant Secretary Vera Muster, who oversees rope.

{0}Debra Holm, President of the National Rope Partnership, the organization that led the creation of rope.

{0}Next, we have Marcel Probe from DC TWINE, who will share her story.

{0}Otto Beispiel is the director of the Rope Service.

{0}And Kathie Ejemplo for sharing her experience. I look forward to hearing from all of you.

{0}Rope matters to Ida Nobody, the owner of Twine Farm.
"""


@pytest.mark.parametrize("mark", ["", "“"])
def test_whom_the_chair_introduces_one_by_one_is_a_witness(mark):
    assert witnesses(INTRODUCED.format(mark)) == {
        "Vera Muster": "Assistant Secretary",
        "Debra Holm": "President of the National Rope Partnership",
        "Marcel Probe": "DC TWINE",
        "Otto Beispiel": "director of the Rope Service",
        "Kathie Ejemplo": "",
    }


@pytest.mark.parametrize(
    "words",
    [
        "She submitted a statement from Olivia and Jon Muster, the parents of Rope veteran Jon Muster.",
        "She entered into the record a letter from Otto Muster, president of the Rope Union.",
        "She submitted for the record testimony from Otto Muster, president of the Rope Union.",
        "Otto Muster testified before Congress and told the people many times that rope is good.",
    ],
)
def test_what_is_put_into_the_record_or_was_said_elsewhere_is_no_testimony(words):
    assert witnesses(ASKED + words) == {}


@pytest.mark.parametrize(
    "thanks",
    [
        "Thank you, Chairman Muster, for holding this hearing and for inviting me here today.",
        "Thank you, Chairman Muster, for the opportunity to testify.",
        "Mr. Chairman, I am honored to appear before the committee today.",
    ],
)
def test_a_member_who_thanks_for_being_heard_is_a_witness(thanks):
    words = f"Rep. Ida Specimen (D-ZZ) spoke at a Senate Rope Committee hearing today.\n\n“{thanks}” Specimen said."
    assert list(witnesses(words)) == ["Ida Specimen"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Specimen thanked Otto Muster, who serves as head of the Rope Union, for testifying.", ["Otto Muster"]),
        (
            "Otto Muster, head of the Rope Union, testified. He was followed by Anna Probe, a nurse.",
            ["Otto Muster", "Anna Probe"],
        ),
        ("Witness list:\nSecretary of Rope Otto Muster\nRope Commissioner Anna Probe", ["Otto Muster", "Anna Probe"]),
        (
            "Those testifying include:\n• Otto Muster (Knotville, OH), nurse\n• Anna Probe, nurse",
            ["Otto Muster", "Anna Probe"],
        ),
    ],
)
def test_a_witness_is_read_with_the_title(words, names):
    found = witnesses(ASKED + words)
    assert list(found) == names
    assert all(found.values())
