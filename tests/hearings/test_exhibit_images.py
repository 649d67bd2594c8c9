"""Images of exhibits: made in a process of their own, versioned, corrected with the exhibit, and never lost."""

import io
import json
import os
import re
import time

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from PIL import Image

from hearings.actions.corrections import correct, seal, withdraw
from hearings.actions.exhibits import process, process_waiting, sweep
from hearings.models import Capture, CustodyEvent, Exhibit, Site
from hearings.storage import derived_folder, keep_exhibit_image, original_name
from tests.admin_forms import errors, form_data, notices, save
from tests.crawling import ask
from tests.factories import (
    image_address,
    make_annotation,
    make_capture,
    make_exhibit,
    make_hearing,
    make_image,
    make_site,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db


def change(exhibit):
    return reverse("admin:hearings_exhibit_change", args=[exhibit.pk])


def custody_of(capture):
    return list(CustodyEvent.objects.filter(file=capture.sha256).values_list("action", flat=True))


def waiting_capture(data, name="sample.jpg", **fields):
    """A capture whose files are still to be made, as the form of an exhibit saves it."""
    facts = keep_exhibit_image(io.BytesIO(data), name)
    of_the_file = ("sha256", "media_type", "byte_size", "width", "height", "needs_stretch", "needs_bands")
    return Capture.objects.create(
        exhibit=make_exhibit(captures=0),
        label="Before",
        original=original_name(facts.sha256),
        **{name: getattr(facts, name) for name in of_the_file},
        **fields,
    )


def test_a_child_process_makes_every_width_and_format_and_the_custody_says_so():
    capture = waiting_capture(make_image(size=(1000, 600)))
    assert process_waiting() == [capture]
    capture.refresh_from_db()
    assert (capture.processing, capture.problem) == ("ready", "")
    rendering = capture.rendering
    assert (rendering["width"], rendering["height"], rendering["tiles"]) == (1000, 600, False)
    folder = settings.DATA_DIR / derived_folder(rendering["recipe"], capture.sha256)
    made = {path.name for path in folder.iterdir()} - {"done.json"}
    assert made == {f"{width}.{ending}" for width in rendering["widths"] for ending in ("avif", "webp", "jpg")}
    event = CustodyEvent.objects.get(file=capture.sha256, action="derived")
    assert len(event.outputs) == len(made)
    assert event.tools["pillow"]
    assert process_waiting() == []


def test_a_file_that_cannot_be_made_into_images_says_why_and_the_others_go_on():
    data = make_image(size=(600, 400))
    broken = bytearray(data)
    half = len(broken) // 2
    broken[half : half + 200] = bytes(200)
    bad, good = waiting_capture(bytes(broken)), waiting_capture(data)
    (settings.DATA_DIR / original_name(bad.sha256)).write_bytes(b"\xff\xd8\xff\xe0 nothing else")
    process_waiting()
    bad.refresh_from_db()
    good.refresh_from_db()
    assert good.processing == "ready"
    assert bad.processing == "failed"
    assert bad.problem.endswith(".")


def test_an_outcome_for_a_file_that_was_replaced_meanwhile_is_not_entered():
    capture = waiting_capture(make_image())
    stale = Capture.objects.get(pk=capture.pk)
    Capture.objects.filter(pk=capture.pk).update(sha256="0" * 64)
    process(capture=stale)
    capture.refresh_from_db()
    assert (capture.processing, capture.rendering) == ("pending", {})


def test_an_image_says_of_itself_what_its_version_says_and_nothing_of_the_original(client):
    exif = Image.Exif()
    exif[0x010E] = "secret description"
    data = make_image(exif=exif, comment=b"secret comment")
    exhibit = make_exhibit(captures=0, title="A sample camp")
    capture = make_capture(exhibit=exhibit, data=data, label="Before", credit="First credit")
    publish(exhibit.hearing)
    first = image_address(exhibit, capture)
    Capture.objects.filter(pk=capture.pk).update(credit="Second & better credit")
    correct(record=reload(exhibit), reason="factual", sentence="The credit was wrong.", by=None)
    second = image_address(exhibit, capture)
    for ending in ("jpg", "webp", "avif"):
        one, two = (ask(client, address.replace("jpg", ending)) for address in (first, second))
        assert b"First credit" in one.body
        assert b"Second &amp; better credit" in two.body
        assert len(one.body) == len(two.body)
        assert b"secret" not in one.body
        assert Image.open(io.BytesIO(one.body)).size == (320, 240)


def test_an_image_is_not_sent_again_to_whoever_has_it(client):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    response = client.get(image_address(exhibit))
    again = client.get(image_address(exhibit), headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert response["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("width", ["319", "99999", "0", "-1", "320x"])
def test_no_other_width_is_there(client, width):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    address = image_address(exhibit).replace("320.jpg", f"{width}.jpg")
    assert ask(client, address).status == 404


def test_withdrawing_an_exhibit_takes_its_images_away_on_every_surface(client):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    address = image_address(exhibit)
    assert ask(client, address).status == 200
    withdraw(record=reload(exhibit), sentence="It shows another place.", by=None)
    assert ask(client, address).status == 410
    for path in ("", "v1/"):
        page = ask(client, f"{exhibit.get_absolute_url()}{path}")
        assert page.status == 200
        assert address not in page.text
    assert custody_of(exhibit.captures.get())[-1] == "withdrawn"


def test_sealing_an_exhibit_takes_its_files_its_site_and_its_marks(django_capture_on_commit_callbacks):
    exhibit = make_exhibit(captures=1, site=make_site(name="Secret place"))
    capture = exhibit.captures.get()
    make_annotation(capture=capture, text="Secret mark")
    publish(exhibit.hearing)
    folder = settings.DATA_DIR / derived_folder(capture.rendering["recipe"], capture.sha256)
    assert folder.is_dir()
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(exhibit), by=None)
    assert not folder.exists()
    assert not Site.objects.exists()
    assert not capture.annotations.exists()
    assert set(CustodyEvent.objects.values_list("note", flat=True)) == {""}


@pytest.mark.parametrize(
    ("precision", "shown", "hidden"),
    [
        ("exact", ["42.123456", "130.654321", "S2A-SCENE", "EPSG:32652"], []),
        ("rounded", ["42.1", "130.7"], ["42.12", "130.65", "S2A-SCENE", "EPSG", "163.25", "44.75"]),
        ("withheld", [], ["42.1", "130.", "S2A-SCENE", "EPSG", "163.25", "44.75"]),
    ],
)
def test_the_precision_of_coordinates_holds_on_every_surface(client, precision, shown, hidden):
    site = make_site(latitude="42.123456", longitude="130.654321", coordinate_precision=precision)
    exhibit = make_exhibit(captures=0, site=site)
    edges = {"west": 130.65012, "south": 42.12012, "east": 130.65912, "north": 42.12912}
    moment = "2020-03-01T00:00:00Z"
    capture = make_capture(
        **{"exhibit": exhibit, "label": "Before", "scene": "S2A-SCENE", "crs": "EPSG:32652", **edges},
        **{"sun_azimuth": 163.25, "sun_elevation": 44.75, "acquired": moment, "acquired_precision": "day"},
    )
    publish(exhibit.hearing)
    base = f"/x/{exhibit.public_id}"
    surfaces = [f"{base}/", f"{base}/v1/", f"{base}/history/", exhibit.hearing.get_absolute_url()]
    surfaces += [f"{base}.stac.json", f"{base}.manifest.json", f"{base}.annotations.json"]
    surfaces += [f"{base}/v1/{capture.sha256}.stac.json", f"{base}/v1/{capture.sha256}/iiif/info.json"]
    answers = [ask(client, address) for address in surfaces]
    assert {answer.status for answer in answers} == {200}
    everything = b"".join(answer.body for answer in answers).decode()
    numbers = re.findall(r"-?\d+\.\d+", re.sub(r'<path [^>]*d="[^"]*"', "", everything))
    for word in shown:
        assert word in everything
    for word in hidden:
        assert not [number for number in numbers if number.startswith(word)], word
        assert word not in re.sub(r"[-\d.]+", " ", everything) or word[0].isdigit()
    files = [ask(client, image_address(exhibit, capture, ending)).body for ending in ("jpg", "webp", "avif")]
    assert not [data for data in files if b"42.1" in data or b"130.6" in data]


def test_what_is_missing_is_listed_and_nothing_is_published_without_it(editor_client):
    capture = waiting_capture(make_image())
    response = editor_client.post(
        reverse("admin:hearings_exhibit_publish", args=[capture.exhibit_id]), {"confirm": "yes"}, follow=True
    )
    page = response.content.decode()
    for words in ("where the date comes from", "the provider", "the licence", "the credit line", "being prepared"):
        assert words in page
    assert not Exhibit.objects.public().exists()


def upload(data=None, name="before.jpg"):
    return SimpleUploadedFile(name, data or make_image(), "image/jpeg")


def add(client, *files, **fields):
    url = reverse("admin:hearings_exhibit_add") + f"?hearing={make_hearing().pk}"
    data = form_data(client.get(url), "exhibit_form") | {"title": "A camp"}
    for row, file in enumerate(files):
        data[f"captures-{row}-upload"] = file
    data |= {name.replace("__", "-"): value for name, value in fields.items()}
    return client.post(url, {**data, "_continue": "Save"}, follow=True)


def test_a_pair_is_dropped_in_and_its_dates_are_proposed_from_the_names(editor_client):
    names = ["m_4709963_se_14_1_20090818.jpg", "m_4709963_se_14_1_20120731.jpg"]
    response = add(editor_client, *(upload(name=name) for name in names))
    before, after = Exhibit.objects.get().captures.all()
    assert (before.label, after.label) == ("Before", "After")
    assert (before.acquired_words, after.acquired_words) == ("August 18, 2009", "July 31, 2012")
    assert before.acquired_basis == "The file name."
    assert any("“Before”: taken from the file name: acquired (utc)" in notice for notice in notices(response))
    assert custody_of(before) == ["received", "hashed"]
    assert names[0] in CustodyEvent.objects.get(action="received", file=before.sha256).note


def test_a_date_that_was_typed_is_not_overwritten(editor_client):
    typed = {"captures__0__acquired": "2001-01-01T00:00:00", "captures__0__acquired_precision": "day"}
    add(editor_client, upload(name="20090818.jpg"), **typed)
    assert Exhibit.objects.get().captures.get().acquired_words == "January 1, 2001"


def test_metadata_of_the_provider_fills_in_what_is_empty(editor_client):
    item = {
        **{"type": "Feature", "stac_version": "1.0.0", "id": "SCENE-1", "bbox": [130.0, 42.0, 130.1, 42.1]},
        "properties": {"datetime": "2021-05-09T03:12:45Z", "platform": "sample-1", "gsd": 0.5, "eo:cloud_cover": 3},
    }
    metadata = SimpleUploadedFile("item.json", json.dumps(item).encode(), "application/json")
    add(editor_client, upload(), captures__0__metadata=metadata)
    capture = Exhibit.objects.get().captures.get()
    assert capture.acquired_words == "May 9, 2021, 03:12:45 UTC"
    assert (capture.platform, capture.scene, capture.cloud_cover, float(capture.ground_sample_distance)) == (
        *("sample-1", "SCENE-1", 3),
        0.5,
    )
    assert (capture.west, capture.north) == (130.0, 42.1)


def test_metadata_that_is_none_is_refused_in_words_and_the_image_is_kept(editor_client):
    response = add(editor_client, upload(), captures__0__metadata=SimpleUploadedFile("item.json", b"{}"))
    assert errors(response) == [
        "The metadata could not be read. Choose a STAC item or a Landsat MTL file, in JSON, or none."
    ]
    data = form_data(response, "exhibit_form")
    assert data["captures-0-received"]
    request = response.request
    editor_client.post(f"{request['PATH_INFO']}?{request['QUERY_STRING']}", data, follow=True)
    assert Exhibit.objects.get().captures.get().width == 320


def test_licence_and_credit_come_from_the_last_image_of_the_provider(editor_client):
    make_capture(exhibit=make_exhibit(captures=0), label="Old", provider="Sample Imagery", licence="By contract")
    add(editor_client, upload(), captures__0__provider="sample imagery")
    capture = Exhibit.objects.get(title="A camp").captures.get()
    assert (capture.licence, capture.credit) == ("By contract", "Sample credit")


def test_marks_are_typed_kept_and_refused_in_words(editor_client):
    exhibit = make_exhibit(captures=1)
    lines = "A; rectangle; 10,10 60,40; New tower; The editors\nB; polygon; 5,5 50,5 20.5,60; Wall"
    save(editor_client, change(exhibit), "exhibit_form", captures__0__marks=lines)
    capture = exhibit.captures.get()
    assert [mark.payload() for mark in capture.annotations.all()] == [
        {
            **{"letter": "A", "text": "New tower", "shape": "rectangle", "points": [[10, 10], [60, 40]]},
            "author": "The editors",
        },
        {
            **{"letter": "B", "text": "Wall", "shape": "polygon", "points": [[5, 5], [50, 5], [20.5, 60]]},
            "author": "The editors",
        },
    ]
    response = save(editor_client, change(exhibit), "exhibit_form", captures__0__marks="A; circle; 1,1; x")
    assert errors(response)[0].startswith("Line 1: Write it as")
    response = save(editor_client, change(exhibit), "exhibit_form", captures__0__marks="A; rectangle; 1,1 999,9; x")
    assert errors(response) == ["Line 1: A corner lies outside the image, which is 320 by 240 pixels."]
    assert capture.annotations.count() == 2


def test_the_scale_follows_the_georeference_where_there_is_one():
    capture = make_capture(exhibit=make_exhibit(captures=0), label="Before", ground_sample_distance="1")
    capture.refresh_from_db()
    assert capture.payload()["pixel_size"] == 1.0
    capture.findings = {"georeference": {"gsd": 5.00001}}
    assert (capture.payload()["pixel_size"], capture.payload()["gsd"]) == (5.0, 1.0)


def test_what_is_only_looked_at_shows_the_time_of_acquisition_in_utc(editor_client):
    moment = "2009-08-18T00:00:00Z"
    exhibit = make_exhibit(captures=0)
    make_capture(exhibit=exhibit, label="Before", acquired=moment, acquired_precision="day")
    publish(exhibit.hearing)
    page = editor_client.get(change(exhibit)).content.decode()
    assert "August 18, 2009" in page
    assert "Aug. 17, 2009" not in page


def test_whoever_changes_what_is_known_of_a_site_is_told_which_public_exhibits_to_correct(editor_client):
    site = make_site(latitude="42.123456", longitude="130.654321", coordinate_precision="exact")
    exhibit = make_exhibit(site=site)
    url = reverse("admin:hearings_site_change", args=[site.pk])
    told = "Correct each of them, so that readers are told."
    hide, show = {"coordinate_precision": "withheld"}, {"coordinate_precision": "exact"}
    assert not any(told in notice for notice in notices(save(editor_client, url, "site_form", **hide)))
    publish(exhibit.hearing)
    assert any(told in notice for notice in notices(save(editor_client, url, "site_form", **show)))


@pytest.mark.parametrize("bands", ["red", "1,2", "1,2,3,4", "-1", "1;2;3", "٣"])
def test_bands_that_are_no_numbers_are_refused_in_words(editor_client, bands):
    exhibit = make_exhibit(captures=1)
    response = save(editor_client, change(exhibit), "exhibit_form", captures__0__bands=bands)
    assert errors(response) == ["Write three numbers, as in 3,2,1, or one for a grey picture."]


def test_what_the_processing_found_stays_though_the_form_was_opened_before(editor_client):
    exhibit = make_exhibit(captures=1)
    data = form_data(editor_client.get(change(exhibit)), "exhibit_form") | {"title": "Another title"}
    Capture.objects.update(west=1.0, south=2.0, east=3.0, north=4.0, crs="EPSG:32652")
    editor_client.post(change(exhibit), data)
    capture = exhibit.captures.get()
    assert (reload(exhibit).title, capture.west, capture.crs) == ("Another title", 1.0, "EPSG:32652")


def test_a_corrected_image_is_made_ready_before_the_correction_is_public(editor_client, client):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    url = reverse("admin:hearings_exhibit_correct", args=[exhibit.pk])
    data = form_data(editor_client.get(url), "exhibit_form")
    data |= {"captures-0-upload": upload(make_image(size=(500, 300))), "reason": "factual"}
    response = editor_client.post(url, data | {"sentence": "The wrong image was shown."}, follow=True)
    assert errors(response) == []
    capture = exhibit.captures.get()
    assert (capture.processing, capture.rendering["width"]) == ("ready", 500)
    assert ask(client, image_address(exhibit, capture)).status == 200
    assert custody_of(capture) == ["received", "hashed", "derived", "corrected"]


def test_the_original_is_for_staff_alone_and_that_it_was_taken_is_written_down(editor_client, client):
    exhibit = make_exhibit(captures=1)
    capture = exhibit.captures.get()
    url = reverse("admin:hearings_capture_original", args=[capture.pk])
    response = editor_client.get(url)
    assert response.getvalue() == (settings.DATA_DIR / original_name(capture.sha256)).read_bytes()
    event = CustodyEvent.objects.get(file=capture.sha256, action="viewed")
    assert event.by.username == "publisher"
    client.logout()
    assert client.get(url).status_code == 302


def test_what_nothing_names_is_swept_after_a_day_and_the_rest_stays():
    used = make_capture(exhibit=make_exhibit(captures=0), label="Before")
    left = [f"orig/{'a' * 64}", f"orig/{'b' * 64}-1234.part", f"d/recipe/{'c' * 64}"]
    new = settings.DATA_DIR / f"orig/{'d' * 64}"
    for name in (*left[:2], f"{left[2]}/480.jpg", new):
        path = settings.DATA_DIR / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"left over")
    two_days_ago = time.time() - 2 * 86_400
    kept = [original_name(used.sha256), derived_folder(used.rendering["recipe"], used.sha256)]
    for name in (*left, *kept):
        os.utime(settings.DATA_DIR / name, (two_days_ago, two_days_ago))
    assert sweep() == left
    assert not any((settings.DATA_DIR / name).exists() for name in left)
    assert all((settings.DATA_DIR / name).exists() for name in (*kept, new))


def test_the_command_makes_what_waits(capsys):
    capture = waiting_capture(make_image())
    call_command("process_images")
    assert capsys.readouterr().out.splitlines()[0] == f"{capture.exhibit.public_id} Before: Ready"
