"""Withdrawing in public, and taking it back."""

import pytest

from hearings.actions.corrections import restore, withdraw
from hearings.actions.record import NotReady
from tests.crawling import ask, crawl
from tests.factories import (
    image_address,
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_topic,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db


def text_of(client, address):
    answer = ask(client, address)
    assert answer.status == 200, address
    return answer.text


def test_a_withdrawn_quote_stays_readable_with_the_reason_and_leaves_the_lists(client):
    hearing = make_hearing(title="Sample hearing")
    quote = make_quote(hearing=hearing, text="Words to withdraw")
    make_quote(hearing=hearing, text="Words that stay")
    publish(hearing)
    correction = withdraw(record=reload(quote), sentence="The witness was not there.", by=None)
    page = text_of(client, quote.get_absolute_url())
    assert "<strong>Withdrawn.</strong>" in page
    assert "The witness was not there." in page
    assert "“Words to withdraw”" in page
    assert '<meta name="robots" content="noindex">' in page
    assert correction.get_absolute_url() in page
    assert "1 quotation<" in text_of(client, "/")
    for place in (hearing.get_absolute_url(), quote.speaker.person.get_absolute_url()):
        page = text_of(client, place)
        assert "Words to withdraw”" not in page
        assert f'A quotation was withdrawn. <a href="{quote.get_absolute_url()}">' in page
    assert "“Words that stay”" in text_of(client, hearing.get_absolute_url())
    assert "The witness was not there." in text_of(client, "/corrections/?kind=withdrawal")
    assert (correction.from_version, correction.to_version) == (quote.versions.get(), quote.versions.get())


def test_a_withdrawn_exhibit_stays_readable_and_its_hearing_shows_no_image(client):
    exhibit = make_exhibit()
    publish(exhibit.hearing)
    withdraw(record=reload(exhibit), sentence="It shows another place.", by=None)
    page = text_of(client, exhibit.get_absolute_url())
    assert "It shows another place." in page
    assert "noindex" in page
    assert ask(client, image_address(exhibit)).status == 410
    page = text_of(client, exhibit.hearing.get_absolute_url())
    assert "This exhibit was withdrawn." in page
    assert exhibit.captures.first().sha256 not in page


def test_a_withdrawn_hearing_leaves_every_list_and_all_its_addresses_stay(client):
    body, topic, person = make_body(), make_topic(), make_person()
    hearing = make_hearing(title="Hearing to withdraw", bodies=[body], topics=[topic])
    quote = make_quote(speaker=make_appearance(hearing=hearing, person=person), text="Words of the hearing")
    publish(hearing)
    before = set(crawl(client))
    withdraw(record=reload(hearing), sentence="It was never held.", by=None)
    for place in ("/", "/hearings/", body.get_absolute_url(), topic.get_absolute_url()):
        assert "Hearing to withdraw" not in text_of(client, place)
    assert "0 quotations" in text_of(client, "/")
    page = text_of(client, hearing.get_absolute_url())
    assert "<strong>Withdrawn.</strong>" in page
    assert "It was never held." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "The hearing was withdrawn." in text_of(client, quote.get_absolute_url())
    page = text_of(client, person.get_absolute_url())
    assert "This hearing was withdrawn." in page
    assert "Words of the hearing" not in page
    assert {ask(client, address).status for address in before if "?" not in address} <= {200, 302}


def test_a_withdrawal_is_taken_back_in_public(client):
    quote = make_public_quote(text="Words said after all")
    withdraw(record=quote, sentence="It was never said.", by=None)
    correction = restore(record=reload(quote), sentence="The tape has it.", by=None)
    page = text_of(client, quote.get_absolute_url())
    assert "<strong>Withdrawn.</strong>" not in page
    assert "noindex" not in page
    assert "It was never said." in page
    assert "The tape has it." in page
    assert "1 quotation<" in text_of(client, "/")
    assert "“Words said after all”" in text_of(client, quote.hearing.get_absolute_url())
    assert quote.versions.count() == 1
    assert correction.to_version.number == 1


@pytest.mark.parametrize("action", [withdraw, restore])
def test_the_reason_is_required(action):
    quote = make_public_quote()
    if action is restore:
        withdraw(record=quote, sentence="It was never said.", by=None)
    before = reload(quote).state
    with pytest.raises(NotReady, match="Write the public sentence"):
        action(record=reload(quote), sentence=" ", by=None)
    assert reload(quote).state == before


def test_withdrawing_does_not_save_words_that_were_changed_on_the_way(client):
    hearing = publish(make_hearing(title="The published title"))
    hearing = reload(hearing)
    hearing.title = "Something unpublished"
    withdraw(record=hearing, sentence="It was never held.", by=None)
    assert reload(hearing).title == "The published title"
