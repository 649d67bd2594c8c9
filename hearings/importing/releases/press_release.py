"""How a press release is read: the pieces put together into one Reading."""

import re
from dataclasses import replace

from hearings.importing.releases.chairs.of_statement import chair_of_statement
from hearings.importing.releases.chairs.presiding import chair_of
from hearings.importing.releases.chairs.suggested import suggested_chair
from hearings.importing.releases.events import event as events
from hearings.importing.releases.events.dates import release_date
from hearings.importing.releases.events.days import day_of
from hearings.importing.releases.events.exhibits import find_exhibits, to_add
from hearings.importing.releases.events.instruments import find_instruments
from hearings.importing.releases.events.sentences import Found, find_events, is_agenda, of_first_event
from hearings.importing.releases.layout import BLANK, Paragraph, paragraphs
from hearings.importing.releases.marks.quotations import Passage, find_passages, unpaired
from hearings.importing.releases.marks.single_marks import left_out
from hearings.importing.releases.office import find_office
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.reading import Event, Kind, Office, QuoteReading, Reading, WitnessReading
from hearings.importing.releases.speech.headlines import with_headlines
from hearings.importing.releases.speech.inner_answers import without_answers
from hearings.importing.releases.speech.passages import SpeechReader
from hearings.importing.releases.speech.script_labels import find_labels
from hearings.importing.releases.speech.statements import Statement
from hearings.importing.releases.unmarked.lost import find_unmarked
from hearings.importing.releases.unmarked.questions import find_questions
from hearings.importing.releases.unmarked.script import find_turns, outside, to_quotes
from hearings.importing.releases.unmarked.script_lines import find_label_lines
from hearings.importing.releases.unmarked.whole_statements import WHOLE, find_statements
from hearings.importing.releases.unmarked.whole_statements import to_quotes as whole_to_quotes
from hearings.importing.releases.witnesses.finder import WitnessFinder
from hearings.importing.releases.witnesses.introductions import testifying_themselves
from hearings.importing.releases.witnesses.restoring import as_written, prepared
from hearings.importing.texts.lexicon import SPEECH_VERBS, TITLE_WORDS
from hearings.importing.texts.receive import ImportRefused
from witnesses.names import name_key

_NOT_A_RELEASE = re.compile(
    r"\s{0,9}(?:WEBVTT|<\?xml|<!doctype|<html|\{\s{0,9}[\"}]|\[(?:House|Senate|Joint)[^\]\n]{0,60}(?:Hearing|Congress)|\d+\n\d\d:\d\d:\d\d)",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"\b(?:issued|released|made) (?:the following|a|this) (?:joint )?statement\b|^the following (?:is|are)\b|"
    r"^[^.:]{2,60}[’']s? (?:opening |prepared |full )?(?:statement|remarks)\b[^.:]{0,60}:$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\bwill\s{1,9}(?:\w{1,30}\s{1,9}){0,3}(?:testify|chair|hold|host|convene|take\s{1,9}place|be\s{1,9}held|participate|discuss|examine)\b",
    re.IGNORECASE,
)
_OFFICE_HELD = re.compile(
    r"\s{0,9},\s{1,9}((?:the\s{1,9})?(?:former\s{1,9}|acting\s{1,9})?[^\W\d_][^.;“”\"\n]{3,160})", re.IGNORECASE
)
_SEVERAL = "The text announces several events; only the first one was read."
_MY_NAME = re.compile(r"\bmy name is\s{1,9}(?=[A-Z])", re.IGNORECASE)
_SPEAKS = re.compile(rf"(?:,[^.;\n]{{1,150}},|,)?\s(?:{SPEECH_VERBS})\b")
_DAMAGE = re.compile(r"�|â€|â\?|Ã(?![A-ZÀ-Þ])|(?<![^\W\d_])â(?=[A-Z])|(?<=[a-z])â(?=\s)")


