"""Written statements: which file one is stands in the version of its hearing, and that file alone is served."""

import hashlib

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings.actions.corrections import correct, seal, withdraw
from hearings.actions.exhibits import used_files
from hearings.actions.publishing import publish_hearing
from hearings.actions.record import NotReady
from hearings.storage import keep_document
from tests.admin_forms import form_data
from tests.crawling import ask
from tests.factories import make_appearance, make_hearing, make_person, publish, reload

pytestmark = pytest.mark.django_db
FIRST, SECOND = b"%PDF-1.7 the first statement", b"%PDF-1.7 the second and longer statement"
FIRST_HASH, SECOND_HASH = (hashlib.sha256(data).hexdigest() for data in (FIRST, SECOND))


def with_statement(data=FIRST, **fields):
    return make_appearance(statement=keep_document(data), statement_name="statement.pdf", **fields)


@pytest.fixture
def appearance():
    """Somebody at a public hearing, whose first statement is public."""
    appearance = with_statement()
    publish(appearance.hearing)
    return appearance


def replace(appearance, data):
    appearance.statement = keep_document(data)
    appearance.save()


def served(client, appearance):
    return ask(client, reverse("hearings:statement", args=[appearance.pk]))


def test_the_version_names_the_file_and_its_page_shows_which_it_is(client, appearance):
    hearing = reload(appearance.hearing)
    assert hearing.current.content["people"][0]["statement"] == {"sha256": FIRST_HASH, "bytes": len(FIRST)}
    page = ask(client, hearing.current.get_absolute_url()).text
    assert f"Written statement (PDF), {len(FIRST)} bytes" in page
    assert f"SHA-256 {FIRST_HASH}" in page
    assert served(client, appearance).body == FIRST


def test_another_file_is_not_served_before_a_correction_publishes_it(client, appearance):
    hearing = appearance.hearing
    before = ask(client, hearing.get_absolute_url()).body
    replace(appearance, SECOND)
    assert served(client, appearance).body == FIRST
    assert ask(client, hearing.get_absolute_url()).body == before
    correct(record=reload(hearing), reason="factual", sentence="It was the draft of the statement.", by=None)
    assert served(client, appearance).body == SECOND
    assert f"SHA-256 {FIRST_HASH}" in ask(client, f"/h/{hearing.public_id}/v1/").text
    assert f"SHA-256 {SECOND_HASH}" in ask(client, f"/h/{hearing.public_id}/v2/").text
    assert f"<del>{FIRST_HASH}</del><ins>{SECOND_HASH}</ins>" in ask(client, hearing.get_absolute_url()).text


def test_a_file_of_the_same_size_is_a_change_and_its_difference_is_seen(client, appearance):
    replace(appearance, FIRST.replace(b"first", b"third"))
    correct(record=reload(appearance.hearing), reason="factual", sentence="Its pages were in disorder.", by=None)
    people = [version.content["people"][0]["statement"] for version in appearance.hearing.versions.all()]
    assert people[0]["bytes"] == people[1]["bytes"]
    assert f"<del>{FIRST_HASH}</del>" in ask(client, appearance.hearing.get_absolute_url()).text


def test_staff_replace_a_statement_in_the_correction_of_the_hearing(client, editor_client, appearance):
    url = reverse("admin:hearings_hearing_correct", args=[appearance.hearing_id])
    data = form_data(editor_client.get(url), "hearing_form")
    upload = SimpleUploadedFile("final.pdf", SECOND, "application/pdf")
    data |= {"reason": "factual", "sentence": "The draft had been put here.", "appearances-0-statement_upload": upload}
    assert editor_client.post(url, data).status_code == 302
    assert served(client, appearance).body == SECOND


def test_a_statement_that_a_correction_took_away_is_not_served(client, appearance):
    appearance.statement = appearance.statement_name = ""
    appearance.save()
    assert served(client, appearance).body == FIRST
    correct(record=reload(appearance.hearing), reason="redaction", sentence="It named somebody.", by=None)
    assert served(client, appearance).status == 410
    assert "Written statement" not in ask(client, f"/h/{appearance.hearing.public_id}/v2/").text


def test_a_protected_person_s_statement_is_in_no_version_unless_it_is_released(client):
    hearing, hidden, released = make_hearing(), make_person(protected=True), make_person(protected=True)
    kept_back = with_statement(hearing=hearing, person=hidden)
    shown = with_statement(SECOND, hearing=hearing, person=released, affiliation_released=True)
    publish(hearing)
    assert FIRST_HASH not in reload(hearing).current.canonical
    assert served(client, kept_back).status == 404
    assert served(client, shown).body == SECOND


def test_the_statement_of_a_draft_is_not_there_and_that_of_a_withdrawn_hearing_stays(client, appearance):
    assert served(client, with_statement()).status == 404
    withdraw(record=reload(appearance.hearing), sentence="It was never held.", by=None)
    assert served(client, appearance).body == FIRST


def test_sealing_takes_a_statement_that_was_replaced_before_off_the_disk(
    appearance, django_capture_on_commit_callbacks
):
    replace(appearance, SECOND)
    correct(record=reload(appearance.hearing), reason="factual", sentence="It was another paper.", by=None)
    names = [f"orig/{FIRST_HASH}", f"orig/{SECOND_HASH}"]
    assert all(default_storage.exists(name) for name in names)
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(appearance.hearing), by=None)
    assert not any(default_storage.exists(name) for name in names)


def test_a_statement_that_was_replaced_is_kept_by_the_sweep(appearance):
    replace(appearance, SECOND)
    correct(record=reload(appearance.hearing), reason="factual", sentence="It was another paper.", by=None)
    assert {FIRST_HASH, SECOND_HASH} <= used_files()


def test_a_hearing_is_not_published_while_the_file_of_a_statement_is_missing():
    appearance = with_statement(b"%PDF-1.7 a third")
    default_storage.delete(appearance.statement.name)
    with pytest.raises(NotReady, match=r"The file of the written statement of .* is missing\. Upload it again\."):
        publish_hearing(hearing=appearance.hearing, by=None)
