"""Whose words a quotation is that nobody is named for: what stands above it, and who speaks elsewhere."""

import re
from dataclasses import replace

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.marks.quotations import Passage
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Label
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Resolution
from hearings.importing.releases.people.spoken_patterns import TO_A_WITNESS
from hearings.importing.releases.speech import announcing, strangers
from hearings.importing.releases.speech.attribution import JOINED, WINDOW, Attribution
from hearings.importing.releases.speech.exchanges import Exchanges
from hearings.importing.releases.speech.leading import SPEAKS, introduced, issuing
from hearings.importing.releases.speech.referring import NOBODY, Referring
from hearings.importing.releases.speech.script_labels import ScriptLabel
from hearings.importing.releases.speech.statements import Last, Statement
from hearings.importing.releases.speech.subjects import is_topic, last_sentence
from hearings.importing.releases.speech.topics import ITEM, SUBJECT_LINE, TOPIC

_TAIL = re.compile(
    r"\s{1,3}(?:(?:an?|one|the|another|some|several|many|was|were|came|some(?:one|body)|every(?:one|body)|nobody)|sa(?:id|ys)|wrote|reads?|states?|[a-z]{3,16}ed)\s",
    re.IGNORECASE,
)
# Behind words that a comma closes stands who said them, or a document; not whom they are said of.
_GOES_ON_AS_TAG = re.compile(r"\s{1,3}(?!(?:and|but|which|who|or|as|while|when|because|so|in|on|at|to|for)\b)[^\s“\"]")
_ASKED_AHEAD = re.compile(r"\?[”\"’'][^\S\n]{1,3}$")
_ABOVE_ALL = (
    "above: the paragraph before announces",
    "above: the paragraph before leads",
    "above: a line that is only the name",
)
_WORDS_OF = re.compile(
    r"\b(?:statement|letter|testimony|words|remarks|message|e-?mail|article|op-ed)\s(?:written\s)?(?:by|from|of)\s"
)
_ANSWER = re.compile(r"[^\S\n]{1,4}[“\"]\S")
# A line that announces quotes and names nobody.
_QUOTES_LINE = re.compile(
    r"(?:Here\s(?:are|is)\s)?(?:(?P<whose>Her|His)\s)?(?:(?:Some|The|More|Other|Additional|Key|Top|Best|Notable|Select(?:ed)?|Important|Relevant|Highlighted|Full|Video|Opening)\s){0,3}"
    r"(?:Quotes?|Quotations|Excerpts?|Highlights?|Moments|Soundbites?|(?:Opening\s)?(?:Remarks|Statements?|Testimony))"
    r"(?:\s(?:from|of|at|in|during|include)\b[^.:]{0,80}|\s(?:include|are|below|follows?)"
    r"|,?\s\(?as\s(?:prepared|delivered|given|written|submitted)\b[^.:]{0,40})?\s?:?",
    re.IGNORECASE,
)
_FEWEST = 2
_LONGEST_SUMMARY = 250
_LONGEST_ANSWER = 120
_LONGEST_HEADING = 120


