"""From received bytes to a source that waits, and from an editor's decisions to a draft in the record."""

import datetime
import hashlib
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from hearings.actions.record import write_history
from hearings.importing.matching import split_body
from hearings.importing.texts.receive import PARSER, take
from hearings.models import Appearance, Body, FormerSlug, Hearing, Mention, Quote, Reference, SourceDocument
from hearings.text import Span, passages, slugify
from witnesses.models import FormerSlug as FormerPersonSlug
from witnesses.models import Witness
from witnesses.names import split_name


class SavedAlready(Exception):
    """The source has become a hearing before; `hearing` is that one."""

    def __init__(self, hearing: Hearing):
        self.hearing = hearing
        super().__init__(f"This import was saved already, as “{hearing}”.")


class StillQuoted(Exception):
    """The source cannot be discarded: quotes point into it."""


@dataclass(frozen=True)
class PersonDecision:
    """Somebody who was there. `known` is the key of a person in the record; None makes a new person."""

    name: str
    role: str
    honorific: str = ""
    titles: str = ""
    organization: str = ""
    known: int | None = None
    family_first: bool = False


@dataclass(frozen=True)
class QuoteDecision:
    """Words to keep: where they stand in the source, and who said them, counted in `people` from 0."""

    spans: tuple[Span, ...]
    kind: str
    speaker: int | None


@dataclass(frozen=True)
class ReferenceDecision:
    title: str
    kind: str


@dataclass(frozen=True)
class Decisions:
    """All that becomes a draft. Without `date` only `date_as_stated` is known; `body` goes before `new_body`."""

    title: str
    kind: str = Hearing.Kind.HEARING
    date: datetime.date | None = None
    date_as_stated: str = ""
    place: str = ""
    body: int | None = None
    new_body: str = ""
    publisher: str = ""
    people: tuple[PersonDecision, ...] = ()
    quotes: tuple[QuoteDecision, ...] = ()
    references: tuple[ReferenceDecision, ...] = ()


def stored(data: bytes) -> SourceDocument | None:
    """The source with exactly these bytes, if it is in the record."""
    digest = hashlib.sha256(data).hexdigest()
    return SourceDocument.objects.listed().select_related("hearing").filter(sha256=digest).first()


def receive(*, data: bytes, text: str, by: AbstractUser | None, **facts: str) -> tuple[SourceDocument, bool]:
    """Keep what was received, to wait for its review. The same bytes are kept once: then the second value is False.

    `facts` are url, title and publisher as they were given. What was mended in the text is noted for its readers.
    """
    digest = hashlib.sha256(data).hexdigest()
    try:
        with transaction.atomic():
            source = SourceDocument.objects.create(
                text=text, original=data, sha256=digest, received_by=by, note=" ".join(take(data).notes), **facts
            )
    except IntegrityError:
        source = stored(data)
        if source is None:
            raise
        return source, False
    return source, True


@transaction.atomic
def save_draft(*, source: SourceDocument, decisions: Decisions, by: AbstractUser | None) -> Hearing:
    """Make the draft hearing with its people, quotes and references, all or nothing, and tie the source to it.

    SavedAlready if the source became a hearing before; SourceDocument.DoesNotExist if it was discarded meanwhile.
    """
    source = SourceDocument.objects.select_for_update().get(pk=source.pk)
    if source.hearing_id:
        raise SavedAlready(source.hearing)
    hearing = _hearing(decisions)
    appearances = [add_appearance(hearing, person, order) for order, person in enumerate(decisions.people, start=1)]
    add_quotes(hearing, source, decisions.quotes, appearances)
    add_mentions(hearing, decisions.references)
    tie(source, hearing, decisions.publisher)
    write_history("imported", hearing, by, f"From “{source}”. {note_of(source)}")
    return hearing


def tie(source: SourceDocument, hearing: Hearing, publisher: str) -> None:
    """Make it a source of the hearing; its review is over."""
    source.hearing = hearing
    source.publisher = source.publisher or publisher
    source.review_left = ""
    source.save(update_fields=["hearing", "publisher", "review_left"])


def add_quotes(
    hearing: Hearing,
    source: SourceDocument,
    quotes: tuple[QuoteDecision, ...],
    appearances: list[Appearance | None],
    after: int = 0,
) -> None:
    """Make draft quotes of the hearing, numbered behind `after`; of `appearances` each takes the one of its speaker."""
    Quote.objects.bulk_create(
        Quote(
            hearing=hearing,
            source=source,
            speaker=None if quote.speaker is None else appearances[quote.speaker],
            kind=quote.kind,
            language=source.language,
            text=passages(source.text, quote.spans),
            spans=[list(span) for span in quote.spans],
            order=order,
        )
        for order, quote in enumerate(quotes, start=after + 1)
    )


