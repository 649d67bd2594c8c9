"""The lines of a release as lists use them: what heads a list, what rules it off, which line goes on with the last."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.list_titles import tidy_title
from hearings.importing.texts.lexicon import ORG_WORDS

NONE, LOOSE, FIRM = range(3)
RULE = re.compile(
    r"\s{0,9}(?:[-–—_=~*•.]\s?){2,80}|\([^()\n]{2,60}\)|\(?(?:in\s(?:alphabetical\s)?order\b.{0,40}|invited|list\sin\sformation)\)?:?",
    re.I,
)
# The words below a photograph, which tell who stands where: `Panelists (l-r) NAME, NAME`, `NAME (left) with NAME`.
CAPTION = re.compile(
    r"(?:pictured|photo(?:graph(?:ed)?)?)\b|(?:[\w.,’'-]{1,20}\s){0,5}"
    r"(?:\((?:pictured|(?:from\s|far\s|at\s)?(?:left|right|center))\b|from\sleft\b|left\sto\sright\b|\(?l\.?\s?(?:[-–/]|to)\s?r\b)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:(?:confirmed|invited|expected|today[’']s|our|the|majority|minority|hearing|expert|government|administration"
    r"|private|public|tentative|list\sof|four|five|three|two|six|seven)\s{1,3}){0,3}"
    r"(?:(?:(?:first|second|third|fourth|final)\s)?panel(?:\s{1,9}(?:number\s|no\.\s|#)?\w{1,6})?(?:\s?[-–—:(]\s?[\w\s.&,’'-]{0,60}\)?)?"
    r"|witness(?:es)?(?:\slist)?(?:\s?\([^()]{1,40}\))?|panelists?|speakers|presenters|nominees?|testimony|who"
    r"|testigos|panelistas|ponentes|deponentes|lista\sde\stestigos|panel\s{1,3}(?:de\s)?\w{1,10})\s?:?",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:witness(?:es)?|panel(?:ists?)?|testif\w{1,6}|testimony|speakers|presenters|nominees|(?:to|will)\s(?:speak|appear|present)"
    r"|appear(?:ing|ed)|heard\sfrom|hear\sfrom|testigos|panelistas|testific\w{2,6}|testimonios?|compare(?:cieron|cerán|cen)|ponentes|declararon)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:members|senators|cosponsor\w*|sponsors|endorse\w*|supporters|support(?:ed)?\sby|letter|signed|contacts?|statements?\s(?:from|of)\ssupport"
    r"|questions|points|highlights|excerpts?|remarks|exchange|transcript|quotes|said|miembros|following\sstatement|watch|video|testimony\s(?:follows|as\s(?:prepared|delivered|written)|(?:(?:is|appears|reads)\s)?(?:below|as\sfollows)))\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=\w{3}[.!?])[”\"’]{0,2}\s{1,9}(?=\S)")
_LONGEST_HEADING = 220
_LONGEST_TITLE = 400
_DEEP = 8
_WIDE = 55


@dataclass(frozen=True)
class Line(Paragraph):
    """One line; `joined` where no empty line is above it, `indent` tells its blanks."""

    joined: bool = False
    indent: int = 0


@dataclass
class Row:
    """A person of a list with the lines read of them so far."""

    draft: Draft
    last: Line
    lines: int = 0

    def __post_init__(self) -> None:
        self.bare = not (self.draft.title or self.draft.organization)
        self.first = self.last

    def add(self, line: Line) -> None:
        """Take one more line of the title in."""
        above, last = self.draft.title, self.last
        self.last, self.lines = line, self.lines + 1
        if line.text.strip(" ,;") in above or len(above) > _LONGEST_TITLE:
            return
        broken = (
            not self.bare
            and last.text[-1] not in ",;"
            and (line.text[0].islower() or (len(last.text) >= _WIDE and line.indent == self.first.indent))
        )
        whole = f"{above} {line.text}" if broken else ", ".join(filter(None, (above.rstrip(" ,;"), line.text)))
        self.draft.title = tidy_title(whole.strip(" ,;"))

    def wrapped(self, line: Line) -> bool:
        """Whether a line goes on with the title that stands beside the name: in its column, or broken off above."""
        if not line.joined or line.residue or line.item_mark or self.lines > 2 or len(line.text) > 140:
            return False
        if line.text.endswith(":"):
            return False
        keys = {word.strip(".,’'s").casefold() for word in line.text.split()}
        deep = line.indent >= self.first.indent + _DEEP
        broken = self.last.text.endswith(",") or line.text[0].islower()
        return deep or broken or (bool(keys & ORG_WORDS) and not line.text.endswith("."))


def list_lines(text: str, layout: Iterable[Paragraph]) -> list[Line]:
    """The lines of all paragraphs; a column that only the line below shows is set off by blanks."""
    found = list(_lines(text, layout))
    for at in range(len(found) - 1):
        line, below = found[at], found[at + 1]
        cut = below.indent - line.indent
        if below.joined and cut >= 12 and line.text[cut - 1 : cut] == " " and line.text[cut : cut + 1].isupper():
            parted = f"{line.text[:cut].rstrip()}\t{line.text[cut:]}"
            found[at] = Line(line.number, line.start, line.end, parted, line.joined, line.indent)
    return found


def _lines(text: str, layout: Iterable[Paragraph]) -> Iterator[Line]:
    end = 0
    for paragraph in layout:
        for match in re.finditer(r"[^\n]+", text[paragraph.start : paragraph.end]):
            words = match.group().strip()
            if not words:
                continue
            start = paragraph.start + match.start() + match.group().index(words[0])
            joined = text.count("\n", end, start) < 2
            yield Line(paragraph.number, start, start + len(words), words, joined, _column(text, start))
            end = start + len(words)


def _column(text: str, start: int) -> int:
    return start - text.rfind("\n", 0, start) - 1


def heads_list(words: str) -> bool:
    """Whether a line is nothing but the head of a list of witnesses: `Panel I`, `WITNESSES:`, `Testifying were:`."""
    if _HEADING.fullmatch(words.strip(" *_")):
        return True
    words = _SENTENCES.split(words)[-1] if words.endswith(":") else words
    announced = words.endswith(":") and len(words) <= _LONGEST_HEADING and _ANNOUNCED.search(words)
    return bool(announced) and not _OTHERS.search(words)
