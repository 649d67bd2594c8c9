"""One more source of a hearing that is there: its quotes become drafts of that hearing, beside those it has."""

import datetime

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import Max

from hearings.actions.record import NotReady, write_history
from hearings.importing.days import complete_date
from hearings.importing.load import (
    Decisions,
    PersonDecision,
    QuoteDecision,
    SavedAlready,
    add_appearance,
    add_mentions,
    add_quotes,
    note_of,
    tie,
)
from hearings.models import Appearance, Hearing, SourceDocument, State
from hearings.text import passages, shorten
from hearings.verbatim import bare_words

MOST_TOLD = 5  # quotes
SAME, NOBODY = "the same person", "nobody named; say there who spoke"
There = set[tuple[int | None, tuple[str, ...]]]  # whose words the hearing has, and which


def of_this_title(title: str, date: datetime.date | None) -> Hearing | None:
    """The hearing of this title that is there: of the same day before others, and of these a public one before drafts.

    What was withdrawn or sealed takes nothing more, and is left out.
    """
    found = Hearing.objects.filter(title__iexact=title).exclude(state__in=[State.WITHDRAWN, State.SEALED])
    return min(found, key=lambda one: (not may_be_of(one, date), one.is_editable, one.pk), default=None)


def may_be_of(hearing: Hearing, date: datetime.date | None) -> bool:
    """Whether the hearing may have been on this day, as far as either is known."""
    known = {Hearing.Precision.YEAR: 1, Hearing.Precision.MONTH: 2}.get(hearing.date_precision, 3)
    return not (date and hearing.date) or date.timetuple()[:known] == hearing.date.timetuple()[:known]


def day_refusal(hearing: Hearing, date: datetime.date | None, stated: str) -> str:
    """Why a release of this day, or of these words for a day, is of another hearing; empty where it may be of this."""
    told = f"{date:%B %-d, %Y}" if date else stated
    if may_be_of(hearing, date or (complete_date(stated, hearing.date.year) if hearing.date else None)):
        return ""
    return (
        f"The release is of a hearing on {told}, and “{hearing}” was held on {hearing.date_words}. Name the right "
        "hearing, or put the wrong one of the two days right first."
    )


@transaction.atomic
def join(*, source: SourceDocument, hearing: Hearing, decisions: Decisions, by: AbstractUser | None) -> list[str]:
    """Tie the source to the hearing and add its people, quotes and references there; in words what was left open.

    At a public hearing nobody is listed and nothing named by this, since that is a correction: a quote of somebody
    who is not listed there is a draft without a speaker. SavedAlready, NotReady or SourceDocument.DoesNotExist where
    the source is taken or gone, or the hearing is of another day or takes nothing more.
    """
    source = SourceDocument.objects.select_for_update().get(pk=source.pk)
    if source.hearing_id:
        raise SavedAlready(source.hearing)
    hearing = Hearing.objects.select_for_update().get(pk=hearing.pk)
    if hearing.state in (State.WITHDRAWN, State.SEALED):
        raise NotReady([f"“{hearing}” is {hearing.standing.lower()}. Nothing can be added to it."])
    if refusal := day_refusal(hearing, decisions.date, decisions.date_as_stated):
        raise NotReady([refusal])
    doubts: list[str] = []
    appearances = [_listed(hearing, person, doubts) for person in decisions.people]
    last = hearing.quotes.aggregate(last=Max("order"))["last"] or 0
    add_quotes(hearing, source, _not_there(hearing, source, decisions, doubts), appearances, after=last)
    if hearing.is_editable:
        add_mentions(hearing, decisions.references)
    elif decisions.references:
        doubts.append("Laws, treaties and reports were not added, since the hearing is public.")
    tie(source, hearing, decisions.publisher)
    write_history("source added", hearing, by, f"“{source}”. {note_of(source)}")
    return doubts


def _not_there(
    hearing: Hearing, source: SourceDocument, decisions: Decisions, doubts: list[str]
) -> tuple[QuoteDecision, ...]:
    """The quotes whose words the same person, or nobody named, does not have at the hearing; the others are told."""
    there, new = _said_there(hearing), []
    again: dict[str, list[str]] = {SAME: [], NOBODY: []}
    for quote in decisions.quotes:
        person = None if quote.speaker is None else decisions.people[quote.speaker].known
        text = passages(source.text, quote.spans)
        if (person, bare_words(text)) in there:
            again[SAME if person else NOBODY].append(text)
        else:
            new.append(quote)
    for whose, texts in again.items():
        shown = ", ".join(f"“{shorten(text, 60)}”" for text in texts[:MOST_TOLD])
        more = f" and {len(texts) - MOST_TOLD} more" if len(texts) > MOST_TOLD else ""
        doubts += [f"Not added, since the hearing has them already from {whose}: {shown}{more}."] if texts else []
    return tuple(new)


def _said_there(hearing: Hearing) -> There:
    quotes = hearing.quotes.exclude(state__in=[State.WITHDRAWN, State.SEALED]).select_related("current", "speaker")
    return {(one.speaker and one.speaker.person_id, bare_words((one.current or one).text)) for one in quotes}


def _listed(hearing: Hearing, person: PersonDecision, doubts: list[str]) -> Appearance | None:
    """The person's appearance at the hearing; one is made in a draft, and in a public one it is said to be missing."""
    there = list(hearing.appearances.all())
    for row in there:
        if row.person_id == person.known:
            return row
    if hearing.is_editable:
        return add_appearance(hearing, person, max((row.order for row in there), default=0) + 1)
    doubts.append(f"{person.name} is not listed at this public hearing: list the person there, then say who spoke.")
    return None
