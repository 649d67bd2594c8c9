"""What a reading proposes for the record: rows to accept, edit or refuse, and what the record knows already."""

import datetime
import re
from dataclasses import dataclass, replace

from hearings.importing.days import complete_date, day_problem
from hearings.importing.load import Decisions, PersonDecision, QuoteDecision, ReferenceDecision
from hearings.importing.matching import BodyIndex, Match, PeopleIndex
from hearings.importing.releases.reading import SURE, Event, QuoteReading, Reading, WitnessReading
from hearings.importing.texts.receive import ImportRefused
from hearings.models import Appearance, Hearing, Reference
from hearings.text import Span, shorten
from hearings.verbatim import bare_words
from witnesses.names import compare, split_honorific

MOST_QUOTES, MOST_PEOPLE = 400, 100
NOT_PLAIN = {
    Appearance.Role.CHAIR: "is not plainly said to have presided",
    Appearance.Role.WITNESS: "is not plainly said to have testified",
}
REFERENCE_WORDS = [
    (Reference.Kind.TREATY, r"convention|protocol|covenant|treaty|charter|declaration|accords?"),
    (Reference.Kind.BILL, r"h\.\s?r\.|h\.\s?res|s\.\s?res|s\.\s?\d|bill|resolution"),
    (Reference.Kind.LAW, r"act|law|pub\.|code|statute"),
    (Reference.Kind.REPORT, r"report|study|findings"),
]


@dataclass(frozen=True)
class PersonRow:
    """A person who was read; `role` is empty and `accepted` False where the text does not list them at the hearing.

    Only who is `sure` is taken by itself: it is not open which person of the record, if any, is meant.
    """

    name: str
    honorific: str
    role: str
    titles: str
    organization: str
    accepted: bool
    match: Match

    @property
    def sure(self) -> bool:
        return self.accepted and not (self.match.possible and not self.match.same)


@dataclass(frozen=True)
class QuoteRow:
    """Words that were read; `speaker` counts the people from 0. Only what is certain is `accepted`.

    `reason` says why the speaker is taken for the one; `still_open` what keeps a certain one from being accepted by
    itself, in words that can follow “since”.
    """

    text: str
    kind: str
    spans: tuple[Span, ...]
    speaker: int | None
    accepted: bool
    confidence: float
    reason: str
    label: str
    still_open: str = ""


@dataclass(frozen=True)
class ReferenceRow:
    title: str
    kind: str


@dataclass(frozen=True)
class Proposal:
    """The draft as it was read. `kind` is empty where the event is none that the record keeps."""

    title: str
    kind: str
    date: datetime.date | None
    date_as_stated: str
    place: str
    body_name: str
    body: Match
    publisher: str
    people: tuple[PersonRow, ...]
    quotes: tuple[QuoteRow, ...]
    references: tuple[ReferenceRow, ...]
    warnings: tuple[str, ...]


def propose(reading: Reading, people: PeopleIndex, bodies: BodyIndex) -> Proposal:
    """Turn a reading into rows. Whatever is too long for the record is left out, with a warning in words."""
    event = reading.event or Event(type="")
    warnings = list(reading.warnings)
    body_name = _fit(event.body, 250, "body", warnings)
    rows = _people(reading, event, people, warnings)
    if len(reading.quotes) > MOST_QUOTES:
        warnings.append(f"Only the first {MOST_QUOTES} of {len(reading.quotes)} quotes are shown.")
    named = dict.fromkeys(_fit(title, 400, "reference", warnings) for title in reading.instruments)
    return Proposal(
        title=_fit(event.title, 400, "title", warnings),
        kind=_kind(event.type),
        date=datetime.date.fromisoformat(event.date) if event.date else None,
        date_as_stated=_fit(event.date_partial, 80, "date", warnings),
        place=_fit(event.place, 250, "place", warnings),
        body_name=body_name,
        body=bodies.match(body_name) if body_name else Match(),
        publisher=_fit(reading.office.name, 250, "publisher", warnings),
        people=rows,
        quotes=_once_each([_quote(quote, rows) for quote in reading.quotes[:MOST_QUOTES]], rows),
        references=tuple(ReferenceRow(title, reference_kind(title)) for title in named if title),
        warnings=tuple(warnings),
    )


