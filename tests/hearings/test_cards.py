"""Image cards at their addresses: what stands on them, who gets them, and when they go."""

import io
import os
import time

import pytest
from django.conf import settings
from django.http import Http404
from PIL import Image

from hearings.actions.corrections import seal, withdraw
from hearings.actions.exhibits import sweep
from hearings.imaging.card import draw
from hearings.representations import cards
from hearings.views.card import card_response
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_body,
    make_capture,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_quote_in,
    make_site,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db


def card_of(record, number=1, dark=False):
    kind = record._meta.model_name[0].replace("e", "x")
    return f"/{kind}/{record.public_id}/v{number}/card{'-dark' if dark else ''}.png"


def said(record, number=None):
    """What stands on the card of a version."""
    record = reload(record)
    version = record.versions.get(number=number or record.current.number).under(record)
    return getattr(cards, record._meta.model_name)(record, version)


def kept(record):
    return [*(settings.DATA_DIR / "d/cards" / record.public_id).glob("*")]


@pytest.fixture
def exhibit(db):
    """A public exhibit with an image that others may embed."""
    record = make_exhibit(captures=0, title="Sample camp", presented_by=None)
    make_capture(exhibit=record, label="Before", may_embed=False, credit="Not this one")
    make_capture(exhibit=record, label="After", may_embed=True)
    publish(record.hearing)
    return reload(record)


def test_cards_of_each_kind_are_pictures_of_the_size_that_is_promised(client, exhibit):
    quote = make_public_quote()
    for record in (quote, quote.hearing, exhibit):
        seen = set()
        for dark in (False, True):
            answer = ask(client, card_of(record, dark=dark))
            assert (answer.status, dict(answer.headers)["Content-Type"]) == (200, "image/png")
            image = Image.open(io.BytesIO(answer.body))
            assert (image.format, image.size) == ("PNG", (1200, 630))
            seen.add(image.getpixel((5, 5)))
        assert seen == {(251, 250, 247), (22, 21, 19)}


def test_the_card_of_a_quote_says_who_said_which_words_under_which_title_and_when():
    person = make_person(family_name="Sample", honorific="Ambassador")
    quote = make_quote(speaker=make_appearance(person=person), text="이것은 견본", language="ko")
    publish(quote.hearing)
    card = said(quote)
    assert (card.paragraphs, card.language, card.quoted, card.rtl) == (("“이것은 견본”",), "ko", True, False)
    assert card.name == "Ambassador Alba Sample"
    assert card.facts == ("Director of Samples, Sample Institute", f"June 13, 2023 · {quote.hearing.title}")
    assert card.address == f"testserver/q/{quote.public_id}/v1/"
    assert card.status == ""


def test_the_card_of_a_hearing_says_who_held_it_and_who_testified():
    hearing = make_hearing(
        title="Sample hearing", bodies=[make_body(name="Body A"), make_body(name="Body B")], place="Room 1"
    )
    make_appearance(hearing=hearing, person=make_person(family_name="Witness"))
    make_appearance(hearing=hearing, person=make_person(family_name="Chair"), role="chair")
    publish(hearing)
    card = said(hearing)
    assert (card.paragraphs, card.name) == (("Sample hearing",), "Body A and Body B")
    assert card.facts == ("June 13, 2023 · Room 1", "Testimony of Alba Witness")
    assert card.kind == "Hearing"


def test_a_hearing_that_was_not_held_says_so():
    hearing = publish(make_hearing(status="cancelled"))
    assert said(hearing).facts[0] == "Cancelled: June 13, 2023"


def test_the_card_of_an_exhibit_shows_the_first_image_that_others_may_show(exhibit):
    card = said(exhibit)
    assert (card.paragraphs, card.credit) == (("Sample camp",), "Sample credit")
    assert exhibit.captures.get(label="After").sha256 in str(card.image)
    assert card.image.suffix == ".jpg"


def test_an_exhibit_without_such_an_image_has_a_card_of_words(client):
    record = make_exhibit()
    publish(record.hearing)
    assert said(record).image is None
    assert ask(client, card_of(record)).status == 200


def test_a_drawn_sample_is_called_one_on_the_card():
    record = make_exhibit(captures=0)
    make_capture(exhibit=record, label="Before", may_embed=True, is_sample=True)
    publish(record.hearing)
    assert said(record).credit == "Generated sample, not imagery. Sample credit"


def test_a_place_is_never_on_a_card():
    record = make_exhibit(
        site=make_site(name="Sample Island", latitude="42.95", longitude="129.84", coordinate_precision="exact")
    )
    publish(record.hearing)
    assert not any(word in repr(said(record)) for word in ("Sample Island", "42.9", "129.8"))


