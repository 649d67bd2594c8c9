"""Witnesses to whom somebody who speaks at a hearing turns, and introductions in a statement; all are invented."""

import pytest

from hearings.importing.releases.press_release import read_release

LEAD = (
    "WASHINGTON – Sen. Ida Specimen (D-ZZ) made an opening statement at a hearing of the Senate Rope Committee today. "
    "The committee heard of hemp.\n\n"
)
NAMED = "Rope Administrator Otto Muster and Knot Director Rita Probe wrote the report on hemp.\n\n"


def found(words):
    return {one.name: (one.honorific, *one.titles, one.organization) for one in read_release(words).event.witnesses}


@pytest.mark.parametrize(
    "words",
    [
        "“Administrator Muster, you signed the plan for twine,” Specimen said.",
        "“So, Administrator Muster, do you agree that nets are torn?” Specimen said.",
        "“Thank you, Administrator Muster, for being here today,” Specimen said.",
        "“Administrator Muster, I look forward to learning how these knots hold,” Specimen said.",
        "“I have read your testimony, Administrator Muster.” Specimen said that nets are torn.",
        "“Good morning, Administrator Muster. The nets are torn,” Specimen said.",
        "“I want to welcome the administrator of the U.S. Bureau of Rope, Mr. Muster,” Specimen said.",
        "“I appreciate Administrator Muster’s testimony today,” Specimen said.",
    ],
)
def test_who_is_turned_to_in_a_hearing_is_before_the_committee(words):
    assert list(found(LEAD + NAMED + words)) == ["Otto Muster"]


@pytest.mark.parametrize(
    "words",
    [
        "“Administrator Muster, the head of the Rope Bureau, has left the country,” Specimen said.",
        "“Your predecessor, Administrator Muster, signed the plan for twine,” Specimen said.",
        "“Administrator Muster signed the plan for twine,” Specimen said.",
        "“Chairman Muster, thank you for holding this hearing,” Specimen said.",
        "“Under President Muster, we had rope,” Specimen said.",
    ],
)
def test_who_is_only_spoken_of_is_no_witness(words):
    assert found(LEAD + NAMED + words) == {}


def test_an_officer_of_whom_only_the_surname_is_given_is_taken_with_the_rank():
    words = (
        "“General Muster and Admiral Probe: Thank you for your many years of service. Admiral Probe, as commander of "
        "ROPECOM, you have few knots. Chairman Holm, I thank you. Mr. Tern, you know this,” Specimen said."
    )
    assert found(LEAD + words) == {
        "Muster": ("General", None),
        "Probe": ("Admiral", "commander of ROPECOM", None),
    }


def test_an_opening_statement_introduces_its_witnesses_over_many_sentences():
    words = (
        "I thank the members. We have a fine group of witnesses before us today. First, we have Otto Muster from "
        "Twine Motors. The company is old. It makes rope.\n\nRope is of use. Next, we have Rita Probe with Knot "
        "Southern, a ropeway. Jon Holm is the President of Hemp Enterprises, which makes nets. Nets are torn. Ada Tern "
        "is here as the Director of the Rope Port. Finally, Ed Fray is joining us from the Hemp Department of the "
        "Rope Union. I yield back."
    )
    assert found(f"{LEAD}Specimen’s opening statement, as prepared:\n\n{words}") == {
        "Otto Muster": (None, "Twine Motors"),
        "Rita Probe": (None, "Knot Southern"),
        "Jon Holm": (None, "President of Hemp Enterprises", None),
        "Ada Tern": (None, "Director of the Rope Port", None),
        "Ed Fray": (None, "Hemp Department of the Rope Union"),
    }
