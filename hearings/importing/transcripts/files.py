"""In which form a transcript arrives: bytes of text, captions, Word, PDF or XML become one TranscriptReading."""

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from statistics import median

import pypdf
from pypdf.errors import PyPdfError

from hearings.importing.texts.mending import MENDED, mend
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts import akoma_ntoso, captions
from hearings.importing.transcripts.capitals import read_capitals
from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.markdown import is_markdown, read_markdown
from hearings.importing.transcripts.reading import TranscriptReading
from hearings.importing.transcripts.volume import read_transcript
from hearings.importing.transcripts.word import read_word

LIMIT = 32 * 1024 * 1024
_MOST_PAGES = 3000
_MOST_TEXT = 16 * 1024 * 1024
_FULL, _LONG, _SIDE, _FEW = 50, 400, 15, 5  # characters of full lines and of one side, and full lines of a page
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_NUMBER = re.compile(r"\d{1,4}")
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:Page )?#(?: of #)?\W{0,3}", re.I)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_BINARY = (b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")


def read_file(data: bytes) -> TranscriptReading:
    """Read a received file, whose form is told from its bytes. Raises ImportRefused where it cannot be read."""
    if len(data) > LIMIT:
        raise ImportRefused(f"The file is larger than {LIMIT // 1024 // 1024} MB. Import one volume at a time.")
    if data.startswith(b"%PDF"):
        return _read_mended(*_pdf(data))
    if data.startswith(b"PK\x03\x04"):
        text, notes = read_word(data)
        return _read_mended(text, notes)
    text = _decode(data)
    if re.match(r"\s*(?:<\?xml|<akomaNtoso|<an:)", text):
        try:
            return akoma_ntoso.read_debate(data)
        except RecursionError as error:
            raise ImportRefused("The XML is nested too deeply to be a debate. Export it anew, or as text.") from error
    return _read_mended(text)


def _read_mended(text: str, notes: Iterable[str] = ()) -> TranscriptReading:
    """The reading of a text without what is garbled or invisible in it; its warnings say what was mended."""
    mended = mend(text, as_printed=True)
    if not mended.text.strip():
        raise ImportRefused("The file holds only invisible characters. Choose the file that holds the transcript.")
    reading = read_text(mended.text)
    return replace(reading, warnings=(*reading.warnings, *notes, *map(MENDED.format, mended.notes)))


def text_of(data: bytes) -> str:
    """The text of a received file in whose lines, counted from 1, its reading says where each turn begins."""
    if data.startswith(b"%PDF"):
        text = _pdf(data)[0]
    else:
        text = read_word(data)[0] if data.startswith(b"PK\x03\x04") else _decode(data)
    return mend(text, as_printed=True).text


def read_text(text: str) -> TranscriptReading:
    """Read decoded text: captions and Markdown by their marks, everything else as an official transcript."""
    if captions.form_of(text):
        return captions.read_captions(text)
    if is_markdown(text):
        return read_markdown(text)
    reading = read_transcript(text)
    return reading if reading.kind in ("transcript", "markup") else read_capitals(text, reading) or reading


def _decode(data: bytes) -> str:
    if data.startswith(_WIDE) or _is_wide(data[:4000]):
        raise ImportRefused("The file is saved as UTF-16 or UTF-32. Save it as UTF-8 and try again.")
    if data.startswith(_BINARY) or b"\x00" in data:
        raise ImportRefused(
            "This is not a text that can be read. Save the transcript as plain text (UTF-8) and import that."
        )
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ImportRefused(
            f"The file is not valid UTF-8: it fails in line {line}. Save it as UTF-8 and try again."
        ) from error
    if not text.strip():
        raise ImportRefused("The file is empty. Choose the file that holds the transcript.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_wide(head: bytes) -> bool:
    """Whether every other byte of text is nothing, as in UTF-16 without its mark."""
    return max(head[::2].count(0), head[1::2].count(0)) * 10 > len(head) * 4 > 0


def _pdf(data: bytes) -> tuple[str, list[str]]:
    """The text of a PDF as it is laid out, and a warning where pages are set in columns."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ImportRefused("The PDF is locked with a password. Save it without one and try again.")
        if len(reader.pages) > _MOST_PAGES:
            raise ImportRefused(f"The PDF has more than {_MOST_PAGES} pages. Import one volume at a time.")
        pages, size = [], 0
        for page in reader.pages:
            pages.append(page.extract_text(extraction_mode="layout"))
            size += len(pages[-1])
            if size > _MOST_TEXT:
                raise ImportRefused("The PDF holds more text than a transcript. Import one volume at a time.")
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
        AssertionError,
        NotImplementedError,
        ZeroDivisionError,
    ) as error:
        raise ImportRefused(
            "The PDF cannot be read. Print it to a new PDF, or import the text, and try again."
        ) from error
    text = "\n".join(_without_margin(_without_heads(pages))).translate(_LIGATURES)
    if not text.strip():
        raise ImportRefused(
            "The PDF has no text layer: its pages are pictures. Recognise its text first, then import that."
        )
    return text, _columns_told(pages)


def _columns_told(pages: list[str]) -> list[str]:
    """Which pages seem to be set in columns, whose lines run into each other; ImportRefused where most are."""
    found = [number for number, page in enumerate(pages, start=1) if _has_columns(page)]
    if len(found) * 2 > sum(1 for page in pages if page.strip()):
        raise ImportRefused(
            "The pages of this PDF are set in two columns or as a table, so its lines mix the words of both sides. "
            "Import the transcript as text, in one column."
        )
    return [f"Pages set in columns, whose words may be mixed: {', '.join(map(str, found))}."] if found else []


def _has_columns(page: str) -> bool:
    """Whether the same gap stands in most of the full lines of a page, with words on both sides."""
    lines = [line for line in page.split("\n") if _FULL <= len(line.strip()) <= _LONG]
    gaps = Counter(
        column
        for line in lines
        for gap in _GAP.finditer(line)
        if min(len(line[: gap.start()].strip()), len(line[gap.end() :].strip())) >= _SIDE
        for column in range(*gap.span())
    )
    return len(lines) >= _FEW and max(gaps.values(), default=0) * 10 >= len(lines) * 6


def _without_margin(pages: list[str]) -> list[str]:
    """The pages without the blank margin that most of them have on the left: where a line begins has a meaning."""
    indents = [[len(line) - len(line.lstrip()) for line in page.split("\n") if line.strip()] for page in pages]
    margin = median(min(page) for page in indents if page) if any(indents) else 0
    edge = re.compile(f"^ {{0,{int(margin)}}}", re.MULTILINE)
    return [edge.sub("", page) for page in pages] if margin else pages


def _without_heads(pages: list[str]) -> list[str]:
    """The pages without their numbers, and without what is printed at the top or the foot of most of them."""
    found = [page.strip("\n").split("\n") for page in pages]
    edges = [{line.strip() for line in (*page[:2], *page[-2:]) if line.strip()} for page in found]
    heads = Counter(_NUMBER.sub("#", line) for edge in edges for line in edge)
    for number, page in enumerate(found, start=1):
        page[-1] = re.sub(rf"^(\s*){number}(?=[A-Z][a-z]+\.? )", r"\1", page[-1])
        for at in (0, 1, -2, -1):
            head = _NUMBER.sub("#", page[at].strip()) if len(page) > 3 else ""
            alone = _PAGE_NUMBER.fullmatch(head) and at in (0, -1)
            if alone or (heads[head] > max(len(pages) // 2, 1) and not find_label(head)):
                page[at] = ""
    return ["\n".join(page).strip("\n") for page in found]
