"""Whom a description means that names nobody: `the senator`, `the chair`, `the director`."""

import re
from functools import cached_property

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.lead_member import lead_member
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.releases.people.sexes import Sexes
from hearings.importing.releases.speech import announcing
from hearings.importing.releases.speech.statements import Last

GOES_ON = re.compile(r"\b(?:add|continu|went on|follow|conclud|again|press)", re.IGNORECASE)
_OFFICE = (
    r"(chair(?:man|woman|person)?|ambassador|governor|commissioner|secretary|director|professor|president|mayor"
    r"|alcalde(?:sa)?|gobernadora?|comisionad[oa]|directora|president[ea]|ministr[oa])\b"
)
_HOLDS = re.compile(
    rf"(?:\s?\([^)\n]{{1,30}}\))?,\s{{1,9}}((?:[\w.’'&-]{{1,30}}\s{{1,9}}){{0,6}}?){_OFFICE}", re.IGNORECASE
)
# The office before the name, set off by a comma: `The Commissioner of Ropes, NAME,`.
_HELD_BY = re.compile(
    rf"\b(?:[Tt]he|[Ee]l|[Ll]a)\s((?:[\w.’'&-]{{1,30}}\s){{0,3}}?){_OFFICE}(?:\s[\w.’'&-]{{1,30}}){{0,6}},\s$",
    re.IGNORECASE,
)
_NOT_HELD = re.compile(r"\b(?:vice|ranking|former|deputy|assistant|co|and)\b", re.IGNORECASE)
_CHAIRS = re.compile(r"(?:,[^.;]{1,150},)?\s{1,9}(?:\w{2,12}\s{1,9}){0,2}(?:chairs|chaired|presided)\b")
_CHAIRING = re.compile(r"\b(?:[Ii]n|[Ww]hile|[Aa]fter)\s{1,9}chairing\b[^.;]{1,180},\s{1,9}$")
_MEMBERS = frozenset({"senator", "congressman", "congresswoman", "congressmember", "representative", "lawmaker"})


class Descriptions:
    """The descriptions of one release."""

    def __init__(self, text: str, layout: list[Paragraph], mentions: Mentions, people: Registry, sexes: Sexes) -> None:
        self.text, self.layout, self.mentions, self.people, self.sexes = text, layout, mentions, people, sexes
        self._offices: dict[str, set[str]] = {}

    def just_named(self, label: Label, passage: Passage, last: Last | None) -> Resolution | None:
        """Whom `the senator continued` means: who begins the sentence before, or who spoke right before."""
        word = label.text.casefold().split()[-1]
        if word not in _MEMBERS:
            return None
        floor = max(last.tail if last else 0, self.layout[max(passage.paragraph - 1, 0)].start)
        opening = announcing.sentence_before(self.text, passage, floor, self.mentions)
        held = (
            self.people.resolve(opening.mention.name, opening.mention.titles) if opening and opening.mention else None
        )
        if held and held.full and self._may_be(held.full, word):
            return Resolution(held.full, 0.6, f"“{label.text}” is taken for whom the sentence before begins with")
        if not last or last.paragraph < passage.paragraph - 1:
            return None
        between, known = self.mentions.within(last.tail, passage.outer_start), last.resolution
        goes_on = GOES_ON.search(self.text, passage.outer_end, label.end + 24)
        if (
            any(is_met(self.people, one) for one in between)
            or not goes_on
            or not known.full
            or not self._may_be(known.full, word)
        ):
            return None
        return Resolution(known.full, min(known.confidence, 0.75), f"“{label.text}” continues the speaker before")

    def _may_be(self, full: str, word: str) -> bool:
        """Whether a person has a title of that word, or none and no other person is shown to be a member."""
        person = self.people.find(full)
        if not person or not person.strong:
            return False
        untitled = not person.titles and (full in self._members or not self._members)
        return untitled or full in self.people.holders(word)

    @cached_property
    def _members(self) -> set[str | None]:
        return {self.people.resolve(one.name, one.titles).full for one in self.mentions.all if one.legislator}

    def resolve(self, label: Label, passage: Passage, last: Last | None = None) -> Resolution:
        word = label.text.casefold().split()[-1]
        start = max(self.layout[passage.paragraph].start, label.start - 1500)
        here = [one for one in self.mentions.within(start, label.start) if word in one.titles]
        above = self.layout[passage.paragraph - 1] if passage.paragraph else None
        here = here or [
            one for one in (self.mentions.within(above.start, above.end) if above else ()) if word in one.titles
        ]
        near = {self.people.resolve(one.name, one.titles).full for one in here}
        if len(near) == 1 and (name := near.pop()):
            return Resolution(name, 0.7, f"“{label.text}” is the only one of that title just named")
        fitting = set(self.people.holders(word)) or self._holders(word)
        if len(fitting) == 1:
            return Resolution(fitting.pop(), 0.7, f"“{label.text}” fits one person of the release")
        start = self.layout[passage.paragraph].start
        here = {self.people.resolve(one.name, one.titles).full for one in self.mentions.within(start, label.start)}
        near = last.resolution.full if last and last.paragraph >= passage.paragraph - 1 else None
        lead = lead_member(label.text, here | {near}, self.mentions, self.people, self.sexes)
        if lead:
            return Resolution(lead, 0.6, f"“{label.text}” is taken for the member whom the release is about")
        return Resolution(None, 0.3, f"“{label.text}” does not name the speaker")

    def _holders(self, word: str) -> set[str]:
        """Whom the text says to hold an office: `NAME, the Chairman of ...`; for a chair also who `chaired`."""
        word = "chair" if word.startswith("chair") else word
        if word not in self._offices:
            held = set()
            for one in self.mentions.all:
                office = _HOLDS.match(self.text, one.party_end or one.end)
                office = office or _HELD_BY.search(self.text, max(one.start - 120, 0), one.start)
                named = office and office.group(2).casefold().startswith(word) and not _NOT_HELD.search(office.group(1))
                ahead = self.text[max(one.start - 200, 0) : one.start] if word == "chair" else ""
                chairs = word == "chair" and _CHAIRS.match(self.text, one.party_end or one.end)
                if not one.possessive and (named or chairs or _CHAIRING.search(ahead)):
                    held |= {self.people.resolve(one.name, one.titles).full}
            self._offices[word] = {full for full in held if full}
        return self._offices[word]


def is_met(people: Registry, one: Mention) -> bool:
    """Whether the text shows that a name is a person's: by a title, a party or words given to it."""
    full = people.resolve(one.name, one.titles).full
    person = people.find(full) if full else None
    return person is not None and person.strong
