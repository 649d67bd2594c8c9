"""The oEmbed provider as a consumer sees it: JSON and XML alike, limits kept, nothing of what is not public."""

import html.parser
import json
from urllib.parse import parse_qs, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from hearings.actions.corrections import seal, withdraw
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_capture,
    make_exhibit,
    make_person,
    make_public_quote,
    make_quote,
    make_quote_in,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
REQUIRED = {"version": str, "type": str, "html": str, "width": int, "height": int}
OPTIONAL = {"title": str, "author_name": str, "provider_name": str, "provider_url": str, "cache_age": int}
THUMBNAIL = {"thumbnail_url": str, "thumbnail_width": int, "thumbnail_height": int}
ALLOWED = {
    "blockquote": {"cite"},
    "p": {"lang", "dir"},
    "a": {"href"},
    "iframe": {"src", "title", "width", "height", "frameborder"},
}


class Markup(html.parser.HTMLParser):
    """A reader of the HTML that takes nothing but the elements and attributes that we promise."""

    def __init__(self):
        super().__init__()
        self.elements, self.open, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        assert set(dict(attrs)) <= ALLOWED[tag], tag
        self.elements.append((tag, dict(attrs)))
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def read(markup):
    parser = Markup()
    parser.feed(markup)
    parser.close()
    assert parser.open == []
    return parser


def ask_for(client, address, **options):
    return client.get("/oembed?" + urlencode({"url": address} | options))


def consume(client, address, **options):
    """What a strict consumer takes from both answers, which must agree; it takes nothing that the standard forbids."""
    plain, marked = (ask_for(client, address, format=form, **options) for form in ("json", "xml"))
    assert (plain.status_code, marked.status_code) == (200, 200)
    assert plain["Content-Type"] == "application/json"
    assert marked["Content-Type"] == "text/xml; charset=utf-8"
    answer = json.loads(plain.content)
    fields = REQUIRED | OPTIONAL | THUMBNAIL
    assert set(REQUIRED) <= set(answer) <= set(fields)
    assert {name: type(value) for name, value in answer.items()} == {name: fields[name] for name in answer}
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert len(set(THUMBNAIL) & set(answer)) in (0, 3)
    for name in ("width", "height"):
        assert 0 < answer[name] <= int(options.get(f"max{name}", 100_000))
        assert answer.get(f"thumbnail_{name}", 0) <= int(options.get(f"max{name}", 100_000))
    root = ElementTree.fromstring(marked.content)  # noqa: S314
    assert root.tag == "oembed"
    assert marked.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    assert {child.tag: child.text for child in root} == {name: str(value) for name, value in answer.items()}
    [frame] = [attributes for tag, attributes in read(answer["html"]).elements if tag == "iframe"]
    assert (int(frame["width"]), int(frame["height"])) == (answer["width"], answer["height"])
    return answer


@pytest.fixture
def quote(db):
    speaker = make_appearance(person=make_person(given_name="Alba <i>", family_name='Sample & "Sons"'))
    return make_public_quote(speaker=speaker, text="Sample <script>words</script> & “more”")


@pytest.fixture
def exhibit(db):
    record = make_exhibit(captures=0, title="Sample camp", presented_by=None)
    make_capture(exhibit=record, label="Before", may_embed=True)
    publish(record.hearing)
    return reload(record)


def test_a_quote_is_answered_with_its_words_a_link_and_a_titled_frame(client, quote):
    address = SITE + quote.get_absolute_url()
    answer = consume(client, address)
    assert answer["author_name"] == quote.speaker.person.styled_name
    assert answer["title"].startswith(f"{quote.speaker.person.styled_name}, June 13, 2023: Sample <script>")
    assert (answer["provider_name"], answer["provider_url"]) == ("Hearings Record", f"{SITE}/")
    assert answer["cache_age"] == 3600
    assert answer["thumbnail_url"] == f"{address}v1/card.png"
    markup = read(answer["html"])
    assert [tag for tag, _ in markup.elements] == ["blockquote", "p", "p", "a", "iframe"]
    elements = dict(markup.elements)
    assert elements["a"]["href"] == elements["blockquote"]["cite"] == address
    assert elements["iframe"]["src"] == f"{address}embed/"
    assert quote.speaker.person.styled_name in elements["iframe"]["title"]
    assert "“Sample <script>words</script> & “more””" in markup.text
    assert client.get(urlsplit(elements["iframe"]["src"]).path).status_code == 200


