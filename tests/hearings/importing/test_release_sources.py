"""Where a release shows whose words it prints: lines above, headlines, aides, capitals, and what is shouted."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = (
    "Tern Speaks at Hearing on Ropes\n\n"
    "WASHINGTON – Senator Rosa Tern (D-VT) spoke at a hearing on the nomination of Ben Muster and asked about"
    " Director Al Pole.\n\n"
)


def said(text):
    return [(one.speaker, [part.text for part in one.parts]) for one in read_release(text).quotes]


@pytest.mark.parametrize(
    "line",
    ["Key Quotes:", "Highlights from the opening statement:", "Top moments", "Excerpts:", "Remarks as delivered:"],
)
def test_quotes_under_a_line_of_their_own_are_of_the_member_a_release_tells_of(line):
    text = f"{LEAD}The nominee has held no office.\n\n{line}\n\n“Ropes rust.”\n\n“Mr. Muster never looked.”\n"
    assert said(text) == [("Rosa Tern", ["Ropes rust."]), ("Rosa Tern", ["Mr. Muster never looked."])]
    assert all(one.confidence < SURE for one in read_release(text).quotes)


def test_quotes_under_such_a_line_are_nobodys_where_a_release_tells_of_two():
    text = "Senators Rosa Tern (D-VT) and Al Brook (R-TX) spoke at a hearing.\n\nKey Quotes:\n\n“Ropes do rust.”\n"
    assert said(text) == [(None, ["Ropes do rust."])]


def test_excerpts_without_marks_are_a_statement():
    text = f"{LEAD}Key Excerpts from Opening Remarks:\n\nWe know that ropes rust.\n\nI will not stop.\n"
    assert said(text) == [("Rosa Tern", ["We know that ropes rust.", "I will not stop."])]


def test_words_of_a_headline_are_of_who_acts_in_it():
    text = f"WATCH: Tern Presses Muster: “Ropes rust when nobody looks”\n\n{LEAD}"
    assert said(text) == [("Rosa Tern", ["Ropes rust when nobody looks"])]


def test_words_of_an_aide_are_the_aides():
    text = f"{LEAD}“We answered,” Pole told her.\n\n“Not true,” Tern’s spokesman, Ed Fuchs, said.\n"
    assert said(text) == [("Al Pole", ["We answered,"]), ("Ed Fuchs", ["Not true,"])]


def test_a_joint_statement_is_nobodys_alone():
    text = "Senators Al Holm and Rosa Tern spoke.\n\nHolm and Tern in a joint statement said, “We work on this.”\n"
    assert said(text) == [(None, ["We work on this."])]


@pytest.mark.parametrize(
    "line",
    ["NEWS FROM SENATOR ROSA MCTERN", "SEN. ROSA MCTERN GRILLS MUSTER", "Dan Rusk met Sen. Rosa McTern Thursday."],
)
def test_the_full_name_may_stand_in_a_line_of_its_own(line):
    assert said(f"{line}\n\n“Ropes rust,” McTern said at a hearing.\n") == [("Rosa McTern", ["Ropes rust,"])]


def test_a_headline_in_capitals_makes_no_name_of_a_verb():
    assert said("SENATOR TERN TELLS MUSTER OFF\n\n“Ropes rust,” Muster told Tern at a hearing.\n")[0][0] is None


def test_what_is_shouted_is_speech_but_not_of_who_tells_of_it():
    text = f"{LEAD}Tern asked about Al Pole, who led a crowd at the door, yelling “Cut ‘em!”\n"
    assert said(text) == [(None, ["Cut ‘em!"])]


def test_a_person_about_whom_words_are_does_not_speak_them():
    text = f"{LEAD}“Ropes rust,” said Tern.\n\nOn nominee Ben Muster, she continued, “I doubt that he looked.”\n"
    assert said(text)[1] == ("Rosa Tern", ["I doubt that he looked."])


def test_a_single_mark_among_double_ones_opens_a_paragraph():
    text = f"{LEAD}Tern said:\n\n“Ropes rust.\n\n‘I have said so for years.\n\n“Thank you.”\n"
    assert said(text) == [("Rosa Tern", ["Ropes rust.", "I have said so for years.", "Thank you."])]


def test_a_statement_of_whoever_a_line_says_submitted_it():
    text = (
        "Statement for the Record\n\nSubmitted by Dina Marsh, President, Rope Makers\n\n"
        "Chairman Holm, Ranking Member Tern, and members of the committee, thank you.\n\nWe ask Congress to act.\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["Dina Marsh"]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("Senator: ", "Director: "),
        ("Senator Tern – ", "Mr. Pole – "),
        ("Tern asked: ", "Pole answered: "),
        ("[TERN] ", "[POLE] "),
        (">> TERN: ", ">> POLE: "),
    ],
)
def test_further_labels_of_an_exchange(asks, answers):
    lead = "Senator Rosa Tern (D-VT) questioned Director Al Pole at a hearing on ropes.\n\n"
    text = f"{lead}{asks}Is it rust?\n\n{answers}It is.\n\n{asks}Since when?\n\n{answers}Since May.\n"
    assert [speaker for speaker, _ in said(text)] == ["Rosa Tern", "Al Pole"] * 2
    assert all(one.confidence < SURE for one in read_release(text).quotes)


def test_a_list_of_offices_is_no_exchange():
    assert said("Rope Office\n\nChair: Senator Rosa Tern\n\nDirector: Al Pole\n\nThey met at a hearing.\n") == []


def test_a_place_or_body_behind_a_name_does_not_speak():
    text = f"{LEAD}The third, Ana Reyes of the League of Rope Towns, called the bill “the best thing since the knot.”\n"
    assert said(text) == [("Ana Reyes", ["the best thing since the knot."])]


def test_a_caption_tells_who_speaks_and_a_key_quote_in_its_line_is_of_the_member():
    asks = "Caption: Senator Rosa Tern (D-VT) asks Ben Muster at a hearing."
    text = f"{asks} “Read it,” she said.\n\nKey quote: “It rusts.”\n"
    assert said(text) == [("Rosa Tern", ["Read it,"]), ("Rosa Tern", ["It rusts."])]


def test_who_asks_and_who_answers_may_stand_in_brackets():
    lead = "Senator Rosa Tern (D-VT) questioned Dr. Al Pole at a hearing on ropes.\n\n"
    text = f"{lead}Q (Sen. Tern): Is it rust?\n\nA (Dr. Pole): It is.\n\nQ (Sen. Tern): Since when?\n"
    assert [speaker for speaker, _ in said(text)] == ["Rosa Tern", "Al Pole", "Rosa Tern"]


def test_the_headline_of_an_article_to_read_is_no_speech():
    assert said(f"{LEAD}Read more from The Rope Times: “Muster Frays Under Questions.”\n") == []


def test_words_of_thanks_in_capitals_begin_a_quotation_of_several_paragraphs():
    text = f"{LEAD}Her remarks follow:\n\n“Thank you Chairman Holm and Mr. Brook.\n\n“I ask for rope.”\n"
    assert said(text) == [("Rosa Tern", ["Thank you Chairman Holm and Mr. Brook.", "I ask for rope."])]


def test_a_promise_in_the_first_person_is_speech():
    text = f"{LEAD}Director Al Pole pledged to “visit Barre within my first days,” and left.\n"
    assert said(text) == [("Al Pole", ["visit Barre within my first days,"])]


def test_labels_without_a_name_go_on_with_who_was_named_in_one():
    lead = "Senator Rosa Tern (D-VT) questioned Dr. Al Pole at a hearing on ropes.\n\n"
    text = f"{lead}Q (Tern): Is it rust?\n\nA (Pole): It is.\n\nQ: Since when?\n\nA: Since May.\n"
    assert [speaker for speaker, _ in said(text)] == ["Rosa Tern", "Al Pole"] * 2


@pytest.mark.parametrize("marks", ["“”", "„“", "«»", "‘’"])
def test_words_in_any_marks_behind_a_verb_and_a_colon_are_no_turn(marks):
    text = f"{LEAD}Tern said: {marks[0]}Ropes rust.{marks[1]}\n\nTern added: {marks[0]}They do.{marks[1]}\n"
    assert not any(marks[0] in part for _, parts in said(text) for part in parts)
