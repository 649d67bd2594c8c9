"""Statements printed without quotation marks: where they begin, whose they are, and what is none."""

import pytest

from hearings.importing.releases.press_release import read_release

WORDS = "The ropes that we hold dear are breaking.\n\nI believe that we need better ones.\n\nNo rope is an island."


def statement(text):
    """Speaker, label and number of paragraphs of the only quote of a release; None where it has none."""
    quotes = read_release(text).quotes
    assert len(quotes) < 2
    return next(((one.speaker, one.label_in_text, len(one.parts)) for one in quotes), None)


@pytest.mark.parametrize(
    ("headline", "speaker", "label"),
    [
        ("SEN. SAMPLEY ISSUES STATEMENT ON ROPES", None, "SEN. SAMPLEY"),
        ("SEN. SAMPLEY’S STATEMENT ON THE ROPE HEARING", None, "SEN. SAMPLEY"),
        ("STATEMENT OF SEN. MARK SAMPLEY ON ROPES", "Mark Sampley", "SEN. MARK SAMPLEY"),
        ("Rep. Sampley Releases Statement Following Rope Hearing", None, "Rep. Sampley"),
        ("REMARKS BY SENATOR SAMPLEY AT ROPE HEARING", None, "SENATOR SAMPLEY"),
        ("CHAIRMAN SAMPLEY DELIVERS OPENING STATEMENT AT HEARING ON ROPES", None, "CHAIRMAN SAMPLEY"),
        ("Sampley Statement on Rope Hearing\n\nWashington, D.C.", None, "Sampley"),
        (
            "Statement from Congresswoman Carol Sampley on the Rope Hearing",
            "Carol Sampley",
            "Congresswoman Carol Sampley",
        ),
        (
            "Testimony of Max Mustermann, Director, Rope Bureau\nBefore the Rope Committee",
            "Max Mustermann",
            "Max Mustermann",
        ),
        ("Statement of Sierra Muster Before the House Committee on Ropes", None, "Sierra Muster"),
        ("La declaración de Ejemplo sobre las sogas", None, "Ejemplo"),
    ],
)
def test_a_headline_gives_the_statement_below_it(headline, speaker, label):
    assert statement(f"{headline}\n\n{WORDS}\n\n###\n") == (speaker, label, 3)


@pytest.mark.parametrize(
    "release",
    [
        "House Rope Committee Issues Statement on Ropes\n\n" + WORDS,
        "Sampley, Muster Issue Joint Statement on Ropes\n\n" + WORDS,
        "Sampley Statement on Ropes\n\nWe heard how our ropes break.\n\nSen. Mark Sampley left early.\n",
        "SEN. SAMPLEY ISSUES STATEMENT\n\nWASHINGTON - The committee met today to speak of our ropes. We were there.\n",
        "SEN. SAMPLEY ISSUES STATEMENT\n\nDear Mr. Secretary: I write to you about our ropes.\n\nSincerely,\n",
    ],
)
def test_below_a_headline_stands_no_statement_where_the_release_tells_or_its_speaker_is_several(release):
    assert statement(release) is None


@pytest.mark.parametrize(
    "heading",
    ["Opening Statement", "Remarks as Prepared", "Opening Statement (As Prepared for Delivery)", "Full Statement"],
)
def test_a_heading_in_the_line_of_its_statement_and_no_bullets_in_its_words(heading):
    text = f"Senator Ida Sampley (D-ZZ) spoke.\n\n{heading}: Today we hear of U.S. Rope Markets."
    text += "\n\n* It mends.\n\n1. It sells."
    (quote,) = read_release(text).quotes
    assert [part.text for part in quote.parts] == ["Today we hear of U.S. Rope Markets.", "It mends.", "It sells."]
    assert quote.speaker == "Ida Sampley"


@pytest.mark.parametrize(
    "announcement",
    [
        "Following the hearing with Director Max Muster, in committee, Rep. Ida Sampley released this statement:",
        "Rep. Ida Sampley (D-ZZ) issued the following statement after the hearing of Director Max Muster:",
        "Rep. Ida Sampley, D.D.S. (ZZ-04) released this statement on Director Max Muster’s testimony:",
        "Rep. Ida Sampley, M.D., Ph.D., put out the following statement after Max Muster, a director, testified:",
        "In response to the testimony of Secretary Max Muster, Rep. Ida Sampley reacted with this statement:",
        "At a hearing on Max Muster, Rep. Ida Sampley (D-ZZ) submitted the following remarks for the record:",
        "La congresista Ida Sampley (D-ZZ) emitió la siguiente declaración tras la audiencia con Max Muster:",
        "Comentarios de Ida Sampley en la audiencia:",
    ],
)
def test_who_issues_a_statement_speaks_not_whom_it_is_about(announcement):
    quotes = read_release(f"Rope Hearing\n\n{announcement}\n\n“Ropes are bad.\n\n“We mend them.”\n").quotes
    assert [(one.speaker, len(one.parts)) for one in quotes] == [("Ida Sampley", 2)]


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("Otto Muster Introduction", 0),
        ("II. Safety of Knots", 1),
        ("1) Knots that slip at sea\n\n2) Splices\n\n3) Hooks", 3),
        ("The chair asked her the following question:\n\n“Do you agree to appear before us?”\n\nShe answered:", 2),
        ("The director promised us:\n\n“We mend all the ropes that we own.”", 1),
        ("• Splices and Hooks", 1),
        ("Rope Is Not Always String", 0),
        ("Sailors Should Never Swim\n\nAs Justice Muster wrote, “ropes are not string,” and I agree.", 1),
    ],
)
def test_what_interrupts_a_statement_does_not_end_it_where_its_speaker_goes_on(between, kept):
    text = f"Rep. Ida Sampley (D-ZZ) spoke.\n\nThe full text of Sampley’s remarks is below.\n\n{WORDS}\n\n{between}"
    text += "\n\nThat is not enough.\n\nI expect more of them.\n\n###\n"
    whole = [one for one in read_release(text).quotes if one.speaker == "Ida Sampley"]
    assert [len(one.parts) for one in whole] == [5 + kept]


