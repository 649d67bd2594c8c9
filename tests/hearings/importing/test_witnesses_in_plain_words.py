"""Witnesses whom plain sentences show, whatever stands between the verb and the name; all are invented."""

import pytest

from bench.importing_releases import take
from hearings.importing.releases.press_release import read_release

LEAD = (
    "Sample Calls for Safer Ropes\n\nWASHINGTON, D.C. – Today, at a Senate Rope Committee hearing on ferries, U.S. "
    "Senator Ada Sample (D-OH) called for safer ropes.\n\n"
)
SAID = "\n\n“Ropes must hold,” said Senator Sample."
OPENING = (
    "Sample Opening Statement: Hearing on Ropes and Ferries in Countries with Few Harbors\n\nThe Subcommittee on Ropes "
    "will come to order.\nToday we will hear from the panel before us about ropes.\n"
)
DESCRIBED = {
    "Senator Sample questioned former board member of RopeCo Nora Specimen, who left it.": (
        "former board member of RopeCo"
    ),
    "Senator Sample pressed longtime ferry captain and safety advocate Nora Specimen about the knots.": (
        "ferry captain and safety advocate"
    ),
    "Senator Sample grilled outgoing vice president for safety of RopeCo Nora Specimen.": (
        "vice president for safety of RopeCo"
    ),
    "Senator Sample questioned one-time adviser to the Harbor Bureau Nora Specimen on the knots.": (
        "one-time adviser to the Harbor Bureau"
    ),
    "The hearing featured witness testimony from bestselling author Nora Specimen as well as rope experts.": (
        "bestselling author"
    ),
    "The subcommittee heard testimony from renowned sailor Nora Specimen along with other experts.": "sailor",
    "Members heard from world-famous diver Nora Specimen as well as ferry workers.": "world-famous diver",
    "The hearing showcased testimony from best-selling novelist Nora Specimen and other writers.": (
        "best-selling novelist"
    ),
}
WITHOUT_THE_WORD = [
    "Representative Ada Sample (OH-25) issued a statement following her exchangewith Rope Administrator Nora Specimen "
    "during today’s House Rope Committee’s relief hearing.",
    "Representative Ada Sample (OH-25) issued a statement after questioningRope Administrator Nora Specimen at today’s "
    "House Rope Committee hearing.",
    "Today, during a House Rope and Ferry Committee titled, “Examining the Ferry Service,” Congresswoman Ada Sample "
    "(R-MI) questioned Rope Administrator Nora Specimen on the recovery and urged her to act.",
    "In the Senate Rope Committee yesterday, Senator Ada Sample (R-MI) grilled Rope Administrator Nora Specimen.",
    "During a Senate Rope Committee session today, Senator Ada Sample (R-MI) pressed Rope Administrator Nora Specimen.",
    "Senator Ada Sample (R-MI), a member of the Select Committee on Ropes, questioned Rope Administrator Nora "
    "Specimen.",
]
GREETED = {
    "I would like to welcome our witnesses: acting Assistant Secretary Zeyda, Deputy Administrator Mandel, and "
    "Director Mondas.": ["Zeyda", "Mandel", "Mondas"],
    "Our witnesses today are Commissioner Zeyda, Deputy Director Mandel and General Mondas.": [
        "Zeyda",
        "Mandel",
        "Mondas",
    ],
    "I am pleased to welcome Secretary Zeyda and Acting Director Mandel to the subcommittee.": ["Zeyda", "Mandel"],
    "I thank our witnesses, Assistant Secretary Zeyda and Deputy Administrator Mandel, for being here.": [
        "Zeyda",
        "Mandel",
    ],
    "I particularly want to recognize Nora Specimen, here today from my state, to talk to us about ropes.": [
        "Nora Specimen"
    ],
    "I also want to acknowledge Nora Specimen, with us today from Harbor City.": ["Nora Specimen"],
    "It is good to see Nora Specimen, here today from the town of Muster.": ["Nora Specimen"],
    "I’m glad that ropes have a voice in this discussion today through Otto Muster representing the Rope Council.": [
        "Otto Muster"
    ],
    "I am glad that farmers are represented here today by Otto Muster of the National Rope Council.": ["Otto Muster"],
    "Here today to speak for the crews is Otto Muster, president of the National Rope Council.": ["Otto Muster"],
}
NOMINEES = (
    "Chairman Sample Leads Hearing on Senior Nominations\n\nWASHINGTON – U.S. Senator Ada Sample, R-Miss., the "
    "Chairman of the Senate Rope Committee, today chaired a hearing examining nominees for positions at the Department "
    "of Ropes.\n\nRead Senator Sample’s hearing opening statement as delivered below.\n\nI welcome our witnesses and "
    "their families.\n\nMr. Nathan Specimen has been nominated to be Under Secretary of Ropes. Failure is none.\n\n"
    "This committee is focused on results. I recall how Mr. Muster was treated. We have watched ropes.\n\n"
    "As we all know, reform requires lawyers. Ropes are no lawyers. Knots are. So it goes.\n\n"
    "Mr. Earl Vorlage is nominated to serve as General Counsel of the Rope Department.\n\n"
    "I recall Otto Muster, who had been nominated to the Rope Court.\n"
)


def people(words):
    event = read_release(take(words.encode()).text).event
    return {one.name: (*one.titles, one.organization) for one in event.witnesses} if event else None


@pytest.mark.parametrize("words", DESCRIBED)
def test_what_stands_between_the_verb_and_the_name_is_the_title(words):
    assert people(LEAD + words + SAID) == {"Nora Specimen": (DESCRIBED[words], None)}


