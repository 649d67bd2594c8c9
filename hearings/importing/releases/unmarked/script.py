"""Transcripts inside a release: turns that begin with a speaker's name and a colon, without quotation marks."""

import re
from dataclasses import dataclass

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.callings import names_role
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Resolution
from hearings.importing.releases.reading import Part, QuoteReading
from hearings.importing.releases.speech.attribution_before import NAMED_SO
from hearings.importing.releases.speech.script_labels import ScriptLabel, family_of, is_nobody
from hearings.importing.releases.speech.terms import is_title

IN_PERSON = re.compile(r"\b(?:I|[Mm][ey]|[Ww]e|[Uu]s|[Oo]ur|[Yy]our?)\b|\?")
_DIRECTION = re.compile(r"[\[(][^\])\n]{1,60}[\])][.]?")
# What is told of a turn before its words: `(pause)`, `[laughing]`.
_ASIDE = re.compile(
    r"(?:\([a-z][^)\n]{2,40}\)|\[(?i:laugh|paus|cross|inaud|applau|through|via|smil|sigh|shak|nod|silence)[^\]\n]{0,30}\])[.]?\s{1,9}(?=\S)"
)
_TELLS = re.compile(
    r"(?:[\w.’'-]{1,20}\s{1,9}){1,6}?(?:(?:also|then|later|next|again|further|\w{2,15}ly)\s{1,9}){0,2}"
    r"(?:began|went|spoke|led|told|said|(?!need)[a-z]{3,15}ed)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|[Mm]y)\b")
_BELOW = 4
_HEADLINES = 3
_LONGEST_HEADING = 100
IN_MARKS = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_STOPS = (".", "?", "!", "…", ",", ":", "–", "—", "-", "”", '"', ")")
# Words in marks behind a label; a turn may also begin with a word in marks (`SAMPLE: “Never” is a strong word.`).
_QUOTED = re.compile(
    r"(?:[^\n“”\"]{1,120}:\s{0,4})?[“\"”](?![^“”\"\n]{1,60}[”\"]\s(?!said|says|asked|added|told)[a-z])"
)


@dataclass(frozen=True)
class Turn:
    """One speaker's turn: the label, who it is, and the paragraphs of it as `(start, end)`.

    `told` is set for words that a verb leads to, not a label: their marks are lost.
    """

    label: str
    who: Resolution
    spans: tuple[tuple[int, int], ...]
    told: bool = False


def find_turns(text: str, layout: list[Paragraph], labels: list[ScriptLabel], mentions: Mentions) -> list[Turn]:
    """The turns behind the labels of a transcript; none whose words stand in quotation marks."""
    bare = {one.start for one in labels if not _QUOTED.match(text, one.words_start)}
    quoted = {one.text for one in labels if one.start not in bare}
    if len(bare) < 2:
        bare = {one.start for one in labels if one.start in bare and (one.text in quoted or not quoted)}
    speakers = frozenset(family_of(one.text) for one in labels)
    turns = [
        _turn(layout, label, following, mentions, speakers)
        for label, following in zip(labels, [*labels[1:], None][: len(labels)], strict=True)
        if label.start in bare
    ]
    turns = [turn for turn in turns if turn.spans]
    return [] if _is_list(text, turns) else turns


def _is_list(text: str, turns: list[Turn]) -> bool:
    """Whether labels stand before what people are, not before what they say: `NAME: President, Sample Ropes`."""
    told = [text[slice(*turn.spans[0])] for turn in turns]
    once = len({turn.label for turn in turns}) == len(turns)
    return once and all(names_role(words.split(",")[0]) and not in_person(words) for words in told)


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
        labelled = f"turn of a transcript after the label “{turn.label}:”, without quotation marks"
        told = f"the text has {turn.label} say these words, without quotation marks"
        reasons = [told if turn.told else labelled, turn.who.reason]
        parts = tuple(Part(text[start:end], start, end, False, False) for start, end in turn.spans)
        certain = round(min(turn.who.confidence, 0.6 if turn.told else 0.8), 2)
        reason = "; ".join(one for one in reasons if one)
        quotes.append(QuoteReading(turn.who.full, turn.label, "direct", parts, certain, reason, "label: NAME:"))
    return quotes


