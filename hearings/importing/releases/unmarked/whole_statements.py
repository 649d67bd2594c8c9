"""Statements printed whole and without quotation marks: remarks as prepared for delivery, opening statements."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import takewhile

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.releases.reading import Part, QuoteReading
from hearings.importing.releases.speech import announcing
from hearings.importing.releases.speech import statement_forms as forms
from hearings.importing.releases.speech.leading import issuing
from hearings.importing.releases.speech.script_labels import family_of, is_nobody
from hearings.importing.releases.speech.terms import is_title
from hearings.importing.releases.unmarked.beginnings import (
    SHORT,
    begins,
    is_quoted,
    label_of_words,
    labelled,
    past_heading,
)
from hearings.importing.releases.unmarked.script import IN_MARKS, Turn, in_person, names, span
from hearings.importing.releases.unmarked.speakers import Begun, introduced, name_alone
from hearings.importing.texts.lexicon import NOT_SPEAKERS, SPEECH_VERBS

WHOLE = "whole statement"
_FIRST = 3
_AHEAD = 10
_MOST = 0.7
_QUOTES = re.compile(rf"\b(?:{SPEECH_VERBS})\b[^.;“”\"\n]{{0,80}}[“\"]", re.IGNORECASE)


def find_statements(
    layout: list[Paragraph],
    mentions: Mentions,
    people: Registry,
    turns: list[Turn],
    office: str | None,
    quoted: list[Passage],
) -> list[Turn]:
    """Every statement without marks that a line announces or that begins as one does, of a speaker who is known.

    Where turns of a transcript were found already it ends and none begins, nor where a quotation goes on from above.
    """
    starts = [one.start for one in layout]
    taken = {bisect_right(starts, start) - 1 for turn in turns for start, _ in turn.spans}
    within = taken | {one.paragraph for one in quoted if one.continues}
    found: list[Turn] = []
    number = 0
    while number < len(layout):
        begun = None if number in within else begins(layout, number, mentions, people, office)
        begun = labelled(layout, begun, mentions, people) if begun else None
        begun = introduced(layout, begun, mentions, people) if begun else None
        begun = past_heading(begun, layout[begun.number], mentions.text) if begun else None
        turn = _statement(layout, begun, mentions, taken) if begun else None
        if turn:
            found.append(turn)
            number = bisect_left(starts, turn.spans[-1][1], number)
        number += not turn
    return found


def to_quotes(text: str, statements: list[Turn]) -> list[QuoteReading]:
    """The statements as quotes without marks."""
    return [
        QuoteReading(
            one.who.full,
            one.label or None,
            "direct",
            tuple(Part(text[start:end], start, end, False, False) for start, end in one.spans),
            round(min(one.who.confidence, _MOST), 2),
            "; ".join(filter(None, ("a whole statement without quotation marks", one.who.reason))),
            WHOLE,
        )
        for one in statements
    ]


def _statement(layout: list[Paragraph], begun: Begun, mentions: Mentions, taken: set[int]) -> Turn | None:
    number, start, who = begun.number, begun.start, begun.who
    who = who if who.full else replace(who, full=begun.label)
    above = layout[number - 1] if number else layout[0]
    said = above.text.endswith(":") and bool(issuing(above, mentions))
    said = said or bool(forms.OPENS.match(mentions.text, start))
    spans: list[tuple[int, int]] = []
    if not who.full:
        return None
    for at in range(number, len(layout)):
        one = layout[at]
        if at in taken:
            break
        if at != number and (not _goes_on(one, who, mentions) or (spans and _is_told(layout, at))):
            if not spans or not begun.express or not _is_within(layout, at, who, mentions):
                break
            if _is_heading(one) or _is_read_out(layout[at - 1], one):
                continue
        first = start if at == number else one.words_start
        stop = forms.END.search(mentions.text, first, one.end)
        stop = stop or (
            forms.TOLD_AT_END.search(mentions.text, first, one.end) if at == number and start > one.start else None
        )
        spans.append(span(mentions.text, first, stop.start() if stop else one.end))
        said = said or in_person(mentions.text[slice(*spans[-1])])
        if stop or (len(spans) == _FIRST and not said and not begun.express):
            break
    kept = tuple(one for one in spans if one[0] < one[1])
    return Turn(begun.label, begun.who, kept) if said and kept else None


def _is_within(layout: list[Paragraph], number: int, who: Resolution, mentions: Mentions) -> bool:
    """Whether a heading, an item or words that are read out interrupt a statement that goes on in person below."""
    if not _interrupts(layout, number):
        return False
    for at in range(number + 1, min(number + _AHEAD, len(layout))):
        one = layout[at]
        if _interrupts(layout, at):
            continue
        if not _goes_on(one, who, mentions) or _is_told(layout, at):
            return False
        if in_person(one.text):
            return True
    return False


def _interrupts(layout: list[Paragraph], number: int) -> bool:
    one, above = layout[number], layout[number - 1]
    if forms.PART.fullmatch(one.text):
        return True
    if one.residue or one.contact or is_nobody(one):
        return False
    leads = number + 1 < len(layout) and _is_read_out(one, layout[number + 1])
    return _is_heading(one) or leads or _is_read_out(above, one) or bool(forms.ITEM.match(one.text))


def _is_read_out(above: Paragraph, one: Paragraph) -> bool:
    """Whether a paragraph is only words in marks, below a line that leads to them."""
    return above.text.endswith(":") and is_quoted(one) and bool(forms.READ_OUT.fullmatch(one.text))


def _is_heading(one: Paragraph) -> bool:
    """Whether a line inside a statement heads what comes below it, and begins no other statement."""
    if forms.PART.fullmatch(one.text):
        return True
    line = one.heading or (is_title(one.text) and not forms.SENTENCE.search(one.text))
    other = _heads_another(one) or names_somebody(one.text) or forms.ANNOUNCES.search(one.text)
    other = other or one.text.split()[0].casefold() in NOT_SPEAKERS
    return bool(line) and not other and not forms.ITEM.match(one.text)


def _heads_another(one: Paragraph) -> bool:
    """Whether a line gives the words below it to somebody: `Statement of NAME`, `Rep. NAME`."""
    return bool(forms.HEADLINE.match(one.text) or forms.HEADS.fullmatch(one.text) or name_alone(one))


def _goes_on(one: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    if one.residue or one.heading or one.contact or is_nobody(one) or forms.PART.fullmatch(one.text):
        return False
    if is_quoted(one) and not (forms.QUOTES_FIRST.match(one.text) and in_person(one.text)):
        return False
    if announcing.TELLS_OF_EVENT.match(one.text) or forms.ABOUT_BODY.match(one.text) or _is_quoted_turn(one, mentions):
        return False
    if label_of_words(one, mentions):
        return False
    if len(one.text) < SHORT and forms.OTHERS.search(one.text) and not in_person(one.text):
        return False
    if forms.LETTER.match(one.text) or (len(one.text) < SHORT and forms.LINK.match(one.text)):
        return False
    if not forms.SENTENCE.search(one.text) and (is_title(one.text) or _heads_another(one)):
        return False
    label = mentions.label_at(one.start, one.end)
    about = label and label.mention and not label.mention.possessive and label.start == one.start
    own = names(one, who, mentions)
    first = bool(forms.IN_FIRST.search(IN_MARKS.sub("", one.text)))
    return not own or (first and not (about and family_of(label.mention.name) == family_of(who.full)))


def _is_told(layout: list[Paragraph], number: int) -> bool:
    """Whether a paragraph tells what somebody said, and neither it nor one behind it speaks in person."""
    if not _QUOTES.search(layout[number].text):
        return False
    return not any(in_person(one.text) for one in takewhile(lambda one: not one.residue, layout[number:]))


def _is_quoted_turn(one: Paragraph, mentions: Mentions) -> bool:
    """Whether a paragraph begins with somebody's name, a colon and marks."""
    label = mentions.label_at(one.words_start, one.end)
    if not label or not label.mention or label.start != one.words_start:
        return False
    return bool(forms.QUOTED_TURN.match(mentions.text, label.mention.party_end or label.end, one.end))
