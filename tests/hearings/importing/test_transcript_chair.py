"""Who has the chair where somebody takes it of whom the volume gives no full name."""

import pytest

from hearings.importing.transcripts.volume import read_transcript
from tests.hearings.importing.test_transcript_speakers import HOUSE

GIVEN = "    The Chairman. We begin.\n\n    Senator Other [presiding]. I have the chair.\n\n"
ASKED = "    The Chairman. I hand the gavel to Senator Other.\n\n    Senator Other. I have the chair.\n\n"
BEHIND = "    Ms. Keeper. I keep lamps.\n\n    The Chairman. How many?\n\n"


def presiding(words):
    reading = read_transcript(HOUSE + words)
    told = [warning for warning in reading.warnings if "takes the chair" in warning]
    return [(one.name, one.from_turn) for one in reading.presiding], told


@pytest.mark.parametrize("words", [GIVEN, ASKED])
def test_who_takes_the_chair_without_a_full_name_leaves_open_who_presides(words):
    rows, told = presiding(words + BEHIND)
    assert rows == [("Bert Sample", 1), (None, 2)]
    assert len(told) == 1
    assert "takes the chair at turn 2 (line 4" in told[0]
    assert "who presided from there on was left open" in told[0]
    assert told[0].endswith("“The Chairman.” was still read as Bert Sample: look whom it means.")


def test_somebody_named_who_takes_the_chair_ends_it():
    rows, told = presiding(f"{GIVEN}    Ms. McSample [presiding]. It is mine.\n\n{BEHIND}")
    assert rows == [("Bert Sample", 1), (None, 2), ("Carla McSample", 3)]
    assert "from there to turn 2 was left open." in told[0]


def test_the_label_of_the_chair_in_other_words_hands_nothing_over():
    rows, told = presiding("    The Chairman [presiding]. We begin.\n\n    Senator Sample [presiding]. And go on.\n\n")
    assert (rows, told) == ([("Bert Sample", 1)], [])


def test_a_witness_who_takes_a_chair_takes_a_seat():
    words = "    The Chairman. Mr. Other, please take the chair.\n\n    Mr. Other. Thank you.\n\n"
    assert presiding(words) == ([("Bert Sample", 1)], [])
