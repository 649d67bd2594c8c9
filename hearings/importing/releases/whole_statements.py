"""Statements printed whole and without quotation marks: remarks as prepared for delivery, opening statements."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import takewhile

from hearings.importing.releases import announcing
from hearings.importing.releases import statement_forms as forms
from hearings.importing.releases.labels import Mentions
from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people import Registry, Resolution
from hearings.importing.releases.quotations import Passage
from hearings.importing.releases.reading import Part, QuoteReading
from hearings.importing.releases.script import IN_MARKS, Turn, names, span
from hearings.importing.releases.script_labels import family_of, is_nobody
from hearings.importing.releases.terms import is_title
from hearings.importing.releases.unattributed import issuing
from hearings.importing.texts.lexicon import ORG_WORDS, SHORT_TITLES, SPEECH_VERBS, TITLE_WORDS, word_set

WHOLE = "whole statement"
_NO_NAMES = word_set("opening closing prepared full written floor joint official final complete")
_ARTICLES = frozenset({"u.s", "us", "the", "la", "el"})
_LINE = 60
_IN_FRONT = 6
_FIRST = 3
_SHORT = 240
_MARKS = ("“", '"', "«", "‘", "'", "``")
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

    Where turns of a transcript were found already, or a quotation goes on from above, it ends and none begins.
    """
    starts = [one.start for one in layout]
    taken = {bisect_right(starts, start) - 1 for turn in turns for start, _ in turn.spans}
    taken |= {one.paragraph for one in quoted if one.continues}
    found: list[Turn] = []
    number = 0
    while number < len(layout):
        begun = None if number in taken else _begins(layout, number, mentions, people, office)
        begun = _labelled(layout, begun, mentions, people) if begun else None
        begun = _introduced(layout, begun, mentions, people) if begun else None
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
            f"a whole statement without quotation marks; {one.who.reason}",
            WHOLE,
        )
        for one in statements
    ]


def _begins(
    layout: list[Paragraph], number: int, mentions: Mentions, people: Registry, office: str | None
) -> tuple[int, int, str, Resolution] | None:
    """Where a statement begins that a paragraph announces or opens: paragraph, offset, label and speaker."""
    one = layout[number]
    front = layout[:number][-_IN_FRONT:]
    if not one.residue and (inline := _inline(one, front, mentions, people, office)):
        return number, *inline
    if one.residue or forms.NOT_SPOKEN.search(one.text):
        return None
    if forms.OPENS.match(one.text):
        return number, one.start, *_of_headline(front, mentions, people, office)
    headline = forms.HEADLINE.match(one.text) if number < _IN_FRONT else None
    below = _below_headline(layout[number + 1 :][:_IN_FRONT]) if headline else None
    if below and not _tells(below, layout, mentions):
        return below.number, below.start, *_of_headline([one], mentions, people, office)
    if not (forms.ANNOUNCES.search(one.text) or forms.HEADS.fullmatch(one.text)):
        return None
    for below in layout[number + 1 : number + 1 + _IN_FRONT]:
        if announcing.TELLS_OF_EVENT.match(below.text):
            continue
        if _is_quoted(below) or forms.LETTER.match(below.text) or below.contact or is_nobody(below):
            return None
        if issuing(below, mentions) or _leads_on(below, layout, mentions):
            one = below if mentions.within(below.start, below.end) else one
        elif forms.SENTENCE.search(below.text) and not below.heading and not forms.ANNOUNCES.search(below.text):
            front = one.heading or number < _IN_FRONT
            who = _of_headline([one], mentions, people, office) if front and forms.HEADS.fullmatch(one.text) else None
            return below.number, below.words_start, *(who or _speaker(one, mentions, people, office))
    return None


def _leads_on(one: Paragraph, layout: list[Paragraph], mentions: Mentions) -> bool:
    """Whether a paragraph with a dateline only tells who speaks at what, and the words begin below it."""
    dated = forms.DATELINE.match(mentions.text, one.start, one.end) and not _in_person(one.text)
    below = layout[one.number + 1 :][:1]
    return bool(dated and below and not _tells(below[0], layout, mentions))


def _labelled(
    layout: list[Paragraph], begun: tuple[int, int, str, Resolution], mentions: Mentions, people: Registry
) -> tuple[int, int, str, Resolution] | None:
    """Where the words begin behind the label of their speaker, if any; none where they tell of who should speak."""
    number, start, _, _ = begun
    one = layout[number]
    label = mentions.label_at(start, one.end)
    colon = (
        forms.COLON.match(mentions.text, label.mention.party_end or label.end, one.end)
        if label and label.mention
        else None
    )
    if not label or not label.mention or label.start != start:
        return begun
    if not colon or mentions.within(label.end, colon.end()):
        family = family_of(people.resolve(label.mention.name, label.mention.titles).full or "")
        own = bool(family) and family == family_of(begun[3].full or "") and not label.mention.possessive
        return None if own and not colon else begun
    who = people.resolve(label.mention.name, label.mention.titles)
    if colon.end() < one.end:
        return number, colon.end(), label.text, who
    below = layout[number + 1 :][:1]
    return (below[0].number, below[0].start, label.text, who) if below and not _is_quoted(below[0]) else begun


