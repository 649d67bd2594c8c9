"""The pages of the check and of the search, and the check as JSON, as readers and programs meet them."""

import json

import pytest
from django.test import Client, RequestFactory

from hearings.actions.corrections import seal, withdraw
from hearings.api.check import check_text
from tests.crawling import ask
from tests.factories import (
    make_full_hearing,
    make_hearing,
    make_public_transcript,
    make_quote,
    make_quote_in,
    make_source,
    publish,
    reload,
    reword,
)

pytestmark = pytest.mark.django_db
WORDS = "They took our neighbours away at night."
LATER = "They took our neighbours away by day."


@pytest.fixture
def quote():
    quote = make_quote_in(WORDS, LATER)
    publish(quote.hearing)
    return reload(quote)


def page_of(response):
    assert response.status_code == 200
    return response.content.decode()


def asked(text=None):
    """The answer of the API's function, with its document."""
    response = check_text(RequestFactory().get("/api/v1/check", {} if text is None else {"text": text}))
    return response, json.loads(response.content)


def test_the_empty_page_asks_for_words_and_is_not_indexed(client):
    page = page_of(client.get("/check/"))
    assert '<textarea name="text"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert 'id="result"' not in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_words_can_be_linked_to_and_posted(client, quote, method):
    page = page_of(getattr(client, method)("/check/", {"text": WORDS}))
    assert "These words stand in the record, letter for letter." in page
    assert quote.get_absolute_url() in page
    assert f"{quote.get_absolute_url()}v1/" in page
    assert quote.current.commitment in page
    assert f"{WORDS}</textarea>" in page
    assert "?text=They+took" in page
    assert '<form method="post" action="/check/">' in page  # what was asked by a link is not posted with the next


def test_posting_needs_no_cookie_sets_none_and_no_token(quote):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/check/", {"text": WORDS})
    assert "letter for letter" in page_of(response)
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert "csrf" not in response.content.decode()


def test_other_methods_are_refused(client):
    assert client.put("/check/").status_code == 405
    assert client.head("/check/").status_code == 200
    assert client.post("/search/").status_code == 405


def test_differences_corrections_and_withdrawals_are_told_in_words(client, quote):
    page = page_of(client.get("/check/", {"text": WORDS.replace("neighbours", "neighbors")}))
    assert "The record has nearly these words, but not these." in page
    assert "<del>neighbors </del><ins>neighbours </ins>" in page
    reword(quote, LATER, sentence="It was by day.")
    page = page_of(client.get("/check/", {"text": WORDS}))
    assert "corrected since" in page
    assert "It was by day." in page
    assert "Version 1 of 2" in page
    withdraw(record=reload(quote), sentence="She did not say it.", by=None)
    page = page_of(client.get("/check/", {"text": LATER}))
    assert "Do not quote them as valid" in page
    assert "She did not say it." in page


def test_what_was_withdrawn_above_it_is_named(client, quote):
    withdraw(record=reload(quote.hearing), sentence="It was not held.", by=None)
    page = page_of(client.get("/check/", {"text": WORDS}))
    assert "What it is part of was withdrawn." in page


def test_what_was_typed_stays_whatever_comes_out(client):
    for text in ("two words", "<b>Words that nobody published</b> & more", "long " * 5000):
        page = page_of(client.post("/check/", {"text": text}))
        assert text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in page
    assert "A link to this check" not in page
    assert "at most 20,000 characters" in page


def test_a_post_of_megabytes_is_refused_and_not_a_fault(client):
    answer = client.post("/check/", {"text": "x" * 6_000_000})
    assert answer.status_code == 413
    assert "Send less at once." in answer.content.decode()


def test_a_check_of_nothing_shows_the_empty_page(client):
    assert 'id="result"' not in page_of(client.get("/check/", {"text": "  "}))
    assert 'id="result"' not in page_of(client.post("/check/"))


def test_secrets_and_nothing_get_the_same_page(client, quote):
    hearing = make_full_hearing("zqcanary")
    secret, unknown = hearing.quotes.get(), "0" * 16
    pages = [page_of(client.get("/check/", {"text": f"/q/{one}/"})) for one in (secret.public_id, unknown)]
    assert pages[0].replace(secret.public_id, unknown) == pages[1]
    for ask_for in ({"text": f"{secret.text} and more"}, {"text": "turn-zqcanary and more words"}):
        page = page_of(client.get("/check/", ask_for))
        assert "No published quotation or turn has these words" in page
        assert secret.public_id not in page


