"""Transcripts inside a release: turns that begin with a speaker's name and a colon, without quotation marks."""

import re
from dataclasses import dataclass

from hearings.importing.labels import Mentions
from hearings.importing.layout import Paragraph
from hearings.importing.people import Resolution
from hearings.importing.quotations import Passage
from hearings.importing.reading import Part, QuoteReading
from hearings.importing.script_labels import ScriptLabel, is_nobody
from hearings.importing.terms import is_title
from witnesses.names import name_key

_IN_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|\?", re.IGNORECASE)
_DIRECTION = re.compile(r"[\[(][^\])\n]{1,60}[\])][.]?")
_TELLS = re.compile(
    r"(?:[\w.’'-]{1,20}\s{1,9}){1,6}?(?:(?:also|then|later|next|again|further|\w{2,15}ly)\s{1,9}){0,2}"
    r"(?:began|went|spoke|led|told|said|(?!need)[a-z]{3,15}ed)\b"
)
_STOPS = (".", "?", "!", "…", ",", ":", "–", "—", "-", "”", '"', ")")
_QUOTED = re.compile(r"(?:[^\n“”\"]{1,120}:\s{0,4})?[“\"”]")
_QUOTED_LABEL = re.compile(r"[A-Z][^\n:“”\"]{1,100}:\s{0,4}[“\"]")


@dataclass(frozen=True)
class Turn:
    """One speaker's turn: the label, who it is, and the paragraphs of it as `(start, end)`."""

    label: str
    who: Resolution
    spans: tuple[tuple[int, int], ...]


def find_turns(text: str, layout: list[Paragraph], labels: list[ScriptLabel], mentions: Mentions) -> list[Turn]:
    """The turns behind the labels of a transcript; none whose words stand in quotation marks."""
    bare = {one.start for one in labels if not _QUOTED.match(text, one.words_start)}
    quoted = {one.text for one in labels if one.start not in bare}
    if len(bare) < 2:
        bare = {one.start for one in labels if one.start in bare and (one.text in quoted or not quoted)}
    turns = [
        _turn(layout, label, following, mentions)
        for label, following in zip(labels, [*labels[1:], None][: len(labels)], strict=True)
        if label.start in bare
    ]
    return [turn for turn in turns if turn.spans]


def outside(passages: list[Passage], turns: list[Turn]) -> list[Passage]:
    """The quoted passages that are not within a turn, where marks are part of the words."""
    spans = iter([span for turn in turns for span in turn.spans])
    span, kept = next(spans, None), []
    for passage in passages:
        while span and span[1] <= passage.outer_start:
            span = next(spans, None)
        if not span or passage.outer_end <= span[0]:
            kept.append(passage)
    return kept


def to_quotes(text: str, turns: list[Turn]) -> list[QuoteReading]:
    """Turns as quotes: the words have no quotation marks, so no part is opened or closed."""
    quotes = []
    for turn in turns:
        reasons = [f"turn of a transcript after the label “{turn.label}:”, without quotation marks", turn.who.reason]
        parts = tuple(Part(text[start:end], start, end, False, False) for start, end in turn.spans)
        certain = round(min(turn.who.confidence, 0.8), 2)
        reason = "; ".join(one for one in reasons if one)
        quotes.append(QuoteReading(turn.who.full, turn.label, "direct", parts, certain, reason, "label: NAME:"))
    return quotes


def _turn(layout: list[Paragraph], label: ScriptLabel, following: ScriptLabel | None, mentions: Mentions) -> Turn:
    first = layout[label.paragraph]
    stop = following.start if following else layout[-1].end
    spans = [_span(mentions.text, label.words_start, min(first.end, stop))]
    if _DIRECTION.fullmatch(mentions.text, *spans[0]):
        spans = []
    for paragraph in layout[label.paragraph + 1 : following.paragraph + 1 if following else len(layout)]:
        if paragraph.start >= stop or not _carries(paragraph, label.who, mentions, last=not following and any(spans)):
            break
        if not _DIRECTION.fullmatch(paragraph.text):
            spans.append(_span(mentions.text, paragraph.start, min(paragraph.end, stop)))
    return Turn(label.text, label.who, tuple(span for span in spans if span[0] < span[1]))


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _carries(paragraph: Paragraph, who: Resolution, mentions: Mentions, *, last: bool) -> bool:
    """Whether a paragraph without a label goes on with the turn; behind the last label only if it speaks in person."""
    if paragraph.residue or paragraph.heading or paragraph.text[0] in '“"' or is_nobody(paragraph):
        return False
    if _QUOTED_LABEL.match(paragraph.text) or (is_title(paragraph.text) and not paragraph.text.endswith(_STOPS)):
        return False
    if paragraph.text.endswith(":") and mentions.within(paragraph.start, paragraph.end):
        return False
    if not _IN_PERSON.search(paragraph.text) and _TELLS.match(paragraph.text) and _opens_with_name(paragraph, mentions):
        return False
    return not last or not (_names(paragraph, who, mentions) or not _IN_PERSON.search(paragraph.text))


def _opens_with_name(paragraph: Paragraph, mentions: Mentions) -> bool:
    """Whether a paragraph tells of somebody by name, as releases do between turns (`Senator NAME then asked`)."""
    label = mentions.label_at(paragraph.start, paragraph.end)
    return bool(label and label.mention and label.start == paragraph.start and not label.mention.possessive)


def _names(paragraph: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    family = name_key(who.full or "").split(" ")[-1]
    return any(name_key(one.name).split(" ")[-1] == family for one in mentions.within(paragraph.start, paragraph.end))
