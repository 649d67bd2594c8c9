"""Who gave testimony: the witness lists of a release, and people whom its sentences show before the committee."""

import re
from collections.abc import Iterable

from hearings.importing.event_sentences import of_another_event
from hearings.importing.labels import Mention
from hearings.importing.layout import Paragraph, sentence_starts
from hearings.importing.lexicon import LEGISLATOR_WORDS, TITLE_WORDS
from hearings.importing.reading import WitnessReading
from hearings.importing.witness_list import Draft, is_office
from hearings.importing.witness_roles import ELSEWHERE, WitnessRoles

_TESTIFIES = re.compile(
    r",?\s{1,9}(?:(?:also|both|then)\s{1,9})?(?:testified|testifies|will\s{1,9}(?:also\s{1,9})?testify"
    r"|(?:is|are)\s{1,9}scheduled\s{1,9}to\s{1,9}testify)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r",?\s{1,9}told\s{1,9}(?:the\s{1,9})?(?:(?:sub)?committee|panel|lawmakers|senators|members|Congress"
    r"|(?:U\.S\.\s)?(?:Senator|Sen\.|Rep\.|Representative|Congress(?:man|woman)))\b",
    re.IGNORECASE,
)
_TOLD_IT = re.compile(
    r",?\s{1,9}told\s{1,9}(?:the|his|her)\s{1,9}(?:sub)?(?:committee|commission|panel)\b", re.IGNORECASE
)
_APPEARED = re.compile(
    r",?\s{1,9}(?:also\s{1,9})?appeared\s{1,9}before\s{1,9}(?:the|his|her)\s{1,9}(?:sub)?(?:committee|commission|panel)\b"
)
_IN_TESTIMONY = re.compile(r"\b[Ii]n\s{1,9}(?:his|her)\s{1,9}(?:\w{4,12}\s{1,9}){0,2}testimony,\s{1,9}(?=[A-Z])")
_SAYING = re.compile(
    r",?\s{1,9}(?:(?:also|then)\s{1,9})?(?:said|told|warned|stated|noted|explained|described|called|argued|urged|admitted|acknowledged|conceded|claimed)\b"
)
_TAKES_PART = re.compile(
    r",\s{1,9}(?:will\s{1,9}(?:also\s{1,9})?(?:participate|take\s{1,9}part|speak)|(?:participated|took\s{1,9}part))\s{1,9}(?:in|at)\s{1,9}the\s{1,9}"
    r"(?:hearing|roundtable|forum|panel|discussion)\b"
)
_WHO_TESTIFIED = re.compile(r",\s{1,9}(?:who\s{1,9}(?:also\s{1,9})?testified|(?:also\s{1,9})?testifying)\b")
_OWN_TESTIMONY = re.compile(
    r"[’'‘]s?\s{1,9}(?:\w{4,12}\s{1,9}){0,2}testimony\s{1,9}(?:\w{5,9}\s{1,9})?(?:before|to)\s{1,9}(?:the|his|her)\s[^.;“”\"\n]{0,80}?(?:sub)?committee\b",
    re.IGNORECASE,
)
_IS_A = re.compile(r",\s{1,9}((?:an?|the)\s{1,9}[a-z][^,;.“”\"\n]{3,90}),")
_DATELINE = re.compile(r"\(?[A-Z][A-Za-z.]+(?:,?\s[A-Z][A-Za-z.]*){0,3}\)?\s?[-–—]{1,2}\s?")
_QUESTIONED = re.compile(
    r"\b(?:questioned|questioning|pressed|grilled|to\s{1,9}question|exchange\s{1,9}with|(?:hearing|audiencia|roundtable|forum)"
    r"(?:\s{1,9}(?:discussion|today))?(?:\s{1,9}on\s{1,9}[^.;,“”\"\n]{3,60}?)?\s{1,9}with)"
    r"\s{1,9}(?:the\s{1,9})?",
    re.IGNORECASE,
)
_CONFRONTED = re.compile(
    r"\b(?:challenged|confronted|took\s{1,9}a\s{1,9}tough\s{1,9}line\s{1,9}with)\s{1,9}", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:invited|introduced|welcomed)\s{1,9}(?=[A-Z][^,.;“”\"\n]{3,60},\s[^.;“”\"\n]{4,200},?\sto\stestify\b)|"
    r"\basked\s{1,9}(?=[A-Z][^,.;“”\"\n]{3,60},\s[^.;“”\"\n]{4,200},\s(?:about|whether|if|how|why|what)\b)"
)
_ASKED_OF = re.compile(r"\b(?:asked|questioned|pressed|grilled)\s{1,9}(?:the\s{1,9})?")
_AND_THE = re.compile(r",?\s{1,9}(?:(?:and|as\s{1,9}well\s{1,9}as)\s{1,9})?(?:the\s{1,9})?")
_ON_WHAT = re.compile(r"\s{0,9}(?:about|whether|if|how|why|what|when|on)\b")
_OF = re.compile(r"\b(?:of|for|at)\s{1,9}(?:the\s{1,9})?$")
_IN_WRITING = re.compile(r"\b(?:letters?|wrote|written|writing)\b", re.IGNORECASE)
_SPANISH = re.compile(r"\b(?:testific(?:ó|aron)|comparec(?:ió|ieron))\b[^.;]{0,60}?\s(?=(?:el|la)\s)")
_SPANISH_ONE = re.compile(r"(?:^|,?\s(?:y\s)?)(?:el|la)\s([^;]{5,220}?),\s(?=[A-ZÁÉÍÓÚÑ][\w’.-]*\s[A-ZÁÉÍÓÚÑ])")
_APPOSED = re.compile(
    r"((?:(?:former|acting|interim|current|then)\s)?(?-i:[A-Z])(?:[^,.;“”\"\n]|(?<=Inc)\.|(?<=Corp)\.|(?<=U)\.(?=S)|(?<=U\.S)\.){3,120}),\s{1,9}(?:(Mr|Ms|Mrs|Dr)\.\s{1,9})?(?=[A-Z])"
)
_HELD_OFFICE = re.compile(r"(?:(?:[A-Z][\w.&’'-]*|\([A-Z]{2,8}\))\s(?:(?:of|for|and|on|to)\s(?:the\s)?)?)+$")
_MEMBERS = LEGISLATOR_WORDS | {"chair", "chairman", "chairwoman", "ranking", "cochair", "cochairman"}
_HEARING = re.compile(r"\b(?:hearing|audiencia)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r",?\s{1,9}for\s{1,9}(?=(?:answers|more|an?|his|her|their|not|failing)\b)"
    r"|\s{1,9}(?:was|were)\b|,?\s{1,9}(?:about|over|on|regarding|during|who|to\s{1,9}(?!be\b))\b"
    r"|,?\s{1,9}(?:at|in)\s{1,9}(?:a|an|the|today[’']s)\s{1,9}(?:[\w-]{1,30}\s{1,9}){0,4}(?:hearing|forum)\b"
)
_CALLED = re.compile(
    r"\b(?:featured|featuring|included|including|introduced|invited|welcomed)\s{1,9}(?:an?\s|the\s)?((?:[a-z][\w’'-]{0,20}\s){1,5}?"
    r"[a-z][\w’'-]{0,20}),?\s{1,9}$"
)
_ONE_OF_OURS = re.compile(
    r",\s{1,9}(?:who\s{1,9}is\s{1,9})?(?:one|two|another)\s{1,9}of\s{1,9}(?:our|the|today[’']s)\s{1,9}(?:\w{2,12}\s{1,9}){0,2}(?:witnesses|panelists)\b"
)
_AS_WITNESS = re.compile(
    r"[^.;“”\"\n]*?\b(?:as\sa\switness|was\s(?:a|one\sof\s(?:the\s)?(?:\w{2,8}\s)?|the\s(?:first|only|final|last|second|third)\s)witness(?:es)?)\b"
)
_AND = re.compile(r"\s{1,9}and\s{1,9}")
_LONGEST_CLAUSE = 800


class WitnessFinder(WitnessRoles):
    """Finds the witnesses of one release."""

    def find(self, answering: Iterable[str] = ()) -> list[WitnessReading]:
        """Every witness once, in order of appearance; lists first, then people named one by one, then `answering`:

        people who speak in a transcript of the hearing; members of Congress among them are passed over.
        """
        for paragraph in self.layout:
            if not paragraph.header:
                self._run_in(paragraph)
                self._sentence_lists(paragraph)
        self._lines()
        for paragraph in self.layout:
            if not paragraph.header:
                self._singles(paragraph)
        answering = list(answering)
        for paragraph in self.layout:
            if not paragraph.header:
                self._roles(paragraph, dialogue=bool(answering))
        members = {self.people.resolve(one.name, one.titles).full for one in self.mentions.all if one.legislator}
        for full in answering:
            person = self.people.find(full)
            if person and not person.titles & _MEMBERS and full not in members:
                self._take([self._introduction(full)])
        return [self._finish(draft) for draft in self.drafts]

    def _singles(self, paragraph: Paragraph) -> None:
        starts = sentence_starts(self.narrative, paragraph.start, paragraph.end)
        for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
            if not (ELSEWHERE.search(self.narrative, low, high) or of_another_event(self.narrative, low, high)):
                self._testify(low, high)
                self._questioned(low, high)
                self._introduced(low, high)

    def _testify(self, low: int, high: int) -> None:
        told = _TOLD if _HEARING.search(self.narrative, low, high) else _TOLD_IT
        for match in _WHO_TESTIFIED.finditer(self.narrative, low, high):
            label = self.mentions.label_ending(match.start(), low)
            one = label.mention if label else None
            full = self.people.resolve(one.name, one.titles).full if one and not one.legislator else None
            self._take([self._introduction(full)] if full else [])
        for match in _IN_TESTIMONY.finditer(self.narrative, low, high):
            said = _SAYING.search(self.narrative, match.end(), high)
            if said and not self._members(match.end(), said.start()):
                self._take(self._named_before(match.end(), said.start())[:1])
        for pattern in (_TESTIFIES, _APPEARED, told):
            for match in pattern.finditer(self.narrative, low, high):
                if match.start() - low < _LONGEST_CLAUSE:
                    self._take(self._named_before(low, match.start()))
        for match in _TAKES_PART.finditer(self.narrative, low, high):
            if match.start() - low < _LONGEST_CLAUSE and not self._members(low, match.start()):
                self._take([one for one in self._named_before(low, match.start()) if one.title])
        for match in _SPANISH.finditer(self.narrative, low, high):
            for one in _SPANISH_ONE.finditer(self.narrative, match.end(), high):
                named = self.mentions.within(one.end(), one.end() + 1)
                self._take([Draft(named[0].name, None, one.group(1))] if named else [])

    def _named_before(self, low: int, end: int) -> list[Draft]:
        dateline = _DATELINE.match(self.narrative, low, end)
        low = dateline.end() if dateline else low
        that = self.narrative.rfind(" that ", low, end)
        low = that + len(" that ") if that > 0 else low
        comma = max(self.narrative.rfind(mark, low, end) for mark in (", ", "; "))
        last = self._parse_item(comma + 1, end) if comma > 0 else None
        return self._parse_commas(low, end) or ([last] if last else self._surname(low, end))

    def _questioned(self, low: int, high: int) -> None:
        here = _HEARING.search(self.narrative, low, high)
        for pattern in filter(None, (_QUESTIONED, _CONFRONTED if here else None)):
            for match in pattern.finditer(self.narrative, low, high):
                end = self._clause_end(match.end(), min(high, match.end() + _LONGEST_CLAUSE))
                first, at = self._met(match.end(), end) if here else ([], match.end())
                self._take([*first, *(self._apposed(at, high) or self._after(at, end))])
        for match in _ASKED_OF.finditer(self.narrative, low, high):
            if not _IN_WRITING.search(self.narrative, low, high):
                self._take(self._asked(match.end(), min(high, match.end() + _LONGEST_CLAUSE)))
        for match in _ASKED.finditer(self.narrative, low, high):
            end = self._clause_end(match.end(), min(high, match.end() + _LONGEST_CLAUSE))
            drafts = self._parse_commas(match.end(), end)
            self._take([one for one in drafts if one.title and "ember" not in one.title])

    def _after(self, start: int, end: int) -> list[Draft]:
        """One person behind a title, or a list."""
        stop = min(self._next_comma(start, end), end)
        one = self._parse_item(start, stop) if start < end else None
        alone = one and one.title and self.narrative[start:stop].rstrip().endswith(one.name)
        drafts = self._parse_commas(start, end) if start < end else []
        several = len(drafts) > 1 and all(draft.title for draft in drafts) and not self._members(start, end)
        return [one] if one and alone and not several else drafts

    def _met(self, start: int, end: int) -> tuple[list[Draft], int]:
        """A surname of somebody named elsewhere, and where the next name begins: `questioned A and Secretary B C`."""
        label = self.mentions.label_at(start, end)
        one = label.mention if label and label.start == start else None
        full = self.people.resolve(one.name, one.titles).full if one and one.words == 1 else None
        if not one or not full or one.possessive or self._is_member(one):
            return [], start
        joined = _AND.match(self.narrative, one.end, end)
        return [self._introduction(full)], joined.end() if joined else end

    def _introduction(self, full: str) -> Draft:
        """A person with the title that stands before the full name somewhere in the release."""
        for one in self.mentions.all:
            if one.words > 1 and self.people.resolve(one.name, one.titles).full == full:
                low = max(self.narrative.rfind("\n", 0, one.start) + 1, one.name_start - 160)
                held = _HELD_OFFICE.search(self.narrative, low, one.name_start)
                draft = self._parse_item(held.start(), one.party_end or one.end) if held else None
                if draft and draft.name == one.name and (draft.title or draft.honorific):
                    return Draft(full, draft.honorific, draft.title if is_office(draft.title) else "")
        return Draft(full, None)

    def _apposed(self, start: int, end: int) -> list[Draft]:
        match = _APPOSED.match(self.narrative, start, end)
        named = self.mentions.within(match.end(1), match.end() + 1) if match else []
        named = [one for one in named if match and one.name_start == match.end()]
        if not match or not named or named[0].words < 2 or self._people_in(start, match.end(1)):
            return []
        held = any(word.strip(".,").casefold() in TITLE_WORDS for word in match.group(1).split())
        honorific = f"{match.group(2)}." if match.group(2) else None
        return [Draft(named[0].name, honorific, match.group(1))] if held else []

    def _members(self, start: int, end: int) -> bool:
        return any(one.legislator or set(one.titles) & _MEMBERS for one in self.mentions.within(start, end))

    def _asked(self, start: int, end: int) -> list[Draft]:
        """Those asked a question: `the TITLE, NAME, and the TITLE, NAME, if`, or `TITLE NAME about`."""
        drafts, at = [], start
        while one := self._apposed(at, end):
            drafts += one
            joined = _AND_THE.match(self.narrative, self._end_of(one[0].name, at), end)
            at = joined.end() if joined else end
            if joined and _ON_WHAT.match(self.narrative, joined.end(), end):
                return drafts
        label = self.mentions.label_at(start, end) if not drafts else None
        asked = label.mention if label and label.mention else None
        if not asked or asked.words < 2 or asked.legislator or not _ON_WHAT.match(self.narrative, asked.end, end):
            return []
        one = self._parse_item(start, asked.end)
        return [one] if one and one.title and not self._members(start, asked.end) else []

    def _end_of(self, name: str, start: int) -> int:
        return next((one.end for one in self.mentions.within(start, len(self.narrative)) if one.name == name), start)

    def _people_in(self, start: int, end: int) -> list[Mention]:
        named = [one for one in self.mentions.within(start, end) if one.words > 1]
        return [one for one in named if not _OF.search(self.narrative, max(start, one.start - 8), one.start)]

    def _introduced(self, low: int, high: int) -> None:
        for one in self.mentions.within(low, high):
            own = one.possessive and _OWN_TESTIMONY.match(self.narrative, one.end, high) and not self._is_member(one)
            full = self.people.resolve(one.name, one.titles).full if own else None
            self._take([self._introduction(full)] if full else [])
            if "witness" in one.titles or self._as_witness(one.end, high):
                is_a = _IS_A.match(self.narrative, one.party_end or one.end, high)
                called = _CALLED.search(self.narrative, max(low, one.start - 120), one.start)
                full = one.name if one.words > 1 else self.people.resolve(one.name, one.titles).full
                self._take([Draft(full, None, (called or is_a)[1] if called or is_a else "")] if full else [])

    def _as_witness(self, start: int, end: int) -> bool:
        stop = min(start + 140, end)
        return bool(_AS_WITNESS.match(self.narrative, start, stop) or _ONE_OF_OURS.match(self.narrative, start, stop))

    def _surname(self, start: int, end: int) -> list[Draft]:
        label = self.mentions.label_ending(end, start)
        one = label.mention if label else None
        if one and _OF.search(self.narrative, max(start, one.start - 8), one.start):
            return []
        full = self.people.resolve(one.name, one.titles).full if one else None
        return [Draft(full, None)] if full and not (one and self._is_member(one)) else []

    def _is_member(self, one: Mention) -> bool:
        """Whether somebody is a member of Congress, here or elsewhere in the release."""
        full = self.people.resolve(one.name, one.titles).full
        person = self.people.find(full) if full else None
        return one.legislator or bool(person and person.titles & _MEMBERS)

    def _clause_end(self, start: int, end: int) -> int:
        match = _CLAUSE_END.search(self.narrative, start, end)
        return match.start() if match else end
