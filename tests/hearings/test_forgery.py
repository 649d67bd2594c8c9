"""Raw SQL that would pass for an action of the site is refused: forged versions, corrections, states and addresses."""

import datetime
import json

import pytest
from django.utils import timezone

from hearings.actions.corrections import withdraw
from hearings.actions.people import change_person_slug
from hearings.actions.publishing import change_slug
from hearings.models import (
    Correction,
    Exhibit,
    FormerSlug,
    Hearing,
    Quote,
    SourceDocument,
    Topic,
    Version,
)
from tests.factories import (
    make_body,
    make_hearing,
    make_quote,
    make_topic,
    make_user,
    publish,
    reload,
)
from tests.hearings.test_immutability import RECORDS, execute, refused, sqlite_only
from witnesses.models import FormerSlug as FormerWitnessSlug

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


def canonical_of(record, number, **fields):
    return json.dumps({"id": record.public_id, "version": number, "text": record.text} | fields)


@pytest.mark.parametrize("number", [1, 2, 4, 9])
def test_a_version_comes_in_only_as_the_next(record, number):
    fields = {"canonical": canonical_of(record, number), "commitment": "0" * 64, "published_at": timezone.now()}
    refused(lambda: Version.objects.create(quote=record, number=number, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"published_at": "2020-01-01T00:00Z"},
        {"published_at": "9999-01-01T00:00Z"},
        {"sealed_at": "2020-01-01T00:00Z", "canonical": ""},
        {"canonical": json.dumps({"id": "0" * 16, "version": 3})},
    ],
)
def test_a_version_is_neither_backdated_nor_born_sealed(record, fields):
    right = {"canonical": canonical_of(record, 3), "commitment": "0" * 64, "published_at": timezone.now()}
    refused(lambda: Version.objects.create(quote=record, number=3, **right | fields))
    Version.objects.create(quote=record, number=3, **right)


def test_words_do_not_change_along_with_a_version_of_another_record_or_an_earlier_one(record):
    stolen = Exhibit.objects.get().current_id
    earlier = record.versions.get(number=1).pk
    for version in (stolen, earlier):
        refused(lambda version=version: Quote.objects.filter(pk=record.pk).update(text="Forged", current=version))
        refused(lambda version=version: Quote.objects.filter(pk=record.pk).update(current=version))


def test_words_do_not_change_along_with_a_next_version_without_a_correction_or_other_than_it_says(record):
    fields = {"commitment": "0" * 64, "published_at": timezone.now(), "number": 3}
    forged = Version.objects.create(quote=record, canonical=canonical_of(record, 3, text="Forged"), **fields)
    quotes = Quote.objects.filter(pk=record.pk)
    refused(lambda: quotes.update(text="Forged", current=forged))
    between = {"quote": record, "from_version": record.current, "to_version": forged, "made_at": timezone.now()}
    Correction.objects.create(reason="typo", sentence="Forged.", **between)
    refused(lambda: quotes.update(text="Other words", current=forged))


def test_a_correction_joins_versions_of_its_record_and_is_made_now(record):
    own, other = record.current, Exhibit.objects.get().current
    right = {"quote": record, "reason": "typo", "sentence": "Words.", "made_at": timezone.now()}
    for one, two in ((own, other), (other, own), (other, other)):
        refused(lambda one=one, two=two: Correction.objects.create(from_version=one, to_version=two, **right))
    for days in (-3, 30):
        wrong = right | {"made_at": timezone.now() + datetime.timedelta(days=days)}
        refused(lambda wrong=wrong: Correction.objects.create(from_version=own, to_version=own, **wrong))


def test_nothing_is_withdrawn_restored_or_sealed_by_its_state_alone(record):
    quotes = Quote.objects.filter(pk=record.pk)
    refused(lambda: quotes.update(state="withdrawn"))
    refused(lambda: quotes.update(state="sealed", text="", note=""))
    withdraw(record=record, sentence="It was never said.", by=None)
    refused(lambda: quotes.update(state="published"))


@sqlite_only
def test_the_source_of_public_words_is_not_replaced(stranger, record):
    columns = [field.column for field in SourceDocument._meta.fields if field.column not in ("id", "text")]
    names = ", ".join(columns)
    statement = f"INSERT OR REPLACE INTO hearings_sourcedocument (id, text, {names}) SELECT id + 1000, 'Evil', {names}"
    refused(lambda: execute(f"{statement} FROM hearings_sourcedocument WHERE id = {record.source_id}"))


def test_a_source_is_blacked_out_only_while_something_is_sealed(record):
    sources = SourceDocument.objects.filter(pk=record.source_id)
    black = "Evil" + "█" * (len(record.source.text) - 4)
    refused(lambda: sources.update(text=black, original=b""))


def test_what_has_a_public_address_keeps_it(record):
    person, body = record.speaker.person, make_body()
    publish(make_hearing(bodies=[body], topics=[make_topic()]))
    for row in (person, body, Topic.objects.get()):
        rows = type(row).objects.filter(pk=row.pk)
        refused(lambda rows=rows: rows.update(slug="evil"))
        refused(lambda rows=rows: rows._raw_delete(using="default"))
    old = person.slug
    change_person_slug(person=person, slug="another", by=make_user())
    former = FormerWitnessSlug.objects.filter(slug=old)
    refused(lambda: former._raw_delete(using="default"))
    refused(lambda: former.update(slug="elsewhere"))
    change_person_slug(person=reload(person), slug=old, by=make_user())


@pytest.mark.parametrize("model", [Quote, Exhibit])
def test_what_is_public_does_not_move_to_another_hearing(model):
    other = make_hearing()
    refused(lambda: model.objects.update(hearing=other))


def test_a_public_hearing_loses_no_address(record):
    hearing = record.hearing
    refused(lambda: Hearing.objects.filter(pk=hearing.pk).update(slug="another"))
    old = hearing.slug
    change_slug(hearing=hearing, slug="another", by=None)
    refused(lambda: FormerSlug.objects.filter(slug=old).delete())
    refused(lambda: FormerSlug.objects.filter(slug=old).update(slug="elsewhere"))
    refused(lambda: FormerSlug.objects.filter(slug=old).update(hearing=make_hearing()))
    change_slug(hearing=reload(hearing), slug=old, by=None)
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["another"]


@pytest.mark.parametrize("fields", [{"text": "Forged"}, {"original": b""}, {"sha256": "0" * 64}])
def test_the_source_of_public_words_stays_as_it_was_received(record, fields):
    refused(lambda: SourceDocument.objects.filter(pk=record.source_id).update(**fields))


def test_the_source_of_a_draft_may_still_be_changed():
    quote = make_quote()
    SourceDocument.objects.filter(pk=quote.source_id).update(text="Other words")
    assert reload(quote).source.text == "Other words"


@pytest.mark.parametrize("model", RECORDS)
def test_nothing_is_sealed_with_its_words_kept(model):
    refused(lambda: model.objects.update(state="sealed"))
