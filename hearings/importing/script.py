"""Transcripts inside a release: turns that begin with a speaker's name and a colon, without quotation marks."""

import re
from collections import Counter
from dataclasses import dataclass

from hearings.importing.labels import Mentions
from hearings.importing.layout import Paragraph
from hearings.importing.lexicon import COURTESY_WORDS, NOT_SPEAKERS, ORG_WORDS, TITLE_WORDS, word_set
from hearings.importing.people import Registry, Resolution
from hearings.importing.reading import Part, QuoteReading
from witnesses.names import name_key

_LABEL = re.compile(
    r"((?:[^\W\d_][\w.’'-]*\s{1,9}){0,6}[^\W\d_][\w.’'-]*)"
    r"(?P<more>\s?\([^)\n]{1,40}\)|,\s(?:[^\W\d_][\w.’'&-]*,?\s){0,14}[\w.’'&-]+)?\s?:(?:\s{1,9}|$)"
)
_OF_MANY = frozenset({"witnesses", "senators", "sens", "representatives", "reps", "members", "congressmembers"})
# Titles that are also adjectives (`Major Findings:`): they show a person only where the name is known.
_ADJECTIVES = frozenset({"general", "major", "private", "father", "sister"})
_ADDRESS = (COURTESY_WORDS - _ADJECTIVES) | word_set("""
    chairman chairwoman chair chairperson cochair co-chair cochairman ranking secretary undersecretary director
    commissioner administrator president minister chancellor witness superintendent
    """)
_IN_PERSON = re.compile(r"\b(?:I|me|my|we|us|our|you|your)\b|\?", re.IGNORECASE)


@dataclass(frozen=True)
class Turn:
    """One speaker's turn: the label, who it is, and the paragraphs of it as `(start, end)`."""

    label: str
    who: Resolution
    spans: tuple[tuple[int, int], ...]


def find_turns(layout: list[Paragraph], mentions: Mentions, people: Registry) -> tuple[list[Turn], frozenset[int]]:
    """The turns of a transcript with at least two labels, and the numbers of the paragraphs that they fill."""
    labels: dict[int, tuple[str, int, Resolution]] = {}
    matches = [(one, match) for one in layout if not one.residue and (match := _LABEL.match(one.text))]
    often = Counter(match.group(1) for _, match in matches)
    for _, match in matches:
        _introduce(match, people)
    for paragraph, match in matches:
        who = _speaker(match.group(1), people, known=often[match.group(1)] > 1 or bool(match.group("more")))
        if who and paragraph.text[match.end() : match.end() + 1] not in ("“", '"', "”"):
            labels[paragraph.number] = (match.group(1), match.end(), who)
    named = {words for words, _, _ in labels.values()}
    if len(labels) < 2 or (len(named) == 1 and not any(who.full for _, _, who in labels.values())):
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


def _introduce(label: re.Match[str], people: Registry) -> None:
    """A label of a full name with a party or a title makes its person known, so that later surnames mean it."""
    titles, name = _split(label.group(1))
    if len(name) in (2, 3, 4) and (titles or label.group("more")) and not {*_low(name)} & (NOT_SPEAKERS | ORG_WORDS):
        people.add(_shown(name), label.start(), strong=True, titles=titles)


def _low(words: list[str]) -> list[str]:
    return [word.casefold().strip(".,") for word in words]


def _shown(name: list[str]) -> str:
    full = " ".join(name)
    return full.title() if full.isupper() else full


def _split(label: str) -> tuple[list[str], list[str]]:
    """The titles in a label and the name behind the last of them; an acronym before a title is no part of the name."""
    words = label.split()
    last = max((at for at, word in enumerate(_low(words)) if word in TITLE_WORDS | {"u.s"}), default=-1)
    titles = [word for word in _low(words[: last + 1]) if word in TITLE_WORDS]
    return titles, words[last + 1 :]


def _speaker(label: str, people: Registry, *, known: bool = False) -> Resolution | None:
    words = label.split()
    initials = {word for word in _low(words[1:-1]) if len(word) == 1}
    if ({*_low(words)} - initials) & (NOT_SPEAKERS | _OF_MANY):
        return None
    if any(word[0].islower() for word in words):
        return None
    titles, name = _split(label)
    if not name or len(name) > 4 or {*_low(name)} & ORG_WORDS:
        return None
    full = " ".join(name)
    met = people.people.get(name_key(full).split(" ")[-1], []) if name_key(full) else []
    strong = [one for one in met if one.strong]
    if (
        not strong
        and not (known and (met or full.isupper()))
        and not (met and full.isupper())
        and not {*titles} & _ADDRESS
    ):
        return None
    if len(name) > 1 and not met and not titles:
        return None
    return people.resolve(_shown(name), titles)


def _turn(
    layout: list[Paragraph], number: int, following: int | None, label: tuple[str, int, Resolution], mentions: Mentions
) -> Turn:
    words, offset, who = label
    first = layout[number]
    spans = [(first.start + offset, first.end)] if first.start + offset < first.end else []
    stop = following if following is not None else len(layout)
    for paragraph in layout[number + 1 : stop]:
        if paragraph.residue or paragraph.heading or paragraph.text[0] in '“"' or _is_headed(paragraph):
            break
        if paragraph.text.endswith(":") and mentions.within(paragraph.start, paragraph.end):
            break
        if following is None and spans and (_names(paragraph, who, mentions) or not _IN_PERSON.search(paragraph.text)):
            break
        spans.append((paragraph.start, paragraph.end))
    return Turn(words, who, tuple(spans))


def _is_headed(paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a label that is nobody's: `Background:`, `Key Takeaways:`, `Q:`."""
    label = _LABEL.match(paragraph.text)
    words = label.group(1).split() if label else []
    return bool({*_low(words)} & NOT_SPEAKERS) and all(word[0].isupper() for word in words)


def _names(paragraph: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    family = name_key(who.full or "").split(" ")[-1]
    return any(name_key(one.name).split(" ")[-1] == family for one in mentions.within(paragraph.start, paragraph.end))
