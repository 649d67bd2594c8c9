"""Feeds, sitemaps and what programs ask a site for."""

import datetime
import json
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
from django.conf import settings
from jsonschema import validate

from hearings.actions.corrections import withdraw
from hearings.actions.publishing import publish_exhibit
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_topic,
    publish,
    reload,
    tomorrow,
)

pytestmark = pytest.mark.django_db
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items", "feed_url", "home_page_url"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "description": {"type": "string"},
        "language": {"type": "string"},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "content_text", "date_published"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "pattern": "^https?://"},
                    "url": {"type": "string", "pattern": "^https?://"},
                    "title": {"type": "string"},
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": {"type": "string", "format": "date-time"},
                    "date_modified": {"type": "string", "format": "date-time"},
                    "authors": {
                        "type": "array",
                        "items": {"type": "object", "required": ["name"]},
                    },
                    "language": {"type": "string"},
                },
            },
        },
    },
    "additionalProperties": False,
}


def pages_with_feeds(quote):
    hearing = quote.hearing
    return [
        "/hearings/",
        hearing.get_absolute_url(),
        hearing.bodies.get().get_absolute_url(),
        hearing.topics.get().get_absolute_url(),
        quote.speaker.person.get_absolute_url(),
        "/corrections/",
    ]


@pytest.fixture
def quote():
    hearing = make_hearing(topics=[make_topic()], title="Rivers & <dams>")
    return make_public_quote(speaker=make_appearance(hearing=hearing), text="A <b>bold</b> claim & more.")


def test_every_feed_is_read_by_a_feed_reader_and_is_valid_json_feed_too(client, quote):
    withdraw(record=make_public_quote(), sentence="It was <never> said.", by=None)
    for page in pages_with_feeds(quote):
        atom = feedparser.parse(client.get(f"{page}feed.atom").content)
        assert not atom.bozo, page
        assert atom.version == "atom10"
        assert atom.feed.link == settings.SITE_URL + page
        assert len(atom.entries) >= 1, page
        document = json.loads(ask(client, f"{page}feed.json").text)
        validate(document, JSON_FEED)
        assert document["feed_url"] == f"{settings.SITE_URL}{page}feed.json"
        assert [item["id"] for item in document["items"]] == [entry.id for entry in atom.entries], page


def test_marks_in_the_words_are_words_in_a_feed(client, quote):
    page = quote.hearing.get_absolute_url()
    [entry] = feedparser.parse(client.get(f"{page}feed.atom").content).entries
    assert entry.summary == "“A &lt;b&gt;bold&lt;/b&gt; claim &amp; more.”"
    assert entry.link == settings.SITE_URL + quote.get_absolute_url()
    assert entry.author == quote.speaker.person.styled_name
    [item] = client.get(f"{page}feed.json").json()["items"]
    assert item["content_text"] == "“A <b>bold</b> claim & more.”"


def test_the_page_says_where_its_feed_is_and_only_the_feeds_page_names_json_feed(client, quote):
    for page in pages_with_feeds(quote):
        html = ask(client, page).text
        assert f'href="{page}feed.atom"' in html, page
        assert "feed+json" not in html, page
    assert 'type="application/feed+json"' in ask(client, "/feeds/").text


def test_the_entry_of_a_withdrawn_quote_says_so_without_its_words(client, quote):
    hearing, person = quote.hearing.get_absolute_url(), quote.speaker.person.get_absolute_url()
    [before] = feedparser.parse(client.get(f"{hearing}feed.atom").content).entries
    withdraw(record=quote, sentence="It was never said.", by=None)
    for page in (hearing, person):
        answer = ask(client, f"{page}feed.atom")
        assert "bold" not in answer.text, page
        assert quote.speaker.person.family_name not in feedparser.parse(answer.body).entries[0].title
        [after] = feedparser.parse(answer.body).entries
        assert after.id == before.id
        assert after.updated > before.updated
        assert "was withdrawn" in after.summary
    assert "bold" not in ask(client, "/search/feed.atom?q=bold").text.replace("Search: bold", "").replace("q=bold", "")
    assert "It was never said." in ask(client, "/corrections/feed.atom").text


def test_no_feed_of_what_is_not_public(client):
    hearing = make_hearing(topics=[make_topic()])
    make_appearance(hearing=hearing)
    publish(hearing, at=tomorrow())
    person = hearing.appearances.get().person
    for owner in (hearing, hearing.bodies.get(), hearing.topics.get(), person):
        for ending in ("atom", "json"):
            assert ask(client, f"{owner.get_absolute_url()}feed.{ending}").status == 404
    assert feedparser.parse(client.get("/hearings/feed.atom").content).entries == []


def test_a_feed_may_be_read_by_any_site_and_sets_no_cookie(client, quote):
    answer = client.get("/hearings/feed.atom")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies


