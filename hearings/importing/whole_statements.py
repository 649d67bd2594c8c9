"""Statements printed whole and without quotation marks: remarks as prepared for delivery, opening statements."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import takewhile

from hearings.importing import announcing
from hearings.importing.labels import Mentions
from hearings.importing.layout import Paragraph
from hearings.importing.lexicon import ORG_WORDS, SHORT_TITLES, TITLE_WORDS, word_set
from hearings.importing.people import Registry, Resolution
from hearings.importing.quotations import Passage
from hearings.importing.reading import Part, QuoteReading
from hearings.importing.script import IN_MARKS, Turn, names, span
from hearings.importing.script_labels import family_of, is_nobody
from hearings.importing.terms import is_title
from hearings.importing.unattributed import issuing

WHOLE = "whole statement"
_KIND = r"(?:statement|remarks|testimony|speech|comments|opening)"
_WORDS = r"(?:[^.:;“”\"]|(?<=\b[A-Z])\.|(?<=\bSen|\bRep|\bSEN|\bREP|\bGov|\bU\.S)\.)"
_ANNOUNCES = re.compile(
    rf"\b{_KIND}\b[^:]{{0,160}}:$|\b(?:following|below)\s{_KIND}\b[^“”\"]{{0,300}}:$|:\s{{0,4}}\(?as\s(?:prepared|delivered)[^.:]{{0,40}}$"
    rf"|\b{_KIND}\b[^.:]{{0,80}}\b(?:as\s(?:prepared|delivered|written)|below|follows?)\b[^.:]{{0,60}}[.:)\]]{{0,2}}$"
    rf"|\b(?:below|following)\s(?:is|are)\b[^.:]{{0,120}}\b{_KIND}\b[^.]{{0,200}}[.:]?$",
    re.IGNORECASE,
)
_HEADS = re.compile(
    rf"(?:(?:opening|prepared|full|written|floor)\s)?{_KIND}\s(?:of|by|from)\s{_WORDS}{{3,120}}$"
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
_LINK = re.compile(
    r"\d{1,3}$|(?:[^.!?]|\.(?!\s)){0,160}\b(?:click|watch|visit|view|read|available|found)\b[^.!?]{0,60}\bhere\b"
    r"|(?:[^.!?]|\.(?!\s)){0,160}https?://",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?:…][”\"’')]{0,2}$")
# A headline that gives a statement to somebody, and the heading of one that stands in the line with it.
_HEADLINE = re.compile(
    rf"(?P<who>{_WORDS}{{3,80}}?)(?:[’']s?)?\s(?:(?:issue|release|make|give|deliver|offer|submit|post)s?d?\s(?:(?:the|an?|his|her|following)\s){{0,2}})?"
    r"(?:(?:opening|closing|prepared|full|written|floor|official|committee|hearing)\s){0,2}(?:statement|remarks|testimony|comments)"
    r"(?:\s(?:on|at|from|regarding|about|following|after|before|ahead|concerning|for|during|in|to|as)\b.{0,250})?(?<![.:])$"
    rf"|(?:(?:opening|prepared|full|written|floor|official)\s)?{_KIND}\s(?:of|by|from)\s(?P<of>{_WORDS}{{3,60}}?)"
    r"(?:\s(?:on|at|regarding|about|following|after|before|concerning|for|during|in|to)\b.{0,250})?(?<![.:])$"
    rf"|(?:la\s)?declaraci(?:ón|ones)\sdel?\s(?P<quien>{_WORDS}{{3,60}}?)\s(?:sobre|ante|en|tras)\b.{{3,200}}(?<![.:])$",
    re.IGNORECASE,
)
_HEADING_INLINE = re.compile(
    rf"(?:(?:opening|closing|prepared|full|written|floor)\s){{0,2}}{_KIND}(?:,?\s\(?as\s(?:prepared|delivered|written)[^:)“”\"]{{0,40}}\)?)?:\s{{1,9}}(?=[A-Z])",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\(?[A-Z][A-Za-z.]{2,20}(?:,\s[A-Z][\w. ]{1,14})?\)?\s?[–—-]{1,2}\s")
_I = re.compile(r"\b(?:I|me|[Mm]y|[Ww]e|us)\b")
_NO_NAMES = word_set("opening closing prepared full written floor joint official final complete")
_ARTICLES = frozenset({"u.s", "us", "the", "la", "el"})
_QUOTES = re.compile(
    r"[”\"]\s(?:(?:[A-Z][\w.’'-]*\s){1,4})?(?:said|says|added|stated|continued|concluded|noted|asked)\b"
)
_LINE = 60
_IN_FRONT = 6
_FIRST = 3
_SHORT = 240
_MARKS = tuple("“\"«‘'")
_MOST = 0.7


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
    if one.residue or _NOT_SPOKEN.search(one.text):
        return None
    if _OPENS.match(one.text):
        return number, one.start, *_of_headline(front, mentions, people, office)
    headline = _HEADLINE.match(one.text) if number < _IN_FRONT else None
    below = _below_headline(layout[number + 1 :][:_IN_FRONT]) if headline else None
    if below and not _tells(below, layout, mentions):
        return below.number, below.start, *_of_headline([one], mentions, people, office)
    if not (_ANNOUNCES.search(one.text) or _HEADS.fullmatch(one.text)):
        return None
    for below in layout[number + 1 : number + 1 + _IN_FRONT]:
        if announcing.TELLS_OF_EVENT.match(below.text):
            continue
        if _is_quoted(below) or _LETTER.match(below.text) or below.contact or is_nobody(below):
            return None
        if _SENTENCE.search(below.text) and not below.heading and not _ANNOUNCES.search(below.text):
            front = one.heading or number < _IN_FRONT
            who = _of_headline([one], mentions, people, office) if front and _HEADS.fullmatch(one.text) else None
            return below.number, below.start, *(who or _speaker(one, mentions, people, office))
    return None


def _below_headline(below: list[Paragraph]) -> Paragraph | None:
    """The paragraph below a headline with which words may begin that nothing else announces."""
    for one in below:
        line = len(one.text) < _LINE and is_title(one.text)
        if one.residue or one.heading or line or not (_SENTENCE.search(one.text) or len(one.text) > _SHORT):
            continue
        other = _is_quoted(one) or _LETTER.match(one.text) or one.contact or is_nobody(one)
        other = other or _INLINE.match(one.text) or _HEADING_INLINE.match(one.text)
        return None if other or _ANNOUNCES.search(one.text) or _HEADS.fullmatch(one.text) else one
    return None


def _tells(one: Paragraph, layout: list[Paragraph], mentions: Mentions) -> bool:
    """Whether a paragraph and those below it tell of somebody in the third person, or none speaks in the first."""
    opening = [part for part in layout[one.number :][:_IN_FRONT] if not part.residue][:_FIRST]
    if _DATELINE.match(mentions.text, one.start, one.end) or not any(_I.search(part.text) for part in opening):
        return True
    if any(_QUOTES.search(part.text) for part in opening):
        return True
    labels = [(part, mentions.label_at(part.start, min(part.start + 200, part.end))) for part in opening]
    return any(label and label.start == part.start and not _in_person(part.text) for part, label in labels)


def _inline(
    one: Paragraph, front: list[Paragraph], mentions: Mentions, people: Registry, office: str | None
) -> tuple[int, str, Resolution] | None:
    """Where a statement begins inside the paragraph that announces it, with its label and speaker."""
    below, told = _BELOW.search(one.text), _TOLD_AT_END.search(one.text)
    label = mentions.label_at(one.start + told.end(), one.end) if below and told else None
    if below and label and label.mention and not _NOT_SPOKEN.search(one.text, max(below.start() - 60, 0), below.end()):
        return one.start + below.end(), label.text, people.resolve(label.mention.name, label.mention.titles)
    heading = _HEADING_INLINE.match(one.text)
    inline = _INLINE.match(one.text) or (heading if heading and _in_person(one.text[heading.end() :]) else None)
    if not inline or len(one.text) <= inline.end() or _NOT_SPOKEN.search(one.text, 0, inline.end()):
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
        if not _HEADLINE.match(one.text)["who"]:
            unknown = Resolution(None, 0.4, f"nothing shows that “{name}” is a person")
            return words, who if person else unknown
    return _speaker(None, mentions, people, office)


def _named_in(one: Paragraph) -> tuple[str, list[str], str]:
    """Whom a headline gives a statement to: the words, the titles in them and the name; empty where nobody."""
    headline = _HEADLINE.match(one.text)
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
        if at in taken or not (at == number or _goes_on(one, who, mentions)):
            break
        begins = start if at == number else one.words_start
        stop = _END.search(mentions.text, begins, one.end)
        stop = stop or (
            _TOLD_AT_END.search(mentions.text, begins, one.end) if at == number and start > one.start else None
        )
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
    return bool(_IN_PERSON.search(IN_MARKS.sub("", words)))


def _is_quoted(one: Paragraph) -> bool:
    return one.text[one.item_mark : one.item_mark + 1] in _MARKS
