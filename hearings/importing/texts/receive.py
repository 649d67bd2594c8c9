"""What may be taken in: bytes become text here, and what cannot be read is refused in a plain sentence."""

import codecs
import re
from dataclasses import replace

from hearings.importing.texts.mending import Mended, from_bytes, mend

PARSER = "11"  # the version of what reads releases and transcripts: raised with every change of what they read
LIMIT = 2 * 1024 * 1024
LONGEST_RELEASE = 250_000  # characters, several times those of a release that prints a whole transcript
MOST_MARKS = 4_000  # quotation marks, beyond which a text is no release: to read each of them takes its time
_MAGIC = [
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word document"),
    (b"{\\rtf", "a Rich Text document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
]
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}<(!doctype html|html|\?xml|akomantoso)\b", re.IGNORECASE)
_PAGE = "This is the source of a web page, not its text. Open it in a browser, select its text there, and paste that."
_XML = "This is XML, not the text of a release. A debate (Akoma Ntoso) is imported at its hearing, as a transcript."
_WORD_MARKS = (b"word/", b"[Content_Types].xml")
_WIDE_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


class ImportRefused(Exception):
    """Something that cannot be imported; the message is a sentence that says what to do."""


def decode(data: bytes) -> str:
    """The text of a received file as it is stored and quoted: what `take` gives, without what it says was mended."""
    return take(data).text


def take(data: bytes) -> Mended:
    """The text of a received file: UTF-8 with or without a byte order mark, or Windows-1252; line ends as LF.

    CRLF and lone CR become LF and the mark at the beginning goes; that is the decoded text, in which offsets are
    counted outside. What is garbled or invisible in it is mended, and `notes` says so. Raises ImportRefused for
    anything that is not such a text.
    """
    if len(data) > LIMIT:
        raise ImportRefused(
            f"The file is {len(data) / 1024 / 1024:.2f} MB ({len(data):,} bytes); the limit is 2 MB ({LIMIT:,} bytes). "
            "Paste only the text of the release."
        )
    _refuse_binary(data)
    try:
        text, strays = from_bytes(data.removeprefix(codecs.BOM_UTF8))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportRefused(
            f"The file is neither UTF-8 nor Windows-1252: it fails in line {line}. Open it in the program "
            "that wrote it, save it as UTF-8 and try again."
        ) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ImportRefused("The file is empty. Paste or upload the text of the release.")
    mended = mend(text)
    if not mended.text.strip():
        raise ImportRefused("The file holds only invisible characters. Paste or upload the text of the release.")
    if len(mended.text) > LONGEST_RELEASE:
        raise ImportRefused(
            f"The text has {len(mended.text):,} characters; a release has at most {LONGEST_RELEASE:,}. Paste only the "
            "text of the release, or import a transcript as a transcript."
        )
    marks = sum(map(mended.text.count, ('"', "“", "”", "„", "«", "»", "``", "''")))
    if marks > MOST_MARKS:
        raise ImportRefused(
            f"The text has {marks:,} quotation marks; a release has at most {MOST_MARKS:,}. Paste only the text of the "
            "release."
        )
    return replace(mended, notes=(strays, *mended.notes)) if strays else mended


def _refuse_binary(data: bytes) -> None:
    what = _named_format(data)
    if what:
        raise ImportRefused(f"This is {what}, not text. Save the release as plain text (UTF-8) and import that.")
    if data.startswith(_WIDE_BOMS):
        raise ImportRefused("The file is saved as UTF-16 or UTF-32. Save it as UTF-8 and try again.")
    controls = len(data) - len(data.translate(None, bytes(c for c in range(32) if c not in b"\t\n\f\r")))
    markup = _MARKUP.match(data)
    if markup:
        raise ImportRefused(_PAGE if markup.group(1).lower().endswith(b"html") else _XML)
    if b"\x00" in data or controls * 10 > len(data):
        raise ImportRefused("This is a binary file, not text. Save the release as plain text (UTF-8) and import that.")


def _named_format(data: bytes) -> str | None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP image"
    if data.startswith(b"PK\x03\x04"):
        return "a Word document" if any(mark in data[:4000] for mark in _WORD_MARKS) else "a zip archive"
    return None
