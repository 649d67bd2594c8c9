"""Who heads something else than the committee: as a witness, and as who presided, or did not."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "WASHINGTON – Senator Ida Specimen (D-ZZ) spoke at a hearing of the Senate Rope Committee today.\n\n"
RULED = "Rope has been made in the county for as long as anybody can tell, and much of it is sold abroad. " * 3


def read(words):
    event = read_release(words).event
    return event.chair, [one.name for one in event.witnesses]


@pytest.mark.parametrize(
    "words",
    [
        "At the hearing, she introduced the Chairwoman of the Sample Tribe of Ohio, Alba Example, to testify on rope. "
        "“Chairwoman Example knows it all,” Specimen said.",
        "The Chairman of the Knot Nation, Alba Example, testified there. “Chairman Example is right,” she said.",
        "The Chair of the Twine Board, Alba Example, testified at the hearing. Chair Example spoke of twine.",
        "Fed Chair Alba Example testified at the hearing. “Chair Example, good to see you,” Specimen said.",
        "The committee heard from the Chairman for the Pueblo of Sampleton, Alba Example. Chairman Example was glad.",
        "Earlier this morning while testifying before the committee, Clerk of the Rope Office Alba Example was glad.",
        "Earlier today, Rope Clerk Alba Example testified before the committee.",
        "She grilled Rope Guild Co-Chair Alba Example at the hearing. Co-Chair Example was glad.",
        "She grilled Board of Trustees Vice-Chair Alba Example at the hearing. Vice-Chair Example was glad.",
        "With her, County Judge Alba Example rode a boat. Judge Example was the first of seven witnesses to speak.",
        "County Judge Alba Example was the last of the four panelists to testify at the hearing.",
    ],
)
def test_the_head_of_another_body_is_a_witness(words):
    chair, witnesses = read(HELD + words)
    assert witnesses == ["Alba Example"]
    assert chair is None


def test_who_answers_in_a_dialogue_without_marks_is_a_witness():
    lines = [
        "A full transcript follows.",
        "Senator Specimen: I thank the Chairman and Ranking Member for holding this hearing on rope.",
        "Mr. Otto Muster, Clerk, Rope Office: Rope is short, and it has been so for years.",
        "Senator Specimen: Four or five ropes at the same time?",
        "Mr. Muster: Well, I.",
        "Mr. Ben Sample, Chairman and Chief Executive Officer, Twine Corporation: We announce all our ropes early.",
    ]
    assert read(HELD + "\n".join(lines)) == (None, ["Otto Muster", "Ben Sample"])


@pytest.mark.parametrize(
    "words",
    [
        "Specimen: “I thank the Chairman for holding this hearing.”",
        "Senator Specimen: “Thank you to the chair and the ranking member for calling this hearing.”",
        "Specimen thanked the chair for convening it.",
        "Specimen also thanked the chairman for having the witnesses.",
        "Specimen began with thanks to the chairman for holding it.",
        "Specimen wanted to thank the chair for hosting it.",
    ],
)
def test_who_thanks_the_chair_is_not_the_chair(words):
    assert read(HELD + words)[0] is None


def test_of_two_who_are_thanked_the_chair_presided():
    words = "“Thank you, Chairman Otto Muster and Ranking Member Ben Sample, for holding this hearing,” Specimen said."
    assert read(HELD + words)[0] == "Otto Muster"


@pytest.mark.parametrize(
    "event",
    [
        "a full committee hearing on rope",
        "a full Rope Committee hearing",
        "a hearing of the full committee",
        "the full House Rope and Twine Committee’s hearing on knots",
        "a hearing before the full Rope Committee",
        "a hearing by the whole committee",
    ],
)
def test_the_head_of_a_part_did_not_preside_over_the_whole(event):
    words = (
        f"U.S. Rep. Otto Muster (R-XX), Chairman of the Knots Subcommittee, made the following statement at {event}."
    )
    assert read(words + "\n\n“Rope is short, and it has been so for many years.”")[0] is None


@pytest.mark.parametrize(
    "headline",
    [
        "Congressman Muster Presides at Hearing on Rope",
        "Muster Presides Over Rope Hearing",
        "Rep. Muster Presided Over a Hearing on Knots",
        "MUSTER TO PRESIDE AT HEARING ON ROPE",
        "Representative Muster Presiding Over Forum on Rope",
        "Muster to Preside Over Roundtable on Rope",
    ],
)
def test_who_presides_in_the_headline_presided(headline):
    words = (
        "WASHINGTON – Rep. Otto Muster (R-XX), the Ranking Member of the Rope Subcommittee, spoke at a hearing today."
    )
    assert read(f"{headline}\n\n{words}")[0] == "Otto Muster"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Lucy", "Lucia"),
        ("Dan", "Daniel"),
        ("Ed", "Edward"),
        ("Tim", "Timothy"),
        ("Kathy", "Katherine"),
        ("Sam", "Samuel"),
    ],
)
def test_a_witness_under_two_given_names_is_one(short, long):
    words = f"Testifying at the hearing was {short} Example. {short} Example is the owner of Sample Ropes.\n\n{RULED}"
    assert read(f"{HELD}{words}Witnesses included: {long} Example, owner of Sample Ropes; Otto Muster, Clerk.")[1] == [
        f"{long} Example",
        "Otto Muster",
    ]


@pytest.mark.parametrize(("lead", "joint"), [("Witnesses included: ", "; "), ("Witnesses:\n", "\n")])
def test_two_of_one_surname_in_one_list_are_two(lead, joint):
    words = lead + joint.join(f"{one} Example, Owner, Sample Ropes" for one in ("Lucinda", "Lucia"))
    assert read(HELD + words)[1] == ["Lucinda Example", "Lucia Example"]