def read_release(text: str) -> Reading:
    """Read one press release from its decoded text. Never raises; what the text does not say stays null.

    Offsets in the reading count characters of `text`. The rules follow the forms counted in real releases of 2004-2026.
    """
    if _NOT_A_RELEASE.match(text):
        return Reading(
            "not_a_release", warnings=("This is not a press release: it is a transcript, captions or code.",)
        )
    layout = paragraphs(text) if text.strip() else []
    mentions = Mentions(text, layout)
    people = Registry(mentions, layout)
    _introduce(text, mentions, people)
    labels = find_labels(text, layout, mentions, people) or find_questions(layout, mentions, people)
    labels = labels or find_label_lines(layout, mentions, people)
    turns = find_turns(text, layout, labels, mentions) or find_unmarked(layout, mentions, people)
    quoted = find_passages(text, layout)
    early = _narrative(text, quoted, to_quotes(text, turns))
    office, _ = find_office(early, layout, mentions, people, [])
    whole = find_statements(layout, mentions, people, turns, office.name, quoted)
    passages = outside(quoted, sorted([*turns, *whole], key=lambda one: one.spans[0]))
    early = _narrative(text, passages, [])
    finder = WitnessFinder(early, layout, mentions, people)
    finder.find()
    speech = SpeechReader(text, layout, mentions, people, labels)
    speech.read(passages)
    opening = [span for one in whole for span in one.spans[:3]]
    speech.note_titles([one for one in quoted if any(start < one.start < end for start, end in opening)])
    answering = [*(turn.who.full for turn in turns), *speech.labelled()]
    unmarked = [*to_quotes(text, turns), *whole_to_quotes(text, whole)]
    said = without_answers([*speech.quotes(), *unmarked], mentions)
    quotes = with_headlines(layout, mentions, people, said, speech.not_speech)
    reading = _assemble(text, layout, mentions, people, speech, quotes, [one for one in answering if one])
    return replace(reading, warnings=(*reading.warnings, *_unread(text, layout, quoted)))


def check(reading: Reading) -> None:
    """Refuse a reading from which nothing could be quoted, and that announces no hearing with its witnesses either."""
    if not reading.quotes and not (reading.event and reading.event.title and reading.event.witnesses):
        raise ImportRefused(
            "The text has no quotes: no words in quotation marks that somebody is said to have spoken were found, and "
            "no hearing with its title and its witnesses. Paste the whole release, with its quotation marks."
        )


def _assemble(
    text: str,
    layout: list[Paragraph],
    mentions: Mentions,
    people: Registry,
    speech: SpeechReader,
    quotes: list[QuoteReading],
    answering: list[str],
) -> Reading:
    warnings = _warnings(text, quotes)
    marked = [p for s in speech.statements for p in s.passages]
    narrative = _narrative(text, marked, quotes)
    welcoming = _narrative(text, marked, [one for one in quotes if one.attribution != WHOLE])
    office, doubt = find_office(narrative, layout, mentions, people, quotes)
    invited = testifying_themselves(text, quotes)
    event, passed_over = _event(text, narrative, welcoming, layout, mentions, people, speech, answering, invited)
    to_come = bool(_FUTURE.search(narrative[:3000]))
    if event and not event.chair:
        chair = chair_of_statement(quotes, layout, WHOLE)
        chair = chair or (None if to_come else suggested_chair(event.body, narrative, mentions, people))
        event = replace(event, chair=chair, suggested=(*event.suggested, chair)) if chair else event
    exhibits = find_exhibits(narrative, layout, mentions, people) if event else ()
    kind = _kind(layout, office, event, quotes, narrative)
    if event and to_come and kind != "statement":
        warnings.append("The text speaks of the event as still to come.")
    return Reading(
        kind=kind,
        office=office,
        release_date=release_date(layout)[0],
        event=event,
        instruments=find_instruments(text),
        quotes=tuple(quotes),
        not_speech=tuple(speech.not_speech),
        warnings=(*warnings, *(one for one in (doubt, *passed_over, to_add(exhibits)) if one)),
        people_mentioned=_mentioned(mentions, people, office, event, quotes),
        boilerplate=tuple(dict.fromkeys(one.text for one in layout if one.residue)),
        exhibits=exhibits,
    )


