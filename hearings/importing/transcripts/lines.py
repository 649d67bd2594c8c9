"""How a printed transcript is laid out: lines without their wrapper, blocks, headings, unwrapped words."""

import html
import re
from dataclasses import dataclass
from functools import cached_property

from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.marks import QUESTIONS, STATEMENT

JOINT = "\f"  # stands for a line that is none: a page ended inside a paragraph
BREAK = "\v"  # before a line that begins a paragraph or heading, where no blank line and no indent of print shows it
_TAG = re.compile(
    r"</?(?:html|body|doc|pre|title|p|br|sup|inf|sub|b|i|em|strong|a|div|span|h\d)\b[^<>\n]{0,200}>", re.I
)
_MARK = re.compile(
    r"<greek-l>[^<>\n]{0,120}?\bdeg\.|"  # a note of the typesetter, which is not printed
    r"<(bullet|dagger|dbldagger|degree|snowflake|all|ellipse|star|box|pound|yen|cent)>|<greek-[a-z]>|<[a-z]-dash>",
    re.I,
)
_MARKS = {"bullet": "•", "dagger": "†", "dbldagger": "‡", "degree": "°", "pound": "£", "yen": "¥", "cent": "¢"}
_TITLE = re.compile(r"<title>.{0,4000}?</title>", re.I | re.S)
_PAGE = re.compile(r"\[\[Page ([\w ]{1,12})\]\]")
_COLUMNS = re.compile(r"\S(?: {3,}|\.{4,} *)\S|\.{5}$")
_DIRECTION = re.compile(r" *\[[A-Z][^\[\]]{2,40}\.\]$")
_RULE = re.compile(r"[-_=*~. ]{3,}$")
_CONTROLS = dict.fromkeys([*range(32), 127]) | {9: " " * 8, 0xA0: " "}
_BYTES = re.compile(r"""b(['"])""")
_SINGLE = re.compile(r"‘([^‘’\n]{1,400}?)(?<=[\w.,;:?!-])'(?!\w)")
_QUOTE_BEFORE = re.compile(r"(^|[\s(\[“‘—-])['`]")


@dataclass(frozen=True)
class Block:
    """Lines that stand together; `line` is the number of the first one in the file, from 1, `rule` a rule above it."""

    line: int
    lines: tuple[str, ...]
    rule: str = ""

    @cached_property
    def indent(self) -> int:
        """Blanks before the first line."""
        return len(self.lines[0]) - len(self.lines[0].lstrip(" "))

    @cached_property
    def width(self) -> float:
        """Mean characters of the lines that are full, all but the last; 0 where there is one line only."""
        full = self.lines[:-1]
        return sum(map(len, full)) / len(full) if full else 0

    @cached_property
    def text(self) -> str:
        """The words in one line: line ends become blanks, hyphens and dashes at line ends stay and join."""
        return unwrap(self.lines)

    @cached_property
    def capitals(self) -> bool:
        """Whether this is set in capitals."""
        letters = [char for char in self.text if char.isalpha()]
        return bool(letters) and sum(map(str.isupper, letters)) >= 0.85 * len(letters)

    @property
    def heading(self) -> bool:
        """Whether this is centred or in capitals: not a paragraph."""
        if self.capitals and len(self.text) > 3:
            return True
        if len(self.lines) == 1:
            return self.indent > 4
        return self.indent > 4 and all(line.startswith("  ") for line in self.lines[1:])

    @property
    def paragraph(self) -> bool:
        """Whether this begins as paragraphs do: indented by four."""
        return self.indent == 4 and not self.capitals

    @property
    def centred(self) -> bool:
        """Whether each line stands in the middle of a page of 64 or 72 columns."""
        return self.indent > 4 and all(
            any(abs(len(line) - len(line.lstrip()) - (width - len(line.strip())) / 2) <= 3 for width in (64, 72))
            for line in self.lines
        )

    @property
    def tabular(self) -> bool:
        """Whether most of the lines are set in columns, whose line ends must stay."""
        return sum(1 for line in self.lines if _COLUMNS.search(line)) * 2 > len(self.lines)

    @property
    def printed(self) -> str:
        """The words as a paragraph, or line by line where they are set in columns."""
        return "\n".join(line.rstrip() for line in self.lines) if self.tabular else self.text


def split_lines(text: str) -> list[str]:
    """The lines of a file without HTML, typesetters' marks and trailing blanks; each keeps its number.

    Bytes that a collector stored as Python source (`b'...'`) are read back first. A page marker goes; where it parts a
    paragraph, its line and the blank lines around it become `JOINT`.
    """
    text = _from_source(text)
    title = _TITLE.search(text[:8000])
    if title:
        text = text[: title.start()] + "\n" * title.group().count("\n") + text[title.end() :]
    lines = []
    for line in text.split("\n"):
        if "<" in line:
            line = _TAG.sub("", _MARK.sub(lambda match: _MARKS.get((match.group(1) or "").lower(), ""), line))
        if "&" in line:
            line = html.unescape(line)
        marked = "[[Page" in line
        line = (_PAGE.sub("", line) if marked else line).translate(_CONTROLS).rstrip()
        lines.append(JOINT if marked and not line else line)
    return _join_pages(lines) if JOINT in lines else lines


