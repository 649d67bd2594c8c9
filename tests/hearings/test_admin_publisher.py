"""What is public is changed by a publisher alone; what puts a person at risk is refused."""

import pytest
from django.urls import reverse

from hearings.models import SourceDocument
from hearings.storage import keep_document
from tests.factories import (
    make_appearance,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_reference,
    make_source,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client):
    """A browser in which an editor is signed in, who may not publish."""
    client.force_login(make_user(username="writer", publisher=False))
    return client


def change(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def test_an_editor_only_looks_at_what_stands_on_public_pages(writer):
    quote = make_public_quote(hearing=make_hearing())
    reference = make_reference(hearing=quote.hearing)
    person = quote.speaker.person
    for record in (quote.hearing, quote, quote.hearing.bodies.get(), quote.source, reference, person):
        assert writer.get(change(record)).status_code == 200
        assert (
            writer.post(change(record), {"title": "Forged", "name": "Forged", "family_name": "Forged"}).status_code
            == 403
        )
        record.refresh_from_db()
        assert "Forged" not in str(record)


def test_an_editor_changes_what_is_not_public_yet(writer):
    body = make_hearing().bodies.get()
    response = writer.post(change(body), {"name": "Renamed", "slug": body.slug, "kind": "commission"})
    body.refresh_from_db()
    assert (response.status_code, body.name) == (302, "Renamed")


def test_a_waiting_source_is_joined_to_a_hearing_that_is_there(editor_client):
    source, hearing = make_source(), make_hearing()
    fields = {"title": "One more release", "kind": "press_release", "language": "en", "hearing": hearing.pk}
    editor_client.post(change(source), fields)
    assert list(hearing.sources.all()) == [source]
    assert SourceDocument.objects.get().title == "One more release"
    assert 'name="hearing"' not in editor_client.get(change(source)).content.decode()


def test_a_person_whose_name_is_public_cannot_be_made_protected(editor_client):
    person = make_person(given_name="Alba", family_name="Sample")
    make_public_quote(speaker=make_appearance(person=person))
    fields = {"given_name": "", "family_name": "Witness One", "slug": person.slug, "protected": "on", "revision": "0"}
    rows = {"links-TOTAL_FORMS": "0", "links-INITIAL_FORMS": "0"}
    response = editor_client.post(change(person), fields | rows)
    assert "name is public already" in response.content.decode()
    person.refresh_from_db()
    assert not person.protected


def test_the_statement_of_a_protected_person_waits_for_its_release(client):
    speaker = make_appearance(person=make_person(given_name="", family_name="Witness One", protected=True))
    speaker.statement, speaker.statement_name = keep_document(b"%PDF-1.7 /Author(Real Name)"), "Real Name.pdf"
    speaker.save()
    quote = make_quote(speaker=speaker)
    publish(quote.hearing)
    address = reverse("hearings:statement", args=[speaker.pk])
    assert client.get(address).status_code == 404
    assert address not in client.get(quote.hearing.get_absolute_url()).content.decode()


def test_a_filter_that_was_typed_wrong_finds_nothing(editor_client):
    make_hearing()
    response = editor_client.get(reverse("admin:hearings_hearing_changelist"), {"year": "abc"})
    assert response.status_code == 200
    assert "0 hearings" in response.content.decode()


def test_other_addresses_than_web_addresses_are_refused(editor_client):
    person = make_person()
    fields = {"family_name": "Sample", "slug": person.slug, "revision": "0"}
    rows = {
        "links-TOTAL_FORMS": "1",
        "links-INITIAL_FORMS": "0",
        "links-0-label": "x",
        "links-0-url": "ftp://example.org",
    }
    response = editor_client.post(change(person), fields | rows)
    assert "Enter a valid URL" in response.content.decode()
