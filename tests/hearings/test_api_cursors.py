"""The cursors of the API: what was made up or tampered with is a problem, and what fits the description is a place."""

import base64
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearings.api import cursors, references, search
from hearings.api.resources import RESOURCES
from tests.factories import make_public_quote

pytestmark = pytest.mark.django_db
PLACES = {one.noun: one.place for one in RESOURCES.values()} | {
    "references": references.PLACE,
    "search?q=sample": search.PLACE,
}
OLD = [
    {"published_at": "9999-12-31 23:59:59-14:00", "public_id": "a"},
    {"made_at": "9999-12-31 23:59:59-14:00", "public_id": "a"},
    {"published_at": "0001-01-01 00:00:00+14:00", "public_id": "a"},
    {"published_at": "2023-06-13 14:00:00+00:00", "public_id": "\ud800"},
    {"sort_name": "A", "slug": "\ud800"},
    {"skip": "-1"},
    {"skip": "٣"},
]
TAMPERED = [base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in OLD]
ID = "0000000000000000"
AT_EDGES = ["-1", "٣", "1_0", f"-1.{ID}", f"٣.{ID}", f"99999999999999999.{ID}", f"1.{ID[1:]}ı", f"1.{ID}\n"]


def asked(client, noun, cursor):
    path, _, query = noun.partition("?")
    given = dict(pair.split("=") for pair in query.split("&") if pair)
    return client.get(f"/api/v1/{path}", given | {"cursor": cursor})


@pytest.mark.parametrize("noun", PLACES)
def test_a_cursor_that_was_tampered_with_is_a_problem(client, noun):
    for cursor in [*TAMPERED, *AT_EDGES]:
        response = asked(client, noun, cursor)
        assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json"), cursor
        assert "Take it from links.next" in response.json()["detail"]


@pytest.mark.parametrize("noun", PLACES)
def test_whatever_fits_the_description_is_a_place(client, noun):
    make_public_quote()

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(cursors.pattern(PLACES[noun]), fullmatch=True))
    def holds(cursor):
        assert asked(client, noun, cursor).status_code == 200

    holds()


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_a_name_in_a_cursor_comes_back(name):
    place = {"sort_name": cursors.TEXT, "slug": cursors.SLUG}
    values = {"sort_name": name, "slug": "some-one"}
    assert cursors.decode(place, cursors.encode(place, values)) == values