@pytest.mark.parametrize(
    "behind",
    [
        "About the Rope Committee\n\nThe committee has 12 members.",
        "Sampley Questions the Director\n\n“Do you own a rope?” asked Sampley.",
        "Statement of Rep. Otto Muster\n\nI thank the chair.",
        "Key Quotes:\n\n“We need ropes.”",
    ],
)
def test_a_heading_ends_a_statement_where_nobody_goes_on(behind):
    text = f"Rep. Ida Sampley (D-ZZ) spoke.\n\nThe full text of Sampley’s remarks is below.\n\n{WORDS}\n\n{behind}\n"
    first = read_release(text).quotes
    assert max(len(one.parts) for one in first) == 3


@pytest.mark.parametrize(
    "address",
    [
        "QUESTIONS\n\nDr. Muster, you emphasize in your testimony that “ropes break with age.”",
        "Questions for the Witnesses:\n\nMs. Otto your report notes that ropes, “are old and brittle, and rot.”",
        "To Dr. Muster:\n\nYou, Dr. Muster, wrote: “Ropes break.”",
        "Question 2: Splices and Knots\n\nThank you, Dr. Muster. And Mr. Otto, you own a shop.",
        "[Closing]\n\nAnd so, Secretary Muster, yes or no?",
        "Question for Gen. Muster:\n\nGeneral Muster, is it right that “ropes hold ships”?",
        "General Muster, your office bought ropes.",
    ],
)
def test_an_address_to_a_witness_goes_on_with_the_statement_below_the_heading_of_a_part(address):
    text = "Rep. Ida Sampley (D-ZZ) questioned experts on ropes.\n\nWatch Rep. Sampley’s questions and remarks HERE or "
    text += f"read as prepared for delivery:\n\n{WORDS}\n\n{address}\n\nHow do we mend them?\n\n###\n"
    whole = [one for one in read_release(text).quotes if one.speaker == "Ida Sampley"]
    assert [[part.text for part in one.parts][3:] for one in whole] == [
        [address.split("\n\n")[-1], "How do we mend them?"]
    ]


@pytest.mark.parametrize(
    "between",
    [
        "TESTS:\n\nIn 1991, makers of the Muster-Sampley rope asked for tests.",
        "THE FUTURE:\n\nThe Sampley-Otto Act was passed.",
    ],
)
def test_a_thing_named_after_the_speaker_and_others_ends_no_statement(between):
    text = f"Rep. Ida Sampley (D-ZZ) spoke.\n\nThe full text of Sampley’s testimony follows:\n\n{WORDS}\n\n{between}"
    whole = [
        one for one in read_release(f"{text}\n\nI own such ropes.\n\n###\n").quotes if one.speaker == "Ida Sampley"
    ]
    assert [len(one.parts) for one in whole] == [5]


def test_a_note_to_the_press_stands_between_an_announcement_and_a_statement_for_the_record():
    text = "Rep. Ida Sampley (D-ZZ) wrote to the committee.\n\nTestimony as submitted for the record is below.\n\n"
    text += "Note: Rep. Sampley was unable to attend today’s hearing, for she was ill.\n\nStatement for the Record\n\n"
    quotes = read_release(f"{text}Chairman Muster, thank you for holding this.\n\nI own ropes.\n\n###\n").quotes
    assert [(one.speaker, len(one.parts)) for one in quotes] == [("Ida Sampley", 2)]


def test_words_that_a_statement_reads_out_over_two_paragraphs_do_not_end_it():
    text = f"Rep. Ida Sampley (D-ZZ) spoke.\n\nThe full text of Sampley’s remarks is below.\n\n{WORDS}\n\n"
    text += "Mr. Otto found that “ropes rot\n\nand break at sea.”\n\nI agree with him.\n\n###\n"
    whole = [one for one in read_release(text).quotes if one.speaker == "Ida Sampley"]
    assert whole[0].parts[-1].text == "I agree with him."


def test_the_reason_of_a_statement_ends_like_a_sentence():
    text = f"Rep. Ida Sampley (D-ZZ) spoke.\n\nThe full text of Sampley’s remarks is below.\n\n{WORDS}\n\n###\n"
    assert [one.reason for one in read_release(text).quotes] == ["a whole statement without quotation marks"]
