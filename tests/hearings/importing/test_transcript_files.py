"""The other forms of a transcript: Markdown and PDF, what all forms share, and how hostile ones are refused."""

import io
import re
import zipfile
from contextlib import suppress

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.files import read_file
from tests.hearings.importing.test_transcript import FRONT


def word(body, space="http://schemas.openxmlformats.org/wordprocessingml/2006/main"):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}">{body}</w:document>')
    return packed.getvalue()


def found(data):
    return [(turn.label, turn.speaker, turn.text) for turn in read_file(data).turns]


@pytest.mark.parametrize(
    "text",
    [
        "    The Chairman. We begin. I thank you.\n\n    Ms. Lamp. Thank you.\n\n    The Chairman. How many?\n",
        "The Chairman. We begin. I thank you.\n\nMs. Lamp. Thank you.\n\nThe Chairman. How many?\n",
    ],
)
@pytest.mark.parametrize("front", ["", "Wicks by the River\n\nJune 4, 2021\n\n"])
def test_a_text_may_begin_with_its_first_turn(text, front):
    reading = read_file((front + text).encode())
    assert [turn.label for turn in reading.turns] == ["The Chairman.", "Ms. Lamp.", "The Chairman."]
    assert reading.turns[0].text == "We begin. I thank you."
    assert (reading.title, reading.date) == (("Wicks by the River", "2021-06-04") if front else (None, None))


def test_markdown_headings_that_are_names_or_titles_without_a_colon():
    text = (
        "# Lamps\n\n## Opening Statement\n\nA part.\n\n### The Chairman\n\nWe begin.\n\n### Ida Specimen\n\nYes.\n\n"
        "### Mr. Sample\n\nNo.\n\n## Opening Statement\n\nOnce more.\n\n### Ida Specimen\n\nDone.\n"
    )
    reading = read_file(text.encode())
    assert [(turn.label, turn.speaker, turn.text) for turn in reading.turns] == [
        ("The Chairman", None, "We begin."),
        ("Ida Specimen", "Ida Specimen", "Yes."),
        ("Mr. Sample", None, "No."),
        ("Ida Specimen", "Ida Specimen", "Done."),
    ]


def test_markdown():
    assert found(b"# Lamps\n\n### Speaker: Ida Specimen\n\nWe begin.\n\n### Speaker: Mr. Sample\n\nYes.\n") == [
        ("Ida Specimen", "Ida Specimen", "We begin."),
        ("Mr. Sample", None, "Yes."),
    ]


MARKDOWN = """# Lamps

March 6, 2001

### Ida Specimen:
Good morning. **Bold** words
go on, 3 * 4 of them.

They end.

- one
- *two*

[Laughter.]

### Note on Method

Nobody's words.

## Questions
### Dr. Bert Sample:
Yes.
### Mr. Sample:
No.
### Ida Specimen
> Thank you.
"""


def test_a_heading_that_names_no_speaker_puts_its_words_into_nobodys_mouth():
    reading = read_file(MARKDOWN.encode())
    assert [(turn.label, turn.speaker, turn.text) for turn in reading.turns] == [
        ("Ida Specimen", "Ida Specimen", "Good morning. Bold words go on, 3 * 4 of them.\n\nThey end.\n\none\n\ntwo"),
        ("Dr. Bert Sample", "Bert Sample", "Yes."),
        ("Mr. Sample", None, "No."),
        ("Ida Specimen", "Ida Specimen", "Thank you."),
    ]
    assert (reading.title, reading.date) == ("Lamps", "2001-03-06")
    assert [(one.kind, one.heading, one.text, one.from_turn, one.to_turn) for one in reading.sections] == [
        ("oral", "", "", 1, 1),
        ("submission", "Note on Method", "Nobody's words.", 0, 0),
        ("oral", "Questions", "", 2, 4),
    ]
    assert [(one.text, one.turn, one.paragraphs) for one in reading.directions] == [("[Laughter.]", 1, 4)]
    assert reading.warnings[1].startswith("Headings that name no speaker, with words below them: 1.")


