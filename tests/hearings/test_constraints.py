"""What the database itself refuses."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from hearings.models import (
    Annotation,
    Appearance,
    Body,
    Capture,
    Exhibit,
    Hearing,
    Quote,
    Reference,
    Site,
    SourceDocument,
)
from tests.factories import (
    make_annotation,
    make_appearance,
    make_body,
    make_capture,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_reference,
    make_site,
    make_source,
    publish,
)
from witnesses.models import Witness

pytestmark = pytest.mark.django_db


def refused(name, write):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        write()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("hearing_has_a_known_state", {"state": "secret"}),
        ("hearing_is_published_at_a_time", {"state": "published"}),
        ("hearing_is_published_at_a_time", {"published_at": timezone.now()}),
        ("hearing_date_is_as_precise_as_it_says", {"date": None}),
        ("hearing_date_is_as_precise_as_it_says", {"date_precision": "stated"}),
        ("hearing_has_a_title", {"title": ""}),
    ],
)
def test_hearing(name, fields):
    make_hearing()
    refused(name, lambda: Hearing.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("quote_has_a_known_state", {"state": "secret"}),
        ("quote_has_words", {"text": ""}),
    ],
)
def test_quote(name, fields):
    make_quote()
    refused(name, lambda: Quote.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "model", "fields"),
    [
        ("What was published is kept", Quote, {"speaker": None}),
        ("What was published is kept", Quote, {"source": None}),
        ("What was published is kept", Exhibit, {"current": None}),
        ("What was published is kept", Hearing, {"date": None, "date_precision": "stated"}),
    ],
)
def test_what_is_published(name, model, fields):
    quote = make_quote()
    make_exhibit(hearing=quote.hearing)
    publish(quote.hearing)
    refused(name, lambda: model.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("What was published is kept", {"number": 0}),
        ("version_has_its_text_until_it_is_sealed", {"canonical": "", "number": 2}),
        ("version_is_of_one_record", {"quote": None, "number": 1}),
        ("What was published is kept", {"number": 1}),
    ],
)
def test_version(name, fields):
    version = make_public_quote().current
    version.pk = None
    for field, value in fields.items():
        setattr(version, field, value)
    refused(name, version.save)


def test_a_person_appears_once_at_a_hearing():
    appearance = make_appearance()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_appearance(hearing=appearance.hearing, person=appearance.person)
    refused("appearance_has_a_known_role", lambda: Appearance.objects.update(role="spy"))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("protected_person_shows_only_the_chosen_name", {"protected": True, "native_name": "견본"}),
        ("protected_person_shows_only_the_chosen_name", {"protected": True, "other_spellings": "Real"}),
        ("protected_person_shows_only_the_chosen_name", {"protected": True, "portrait": "orig/x", "portrait_alt": "x"}),
        ("portrait_is_described_in_words", {"portrait": "orig/x"}),
        ("person_has_a_family_name", {"family_name": ""}),
    ],
)
def test_person(name, fields):
    make_person()
    refused(name, lambda: Witness.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("exhibit_has_a_known_confidence", {"confidence": "certain"}),
        ("exhibit_has_a_known_state", {"state": "secret"}),
    ],
)
def test_exhibit(name, fields):
    make_exhibit(captures=0)
    refused(name, lambda: Exhibit.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("capture_date_is_as_precise_as_it_says", {"acquired_precision": "day"}),
        ("capture_date_is_as_precise_as_it_says", {"acquired": datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)}),
        ("capture_resolution_is_positive", {"ground_sample_distance": 0, "resolution_unknown": False}),
        ("capture_resolution_is_known_or_not", {"ground_sample_distance": 1, "resolution_unknown": True}),
        ("capture_has_all_four_edges_or_none", {"west": 1}),
        ("capture_has_all_four_edges_or_none", {"west": 1, "east": 2, "south": 3}),
        ("capture_has_all_four_edges_or_none", {"west": 1, "south": 5, "east": 2, "north": 4}),
        ("capture_stretch_has_both_ends", {"stretch_low": 1}),
        ("capture_stretch_has_both_ends", {"stretch_low": 2, "stretch_high": 1}),
        ("capture_has_a_known_processing_state", {"processing": "soon"}),
        (
            "capture_ends_after_it_begins",
            {
                "acquired": datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC),
                "acquired_end": datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC),
                "acquired_precision": "day",
            },
        ),
    ],
)
def test_capture(name, fields):
    make_exhibit(captures=1)
    refused(name, lambda: Capture.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("site_has_both_coordinates_or_none", {"latitude": 1}),
        ("site_coordinates_are_on_earth", {"latitude": 91, "longitude": 0}),
        ("site_coordinates_are_on_earth", {"latitude": 0, "longitude": -181}),
        ("site_has_a_name", {"name": ""}),
    ],
)
def test_site(name, fields):
    make_site()
    refused(name, lambda: Site.objects.update(**fields))


@pytest.mark.parametrize(
    ("name", "fields"),
    [("annotation_has_a_known_shape", {"shape": "circle"}), ("annotation_says_what_it_marks", {"text": ""})],
)
def test_annotation(name, fields):
    make_annotation(capture=make_capture(exhibit=make_exhibit(captures=0), label="Before"))
    refused(name, lambda: Annotation.objects.update(**fields))


def test_the_same_file_is_not_shown_twice_in_an_exhibit():
    before, _after = make_exhibit().captures.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        Capture.objects.update(sha256=before.sha256)


def test_source_reference_and_body():
    make_source()
    refused("source_has_a_sha256", lambda: SourceDocument.objects.update(sha256="short"))
    reference = make_reference(earlier_hearing=None)
    reference.earlier_hearing = make_hearing()
    refused("only_an_earlier_hearing_points_to_a_hearing", reference.save)
    body = make_body()
    refused("body_is_not_its_own_parent", lambda: Body.objects.filter(pk=body.pk).update(parent=body.pk))
    assert Reference.objects.count() == 1


def test_what_hangs_together_is_not_deleted():
    quote = make_public_quote()
    for record in (quote.hearing, quote, quote.speaker.person, quote.speaker, quote.source):
        with pytest.raises(ProtectedError):
            record.delete()
