"""What every program may count on: what is public is only read, any site may read what is gone, nothing grows old."""

import pytest
from django.test import Client

from hearings.actions.corrections import seal
from tests.factories import make_public_quote, make_public_transcript, reload

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    return make_public_quote()


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_whatever_is_public_is_only_read(quote, method):
    strict = Client(enforce_csrf_checks=True)
    page = quote.get_absolute_url()
    of_page = [page, f"{page}v1/card.png", f"{page}embed/", f"{page.rstrip('/')}.json"]
    for address in [*of_page, "/", "/hearings/feed.atom", "/hearings/feed.json", "/oembed", "/data/", "/sitemap.xml"]:
        response = getattr(strict, method)(address)
        assert (response.status_code, response["Allow"]) == (405, "GET, HEAD"), address
        assert response.content == b"This address is only read. Ask with GET or HEAD.\n"


def test_the_admin_still_asks_for_its_token():
    assert Client(enforce_csrf_checks=True).post("/admin/login/").status_code == 403


def test_any_site_may_read_what_is_not_there_and_where_an_address_leads(client, quote):
    transcript = make_public_transcript("Sample words of a turn.", hearing=quote.hearing)
    page = quote.get_absolute_url().rstrip("/")
    for address in [f"/h/{quote.hearing.public_id}/", f"/transcripts/{transcript.public_id}/"]:
        response = client.get(address)
        assert (response.status_code, response["Access-Control-Allow-Origin"]) == (302, "*"), address
    seal(record=reload(quote), by=None)
    for address, status in [(f"{page}.json", 410), (f"{page}.ris", 410), ("/q/0000000000000000.json", 404)]:
        response = client.get(address)
        assert (response.status_code, response["Access-Control-Allow-Origin"]) == (status, "*"), address


def test_nothing_is_shown_from_a_store_without_asking_again(client, quote):
    page = quote.get_absolute_url()
    addresses = [page, f"{page}v1/", f"{page}embed/", quote.hearing.get_absolute_url(), "/sitemap.xml", "/", "/q/0/"]
    for address in addresses:
        assert "no-cache" in client.get(address)["Cache-Control"], address
    seal(record=reload(quote), by=None)
    response = client.get(page)
    assert (response.status_code, "no-cache" in response["Cache-Control"]) == (410, True)


def test_what_is_typed_to_be_checked_is_stored_nowhere(client):
    assert client.get("/check/", {"text": "Words that somebody typed."})["Cache-Control"] == "no-store"
