"""Where a hearing is live, and its turns: labels told from false labels, matter put into the record left out."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from hearings.importing.transcript_labels import Label, find_label
from hearings.importing.transcript_lines import BODY_WIDTH, Block, typeset
from witnesses.names import name_key

CONVENED = re.compile(
    r"(?:The|This|Your) .{0,160}?\b(?:met|convened|reconvened|assembled|sat|was (?:called to order|"
    r"convened)|were convened|"
    r"commenced|came to order|began)\b(?=.{0,400}(?:pursuant|presiding|\d\s?[ap]\.?\s?m\.|o'clock|noon))",
    re.IGNORECASE,
)
_BODY_WORD = re.compile(
    r"\b(?:(?:sub)?committees?|commission(?:ers)?|caucus|panel|task force|board|group|council|members|"
    r"hearing|conference|"
    r"roundtable|forum|meeting|parties|staffs?)\b",
    re.I,
)
_ADJOURNED = re.compile(
    r"\b(?:adjourn(?:ed|ment)?|concluded?|closed)\b|whereupon.{0,80}\b(?:ended|terminated|session)\b", re.I
)
_AGAIN = re.compile(
    r"\b(?:recess(?:ed)?|reconvene[ds]?|resume[ds]?|proceed(?:ed)? to (?:other|further) business|"
    r"same day|this afternoon|later (?:that|the same) day|closed session\b(?!.{0,80}adjourn))",
    re.I,
)
_SAME_DAY = re.compile(r"\b(?:same day|this (?:same )?(?:afternoon|day|evening)|today|later (?:that|this) day)\b", re.I)
_FOLLOWS = re.compile(r"follows?\s?[:.]*\s?\]?(?:\s*[A-Z\[].{0,60})?$|follows?:\]", re.I)
_STATEMENT = re.compile(
    r"(?:(?:joint |combined )?(?:opening|prepared|written|oral|additional|supplemental|closing|introductory) )*"
    r"(?:statements?|testimon(?:y|ies)|remarks|comments) (?:of|by|from)\b|opening statement\b",
    re.I,
)
_QUESTIONS = re.compile(
    r"(?:\[?the )?(?:\[?(?:additional |written |post-?hearing |supplemental |further )*)(?:committee )?questions?"
    r"(?: and (?:answers|responses))?\b.{0,60}?\b(?:for|submitted|from|posed|asked|to be)\b|"
    r"\[?(?:written |post-?hearing )?(?:responses?|answers?|replies)\b.{0,80}\bquestions?\b|"
    r"\[?(?:additional|written) (?:committee )?questions\b|\[?questions? and (?:answers|responses)\b",
    re.I,
)
_APPENDIX = re.compile(
    r"(?:A ?P ?P ?E ?N ?D ?I ?X|A ?P ?P ?E ?N ?D ?I ?C ?E ?S)\b(?! (?:[IVX\d]+ ?\S|[a-z]))|"
    r"(?:additional )?(?:material|statements|submissions?|documents|"
    r"information).{0,20}\b(?:submitted )?for the (?:hearing )?record$",
    re.I,
)
_RESUMED = re.compile(
    r"(?:conclusion of (?:the )?hearings?|afternoon session|evening session|after recess|morning session|"
    r"panel\b|subcommittee recess|"
    r"committee recess)",
    re.I,
)
_NUMBERED = re.compile(r"(?:Q?\d{1,3}[a-z]?[.)]|Question \d{1,3}[.:]?)\s+(?=\S)")
_WRITTEN = re.compile(
    r"(?:(?:Follow-?up |Additional )?(?:Question|Answer|Response|Q|"
    r"A)s?(?: (?:No\. ?)?\d{1,3}[a-z]?)?(?: ?\([\w.]{1,3}\))?|[A-Z]{2,5} (?:Response|Answer))"
    r"(?: #?\d+)?[.:]\s"
)
_NOTE = re.compile(r"\\\d{1,3}\\ |\*{1,3} ?[A-Z]|\\[*\d]+\\?")
_NOTE_MARK = re.compile(r"\\(?:\d{1,3}|\*{1,3})\\")
_GRAPHIC = re.compile(r"\[?(?:GRAPHICS?|TIFF)\b|\[GRAPHIC", re.I)


@dataclass
class Spoken:
    """A turn as found: its label and line, the sitting (from 0), its paragraphs, and the heading just above it."""

    line: int
    label: Label
    sitting: int
    heading: str
    paragraphs: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, paragraphs parted by a blank line, without footnote marks."""
        return "\n\n".join(typeset(_NOTE_MARK.sub("", one)) for one in self.paragraphs if one)


@dataclass(frozen=True)
class Proceedings:
    """The live part of a volume: its turns, the convening sentences by block number, and the headings met."""

    turns: list[Spoken]
    convened: list[int]
    headings: list[str]


def is_convening(block: Block) -> bool:
    """Whether a paragraph says that a body met: `The committee met, pursuant to notice, at 10 a.m. ...`."""
    if block.heading or len(block.text) < 30:
        return False
    match = CONVENED.match(block.text[:900])
    return bool(match and _BODY_WORD.search(match.group()))


def label_of(block: Block) -> Label | None:
    """The label that a paragraph begins with, if the paragraph is set as the body is."""
    return find_label(block.text[:140]) if block.paragraph and block.width <= BODY_WIDTH else None


