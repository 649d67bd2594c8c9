"""Layout that a copied text lost: that it is put back, told, and that offsets still lead to the text as it came."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import to_json
from hearings.importing.texts.mending import mend

OFFICE = "WASHINGTON – Today, U.S. Senator Ida Specimen (D-ZZ) spoke at a hearing on ropes.\n"


def said(text):
    """What is read from a text: the speaker and the words of each part, in order."""
    return [(one.speaker, part.text) for one in read_release(mend(text).text).quotes for part in one.parts]


def test_gaps_inside_a_line_are_paragraphs_where_marks_stand_beside_them():
    text = OFFICE + (
        "She pleaded for knots.    “Ropes hold,” said Specimen.  “Nails do not.     “Knots need care. We tie them.” "
        "Specimen said.     The hearing, “Ropes and Beyond,” heard two witnesses.    “They hold,” said Specimen."
    )
    assert said(text) == [
        ("Ida Specimen", "Ropes hold,"),
        ("Ida Specimen", "Nails do not."),
        ("Ida Specimen", "Knots need care. We tie them."),
        ("Ida Specimen", "They hold,"),
    ]
    assert mend(text).notes == ("A gap inside a line was read as the end of a paragraph (4 times).",)


@pytest.mark.parametrize(
    "text", ["Name    Title\nA. Muster    Knot maker", "He said.  She said.  “Yes,” he said.", '"Yes." He  sat.  "No."']
)
def test_columns_and_two_blanks_between_sentences_stay(text):
    assert mend(text).text == text


@pytest.mark.parametrize(
    ("torn", "whole", "note"),
    [
        ("“Ropes hold.”“If knots do.”", "“Ropes hold.”\n“If knots do.”", "end of a paragraph"),
        ('"Ropes hold.""If knots do."', '"Ropes hold."\n"If knots do."', "end of a paragraph"),
        ("“Ropes hold.”Specimen sat.", "“Ropes hold.”\nSpecimen sat.", "end of a paragraph"),
        ("for our schools.She went on", "for our schools.\nShe went on", "end of a paragraph"),
        ('"Hard. Old.  "Ropes hold," he said.', '"Hard. Old.\n"Ropes hold," he said.', "inside a quotation"),
        ("“Hard. Old.  “Ropes hold,” he said.", "“Hard. Old.\n“Ropes hold,” he said.", "inside a quotation"),
        (
            "Reps. Ada Sample (ZZ-02)andBert Muster met.",
            "Reps. Ada Sample (ZZ-02) and Bert Muster met.",
            "between words",
        ),
        ("Today,U.S. Senator Sample led theRope Act.", "Today, U.S. Senator Sample led the Rope Act.", "between words"),
        ("“Hard,”\nsaid Specimen\n.\nYes.", "“Hard,” said Specimen.\nYes.", "inside a sentence"),
        ("DetailsWhat: A hearing", "Details\nWhat: A hearing", "end of a paragraph"),
        ("“Ropes hold,”said Specimen.", "“Ropes hold,” said Specimen.", "behind a quotation mark"),
        ("“Ropes hold,”Specimen said.", "“Ropes hold,” Specimen said.", "behind a quotation mark"),
        ('"Ropes hold,"said Specimen.', '"Ropes hold," said Specimen.', "behind a quotation mark"),
        ("Senator Specimen:Do ropes hold?", "Senator Specimen: Do ropes hold?", "behind a colon"),
        ("She has\nwritten\na letter.", "She has written a letter.", "inside a sentence"),
        ("“Ropes hold,”\nsaid\nSenator Specimen.", "“Ropes hold,” said Senator Specimen.", "inside a sentence"),
        ("“Ropes hold,”\n\nSpecimen admitted.", "“Ropes hold,” Specimen admitted.", "inside a sentence"),
    ],
)
def test_what_was_lost_is_put_back_and_told(torn, whole, note):
    mended = mend(torn)
    assert mended.text == whole
    assert note in mended.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        "See http://x.example.\nThe rope.com site: Yes.",
        "At 9:30 the U.S. Senate sat in Washington, D.C. Then it rose.",
        "Topics:\nropes\n• knots;\na. nails",
        "It costs $3.Five ropes.\nMail a@b.example\nwww.x.example",
        "- ropes;\n- knots and\n\nNails are:\nbad",
    ],
)
def test_what_is_whole_stays(text):
    assert mend(text).text == text


def test_lines_wrapped_by_hand_stay():
    text = "\n".join(["the ropes of the Senate were found to be in very poor order and", "worse"] * 4)
    assert mend(text).text == text


def test_a_dialogue_without_spaces_behind_its_labels_is_read():
    text = OFFICE + (
        "Senator Specimen:Doctor, do ropes hold?\n\nPresident Muster:If they are tied.\n\n"
        "Senator Specimen:Are they tied?\n\nPresident Muster:Some are.\n"
    )
    assert [who for who, _ in said(text)] == ["Ida Specimen", None, "Ida Specimen", None]


@given(st.text(alphabet=st.sampled_from('a.B,”“" \n:said'), max_size=80))
def test_offsets_lead_back_to_the_same_characters(text):
    mended = mend(text)
    for at, char in enumerate(mended.text):
        assert char == text[mended.origin(at)] or char in " \n", (at, mended)


def test_offsets_are_those_of_the_text_that_came():
    text = OFFICE + "Ropes are old.    “Ropes hold,”said Specimen.â€œKnots too.â€\x9d"
    mended = mend(text)
    parts = [part for quote in to_json(read_release(mended.text), mended)["quotes"] for part in quote["parts"]]
    assert text[parts[0]["start"] : parts[0]["end"]] == "Ropes hold,"
    assert json.dumps(mended.notes).count("missing") == 1


def test_a_release_run_together_in_one_line_is_parted_at_its_labels_and_marks():
    text = (
        "Contact: ada@rope.example.gov Sampletown – Today, Rep. Ida Specimen (D-ZZ) chaired the Subcommittee on Ropes "
        "hearing to give its members an overview of knots. Chairman Ada Sampley (R-ZZ): “Ropes hold. They are old. "
        "“Knots need care. We tie them.” Dr. Muster’s report was short. Dr. Max Muster, President of the Rope Center: "
        "“Nails do not hold. “They rust.” The following witnesses testified today: Max Muster."
    )
    assert said(text) == [
        ("Ada Sampley", "Ropes hold. They are old."),
        ("Ada Sampley", "Knots need care. We tie them."),
        ("Max Muster", "Nails do not hold."),
        ("Max Muster", "They rust."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“She wrote. “Ropes hold.” I believe it.” The panel rose.",
        "“Ropes hold, Specimen said. “Nails do not.” The panel rose.",
        "Prof. Muster was asked by Asst. Dir. Sample: “Do ropes hold?”",
    ],
)
def test_a_quotation_within_another_and_an_abbreviation_before_a_label_end_no_paragraph(text):
    assert mend(text).text == text


def test_the_heading_of_a_statement_run_together_is_parted():
    text = (
        "Congressman Gerry Sampley (ZZ-11) urged Congress today to mend ropes. Sampley’s testimony follows:Congressman "
        "Gerald Sampley (ZZ-11)Testimony on Rope RepairsHearing hosted by the Subcommittee on RopesWednesday, March "
        "13, 2013Chairman Muster and Ranking Member Sample,Thank you for holding this hearing. I represent many knots."
    )
    (quote,) = read_release(mend(text).text).quotes
    assert (quote.speaker, quote.parts[0].text[:35], quote.parts[0].text[-21:]) == (
        "Gerald Sampley",
        "Chairman Muster and Ranking Member ",
        "represent many knots.",
    )


@pytest.mark.parametrize(
    "inner",
    [
        "The title—“Ropes and Beyond”—tells little.",
        "They call it “knot abuse” and mean ropes.",
        "The answer to that appears to be “yes.”",
        "It says that “[i]n most ropes, knots were found,” but not which.",
        "One “knot” is as good as another “knot” here.",
        "He asked: “Do ropes hold?”",
    ],
)
@pytest.mark.parametrize("gap", [" ", "  "])
def test_a_term_in_marks_does_not_hide_that_a_statement_opens_its_words_again(inner, gap):
    first = "Ropes matter to each of us who has ever held one in a storm at sea, and none of us holds them alone."
    text = OFFICE + f"“{first} {inner}{gap}“Knots need care. We tie them.{gap}“{inner}{gap}“Nails rust.”"
    assert [words for _, words in said(text)] == [
        f"{first} {inner}",
        "Knots need care. We tie them.",
        inner,
        "Nails rust.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“Ropes hold.” “Knots do.” “Nails rust.”",
        "“Ropes hold, Sample said. “Knots slip,” Sample said in the long hearing. “Nails rust,” he added.",
        "“We asked: “Do ropes hold?” “They do.” That was all.”",
    ],
)
def test_quotations_that_close_open_nothing_again(text):
    assert mend(text).text == text
