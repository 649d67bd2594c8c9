"""Whom the words of an attribution mean: a name, a pronoun, or a description such as "the senator"."""

import re

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.releases.people.sexes import Sexes
from hearings.importing.releases.speech import announcing
from hearings.importing.releases.speech.attribution import Attribution
from hearings.importing.releases.speech.descriptions import GOES_ON, Descriptions, is_met
from hearings.importing.releases.speech.statements import Last
from hearings.importing.releases.speech.subjects import DATELINE
from hearings.importing.releases.speech.topics import ITEM, Topics

_ASKS_HIM = re.compile(r"\s(?:\w{2,20}ly\s)?(?:asked|pressed|questioned|told|reminded|thanked)\s(?:him|her|them)\b")
_ASKED_BY = re.compile(
    r"\b(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged|[Pp]rompted|[Gg]rilled|[Uu]rged)(?:\s\w{2,12}){0,2}\sby\s(?:the\s)?$"
)
_NAMELESS = re.compile(
    r"(?:[^,.]{1,60},\s)?(?:the|an?|one|another)\s(?:[\w’'.-]{1,30}\s){0,7}?(?:judge|justice|official|officer|agent|attorney|"
    r"inspector|doctor|nurse|teacher|man|woman|mother|father|widow|parent|prosecutor|expert|scientist|author|reporter|"
    r"contractor|employee|veteran|resident|constituent|spokes(?:man|woman|person)|whistleblower|economist|engineer)\s",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"(?:In|At|During|After|Before|Following|While|When|With|As|On|By|For|From|Throughout|Later|Earlier|Asked|Pressed"
    r"|Questioned|Speaking|Responding|Citing|Noting|Though|Although|Also|Meanwhile|Then)\b[^,.;]{0,160},\s{1,9}"
    r"|(?i:(?:photo|video|image|picture|watch|pictured)(?:\scaption)?|caption)\s?:\s{1,3}"
)
# A person about whom words are, before the pronoun that says who speaks: `On NAME, he continued`.
_TOPIC = re.compile(
    r"(?:^|[.!?”\"]\s{1,3}|\n\s{0,4})(?:On|About|Regarding|Concerning|Of"
    r"|(?:Asked|Speaking|Talking|Pressed) (?:about|of|on)|Turning to)\s[^,.;:“”\"\n]{1,120},\s$"
)
_ANSWERS = re.compile(r"\b(?:respond(?:ed|s)|repli(?:ed|es)|answer(?:ed|s)|shot\s{1,9}back|retorted)\b")
_BESIDE_OFFICE = re.compile(r",?\s{1,9}(?:on\s(?:the|that)\s\w{1,20},\s)?(?=[A-Z])")
_LIKE_A_PERSON = re.compile(
    r",\s{1,9}(?:who|whose|whom)\b|\s{1,9}of\s{1,9}[A-Z][\w’'-]{1,30},\s{1,9}(?:who|whose|an?)\b"
)
_FEW = 3

NOBODY = "nobody is named as its speaker"


