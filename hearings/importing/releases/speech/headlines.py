"""Words in marks in a headline: speech where the release repeats them as somebody's, or a name leads to them."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.reading import NotSpeech, Part, QuoteReading
from hearings.importing.releases.speech.terms import is_title

_SINGLE = re.compile(r"(?<![^\s(—–])[‘'](?=[^\W\d_])([^‘“”\"\n]{7,200}?)[’'](?=[\s.,;:!?)—–]|$)")
_COLON = re.compile(r"(?:\s?\([^)\n]{1,30}\))?\s?:\s{1,4}")
_ARTICLE = re.compile(r"^ (?:an?|the) ")
_WORD = re.compile(r"[^\W_]+")
# Behind these words in marks are the name of a thing.
_NAMES = re.compile(
    r"\b(?:the|an?|his|her|their|its|this|so-called|on|about|of|regarding|hearing|(?:en)?titled|called|dubbed|named)"
    r"\s{0,2},?\s{0,2}$|\b(?:statement|remarks)\s?:?\s{0,2}$",
    re.IGNORECASE,
)
_IN_PERSON = re.compile(r"\b(?:I|we|my|our|us|me|you|your)\b", re.IGNORECASE)
_NO_TITLE = ("words of a headline", "quoted term")
# `WATCH: Ranking Member SAMPLE Presses OTHER on ropes: `, with a verb that ends like one.
_ACTS = re.compile(
    r"(?:[A-Z]{3,9}(?:\s[A-Z]{3,9})?:\s{1,3})?(?P<who>(?:[A-Z][\w.’'-]{1,20}\s){1,5}?)"
    r"(?:Tells|Told|Says|Asks|(?:to|To|TO)(?=\s)|[A-Z][a-z]{2,14}(?:s|ed))\s[^“”\"\n]{2,160}:\s{1,3}"
)
_IN_FRONT = 6
_LONGEST = 300
_FEWEST = 3
_MOST = 0.7
_ACTING = 0.6
_IN_OWN_WORDS = 0.8  # a headline often says in its own words what somebody said


def with_headlines(
    layout: list[Paragraph],
    mentions: Mentions,
    people: Registry,
    quotes: list[QuoteReading],
    not_speech: list[NotSpeech],
) -> list[QuoteReading]:
    """The quotes with those of headlines, in order; `not_speech` loses what headlines quote."""
    found = _found(layout, mentions, people, quotes, not_speech)
    told = [(_key(part.text), one.speaker) for one in quotes if one.speaker for part in one.parts]
    named = [_with_speaker(_of_headline(one, found), told, layout) for one in quotes]
    return sorted([*found, *named], key=lambda one: one.parts[0].start)


def _of_headline(quote: QuoteReading, headlines: list[QuoteReading]) -> QuoteReading:
    """A quote without a speaker is of whom a headline names for words of it: `SAMPLE to OTHER: “The Lake Is Ours”`."""
    words = _key(" ".join(part.text for part in quote.parts))
    speakers = {one.speaker for one in headlines if one.speaker and _key(one.parts[0].text) in words}
    if quote.speaker or len(speakers) != 1:
        return quote
    speaker = speakers.pop()
    return replace(quote, speaker=speaker, confidence=_ACTING, reason=f"a headline names {speaker} for words of these")


def _with_speaker(quote: QuoteReading, told: list[tuple[str, str | None]], layout: list[Paragraph]) -> QuoteReading:
    """A quote without a speaker is of the only person who says the same words elsewhere; titles are less sure."""
    if len(quote.parts) > 1:
        return quote
    if quote.speaker:
        if not _is_above(quote.parts[0].start, layout):
            return quote
        title = is_title(quote.parts[0].text)
        return replace(quote, confidence=min(quote.confidence, _IN_OWN_WORDS)) if title else quote
    words = _key(quote.parts[0].text)
    speakers = {speaker for said, speaker in told if words in said} if words.count(" ") > _FEWEST else set()
    if len(speakers) != 1:
        return quote
    speaker = speakers.pop()
    return replace(quote, speaker=speaker, confidence=_MOST, reason=f"another quote of {speaker} holds the same words")


def _is_above(start: int, layout: list[Paragraph]) -> bool:
    """Whether a place is in one of the first lines that are no sentences."""
    first = layout[:_IN_FRONT]
    one = first[bisect_right([each.start for each in first], start) - 1] if first else None
    sentence = one is not None and one.text.rstrip("”\"’'")[-1:] in tuple(".:;")
    return one is not None and start < one.end and len(one.text) < _LONGEST and not sentence


def _found(
    layout: list[Paragraph],
    mentions: Mentions,
    people: Registry,
    quotes: list[QuoteReading],
    not_speech: list[NotSpeech],
) -> list[QuoteReading]:
    """What headlines quote, that is no quote yet.

    Words of a headline may be nobody's, so an editor is asked about each of them.
    """
    said = [(_key(" ".join(part.text for part in one.parts)), one) for one in quotes]
    told = {_ARTICLE.sub(" ", _key(part.text)) for one in quotes for part in one.parts}
    bounds = [(part.start, part.end) for one in quotes for part in one.parts]
    found = []
    for paragraph in layout[:_IN_FRONT]:
        for start, end in _marked(paragraph, not_speech, told):
            words = _key(mentions.text[start:end])
            own = len(mentions.text[start:end].split()) < _FEWEST and _in_own_words(mentions.text, start, end, bounds)
            if own or words.count(" ") <= _FEWEST or any(low <= start < high for low, high in bounds):
                continue
            if any(words in _key(one.text) for one in not_speech if one.why.startswith("title") and one.start != start):
                continue
            one = next((one for key, one in said if words in key), None)
            repeated = _repeated(mentions.text, start, end, one) if one else None
            led = None if one and one.speaker else _led(paragraph, start, end, mentions, people)
            quote = led or repeated
            found += [quote] if quote else []
    taken = {one.parts[0].start for one in found}
    not_speech[:] = [one for one in not_speech if one.start not in taken]
    return found


def _in_own_words(text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> bool:
    """Whether the release says words without marks outside its quotes, too: then they name a thing."""
    for match in re.finditer(re.escape(text[start:end]), text, re.IGNORECASE):
        at, before = match.start(), text[match.start() - 1 : match.start()]
        if before not in ("“", '"', "‘", "'") and not any(low <= at < high for low, high in quoted):
            return True
    return False


def _marked(paragraph: Paragraph, not_speech: list[NotSpeech], told: set[str]) -> Iterator[tuple[int, int]]:
    """Where words in marks stand in a headline that are no title."""
    ends = paragraph.text.rstrip("”\"’'")[-1:] in tuple(".:") and not paragraph.heading
    if len(paragraph.text) > _LONGEST or paragraph.residue or ends:
        return
    own = [one for one in not_speech if paragraph.start <= one.start < paragraph.end]
    found = {one.start - paragraph.start: one.end - paragraph.start for one in own if _may_be_said(one, paragraph)}
    found |= {match.start(1): match.end(1) for match in _SINGLE.finditer(paragraph.text)}
    for start, end in sorted(found.items()):
        if _key(paragraph.text[start:end]) in told or not _NAMES.search(paragraph.text, 0, start - 1):
            end += paragraph.text[end : end + 2] in (",”", ",’", ",'", ',"')
            yield paragraph.start + start, paragraph.start + end


def _may_be_said(one: NotSpeech, paragraph: Paragraph) -> bool:
    """Whether words are no title, or are taken for one only because a hearing and a colon stand before them."""
    colon = paragraph.text[: one.start - paragraph.start - 1].rstrip().endswith(":")
    return one.why in _NO_TITLE or (colon and bool(_IN_PERSON.search(one.text)))


def _key(words: str) -> str:
    """Words as compared: small letters, a space around each."""
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _repeated(text: str, start: int, end: int, one: QuoteReading) -> QuoteReading:
    why = f"a headline; the release repeats the words as those of {one.speaker or 'somebody who is not named'}"
    return _quote(text, start, end, one.speaker, None, min(one.confidence, _MOST), why)


def _led(paragraph: Paragraph, start: int, end: int, mentions: Mentions, people: Registry) -> QuoteReading | None:
    """Words to which a name and a colon lead in a headline: `SAMPLE: “Enough Is Enough”`."""
    label = mentions.label_at(paragraph.words_start, paragraph.end)
    if not label or not label.mention or label.start != paragraph.words_start:
        return _acting(paragraph, start, end, mentions, people)
    colon = _COLON.match(mentions.text, label.mention.party_end or label.end, start)
    if not colon:
        return _acting(paragraph, start, end, mentions, people)
    who = people.resolve(label.mention.name, label.mention.titles)
    person = people.find(who.full) if who.full else None
    why = f"a headline; it stands after the label {label.text}"
    known = who.full if person and person.strong else None
    return _quote(mentions.text, start, end, known, label.text, min(who.confidence, _MOST), why) if known else None


def _acting(paragraph: Paragraph, start: int, end: int, mentions: Mentions, people: Registry) -> QuoteReading | None:
    """Words behind a colon in a headline that has a person of the release do something: `SAMPLE Presses OTHER: “`."""
    acts = _ACTS.fullmatch(mentions.text, paragraph.words_start, start - 1)
    names = acts["who"].split() if acts else []
    for first in range(len(names)):
        who = people.resolve(" ".join(names[first:]))
        person = people.find(who.full) if who.full else None
        if person and person.strong:
            why = "a headline; it begins with somebody who does something, and a colon leads to the words"
            return _quote(mentions.text, start, end, who.full, acts["who"], _ACTING, why)
    return None


def _quote(
    text: str, start: int, end: int, speaker: str | None, label: str | None, sure: float, why: str
) -> QuoteReading:
    part = Part(text[start:end], start, end)
    return QuoteReading(speaker, label, "partial", (part,), round(sure, 2), why, "headline")