def _introduced(
    layout: list[Paragraph], begun: tuple[int, int, str, Resolution], mentions: Mentions, people: Registry
) -> tuple[int, int, str, Resolution]:
    """The same, of whoever a line says has submitted it, or who says `my name is NAME` in its first paragraphs."""
    number, start, label, who = begun
    end = layout[min(number + 1, len(layout) - 1)].end
    if label or who.full:
        return begun
    lines = (one for one in layout[max(number - _IN_FRONT, 0) : number] if forms.SUBMITTED.match(one.text))
    line = next(lines, None)
    said = forms.SUBMITTED.match(mentions.text, line.start) if line else forms.MY_NAME.search(mentions.text, start, end)
    named = mentions.label_at(said.end(), line.end if line else end) if said else None
    if not said or not named or not named.mention or named.mention.words == 1 or named.start != said.end():
        return begun
    return number, start, named.text, people.resolve(named.mention.name, named.mention.titles)


def _below_headline(below: list[Paragraph]) -> Paragraph | None:
    """The paragraph below a headline with which words may begin that nothing else announces."""
    for one in below:
        line = len(one.text) < _LINE and is_title(one.text)
        if one.residue or one.heading or line or not (forms.SENTENCE.search(one.text) or len(one.text) > _SHORT):
            continue
        other = _is_quoted(one) or forms.LETTER.match(one.text) or one.contact or is_nobody(one)
        other = other or forms.INLINE.match(one.text) or forms.HEADING_INLINE.match(one.text)
        return None if other or forms.ANNOUNCES.search(one.text) or forms.HEADS.fullmatch(one.text) else one
    return None


def _tells(one: Paragraph, layout: list[Paragraph], mentions: Mentions) -> bool:
    """Whether a paragraph and those below it tell of somebody in the third person, or none speaks in the first."""
    opening = [part for part in layout[one.number :][:_IN_FRONT] if not part.residue][:_FIRST]
    if forms.DATELINE.match(mentions.text, one.start, one.end) or not any(
        forms.IN_FIRST.search(part.text) for part in opening
    ):
        return True
    if any(forms.QUOTES.search(part.text) for part in opening):
        return True
    labels = [(part, mentions.label_at(part.start, min(part.start + 200, part.end))) for part in opening]
    return any(label and label.start == part.start and not _in_person(part.text) for part, label in labels)


