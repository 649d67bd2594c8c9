"""Which people of a sentence it shows before the committee: by what is said of them, or by what was done to them."""

import re
from collections.abc import Collection, Iterator
from itertools import islice, takewhile

from hearings.importing.releases.events.sentences import of_another_event
from hearings.importing.releases.layout import BLANK, Paragraph, sentence_starts
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.person_phrases import Phrase
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.people.role_patterns import (
    BESIDE_HEARING,
    CLAUSE,
    DEAD,
    ELSEWHERE,
    ENVOY,
    ENVOY_OF,
    FIRST_PERSON,
    FORMER,
    HEAD_OF_STATE,
    HEADS_A_BODY,
    HEARING,
    HEARING_OF_HER,
    HER_NOMINATION,
    IN_THE_HEARING,
    IS_TITLE,
    MEMBER_TESTIFIES,
    NEAR_HEARING,
    NOMINATION_HEARING,
    NOMINEE,
    NOT_AS_WITNESS,
    OF_A_STATE,
    OF_A_STATE_BEHIND,
    OPENS,
    SAID_ELSEWHERE,
    SAYS,
    SITTING,
    SURE,
    TELLS,
    THEN,
    TOLD_THAT,
    WITNESSES,
)
from hearings.importing.releases.people.spoken_patterns import SPOKEN, THE_WITNESS, TO_SPEAK
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.lines import WitnessLines
from hearings.importing.releases.witnesses.posts import BECOMES, Posts
from hearings.importing.texts.lexicon import LEGISLATOR_WORDS

_FAR = 8  # sentences behind one that speaks of the hearing
_MOST_OF_A_SENTENCE = 60  # more people than any sentence names: a list, which is read as such
_BRACKETED_CLAUSE = re.compile(r"\s\(wh(?:o|ose|ich)\s[^()\x02\x04]{3,200}\)")
# Who only comes along: `NAME, accompanied by interpreter NAME, testified`.
_ACCOMPANIED = re.compile(r",?\saccompanied\sby\s[^,;.]{3,120}(?:,|$)")
# What a sentence says beside of a member of Congress was not done in the hearing, where it says when: `last May`.
_OF_MEMBER = re.compile(
    r"\x04,?\swho\s[^,;\x04]{3,160}\b(?:in|at|during)\san?\s(?:\w+\s){0,3}(?:meeting|letter|call|visit|interview|speech)\b[^,;]{0,60}(?=,)"
)
# Whose nomination is past: `NAME, who had been nominated by President NAME`.
_NO_MORE = re.compile(r",?\swho\s(?:had\sbeen|(?:was|were)\s(?:previously|once|earlier|formerly))\s")
_NOMINATION_OF = re.compile(r"\bnominations?\s{1,9}of\s{1,9}(?:the\s{1,9})?$", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"\b([A-Z]|Dr|Mr|Ms|Mrs|Sen|Rep|Gov|Gen|Lt|St|Inc|Co|Corp|Jr|Sr|No|Ltd)\.(?=[A-Z,]|\s[\w\x02\x04])"
)
# Others who are not named: `NAME, director, and two former deckhands | told the committee`.
_AND_MORE = re.compile(
    r"(?<=\x03),?\sand\s(?:another|two|three|four|five|several|other|many|some)\s(?:[a-z-]{2,20}\s){0,3}?[a-z-]{2,20}"
    r"(?=\s(?:told|said|testified|spoke|appeared|warned|[a-z]{3,12}ed)\b)"
)
MEMBERS = LEGISLATOR_WORDS | {"chair", "chairman", "chairwoman", "ranking", "cochair", "cochairman"}


