"""Quotations under topics and headings, and those of the only person whom a release quotes."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = "WASHINGTON – U.S. Senator Ida Quill (D-ZZ) took part in a hearing of the Senate Rope Committee today.\n\n"


def speakers(text):
    return [one.speaker for one in read_release(LEAD + text).quotes]


@pytest.mark.parametrize(
    "topic",
    [
        "ON THE PURPOSE OF THE HEARING:",
        "IF ALL AGREE, LET’S PUT IT IN STATUTE:",
        "THE COST OF ROPE:",
        "WHY ROPE MATTERS TO OUR TOWNS:",
        "ROPE SAFETY:",
        "Rope Safety:",
    ],
)
def test_a_topic_in_capitals_before_the_words(topic):
    assert speakers(f"{topic} “We have to get to the end of this rope, and I mean all of it.”") == ["Ida Quill"]


@pytest.mark.parametrize(
    "dialogue",
    [
        "Quill: “Do you know, Mr. Tressle?”\n\nNorvin Tressle: “I do not know where it is.”",
        "Norvin Tressle: “I do not know where it is.”\n\nQuill: “Thank you.”\n\nTressle: “Not at all.”",
        "Assistant Secretary of State Norvin Tressle: “I do not know where it is.”",
        "Quill: “Who knows?”\n\nNorvin Tressle: “I do not know where it is.”\n\nQuill: “Thank you.”",
        "Quill: “Is it here, Dr. Tressle?”\n\nNorvin Tressle: “I do not know where it is.”\n\nQuill: “Well.”",
    ],
)
def test_a_name_before_the_words_is_no_topic(dialogue):
    read = read_release(LEAD + dialogue).quotes
    assert [one.speaker for one in read if "I do not" in one.parts[0].text] == ["Norvin Tressle"]


@pytest.mark.parametrize("thing", ["Rope Hotline: He cited new data.", "He stated that the ‘Long Rope Bill’ helps."])
def test_a_pronoun_does_not_mean_a_thing_with_capitals(thing):
    text = f"{thing} “We have ropes for all,” he said."
    assert speakers(text) == [None]


def test_what_somebody_in_capitals_said_is_no_topic():
    assert speakers("THE WITNESS SAID: “We have to get to the end of this rope, and I mean all of it.”") == [None]


HEADED = "“We need ropes,” Quill said. “The old ones are frayed.”\n\nThe bill would buy new ropes.\n\n"


@pytest.mark.parametrize(
    "heading",
    ["The Twine Improvement Act (S. 258)", "What Comes Next", "ROPE SAFETY", "On twine:", "Twine for Schools"],
)
def test_a_heading_above_the_words_of_whom_alone_the_release_quotes(heading):
    assert speakers(f"{HEADED}{heading}\n\n“This bill is long overdue, and everybody knows it.”") == ["Ida Quill"] * 2


def test_only_an_editor_knows_whose_the_words_are_where_two_are_quoted():
    other = "“We have no twine,” said Otto Muster, president of the Rope Union.\n\nThe bill would buy twine.\n\n"
    text = f"{HEADED}{other}What Comes Next\n\n“This bill is long overdue, and everybody knows it.”"
    assert speakers(text) == ["Ida Quill", "Otto Muster", None]


def test_words_behind_what_the_release_tells_are_of_the_only_one_it_quotes():
    text = f"{HEADED}The bill has 40 cosponsors.\n\n“I hope that the Senate moves quickly.”"
    one = read_release(LEAD + text).quotes[-1]
    assert (one.speaker, one.confidence < SURE) == ("Ida Quill", True)


@pytest.mark.parametrize(
    "above",
    [
        "A spokeswoman for the agency issued the following statement:",
        "Otto Muster, the president of the union, was not glad.",
        "Otto Muster disagreed with Quill.",
    ],
)
def test_words_under_what_is_told_of_others_are_not_hers(above):
    lead = HEADED + "Otto Muster runs the union.\n\n"
    assert speakers(f"{lead}{above}\n\n“We have all the ropes that we need.”")[-1] != "Ida Quill"


@pytest.mark.parametrize(
    "lead",
    [
        "In Quill's opening statement, she deplored the failure of the Muster Administration and the agency.",
        "During Senator Quill’s testimony, Quill deplored the failure of the agency.",
        "In Sen. Quill’s remarks to the panel, she was plain.",
    ],
)
def test_a_sentence_that_begins_with_somebodys_statement(lead):
    assert speakers(f"{lead} “You did not tell us of the ropes. That is not how it works.”") == ["Ida Quill"]


def test_a_thing_that_a_headline_puts_in_single_marks_is_no_quotation():
    head = "Quill Calls for ‘Rope-In Rights’ Framework\n\n"
    text = "The draft is on rope-in rights.\n\n“They call it rope-in rights, and it would help us all,” said Quill."
    assert [part.text[:4] for one in read_release(head + LEAD + text).quotes for part in one.parts] == ["They"]


@pytest.mark.parametrize(
    "words",
    [
        "Quill told Muster, “You have no idea,” and asked, “Do you even own a rope?”",
        "Quill said, “You have no idea,” and then asked: “Do you even own a rope?”",
        "Quill said, “You have no idea,” and later told the director, “You do not even own a rope.”",
        "“You have no idea,” Quill said. She said, “We do,” and added, “It is a rope.”",
    ],
)
def test_a_second_verb_of_the_same_speaker(words):
    lead = "Quill asked Otto Muster of the Rope Union. "
    assert set(speakers(lead + words)) == {"Ida Quill"}


def test_words_after_a_dialogue_are_not_of_the_other_speaker():
    text = (
        "Quill questioned the nominee, Otto Muster.\n\nQUILL: “So that is a no?”\n\nMUSTER: “I would look.”\n\n"
        "“We deserved an answer,” Quill said after the hearing.\n\n“Our ropes are at stake.”"
    )
    assert speakers(text) == ["Ida Quill", "Otto Muster", "Ida Quill", "Ida Quill"]


def test_what_a_rule_says_is_not_the_members_own():
    text = "Quill made these comments:\n\n“We have ropes.”\n\n“The committee shall have rope,” says Rope Rule XXV."
    assert speakers(text)[0] == "Ida Quill"
    assert speakers(text)[1:] != ["Ida Quill"]


def test_a_topic_that_names_somebody_with_his_form_of_address():
    text = "On ropes:\n\n“We count on rope.”\n\nOn Mr. Muster’s record:\n\n“I fear Mr. Muster’s record on rope.”"
    assert speakers(f"Quill asked Otto Muster, nominee for Rope Secretary, about rope.\n\n{text}") == ["Ida Quill"] * 2


def test_a_verb_between_a_name_and_a_colon_is_no_part_of_the_name():
    text = (
        "“Today we look at rope,” began Chairman Karl Holm (R-ZZ).\n\nChairman Holm continued: “The rope is ours.”\n\n"
        "Administrator Lisa Muster told the panel that the agency “has nothing to hide.”\n\n"
        "“We will see,” the chairman replied."
    )
    assert speakers(text) == ["Karl Holm", "Karl Holm", "Lisa Muster", "Karl Holm"]


def test_a_title_that_a_sentence_gives_to_the_proceeding():
    text = (
        "The panel’s hearing looked at rope, and at how to count all of it in time. “We need rope,” said Quill. Below "
        "is the statement Quill delivered during the proceeding which was entitled “Help Wanted: The Rope Shortage.”"
    )
    assert read_release(LEAD + text).event.title == "Help Wanted: The Rope Shortage"