class Unattributed:
    """Looks for the speaker of one statement after the other; `statements` are those before it."""

    def __init__(self, text: str, referring: Referring, statements: list[Statement], labels: list[ScriptLabel]) -> None:
        self.text, self.referring, self.statements = text, referring, statements
        self.layout, self.mentions, self.people = referring.layout, referring.mentions, referring.people
        alone = (one for one in labels if one.words_start >= self.layout[one.paragraph].end)
        self.lead = next((one for one in self.mentions.all if one.legislator), None)
        self.speakers: set[str | None] = set()
        self.counted = self.direct = 0
        self.exchanges = Exchanges(text, self.layout, self.mentions, self.people)
        self.label_lines = {one.paragraph: one for one in alone}
        self.labels = {one.words_start: one.who for one in labels if one.who.full}

    def resolve(self, statement: Statement, floor: int, last: Last | None) -> None:
        """Give a statement without an attribution the speaker that its surroundings show, and say why."""
        passage = statement.passages[0]
        paragraph = self.layout[passage.paragraph]
        if self.is_tagged(passage) or self.is_asked(passage) or self.is_in_exchange(passage):
            return
        self._by_surroundings(statement, passage, paragraph, floor, last)
        if not statement.resolution.full and not statement.attribution and statement.resolution.reason == NOBODY:
            self._of_member(statement, paragraph)

    def _by_surroundings(
        self, statement: Statement, passage: Passage, paragraph: Paragraph, floor: int, last: Last | None
    ) -> None:
        if passage.outer_start == paragraph.words_start:
            self._from_above(statement, paragraph, last)
            return
        if passage.outer_start in self.labels:
            statement.resolution = self.labels[passage.outer_start]
            return
        ahead = self.text[paragraph.words_start : passage.outer_start].rstrip()
        if _QUOTES_LINE.fullmatch(ahead):
            self._of_release(statement, paragraph)
            return
        if TOPIC.fullmatch(ahead) or self._is_topic(ahead, paragraph.words_start, passage.outer_start):
            self._under_topic(statement)
            return
        if last and last.resolution.full and last.paragraph == passage.paragraph:
            name, between = last.resolution.full, self.mentions.within(last.tail, passage.outer_start)
            asked = last.addressed.full if last.addressed and self.may_answer(passage, last) else None
            if all(self.people.resolve(one.name, one.titles).full in (name, asked, None) for one in between):
                why = f"nobody is named for these words; the same paragraph quotes {name}"
                why += f", who asks {asked}: they may be the answer" if asked else ""
                statement.resolution = Resolution(name, 0.6, why)
                return
        label = announcing.sentence_before(self.text, passage, floor, self.mentions)
        owner = _WORDS_OF.search(self.text, label.end, passage.outer_start) if label else None
        label = self.mentions.label_at(owner.end(), passage.outer_start) if owner else label
        if label and label.mention:
            found = self.people.resolve(label.mention.name, label.mention.titles)
            why = "only the sentence before names somebody"
            statement.resolution = Resolution(found.full, min(found.confidence, 0.6), why)
            statement.attribution = Attribution(label, "the sentence before", 1.0, end=label.end)
            return
        acting = self._acting(passage, floor)
        if acting and acting.mention:
            found = self.people.resolve(acting.mention.name, acting.mention.titles)
            why = "nobody is said to speak; the sentence is about what one person does"
            statement.resolution = Resolution(found.full, min(found.confidence, 0.6), why)
            statement.attribution = Attribution(acting, "the sentence itself", 1.0, end=acting.end)
            return
        self._of_subject(statement, passage, paragraph)

    def _of_subject(self, statement: Statement, passage: Passage, paragraph: Paragraph) -> None:
        """Give a sentence of its own to whom all sentences before it in the paragraph are about, behind a topic."""
        topic = ITEM.match(self.text, paragraph.words_start, passage.outer_start)
        start = topic.end() if topic else paragraph.words_start
        ahead = replace(paragraph, start=start, end=passage.outer_start, text=self.text[start : passage.outer_start])
        whole = self.text[passage.start].isupper() and ahead.text.rstrip().endswith(".")
        for one in announcing.one_subject(ahead, self.mentions, self.people) if whole else []:
            found = self.people.resolve(one.name, one.titles)
            why = "nobody is said to speak; the sentences before are about one person"
            statement.resolution = Resolution(found.full, min(found.confidence, 0.55), why)

    def _of_member(self, statement: Statement, paragraph: Paragraph) -> None:
        """Give words to the member whom the release is about, where it quotes nobody else and tells of nobody here."""
        name = self._speaker_of_all() if self.statements else None
        lead = self.people.resolve(self.lead.name, self.lead.titles).full if self.lead else None
        above = self.layout[max(paragraph.number - 1, 0)]
        start, stop = above.start, statement.passages[0].outer_start
        named = {self.people.resolve(one.name, one.titles).full for one in self.mentions.within(start, stop)}
        apart = self.statements and self.statements[-1].passages[-1].paragraph < above.number
        if name and name == lead and apart and not named - {name}:
            why = f"nobody is named for these words; the release quotes only {name}"
            statement.resolution = Resolution(name, 0.5, why)

    def _acting(self, passage: Passage, floor: int) -> Label | None:
        """The only person of the sentence that a passage ends, who does something in it (`NAME backs the plan, “`)."""
        clause, low = last_sentence(self.text, max(floor, passage.outer_start - WINDOW), passage.outer_start)
        start = low + len(clause) - len(clause.lstrip())
        label = self.mentions.label_at(start, passage.outer_start)
        one = label.mention if label and label.start == start else None
        if not one or one.possessive or not clause.rstrip().endswith((",", ":")):
            return None
        others = [other for other in self.mentions.within(one.end, passage.outer_start) if self._is_other(other, one)]
        return label if not others and SPEAKS.match(self.text, one.party_end or one.end) else None

    def _is_other(self, other: Mention, one: Mention) -> bool:
        named = other.titles or other.party_end or other.words > 1
        full, own = (self.people.resolve(held.name, held.titles).full for held in (other, one))
        person = self.people.find(full) if full else None
        return bool(named and full != own and (other.titles or (person and person.strong)))

    def is_tagged(self, passage: Passage) -> bool:
        """Whether words go on behind the closing mark as an attribution that names nobody (`,” one farmer said`)."""
        tail = self.text[passage.outer_end : self.layout[passage.paragraph].end]
        tagged = self.text[passage.end - 1] in ",?!" and _TAIL.match(tail)
        tagged = tagged or (self.text[passage.end - 1] == "," and _GOES_ON_AS_TAG.match(tail))
        return passage.closed and bool(tagged or strangers.speaks_behind(tail))

    def is_in_exchange(self, passage: Passage) -> bool:
        """Whether quoted words stand right beside the words, and the first of the two ask: `“When?” “In May.”`"""
        start, end = passage.outer_start, passage.outer_end
        behind = _ANSWER.match(self.text, end) and not passage.continues
        ahead = _ASKED_AHEAD.search(self.text, max(start - 6, 0), start)
        asks = self.statements and self.text[self.statements[-1].passages[-1].end - 1] == "?"
        return bool(ahead or (behind and asks and self.statements[-1].passages[-1].paragraph == passage.paragraph))

    def may_answer(self, passage: Passage, last: Last | None) -> bool:
        """Whether words without a verb of their own stand behind a question put to somebody by name."""
        if not last or not last.asks or not last.addressed or last.paragraph != passage.paragraph:
            return False
        return last.tail <= passage.outer_start and self.text[passage.end - 1] != "?"

    def is_asked(self, passage: Passage) -> bool:
        """Whether the words are a question that other quoted words answer right behind it."""
        return self.text[passage.end - 1] == "?" and bool(_ANSWER.match(self.text, passage.outer_end))

    def _from_above(self, statement: Statement, paragraph: Paragraph, last: Last | None) -> None:
        quoted = self.statements[-1].passages[-1].paragraph if self.statements else -1
        announced = False
        for number in range(paragraph.number - 1, max(quoted, paragraph.number - 6), -1):
            higher = self.layout[number]
            topic = SUBJECT_LINE.fullmatch(higher.text) and self._impersonal(higher)
            if number in self.label_lines or topic or TOPIC.fullmatch(higher.text):
                self._under_line(statement, higher)
                return
            if _QUOTES_LINE.fullmatch(higher.text) and self._impersonal(higher):
                self._of_release(statement, higher)
                return
            found = issuing(higher, self.mentions) or announcing.above(higher, self.mentions, self.people)
            if not found or not found.label:
                found = introduced(higher, self.mentions, self.people) or found
            if found and (found.label or found.why_not):
                self._hold(statement, found, higher, last, 0.9, "")
                return
            if strangers.speaks_above(higher, self.mentions, self.people):
                return
            announced = announced or found is not None
            if found or higher.residue or higher.heading or announcing.TELLS_OF_EVENT.match(higher.text):
                continue
            acting = announcing.subject_above(higher, self.mentions, self.people, announced=announced)
            if acting and not announced and self._is_put_to(statement, acting):
                self._under_topic(statement)
                return
            if acting:
                sure, why = (0.85, "") if announced else (0.6, "nobody is named for these words")
                self._hold(statement, acting, higher, last, sure, why)
                return
            if not self._impersonal(higher) and (len(higher.text) > 200 or higher.text[-1] in ".!?"):
                self._only_speaker(statement, higher)
                return
        self._from_before(statement, self.layout[quoted + 1 : paragraph.number])
        if not statement.resolution.full and self.statements and self._heads(self.layout[paragraph.number - 1]):
            self._under_topic(statement)

    def _is_put_to(self, statement: Statement, acting: Attribution) -> bool:
        """Whether words say `you` as one does to a witness, so that whoever acts above them, no member, only hears."""
        one = acting.label.mention if acting.label else None
        said = any(TO_A_WITNESS.search(self.text, part.start, part.end) for part in statement.passages)
        return bool(one and not one.legislator and said)

    def _heads(self, line: Paragraph) -> bool:
        """Whether a line is a heading that names nobody."""
        short = len(line.text) < _LONGEST_HEADING and line.text[-1] not in '.!?,;”"' and not line.residue
        return line.number > 0 and short and self._impersonal(line)

    def _under_line(self, statement: Statement, line: Paragraph) -> None:
        """Words under a line that is the label of a speaker, or a topic."""
        one = self.label_lines.get(line.number)
        if not one:
            self._under_topic(statement)
            return
        label = Label("description", one.text, one.start, one.start + len(one.text))
        statement.attribution = Attribution(label, "before: NAME:", 0.95, end=line.end)
        statement.resolution = one.who

    def _of_release(self, statement: Statement, line: Paragraph) -> None:
        """Give words under a line such as `Key Quotes:` to the member of whom the release tells first."""
        lead = self.lead if self.lead and self.lead.start < line.start else None
        name = self.people.resolve(lead.name, lead.titles).full if lead else None
        owner = _QUOTES_LINE.match(line.text)
        whose = {"her": "she", "his": "he"}.get(((owner and owner["whose"]) or "").casefold(), "")
        if whose and self.referring.sexes.conflicts(whose, name):
            return
        if not lead or not name or JOINED.match(self.text, lead.party_end or lead.end, line.start):
            return
        direct = [one for one in self.statements if one.attribution and not one.attribution.reported]
        others = {one.resolution.full for one in direct} - {name}
        label = Label("name", lead.text, lead.start, lead.end, lead)
        statement.attribution = Attribution(label, _ABOVE_ALL[0], 0.9, end=line.end)
        why = f"the line above announces quotes, and the release tells first of {name}"
        statement.resolution = Resolution(name, 0.55 if others else 0.75, why)

    def _under_topic(self, statement: Statement) -> None:
        """Words under a line such as `On ropes:` are of who speaks all the time, or of the member named first."""
        lead = self.lead if self.lead and self.lead.start < statement.passages[0].outer_start else None
        name = self.people.resolve(lead.name, lead.titles).full if lead and not self.statements else None
        name = self._speaker_of_all() or name
        if name:
            why = f"nobody is named for these words; they stand under a topic of {name}"
            statement.resolution = Resolution(name, 0.6, why)

    def _is_topic(self, words: str, start: int, stop: int) -> bool:
        """Whether words before a quotation are a topic that names nobody: `ON COSTS: “`, `Rope Safety: “`."""
        return is_topic(words) and self._names_nobody(start, stop)

    def _impersonal(self, paragraph: Paragraph) -> bool:
        """Whether a short paragraph names nobody, as one that sums up the words below it."""
        return len(paragraph.text) < _LONGEST_SUMMARY and self._names_nobody(paragraph.start, paragraph.end)

    def _names_nobody(self, start: int, stop: int) -> bool:
        named = self.mentions.within(start, stop)
        people = (self.people.find(self.people.resolve(one.name, one.titles).full or "") for one in named)
        return not any(one and one.strong for one in people)

    def _from_before(self, statement: Statement, between: list[Paragraph]) -> None:
        """The speaker of the statement before, with nothing but headings and page furniture between."""
        before = self.statements[-1] if self.statements else None
        announced = before and before.attribution and before.attribution.place.startswith(_ABOVE_ALL)
        above = all(one.residue or one.heading or (announced and self._impersonal(one)) for one in between)
        if not above or not before or not before.resolution.full:
            self._of_lead(statement, between)
            return
        if announced:
            statement.attribution, statement.resolution = before.attribution, before.resolution
        elif not between and (partner := self.exchanges.partner(self.statements, statement)):
            why = f"nobody is named for these words; in the exchange above them it is the turn of {partner}"
            statement.resolution = Resolution(partner, 0.55, why)
        elif not between and not self._is_exchange(before, statement):
            name = before.resolution.full
            why = f"nobody is named for these words; the paragraph before quotes {name}"
            opener = announcing.opening(self.layout[before.passages[-1].paragraph], self.mentions)
            acting = self.people.resolve(opener.name, opener.titles).full if opener else name
            if acting != name:
                name, why = (
                    acting,
                    f"nobody is named for these words; the paragraph before begins with what {acting} does",
                )
            statement.resolution = Resolution(name, 0.5, why)

    def _of_lead(self, statement: Statement, between: list[Paragraph]) -> None:
        """Words below lines that name nobody, in a release that quotes only the member of whom it tells first."""
        name = self._speaker_of_all()
        lead = self.people.resolve(self.lead.name, self.lead.titles).full if self.lead else None
        others = any(self._tells_of_another(one, name) for one in between)
        if name and name == lead and not others and all(one.residue or self._impersonal(one) for one in between):
            why = f"nobody is named for these words; all quotes before are of {name}, of whom the release tells first"
            statement.resolution = Resolution(name, 0.55, why)

    def _tells_of_another(self, paragraph: Paragraph, name: str | None) -> bool:
        """Whether a paragraph names somebody else by a full name."""
        named = (one for one in self.mentions.within(paragraph.start, paragraph.end) if one.words > 1)
        full = {self.people.resolve(one.name, one.titles).full for one in named}
        return any(self.people.find(one) and names_somebody(one) for one in full - {name, None})

    def _is_exchange(self, before: Statement, statement: Statement) -> bool:
        """Whether a statement is a question, or a short answer to the one before."""
        asks, asked = (self.text[one.passages[-1].end - 1] == "?" for one in (statement, before))
        here = statement.passages[-1].end - statement.passages[0].start
        return asks or (asked and here < _LONGEST_ANSWER)

    def _speaker_of_all(self) -> str | None:
        """Of whom all statements so far are, fragments aside; the last may still change, so it is not counted yet."""
        for one in self.statements[self.counted : -1]:
            if not (one.attribution and one.attribution.reported):
                self.speakers.add(one.resolution.full)
                self.direct += 1
        self.counted = max(len(self.statements) - 1, 0)
        held = self.statements[-1:]
        names = self.speakers | {
            one.resolution.full for one in held if not (one.attribution and one.attribution.reported)
        }
        return names.pop() if len(names) == 1 else None

    def _only_speaker(self, statement: Statement, higher: Paragraph) -> None:
        """The person whom all quotes before are of, unless the paragraph above is about somebody else."""
        name = self._speaker_of_all()
        name = name if self.direct + 1 >= _FEWEST else None
        person = self.people.find(name) if name else None
        start = sentence_starts(self.text, higher.start, higher.end)[-1]
        about = self.mentions.label_at(start, higher.end)
        if not name or not person or not person.strong or not about or not about.mention:
            return
        if self.people.resolve(about.mention.name, about.mention.titles).full == name:
            why = f"nobody is named for these words; all quotes before are of {name}, whom the paragraph above is about"
            statement.resolution = Resolution(name, 0.55, why)

    def _hold(
        self, statement: Statement, found: Attribution, higher: Paragraph, last: Last | None, most: float, why: str
    ) -> None:
        label = found.label
        if not label:
            statement.resolution = Resolution(None, 0.3, found.why_not)
            return
        place = replace(statement.passages[0], paragraph=higher.number, outer_start=higher.end, outer_end=higher.end)
        resolution = self.referring.resolve(found, place, last)
        reason = "; ".join(one for one in (why, resolution.reason) if one)
        statement.attribution = found
        statement.resolution = Resolution(resolution.full, min(resolution.confidence, most), reason)
