"""Statements printed whole and without quotation marks: remarks as prepared for delivery, opening statements."""

import re
from bisect import bisect_left, bisect_right

from hearings.importing import announcing
from hearings.importing.labels import Mentions
from hearings.importing.layout import Paragraph
from hearings.importing.people import Registry, Resolution
from hearings.importing.reading import Part, QuoteReading
from hearings.importing.script import Turn, names, span
from hearings.importing.script_labels import family_of, is_nobody
from hearings.importing.terms import is_title
from hearings.importing.unattributed import issuing

WHOLE = "whole statement"
_KIND = r"(?:statement|remarks|testimony|speech|comments|opening)"
_ANNOUNCES = re.compile(
    rf"\b{_KIND}\b[^:]{{0,160}}:$|\b(?:following|below)\s{_KIND}\b[^“”\"]{{0,300}}:$|:\s{{0,4}}\(?as\s(?:prepared|delivered)[^.:]{{0,40}}$"
    rf"|\b{_KIND}\b[^.:]{{0,80}}\b(?:as\s(?:prepared|delivered|written)|below|follows?)\b[^.:]{{0,60}}[.:)\]]{{0,2}}$"
    rf"|\b(?:below|following)\s(?:is|are)\b[^.:]{{0,120}}\b{_KIND}\b[^.]{{0,200}}[.:]?$",
    re.IGNORECASE,
)
_HEADS = re.compile(
    rf"(?:(?:opening|prepared|full|written|floor)\s)?{_KIND}\s(?:of|by|from)\s(?:[^.:;“”\"]|(?<=\b[A-Z])\.){{3,120}}$"
    rf"|[^.:;“”\"]{{3,80}}\s(?:opening|prepared)\s(?:statement|remarks)\b[^.:;“”\"]{{0,80}}$|\(?as\sprepared\b[^.“”\"]{{0,40}}$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"Good (?:morning|afternoon|evening)\b|(?:Mr\.|Madam|Mister) (?:Chair|Chairman|Chairwoman|President|Speaker),"
    r"|Thank you,? (?:(?:very|so) much,? )?(?:to )?(?:Mr\.|Madam|Mister|Chair(?:man|woman)?\b|Ranking|Senator|Congress)"
    r"|(?:The|This) (?:sub)?(?:committee|hearing|commission)(?: on [A-Z][^.]{3,80})? will (?:now )?come to order\b"
)
_INLINE = re.compile(rf"[^“”\"]{{0,300}}?\b{_KIND}\b[^“”\"]{{0,160}}?:\s{{1,9}}(?={_OPENS.pattern})", re.IGNORECASE)
# Words that lost their marks: announced in the line itself, and given to their speaker at its end.
_BELOW = re.compile(
    rf"\b{_KIND}\s(?:appears?|follows|is|reads)\s(?:below|as\sfollows):\s{{0,4}}(?=[A-Z])", re.IGNORECASE
)
_TOLD_AT_END = re.compile(r"(?<=,)\s(?=(?:[A-Z][\w.’'-]{1,30}\s){1,4}(?:said|stated|concluded)\b[^.;]{0,80}\.$)")
_NOT_SPOKEN = re.compile(r"\b(?:letter|op-ed|article|report|joint\s|statements\b|excerpts from)", re.IGNORECASE)
_LETTER = re.compile(r"Dear\s|Sincerely\b")
_IN_PERSON = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|[Yy]ou|[Yy]our)\b")
_END = re.compile(r"\s{1,9}(?:#\s?#|-30-|_{3,}|\*{3}|(?:Media |Press )?Contacts?:)")
_IN_MARKS = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_LINK = re.compile(
    r"\d{1,3}$|(?:[^.!?]|\.(?!\s)){0,160}\b(?:click|watch|visit|view|read|available|found)\b[^.!?]{0,60}\bhere\b"
    r"|(?:[^.!?]|\.(?!\s)){0,160}https?://",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?:…][”\"’')]{0,2}$")
# A headline that gives a statement to somebody.
_HEADLINE_OF = re.compile(rf"\b([A-Z][A-Z’'-]+)[’']S?\s(?:[A-Z]{{3,10}}\s){{0,2}}?{_KIND.upper()}\b")
_IN_FRONT = 6
_FIRST = 3
_SHORT = 240
_MARKS = tuple("“\"«‘'")
_MOST = 0.7


