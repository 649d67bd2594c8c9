"""One statement of a release while it is put together, and how it becomes a quote with its certainty and reasons."""

import re
from dataclasses import dataclass, field

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.resolving import Resolution
from hearings.importing.releases.reading import Part, QuoteReading
from hearings.importing.releases.speech.attribution import Attribution

_IN_WORDS = (
    ("after", "the words after it name {name}"),
    ("before: NAME:", "it stands after the label {name}"),
    ("before", "the words before it name {name}"),
    ("inside", "it is a fragment in a sentence on what {name} said"),
    ("after: –", "the line after the dash names {name}"),
    ("above: a line", "the line above it is the name {name}"),
    ("above: who acts", "in the paragraph above {name} is who acts"),
    ("above: the only", "the paragraph above names only {name}"),
    ("above", "the paragraph above announces words of {name}"),
)
# `has said`, `said in 2004`: words that need not be of the event of the release.
_LONG_SAID = re.compile(
    r"\s(?:has|have|had)\s(?:(?:long|often|repeatedly|previously|earlier|always|also)\s)?"
    r"(?:said|stated|argued|written|testified|claimed|called|noted|warned|told|insisted|denied)\b|\s(?:previously|once)\ssaid\b"
)
_IN_A_YEAR = re.compile(
    r"[^.;:“”\"\n]{0,40}?\s(?:(?:back\s)?in\s(?:an?\s(?:\w+\s)?interview\sin\s)?(?:early\s|late\s)?(?:[A-Z][a-z]{2,8}\.?,?\s(?:of\s)?)?(?:19|20)\d\d\b"
    r"|last\s(?:year|month|week)\b|(?:years?|months?|weeks?)\sago\b)"
)


@dataclass(frozen=True)
class Last:
    """The statement before: whose it is, in which paragraph and where it and its attribution end.

    `asks` is set where it ends with a question; `partner` is the nearest other speaker before it; `others` is set where
    the speaker only reads it out; `addressed` is to whom it is said.
    """

    resolution: Resolution
    paragraph: int
    tail: int
    asks: bool = False
    partner: Resolution | None = None
    others: bool = False
    addressed: Resolution | None = None


@dataclass
class Statement:
    """One statement while it is put together: its passages and the attributions found for them."""

    passages: list[Passage]
    attribution: Attribution | None
    resolution: Resolution
    tail: int = 0
    latest: Attribution | None = None
    notes: list[str] = field(default_factory=list)

    def quote(self, text: str, layout: list[Paragraph]) -> QuoteReading:
        """The statement as a quote; without its speaker where that is too doubtful."""
        found, resolution = self.attribution, self.resolution
        confidence = resolution.confidence * (found.certain if found and found.label else 1.0)
        reasons = [in_words(found) if found else "", resolution.reason]
        for weight, why in [*self._damage(), *self._other_time(text)]:
            confidence *= weight
            reasons.append(why)
        speaker = resolution.full if confidence >= 0.45 else None
        return QuoteReading(
            speaker=speaker,
            label_in_text=found.label.text if found and found.label else None,
            kind="partial" if self._partial(text, layout) else "direct",
            parts=tuple(Part(text[p.start : p.end], p.start, p.end, p.opened, p.closed) for p in self.passages),
            confidence=round(confidence if speaker else min(confidence, 0.4), 2),
            reason="; ".join(one for one in reasons + self.notes if one),
            attribution=found.place if found and found.label else "",
        )

    def _damage(self) -> list[tuple[float, str]]:
        """What is wrong with the marks of the statement, each with how much of its certainty is left."""
        first, last = self.passages[0], self.passages[-1]
        damage = [one.damaged for one in self.passages if one.damaged]
        found = [(0.7, damage[0])] if damage else []
        if not first.opened:
            found.append((0.6, "its opening mark is missing"))
        if not last.closed and not damage:
            found.append((0.8, "its closing mark is missing"))
        return found

    def _other_time(self, text: str) -> list[tuple[float, str]]:
        """Where the attribution itself says that the words are from another time than the event."""
        found, last = self.attribution, self.passages[-1]
        if not found or not found.label:
            return []
        begins, ends = found.label.start, max(found.end, found.label.end)
        behind = text[max(ends, last.outer_end) if begins < last.outer_start else ends :][:90]
        beside = text[begins : min(ends, begins + 300)]
        if (
            _LONG_SAID.search(beside)
            or _LONG_SAID.match(behind)
            or _IN_A_YEAR.search(beside)
            or _IN_A_YEAR.match(behind)
        ):
            return [(0.85, "its attribution puts the words at another time; check whether they belong to this event")]
        return []

    def _partial(self, text: str, layout: list[Paragraph]) -> bool:
        first = self.passages[0]
        letters = [char for char in text[first.start : first.start + 8] if char.isalpha()]
        lower = bool(letters) and letters[0].islower()
        ahead = text[max(first.outer_start - 3, 0) : first.outer_start].rstrip(" \n\t")
        glued = bool(ahead) and ahead[-1] not in ".:,?!—–" and first.outer_start > layout[first.paragraph].words_start
        return bool(self.attribution and self.attribution.reported) or (lower and glued)


def in_words(found: Attribution) -> str:
    """Why the label of an attribution is taken as the speaker, in a sentence for editors; empty without a label."""
    if not found.label:
        return ""
    name = found.label.text
    for place, words in _IN_WORDS:
        if found.place.startswith(place):
            return words.format(name=name)
    return ""
