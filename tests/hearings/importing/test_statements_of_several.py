"""Statements of several people one below the other, and of somebody whom the headline does not name."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.texts.mending import mend

CHAIR = "Good morning. Today we hear of ropes.\nThe market has fallen for three years.\nI thank our witnesses."
OTHER = "Thank you, Mr. Chairman. I welcome this hearing.\nKnots have been neglected.\nI look forward to the testimony."
THANKS = (
    "I want to thank Chairman Specimen for this hearing. Ropes matter to my district.\nKnots are old.\nI yield back."
)
PLAIN = "Ropes are the backbone of our harbors. For too long, Congress has ignored them.\nI have introduced a bill."
LEAD = (
    "Committee Leaders Speak on Ropes\n\nWASHINGTON – The House Rope Committee, chaired by Rep. Ida Specimen (R-ZZ), "
    "held a hearing on ropes today. Rep. Max Muster (D-YY) is its ranking member.\n\n"
)
SPOKE = "Muster Speaks on Ropes\n\nWASHINGTON – Today, Rep. Max Muster (D-YY) spoke at a hearing on ropes."


def said(text):
    """Speaker and words of each quote of a release."""
    quotes = read_release(mend(f"{text}\n\n###\n").text).quotes
    return [(one.speaker, "\n".join(part.text for part in one.parts)) for one in quotes]


PAIRS = [
    "Chairman Ida Specimen | Ranking Member Max Muster",
    "Chairman Ida Specimen (R-ZZ): | Ranking Member Max Muster (D-YY):",
    "Chairman Specimen’s opening statement: | Ranking Member Muster’s opening statement:",
    "Opening Statement of Chairman Ida Specimen | Opening Statement of Ranking Member Max Muster",
    "CHAIRMAN IDA SPECIMEN\nOPENING STATEMENT | RANKING MEMBER MAX MUSTER\nOPENING STATEMENT",
]


@pytest.mark.parametrize("pair", PAIRS)
def test_each_statement_is_of_whom_the_line_above_it_names(pair):
    first, second = pair.split(" | ")
    text = f"{LEAD}{first}\n\n{CHAIR}\n\n{second}\n\n{OTHER}"
    assert said(text) == [("Ida Specimen", CHAIR), ("Max Muster", OTHER)]


@pytest.mark.parametrize("words", [THANKS, PLAIN])
@pytest.mark.parametrize(
    "above",
    [
        f"{LEAD}Ranking Member Muster’s statement as prepared for delivery is below.",
        f"{LEAD}Rep. Muster delivered the following statement at the hearing:",
        f"{LEAD}Statement of Rep. Max Muster",
        f"{SPOKE} His remarks, as prepared for delivery, are below:",
        f"{SPOKE} Following is the text of Muster’s opening statement.",
        f"{SPOKE}\n\nBelow are his full remarks",
        f"{SPOKE}\n\nHere is the full text of Rep. Muster’s opening remarks:",
        f"{SPOKE}\n\nText of statement:",
        f"{SPOKE}\n\nSTATEMENT OF CONGRESSMAN MAX MUSTER\nBEFORE THE ROPE COMMITTEE\nMAY 4, 2009",
    ],
)
def test_a_statement_is_of_whom_its_announcement_names(above, words):
    assert said(f"{above}\n\n{words}") == [("Max Muster", words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            f"{SPOKE} The text of his statement follows. Mr. Chairman, I thank you for this hearing.",
            "Max Muster",
            "Mr. Chairman, I thank you for this hearing.",
        ),
        (
            "Muster Speaks\n\nRep. Max Muster Opening Statement As Prepared for Delivery Good morning, I welcome you.",
            "Max Muster",
            "Good morning, I welcome you.",
        ),
        (
            f"Testimony of Rep. Max Muster\nRope Committee\n\nMr. Chairman and Members of the Committee:\n\n{PLAIN}",
            "Max Muster",
            f"Mr. Chairman and Members of the Committee:\n{PLAIN}",
        ),
        (f"REP. MUSTER’S OPENING STATEMENT ON ROPES\n\n{PLAIN}\n\nRep. Muster represents Sampletown.", None, PLAIN),
        (f"Muster Remarks on Ropes\n\n(Washington, DC) – {THANKS}", None, THANKS),
    ],
)
def test_words_begin_with_their_address_and_end_before_what_is_told(text, speaker, words):
    assert said(text) == [(speaker, words)]


ROPES = "“Ropes hold. We tie them.”"


@pytest.mark.parametrize(
    "between",
    [
        "The bill would let harbors buy ropes.\n\nClick here to read it.\n\nThe Knot Improvement Act (S. 258)\n\n",
        "S. 258 helps harbors by preserving knots.\n\n",
    ],
)
def test_words_below_lines_that_name_nobody_are_of_the_only_one_quoted(between):
    text = f"WASHINGTON – Senator Ida Specimen (R-ZZ) spoke for two bills at a hearing.\n\nThe Rope Act\n\n{ROPES}\n\n"
    assert [who for who, _ in said(f"{text}{between}“Knots are dear.”")] == ["Ida Specimen"] * 2
    assert [who for who, _ in said(f"{text}Max Muster, a sailor, spoke too.\n\n“Knots are dear.”")] == [
        "Ida Specimen",
        None,
    ]


def test_a_topic_in_capitals_leads_to_words_of_the_member_of_the_release():
    text = f"WASHINGTON – Today, Senator Ida Specimen (R-ZZ) took part in a hearing.\n\nON THE STATE OF ROPES: {ROPES}"
    assert said(text) == [("Ida Specimen", "Ropes hold. We tie them.")]


def test_a_sentence_on_the_opening_statement_of_somebody_leads_to_her_words():
    text = (
        "WASHINGTON – Rep. Ida Specimen (R-ZZ) questioned Administrator Max Muster at a hearing. In Specimen’s opening "
    )
    text += f"statement, she expressed disdain over ropes. {ROPES}"
    assert said(text) == [("Ida Specimen", "Ropes hold. We tie them.")]


def test_a_proceeding_has_a_title_as_a_hearing_has():
    text = (
        "WASHINGTON – Rep. Ida Specimen (R-ZZ) took part in a hearing on ropes. Below is the statement that Specimen "
    )
    text += f"gave during the proceeding which was entitled “Ropes Wanted: A Shortage.”\n\nStatement: {ROPES}"
    assert read_release(text).event.title == "Ropes Wanted: A Shortage"
