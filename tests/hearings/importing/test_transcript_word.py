"""Word documents as transcripts: read as they are seen with every change accepted, and what is told beside."""

import io
import zipfile

import pytest

from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.files import read_file
from tests.hearings.importing.test_transcript_files import found, word

MET = "<w:p><w:r><w:t>The committee met, at 10 a.m., Hon. Ida Specimen presiding.</w:t></w:r></w:p>"


def said(words):
    """A document whose only turn has these runs, and its reading."""
    return read_file(word(f"{MET}<w:p><w:r><w:t>Ms. Specimen. We begin </w:t></w:r>{words}</w:p>"))


def run(words, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{words}</w:r>"


def test_word():
    lines = [
        "The committee met, pursuant to notice, at 10 a.m., Hon. Ida Specimen presiding.",
        "Ms. Specimen. We begin.",
    ]
    data = word("".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines))
    assert found(data) == [("Ms. Specimen.", "Ida Specimen", "We begin.")]


def test_the_notes_of_a_word_file_are_counted():
    lines = "<w:p><w:r><w:t>The committee met, at 10 a.m., Hon. Ida Specimen presiding.</w:t></w:r></w:p>"
    spoken = "<w:p><w:r><w:t>Ms. Specimen. We begin.</w:t><w:footnoteReference/></w:r></w:p>"
    assert read_file(word(lines + spoken)).warnings[-1].endswith("which are not read: 1.")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (run("<w:t>decision</w:t><w:noBreakHyphen/><w:t>making.</w:t>"), "We begin decision-making."),
        (run("<w:t>soft</w:t><w:softHyphen/><w:t>ly.</w:t>"), "We begin softly."),
        (run("<w:t>now</w:t><w:cr/><w:t>then.</w:t>"), "We begin now then."),
        (run('<w:sym w:font="Symbol" w:char="F061"/><w:t>.</w:t>'), "We begin α."),
        (run('<w:sym w:font="Wingdings" w:char="F0E0"/><w:t>.</w:t>'), "We begin →."),
        (run('<w:sym w:font="Charis" w:char="2014"/><w:t>.</w:t>'), "We begin —."),
        (run("<w:t>\uf0b7.</w:t>", '<w:rFonts w:ascii="Symbol"/>'), "We begin •."),
        (run("<w:t>now.</w:t>", '<w:vanish w:val="false"/>'), "We begin now."),
    ],
)
def test_hyphens_breaks_and_signs_are_kept(words, text):
    assert said(words).turns[0].text == text


def test_a_sign_that_no_character_is_known_for_is_shown_and_told():
    reading = said(run('<w:sym w:font="Webdings" w:char="F04A"/><w:t>.</w:t>'))
    assert reading.turns[0].text == "We begin \ufffd."
    assert reading.warnings[-1] == "Signs of the Word document whose character is not known, shown as \ufffd: 1."


def test_tracked_changes_are_read_as_accepted_and_told():
    moved = "<w:r><w:t>The lamps are lit.</w:t></w:r>"
    reading = said(
        f"<w:moveFrom>{moved}</w:moveFrom><w:del><w:r><w:t>never</w:t><w:delText>no</w:delText></w:r></w:del>"
        f"<w:ins><w:r><w:t>today. </w:t></w:r></w:ins><w:moveTo>{moved}</w:moveTo>"
    )
    assert reading.turns[0].text == "We begin today. The lamps are lit."
    assert "The Word document has tracked changes, which were read as if all were accepted: 4." in reading.warnings[-1]


@pytest.mark.parametrize("mark", ["<w:del/>", "<w:moveFrom/>", "<w:vanish/>"])
def test_a_paragraph_whose_end_was_deleted_or_is_hidden_goes_on_in_the_next(mark):
    first = f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr><w:r><w:t>Ms. Specimen. We begin. </w:t></w:r></w:p>"
    rest = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("Then we go on.", "So it is."))
    assert read_file(word(MET + first + rest)).turns[0].text == "We begin. Then we go on.\n\nSo it is."


def test_deleted_rows_of_a_table_are_left_out():
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>Ms. Specimen. We {}.</w:t></w:r></w:p></w:tc></w:tr>"
    deleted = row.format("<w:trPr><w:del/></w:trPr>", "stop")
    assert found(word(f"{MET}<w:tbl>{deleted}{row.format('', 'begin')}</w:tbl>")) == [
        ("Ms. Specimen.", "Ida Specimen", "We begin.")
    ]


def test_hidden_text_is_left_out_and_told():
    reading = said(f"{run('<w:t>now</w:t>')}{run('<w:t>, as I was told</w:t>', '<w:vanish/>')}{run('<w:t>.</w:t>')}")
    assert reading.turns[0].text == "We begin now."
    assert reading.warnings[-1] == "Hidden text of the Word document, left out (15 characters): “, as I was told”."


def test_text_that_its_style_hides_is_left_out():
    styles = (
        '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    )
    hidden = run("<w:t>Not this.</w:t>", '<w:rStyle w:val="Own"/>')
    packed = io.BytesIO(word(f"{MET}<w:p><w:r><w:t>Ms. Specimen. We begin.</w:t></w:r>{hidden}</w:p>"))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("word/styles.xml", f'<w:styles xmlns:w="{space}">{styles}</w:styles>')
    reading = read_file(packed.getvalue())
    assert [turn.text for turn in reading.turns] == ["We begin."]
    assert "“Not this.”" in reading.warnings[-1]


def test_a_text_box_is_read_once_behind_its_paragraph_and_told():
    box = "<w:txbxContent><w:p><w:r><w:t>Lamps.</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    reading = said(
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}">{both}</mc:AlternateContent></w:r><w:r><w:t>now.</w:t></w:r>'
    )
    assert reading.turns[0].text == "We begin now.\n\nLamps."
    assert reading.warnings[-1].endswith("each read behind the paragraph to which it belongs: 1.")


def test_numbers_that_word_sets_by_itself_are_told():
    number = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    reading = read_file(word(f"{MET}<w:p>{number}<w:r><w:t>Ms. Specimen. We begin.</w:t></w:r></w:p>"))
    assert [turn.text for turn in reading.turns] == ["We begin."]
    assert reading.warnings[-1].startswith("Numbers and bullets that Word sets before paragraphs by itself")


def test_stops_of_tabs_are_no_words():
    stops = "<w:pPr><w:tabs><w:tab/><w:tab/><w:tab/><w:tab/></w:tabs></w:pPr>"
    data = word(f"{MET}<w:p>{stops}<w:r><w:t>Ms. Specimen. We begin.</w:t></w:r></w:p>")
    assert found(data) == [("Ms. Specimen.", "Ida Specimen", "We begin.")]


def test_a_document_of_the_strict_form_is_read():
    body = f"{MET}<w:p><w:r><w:t>Ms. Specimen. We begin.</w:t></w:r></w:p>"
    assert found(word(body, "http://purl.oclc.org/ooxml/wordprocessingml/main")) == [
        ("Ms. Specimen.", "Ida Specimen", "We begin.")
    ]


def test_a_document_without_words_is_refused():
    with pytest.raises(ImportRefused, match="holds no words"):
        read_file(word("<w:p/>"))
