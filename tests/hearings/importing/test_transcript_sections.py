"""What of a volume is not spoken: statements, questions for the record, submissions, notes, directions, page marks."""

from collections import Counter
from re import findall

import pytest

from hearings.importing.editions import sheets
from hearings.importing.transcripts.volume import read_transcript
from tests.hearings.importing.test_transcript import FRONT

BODY = """    Senator Sample. We begin.\\1\\ Oil costs more than
---------------------------------------------------------------------------
    \\1\\ A note under the turn, set in seventy-two columns as notes are, and
over two lines.
---------------------------------------------------------------------------
wicks do.
[Laughter.]
And more. It does.
    [Applause.]
    It does.

                STATEMENT OF ANNA L. KEEPER, DIRECTOR OF
                              WICKS

    Ms. Keeper. Thank

[[Page 12]]

you all.
    [The prepared statement of Ms. Keeper follows:]

                  Prepared Statement of Anna L. Keeper
    Mr. Chairman, this paragraph of the statement is set in seventy-two columns
as record matter is.
                                 ______

    Senator Sample. Thank you.
    [The letter follows:]

    Dear Sir: Wicks are dear.

    Senator Sample. We end.
    [Whereupon, at 11 a.m., the committee was adjourned.]

                            A P P E N D I X

  Prepared Statement of the Sample Oil Company
    We sell oil to the keepers of lamps, and have done so for many years on end.
  Questions From Senator Bert Sample for Anna L. Keeper
    Question 1. Why?
    Answer. Because.
    Question 2. Since
when?
    Answer. Since then.
         Questions Submitted by Senator Ida B. Specimen

                              WICKS

    3. Senator Specimen. Ms. Keeper and Mayor Third, why?
    Ms. Keeper. [Deleted.]
    Mayor Third. For light.
"""


@pytest.fixture(scope="module")
def reading():
    return read_transcript(FRONT + BODY)


def test_every_part_is_a_section_with_its_people(reading):
    found = [(one.kind, one.author or one.asker, one.answerers, one.number) for one in reading.sections]
    assert found == [
        ("oral", None, (), ""),
        ("oral", None, (), ""),
        ("prepared_statement", "Anna L. Keeper", (), ""),
        ("submission", None, (), ""),
        ("appendix", None, (), ""),
        ("prepared_statement", "Sample Oil Company", (), ""),
        ("question", "Bert Sample", ("Anna L. Keeper",), "1"),
        ("question", "Bert Sample", ("Anna L. Keeper",), "2"),
        ("question", "Ida B. Specimen", ("Anna L. Keeper", "Carl Third"), "3"),
    ]


def test_sections_say_where_they_stand_and_have_their_words(reading):
    first, second, statement, letter, *_, last = reading.sections
    assert [(one.from_turn, one.to_turn) for one in (first, second)] == [(1, 1), (2, 4)]
    assert second.heading == "STATEMENT OF ANNA L. KEEPER, DIRECTOR OF WICKS"
    assert (statement.after_turn, letter.after_turn) == (2, 3)
    assert statement.text.startswith("Mr. Chairman, this paragraph")
    assert letter.text == "Dear Sir: Wicks are dear."
    assert last.text.startswith("WICKS\n\n3. Senator Specimen. Ms. Keeper")
    assert last.text.endswith("Mayor Third. For light.")


def test_notes_directions_and_page_marks_are_kept_beside_the_words(reading):
    first, second = reading.turns[:2]
    assert first.text == "We begin. Oil costs more than wicks do. And more. It does.\n\nIt does."
    assert second.text == "Thank you all."
    (note,) = reading.footnotes
    assert (note.mark, note.turn, first.text[: note.at]) == ("1", 1, "We begin.")
    assert (note.text[:21], note.text[-10:]) == ("A note under the turn", "two lines.")
    laughter = reading.directions[0]
    assert (laughter.text, laughter.turn, laughter.paragraphs) == ("[Laughter.]", 1, 1)
    assert [(mark.page, mark.turn) for mark in reading.pages] == [("12", 2)]


def test_no_word_after_the_convening_sentence_is_lost(reading):
    kept = [one.label + one.text for one in reading.turns]
    kept += [f"{one.heading} {one.text}" for one in reading.sections]
    kept += [one.text for one in (*reading.directions, *reading.footnotes)]
    source = Counter(findall(r"[A-Za-z]+", BODY.replace("[[Page 12]]", "")))
    assert source - Counter(findall(r"[A-Za-z]+", " ".join(kept))) == Counter()


