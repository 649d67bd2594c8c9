"""After publication, in the admin: correct in public, withdraw, restore, seal, take back; and who may not."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings.actions.publishing import return_to_draft
from hearings.models import Appearance, Capture, Correction
from tests.admin_forms import errors, form_data, notices
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_image,
    make_person,
    make_quote,
    make_quote_in,
    make_user,
    publish,
    reload,
    tomorrow,
)

pytestmark = pytest.mark.django_db
SENTENCE = "The word was misprinted."


def step(record, name):
    return reverse(f"admin:hearings_{record._meta.model_name}_{name}", args=[record.pk])


def buttons(client, record):
    return [button.label for button in client.get(step(record, "change")).context["moves"]]


def correct(client, record, **changes):
    """Open the form for a correction, change the fields named, publish, and return the answer after any redirect."""
    url, form = step(record, "correct"), f"{record._meta.model_name}_form"
    data = form_data(client.get(url), form) | {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(url, {**data, "_save": "Publish the correction"}, follow=True)


@pytest.fixture
def quote():
    """A public quote, and other words in its source."""
    quote = make_quote_in("Fine old words.", "Fine new words.", "Fine other words.")
    publish(quote.hearing)
    return reload(quote)


@pytest.fixture
def writer(client):
    """A browser in which an editor is signed in, who may not publish."""
    client.force_login(make_user(username="writer", publisher=False))
    return client


def test_a_quote_is_corrected_in_its_own_form(editor_client, client, quote):
    response = correct(editor_client, quote, text="Fine new words.", reason="typo", sentence=SENTENCE)
    correction = Correction.objects.get()
    assert (correction.sentence, correction.reason, correction.made_by.username) == (SENTENCE, "typo", "publisher")
    assert [version.text for version in quote.versions.all()] == ["Fine old words.", "Fine new words."]
    assert notices(response) == [f'Corrected in public. <a href="{quote.get_absolute_url()}">See the page</a>']
    assert 'name="text"' not in response.content.decode()
    page = client.get(quote.get_absolute_url()).content.decode()
    assert "Fine new words." in page
    assert SENTENCE in page


def test_reasons_are_radio_buttons_and_the_words_are_open(editor_client, quote):
    page = editor_client.get(step(quote, "correct")).content.decode()
    assert len(re.findall(r'<input type="radio" name="reason"', page)) == 6
    assert 'name="text"' in page
    assert 'value="Publish the correction"' in page
    assert 'name="_continue"' not in page


def test_an_empty_sentence_is_drafted_from_the_difference_and_the_difference_is_seen(editor_client, quote):
    response = correct(editor_client, quote, text="Fine new words.")
    page = response.content.decode()
    draft = "“old” was corrected to “new”."
    assert f">\n{draft}</textarea>" in page
    assert "<del>old</del><ins>new</ins>" in page
    assert "Fine new words.</textarea>" in page
    assert errors(response) == [
        "Choose what kind of correction it is.",
        "This sentence was drafted from what you changed. Check it, put it right, then publish.",
    ]
    assert not Correction.objects.exists()
    assert reload(quote).text == "Fine old words."
    data = form_data(response, "quote_form") | {"reason": "typo"}
    editor_client.post(step(quote, "correct"), data)
    assert Correction.objects.get().sentence == draft


def test_a_drafted_sentence_does_not_outlive_the_words_that_it_is_about(editor_client, quote):
    first = correct(editor_client, quote, text="Fine new words.", reason="typo")
    data = form_data(first, "quote_form") | {"text": "Fine other words."}
    second = editor_client.post(step(quote, "correct"), data)
    assert "“old” was corrected to “other”.</textarea>" in second.content.decode()
    assert not Correction.objects.exists()


def test_a_sentence_of_ones_own_is_kept_with_everything_else_when_the_kind_is_missing(editor_client, quote):
    response = correct(editor_client, quote, text="Fine new words.", note="A note.", sentence=SENTENCE)
    page = response.content.decode()
    assert errors(response) == ["Choose what kind of correction it is."]
    assert f"{SENTENCE}</textarea>" in page
    assert 'value="A note."' in page
    assert not Correction.objects.exists()


def test_words_that_are_not_in_the_source_are_refused_and_kept(editor_client, quote):
    response = correct(editor_client, quote, text="Nobody said so.", reason="typo", sentence=SENTENCE)
    assert errors(response)[0].startswith("Paragraph 1, “Nobody said so.”, is not in the source.")
    page = response.content.decode()
    assert "Nobody said so.</textarea>" in page
    assert re.search(r'value="typo"[^>]*checked', page)
    assert reload(quote).text == "Fine old words."


def test_nothing_changed_is_no_correction(editor_client, quote):
    response = correct(editor_client, quote, reason="typo", sentence=SENTENCE)
    assert errors(response) == ["Nothing was changed. Change the words first, or go back."]
    assert quote.versions.count() == 1


def test_a_change_without_words_asks_for_a_sentence_of_ones_own(editor_client, quote):
    response = correct(editor_client, quote, language="en-GB", reason="typo")
    assert errors(response) == ["Write the public sentence: what was wrong, and what is right now."]
    correct(editor_client, quote, language="en-GB", reason="typo", sentence=SENTENCE)
    assert reload(quote).language == "en-GB"


def test_a_very_long_change_is_drafted_within_the_length_of_the_sentence(editor_client):
    long = " ".join(f"word{number}" for number in range(400))
    quote = make_quote_in("Fine old words.", long)
    publish(quote.hearing)
    first = correct(editor_client, quote, text=long, reason="factual")
    assert len(first.context["adminform"].form["sentence"].value()) <= 1000
    editor_client.post(step(quote, "correct"), form_data(first, "quote_form"))
    assert reload(quote).text == long


def test_a_hearing_is_given_another_date_body_and_title_of_a_witness(editor_client, client):
    body, person = make_body(name="Right Commission"), make_person()
    hearing = make_hearing(title="Old title")
    make_appearance(hearing=hearing, person=person, title="Director")
    publish(hearing)
    changes = {"title": "New title", "date": "2024-02-01", "bodies": [body.pk], "appearances__0__title": "Deputy"}
    response = correct(editor_client, hearing, **changes, reason="factual", sentence="It was held in 2024.")
    assert response.redirect_chain
    hearing = reload(hearing)
    assert (hearing.title, hearing.date) == ("New title", datetime.date(2024, 2, 1))
    assert list(hearing.bodies.all()) == [body]
    content = hearing.current.content
    assert (content["bodies"][0]["name"], content["people"][0]["title"]) == ("Right Commission", "Deputy")
    page = client.get(hearing.get_absolute_url()).content.decode()
    for words in ("New title", "February 1, 2024", "Right Commission", "Deputy", "It was held in 2024."):
        assert words in page, words


def test_a_correction_of_a_hearing_that_is_refused_changes_none_of_its_rows(editor_client):
    hearing = make_hearing(bodies=[make_body(name="First Commission")])
    make_appearance(hearing=hearing, title="Director")
    publish(hearing)
    other = make_body()
    changes = {"date": "2024-02-01", "bodies": [other.pk], "appearances__0__title": "Deputy"}
    response = correct(editor_client, hearing, **changes, reason="factual")
    assert "Deputy</textarea>" in response.content.decode()
    assert [str(body) for body in reload(hearing).bodies.all()] == ["First Commission"]
    assert hearing.appearances.get().title == "Director"
    assert hearing.versions.count() == 1


def test_an_exhibit_is_corrected_with_another_image(editor_client):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    old = exhibit.captures.get().sha256
    file = SimpleUploadedFile("right.jpg", make_image(size=(64, 64)), "image/jpeg")
    changes = {"observation": "Right words", "captures__0__upload": file}
    correct(editor_client, exhibit, **changes, reason="factual", sentence="The wrong image was shown.")
    exhibit = reload(exhibit)
    capture = exhibit.captures.get()
    assert capture.sha256 != old
    assert exhibit.current.content["observation"] == "Right words"
    assert exhibit.current.content["captures"][0]["sha256"] == capture.sha256


def test_a_refusal_says_which_files_must_be_chosen_again(editor_client):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    file = SimpleUploadedFile("right.jpg", make_image(), "image/jpeg")
    response = correct(editor_client, exhibit, captures__0__upload=file, reason="factual")
    page = response.content.decode()
    assert "A browser does not keep chosen files. Before you save again, choose them again: right.jpg." in page
    assert Capture.objects.get().sha256 == exhibit.captures.get().sha256


def test_what_could_not_be_published_is_no_correction_either(editor_client):
    exhibit = make_exhibit(captures=1)
    publish(exhibit.hearing)
    response = correct(editor_client, exhibit, captures__0__credit="", reason="factual", sentence="No credit.")
    assert errors(response) == ["“Before” lacks the credit line. Fill it in."]
    assert Capture.objects.get().credit == "Sample credit"


def test_a_draft_is_not_corrected(editor_client):
    quote = make_quote()
    response = editor_client.get(step(quote, "correct"), follow=True)
    assert notices(response) == ["Only what is public now can be corrected."]


@pytest.mark.parametrize("make", [make_quote, make_exhibit, make_appearance])
def test_a_record_is_withdrawn_and_restored_each_with_its_public_sentence(editor_client, client, make):
    made = make()
    record = made.hearing if isinstance(made, Appearance) else made
    publish(getattr(record, "hearing", record))
    assert buttons(editor_client, record)[:3] == ["Correct…", "Withdraw…", "Seal…"]
    url = step(record, "withdraw")
    assert "Everybody reads it" in editor_client.get(url).content.decode()
    response = editor_client.post(url, {"words": "It was not said so."}, follow=True)
    assert notices(response) == ["Withdrawn in public."]
    assert "It was not said so." in client.get(record.get_absolute_url()).content.decode()
    assert buttons(editor_client, record)[:2] == ["Restore…", "Seal…"]
    response = editor_client.post(step(record, "restore"), {"words": "It was said so after all."}, follow=True)
    assert notices(response) == ["Restored in public."]
    assert reload(record).state == "published"
    assert "It was said so after all." in client.get(record.get_absolute_url()).content.decode()


def test_a_withdrawal_without_a_sentence_is_refused(editor_client, quote):
    response = editor_client.post(step(quote, "withdraw"), {"words": "  "})
    assert response.context["form"].errors["words"] == ["This field is required."]
    assert reload(quote).state == "published"


def test_what_was_typed_is_kept_when_somebody_else_was_first(editor_client, quote):
    editor_client.post(step(quote, "withdraw"), {"words": "First."})
    response = editor_client.post(step(quote, "withdraw"), {"words": "Second sentence."})
    assert notices(response)[-1:] == ["It is withdrawn already: “Withdraw” is not possible any more."]
    assert "Second sentence.</textarea>" in response.content.decode()
    response = editor_client.get(step(quote, "withdraw"), follow=True)
    assert notices(response) == ["It is withdrawn: “Withdraw” is not possible now."]


def test_sealing_asks_for_the_word(editor_client, client, quote):
    for words in ("", "Seale", "yes"):
        response = editor_client.post(step(quote, "seal"), {"words": words})
        assert response.context["form"].errors
        assert reload(quote).state == "published"
    response = editor_client.post(step(quote, "seal"), {"words": "Seal"}, follow=True)
    assert notices(response) == ["Sealed for good. Its addresses answer that it was sealed."]
    assert client.get(quote.get_absolute_url()).status_code == 410
    assert buttons(editor_client, quote) == []
    assert "Fine old words." not in response.content.decode()


def test_a_scheduled_publication_is_taken_back(editor_client, client):
    hearing = publish(make_quote().hearing, at=tomorrow())
    assert buttons(editor_client, hearing) == ["Take back the scheduled publication", "Change address…"]
    response = editor_client.post(step(hearing, "unschedule"), follow=True)
    assert notices(response) == ["It is a draft again and will not be published by itself."]
    assert reload(hearing).state == "draft"
    assert hearing.quotes.get().state == "draft"


@pytest.mark.parametrize("make", [make_quote, make_exhibit, make_hearing])
def test_every_kind_of_record_is_submitted_and_returned(writer, make):
    record = make()
    writer.post(step(record, "submit"))
    assert reload(record).state == "in_review"
    assert buttons(writer, record) == ["Return to draft…"]
    response = writer.post(step(record, "return"), {"words": "The year is missing."}, follow=True)
    assert notices(response) == ["It is a draft again."]
    assert reload(record).state == "draft"


def test_a_second_person_approves_exactly_what_stands_there(client, settings):
    settings.REVIEW_REQUIRED = True
    hearing = publish(make_hearing())
    quote = make_quote_in("Fine old words.", "Fine new words.", hearing=hearing)
    one, two = make_user(), make_user()
    client.force_login(one)
    client.post(step(quote, "submit"))
    response = client.post(step(quote, "approve"), follow=True)
    assert notices(response)[-1:] == ["You submitted it yourself. Ask another publisher to approve it."]
    response = client.post(step(quote, "publish"), follow=True)
    assert notices(response) == ["A second person must approve it first. Submit it for review."]
    client.force_login(two)
    response = client.post(step(quote, "approve"), follow=True)
    assert notices(response) == ["Approved as it stands now. Any change from here on needs a new approval."]
    data = form_data(client.get(step(quote, "change")), "quote_form") | {"text": "Fine new words."}
    client.post(step(quote, "change"), data)
    response = client.post(step(quote, "publish"), follow=True)
    assert notices(response)[-1:] == ["It was changed after it was approved. Ask for approval again."]
    response = client.post(step(quote, "approve"), follow=True)
    assert notices(response)[-1:] == [
        "It was changed after it was submitted. Return it; whoever changed it must submit it again."
    ]
    return_to_draft(record=reload(quote), by=two, reason="I changed it.")
    client.post(step(quote, "submit"))
    client.force_login(one)
    client.post(step(quote, "approve"))
    client.post(step(quote, "publish"))
    assert reload(quote).state == "published"
