"""The buttons that change a state: what they do, whom they refuse, and in which words."""

import datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from hearings.admin.moves import STEPS
from hearings.models import Exhibit, Hearing, Quote
from tests.admin_forms import notices
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_quote,
    make_user,
    publish,
    tomorrow,
)

pytestmark = pytest.mark.django_db


def step(record, name):
    return reverse(f"admin:hearings_{record._meta.model_name}_{name}", args=[record.pk])


@pytest.fixture
def writer(client):
    """A browser in which an editor is signed in, who may not publish."""
    client.force_login(make_user(username="writer", publisher=False))
    return client


def buttons(client, hearing):
    page = client.get(reverse("admin:hearings_hearing_change", args=[hearing.pk]))
    return {move.label for move in page.context["moves"]}


def test_an_editor_submits_and_takes_back_a_hearing(writer):
    hearing = make_hearing()
    assert buttons(writer, hearing) == {"Submit for review"}
    response = writer.post(step(hearing, "submit"), follow=True)
    assert notices(response) == ["Submitted for review. Publishers see it on their first page."]
    assert buttons(writer, hearing) == {"Return to draft…"}
    writer.post(step(hearing, "return"), {"words": "The year is missing."})
    hearing.refresh_from_db()
    assert hearing.state == "draft"
    assert "Returned to draft. The year is missing." in LogEntry.objects.first().change_message


def test_a_hearing_is_not_sent_back_without_a_reason(editor_client):
    hearing = make_hearing(state="in_review")
    response = editor_client.post(step(hearing, "return"), {"words": ""})
    assert response.context["form"].errors == {"words": ["This field is required."]}
    hearing.refresh_from_db()
    assert hearing.state == "in_review"


@pytest.mark.parametrize("name", ["publish", "address"])
def test_an_editor_may_not_publish_and_is_told_who_may(writer, name):
    hearing = make_hearing()
    for response in (writer.get(step(hearing, name)), writer.post(step(hearing, name))):
        assert response.status_code == 403
        assert "Ask a publisher" in response.content.decode()
    hearing.refresh_from_db()
    assert hearing.state == "draft"


def test_steps_are_taken_by_post_alone(editor_client):
    hearing = make_hearing()
    part = make_quote(hearing=publish(make_hearing()))
    assert editor_client.get(step(hearing, "submit")).status_code == 405
    assert editor_client.get(step(part, "publish")).status_code == 405
    for record in (hearing, part):
        record.refresh_from_db()
        assert record.state == "draft"
    editor_client.post(step(hearing, "submit"))
    for name in ("approve", "unschedule"):
        assert editor_client.get(step(hearing, name)).status_code == 405


def test_no_step_of_any_record_is_taken_by_looking(editor_client):
    hearing = make_quote().hearing
    make_exhibit(hearing=hearing)
    drafts = [hearing, hearing.quotes.get(), hearing.exhibits.get()]
    for public in (False, True):
        for record in drafts:
            for name in STEPS:
                editor_client.get(step(record, name))
                editor_client.head(step(record, name))
            before, state = record.state, type(record).objects.get(pk=record.pk).state
            assert state == before, record
        if not public:
            publish(hearing)
            for record in drafts:
                record.refresh_from_db()


def test_strangers_are_asked_to_sign_in(client):
    hearing = make_hearing()
    for name in (*STEPS, "correct", "address"):
        response = client.post(step(hearing, name))
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")
    hearing.refresh_from_db()
    assert hearing.state == "draft"


def test_what_is_ready_is_ticked_and_what_is_not_says_why(editor_client):
    hearing = make_hearing(date=None, date_precision="stated")
    ready, wrong = make_quote(hearing=hearing), make_quote(hearing=hearing, text="Not there.", spans=[])
    bare = make_exhibit(hearing=hearing, captures=0)
    page = editor_client.get(step(hearing, "publish")).content.decode()
    assert "The year of the hearing is not known. Enter its date." in page
    assert f'name="quotes" value="{ready.pk}" checked' in page
    assert f'name="quotes" value="{wrong.pk}"' not in page
    assert "The words are not found in the source. Correct them, letter for letter." in page
    assert "It has no image. Upload at least one." in page
    assert f'name="exhibits" value="{bare.pk}"' not in page
    assert 'value="Publish"' not in page


