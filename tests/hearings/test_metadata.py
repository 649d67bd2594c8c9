"""What machines read in the head of a page: networks, reference managers, search engines; relations of versions."""

import datetime
import html
import json
import re

import extruct
import pytest
from django.conf import settings

from hearings.actions.corrections import correct, withdraw
from hearings.actions.publishing import publish_quote
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_source,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db
META = re.compile(r'<meta (?:name|property)="([^"]+)"(?: property="([^"]+)")? content="([^"]*)">')
LINK = re.compile(r'<link rel="([^"]+)" href="([^"]+)">')
SCHEMA = "https://schema.org"


def tags(client, path):
    """The meta tags of a page by their name and by their property."""
    found = {}
    for name, also, content in META.findall(ask(client, path).text):
        for key in filter(None, (name, also)):
            found.setdefault(key, []).append(html.unescape(content))
    return found


def linked(client, path):
    """The JSON-LD of a page, read by a reader of its own."""
    return extruct.extract(ask(client, path).text, syntaxes=["json-ld"], uniform=True)["json-ld"]


@pytest.fixture
def quote():
    hearing = make_hearing(
        title="Rivers & <dams>",
        bodies=[make_body(name="Sample Commission on Rivers")],
        place="Room 1, Sample House",
        congress=118,
        start_time=datetime.time(10, 0),
    )
    person = make_person(given_name="Alba María", family_name="van der Sample", honorific="Ambassador")
    speaker = make_appearance(hearing=hearing, person=person, title="Director", organization="Sample Institute")
    source = make_source(hearing=hearing, text="“Sample words.” “Other words.”", url="https://example.org/release")
    return make_public_quote(speaker=speaker, text="Sample words.", source=source, spans=[[1, 14]])


@pytest.fixture
def pages(quote):
    transcript = make_public_transcript("A turn.")
    exhibit = make_exhibit(hearing=make_hearing())
    publish(exhibit.hearing)
    return {
        "home": "/",
        "list": "/hearings/",
        "people": "/witnesses/",
        "corrections": "/corrections/",
        "feeds": "/feeds/",
        "check": "/check/",
        "data": "/data/",
        "quote": quote.get_absolute_url(),
        "version": f"{quote.get_absolute_url()}v1/",
        "hearing": quote.hearing.get_absolute_url(),
        "hearing's version": f"/h/{quote.hearing.public_id}/v1/",
        "history": f"{quote.get_absolute_url()}history/",
        "transcript's version": f"/transcripts/{transcript.public_id}/v1/",
        "search": "/search/?q=words",
        "about": "/about/",
        "person": quote.speaker.person.get_absolute_url(),
        "body": quote.hearing.bodies.get().get_absolute_url(),
        "turn": transcript.turns.get().get_absolute_url(),
        "transcript": transcript.get_absolute_url(),
        "exhibit": exhibit.get_absolute_url(),
    }


@pytest.mark.parametrize(
    "name",
    [
        *("description", "og:title", "og:description", "og:url", "og:site_name", "og:type", "og:image"),
        *("og:image:width", "og:image:height", "og:image:alt", "og:image:type", "twitter:card"),
    ],
)
def test_every_page_has_each_tag_of_the_contract_once(client, pages, name):
    for page, path in pages.items():
        found = tags(client, path).get(name, [])
        assert len(found) == 1, (page, name, found)
        assert found[0], (page, name)


def test_a_title_for_networks_is_without_the_name_of_the_site(client, pages):
    for path in pages.values():
        for title in tags(client, path).get("og:title", []):
            assert path == "/" or settings.SITE_NAME not in title


def test_the_image_of_a_page_is_a_png_of_the_promised_size_and_names_the_version(client, pages, quote):
    for page, path in pages.items():
        [address] = tags(client, path)["og:image"]
        answer = client.get(address.removeprefix(settings.SITE_URL))
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert body.startswith(b"\x89PNG"), page
        assert (int.from_bytes(body[16:20]), int.from_bytes(body[20:24])) == (1200, 630)
    assert tags(client, pages["quote"])["og:image"] == [f"{settings.SITE_URL}/q/{quote.public_id}/v1/card.png"]


def test_zotero_reads_a_quote_as_a_hearing_with_its_speaker(client, quote):
    found = tags(client, quote.get_absolute_url())
    assert found["z:itemType"] == ["hearing"]
    assert found["DC.title"] == ["Rivers & <dams>"]
    assert found["z:committee"] == ["Sample Commission on Rivers"]
    assert found["z:legislativeBody"] == ["118th Cong."]
    assert found["z:place"] == ["Room 1, Sample House"]
    assert found["citation_date"] == ["2023/06/13"]
    assert found["citation_public_url"] == [f"{settings.SITE_URL}{quote.get_absolute_url()}"]
    assert found["citation_author"] == ["van der Sample, Alba María"]
    assert found["z:extra"] == ["author: van der Sample || Alba María"]


