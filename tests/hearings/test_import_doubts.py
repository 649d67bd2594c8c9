"""What speaks against what an editor entered in the review of an import, and how it is confirmed."""

import io

import pytest
from django.core.management import call_command

from hearings.models import Hearing, Quote, SourceDocument
from tests.releases import RELEASE, browser, form_values, open_review, paste

pytestmark = pytest.mark.django_db
OUTSIDE = "Director of Research at the Institute of Samples"
OF_ANOTHER = "The tools are there for everybody who wants to measure,"


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        (OUTSIDE, "these words stand outside of quotation marks in the source"),
        ("Lost Samples and Their Finders.", "or were not read as speech there."),
        (OF_ANOTHER, "The text gives these words to Jung-Hoon Muster."),
    ],
)
def test_words_that_the_text_does_not_give_to_the_speaker_need_a_tick(editor_client, words, doubt):
    url, values = open_review(editor_client)
    values["quotes-1-text"] = words
    answer = editor_client.post(url, values)
    assert doubt in browser(answer)
    assert not Hearing.objects.exists()
    key = browser(answer).split('name="quotes-1-confirmed" value="')[1].split('"')[0]
    sent = form_values(answer)
    assert (sent["quotes-1-text"], "quotes-1-confirmed" in sent) == (words, False)
    moved = editor_client.post(url, sent | {"quotes-1-confirmed": key, "quotes-1-text": "described the Convention"})
    assert "these words stand outside of quotation marks" in browser(moved)
    once = {"quotes-2-decision": "refuse"}  # it has some of these words
    editor_client.post(url, form_values(moved) | {"quotes-1-confirmed": key, "quotes-1-text": words} | once)
    assert Quote.objects.filter(hearing=Hearing.objects.get())[1].text == words


def test_a_part_of_the_words_that_were_read_needs_no_tick(editor_client):
    url, values = open_review(editor_client)
    values["quotes-1-text"] = "nobody keeps what nobody counts"
    editor_client.post(url, values)
    assert Hearing.objects.exists()


@pytest.mark.parametrize("field", ["place", "title", "new_body", "people-1-name", "people-1-titles", "people-3-name"])
@pytest.mark.parametrize("character", ["\u202e", "\u200b", "\u2066", "\u200f"])
def test_what_nobody_sees_is_refused_by_its_name(editor_client, field, character):
    url, values = open_review(editor_client)
    page = browser(editor_client.post(url, values | {field: f"Room {character}2172", "people-3-role": "member"}))
    assert f"An invisible character, U+{ord(character):04X}, stands behind “Room ”." in page
    assert not Hearing.objects.exists()


def test_a_name_that_needs_its_direction_keeps_it(editor_client):
    url, values = open_review(editor_client)
    editor_client.post(url, values | {"place": "قاعة 7\u200f"})
    assert Hearing.objects.get().place == "قاعة 7\u200f"


def test_places_that_the_page_did_not_have_confirm_nothing(editor_client):
    url, values = open_review(editor_client)
    start = SourceDocument.objects.get().text.index(OUTSIDE)
    values |= {"quotes-1-text": OUTSIDE, "quotes-1-near": f"{start}-{start + len(OUTSIDE)}"}
    assert "these words stand outside of quotation marks in the source" in browser(editor_client.post(url, values))
    assert not Hearing.objects.exists()


def test_the_second_of_two_equal_quotes_is_left_to_the_editor(editor_client):
    answer = editor_client.get(paste(editor_client, f"{RELEASE}\n\n{RELEASE}").url)
    values = form_values(answer)
    decisions = [values.get(f"quotes-{number}-decision") for number in range(6)]
    assert decisions == ["accept", "accept", "accept", None, None, None]
    for number, name in enumerate(("Sam Specimen", "Alba Example", "Jung-Hoon Muster"), start=1):
        why = f"Not accepted yet, since the text has the same words of {name} before, as quote {number}."
        assert why in browser(answer)


def test_the_same_words_of_two_people_are_both_accepted(editor_client):
    words = "“Nobody counts what nobody keeps, and nobody keeps what nobody counts,” said Jung-Hoon Muster.\n"
    values = form_values(editor_client.get(paste(editor_client, RELEASE + words).url))
    assert [values.get(f"quotes-{number}-decision") for number in range(4)] == ["accept"] * 4


def test_a_doubled_release_is_told_on_the_command_line(tmp_path):
    file, err = tmp_path / "release.txt", io.StringIO()
    file.write_text(f"{RELEASE}\n\n{RELEASE}", encoding="utf-8")
    call_command("import_release", str(file), stderr=err)
    assert "was stored without a speaker, since the text has the same words of Sam Specimen before" in err.getvalue()


@pytest.mark.parametrize("words", [OF_ANOTHER, "  The tools are there\r\n for everybody"])
def test_the_same_words_are_not_taken_twice(editor_client, words):
    url, values = open_review(editor_client)
    answer = editor_client.post(url, values | {"quotes-1-text": words})
    key = browser(answer).split('name="quotes-1-confirmed" value="')[1].split('"')[0]
    answer = editor_client.post(url, form_values(answer) | {"quotes-1-confirmed": key})
    page = browser(answer)
    assert "Quote 2 has these words already. Take them once: refuse one of the two, or take other words." in page
    assert '<a href="#quote-3">Quote 3</a>' in page
    assert not Hearing.objects.exists()
    editor_client.post(url, form_values(answer) | {"quotes-1-confirmed": key, "quotes-2-decision": "refuse"})
    assert Hearing.objects.get().quotes.count() == 2
