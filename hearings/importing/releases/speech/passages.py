"""Which quoted passages are somebody's speech, which belong to one statement, and whose it is."""

import re
from dataclasses import replace

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry, Resolution
from hearings.importing.releases.people.sexes import are_of_two
from hearings.importing.releases.reading import NotSpeech, QuoteReading
from hearings.importing.releases.speech.attribution import Attribution
from hearings.importing.releases.speech.attribution_after import THAT_IS, after, signature
from hearings.importing.releases.speech.attribution_before import before
from hearings.importing.releases.speech.referring import Referring
from hearings.importing.releases.speech.script_labels import ScriptLabel
from hearings.importing.releases.speech.statements import Last, Statement
from hearings.importing.releases.speech.terms import is_nickname, why_not_speech
from hearings.importing.releases.speech.unattributed import Unattributed
from hearings.importing.releases.speech.voices import Turn, addressee, other_voice, turned_to

_ADDING = re.compile(
    r"(?:\s[^.;:“”\"\n]{1,120},|\s?,?)\s(?:and\s)?(?:adding|saying|noting|arguing|warning|calling)(?:\s(?:that|it|them))?[\s,:]{1,4}"
    r"|,?\s(?:and|but)\s(?:(?:then|also|later|again)\s)?(?:asked|said|added|wondered|replied|noted|concluded|continued|told\s[^,.;:“”\"\n]{1,60})"
    r"(?:\s[^.,;:“”\"\n]{1,40})?[,:]\s{1,4}"
)
_PARTY = re.compile(r"^(?:\s?\([A-Z][^()\n]{1,30}\)|,\s[RDI]-[A-Z][\w. ]{1,20})")
_AND_THEN = re.compile(r",?\s(?:and|but)\s(?:then|later)(?:,?\s[^.,;:“”\"\n]{1,60})?,?\s")
_ADDING_THAT = re.compile(
    r"(?:\s[^.;:“”\"\n]{1,120})?,\s(?:and\s)?(?:adding|saying|noting|arguing|warning)\sthat\s[^.;:“”\"\n]{1,120}"
)
_WITNESS_WORDS = re.compile(r"\b(?:witness(?:es)?|witness testimony|testimony)\b[^.:]{0,60}:$", re.IGNORECASE)
_OPENS_HEARING = re.compile(r"\b(?:today|this|convened?s?|welcome|come to order|are here)\b", re.IGNORECASE)
_NAME_ABOVE = "above: a line that is only the name"
_CONTINUES_IN_SENTENCE = re.compile(r"[\s,;—–-]*(?:(?:and|or|but|as|y)\s{1,9}(?:as\s{1,9}|an?\s{1,9})?)?$")


