"""Phrases that point at a person: names with their titles, pronouns, descriptions such as "the senator"."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.known_names import find_names
from hearings.importing.releases.people.mentions import Mention, mentions_of

_PRONOUN = re.compile(r"(?:he|she|they|él|ella)\b", re.IGNORECASE)
_DESCRIPTION = re.compile(
    r"the\s{1,9}(?:(?!(?:of|for|to|behind|with)\b)[\w.’'-]{1,20}\s{1,9}){0,3}?(?:senators|lawmakers|members|delegation|group|witnesses|senator|congressman|congresswoman|congressmember|representative|lawmaker|"
    r"chairman|chairwoman|chair|ambassador|governor|commissioner|secretary|undersecretary|director|witness|professor|president"
    r"|(?:attorney\s)?general(?!\s(?:public|elections?|counsel|assembly|fund|hospital|manager|agreement|welfare|rule|services)\b)|admiral|administrator|minister|mayor|judge|sheriff|superintendent|comptroller)\b"
    r"|(?:el|la)\s{1,9}(?:senador|senadora|congresista|comisionad[oa]|representante|alcalde(?:sa)?|gobernadora?|president[ea]|"
    r"ministr[oa]|directora?|ingenier[oa])\b(?!\s{1,9}(?-i:[^\W\d_a-zñáéíóúü]))",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:an?|the|his|her)\s(?:[\w.’'-]{1,20}\s){0,3}?(?:spokes(?:man|woman|person)|aide|staffer)\b", re.IGNORECASE
)
_LINK_WORDS = re.compile(
    r"\b(?:for|of|to|at|from|with|by|in|on|about|as|that|and|or|but|while|whereas|when|after|before|though|although|because|since|if|spokes\w{3,6}|aide|staffer|who|whom|whose"
    r"|which|behind|beside|near|against|opposite|representing|knew|until|following)\b"
)
_NO_TITLE = re.compile(
    r"(?:(?<!\b[UD]\.[SC])\.|[;:!?“”\"])\s|\b(?:(?i:in|at|to|with|by|from|he|she|they|we|it|who|was|were|is|are)|asked|said|told|their|his|her|its|our|my)\s"
)
_ONE_OF_MANY = re.compile(r"(?:an?|one|another|some|several|many|two|three|other)\s")
_SOMEBODY = re.compile(
    r"\s(?!(?:who|whom|whose|in|at|of|on|to|during|after|before|as|and|or|for|from|with|when|while|about|today|by|that"
    r"|last|this|later|earlier|also)\b)[a-z]"
)
_FILLER = re.compile(r"(?:[a-z][\w’'-]{0,20},?\s{1,9}){1,5}(?=[^\W\d_a-z])")


@dataclass(frozen=True)
class Label:
    """The words by which a speaker is named in an attribution."""

    kind: Literal["name", "pronoun", "description"]
    text: str
    start: int
    end: int
    mention: Mention | None = None


class Mentions:
    """Every name in a text, found by the place where it begins, ends, or lies."""

    def __init__(self, text: str, layout: list[Paragraph]) -> None:
        self.text = text
        names = find_names(text)
        self.all = [
            one
            for part in layout
            if not part.heading
            for one in mentions_of(text, part, names)
            if one.legislator or not part.contact
        ]
        self._starts = [one.start for one in self.all]
        self._by_start = {one.start: one for one in self.all} | {one.name_start: one for one in self.all}
        self._by_end = {one.end: one for one in self.all}
        self._by_end |= {one.party_end: one for one in self.all if one.party_end}

    @cached_property
    def legislators(self) -> frozenset[str]:
        """The names that the text somewhere gives a member of Congress."""
        return frozenset(one.name for one in self.all if one.legislator)

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in `text[start:end]`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def label_at(self, position: int, limit: int) -> Label | None:
        """The person phrase that begins at `position`, at most five lower-case words before its name."""
        for kind, pattern in (("pronoun", _PRONOUN), ("description", _STAFF), ("description", _DESCRIPTION)):
            match = pattern.match(self.text, position, limit)
            if match:
                return Label("pronoun" if kind == "pronoun" else "description", match.group(), position, match.end())
        mention = self._by_start.get(position) or self._after_filler(position, limit)
        if not mention or mention.end > limit:
            return None
        return Label("name", mention.text, mention.start, mention.end, mention)

    def label_ending(self, position: int, floor: int) -> Label | None:
        """The person phrase that ends at `position`."""
        mention = self._by_end.get(position)
        if mention and mention.start >= floor and not mention.possessive:
            return Label("name", mention.text, mention.start, mention.end, mention)
        tail_start = max(floor, position - 60)
        for kind, pattern in (("description", _DESCRIPTION), ("pronoun", _PRONOUN)):
            for match in pattern.finditer(self.text, tail_start, position):
                clean = match.start() == 0 or not self.text[match.start() - 1].isalnum()
                if match.end() == position and clean:
                    return Label(
                        "pronoun" if kind == "pronoun" else "description", match.group(), match.start(), position
                    )
        return None

    def _after_filler(self, position: int, limit: int) -> Mention | None:
        match = _FILLER.match(self.text, position, limit)
        at = match.end() if match else position
        if match and _LINK_WORDS.search(match.group()):
            return None
        for mention in self.within(at, min(at + 90, limit)):
            between = self.text[at : mention.start]
            if match and _ONE_OF_MANY.match(match.group()) and _SOMEBODY.match(self.text, mention.end, limit):
                return None
            return mention if not _NO_TITLE.search(between) else None
        return None
