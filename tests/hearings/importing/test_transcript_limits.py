"""What no transcript does to us: bombs, broken and endless files are refused early, and work grows with length."""

import io
import sys
import zipfile
import zlib
from contextlib import suppress

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.reading import to_json
from tests.hearings.importing.test_transcript import BODY, FRONT
from tests.hearings.importing.test_transcript_debates import AKOMA
from tests.hearings.importing.test_transcript_files import word

CUES = {
    "webvtt": "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Ida Specimen>We begin.\n\n",
    "srt": "1\n00:00:01,000 --> 00:00:02,000\nIDA SPECIMEN: We begin.\n\n",
    "snapstream": "Title: A\nDescription: B\nChannel: 5\nRecorded On: 9/9/2025\n====\n>> We begin. \n\n",
    "markdown": "# Lamps\n\n### Speaker: Ida Specimen\n\nWe begin.\n\n",
}
REPEATED = {
    "turns": "    Ms. Keeper. These are words that are long enough to be\nwrapped once.\n    The Chairman. Yes.\n",
    "titles": "    Senator Anna Sample met Mr. Bert {n} Sample here.\n",
    "headings": "               STATEMENT OF {n} WICK, DIRECTOR\n\n    Dr. Wick. Yes.\n",
    "footnotes": "    Words.\\1\\ And.\n---------\n    \\1\\ See this note.\n---------\n",
    "brackets": "    [Laughter.]\n    [the words go on\n",
    "indented": "        Mr. Sample. Yes we do, and so on.\n",
    "tags": "<title> <a <b>[[Page 12]]\n",
    "questions": "             QUESTIONS FOR THE RECORD\n\n    Question 1. Why?\n    Answer. So.\n\n",
    "parts": "<v Anna Keeper>we go on\n\n00:00:01.000 --> 00:00:02.000\nand on\n\n",
}


def lettered(text, times):
    """The text so many times, each with a name of its own."""
    return "".join(
        text.replace("{n}", f"{chr(65 + n % 26)}{chr(65 + n // 26 % 26)}{chr(65 + n // 676)}") for n in range(times)
    )


