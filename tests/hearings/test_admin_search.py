"""A permalink pasted into a search box of the admin, in whatever form it was copied, lands on the record's form."""

import pytest
from django.urls import reverse

from hearings.actions.corrections import withdraw
from hearings.actions.people import change_person_slug
from hearings.actions.publishing import change_slug, submit_for_review
from hearings.admin.search import NOT_FOUND, find, is_permalink
from tests.admin_forms import notices
from tests.factories import (
    make_exhibit,
    make_hearing,
    make_public_quote,
    make_quote,
    make_topic,
    make_user,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db

BOXES = ["hearings_hearing", "hearings_quote", "hearings_exhibit", "witnesses_witness", "hearings_correction"]


def form_of(record):
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


@pytest.fixture
def record(db):
    hearing = make_hearing(slug="old-address", topics=[make_topic(name="Rivers")])
    quote = make_quote(hearing=hearing)
    exhibit = make_exhibit(hearing=hearing, captures=1)
    publish(hearing)
    change_slug(hearing=reload(hearing), slug="new-address", by=None)
    person = quote.speaker.person
    change_person_slug(person=person, slug="alba-new", by=None)
    correction = withdraw(record=reload(quote), sentence="Never said.", by=None)
    things = {"hearing": hearing, "quote": quote, "exhibit": exhibit, "person": person, "correction": correction}
    return things | {"body": hearing.bodies.get(), "topic": hearing.topics.get()}


def pasted(record):
    """What somebody may paste, and what it is to lead to."""
    quote, hearing, exhibit = (record[name].public_id for name in ("quote", "hearing", "exhibit"))
    image = record["exhibit"].captures.get().sha256
    return {
        f"http://testserver/q/{quote}/": "quote",
        f"https://record.example.org/q/{quote}/v1/?from=mail#words": "quote",
        f"  <http://testserver/q/{quote}/>. ": "quote",
        f"/q/{quote}/history/": "quote",
        f"testserver/q/{quote}": "quote",
        f"HTTP://TESTSERVER/Q/{quote.upper()}/": "quote",
        quote: "quote",
        f"/h/{hearing}/": "hearing",
        f"/h/{hearing}/v1/": "hearing",
        hearing: "hearing",
        "http://testserver/hearings/new-address/": "hearing",
        "hearings/old-address": "hearing",
        f"/hearings/new-address/#q-{quote}": "quote",
        f"/hearings/new-address/#x-{exhibit}": "exhibit",
        f"/x/{exhibit}/": "exhibit",
        f"/x/{exhibit}/v1/{image}/320.jpg": "exhibit",
        f"/x/{exhibit}.manifest.json": "exhibit",
        f"/corrections/{record['correction'].public_id}/": "correction",
        record["correction"].public_id: "correction",
        "/witnesses/alba-new/": "person",
        f"/witnesses/{record['person'].former_slugs.get().slug}/": "person",
        record["body"].get_absolute_url(): "body",
        record["topic"].get_absolute_url(): "topic",
    }


def test_every_form_of_a_permalink_leads_to_the_form_of_its_record(editor_client, record):
    for text, name in pasted(record).items():
        response = editor_client.get(reverse("admin:find"), {"q": text})
        assert (text, response.status_code, response.get("Location")) == (text, 302, form_of(record[name]))


@pytest.mark.parametrize("box", BOXES)
def test_every_search_box_takes_permalinks(editor_client, record, box):
    url = reverse(f"admin:{box}_changelist")
    response = editor_client.get(url, {"q": f"http://testserver/q/{record['quote'].public_id}/v1/"})
    assert (response.status_code, response["Location"]) == (302, form_of(record["quote"]))
    response = editor_client.get(url, {"q": record["correction"].public_id})
    assert response["Location"] == form_of(record["correction"])


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "text", ["/q/0000000000000000/", "0000000000000000", "https://example.org/", "/q/x/", "/statements/99999/"]
)
def test_what_is_not_in_the_record_is_told_in_a_sentence_and_stays_in_the_box(editor_client, box, text):
    response = editor_client.get(reverse(f"admin:{box}_changelist"), {"q": text})
    assert notices(response) == [NOT_FOUND]
    assert f'value="{text}"' in response.content.decode()


def test_words_are_still_searched_for(editor_client, record):
    response = editor_client.get(reverse("admin:hearings_quote_changelist"), {"q": "sample words"})
    assert response.status_code == 200
    assert "Sample words," in response.content.decode()
    assert notices(response) == []


def test_a_draft_is_found_too(editor_client):
    quote = make_quote()
    response = editor_client.get(reverse("admin:find"), {"q": f"/q/{quote.public_id}/"})
    assert response["Location"] == form_of(quote)


def test_who_may_not_open_it_is_told_so(client):
    user = make_user()
    user.user_permissions.remove(*user.user_permissions.filter(codename__endswith="_quote"))
    client.force_login(user)
    quote = make_public_quote()
    response = client.get(reverse("admin:hearings_hearing_changelist"), {"q": quote.public_id})
    assert notices(response) == ["Your account may not open what stands at this address. Ask an administrator."]


def test_the_first_page_has_a_field_that_keeps_what_was_pasted(editor_client):
    page = editor_client.get("/admin/").content.decode()
    assert f'action="{reverse("admin:find")}"' in page
    response = editor_client.get(reverse("admin:find"), {"q": "/q/0000000000000000/"}, follow=True)
    assert notices(response) == [NOT_FOUND]
    assert 'value="/q/0000000000000000/"' in response.content.decode()
    response = editor_client.get(reverse("admin:find"), {"q": "some words"}, follow=True)
    assert notices(response)[0].startswith("Paste the address of a page of this record, or an id.")
    assert editor_client.get(reverse("admin:find"))["Location"] == "/admin/"


def test_a_stranger_is_sent_to_sign_in(client):
    quote = make_public_quote()
    response = client.get(reverse("admin:find"), {"q": quote.public_id})
    assert response["Location"].startswith("/admin/login/")


def test_the_first_page_lists_quotes_in_review_by_themselves(editor_client):
    hearing = publish(make_hearing())
    quote = make_quote(hearing=hearing, text="Waiting words.")
    submit_for_review(record=quote, by=None)
    page = editor_client.get("/admin/").content.decode()
    assert "Quotes and exhibits in review" in page
    assert form_of(quote) in page


@pytest.mark.parametrize(
    "text", ["rivers", "sample words", "two/three", "see q/a or /h/b", "Sample hearing 12", "é/ü", "q", ""]
)
def test_words_are_no_permalink(text):
    assert not is_permalink(text)


@pytest.mark.parametrize(
    "text", ["/q/\x00/", "/hearings/" + "a" * 5000, "/statements/" + "9" * 40 + ".pdf", "///", "h/"]
)
def test_odd_text_finds_nothing_and_breaks_nothing(text):
    assert find(text) is None
