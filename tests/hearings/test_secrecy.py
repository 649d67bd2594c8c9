"""Nothing of what is not public comes out, on any route, by any link, in any header."""

import pytest
from django.contrib import admin
from django.db import models
from django.urls import reverse

from hearings.actions.publishing import publish_quote, submit_for_review
from hearings.models import Capture, Exhibit, Hearing, Quote
from hearings.previews import Preview, make_token
from hearings.representations.formats import FORMATS
from tests.crawling import addresses_of, ask, crawl, public_routes
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_full_exhibit,
    make_full_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_user,
    publish,
    reload,
    tomorrow,
)

pytestmark = pytest.mark.django_db
STATES = ("draft", "in_review", "scheduled")
UNKNOWN = {
    "public_id": "0" * 16,
    "number": "1",
    "slug": "not-there",
    "pk": "999999",
    "sha256": "0" * 64,
    "width": "480",
    "ending": "jpg",
    "format": "txt",
    "region": "full",
    "size": "max",
    "token": "not-a-token",
    "section": "hearings",
    "page": "9",
    "noun": "quotes",
    "rest": "nothing",
    "edition": "20260101T000000Z",
    "name": "quotes.csv",
}
NOUNS = ["hearings", "quotes", "turns", "exhibits"]
NOT_WORDS = {
    *("public_id", "state", "slug", "kind", "status", "role", "language", "native_language", "time_zone"),
    *("date_precision", "acquired_precision", "coordinate_precision", "sha256", "media_type", "statement"),
    *("portrait", "original", "approved_content", "submitted_content"),
    *("country", "local_language", "confidence", "crs", "bands", "processing", "problem", "licence_code"),
    *("letter", "shape", "file", "action", "accuracy"),
}


def canary(state):
    return f"zq{state.replace('_', '')}canary"


def make_secret(state):
    """A hearing in this state with its canary in every text field of it and of what hangs on it."""
    hearing = make_full_hearing(canary(state), slug=f"hearing-{canary(state)}")
    if state == "in_review":
        for record in (hearing, hearing.quotes.get(), hearing.exhibits.get()):
            submit_for_review(record=record, by=None)
    if state == "scheduled":
        publish(hearing, at=tomorrow())
    return reload(hearing)


@pytest.fixture
def secrets(db):
    """A hearing in each of the states, and beside them a public hearing that has a draft and a scheduled quote."""
    secrets = {state: make_secret(state) for state in STATES}
    public = make_public_quote().hearing
    make_exhibit(hearing=public)
    draft = make_quote(hearing=public, text=f"words-{canary('draft')}", note=canary("draft"))
    make_full_exhibit(canary("draft"), hearing=public, shown_with=draft)
    scheduled = make_quote(hearing=public, text=f"words-{canary('scheduled')}")
    publish_quote(quote=scheduled, by=None, at=tomorrow())
    return secrets


def identities(hearing):
    """What can stand for a parameter of a route, for everything that hangs on a hearing."""
    appearance = hearing.appearances.first()
    quote, exhibit = hearing.quotes.first(), hearing.exhibits.first()
    transcript = hearing.transcripts.first()
    spoken = [transcript, *transcript.turns.all()] if transcript else []
    shelves = [*hearing.bodies.all(), *hearing.topics.all()]
    staff = make_user()
    tokens = [
        make_token(Preview(record._meta.model_name, record.public_id, staff.pk)) for record in (hearing, quote, exhibit)
    ]
    return {
        "public_id": [one.public_id for one in (hearing, quote, exhibit, *spoken)],
        "number": ["1", "2"],
        "slug": [hearing.slug, appearance.person.slug, *(shelf.slug for shelf in shelves)],
        "pk": [str(appearance.pk), str(hearing.pk), str(quote.pk)],
        "sha256": [exhibit.captures.first().sha256],
        "region": ["full"],
        "size": ["max"],
        "width": [str(exhibit.captures.first().rendering["widths"][0])],
        "ending": ["avif", "webp", "jpg"],
        "format": list(FORMATS),
        "token": tokens,
        "section": ["hearings"],
        "page": ["9"],
        "noun": NOUNS,
        "rest": ["nothing"],
        "edition": ["20260101T000000Z"],
        "name": ["quotes.csv"],
    }


def filled(parameters, values):
    """Every way to fill the parameters of a route from `values`."""
    ways = [{}]
    for name in sorted(parameters):
        assert name in values, f"A new parameter in a route: say in this test what to put for {name!r}."
        ways = [way | {name: value} for way in ways for value in values[name]]
    return ways


def every_address(values):
    return [
        (name, addresses_of(name, parameters, way))
        for name, parameters in public_routes()
        for way in filled(parameters, values)
    ]


def test_the_canary_stands_in_every_text_field():
    hearing = make_secret("draft")
    quote, exhibit, appearance = hearing.quotes.get(), hearing.exhibits.get(), hearing.appearances.get()
    mention = hearing.mentions.get()
    rows = [hearing, quote, exhibit, exhibit.captures.get(), appearance, appearance.person, mention, mention.reference]
    transcript = hearing.transcripts.get()
    rows += [transcript, transcript.turns.get(), transcript.sections.get()]
    rows += [
        hearing.sources.get(kind="press_release"),
        hearing.bodies.get(),
        hearing.topics.get(),
        appearance.person.links.get(),
    ]
    for row in rows:
        texts = [field for field in row._meta.fields if isinstance(field, models.CharField | models.TextField)]
        names = {field.name for field in texts if canary("draft") not in getattr(row, field.name)} - NOT_WORDS
        names -= (
            {"url", "description", "abbreviation"} if row in (*hearing.bodies.all(), *hearing.topics.all()) else set()
        )
        assert not names, f"{row._meta.model_name} has texts without the canary: {names}"
    assert canary("draft").encode() in bytes(hearing.sources.get(kind="press_release").original)


