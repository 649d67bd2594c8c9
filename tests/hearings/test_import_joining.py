"""A second release of a hearing that is there: its reading is kept, and its quotes become drafts of that hearing."""

import datetime

import pytest

from hearings.actions.corrections import correct, withdraw
from hearings.actions.publishing import publish_quote, quote_problems
from hearings.models import Hearing, HistoryEntry, SourceDocument
from tests.admin_forms import save
from tests.factories import make_appearance, make_hearing, make_person, make_quote, publish, reload
from tests.releases import QUOTES, RELEASE, browser, form_values, open_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(db):
    """A draft of the same title, with one of the witnesses and a quote."""
    day = datetime.date(2021, 5, 4)
    hearing = make_hearing(title="Lost Samples and Their Finders", slug="lost-samples", date=day)
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


def joined(client, text, hearing):
    """The page after this release was added to the hearing whose address the review proposes."""
    url, values = open_review(client, text)
    for number in range(3):
        known = form_values(client.get(url)).get(f"people-{number}-match")
        values |= {f"people-{number}-match": known} if known else {}
    return browser(client.post(url, values | {"join": "yes", "join_to": hearing.slug}, follow=True))


def test_an_edited_release_adds_only_the_quotes_that_the_hearing_does_not_have(editor_client):
    url, values = open_review(editor_client)
    editor_client.post(url, values | {"year": "2021"})
    hearing = Hearing.objects.get()
    edited = RELEASE.replace("counts,” said Alba", "counts.” said Alba").replace("They lie unused", "They lie idle")
    page = joined(editor_client, edited, hearing)
    told = page.split("Not added, since the hearing has them already from the same person: ")[1].split("</li>")[0]
    assert told.startswith("“Samples must never be lost")
    assert "”, “Nobody counts what nobody keeps" in told
    assert "They lie" not in told
    texts = [quote.passages[-1][:16] for quote in hearing.quotes.all()]
    assert texts == ["Samples must nev", "Nobody counts wh", "They lie unused,", "They lie idle, a"]


def test_words_of_another_or_that_were_withdrawn_are_added(editor_client):
    url, values = open_review(editor_client)
    editor_client.post(url, values | {"year": "2021"})
    hearing = Hearing.objects.get()
    hearing.quotes.filter(order=1).update(speaker=hearing.appearances.get(role="chair"))
    publish(hearing)
    _, second, third = hearing.quotes.all()
    withdraw(record=second, sentence="It was not said.", by=None)
    third.speaker = hearing.appearances.get(person__family_name="Example")
    correct(record=third, reason="misattribution", sentence="Another said it.", by=None)
    page = joined(editor_client, RELEASE + "\n", hearing)
    assert "Not added" in page
    assert "Nobody counts" not in page.split("Not added")[1].split("</li>")[0]
    assert [quote.text for quote in hearing.quotes.filter(state="draft")] == [second.text, third.text]


def test_words_that_a_new_person_said_are_not_doubled_where_nobody_is_named_for_them(hearing, editor_client):
    publish(hearing)
    joined(editor_client, RELEASE, hearing)
    assert [quote.speaker_id is None for quote in hearing.quotes.filter(state="draft")] == [True, False, True]
    told = joined(editor_client, RELEASE + "\n", hearing)
    assert "already from nobody named; say there who spoke: “Samples must never be lost" in told
    assert "already from the same person: “Nobody counts what nobody keeps" in told
    assert hearing.quotes.filter(state="draft").count() == 3


def test_the_review_proposes_the_public_hearing_before_a_draft_of_the_same_title(hearing, editor_client):
    public = make_hearing(title="lost samples and their finders", slug="public", date=datetime.date(2021, 5, 4))
    publish(public)
    make_hearing(title="Lost Samples and Their Finders", slug="later-draft", date=datetime.date(2021, 5, 4))
    assert open_review(editor_client)[1]["join_to"] == "public"
    assert open_review(editor_client, RELEASE.replace("May 4", "May 4, 2021"))[1]["join_to"] == "public"
    withdraw(record=reload(public), sentence="It was never held.", by=None)
    assert open_review(editor_client, RELEASE + "\n")[1]["join_to"] == "lost-samples"


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


@pytest.mark.parametrize(
    ("day", "entered", "told"),
    [
        (datetime.date(2021, 3, 4), {}, "May 4"),
        (datetime.date(2021, 5, 4), {"year": "2023"}, "May 4, 2023"),
        (datetime.date(2021, 5, 4), {"date": "2023-06-13"}, "June 13, 2023"),
    ],
)
def test_a_release_is_not_added_to_a_hearing_of_another_day(hearing, editor_client, day, entered, told):
    Hearing.objects.update(date=day)
    url, values = open_review(editor_client)
    values |= {"join": "yes", "people-1-match": form_values(editor_client.get(url))["people-1-match"]}
    answer = editor_client.post(url, values | {"place": "Room 7"} | entered)
    said = f"The release is of a hearing on {told}, and “{hearing.title}” was held on {reload(hearing).date_words}."
    assert said in browser(answer)
    assert form_values(answer)["place"] == "Room 7"
    assert (hearing.quotes.count(), SourceDocument.objects.filter(hearing=None).count()) == (1, 1)
    right = {"year": "", "date": day.isoformat(), "date_as_stated": ""}
    assert "Added to “Lost" in browser(editor_client.post(url, values | right, follow=True))


def test_a_release_is_not_joined_to_a_hearing_of_another_day_in_its_own_form_either(hearing, editor_client):
    open_review(editor_client)
    source, other = SourceDocument.objects.get(hearing=None), make_hearing(title="Other")
    url = f"/admin/hearings/sourcedocument/{source.pk}/change/"
    page = browser(save(editor_client, url, "sourcedocument_form", hearing=other.pk))
    assert "The release is of a hearing on May 4, and “Other” was held on June 13, 2023." in page
    save(editor_client, url, "sourcedocument_form", hearing=hearing.pk)
    assert reload(source).hearing == hearing