class TurnFinder:
    """Walks through the blocks of a volume; `knows` says whether somebody of a surname is known to the volume."""

    def __init__(self, blocks: list[Block], knows: Callable[[str], bool]) -> None:
        self.blocks = blocks
        self.knows = knows
        self.labels = [label_of(block) for block in blocks]
        self.seen = Counter(self._key(label) for label in self.labels if label)
        self.turns: list[Spoken] = []
        self.headings: list[str] = []
        self.mode = "closed"
        self.heading = ""
        self.sitting = -1

    def find(self) -> Proceedings:
        """Every turn of the volume in order."""
        convened = [number for number, block in enumerate(self.blocks) if is_convening(block)]
        starts = set(convened)
        begin = convened[0] if convened else self._first_label()
        if not convened:
            self.mode, self.sitting = "live", 0
        for number in range(begin, len(self.blocks)):
            if number in starts:
                self.mode, self.heading, self.sitting = "matter", "", self.sitting + 1
                continue
            self._take(number, self.blocks[number])
        return Proceedings(self.turns, convened, self.headings)

    def _first_label(self) -> int:
        found = (n for n, label in enumerate(self.labels) if label and label.usual and self.seen[self._key(label)] > 1)
        return next(found, len(self.blocks))

    def _take(self, number: int, block: Block) -> None:
        text = block.text
        if self.mode == "closed":
            if block.heading and _RESUMED.match(text) and "session" in text.lower():
                self.mode = "matter"
            return
        if text.startswith("[") or re.match(r"\((?:Whereupon|Recess|Laughter|Applause)", text):
            self._take_bracket(text)
        elif block.heading and not self._speaks(number):
            self._take_heading(number, text)
        elif self._speaks(number):
            self._open(block, self.labels[number])
        elif self.mode in ("live", "quiet"):
            self._append(block)

    def _take_bracket(self, text: str) -> None:
        if _GRAPHIC.match(text):
            return
        if re.match(r".{0,4}whereupon", text, re.I) or re.search(r"(?:was|were|stands?) adjourned", text):
            again = _AGAIN.search(text) and (not _ADJOURNED.search(text) or _SAME_DAY.search(text))
            self.mode = "matter" if again else "closed" if _ADJOURNED.search(text) else self.mode
        elif _QUESTIONS.match(text) and len(text) < 300:
            self.mode = "questions"
        elif _FOLLOWS.search(text):
            self.mode = "matter" if self.mode != "record" else "record"
        elif self.mode == "quiet":
            self.mode = "live"

    def _take_heading(self, number: int, text: str) -> None:
        if _STATEMENT.match(text):
            self.heading = text
            self.headings.append(text)
            live = text.isupper() and not text.upper().startswith(("PREPARED", "WRITTEN"))
            self.mode = "matter" if self.mode not in ("record", "questions") or live else self.mode
        elif _QUESTIONS.match(text):
            self.mode = "questions" if self.mode != "record" else "record"
        elif _APPENDIX.match(text):
            self.mode = "closed" if self._nothing_left(number) else "matter"
        elif _RESUMED.match(text):
            self.mode = "matter"

    def _nothing_left(self, number: int) -> bool:
        """Whether no adjournment comes after this: then what follows an appendix heading is all record."""
        return not any(re.match(r"[\[(]whereupon", one.text, re.I) for one in self.blocks[number + 1 :])

    def _speaks(self, number: int) -> bool:
        """Whether the label of this block is one: somebody begins to speak here."""
        label, block = self.labels[number], self.blocks[number]
        if self.mode == "questions" and (block.paragraph or block.indent == 0) and not block.heading:
            numbered = _NUMBERED.match(block.text)
            self.mode = "record" if label or (numbered and find_label(block.text[numbered.end() :])) else "matter"
        if not label or self.mode == "record":
            return False
        words = block.text[label.end :].strip()
        if not words and (not label.note or label.presides):
            return False
        known = not label.name or self.knows(label.name)
        if self.heading and self._under_heading(number):
            return True
        if self.mode == "matter" and (label.role or label.colon or self._wide_ahead(number)):
            return False
        if label.colon:
            return known and bool(label.name)
        return (
            known
            or self.seen[self._key(label)] > 1
            or ((label.usual and words[:1] in "“`'[(-.$0123456789") or words[:1].isupper())
        )

    def _under_heading(self, number: int) -> bool:
        return number > 0 and self.blocks[number - 1].text == self.heading and not self.labels[number].colon

    def _wide_ahead(self, number: int) -> bool:
        """Whether the next wrapped paragraph of this run is set as record matter is."""
        if self.blocks[number].width:
            return False
        for block in islice(self.blocks, number + 1, number + 9):
            if block.heading or block.text.startswith("["):
                return False
            if block.width:
                return block.width > BODY_WIDTH
        return False

    def _open(self, block: Block, label: Label) -> None:
        self.turns.append(
            Spoken(block.line, label, max(self.sitting, 0), self.heading, [block.text[label.end :].strip()])
        )
        self.mode, self.heading = "live", ""

    def _append(self, block: Block) -> None:
        if not self.turns or self.turns[-1].sitting != max(self.sitting, 0):
            return
        if block.width > BODY_WIDTH or _NOTE.match(block.text) or _WRITTEN.match(block.text):
            self.mode = "matter" if _WRITTEN.match(block.text) else "quiet"
        elif block.indent == 4 and (self.mode == "live" or block.width):
            self.mode = "live"
            self.turns[-1].paragraphs.append(block.text)
        elif block.indent == 0 and block.text[:1].islower() and self.turns[-1].paragraphs:
            self.turns[-1].paragraphs[-1] += f" {block.text}"

    @staticmethod
    def _key(label: Label) -> tuple[str, str]:
        return label.title.casefold(), name_key(label.name)