def _event(
    text: str,
    narrative: str,
    welcoming: str,
    layout: list[Paragraph],
    mentions: Mentions,
    people: Registry,
    speech: SpeechReader,
    answering: list[str],
    invited: list[str],
) -> tuple[Event | None, list[str]]:
    """The event and what to warn of; `welcoming` is the narrative with the whole statements, which list witnesses."""
    said, narrative = prepared(text, narrative)
    if said != text:
        layout = paragraphs(said)
        mentions = Mentions(said, layout)
        people = Registry(mentions, layout)
    own = of_first_event(layout)
    every, passed_over = find_events(narrative, said, own)
    if not every:
        return None, [passed_over] if passed_over else []
    if own is not layout or is_agenda(every, narrative):
        passed_over = _SEVERAL
    if is_agenda(every, narrative):
        every, own = every[:1], [one for one in layout if one.start <= every[0].start < one.end]
    finder = WitnessFinder(prepared(text, welcoming)[1], own, mentions, people)
    witnesses = finder.find(answering, invited) if every[0].type == "hearing" else finder.find()
    event = replace(
        _facts(said, narrative, layout, own, every, speech),
        chair=chair_of(every, narrative, own, mentions, people),
        witnesses=_titled(text, witnesses, speech),
        suggested=tuple(finder.suggested),
    )
    return event, [one for one in (passed_over, finder.doubt()) if one]


def _facts(
    text: str, narrative: str, layout: list[Paragraph], own: list[Paragraph], every: list[Found], speech: SpeechReader
) -> Event:
    """The event without its people; `own` are the lines of `layout` that are about it."""
    said = text if every[0].spoken else narrative
    dated = day_of(every, said, text, own, release_date(layout))
    title = events.title_of(every, text, said, own, [*speech.not_speech, *speech.titles])
    body = events.body_of(every, text, narrative)
    return Event(
        type=every[0].type,
        title=as_written(title).rstrip(" :") if title else None,
        date=dated.iso,
        date_partial=dated.partial,
        date_basis=dated.basis,
        place=events.place_of(every[0], narrative, own),
        body=as_written(body) if body else None,
    )


def _titled(text: str, witnesses: list[WitnessReading], speech: SpeechReader) -> tuple[WitnessReading, ...]:
    """The witnesses with the titles that attributions give them."""
    spoken: dict[str | None, list[Statement]] = {}
    for statement in speech.statements:
        spoken.setdefault(statement.resolution.full, []).append(statement)
    return tuple(_with_titles(text, one, spoken.get(one.name, [])) for one in witnesses)


def _with_titles(text: str, witness: WitnessReading, statements: list[Statement]) -> WitnessReading:
    titles = list(witness.titles)
    for statement in statements:
        found = statement.attribution
        if not found or not found.label or not found.place.startswith("after"):
            continue
        match = _OFFICE_HELD.match(text, found.label.end, found.label.end + 200)
        words = match.group(1).strip(" ,") if match else ""
        first = words.split()[0].casefold() if words else ""
        known = any(name_key(words) in name_key(one) or name_key(one) in name_key(words) for one in titles)
        if (
            words
            and first in TITLE_WORDS
            and not known
            and not (witness.organization and witness.organization in words)
        ):
            titles.append(words)
    return WitnessReading(witness.name, witness.honorific, tuple(titles), witness.organization)