class SpeechReader:
    """Goes through the passages of one release in order and keeps what pronouns and continuations refer to."""

    def __init__(
        self, text: str, layout: list[Paragraph], mentions: Mentions, people: Registry, labels: list[ScriptLabel]
    ) -> None:
        self.text, self.layout, self.mentions, self.people = text, layout, mentions, people
        self.referring = Referring(text, layout, mentions, people)
        self.topics = self.referring.topics
        self.statements: list[Statement] = []
        self.unattributed = Unattributed(text, self.referring, self.statements, labels)
        self.not_speech: list[NotSpeech] = []
        self.titles: list[NotSpeech] = []
        self._reported: tuple[Attribution | None, int] = (None, 0)
        self._last: Last | None = None

    def read(self, passages: list[Passage]) -> None:
        """Sort every passage into a statement or into what is not speech."""
        previous: Passage | None = None
        for number, passage in enumerate(passages):
            paragraph = self.layout[passage.paragraph]
            following = next((one for one in passages[number + 1 : number + 3] if not self._is_nickname(one)), None)
            limit = following.outer_start if following and following.paragraph == passage.paragraph else paragraph.end
            floor = previous.outer_end if previous and previous.paragraph == passage.paragraph else paragraph.start
            found = self._attribution(passage, floor, limit)
            why = (
                None
                if passage.continues
                else why_not_speech(self.text, passage, paragraph, floor, limit, found, self.mentions)
            )
            ends = self.text[passage.end - 1] in ".!?"
            self._reported = (
                found if found and found.reported and found.label and not ends else None,
                passage.outer_end,
            )
            if why:
                self._set_aside(passage, why)
            else:
                self._take(passage, found, floor)
            previous = passage

    def _is_nickname(self, passage: Passage) -> bool:
        return is_nickname(self.text, passage, self.text[passage.start : passage.end], self.mentions)

    def note_titles(self, passages: list[Passage]) -> None:
        """Keep the titles by which the beginning of a statement without marks names the hearing it opens."""
        for passage in passages:
            one = self.layout[passage.paragraph]
            why = why_not_speech(self.text, passage, one, one.start, one.end, None, self.mentions)
            if why == "title of the hearing" and _OPENS_HEARING.search(self.text, one.start, passage.start):
                self.titles.append(NotSpeech(self.text[passage.start : passage.end], why, passage.start, passage.end))

    def quotes(self) -> tuple[QuoteReading, ...]:
        """The statements as quotes, in order."""
        return tuple(statement.quote(self.text, self.layout) for statement in self.statements)

    def labelled(self) -> list[str | None]:
        """The speakers of a dialogue whose turns begin with a name and a colon; none where only one speaks so."""
        turns = [one for one in self.statements if one.attribution and one.attribution.place == "before: NAME:"]
        names = [one.resolution.full for one in turns]
        return [*(names if len(set(names)) > 1 else []), *self._testimony()]

    def _testimony(self) -> list[str | None]:
        """Whose names stand as lines of their own over words that were announced as testimony of witnesses."""
        announced = next((one.end for one in self.layout if _WITNESS_WORDS.search(one.text)), None)
        named = [one for one in self.statements if one.attribution and one.attribution.place == _NAME_ABOVE]
        return [one.resolution.full for one in named if announced and announced < one.passages[0].start]

    def _attribution(self, passage: Passage, floor: int, limit: int) -> Attribution | None:
        spoken = self.statements[-1].passages[-1] if self.statements else None
        here = spoken and spoken.paragraph == passage.paragraph
        low = spoken.outer_end if spoken and here else self.layout[passage.paragraph].start
        ahead = before(self.text, passage, low, self.mentions)
        ahead = None if ahead and self.topics.may_be(ahead, self.layout[passage.paragraph]) else ahead
        ahead = self._added(ahead, floor, passage.outer_start) or ahead
        if ahead and not ahead.label and self._is_told_already(floor, passage):
            held = self.statements[-1] if spoken and here else None
            ahead = held.latest or held.attribution if held else None
        ahead = self._brought_in(ahead, low, passage) or ahead
        behind = after(self.text, passage, limit, self.mentions)
        apart = behind and behind.place.startswith(THAT_IS)
        if behind and self.text[passage.end - 1] == "." and not ahead and not apart and self._goes_on(passage, floor):
            behind = None
        if ahead and ahead.label and not ahead.reported and behind and behind.loose:
            return ahead
        if ahead and not ahead.reported and not (behind and self.text[passage.end - 1] == ","):
            return ahead
        behind = behind or self._signed_below(passage)
        if behind or (ahead and (ahead.label or not ahead.reported or ahead.place == "document")):
            return behind or ahead
        return self._carried(passage, floor) or ahead

    def _brought_in(self, ahead: Attribution | None, low: int, passage: Passage) -> Attribution | None:
        """Whoever is brought in behind the speaker that the words before a passage name, or that spoke right before."""
        label = ahead.label if ahead else None
        held = self.statements[-1] if self.statements else None
        if label and label.mention:
            low, full = label.end, self.people.resolve(label.mention.name, label.mention.titles).full
        else:
            here = held and not label and held.passages[-1].paragraph == passage.paragraph
            full = held.resolution.full if held and here else None
        one = other_voice(self.text, low, passage.outer_start, full, self.mentions, self.people) if full else None
        if not one:
            return None
        who = Label("name", one.text, one.start, one.end, one)
        return Attribution(who, "before: NAME is brought in", 0.75, end=passage.outer_start)

    def _is_told_already(self, floor: int, passage: Passage) -> bool:
        """Whether the words between are only the attribution of the passage before (`, dijo, “y ...`)."""
        tail = self._last.tail if self._last else 0
        rest = _PARTY.sub("", self.text[tail : passage.outer_start])
        return floor < tail <= passage.outer_start and not rest.strip(" ,")

    def _signed_below(self, passage: Passage) -> Attribution | None:
        paragraph = self.layout[passage.paragraph]
        if passage.outer_end < paragraph.end or paragraph.number + 1 >= len(self.layout):
            return None
        below = self.layout[paragraph.number + 1]
        return signature(self.text, below.start, below.end, self.mentions)

    def _carried(self, passage: Passage, floor: int) -> Attribution | None:
        held, end = self._reported
        between = self.text[end : passage.outer_start]
        turn = self._turn(held, end, passage.outer_start) if held and end == floor else None
        if held and turn:
            one = turn.mention
            label = Label("name", one.text, one.start, one.end, one) if turn.speaks else None
            why_not = "" if label else "the sentence turns to somebody else"
            return replace(held, label=label, certain=0.75 if label else 0.3, why_not=why_not)
        if held and end == floor and len(between) < 200 and not re.search(r"[.!?;:\n]", between):
            return replace(held, place="inside reported speech: earlier in the sentence", certain=held.certain * 0.9)
        spoken = self.statements[-1] if self.statements else None
        if (
            spoken
            and spoken.passages[-1].outer_end == floor
            and _AND_THEN.fullmatch(self.text, floor, passage.outer_start)
        ):
            return spoken.latest or spoken.attribution
        return None

    def _turn(self, held: Attribution, start: int, stop: int) -> Turn | None:
        one = held.label.mention if held.label else None
        full = self.people.resolve(one.name, one.titles).full if one else None
        return turned_to(self.text, start, stop, full, self.mentions, self.people) if full else None

    def _added(self, ahead: Attribution | None, floor: int, stop: int) -> Attribution | None:
        """The speaker of a sentence that goes on with `adding “...”`, or with `NAME said, adding that it is “...”`."""
        held = self.statements[-1] if self.statements else None
        if not ahead or ahead.label or not held or held.passages[-1].outer_end != floor:
            return None
        found = held.latest or held.attribution
        if ahead.reported:
            that = bool(found and ahead.clause and _ADDING_THAT.fullmatch(self.text, floor, stop))
            return replace(ahead, label=found.label, certain=found.certain * 0.85) if found and that else None
        between = self.text[floor : ahead.end]
        return replace(found, certain=found.certain * 0.9) if found and _ADDING.fullmatch(between) else None

    def _set_aside(self, passage: Passage, why: str) -> None:
        end = passage.end
        marks = ",;:." if why.startswith("title") else ",;"
        while end > passage.start + 1 and self.text[end - 1] in marks:
            end -= 1
        self.not_speech.append(NotSpeech(self.text[passage.start : end], why, passage.start, end))

    def _take(self, passage: Passage, found: Attribution | None, floor: int) -> None:
        current = self.statements[-1] if self.statements else None
        resolution = self.referring.resolve(found, passage, self._last)
        named = found.label.mention if found and found.label else None
        if named and not resolution.full and named.words == 1:
            resolution = self.people.slip(named.name) or resolution
        if current and self._belongs(current, passage, found, resolution, floor):
            current.passages.append(passage)
            if found and found.label:
                current.latest = found
                if not (current.attribution and current.attribution.label):
                    current.attribution, current.resolution = found, resolution
        else:
            if passage.continues and current:
                current.notes.append("its end is not marked")
            statement = Statement([passage], found, resolution)
            if not found:
                self.unattributed.resolve(statement, floor, self._last)
            self.statements.append(statement)
        statement = self.statements[-1]
        end = max(passage.outer_end, found.end if found else 0)
        statement.tail = end
        self._last = self._follow(statement, passage, end)

    def _follow(self, statement: Statement, passage: Passage, end: int) -> Last:
        former = self._last
        other = former and former.resolution.full != statement.resolution.full
        partner = (former.resolution if other else former.partner) if former and statement.resolution.full else None
        asks = self.text[passage.start : passage.end].rstrip("”’'\",").endswith("?") or bool(
            statement.latest and re.search(r"\basked\b", self.text[passage.outer_end : end + 8])
        )
        others = bool(statement.attribution and statement.attribution.place == "before: quoting")
        addressed = self._addressed(statement, passage)
        return Last(statement.resolution, passage.paragraph, end, asks, partner, others, addressed)

    def _addressed(self, statement: Statement, passage: Passage) -> Resolution | None:
        """To whom the attribution of a statement says that its words are said: `asked NAME`."""
        found = statement.latest or statement.attribution
        one = addressee(self.text, found.label, passage, self.mentions) if found and found.label else None
        who = self.people.resolve(one.name, one.titles) if one else None
        return who if who and who.full != statement.resolution.full else None

    def _belongs(
        self, current: Statement, passage: Passage, found: Attribution | None, new: Resolution, floor: int
    ) -> bool:
        agrees = not found or not found.label or self._agrees(current, found, new)
        last = current.passages[-1]
        if self._last and self._last.asks and found and found.label and self.referring.answers(found.label, passage):
            return False
        if self._is_another(current, passage, found):
            return False
        if passage.continues:
            return agrees and last.paragraph < passage.paragraph
        others = current.attribution and not current.attribution.label and current.attribution.why_not
        exchanges = (self.unattributed.is_in_exchange(one) for one in (last, passage))
        if self.unattributed.is_asked(passage) or any(exchanges):
            return False
        if last.paragraph != passage.paragraph or not agrees or (others and found and found.label):
            return False
        if last.outer_end != floor and not (self.not_speech and last.outer_end < self.not_speech[-1].start <= floor):
            return False
        between = self.text[last.outer_end : passage.outer_start]
        held = current.latest or current.attribution
        if not between.strip() and self.text[last.end - 1] == "?":
            return False
        if not between.strip() or (held and held.reported and _CONTINUES_IN_SENTENCE.fullmatch(between)):
            return True
        if found and found.reported and held and not held.reported:
            return False
        if held and held.label and found and found.label and held.label.start == found.label.start:
            return True
        if found and (found.reported or found.place.startswith("before")):
            return False
        if not last.outer_end < current.tail <= passage.outer_start or self.unattributed.may_answer(
            passage, self._last
        ):
            return False
        return self._is_one_sentence(current.tail, passage.outer_start)

    def _is_another(self, current: Statement, passage: Passage, found: Attribution | None) -> bool:
        """Whether the words between bring in somebody else than the speaker before: by name, by verb or by pronoun."""
        label, start = found.label if found else None, current.passages[-1].outer_end
        held = current.latest or current.attribution
        if label and label.kind == "pronoun":
            other = held and held.label and held.label.kind == "pronoun" and are_of_two(label.text, held.label.text)
            if other or self.referring.turns_away(label, passage, self._last):
                return True
        if passage.paragraph != current.passages[-1].paragraph:
            return False
        if not label and self.unattributed.is_tagged(passage):
            return True
        if label and label.kind == "name":
            return False
        return bool(self._voice(current, start, passage.outer_start))

    def _voice(self, current: Statement, start: int, stop: int) -> Mention | None:
        return other_voice(self.text, start, stop, current.resolution.full, self.mentions, self.people)

    def _goes_on(self, passage: Passage, floor: int) -> bool:
        last = self._last
        if not last or last.paragraph != passage.paragraph or last.tail <= floor:
            return False
        return self._is_one_sentence(last.tail, passage.outer_start)

    def _is_one_sentence(self, start: int, stop: int) -> bool:
        rest = self.text[start:stop]
        starts = [one for one in sentence_starts(self.text, start, stop) if self.text[one:stop].strip()]
        return len(starts) <= 1 and len(rest) < 400

    def _agrees(self, current: Statement, found: Attribution, new: Resolution) -> bool:
        held = current.attribution
        if not held or not held.label or not found.label or found.label.kind != "name":
            return True
        if new.full or current.resolution.full:
            return new.full == current.resolution.full
        return found.label.text.casefold().split()[-1] == held.label.text.casefold().split()[-1]
