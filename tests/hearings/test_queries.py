"""How many queries each public page costs, whatever its size."""

import pytest

from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_reference,
    make_source,
    make_topic,
    publish,
)

pytestmark = pytest.mark.django_db


def large_hearing(size):
    hearing = make_hearing(topics=[make_topic(), make_topic()])
    source = make_source(hearing=hearing, text="Sample words.")
    speakers = [make_appearance(hearing=hearing) for _ in range(size)]
    for speaker in speakers:
        make_quote(hearing=hearing, speaker=speaker, source=source, text="Sample words.")
        make_reference(hearing=hearing)
    for _ in range(3):
        make_exhibit(hearing=hearing, presented_by=speakers[0])
    return publish(hearing)


@pytest.mark.parametrize("size", [2, 30])
def test_hearing_page(client, django_assert_num_queries, size):
    hearing = large_hearing(size)
    with django_assert_num_queries(9):
        client.get(hearing.get_absolute_url())


def test_quote_page(client, django_assert_num_queries):
    quote = make_public_quote()
    with django_assert_num_queries(4):
        client.get(quote.get_absolute_url())


def test_quote_version_page(client, django_assert_num_queries):
    quote = make_public_quote()
    with django_assert_num_queries(4):
        client.get(f"{quote.get_absolute_url()}v1/")


def test_exhibit_page(client, django_assert_num_queries):
    hearing = make_hearing()
    exhibit = make_exhibit(hearing=hearing, shown_with=make_quote(hearing=hearing))
    publish(hearing)
    with django_assert_num_queries(3):
        client.get(exhibit.get_absolute_url())


@pytest.mark.parametrize("size", [1, 8])
def test_person_page(client, django_assert_num_queries, size):
    person = make_person()
    for _ in range(size):
        make_public_quote(speaker=make_appearance(hearing=make_hearing(), person=person))
    with django_assert_num_queries(5):
        client.get(person.get_absolute_url())


@pytest.mark.parametrize("size", [1, 20])
def test_lists(client, django_assert_num_queries, size):
    topic = make_topic()
    hearings = [publish(make_hearing(topics=[topic])) for _ in range(size)]
    body = hearings[0].bodies.get()
    with django_assert_num_queries(4):
        client.get("/")
    with django_assert_num_queries(5):
        client.get("/hearings/")
    with django_assert_num_queries(2):
        client.get("/witnesses/")
    with django_assert_num_queries(3):
        client.get(topic.get_absolute_url())
    with django_assert_num_queries(3):
        client.get(body.get_absolute_url())


@pytest.mark.parametrize("size", [2, 40])
def test_transcript_pages(client, django_assert_num_queries, size):
    transcript = make_public_transcript(*(f"Sample words {number}." for number in range(size)))
    with django_assert_num_queries(7):
        client.get(transcript.get_absolute_url())
    turn = transcript.turns.last()
    with django_assert_num_queries(3):
        client.get(turn.get_absolute_url())


def test_about_page(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        client.get("/about/")
