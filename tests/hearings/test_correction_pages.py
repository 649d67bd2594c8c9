"""After a correction every page, the register and the feed tell one story."""

import datetime
import html
import xml.etree.ElementTree as ElementTree

import pytest
from django.test import override_settings

from hearings.actions.corrections import correct, move_hearing, withdraw
from tests.crawling import crawl
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_quote_in,
    publish,
    reload,
    reword,
)

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
SENTENCE = "The witness said “rivers”; we had printed “liver”."


def text_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def feed_of(client):
    return ElementTree.fromstring(client.get("/corrections/feed.atom").content)  # noqa: S314 (it is our own)


@pytest.fixture
def quote(db):
    hearing = make_hearing(title="Sample hearing on water")
    quote = make_quote_in("Old liver words", "Old rivers words", hearing=hearing)
    publish(hearing)
    return reload(quote)


def test_one_story(client, quote):
    """After a correction every surface says the same: the new words, and that the old ones were corrected."""
    correction = reword(quote, "Old rivers words", sentence=SENTENCE)
    address, difference = quote.get_absolute_url(), "<del>liver</del><ins>rivers</ins>"
    current = text_of(client, address)
    assert "<p>“Old rivers words”</p>" in current
    assert "“Old liver words”" not in current
    assert "2 of 2" in current
    first, second = text_of(client, f"{address}v1/"), text_of(client, f"{address}v2/")
    assert "<p>“Old liver words”</p>" in first
    assert "Corrected since." in first
    assert "<p>“Old rivers words”</p>" in second
    assert "Version 2 is current." in second
    hearing, person = quote.hearing.get_absolute_url(), quote.speaker.person.get_absolute_url()
    for page in (text_of(client, hearing), text_of(client, person)):
        assert "<p>“Old rivers words”</p>" in page
        assert "<strong>Corrected</strong>" in page
        assert "“Old liver words”" not in page
    for place in (address, hearing, correction.get_absolute_url(), f"{address}history/"):
        page = text_of(client, place)
        assert SENTENCE in page
        assert difference in page
        assert correction.get_absolute_url() in page
    assert difference in first
    page = text_of(client, correction.get_absolute_url())
    for link in (address, f"{address}v1/", f"{address}v2/", hearing):
        assert f'href="{link}"' in page
    history = text_of(client, f"{address}history/")
    for version in quote.versions.all():
        assert version.commitment in history
        assert version.get_absolute_url() in history


def test_the_register_and_its_filters_agree(client, quote):
    exhibit = make_exhibit(hearing=quote.hearing, observation="Old")
    other = make_hearing()
    publish(other)
    draft = make_exhibit(hearing=other)
    assert draft.state == "draft"
    correction = reword(quote, "Old rivers words", sentence=SENTENCE)
    quote.hearing.refresh_from_db()
    quote.hearing.summary = "A summary."
    correct(record=quote.hearing, reason="factual", sentence="The summary was missing.", by=None)
    year = correction.made_at.year
    for query in ("", "?kind=typo", "?of=quote", f"?year={year}", f"?kind=typo&of=quote&year={year}", "?kind="):
        assert SENTENCE in text_of(client, f"/corrections/{query}"), query
    for query in ("?kind=factual", "?of=hearing"):
        page = text_of(client, f"/corrections/{query}")
        assert SENTENCE not in page
        assert "The summary was missing." in page
        assert "1 correction found" in page
    for query in ("?of=exhibit", "?kind=redaction", "?kind=typo&of=hearing"):
        page = text_of(client, f"/corrections/{query}")
        assert "0 corrections found" in page
        assert "Nothing was corrected that matches." in page
    for query in ("?kind=nonsense", "?of=nonsense", f"?year={year - 1}", "?page=2"):
        assert client.get(f"/corrections/{query}").status_code == 404, query
    assert exhibit.corrections.count() == 0


def test_the_register_is_paged_latest_first(client, quote):
    for number in range(27):
        reword(quote, ["Old rivers words", "Old liver words"][number % 2], sentence=f"Sentence {number:02}.")
    first, second = text_of(client, "/corrections/"), text_of(client, "/corrections/?page=2")
    assert "27 corrections" in first
    assert first.index("Sentence 26.") < first.index("Sentence 25.") < first.index("Sentence 02.")
    assert "Sentence 01." in second
    assert "Sentence 02." not in second


@override_settings(SITE_URL="https://record.example")
def test_the_feed_is_valid_atom_and_its_links_are_those_of_the_site(client, quote):
    first = reword(quote, "Old rivers words", sentence=SENTENCE)
    second = reword(quote, "Old liver words", sentence="It was right & <b>before</b>.")
    response = client.get("/corrections/feed.atom", headers={"host": "127.0.0.1"})
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(response.content)  # noqa: S314 (it is our own)
    assert feed.tag == f"{ATOM}feed"
    assert feed.findtext(f"{ATOM}id") == "https://record.example/corrections/"
    assert feed.findtext(f"{ATOM}title")
    entries = feed.findall(f"{ATOM}entry")
    expected = [f"https://record.example{correction.get_absolute_url()}" for correction in (second, first)]
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == expected
    assert [entry.find(f"{ATOM}link").get("href") for entry in entries] == expected
    assert {link.get("href").split("/corrections/")[0] for link in feed.iter(f"{ATOM}link")} == {
        "https://record.example"
    }
    summaries = [html.unescape(entry.findtext(f"{ATOM}summary")) for entry in entries]  # HTML, as its type says
    assert summaries == ["It was right & <b>before</b>.", SENTENCE]
    for entry, correction in zip(entries, (second, first), strict=True):
        for name in ("updated", "published"):
            moment = datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}{name}"))
            assert moment.tzinfo is not None
            assert abs(moment - correction.made_at) < datetime.timedelta(seconds=1)
    latest = datetime.datetime.fromisoformat(feed.findtext(f"{ATOM}updated"))
    assert abs(latest - second.made_at) < datetime.timedelta(seconds=1)


