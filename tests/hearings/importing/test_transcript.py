"""What is read from whole transcripts: turns and false labels, who speaks, what is refused, and that "
"nothing raises."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.lines import split_lines, typeset
from hearings.importing.transcripts.volume import read_transcript

REAL = Path(__file__).parents[3] / ".." / "shared" / "data" / "transcripts"
GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "transcripts").glob("*.turns"))
FRONT = """[Senate Hearing 107-55]
                                                        S. Hrg. 107-55

                        LAMPS AND THEIR KEEPERS

=======================================================================

                                HEARING

                               before the

                           COMMITTEE ON LAMPS
                          UNITED STATES SENATE

                      ONE HUNDRED SEVENTH CONGRESS

                             MARCH 6, 2001

                   IDA B. SPECIMEN, Ohio, Chairman
BERT SAMPLE, Iowa                    CARLA McSAMPLE, Utah
DAVID EXAMPLE, Texas                 RUTH EXAMPLE, Maine

                            C O N T E N T S

                               WITNESSES
                                                                   Page
Keeper, Anna L., Director of Wicks, Sample Oil Company, Inc.;
  accompanied by Hugo Second, Wick Maker.........................     4
Hon. Carl Third, Mayor of Samplebury.............................     9

                            LAMPS AND THEIR KEEPERS

                         TUESDAY, MARCH 6, 2001

                                                    Washington, DC.
    The committee met, pursuant to notice, at 9:39 a.m., in
room SD-342, Dirksen Senate Office Building, Hon. Bert Sample
presiding.
    Present: Senators Sample, McSample, and Example.

"""
BODY = """    Senator Sample [presiding]. We begin.
    Mr. Chairman, said nobody, is no label.
    Ms. Keeper.

                STATEMENT OF ANNA L. KEEPER, DIRECTOR OF
                              WICKS

    Ms. Keeper. Thank you. I am well-
known for ``wicks.''
    [Laughter.]
    [The prepared statement of Ms. Keeper follows:]

                  Prepared Statement of Anna L. Keeper
    Mr. Sample. This paragraph of the statement is set in seventy-two columns
as record matter is, and so nobody speaks here although it has a label.
                                 ______

    Senator Example. Which of us?
    The Chairman. I am here now.
    Voice. Hear, hear.
    Mayor Third [continuing]. Third.
    [Questions for the record with answers supplied follow:]

    1. Senator Sample. Ms. Keeper, why?
    Ms. Keeper. [Deleted.]
    [Whereupon, at 11 a.m., the committee was adjourned.]

                                APPENDIX
    Mr. Sample. A letter.
