"""Witness lists, in sentences and as lines: who is on them, and each one's title as written."""

import re

from hearings.importing.releases.events.sentences import of_another_event
from hearings.importing.releases.layout import BLANK, Paragraph, sentence_at, sentence_starts
from hearings.importing.releases.people.asides import comes_along, without_asides
from hearings.importing.releases.people.callings import names_role, names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.person_phrases import PersonPhrases
from hearings.importing.releases.people.resolving import Registry, is_courtesy
from hearings.importing.releases.people.role_patterns import SOUGHT
from hearings.importing.releases.people.titles import DEGREES, FULL_STOP, split_title
from hearings.importing.releases.people.titles_before import RANK
from hearings.importing.releases.reading import WitnessReading
from hearings.importing.releases.witnesses.draft import Draft
from hearings.importing.releases.witnesses.patterns import (
    AFTER_FIRM,
    AFTER_NAME,
    AND,
    AND_NAME,
    AND_ONLY,
    AND_OTHERS,
    AT_THE_HEARING,
    BRACKETED,
    FORM_OF_ADDRESS,
    GOES_ON,
    IN_TOWN,
    KIN,
    LEAD_IN,
    LIST,
    NOMINATIONS,
    NOT_A_TITLE,
    OF_A_PLACE,
    ON_A_TOPIC,
    PARTY,
    PLAIN_GROUP,
    PREPOSITION,
    RETIRED,
    SUBMITTED,
    WHO,
)
from hearings.importing.releases.witnesses.restoring import as_written
from hearings.importing.releases.witnesses.rows import called, read_row
from hearings.importing.texts.lexicon import PLACE_WORDS, TITLE_WORDS
from witnesses.names import split_honorific

_LONGEST_LIST = 4000
_LONGEST_ITEM = 600
_LONGEST_TITLE = 25  # words
_SMALL = frozenset({"of", "the", "a", "an", "and", "at", "for"})