def certain(proposal: Proposal, year: int | None = None) -> tuple[Decisions | None, list[str]]:
    """What can be saved without anybody looking, and in words what is left to an editor.

    None instead of decisions where the text names no hearing: then it waits for its review. Nobody is merged with a
    person who is only possibly the same. ImportRefused if `year` does not fit the date in the text.
    """
    date = _date(proposal, year)
    doubts: list[str] = []
    if not proposal.kind or not proposal.title:
        return None, ["The text names no hearing with its title, so no draft was made."]
    if proposal.date and not date:
        doubts.append(f"The text has {proposal.date:%B %-d, %Y} as the day, so the day was left open: enter it.")
    elif not date:
        doubts.append("The year of the hearing is not stated. Enter it before publishing, or import with --year.")
    people, places = _certain_people(proposal, doubts)
    if proposal.body.possible and not proposal.body.same:
        doubts.append(_possible(proposal.body_name, proposal.body, "body"))
    for row in proposal.references:
        if not row.kind:
            doubts.append(f"“{row.title}” was not stored: it is not clear whether it is a law, a treaty or a report.")
    decisions = Decisions(
        title=proposal.title,
        kind=proposal.kind,
        date=date,
        date_as_stated=proposal.date_as_stated or (f"{proposal.date:%B %-d, %Y}" if proposal.date else ""),
        place=proposal.place,
        body=proposal.body.same.pk if proposal.body.same else None,
        new_body=proposal.body_name,
        publisher=proposal.publisher,
        people=people,
        quotes=tuple(_certain_quote(row, places, doubts) for row in proposal.quotes),
        references=tuple(ReferenceDecision(row.title, row.kind) for row in proposal.references if row.kind),
    )
    return decisions, doubts


def _date(proposal: Proposal, year: int | None) -> datetime.date | None:
    if year is None or (proposal.date and proposal.date.year == year):
        return proposal.date if proposal.date and not day_problem(proposal.date) else None
    stated = f"{proposal.date:%B %-d, %Y}" if proposal.date else proposal.date_as_stated
    date = None if proposal.date else complete_date(stated, year)
    if not date or day_problem(date):
        says = f"The text says “{stated}” of the hearing's day" if stated else "The text names no day of the hearing"
        raise ImportRefused(f"{says}; the year {year} does not fit. Leave --year out or correct it.")
    return date


def _certain_people(proposal: Proposal, doubts: list[str]) -> tuple[tuple[PersonDecision, ...], dict[int, int]]:
    people: list[PersonDecision] = []
    places: dict[int, int] = {}
    quoted = {row.speaker for row in proposal.quotes}
    for at, row in enumerate(proposal.people):
        same = row.match.same
        if not row.accepted:
            there = f"is {'quoted' if at in quoted else 'named'} but not listed at the hearing"
            plain = " " in row.name and NOT_PLAIN.get(row.role)
            why = plain or (f"is a {row.role} without a given name" if row.role in NOT_PLAIN else there)
            doubts.append(f"“{row.name}” {why}, and was not added to it.")
            continue
        if same and same.pk in [person.known for person in people]:
            doubts.append(f"“{row.name}” and somebody before are both “{same.name}” in the record; one was added.")
            places[at] = [person.known for person in people].index(same.pk)
            continue
        if row.match.possible and not same:
            doubts.append(_possible(row.name, row.match, "person"))
        places[at] = len(people)
        people.append(
            PersonDecision(
                name=row.name,
                role=row.role,
                honorific=row.honorific,
                titles=row.titles,
                organization=row.organization,
                known=same.pk if same else None,
            )
        )
    return tuple(people), places


def _certain_quote(row: QuoteRow, places: dict[int, int], doubts: list[str]) -> QuoteDecision:
    if not row.accepted:
        why = row.reason.rstrip(".")
        why = row.still_open or f"it is not certain who said it{f' ({why})' if why else ''}"
        doubts.append(f"“{shorten(row.text, 60)}” was stored without a speaker, since {why}.")
    return QuoteDecision(row.spans, row.kind, places[row.speaker] if row.accepted else None)


def _possible(name: str, match: Match, what: str) -> str:
    names = " or ".join(f"“{one.name}”" for one in match.possible)
    why = f" {match.why}" if match.why else ""
    return (
        f"“{name}” may be {names}, already in the record.{why} A new {what} was made: check whether they are the same."
    )


