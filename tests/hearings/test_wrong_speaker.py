"""A quote that was corrected to another speaker: the page of the first one says so, too."""

import pytest

from hearings.actions.corrections import correct, seal, withdraw
from hearings.actions.people import merge_people
from tests.crawling import ask
from tests.factories import make_appearance, make_hearing, make_person, make_quote_in, publish, reload, reword

pytestmark = pytest.mark.django_db
SENTENCE = "Alba Right said it."
HEADING = "No longer shown as theirs"


@pytest.fixture
def people():
    """Three people listed at one hearing, and a public quote of the first."""
    hearing = make_hearing(title="Sample hearing on rivers")
    names = ("Wrong", "Right", "Third")
    rows = [make_appearance(hearing=hearing, person=make_person(family_name=name, slug=name.lower())) for name in names]
    make_quote_in("Words here", "Words there", hearing=hearing, speaker=rows[0])
    publish(hearing)
    return rows


def say(quote, speaker, sentence=SENTENCE):
    quote = reload(quote)
    quote.speaker = speaker
    return correct(record=quote, reason="misattribution", sentence=sentence, by=None)


def page(client, slug):
    answer = ask(client, f"/witnesses/{slug}/")
    assert answer.status == 200
    return answer.text


def test_the_correction_stands_on_the_pages_of_both(client, people):
    wrong, right, _ = people
    quote = wrong.quotes.get()
    correction = say(quote, right)
    old, new = page(client, "wrong"), page(client, "right")
    assert "“Words here”" in new
    assert "“Words here”" not in old
    for text in (old, new):
        assert text.count(SENTENCE) == 1
        assert correction.get_absolute_url() in text
        assert "<del>Wrong</del><ins>Right</ins>" in text
    assert quote.get_absolute_url() in old
    assert HEADING in old
    assert HEADING not in new
    assert SENTENCE not in page(client, "third")


def test_each_former_speaker_sees_only_the_correction_that_took_the_words_away(client, people):
    wrong, right, third = people
    quote = wrong.quotes.get()
    reword(quote, "Words there", sentence="A word was misprinted.")
    say(quote, right, "It was Right.")
    say(quote, third, "It was Third.")
    assert ["It was Right." in page(client, slug) for slug in ("wrong", "right", "third")] == [True, False, True]
    assert ["It was Third." in page(client, slug) for slug in ("wrong", "right", "third")] == [False, True, True]
    assert "misprinted" not in page(client, "wrong")


def test_words_that_were_given_back_are_shown_as_any_others(client, people):
    wrong, right, _ = people
    quote = wrong.quotes.get()
    say(quote, right, "It was Right.")
    say(quote, wrong, "It was Wrong after all.")
    assert HEADING not in page(client, "wrong")
    assert page(client, "wrong").count("It was Right.") == 1
    assert "It was Wrong after all." in page(client, "right")


def test_a_merged_entry_counts_as_the_person_it_is_shown_as(client, people):
    wrong, right, third = people
    say(wrong.quotes.get(), right)
    merge_people(keep=third.person, other=wrong.person, by=None)
    assert SENTENCE in page(client, "third")
    merge_people(keep=third.person, other=right.person, by=None)
    assert HEADING not in page(client, "third")
    assert page(client, "third").count(SENTENCE) == 1


@pytest.mark.parametrize("action", ["seal", "withdraw"])
def test_nothing_is_said_of_words_that_are_sealed_or_withdrawn_now(client, people, action):
    wrong, right, _ = people
    quote = wrong.quotes.get()
    say(quote, right)
    if action == "seal":
        seal(record=reload(quote), by=None)
    else:
        withdraw(record=reload(quote), sentence="It was never said.", by=None)
    assert SENTENCE not in page(client, "wrong")


def test_words_that_look_like_the_mark_of_a_speaker_are_not_taken_for_one(client, people):
    wrong, right, _ = people
    fake = f'He wrote "speaker":{{"id":{wrong.person_id},"name":"x"}} there'
    quote = make_quote_in(fake, "Other words", speaker=right)
    quote = reload(quote)
    assert f'"speaker":{{"id":{wrong.person_id},' not in quote.draft.canonical