class WitnessLists:
    """Reads the witness lists of one release; `narrative` is the text with all quoted speech blanked out."""

    def __init__(self, narrative: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> None:
        self.narrative, self.layout, self.mentions, self.people = narrative, layout, mentions, people
        self.phrases = PersonPhrases(narrative, mentions)
        self.quoted = PersonPhrases(mentions.text, mentions)
        self.nominations = bool(NOMINATIONS.search(narrative[:3000]))
        self.drafts: list[Draft] = []
        self.suggested: dict[str, None] = {}
        self._titles: dict[str | None, str] = {}
        self._members: dict[str | None, bool] = {}
        self._mentions_of: dict[str | None, list[Mention]] | None = None
        self._by_person: dict[int, Draft] = {}

    def _sentence_lists(self, paragraph: Paragraph) -> None:
        end = paragraph.start
        sentences = [*sentence_starts(self.narrative, paragraph.start, paragraph.end), paragraph.end]
        for match in LIST.finditer(self.narrative, paragraph.start, paragraph.end):
            low, high = sentence_at(sentences, match.start(), paragraph.end)
            passed = (
                SUBMITTED.search(self.narrative, low, match.end())
                or SOUGHT.search(self.narrative, low, high)
                or of_another_event(self.narrative, low, high)
            )
            if match.start() < end or passed:
                continue
            limit = min(paragraph.end, match.end() + _LONGEST_LIST)
            starts = sentence_starts(self.narrative, match.end(), limit)
            end = starts[1] if len(starts) > 1 else limit
            self._take(self._parse_list(match.end(), end))

    def _parse_list(self, start: int, end: int) -> list[Draft]:
        words = self.narrative[start:end]
        firm = AFTER_FIRM.search(words)
        words = words[: firm.start()] if firm else words
        end = start + len(FULL_STOP.sub("", words.rstrip()))
        if ";" not in self.narrative[start:end]:
            return self._parse_commas(start, end)
        items, at = [], start
        for piece in self.narrative[start:end].split(";"):
            stop = at + len(piece)
            items += (
                self._bracketed(at, stop)
                or self._pair(at, stop)
                or self._rows(at, stop)
                or [self._parse_item(at, stop)]
            )
            at += len(piece) + 1
        read = [item for item in items if item]
        return read if items[0] or (len(read) > 1 and all(item.title for item in read)) else []

    def _rows(self, start: int, end: int) -> list[Draft]:
        """The people between two semicolons by the layout of the words: `NAME, title, and NAME, title`."""
        words = self.narrative[slice(*self._trim(start, end))]
        if PARTY.search(words) or BLANK in words or len(words) > _LONGEST_ITEM:
            return []
        for joint in AND_NAME.finditer(words):
            both = [read_row(words[: joint.start()]), read_row(words[joint.end() :])]
            if all(one and one.title and not NOT_A_TITLE.search(one.title) for one in both):
                return both
        one = read_row(words)
        fits = one and (one.title or one.organization or one.honorific) and not NOT_A_TITLE.search(one.title)
        return [one] if fits else []

    def _bracketed(self, start: int, end: int) -> list[Draft]:
        """Several people, each with the title in brackets behind the name."""
        named = [
            one
            for one in self._people_named(start, end)
            if not one.party_end and BRACKETED.match(self.narrative, one.end, end)
        ]
        ends = [*(one.start for one in named[1:]), end]
        return (
            [self._with_rest(one.start, one, stop) for one, stop in zip(named, ends, strict=True)]
            if len(named) > 1
            else []
        )

    def _pair(self, start: int, end: int) -> list[Draft]:
        """Two people who share a title: `A and B, Owners of C`."""
        start, end = self._trim(start, end)
        named = self._people_named(start, end)[:2]
        if len(named) < 2 or not self._leads(start, named[0]):
            return []
        joined = AND_ONLY.fullmatch(self.narrative, named[0].end, named[1].start)
        second = self._parse_item(named[1].start, end) if joined else None
        return [Draft(named[0].name, None, second.title), second] if second and second.title else []

    def _parse_item(self, start: int, end: int) -> Draft | None:
        start, end = self._trim(start, end)
        named = [one for one in self._people_named(start, end) if one.end <= end + 1]
        if not named:
            return None
        first, last = named[0], named[-1]
        if ON_A_TOPIC.match(self.narrative, last.party_end or last.end, end):
            end = last.party_end or last.end
        if self._leads(start, first) and AFTER_NAME.match(self.narrative[first.party_end or first.end : end]):
            return self._with_rest(start, first, end)
        if end - (last.party_end or last.end) in (0, -1) and not PREPOSITION.search(
            self.narrative[start : last.name_start]
        ):
            return self._title_first(start, last)
        phrase = self.phrases.phrase(first, start, end)
        if phrase.start <= start and phrase.title:
            return Draft(first.name, phrase.honorific, phrase.title, phrase.organization)
        return None

    def _people_named(self, start: int, end: int) -> list[Mention]:
        """The full names that begin between two places, without those of bodies and things."""
        return [one for one in self.phrases.named(start, end) if names_somebody(one.name)]

    def _title_first(self, start: int, one: Mention) -> Draft | None:
        title = self.narrative[start : one.name_start].strip().removeprefix("the ").removeprefix("The ")
        if LEAD_IN.match(title):
            return None
        rank = RANK.match(title)
        if rank and names_role(rank[1]):
            return Draft(one.name, rank[2], rank[1].strip(" ,"))
        form = FORM_OF_ADDRESS.search(title)
        if form and form.start():
            return Draft(one.name, form.group().strip(), title[: form.start()].strip(" ,"))
        words = [word.strip(".,").casefold() for word in title.split()]
        if words and words[-1] in PLACE_WORDS and OF_A_PLACE.search(self.narrative[start : one.name_start]):
            return None
        others = any(other.party_end for other in self.mentions.within(start, one.start))
        if "witness" in words or others or not any(word in TITLE_WORDS for word in words):
            return Draft(one.name, None)
        if title[:1].islower() and words[0] not in TITLE_WORDS:
            return None
        held = all(map(is_courtesy, words))
        return Draft(one.name, title if held else None, "" if held else title)

    def _leads(self, start: int, one: Mention) -> bool:
        lead = re.sub(r"\s?\([Rr]et(?:\.|ired)\)", "", self.narrative[start : one.name_start]).strip()
        honorific, _ = split_honorific(self.narrative[start : one.end])
        plain = (words.casefold().removeprefix("the ").rstrip(".") for words in (lead, honorific))
        if "(" in self.narrative[start : one.name_start] and all(map(is_courtesy, lead.casefold().split())):
            return True
        return one.start == start or len(set(plain)) == 1 or lead.casefold() in ("the hon.", "hon.")

    def _with_rest(self, start: int, one: Mention, end: int) -> Draft:
        honorific, _ = split_honorific(self.narrative[start : one.end])
        draft = Draft(one.name, honorific or None, "" if honorific else self.narrative[start : one.name_start].strip())
        at = one.party_end or one.end
        rest = IN_TOWN.sub("", RETIRED.sub("", self.narrative[at:end]))
        bracketed = BRACKETED.match(rest)
        if bracketed and not PARTY.match(rest):
            draft.title, _, organization = bracketed.group(1).partition(" - ")
            draft.organization = organization or None
        elif re.match(r"\s?,\s|\s{2,9}[A-Z]", rest):
            draft.title = rest.lstrip(" ,").strip(" ,")
        elif re.match(r"\s{1,9}(?:[-–—]|–)\s", rest) or rest.startswith(":"):
            draft.title = rest.lstrip(" -–—:").strip(" ,")
        elif match := re.match(
            r"\s{1,9}(?:from|with)\s{1,9}(?:the\s{1,9})?([A-Z].+)$"
            r"|\s{1,9}of\s{1,9}(?:the\s{1,9}([A-Z].+)|([A-Z].*\b(?:University|Institute|College|School|Center|Foundation)\b.*))$",
            rest,
            re.DOTALL,
        ):
            draft.organization = next(filter(None, match.groups())).strip(" ,")
        draft.title = DEGREES.sub("", WHO.sub("", draft.title)).lstrip("-–— ")
        return draft

    def _parse_commas(self, start: int, end: int) -> list[Draft]:
        drafts: list[Draft] = []
        relative = unnamed = passed = False
        for low, high in self._segments(start, end):
            draft = self._parse_item(low, high)
            words = self.narrative[low:high].strip(" ,")
            if drafts and comes_along(words):
                relative, unnamed = True, draft is None
                continue
            unnamed, helper = False, unnamed and draft and not (draft.title or draft.organization)
            if helper:  # `with his interpreter, NAME`
                continue
            if drafts and (GOES_ON.match(words) or AT_THE_HEARING.match(words)):
                break
            if (
                drafts
                and not draft
                and (AND_OTHERS.fullmatch(f" {words}") or (PLAIN_GROUP.fullmatch(words) and not drafts[-1].title))
            ):
                continue
            bare = bool(drafts) and not (drafts[-1].title or drafts[-1].organization)
            if draft and not (bare and draft.organization and not draft.title and not draft.honorific):
                drafts.append(draft)
                relative = False
            elif drafts and (relative or WHO.match(words)):
                relative = True
                continue
            elif not drafts and not LEAD_IN.match(words):
                passed = True
            elif drafts and any(one.words > 1 and one.titles for one in self.mentions.within(low, high)):
                break
            elif drafts and words and not all(word.strip(".,").casefold() in PLACE_WORDS for word in words.split()):
                drafts[-1].title = f"{drafts[-1].title}, {words}" if drafts[-1].title else words
        for one in drafts:
            one.title = WHO.sub("", one.title)
        held = not passed or (len(drafts) > 1 and all(one.title or one.organization for one in drafts))
        return [one for one in drafts if held and not NOT_A_TITLE.search(one.title)]

    def _segments(self, start: int, end: int) -> list[tuple[int, int]]:
        bounds, at = [], start
        for comma in re.finditer(
            r",(?!\s{1,9}(?:Jr|Sr|Ph|M\.D|M\.?P\.?H\b|MD\b|Esq|R\.N))|\s{1,9}and\s{1,9}", self.narrative[start:end]
        ):
            stop = start + comma.start()
            if comma.group() != "," and not (
                self._parse_item(at, stop)
                and self._parse_item(start + comma.end(), self._next_comma(start + comma.end(), end))
            ):
                continue
            bounds.append((at, stop))
            at = start + comma.end()
        return [*bounds, (at, end)]

    def _next_comma(self, start: int, end: int) -> int:
        comma = self.narrative.find(",", start, end)
        return comma if comma >= 0 else end

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.narrative[start] in " ,\n\t":
            start += 1
        lead = AND.match(self.narrative, start, end)
        start = lead.end() if lead else start
        while end > start and self.narrative[end - 1] in " ,:\n\t":
            end -= 1
        return start, start + len(AND_OTHERS.sub("", FULL_STOP.sub("", self.narrative[start:end])))

    def _held(self, draft: Draft) -> Draft:
        return self._by_person[id(self.people.add(draft.name, 0, strong=True))]

    def _take(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            draft.title = KIN.sub("", without_asides(draft.title)).rstrip(" ,")
            person = self.people.add(draft.name, 0, strong=True)
            held = self._by_person.setdefault(id(person), draft)
            if held is draft:
                self.drafts.append(draft)
                continue
            fuller = draft.title and (
                not held.title
                or (is_office(draft.title) and not is_office(held.title))
                or 2 * len(held.title.split())
                < len(draft.title.split())
                < _LONGEST_TITLE  # a headline gives the short form
                or draft.title.startswith((f"{held.title}, ", held.title + (" of " if "," not in held.title else ", ")))
            )
            if fuller and _is_besides(held.title, draft.title):
                held.title = f"{held.title}\n{draft.title}"
            elif fuller:
                held.title = draft.title
            held.organization = held.organization or draft.organization
            held.honorific = held.honorific or draft.honorific

    def _finish(self, draft: Draft) -> WitnessReading:
        titles, organization = split_title(draft.title)
        full = self.people.resolve(draft.name).full
        name = full if full and names_somebody(full) else draft.name
        address, bare, _ = called(name)
        name = bare if " " in bare and not names_role(bare) else name
        return WitnessReading(
            as_written(name),
            draft.honorific or address or None,
            tuple(map(as_written, titles)),
            as_written(draft.organization or organization or "") or None,
        )


def _is_besides(held: str, title: str) -> bool:
    """Whether a title says something else than the one known, which is a calling: `retired firefighter`."""
    words, known = ({word.strip(".,’'").casefold() for word in one.split()} for one in (title, held))
    return held[:1].islower() and names_role(held) and "nominee" not in known | words and not known & words - _SMALL


def is_office(title: str) -> bool:
    """Whether words name an office that somebody holds."""
    return any(word.strip(".,").casefold() in TITLE_WORDS for word in title.split())
