"""The measure of the transcript reader: what it counts as found, wrong and worse."""

from bench.importing_transcripts import score, worse
from hearings.importing.transcripts.volume import read_transcript
from tests.hearings.importing.test_transcript import FRONT

TEXT = FRONT + "    Senator Sample. We begin.\n    Ms. Keeper. I am well-\nknown.\n    Voice. Yes.\n"
LINE = FRONT.count("\n") + 1
MARKS = f"""=date\t2001-03-06
{LINE}\tSenator Sample.\tBert Sample\tWe\tbegin.
{LINE + 1}\tMs. Keeper.\tAnna L. Keeper\tI am\twell-known.
{LINE + 3}\tVoice.\t-\tYes.\tYes.
#oral\t
"""


def counts(marks):
    return score(read_transcript(TEXT), marks)


def test_a_right_reading_scores_in_full():
    found = counts(MARKS)
    assert [found[name] for name in ("found", "missed", "false", "right", "open", "wrong", "words", "sections")] == [
        *(3, 0, 0, 3, 0, 0, 3, 1)
    ]


def test_a_wrong_speaker_a_missed_turn_and_a_false_one_are_counted():
    marks = MARKS.replace("Anna L. Keeper", "Hugo Second").replace(f"{LINE + 3}\t", f"{LINE + 4}\t")
    found = counts(marks)
    assert [found[name] for name in ("found", "missed", "false", "right", "wrong")] == [2, 1, 1, 1, 1]
    assert worse(found, counts(MARKS)) == ["found", "missed", "false", "right", "wrong", "words"]
