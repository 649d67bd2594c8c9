"""The review of an import is left half done and gone on with, by anyone who may."""

import pytest
from django.urls import reverse

from hearings.models import Hearing, SourceDocument
from tests.factories import make_hearing, make_source, make_user, publish
from tests.releases import browser, form_values, open_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def left(editor_client):
    """A review that somebody left with one quote undecided and another in other words."""
    url, values = open_review(editor_client)
    del values["quotes-1-decision"]
    values["quotes-2-text"] = "The tools are there"
    values["place"] = "Room 2172"
    answer = editor_client.post(url, values | {"later": "yes"}, follow=True)
    assert "Kept as it is" in browser(answer)
    return url, values


def test_another_editor_finds_all_that_was_entered(client, left):
    url, values = left
    client.force_login(make_user(username="second"))
    page = client.get(url)
    sent = form_values(page)
    entered = {name: value for name, value in values.items() if name not in ("csrfmiddlewaretoken", "left")}
    assert {name: sent.get(name) for name in entered} == entered
    assert "This import goes on where it was left." in browser(page)
    assert "One place needs you" in browser(page)
    assert Hearing.objects.count() == 0


def test_what_was_left_is_finished_and_then_forgotten(editor_client, left):
    url, _ = left
    values = form_values(editor_client.get(url)) | {"quotes-1-decision": "refuse"}
    editor_client.post(url, values)
    assert [quote.text for quote in Hearing.objects.get().quotes.all()][1] == "The tools are there"
    assert SourceDocument.objects.get().review_left == ""


def test_what_was_sent_now_comes_before_what_was_left(editor_client, left):
    url, _ = left
    values = form_values(editor_client.get(url))
    page = browser(editor_client.post(url, values | {"place": "Another room"}))
    assert "Another room" in page
    assert "goes on where it was left" not in page
    assert form_values(editor_client.get(url))["place"] == "Another room"


def test_what_was_typed_before_a_refused_save_is_found_again(editor_client):
    url, values = open_review(editor_client)
    del values["quotes-1-decision"]
    editor_client.post(url, values | {"place": "Room 2172"})
    page = editor_client.get(url)
    assert "This import goes on where it was left." in browser(page)
    assert form_values(page)["place"] == "Room 2172"


def test_a_page_that_did_not_arrive_whole_replaces_nothing(editor_client, left):
    url, _ = left
    editor_client.post(url, {"place": "Another room"})
    assert form_values(editor_client.get(url))["place"] == "Room 2172"


@pytest.mark.parametrize("button", [{"later": "yes"}, {}])
def test_an_older_page_overwrites_nothing_that_was_left_meanwhile(client, left, button):
    url, values = left
    client.force_login(make_user(username="second"))
    older = (
        values | button | {"place": "An older room", "quotes-2-text": "The tools are there", "people-2-role": "chair"}
    )
    answer = client.post(url, older)
    page = browser(answer)
    assert "Somebody else left this review meanwhile." in page
    told = {one.label: (one.theirs, one.mine) for one in answer.context["conflict"]}
    assert told == {"Place": ("Room 2172", "An older room"), "People 3: Role": ("Witness", "Chair")}
    assert form_values(client.get(url))["place"] == "Room 2172"
    assert not Hearing.objects.exists()
    again = form_values(answer)
    assert again["place"] == "An older room"
    client.post(url, again | {"later": "yes"})
    assert form_values(client.get(url))["place"] == "An older room"


def test_the_same_sent_twice_is_no_conflict(client, left):
    url, values = left
    client.force_login(make_user(username="second"))
    assert client.post(url, values | {"later": "yes"}).status_code == 302


def test_what_waits_is_named_by_its_first_line_to_editors_alone(editor_client, client):
    hearing = publish(make_hearing())
    make_source(text="\n  First of them \n\nMore words.")
    make_source(text="<b>Second</b> of them\nMore words.")
    page = browser(editor_client.get("/admin/"))
    assert "First of them</span>" in page
    assert "&lt;b&gt;Second&lt;/b&gt; of them</span>" in page
    assert "More words" not in page
    SourceDocument.objects.update(hearing=hearing, received_at=hearing.current.published_at)
    public = browser(client.get(hearing.get_absolute_url()))
    assert "Press release received" in public
    assert "of them" not in public


def test_sources_without_a_title_are_told_apart_where_a_quote_is_made(editor_client):
    hearing = make_hearing()
    for line in ("First of them", "Second of them"):
        make_source(hearing=hearing, text=f"{line}\nMore words.")
    page = browser(editor_client.get(f"{reverse('admin:hearings_quote_add')}?hearing={hearing.pk}"))
    assert "Press release, “First of them”" in page
    assert "Press release, “Second of them”" in page
