"""Titles of hearings in the places where releases put them, and marked words near a hearing that are none."""

import pytest

from hearings.importing.releases.press_release import read_release

TITLES = ["Short Ropes: Who Ties the Knot?", "Measuring Rope in a Changing World"]
SAID = "\n\n“We need rope,” Specimen said."
WHO = "WASHINGTON – Sen. Ida Specimen (D-ZZ) "
THANKS = "\n\nThank you, Chairman Muster, for holding this hearing today. I like rope.\n\nRope is good."


def title(words):
    found = read_release(words).event
    return found.title if found else "no event"


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
@pytest.mark.parametrize("name", TITLES)
@pytest.mark.parametrize(
    "words",
    [
        WHO + "spoke today at the subcommittee’s {} hearing. The remarks are as prepared." + THANKS,
        WHO + "took part in {}, a hearing of the Rope Committee." + SAID,
        WHO + "chaired a Rope Committee hearing. The hearing, titled {} will be held at 2:30 p.m." + SAID,
        WHO + "chaired a Rope Committee hearing: {}." + SAID,
        WHO + "introduced a bill." + SAID * 8 + "\n\nA hearing, titled {} will be held today by the Rope Committee.",
        "STATEMENT ON ROPE\n\nAs Prepared: Good morning. Today, we hold a hearing entitled {}. Rope is good.",
        "Rope\n\nSenator Ida Specimen   {}     House Rope Committee Hearing      February 5, 2014" + THANKS,
        "Rope\n\nSenator Ida Specimen   {}\n House Rope Committee Hearing      February 5, 2014" + THANKS,
        "Rope\n\nStatement of Senator Ida Specimen\n{}\nHouse Rope Committee\nFebruary 5, 2014" + THANKS,
        "Rope\n\nSenator Specimen spoke at the Rope Committee today.\n\nSenate Rope Committee Hearing\nTopic: {}",
    ],
)
def test_a_title_in_marks_is_read_where_it_stands(words, name, marks):
    assert title(words.format(marks.format(name))) == name


def test_the_day_of_a_label_is_that_of_the_hearing():
    words = "Rope\n\nSenator Ida Specimen   “Rope and Knots”\n House Rope Committee Hearing      February 5, 2014"
    assert read_release(words + THANKS).event.date == "2014-02-05"


@pytest.mark.parametrize(
    "words",
    [
        "chaired a hearing today. Among the topics discussed at the hearing were “The Rope Insurance Act,” a bill.",
        "chaired a hearing today on the “Rope Insurance Act,” a bill to give rope.",
        "spoke at a hearing on H.R. 12, the “Rope Insurance Act of 2014.”",
        "spoke at a hearing today. Muster wrote a report titled “Measuring Rope in a Changing World.”",
        "spoke at a hearing today. His letter, entitled “Measuring Rope in a Changing World,” was sent.",
    ],
)
def test_a_bill_or_a_work_named_at_a_hearing_is_not_its_title(words):
    assert title(WHO + words + SAID) is None


def test_a_title_without_marks_is_read_behind_the_day():
    assert title(WHO + "chaired a hearing today on Measuring Rope in a Changing World." + SAID) == TITLES[1]


@pytest.mark.parametrize(
    "words", ["As one of today’s witnesses, Admiral Otto Muster, told us, rope is good.", "I thank our witnesses."]
)
def test_who_speaks_of_the_witnesses_speaks_at_a_hearing(words):
    assert read_release(f"SPECIMEN ISSUES STATEMENT ON ROPE\n\nRope is short. {words}").event.type == "hearing"


@pytest.mark.parametrize(
    "words",
    [
        "Specimen Slams “Rope First Policy” at Committee Hearing\n\n" + WHO + "spoke at a hearing today.",
        "Specimen at Rope Committee Hearing\n\n“Rope Is Good and Cheap”\n\n" + WHO + "spoke at a hearing today.",
        WHO + "praised the “Rope First” campaign before the hearing today.",
        WHO + "spoke in the “Rope Room” hearing room at a hearing today.",
    ],
)
def test_marked_words_of_a_headline_or_beside_a_hearing_are_not_its_title(words):
    assert title(words + SAID) is None
