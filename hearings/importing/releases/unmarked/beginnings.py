"""Where a statement printed without quotation marks begins: below a headline or an announcement, or with a greeting."""

import re
from dataclasses import replace

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech import announcing
from hearings.importing.releases.speech import statement_forms as forms
from hearings.importing.releases.speech.leading import issuing
from hearings.importing.releases.speech.script_labels import family_of, is_nobody
from hearings.importing.releases.speech.terms import is_title
from hearings.importing.releases.unmarked.script import IN_MARKS, in_person
from hearings.importing.releases.unmarked.speakers import Begun, of_headline, speaker_of

SHORT = 240
_LINE = 60
_IN_FRONT = 6
_FIRST = 3
_LOOK = 12
_MARKS = ("“", '"', "«", "‘", "'", "``")


def begins(
    layout: list[Paragraph], number: int, mentions: Mentions, people: Registry, office: str | None
) -> Begun | None:
    """Where a statement begins that a paragraph announces or opens."""
    one = layout[number]
    front = layout[:number][-_IN_FRONT:]
    if not one.residue and (inline := _inline(one, front, mentions, people, office)):
        return inline
    if one.residue or forms.NOT_SPOKEN.search(one.text):
        return None
    if forms.OPENS.match(one.text):
        return Begun(number, one.start, *of_headline(front, mentions, people, office), express=True)
    first = number < _IN_FRONT or bool(forms.END_MARK.fullmatch(layout[number - 1].text))
    headline = forms.HEADLINE.match(one.text) if first else None
    below = _below_headline(layout[number + 1 :][:_IN_FRONT]) if headline else None
    if below and not _tells(below, layout, mentions, people):
        return Begun(below.number, below.start, *of_headline([*front, one], mentions, people, office), express=True)
    if not (forms.ANNOUNCES.search(one.text) or forms.HEADS.fullmatch(one.text)):
        return None
    return _announced(one, layout, mentions, people, office)