class Referring:
    """Resolves the labels of one release to its people."""

    def __init__(self, text: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> None:
        self.text, self.layout, self.mentions, self.people = text, layout, mentions, people
        self.sexes = Sexes(mentions, people)
        self.descriptions = Descriptions(text, layout, mentions, people, self.sexes)
        self.topics = Topics(text, layout, mentions, people)

    def resolve(self, found: Attribution | None, passage: Passage, last: Last | None) -> Resolution:
        """Who is meant by the label of an attribution; `last` is the statement before, which pronouns go back to."""
        if not found:
            return Resolution(None, 0.3, NOBODY)
        if not found.label:
            return Resolution(None, 0.3, found.why_not or NOBODY)
        if found.label.kind == "name" and found.label.mention:
            who = self.people.resolve(found.label.mention.name, found.label.mention.titles)
            lettered = None if who.full or found.place != "before: NAME:" else self.people.labelled(found.label.text)
            return lettered or who
        if found.label.kind == "pronoun":
            return self._pronoun(found.label, passage, last)
        return self.descriptions.just_named(found.label, passage, last) or self.descriptions.resolve(
            found.label, passage, last
        )

    def answers(self, label: Label, passage: Passage) -> bool:
        """Whether a pronoun is said to answer (`he replied`), so that it is not who spoke before."""
        words = self.text[passage.outer_end : label.end + 24]
        return label.kind == "pronoun" and bool(_ANSWERS.search(words)) and not GOES_ON.search(words)

    def turns_away(self, label: Label, passage: Passage, last: Last | None) -> bool:
        """Whether a pronoun cannot mean who spoke before, or fits better whom those words were said to."""
        known = last.resolution.full if last else None
        if not last or not known:
            return False
        if self.sexes.conflicts(label.text, known):
            return True
        told = last.addressed.full if last.addressed else None
        if not told or self.sexes.conflicts(label.text, told) or self._says_on(label, passage):
            return False
        if self._says_answer(label, passage):
            return True
        better = last.asks or self.sexes.fits(label.text, told)
        return better and not self.sexes.fits(label.text, known)

    def _says_on(self, label: Label, passage: Passage) -> bool:
        """Whether the verb of a pronoun goes on with what was said (`he added`)."""
        return bool(
            GOES_ON.search(
                self.text, passage.outer_end if label.start >= passage.outer_end else label.start, label.end + 24
            )
        )

    def _says_answer(self, label: Label, passage: Passage) -> bool:
        """Whether the verb of a pronoun answers what was said (`he replied`)."""
        low = passage.outer_end if label.start >= passage.outer_end else label.start
        return bool(_ANSWERS.search(self.text, low, label.end + 24))

    def _pronoun(self, label: Label, passage: Passage, last: Last | None) -> Resolution:
        start = self.layout[passage.paragraph].start
        here = last is not None and last.tail >= start
        start = max(start, last.tail if last and not last.others else 0, label.start - 1500)
        named = [
            one
            for one in self.mentions.within(start, label.start)
            if (one.end <= passage.outer_start or one.start >= passage.outer_end)
        ]
        people = [
            one
            for one in named
            if not one.possessive
            and not self.topics.is_thing(one)
            and (one.titles or self.people.resolve(one.name).full)
            and not _ASKS_HIM.match(self.text, one.party_end or one.end, label.start)
            and not _ASKED_BY.search(self.text, max(start, one.start - 60), one.start)
            and not _TOPIC.search(self.text[max(one.start - 160, start) : label.start])
        ]
        if people and self._nameless(people[-1].end, label.start):
            return Resolution(None, 0.3, f"“{label.text}” may mean somebody who is not named")
        listed = None if people else self._listed(label, passage)
        if listed:
            return listed
        above = None if people or named else self._opens_above(label, passage, last)
        if above:
            return above
        told = (
            not people and start < passage.outer_start and self._begins_with(label, passage, start, passage.outer_start)
        )
        if told:
            return Resolution(told, 0.6, f"“{label.text}” is taken for whom the sentence before begins with")
        near = last and (last.paragraph >= passage.paragraph - 1 or self._continues(label, passage, last))
        if not people and last and (here or near):
            return self._goes_back(label, passage, last, named)
        return self._named_just_before(label, passage, start, people)

    def _listed(self, label: Label, passage: Passage) -> Resolution | None:
        """Whom the item above begins with, where this one has the pronoun there: `Rope: NAME ...`, `Twine: He ...`."""
        here, above = self.layout[passage.paragraph], self.layout[max(passage.paragraph - 1, 0)]
        items = [ITEM.match(self.text, one.words_start, one.end) for one in (here, above)]
        first = self.mentions.label_at(items[0].end(), here.end) if all(items) else None
        if not first or first.text.casefold() != label.text.casefold():
            return None
        opening = self.mentions.label_at(items[1].end(), above.end)
        one = opening.mention if opening and opening.start == items[1].end() else None
        full = self.people.resolve(one.name, one.titles).full if one and not one.possessive else None
        why = f"“{label.text}” is taken for whom the item above begins with"
        return Resolution(full, 0.55, why) if full and not self.sexes.conflicts(label.text, full) else None

    def _opens_above(self, label: Label, passage: Passage, last: Last | None) -> Resolution | None:
        """Whom the last sentence of the paragraph above begins with, where a pronoun there goes on in the next one."""
        above = self.layout[passage.paragraph - 1] if passage.paragraph else None
        begins = self.layout[passage.paragraph].words_start
        answers = _ANSWERS.search(self.text, label.end, passage.outer_start)
        if not above or begins not in (passage.outer_start, label.start) or answers:
            return None
        start = sentence_starts(self.text, above.start, above.end)[-1]
        if last and last.tail > start:
            return None
        full = self._begins_with(label, passage, above.start, above.end)
        return (
            Resolution(full, 0.6, f"“{label.text}” is taken for whom the sentence above begins with") if full else None
        )

    def _begins_with(self, label: Label, passage: Passage, low: int, stop: int) -> str | None:
        """Whom the last sentence of `text[low:stop]` is about, who can be meant by a pronoun behind it.

        It begins with that person, maybe behind words such as `In her statement,`, and names nobody else whom the
        pronoun could mean.
        """
        stop = low + len(self.text[low:stop].rstrip())
        start = sentence_starts(self.text, low, stop)[-1]
        lead = _LEAD_IN.match(self.text, start, stop) or DATELINE.match(self.text, start, stop)
        start = lead.end() if lead else start
        opening = self.mentions.label_at(start, stop)
        if not opening or opening.kind == "pronoun" or (opening.mention and opening.mention.possessive):
            return None
        beside = _BESIDE_OFFICE.match(self.text, opening.end, stop) if opening.kind == "description" else None
        opening = (self.mentions.label_at(beside.end(), stop) if beside else None) or opening
        if opening.mention and self.topics.is_thing(opening.mention):
            return None
        if opening.mention:
            full = self.people.resolve(opening.mention.name, opening.mention.titles).full
        else:
            full = self.descriptions.resolve(opening, passage).full if opening.start == start else None
        person = self.people.find(full) if full else None
        if not full or " " not in full or self.sexes.conflicts(label.text, full) or (person and person.spoken_of):
            return None
        rivals = self._rivals(label.text, full, opening.end, stop)
        return full if not rivals or (self.sexes.fits(label.text, full) and len(rivals) < 2) else None

    def _rivals(self, pronoun: str, full: str | None, low: int, stop: int) -> set[str | None]:
        """Who else is named there whom a pronoun could mean."""
        met = [one for one in self.mentions.within(low, stop) if self._met(one) and not one.possessive]
        others = {self.people.resolve(one.name, one.titles).full for one in met} - {full}
        return {one for one in others if not self.sexes.conflicts(pronoun, one)}

    def _named_just_before(self, label: Label, passage: Passage, start: int, people: list[Mention]) -> Resolution:
        """The only person named before a pronoun, or whom the sentence before begins with."""
        strong = [one for one in people if one.titles or self._met(one) or self._like_a_person(one)]
        full = self._begins_with(label, passage, start, passage.outer_start)
        if full:
            only = {self.people.resolve(one.name, one.titles).full for one in strong or people} == {full}
            why = (
                "is the only person named just before" if only else "is taken for whom the sentence before begins with"
            )
            return Resolution(full, 0.75 if only else 0.6, f"“{label.text}” {why}")
        people = strong or people
        every = [self.people.resolve(one.name, one.titles) for one in people]
        choices = [one for one in every if not self.sexes.conflicts(label.text, one.full)]
        if len({one.full for one in choices}) == 1 and choices[0].full:
            return Resolution(choices[0].full, 0.75, f"“{label.text}” is the only person named just before")
        opening = announcing.sentence_before(self.text, passage, start, self.mentions)
        if (
            opening
            and opening.mention
            and not self.topics.is_thing(opening.mention)
            and (held := self.people.resolve(opening.mention.name, opening.mention.titles)).full
            and not self._rivals(label.text, held.full, opening.end, passage.outer_start)
            and not self.sexes.conflicts(label.text, held.full)
        ):
            return Resolution(held.full, 0.6, f"“{label.text}” is taken for whom the sentence before begins with")
        why = choices[0].reason if len(choices) == 1 and choices[0].reason else f"it is open whom “{label.text}” means"
        return Resolution(None, 0.3, why)

    def _goes_back(self, label: Label, passage: Passage, last: Last, named: list[Mention]) -> Resolution:
        """Whom a pronoun means before which nobody is named: the speaker before, or who answers that speaker."""
        known = last.resolution
        owners = {self.people.resolve(one.name, one.titles).full for one in named if one.possessive and self._met(one)}
        if owners - {known.full}:
            return Resolution(None, 0.3, f"“{label.text}” may mean {' or '.join(sorted(filter(None, owners)))}")
        goes_on, answers = self._says_on(label, passage), self._says_answer(label, passage)
        told = None if goes_on else self._told(label, passage, last, answers=answers)
        if told:
            return told
        if (last.asks or answers) and (answers or last.paragraph < passage.paragraph) and not goes_on:
            held = last.partner
            name = held.full if held else None
            why = f"“{label.text}” answers the question before" if name else f"it is open whom “{label.text}” means"
            return Resolution(name, 0.7 if name else 0.3, why)
        if self.sexes.conflicts(label.text, known.full):
            held = (
                None
                if goes_on and not self._is_second(label, passage)
                else self._other_above(label, passage, known.full)
            )
            if held:
                return Resolution(held, 0.6, f"“{label.text}” is taken for the other one of the exchange")
            return Resolution(None, 0.3, f"“{label.text}” does not fit the speaker before")
        reason = f"“{label.text}” continues the speaker before"
        sure = max(known.confidence, 0.65) if self.sexes.fits(label.text, known.full) else known.confidence
        return Resolution(known.full, min(sure, 0.85), reason if known.full else known.reason)

    def _told(self, label: Label, passage: Passage, last: Last, *, answers: bool) -> Resolution | None:
        """Whom a pronoun means behind words that are said to somebody: that one, where it cannot be the speaker."""
        held, known = last.addressed, last.resolution.full
        if not held or not held.full or self.sexes.conflicts(label.text, held.full):
            return None
        if answers or self.sexes.conflicts(label.text, known):
            return Resolution(held.full, 0.7, f"“{label.text}” is taken for whom the words before it are said to")
        if last.asks and last.paragraph == passage.paragraph:
            return Resolution(
                None, 0.3, f"“{label.text}” may mean {' or '.join(sorted(filter(None, (known, held.full))))}"
            )
        return None

    def _is_second(self, label: Label, passage: Passage) -> bool:
        """Whether a pronoun goes on with the one that begins its paragraph: `She stated ... She continued`."""
        opening = self.mentions.label_at(self.layout[passage.paragraph].start, label.start)
        return bool(opening) and opening.text == label.text

    def _other_above(self, label: Label, passage: Passage, known: str | None) -> str | None:
        """The only other person of the paragraph above, or else of the one above that, whom a pronoun can mean."""
        for number in range(passage.paragraph - 1, max(passage.paragraph - 3, -1), -1):
            above = self.layout[number]
            named = {
                self.people.resolve(one.name, one.titles).full for one in self.mentions.within(above.start, above.end)
            }
            people = [self.people.find(full) for full in named - {known, None}]
            others = {one.full for one in people if one and " " in one.full and one.strong}
            if others:
                meant = {one for one in others if not self.sexes.conflicts(label.text, one)}
                return meant.pop() if len(meant) == 1 else None
        return None

    def _continues(self, label: Label, passage: Passage, last: Last) -> bool:
        """Whether the paragraphs since the last words name nobody and go on with its speaker, as this one does."""
        between = self.layout[last.paragraph + 1 : passage.paragraph][: _FEW + 1]
        named = [one for part in between for one in self.mentions.within(part.start, part.end) if self._met(one)]
        same = all(part.text.casefold().startswith(f"{label.text.casefold()} ") for part in between)
        goes_on = GOES_ON.search(self.text, passage.outer_end, label.end + 24)
        return len(between) < _FEW and not named and (same or bool(goes_on))

    def _met(self, one: Mention) -> bool:
        return is_met(self.people, one)

    def _like_a_person(self, one: Mention) -> bool:
        return one.words > 1 and bool(_LIKE_A_PERSON.match(self.text, one.party_end or one.end))

    def _nameless(self, start: int, stop: int) -> bool:
        """Whether a sentence between begins with somebody by office alone (`The chief judge found ...`)."""
        return any(_NAMELESS.match(self.text, one, stop) for one in sentence_starts(self.text, start, stop)[1:])
