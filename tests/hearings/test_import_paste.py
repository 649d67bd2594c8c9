"""Sources in the admin: pasting a release, who may, what is refused, and what stays as it was received."""

import html

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hearings.models import SourceDocument
from hearings.text import shorten
from tests.factories import make_hearing, make_source, make_user, publish
from tests.releases import IMPORT, RELEASE, browser, form_values, open_review, paste, review_url

pytestmark = pytest.mark.django_db


def test_a_pasted_release_waits_for_its_review(editor_client):
    answer = paste(editor_client, url="https://example.org/r", title="Lost samples", publisher="Sam Specimen")
    source = SourceDocument.objects.get()
    assert answer.url == review_url(source)
    assert (source.hearing, source.url, source.title) == (None, "https://example.org/r", "Lost samples")
    assert (source.text, bytes(source.original)) == (RELEASE, RELEASE.encode())
    assert source.received_by.username == "publisher"


def test_a_text_file_is_taken_with_the_bytes_it_has(editor_client):
    data = b"\xef\xbb\xbf" + RELEASE.replace("\n", "\r\n").encode()
    answer = editor_client.post(IMPORT, {"file": SimpleUploadedFile("r.txt", data), "text": ""})
    source = SourceDocument.objects.get()
    assert answer.status_code == 302
    assert (bytes(source.original), source.text) == (data, RELEASE)


def test_the_same_release_again_leads_to_what_it_became(editor_client):
    url, values = open_review(editor_client)
    page = browser(paste(editor_client, title="Typed"))
    assert f'href="{url}"' in page
    assert 'value="Typed"' in page
    saved = editor_client.post(url, values).url
    assert f'href="{saved}"' in browser(paste(editor_client))
    assert SourceDocument.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": ""}, "Paste the text of the release here, or choose a file below."),
        ({"text": "Nobody says anything here."}, "no quotes"),
        ({"text": "x" * 3_000_000}, "limit is 2 MB"),
        ({"text": RELEASE, "url": "javascript:alert(1)"}, "It begins with https:// or http://."),
        ({"text": RELEASE, "url": "ftp://example.org/"}, "It begins with https:// or http://."),
        ({"text": RELEASE, "title": "x" * 401}, "At most 400 characters fit here; this has 401."),
    ],
)
def test_what_is_refused_keeps_what_was_typed_and_stores_nothing(editor_client, fields, sentence):
    answer = editor_client.post(IMPORT, {"publisher": "Typed <i>", **fields})
    assert answer.status_code == 200
    assert sentence in browser(answer)
    assert 'value="Typed &lt;i&gt;"' in browser(answer)
    assert form_values(answer)["text"].strip() == fields["text"].strip()
    assert not SourceDocument.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"%PDF-1.7 and so on", "This is a PDF, not text."),
        (b"\x93Gr\xf6\x81e,\x94 said Sam.", "neither UTF-8 nor Windows-1252"),
        (b"x" * 10_000_000, "limit is 2 MB"),
    ],
)
def test_a_file_that_is_no_release_is_refused(editor_client, data, sentence):
    answer = editor_client.post(IMPORT, {"file": SimpleUploadedFile("r.txt", data), "title": "Typed"})
    assert sentence in browser(answer)
    assert 'value="Typed"' in browser(answer)
    assert not SourceDocument.objects.exists()


def test_a_text_and_a_file_together_are_refused(editor_client):
    page = browser(paste(editor_client, file=SimpleUploadedFile("r.txt", RELEASE.encode())))
    assert "There is a text and a file." in page
    assert not SourceDocument.objects.exists()


def test_a_paste_of_ten_megabytes_gets_a_sentence_on_the_page(editor_client):
    answer = editor_client.post(IMPORT, {"text": "x" * 10_000_000})
    assert answer.status_code == 413
    assert "A press release has at most 2 MB" in browser(answer)


def test_importing_needs_the_right_to_add_hearings(client):
    reader = make_user(publisher=False)
    reader.user_permissions.set(Permission.objects.filter(codename__in=["view_hearing", "view_sourcedocument"]))
    client.force_login(reader)
    source = make_source()
    for url in (IMPORT, review_url(source)):
        assert client.get(url).status_code == 403
        assert client.post(url, {"text": RELEASE, "discard": "yes"}).status_code == 403
    assert SourceDocument.objects.count() == 1
    assert "Import a press release" not in browser(client.get("/admin/hearings/sourcedocument/"))


def test_a_stranger_is_led_to_the_sign_in(client):
    for url in (IMPORT, review_url(make_source())):
        assert client.get(url).url.startswith("/admin/login/")


def test_a_form_of_another_site_is_refused():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user())
    source = make_source()
    for url in (IMPORT, review_url(source)):
        assert client.post(url, {"text": RELEASE, "discard": "yes"}).status_code == 403
    assert list(SourceDocument.objects.all()) == [source]


def test_what_was_received_cannot_be_edited(editor_client):
    source = make_source(text="“Words,” said Sam.")
    url = reverse("admin:hearings_sourcedocument_change", args=[source.pk])
    page = browser(editor_client.get(url))
    assert "“Words,” said Sam." in page
    assert source.sha256 in page
    values = form_values(editor_client.get(url))
    editor_client.post(url, values | {"title": "Better", "text": "Forged", "sha256": "0" * 64})
    kept = SourceDocument.objects.get()
    assert (kept.title, kept.text, kept.sha256) == ("Better", source.text, source.sha256)


def test_a_source_of_a_published_hearing_is_not_deleted(editor_client):
    waiting, kept = make_source(), make_source(hearing=publish(make_hearing()))
    delete = reverse("admin:hearings_sourcedocument_delete", args=[kept.pk])
    assert editor_client.post(delete, {"post": "yes"}).status_code == 403
    both = {"action": "delete_selected", "_selected_action": [waiting.pk, kept.pk], "post": "yes"}
    editor_client.post("/admin/hearings/sourcedocument/", both)
    assert SourceDocument.objects.count() == 2


def test_the_list_says_what_waits(editor_client):
    waiting, saved = make_source(title="Waiting one"), make_source(title="Saved one", hearing=make_hearing())
    page = browser(editor_client.get("/admin/hearings/sourcedocument/?review=waiting"))
    assert review_url(waiting) in page
    assert shorten(waiting.text, 100) in page
    assert saved.title not in page


def test_the_review_says_what_was_mended_in_the_text(editor_client):
    garbled = RELEASE.replace("“", "â€œ").replace("”", "â€\x9d")
    answer = paste(editor_client, text=garbled)
    source = SourceDocument.objects.get()
    assert source.note
    assert source.note in html.unescape(editor_client.get(answer.url).content.decode())
