"""An import that is sent when the login is over loses nothing: it is sent again after a new login."""

import pytest
from django.test import Client

from hearings.models import Hearing, SourceDocument
from tests.factories import make_source, make_user
from tests.releases import IMPORT, RELEASE, browser, form_values, open_review, review_url

pytestmark = pytest.mark.django_db
OURS = {"origin": "http://testserver"}
TYPED = "Room 2172,\r\nthe large one"


@pytest.fixture
def strict():
    """A browser that is logged in, whose token is checked."""
    strict = Client(enforce_csrf_checks=True, headers=OURS)
    strict.force_login(make_user(username="strict"))
    return strict


def test_going_on_later_after_the_login_is_over_keeps_all_that_was_entered(editor_client):
    url, values = open_review(editor_client)
    editor_client.logout()
    sent = values | {"place": TYPED, "quotes-1-text": "Words of mine <b>", "later": "yes"}
    answer = editor_client.post(url, sent, headers=OURS)
    page = browser(answer)
    assert answer.status_code == 403
    assert "You are not logged in any more, so nothing was saved yet." in page
    assert "<dt>Place</dt>" in page
    assert "<dt>Quote 2: Words</dt>" in page
    assert "<dd>Words of mine &lt;b&gt;</dd>" in page
    assert SourceDocument.objects.get().review_left == ""
    editor_client.force_login(make_user(username="again"))
    again = {name: value for name, value in form_values(answer).items() if name != "csrfmiddlewaretoken"}
    assert again == {name: value for name, value in sent.items() if name != "csrfmiddlewaretoken"}
    editor_client.post(url, again, headers=OURS)
    assert form_values(editor_client.get(url))["quotes-1-text"] == "Words of mine <b>"


def test_the_whole_way_with_tokens_that_are_checked(strict):
    url = review_url(make_source(text=RELEASE))
    values = form_values(strict.get(url)) | {"place": "Room 2172"}
    del strict.cookies["session"]
    over = strict.post(url, values)
    assert "Log in in a new tab" in browser(over)
    user, password = make_user(username="third"), "a long password of words"
    user.set_password(password)
    user.save()
    token = form_values(strict.get("/admin/login/"))["csrfmiddlewaretoken"]
    login = {"username": "third", "password": password, "csrfmiddlewaretoken": token}
    assert strict.post("/admin/login/?next=/admin/", login).status_code == 302
    renewed = strict.post(url, form_values(over))
    assert "You have logged in again since you opened this page" in browser(renewed)
    assert not Hearing.objects.exists()
    assert strict.post(url, form_values(renewed)).status_code == 302
    assert Hearing.objects.get().place == "Room 2172"


def test_the_pasted_text_stays_too(client):
    page = browser(client.post(IMPORT, {"text": "My release, pasted", "publisher": "Mine"}, headers=OURS))
    assert "<dd>My release, pasted</dd>" in page
    assert "<dt>Published by</dt>" in page


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_what_another_site_sends_is_never_offered_to_be_sent_again(client, strict, origin):
    url, headers = review_url(make_source(text=RELEASE)), {"origin": origin} if origin else {}
    answer = client.post(url, {"discard": "yes"}, headers=headers)
    assert answer.status_code == 302
    assert "/admin/login/" in answer.url
    refused = Client(enforce_csrf_checks=True, headers=headers)
    refused.cookies = strict.cookies
    answer = refused.post(url, {"discard": "yes"})
    assert answer.status_code == 403
    assert "Send it again" not in browser(answer)


def test_a_reader_without_login_learns_nothing_of_the_source(client):
    page = browser(client.post(review_url(make_source(text=RELEASE)), {"place": "x"}, headers=OURS))
    assert "Samples must never be lost" not in page
