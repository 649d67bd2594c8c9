"""Scheduled publication: never early, right across changes of the clock, and without a trace if taken back."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from hearings.actions.corrections import correct
from hearings.actions.publishing import change_slug, publish_exhibit, publish_hearing, publish_quote, unschedule
from hearings.actions.record import NotReady
from hearings.admin.widgets import LocalDateTimeField
from hearings.models import HistoryEntry, PublishedAddress, State, Version
from tests.crawling import ask, crawl
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote,
    make_quote_in,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
WASHINGTON = ZoneInfo("America/New_York")
SECOND = datetime.timedelta(seconds=1)


@pytest.fixture
def clock(monkeypatch):
    """A function that sets the time at which the site believes itself to be."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


def addresses_of(quote):
    hearing = quote.hearing
    own = [quote.get_absolute_url(), f"{quote.get_absolute_url()}v1/", f"{quote.get_absolute_url()}history/"]
    own += [hearing.get_absolute_url(), f"/h/{hearing.public_id}/v1/", f"/h/{hearing.public_id}/history/"]
    own += [hearing.bodies.get().get_absolute_url(), quote.speaker.person.get_absolute_url()]
    return own


@pytest.mark.parametrize(
    ("wall_clock", "utc", "words"),
    [
        ((2026, 3, 7, 9, 0), "2026-03-07T14:00:00+00:00", "For March 7, 2026, 09:00 EST."),
        ((2026, 3, 8, 1, 59), "2026-03-08T06:59:00+00:00", "For March 8, 2026, 01:59 EST."),
        ((2026, 3, 8, 3, 0), "2026-03-08T07:00:00+00:00", "For March 8, 2026, 03:00 EDT."),
        ((2026, 3, 8, 9, 0), "2026-03-08T13:00:00+00:00", "For March 8, 2026, 09:00 EDT."),
        ((2026, 11, 1, 0, 30), "2026-11-01T04:30:00+00:00", "For November 1, 2026, 00:30 EDT."),
        ((2026, 11, 1, 1, 30), "2026-11-01T05:30:00+00:00", "For November 1, 2026, 01:30 EDT."),
        ((2026, 11, 1, 9, 0), "2026-11-01T14:00:00+00:00", "For November 1, 2026, 09:00 EST."),
    ],
)
def test_it_is_public_at_the_hour_of_washington_and_not_a_second_before(client, clock, wall_clock, utc, words):
    at = datetime.datetime(*wall_clock, tzinfo=WASHINGTON)
    moment = datetime.datetime.fromisoformat(utc)
    clock(moment - datetime.timedelta(days=2))
    quote = make_quote(text="Words to come")
    publish(quote.hearing, at=at)
    assert HistoryEntry.objects.filter(action="scheduled").first().note == words
    for early in (moment - datetime.timedelta(hours=1), moment - SECOND, moment - datetime.timedelta(microseconds=1)):
        clock(early)
        assert {ask(client, address).status for address in addresses_of(quote)} == {404}
        assert all(b"Words to come" not in answer.body for answer in crawl(client).values())
    clock(moment)
    assert {ask(client, address).status for address in addresses_of(quote)} == {200}
    assert "Words to come" in ask(client, f"{quote.get_absolute_url()}v1/").text
    assert Version.objects.get(quote=quote).content["published"] == utc


def test_the_hour_that_comes_twice_is_told_apart(client, clock):
    first, second = (datetime.datetime(2026, 11, 1, 1, 30, tzinfo=WASHINGTON, fold=fold) for fold in (0, 1))
    clock(datetime.datetime(2026, 10, 1, tzinfo=datetime.UTC))
    early, late = make_quote(), make_quote()
    publish(early.hearing, at=first)
    publish(late.hearing, at=second)
    clock(first.astimezone(datetime.UTC))
    assert [ask(client, quote.get_absolute_url()).status for quote in (early, late)] == [200, 404]
    clock(second.astimezone(datetime.UTC) - SECOND)
    assert ask(client, late.get_absolute_url()).status == 404
    clock(second.astimezone(datetime.UTC))
    assert ask(client, late.get_absolute_url()).status == 200


def test_before_its_time_it_answers_as_if_it_did_not_exist(client):
    quote = make_quote()
    publish(quote.hearing, at=tomorrow())
    unknown = ask(client, "/q/0000000000000000/")
    assert {ask(client, address) for address in addresses_of(quote)} == {unknown}


def test_no_page_may_be_kept_past_the_time_that_decides(client):
    publish(make_hearing())
    for address, answer in crawl(client).items():
        headers = dict(answer.headers)
        assert "max-age" not in headers.get("Cache-Control", ""), address
        assert "Expires" not in headers, address


def test_taking_it_back_leaves_no_trace(client):
    quote = make_quote_in("Old words", "New words")
    exhibit = make_exhibit(hearing=quote.hearing)
    publish(quote.hearing, at=tomorrow())
    change_slug(hearing=reload(quote.hearing), slug="another-address", by=None)
    assert PublishedAddress.objects.exists()
    unschedule(record=reload(quote.hearing), by=None)
    assert not PublishedAddress.objects.exists()
    assert not Version.objects.exists()
    unknown = ask(client, "/q/0000000000000000/")
    assert {ask(client, address) for address in addresses_of(reload(quote))} == {unknown}
    for record in (quote, exhibit, quote.hearing):
        row = reload(record)
        assert (row.state, row.current, row.published_at) == (State.DRAFT, None, None)


