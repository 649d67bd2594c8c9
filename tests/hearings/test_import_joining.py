"""A second release of a hearing that is there: its reading is kept, and its quotes become drafts of that hearing."""

import pytest

from hearings.actions.publishing import publish_quote, quote_problems
from hearings.models import Hearing, HistoryEntry, SourceDocument
from tests.factories import make_appearance, make_hearing, make_person, make_quote, publish
from tests.releases import QUOTES, browser, form_values, open_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(db):
    """A draft of the same title, with one of the witnesses and a quote."""
    hearing = make_hearing(title="Lost Samples and Their Finders", slug="lost-samples")
    make_quote(speaker=make_appearance(hearing=hearing, person=make_person(given_name="Alba", family_name="Example")))
    return hearing


def test_the_review_adds_its_quotes_to_the_draft(hearing, editor_client):
    url, values = open_review(editor_client)
    page = browser(editor_client.get(url))
    assert '<a href="#join">add these to that hearing</a>' in page
    assert values["join_to"] == "lost-samples"
    values = {name: value for name, value in values.items() if name not in ("title", "kind", "body")}
    answer = editor_client.post(url, values | {"join": "yes", "people-1-match": values["people-1-match"]}, follow=True)
    assert "Added to “Lost Samples and Their Finders”." in browser(answer)
    assert Hearing.objects.count() == 1
    quotes = list(hearing.quotes.all())[1:]
    assert [(str(quote.speaker.person), quote.passages) for quote in quotes] == QUOTES
    assert [quote.order for quote in quotes] == [1, 2, 3]
    assert [quote_problems(quote) for quote in quotes] == [[], [], []]
    assert hearing.appearances.count() == 3
    assert hearing.mentions.count() == 1
    assert SourceDocument.objects.get(pk=quotes[0].source_id).hearing == hearing
    assert HistoryEntry.objects.filter(action="source added").count() == 1


def test_a_public_hearing_lists_nobody_by_this_and_takes_the_quotes_as_drafts(hearing, editor_client):
    publish(hearing)
    url, values = open_review(editor_client)
    page = browser(editor_client.post(url, values | {"join": "yes"}, follow=True))
    assert "Sam Specimen is not listed at this public hearing: list the person there" in page
    quotes = list(hearing.quotes.filter(state="draft"))
    assert [quote.speaker and str(quote.speaker.person) for quote in quotes] == [None, "Alba Example", None]
    assert (hearing.appearances.count(), hearing.mentions.count()) == (1, 0)
    publish_quote(quote=quotes[1], by=None)
    assert hearing.quotes.filter(state="published").count() == 2


@pytest.mark.parametrize("address", ["", "nowhere"])
def test_an_address_of_no_hearing_loses_nothing(hearing, editor_client, address):
    url, values = open_review(editor_client)
    answer = editor_client.post(url, values | {"join": "yes", "join_to": address, "place": "Room 7"})
    page = browser(answer)
    assert '<a href="#join">The hearing that is there</a>' in page
    assert ("There is no hearing at the address" if address else "Enter the last part of the address") in page
    assert form_values(answer)["place"] == "Room 7"
    assert SourceDocument.objects.filter(hearing=None).count() == 1


@pytest.mark.parametrize(
    ("publisher", "said"),
    [("x" * 251, "At most 250 characters fit here; this has 251."), ("Sample\u202eOffice", "An invisible character")],
)
def test_whose_release_it_is_is_checked_in_the_joining_too(hearing, editor_client, publisher, said):
    url, values = open_review(editor_client)
    sent = values | {"join": "yes", "publisher": publisher, "title": "", "kind": "", "body": ""}
    answer = editor_client.post(url, sent)
    page = browser(answer)
    assert said in page
    assert "Enter the title of the hearing." not in page
    assert form_values(answer)["publisher"] == publisher
    assert SourceDocument.objects.filter(hearing=None).count() == 1