def calls(data):
    """How many functions are called to read this: a measure of the work that no other load of the machine changes."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_file(data)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", REPEATED)
def test_twice_the_length_is_at_most_so_much_more_work(name):
    start = CUES["webvtt"] if name == "parts" else FRONT + "    Senator Sample. We begin.\n"
    small, large = (calls((start + lettered(REPEATED[name], times)).encode()) for times in (300, 600))
    assert large <= 2.2 * small


@pytest.mark.parametrize(
    ("text", "times"),
    [("    Mr. Sample. Yes.\n", 90_000), ("    The committee met, at 10 a.m., Hon. Bert Sample presiding.\n\n", 400)],
)
def test_more_than_one_volume_holds_is_refused(text, times):
    with pytest.raises(ImportRefused, match="Import one volume at a time"):
        read_file((FRONT + text * times).encode())


def pdf(*objects):
    """A PDF of these objects; the first one is its catalog."""
    parts = [b"%PDF-1.4\n"]
    for number, content in enumerate(objects, start=1):
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n0\n%%%%EOF\n" % (len(objects) + 1)
    return b"".join([*parts, end])


def page(content):
    """A PDF of one page with this content."""
    packed = zlib.compress(content, 9)
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    )


def pages(count, **locked):
    writer, packed = pypdf.PdfWriter(), io.BytesIO()
    for _ in range(count):
        writer.add_blank_page(100, 100)
    if locked:
        writer.encrypt(**locked)
    writer.write(packed)
    return packed.getvalue()


def test_a_pdf_is_read():
    lines = ("The committee met, at 10 a.m., Hon. Ida Specimen presiding.", "Ms. Specimen. We begin.")
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    reading = read_file(page(f"BT /F1 12 Tf 10 700 Td {shown} ET".encode()))
    assert [(turn.speaker, turn.text) for turn in reading.turns] == [("Ida Specimen", "We begin.")]


def many(name, size):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, b"<a>" + b" " * size)
    return packed.getvalue()


def entities():
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "x">{nested}]><akomaNtoso>&a19;</akomaNtoso>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pages(10_000), "more than 3000 pages"),
        (pages(1, user_password="lamp", algorithm="RC4-128"), "locked with a password"),
        (pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"), "PDF"),
        (pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 99999999 >>"), "PDF"),
        (page(b" " * 200_000_000), "PDF"),
        (pages(1)[:200], "PDF"),
        (many("word/document.xml", 50_000_000), "unpacks to far more"),
        (many("xl/workbook.xml", 10), "not a whole Word"),
        (word("<w:p><w:t>Words</w:t></w:p>")[:-30], "not a whole Word"),
        (word("<w:p>"), "XML that cannot be read"),
        (entities().encode(), "declares entities"),
        (entities().replace("akomaNtoso", "w:document").encode(), "declares entities"),
        (b'<?xml version="1.0"?><!DOCTYPE a SYSTEM "file:///etc/passwd"><akomaNtoso/>', "declares entities"),
        (("<akomaNtoso>" + "<a>" * 200_000).encode(), "XML"),
        (f'<?xml version="1.0" encoding="utf-7"?>{AKOMA}'.encode(), "XML"),
        ("Ms. Keeper. Café.".encode("utf-16"), "saved as UTF-16"),
        ("    Ms. Keeper. Café.".encode("latin-1"), "not valid UTF-8: it fails in line 1"),
        ("\n\n    “Yes”".encode("cp1252"), "fails in line 3"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_and_broken_files_are_refused_in_a_sentence(data, said):
    with pytest.raises(ImportRefused, match=said):
        read_file(data)


@pytest.mark.parametrize(
    ("cues", "texts"),
    [
        ("WEBVTT\n\n", []),
        ("WEBVTT\n\nNOTE nothing\n\n99:99 --> x\nWords.\n", []),
        ("WEBVTT\n\n00:01.000 --> 00:00.000\n<v >Words.</v></i><b\n", ["Words.<b"]),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 -->\nWords.\n", []),
        ("1\r\n00:00:01,000 --> 00:00:02,000\r\n>> Words.\r\n", ["Words."]),
    ],
)
def test_malformed_captions_lose_no_cue_and_raise_nothing(cues, texts):
    assert [turn.text for turn in read_file(cues.encode()).turns] == texts


SEEDS = [
    (FRONT + BODY).encode(),
    *(text.encode() for text in CUES.values()),
    AKOMA.encode(),
    word("<w:p><w:t>Ms. Keeper. Words.</w:t></w:p>"),
    page(b"BT /F1 12 Tf 10 10 Td (Ms. Keeper. Words.) Tj ET"),
    pages(2),
]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SEEDS), st.floats(0, 1), st.integers(0, 60), st.binary(max_size=60))
def test_nothing_but_a_refusal_is_raised_by_damaged_files(seed, place, cut, put):
    at = int(place * len(seed))
    with suppress(ImportRefused):
        assert to_json(read_file(seed[:at] + put + seed[at + cut :]))["kind"]


PIECES = st.sampled_from(
    [
        *(
            "    Mr. Sample. Yes.\n",
            "    The Chairman. No.\n",
            "\n",
            "    [Laughter.]\n",
            "[[Page 3]]\n",
            "\x1a",
            "<title>",
        ),
        *("    [The prepared statement of Mr. Sample follows:]\n", "               STATEMENT OF IDA WICK, KEEPER\n\n"),
        *(
            "    [Whereupon, at 1 p.m., the committee adjourned.]\n",
            "    Question 1. Why?\n",
            "               APPENDIX\n",
        ),
        *(
            "    \\1\\ A note.\n",
            "---------\n",
            "words go on\n",
            "``",
            "''",
            "\\1\\",
            "(",
            "[",
            "]",
            "&#0;",
            "&amp;",
            "\ufffd",
        ),
        *("          Tuesday, March 6, 2001.\n", "    The committee met, at 10 a.m., Hon. Bert Sample presiding.\n"),
        *(
            "WITNESSES\n",
            "Keeper, Ida, Director.......  7\n",
            ", , ; and\n",
            "    Mr. \ufffd. Yes.\n",
            "    Mr. de la. x\n",
        ),
        *("WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "### Speaker: \n", ">> ", "1\n00:00:01,000 --> 00:00:02,000\n"),
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.booleans(), st.lists(PIECES, max_size=40))
def test_no_order_of_the_parts_of_a_transcript_raises(begun, pieces):
    text = (FRONT if begun else "x") + "".join(pieces)
    reading = read_file(text.encode())
    assert [turn.n for turn in reading.turns] == list(range(1, len(reading.turns) + 1))
    assert all(bool(turn.reason) != bool(turn.speaker) for turn in reading.turns if reading.presiding)
