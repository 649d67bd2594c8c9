"""Corrections: the next version, the public sentence, and one story on every page."""

import pytest
from django.core.exceptions import PermissionDenied

from hearings.actions.corrections import WORDING, correct, move_hearing, withdraw
from hearings.actions.publishing import change_slug, submit_for_review
from hearings.actions.record import NotReady
from hearings.models import Correction, HistoryEntry, State, Version
from tests.crawling import ask
from tests.factories import (
    make_body,
    make_exhibit,
    make_hearing,
    make_public_quote,
    make_quote,
    make_quote_in,
    make_source,
    make_user,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
SENTENCE = "The witness said “rivers”; we had printed “liver”."


def problems_of(**arguments):
    with pytest.raises(NotReady) as caught:
        correct(**{"by": None, "reason": "typo", "sentence": SENTENCE} | arguments)
    return " ".join(caught.value.problems)


@pytest.fixture
def quote(db):
    hearing = make_hearing(title="Sample hearing on water")
    quote = make_quote_in("Old liver words", "Old rivers words", hearing=hearing)
    publish(hearing)
    return reload(quote)


def test_a_correction_makes_the_next_version_and_joins_the_two(quote):
    publisher = make_user()
    correction = reword(quote, "Old rivers words", sentence=f"  {SENTENCE}\n", by=publisher)
    assert [version.text for version in quote.versions.all()] == ["Old liver words", "Old rivers words"]
    assert (correction.from_version.number, correction.to_version.number) == (1, 2)
    assert reload(quote).current == correction.to_version
    assert (correction.sentence, correction.reason, correction.made_by) == (SENTENCE, "typo", publisher)
    assert reload(quote).state == State.PUBLISHED
    entry = HistoryEntry.objects.get(action="corrected")
    assert (entry.record, entry.by, entry.note) == (quote.public_id, publisher, "Version 1 to 2.")


def test_corrections_can_follow_one_another(quote):
    for number in range(2, 6):
        wording = ["Old liver words", "Old rivers words"][(number + 1) % 2]
        correction = reword(quote, wording)
        assert (correction.from_version.number, correction.to_version.number) == (number - 1, number)
    assert list(quote.versions.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("sentence", ["", "   ", "\n\t"])
def test_the_public_sentence_is_required(quote, sentence):
    quote.text = "Old rivers words"
    quote.spans = [[30, 46]]
    assert "Write the public sentence" in problems_of(record=quote, sentence=sentence)
    assert quote.versions.count() == 1
    assert reload(quote).text == "Old liver words"


def test_where_nothing_changed_there_is_nothing_to_correct(quote):
    assert "Nothing was changed" in problems_of(record=quote)
    exhibit = make_exhibit()
    publish(exhibit.hearing)
    assert "Nothing was changed" in problems_of(record=reload(exhibit))
    assert "Nothing was changed" in problems_of(record=reload(exhibit.hearing))
    assert not Correction.objects.exists()
    assert set(Version.objects.values_list("number", flat=True)) == {1}


def test_the_language_and_the_source_alone_can_be_corrected(quote):
    quote.language = "ko"
    correct(record=quote, reason="factual", sentence="It was spoken in Korean.", by=None)
    quote = reload(quote)
    quote.source = make_source(text=f"{quote.source.text} Second copy.", hearing=quote.hearing)
    correct(record=quote, reason="factual", sentence="It stands in the transcript.", by=None)
    assert reload(quote).current.number == 3


@pytest.mark.parametrize("reason", WORDING)
def test_each_kind_of_correction_is_taken(quote, reason):
    assert reword(quote, "Old rivers words", reason=reason).reason == reason


@pytest.mark.parametrize("reason", ["withdrawal", "restoration", "", "nonsense"])
def test_other_kinds_are_refused(quote, reason):
    assert "Choose what kind" in problems_of(record=quote, reason=reason)


def test_words_that_are_not_in_the_source_are_refused(quote):
    quote.text = "Words that nobody said"
    assert "not found in the source" in problems_of(record=quote)
    assert quote.versions.count() == 1


def test_only_what_is_public_is_corrected():
    draft = make_quote()
    assert "It is draft already" in problems_of(record=draft)
    submit_for_review(record=draft, by=None)
    assert "It is in review already" in problems_of(record=draft)
    scheduled = make_quote()
    publish(scheduled.hearing, at=tomorrow())
    assert "It is scheduled already" in problems_of(record=reload(scheduled))
    withdrawn = make_public_quote()
    withdraw(record=withdrawn, sentence="It was never said.", by=None)
    assert "It is withdrawn already" in problems_of(record=withdrawn)


def test_only_a_publisher_corrects(quote):
    quote.note = "A note"
    with pytest.raises(PermissionDenied):
        correct(record=quote, reason="typo", sentence=SENTENCE, by=make_user(publisher=False))
    assert quote.versions.count() == 1


def test_unsaved_changes_on_the_instance_are_what_is_published(quote):
    quote.note = "Through an interpreter."
    correct(record=quote, reason="factual", sentence="The interpreter was not named.", by=None)
    assert reload(quote).note == "Through an interpreter."
    assert reload(quote).current.note == "Through an interpreter."


def test_a_refused_correction_leaves_nothing_behind(quote):
    history = HistoryEntry.objects.count()
    assert "Nothing was changed" in problems_of(record=quote)
    quote.note = "Now something"
    correct(record=quote, reason="typo", sentence=SENTENCE, by=None)
    assert list(quote.versions.values_list("number", flat=True)) == [1, 2]
    assert HistoryEntry.objects.count() == history + 1


def test_a_hearing_is_not_moved_without_a_sentence_or_by_an_editor():
    hearing = make_hearing()
    publish(hearing)
    body = make_body()
    with pytest.raises(NotReady):
        move_hearing(hearing=reload(hearing), bodies=[body], sentence="", by=None)
    with pytest.raises(PermissionDenied):
        move_hearing(hearing=reload(hearing), bodies=[body], sentence="Moved.", by=make_user(publisher=False))
    assert body not in hearing.bodies.all()
    assert hearing.versions.count() == 1


def test_a_stale_copy_of_a_hearing_does_not_bring_its_old_address_back(client):
    from_form = publish(make_hearing(slug="first"))
    from_form = reload(from_form)
    other_copy = reload(from_form)
    change_slug(hearing=other_copy, slug="second", by=None)
    from_form.summary = "New summary"
    correct(record=from_form, reason="factual", sentence="The summary was missing.", by=None)
    assert reload(from_form).slug == "second"
    assert client.get("/hearings/first/")["Location"] == "/hearings/second/"


def test_what_was_missing_is_added_without_calling_what_stood_there_an_error(client, quote):
    quote.note = "A sample."
    correction = correct(record=quote, reason="addition", sentence="The note was missing.", by=None)
    assert "Addition" in ask(client, correction.get_absolute_url()).text
    assert "Factual error" not in ask(client, correction.get_absolute_url()).text
