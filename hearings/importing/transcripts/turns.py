"""Where a hearing is live, and its turns: labels told from false labels, matter put into the record left out."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice

from hearings.importing.transcripts.front import is_day
from hearings.importing.transcripts.labels import Label, find_label
from hearings.importing.transcripts.lines import Block
from hearings.importing.transcripts.marks import (
    ADJOURNED,
    AGAIN,
    APPENDIX,
    ASIDE,
    BODY_WORD,
    CONVENED,
    FOLLOWS,
    GRAPHIC,
    NOTE,
    NOTE_MARK,
    NUMBERED,
    QUESTIONS,
    RESUMED,
    SAME_DAY,
    STATEMENT,
    WRITTEN,
)
from hearings.importing.transcripts.proceedings import Piece, Proceedings, Spoken
from hearings.importing.transcripts.width import Body, measure
from witnesses.names import name_key


def is_convening(block: Block) -> bool:
    """Whether a paragraph says that a body met: `The committee met, pursuant to notice, at 10 a.m. ...`."""
    if block.heading or len(block.text) < 30:
        return False
    match = CONVENED.match(block.text[:900])
    return bool(match and BODY_WORD.search(match.group()))


def find_convenings(blocks: list[Block]) -> list[int]:
    """Where sittings begin: at convening sentences; in a volume without any at the days under which somebody speaks."""
    found = [number for number, block in enumerate(blocks) if is_convening(block)]
    if found:
        return found
    body = measure(blocks)
    days = [number for number, block in enumerate(blocks) if is_day(block.text)]
    return [day for day in days if any(_begins_to_speak(block, body) for block in blocks[day + 1 : day + 13])]


def _begins_to_speak(block: Block, body: Body) -> bool:
    label = body.label_of(block)
    return bool(label and label.usual)


class TurnFinder:
    """Walks through the blocks of a volume; `knows` says whether somebody of a surname is known to the volume.

    `once`, where nothing else shows that people speak, takes labels that stand once, or end with a colon, for such too.
    """

    def __init__(self, blocks: list[Block], knows: Callable[[str], bool], *, once: bool = False) -> None:
        self.once = once
        self.blocks = blocks
        self.knows = knows
        self.body = measure(blocks)
        self.labels = [self.body.label_of(block, knows) for block in blocks]
        self.seen = Counter(self._key(label) for label in self.labels if label)
        self.turns: list[Spoken] = []
        self.headings: list[str] = []
        self.pieces: list[Piece] = []
        self.unread: list[int] = []
        self.last_adjourned = max(
            (n for n, one in enumerate(blocks) if re.match(r"[\[(]whereupon", one.text, re.I)), default=-1
        )
        self.mode = "closed"
        self.heading = ""
        self.sitting = -1
        self.inserted = False  # whether matter is what was put into the record, not what opens a sitting

    def find(self) -> Proceedings:
        """Every turn of the volume in order."""
        convened = find_convenings(self.blocks)
        starts = set(convened)
        begin = convened[0] if convened else self._first_label()
        if not convened:
            self.mode, self.sitting = "live", 0
        for number in range(begin, len(self.blocks)):
            if number in starts:
                self.mode, self.heading, self.sitting, self.inserted = "matter", "", self.sitting + 1, False
                self._keep("opening", self.blocks[number])
                continue
            self._take(number, self.blocks[number])
        return Proceedings(self.turns, convened, self.headings, self.pieces, self.unread)

    def _keep(self, kind: str, block: Block) -> None:
        turn = self.turns[-1] if self.turns else None
        place = max(self.sitting, 0)
        paragraphs = len(turn.paragraphs) if turn and turn.sitting == place else 0
        self.pieces.append(Piece(kind, block, len(self.turns), paragraphs, place, self.mode == "closed"))

    def _first_label(self) -> int:
        often = 0 if self.once else 1
        found = (
            n for n, label in enumerate(self.labels) if label and label.usual and self.seen[self._key(label)] > often
        )
        return next(found, len(self.blocks))

    def _take(self, number: int, block: Block) -> None:
        text = block.text
        if self.mode == "closed":
            bracket = text[0] == "[" and FOLLOWS.search(text) and not GRAPHIC.match(text)
            self._keep("bracket" if bracket else "heading" if block.heading else "matter", block)
            if block.heading and RESUMED.match(text) and "session" in text.lower():
                self.mode = "matter"
        elif self._is_bracket(text):
            self._keep("bracket" if not GRAPHIC.match(text) else "matter", block)
            self._take_bracket(text)
        elif block.heading and not self._speaks(number):
            self._take_heading(number, block)
        elif self._speaks(number):
            self._open(number, block, self.labels[number])
        else:
            self._note_unread(block)
            if self.mode in ("live", "quiet"):
                self._append(number, block)
            else:
                self._keep("matter", block)

    def _note_unread(self, block: Block) -> None:
        """Remember a paragraph that begins with the label of somebody known and yet is not read as a turn."""
        label = find_label(block.text[:140]) if self.mode in ("live", "quiet", "matter") else None
        known = label and (not label.name or label.usual or self.knows(label.name))
        if label and known and not label.role and block.text[label.end :].strip():
            self.unread.append(block.line)

    def _is_bracket(self, text: str) -> bool:
        """Whether a paragraph is an aside in brackets; within matter only where it opens or closes something."""
        if not text.startswith(("[", "(", "<")):
            return False
        if GRAPHIC.match(text) or (text[0] == "[" and FOLLOWS.search(text)):
            return True
        if self.mode in ("live", "quiet"):
            return bool(ASIDE.match(text)) and (
                text[0] == "["
                or bool(
                    ADJOURNED.search(text) or AGAIN.search(text) or re.match(r"\((?:Laughter|Applause|Pause)", text)
                )
            )
        return bool(
            re.match(r"[\[(]whereupon", text, re.I)
            or (ASIDE.match(text) and AGAIN.search(text))
            or (text[0] == "[" and QUESTIONS.match(text))
            or re.search(r"(?:was|were|stands?) adjourned", text)
        )

    def _take_bracket(self, text: str) -> None:
        if GRAPHIC.match(text):
            return
        if re.match(r".{0,4}whereupon", text, re.I) or re.search(r"(?:was|were|stands?) adjourned", text):
            again = AGAIN.search(text) and (not ADJOURNED.search(text) or SAME_DAY.search(text))
            self.mode = "matter" if again else "closed" if ADJOURNED.search(text) else self.mode
        elif QUESTIONS.match(text) and len(text) < 300:
            self.mode = "questions"
        elif FOLLOWS.search(text):
            self.mode, self.inserted = "matter" if self.mode != "record" else "record", True
        elif self.mode == "quiet":
            self.mode = "live"

    def _take_heading(self, number: int, block: Block) -> None:
        text = block.text
        if STATEMENT.match(text):
            self.heading = text
            self.headings.append(text)
            live = text.isupper() and not text.upper().startswith(("PREPARED", "WRITTEN"))
            self.mode = "matter" if self.mode not in ("record", "questions") or live else self.mode
        elif QUESTIONS.match(text):
            self.mode = "questions" if self.mode != "record" else "record"
        elif APPENDIX.match(text):
            self.mode = "closed" if self._nothing_left(number) else "matter"
        elif RESUMED.match(text):
            self.mode = "matter"
        elif self.mode == "live" and self._inside(block):
            self.turns[-1].paragraphs.append(block.text)
            return
        self._keep("heading", block)

    def _inside(self, block: Block) -> bool:
        """Whether what is set like a heading is a paragraph of the turn: a shout, or a passage that is indented."""
        if not self.turns or max(map(len, block.lines)) > self.body.columns or block.tabular:
            return False
        if block.capitals:
            return block.indent == 4 and len(block.text) < 60 and block.text[-1] in ".?!"
        return not block.centred or (len(block.lines) > 1 and block.text[-1] in ".?!;,:")

    def _nothing_left(self, number: int) -> bool:
        """Whether no adjournment comes after this: then what follows an appendix heading is all record."""
        return self.last_adjourned <= number

    def _speaks(self, number: int) -> bool:
        """Whether the label of this block is one: somebody begins to speak here."""
        label, block = self.labels[number], self.blocks[number]
        if self.mode == "questions" and (block.paragraph or block.indent == 0) and not block.heading:
            numbered = NUMBERED.match(block.text)
            self.mode = "record" if label or (numbered and find_label(block.text[numbered.end() :])) else "matter"
        if not label or self.mode == "record":
            return False
        words = block.text[label.end :].strip()
        if not words and (not label.note or label.presides):
            return False
        known = not label.name or self.knows(label.name)
        if self.heading and self._under_heading(number):
            return True
        if self.mode == "matter" and (
            label.role or (label.colon and not self.once) or self._wide_ahead(number) or self._goes_on(number)
        ):
            return False
        if label.colon:
            return bool(label.name) and (known or (label.usual and (self.once or self.mode in ("live", "quiet"))))
        return (
            known
            or self.seen[self._key(label)] > 1
            or ((label.usual and words[:1] in "“`'[(-.$0123456789") or words[:1].isupper())
        )

    def _goes_on(self, number: int) -> bool:
        """Whether a line of inserted matter stands close under a paragraph of it: the hearing goes on after a gap."""
        above = self.blocks[number - 1] if number else None
        if not above or not self.inserted or not self.body.printed or above.indent > 4 or above.text[0] in "[<(":
            return False
        here = self.blocks[number]
        wrapped = len(above.lines) + len(here.lines) > 2  # where each paragraph is a line, all stand close
        return wrapped and above.line + len(above.lines) == here.line

    def _under_heading(self, number: int) -> bool:
        return number > 0 and self.blocks[number - 1].text == self.heading and not self.labels[number].colon

    def _headed(self, number: int) -> bool:
        """Whether nothing but headings stands between the last statement heading and this block."""
        near = reversed(self.blocks[max(number - 6, 0) : number])
        above = next((one for one in near if one.text == self.heading or not one.heading), None)
        return bool(self.heading and above and above.text == self.heading)

    def _wide_ahead(self, number: int) -> bool:
        """Whether the next wrapped paragraph of this run is set as record matter is."""
        if self.blocks[number].width:
            return False
        for block in islice(self.blocks, number + 1, number + 9):
            if block.heading or block.text.startswith("["):
                return False
            if NOTE.match(block.text):
                continue
            if block.width:
                return self.body.parts(block)
        return False

    def _open(self, number: int, block: Block, label: Label) -> None:
        heading = self.heading if self._headed(number) else ""
        self.turns.append(Spoken(block.line, label, max(self.sitting, 0), heading, [block.text[label.end :].strip()]))
        self.mode, self.heading, self.inserted = "live", "", False

    def _append(self, number: int, block: Block) -> None:
        turn = self.turns[-1] if self.turns and self.turns[-1].sitting == max(self.sitting, 0) else None
        if NOTE.match(block.text) and turn:
            self.mode = "quiet"
            self._keep("note", block)
        elif not turn or WRITTEN.match(block.text):
            self.mode = "matter" if turn else self.mode
            self._keep("matter", block)
        elif self._in_note(block):
            self._keep("note", block)
        elif (self.body.parts(block) and not self._widened(block)) or block.tabular:
            self.mode = "quiet"
            self._keep("matter", block)
        elif block.indent == 0 and self._continues(block, turn.paragraphs[-1]):
            self.mode = "live"
            turn.paragraphs[-1] = f"{turn.paragraphs[-1]} {block.text}"
        elif block.indent and (self.mode == "live" or block.width or self._note_ended(number, block)):
            self.mode = "live"
            turn.paragraphs.append(block.text)
        else:
            self._keep("matter", block)

    def _continues(self, block: Block, paragraph: str) -> bool:
        """Whether a block at the margin goes on with a paragraph: it broke off, or only a direction stands between."""
        last = self.pieces[-1] if self.pieces else None
        interrupted = last and last.kind == "bracket" and last.block.line + len(last.block.lines) == block.line
        return bool(block.text[:1].islower() or interrupted) or _unfinished(paragraph)

    def _widened(self, block: Block) -> bool:
        """Whether a paragraph of the turn has lines that ran on: it begins as narrow as the body is set."""
        return self.mode == "live" and self.body.printed and max(map(len, block.lines[:2])) <= self.body.columns

    def _in_note(self, block: Block) -> bool:
        """Whether a note goes on: no rule closed it, and its next paragraph is set as wide as notes are."""
        last = self.pieces[-1] if self.pieces else None
        return bool(
            last
            and last.kind == "note"
            and last.after == len(self.turns)
            and not block.rule
            and self.mode == "quiet"
            and self.body.parts(block)
        )

    def _note_ended(self, number: int, block: Block) -> bool:
        last = self.pieces[-1] if self.pieces else None
        return bool(last and last.kind == "note" and (block.rule or not self._wide_ahead(number)))

    @staticmethod
    def _key(label: Label) -> tuple[str, str]:
        return label.title.casefold(), name_key(label.name)


def _unfinished(paragraph: str) -> bool:
    """Whether a paragraph breaks off before the end of its sentence."""
    words = NOTE_MARK.sub("", paragraph).rstrip()
    return bool(words) and words[-1] not in ".?!:;)]}'\"”’" and not words.endswith("--")