def test_a_hearing_is_published_with_what_is_ticked(editor_client):
    hearing = make_hearing()
    chosen, left = make_quote(hearing=hearing), make_quote(hearing=hearing, text="Other words")
    exhibit = make_exhibit(hearing=hearing)
    data = {"quotes": [chosen.pk], "exhibits": [exhibit.pk], "at": ""}
    response = editor_client.post(step(hearing, "publish"), data, follow=True)
    assert notices(response) == ["The hearing is public, with 1 quote and 1 exhibit."]
    assert list(Hearing.objects.public()) == [hearing]
    assert list(Quote.objects.public()) == [chosen]
    assert list(Exhibit.objects.public()) == [exhibit]
    left.refresh_from_db()
    assert left.state == "draft"
    assert buttons(editor_client, hearing) == {"Correct…", "Withdraw…", "Seal…", "Change address…"}


def test_publishing_twice_is_answered_calmly(editor_client):
    hearing = publish(make_hearing())
    response = editor_client.post(step(hearing, "publish"), {}, follow=True)
    assert notices(response) == ["It is published already."]


def test_an_unready_quote_sent_all_the_same_publishes_nothing(editor_client):
    hearing = make_quote(text="Fine words").hearing
    wrong = make_quote(hearing=hearing, text="Not there.", spans=[])
    response = editor_client.post(step(hearing, "publish"), {"quotes": [wrong.pk]})
    page = response.content.decode()
    assert "Nothing has been published:" in page
    assert "Quote “Not there.”: The words are not found in the source." in page
    assert not Hearing.objects.public().exists()


def test_a_hearing_is_scheduled_in_washington_time_and_utc(editor_client):
    hearing = make_quote().hearing
    day = timezone.localdate() + datetime.timedelta(days=400)
    summer = datetime.date(day.year, 7, 1) if day.month < 7 else datetime.date(day.year + 1, 7, 1)
    quotes = list(hearing.quotes.values_list("pk", flat=True))
    response = editor_client.post(step(hearing, "publish"), {"quotes": quotes, "at": f"{summer}T21:30"}, follow=True)
    hearing.refresh_from_db()
    assert hearing.published_at == datetime.datetime.combine(
        summer + datetime.timedelta(days=1), datetime.time(1, 30), datetime.UTC
    )
    words = f"July 1, {summer.year}, 21:30 Washington time (July 2, {summer.year}, 01:30 UTC)"
    assert notices(response) == [f"It will be public on {words}, with 1 quote and no exhibits."]
    assert f"Scheduled for {words}" in response.content.decode()
    assert not Quote.objects.public().exists()


def test_a_time_that_has_passed_is_refused(editor_client):
    hearing = make_appearance().hearing
    response = editor_client.post(step(hearing, "publish"), {"at": "2020-01-01T10:00"})
    assert response.context["form"].errors["at"] == [
        "January 1, 2020, 10:00 Washington time (15:00 UTC) has passed. "
        "Choose a later time, or empty it to publish now."
    ]
    assert not Hearing.objects.exclude(published_at=None).exists()


def test_a_new_address_leaves_the_old_one_leading_to_it(editor_client, client):
    hearing = publish(make_hearing(slug="old-name"))
    assert "old-name" in editor_client.get(step(hearing, "address")).content.decode()
    response = editor_client.post(step(hearing, "address"), {"words": "new-name"}, follow=True)
    assert notices(response) == ["The address is now /hearings/new-name/."]
    assert client.get("/hearings/old-name/").url == "/hearings/new-name/"


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("taken", "Another hearing has or had this address. Choose a different one."),
        ("not an address", "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    ],
)
def test_an_address_that_cannot_be_is_refused_and_kept_in_the_form(editor_client, slug, sentence):
    make_hearing(slug="taken")
    hearing = publish(make_hearing(slug="mine"))
    response = editor_client.post(step(hearing, "address"), {"words": slug})
    assert response.context["form"].errors["words"] == [sentence]
    assert f'value="{slug}"' in response.content.decode()
    hearing.refresh_from_db()
    assert hearing.slug == "mine"