def _announced(
    one: Paragraph, layout: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> Begun | None:
    """Where the words begin that a line announces, below other lines that head them."""
    number, front = one.number, layout[: one.number][-_IN_FRONT:]
    express = bool(forms.EXPRESS.search(one.text))
    for below in layout[number + 1 : number + 1 + _IN_FRONT]:
        if announcing.TELLS_OF_EVENT.match(below.text) or forms.NOTE.match(below.text):
            continue
        opens = forms.OPENS.match(below.text)
        other = is_quoted(below) or forms.LETTER.match(below.text) or below.contact or is_nobody(below)
        if other and not opens:
            return None
        if not opens and (issuing(below, mentions) or _leads_on(below, layout, mentions, people)):
            one = below if mentions.within(below.start, below.end) else one
        elif opens or (
            forms.SENTENCE.search(below.text) and not below.heading and not forms.ANNOUNCES.search(below.text)
        ):
            heads = one.heading or number < _IN_FRONT or one.number == number
            heads = heads and forms.HEADS.fullmatch(one.text)
            who = of_headline([*front, one], mentions, people, office) if heads else None
            who = who or speaker_of(one, mentions, people, office)
            return Begun(below.number, below.words_start, *who, express=express)
    return None


def _leads_on(one: Paragraph, layout: list[Paragraph], mentions: Mentions, people: Registry) -> bool:
    """Whether a paragraph with a dateline only tells who speaks at what, and the words begin below it."""
    dated = forms.DATELINE.match(mentions.text, one.start, one.end) and not in_person(one.text)
    below = layout[one.number + 1 :][:1]
    return bool(dated and below and not _tells(below[0], layout, mentions, people))


def labelled(layout: list[Paragraph], begun: Begun, mentions: Mentions, people: Registry) -> Begun | None:
    """Where the words begin behind the label of their speaker, if any; none where they tell of who should speak."""
    one = layout[begun.number]
    label = mentions.label_at(begun.start, one.end)
    if not label or not label.mention or label.start != begun.start:
        return begun
    colon = _colon(label, one, mentions)
    if not colon:
        family = family_of(people.resolve(label.mention.name, label.mention.titles).full or "")
        own = bool(family) and family == family_of(begun.who.full or "") and not label.mention.possessive
        return None if own and not forms.COLON.match(mentions.text, label.mention.party_end or label.end) else begun
    who = people.resolve(label.mention.name, label.mention.titles)
    if colon < one.end:
        return replace(begun, start=colon, label=label.text, who=who)
    below = next(iter(layout[begun.number + 1 :][:1]), None)
    if not below or is_quoted(below):
        return begun
    return replace(begun, number=below.number, start=below.start, label=label.text, who=who)


def _speaks_behind(dated: re.Match[str], one: Paragraph) -> bool:
    """Whether somebody speaks behind the dateline of a paragraph."""
    words = one.text[dated.end() - one.start :]
    return bool(forms.OPENS.match(words) or re.search(r"\bI\b", IN_MARKS.sub("", words)))


def past_heading(begun: Begun, one: Paragraph, text: str) -> Begun:
    """The same behind a dateline or a heading in the line of the words: `(REMARKS AS PREPARED) Good morning.`"""
    dated = forms.DATELINE.match(text, begun.start)
    if dated and _speaks_behind(dated, one):
        return replace(begun, start=dated.end())
    heading = forms.HEADING_INLINE.match(text, begun.start)
    return replace(begun, start=heading.end()) if heading else begun


def _colon(label: Label, one: Paragraph, mentions: Mentions) -> int | None:
    """Where the words behind the colon of a label begin; none where it has no colon, or somebody else stands before."""
    if not label.mention:
        return None
    colon = forms.COLON.match(mentions.text, label.mention.party_end or label.end, one.end)
    return colon.end() if colon and not mentions.within(label.end, colon.end()) else None


def _below_headline(below: list[Paragraph]) -> Paragraph | None:
    """The paragraph below a headline with which words may begin that nothing else announces."""
    for one in below:
        if forms.OPENS.match(one.text):
            return one
        line = len(one.text) < _LINE and is_title(one.text)
        if one.residue or one.heading or line or not (forms.SENTENCE.search(one.text) or len(one.text) > SHORT):
            continue
        other = is_quoted(one) or forms.LETTER.match(one.text) or one.contact or is_nobody(one)
        other = other or forms.INLINE.match(one.text) or forms.HEADING_INLINE.match(one.text)
        return None if other or forms.ANNOUNCES.search(one.text) or forms.HEADS.fullmatch(one.text) else one
    return None


def _tells(one: Paragraph, layout: list[Paragraph], mentions: Mentions, people: Registry) -> bool:
    """Whether a paragraph and those below it tell of somebody in the third person, or none speaks in the first."""
    dated = forms.DATELINE.match(mentions.text, one.start, one.end)
    if dated and not _speaks_behind(dated, one):
        return True
    run = [part for part in layout[one.number :][:_LOOK] if not part.residue]
    first = next((at for at, part in enumerate(run) if forms.IN_FIRST.search(IN_MARKS.sub("", part.text))), None)
    if first is None:
        return True
    alone = forms.I_MYSELF.search(IN_MARKS.sub("", run[first].text))
    opening = run[: first + 1 if alone else max(first + 1, _FIRST)]
    if any(forms.QUOTES.search(part.text) for part in opening):
        return True
    return any(_is_told_of(part, mentions, people) for part in opening)


def _is_told_of(one: Paragraph, mentions: Mentions, people: Registry) -> bool:
    """Whether a paragraph begins with somebody of whom it tells in the third person."""
    label = mentions.label_at(one.start, min(one.start + 200, one.end))
    if not label or label.start != one.start or forms.OPENS.match(one.text):
        return False
    named = label.mention
    if named and named.words == 1 and not named.titles and not people.resolve(named.name).full:
        return False
    return not in_person(one.text)


def _inline(
    one: Paragraph, front: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> Begun | None:
    """Where a statement begins inside the paragraph that announces it, with its label and speaker."""
    below, told = forms.BELOW.search(one.text), forms.TOLD_AT_END.search(one.text)
    label = mentions.label_at(one.start + told.end(), one.end) if below and told else None
    if (
        below
        and label
        and label.mention
        and not forms.NOT_SPOKEN.search(one.text, max(below.start() - 60, 0), below.end())
    ):
        who = people.resolve(label.mention.name, label.mention.titles)
        return Begun(one.number, one.start + below.end(), label.text, who)
    inline = forms.INLINE.match(one.text) or _in_sentence(one)
    if not inline and (forms.SENTENCE.search(one.text) or len(one.text) > SHORT):
        inline = forms.HEADING_INLINE.match(one.text)
    if not inline and (label := label_of_words(one, mentions)):
        return Begun(one.number, one.start, label.text, people.resolve(label.mention.name, label.mention.titles))
    if not inline or len(one.text) <= inline.end() or forms.NOT_SPOKEN.search(one.text, 0, inline.end()):
        return None
    head = replace(one, end=one.start + inline.end(), text=one.text[: inline.end()].rstrip())
    named = [one for one in mentions.within(head.start, head.end) if one.titles or one.possessive or one.words > 1]
    who = speaker_of(head, mentions, people, office) if named else of_headline(front, mentions, people, office)
    return Begun(one.number, one.start + inline.end(), *who, express=True)


def _in_sentence(one: Paragraph) -> re.Match[str] | None:
    """A sentence that announces the words behind its colon."""
    sentence = forms.SENTENCE_INLINE.search(one.text)
    return sentence if sentence and not forms.QUOTES.search(one.text, sentence.end()) else None


def label_of_words(one: Paragraph, mentions: Mentions) -> Label | None:
    """The label of somebody with a title or a full name, behind whose colon a paragraph speaks in person."""
    label = mentions.label_at(one.start, one.end)
    named = label.mention if label and label.start == one.start else None
    colon = _colon(label, one, mentions) if named and (named.titles or named.words > 1) else None
    if not colon or colon >= one.end or not forms.SENTENCE.search(one.text):
        return None
    words = mentions.text[colon : one.end]
    said = forms.OPENS.match(words) or (not words.startswith(_MARKS) and forms.IN_FIRST.search(IN_MARKS.sub("", words)))
    return label if said else None


def is_quoted(one: Paragraph) -> bool:
    return one.text[one.item_mark : one.item_mark + 2].startswith(_MARKS)
