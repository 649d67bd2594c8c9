"""Settling an edition that changes many turns: what it costs, and what readers see of it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hearings.actions.settling import settle
from hearings.importing.settling import settlement_of
from hearings.models import HistoryEntry, PublishedAddress
from tests.crawling import ask
from tests.factories import make_user, publish, reload
from tests.lamps import imported, make_lamps, markdown

pytestmark = pytest.mark.django_db


@pytest.fixture
def lamps(db):
    return make_lamps()


def many(number, word=""):
    names = ("Alba Sample", "Bert Specimen", "Mr. Nobody")
    return [(names[n % 3], f"Words of turn {n} on its{word} lamp number {n}.") for n in range(number)]


def settled(hearing, number, *, by=None, more=()):
    """Publish so many turns, settle an edition that changes each, and say how many queries that took."""
    transcript = imported(hearing, markdown(*many(number))).transcript
    publish(hearing)
    transcript = reload(transcript)
    edition = imported(hearing, markdown(*many(number, " own"), *more)).transcript.editions.exclude(waiting={}).get()
    choices = {place: place for place in range(number)} | {number + place: None for place in range(len(more))}
    settlement = settlement_of(edition, choices, sentence="Misheard.")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        settle(edition=edition, settlement=settlement, by=by)
    return transcript, len(queries)


def test_settling_many_turns_takes_no_more_queries_than_few(lamps):
    by = make_user()
    _, few = settled(lamps, 3, by=by)
    transcript, more = settled(make_lamps("more-lamps"), 33, by=by)
    assert more - few < 10, (few, more)
    for turn in transcript.turns.select_related("current"):
        correction = turn.corrections.get()
        assert (correction.from_version.number, correction.to_version) == (1, turn.current)
        assert (turn.current.number, turn.revision, turn.current.text) == (2, 2, turn.text)
        assert (correction.reason, correction.sentence, correction.made_by) == ("typo", "Misheard.", by)
        paths = [correction.get_absolute_url(), turn.current.get_absolute_url()]
        assert PublishedAddress.objects.filter(path__in=paths).count() == 2
        entry = HistoryEntry.objects.get(record=turn.public_id)
        assert (entry.action, entry.note, entry.by) == ("corrected", "Version 1 to 2.", by)


def test_the_page_of_a_hearing_counts_what_an_edition_changed_and_another_lists_all(lamps, client):
    transcript, _ = settled(lamps, 102, more=[("Alba Sample", "May I add something here?")])
    correction = transcript.corrections.get()
    page = ask(client, lamps.get_absolute_url()).text
    assert page.count("Misheard.") == 1
    assert "<strong>New edition of <a" in page
    assert "What changed, turn by turn</a>: 102 corrections of turns and of quotes from them</p>" in page
    assert "New edition</p>" in ask(client, correction.get_absolute_url()).text
    found = []
    for number in (1, 2):
        page = ask(client, f"{correction.get_absolute_url()}?page={number}").text
        found += re.findall(r"<h3>(Turn \d+), <a", page)
    assert found == [f"Turn {number}" for number in range(1, 104)]
    assert client.get(f"{correction.get_absolute_url()}?page=3").status_code == 404


def test_the_page_of_a_hearing_tells_the_few_corrections_of_an_edition_one_by_one(lamps, client):
    settled(lamps, 3)
    page = ask(client, lamps.get_absolute_url()).text
    assert page.count("Misheard.") == 4
    assert "Typing error in <a" in page
