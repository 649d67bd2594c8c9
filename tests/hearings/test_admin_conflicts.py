"""Two people in one form: the second sees both texts, keeps their own in the form, and saves the merged one."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hearings.models import Correction, Quote
from tests.admin_forms import Editor, at, errors
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_image,
    make_person,
    make_quote,
    make_quote_in,
    publish,
    reload,
    reword,
)
from witnesses.models import Witness

pytestmark = pytest.mark.django_db
SOMEBODY_ELSE = "Somebody else saved this while you were editing."


@pytest.fixture
def quote():
    return make_quote_in("Fine old words.", "Fine new words.", "Fine other words.")


@pytest.mark.parametrize(
    ("make", "field", "label"),
    [
        (lambda: make_quote(note="Before."), "note", "Note"),
        (make_exhibit, "observation", "Observation"),
        (make_hearing, "summary", "Summary"),
        (make_person, "biography", "Biography"),
    ],
)
def test_the_second_sees_both_texts_and_saves_the_merged_one(editor_client, make, field, label):
    record = make()
    first, second = Editor(editor_client, record), Editor(editor_client, record)
    first.save(**{field: "Theirs."})
    second.save(**{field: "Mine."})
    assert errors(second.answer)[0].startswith(SOMEBODY_ELSE)
    assert second.differences == {label: ("Theirs.", "Mine.")}
    assert "Both texts, side by side" in second.page
    assert getattr(reload(record), field) == "Theirs."
    assert second.data[field][0].strip() == "Mine."
    second.save(**{field: "Theirs. Mine."})
    assert not errors(second.answer)
    assert getattr(reload(record), field) == "Theirs. Mine."


def test_three_save_one_after_another_and_each_is_told(editor_client, quote):
    editors = [Editor(editor_client, quote) for _ in range(3)]
    for number, editor in enumerate(editors):
        editor.save(note=f"Note {number}.")
    assert [errors(editor.answer)[:1] != [] for editor in editors] == [False, True, True]
    editors[1].save()
    editors[2].save()
    assert editors[2].differences == {"Note": ("Note 1.", "Note 2.")}
    assert reload(quote).note == "Note 1."


def test_choices_and_ticks_are_compared_in_words(editor_client):
    hearing = make_hearing(bodies=[make_body(name="First Commission")])
    other = make_body(name="Other Commission")
    first, second = Editor(editor_client, hearing), Editor(editor_client, hearing)
    first.save(bodies=[other.pk], kind="briefing", date="2023-07-01")
    second.save(summary="Mine.")
    assert second.differences == {
        "Bodies": ("Other Commission", "First Commission"),
        "Kind": ("Briefing", "Hearing"),
        "Date": ("2023-07-01", "2023-06-13"),
        "Summary": ("", "Mine."),
    }


def test_rows_below_are_compared_too_and_a_row_of_ones_own_is_kept(editor_client):
    hearing = make_hearing()
    row = make_appearance(hearing=hearing, title="Director", order=1)
    mine, theirs = make_person(family_name="Mine"), make_person(family_name="Theirs")
    first, second = Editor(editor_client, hearing), Editor(editor_client, hearing)
    added = {"appearances__TOTAL_FORMS": 2, "appearances__1__role": "witness", "appearances__1__order": ""}
    first.save(**added, appearances__0__title="Deputy", appearances__1__person=theirs.pk)
    second.save(**added, appearances__0__title="Head", appearances__1__person=mine.pk)
    assert second.differences == {
        f"Person “{row}”: Title": ("Deputy", "Head"),
        "Person, new": ("Not there.", "Alba Mine, Witness"),
    }
    conflict = second.answer.context["adminform"].form.conflict
    assert [one.theirs for one in conflict if one.label == "Person, new"] == ["Alba Theirs, witness", "Not there."]
    second.save()
    assert [(one.person.family_name, one.title) for one in hearing.appearances.order_by("person__family_name")] == [
        ("Mine", ""),
        (row.person.family_name, "Head"),
        ("Theirs", ""),
    ]


def test_a_row_that_somebody_else_removed_can_be_saved_again_or_left_out(editor_client):
    hearing = make_hearing()
    rows = [make_appearance(hearing=hearing, order=order, title=f"Title {order}") for order in (1, 2, 3)]
    first, second, third = (Editor(editor_client, hearing) for _ in range(3))
    first.save(appearances__1__DELETE="on")
    second.save(appearances__1__title="Mine of 2", appearances__2__title="Mine of 3")
    third.save(appearances__1__DELETE="on", summary="Third.")
    assert "Mine of 2" in second.page
    assert second.differences[f"Person “{rows[2]}”: Title"] == ("Title 3", "Mine of 3")
    assert "Mine of 2" in second.differences["Person, new"][1]
    second.save()
    assert not errors(second.answer)
    people = [(row.person_id, row.title) for row in hearing.appearances.order_by("title")]
    assert people == [
        (rows[1].person_id, "Mine of 2"),
        (rows[2].person_id, "Mine of 3"),
        (rows[0].person_id, "Title 1"),
    ]
    assert third.data["appearances-TOTAL_FORMS"] == ["2"]


def test_a_status_that_changed_alone_is_said_and_saving_again_saves(editor_client, quote):
    second = Editor(editor_client, quote)
    editor_client.post(at(quote, "submit"))
    second.save()
    assert "Only its status changed." in second.page
    second.save(note="Mine.")
    assert (reload(quote).note, reload(quote).state) == ("Mine.", "in_review")


def test_a_form_without_its_token_saves_nothing(editor_client, quote):
    second = Editor(editor_client, quote)
    del second.data["revision"]
    second.save(note="Mine.")
    assert errors(second.answer)[0].startswith(SOMEBODY_ELSE)
    assert reload(quote).note == ""


@pytest.mark.parametrize("value", ["x", "-1", "9" * 40, "1.5"])
def test_a_senseless_token_is_a_conflict(editor_client, quote, value):
    second = Editor(editor_client, quote)
    second.save(revision=value, note="Mine.")
    assert errors(second.answer)
    assert reload(quote).note == ""


def test_a_place_given_at_the_hearing_is_no_conflict_and_stays(editor_client, quote):
    hearing_form, quote_form = Editor(editor_client, quote.hearing), Editor(editor_client, quote)
    hearing_form.save(quotes__0__order="5")
    quote_form.save(note="Mine.")
    assert not errors(quote_form.answer)
    assert (reload(quote).order, reload(quote).note) == (5, "Mine.")


def test_words_saved_while_the_hearing_is_being_ordered_stay(editor_client, quote):
    hearing_form = Editor(editor_client, quote.hearing)
    Editor(editor_client, quote).save(note="Theirs.")
    hearing_form.save(quotes__0__order="5")
    assert (reload(quote).order, reload(quote).note) == (5, "Theirs.")


def test_chosen_files_must_be_chosen_again_after_a_conflict(editor_client):
    exhibit = make_exhibit(captures=1)
    second = Editor(editor_client, exhibit)
    Editor(editor_client, exhibit).save(place="Theirs.")
    image = SimpleUploadedFile("mine.jpg", make_image(), "image/jpeg")
    second.save(captures__0__upload=image)
    assert "choose them again: mine.jpg." in second.page


def test_a_record_published_meanwhile_becomes_a_correction_with_both_texts(editor_client, quote):
    second = Editor(editor_client, quote)
    publish(quote.hearing)
    second.save(text="Fine new words.")
    assert "It was published while you were editing." in second.page
    assert second.differences == {"Text": ("Fine old words.", "Fine new words.")}
    assert second.data["text"] == ["Fine new words."]
    assert f'action="{at(quote, "correct")}"' in second.page
    second.url = at(quote, "correct")
    second.save(reason="typo", sentence="The word was misprinted.")
    assert reload(quote).text == "Fine new words."
    assert Correction.objects.get().sentence == "The word was misprinted."


def test_a_hearing_published_meanwhile_keeps_the_rows_of_the_second(editor_client):
    hearing = make_appearance(title="Director").hearing
    second = Editor(editor_client, hearing)
    publish(hearing)
    second.save(appearances__0__title="Deputy", place="Room 9")
    assert "It was published while you were editing." in second.page
    assert ("Director", "Deputy") in second.differences.values()
    second.url = at(hearing, "correct")
    second.save(reason="factual", sentence="The title was wrong.")
    assert (hearing.appearances.get().title, reload(hearing).place) == ("Deputy", "Room 9")


def test_two_correct_at_once_and_the_second_merges(editor_client, quote):
    publish(quote.hearing)
    second = Editor(editor_client, quote, "correct")
    reword(quote, "Fine new words.")
    second.save(text="Fine other words.", reason="factual", sentence="My sentence.")
    assert second.differences == {"Text": ("Fine new words.", "Fine other words.")}
    assert second.data["sentence"] == ["My sentence."]
    assert second.data["reason"] == ["factual"]
    assert reload(quote).text == "Fine new words."
    second.save()
    assert reload(quote).text == "Fine other words."
    assert reload(quote).current.number == 3


def test_what_a_correction_left_alone_is_saved_after_one(editor_client, quote):
    publish(quote.hearing)
    second = Editor(editor_client, quote)
    reword(quote, "Fine new words.")
    second.save(order="9")
    assert errors(second.answer)[0].startswith(SOMEBODY_ELSE)
    second.save()
    assert (reload(quote).order, reload(quote).text) == (9, "Fine new words.")


def test_people_deleted_meanwhile_in_another_form_are_no_error_of_the_server(editor_client):
    quote = make_quote()
    second = Editor(editor_client, quote)
    Editor(editor_client, quote).save(note="Theirs.")
    second.save(speaker="not a number", source="9" * 30, note="Mine.")
    assert second.answer.status_code == 200
    assert "Mine." in second.page
    assert Quote.objects.get().note == "Theirs."
    assert Witness.objects.count() == 1