def _inline(
    one: Paragraph, front: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> tuple[int, str, Resolution] | None:
    """Where a statement begins inside the paragraph that announces it, with its label and speaker."""
    below, told = forms.BELOW.search(one.text), forms.TOLD_AT_END.search(one.text)
    label = mentions.label_at(one.start + told.end(), one.end) if below and told else None
    if (
        below
        and label
        and label.mention
        and not forms.NOT_SPOKEN.search(one.text, max(below.start() - 60, 0), below.end())
    ):
        return one.start + below.end(), label.text, people.resolve(label.mention.name, label.mention.titles)
    heading = forms.HEADING_INLINE.match(one.text)
    inline = forms.INLINE.match(one.text) or (heading if heading and _in_person(one.text[heading.end() :]) else None)
    if not inline or len(one.text) <= inline.end() or forms.NOT_SPOKEN.search(one.text, 0, inline.end()):
        return None
    head = replace(one, end=one.start + inline.end(), text=one.text[: inline.end()])
    named = [one for one in mentions.within(head.start, head.end) if one.titles or one.possessive or one.words > 1]
    who = _speaker(head, mentions, people, office) if named else _of_headline(front, mentions, people, office)
    return head.end, *who


def _of_headline(
    above: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> tuple[str, Resolution]:
    """Whose a statement is that nothing announces: of whom a headline gives it to, else of the office."""
    for one in reversed(above):
        words, titles, name = _named_in(one)
        if not name:
            continue
        titles = [SHORT_TITLES.get(title, title) for title in titles if title not in _ARTICLES]
        who = people.resolve(name, titles)
        person = people.find(who.full) if who.full else None
        if titles or " " not in name or (person and person.strong):
            return words, who
        if not forms.HEADLINE.match(one.text)["who"]:
            unknown = Resolution(None, 0.4, f"nothing shows that “{name}” is a person")
            return words, who if person else unknown
    return _speaker(None, mentions, people, office)


def _named_in(one: Paragraph) -> tuple[str, list[str], str]:
    """Whom a headline gives a statement to: the words, the titles in them and the name; empty where nobody."""
    headline = forms.HEADLINE.match(one.text)
    held = next(filter(None, headline.groupdict().values()), "") if headline else ""
    words = re.sub(r"[’']S?$", "", held.split(",")[0], flags=re.IGNORECASE).split()
    keys = [word.casefold().strip(".") for word in words]
    titles = list(takewhile(lambda key: key in TITLE_WORDS | _ARTICLES, keys))
    name = [word.title() if word.isupper() else word for word in words[len(titles) :]]
    nobody = {*keys[len(titles) :]} & (ORG_WORDS | TITLE_WORDS | _NO_NAMES) or any(
        not word[0].isupper() for word in name
    )
    return ("", [], "") if nobody else (" ".join(words), titles, " ".join(name))


def _speaker(
    announced: Paragraph | None, mentions: Mentions, people: Registry, office: str | None
) -> tuple[str, Resolution]:
    """Whose a statement is: of whom the words above it name, else of whose office issues the release."""
    held = issuing(announced, mentions) or announcing.above(announced, mentions, people) if announced else None
    label = held.label if held else None
    if label and label.mention:
        return label.text, people.resolve(label.mention.name, label.mention.titles)
    named = mentions.within(announced.start, announced.end) if announced else []
    titled = [one for one in named if one.titles or one.possessive]
    full = {people.resolve(one.name, one.titles).full for one in titled}
    if len(titled) == 1 and not full - {None}:
        return titled[0].text, people.resolve(titled[0].name, titled[0].titles)
    if full - {office, None}:
        return "", Resolution(None, 0.3, "the words above it name somebody else")
    return "", Resolution(office, 0.6, "nobody is named for it; the release is of this office")


def _statement(
    layout: list[Paragraph], begun: tuple[int, int, str, Resolution], mentions: Mentions, taken: set[int]
) -> Turn | None:
    number, start, label, who = begun
    above = layout[number - 1] if number else layout[0]
    said = above.text.endswith(":") and bool(issuing(above, mentions))
    spans: list[tuple[int, int]] = []
    if not (who.full or label):
        return None
    for at in range(number, len(layout)):
        one = layout[at]
        if at in taken or not (at == number or _goes_on(one, who, mentions)) or (spans and _is_told(layout, at)):
            break
        begins = start if at == number else one.words_start
        stop = forms.END.search(mentions.text, begins, one.end)
        stop = stop or (
            forms.TOLD_AT_END.search(mentions.text, begins, one.end) if at == number and start > one.start else None
        )
        spans.append(span(mentions.text, begins, stop.start() if stop else one.end))
        said = said or _in_person(mentions.text[slice(*spans[-1])])
        if stop or (len(spans) == _FIRST and not said):
            break
    kept = tuple(one for one in spans if one[0] < one[1])
    return Turn(label, who, kept) if said and kept else None


def _goes_on(one: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    if one.residue or one.heading or one.contact or is_nobody(one):
        return False
    if _is_quoted(one) and not (forms.QUOTES_FIRST.match(one.text) and _in_person(one.text)):
        return False
    if announcing.TELLS_OF_EVENT.match(one.text) or forms.ABOUT_BODY.match(one.text) or _is_quoted_turn(one, mentions):
        return False
    if len(one.text) < _SHORT and forms.OTHERS.search(one.text) and not _in_person(one.text):
        return False
    if forms.LETTER.match(one.text) or (len(one.text) < _SHORT and forms.LINK.match(one.text)):
        return False
    if is_title(one.text) and not forms.SENTENCE.search(one.text):
        return False
    label = mentions.label_at(one.start, one.end)
    about = label and label.mention and not label.mention.possessive and label.start == one.start
    own = names(one, who, mentions)
    return not own or (_in_person(one.text) and not (about and family_of(label.mention.name) == family_of(who.full)))


def _is_told(layout: list[Paragraph], number: int) -> bool:
    """Whether a paragraph tells what somebody said, and neither it nor one behind it speaks in person."""
    if not _QUOTES.search(layout[number].text):
        return False
    return not any(_in_person(one.text) for one in takewhile(lambda one: not one.residue, layout[number:]))


def _in_person(words: str) -> bool:
    """Whether somebody speaks of themselves or to others in words, leaving out those in quotation marks."""
    return bool(forms.IN_PERSON.search(IN_MARKS.sub("", words)))


def _is_quoted_turn(one: Paragraph, mentions: Mentions) -> bool:
    """Whether a paragraph begins with somebody's name, a colon and marks."""
    label = mentions.label_at(one.words_start, one.end)
    if not label or not label.mention or label.start != one.words_start:
        return False
    return bool(forms.QUOTED_TURN.match(mentions.text, label.mention.party_end or label.end, one.end))


def _is_quoted(one: Paragraph) -> bool:
    return one.text[one.item_mark : one.item_mark + 2].startswith(_MARKS)
