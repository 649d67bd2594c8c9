"""That Word files, PDFs and texts without the indents of print give its turns, and what they leave open."""

import textwrap
from html import escape

import pytest

from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.lines import split_lines, to_blocks
from tests.hearings.importing.test_transcript import BODY, FRONT, REAL
from tests.hearings.importing.test_transcript_files import word
from tests.hearings.importing.test_transcript_limits import page

PRINTED = FRONT + BODY.replace(" set in seventy-two columns\nas record matter", " set apart\nas record matter").replace(
    "    Mr. Sample. This paragraph", "    This paragraph"
)
STATEMENT = """The Chairman. Good morning to all of you, and to those who keep the lamps.
Dr. Wick, you may begin.
STATEMENT OF DR. IDA WICK, KEEPER OF LAMPS
Dr. Wick. Thank you, Chairman Specimen. We keep every lamp that we can.
They told me to write, and I did write.
Mr. Chairman, I thank you.
[Applause.]
The Chairman. Thank you. Dr. Wick.
"""
SHORT = "The Committee met at 10 a.m., Hon. Ida Specimen, Chairman of the Committee, presiding.\n" + STATEMENT


def paragraphs(text):
    """The paragraphs and headings of a printed text without their indents; what is set in columns line by line."""
    for block in to_blocks(split_lines(text)):
        yield from map(str.strip, block.lines) if block.tabular else [block.text]


def as_word(text):
    return word("".join(f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>" for one in paragraphs(text)))


def wrapped(text, between, width=90):
    return between.join("\n".join(textwrap.wrap(one, width)) for one in paragraphs(text)).encode()


FORMS = {
    "word": as_word,
    "blank lines": lambda text: wrapped(text, "\n\n"),
    "a line each": lambda text: "\n".join(paragraphs(text)).encode(),
    "wrapped": lambda text: wrapped(text, "\n"),
}


def said(data):
    return [(turn.label, turn.speaker, turn.text) for turn in read_file(data).turns]


@pytest.mark.parametrize("form", ["word", "blank lines", "a line each"])
def test_a_text_without_indents_gives_the_turns_of_the_print(form):
    assert said(FORMS[form](PRINTED)) == said(PRINTED.encode())


def test_each_paragraph_of_a_word_file_is_one():
    lines = SHORT.splitlines()
    data = word("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))
    reading = read_file(data)
    assert [(turn.label, turn.speaker, turn.text) for turn in reading.turns] == [
        ("The Chairman.", "Ida Specimen", f"{lines[1][14:]}\n\n{lines[2]}"),
        ("Dr. Wick.", "Ida Wick", "\n\n".join([lines[4][10:], *lines[5:7]])),
        ("The Chairman.", "Ida Specimen", "Thank you. Dr. Wick."),
    ]
    assert [one.heading for one in reading.sections] == ["", "STATEMENT OF DR. IDA WICK, KEEPER OF LAMPS"]
    assert [one.text for one in reading.directions] == ["[Applause.]"]


def shown(lines, step):
    """The operators that show lines on a page, each so far below the one before."""
    return "".join(f"({line.replace('(', '[').replace(')', ']')}) Tj 0 -{step} Td " for line in lines)


def test_the_paragraphs_of_a_pdf_are_parted_by_its_gaps():
    apart = shown(SHORT.splitlines(), 28)
    assert said(page(f"BT /F1 12 Tf 10 700 Td {apart} ET".encode())) == said(as_word(SHORT.replace("\n", "\n\n")))


def test_the_indents_of_a_pdf_are_read():
    body = "    Dr. Wick. We keep every lamp that\nwe can.\n    They are many.\n    The Chairman. Thank you.\n"
    text = f"    {SHORT.splitlines()[0]}\n    The Chairman. Good morning.\n{body}"
    found = said(page(f"BT /F1 10 Tf 10 700 Td {shown(text.splitlines(), 12)} ET".encode()))
    assert [words for _, _, words in found] == [
        "Good morning.",
        "We keep every lamp that we can.\n\nThey are many.",
        "Thank you.",
    ]


def test_the_numbers_and_heads_of_pages_are_nobodys_words():
    words = SHORT.splitlines()
    pages = [words[:3], words[3:5], words[5:]]
    parts = [b"%PDF-1.4\n", b"1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"]
    parts.append(b"2 0 obj << /Type /Pages /Kids [3 0 R 5 0 R 7 0 R] /Count 3 >> endobj\n")
    for number, lines in enumerate(pages, start=1):
        ops = f"BT /F1 10 Tf 10 700 Td {shown([f'{number} LAMPS', *lines, f'- {number} -'], 28)} ET".encode()
        parts.append(
            b"%d 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj\n"
            % (1 + 2 * number, 2 + 2 * number)
        )
        parts.append(b"%d 0 obj << /Length %d >>\nstream\n%s\nendstream endobj\n" % (2 + 2 * number, len(ops), ops))
    data = b"".join([*parts, b"trailer << /Size 9 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"])
    found, whole = said(data), said(as_word(SHORT.replace("\n", "\n\n")))
    assert [text.split() for _, _, text in found] == [text.split() for _, _, text in whole]


def test_where_lines_cannot_be_told_from_paragraphs_the_speaker_is_left_open():
    full = "We keep every lamp of the house, and we trim all of their wicks on every single evening."
    text = f"{SHORT}{full}\nDr. Wick. Is it certain that this label begins a paragraph? {full[:29]}\n{full}\nYes.\n"
    reading = read_file(text.encode())
    doubtful = [turn for turn in reading.turns if turn.line == SHORT.count("\n") + 2]
    assert [(turn.label, turn.speaker) for turn in doubtful] == [("Dr. Wick.", None)]
    assert "may go on with the words above it" in doubtful[0].reason
    assert reading.warnings[-1].endswith("Their speakers were left open.")


@pytest.mark.skipif(not REAL.is_dir(), reason="the example transcripts are not beside the repository")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["112s_2011-12-08", "113h_2013-12-04"])
def test_an_example_in_another_form_gives_the_same_turns(name, form):
    (path,) = REAL.glob(f"{name}*")
    text = path.read_text(encoding="utf-8", errors="replace")
    found, printed = read_file(FORMS[form](text)), read_file(text.encode())
    assert [turn.label for turn in found.turns] == [turn.label for turn in printed.turns]
    wrong = [
        (turn.label, turn.speaker)
        for turn, other in zip(found.turns, printed.turns, strict=True)
        if turn.speaker not in (None, other.speaker)
    ]
    assert wrong == []
    mouths = {}
    for turn in printed.turns:
        for words in turn.text.split("\n\n"):
            mouths.setdefault(words[:40], set()).add(turn.label)
    assert [
        words
        for turn in found.turns
        for words in turn.text.split("\n\n")
        if turn.label not in mouths.get(words[:40], {turn.label})
    ] == []
