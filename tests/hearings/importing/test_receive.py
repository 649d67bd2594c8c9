"""What an editor is told when a file cannot be taken in, and what happens to the characters of one that can."""

import pytest

from hearings.importing.releases.press_release import check, read_release
from hearings.importing.texts.receive import LIMIT, LONGEST_RELEASE, MOST_MARKS, ImportRefused, decode, take

WORDS = "“The lamps are lit,” said Ida Specimen.\n"


def test_decodes_utf8_with_and_without_a_byte_order_mark():
    assert decode(WORDS.encode()) == WORDS
    assert decode(b"\xef\xbb\xbf" + WORDS.encode()) == WORDS


def test_line_ends_become_line_feeds_and_nothing_else_changes():
    text = "  Two  spaces\t and\u00a0more…\r\n\r\nold Mac\rEnd x \ufffd"
    assert decode(text.encode()) == "  Two  spaces\t and\u00a0more…\n\nold Mac\nEnd x \ufffd"


NOTICE = (
    "Next week, Chairman Dick Sample will hold a hearing.\n"
    "Tuesday, May 16, 2006: Sample will chair a hearing of the Senate Sample Committee on Lost Samples and Measures. "
    "Vinod Muster, President of Muster Ventures, and Jason S. Probe, Executive Director of the National Commission on "
    "Samples, will testify at the hearing. The hearing will take place at 9:30 a.m. in room 419 of the Dirksen Senate "
    "Office Building.\n"
)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf \n"])
def test_empty_files_are_refused(data):
    with pytest.raises(ImportRefused, match="empty"):
        decode(data)


def test_too_large_a_file_is_told_the_limit_and_its_size():
    with pytest.raises(ImportRefused, match=r"2\.50 MB .*limit is 2 MB"):
        decode(b"a" * (LIMIT + 512 * 1024))
    assert len(decode(b"a" * LONGEST_RELEASE)) == LONGEST_RELEASE
    with pytest.raises(ImportRefused, match=r"has 250,001 characters; a release has at most 250,000"):
        decode(b"a" * (LONGEST_RELEASE + 1))


@pytest.mark.parametrize("words", ['"a" ', "“a” ", "``a'' ", "«a» "])
def test_a_text_that_is_mostly_quotation_marks_is_told_how_many_are_too_many(words):
    text = words * (MOST_MARKS // 2)
    assert decode(text.encode()) == text
    with pytest.raises(ImportRefused, match=r"has 4,002 quotation marks; a release has at most 4,000"):
        decode((text + words).encode())


def test_another_encoding_is_refused_with_the_line_and_the_way_out():
    for data in ("plain\nвсем привет, товарищи".encode("koi8-r"), b"plain\n\x81\x8d"):
        with pytest.raises(ImportRefused, match=r"neither UTF-8 nor Windows-1252.*line 2.*save it as UTF-8"):
            decode(data)


def test_windows_1252_is_read_and_said():
    taken = take("“Moisés,” he said – once.\n".encode("cp1252"))
    assert taken.text == "“Moisés,” he said – once.\n"
    assert taken.notes == ("The file is not UTF-8; read as Windows-1252: “, é, ”, –.",)
    assert decode("“Moisés” ".encode() + "é".encode("cp1252")) == "“Moisés” é"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04....word/document.xml", "Word"),
        (b"PK\x03\x04....photos/one", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "Word"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff\xe0", "JPEG image"),
        (b"RIFF0000WEBPVP8 ", "WebP image"),
        (b"text\x00text", "binary"),
        (b"\x01\x02\x03\x04abc", "binary"),
        ("words".encode("utf-16"), "UTF-16"),
        (b"<!DOCTYPE html><p>words", "source of a web page"),
        (b"\xef\xbb\xbf <HTML>\n<body>words", "source of a web page"),
        (b'<?xml version="1.0"?><akomaNtoso/>', "XML.*as a transcript"),
        (b"<akomaNtoso xmlns='x'>words", "XML.*as a transcript"),
    ],
)
def test_what_is_not_text_is_refused_by_its_name(data, named):
    with pytest.raises(ImportRefused, match=named):
        decode(data)


def test_a_text_without_quotes_is_refused():
    with pytest.raises(ImportRefused, match="has no quotes"):
        check(read_release("Rep. Bert Sample (R-ZZ) went to the river and came back.\n"))
    check(read_release(WORDS))


def test_a_notice_of_a_hearing_with_its_witnesses_needs_no_quotes():
    assert not read_release(NOTICE).quotes
    check(read_release(NOTICE))


def test_every_refusal_is_a_whole_sentence():
    for data in (b"", b"%PDF", b"\x81", b"a\x00", b"a" * (LIMIT + 1)):
        with pytest.raises(ImportRefused) as refusal:
            decode(data)
        message = str(refusal.value)
        assert message[0].isupper()
        assert message.endswith(".")
