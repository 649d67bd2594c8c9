"""Who gave testimony: the witness lists of a release, and people whom its sentences show before the committee."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from hearings.importing.releases.events.sentences import of_another_event
from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.given_names import of_name
from hearings.importing.releases.people.role_patterns import ELSEWHERE
from hearings.importing.releases.reading import WitnessReading
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.greetings import WitnessGreetings
from hearings.importing.releases.witnesses.roles import MEMBERS
from hearings.importing.releases.witnesses.spanish import in_spanish, spanish_list

_OWN_TESTIMONY = re.compile(
    r"[’'‘]s?\s{1,9}(?:\w{4,12}\s{1,9}){0,2}testimony\s{1,9}(?:\w{5,9}\s{1,9})?(?:before|to)\s{1,9}(?:the|his|her)\s[^.;“”\"\n]{0,80}?(?:sub)?committee\b",
    re.IGNORECASE,
)
_IS_A = re.compile(r",\s{1,9}((?:an?|the)\s{1,9}[a-z][^,;.“”\"\n]{3,90}),")
_CALLED = re.compile(
    r"\b(?:featured|featuring|included|including|introduced|invited|welcomed)\s{1,9}(?:an?\s|the\s)?((?:[a-z][\w’'-]{0,20}\s){1,5}?"
    r"[a-z][\w’'-]{0,20}),?\s{1,9}$"
)
_AS_WITNESS = re.compile(
    r"[^.;“”\"\n]*?\b(?:as\sa\switness|was\s(?:a|one\sof\s(?:the\s)?(?:\w{2,8}\s)?|the\s(?:first|only|final|last|second|third)\s)witness(?:es)?)\b"
    r"|,\s{1,9}(?:who\s{1,9}is\s{1,9})?(?:one|two|another)\s{1,9}of\s{1,9}(?:our|the|today[’']s)\s{1,9}(?:\w{2,12}\s{1,9}){0,2}(?:witnesses|panelists)\b"
)
# The heading of what lies behind a release, where nothing is of the hearing but what says so.
_BACKGROUND = re.compile(r"\W{0,4}background\W{0,4}", re.IGNORECASE)
_OF_THIS_ONE = re.compile(
    r"\b(?:today|yesterday|this|[Tt]he)\b(?:[’']s)?\s(?:[\w-]{1,20}\s){0,4}hearing\b|\b[Ww]itness|“"
)
_LABELLED = re.compile(r"[“\"]|[^.\n]{3,200}?:\s{1,9}[“\"]|.{0,12}$")
_APART = 200
_ASKS = re.compile(r"\?[”\"’']{1,2}$")
_OF_HEARING = re.compile(
    r"\b(?:hearing|witness|exchange|question|testi|panel|transcript|highlight|remarks)", re.IGNORECASE
)


class WitnessFinder(WitnessGreetings):
    """Finds the witnesses of one release."""

    def find(self, answering: Iterable[str] = (), invited: Iterable[str] = ()) -> list[WitnessReading]:
        """Every witness once, in order of appearance; lists first, then people named one by one, then `answering`:

        people who speak in a transcript of the hearing; members of Congress among them are passed over,
        but not among the `invited`, who thank the committee for being heard.
        """
        answering = list(dict.fromkeys(answering))
        body = [one for one in self.layout if not one.header]
        for paragraph in body:
            self._run_in(paragraph)
            self._sentence_lists(paragraph)
        self._lines()
        behind = False
        for paragraph in body:
            behind = behind or bool(_BACKGROUND.fullmatch(paragraph.text))
            if not behind or _OF_THIS_ONE.search(paragraph.text):
                self._singles(paragraph)
                self._roles(paragraph, dialogue=bool(answering))
            self._welcomed(paragraph)
            self._spoken(paragraph)
            self._addressed(paragraph)
            self._greeted(paragraph)
        self._introductions()
        self._counted()
        members = {
            self.people.resolve(one.name, one.titles).full
            for one in self.mentions.all
            if one.legislator and self._is_member(one)
        }
        for full in answering:
            person = self.people.find(full)
            if not person or not names_somebody(full) or self._supports(full):
                continue
            if not self._named_as_member(full) and full not in members:
                self._take([self._introduction(full)])
                self.suggested.pop(full, None)
        for full in invited:
            person = self.people.find(full)
            member = full in members or bool(person and person.titles & MEMBERS)
            self._take([Draft(full, None) if member else self._introduction(full)])
        for draft in self.drafts:
            self._complete(draft)
        return [self._finish(draft) for draft in self.drafts if not self._named_in_full(draft)]

    def _named_in_full(self, draft: Draft) -> bool:
        """Whether somebody is another witness, too, under a longer form of the given name: `Lucia` and `Lucy`.

        Both have one surname and one title, and no sentence and no list names the two.
        """
        for other in (one for one in self.drafts if len(one.name) > len(draft.name)):
            (first, *_, last), (given, *_, surname) = draft.name.split() * 2, other.name.split() * 2
            alike = last == surname and first[:3] == given[:3] and of_name(first) in (None, of_name(given))
            if not alike or not draft.title or draft.title.casefold() != other.title.casefold():
                continue
            places, others = ([one.start for one in self._named(who.name)] for who in (draft, other))
            if all(abs(one - another) > _APART for one in places for another in others):
                return True
        return False

    def _supports(self, full: str) -> bool:
        """Whether somebody only stands in a list of words for a bill: once, below a line that speaks of no hearing.

        A list of such words asks nothing: what stands below a question is an answer.
        """
        named = list(self._named(full))
        at = bisect_left(self.layout, named[0].start, key=attrgetter("start")) - 1 if len(named) == 1 else -1
        while at >= 0 and (self.layout[at].end >= named[0].start or self._is_turn(self.layout[at])):
            words = self.layout[at].text
            if _ASKS.search(words) or (words.endswith("?") and self._is_turn(self.layout[at])):
                return False
            at -= 1
        return at >= 0 and not _OF_HEARING.search(self.layout[at].text)

    def _is_turn(self, line: Paragraph) -> bool:
        """Whether a line is what somebody says, or the name and the office above it."""
        label = self.mentions.label_at(line.start, line.end)
        heads = label and label.start == line.start and (line.text.endswith(":") or self.narrative[label.end] == ":")
        return bool(_LABELLED.match(line.text) or heads)

    def doubt(self) -> str | None:
        """A warning for who is a witness only because of what is said of them near the hearing."""
        if not self.suggested:
            return None
        names = ", ".join(self.suggested)
        return f"{names}: asked, answered or introduced, and not plainly said to have testified. Take whoever did."

    def _singles(self, paragraph: Paragraph) -> None:
        starts = sentence_starts(self.narrative, paragraph.start, paragraph.end)
        for low, high in zip(starts, [*starts[1:], paragraph.end], strict=True):
            if not (ELSEWHERE.search(self.narrative, low, high) or of_another_event(self.narrative, low, high)):
                self._in_spanish(low, high)
                self._introduced(low, high)

    def _in_spanish(self, low: int, high: int) -> None:
        people = spanish_list(self.narrative[low:high])
        self._take(people)
        if people:
            return
        named = [one for one in self._people_named(low, high) if not self._is_member(one)]
        for one, title in in_spanish(self.narrative, low, high, named):
            self._take([Draft(one.name, None, title)])

    def _introduced(self, low: int, high: int) -> None:
        for one in self.mentions.within(low, high):
            own = one.possessive and _OWN_TESTIMONY.match(self.narrative, one.end, high) and not self._is_member(one)
            full = self.people.resolve(one.name, one.titles).full if own else None
            self._take([self._introduction(full)] if full else [])
            if {"witness", "panelist"} & set(one.titles) or _AS_WITNESS.match(
                self.narrative, one.end, min(one.end + 140, high)
            ):
                is_a = _IS_A.match(self.narrative, one.party_end or one.end, high)
                called = _CALLED.search(self.narrative, max(low, one.start - 120), one.start)
                full = one.name if one.words > 1 else self.people.resolve(one.name, one.titles).full
                shown = (
                    [Draft(full, None, (called or is_a)[1] if called or is_a else self._title_elsewhere(full))]
                    if full
                    else []
                )
                self._take([one for one in shown if names_somebody(one.name)])

    def _introduction(self, full: str) -> Draft:
        """A person with the title that the release gives somewhere."""
        return Draft(full, None, self._title_elsewhere(full))
