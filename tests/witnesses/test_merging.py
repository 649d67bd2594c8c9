"""People who were entered twice, as staff see it: merged, taken back, and addresses that lead on."""

import pytest
from django.urls import reverse

from hearings.models import HistoryEntry
from tests.admin_forms import errors, form_data, notices, save
from tests.factories import (
    make_appearance,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_quote_in,
    make_user,
    publish,
    reload,
    reword,
)
from witnesses.models import Witness

pytestmark = pytest.mark.django_db


def at(person, name="change"):
    return reverse(f"admin:witnesses_witness_{name}", args=[person.pk])


def text(response):
    return response.content.decode()


def public_person(**fields):
    person = make_person(**fields)
    make_public_quote(speaker=make_appearance(person=person))
    return person


@pytest.fixture
def both(db):
    return public_person(slug="alba-s", family_name="Double"), public_person(slug="alba-sample", family_name="Keeper")


def merge(client, other, keep):
    return client.post(at(other, "merge"), {"keep": keep.pk}, follow=True)


def test_both_are_shown_side_by_side_before_they_are_merged(editor_client, both):
    other, keep = both
    assert at(other, "merge") in text(editor_client.get(at(other)))
    page = text(editor_client.get(at(other, "merge"), {"keep": keep.pk}))
    for person in both:
        assert person.appearances.get().hearing.title in page
    assert "/witnesses/alba-s/ will lead to /witnesses/alba-sample/." in page
    assert reload(other).merged_into is None


def test_the_page_warns_of_what_becomes_visible(editor_client):
    other, hidden = public_person(), make_person(biography="Not shown yet.")
    page = text(editor_client.get(at(other, "merge"), {"keep": hidden.pk}))
    assert f"The page of {hidden} becomes public" in page
    page = text(editor_client.get(at(hidden, "merge"), {"keep": other.pk}))
    assert "is not public now" in page
    assert "becomes public, with" not in page


def test_a_merged_person_leads_to_the_one_kept_and_says_so_in_the_admin(editor_client, client, both):
    other, keep = both
    response = merge(editor_client, other, keep)
    assert notices(response) == ["Merged. Readers see Alba Double as Alba Keeper from now on."]
    assert f'Merged into <a href="{at(keep)}">Alba Keeper</a>.' in text(response)
    assert "Also entered as" in text(editor_client.get(at(keep)))
    answer = client.get("/witnesses/alba-s/")
    assert (answer.status_code, answer.url) == (301, "/witnesses/alba-sample/")
    page = text(client.get("/witnesses/alba-sample/"))
    assert all(person.appearances.get().hearing.title in page for person in both)


def test_the_merger_is_taken_back_by_one_button(editor_client, client, both):
    other, keep = both
    merge(editor_client, other, keep)
    response = editor_client.post(at(other, "unmerge"), follow=True)
    assert notices(response) == ["The merger was taken back. Alba Double has a page of their own again."]
    assert client.get("/witnesses/alba-s/").status_code == 200
    assert editor_client.get(at(other, "unmerge")).status_code == 405
    actions = HistoryEntry.objects.filter(kind="witness", record="alba-s").values_list("action", flat=True)
    assert list(actions) == ["merger taken back", "merged"]


def test_nobody_is_merged_into_themselves_or_into_a_merged_person(editor_client, both):
    other, keep = both
    third = make_person()
    response = editor_client.get(at(other, "merge"), {"keep": other.pk})
    assert response.context["form"].errors["keep"] == ["Choose two different people."]
    merge(editor_client, other, keep)
    response = merge(editor_client, third, other)
    assert response.context["form"].errors["keep"] == ["Choose somebody who is not merged into another person."]
    response = editor_client.get(at(other, "merge"), follow=True)
    assert notices(response) == ["Alba Double is merged into Alba Keeper already."]


def test_the_person_to_keep_is_found_by_name_and_chosen_by_a_link_without_scripts(editor_client, both):
    other, keep = both
    for spelling, found in (("Keep", [keep]), ("keeper alba", [keep]), ("Robbie", [keep]), ("alba", [keep])):
        Witness.objects.filter(pk=keep.pk).update(other_spellings="Robbie Keeper")
        response = editor_client.get(at(other, "merge"), {"name": spelling})
        assert response.context["found"] == found
    assert f'<a href="?keep={keep.pk}">Alba Keeper</a>, /witnesses/alba-sample/, 1 hearing</li>' in text(response)
    assert "select" not in text(response).partition('id="content-main"')[2]
    assert "Both, side by side" in text(editor_client.get(f"{at(other, 'merge')}?keep={keep.pk}"))


