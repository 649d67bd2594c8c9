"""Headlines that hold words which the release quotes again below: whose they are there, they are above."""

import re
from bisect import bisect_right
from dataclasses import replace

from hearings.importing.layout import Paragraph
from hearings.importing.reading import NotSpeech, Part, QuoteReading
from hearings.importing.terms import is_title

_LETTERS = re.compile(r"[\W_]+")
_FEWEST_WORDS = 4
_FIRST = 6
_LONGEST = 200
_SURE = 0.7
_MOST = 0.8  # a headline often says in its own words what somebody said


def with_headlines(
    text: str, layout: list[Paragraph], quotes: list[QuoteReading], not_speech: list[NotSpeech]
) -> tuple[list[QuoteReading], list[NotSpeech]]:
    """The quotes and what is no speech, with the words of headlines that a quote below repeats as quotes, too."""
    told = [(f" {_key(part.text)} ", one.speaker) for one in quotes if one.speaker for part in one.parts]
    found, left = [], []
    for one in not_speech:
        speaker = _speaker(one.text, told) if _is_above(one.start, layout) else None
        if speaker:
            end = one.end + len(text[one.end : one.end + 2]) - len(text[one.end : one.end + 2].lstrip(",.;!?"))
            part = Part(text[one.start : end], one.start, end, True, True)
            found.append(QuoteReading(speaker, None, "direct", (part,), _SURE, _why(speaker), "headline"))
        else:
            left.append(one)
    named = [_with_speaker(one, told, layout) for one in quotes]
    return sorted([*found, *named], key=lambda one: one.parts[0].start), left


def _with_speaker(quote: QuoteReading, told: list[tuple[str, str | None]], layout: list[Paragraph]) -> QuoteReading:
    alone = len(quote.parts) == 1 and _is_above(quote.parts[0].start, layout)
    if alone and quote.speaker and is_title(quote.parts[0].text):
        return replace(quote, confidence=min(quote.confidence, _MOST))
    alone = alone and not quote.speaker
    speaker = _speaker(quote.parts[0].text, told) if alone else None
    return replace(quote, speaker=speaker, confidence=_SURE, reason=_why(speaker)) if speaker else quote


def _speaker(words: str, told: list[tuple[str, str | None]]) -> str | None:
    """The only person of whom a quote holds these words, where they are enough to be more than a name or a phrase."""
    key = _key(words)
    if len(key.split()) < _FEWEST_WORDS:
        return None
    speakers = {speaker for said, speaker in told if f" {key} " in said}
    return speakers.pop() if len(speakers) == 1 else None


def _why(speaker: str) -> str:
    return f"a quote of {speaker} below holds the same words"


def _key(words: str) -> str:
    return _LETTERS.sub(" ", words).strip().casefold()


def _is_above(start: int, layout: list[Paragraph]) -> bool:
    """Whether a place is in one of the first lines that are no sentences."""
    first = layout[:_FIRST]
    one = first[bisect_right([each.start for each in first], start) - 1] if first else None
    return (
        bool(one) and start < one.end and len(one.text) < _LONGEST and one.text.rstrip("”\"’'")[-1:] not in tuple(".:;")
    )
