"""Transcripts with surnames in capitals and a colon for labels: who speaks, what is nobody's, what is no such text."""

import pytest

from hearings.importing.transcripts.files import read_text

TEXT = """Hearing :: Hearing: Lamps and Their Keepers

COMMISSIONERS PRESENT:

U.S. SENATOR GORDON H. WICK (R-OR)

U.S. REPRESENTATIVE ADA WICK (R-NJ)

U.S. REPRESENTATIVE CARLA McSAMPLE (D-MD)

The hearing was held at 10:00 a.m. in Room 334 Cannon House Office Building,
Washington, D.C., Representative Ada Wick (R-NJ), chairman, presiding.

September 15, 2004

WICK: The hearing will come to order.

I yield.

McSAMPLE: Thank you.

(Laughter.)

UNIDENTIFIED SPEAKER: Louder.

NOTE: These words are in a turn.

LEE: I am new.

WICK: Thanks.
"""


TITLED = """Boxes by the River

June 4, 2021

Members: Senator Anna Ortega (D-ZZ)

CHAIR ALPHA: Good morning.

SEN. ORTEGA (continuing): How many?

VICE CHAIR BETA: Forty.

A VOICE: Louder!

GENERAL INFORMATION: None.
"""


def test_titles_before_capitals_show_that_people_speak():
    reading = read_text(TITLED)
    assert (reading.kind, reading.title, reading.date) == ("transcript", "Boxes by the River", "2021-06-04")
    assert [(turn.label, turn.speaker) for turn in reading.turns] == [
        ("CHAIR ALPHA:", None),
        ("SEN. ORTEGA (continuing):", "Anna Ortega"),
        ("VICE CHAIR BETA:", None),
        ("A VOICE:", None),
        ("GENERAL INFORMATION:", None),
    ]
    assert all(bool(turn.reason) == (turn.speaker is None) for turn in reading.turns)


@pytest.mark.parametrize("label", ["GENERAL INFORMATION", "MAJOR POINTS", "PRIVATE SECTOR"])
def test_headings_that_begin_with_a_rank_are_no_speakers(label):
    assert read_text(f"Lamps\n\n{label}: None.\n\nOTHER POINTS: Two.\n\nMORE: Three.\n").kind == "not_a_hearing"


def test_every_label_begins_a_turn_and_names_who_is_certain():
    reading = read_text(TEXT)
    assert [(turn.label, turn.speaker, turn.text) for turn in reading.turns] == [
        ("WICK:", "Ada Wick", "The hearing will come to order.\n\nI yield."),
        ("McSAMPLE:", "Carla McSample", "Thank you."),
        ("UNIDENTIFIED SPEAKER:", None, "Louder.\n\nNOTE: These words are in a turn."),
        ("LEE:", None, "I am new."),
        ("WICK:", "Ada Wick", "Thanks."),
    ]
    assert all(bool(turn.reason) == (turn.speaker is None) for turn in reading.turns)
    assert [(one.text, one.turn) for one in reading.directions] == [("(Laughter.)", 2)]
    assert TEXT.split("\n")[reading.turns[3].line - 1].startswith("LEE:")


def test_the_facts_are_those_of_the_sentence_above():
    reading = read_text(TEXT)
    assert (reading.title, reading.date, reading.time) == ("Lamps and Their Keepers", "2004-09-15", "10:00 a.m.")
    assert reading.place == "Room 334 Cannon House Office Building, Washington, D.C."
    assert (reading.chair, reading.presiding[0].from_turn) == ("Ada Wick", 1)
    assert reading.warnings == ("No certain person for: LEE: UNIDENTIFIED SPEAKER:",)


def test_of_two_of_one_surname_nobody_is_guessed_where_no_presider_is_named():
    reading = read_text(TEXT.replace(", presiding", ""))
    assert [turn.speaker for turn in reading.turns if turn.label == "WICK:"] == [None, None]
    assert "Ada Wick or Gordon H. Wick" in reading.turns[0].reason
    assert "The chair of the hearing was not found." in reading.warnings


def test_blank_lines_behind_every_line_part_no_paragraphs():
    lines = [
        *("WICK: The hearing will come to order and we", "shall begin with the", "lamps.", "LEE: Yes, we will", "see."),
        *("LEE: So.", "WICK: Good."),
    ]
    words = "\n\n".join(lines)
    assert [turn.text for turn in read_text(words).turns][:2] == [
        "The hearing will come to order and we shall begin with the lamps.",
        "Yes, we will see.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "NOTE: One.\n\nDATE: May 1, 2004\n\nThe hearing will come to order.\n\nNOTE: Two.\n\nDATE: None.\n",
        "WICK: One.\n\nWICK: Two.\n\nThe hearing was held.\n",
        "WICK: One.\n\nLEE: Two.\n\nNobody says here that anybody met. WICK: Three.\n\nLEE: Four.\n",
    ],
)
def test_what_is_no_such_transcript_is_refused_as_before(text):
    assert read_text(text).kind == "not_a_hearing"


TITLE_PAGE = "Lamps at Sea\n\nHearing before the Subcommittee on Lamps\n\nMarch 4, 2021\n\n"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "labels",
    [
        ["MS. WICK:", "SENATOR LEE:"],
        ["WICK:", "LEE:", "WICK:", "LEE:"],
        ["Ms. Wick:", "Senator Lee:"],
        ["Ms. Wick.", "Senator Lee."],
    ],
)
def test_labels_behind_a_title_page_are_read(labels, gap):
    lines = gap.join(f"{label} We speak of lamps." for label in labels)
    reading = read_text(TITLE_PAGE + lines)
    assert (reading.kind, [turn.label for turn in reading.turns]) == ("transcript", labels)
    assert (reading.title, reading.date) == ("Lamps at Sea", "2021-03-04")
    assert reading.body == "Subcommittee on Lamps"


def test_behind_a_title_page_no_words_come_to_who_spoke_before():
    words = TITLE_PAGE + "Ms. Wick: We begin.\n\nLee: No.\n\nSenator Sample: Yes.\n"
    reading = read_text(words)
    assert reading.kind == "text_not_available"
    assert reading.warnings[0].startswith("No turns were found behind the title page of this hearing.")


def test_who_takes_the_chair_in_a_label_presides_from_there():
    words = TEXT.replace("LEE:", "McSAMPLE (presiding):").replace("WICK: Thanks", "SEN. OTHER (presiding): Thanks")
    reading = read_text(words)
    assert [(one.name, one.from_turn) for one in reading.presiding] == [
        ("Ada Wick", 1), ("Carla McSample", 4), (None, 5),
    ]  # fmt: skip
    assert "“SEN. OTHER (presiding):” takes the chair at turn 5 (line 30)" in reading.warnings[-1]
