"""Feeds, sitemaps and what programs ask a site for."""

import datetime
import json
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
from django.conf import settings
from django.utils.html import escape
from django.utils.http import parse_http_date
from jsonschema import validate

from hearings.actions.corrections import correct, restore, seal, withdraw
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
        "authors": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["name"]}},
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
    for page, queries in (("/hearings/", 3), (person.get_absolute_url(), 4), (topic.get_absolute_url(), 4)):
        with django_assert_num_queries(queries):
            client.get(f"{page}feed.atom")
    page = made.hearing.get_absolute_url()
    with django_assert_num_queries(4):
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
    [gone, entry] = feedparser.parse(client.get("/search/feed.atom?q=zebra").content).entries
    assert entry.link == settings.SITE_URL + quote.get_absolute_url()
    assert "was withdrawn" in gone.summary
    [_, item] = client.get("/search/feed.json?q=zebra").json()["items"]
    assert item["content_text"] == "“Unusual zebra words.”"
    for odd in ("", "%00", "%22", "-", "a" * 3000, "%01"):
        assert not feedparser.parse(client.get(f"/search/feed.atom?q={odd}").content).bozo, odd
    described = ElementTree.fromstring(client.get("/opensearch.xml").content)  # noqa: S314
    templates = [node.get("template") for node in described if node.tag.endswith("Url")]
    assert f"{settings.SITE_URL}/search/?q={{searchTerms}}" in templates
    assert 'href="/opensearch.xml"' in ask(client, "/").text


ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom_of(client, address):
    return ElementTree.fromstring(client.get(address).content)  # noqa: S314 (it is our own)


def entries_of(client, address):
    return atom_of(client, address).findall(f"{ATOM}entry")


def once(node, name):
    """The text of the one child of this name."""
    [child] = node.findall(ATOM + name)
    assert (child.text or "").strip(), name
    return child.text


