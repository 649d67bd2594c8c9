"""Quotations whose marks the copy lost altogether: `NAME, an office, said, The words of it.`"""

import re

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.unmarked.script import Turn
from hearings.importing.texts.lexicon import SPEECH_VERBS

_SAYS = rf"(?:{SPEECH_VERBS})"
_THEN_WORDS = re.compile(
    r"(?:\s?\([^)\n]{1,40}\))?(?:,(?:[^“”\"\n.;:]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z])\.){1,250}?)?"
    rf",?\s(?:also\s|then\s)?{_SAYS}\s?[,:]\s{{1,4}}(?=[^\W\d_a-z])"
)
_WORDS_THEN = re.compile(rf",\s{_SAYS}\s{{1,4}}(?=[^\W\d_a-z])")
_STOPS = re.compile(r"(?:\s?\([^)\n]{1,40}\))?(?:,[^“”\"\n.;:]{1,120})?\.(?:\s{1,4}|$)")
_MARKS = re.compile(r"[“”\"«»„]")
_FEWEST = 2


def find_unmarked(layout: list[Paragraph], mentions: Mentions, people: Registry) -> list[Turn]:
    """What people are said to have said in paragraphs without marks; nothing where fewer than two begin so.

    A capital behind `NAME said,` shows that the marks are lost; where that is so, words before `, said NAME.` that
    begin a paragraph are taken too.
    """
    lines = [one for one in layout if not (one.residue or one.heading or _MARKS.search(one.text))]
    led = [turn for one in lines if (turn := _led(one, mentions, people))]
    if len(led) < _FEWEST:
        return []
    taken = {turn.spans[-1][1] for turn in led}
    followed = [turn for one in lines if one.end not in taken and (turn := _followed(one, mentions, people))]
    return sorted([*led, *followed], key=lambda one: one.spans[0])


def _led(paragraph: Paragraph, mentions: Mentions, people: Registry) -> Turn | None:
    label = mentions.label_at(paragraph.start, paragraph.end)
    one = label.mention if label and label.start == paragraph.start else None
    if not label or not one or one.possessive:
        return None
    match = _THEN_WORDS.match(mentions.text, one.end, paragraph.end)
    who = people.resolve(one.name, one.titles)
    return Turn(label.text, who, ((match.end(), paragraph.end),), told=True) if match and who.full else None


def _followed(paragraph: Paragraph, mentions: Mentions, people: Registry) -> Turn | None:
    match = _WORDS_THEN.search(mentions.text, paragraph.start, paragraph.end)
    label = mentions.label_at(match.end(), paragraph.end) if match else None
    one = label.mention if match and label and label.start == match.end() else None
    stop = _STOPS.match(mentions.text, one.end, paragraph.end) if one else None
    who = people.resolve(one.name, one.titles) if one else None
    if not match or not label or not stop or not who or not who.full:
        return None
    rest = ((stop.end(), paragraph.end),) if stop.end() < paragraph.end else ()
    return Turn(label.text, who, ((paragraph.start, match.start() + 1), *rest), told=True)
