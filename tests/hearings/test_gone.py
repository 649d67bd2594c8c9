"""What an address says that was public once: that it was sealed, or that nothing public stands there any more."""

import pytest
from django.urls import reverse
from django.utils import timezone

from hearings.actions.corrections import correct, move_hearing, seal
from hearings.actions.people import change_person_slug, merge_people
from hearings.models import PublishedAddress
from hearings.storage import keep_document
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_body,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db
SEALED, EMPTY = "<h1>This was sealed</h1>", "<h1>Nothing public stands here any more</h1>"


@pytest.fixture
def appearance():
    """Somebody with a statement at a public hearing, beside somebody else."""
    hearing = make_hearing()
    make_appearance(hearing=hearing)
    statement = {"statement": keep_document(b"%PDF-1.7 words"), "statement_name": "words.pdf"}
    appearance = make_appearance(hearing=hearing, person=make_person(slug="alba"), **statement)
    publish(hearing)
    change_person_slug(person=appearance.person, slug="alba-sample", by=None)
    return reload(appearance)


def addresses(appearance):
    return ["/witnesses/alba/", "/witnesses/alba-sample/", reverse("hearings:statement", args=[appearance.pk])]


def answers(client, paths, says):
    for path in paths:
        answer = ask(client, path)
        assert (answer.status, says in answer.text) == (410, True), path
        assert ("sealed</h1>" in answer.text) == (says == SEALED)


def test_whom_a_correction_took_out_was_not_sealed(client, appearance):
    paths, hearing = addresses(appearance), reload(appearance.hearing)
    appearance.delete()
    correct(record=hearing, reason="factual", sentence="Alba was not there.", by=None)
    answers(client, paths, EMPTY)
    page = ask(client, "/witnesses/alba/").text
    assert 'href="/corrections/"' in page
    assert "Alba" not in page


def test_what_was_public_through_a_sealed_hearing_was_sealed(client, appearance):
    seal(record=reload(appearance.hearing), by=None)
    answers(client, addresses(appearance), SEALED)


def test_the_page_of_a_person_whose_merged_entry_appeared_at_a_sealed_hearing_was_sealed(client, appearance):
    keep = make_person(slug="kept")
    merge_people(keep=keep, other=appearance.person, by=None)
    seal(record=reload(appearance.hearing), by=None)
    answers(client, ["/witnesses/kept/", "/witnesses/alba/"], SEALED)


def test_sealed_records_say_so_at_each_of_their_addresses(client):
    quote = make_public_quote()
    correction = correct_note(quote)
    paths = [quote.get_absolute_url(), f"{quote.get_absolute_url()}v1/", correction.get_absolute_url()]
    seal(record=reload(quote), by=None)
    answers(client, paths, SEALED)


def correct_note(quote):
    quote.note = "A note."
    return correct(record=quote, reason="factual", sentence="A note was missing.", by=None)


def test_the_page_of_a_body_that_its_last_hearing_left_stays_and_is_neither_deleted_nor_moved(client, editor_client):
    body = make_body()
    hearing = publish(make_hearing(bodies=[body]))
    move_hearing(hearing=reload(hearing), bodies=[make_body()], sentence="It was held by another.", by=None)
    assert "No hearing is listed here at present." in ask(client, body.get_absolute_url()).text
    editor_client.post(reverse("admin:hearings_body_delete", args=[body.pk]), {"post": "yes"})
    url = reverse("admin:hearings_body_change", args=[body.pk])
    editor_client.post(url, {"name": "Renamed", "slug": "elsewhere", "kind": "other"})
    assert (reload(body).name, reload(body).slug) == ("Renamed", body.slug)


def test_an_address_that_nothing_has_any_more_is_not_called_sealed(client):
    PublishedAddress.objects.create(path="/bodies/gone/", public_from=timezone.now())
    answers(client, ["/bodies/gone/"], EMPTY)


@pytest.mark.parametrize("page", ["0", "99", "x"])
def test_a_page_that_a_public_transcript_does_not_have_was_never_taken_out(client, page):
    transcript = make_public_transcript("Sample words.")
    assert client.get(transcript.get_absolute_url(), {"page": page}).status_code == 404
