"""The headers that every answer carries, and that public pages set no cookie."""

import pytest

from tests.factories import make_exhibit, make_hearing, make_public_quote, publish

pytestmark = pytest.mark.django_db

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)


def public_addresses():
    quote = make_public_quote()
    hearing = make_hearing()
    exhibit = make_exhibit(hearing=hearing)
    publish(hearing)
    return [
        "/",
        "/about/",
        "/hearings/",
        "/witnesses/",
        quote.hearing.get_absolute_url(),
        quote.speaker.person.get_absolute_url(),
        quote.get_absolute_url(),
        f"{quote.get_absolute_url()}v1/",
        exhibit.get_absolute_url(),
        hearing.bodies.get().get_absolute_url(),
        "/not/there/",
        "/hearings/?page=x",
        "/static/favicon.svg",
    ]


def test_every_answer_carries_the_whole_set(client):
    for address in public_addresses():
        response = client.get(address)
        response.getvalue()
        assert response["Content-Security-Policy"] == POLICY, address
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["X-Frame-Options"] == "DENY"
        assert response["Referrer-Policy"] == "same-origin"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"
        assert response["Cross-Origin-Embedder-Policy"] == "require-corp"
        assert "geolocation=()" in response["Permissions-Policy"]


def test_public_pages_set_no_cookie_and_do_not_depend_on_one(client):
    for address in public_addresses():
        response = client.get(address)
        response.getvalue()
        assert not response.cookies, address
        assert "Cookie" not in response.get("Vary", ""), address


def test_the_admin_is_never_stored(client):
    response = client.get("/admin/login/")
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Security-Policy"] == POLICY


def test_scripts_and_styles_carry_their_integrity(client):
    page = client.get("/").content.decode()
    assert page.count('rel="stylesheet"') == page.count('integrity="sha384-') == 2


@pytest.mark.parametrize(
    "address",
    [
        "/q/%ff%fe/",
        "/q/" + "a" * 5000 + "/",
        "/q/0000000000000000/v99999999999999999999999/",
        "/hearings/%00/",
        "/hearings/" + "a" * 20000 + "/",
        "/hearings/?page=%00",
        "/hearings/?page=-1",
        "/hearings/?page=99999999999999999999",
        "/hearings/?page=%EF%BC%91",
        "/hearings/?year=%ff",
        "/hearings/?year=20%00",
        "/hearings/?year=9999999999",
        "/hearings/?body=%00",
        "/hearings/?topic=" + "x" * 10000,
        "/witnesses/?page=2",
        "/witnesses/%F0%9F%92%A9/",
        "/witnesses/x/portrait.jpg",
        "/statements/99999999999999999999999999.pdf",
        "/x/0000000000000000/" + "f" * 64 + ".jpg",
        "/topics/%22%3E%3Cscript%3E/",
        "/bodies/../../etc/passwd",
    ],
)
def test_garbage_in_an_address_is_answered_in_the_sites_look(client, address):
    response = client.get(address)
    assert response.status_code in {400, 404}
    assert "<title>There is no such page</title>" in response.content.decode()


def test_an_unknown_host_name_is_refused_in_the_sites_look(client):
    response = client.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "This request cannot be read" in response.content.decode()


def test_only_reading_is_allowed_on_public_pages(client):
    assert client.post("/hearings/").status_code == 405
    assert client.head("/hearings/").status_code == 200