def _turn(
    layout: list[Paragraph],
    label: ScriptLabel,
    following: ScriptLabel | None,
    mentions: Mentions,
    speakers: frozenset[str],
) -> Turn:
    first = layout[label.paragraph]
    stop = following.start if following else layout[-1].end
    aside = _ASIDE.match(mentions.text, label.words_start, min(first.end, stop))
    spans = [span(mentions.text, aside.end() if aside else label.words_start, min(first.end, stop))]
    words = mentions.text[slice(*spans[0])]
    if first.number < _HEADLINES and not words.endswith(_STOPS) and (first.number == 0 or is_title(words)):
        return Turn(label.text, label.who, ())
    if _DIRECTION.fullmatch(mentions.text, *spans[0]):
        spans = []
    for paragraph in layout[label.paragraph + 1 : following.paragraph + 1 if following else len(layout)]:
        told = _tells_of(paragraph, mentions, speakers) or _is_narrated(paragraph, label.who, mentions)
        told = told or bool(following and paragraph.number + 1 == following.paragraph and _heads(paragraph, layout))
        last = (
            not following
            and any(spans)
            and not _goes_on_below(layout[paragraph.number :][:_BELOW], label.who, mentions)
        )
        if paragraph.start >= stop or told or not _carries(paragraph, label.who, mentions, last=last):
            break
        if not _DIRECTION.fullmatch(paragraph.text):
            spans.append(span(mentions.text, paragraph.words_start, min(paragraph.end, stop)))
    return Turn(label.text, label.who, tuple(span for span in spans if span[0] < span[1]))


def _heads(paragraph: Paragraph, layout: list[Paragraph]) -> bool:
    """Whether a line right above a label is what the next turns are about: short, without an end or a person."""
    words = paragraph.text
    short = len(words) < _LONGEST_HEADING and (words[0].isupper() or words[0].isdigit())
    return (
        short
        and not words.endswith(_STOPS)
        and not in_person(words)
        and layout[paragraph.number - 1].text.endswith(_STOPS)
    )


def _goes_on_below(run: list[Paragraph], who: Resolution, mentions: Mentions) -> bool:
    """Whether one of the next paragraphs is in the first person, before one that names the speaker or ends the page."""
    for paragraph in run:
        if paragraph.residue or paragraph.contact or names(paragraph, who, mentions):
            return False
        if _FIRST_PERSON.search(IN_MARKS.sub("", paragraph.text)):
            return True
    return False


def in_person(words: str) -> bool:
    """Whether somebody speaks of themselves or to others in words, leaving out those in quotation marks."""
    return bool(IN_PERSON.search(IN_MARKS.sub("", words)))


def span(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds without the white space at either end."""
    while start < end and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _carries(paragraph: Paragraph, who: Resolution, mentions: Mentions, *, last: bool) -> bool:
    """Whether a paragraph without a label goes on with the turn; behind the last label only if it speaks in person."""
    if paragraph.residue or paragraph.heading or paragraph.text[0] in '“"' or is_nobody(paragraph):
        return False
    if _is_quoted_label(paragraph, mentions) or (is_title(paragraph.text) and not paragraph.text.endswith(_STOPS)):
        return False
    if paragraph.text.rstrip("”\"’'").endswith(":") and mentions.within(paragraph.start, paragraph.end):
        return False
    return not last or not (names(paragraph, who, mentions) or not in_person(paragraph.text))


def _is_quoted_label(paragraph: Paragraph, mentions: Mentions) -> bool:
    """Whether a paragraph is somebody else's: a name, and words in quotation marks behind its colon."""
    label = mentions.label_at(paragraph.start, paragraph.end)
    named = NAMED_SO.match(mentions.text, label.end, paragraph.end) if label and label.kind == "name" else None
    return bool(
        named
        and label
        and label.start == paragraph.start
        and mentions.text[named.end() : named.end() + 1] in tuple('“"')
    )


def _tells_of(paragraph: Paragraph, mentions: Mentions, speakers: frozenset[str]) -> bool:
    """Whether a paragraph tells of one of the speakers, as releases do between turns (`Senator NAME then asked`)."""
    if IN_PERSON.search(paragraph.text) or not _TELLS.match(paragraph.text):
        return False
    label = mentions.label_at(paragraph.start, paragraph.end)
    named = label and label.start == paragraph.start and label.mention and not label.mention.possessive
    return bool(named and label and label.mention and family_of(label.mention.name) in speakers)


def _is_narrated(paragraph: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    """Whether a paragraph speaks of the speaker with a title or a party, and nobody speaks in it."""
    full = [one for one in mentions.within(paragraph.start, paragraph.end) if one.titles or one.party_end]
    own = any(family_of(one.name) == family_of(who.full or "") for one in full)
    return bool(who.full) and own and not in_person(paragraph.text)


def names(paragraph: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    """Whether a paragraph names somebody of the speaker's surname; `Sample-Muster` is no name of `Sample`."""
    family, joined = family_of(who.full or ""), "-" in (who.full or "").rpartition(" ")[2]
    named = mentions.within(paragraph.start, paragraph.end)
    return bool(family) and any(family_of(one.name) == family and (joined or "-" not in one.name) for one in named)