def test_corrections_are_said_in_words_on_both_cards(client):
    quote = make_quote_in("Old words", "New words")
    publish(quote.hearing)
    first = ask(client, card_of(quote))
    reword(quote, "New words")
    assert said(quote, 1).status == "Corrected since: version 2 is current."
    assert said(quote, 1).paragraphs == ("“Old words”",)
    assert said(quote, 2).status == "Corrected: this is version 2."
    assert said(quote, 2).paragraphs == ("“New words”",)
    again = ask(client, card_of(quote))
    assert again.body != first.body
    assert dict(again.headers)["X-Robots-Tag"] == "noindex"
    assert "X-Robots-Tag" not in dict(ask(client, card_of(quote, 2)).headers)


def test_a_withdrawn_record_has_a_card_that_says_so_and_no_more(client, exhibit):
    quote = make_public_quote(text="Words to withdraw")
    before = {record: ask(client, card_of(record)).body for record in (quote, exhibit)}
    for record in (quote, exhibit):
        withdraw(record=reload(record), sentence="It was published by mistake.", by=None)
        card = said(record)
        assert card.withdrawn
        assert (card.name, card.image, card.quoted) == ("", None, False)
        assert card.status == "Withdrawn. Do not quote it as valid."
        answer = ask(client, card_of(record))
        assert answer.status == 200
        assert answer.body == draw(card) != before[record]
        assert dict(answer.headers)["X-Robots-Tag"] == "noindex"
    assert said(quote).paragraphs == ("This quotation was withdrawn.",)
    assert said(exhibit).paragraphs == ("This exhibit was withdrawn.",)


def test_what_stands_under_a_withdrawn_hearing_shows_no_words_either():
    quote = make_public_quote(text="Words of the hearing")
    make_exhibit(hearing=quote.hearing)
    withdraw(record=reload(quote.hearing), sentence="It was never held.", by=None)
    assert said(quote).paragraphs == ("The hearing of this quotation was withdrawn.",)
    assert said(quote.hearing).paragraphs == ("This hearing was withdrawn.",)
    assert said(quote.hearing).name == ""


def test_a_card_is_drawn_once_kept_and_swept_like_what_nothing_names(client):
    quote = make_public_quote()
    first = ask(client, card_of(quote))
    [file] = kept(quote)
    assert file.read_bytes() == first.body
    file.write_bytes(b"kept")
    assert ask(client, card_of(quote)).body == b"kept"
    folder, two_days_ago = file.parent, time.time() - 2 * 86_400
    os.utime(folder, (two_days_ago, two_days_ago))
    assert str(folder.relative_to(settings.DATA_DIR)) in sweep()
    assert ask(client, card_of(quote)).body == first.body


def test_a_reader_who_has_the_card_is_told_so(client):
    quote = make_public_quote()
    response = client.get(card_of(quote))
    assert response["Cache-Control"] == "public, no-cache"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get(card_of(quote), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", response["ETag"])
    assert client.get(card_of(quote, dark=True), headers={"if-none-match": response["ETag"]}).status_code == 200


def test_a_sealed_record_has_no_card_and_no_file_of_one(client, exhibit, django_capture_on_commit_callbacks):
    quote = make_public_quote(hearing=None)
    records = (quote, quote.hearing, exhibit)
    for record in records:
        assert ask(client, card_of(record)).status == 200
        assert len(kept(record)) == 1
    for record in (quote.hearing, exhibit):
        with django_capture_on_commit_callbacks(execute=True):
            seal(record=reload(record), by=None)
    for record in records:
        assert kept(record) == []
        answer = ask(client, card_of(record))
        assert answer.status == 410
        assert "This was sealed" in answer.text
        assert kept(record) == []


def test_a_card_that_was_being_drawn_while_its_record_was_sealed_is_thrown_away(rf):
    quote = make_public_quote()
    version = quote.shown
    card, read_before = cards.quote(quote, version), reload(quote)
    seal(record=quote, by=None)
    with pytest.raises(Http404):
        card_response(rf.get("/"), read_before, version, card, dark=False)
    assert kept(read_before) == []


def test_drafts_scheduled_and_missing_cards_answer_alike(client):
    draft, scheduled, public = make_quote(), make_quote(), make_public_quote()
    publish(scheduled.hearing, at=tomorrow())
    unknown = ask(client, f"/q/{'0' * 16}/v1/card.png")
    assert unknown.status == 404
    for address in (card_of(draft), card_of(scheduled), card_of(draft.hearing), card_of(public, 2)):
        assert ask(client, address) == unknown, address
    assert kept(draft) == kept(scheduled) == []


def test_a_card_costs_few_queries(client, django_assert_max_num_queries):
    quote = make_public_quote()
    with django_assert_max_num_queries(3):
        client.get(card_of(quote))
    with django_assert_max_num_queries(2):
        client.get(card_of(quote))