def test_zotero_reads_a_hearing_without_an_author_and_no_page_misleads_it(client, pages):
    found = tags(client, pages["hearing"])
    assert found["z:itemType"] == ["hearing"]
    assert "citation_author" not in found
    for path in pages.values():
        page = ask(client, path).text
        assert "article:published_time" not in page
        assert "byline" not in page


def test_a_quotation_as_linked_data(client, quote):
    [found] = linked(client, quote.get_absolute_url())
    assert found["@type"] == "Quotation"
    assert found["text"] == "Sample words."
    assert found["creator"]["name"] == "Ambassador Alba María van der Sample"
    assert found["spokenByCharacter"]["jobTitle"] == "Director"
    assert (found["isPartOf"]["@type"], found["isPartOf"]["name"]) == ("WebPage", "Rivers & <dams>")
    assert (found["recordedAt"]["@type"], found["recordedAt"]["name"]) == ("Event", "Rivers & <dams>")
    assert found["isBasedOn"][0]["url"] == "https://example.org/release"
    assert (found["inLanguage"], found["version"]) == ("en", "1")


def test_words_from_a_transcript_name_it_as_what_they_are_part_of_and_recorded_in(client):
    """Domains and ranges: https://schema.org/isPartOf, /recordedAt, /recordedIn, /isBasedOn."""
    turn = make_public_transcript("Some sample words.").turns.get()
    transcript, hearing = turn.transcript, turn.hearing
    at = {"source": transcript.source, "turn": turn, "spans": [[0, 18]]}
    quote = make_quote(speaker=turn.speaker, text="Some sample words.", **at)
    publish_quote(quote=quote, by=None)
    whole = f"{settings.SITE_URL}/transcripts/{transcript.public_id}/"
    held = f"{settings.SITE_URL}/h/{hearing.public_id}/"
    for record in (quote, turn):
        [found] = linked(client, record.get_absolute_url())
        assert (found["isPartOf"]["@type"], found["isPartOf"]["@id"]) == ("CreativeWork", whole)
        assert (found["recordedAt"]["@type"], found["recordedAt"]["@id"]) == ("Event", held)
        assert found["recordedAt"]["recordedIn"]["@id"] == whole
    [found] = linked(client, quote.get_absolute_url())
    assert found["isBasedOn"][0]["@type"] == "Quotation"
    assert found["isBasedOn"][0]["@id"] == f"{settings.SITE_URL}{turn.current.get_absolute_url()}"
    [event] = linked(client, hearing.get_absolute_url())
    assert [one["@id"] for one in event["recordedIn"]] == [whole]
    withdraw(record=reload(transcript), sentence="It was of another hearing.", by=None)
    [found] = linked(client, turn.get_absolute_url())
    assert found["creativeWorkStatus"] == found["isPartOf"]["creativeWorkStatus"] == "Withdrawn"
    [found] = linked(client, quote.get_absolute_url())
    assert found["creativeWorkStatus"] == "Published"


def test_a_correction_and_a_withdrawal_stand_in_the_linked_data(client, quote):
    quote.text, quote.spans = "Other words.", [[17, 29]]
    correct(record=quote, reason="typo", sentence="The words were <wrong>.", by=None)
    [found] = linked(client, quote.get_absolute_url())
    assert found["version"] == "2"
    assert found["correction"][0]["text"] == "The words were <wrong>."
    withdraw(record=reload(quote), sentence="It was never said.", by=None)
    shared = tags(client, quote.get_absolute_url())
    for name in ("og:title", "description"):
        assert shared[name][0].startswith("Withdrawn"), name
    assert "Withdrawn" in shared["z:extra"][0]
    [found] = linked(client, quote.get_absolute_url())
    assert found["creativeWorkStatus"] == "Withdrawn"


def test_a_hearing_as_linked_data_has_its_moment_with_its_offset(client, quote):
    [found] = linked(client, quote.hearing.get_absolute_url())
    assert found["@type"] == "Event"
    assert found["startDate"] == "2023-06-13T10:00:00-04:00"
    assert found["location"]["name"] == "Room 1, Sample House"
    assert found["organizer"][0]["name"] == "Sample Commission on Rivers"
    assert found["performer"][0]["name"] == "Ambassador Alba María van der Sample"


def test_a_person_as_linked_data_and_of_a_protected_one_the_chosen_name_alone(client, pages):
    [found] = linked(client, pages["person"])
    assert (found["@type"], found["mainEntity"]["name"]) == ("ProfilePage", "Alba María van der Sample")
    protected = make_person(given_name="", family_name="Witness A", protected=True)
    publish(make_appearance(person=protected).hearing)
    [found] = linked(client, protected.get_absolute_url())
    assert found["mainEntity"].keys() == {"@type", "@id", "name", "url"}


def test_no_words_can_end_the_block_of_linked_data(client):
    words = "</script><script>alert(1)</script>"
    page = ask(client, make_public_quote(text=words).get_absolute_url()).text
    assert "<script>alert" not in page
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1]
    assert json.loads(block)["text"] == words