def test_the_address_of_a_published_hearing_is_no_field_of_its_form(editor_client):
    hearing = publish(make_hearing())
    page = editor_client.get(reverse("admin:hearings_hearing_change", args=[hearing.pk])).content.decode()
    assert 'name="slug"' not in page
    assert hearing.slug in page


def test_a_quote_and_an_exhibit_are_published_by_their_button(editor_client):
    hearing = publish(make_hearing())
    quote, exhibit = make_quote(hearing=hearing), make_exhibit(hearing=hearing)
    for record in (quote, exhibit):
        response = editor_client.post(step(record, "publish"), follow=True)
        assert notices(response) == ["It is public now."]
    assert list(Quote.objects.public()) == [quote]
    assert list(Exhibit.objects.public()) == [exhibit]


@pytest.mark.parametrize("make", [make_quote, make_exhibit])
def test_a_part_is_not_published_before_its_hearing(editor_client, make):
    part = make()
    response = editor_client.post(step(part, "publish"), follow=True)
    assert notices(response) == ["Its hearing is draft. Publish the hearing first, or both together."]
    part.refresh_from_db()
    assert (part.state, part.published_at, part.current) == ("draft", None, None)


def test_a_part_of_a_scheduled_hearing_becomes_public_with_it(editor_client):
    hearing = publish(make_hearing(), at=tomorrow())
    quote = make_quote(hearing=hearing)
    response = editor_client.post(step(quote, "publish"), follow=True)
    [notice] = notices(response)
    assert notice.startswith("It will be public with its hearing on ")
    assert "UTC" in notice
    quote.refresh_from_db()
    assert quote.published_at == hearing.published_at
    assert not Quote.objects.public().exists()


def test_a_quote_that_is_not_ready_says_why(editor_client):
    quote = make_quote(spans=[])
    response = editor_client.post(step(quote, "publish"), follow=True)
    assert notices(response) == ["The words are not found in the source. Correct them, letter for letter."]


def test_an_editor_sees_no_publish_button_at_a_quote(writer):
    quote = make_quote()
    response = writer.get(reverse("admin:hearings_quote_change", args=[quote.pk]))
    assert [button.label for button in response.context["moves"]] == ["Submit for review"]
    assert writer.post(step(quote, "publish")).status_code == 403
    quote.refresh_from_db()
    assert quote.state == "draft"


def test_many_hearings_are_submitted_at_once(editor_client):
    draft, public = make_hearing(title="A draft"), publish(make_hearing(title="Old one"))
    data = {"action": "submit_selected", "_selected_action": [draft.pk, public.pk]}
    response = editor_client.post(reverse("admin:hearings_hearing_changelist"), data, follow=True)
    assert set(notices(response)) == {
        "1 submitted.",
        "“Old one”: It is published already: “Submit for review” is not possible any more.",
    }
    draft.refresh_from_db()
    assert draft.state == "in_review"


@pytest.mark.parametrize("noun", ["quote", "exhibit"])
def test_many_parts_are_published_at_once_and_each_refusal_is_told(editor_client, noun):
    hearing = publish(make_hearing())
    if noun == "quote":
        ready, wrong = make_quote(hearing=hearing), make_quote(hearing=hearing, text="Not there.", spans=[])
        refusal = "“Not there.”: The words are not found in the source. Correct them, letter for letter."
    else:
        ready, wrong = make_exhibit(hearing=hearing), make_exhibit(hearing=hearing, title="Bare", captures=0)
        refusal = "“Bare”: It has no image. Upload at least one."
    data = {"action": "publish_selected", "_selected_action": [ready.pk, wrong.pk]}
    response = editor_client.post(reverse(f"admin:hearings_{noun}_changelist"), data, follow=True)
    assert set(notices(response)) == {"1 published.", refusal}
    ready.refresh_from_db()
    wrong.refresh_from_db()
    assert (ready.state, wrong.state) == ("published", "draft")


def test_an_editor_is_not_offered_to_publish_many(writer):
    make_quote()
    page = writer.get(reverse("admin:hearings_quote_changelist")).content.decode()
    assert "publish_selected" not in page


def test_a_scheduled_hearing_is_not_viewed_on_the_site(editor_client):
    hearing = publish(make_hearing(), at=tomorrow())
    response = editor_client.get(reverse("admin:hearings_hearing_change", args=[hearing.pk]))
    assert not response.context["has_absolute_url"]
