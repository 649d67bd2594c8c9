"""A form that cannot be saved any more, because its record went on: what was typed stands on the page, to copy."""

import pytest

from hearings.models import Appearance
from tests.admin_forms import Editor, at
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote,
    make_quote_in,
    make_user,
    publish,
    reload,
    tomorrow,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def quote():
    return make_quote_in("Fine old words.", "Fine new words.")


@pytest.mark.parametrize(
    ("step", "words", "standing"),
    [("withdraw", "It was not said.", "withdrawn"), ("seal", "seal", "sealed")],
)
def test_what_was_withdrawn_or_sealed_meanwhile_leaves_the_words_to_copy(editor_client, quote, step, words, standing):
    publish(quote.hearing)
    correcting = Editor(editor_client, quote, "correct")
    editor_client.post(at(quote, step), {"words": words})
    correcting.save(text="Fine new words.", note="My note.")
    assert correcting.answer.status_code == 409
    assert f"It is {standing} now, so nothing of yours was saved." in correcting.page
    assert "Fine new words." in correcting.page
    assert "My note." in correcting.page
    assert not reload(quote).text.startswith("Fine new")


def test_what_was_scheduled_meanwhile_leaves_the_words_to_copy(editor_client, quote):
    second = Editor(editor_client, quote)
    publish(quote.hearing, at=tomorrow())
    second.save(text="Fine new words.")
    assert second.answer.status_code == 409
    assert "It is scheduled now, so nothing of yours was saved." in second.page
    assert "Fine new words." in second.page


def test_an_editor_who_may_not_correct_is_told_and_keeps_the_words(client, quote):
    client.force_login(make_user(publisher=False))
    second = Editor(client, quote)
    publish(quote.hearing)
    second.save(text="Fine new words.")
    assert second.answer.status_code == 403
    assert "It is published now. From then on it changes only by a public correction" in second.page
    assert "Fine new words." in second.page
    assert reload(quote).text == "Fine old words."


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (make_quote, "note"),
        (lambda: make_exhibit(captures=0), "observation"),
        (make_hearing, "summary"),
        (make_person, "biography"),
    ],
)
def test_a_record_deleted_while_editing_leaves_the_words_to_copy(editor_client, make, field):
    record = make()
    second = Editor(editor_client, record)
    type(record).objects.filter(pk=record.pk).delete()
    second.save(**{field: "My words,\r\n\r\nall of them. <b>"})
    assert second.answer.status_code == 404
    assert "It was deleted while you were editing" in second.page
    assert "My words,\n\nall of them. &lt;b&gt;" in second.page


def test_the_rows_of_a_deleted_hearing_are_to_copy_too(editor_client):
    hearing = make_hearing()
    make_appearance(hearing=hearing, person=make_person(family_name="Adams"))
    second = Editor(editor_client, hearing)
    Appearance.objects.all().delete()
    hearing.delete()
    second.save(appearances__0__title="My title")
    assert "My title" in second.page
    assert "Alba Adams" in second.page
    assert "Person 1: title" in second.page