def test_control_characters_of_a_source_do_not_break_the_feed(client):
    quote = make_public_quote(text="Page\x0c one \x02 words")
    withdraw(record=quote, sentence="It was\x0b never said.", by=None)
    feed = feed_of(client)
    assert "never said." in feed.findtext(f"{ATOM}entry/{ATOM}summary")


def test_an_empty_register_and_feed_answer(client):
    assert "0 corrections" in text_of(client, "/corrections/")
    feed = feed_of(client)
    assert feed.findall(f"{ATOM}entry") == []


def test_a_wrong_speaker_is_corrected_and_the_first_version_keeps_the_old_one(client, quote):
    old, new = (
        quote.speaker,
        make_appearance(hearing=quote.hearing, person=make_person(given_name="Bela", family_name="Right")),
    )
    quote.speaker = new
    correct(record=quote, reason="misattribution", sentence="Bela Right said it.", by=None)
    current = text_of(client, quote.get_absolute_url())
    assert f"<h1>{new.person.full_name}, " in current
    assert new.person.get_absolute_url() in current
    assert old.person.get_absolute_url() not in current
    first = text_of(client, f"{quote.get_absolute_url()}v1/")
    assert f"<h1>{old.person.full_name}, " in first
    assert "Old liver words" in text_of(client, new.person.get_absolute_url())
    assert "Old liver words" not in text_of(client, old.person.get_absolute_url())
    assert "Wrong speaker" in text_of(client, "/corrections/")


def test_one_story_of_an_exhibit(client):
    hearing = make_hearing()
    exhibit = make_exhibit(hearing=hearing, title="Old title", observation="Old observation")
    publish(hearing)
    exhibit = reload(exhibit)
    exhibit.title, exhibit.observation = "New title", "New observation"
    correction = correct(record=exhibit, reason="factual", sentence="The exhibit was misnamed.", by=None)
    address = exhibit.get_absolute_url()
    page = text_of(client, address)
    assert "<h1>New title</h1>" in page
    assert "<p>New observation</p>" in page
    assert "<h1>Old title</h1>" in text_of(client, f"{address}v1/")
    listed = text_of(client, hearing.get_absolute_url())
    assert f'<a href="{address}">New title</a>' in listed
    for place in (address, hearing.get_absolute_url(), f"{address}history/", correction.get_absolute_url()):
        page = text_of(client, place)
        assert "The exhibit was misnamed." in page
        assert "<del>Old</del><ins>New</ins>" in page
    assert "The exhibit was misnamed." in text_of(client, "/corrections/?of=exhibit")


def test_one_story_of_a_hearing_that_moves(client):
    old, new = make_body(name="Old commission"), make_body(name="New commission")
    hearing = make_hearing(title="Sample hearing", bodies=[old])
    quote = make_quote(hearing=hearing)
    publish(hearing)
    hearing = reload(hearing)
    date = datetime.date(2022, 1, 2)
    correction = move_hearing(
        hearing=hearing, date=date, bodies=[new], sentence="It was held by the other one.", by=None
    )
    address = hearing.get_absolute_url()
    page = text_of(client, address)
    assert "January 2, 2022" in page
    assert "New commission" in page
    assert "January 2, 2022" in text_of(client, quote.get_absolute_url())
    first = text_of(client, f"/h/{hearing.public_id}/v1/")
    assert "June 13, 2023" in first
    assert "<dd>Old commission</dd>" in first
    assert "<dd>New commission</dd>" in text_of(client, f"/h/{hearing.public_id}/v2/")
    for place in (
        address,
        f"/h/{hearing.public_id}/history/",
        correction.get_absolute_url(),
        "/corrections/?of=hearing",
    ):
        assert "It was held by the other one." in text_of(client, place)
    assert "<del>" in text_of(client, correction.get_absolute_url())
    assert "Sample hearing" in text_of(client, new.get_absolute_url())
    assert "Sample hearing" not in text_of(client, old.get_absolute_url())


def test_no_page_still_says_what_was_corrected_except_where_it_says_so(client, quote):
    reword(quote, "Old rivers words", sentence="The witness said rivers.")
    for address, answer in crawl(client).items():
        if answer.status == 200 and b"liver" in answer.body:
            frozen = address.startswith(f"{quote.get_absolute_url()}v1") or address.endswith("/history/")
            frozen = frozen or ("v1%2F" in address and b"Corrected since" in answer.body)
            assert frozen or b"<del>liver</del><ins>rivers</ins>" in answer.body, address