GARBLED = "We donâ€™t \u202eknow\u2066 the la\u200bmps."
FORMS = {
    "text": FRONT + f"    Senator Sample. {GARBLED}\n",
    "captions": f"WEBVTT\n\n00:01.000 --> 00:02.000\n>> {GARBLED}\n",
    "markdown": f"# Lamps\n\n### Speaker: Ida Specimen\n\n{GARBLED}\n",
    "word": word(
        "<w:p><w:r><w:t>The committee met, at 10 a.m., Hon. Ida Specimen presiding.</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>Ms. Specimen. {GARBLED}</w:t></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_is_garbled_or_invisible_is_mended_and_said(form):
    data = FORMS[form]
    reading = read_file(data if isinstance(data, bytes) else data.encode())
    assert [turn.text for turn in reading.turns] == ["We don’t know the lamps."]
    assert [one for one in reading.warnings if one.startswith("Mended")] == [
        "Mended before reading: â€™ was read as ’.",
        "Mended before reading: [U+202E] was left out.",
        "Mended before reading: [U+2066] was left out.",
        "Mended before reading: [U+200B] was left out.",
    ]


def test_mending_moves_no_line_of_a_transcript():
    lines = "\n".join([FRONT, "\x0c    Senator Sample. We said.?No. \u200b", "    ChairmanSample. Yes."])
    reading = read_file(lines.encode())
    assert [lines.split("\n")[turn.line - 1].strip("\x0c ")[:8] for turn in reading.turns] == ["Senator ", "Chairman"]
    assert reading.turns[0].text == "We said.?No."


def pdf(*pages, left=72):
    """A PDF whose pages are lines of typewriter text, as a browser prints a text file."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"),
                             NameObject("/BaseFont"): NameObject("/Courier")})  # fmt: skip
    for page in pages:
        blank = writer.add_blank_page(612, 792)
        blank[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject(
            {NameObject("/F1"): font})})  # fmt: skip
        escaped = (re.sub(r"([()\\\\])", r"\\\\\1", line) for line in page.split("\n"))
        shown = " T* ".join(f"({line}) Tj" for line in escaped)
        content = StreamObject()
        content.set_data(f"BT /F1 10 Tf 12 TL {left} 760 Td {shown} ET".encode("latin-1"))
        blank[NameObject("/Contents")] = writer._add_object(content)
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


@pytest.mark.parametrize("left", [0, 108])
def test_a_printed_volume_is_read_as_its_text_is_whatever_the_margin_and_the_heads(left):
    body = "    Senator Sample. We begin.\n\n    Ms. Keeper. Lamps are lit\nand kept.\n\n"
    text = FRONT + body * 20
    lines = text.split("\n")
    pages = ["\n".join(lines[start : start + 50]) for start in range(0, len(lines), 50)]
    numbered = [f"Lamps of the River\n{page}\n{number}" for number, page in enumerate(pages, start=1)]
    reading = read_file(pdf(*numbered, left=left))
    assert len(reading.turns) == len(read_file(text.encode()).turns)
    assert {(turn.label, turn.speaker) for turn in reading.turns} >= {
        ("Senator Sample.", "Bert Sample"), ("Ms. Keeper.", "Anna L. Keeper"),
    }  # fmt: skip
    assert not any("Lamps of the River" in turn.text or turn.text[-1].isdigit() for turn in reading.turns)


LEFT = ["The Chairman. We begin now and we", "thank all of you who have come", "here today to talk of lamps."]
RIGHT = ["Ms. Keeper. I have kept lamps for", "many years, and nobody has asked", "me about wicks before now."]
COLUMNS = "\n".join(f"{left:<38}  {right}" for left, right in zip(LEFT * 8, RIGHT * 8, strict=True))


def test_a_pdf_in_two_columns_is_refused_for_what_it_is():
    with pytest.raises(ImportRefused, match="set in two columns"):
        read_file(pdf("HEARING\nbefore the\nCommittee on Lamps\n\nMarch 4, 2021", COLUMNS, COLUMNS))


def test_pages_in_columns_within_a_pdf_are_told():
    page = "    The Chairman. We begin.\n\n    Ms. Keeper. Lamps are lit.\n\n" * 12
    reading = read_file(pdf(page, COLUMNS, page))
    assert reading.warnings[-1] == "Pages set in columns, whose words may be mixed: 2."


def test_a_pdf_without_text_is_refused():
    packed = io.BytesIO()
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(packed)
    with pytest.raises(ImportRefused, match="no text layer"):
        read_file(packed.getvalue())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xff\xfe a", "saved as UTF-16"),
        ("Ms. Keeper. We begin.".encode("utf-16-le"), "saved as UTF-16"),
        (b"caf\xe9", "not valid UTF-8"),
        (b"%PDF-1.7 broken", "PDF cannot be read"),
        (b"PK\x03\x04broken", "not a whole Word"),
        (word("<w:p>" + "a" * 20_000_000 + "</w:p>"), "unpacks to far more"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares entities"),
        (b"<?xml version='1.0'?><act/>", "no Akoma Ntoso debate"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data, said):
    with pytest.raises(ImportRefused, match=said):
        read_file(data)


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([b"", b"WEBVTT\n\n00:01.000 --> 00:02.000\n", b"%PDF-1.4\n", b"PK\x03\x04", b"<?xml"]),
    st.binary(max_size=200),
)
def test_nothing_but_a_refusal_is_raised(start, rest):
    kind = "refused"
    with suppress(ImportRefused):
        kind = read_file(start + rest).kind
    assert kind in {"refused", "transcript", "markup", "not_a_hearing", "text_not_available"}
