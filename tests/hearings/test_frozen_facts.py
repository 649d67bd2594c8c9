"""What a page says of a source and of what was named is frozen too: it changes by a correction alone."""

import pytest

from hearings.actions.corrections import correct
from hearings.models import Hearing, Mention, Reference, SourceDocument
from tests.crawling import ask
from tests.factories import make_hearing, make_public_quote, make_reference, publish, reload

pytestmark = pytest.mark.django_db


def page(client, record):
    return ask(client, record.get_absolute_url()).text


def test_another_title_of_a_source_is_on_the_page_of_a_quote_once_a_correction_says_so(client):
    quote = make_public_quote()
    SourceDocument.objects.filter(pk=quote.source_id).update(title="Another title", url="https://example.org/other")
    assert "Another title" not in page(client, quote)
    correction = correct(record=reload(quote), reason="factual", sentence="The source was misnamed.", by=None)
    assert "Another title" in page(client, quote)
    assert "https://example.org/other" in page(client, quote)
    assert "<ins>Another" in page(client, correction)


@pytest.mark.parametrize(
    "change",
    [
        lambda hearing: Reference.objects.update(title="Another name"),
        lambda hearing: Reference.objects.update(citation="Another name"),
        lambda hearing: Reference.objects.update(url="https://example.org/Another name"),
        lambda hearing: Mention.objects.update(as_named="Another name"),
        lambda hearing: make_reference(hearing=hearing, title="Another name"),
    ],
)
def test_what_was_named_changes_on_the_page_by_a_correction_alone(client, change):
    hearing = make_hearing()
    make_reference(hearing=hearing, title="Sample Treaty", citation="1 U.N.T.S. 1")
    publish(hearing)
    change(hearing)
    assert "Another name" not in page(client, hearing)
    correct(record=reload(hearing), reason="factual", sentence="What was named was wrong.", by=None)
    assert "Another name" in page(client, hearing)


def test_an_earlier_hearing_is_led_to_only_while_it_is_public(client):
    earlier = make_hearing(title="The earlier one")
    hearing = make_hearing()
    make_reference(hearing=hearing, title="The earlier one", kind="hearing", earlier_hearing=earlier)
    publish(hearing)
    assert earlier.get_absolute_url() not in page(client, hearing)
    publish(earlier)
    assert f'href="{earlier.get_absolute_url()}"' in page(client, hearing)


@pytest.mark.parametrize("field", ["official_url", "video_url"])
def test_links_elsewhere_change_by_a_correction_alone(client, field):
    hearing = publish(make_hearing(**{field: "https://example.org/old"}))
    hearing = reload(hearing)
    setattr(hearing, field, "https://example.org/new")
    assert "https://example.org/old" in page(client, hearing)
    correct(record=hearing, reason="factual", sentence="The link was wrong.", by=None)
    assert "https://example.org/new" in page(client, hearing)
    assert Hearing.objects.get().current.number == 2