def reference_kind(title: str) -> str:
    """The kind of a named instrument, by its words; empty where they do not say."""
    for kind, words in REFERENCE_WORDS:
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", title, re.I):
            return kind
    return ""


def _kind(event_type: str) -> str:
    words = event_type.lower().replace(" ", "_")
    return words if words in Hearing.Kind.values else ""


def _people(reading: Reading, event: Event, index: PeopleIndex, warnings: list[str]) -> tuple[PersonRow, ...]:
    rows: list[PersonRow] = []
    for person, role in _read_people(reading, event):
        name = _fit(person.name, 120, "name", warnings)
        if not name or any(compare(row.name, name) == "same" for row in rows):
            continue
        if len(rows) == MOST_PEOPLE:
            warnings.append(f"More than {MOST_PEOPLE} people were read; only the first {MOST_PEOPLE} are shown.")
            break
        rows.append(
            PersonRow(
                name=name,
                honorific=_fit(person.honorific, 60, "honorific", warnings),
                role=role,
                titles=_fit("\n".join(person.titles), 1000, "title", warnings),
                organization=_fit(person.organization, 250, "organization", warnings),
                accepted=role in NOT_PLAIN and " " in name and person.name not in event.suggested,
                match=index.match(name, (person.honorific or "", *person.titles, person.organization or "")),
            )
        )
    return tuple(rows)


def _read_people(reading: Reading, event: Event) -> list[tuple[WitnessReading, str]]:
    """The chair, the witnesses, whoever is quoted besides, and whoever else the text names with an office or a party.

    Only the office holder of the last two has a likely role.
    """
    office = reading.office
    styled = split_honorific(office.as_named or "")[0]
    read = [(WitnessReading(event.chair, styled if event.chair == office.name else ""), Appearance.Role.CHAIR.value)]
    read = read if event.chair else []
    read += [(one, Appearance.Role.WITNESS.value) for one in event.witnesses]
    quoted = [quote.speaker for quote in reading.quotes if quote.speaker]
    for name in dict.fromkeys([*quoted, *reading.people_mentioned]):
        own = name == office.name
        read.append((WitnessReading(name, styled if own else ""), Appearance.Role.MEMBER.value if own else ""))
    return read


def _quote(quote: QuoteReading, people: tuple[PersonRow, ...]) -> QuoteRow:
    speaker = next(
        (at for at, row in enumerate(people) if quote.speaker and compare(row.name, quote.speaker) == "same"), None
    )
    certain = quote.confidence >= SURE and speaker is not None
    return QuoteRow(
        text="\n\n".join(part.text for part in quote.parts),
        kind=quote.kind,
        spans=tuple((part.start, part.end) for part in quote.parts),
        speaker=speaker,
        accepted=certain and people[speaker].accepted,
        confidence=quote.confidence,
        reason=quote.reason,
        label=quote.label_in_text or "",
        still_open=_open(people[speaker]) if certain else "",
    )


def _once_each(quotes: list[QuoteRow], people: tuple[PersonRow, ...]) -> tuple[QuoteRow, ...]:
    """A release that came twice in one text has every quote twice: the second one is not accepted by itself."""
    first: dict[tuple[int | None, tuple[str, ...]], int] = {}
    rows = []
    for number, row in enumerate(quotes, start=1):
        before = first.setdefault((row.speaker, bare_words(row.text)), number)
        if before != number and row.speaker is not None:
            why = f"the text has the same words of {people[row.speaker].name} before, as quote {before}"
            row = replace(row, accepted=False, still_open=why)
        rows.append(row)
    return tuple(rows)


def _open(person: PersonRow) -> str:
    """What is open of somebody who is certain to have spoken; empty where nothing is."""
    if not person.accepted:
        return f"the text does not list {person.name} at the hearing"
    return "" if person.sure else f"it is open whether {person.name} is somebody in the record"


def _fit(value: str | None, length: int, what: str, warnings: list[str]) -> str:
    value = (value or "").strip()
    if len(value) <= length:
        return value
    warnings.append(
        f"The {what} that was read, “{shorten(value, 60)}”, is longer than {length} characters and was left out."
    )
    return ""
