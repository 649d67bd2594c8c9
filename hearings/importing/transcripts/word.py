"""The text of a Word document (.docx) as it reads with every change accepted, and in words what is not in it."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.word_symbols import UNKNOWN, character
from hearings.text import shorten

_MOST_XML = 64 * 1024 * 1024
_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
_AS_WORDS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_ACCEPTED = ("ins", "moveTo")
_REJECTED = ("del", "moveFrom")
_COUNTED = {
    "footnoteReference": "Footnotes and endnotes of the Word document, which are not read: {}.",
    "m:oMath": "Formulas of the Word document, which are not read: {}.",
    "numPr": "Numbers and bullets that Word sets before paragraphs by itself, which are not read: {}.",
    "rt": "Readings above words of the Word document, which are not read: {}.",
    "txbxContent": "Text boxes of the Word document, each read behind the paragraph to which it belongs: {}.",
    UNKNOWN: f"Signs of the Word document whose character is not known, shown as {UNKNOWN}: {{}}.",
    "changed": "The Word document has tracked changes, which were read as if all were accepted: {}. If that is not the "
    "text that counts, accept or reject them in Word, save it and import that.",
}
_SIGN = re.compile("[\uf000-\uf0ff]")


def read_word(data: bytes) -> tuple[str, list[str]]:
    """The paragraphs of a document as text, and what was left out or may be misread. Raises ImportRefused."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _Body(_hidden_styles(archive))
            body.read(_part(archive, "word/document.xml"))
    except (ElementTree.ParseError, DefusedXmlException) as error:
        raise ImportRefused("The Word document holds XML that cannot be read. Save it anew and try again.") from error
    except (
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,  # which RecursionError and NotImplementedError are
        EOFError,
        zipfile.zlib.error,
        ValueError,
    ) as error:
        raise ImportRefused(
            "This is not a whole Word document (.docx). Open it in Word, save it anew and try again."
        ) from error
    if not any(words.strip() for words in body.paragraphs):
        raise ImportRefused("The Word document holds no words that can be read. Choose the file of the transcript.")
    as_printed = any(words.startswith("    ") for words in body.paragraphs)
    text = "\n".join(body.paragraphs) if as_printed else "\n\n".join(map(str.strip, body.paragraphs))
    return text, body.notes()


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    part = archive.getinfo(name)
    if part.file_size > _MOST_XML or part.file_size > 200 * max(part.compress_size, 1):
        raise ImportRefused(
            "The Word document unpacks to far more than a transcript holds. Save it anew and try again."
        )
    with archive.open(part) as stream:
        return ElementTree.fromstring(stream.read(_MOST_XML))


def _name(node: Element) -> str:
    space, _, name = node.tag.rpartition("}") if isinstance(node.tag, str) else ("", "", "")
    return f"{_SPACES.get(space.lstrip('{'), '?:')}{name}"


def _child(node: Element | None, *path: str) -> Element | None:
    for name in path:
        node = next((one for one in node if _name(one) == name), None) if node is not None else None
    return node


def _value(node: Element | None, name: str = "val") -> str:
    """An attribute of Word's own names; empty where there is none."""
    pairs = node.attrib.items() if node is not None else ()
    return next((value for key, value in pairs if key.rpartition("}")[2] == name), "")


def _vanishes(properties: Element | None) -> bool | None:
    """Whether properties hide the text; None where they do not say."""
    found = _child(properties, "vanish")
    return None if found is None else _value(found).casefold() not in ("0", "false", "off")


