"""Witnesses whom somebody who speaks at the hearing greets as being there: `I recognize NAME, here today from`."""

import re
from itertools import pairwise

from hearings.importing.releases.events.sentences import of_another_event
from hearings.importing.releases.layout import BLANK, Paragraph, sentence_starts
from hearings.importing.releases.people.callings import names_role
from hearings.importing.releases.people.person_phrases import Phrase
from hearings.importing.releases.people.role_patterns import HEAD_OF_STATE, NOT_AS_WITNESS, pattern
from hearings.importing.releases.witnesses.addressed import WitnessAddressed
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.roles import MEMBERS, numbers

_SPOKEN = re.compile(
    r"\b(?:I|I[’'](?:m|d|ll)|we|we[’'](?:re|ll)|us|our|my|me)\b|\bgood\sto\s(?:see|have)\b|\bhere\stoday\b",
    re.IGNORECASE,
)
_OF_WITNESSES = re.compile(
    r"\b(?:witness(?:es)?|panel(?:ists)?|testi\w{2,6}|hear(?:ing)?\sfrom|today[’']s\shearing|this\shearing)\b",
    re.IGNORECASE,
)
# Who is there and testifies not: family, staff, the dead, and those who only watch.
_ONLY_THERE = re.compile(
    r"\b(?:late|memory\sof|in\sthe\s(?:audience|room|gallery|crowd)|(?:seated|sitting)\sbehind|behind\s(?:me|you|him|her)|watching|wife|husband|spouse|son"
    r"|daughters?|sons|mother|father|parents|brother|sister|famil(?:y|ies)|children|intern|staff(?:er)?|colleagues?|interpreter|legacy|life\sof|work\sof)\b",
    re.IGNORECASE,
)
_TODAY = r"(?:today|this\s(?:morning|afternoon|evening)|now|virtually|remotely|in\sperson)"
_HERE = rf"(?:here|with\sus|joining\sus|before\sus|present)(?:\s(?:here|with\sus|before\sus|{_TODAY})){{0,3}}"
_OURS = (
    r"(?:our|the|these|those|today[’']s|this|my)\s(?:[\w-]{2,20}\s){0,3}"
    r"(?:witness(?:es)?|panel(?:ists)?|guests|nominees?)"
)
_GREETS = (
    r"(?:welcom(?:e|ing)|introduc(?:e|ing)|recogniz(?:e|ing)|acknowledg(?:e|ing)|thank(?:ing)?|greet(?:ing)?"
    r"|salut(?:e|ing)|present(?:ing)?|welcome\sto|thanks\sto)"
)
_NEAR = 800
_GREETED = tuple(
    pattern(words)
    for words in (
        rf"\b{_GREETS}\s(?:(?:all|to|of|both)\s){{0,2}}{_OURS}(?:\s{_TODAY}|\s{_HERE})?\s?[,:—–-]{{1,2}}\s"
        r"(?:including\s|namely\s)?HELD WHO",
        rf"\b{_OURS}(?:\s{_TODAY}|\s{_HERE})?,?\s(?:is|are|will\sbe|includes?|consists?\sof)\s"
        rf"(?:{_TODAY}:?\s)?HELD WHO",
        rf"\b{_GREETS}\sHELD WHO,?\s(?:back\s)?(?:to|before)\s(?:the|this|our|today[’']s)\s(?:[\w-]{{2,20}}\s){{0,3}}"
        r"(?:(?:sub)?committee|hearing|panel|commission)\b",
        rf"\b(?:are|is|am|be|been|[’']re)\s(?:also\s|now\s)?joined(?:\s{_HERE}|\s{_TODAY})?\sby\sHELD WHO",
        rf"\b(?:{_GREETS}|welcome\sto|see|seeing|have|having|hear\sfrom|hearing\sfrom"
        r"|glad|pleased|delighted|happy|proud|honored|grateful)\s"
        rf"(?:that\s|to\s)?HELD WHO,?\s(?:who\s(?:is|are|has\scome|have\scome)\s)?"
        rf"(?:also\s|is\s|are\s){{0,2}}{_HERE}(?![\w-])",
        r"\b(?:here|with\sus|before\sus|joining\sus)\b[^.;\x02]{0,80}\s(?:is|are)\sHELD WHO",
        r"\b(?:voice|voices|seat|views?|stor(?:y|ies)|perspectives?|experiences?"
        r"|represented|represents?|given|shared|presented|offered|speaking|heard)\b[^.;\x02]{0,80}"
        rf"\b(?:{_TODAY}|discussion|conversation|hearing|panel|table|here)\b[^.;\x02]{{0,30}}?\s"
        r"(?:through|by|from|in|via|thanks\sto)\s(?:the\s\w+\sof\s)?HELD WHO",
    )
)


class WitnessGreetings(WitnessAddressed):
    """Finds witnesses by the words with which somebody who speaks at the hearing says that they are there."""

    def _greeted(self, paragraph: Paragraph) -> None:
        """Take everybody whom the spoken words of a paragraph say to be before the committee, by surnames, too."""
        text = self.mentions.text
        spoken = _SPOKEN.search(self.narrative, paragraph.start, paragraph.end)
        if not _OF_WITNESSES.search(text, max(paragraph.start - _NEAR, 0), paragraph.end):
            return
        for low, high in pairwise([*sentence_starts(text, paragraph.start, paragraph.end), paragraph.end]):
            aside = _ONLY_THERE.search(text, low, high) or NOT_AS_WITNESS.search(text[low:high])
            if (spoken or BLANK in self.narrative[low:high]) and not aside and not of_another_event(text, low, high):
                self._greeted_in(low, high)

    def _greeted_in(self, low: int, high: int) -> None:
        phrases = self.quoted.within(low, high)
        signs = {number for number, one in enumerate(phrases) if self._may_be_there(one)}
        words = self._reduced(phrases, low, high, self.mentions.text, signs)
        for one in (phrases[number] for number in sorted({n for each in _GREETED for n in numbers(each, words)})):
            if self._full(one):
                self._show(one, sure=False, bare=True)
            else:
                self._take_by_surname(one)

    def _take_by_surname(self, one: Phrase) -> None:
        """Take somebody of whom the release gives an office and a surname: `acting Assistant Secretary NAME`."""
        name = one.mention.name
        if not any(draft.name.split()[-1] == name for draft in self.drafts):
            self._take([Draft(name, one.honorific, one.title, one.organization)])
            self.suggested[name] = None

    def _may_be_there(self, one: Phrase) -> bool:
        if self._full(one):
            return self._may_testify(one)
        head = HEAD_OF_STATE.fullmatch(one.before) or set(one.mention.titles) & MEMBERS
        held = names_role(one.before) or one.honorific in ("General", "Admiral", "Ambassador", "Gen.", "Adm.")
        known = self.people.namesakes(one.mention.name) > 0
        return bool(held) and not head and not known and one.mention.words == 1 and not self._is_member(one.mention)