def test_an_exhibit_is_answered_with_a_frame_for_its_images(client, exhibit):
    answer = consume(client, SITE + exhibit.get_absolute_url())
    assert answer["title"] == "Sample camp"
    assert "author_name" not in answer
    assert answer["height"] > 400
    assert dict(read(answer["html"]).elements)["iframe"]["src"] == f"{SITE}/x/{exhibit.public_id}/embed/"


def test_an_address_of_a_version_is_answered_with_that_version(client):
    quote = make_quote_in("Old words", "New words")
    publish(quote.hearing)
    reword(quote, "New words")
    base = SITE + quote.get_absolute_url()
    assert "“New words”" in consume(client, base)["html"]
    old = consume(client, f"{base}v1/")
    assert "“Old words”" in old["html"]
    assert f"{base}v1/embed/" in old["html"]
    assert old["thumbnail_url"] == f"{base}v1/card.png"


@pytest.mark.parametrize("form", ["{}", "{}embed/", "{}v1/", "{}#t", "{}?utm=1", "{}v1/embed/"])
def test_the_addresses_that_readers_copy_are_known(client, quote, form):
    address = form.format(SITE + quote.get_absolute_url())
    assert consume(client, address)["author_name"] == quote.speaker.person.styled_name
    assert ask_for(client, address.replace("http://", "https://")).status_code == 200
    assert (
        ask_for(client, SITE.upper().replace("HTTP", "http") + quote.get_absolute_url().rstrip("/")).status_code == 200
    )


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "http://[",
        "http://elsewhere.example/q/{id}/",
        "http://testserver@elsewhere.example/q/{id}/",
        "http://testserver:81/q/{id}/",
        "ftp://testserver/q/{id}/",
        "javascript://testserver/q/{id}/",
        "//testserver/q/{id}/",
        "/q/{id}/",
        "http://testserver/",
        "http://testserver/hearings/",
        "http://testserver/q/{id}.json",
        "http://testserver/q/{id}/v9/",
        "http://testserver/q/{id}/history/",
        "http://testserver/q/0000000000000000/",
        "http://testserver/admin/",
        "http://testserver/q/%00/",
    ],
)
def test_every_other_address_is_not_found(client, quote, address):
    assert ask_for(client, address.format(id=quote.public_id)).status_code == 404


def test_drafts_scheduled_sealed_and_unknown_ones_answer_alike(client):
    draft, scheduled, sealed = make_quote(), make_quote(), make_public_quote()
    publish(scheduled.hearing, at=tomorrow())
    seal(record=sealed, by=None)
    unknown = ask(client, "/oembed?" + urlencode({"url": f"{SITE}/q/{'0' * 16}/"}))
    assert unknown.status == 404
    for record in (draft, scheduled, sealed):
        for rest in ("", "v1/", "embed/"):
            address = "/oembed?" + urlencode({"url": f"{SITE}{record.get_absolute_url()}{rest}"})
            assert ask(client, address) == unknown


@pytest.mark.parametrize("address", ["/oembed", "/oembed?url=", "/oembed?format=json"])
def test_nobody_is_asked_to_sign_in(client, address):
    assert ask(client, address).status == 404


@pytest.mark.parametrize("form", ["html", "", "JSON", "\x00"])
def test_another_format_is_refused_in_words(client, quote, form):
    response = ask_for(client, SITE + quote.get_absolute_url(), format=form)
    assert response.status_code == 501
    assert response.content.decode() == "This format is not offered. Ask for json or xml.\n"


