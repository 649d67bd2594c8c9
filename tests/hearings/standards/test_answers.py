"""The data of an exhibit at its addresses: who gets it, with which headers, and what the page says of it."""

import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template.loader import render_to_string
from django.utils import timezone

from hearings.actions.corrections import seal, withdraw
from hearings.canonical import canonical_json, commitment
from hearings.imaging import xmp
from hearings.models import Correction, Version
from tests.factories import make_exhibit, make_site, publish, reload
from tests.hearings.standards.contents import BEFORE, make_content
from tests.hearings.standards.schemas import IMAGE_INFO, MANIFEST, WEB_ANNOTATION, assert_stac

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibit(db):
    """A public exhibit whose current version is the whole sample."""
    record = make_exhibit()
    publish(record.hearing)
    record = reload(record)
    content = make_content(id=record.public_id, hearing={"id": record.hearing.public_id, "title": "T", "date": "D"})
    record.site = make_site(public_id=content["site"]["id"], coordinate_precision=content["site"]["precision"])
    canonical = canonical_json(content)
    at = timezone.now()
    first, record.current = (
        record.current,
        Version.objects.create(
            exhibit=record, number=2, canonical=canonical, commitment=commitment(canonical), published_at=at
        ),
    )
    Correction.objects.create(
        exhibit=record, from_version=first, to_version=record.current, reason="factual", sentence="Words.", made_at=at
    )
    record.save()
    return record


def below(exhibit):
    base = exhibit.get_absolute_url()
    return [
        f"{base[:-1]}.stac.json",
        f"{base[:-1]}.manifest.json",
        f"{base[:-1]}.annotations.json",
        f"{base}v2/{BEFORE}.stac.json",
        f"{base}v2/{BEFORE}/iiif/info.json",
    ]


def test_each_address_answers_with_its_document(client, exhibit):
    collection, manifest, marks, item, info = (client.get(address) for address in below(exhibit))
    assert_stac(collection.json())
    assert_stac(item.json())
    MANIFEST.validate(manifest.json())
    WEB_ANNOTATION.validate(marks.json())
    IMAGE_INFO.validate(info.json())
    assert item["Content-Type"] == "application/geo+json"
    assert manifest["Content-Type"] == 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'


def test_the_addresses_that_the_documents_name_answer(client, exhibit):
    links = client.get(below(exhibit)[0]).json()["links"]
    hosted = [link["href"] for link in links if link["rel"] in ("self", "item") and BEFORE in link["href"]]
    manifest = client.get(below(exhibit)[1]).json()
    hosted += [page["id"] for page in manifest["seeAlso"]]
    hosted.append(manifest["items"][0]["items"][0]["items"][0]["body"]["service"][0]["id"] + "/info.json")
    assert len(hosted) == 4
    for address in hosted:
        assert client.get(address.removeprefix("http://127.0.0.1:8000")).status_code == 200, address


def test_any_site_may_read_the_data_and_asks_again_each_time(client, exhibit):
    for address in below(exhibit):
        response = client.get(address)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert response["Cache-Control"] == "public, no-cache"
        assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 304
        assert client.post(address).status_code == 405


def test_a_draft_answers_as_nothing_does(client):
    draft = make_exhibit()
    for address in below(draft):
        nothing = client.get(address.replace(draft.public_id, "0" * 16))
        answer = client.get(address)
        assert (answer.status_code, answer.content) == (404, nothing.content)


def test_a_version_that_was_never_published_and_a_foreign_image_are_not_there(client, exhibit):
    item = below(exhibit)[3]
    for address in (item.replace("/v2/", "/v3/"), item.replace(BEFORE, "c" * 64)):
        assert client.get(address).status_code == 404


def test_the_base_address_of_an_image_service_leads_to_its_description(client, exhibit):
    info = below(exhibit)[4]
    response = client.get(info.removesuffix("/info.json"))
    assert (response.status_code, response["Location"]) == (303, info)
    withdraw(record=exhibit, sentence="It shows another place.", by=None)
    assert client.get(info.removesuffix("/info.json")).status_code == 410


def test_withdrawal_leaves_the_words_and_takes_the_image_service(client, exhibit):
    withdraw(record=exhibit, sentence="It shows another place.", by=None)
    *documents, info = below(exhibit)
    for address in documents:
        response = client.get(address)
        assert response.status_code == 200
        assert "2400.jpg" not in response.text
    for address in (info, info.replace("info.json", "full/max/0/default.jpg")):
        response = client.get(address)
        assert (response.status_code, response["Access-Control-Allow-Origin"]) == (410, "*"), address
    assert client.get(info.replace(BEFORE, "c" * 64)).status_code == 404


def test_withdrawal_is_told_with_the_marks_and_changes_their_etag(client, exhibit):
    address = below(exhibit)[2]
    before = client.get(address)
    assert "summary" not in before.json()
    withdraw(record=exhibit, sentence="It shows another place.", by=None)
    after = client.get(address, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert after.json()["summary"] == {"en": ["Withdrawn: the images are no longer shown."]}
    WEB_ANNOTATION.validate(after.json())


def test_the_page_leads_to_its_linked_data_for_who_asks_for_that(client, exhibit):
    page, marks, manifest = exhibit.get_absolute_url(), below(exhibit)[2], below(exhibit)[1]
    of_presentation = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
    of_marks = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
    for accepted, target in [("application/ld+json", marks), (of_marks, marks), (of_presentation, manifest)]:
        response = client.get(page, headers={"accept": accepted})
        assert (response.status_code, response.get("Location")) == (303, target), accepted
        assert (response["Access-Control-Allow-Origin"], "Accept" in response["Vary"]) == ("*", True)
    assert client.get(page, headers={"accept": "text/html,application/ld+json;q=0.9"}).status_code == 200


def test_what_is_sealed_is_gone(client, exhibit):
    seal(record=exhibit, by=None)
    for address in below(exhibit):
        assert client.get(address).status_code in (404, 410)


def test_a_rendering_comes_in_a_sandbox_and_nothing_else_comes(client, exhibit):
    default_storage.save(f"d/web-2/{BEFORE}/2400.jpg", ContentFile(b"JPEG" + xmp.packet({})))
    service = below(exhibit)[4].removesuffix("info.json")
    response = client.get(f"{service}full/max/0/default.jpg")
    assert response.getvalue().startswith(b"JPEG<?xpacket")
    assert b"<dc:title>" in response.getvalue()
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Access-Control-Allow-Origin"] == "*"
    for wrong in ("full/960,721", "full/960,720", "0,0,512,512/512,512", "../max", "%2e%2e/max", "full/..%2f..%2forig"):
        assert client.get(f"{service}{wrong}/0/default.jpg").status_code == 404, wrong


def test_each_document_costs_few_queries(client, exhibit, django_assert_num_queries):
    for address, queries in zip(below(exhibit), [2, 2, 2, 3, 3], strict=True):
        with django_assert_num_queries(queries):
            client.get(address)


def test_no_text_ends_the_block_of_data_on_the_page(exhibit):
    content = make_content(id=exhibit.public_id, title="</script><script>alert(1)</script>&amp;")
    version = Version(exhibit=exhibit, number=2, canonical=canonical_json(content))
    head = render_to_string(
        "hearings/_exhibit_head.html", {"exhibit": exhibit, "version": version, "hearing": exhibit.hearing}
    )
    block = head.split('<script type="application/ld+json">')[1].split("</script>")
    assert len(block) == 2
    assert json.loads(block[0])["@graph"][0]["isPartOf"]["name"] == content["title"]
    assert "<" not in block[0]