def test_no_link_of_a_public_page_leads_to_a_canary(client, secrets):
    answers = crawl(client, "/", "/corrections/feed.atom")
    assert len(answers) > 12
    for address, answer in answers.items():
        for state in STATES:
            assert canary(state).encode() not in answer.everything, (address, state)


def test_no_route_answers_with_a_canary(client, secrets):
    public = Hearing.objects.public().get()
    for hearing in (*secrets.values(), public):
        for name, address in every_address(identities(hearing)):
            answer = ask(client, address)
            for state in STATES:
                body = answer.body.replace(address.encode(), b"")
                assert canary(state).encode() not in body, (name, address)
                assert canary(state) not in repr(answer.headers), (name, address)


def test_draft_in_review_scheduled_and_unknown_answer_with_the_same_bytes(client, secrets):
    hidden = [identities(hearing) for hearing in secrets.values()]
    for name, parameters in public_routes():
        if not parameters:
            continue
        unknown = ask(client, addresses_of(name, parameters, UNKNOWN))
        assert unknown.status == 404, name
        for values in hidden:
            for way in filled(parameters, values):
                assert ask(client, addresses_of(name, parameters, way)) == unknown, (name, way)


def test_the_drafts_of_a_public_hearing_answer_like_unknown_ones_too(client, secrets):
    public = Hearing.objects.public().get()
    hidden = [record for kind in (Quote, Exhibit) for record in kind.objects.filter(hearing=public)]
    hidden = [record for record in hidden if record.state == "draft" or record.is_scheduled]
    assert len(hidden) == 4
    images = [*Capture.objects.filter(exhibit__hearing=public, exhibit__state="draft").values_list("sha256", flat=True)]
    values = {"public_id": [record.public_id for record in hidden], "number": ["1"], "sha256": images}
    values |= {
        "region": ["full"],
        "size": ["max"],
        "width": ["320"],
        "ending": ["avif", "jpg"],
        "format": list(FORMATS),
    }
    values |= {"noun": NOUNS, "rest": ["nothing"]}
    for name, parameters in public_routes():
        if "public_id" in parameters:
            unknown = ask(client, addresses_of(name, parameters, UNKNOWN))
            for way in filled(parameters, values):
                assert ask(client, addresses_of(name, parameters, way)) == unknown, (name, way)


@pytest.mark.parametrize("method", ["head", "post", "put", "patch", "delete", "options"])
def test_other_methods_do_not_tell_drafts_from_unknown_ones(client, secrets, method):
    draft = identities(secrets["draft"])
    for name, parameters in public_routes():
        if parameters:
            unknown = ask(client, addresses_of(name, parameters, UNKNOWN), method=method)
            [way, *_] = filled(parameters, draft)
            assert ask(client, addresses_of(name, parameters, way), method=method) == unknown, (name, method)


@pytest.mark.parametrize("filter_name", ["body", "topic", "year"])
def test_filters_do_not_tell_either(client, secrets, filter_name):
    unknown = ask(client, f"/hearings/?{filter_name}=nothing-such")
    for hearing in secrets.values():
        values = {
            "body": hearing.bodies.get().slug,
            "topic": hearing.topics.get().slug,
            "year": "1999",
        }
        answer = ask(client, f"/hearings/?{filter_name}={values[filter_name]}")
        assert (answer.status, answer.body) == (unknown.status, unknown.body)


def test_an_address_without_its_slash_does_not_tell_either(client, secrets):
    answer = ask(client, "/q/" + "0" * 16)
    quote = secrets["draft"].quotes.get()
    ours = ask(client, f"/q/{quote.public_id}")
    assert (ours.status, ours.body) == (answer.status, answer.body)
    assert ours.location.replace(quote.public_id, "0" * 16) == answer.location


def test_the_admin_tells_a_stranger_nothing(client, secrets):
    for model in admin.site._registry:
        if model._meta.app_label in ("hearings", "witnesses"):
            row = model._default_manager.first()
            for address in (
                reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"),
                reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk if row else 1]),
            ):
                answer = ask(client, address)
                assert answer.status == 302
                assert answer.location.startswith("/admin/login/")
    answer = ask(client, reverse("admin:preview", args=["quote", secrets["draft"].quotes.get().public_id]))
    assert (answer.status, answer.location.split("?")[0]) == (302, "/admin/login/")


def test_a_public_page_that_staff_see_holds_no_draft_either(secrets, editor_client):
    for address, answer in crawl(editor_client).items():
        for state in STATES:
            assert canary(state).encode() not in answer.everything, (address, state)


def test_the_page_of_a_public_person_shows_nothing_of_a_draft_hearing(client):
    person = make_person()
    secret = make_full_hearing(canary("draft"), person=person, slug="secret-hearing")
    assert ask(client, person.get_absolute_url()).status == 404
    make_public_quote(speaker=make_appearance(person=person), text="Public words")
    page = ask(client, person.get_absolute_url()).text
    assert "Public words" in page
    assert canary("draft") not in page
    assert secret.get_absolute_url() not in page
