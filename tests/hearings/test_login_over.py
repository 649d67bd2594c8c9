"""A form of the admin that is sent when the login is over loses nothing: a new login carries it, to be sent again."""

import itertools
import secrets

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from hearings.models import Hearing, SourceDocument
from tests.admin_forms import Editor, at
from tests.factories import make_hearing, make_person, make_quote, make_source, make_user, publish, reload
from tests.lamps import FIRST, SECOND, imported, make_lamps, public
from tests.releases import IMPORT, RELEASE, browser, form_values, review_url

pytestmark = pytest.mark.django_db
OURS = {"origin": "http://testserver"}
OVER = "You are not logged in any more, so nothing was saved yet."
WORDS = "Room 2172,\r\nthe large <b> one – 방"


@pytest.fixture
def strict():
    """A browser that is logged in, whose token is checked."""
    strict = Client(enforce_csrf_checks=True, headers=OURS)
    strict.force_login(make_user(username="strict"))
    return strict


def log_in(client, over, username="strict", **changes):
    """Log in on the page that says that the login is over."""
    assert 'action="/admin/login/"' in browser(over)
    login = {"username": username, "password": "a long enough password"}
    return client.post("/admin/login/", form_values(over) | login | changes)


def dense(length):
    """Words that can hardly be made smaller."""
    return "".join(map(chr, secrets.SystemRandom().choices(range(0xA1, 0x7FF), k=length)))


def without_token(values):
    return {name: value for name, value in values.items() if name != "csrfmiddlewaretoken"}


def a_hearing():
    return at(make_hearing())


def a_turn_to_correct():
    return at(public(make_lamps()).turns.first(), "correct")


def an_edition():
    transcript = public(make_lamps())
    imported(transcript.hearing, SECOND)
    return at(transcript, "edition")


def a_quote_to_correct():
    quote = make_quote()
    publish(quote.hearing)
    return at(quote, "correct")


def a_person_to_merge():
    return at(make_person(), "merge")


PAGES = [
    a_hearing,
    a_turn_to_correct,
    an_edition,
    a_quote_to_correct,
    a_person_to_merge,
    lambda: f"{reverse('admin:hearings_quote_add')}?hearing={make_hearing().pk}",
    lambda: review_url(make_source(text=RELEASE)),
    lambda: IMPORT,
    lambda: reverse("admin:witnesses_witness_add"),
]


@pytest.mark.parametrize("make", PAGES)
def test_every_form_goes_through_the_login_as_it_was_filled_in(strict, make):
    url = make()
    sent = form_values(strict.get(url)) | {"text": WORDS, "one-0-more": "", "later": "yes"}
    del strict.cookies["session"]
    over = strict.post(url, sent)
    assert over.status_code == 403
    assert OVER in browser(over)
    assert "2172" not in browser(over)
    again = log_in(strict, over)
    assert "Send it again" in browser(again)
    assert f'<form method="post" action="{url}"' in browser(again)
    assert without_token(form_values(again)) == without_token(sent)
    token = form_values(again)["csrfmiddlewaretoken"]
    assert token not in (sent["csrfmiddlewaretoken"], form_values(over)["csrfmiddlewaretoken"])
    assert "You don’t have permission" not in browser(again)


def test_one_press_after_the_login_saves_it(strict):
    hearing = make_hearing()
    form = Editor(strict, hearing)
    del strict.cookies["session"]
    form.save(place="Room 2172")
    assert reload(hearing).place != "Room 2172"
    again = log_in(strict, form.answer)
    assert "Change hearing" in browser(again)
    assert reload(hearing).place != "Room 2172"
    assert strict.post(form.url, form_values(again)).status_code == 302
    assert reload(hearing).place == "Room 2172"


def test_a_wrong_password_loses_nothing_either(strict):
    url = review_url(make_source(text=RELEASE))
    sent = form_values(strict.get(url)) | {"place": "Room 2172", "later": "yes"}
    del strict.cookies["session"]
    wrong = log_in(strict, strict.post(url, sent), password="not this one")
    assert wrong.status_code == 200
    assert OVER in browser(wrong)
    assert strict.post(url, form_values(log_in(strict, wrong))).status_code == 302
    assert "Room+2172" in SourceDocument.objects.get().review_left


def test_a_file_must_be_chosen_again_and_goes_with_the_rest(strict):
    hearing = make_lamps()
    url = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    sent = form_values(strict.get(url)) | {"accuracy": "official", "publisher": "Mine"}
    del strict.cookies["session"]
    again = log_in(strict, strict.post(url, sent | {"file": SimpleUploadedFile("lamps.md", FIRST)}))
    assert "A browser does not keep chosen files. Choose again: lamps.md" in browser(again)
    assert '<input type="file" name="file">' in browser(again)
    answer = strict.post(url, form_values(again) | {"file": SimpleUploadedFile("lamps.md", FIRST)})
    assert answer.status_code == 302
    assert hearing.transcripts.get().source.publisher == "Mine"