@pytest.mark.parametrize("words", WITHOUT_THE_WORD)
def test_a_member_of_a_committee_who_questions_somebody_does_it_at_a_hearing(words):
    read = people("Sample Calls for Safer Ropes\n\nWASHINGTON, D.C. – " + words + SAID)
    assert read == {"Nora Specimen": ("Rope Administrator", None)}


@pytest.mark.parametrize("words", GREETED)
def test_who_is_greeted_as_being_there_is_a_witness(words):
    assert list(people(f"{OPENING}{words}\nI look forward to hearing from our witnesses on ropes.\n")) == GREETED[words]


def test_every_nominee_of_an_opening_statement_is_a_witness():
    assert list(people(NOMINEES)) == ["Nathan Specimen", "Earl Vorlage"]


@pytest.mark.parametrize(
    "words",
    [
        "I want to recognize the work of the late Nora Specimen, who built ferries.",
        "I also want to thank my wife, Nora Specimen, who is here today.",
        "I want to recognize Nora Specimen, who is here today in the audience.",
        "As Assistant Secretary Zeyda wrote last year, ropes fail.",
        "Ferries have had no voice in Congress since Otto Muster left.",
        "We heard that today from Sampleton, and Otto Muster wrote a book about it.",
    ],
)
def test_who_is_only_spoken_of_in_a_statement_is_none(words):
    assert people(f"{OPENING}{words}\nI look forward to hearing from our witnesses on ropes.\n") == {}


@pytest.mark.parametrize(
    "words",
    [
        "Senator Sample questioned why former board member of RopeCo Nora Specimen left.",
        "The bill is named after bestselling author Nora Specimen, who wrote of ropes.",
        "Senator Sample praised bestselling author Nora Specimen for her book on ropes.",
        "During a hearing of the Rope Committee on June 3, 2013, Sample warned the harbor’s head, Nora Specimen.",
        "Background\n\nSenator Sample questioned Rope Chief Nora Specimen in a Rope Committee hearing.",
    ],
)
def test_who_is_only_spoken_of_in_a_release_is_none(words):
    assert people(LEAD + words + SAID) == {}


@pytest.mark.parametrize(
    "words",
    [
        "met with Nora Specimen, President of Alphaport, on ropes.",
        "questioned the decision of Nora Specimen, President of Alphaport, to sell ropes.",
        "questioned Nora Specimen, President of Alphaport, in a letter on ropes.",
    ],
)
def test_what_a_member_of_a_committee_does_elsewhere_is_no_hearing(words):
    lead = (
        "Sample Calls for Safer Ropes\n\nWASHINGTON – Senator Ada Sample (D-OH), a member of the Committee on Ropes, "
    )
    assert people(lead + words + SAID) is None


def test_a_subcommittee_named_behind_its_hearing_is_no_title():
    lead = (
        "Sample Asks\n\nIn yesterday’s Senate Rope Subcommittee hearing on Ropes, Knots, and the Law, Senator Ada "
        "Sample (D-OH) spoke."
    )
    assert read_release(lead + SAID).event.title is None


def test_a_verb_of_a_headline_is_no_part_of_a_name():
    words = (
        "Sample, Muster Introduce Nora B. Specimen at Confirmation Hearing\n\nWASHINGTON – U.S. Senators Ada Sample "
        "and Otto Muster today introduced U.S. District Court nominee Nora B. Specimen at her confirmation hearing "
        "held by the Rope Committee. Specimen, the current U.S. attorney for Sampleton, was nominated to be a judge."
    )
    assert people(words + SAID) == {
        "Nora B. Specimen": ("U.S. District Court nominee", "U.S. attorney for Sampleton", None)
    }


@pytest.mark.parametrize(
    "lines",
    [
        "Transcript: Hearing to examine the President’s 2025 rope policy.\n\nSenate Rope Committee\n\nApril 8, 2025",
        "Full transcript: Hearing to examine the President’s 2025 rope policy\n\nSenate Knot Board\n\nApril 8, 2025",
    ],
)
def test_the_lines_above_a_transcript_give_title_and_day(lines):
    event = read_release(f"{LEAD}{SAID}\n\n{lines}\n\nSenator Ada Sample: Do ropes hold?\n").event
    assert (event.title, event.date) == ("Hearing to examine the President’s 2025 rope policy", "2025-04-08")


@pytest.mark.parametrize("caption", ["VIDEO:Sample presses rope makers", "VIDEO: Sample questions rope makers"])
def test_a_caption_of_questions_gives_the_day(caption):
    lead = (
        "Sample Asks\n\nWASHINGTON – Senator Ada Sample (D-OH), a member of the Committee on Ropes, questioned "
        "Rope Chief Nora Specimen."
    )
    assert read_release(f"{lead}\n\n{caption} on knots, June 3, 2024.{SAID}").event.date == "2024-06-03"


@pytest.mark.parametrize(
    ("office", "chair"),
    [
        ("Chairman of the Subcommittee", "Otto Muster"),
        ("the chair of this subcommittee", "Otto Muster"),
        ("Chairman of the Committee", None),
        ("former Chairman of the Subcommittee", None),
        ("ranking member of the Subcommittee", None),
    ],
)
def test_the_chair_of_the_subcommittee_is_the_chair_of_its_hearing(office, chair):
    lead = (
        "Sample Speaks\n\nRep. Ada Sample today spoke at the Ropes and Knots Appropriations Subcommittee hearing, “The "
        "State of Ropes.”"
    )
    said = f"“I was pleased to invite Rep. Ada Sample to today’s hearing,” said Rep. Otto Muster, {office}."
    assert read_release(f"{lead}\n\n{said}").event.chair == chair
