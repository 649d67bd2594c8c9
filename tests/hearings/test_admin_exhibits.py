"""The form of an exhibit: images come in by upload, and stay as they are once published."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings.actions.exhibits import process_waiting
from hearings.models import Capture, Exhibit
from tests.admin_forms import errors, form_data, save
from tests.factories import (
    make_appearance,
    make_capture,
    make_exhibit,
    make_hearing,
    make_image,
    make_quote,
    make_site,
    publish,
)

pytestmark = pytest.mark.django_db


def change(exhibit):
    return reverse("admin:hearings_exhibit_change", args=[exhibit.pk])


def upload(data=None, name="before.jpg"):
    return SimpleUploadedFile(name, data or make_image(), "image/jpeg")


def add(client, hearing, *files):
    """Fill in the form of a new exhibit with these files, and save."""
    url = reverse("admin:hearings_exhibit_add") + f"?hearing={hearing.pk}"
    data = form_data(client.get(url), "exhibit_form") | {"title": "A camp", "captures-TOTAL_FORMS": len(files)}
    for row, file in enumerate(files):
        data |= {f"captures-{row}-label": f"Image {row}", f"captures-{row}-acquired_precision": "unknown"}
        if file:
            data[f"captures-{row}-upload"] = file
    return client.post(url, {**data, "_continue": "Save"}, follow=True)


def test_images_are_uploaded_and_their_facts_read(editor_client):
    hearing = make_hearing()
    add(editor_client, hearing, upload(), upload(name="after.JPG"))
    exhibit = Exhibit.objects.get()
    assert exhibit.hearing == hearing
    assert [(one.label, one.width, one.height, one.order) for one in exhibit.captures.all()] == [
        ("Image 0", 320, 240, 1),
        ("Image 1", 320, 240, 2),
    ]
    capture = exhibit.captures.first()
    assert (capture.media_type, len(capture.sha256), capture.original.name) == (
        "image/jpeg",
        64,
        f"orig/{capture.sha256}",
    )
    assert "The image is being prepared." in editor_client.get(change(exhibit)).content.decode()
    assert [one.label for one in process_waiting()] == ["Image 0", "Image 1"]
    address = reverse("admin:hearings_exhibit_image", args=[exhibit.pk, capture.sha256])
    assert f'src="{address}"' in editor_client.get(change(exhibit)).content.decode()
    response = editor_client.get(address)
    response.getvalue()
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Choose the image file."),
        (
            SimpleUploadedFile("words.jpg", b"not an image"),
            "The file is not a JPEG, PNG, WebP, TIFF or AVIF image. Save it as one of these.",
        ),
        (SimpleUploadedFile("empty.jpg", b""), "The submitted file is empty."),
    ],
)
def test_a_file_that_is_no_image_is_refused_in_words(editor_client, file, sentence):
    response = add(editor_client, make_hearing(), file)
    assert errors(response) == [sentence]
    assert 'value="A camp"' in response.content.decode()
    assert not Exhibit.objects.exists()


def test_the_same_file_twice_is_refused_in_words(editor_client):
    data = make_image()
    response = add(editor_client, make_hearing(), upload(data), upload(data, "again.jpg"))
    assert errors(response) == [
        "The same file stands in this exhibit already. Choose another file, or remove this row."
    ]
    assert not Exhibit.objects.exists()


def test_a_saved_image_is_not_replaced_by_its_neighbour(editor_client):
    data = make_image()
    add(editor_client, make_hearing(), upload(data), upload())
    exhibit = Exhibit.objects.get()
    response = save(editor_client, change(exhibit), "exhibit_form", captures__1__upload=upload(data))
    assert len(errors(response)) == 1
    save(editor_client, change(exhibit), "exhibit_form", captures__0__upload=upload(data), captures__0__label="Same")
    assert exhibit.captures.first().label == "Same"


def test_the_moment_of_acquisition_is_typed_and_shown_in_utc(editor_client):
    exhibit = make_exhibit(captures=1)
    moment = {"captures__0__acquired": "2023-07-01T02:30:00", "captures__0__acquired_precision": "second"}
    save(editor_client, change(exhibit), "exhibit_form", **moment)
    capture = exhibit.captures.get()
    assert capture.acquired == datetime.datetime(2023, 7, 1, 2, 30, tzinfo=datetime.UTC)
    assert 'value="2023-07-01T02:30:00"' in editor_client.get(change(exhibit)).content.decode()


def test_a_date_needs_its_precision(editor_client):
    exhibit = make_exhibit(captures=1)
    response = save(editor_client, change(exhibit), "exhibit_form", captures__0__acquired="2023-07-01T02:30:00")
    assert errors(response) == ["Say how much of the date is known, or leave the date empty."]


def test_one_coordinate_alone_is_refused(editor_client):
    url = reverse("admin:hearings_site_change", args=[make_site().pk])
    response = save(editor_client, url, "site_form", latitude="40.1")
    assert errors(response) == ["Enter both latitude and longitude, or neither."]


def test_only_people_and_quotes_of_the_hearing_are_offered(editor_client):
    quote = make_quote()
    exhibit = make_exhibit(hearing=quote.hearing)
    make_quote()
    make_appearance()
    form = editor_client.get(change(exhibit)).context["adminform"].form
    assert list(form.fields["presented_by"].queryset) == [quote.speaker]
    assert list(form.fields["shown_with"].queryset) == [quote]


def test_published_images_and_facts_are_fixed_and_the_site_too(editor_client):
    exhibit = make_exhibit(site=make_site())
    publish(exhibit.hearing)
    page = editor_client.get(change(exhibit)).content.decode()
    assert "captures-0-label" not in page
    assert "captures-0-DELETE" not in page
    assert 'id="captures-empty"' not in page
    changes = {"title": "Other", "captures__0__label": "Other", "captures__0__DELETE": "on"}
    save(editor_client, change(exhibit), "exhibit_form", **changes, site=make_site().pk)
    stored = Exhibit.objects.get()
    assert (stored.title, stored.site) == (exhibit.title, exhibit.site)
    assert set(Capture.objects.values_list("label", flat=True)) == {"Before", "After"}
    response = editor_client.post(reverse("admin:hearings_exhibit_delete", args=[exhibit.pk]), {"post": "yes"})
    assert response.status_code == 403


@pytest.mark.parametrize(
    ("west", "east", "longitude", "told"),
    [
        (129.0, 130.0, 129.5, False),
        (129.0, 130.0, 130.5, True),
        (179.5, -179.5, 179.9, False),
        (179.5, -179.5, 10.0, True),
    ],
)
def test_a_site_that_its_image_does_not_show_is_noticed(editor_client, west, east, longitude, told):
    site = make_site(latitude=42.5, longitude=longitude)
    exhibit = make_exhibit(captures=0, site=site)
    make_capture(exhibit=exhibit, west=west, east=east, south=42.0, north=43.0)
    page = editor_client.get(change(exhibit)).text
    assert ("By its own georeference it does not show the site." in page) is told


@pytest.mark.parametrize(("there", "label"), [(0, "Before"), (1, "After"), (2, "Later"), (3, "Later")])
def test_every_further_image_has_a_label(editor_client, there, label):
    exhibit = make_exhibit(captures=there)
    rows = editor_client.get(change(exhibit)).context["inline_admin_formsets"][0].formset
    assert rows.empty_form["label"].value() == label