def test_a_login_in_another_tab_asks_for_one_more_press(strict):
    hearing = make_hearing()
    form = Editor(strict, hearing)
    strict.force_login(make_user(username="again"))
    strict.post("/admin/login/", form_values(Client().get("/admin/login/")))
    strict.cookies["csrf"] = "0" * 32
    form.save(place="Room 2172")
    assert "You have logged in again since you opened that page" in form.page
    assert strict.post(form.url, form_values(form.answer)).status_code == 302
    assert reload(hearing).place == "Room 2172"


def may_only_look():
    user = make_user(username="other")
    user.user_permissions.set(user.user_permissions.filter(codename__startswith="view_"))


def may_nothing():
    make_user(username="other").user_permissions.clear()


def may_not_publish():
    make_user(username="other", publisher=False)


@pytest.mark.parametrize(
    ("make_other", "make"),
    [
        *itertools.product([may_only_look, may_nothing], [a_hearing, a_turn_to_correct, an_edition, lambda: IMPORT]),
        *itertools.product([may_not_publish], [a_turn_to_correct, an_edition, a_person_to_merge]),
    ],
)
def test_whoever_may_not_open_the_page_is_shown_nothing_of_it(strict, make_other, make):
    make_other()
    url = make()
    sent = form_values(strict.get(url)) | {"text": WORDS}
    del strict.cookies["session"]
    refused = log_in(strict, strict.post(url, sent), "other")
    assert "What was entered is kept for whoever may open its page, and not shown." in browser(refused)
    assert "2172" not in browser(refused)
    again = log_in(strict, refused)
    assert without_token(form_values(again)) == without_token(sent)


def test_passwords_and_tokens_are_never_carried(strict):
    make_user(username="root", superuser=True)
    strict.post("/admin/login/", form_values(strict.get("/admin/login/")))
    strict.force_login(make_user(username="chief", superuser=True))
    url = reverse("admin:auth_user_add")
    sent = form_values(strict.get(url)) | {"username": "new", "password1": "s3cret words", "password2": "s3cret words"}
    del strict.cookies["session"]
    again = log_in(strict, strict.post(url, sent), "root")
    assert "Passwords are not kept. Type them again" in browser(again)
    assert "s3cret" not in browser(again)
    kept = without_token(form_values(again))
    assert kept["username"] == "new"
    assert not [name for name in kept if "password" in name]


def test_nothing_of_it_is_stored_or_logged(strict, caplog):
    url = review_url(make_source(text=RELEASE))
    sent = form_values(strict.get(url)) | {"place": "Room 2172"}
    del strict.cookies["session"]
    over = strict.post(url, sent)
    again = log_in(strict, over)
    for answer in (over, again):
        assert answer["Cache-Control"] == "no-store"
    assert not [one for one in Session.objects.all() if "2172" in str(one.get_decoded())]
    assert "2172" not in caplog.text
    assert not Hearing.objects.exists()
    assert SourceDocument.objects.get().review_left == ""


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "https://testserver", "null", ""])
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


@pytest.mark.parametrize("kept", ["W10", "no.signature:of-ours", "['/admin/', [], [], false]"])
def test_a_login_carries_nothing_that_this_site_did_not_sign(client, kept):
    make_user(username="strict")
    login = {"username": "strict", "password": "a long enough password", "kept": kept, "next": "/admin/"}
    answer = client.post("/admin/login/", login, headers=OURS)
    assert answer.status_code == 302


def test_logging_out_twice_asks_for_nothing(client):
    answer = client.post(reverse("admin:logout"), headers=OURS)
    assert (answer.status_code, answer.url) == (302, "/admin/")


def test_what_is_too_much_for_a_login_stays_on_its_page(strict):
    words = dense(2_450_000)
    source = make_source(text=RELEASE)
    sent = form_values(strict.get(review_url(source))) | {"later": "yes", "place": words}
    session = strict.cookies.pop("session")
    over = strict.post(review_url(source), sent)
    assert "This is too much to be carried through a login. Log in in a new tab" in browser(over)
    assert without_token(form_values(over)) == without_token(sent)
    strict.cookies["session"] = session.value
    assert strict.post(review_url(source), form_values(over)).status_code == 302
    assert SourceDocument.objects.get().review_left


def test_what_is_too_much_is_not_shown_to_whoever_may_not_open_the_page(strict):
    may_nothing()
    url, words = a_hearing(), dense(2_400_000)
    strict.force_login(User.objects.get(username="other"))
    refused = strict.post(url, {"summary": words, "csrfmiddlewaretoken": "of an earlier login"})
    assert "this is too much to be carried through a login" in browser(refused)
    assert "Send it again" not in browser(refused)
    assert words[:50] not in browser(refused)


def test_more_than_a_form_may_hold_is_refused_in_a_sentence(strict):
    url = at(make_hearing())
    token = form_values(strict.get(url))["csrfmiddlewaretoken"]
    for sent in ({"summary": "x" * 6_000_000}, {f"field-{number}": "" for number in range(5001)}):
        answer = strict.post(url, sent | {"csrfmiddlewaretoken": token})
        assert answer.status_code == 413
        assert "A form takes at most 5 MB of words, 5000 fields and 100 files" in browser(answer)