def _hidden_styles(archive: zipfile.ZipFile) -> dict[str, bool]:
    """Which styles say that their text is hidden, and which that it is not; by themselves or by what they build on."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    styles = [one for one in _part(archive, "word/styles.xml") if _name(one) == "style"]
    own = {_value(one, "styleId"): _vanishes(_child(one, "rPr")) for one in styles}
    below = {_value(one, "styleId"): _value(_child(one, "basedOn")) for one in styles}
    found = {}
    for style in own:
        at, steps = style, 0
        while own.get(at) is None and at in below and steps < len(below):
            at, steps = below[at], steps + 1
        if own.get(at) is not None:
            found[style] = bool(own[at])
    return found


class _Body:
    """The paragraphs of a document in order, and what was met on the way."""

    def __init__(self, hidden_styles: dict[str, bool]) -> None:
        self.hidden_styles = hidden_styles
        self.paragraphs: list[str] = []
        self.hidden: list[str] = []
        self.met: Counter[str] = Counter()
        self.boxes: list[Element] = []

    def read(self, node: Element) -> None:
        """Everything below a node; where the end of a paragraph was deleted or is hidden, the next one goes on."""
        begun = None
        for child in node:
            name = _name(child)
            if name == "p":
                words, ends = "".join(self._inline(child, self._style(child, "pPr"))), self._ends(child)
                begun = (begun or "") + words
                self.met["numPr"] += _value(_child(child, "pPr", "numPr", "numId")) not in ("", "0")
                if ends:
                    self.paragraphs.append(begun)
                    begun = None
                boxes, self.boxes = self.boxes, []
                for box in boxes:
                    self.read(box)
            elif name in _REJECTED or self._is_deleted(child, name):
                self.met["changed"] += 1
            elif not name.endswith("Pr") and name != "mc:Fallback":
                self.read(child)
        if begun is not None:
            self.paragraphs.append(begun)

    def notes(self) -> list[str]:
        """What was left out or may be misread, in sentences."""
        told = [sentence.format(self.met[what]) for what, sentence in _COUNTED.items() if self.met[what]]
        hidden = " ".join("".join(self.hidden).split())
        if hidden:
            told.append(
                f"Hidden text of the Word document, left out ({len(hidden)} characters): “{shorten(hidden, 80)}”."
            )
        return told

    def _is_deleted(self, node: Element, name: str) -> bool:
        """Whether a row or a cell of a table was deleted."""
        return (name == "tr" and _child(node, "trPr", "del") is not None) or (
            name == "tc" and _child(node, "tcPr", "cellDel") is not None
        )

    def _style(self, node: Element, properties: str) -> bool | None:
        name = _value(_child(node, properties, "pStyle" if properties == "pPr" else "rStyle"))
        return self.hidden_styles.get(name)

    def _ends(self, paragraph: Element) -> bool:
        mark = _child(paragraph, "pPr", "rPr")
        gone = any(_child(mark, name) is not None for name in _REJECTED)
        self.met["changed"] += gone or any(_child(mark, name) is not None for name in _ACCEPTED)
        return not gone and not _vanishes(mark)

    def _inline(self, node: Element, hidden: bool | None) -> Iterator[str]:
        """The words of a paragraph as seen; `hidden` is whether its style, or that of the run, hides them."""
        for child in node:
            name = _name(child)
            if name == "r":
                yield from self._run(child, hidden)
            elif name in _REJECTED:
                self.met["changed"] += 1
            elif name == "m:oMath":
                self.met[name] += 1
            elif not name.endswith("Pr") and name != "mc:Fallback":
                self.met["changed"] += name in _ACCEPTED
                yield from self._inline(child, hidden)

    def _run(self, run: Element, hidden: bool | None) -> Iterator[str]:
        own, style = _vanishes(_child(run, "rPr")), self._style(run, "rPr")
        hides = next((one for one in (own, style, hidden) if one is not None), False)
        fonts = _child(run, "rPr", "rFonts")
        words = "".join(self._words(run, _value(fonts, "ascii") or _value(fonts, "hAnsi")))
        if hides:
            self.hidden.append(words)
        else:
            self.met[UNKNOWN] += words.count(UNKNOWN)
            yield words

    def _words(self, run: Element, font: str) -> Iterator[str]:
        for child in run:
            name = _name(child)
            if name == "t":
                yield _SIGN.sub(lambda sign: character(font, ord(sign.group())), child.text or "")
            elif name in _AS_WORDS:
                yield _AS_WORDS[name]
            elif name == "sym":
                yield self._sign(child)
            elif name == "txbxContent":
                self.met[name] += 1
                self.boxes.append(child)
            elif name in ("footnoteReference", "endnoteReference", "rt"):
                self.met["rt" if name == "rt" else "footnoteReference"] += 1
            elif name == "rubyBase":
                yield from self._inline(child, None)
            elif not name.endswith("Pr") and name not in ("mc:Fallback", "p", "tbl"):
                yield from self._words(child, font)

    def _sign(self, sign: Element) -> str:
        code = _value(sign, "char")
        return character(_value(sign, "font"), int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else UNKNOWN
