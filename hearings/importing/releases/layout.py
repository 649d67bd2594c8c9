"""How a release is laid out: paragraphs, sentences, headings, and the residue of the web page around it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from hearings.importing.texts.lexicon import ABBREVIATIONS

BLANK = "\ufffc"
# What the copy leaves of a rule, a list or a break between two paragraphs, in a line of its own.
_LEFT_OVER = re.compile(r"[.,;:·•▪●○|]{1,2}")
_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\S\n]*[^\s][^\n]*)*")
_BOUNDARY = re.compile(r"(\S{0,24}?)[.!?][”\"’')\]]{0,3}\s{1,8}(?=[“\"‘(\[]{0,2}(?:[^\W_a-z]|\ufffc))")
_PARTY_STATE = re.compile(r"\(?[RDI](?:FL)?[-–—][A-Z]\S*\)\s")
_JOINED = re.compile(r"^.*[(“\"‘'—–/]", re.DOTALL)
_RESIDUE = re.compile(
    r"(?:[\W_]+$|#\s?#\s?#|[-–—\s]{1,9}30[-–—\s]{1,9}|\*{3}|original source\b|click\b|contacts?\s?:|media contact"
    r"|press contact|image$|for immediate release|https?://\S+$|www\.\S+$|watch the full|share\b.{0,30}$|print$"
    r"|permalink|.{0,160}\b(?:available|found|watched|viewed) (?:here|online)\b.{0,40}(?<!:)$)",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:for (?:more|further|additional) information,? )?(?:please )?(?:(?:press|media|news|staff)\s)?contacts?\b"
    r"|press (?:office|secretary)\s?:)",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"(?:\(\d{3}\)\s?|\b\d{3}[-/. ])\d{3}[-. ]\d{4}\b|[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_LONGEST_CONTACT = 300
_LONGEST_RESIDUE = 800  # a longer line is the whole release, that the copy ran together with its contact
_QUOTED_LABEL = re.compile(r"[A-Z][^\n:“”\"]{1,60}:\s{0,4}[“\"]")
_LIST_ITEM = re.compile(
    r"[*•·▪●○–-](?=[A-Z])|[*•·▪●○–—-]\s{1,12}(?=\S)"
    r"|(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[(\[]?\d{1,2}:\d\d(?::\d\d)?[)\]:]?)\s{1,4}(?=\S)"
)


@dataclass(frozen=True)
class Paragraph:
    """One paragraph without the white space around it; `start` and `end` are offsets in the whole text."""

    number: int
    start: int
    end: int
    text: str

    @cached_property
    def residue(self) -> bool:
        """Whether this is page furniture or an end mark instead of a sentence of the release."""
        return (len(self.text) < _LONGEST_RESIDUE and bool(_RESIDUE.match(self.text))) or self.header

    @cached_property
    def header(self) -> bool:
        """Whether this is a browser title (`NAME | SITE`)."""
        return " | " in self.text and len(self.text) < 200

    @cached_property
    def contact(self) -> bool:
        """Whether this names whom the press may ask: people who are neither office holders nor witnesses."""
        return len(self.text) < _LONGEST_CONTACT and bool(_CONTACT.match(self.text) or _TELEPHONE.search(self.text))

    @cached_property
    def heading(self) -> bool:
        """Whether this is a line in capitals."""
        letters = [char for char in self.text if char.isalpha()]
        if _QUOTED_LABEL.match(self.text):
            return False
        return bool(letters) and sum(map(str.isupper, letters)) > 0.8 * len(letters)

    @cached_property
    def item_mark(self) -> int:
        """How many characters a bullet, a number or a time stamp takes at the beginning; 0 where there is none."""
        match = _LIST_ITEM.match(self.text)
        return match.end() if match else 0

    @property
    def words_start(self) -> int:
        """Where its words begin, behind a bullet, a number or a time stamp."""
        return self.start + self.item_mark


def paragraphs(text: str) -> list[Paragraph]:
    """Every paragraph in order: a line each, or blocks between blank lines where the text is wrapped by hand.

    A line that is only a dot or a bullet is none.
    """
    pattern = _BLOCK if _is_wrapped(text) else _LINE
    found = []
    for match in pattern.finditer(text):
        words = match.group().strip()
        if words and not _LEFT_OVER.fullmatch(words):
            start = match.start() + match.group().index(words[0])
            found.append(Paragraph(len(found), start, start + len(words), words))
    return found


# What begins a sentence behind a name with `Jr.`, and goes on with none.
_NEXT_SENTENCE = re.compile(
    r"(?:The|This|These|That|In|At|On|During|After|He|She|They|It|His|Her|A|An|You|To|Both|As|But|And|When|Watch|Click|Read|For)\s"
    r"|(?:[A-Z][\w’'-]{1,20}\s)(?:[a-z]{2,12}\s){0,3}?(?:are|is|was|were|has|have|had|can|will|may|did|said|told|asked|follows?)\b"
)


def sentence_starts(text: str, start: int, end: int) -> list[int]:
    """Offsets at which the sentences of `text[start:end]` begin; abbreviations and initials end none."""
    starts = [start]
    for match in _BOUNDARY.finditer(text, start, end):
        word = _JOINED.sub("", match.group(1)).casefold()
        stopped = text[match.end(1)] == "."
        if stopped and _PARTY_STATE.search(match.group()):
            continue
        if stopped and word in ("jr", "sr") and _NEXT_SENTENCE.match(text, match.end(), end):
            starts.append(match.end())
            continue
        if stopped and (word in ABBREVIATIONS or word == "ret" or "." in word or (len(word) == 1 and word.isalpha())):
            continue
        starts.append(match.end())
    return starts


def sentence_at(starts: list[int], position: int, end: int) -> tuple[int, int]:
    """Bounds of the sentence around `position`, from what `sentence_starts` gave."""
    at = max(bisect_right(starts, position) - 1, 0)
    return starts[at], starts[at + 1] if at + 1 < len(starts) else end


def _is_wrapped(text: str) -> bool:
    lengths = [len(line.strip()) for line in text.split("\n")]
    if max(lengths) > 100:
        return False
    runs = sum(1 for one, following in pairwise(lengths) if one >= 55 and following)
    return runs >= 3 and runs * 3 >= sum(1 for length in lengths if length)
