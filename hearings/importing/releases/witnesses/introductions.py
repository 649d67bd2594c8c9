"""Witnesses whom a release first only counts (`the four witnesses`), or whom the chair introduces one by one."""

import re

from hearings.importing.releases.events.sentences import of_another_event
from hearings.importing.releases.layout import BLANK, sentence_starts
from hearings.importing.releases.people.callings import names_role, names_somebody
from hearings.importing.releases.people.person_phrases import Phrase
from hearings.importing.releases.people.role_patterns import NOMINEE, NOT_AS_WITNESS
from hearings.importing.releases.people.role_patterns import pattern as role_pattern
from hearings.importing.releases.reading import QuoteReading
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.roles import WitnessRoles, numbers
from hearings.importing.texts.lexicon import BESIDE_MARKS, SPEECH_VERBS

_COUNTED = re.compile(
    r"\b(?:the|these|all|both|two|three|four|five|six|seven|several|other|our|expert|number\s{1,9}of|panel\s{1,9}of|from|different)\s{1,9}"
    r"(?:[\w-]{2,16}\s{1,9}){0,2}?(?:witnesses|panelists)\b",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    r"(?:background|endors\w+|supporters|support\s(?:for|from)|what\s\w+\sare\ssaying)\b", re.IGNORECASE
)
_FOR_A_BILL = re.compile(r"\b(?:bill|legislation|endors\w+|in\ssupport\sof|cosponsor\w*)\b", re.IGNORECASE)
_VERBS = rf"(?:{SPEECH_VERBS}|{BESIDE_MARKS}|spoke|addressed|discussed|explained)"
_SPEAKING = (
    role_pattern(rf"\b{_VERBS}\s(?:HELD )?WHO"),
    role_pattern(rf"WHO,?\s(?:(?:also|then|later|further)\s)?{_VERBS}\b"),
)
_INTRODUCES = re.compile(
    r"\b(?:we|us|I)\b[^.;\n]{0,80}\b(?:witnesses|panel(?:ists)?)\b(?:\s(?:[\w-]{2,14}\s){0,3}(?:before|with|joining)\sus\b|\s(?:here|today)\b)"
    r"|\b(?:introduc(?:e|ing)|welcom(?:e|ing)|recogniz(?:e|ing)|turn\s{1,9}(?:now\s{1,9})?to|present(?:ing)?)\b[^.;\n]{0,60}"
    r"\b(?:our|the|today[’']s|these|that|this|my)\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,3}(?:witness(?:es)?|panel(?:ists)?|guests|speakers)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"[“\"]?(?:(?:and|also|next|then|now|first|second|third|fourth|fifth|lastly|last|finally|today|joining\s(?:us|him|her|them)|with\s(?:us|him|her)|here"
    r"|our|final|witness(?:es)?|panelist|is|are|will\sbe|we|i|have|welcome|thank|thanks|hear|heard|will|we[’']ll|we[’']re|i[’']m|am|pleased|happy|honored|delighted"
    r"|joined|by|from|to|you|all|of|introduce|would|like|i[’']d|is\sthat\sof|but\snot\sleast|not|least|up|behind|on|the|panel)\b[\s,:–—-]{1,9}){0,16}",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",?\s{1,9}(?:who|whose|which|for\s{1,9}[a-z]+ing|here\s{1,9}to|is\s{1,9}here|will|joins|joined)\b"
    r"|,\s{1,9}(?:an?|the)\s{1,9}(?:[\w’'-]{1,30}\s{1,9}){1,5}(?:that|which|who)\b"
)
# What somebody is from, of whom an introduction says nothing else: `we have NAME from Sample Motors`.
_OF_WHERE = re.compile(
    r"(?:\s(?:is|will\sbe)\s(?:also\s)?(?:joining\sus|with\sus|here)(?:\stoday)?)?\s(?:from|with|representing|on\sbehalf\sof)\s(?:the\s)?"
    r"((?:[A-Z][\w&’'-]{0,24}(?:\.(?=[A-Z]))?|of|the|and|for|&)(?:\s(?:[A-Z][\w&’'-]{0,24}(?:\.(?=[A-Z]))?|of|the|and|for|&)){0,9})(?=[.,;]|\s|$)"
)
_ALSO = re.compile(
    r",\swho\s(?:also\s(?:serves|works|acts)\sas|is\salso|also\sis|doubles\sas|is,\salso,)\s(?:(?:the|an?)\s)?"
    r"|,\s(?:himself\s|herself\s)?(?:now\s)?(?:an?|the)\s(?=[\w-]+)|,\s(?=former\s)"
)
_HOLDS = re.compile(
    r",\swho\s(?:also\s)?holds\s(?:the|an?)\s([A-Z][^,;.()“”\"\ufffc\n]{4,110}?)(?=[,;.]|\sand\s(?:served|was|has|is|who)\b)"
)
_HOLDS_OFFICE = re.compile(
    r",?\s(?:who\s)?(?:currently\s|also\s|now\s)?(?:is|serves\sas|works\sas|acts\sas)\s(?:currently\s|now\s|also\s)?(?:(?:the|an?)\s)?"
    r"(?!here\b|one\b|among\b|not\b)"
)
_VAGUE = frozenset({"official", "head", "leader", "executive", "expert", "chief", "boss", "administration"})
_SMALL = frozenset({"the", "of", "a", "an", "and", "at", "in", "for"})
_IS_A = re.compile(
    r",\s(?:who\s(?:is|was|has\sbeen)\s)?an?\s(?!(?:few|day|week|month|year|lot|number|move|step|first|bit|time|fact|claim|position|point"
    r"|decision|practice|program|bill|witness|\w+\s(?:of\sthe\switness|witness)|member\sof\sthe\s(?:panel|committee)|man|woman|person)\b)"
    r"([a-z][^,;.:“”\"\ufffc\n]{3,90}?)(?=[,;.]|\s(?:who|whose|and|since|for|told|testified|said|about)\b|$)"
)
_SHE_IS = re.compile(
    r"(?:,\s[^.,;\n]{1,40})?(?:,\s(?:[A-Z]\.){2,4}|\.)\s{1,2}(?:He|She)\s(?:is|was|serves\sas|(?:has|had)\s(?:served\sas|been))\s"
    r"(?:currently\s)?(?:(?:the|an?)\s)?"
)
_NAME_IS = re.compile(
    r"\s(?:is|serves\sas)\s(?:currently\s|also\s)?(?:the|an?|our)\s(?!(?:first|final|next|great|good)\b)"
)
_INVITED = re.compile(
    r"\b(?:(?:thank\s{1,9}you|thanks|grateful|I\s{1,9}appreciate|I[’']d\s{1,9}like\s{1,9}to\s{1,9}thank)\b[^.;!?]{0,160}?"
    r"\b(?:(?:inviting|having|allowing|letting)\s{1,9}me\b|(?:the|this|your)\s{1,9}(?:opportunity|invitation|chance)\s{1,9}"
    r"(?:for\s{1,9}me\s{1,9})?to\s{1,9}(?:testify|appear|be\s{1,9}here\s{1,9}to\s{1,9}testify|share\s{1,9}my\s{1,9}testimony))"
    r"|I\s{1,9}(?:am|[’']m)\s{1,9}(?:pleased|honored|glad|privileged|here|grateful)\s{1,9}to\s{1,9}(?:testify|appear\s{1,9}before))\b",
    re.IGNORECASE,
)
_ACTING = re.compile(r"\b(?:[Aa]cting|[Ii]nterim|[Cc]urrent)\b")
_LONGEST_TITLE = 25  # words
_MOST = 14  # sentences behind an introduction in which the next one may stand
_PARAGRAPH = 4  # of them for a paragraph that introduces nobody


def testifying_themselves(text: str, quotes: list[QuoteReading]) -> list[str]:
    """Who thanks a committee, in words that the release quotes, for being heard there: each is a witness of it."""
    found: dict[str, None] = {}
    for match in _INVITED.finditer(text):
        for one in quotes:
            if one.speaker and any(part.start <= match.start() < part.end for part in one.parts):
                found[one.speaker] = None
    return list(found)


def _is_longer(title: str, draft: Draft) -> bool:
    """Whether another mention gives the longer form of a title that is only an office: `Rope Commissioner`."""
    held, told = (set(re.findall(r"\w+", words.casefold())) - _SMALL for words in (draft.title, title))
    one = not (draft.organization or "\n" in title or "," in title or NOMINEE.search(title))
    return one and bool(held) and held < told and all(map(names_role, held)) and len(title.split()) < _LONGEST_TITLE


def _is_whole(office: str, draft: Draft) -> bool:
    """Whether a sentence of its own gives the office of which a title says less: `Rope official`."""
    known, told = (
        set(re.findall(r"\w+", words.casefold())) - _SMALL
        for words in (f"{draft.title} {draft.organization or ''}", office)
    )
    vague = known & _VAGUE or all(map(names_role, known))
    return bool(known and vague and known - _VAGUE <= told and len(told) > len(known)) and not NOMINEE.search(
        draft.title
    )


class WitnessIntroductions(WitnessRoles):
    """Finds witnesses in the paragraphs behind the words that announce them."""

    def _complete(self, draft: Draft) -> None:
        """Add what other mentions of a witness say: any title where there is none, and each that is held besides."""
        full = self.people.resolve(draft.name).full
        if not (draft.title or draft.organization):
            member = self._named_as_member(full)
            draft.title = "" if member else self._title_elsewhere(full) or self._title_said(full) or self._is_a(full)
        for one in self._named(full):
            low, high = self._line_of(one.start)
            phrase = self.phrases.phrase(one, low, high)
            if not self._heads(one) and _is_longer(phrase.title, draft):
                draft.title = phrase.title
            holds = _HOLDS_OFFICE.match(self.narrative, one.party_end or one.end, high)
            office = self.phrases.title_at(holds.end(), high)[0] if holds else ""
            if office and not one.legislator and _is_whole(office, draft):
                draft.title, draft.organization = office, None
            self._hold_besides(draft, phrase.before)
            also = _ALSO.match(self.narrative, one.party_end or one.end, high)
            title = self.phrases.title_at(also.end(), high)[0] if also else ""
            if not names_role(title) or draft.organization or one.legislator:
                continue
            held = self._is_a(full) if draft.title == title else draft.title
            known, told = (set(re.findall(r"\w+", words.casefold())) for words in (held, title))
            if known <= told:
                draft.title = title
            elif not told - _SMALL <= known:
                draft.title = "\n".join(filter(None, (held, title)))
        draft.title = self.posts.fuller(draft.title, full) if draft.title or not draft.organization else ""

    def _hold_besides(self, draft: Draft, title: str) -> None:
        """Add to the post for which somebody is nominated the one held until then, or the other way round."""
        posts = (draft.title, title)
        acting, nominee = (next(filter(each.search, posts), "") for each in (_ACTING, NOMINEE))
        if acting and nominee and acting != nominee and {acting, nominee} == set(posts):
            draft.title = f"{nominee}\n{acting}"

    def _is_a(self, full: str | None) -> str:
        """What a sentence says that a witness is, in words that no list of callings holds: `NAME, a deckhand on`."""
        for one in self._named(full):
            match = _IS_A.match(self.narrative, one.party_end or one.end, self._line_of(one.start)[1])
            if match:
                return match.group(1)
        return ""

    def _title_said(self, full: str | None) -> str:
        """The title that quoted words give to a person, or a sentence behind the name: `She is the TITLE.`"""
        for one in self._named(full):
            low, high = self._line_of(one.start)
            label = self.mentions.text[one.end : high].lstrip().startswith(":")
            chair = _HOLDS.match(self.narrative, one.party_end or one.end, high)
            title = chair.group(1) if chair else ""
            title = title if title or label or one.legislator else self.quoted.phrase(one, low, high).title
            if " " in title:
                return title
            is_a = _SHE_IS.match(self.mentions.text, one.end) or _NAME_IS.match(self.mentions.text, one.end)
            title = self.quoted.title_at(is_a.end(), self._line_of(is_a.end())[1])[0] if is_a else ""
            if names_role(title):
                return title
        return ""

    def _counted(self) -> None:
        """Take whom the release quotes, each with a title, behind words on `the witnesses`."""
        counted = False
        for paragraph in self.layout:
            if counted and (paragraph.residue or paragraph.heading or _OTHER_PART.match(paragraph.text)):
                break
            starts = sentence_starts(self.narrative, paragraph.start, paragraph.end)
            for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
                if counted:
                    self._quoted_one(low, high)
                counted = counted or self._counts(low, high)

    def _counts(self, low: int, high: int) -> bool:
        """Whether a sentence speaks of the witnesses before any of them is named."""
        if not _COUNTED.search(self.narrative, low, high) or of_another_event(self.narrative, low, high):
            return False
        named = (one for draft in self.drafts for one in self._named(draft.name))
        return not any(one.start < low and not self._is_member(one) for one in named)

    def _quoted_one(self, low: int, high: int) -> None:
        words = self.narrative[low:high]
        if NOT_AS_WITNESS.search(words) or _FOR_A_BILL.search(words):
            return
        phrases = self.phrases.within(low, high)
        reduced = self._reduced(phrases, low, high)
        for number in sorted({number for one in _SPEAKING for number in numbers(one, reduced)}):
            if phrases[number].title or phrases[number].organization:
                self._show(phrases[number], sure=False)

    def _introductions(self) -> None:
        """Take whom an opening statement introduces, a paragraph or a sentence for each."""
        text, left = self.mentions.text, 0
        for paragraph in self.layout:
            starts = sentence_starts(text, paragraph.start, paragraph.end)
            for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
                begins = _INTRODUCES.search(text, low, high) if self._is_spoken(low) else None
                shown = self._introduced_one(low, high) if left else None
                if shown:
                    self._take([shown])
                shown = shown if shown and (shown.title or shown.organization) else None
                within = low > starts[0] or left == _MOST
                left = _MOST if begins or shown else max(left - (1 if within else _PARAGRAPH), 0)

    def _introduced_one(self, low: int, high: int) -> Draft | None:
        """The person with whom a sentence of an introduction begins, behind words such as `next, we have`."""
        text = self.mentions.text
        at = _LEAD.match(text, low, high).end()
        tail = _TAIL.search(text, at, high)
        end = tail.start() if tail else high
        named = [one for one in self.quoted.named(at, end) if names_somebody(one.name) and not self._is_member(one)]
        if not named:
            return None
        phrase = self.quoted.phrase(named[0], at, end)
        if text[at : phrase.start].strip(" “\"'").casefold() not in ("", "the", "our", "a", "an"):
            return None
        of = None if phrase.title or phrase.organization else _OF_WHERE.match(text, phrase.end, high)
        title = phrase.title or ("" if phrase.organization or of else self._title_in_speech(phrase, high))
        organization = of[1] if of else phrase.organization
        if at == low and not (title or organization or phrase.honorific):
            return None
        return Draft(phrase.mention.name, phrase.honorific, title.rstrip("."), organization)

    def _title_in_speech(self, phrase: Phrase, high: int) -> str:
        is_a = re.compile(
            r"\s(?:is(?:\s(?:also\s)?(?:here|with\sus|joining\sus|before\sus|testifying)(?:\stoday)?\sas)?|serves\sas|(?:is\s)?here\sas"
            r"|has\s(?:been|served\sas|worked\sas)|works\sas)\s(?:the|an?|our)\s"
        ).match(self.mentions.text, phrase.end, high)
        return self.quoted.title_at(is_a.end(), high)[0] if is_a else ""

    def _is_spoken(self, at: int) -> bool:
        """Whether words are quoted, or stand in a release that is a statement as a whole: nobody else says `our`."""
        line = self.narrative.find("\n", at)
        return BLANK in self.narrative[at : line if line >= 0 else None] or bool(
            re.search(r"\b(?:I|I[’']d|my|our|we)\b", self.mentions.text[at : at + 160])
        )