def find_pages(text: str) -> list[tuple[str, int]]:
    """The page markers (`[[Page 12]]`) of a file: the page as printed, and the line that the marker is in."""
    if "[[Page" not in text:
        return []
    lines = enumerate(_from_source(text).split("\n"), start=1)
    return [(match.group(1), number) for number, line in lines for match in _PAGE.finditer(line)]


def _join_pages(lines: list[str]) -> list[str]:
    found, number = list(lines), 0
    while number < len(lines):
        if lines[number] != JOINT:
            number += 1
            continue
        first, last = number, number
        while first and not lines[first - 1]:
            first -= 1
        while last + 1 < len(lines) and lines[last + 1] in ("", JOINT):
            last += 1
        before, after = lines[first - 1] if first else "", lines[last + 1] if last + 1 < len(lines) else ""
        parted = len(before) > 20 and not before.isupper() and after[:1].strip() and not _RULE.match(before.strip())
        found[first : last + 1] = [JOINT if parted else ""] * (last + 1 - first)
        number = last + 1
    return found


def to_blocks(lines: list[str]) -> list[Block]:
    """The lines cut at blank lines, at rules and where a line begins a paragraph or a centred heading."""
    blocks: list[Block] = []
    held: list[str] = []
    first, rule = 0, ""

    def close() -> None:
        nonlocal rule
        if held:
            blocks.append(Block(first, tuple(held), rule))
            held.clear()
            rule = ""

    for number, line in enumerate(lines, start=1):
        if line == JOINT:
            continue
        if not line or _RULE.match(line.strip()):
            close()
            rule = line.strip() or rule
            continue
        if held and (line[0] == BREAK or _begins(held, line)):
            close()
        line = line.removeprefix(BREAK)
        if not held:
            first = number
        held.append(line)
    close()
    return blocks


def unwrap(lines: tuple[str, ...] | list[str]) -> str:
    """Wrapped lines as one, as printed but for the line ends: `decision-` and `making` give `decision-making`."""
    joined: list[str] = []
    for line in lines:
        words = " ".join(line.split())
        if joined and words and not re.search(r"(?:\w-|--)$", joined[-1]):
            joined.append(" ")
        joined.append(words)
    return "".join(joined)


def typeset(words: str) -> str:
    """TeX quotation marks and doubled single ones, as printed in transcripts, as “ ” ‘ ’; everything else stays.

    Where a single quotation is opened so, the next mark at the end of a word closes it.
    """
    if "``" in words or "''" in words:
        words = words.replace("'''", "’”").replace("``", "“").replace("''", "”")
    if "‘‘" in words or "’’" in words:
        words = words.replace("’’’", "’”").replace("‘‘", "“").replace("’’", "”")
    if "`" not in words:
        return words
    return _SINGLE.sub(r"‘\1’", _QUOTE_BEFORE.sub(r"\1‘", words))


def _begins(held: list[str], line: str) -> bool:
    indent = len(line) - len(line.lstrip(" "))
    before = len(held[-1]) - len(held[-1].lstrip(" "))
    if _DIRECTION.match(line) or _DIRECTION.match(held[-1]):
        return True
    if held[0].lstrip().startswith("[") and held[-1].endswith(":]" if not indent else "]"):
        return True
    if indent not in (0, before) and (QUESTIONS.match(line.strip()) or STATEMENT.match(line.strip())):
        return True
    if indent == 4:
        if held[-1].isupper():
            return not line.isupper() and (before <= 4 or find_label(line.strip()) is not None)
        return before <= 4 or line[4:5].isupper()
    goes_on = line.isupper() and held[-1].isupper() and STATEMENT.match(held[0].strip())
    return (indent > 4 and before == 0 and not goes_on) or (
        indent == 0 and before > 4 and not held[-1].isupper() and len(line) > 40
    )


def _from_source(text: str) -> str:
    match = _BYTES.match(text)
    if not match or "\n" in text.strip() or not text.rstrip().endswith(match.group(1)):
        return text
    inner = text.strip()[2:-1]
    pieces = re.split(r"(\\x[0-9a-f]{2}|\\.)", inner)
    known = {"\\n": b"\n", "\\t": b"\t", "\\r": b"", "\\\\": b"\\", "\\'": b"'", '\\"': b'"'}
    raw = b"".join(
        bytes([int(piece[2:], 16)]) if piece.startswith("\\x") and len(piece) == 4 else known.get(piece, piece.encode())
        for piece in pieces
    )
    return raw.decode("utf-8", "replace")
