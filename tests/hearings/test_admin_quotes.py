"""The form of a quote: its words are found in the source, and fixed once published."""

import re

import pytest
from django.urls import reverse

from hearings.models import Quote
from tests.admin_forms import errors, notices, save
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_public_quote,
    make_quote,
    make_source,
)

pytestmark = pytest.mark.django_db


def change(quote):
    return reverse("admin:hearings_quote_change", args=[quote.pk])


@pytest.fixture
def quote():
    source = "He said: “It\u2019s a  test of\nwords,” and then: “of patience too.” He said: “It\u2019s over.”"
    speaker = make_appearance()
    document = make_source(hearing=speaker.hearing, text=source)
    return make_quote(speaker=speaker, source=document, text="of patience too.")


def test_the_words_are_stored_as_they_stand_in_the_source(editor_client, quote):
    response = save(editor_client, change(quote), "quote_form", text="It's a test of words,\r\n\r\nof patience too.")
    assert response.status_code == 200
    quote.refresh_from_db()
    assert quote.text == "It\u2019s a  test of\nwords,\n\nof patience too."
    assert [quote.source.text[start:end] for start, end in quote.spans] == quote.text.split("\n\n")


def test_words_that_are_not_in_the_source_are_named_and_kept(editor_client, quote):
    response = save(editor_client, change(quote), "quote_form", text="of patience too.\n\nNobody said this.")
    assert errors(response) == [
        "Paragraph 2, “Nobody said this.”, is not in the source. "
        "Copy the words from the source, or choose the source in which they stand."
    ]
    assert "Nobody said this." in response.content.decode()
    quote.refresh_from_db()
    assert quote.text == "of patience too."


def test_two_sources_of_one_kind_and_day_are_told_apart(editor_client, quote):
    other = make_source(hearing=quote.hearing, text="Other words.", publisher="Sample Press Office")
    page = editor_client.get(change(quote)).content.decode()
    labels = re.findall(r'<option value="(\d+)"[^>]*>([^<]*SHA-256[^<]*)<', page)
    assert {int(pk) for pk, _ in labels} == {quote.source_id, other.pk}
    told = dict(labels)[str(other.pk)]
    assert told.startswith("Press release, “Other words.”, Sample Press Office, received 20")
    assert told.endswith(f"SHA-256 {other.sha256[:8]}…")


def test_a_word_that_is_cut_is_named_and_what_was_typed_kept(editor_client, quote):
    response = save(editor_client, change(quote), "quote_form", text="of patience too.\n\nIt's ov")
    assert errors(response) == [
        "“over” is cut in two, and a quotation is whole words. Take the whole word, or leave it out."
    ]
    assert "It&#x27;s ov</textarea>" in response.content.decode()
    quote.refresh_from_db()
    assert quote.text == "of patience too."


def test_paragraphs_in_the_wrong_order_are_told(editor_client, quote):
    response = save(editor_client, change(quote), "quote_form", text="It's over.\n\nof patience too.")
    assert errors(response) == [
        "Every paragraph is in the source, but in another order, or twice. Put them in the order of the source."
    ]


def test_a_draft_may_wait_without_a_source(editor_client, quote):
    save(editor_client, change(quote), "quote_form", text="From memory.", source="")
    quote.refresh_from_db()
    assert (quote.text, quote.source, quote.spans) == ("From memory.", None, [])


def test_only_speakers_and_sources_of_the_hearing_are_offered(editor_client, quote):
    stranger, other = make_appearance(), make_source(hearing=make_hearing(), title="Another release")
    form = editor_client.get(change(quote)).context["adminform"].form
    assert [choice.pk for choice in form.fields["speaker"].queryset] == [quote.speaker_id]
    assert [choice.pk for choice in form.fields["source"].queryset] == [quote.source_id]
    response = save(editor_client, change(quote), "quote_form", speaker=stranger.pk, source=other.pk)
    assert len(errors(response)) == 2
    quote.refresh_from_db()
    assert quote.speaker != stranger


def test_a_language_is_a_tag(editor_client, quote):
    response = save(editor_client, change(quote), "quote_form", language="Korean, mostly")
    assert errors(response) == ["Enter a language by its tag: en, ko, zh, ug, bo."]


def test_published_words_are_no_fields(editor_client):
    quote = make_public_quote()
    wording = {"text": "Other words", "language": "ko", "kind": "partial", "speaker": "", "source": "", "note": "x"}
    page = editor_client.get(change(quote)).content.decode()
    assert not [name for name in wording if f'name="{name}"' in page]
    assert "The words are published and fixed." in page
    save(editor_client, change(quote), "quote_form", order="7", **wording)
    stored = Quote.objects.get()
    assert (stored.order, stored.text, stored.language, stored.note) == (7, "Sample words,", "en", "")
    assert stored.speaker == quote.speaker


def test_a_published_quote_cannot_be_deleted_and_a_draft_can(editor_client, quote):
    public = make_public_quote()
    for one in (quote, public):
        editor_client.post(reverse("admin:hearings_quote_delete", args=[one.pk]), {"post": "yes"})
    data = {"action": "delete_selected", "_selected_action": [public.pk], "post": "yes"}
    editor_client.post(reverse("admin:hearings_quote_changelist"), data)
    assert list(Quote.objects.all()) == [public]


def test_a_quote_is_added_at_its_hearing(editor_client):
    appearance = make_appearance()
    source = make_source(hearing=appearance.hearing, text="“New words,” she said.")
    url = reverse("admin:hearings_quote_add") + f"?hearing={appearance.hearing_id}"
    save(editor_client, url, "quote_form", text="New words,", speaker=appearance.pk, source=source.pk)
    quote = Quote.objects.get()
    assert (quote.hearing, quote.speaker, quote.spans) == (appearance.hearing, appearance, [[1, 11]])


@pytest.mark.parametrize("query", ["", "?hearing=", "?hearing=0", "?hearing=x", "?hearing=" + "9" * 40])
def test_without_a_hearing_one_is_asked_for(editor_client, query):
    for noun, part in (("quote", "a quote"), ("exhibit", "an exhibit")):
        response = editor_client.get(reverse(f"admin:hearings_{noun}_add") + query, follow=True)
        assert notices(response) == [f"Choose the hearing first; its page has a button “Add {part}”."]


def test_the_quotes_of_a_hearing_have_a_screen_with_their_order(editor_client, quote):
    make_quote()
    make_exhibit(hearing=quote.hearing)
    response = editor_client.get(f"/admin/hearings/quote/?hearing__id__exact={quote.hearing_id}")
    assert list(response.context["cl"].result_list) == [quote]
    page = response.content.decode()
    assert str(quote.hearing) in page
    assert f"/admin/hearings/quote/add/?hearing={quote.hearing_id}" in page
    found = editor_client.get(f"/admin/hearings/quote/?hearing__id__exact={quote.hearing_id}&q=nothing")
    assert list(found.context["cl"].result_list) == []


def test_the_screen_of_quotes_costs_the_same_however_many(editor_client, django_assert_max_num_queries):
    speaker = make_appearance()
    for _ in range(60):
        make_quote(speaker=speaker)
    with django_assert_max_num_queries(14):
        editor_client.get(f"/admin/hearings/quote/?hearing__id__exact={speaker.hearing_id}")
