"""That a transcript gives the same turns however many columns its body was wrapped in, and says what it left out."""

import re
import textwrap

import pytest

from hearings.importing.transcripts.lines import split_lines, to_blocks
from hearings.importing.transcripts.volume import read_transcript
from tests.hearings.importing.test_transcript import BODY, FRONT, REAL

WIDTHS = (64, 65, 68, 72, 78, 1000)
SPEECH = " ".join(f"We keep {number} lamps and trim their wicks every evening." for number in range(12, 25))
LONG = "".join(
    f"    {label} {words}\n    {words}\n"
    for label in ("Senator Sample.", "Ms. Keeper.", "The Chairman.", "Mayor Third.")
    for words in (SPEECH, SPEECH[30:400], SPEECH[55:])
)
STATEMENT = f"""    [The prepared statement of Ms. Keeper follows:]

                  Prepared Statement of Anna L. Keeper
{textwrap.fill("Mr. Sample. " + SPEECH, 72, initial_indent="    ")}
{textwrap.fill(SPEECH, 72, initial_indent="    ")}
                                 ______

    Senator Sample. Thank you.
"""


def rewrapped(text, width):
    """The text with the paragraphs of its spoken part wrapped anew; matter put into the record stays as printed."""
    lines = split_lines(text)
    found, at, spoken = [], 0, False
    for block in to_blocks(lines):
        end = block.line - 1 + len(block.lines)
        spoken = spoken or bool(re.match(r"The .{0,120}\bmet\b", block.text))
        whole = lines[block.line - 1 : end] == list(block.lines)
        if spoken and whole and block.paragraph and not block.tabular and not 66 < block.width < 73:
            found += lines[at : block.line - 1]
            found += textwrap.wrap(block.text, width, initial_indent="    ", break_on_hyphens=False)
            at = end
    return "\n".join([*found, *lines[at:]])


def turns(text):
    return [(turn.label, turn.speaker, turn.text) for turn in read_transcript(text).turns]


@pytest.mark.parametrize("width", WIDTHS)
def test_a_body_of_any_width_gives_the_same_turns(width):
    text = FRONT + BODY.partition("    [The prepared")[0] + LONG
    assert len(turns(rewrapped(text, 64))) == 14
    assert turns(rewrapped(text, width)) == turns(rewrapped(text, 64))


@pytest.mark.parametrize("width", [64, 65, 68, 80])
def test_a_prepared_statement_is_no_turn_beside_a_body_of_another_width(width):
    reading = read_transcript(FRONT + rewrapped("The committee met\n" + LONG, width) + "\n" + STATEMENT)
    assert len(reading.turns) == 13
    assert [one.author for one in reading.sections if one.kind == "prepared_statement"] == ["Anna L. Keeper"]
    assert "not read as turns: 1, in the lines" in reading.warnings[-1]


@pytest.mark.skipif(not REAL.is_dir(), reason="the example transcripts are not beside the repository")
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["109s_2006-09-27", "112h_2012-06-21", "113h_2014-09-19"])
def test_an_example_wrapped_anew_gives_the_same_turns(name, width):
    (path,) = REAL.glob(f"{name}*")
    text = path.read_text(encoding="utf-8", errors="replace")
    assert turns(rewrapped(text, width)) == turns(text)