def find_statements(
    layout: list[Paragraph], mentions: Mentions, people: Registry, turns: list[Turn], office: str | None
) -> list[Turn]:
    """Every statement without marks that a line announces or that begins as one does, of a speaker who is known.

    Where turns of a transcript were found already, it ends and none begins.
    """
    starts = [one.start for one in layout]
    taken = {bisect_right(starts, start) - 1 for turn in turns for start, _ in turn.spans}
    found: list[Turn] = []
    number = 0
    while number < len(layout):
        begun = None if number in taken else _begins(layout, number, mentions, people, office)
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
    if not one.residue and (inline := _inline(one, mentions, people, office)):
        return number, *inline
    if one.residue or _NOT_SPOKEN.search(one.text):
        return None
    if _OPENS.match(one.text):
        return number, one.start, *_of_headline(layout[:number][-_IN_FRONT:], mentions, people, office)
    if not (_ANNOUNCES.search(one.text) or _HEADS.fullmatch(one.text)):
        return None
    for below in layout[number + 1 : number + 1 + _IN_FRONT]:
        if announcing.TELLS_OF_EVENT.match(below.text):
            continue
        if _is_quoted(below) or _LETTER.match(below.text) or below.contact or is_nobody(below):
            return None
        if _SENTENCE.search(below.text) and not below.heading and not _ANNOUNCES.search(below.text):
            return below.number, below.start, *_speaker(one, mentions, people, office)
    return None


def _inline(
    one: Paragraph, mentions: Mentions, people: Registry, office: str | None
) -> tuple[int, str, Resolution] | None:
    """Where a statement begins inside the paragraph that announces it, with its label and speaker."""
    below, told = _BELOW.search(one.text), _TOLD_AT_END.search(one.text)
    label = mentions.label_at(one.start + told.end(), one.end) if below and told else None
    if below and label and label.mention and not _NOT_SPOKEN.search(one.text, max(below.start() - 60, 0), below.end()):
        return one.start + below.end(), label.text, people.resolve(label.mention.name, label.mention.titles)
    inline = _INLINE.match(one.text)
    if inline and len(one.text) > inline.end() and not _NOT_SPOKEN.search(one.text):
        return one.start + inline.end(), *_speaker(one, mentions, people, office)
    return None


def _of_headline(
    above: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> tuple[str, Resolution]:
    """Whose a statement is that nothing announces: of whom a headline gives it to, else of the office."""
    for one in reversed(above):
        headline = _HEADLINE_OF.search(one.text) if one.heading else None
        if headline:
            return headline.group(1).title(), people.resolve(headline.group(1).title())
    return _speaker(None, mentions, people, office)


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
        if at in taken or not (at == number or _goes_on(one, who, mentions)):
            break
        begins = start if at == number else one.start
        stop = _END.search(mentions.text, begins, one.end)
        stop = stop or (_TOLD_AT_END.search(mentions.text, begins, one.end) if begins > one.start else None)
        spans.append(span(mentions.text, begins, stop.start() if stop else one.end))
        said = said or _in_person(mentions.text[slice(*spans[-1])])
        if stop or (len(spans) == _FIRST and not said):
            break
    kept = tuple(one for one in spans if one[0] < one[1])
    return Turn(label, who, kept) if said and kept else None


def _goes_on(one: Paragraph, who: Resolution, mentions: Mentions) -> bool:
    if one.residue or one.heading or one.contact or _is_quoted(one) or is_nobody(one):
        return False
    if announcing.TELLS_OF_EVENT.match(one.text):
        return False
    if _LETTER.match(one.text) or (len(one.text) < _SHORT and _LINK.match(one.text)):
        return False
    if is_title(one.text) and not _SENTENCE.search(one.text):
        return False
    label = mentions.label_at(one.start, one.end)
    about = label and label.mention and not label.mention.possessive and label.start == one.start
    own = names(one, who, mentions)
    return not own or (_in_person(one.text) and not (about and family_of(label.mention.name) == family_of(who.full)))


def _in_person(words: str) -> bool:
    """Whether somebody speaks of themselves or to others in words, leaving out those in quotation marks."""
    return bool(_IN_PERSON.search(_IN_MARKS.sub("", words)))


def _is_quoted(one: Paragraph) -> bool:
    return one.text[one.item_mark : one.item_mark + 1] in _MARKS
