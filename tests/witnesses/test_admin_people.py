"""The form of a person: name, address, portrait and protection."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.admin_forms import errors, form_data, save
from tests.factories import make_appearance, make_hearing, make_image, make_person, publish
from witnesses.models import FormerSlug, Witness

pytestmark = pytest.mark.django_db


def change(person):
    return reverse("admin:witnesses_witness_change", args=[person.pk])


def picture(name="portrait.jpg"):
    return SimpleUploadedFile(name, make_image(), "image/jpeg")


def add(client, **fields):
    url = reverse("admin:witnesses_witness_add")
    return client.post(url, form_data(client.get(url), "witness_form") | fields, follow=True)


def test_address_and_filing_are_filled_in_from_the_name(editor_client):
    for _ in range(2):
        add(editor_client, given_name="Jung Hoon", family_name="Lee", family_first="on")
    assert [(one.slug, one.sort_name) for one in Witness.objects.order_by("pk")] == [
        ("lee-jung-hoon", "Lee, Jung Hoon"),
        ("lee-jung-hoon-2", "Lee, Jung Hoon"),
    ]


def test_a_name_without_latin_letters_still_gets_an_address(editor_client):
    add(editor_client, family_name="견본")
    assert Witness.objects.get().slug == "person"


def test_an_address_that_changes_before_it_was_public_is_forgotten(editor_client, client):
    person = make_person(slug="old-name")
    appearance = make_appearance(person=person)
    save(editor_client, change(person), "witness_form", slug="new-name")
    publish(appearance.hearing)
    assert client.get("/witnesses/old-name/").status_code == 404
    assert client.get("/witnesses/new-name/").status_code == 200
    assert not FormerSlug.objects.exists()


def test_an_address_that_another_has_or_had_is_refused(editor_client):
    person, other = make_person(slug="mine"), make_person(slug="taken")
    other.former_slugs.create(slug="once")
    response = save(editor_client, change(person), "witness_form", slug="once")
    assert errors(response) == ["Another person's page had this address. Choose a different one."]
    response = save(editor_client, change(person), "witness_form", slug="taken")
    assert errors(response) == ["Person with this Address already exists."]
    assert 'value="taken"' in response.content.decode()


def test_a_portrait_is_uploaded_shown_and_removed(editor_client):
    person = make_person()
    response = save(editor_client, change(person), "witness_form", upload=picture())
    assert errors(response) == ["Say in words what the portrait shows."]
    save(editor_client, change(person), "witness_form", upload=picture(), portrait_alt="A flat colour.")
    person.refresh_from_db()
    assert person.portrait.name.startswith("orig/")
    address = reverse("admin:witnesses_witness_portrait", args=[person.pk])
    assert f'src="{address}"' in editor_client.get(change(person)).content.decode()
    response = editor_client.get(address)
    response.getvalue()
    assert response["Content-Type"] == "image/jpeg"
    save(editor_client, change(person), "witness_form", remove_portrait="on", portrait_alt="")
    person.refresh_from_db()
    assert person.portrait.name == ""
    assert editor_client.get(address).status_code == 404


def test_a_portrait_that_is_no_image_is_refused(editor_client):
    person = make_person()
    words = SimpleUploadedFile("portrait.jpg", b"words")
    response = save(editor_client, change(person), "witness_form", upload=words)
    assert errors(response) == ["The file is not a JPEG, PNG or WebP image. Save it as one of these."]


def test_a_protected_person_must_be_emptied_first(editor_client):
    person = make_person(native_name="견본", other_spellings="Alba S.")
    response = save(editor_client, change(person), "witness_form", protected="on")
    sentence = "A protected person can have no portrait, no native name and no other spellings. Empty these fields."
    assert errors(response) == [sentence]
    emptied = {"native_name": "", "other_spellings": "", "protected": "on"}
    response = save(editor_client, change(person), "witness_form", upload=picture(), portrait_alt="x", **emptied)
    assert sentence in errors(response)
    save(editor_client, change(person), "witness_form", **emptied)
    person.refresh_from_db()
    assert person.protected


def test_links_to_elsewhere_are_rows(editor_client):
    person = make_person()
    data = form_data(editor_client.get(change(person)), "witness_form")
    data |= {"links-TOTAL_FORMS": 1, "links-0-label": "Institute", "links-0-url": "https://example.org/"}
    editor_client.post(change(person), data)
    assert person.links.get().label == "Institute"


def test_somebody_who_appeared_cannot_be_deleted(editor_client):
    person = make_appearance(hearing=make_hearing()).person
    url = reverse("admin:witnesses_witness_delete", args=[person.pk])
    assert "Cannot delete" in editor_client.get(url).content.decode()
    editor_client.post(url, {"post": "yes"})
    assert Witness.objects.filter(pk=person.pk).exists()


def test_a_portrait_is_for_staff_who_may_see_people(client):
    person = make_person()
    response = client.get(reverse("admin:witnesses_witness_portrait", args=[person.pk]))
    assert response.status_code == 302
