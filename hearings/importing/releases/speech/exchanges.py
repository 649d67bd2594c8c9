"""Whose turn it is in an exchange told paragraph by paragraph: `asked X`, `answered Y`, then no names."""

import re
from functools import cached_property

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.statements import Statement

_ADDRESSED = re.compile(r"\s?[,.:–—]")
_MARKS = "”’'\"»"
_ASKING = re.compile(r"\b(?:asked|questioned|pressed|grilled|quizzed|exchange)\b")
_AFTERWARDS = re.compile(
    r"\b(?:after|following)\s(?:the|today[’']s|his|her|their)\s(?:[\w’'-]{1,20}\s){0,2}(?:hearing|questioning|exchange)\b"
)
_LABELLED = "before: NAME:"
_ALTERNATING = 3
_LONGEST = 160
_SHORT = 80


class Exchanges:
    """The exchanges of one release."""

    def __init__(self, text: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> None:
        self.text, self.layout, self.mentions, self.people = text, layout, mentions, people

    def partner(self, before: list[Statement], statement: Statement) -> str | None:
        """Whose turn it is behind the last statement of `before`, where both stand in paragraphs next to each other.

        That is who spoke before the last speaker, or whom the last one asks by name; in paragraphs that hold the words
        of two people in turn, or questions.
        """
        last, here = before[-1], statement.passages[0]
        if here.continues or not last.passages[-1].closed or not last.resolution.full:
            return None
        if self._is_over(last):
            return None
        turns = self._turns(before)
        other = turns[1].resolution.full if len(turns) > 1 else None
        asked = self._asked(last) if self._asks(last) else None
        if asked or not other:
            return asked
        length = statement.passages[-1].end - here.start
        if length > _LONGEST and not self._asks(last):
            return None
        announced = self._announced(turns[-1], {other, last.resolution.full})
        if {other, last.resolution.full} <= self._members:
            return other if announced else None
        alternate = len(turns) >= _ALTERNATING and turns[2].resolution.full == last.resolution.full
        asks = any(map(self._asks, (last, turns[1], statement)))
        return other if alternate or asks or (announced and length < _SHORT) else None

    @cached_property
    def _members(self) -> set[str | None]:
        return {self._full(one) for one in self.mentions.all if one.legislator}

    def _announced(self, first: Statement, speakers: set[str | None]) -> bool:
        """Whether the paragraph above the first turn tells that one of two speakers asks the other."""
        above = self.layout[max(first.passages[0].paragraph - 1, 0)]
        named = {self._full(one) for one in self.mentions.within(above.start, above.end)}
        return bool(_ASKING.search(above.text)) and (speakers <= named or "exchange" in above.text)

    def _turns(self, before: list[Statement]) -> list[Statement]:
        """The last statements, the last of them first, while each is of another speaker in the paragraph above."""
        turns = before[-1:]
        for one in reversed(before[-_ALTERNATING:-1]):
            held = turns[-1]
            beside = one.passages[-1].paragraph + 1 == held.passages[0].paragraph
            if not beside or one.resolution.full in (None, held.resolution.full) or not _are_alike(one, held):
                break
            turns.append(one)
        return turns

    def _is_over(self, last: Statement) -> bool:
        """Whether somebody is said to have spoken after the hearing, not in its exchange."""
        return bool(_AFTERWARDS.search(self.text, last.passages[0].outer_end, last.passages[-1].outer_end + _LONGEST))

    def _asks(self, one: Statement) -> bool:
        last = one.passages[-1]
        return self.text[last.start : last.end].rstrip(_MARKS).endswith("?")

    def _asked(self, one: Statement) -> str | None:
        """The only other person whom the attribution of a statement names, or whom its words address by title."""
        first, last = one.passages[0], one.passages[-1]
        stop = self.text.find("\n", last.outer_end)
        around = self.mentions.within(first.outer_end, len(self.text) if stop < 0 else stop)
        named = [each for each in around if not any(p.start <= each.start < p.end for p in one.passages)]
        begins = self.mentions.label_at(first.start, first.end)
        addressed = begins.mention if begins and begins.start == first.start else None
        if addressed and addressed.titles and _ADDRESSED.match(self.text, addressed.end):
            named.append(addressed)
        full = {self._full(each) for each in named} - {one.resolution.full}
        return full.pop() if len(full) == 1 else None

    def _full(self, one: Mention) -> str | None:
        full = self.people.resolve(one.name, one.titles).full
        return full if full and " " in full and self.people.find(full) else None


def _are_alike(one: Statement, other: Statement) -> bool:
    """Whether two turns are told the same way: with labels before them or with verbs, as far as they name anybody."""
    places = {each.attribution.place == _LABELLED for each in (one, other) if each.attribution}
    return len(places) < 2