class WitnessRoles(WitnessLines):
    """Finds witnesses by what the sentences of a release say of its people."""

    def __init__(self, narrative: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> None:
        super().__init__(narrative, layout, mentions, people)
        self.posts = Posts(self.quoted, self._full_name)
        self._nominees: dict[str | None, bool] = {}
        self._of_states: dict[str | None, bool] = {}
        self._near = False
        self._since = _FAR

    def _roles(self, paragraph: Paragraph, *, dialogue: bool) -> None:
        """Take everybody whom the sentences of a paragraph show before the committee."""
        starts = sentence_starts(self.narrative, paragraph.start, paragraph.end)
        before, witnesses, shown = dialogue or self._near, False, False
        for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
            words = _ACCOMPANIED.sub("", _BRACKETED_CLAUSE.sub("", self.narrative[low:high]))
            here = bool(HEARING.search(words))
            if not (
                THEN.match(words)
                or ELSEWHERE.search(TOLD_THAT.sub("", CLAUSE.sub("", words)))
                or NOT_AS_WITNESS.search(words)
                or of_another_event(self.narrative, low, high)
            ):
                near = here or before or shown or "\ufffc" in words
                shown = self._roles_in(low, high, near=near, witnesses=witnesses)
            self._near = here
            self._since = 0 if here else self._since + 1
            before, witnesses = here or dialogue, bool(WITNESSES.search(words))

    def _roles_in(self, low: int, high: int, *, near: bool, witnesses: bool) -> bool:
        """Take whom a sentence shows before the committee; whether it shows anybody."""
        phrases = self.phrases.within(low, high)
        if not phrases or len(phrases) > _MOST_OF_A_SENTENCE:
            return False
        words, sentence = _OF_MEMBER.sub("\x04", self._reduced(phrases, low, high)), self.narrative[low:high]
        patterns = [*SURE, *(TELLS if near or self._since < _FAR else ()), *(NEAR_HEARING if near else ())]
        patterns += [OPENS] if witnesses else []
        patterns = [one for one in patterns if one not in NEAR_HEARING] if BESIDE_HEARING.search(sentence) else patterns
        patterns += IN_THE_HEARING if SITTING.search(sentence) else ()
        sure = {number for pattern in SURE for number in numbers(pattern, words)}
        about = near or self._since < _FAR
        told = {number for pattern in TELLS for number in numbers(pattern, words)} if about else set()
        found = {number for pattern in patterns for number in numbers(pattern, words)}
        said = () if not about or SAID_ELSEWHERE.search(sentence) else SAYS
        says = {number for pattern in said for number in numbers(pattern, words)}
        found |= {number for number in says if " " in phrases[number].title}
        for number in sorted(found):
            self._show(phrases[number], sure=number in sure, bare=number in told)
        members = [one for one in phrases if self._is_member(one.mention)]
        for match in MEMBER_TESTIFIES.finditer(words):
            first = words.count("\x04", 0, match.start())
            for one in members[first : first + match.group().count("\x04")]:
                office = one.behind if HEADS_A_BODY.match(one.behind) else self._heads_a_body(self._full(one))
                self._take([Draft(self._full(one) or one.mention.name, one.honorific, office)])
        if self.nominations or NOMINATION_HEARING.search(sentence):
            full = [one for one in phrases if self._may_testify(one)]
            for one in full:
                self._nominated(one, low, high, alone=len(full) == 1)
        return bool(found)

    def _spoken(self, paragraph: Paragraph) -> None:
        """Take whom quoted words say to testify: `I look forward to the testimony of NAME`."""
        text = self.mentions.text
        starts = sentence_starts(text, paragraph.start, paragraph.end)
        spoken = FIRST_PERSON.search(self.narrative, paragraph.start, paragraph.end)
        for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
            if not (spoken or BLANK in self.narrative[low:high]) or not TO_SPEAK.search(text, low, high):
                continue
            phrases = self.quoted.within(low, high)
            words = self._reduced(phrases, low, high, text)
            named = set(numbers(THE_WITNESS, words))
            for number in sorted({number for pattern in SPOKEN for number in numbers(pattern, words)}):
                self._show(phrases[number], sure=False, bare=number in named)

    def _reduced(
        self, phrases: list[Phrase], low: int, high: int, text: str = "", signs: Collection[int] | None = None
    ) -> str:
        """The sentence with signs for its people; `signs` are the numbers of those who may testify."""
        text = text or self.narrative
        pieces, at = [], low
        for number, one in enumerate(phrases):
            shown = self._may_testify(one) if signs is None else number in signs
            sign = f"\x02{number}\x03" if shown else "\x04" if self._is_member(one.mention) else None
            if sign:
                pieces += [text[at : one.start], sign]
                at = one.stop
        reduced = _BRACKETED_CLAUSE.sub("", " ".join("".join([*pieces, text[at:high]]).split()))
        return _ABBREVIATED.sub(r"\1", _AND_MORE.sub("", _ACCOMPANIED.sub("", reduced)))

    def _is_member(self, one: Mention) -> bool:
        """Whether somebody is a member of Congress, here or elsewhere in the release."""
        if FORMER.search(self.narrative, max(one.name_start - 60, 0), one.name_start):
            return False
        if self._is_nominated(one) or self._is_of_state(one):
            return False
        if self._is_envoy(one) or one.legislator:
            return one.legislator and not self._is_envoy(one) and not self._is_nominated(one)
        full = self.people.resolve(one.name, one.titles).full
        if full not in self._members:
            self._members[full] = self._named_as_member(full)
        return self._members[full]

    def _named_as_member(self, full: str | None) -> bool:
        person = self.people.find(full) if full else None
        named = list(self._named(full))
        members = [other for other in named if not self._is_envoy(other)]
        held = person.titles & MEMBERS if person and len(members) == len(named) else set()
        officer = bool(person and person.titles & {"general", "admiral"})
        return any(other.legislator for other in members) or bool(held and not officer)

    def _is_nominated(self, one: Mention) -> bool:
        """Whether a member of Congress is before a committee as a nominee: `the nominee to lead X, Senator NAME`."""
        full = self.people.resolve(one.name, one.titles).full
        if full not in self._nominees:
            self._nominees[full] = False
            said = (other for other in self._named(full) if not self._heads(other))
            titles = (self.phrases.phrase(other, *self._line_of(other.start)).title for other in said)
            self._nominees[full] = any(map(NOMINEE.search, titles)) or any(map(self._of_nomination, self._named(full)))
        return self._nominees[full]

    def _of_nomination(self, one: Mention) -> bool:
        """Whether words name the post for which somebody is nominated: `the nomination of NAME to be`."""
        before = _NOMINATION_OF.search(self.narrative, max(one.start - 40, 0), one.start)
        return bool(before and BECOMES.match(self.narrative, one.party_end or one.end))

    def _is_of_state(self, one: Mention) -> bool:
        """Whether a senator or representative is one of a state, as this or another mention of the release says."""
        full = self.people.resolve(one.name, one.titles).full
        if full not in self._of_states:
            self._of_states[full] = any(
                OF_A_STATE.search(self.narrative, max(other.name_start - 60, 0), other.name_start)
                or OF_A_STATE_BEHIND.match(self.narrative, other.end)
                for other in (*self._named(full), one)
            )
        return self._of_states[full]

    def _is_envoy(self, one: Mention) -> bool:
        """Whether `Representative` is not a member's: `U.S. Trade Representative NAME`."""
        chairs = MEMBERS & set(one.titles) - LEGISLATOR_WORDS and ENVOY_OF.match(self.narrative, one.end)
        return bool(chairs or ENVOY.search(self.narrative, max(one.name_start - 60, 0), one.name_start))

    def _may_testify(self, one: Phrase) -> bool:
        full = self._full(one)
        gone = DEAD.match(self.narrative, one.end) or DEAD.match(self.narrative, one.stop)
        if gone or HEAD_OF_STATE.fullmatch(one.before) or self._only_in_headline(one, full):
            return False
        return bool(full) and names_somebody(full) and not self._is_member(one.mention)

    def _only_in_headline(self, one: Phrase, full: str | None) -> bool:
        """Whether capitals are named nowhere but in the headline, where every word has one."""
        return self._heads(one.mention) and len(list(self._named(full))) < 2 and len(self.layout) > 1

    def _heads(self, one: Mention) -> bool:
        """Whether somebody is named in the headline or the one below it, where every word has a capital."""
        top = takewhile(_heads_text, islice((line for line in self.layout if not line.header), 3))
        return any(line.start <= one.start < line.end for line in top)

    def _full(self, one: Phrase) -> str | None:
        return one.mention.name if one.mention.words > 1 else self._full_name(one.mention)

    def _full_name(self, one: Mention) -> str | None:
        return self.people.resolve(one.name, one.titles).full

    def _show(self, one: Phrase, *, sure: bool, bare: bool = False) -> None:
        """Take a person; where the words only suggest it, with a title or a form of address alone, unless `bare`."""
        full = self._full(one)
        title = one.title
        if " " not in title and not one.organization:
            elsewhere = self._title_elsewhere(full)
            longer = title.casefold() in elsewhere.casefold() and elsewhere != f"{title}s"
            title = elsewhere if longer else title
        if full and (sure or bare or title or one.honorific or one.organization):
            before = len(self.drafts)
            self._take([Draft(full, one.honorific, title, one.organization)])
            if sure:
                self.suggested.pop(full, None)
            elif len(self.drafts) > before:
                self.suggested[full] = None

    def _heads_a_body(self, full: str | None) -> str:
        """The office that a sentence of its own gives a member of Congress: `NAME is chairman of the Committee.`"""
        for one in self._named(full):
            match = IS_TITLE.match(self.narrative, one.end, self._line_of(one.start)[1])
            if match and HEADS_A_BODY.match(match[1].capitalize()):
                return match[1]
        return ""

    def _nominated(self, one: Phrase, low: int, high: int, *, alone: bool) -> None:
        """Take a nominee, at a hearing on nominations."""
        full = self._full(one)
        if _NO_MORE.match(self.narrative, one.mention.party_end or one.mention.end):
            return
        title = re.sub(r"^nominees\b", "nominee", one.title) if NOMINEE.search(one.title) else ""
        of_her = HER_NOMINATION.search(self.narrative, low, high) if alone else None
        post, elsewhere = self.posts.of(self._full_name(one.mention)), self._title_elsewhere(full)
        if of_her and not post:
            post = f"nominee to be {of_her.group(1)}"
        asked = of_her or self.posts.named_for(one.mention)
        to_be = NOMINEE.search(elsewhere) and BECOMES.match(self.narrative, one.end, high)
        if title or asked or to_be or HEARING_OF_HER.search(self.narrative, low, one.start):
            known = elsewhere if NOMINEE.search(elsewhere) else post
            self._take([Draft(full, one.honorific, title or known or elsewhere)])

    def _title_elsewhere(self, full: str | None) -> str:
        """The title that another sentence gives to a person, or `NAME is the TITLE`; empty where none does."""
        if full not in self._titles:
            self._titles[full] = self._find_title(full)
        return self._titles[full]

    def _find_title(self, full: str | None) -> str:
        said = []
        for one in sorted(self._named(full), key=self._heads):
            title = self.phrases.phrase(one, *self._line_of(one.start)).title
            if " " in title and not title.endswith((" native", " resident")):
                return title
            said += [title] if title else []
        for one in self._named(full):
            match = IS_TITLE.match(self.narrative, one.party_end or one.end, self._line_of(one.start)[1])
            title, _ = self.phrases.title_at(match.start(1), match.end(1)) if match else ("", 0)
            if title:
                return title
        return self.posts.of(self.people.resolve(full).full if full else None) or next(iter(said), "")

    def _named(self, full: str | None) -> Iterator[Mention]:
        if self._mentions_of is None:
            self._mentions_of = {}
            for one in self.mentions.all:
                self._mentions_of.setdefault(self.people.resolve(one.name, one.titles).full, []).append(one)
        wanted = self.people.resolve(full).full if full else None
        yield from self._mentions_of.get(wanted, ()) if wanted else ()

    def _line_of(self, position: int) -> tuple[int, int]:
        low = self.narrative.rfind("\n", 0, position) + 1
        end = self.narrative.find("\n", position)
        end = len(self.narrative) if end < 0 else end
        low, end = max(low, position - 400), min(end, position + 500)
        starts = [*(one for one in sentence_starts(self.narrative, low, end)), end]
        return max(one for one in starts if one <= position), min(one for one in starts if one > position)


def _heads_text(line: Paragraph) -> bool:
    """Whether a line at the top of a release is no sentence."""
    return not line.text.endswith((".", ":", "”", '"'))


def numbers(pattern: re.Pattern[str], words: str) -> Iterator[int]:
    """Which people of a sentence a pattern finds, by their numbers."""
    for match in pattern.finditer(words):
        yield from map(int, re.findall("\x02(\\d+)\x03", match.group("who")))
