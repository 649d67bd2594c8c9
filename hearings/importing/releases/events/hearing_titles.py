"""Titles of hearings in quotation marks: before the word “hearing”, behind `titled`, in a label above a statement."""

import re

from hearings.importing.releases.events.dates import labelled_date
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.events.titles import is_anothers
from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.reading import NotSpeech
from hearings.importing.releases.speech.terms import is_title

_MARKED = r"(?<![^\s(‘’'])[“\"](?P<title>[A-Z0-9](?:[^“”\"\n]){4,240}?(?<=\S))[”\"]"
_EVENT = r"(?:hearing|roundtable|forum|briefing|symposium)"
_BEFORE = re.compile(
    rf"{_MARKED},?\s{{1,9}}(?:(?:an?|the)\s{{1,9}})?"
    rf"(?:(?:full|oversight|joint|field|legislative|virtual|public|congressional|(?:sub)?committee|[A-Z][\w’'-]{{2,20}})\s{{1,9}}){{0,4}}"
    rf"{_EVENT}\b(?!\s(?:room|aid|loss))"
)
_TITLED = re.compile(
    rf"\b(?:{_EVENT}|proceedings?)\b[^.;“”\"\n]{{0,100}}?(?:\bentitled|\btitled|\bcalled|\bnamed)\s{{0,9}}[,:]?\s{{1,9}}{_MARKED}",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:Hearings?|(?:Sub)?[Cc]ommittee|Commission|Roundtable|Forum)\b")
_PIECES = re.compile(r"\s{2,}|\n|\s\|\s|\t")
_HEAD = re.compile(r"(?:re|on|topic|subject|title|hearing|statement)\s?[:–—-]", re.IGNORECASE)
_STATEMENT = re.compile(
    r"\s{0,9}(?:(?:opening|prepared|written)\s)?(?:statement|remarks|testimony)\s(?:of|by|for)\b", re.IGNORECASE
)
_LAW = re.compile(r"(?:The\s)?(?:[\w’'&(),-]+\s){1,12}Act(?:\sof\s(?:19|20)\d\d)?")
_OF_A_WORK = re.compile(
    r"\b(?:report|letter|article|op-ed|study|book|bill|survey|paper|directive|memo(?:randum)?|legislation|resolution|editorial"
    r"|documentary|film|speech|essay|poll|rule|executive\sorder)\b[^.;“”\"\n]{0,40}[“\"‘]?$",
    re.IGNORECASE,
)
_SAYS_TITLED = re.compile(r"\b(?:entitled|titled)\s{0,9}[,:]?\s{0,9}[“\"‘]?$")
_EXAMINED = re.compile(
    r"\b(?:examin|review|discuss|consider|explor)(?:e|es|ed|ing|s)?\s(?:the|an?|its|their)\s[“\"‘]?$"
)
_NEAREST = 6
_TOP = 10
_SHORT = 120


def marked_title(found: list[Found], text: str, layout: list[Paragraph]) -> str | None:
    """The title in quotation marks that the text gives to its event; null where it gives several."""
    for one in found[:_NEAREST]:
        for pattern in (_TITLED, _BEFORE):
            named = [words for match in pattern.finditer(text, one.start, one.end) if (words := _words(match))]
            if named:
                return named[0]
    label = label_of(layout)
    if label:
        return label[0]
    everywhere = {words for match in _TITLED.finditer(text) if (words := _words(match))}
    return everywhere.pop() if len(everywhere) == 1 else None


def label_of(layout: list[Paragraph]) -> tuple[str, list[Paragraph]] | None:
    """The title in a label above a statement, and the lines of that label.

    A label is a line of pieces with blanks between them, or a line for each piece: who speaks, the title in marks,
    the body, the day.
    """
    top = [one for one in layout if not one.header][:_TOP]
    for number, line in enumerate(top):
        marked = re.search(_MARKED, line.text)
        words = _words(marked) if marked else None
        rest = f"{line.text[: marked.start()]}  {line.text[marked.end() :]}" if marked else ""
        if not words or not (_HEAD.fullmatch(rest.strip()) or (_is_label(rest) and _set_apart(line.text, marked))):
            continue
        near = [one for one in top[max(number - 2, 0) : number + 4] if one is line or _is_label(one.text)]
        others = [rest, *(one.text for one in near if one is not line)]
        told = any(_STATEMENT.match(one) or labelled_date(one).basis for one in others)
        if any(_LABEL.search(one) for one in others) and (rest.strip() or told):
            return words, near
    return None


def _set_apart(line: str, marked: re.Match[str]) -> bool:
    """Whether the marked words are a piece by themselves, with blanks around them or the ends of the line."""
    before, behind = line[: marked.start()], line[marked.end() :]
    return bool(re.search(r"(?:^|\s{2}|\t|\|\s?)$", before) and re.match(r"$|\s{2}|\t|\s?\|", behind))


def _is_label(words: str) -> bool:
    """Whether words are short pieces with blanks between them, and no sentence."""
    pieces = [piece for piece in _PIECES.split(words.strip()) if piece]
    return all(len(piece) < _SHORT and not piece.endswith((".", ":", "!")) for piece in pieces)


def is_of_event(one: NotSpeech, text: str) -> bool:
    """Whether words in marks that stand near a hearing are its title, not the name of a bill or of a work."""
    ahead = text[max(one.start - 80, 0) : one.start]
    if _OF_A_WORK.search(ahead):
        return False
    if _EXAMINED.search(ahead):
        return False
    return bool(_SAYS_TITLED.search(ahead)) or not is_law(one.text)


def is_law(words: str) -> bool:
    """Whether words are the name of an act and nothing else."""
    return bool(_LAW.fullmatch(words.strip('“”".,;: ')))


def _words(match: re.Match[str]) -> str | None:
    if is_anothers(match.string, *match.span("title")):
        return None
    words = " ".join(match.group("title").split()).rstrip(".,;: ")
    return words if is_title(words) and " " in words and (not is_law(words) or "itled" in match.group()) else None
