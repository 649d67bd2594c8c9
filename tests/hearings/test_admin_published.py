"""Published content in the admin: who may not change it, field by field, by whatever is posted."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings.admin.exhibit import ExhibitAdmin
from hearings.admin.hearing import HearingAdmin
from hearings.admin.quote import QuoteAdmin
from hearings.models import Appearance, Capture, Correction, Exhibit, Hearing, Quote
from tests.admin_forms import form_data
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_image,
    make_person,
    make_public_quote,
    make_quote,
    make_site,
    make_user,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db


def step(record, name):
    return reverse(f"admin:hearings_{record._meta.model_name}_{name}", args=[record.pk])


@pytest.fixture
def quote():
    return make_public_quote()


@pytest.fixture
def writer(client):
    """A browser in which an editor is signed in, who may not publish."""
    client.force_login(make_user(username="writer", publisher=False))
    return client


@pytest.mark.parametrize("name", ["approve", "publish", "unschedule", "correct", "withdraw", "restore", "seal"])
def test_an_editor_is_refused_in_plain_words(writer, quote, name):
    for record in (quote, quote.hearing, make_quote()):
        for answer in (writer.get(step(record, name)), writer.post(step(record, name), {"words": "seal"})):
            assert answer.status_code == 403
            assert "Ask a publisher" in answer.content.decode()
    assert reload(quote).state == "published"
    assert not Correction.objects.exists()


OTHER = {
    "date": "1999-01-01",
    "date_precision": "year",
    "date_as_stated": "January 1",
    "start_time": "23:59",
    "time_zone": "Asia/Seoul",
    "kind": "briefing",
    "status": "postponed",
    "congress": "42",
    "confidence": "high",
    "language": "ko",
    "video_url": "https://example.org/other",
    "official_url": "https://example.org/other",
}
FIELDS = [
    *(("hearing", field) for field in (*HearingAdmin.content, "slug", "video_url", "official_url", "topics")),
    *(("quote", field) for field in (*QuoteAdmin.content, "order")),
    *(("exhibit", field) for field in (*ExhibitAdmin.content, "order")),
]


@pytest.mark.parametrize(("noun", "field"), FIELDS)
@pytest.mark.parametrize("token", ["right", "old", "none"])
def test_an_editor_changes_no_published_field_by_posting_it(writer, noun, field, token):
    hearing = make_quote(text="Fine words,").hearing
    make_exhibit(hearing=hearing, site=make_site())
    publish(hearing)
    model = {"hearing": Hearing, "quote": Quote, "exhibit": Exhibit}[noun]
    record = model.objects.get()
    before = model.objects.filter(pk=record.pk).values().get()
    value = {"kind": "partial"}.get(field) if noun == "quote" else None
    data = {field: value or OTHER.get(field, "1"), "revision": {"right": record.revision, "old": 7}.get(token, "")}
    response = writer.post(step(record, "change"), data)
    assert response.status_code == 403
    assert "a publisher makes" in response.content.decode() or "no permission" in response.content.decode()
    assert model.objects.filter(pk=record.pk).values().get() == before
    assert writer.post(step(record, "correct"), data).status_code == 403
    assert model.objects.filter(pk=record.pk).values().get() == before


@pytest.mark.parametrize("field", ["person", "role", "panel", "order", "title", "organization", "affiliation_released"])
def test_nobody_changes_a_person_of_a_published_hearing_outside_a_correction(client, field):
    hearing = publish(make_appearance(panel=1, order=1).hearing)
    other = make_person()
    row = hearing.appearances.get()
    before = Appearance.objects.filter(pk=row.pk).values().get()
    value = {"person": other.pk, "role": "chair", "panel": 2, "order": 9, "affiliation_released": "on"}
    rows = {
        "appearances-TOTAL_FORMS": 2,
        "appearances-INITIAL_FORMS": 1,
        "appearances-0-id": row.pk,
        "appearances-0-hearing": hearing.pk,
        "appearances-1-person": other.pk,
        "appearances-1-role": "witness",
    }
    kept = {"person": row.person_id, "role": "witness", "panel": 1, "order": 1, "title": "Director of Samples"}
    rows |= {f"appearances-0-{name}": old for name, old in kept.items()}
    rows |= {f"appearances-0-{field}": value.get(field, "Other"), "appearances-0-statement_upload-clear": "on"}
    for publisher, status in ((False, 403), (True, 302)):
        client.force_login(make_user(publisher=publisher))
        page = client.get(step(hearing, "change"))
        data = form_data(page, "hearing_form") if publisher else {"revision": hearing.revision}
        assert client.post(step(hearing, "change"), data | rows).status_code == status
        assert Appearance.objects.values().get() == before


CAPTURE = {
    **dict.fromkeys(("label", "alt_text", "acquired_basis", "provider", "platform", "credit", "licence"), "Other"),
    **dict.fromkeys(("sensor", "scene", "crs", "crop", "sharpening", "source_checksum", "long_description"), "Other"),
    "marks": "A; rectangle; 1,1 9,9; Other; Other",
    "may_embed": "on",
    "bands": "3,2,1",
    "acquired": "2020-01-01T00:00:00",
    "acquired_precision": "year",
    "ground_sample_distance": "9",
    "licence_url": "https://example.org/other",
    "is_sample": "on",
    "order": "9",
    "DELETE": "on",
    "upload": None,
}


@pytest.mark.parametrize("field", CAPTURE)
def test_nobody_changes_an_image_of_a_published_exhibit_outside_a_correction(client, field):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    capture = exhibit.captures.get()
    before = Capture.objects.filter(pk=capture.pk).values().get()
    for publisher, status in ((False, 403), (True, 302)):
        client.force_login(make_user(publisher=publisher))
        exhibit = reload(exhibit)
        page = client.get(step(exhibit, "change"))
        data = form_data(page, "exhibit_form") if publisher else {"revision": exhibit.revision}
        data |= {"captures-TOTAL_FORMS": 1, "captures-INITIAL_FORMS": 1, "captures-0-id": capture.pk}
        data |= {f"captures-0-{name}": before[name] or "" for name in ("label", "alt_text", "provider", "credit")}
        data[f"captures-0-{field}"] = CAPTURE[field] or SimpleUploadedFile("other.jpg", make_image(), "image/jpeg")
        assert client.post(step(exhibit, "change"), data).status_code == status
        assert Capture.objects.values().get() == before


def test_a_published_record_is_only_to_be_looked_at_for_an_editor(writer, quote):
    for record in (quote, quote.hearing):
        page = writer.get(step(record, "change")).content.decode()
        assert 'name="_save"' not in page
        assert "They change only by a correction that everybody sees." in page