def test_afterwards_it_can_be_changed_and_counts_from_1_again():
    quote = make_quote_in("Old words", "New words")
    publish(quote.hearing, at=tomorrow())
    unschedule(record=reload(quote.hearing), by=None)
    quote = reload(quote)
    quote.note = "Changed in between"
    quote.save()
    publish(reload(quote.hearing))
    assert list(quote.versions.values_list("number", flat=True)) == [1]
    assert reload(quote).current.note == "Changed in between"
    reword(quote, "New words")
    assert list(quote.versions.values_list("number", flat=True)) == [1, 2]


def test_taking_one_back_leaves_the_addresses_that_another_needs(client, clock):
    person = make_person()
    first, second = (make_quote(speaker=make_appearance(person=person)) for _ in range(2))
    second.hearing.bodies.set(first.hearing.bodies.all())
    later = tomorrow() + datetime.timedelta(days=1)
    publish(first.hearing, at=tomorrow())
    publish(second.hearing, at=later)
    unschedule(record=reload(first.hearing), by=None)
    shared = [person.get_absolute_url(), first.hearing.bodies.get().get_absolute_url()]
    assert set(PublishedAddress.objects.filter(path__in=shared).values_list("path", "public_from")) == {
        (path, later) for path in shared
    }
    public = make_quote(speaker=make_appearance(person=person))
    publish(public.hearing)
    unschedule(record=reload(second.hearing), by=None)
    assert ask(client, person.get_absolute_url()).status == 200
    assert PublishedAddress.objects.public().filter(path=person.get_absolute_url()).exists()


def test_once_its_time_has_come_it_is_not_taken_back(clock):
    quote = make_quote()
    publish(quote.hearing, at=tomorrow())
    clock(tomorrow())
    for record in (quote, quote.hearing):
        with pytest.raises(NotReady, match="It is published already"):
            unschedule(record=reload(record), by=None)
    assert Version.objects.count() == 2


def test_one_quote_of_a_public_hearing_is_scheduled_and_taken_back(client, clock):
    hearing = publish(make_hearing())
    quote, exhibit = make_quote(hearing=hearing), make_exhibit(hearing=hearing)
    publish_quote(quote=quote, by=None, at=tomorrow())
    publish_exhibit(exhibit=exhibit, by=None, at=tomorrow())
    page = ask(client, hearing.get_absolute_url()).text
    assert quote.public_id not in page
    assert exhibit.public_id not in page
    unschedule(record=reload(exhibit), by=None)
    assert reload(hearing).state == State.PUBLISHED
    clock(tomorrow())
    page = ask(client, hearing.get_absolute_url()).text
    assert quote.public_id in page
    assert exhibit.public_id not in page


def test_a_quote_is_not_public_before_its_hearing(client, clock):
    hearing = make_hearing()
    make_appearance(hearing=hearing)
    at = tomorrow()
    publish_hearing(hearing=hearing, by=None, at=at)
    quote = make_quote(hearing=hearing)
    publish_quote(quote=quote, by=None)
    assert reload(quote).published_at == at
    assert ask(client, quote.get_absolute_url()) == ask(client, "/q/0000000000000000/")
    unschedule(record=reload(hearing), by=None)
    assert reload(quote).state == State.DRAFT
    assert not PublishedAddress.objects.exists()


def test_a_scheduled_record_is_not_corrected(clock):
    hearing = make_hearing()
    publish(hearing, at=tomorrow())
    hearing = reload(hearing)
    hearing.summary = "Changed"
    with pytest.raises(NotReady, match="It is scheduled already"):
        correct(record=hearing, reason="factual", sentence="It was wrong.", by=None)
    clock(tomorrow())
    correct(record=hearing, reason="factual", sentence="It was wrong.", by=None)
    assert reload(hearing).current.number == 2


def test_the_slug_of_a_scheduled_hearing_changes_without_becoming_public(client, clock):
    hearing = make_hearing(slug="first")
    publish(hearing, at=tomorrow())
    change_slug(hearing=reload(hearing), slug="second", by=None)
    unknown = ask(client, "/hearings/unknown/")
    assert ask(client, "/hearings/first/") == ask(client, "/hearings/second/") == unknown
    clock(tomorrow())
    assert ask(client, "/hearings/first/") == unknown
    assert ask(client, "/hearings/second/").status == 200


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2027-11-07T01:30", "2027-11-07T06:30+00:00"),  # comes twice: the second time, so that it is not early
        ("2027-11-07T00:59", "2027-11-07T04:59+00:00"),
        ("2027-03-14T03:00", "2027-03-14T07:00+00:00"),
        ("2027-07-01T12:00", "2027-07-01T16:00+00:00"),
    ],
)
def test_a_time_on_the_night_of_a_clock_change_is_taken_and_never_early(typed, moment):
    assert LocalDateTimeField().clean(typed) == datetime.datetime.fromisoformat(moment)


@pytest.mark.parametrize("typed", ["2027-03-14T02:00", "2027-03-14T02:59"])
def test_a_time_that_is_left_out_is_refused_in_words(typed):
    with pytest.raises(ValidationError, match="the clocks are put forward"):
        LocalDateTimeField().clean(typed)


@pytest.mark.parametrize("typed", ["9999-12-31T23:59", "0001-01-01T00:00"])
def test_a_time_at_the_ends_of_the_calendar_is_refused(typed):
    with pytest.raises(ValidationError, match="Enter a valid date/time"):
        LocalDateTimeField().clean(typed)
