"""From draft to published: what must be there, who may do it, what is frozen."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied

from hearings.actions.publishing import (
    NotReady,
    change_slug,
    publish_exhibit,
    publish_hearing,
    publish_quote,
    return_to_draft,
    submit_for_review,
)
from hearings.models import Hearing, Quote, State, Version
from tests.factories import (
    make_appearance,
    make_capture,
    make_exhibit,
    make_hearing,
    make_quote,
    make_site,
    make_source,
    make_user,
    publish,
)

pytestmark = pytest.mark.django_db


def problems_of(action, **arguments):
    with pytest.raises(NotReady) as caught:
        action(by=None, **arguments)
    return " ".join(caught.value.problems)


def test_a_hearing_goes_from_draft_to_review_and_back():
    hearing = make_hearing()
    submit_for_review(record=hearing, by=None)
    assert Hearing.objects.get().state == State.IN_REVIEW
    return_to_draft(record=hearing, by=None, reason="A name is missing.")
    assert Hearing.objects.get().state == State.DRAFT
    assert "It is draft already" in problems_of(return_to_draft, record=hearing, reason="again")


def test_publishing_freezes_the_words_the_speaker_and_the_title():
    quote = make_quote(text="Sample words,")
    publish(quote.hearing)
    version = Version.objects.get(quote=quote)
    assert (version.number, version.text) == (1, "Sample words,")
    assert version.speaker_name == str(quote.speaker.person)
    assert version.affiliation == "Director of Samples, Sample Institute"
    [selector] = version.selectors
    assert quote.source.text[selector["start"] : selector["end"]] == "Sample words,"
    assert Quote.objects.get().current == version


def test_what_is_published_cannot_be_published_again():
    quote = make_quote()
    publish(quote.hearing)
    assert "published already" in problems_of(publish_hearing, hearing=quote.hearing)
    assert "published already" in problems_of(publish_quote, quote=quote)
    assert Version.objects.filter(quote=quote).count() == 1


def test_a_hearing_without_date_body_or_people_says_what_is_missing():
    hearing = make_hearing(bodies=[], date=None, date_precision="stated", date_as_stated="June 13")
    problems = problems_of(publish_hearing, hearing=hearing)
    assert "The year of the hearing is not known" in problems
    assert "No body is named" in problems
    assert "Nobody is listed" in problems
    assert Hearing.objects.get().state == State.DRAFT


def test_words_that_are_not_in_the_source_are_never_published():
    source = make_source(text="“Sample words,” said Alba.")
    for fields in ({"spans": []}, {"spans": [[1, 13]], "text": "Sampled words"}, {"spans": [[0, 5]]}):
        quote = make_quote(**{"source": source, "text": "Sample words,"} | fields)
        assert "not found in the source" in problems_of(publish_quote, quote=quote)


def test_a_quote_needs_a_speaker_of_the_same_hearing_and_a_source():
    quote = make_quote()
    quote.speaker = make_appearance()
    assert "listed at another hearing" in problems_of(publish_quote, quote=quote)
    quote.speaker = quote.source = None
    problems = problems_of(publish_quote, quote=quote)
    assert "not known who said it" in problems
    assert "no source" in problems


def test_publishing_a_hearing_is_all_or_nothing():
    hearing = make_hearing()
    good, bad = make_quote(hearing=hearing), make_quote(hearing=hearing, spans=[])
    assert "not found in the source" in problems_of(publish_hearing, hearing=hearing, quotes=[good, bad])
    assert Hearing.objects.get(pk=hearing.pk).state == State.DRAFT
    assert not Version.objects.exists()


def test_an_exhibit_needs_images_with_words_provider_licence_and_credit():
    empty = make_exhibit(captures=0)
    assert "It has no image" in problems_of(publish_exhibit, exhibit=empty)
    bare = make_exhibit(captures=0, site=make_site(name="Sample site", precision_reason=""))
    make_capture(exhibit=bare, label="Before", alt_text="", licence="")
    problems = problems_of(publish_exhibit, exhibit=bare)
    assert "“Before” lacks the image in words, the licence." in problems
    assert "Say why the coordinates of “Sample site” are rounded or withheld" in problems


def test_only_a_publisher_publishes_and_it_is_written_down():
    hearing = make_hearing()
    make_appearance(hearing=hearing)
    with pytest.raises(PermissionDenied):
        publish_hearing(hearing=hearing, by=make_user(publisher=False))
    publisher = make_user()
    publish_hearing(hearing=hearing, by=publisher)
    entry = LogEntry.objects.get()
    assert (entry.user, entry.get_change_message()) == (publisher, "Published.")


def test_an_address_that_another_hearing_has_or_had_is_refused():
    first, second = publish(make_hearing(slug="first")), make_hearing(slug="second")
    assert "Another hearing has or had this address" in problems_of(change_slug, hearing=second, slug="first")
    change_slug(hearing=first, slug="third", by=None)
    assert "Another hearing has or had this address" in problems_of(change_slug, hearing=second, slug="first")