@pytest.mark.parametrize("size", [1, 8])
def test_feeds_cost_the_same_queries_whatever_their_length(client, django_assert_num_queries, size):
    person, topic = make_person(), make_topic()
    for _ in range(size):
        made = make_public_quote(speaker=make_appearance(hearing=make_hearing(topics=[topic]), person=person))
    for page, queries in (("/hearings/", 1), (person.get_absolute_url(), 2), (topic.get_absolute_url(), 2)):
        with django_assert_num_queries(queries):
            client.get(f"{page}feed.atom")
    page = made.hearing.get_absolute_url()
    with django_assert_num_queries(2):
        client.get(f"{page}feed.json")


def locations(xml):
    return [node.text for node in ElementTree.fromstring(xml).iter() if node.tag.endswith("}loc")]  # noqa: S314


def test_the_sitemap_lists_what_is_public_and_every_address_in_it_answers(client):
    quote = make_public_quote()
    exhibit = make_exhibit(hearing=make_public_transcript("Words.").hearing)
    publish_exhibit(exhibit=exhibit, by=None)
    draft, hidden = make_quote(), make_public_quote()
    withdraw(record=hidden, sentence="It was never said.", by=None)
    files = locations(client.get("/sitemap.xml").content)
    found = [place for file in files for place in locations(client.get(file.removeprefix(settings.SITE_URL)).content)]
    assert settings.SITE_URL + quote.get_absolute_url() in found
    assert settings.SITE_URL + exhibit.get_absolute_url() in found
    for absent in (draft, hidden, draft.hearing):
        assert settings.SITE_URL + absent.get_absolute_url() not in found
    assert any(place.endswith(".jpg") for place in found)
    for place in found:
        assert ask(client, place.removeprefix(settings.SITE_URL)).status == 200, place


def test_a_file_of_the_sitemap_that_is_not_there_is_not_found(client):
    for path in ("/sitemap-hearings-1.xml", "/sitemap-nothing-1.xml", "/sitemap-pages-2.xml"):
        assert ask(client, path).status == 404, path


def test_robots_are_led_to_the_sitemap_and_people_to_whom_to_write(client, settings):
    settings.CONTACT_EMAIL = "record@example.org"
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in ask(client, "/robots.txt").text
    assert "record@example.org" in ask(client, "/humans.txt").text
    lines = dict(line.split(": ", 1) for line in ask(client, "/.well-known/security.txt").text.splitlines())
    assert lines["Contact"] == "mailto:record@example.org"
    left = datetime.datetime.fromisoformat(lines["Expires"]) - datetime.datetime.now(datetime.UTC)
    assert datetime.timedelta(days=100) < left < datetime.timedelta(days=365)


def test_without_a_contact_there_is_no_security_txt(client, settings):
    settings.CONTACT_EMAIL = ""
    assert ask(client, "/.well-known/security.txt").status == 404


def test_announced_hearings_are_a_calendar(client):
    day = datetime.date.today() + datetime.timedelta(days=9)
    announced = make_hearing(status="scheduled", date=day)
    for hearing in (announced, make_hearing()):
        make_appearance(hearing=hearing)
        publish(hearing)
    [event] = icalendar.Calendar.from_ical(client.get("/hearings/upcoming.ics").content).walk("VEVENT")
    assert str(event["SUMMARY"]) == announced.title
    assert event["DTSTART"].dt == day
    withdraw(record=reload(announced), sentence="Announced by mistake.", by=None)
    [after] = icalendar.Calendar.from_ical(client.get("/hearings/upcoming.ics").content).walk("VEVENT")
    assert after["UID"] == event["UID"]
    assert (str(event["STATUS"]), str(after["STATUS"])) == ("CONFIRMED", "CANCELLED")
    assert after["SEQUENCE"] > event["SEQUENCE"]


def test_a_search_can_be_followed_and_a_browser_told_of_it(client):
    quote = make_public_quote(text="Unusual zebra words.")
    make_public_quote(text="Other words.")
    hidden = make_public_quote(text="A withdrawn zebra.")
    withdraw(record=hidden, sentence="It was never said.", by=None)
    [entry] = feedparser.parse(client.get("/search/feed.atom?q=zebra").content).entries
    assert entry.link == settings.SITE_URL + quote.get_absolute_url()
    [item] = client.get("/search/feed.json?q=zebra").json()["items"]
    assert item["content_text"] == "“Unusual zebra words.”"
    for odd in ("", "%00", "%22", "-", "a" * 3000, "%01"):
        assert not feedparser.parse(client.get(f"/search/feed.atom?q={odd}").content).bozo, odd
    described = ElementTree.fromstring(client.get("/opensearch.xml").content)  # noqa: S314
    templates = [node.get("template") for node in described if node.tag.endswith("Url")]
    assert f"{settings.SITE_URL}/search/?q={{searchTerms}}" in templates
    assert 'href="/opensearch.xml"' in ask(client, "/").text