def keeps_to_the_rfc(feed):
    """RFC 4287, 4.1.1 and 4.1.2: what a feed and its entries must have, once, and what people must be called."""
    for node in (feed, *feed.findall(f"{ATOM}entry")):
        assert once(node, "id").startswith("http")
        assert once(node, "title")
        assert datetime.datetime.fromisoformat(once(node, "updated")).tzinfo
        links = [link for link in node.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        assert [link.get("href", "").startswith("http") for link in links] == [True]
        assert all(once(author, "name") for author in node.iter(f"{ATOM}author"))
        assert len(node.findall(f"{ATOM}published")) <= 1
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") == 1
    entries = feed.findall(f"{ATOM}entry")
    assert feed.find(f"{ATOM}author") is not None or all(entry.find(f"{ATOM}author") is not None for entry in entries)
    assert len({once(entry, "id") for entry in entries}) == len(entries)
    for entry in entries:
        assert once(entry, "summary")
        assert once(entry, "published") <= once(entry, "updated") <= once(feed, "updated")


def test_every_feed_keeps_to_the_rules_of_atom(client, quote):
    gone = make_public_quote(speaker=make_appearance(hearing=make_hearing(), person=quote.speaker.person))
    unknown = make_public_quote(text="ئۇلار ئۇنى كېچىدە ئېلىپ كەتتى.", language="ug")
    reword_in_place(quote)
    withdraw(record=gone, sentence="It was <never> said.", by=None)
    withdraw(record=reload(unknown.hearing), sentence="It was not held.", by=None)
    pages = [*pages_with_feeds(quote), *pages_with_feeds_of_words(gone), *pages_with_feeds_of_words(unknown)]
    for page in pages:
        keeps_to_the_rfc(atom_of(client, f"{page}feed.atom"))
    for query in ("bold", "nothingatall", ""):
        keeps_to_the_rfc(atom_of(client, f"/search/feed.atom?q={query}"))


def reword_in_place(quote):
    quote = reload(quote)
    quote.note = "Corrected."
    correct(record=quote, reason="factual", sentence="A <note> was missing.", by=None)


def pages_with_feeds_of_words(quote):
    return [quote.hearing.get_absolute_url(), quote.speaker.person.get_absolute_url()]


def test_the_entry_of_a_corrected_quote_and_hearing_tells_the_correction(client, quote):
    hearing, person = (page for page in pages_with_feeds_of_words(quote))
    before = {page: entries_of(client, f"{page}feed.atom")[0] for page in (hearing, person, "/hearings/")}
    reword_in_place(quote)
    held = reload(quote.hearing)
    held.summary = "A better summary."
    correct(record=held, reason="typo", sentence="The summary was wrong.", by=None)
    told = {hearing: "A <note> was", person: "A <note> was", "/hearings/": "The summary was wrong"}
    for page, sentence in told.items():
        [after] = entries_of(client, f"{page}feed.atom")
        assert once(after, "id") == once(before[page], "id")
        assert once(after, "updated") > once(before[page], "updated")
        assert f"Corrected {datetime.date.today():%Y}" in once(after, "summary")
        assert escape(sentence) in once(after, "summary")
        assert sentence in client.get(f"{page}feed.json").json()["items"][0]["content_text"]


def test_a_withdrawn_hearing_stays_in_the_feeds_as_withdrawn_until_it_is_restored(client, quote):
    body = quote.hearing.bodies.get().get_absolute_url()
    pages = {page: once(entries_of(client, f"{page}feed.atom")[0], "updated") for page in ("/hearings/", body)}
    withdraw(record=reload(quote.hearing), sentence="It was not held.", by=None)
    for page, updated in pages.items():
        [entry] = entries_of(client, f"{page}feed.atom")
        assert once(entry, "title") == "Withdrawn: Rivers & <dams>"
        assert "was withdrawn" in once(entry, "summary")
        assert updated < once(entry, "updated")
        pages[page] = once(entry, "updated")
    restore(record=reload(quote.hearing), sentence="It was.", by=None)
    for page, updated in pages.items():
        [entry] = entries_of(client, f"{page}feed.atom")
        assert once(entry, "title") == "Rivers & <dams>"
        assert updated < once(entry, "updated")
    [words] = entries_of(client, f"{quote.hearing.get_absolute_url()}feed.atom")
    assert once(words, "updated") > once(words, "published")


@pytest.mark.parametrize("above", [False, True])
def test_a_withdrawn_quote_stays_in_the_feed_of_a_search_without_its_words(client, quote, above):
    withdraw(record=reload(quote.hearing if above else quote), sentence="It was never said.", by=None)
    [entry] = entries_of(client, "/search/feed.atom?q=bold")
    assert once(entry, "title") == "Withdrawn quotation, Rivers & <dams>"
    assert "bold" not in once(entry, "summary")
    assert entry.find(f"{ATOM}author") is None


@pytest.mark.parametrize(("status", "word"), [("cancelled", "Cancelled"), ("postponed", "Postponed")])
def test_a_hearing_that_is_not_held_says_so(client, status, word):
    hearing = make_hearing(status=status, title="Lamps")
    make_appearance(hearing=hearing)
    publish(hearing)
    [entry] = entries_of(client, "/hearings/feed.atom")
    assert once(entry, "title") == f"{word}: Lamps"
    assert f"{word}. This hearing did not take place" in once(entry, "summary")


def test_words_in_another_language_are_marked_with_it(client):
    quote = make_public_quote(text="ئۇلار ئۇنى كېچىدە ئېلىپ كەتتى.", language="ug")
    reword_in_place(quote)
    [entry] = entries_of(client, f"{quote.hearing.get_absolute_url()}feed.atom")
    [summary] = entry.findall(f"{ATOM}summary")
    assert summary.get(LANG) == "ug"
    assert summary.text.startswith('<p lang="ug" dir="rtl">“ئۇلار')
    assert '<p lang="en" dir="ltr">Corrected ' in summary.text


@pytest.mark.parametrize("ending", ["atom", "json"])
def test_a_reader_that_has_a_feed_is_told_so(client, quote, ending):
    for page in (*(f"{page}feed.{ending}" for page in pages_with_feeds(quote)), f"/search/feed.{ending}?q=nothing"):
        first = client.get(page)
        for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
            again = client.get(page, headers=headers)
            assert (again.status_code, again.content) == (304, b""), page
            assert again["Access-Control-Allow-Origin"] == "*"
        assert client.get(page, headers={"If-None-Match": '"other"'}).content == first.content
    assert "2000-01-01" in atom_of(client, "/search/feed.atom?q=nothing").findtext(f"{ATOM}updated")


def test_who_asks_whether_something_changed_is_told_of_a_sealing(client, quote):
    page = f"{quote.hearing.get_absolute_url()}feed.atom"
    before = parse_http_date(client.get(page)["Last-Modified"])
    seal(record=reload(quote), by=None)
    assert entries_of(client, page) == []
    assert parse_http_date(client.get(page)["Last-Modified"]) >= before


def test_a_body_goes_with_the_last_hearing_under_it_that_was_sealed(client, quote):
    shelves = [quote.hearing.bodies.get().get_absolute_url(), quote.hearing.topics.get().get_absolute_url()]
    seal(record=reload(quote.hearing), by=None)
    for page in shelves:
        for address in (page, f"{page}feed.atom", f"{page}feed.json"):
            assert client.get(address).status_code == 410, address