@pytest.mark.parametrize(("maxwidth", "maxheight"), [(320, 200), (1, 1), (1200, 630), (1199, 5000), (5000, 629)])
def test_limits_are_kept(client, quote, exhibit, maxwidth, maxheight):
    for record in (quote, exhibit):
        answer = consume(client, SITE + record.get_absolute_url(), maxwidth=maxwidth, maxheight=maxheight)
        assert answer["width"] == min(maxwidth, 600)
        assert ("thumbnail_url" in answer) == (maxwidth >= 1200 and maxheight >= 630)


@pytest.mark.parametrize(
    ("value", "width"), [("0", 1), ("000", 1), ("0320", 320), ("9" * 26, 600), ("1" + "0" * 5000, 600)]
)
def test_a_limit_beyond_what_there_is_is_taken_as_far_as_it_goes(client, quote, value, width):
    answer = ask_for(client, SITE + quote.get_absolute_url(), maxwidth=value, maxheight=value).json()
    assert answer["width"] == width


@pytest.mark.parametrize("value", ["-1", "abc", "1.5", "٣", "%"])
def test_a_limit_that_is_no_length_is_refused_in_words(client, quote, value):
    response = ask_for(client, SITE + quote.get_absolute_url(), maxwidth=value)
    assert response.status_code == 400
    assert "whole numbers of pixels" in response.content.decode()


def test_longer_words_get_a_higher_frame_and_a_narrower_one_too(client):
    short, long = (
        make_public_quote(text="Yes."),
        make_public_quote(text=" ".join(["Sample words and more words."] * 30)),
    )
    heights = [consume(client, SITE + one.get_absolute_url())["height"] for one in (short, long)]
    assert heights[0] < 250 < 600 < heights[1]
    assert consume(client, SITE + long.get_absolute_url(), maxwidth=300)["height"] > heights[1] * 1.5


def test_a_withdrawn_record_is_answered_without_its_words(client, quote, exhibit):
    for record in (quote, exhibit):
        withdraw(record=reload(record), sentence="It was never said.", by=None)
        answer = consume(client, SITE + record.get_absolute_url())
        assert answer["title"] in ("This quotation was withdrawn.", "This exhibit was withdrawn.")
        assert "author_name" not in answer
        for words in ("Sample &lt;", "Sample camp", "Alba"):
            assert words not in answer["html"]


def test_words_that_xml_cannot_hold_are_left_out_of_both(client):
    quote = make_public_quote(text="Sample\x0bwords\ufffe here")
    assert "“Samplewords here”" in consume(client, SITE + quote.get_absolute_url())["html"]


def test_foreign_words_keep_their_language_and_direction(client):
    quote = make_public_quote(text="بۇ بىر ئۈلگە", language="ug")
    assert '<p lang="ug" dir="rtl">“بۇ بىر ئۈلگە”</p>' in consume(client, SITE + quote.get_absolute_url())["html"]


def test_any_site_may_ask_and_is_told_when_nothing_changed(client, quote):
    response = ask_for(client, SITE + quote.get_absolute_url())
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    url = "/oembed?" + urlencode({"url": SITE + quote.get_absolute_url()})
    assert client.get(url, headers={"if-none-match": response["ETag"]}).status_code == 304


def test_discovery_links_lead_to_both_answers(client, quote, exhibit):
    for record in (quote, exhibit):
        context = Context({"version": record.shown.under(record)})
        links = Template("{% load sharing %}{% oembed_links version %}").render(context)
        hrefs = [part.split('"')[0].replace("&amp;", "&") for part in links.split('href="')[1:]]
        assert [part.split('"')[0] for part in links.split('type="')[1:]] == [
            "application/json+oembed",
            "text/xml+oembed",
        ]
        for href in hrefs:
            assert parse_qs(urlsplit(href).query)["url"] == [SITE + record.get_absolute_url()]
            assert client.get(href.removeprefix(SITE)).status_code == 200


def test_only_reading_is_allowed(client):
    assert client.post("/oembed").status_code == 405
