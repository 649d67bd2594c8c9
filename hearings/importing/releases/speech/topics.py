"""Which words before a colon are what a quotation is about, and which are the name of who speaks."""

import re
from collections import Counter
from functools import cached_property

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.callings import can_be_name
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.attribution import Attribution
from hearings.importing.releases.speech.attribution_before import NAMED_SO
from hearings.importing.releases.speech.script_labels import family_of
from hearings.importing.texts.lexicon import TITLE_WORDS
from witnesses.names import GIVEN_NAMES

TOPIC = re.compile(
    r"(?:On|Regarding|About)\s(?:[^.!?\n]|(?<=\b[DM]r)\.|(?<=\bMs)\.|(?<=\b(?:Mrs|Sen|Rep|Gen|Gov))\.){3,200}:"
    r"|Follow[- ]?[Uu]ps?(?:\s[A-Z][\w-]{1,20}){0,2}:"
)
# A topic whose last word no surname ends like, where nobody whom the text knows is named in the line.
SUBJECT_LINE = re.compile(
    r"(?:[A-Z][\w-]{1,20}\s(?:(?:and|of|for|the)\s){0,2}){1,5}"
    r"(?!\w*(?:[Ss]tatement|[Qq]uestion)s?:)[A-Z]\w{2,14}(?:tion|ment|ness|ity|ance)s?:"
)
# What an item of a list is about, before its sentences: `Rope and Twine: NAME cited ...`.
ITEM = re.compile(r"[A-Z](?:[^.:;“”\"\n]){2,60}:\s{1,3}(?=[A-Z])")
_WORDS = re.compile(r"[^\W\d_]+")
_MARKS = ("“", '"', "«")
_OPENING_MARKS = ("‘", "“", '"', "'")


class Topics:
    """The labels of one release."""

    def __init__(self, text: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> None:
        self.text, self.layout, self.mentions, self.people = text, layout, mentions, people
        self.named = Counter(one.name for one in mentions.all)

    def may_be(self, ahead: Attribution, paragraph: Paragraph) -> bool:
        """Whether a label is no name that the release knows or that looks like one: `Rope Safety: “`."""
        one = ahead.label.mention if ahead.label else None
        alone = one and ahead.place == "before: NAME:" and self.text[ahead.label.end : ahead.label.end + 1] == ":"
        if not alone or one.titles or one.party_end or one.words == 1:
            return False
        return not (self._is_known(one) or self._has_office(one, paragraph) or self._is_turn(one, paragraph))

    def is_thing(self, one: Mention) -> bool:
        """Whether capitals are no person's: a topic before a colon, a thing in marks; unless somebody is named so."""
        if one.titles or one.party_end or one.words == 1 or self._is_strong(one):
            return False
        marked = self.text[max(one.start - 1, 0)] in _OPENING_MARKS
        heads = self.text[one.end : one.end + 1] == ":" and not self._is_known(one)
        return marked or heads or not can_be_name(one.name)

    def _is_known(self, one: Mention) -> bool:
        given = one.name.split()[0].casefold()
        return self.named[one.name] > 1 or self._is_strong(one) or given in GIVEN_NAMES or self._is_called(one)

    def _is_strong(self, one: Mention) -> bool:
        person = self.people.find(self.people.resolve(one.name).full or "")
        return bool(person and person.strong)

    def _is_called(self, one: Mention) -> bool:
        """Whether somebody of the same surname has a form of address or a label elsewhere: `Mr. Sample`, `Sample:`."""
        return can_be_name(one.name) and family_of(one.name) in self._families

    @cached_property
    def _families(self) -> frozenset[str]:
        alone = (one for one in self.mentions.all if one.words == 1)
        return frozenset(family_of(one.name) for one in alone if one.titles or self._is_label(one))

    def _is_label(self, one: Mention) -> bool:
        colon = NAMED_SO.match(self.text, one.party_end or one.end)
        return bool(colon) and self.text.startswith(_MARKS, colon.end())

    def _has_office(self, one: Mention, paragraph: Paragraph) -> bool:
        """Whether an office stands before the name in a line: `Deputy Secretary of State Ida Sample: “`."""
        ahead = _WORDS.findall(self.text[paragraph.words_start : one.start])
        return can_be_name(one.name) and any(word.casefold() in TITLE_WORDS for word in ahead)

    def _is_turn(self, one: Mention, paragraph: Paragraph) -> bool:
        """Whether a name stands between the labels of people who are known, as in a dialogue."""
        beside = [self._labelled(self.layout[at]) for at in self._beside(paragraph.number)]
        return can_be_name(one.name) and bool(beside) and all(beside)

    def _beside(self, number: int) -> list[int]:
        return [at for at in (number - 1, number + 1) if 0 <= at < len(self.layout) and not self.layout[at].residue]

    def _labelled(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph begins with the label of somebody who is known, and words in marks."""
        label = self.mentions.label_at(paragraph.words_start, paragraph.end)
        one = label.mention if label and label.start == paragraph.words_start else None
        return bool(one) and self._is_label(one) and (self._is_strong(one) or one.titles != ())
