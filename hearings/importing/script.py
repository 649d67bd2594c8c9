"""Transcripts inside a release: turns that begin with a speaker's name and a colon, without quotation marks."""

import re
from dataclasses import dataclass

from hearings.importing.labels import Mentions
from hearings.importing.layout import Paragraph
from hearings.importing.lexicon import TITLE_WORDS, word_set
from hearings.importing.people import Registry, Resolution
from hearings.importing.reading import Part, QuoteReading
from witnesses.names import name_key

_LABEL = re.compile(r"((?:[^\W\d_][\w.’'-]*\s{1,9}){0,5}[^\W\d_][\w.’'-]*)\s?:(?:\s{1,9}|$)")
_IN_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|\?", re.IGNORECASE)
_NOT_SPEAKERS = word_set("""
    what when where who why note contact contacts panel background date time location place question answer q a
    re subject witnesses witness media related watch video audio photos summary title cc from to update editor
    attachments takeaways highlights remarks testimony statement statements excerpts excerpt quotes coverage clips
    details link links questions answers summary resources issue issues fact facts myth reality
    """)


@dataclass(frozen=True)
class Turn:
    """One speaker's turn: the label, who it is, and the paragraphs of it as `(start, end)`."""

    label: str
    who: Resolution
    spans: tuple[tuple[int, int], ...]


def find_turns(layout: list[Paragraph], mentions: Mentions, people: Registry) -> tuple[list[Turn], frozenset[int]]:
    """The turns of a transcript with at least two labels, and the numbers of the paragraphs that they fill."""
    labels: dict[int, tuple[str, int, Resolution]] = {}
    for paragraph in layout:
        match = _LABEL.match(paragraph.text)
        who = _speaker(match.group(1), people) if match and not paragraph.residue else None
        if match and who and paragraph.text[match.end() : match.end() + 1] not in ("“", '"', "”"):
            labels[paragraph.number] = (match.group(1), match.end(), who)
    if len(labels) < 2:
        return [], frozenset()
    numbers = sorted(labels)
    turns = [
        _turn(layout, number, following, labels[number], mentions)
        for number, following in zip(numbers, [*numbers[1:], None], strict=True)
    ]
    ends = {paragraph.end: paragraph.number for paragraph in layout}
    return [turn for turn in turns if turn.spans], frozenset(ends[end] for turn in turns for _, end in turn.spans)


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


def _speaker(label: str, people: Registry) -> Resolution | None:
    words = label.split()
    if {words[0].casefold().strip("."), words[-1].casefold()} & _NOT_SPEAKERS:
        return None
    if any(word[0].islower() for word in words):
        return None
    titles = [word.casefold().strip(".") for word in words if word.casefold().strip(".") in TITLE_WORDS]
    name = [word for word in words if word.casefold().strip(".") not in TITLE_WORDS | {"u.s"}]
    if not name or len(name) > 4:
        return None
    full = " ".join(name)
    known = people.people.get(name_key(full).split(" ")[-1], []) if name_key(full) else []
    known = [one for one in known if one.strong]
    if not titles and not known and not full.isupper():
        return None
    shown = full.title() if full.isupper() else full
    if len(name) > 1 and not known and not titles:
        return None
    return people.resolve(shown, titles)


def _turn(
    layout: list[Paragraph], number: int, following: int | None, label: tuple[str, int, Resolution], mentions: Mentions
) -> Turn:
    words, offset, who = label
    first = layout[number]
    spans = [(first.start + offset, first.end)] if first.start + offset < first.end else []
    stop = following if following is not None else len(layout)
    for paragraph in layout[number + 1 : stop]:
        if paragraph.residue or paragraph.heading or paragraph.text[0] in '“"':
            break
        if paragraph.text.endswith(":") and mentions.within(paragraph.start, paragraph.end):
            break
        if following is None and spans and (_names(paragraph, who, mentions) or not _IN_PERSON.search(paragraph.text)):
            break
        spans.append((paragraph.start, paragraph.end))
    return Turn(words, who, tuple(spans))


def _names(paragraph: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    family = name_key(who.full or "").split(" ")[-1]
    return any(name_key(one.name).split(" ")[-1] == family for one in mentions.within(paragraph.start, paragraph.end))
