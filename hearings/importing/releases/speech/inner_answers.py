"""Answers that a release prints without a label inside the words of whoever asks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.reading import Part, QuoteReading

_MARKS = "”’'\"» "
_ANSWER = re.compile(
    r"(?:Yes|No|Yeah|Yep|Nope|Correct|Absolutely|Exactly|Certainly|Definitely)(?:[,.;!]|\s[–—-])"
    r"|(?:That|This|It)(?:[’']s|\sis)\s(?:absolutely\s|actually\s|exactly\s)?(?:correct|right|true|accurate|not\s(?:correct|right|true|(?:actually\s)?my))\b"
    r"|Thank\syou[^.?!\n]{0,60}\sfor\s(?:the|your|that|this)\s(?:\w{2,20}\s)?question\b"
    r"|[^\n]{0,600}\b(?:follow(?:ing)?\sup|get(?:ting)?\sback|come\sback)\s(?:with|to)\syou\b"
    r"|[^\n]{0,200}\b(?:not\s(?:actually\s|really\s)?my\s(?:area|field)|defer\sto\smy)\b"
)
_ADDRESSED = re.compile(r"[,:?]|\s(?:you|your|is|are|do|does|did|can|could|would|will|have|has|if)\b")
_WHY = "it answers the question before it and has no label; the text does not say whose it is"


def without_answers(quotes: Iterable[QuoteReading], mentions: Mentions) -> list[QuoteReading]:
    """The quotes, with answers to somebody who is asked by name as quotes of nobody who is known."""
    return [each for one in quotes for each in _apart(one, mentions)]


def _apart(quote: QuoteReading, mentions: Mentions) -> Iterator[QuoteReading]:
    answers = _answers(quote.parts, mentions)
    if not quote.speaker or not answers:
        yield quote
        return
    for answer, run in groupby(quote.parts, key=lambda part: part.start in answers):
        parts = tuple(run)
        if answer:
            yield replace(quote, parts=parts, speaker=None, label_in_text=None, confidence=0.3, reason=_WHY)
        else:
            yield replace(quote, parts=parts)


def _answers(parts: tuple[Part, ...], mentions: Mentions) -> set[int]:
    """Where the parts begin that answer a question in the part before, which addresses somebody by title."""
    found: set[int] = set()
    for asked, part in pairwise(parts):
        question = asked.start not in found and asked.text.rstrip(_MARKS).endswith("?")
        if question and _ANSWER.match(part.text) and _addresses(asked, mentions):
            found.add(part.start)
    return found


def _addresses(part: Part, mentions: Mentions) -> bool:
    named = (one for one in mentions.within(part.start, part.end) if one.titles and not one.possessive)
    return any(_ADDRESSED.match(mentions.text, one.end) for one in named)
