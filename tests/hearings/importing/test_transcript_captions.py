"""Captions as transcripts: who speaks, what is heard and not said, and what is of nobody for certain."""

import pytest

from hearings.importing.transcripts.files import read_file
from tests.hearings.importing.test_transcript_files import found


def test_webvtt_voices_and_changes_of_speaker():
    cues = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ida Specimen>We begin\n\n"
    cues += "00:02.000 --> 00:03.000\n<v Ida Specimen>now,\nall.\n>> Yes.\n"
    assert found(cues.encode()) == [("Ida Specimen", "Ida Specimen", "We begin now, all."), (">>", None, "Yes.")]


@pytest.mark.parametrize(
    "head", ["WEBVTT\n\n00:01.000 --> 00:02.000\n", "1\n00:00:01,000 --> 00:00:02,000\n"], ids=["webvtt", "srt"]
)
def test_a_change_of_speaker_within_a_line_of_captions_ends_the_turn(head):
    lines = "IDA SPECIMEN: Come to order. >> Thank you.\n&gt;&gt; IDA SPECIMEN [continuing]: Now &lt;3.\n"
    lines += "More.>> No. >>\nYes."
    assert found(f"{head}{lines}\n".encode()) == [
        ("IDA SPECIMEN", "Ida Specimen", "Come to order."),
        (">>", None, "Thank you."),
        ("IDA SPECIMEN [continuing]", "Ida Specimen", "Now <3. More."),
        (">>", None, "No."),
        (">>", None, "Yes."),
    ]


def test_a_voice_is_who_speaks_though_marks_of_change_stand_behind_it():
    cues = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida Specimen>>> Note: all begin. >> Yes.</v>\n"
    assert found(cues.encode()) == [("Ida Specimen", "Ida Specimen", "Note: all begin."), (">>", None, "Yes.")]


def test_a_title_in_a_caption_is_no_given_name_and_what_is_heard_is_not_said():
    cues = "1\n00:00:01,000 --> 00:00:02,000\n>> MAYOR WICK: We begin.\n>> CHAIR LAMP: Yes.\n>> IDA SPECIMEN: No.\n"
    reading = read_file(f"{cues}<i>music</i>\n".encode())
    assert [(turn.speaker, turn.text) for turn in reading.turns] == [
        (None, "We begin."), (None, "Yes."), ("Ida Specimen", "No."),
    ]  # fmt: skip
    assert [one.text for one in reading.directions] == ["[music]"]


def test_srt():
    cues = "1\n00:00:01,000 --> 00:00:02,000\nIDA SPECIMEN: We begin.\n\n2\n00:00:03,000 --> 00:00:04,000\nNow.\n"
    assert found(cues.encode()) == [("IDA SPECIMEN", "Ida Specimen", "We begin. Now.")]


def test_snapstream_captions():
    head = "Title: A\nDescription: Lamps\nChannel: 5\nRecorded On: 9/9/2025\nOriginal Air Date: 9/9/2025\n====\n====\n"
    data = f"{head}\nokay. \n\n[1:46:32 PM]\n\nagain \n>> Anytime. \n".encode()
    reading = read_file(data)
    assert (reading.title, reading.date) == ("Lamps", "2025-09-09")
    assert [turn.text for turn in reading.turns if turn.label == ">>"] == ["Anytime."]


def test_what_is_heard_in_captions_is_a_stage_direction_and_other_brackets_are_words():
    cues = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida Specimen>We begin. [APPLAUSE] It was [inaudible] in [the mill].\n"
    reading = read_file(cues.encode())
    assert [turn.text for turn in reading.turns] == ["We begin.\n\nIt was [inaudible] in [the mill]."]
    assert [(one.text, one.turn, one.paragraphs) for one in reading.directions] == [("[APPLAUSE]", 1, 1)]


VOICES = """WEBVTT
X-TIMESTAMP-MAP=LOCAL:00:00:00.000

NOTE Made by hand.
Twice.

first
00:01.000 --> 00:02.000
<v.loud Ida Specimen>We begin.

00:02.000 --> 00:03.000
[Laughter]

00:03.000 --> 00:04.000
<v Ida Specimen>Go on.

00:04.000 --> 00:05.000
Thank you.

00:05.000 --> 00:06.000
I did.

00:06.000 --> 00:07.000
<v Ida Specimen>Good.</v> So they say.
"""


def test_words_that_no_voice_marks_are_not_those_of_the_voice_before():
    reading = read_file(VOICES.encode())
    assert [(turn.label, turn.speaker, turn.text) for turn in reading.turns] == [
        ("Ida Specimen", "Ida Specimen", "We begin.\n\nGo on."),
        ("", None, "Thank you. I did."),
        ("Ida Specimen", "Ida Specimen", "Good."),
        ("", None, "So they say."),
    ]
    assert [turn.reason for turn in reading.turns if not turn.speaker] == [
        "Nobody is named where these words begin."
    ] * 2
    assert "Words that no voice marks, behind words that one does: 2, in the lines 18, 24." in reading.warnings[2]
    assert not any("outside the cues" in warning for warning in reading.warnings)


def test_lines_outside_the_cues_are_told():
    cues = "1\n00:00:01,000 --> 00:00:02,000\nIDA SPECIMEN: We begin.\n\nLost words.\n\n"
    cues += "2\n00:00:03,000 --> 00:00:04,000\nNow.\n"
    reading = read_file(cues.encode())
    assert [turn.text for turn in reading.turns] == ["We begin. Now."]
    assert reading.warnings[1] == "Lines outside the cues, which are not read: 1, in the lines 5."


def test_marks_of_place_and_shape_are_no_words():
    words = r"{\an8}IDA SPECIMEN: We {i}begin{/i}\Nnow {\pos(1,2)\b1}with {braces}."
    cues = f"1\n00:00:01,000 --> 00:00:02,000\n{words}\n"
    assert found(cues.encode()) == [("IDA SPECIMEN", "Ida Specimen", "We begin now with {braces}.")]