"""


@pytest.fixture(scope="module")
def reading():
    return read_transcript(FRONT + BODY)


def test_turns_are_found_and_false_labels_are_not(reading):
    assert [(turn.label, turn.speaker) for turn in reading.turns] == [
        ("Senator Sample [presiding].", "Bert Sample"),
        ("Ms. Keeper.", "Anna L. Keeper"),
        ("Senator Example.", None),
        ("The Chairman.", "Ida B. Specimen"),
        ("Voice.", None),
        ("Mayor Third [continuing].", "Carl Third"),
    ]
    assert reading.warnings[0] == "No certain person for: Senator Example. Voice."
    assert "not read as turns: 1, in the lines 54." in reading.warnings[1]


def test_a_turn_has_its_line_and_its_words_unwrapped(reading):
    first, second = reading.turns[:2]
    assert (FRONT + BODY).split("\n")[second.line - 1].startswith("    Ms. Keeper. Thank")
    assert first.text == "We begin.\n\nMr. Chairman, said nobody, is no label.\n\nMs. Keeper."
    assert second.text == "Thank you. I am well-known for “wicks.”"


def test_the_front_of_the_volume_is_read(reading):
    assert (reading.citation, reading.congress, reading.date) == ("S. Hrg. 107-55", 107, "2001-03-06")
    assert (reading.title, reading.body) == ("LAMPS AND THEIR KEEPERS", "Committee on Lamps")
    assert (reading.time, reading.place) == ("9:39 a.m.", "room SD-342, Dirksen Senate Office Building")
    assert reading.chair == "Bert Sample"


def test_witnesses_come_with_titles_and_company(reading):
    found = [(one.name, one.honorific, one.titles, one.role) for one in reading.witnesses]
    assert found == [
        ("Anna L. Keeper", None, ("Director of Wicks, Sample Oil Company, Inc.",), "witness"),
        ("Hugo Second", None, ("Wick Maker",), "accompanying"),
        ("Carl Third", "Hon.", ("Mayor of Samplebury",), "witness"),
    ]


def test_a_business_meeting_is_read_where_somebody_testifies():
    front = FRONT.replace("HEARING\n\n      ", "BUSINESS MEETING\n\n      ")
    assert len(read_transcript(front + BODY).turns) == 6
    reading = read_transcript(front + BODY.replace("STATEMENT OF ANNA", "WORDS OF ANNA"))
    assert (reading.kind, reading.turns) == ("markup", ())
    assert reading.warnings[0].startswith("This is a business meeting, not a hearing")


def test_a_hearing_that_was_held_is_convened_and_the_name_of_a_body_is_no_title():
    held = FRONT.replace("The committee met, pursuant to notice, at", "The hearing was held at")
    reading = read_transcript(held + BODY)
    assert (reading.chair, reading.time, len(reading.turns)) == ("Bert Sample", "9:39 a.m.", 6)
    cut = FRONT[FRONT.index("                           COMMITTEE ON LAMPS") :]
    assert read_transcript(cut + BODY).title is None


def test_a_volume_of_two_days_becomes_two_sittings():
    second = FRONT[FRONT.index("                         TUESDAY") :].replace("TUESDAY, MARCH 6", "FRIDAY, MARCH 9")
    reading = read_transcript(FRONT + BODY + second + "    Senator Sample. Again.\n")
    assert [(one.date, one.from_turn, one.to_turn) for one in reading.sittings] == [
        ("2001-03-06", 1, 6),
        ("2001-03-09", 7, 7),
    ]


@pytest.mark.parametrize(
    ("old", "new", "kind", "said"),
    [
        ("HEARING\n\n      ", "MARKUP\n\n      ", "markup", "markup of a bill"),
        ("HEARING\n\n      ", "RULES OF PROCEDURE\n\n      ", "not_a_hearing", "no turns were found"),
        (
            "\n    The committee met",
            "\n<TEXT NOT AVAILABLE IN TIFF FORMAT>\n    The committee did not",
            "text_not_available",
            "no text",
        ),
    ],
)
def test_what_is_no_hearing_is_refused_with_its_reason(old, new, kind, said):
    reading = read_transcript(FRONT.replace(old, new))
    assert reading.kind == kind
    assert reading.turns == ()
    assert said in reading.warnings[0]


@pytest.mark.parametrize(
    "words",
    [
        *("Mr. Chairman. I", "Mr. Sample, would you", "Mr. Sample is the keeper. ", "Question. Why?", "Answer. No."),
        *("Dear Mr. Chairman:", "Mr. Secretary. I", "Mr. Sample of the Navy. He", "Note. This", "H.R. 3680 is"),
    ],
)
def test_false_labels(words):
    assert find_label(words) is None


@pytest.mark.parametrize(
    ("words", "name", "of"),
    [
        ("Mr. Van Sample. Yes", "Van Sample", ""),
        ("Mr. SAMPLE OF GEORGIA. Mr. Chairman", "SAMPLE", "GEORGIA"),
        ("ChairwomanSample. We", "Sample", ""),
        ("SenatorO'Sample. I", "O'Sample", ""),
        ("Mr. St. Sample. x", "St. Sample", ""),
        ("Mrs. Sample of New York. [presiding] The", "Sample", "New York"),
        ("Mr. T. No", "T", ""),
        ("Senator Ensign. x", "Ensign", ""),
        ("Mr. de la Sample: x", "de la Sample", ""),
        ("Attorney General Sample. x", "Sample", ""),
    ],
)
def test_labels(words, name, of):
    label = find_label(words)
    assert (label.name, label.of) == (name, of)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.integers(0, len(BODY)))
def test_nothing_raises(words, at):
    reading = read_transcript(FRONT + BODY[:at] + words + BODY[at:])
    assert reading.kind in {"transcript", "markup", "not_a_hearing", "text_not_available"}


@pytest.mark.parametrize("marks", GOLDEN, ids=lambda path: path.stem)
def test_golden_transcripts(marks):
    reading = read_transcript(marks.with_suffix(".htm").read_text(encoding="utf-8"))
    wanted = [tuple(line.split("\t")) for line in marks.read_text(encoding="utf-8").splitlines()]
    assert [(str(turn.line), turn.speaker or "-") for turn in reading.turns] == wanted


@pytest.mark.skipif(not REAL.is_dir(), reason="the example transcripts are not beside the repository")
@pytest.mark.parametrize(
    ("name", "turns", "unresolved"),
    [
        ("105s_1997-03-06", 114, set()),
        ("109s_2006-09-27", 20, set()),
        ("111h_2010-07-22", 134, set()),
        ("112s_2011-12-08", 37, set()),
        ("113h_2013-12-04", 86, {"Mr. Sweeney."}),
        ("114h_2015-03-18", 141, {"Mr. Graves."}),
    ],
)
def test_example_transcripts(name, turns, unresolved):
    (path,) = REAL.glob(f"{name}*")
    reading = read_transcript(path.read_text(encoding="utf-8"))
    assert len(reading.turns) == turns
    assert {turn.label for turn in reading.turns if turn.speaker is None} == unresolved


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("SUBCOMMITTEE OF THE\n\n   COMMITTEE ON LAMPS UNITED STATES SENATE", "Subcommittee of the Committee on Lamps"),
        (
            "COMMITTEE ON LAMPS\n  HOUSE OF REPRESENTATIVES\n\n  and\n\n  COMMITTEE ON OIL\n\n  UNITED STATES SENATE",
            "Committee on Lamps and Committee on Oil",
        ),
    ],
)
def test_every_body_of_the_title_page_is_read(body, found):
    front = FRONT.replace("COMMITTEE ON LAMPS\n                          UNITED STATES SENATE", body)
    assert read_transcript(front + BODY).body == found


def test_a_hearing_whose_body_stands_in_the_line_of_its_kind():
    text = "LAMPS\n\nHEARING BEFORE THE COMMITTEE ON LAMPS, UNITED STATES SENATE\n\nMARCH 6, 2001\n\n" + FRONT[-300:]
    reading = read_transcript(text + "    Senator Sample. We begin.\n")
    assert (reading.title, reading.body, reading.date) == ("LAMPS", "Committee on Lamps", "2001-03-06")
    assert "calls it “Hearing”" in read_transcript(text.replace("    The committee met", "").ljust(13_000)).warnings[0]


def test_a_title_below_the_kind_is_read():
    title = "                        LAMPS AND THEIR KEEPERS\n\n" + "=" * 71
    front = FRONT.replace(title, "").replace("HEARING\n", "HEARING\n\n      ON\n\n      WICKS AND\n      OIL\n")
    assert read_transcript(front + BODY).title == "WICKS AND OIL"


def test_a_control_character_is_no_word():
    sections = read_transcript(FRONT + "    Senator Sample. A.\n    [Whereupon, we adjourned.]\n\x1a\n").sections
    assert [one.kind for one in sections] == ["oral"]


def test_the_title_of_a_later_day_stands_above_its_turns():
    second = FRONT[FRONT.index("                            LAMPS AND") :].replace(
        "TUESDAY, MARCH 6", "FRIDAY, MARCH 9"
    )
    turn = "    Senator Sample. A.\n"
    reading = read_transcript(FRONT + turn + "\n" + second + turn)
    last = reading.sections[-1]
    assert (last.kind, last.sitting) == ("oral", 2)
    assert last.text.startswith("LAMPS AND THEIR KEEPERS\n\nFRIDAY, MARCH 9, 2001")


@pytest.mark.parametrize(
    ("printed", "set_in_type"),
    [
        ("``we ask `who' keeps,'' he said", "“we ask ‘who’ keeps,” he said"),
        ("``He said, `no.'''", "“He said, ‘no.’”"),
        ("the keepers' `keeper's own' lamps", "the keepers' ‘keeper's own’ lamps"),
        ("‘‘Yes’’ and don’t, ‘‘say ‘no.’’’", "“Yes” and don’t, “say ‘no.’”"),
    ],
)
def test_marks_of_quotation_come_in_pairs(printed, set_in_type):
    assert typeset(printed) == set_in_type


def test_the_notes_of_a_typesetter_are_not_printed():
    lines = split_lines("  For the Record<greek-l>Notice deg.\n   <greek-l>Connolly statement deg.\nAt 5 deg. and more")
    assert lines == ["  For the Record", "", "At 5 deg. and more"]