def test_versions_lead_to_one_another_by_their_relations(client, quote):
    quote.text, quote.spans = "Other words.", [[17, 29]]
    correct(record=quote, reason="typo", sentence="The words were wrong.", by=None)
    address = quote.get_absolute_url()
    first, second = (dict(LINK.findall(ask(client, f"{address}v{number}/").text)) for number in (1, 2))
    assert first["version-history"] == second["version-history"] == f"{address}history/"
    assert first["successor-version"] == first["latest-version"] == f"{address}v2/"
    assert second["predecessor-version"] == f"{address}v1/"
    assert "predecessor-version" not in first
    assert "successor-version" not in second
    for relation, target in (first | second).items():
        if relation.endswith(("version", "history")):
            assert ask(client, target).status == 200


def test_the_page_of_a_record_leads_to_its_other_formats_and_to_the_address_that_stays(client, pages):
    named = (
        "quote",
        "version",
        "hearing",
        "hearing's version",
        "turn",
        "transcript",
        "transcript's version",
        "exhibit",
    )
    for name in named:
        page = ask(client, pages[name]).text
        offered = re.findall(r'<link rel="alternate" type="([^"]+)" href="(/[^"]+)">', page)
        assert {"text/plain; charset=utf-8", "application/json"} <= {kind for kind, _ in offered}, name
        for kind, address in offered:
            assert client.get(address)["Content-Type"] == html.unescape(kind), address
            assert ("/v1." in address) == ("version" in name), address
        assert re.search(r'<a href="[^"]+\.txt">Plain text</a>', page), name
        assert "latest-version" in dict(LINK.findall(page)), name
    assert re.search(
        r'<dd class="address"><a href="(/transcripts/[0-9a-z]{16}/)">', ask(client, pages["transcript"]).text
    )


def test_lists_of_hearings_carry_coins_and_records_do_not(client, quote):
    [title] = re.findall(r'<span class="Z3988" title="([^"]*)">', ask(client, "/hearings/").text)
    assert "rft.title=Rivers+%26+%3Cdams%3E" in html.unescape(title)
    assert "Z3988" not in ask(client, quote.get_absolute_url()).text


def test_a_quote_can_be_copied_read_in_context_cited_and_verified_from_its_page(client, quote):
    page = html.unescape(ask(client, quote.get_absolute_url()).text)
    address = f"{settings.SITE_URL}{quote.get_absolute_url()}"
    assert (
        "“Sample words.”\n— Ambassador Alba María van der Sample, Director, Sample Institute, Rivers & <dams>" in page
    )
    assert f'data-link="{address}v1/"' in page
    assert "/check/?text=" in page
    for ending in ("txt", "json", "annotation.json", "ris", "bib", "csl.json"):
        assert ask(client, f"/q/{quote.public_id}.{ending}").status == 200, ending


def test_words_from_a_transcript_are_read_in_context_by_a_text_fragment(client):
    turn = make_public_transcript("Before that, sample well-known words were said.").turns.get()
    at = [[13, 36]]
    quote = make_quote(
        speaker=turn.speaker, text="sample well-known words", source=turn.transcript.source, turn=turn, spans=at
    )
    publish_quote(quote=quote, by=None)
    page = ask(client, quote.get_absolute_url()).text
    place = f"{turn.place}:~:text=sample%20well%2Dknown%20words"
    assert f'href="{place}"' in page


def test_a_version_of_a_hearing_has_its_own_card_and_linked_data(client, quote):
    page = f"/h/{quote.hearing.public_id}/v1/"
    assert tags(client, page)["og:image"] == [f"{settings.SITE_URL}{page}card.png"]
    [event] = linked(client, page)
    assert (event["@type"], event["name"], event["url"]) == ("Event", "Rivers & <dams>", settings.SITE_URL + page)
    assert event["startDate"].startswith("2023-06-13T10:00")


def test_a_page_of_a_version_is_filed_under_that_version(client, quote):
    for page in (f"{quote.get_absolute_url()}v1/", f"/h/{quote.hearing.public_id}/v1/"):
        assert tags(client, page)["citation_public_url"] == [settings.SITE_URL + page]


def test_both_cards_of_a_version_are_named(client, quote):
    page = quote.get_absolute_url()
    links = client.get(f"{page.rstrip('/')}.json").json()["links"]
    assert links["card"] == f"{settings.SITE_URL}{page}v1/card.png"
    assert links["card_dark"] == f"{settings.SITE_URL}{page}v1/card-dark.png"
    assert f'href="{page}v1/card-dark.png"' in ask(client, page).text


def test_citations_of_a_version_that_was_corrected_say_so(client, quote):
    page, notice = quote.get_absolute_url(), "These cite a version that is not current any more."
    assert notice not in ask(client, f"{page}v1/").text
    quote.text, quote.spans = "Other words.", [[17, 29]]
    correct(record=quote, reason="typo", sentence="Other words were said.", by=None)
    assert notice in ask(client, f"{page}v1/").text
    assert notice not in ask(client, page).text