def test_a_heading_that_names_nobody_leaves_the_author_open():
    text = FRONT + "    Senator Sample. A.\n    [The prepared statement of Mr. Nobody follows:]\n\n    Words.\n"
    statement = read_transcript(text).sections[-1]
    assert (statement.author, statement.text) == (None, "Words.")
    assert statement.reason == "The volume gives no full name for “Nobody”."


def test_no_turn_is_lost_after_a_letter_that_ends_in_silence():
    turns = read_transcript(FRONT + BODY).turns
    assert [turn.text for turn in turns[2:]] == ["Thank you.", "We end."]


def test_questions_without_numbers_begin_with_the_label_of_who_asks():
    text = (
        FRONT
        + """    Senator Sample. A.
    [Whereupon, at 11 a.m., the committee was adjourned.]

                 QUESTIONS SUBMITTED BY SENATOR SAMPLE

    Senator Sample. Why light?
    Ms. Keeper. For the dark.
    Mayor Third. For the town.
    Senator Sample. Why oil?
    Ms. Keeper. It burns.
"""
    )
    questions = [one for one in read_transcript(text).sections if one.kind == "question"]
    assert [(one.asker, one.answerers) for one in questions] == [
        ("Bert Sample", ("Anna L. Keeper", "Carl Third")),
        ("Bert Sample", ("Anna L. Keeper",)),
    ]
    assert questions[1].text == "Senator Sample. Why oil?\n\nMs. Keeper. It burns."


@pytest.mark.parametrize(
    "images", ["[GRAPHIC(S) NOT AVAILABLE IN TIFF FORMAT]", "[GRAPHIC] [TIFF OMITTED] T1843.001\n\n[GRAPHIC] T1843.002"]
)
def test_a_statement_printed_as_images_is_a_part_of_its_own_and_nobodys_words(images):
    shown = BODY.replace("[The letter follows:]", "[The prepared statement of Ms. Keeper follows:]")
    reading = read_transcript(FRONT + shown.replace("    Dear Sir: Wicks are dear.", images))
    section = next(one for one in reading.sections if one.text.startswith("[GRAPHIC"))
    assert (section.kind, section.author) == ("prepared_statement", "Anna L. Keeper")
    [sheet] = sheets(reading)
    line = next(one for one in sheet.lines if one.text.startswith("[GRAPHIC"))
    assert (line.kind, line.named) == ("written", "")
    assert line.reason == "the statement is printed as images, the file has no words of it"


def test_a_question_whose_heading_has_no_blank_line_below_it_is_one_of_its_own():
    text = (
        FRONT
        + """    Senator Sample. A.
    [Whereupon, at 11 a.m., the committee was adjourned.]

              RESPONSE TO QUESTION SUBMITTED BY SENATOR SAMPLE

    Ms. Keeper. For the dark.
                                 ______

             RESPONSE TO QUESTION SUBMITTED BY SENATOR McSAMPLE
    Mayor Third. For the town, and for the people who live in it and
who come home late.
"""
    )
    questions = [one for one in read_transcript(text).sections if one.kind == "question"]
    assert [(one.asker, one.answerers, one.text[:11]) for one in questions] == [
        ("Bert Sample", ("Anna L. Keeper",), "Ms. Keeper."),
        ("Carla McSample", ("Carl Third",), "Mayor Third"),
    ]


INSERTED = """    Senator Sample. A.
    [The prepared statement of Ms. Keeper follows:]

                  Prepared Statement of Anna L. Keeper

    The lamps were kept for years by one man, whom we all knew as
Mr. Example, and who is dead.
    Senator Example. He kept them well.
{}    Senator Sample. We go on.
"""


def test_a_line_of_a_statement_that_begins_like_a_label_is_no_turn_and_the_next_after_a_gap_is():
    reading = read_transcript(FRONT + INSERTED.format("\n"))
    assert [turn.text for turn in reading.turns] == ["A.", "We go on."]
    statement = next(one for one in reading.sections if one.kind == "prepared_statement")
    assert statement.text.endswith("is dead.\n\nSenator Example. He kept them well.")
    line = next(n for n, words in enumerate((FRONT + INSERTED).split("\n"), start=1) if "Senator Example. He" in words)
    assert any(f"not read as turns: 1, in the lines {line}." in one for one in reading.warnings)