def test_search_shows_who_said_it_when_and_the_words_marked(client, quote):
    make_public_transcript("The neighbours <b>came</b> back.", "Nobody said why.")
    page = page_of(client.get("/search/", {"q": "neighbours"}))
    assert "2 found" in page
    assert page.count("<mark>neighbours</mark>") == 2
    assert "The <mark>neighbours</mark> &lt;b&gt;came&lt;/b&gt; back." in page
    assert quote.get_absolute_url() in page
    assert "June 13, 2023" in page
    assert '<meta name="robots" content="noindex, follow">' in page
    assert 'value="neighbours"' in page


def test_search_without_words_or_without_a_match_says_what_to_do(client, quote):
    assert "found" not in page_of(client.get("/search/"))
    assert "Nothing was found. Use fewer words" in page_of(client.get("/search/", {"q": "zebra"}))
    assert "Type a word that is to be found." in page_of(client.get("/search/", {"q": "-zebra"}))
    assert "Nothing was found" in page_of(client.get("/search/", {"q": "'\")(*:; NEAR \x00"}))


def test_search_comes_in_pages(client, quote):
    make_public_transcript(*[f"Neighbours number {number}." for number in range(30)])
    page = page_of(client.get("/search/", {"q": "neighbours"}))
    assert "31 found" in page
    assert "?q=neighbours&amp;page=2" in page
    assert page_of(client.get("/search/", {"q": "neighbours", "page": 2})).count("<mark>") == 6
    assert client.get("/search/", {"q": "neighbours", "page": 3}).status_code == 404


def test_pages_of_search_and_check_cost_few_queries(client, django_assert_num_queries):
    hearing = make_hearing()
    for _ in range(12):
        make_quote_in(WORDS, LATER, hearing=hearing)
    publish(hearing)
    make_public_transcript(WORDS)
    with django_assert_num_queries(3):
        client.get("/search/", {"q": "neighbours"})
    with django_assert_num_queries(3):
        client.get("/check/", {"text": WORDS})


def test_the_api_answers_the_same_as_the_page(quote):
    reword(quote, LATER, sentence="It was by day.")
    response, document = asked(WORDS)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Type"] == "application/json"
    [match] = document["matches"]
    assert (document["outcome"], match["wording"], match["standing"]) == ("corrected", "exact", "corrected")
    assert match["url"] == f"http://testserver{quote.get_absolute_url()}"
    assert match["version_url"] == f"http://testserver{quote.get_absolute_url()}v1/"
    assert (match["version"], match["current_version"]) == (1, 2)
    assert match["commitment"] == quote.current.commitment
    assert [one["sentence"] for one in match["corrections"]] == ["It was by day."]
    _, document = asked(LATER.replace("away", "far away"))
    assert document["outcome"] == "differs"
    assert {"kind": "removed", "text": "far "} in document["matches"][0]["difference"][0]
    _, document = asked("Words that nobody has published.")
    assert (document["outcome"], document["matches"]) == ("not_found", [])


@pytest.mark.parametrize("text", ["", "two words", "long " * 5000, "https://elsewhere.example/q/0"])
def test_the_api_tells_why_nothing_was_checked(text):
    response, document = asked(text)
    assert response.status_code == 200
    assert (document["outcome"], document["matches"]) == ("not_checked", [])
    assert document["sentence"]


def test_the_api_asks_for_words_as_a_problem():
    response, document = asked()
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    assert document["detail"] == "Give text."


def test_the_pages_can_be_followed_by_a_crawler(client, quote):
    assert ask(client, "/check/").status == ask(client, "/search/?q=night").status == 200


def test_brackets_that_turn_the_meaning_round_are_said_to_be_unchecked(client, quote):
    text = "They took [none of] our neighbours ... at night."
    answer = asked(text)[1]
    assert (answer["outcome"], answer["matches"][0]["wording"]) == ("edited", "edited")
    assert "not checked" in answer["sentence"]
    page = page_of(client.get("/check/", {"text": text}))
    assert "not checked and may change what was said" in page
    assert "<del>[none of]</del>" in page
    assert "<del>...</del><ins>away</ins>" in page


def test_a_sealing_is_no_part_of_a_correction_of_other_words(client):
    hearing = make_hearing()
    source = make_source(hearing=hearing, text=f"{WORDS} Between them. {LATER} Words of somebody who is at risk.")
    told, secret = (
        make_quote(hearing=hearing, source=source, text=text) for text in (WORDS, "Words of somebody who is at risk.")
    )
    publish(hearing)
    seal(record=reload(secret), by=None)
    reword(told, LATER, reason="factual", sentence="It was by day.")
    [correction] = reload(told).corrections.all()
    pages = [client.get(correction.get_absolute_url()), client.get("/check/", {"text": WORDS})]
    for page in map(page_of, pages):
        assert "<ins>by" in page
        assert "sealed" not in page