def _kind(
    layout: list[Paragraph], office: Office, event: Event | None, quotes: list[QuoteReading], narrative: str
) -> Kind:
    lead = [one for one in layout if not one.header and not one.heading and not one.residue][:1]
    speakers = {one.label_in_text for one in quotes if one.label_in_text}
    if len(speakers) <= 1 and len(quotes) == 1 and any(_STATEMENT.search(one.text) for one in lead):
        return "statement"
    if not quotes and event and _FUTURE.search(narrative):
        return "notice"
    if not quotes and not event and not office.as_named:
        return "not_a_release"
    return "press_release"


def _narrative(text: str, passages: list[Passage], quotes: list[QuoteReading]) -> str:
    spans = [(one.start, one.end) for one in passages] + [
        (part.start, part.end) for one in quotes for part in one.parts
    ]
    pieces, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            pieces += [text[at:start], re.sub(r"[^\n]", BLANK, text[start:end])]
            at = end
    return "".join([*pieces, text[at:]])


def _introduce(text: str, mentions: Mentions, people: Registry) -> None:
    for match in _MY_NAME.finditer(text):
        label = mentions.label_at(match.end(), min(match.end() + 60, len(text)))
        if label and label.mention and label.mention.words > 1:
            people.add(label.mention.name, match.end(), strong=True)
    for one in mentions.all:
        namesakes = people.namesakes(one.name) if one.words > 1 else 0
        if namesakes > 1 and not one.possessive and _SPEAKS.match(text, one.party_end or one.end):
            people.add(one.name, one.start, strong=True)


def _mentioned(
    mentions: Mentions, people: Registry, office: Office, event: Event | None, quotes: list[QuoteReading]
) -> tuple[str, ...]:
    known = {office.name} | {one.speaker for one in quotes}
    if event:
        known |= {event.chair} | {one.name for one in event.witnesses}
    others: dict[str, None] = {}
    for one in mentions.all:
        if one.words > 1 and (one.titles or one.party_end):
            full = people.resolve(one.name, one.titles).full or one.name
            if full not in known:
                others.setdefault(full, None)
    return tuple(others)


def _warnings(text: str, quotes: list[QuoteReading]) -> list[str]:
    warnings = []
    if _DAMAGE.search(text):
        warnings.append("The text holds damaged characters; compare it with the original.")
    unsure = sum(1 for one in quotes if one.speaker is None)
    if unsure:
        warnings.append(f"{_of_quotes(unsure, len(quotes))} no certain speaker.")
    open_ended = sum(1 for one in quotes if one.parts[0].opened and not one.parts[-1].closed)
    if open_ended:
        ends = "it ends" if open_ended == 1 else "they end"
        warnings.append(f"{_of_quotes(open_ended, len(quotes))} no closing mark; check where {ends}.")
    return warnings


def _of_quotes(some: int, every: int) -> str:
    """How many quotes have something, as a sentence begins with it: `The only quote has`, `2 of 3 quotes have`."""
    if every == 1:
        return "The only quote has"
    return f"1 of {every} quotes has" if some == 1 else f"{some} of {every} quotes have"


def _unread(text: str, layout: list[Paragraph], quoted: list[Passage]) -> list[str]:
    """Warnings for quotation marks that found no partner, or that were not read, with the words about the first."""
    marks, singles = unpaired(text, layout, quoted), left_out(text, layout, quoted)
    warnings = []
    if marks:
        having = "1 quotation mark has" if len(marks) == 1 else f"{len(marks)} quotation marks have"
        warnings.append(f"{having} no partner, so words may be unread; the first ends: {_words_to(text, marks[0])}")
    if singles:
        ends = _words_to(text, singles[0])
        warnings.append(f"Words in single quotation marks were not read; the first end: {ends} Add them as quotes.")
    return warnings


def _words_to(text: str, mark: int) -> str:
    """The words that end with a quotation mark."""
    low = max(text.rfind("\n", 0, mark) + 1, text.find(" ", max(mark - 40, 0), mark) + 1)
    return text[low : mark + 1].strip()