def add_mentions(hearing: Hearing, references: tuple[ReferenceDecision, ...]) -> None:
    """Note what the hearing named, once each."""
    for order, named in enumerate(references, start=1):
        Mention.objects.get_or_create(
            hearing=hearing, reference=_reference(named), defaults={"as_named": named.title, "order": order}
        )


def note_of(source: SourceDocument) -> str:
    """Which bytes were imported, and which version of the parser read them."""
    return f"SHA-256 {source.sha256}, parser {PARSER}."


@transaction.atomic
def discard(*, source: SourceDocument) -> None:
    """Delete a source that still waits. SavedAlready or StillQuoted if something hangs on it."""
    source = SourceDocument.objects.select_for_update().get(pk=source.pk)
    if source.hearing_id:
        raise SavedAlready(source.hearing)
    try:
        source.delete()
    except ProtectedError as error:
        raise StillQuoted("Quotes point into this text, so it stays.") from error


def _hearing(decisions: Decisions) -> Hearing:
    day = decisions.date
    address = f"{slugify(decisions.title) or decisions.kind.replace('_', '-')}{f'-{day.year}' if day else ''}"
    hearing = Hearing(
        title=decisions.title,
        kind=decisions.kind,
        date=day,
        date_precision=Hearing.Precision.DAY if day else Hearing.Precision.STATED,
        date_as_stated="" if day else decisions.date_as_stated,
        place=decisions.place,
    )
    _save_at_free_slug(hearing, address, FormerSlug)
    body = _body(decisions)
    if body:
        hearing.bodies.add(body)
    return hearing


def _body(decisions: Decisions) -> Body | None:
    if decisions.body:
        return Body.objects.get(pk=decisions.body)
    name, abbreviation = split_body(decisions.new_body)
    if not name:
        return None
    kinds = (Body.Kind.SUBCOMMITTEE, Body.Kind.COMMITTEE, Body.Kind.COMMISSION)
    kind = next((kind for kind in kinds if kind in name.lower()), Body.Kind.OTHER)
    known = Body.objects.filter(name=name)
    body = known.first() or Body(name=name, abbreviation=abbreviation, kind=kind)
    if body.pk:
        return body
    try:
        _save_at_free_slug(body, slugify(name) or "body")
    except IntegrityError:  # another import has made it at this moment
        return known.get()
    return body


def add_appearance(hearing: Hearing, person: PersonDecision, order: int) -> Appearance:
    """List somebody at a hearing, as the person of the record who was decided upon, or as a new one."""
    return Appearance.objects.create(
        hearing=hearing,
        person=_person(person),
        role=person.role,
        title=person.titles,
        organization=person.organization,
        order=order,
    )


def _person(decision: PersonDecision) -> Witness:
    if decision.known:
        return Witness.objects.get(pk=decision.known)
    person = Witness(honorific=decision.honorific, **name_parts(decision.name, decision.family_first))
    person.sort_name = person.default_sort_name()
    _save_at_free_slug(person, slugify(person.full_name) or "person", FormerPersonSlug)
    return person


def name_parts(full: str, family_first: bool = False) -> dict[str, str | bool]:
    """A full name as the fields of a person. `family_first`: the first word is the family name (`Kim Cheol-su`)."""
    if family_first:
        family, _, given = full.strip().partition(" ")
        return {"given_name": given.strip(), "family_name": family, "suffix": "", "family_first": True}
    name = split_name(full)
    return {"given_name": name.given, "family_name": name.family, "suffix": name.suffix, "family_first": False}


def _reference(named: ReferenceDecision) -> Reference:
    same = Reference.objects.filter(title__iexact=named.title)
    found = same.filter(kind=named.kind).first() or same.first()
    return found or Reference.objects.get_or_create(title=named.title, kind=named.kind)[0]


def _save_at_free_slug(row: models.Model, wanted: str, former: type[models.Model] | None = None) -> None:
    """Save a new row under `wanted` or the next free address, even if somebody else takes that at this moment."""
    while True:
        row.slug = _free_slug(wanted, type(row), former)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
            return
        except IntegrityError:
            if not type(row).objects.filter(slug=row.slug).exists():
                raise
            row.pk = None


def _free_slug(wanted: str, model: type[models.Model], former: type[models.Model] | None = None) -> str:
    """`wanted`, or with the first number behind it that no row has or had."""
    taken = set(model.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    if former:
        taken |= set(former.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