def test_a_search_for_the_person_to_keep_says_what_to_do(editor_client, both):
    other, keep = both
    assert "Try another spelling" in text(editor_client.get(at(other, "merge"), {"name": "Nobody"}))
    assert "This field is required." in text(editor_client.get(at(other, "merge"), {"name": " "}))
    assert "Search for the person to keep" in text(editor_client.post(at(other, "merge")))
    assert "Choose the person to keep" not in text(editor_client.get(at(other, "merge")))
    merge(editor_client, keep, make_person())
    for _ in range(21):
        make_person(family_name="Many")
    response = editor_client.get(at(other, "merge"), {"name": "Many"})
    assert "Type more of the name" in text(response)
    assert len(response.context["found"]) == 20
    assert "Try another spelling" in text(editor_client.get(at(other, "merge"), {"name": "Keeper"}))


def test_a_protected_person_is_merged_with_nobody_who_is_not(editor_client):
    keep = public_person()
    hidden = make_person(family_name="Witness S", protected=True)
    assert "Merging would show who it is" in text(editor_client.get(at(hidden, "merge"), {"keep": keep.pk}))
    response = merge(editor_client, hidden, keep)
    assert notices(response) == ["One of them is protected: merging would show who it is."]
    assert reload(hidden).merged_into is None


def test_an_autocomplete_offers_no_merged_person(editor_client, both):
    other, keep = both
    merge(editor_client, other, keep)
    query = {"app_label": "hearings", "model_name": "appearance", "field_name": "person", "term": "Alba"}
    offered = editor_client.get("/admin/autocomplete/", query).json()["results"]
    assert [row["text"] for row in offered] == ["Alba Keeper"]
    listed = text(editor_client.get(reverse("admin:witnesses_witness_changelist")))
    assert "Alba Double" in listed or "Double, Alba" in listed


def test_only_publishers_merge_and_move_what_is_public(client, both):
    other, keep = both
    client.force_login(make_user(publisher=False))
    assert at(other, "merge") not in text(client.get(at(other)))
    for name in ("merge", "unmerge", "address"):
        response = client.post(at(other, name), {"keep": keep.pk, "words": "elsewhere"})
        assert response.status_code == 403
        assert "Your account may not do this." in text(response)
    assert (reload(other).merged_into, reload(other).slug) == (None, "alba-s")


def test_the_address_of_a_public_person_changes_by_its_own_button_and_the_old_one_leads_on(editor_client, client, both):
    other = both[0]
    assert "slug" not in form_data(editor_client.get(at(other)), "witness_form")
    response = editor_client.post(at(other, "address"), {"words": "alba-double"}, follow=True)
    assert notices(response) == ["The address is now /witnesses/alba-double/."]
    assert client.get("/witnesses/alba-s/").url == "/witnesses/alba-double/"
    response = editor_client.post(at(other, "address"), {"words": "alba-sample"})
    assert response.context["form"].errors["words"] == [
        "Another person has or had this address. Choose a different one."
    ]
    assert 'value="alba-sample"' in text(response)


def test_who_ever_appeared_at_something_published_is_not_deleted(editor_client):
    person, unknown = public_person(), make_person()
    assert reverse("admin:witnesses_witness_delete", args=[person.pk]) not in text(editor_client.get(at(person)))
    for one in (person, unknown):
        editor_client.post(reverse("admin:witnesses_witness_delete", args=[one.pk]), {"post": "yes"})
    selected = {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}
    editor_client.post(reverse("admin:witnesses_witness_changelist"), selected)
    assert list(Witness.objects.all()) == [person]


def test_the_second_of_two_editors_sees_both_texts(editor_client):
    person = make_person(biography="As it was.")
    mine = form_data(editor_client.get(at(person)), "witness_form")
    save(editor_client, at(person), "witness_form", biography="Theirs.")
    response = editor_client.post(at(person), mine | {"biography": "Mine."})
    assert errors(response)[0].startswith("Somebody else saved this while you were editing.")
    assert "Theirs." in text(response)
    assert "Mine." in text(response)
    assert reload(person).biography == "Theirs."


def test_the_page_of_a_person_shows_the_corrections_of_what_they_said(client):
    quote = make_quote_in("Old words.", "New words.")
    publish(quote.hearing)
    reword(quote, "New words.", sentence="The first word was misread.")
    page = text(client.get(quote.speaker.person.get_absolute_url()))
    assert "The first word was misread." in page
    assert "<del>Old</del><ins>New</ins> words." in page


@pytest.mark.parametrize("count", [1, 6])
def test_corrections_cost_the_page_of_a_person_one_query(client, django_assert_num_queries, count):
    person, hearing = make_person(), make_hearing()
    speaker = make_appearance(hearing=hearing, person=person)
    quotes = [make_quote_in("Old words.", "New words.", hearing=hearing, speaker=speaker) for _ in range(count)]
    make_quote(hearing=hearing, speaker=speaker)
    publish(hearing)
    for quote in quotes:
        reword(quote, "New words.")
    with django_assert_num_queries(5):
        page = text(client.get(person.get_absolute_url()))
    assert page.count("The word was misprinted.") == count
