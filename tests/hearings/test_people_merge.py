"""People entered twice: one page shows both, the other address leads there, and it can be taken back."""

import itertools

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from hearings.actions.ledger import may_be_taken_away
from hearings.actions.people import change_person_slug, merge_people, undo_merge
from hearings.actions.record import NotReady
from hearings.management.commands.replay_urls import replay
from hearings.models import HistoryEntry, PublishedAddress
from tests.crawling import ask
from tests.factories import make_appearance, make_person, make_public_quote, make_user, publish, reload, tomorrow
from witnesses.models import FormerSlug, Witness

pytestmark = pytest.mark.django_db


def make_public_person(text="Sample words,", **fields):
    return make_public_quote(text=text, speaker=make_appearance(person=make_person(**fields))).speaker.person


def merge(keep, other, by=None):
    merge_people(keep=keep, other=other, by=by)


def leads_to(client, address, target):
    answer = ask(client, address)
    assert (answer.status, answer.location) == (301, target)
    assert ask(client, target).status == 200


def refused(action, message, **arguments):
    with pytest.raises(NotReady, match=message):
        action(by=None, **arguments)


def test_one_page_shows_what_was_said_under_both_entries(client):
    keep = make_public_person("Words of the first entry", slug="first")
    other = make_public_person("Words of the second entry", slug="second")
    merge(keep, other)
    page = ask(client, "/witnesses/first/").text
    assert "“Words of the first entry”" in page
    assert "“Words of the second entry”" in page
    leads_to(client, "/witnesses/second/", "/witnesses/first/")
    listed = ask(client, "/witnesses/").text
    assert "/witnesses/first/" in listed
    assert "/witnesses/second/" not in listed


def test_taking_a_merger_back_restores_both_pages(client):
    keep = make_public_person("Words of the first entry", slug="first")
    other = make_public_person("Words of the second entry", slug="second")
    merge(keep, other)
    undo_merge(person=other, by=None)
    assert "Words of the second entry" not in ask(client, "/witnesses/first/").text
    assert "“Words of the second entry”" in ask(client, "/witnesses/second/").text
    assert "/witnesses/second/" in ask(client, "/witnesses/").text


def test_a_chain_of_mergers_leads_to_its_end_in_one_step(client):
    people = [make_public_person(f"Words {number}", slug=f"person-no-{number}") for number in range(5)]
    for other, keep in itertools.pairwise(people):
        merge(keep, other)
    for number in range(4):
        leads_to(client, f"/witnesses/person-no-{number}/", "/witnesses/person-no-4/")
    page = ask(client, "/witnesses/person-no-4/").text
    assert all(f"“Words {number}”" in page for number in range(5))
    undo_merge(person=people[2], by=None)
    for number, end in ((0, 2), (1, 2), (3, 4)):
        leads_to(client, f"/witnesses/person-no-{number}/", f"/witnesses/person-no-{end}/")
    assert ask(client, "/witnesses/person-no-2/").status == 200


def test_somebody_can_be_merged_into_a_person_who_is_merged_already(client):
    first, second, third = (make_public_person(slug=slug) for slug in ("first", "second", "third"))
    merge(first, second)
    merge(second, third)
    leads_to(client, "/witnesses/third/", "/witnesses/first/")
    undo_merge(person=second, by=None)
    leads_to(client, "/witnesses/third/", "/witnesses/second/")


def test_an_entry_that_was_never_public_stays_hidden_when_it_is_merged(client):
    keep, other = make_public_person(slug="kept"), make_person(slug="real-name")
    make_appearance(person=other)
    unknown = ask(client, "/witnesses/nobody/")
    merge(keep, other)
    assert ask(client, "/witnesses/real-name/") == unknown
    assert ask(client, "/witnesses/real-name/portrait.jpg") == unknown


def test_an_address_at_which_only_the_merged_entry_was_shown_leads_to_it_after_an_undo(client):
    keep, other = make_person(slug="kept"), make_public_person("Words of the other", slug="other")
    merge(keep, other)
    assert "Words of the other" in ask(client, "/witnesses/kept/").text
    undo_merge(person=other, by=None)
    leads_to(client, "/witnesses/kept/", "/witnesses/other/")
    assert replay(client, "/witnesses/kept/") == ""
    merge(make_public_person(slug="third"), reload(other))
    leads_to(client, "/witnesses/kept/", "/witnesses/third/")
    publish(make_appearance(person=reload(keep)).hearing)
    assert ask(client, "/witnesses/kept/").status == 200


def test_after_undos_in_a_chain_every_address_leads_to_who_was_shown_there(client):
    first, second, third = make_public_person(slug="first"), make_person(slug="second"), make_person(slug="third")
    merge(second, first)
    merge(third, second)
    undo_merge(person=first, by=None)
    for slug in ("second", "third"):
        leads_to(client, f"/witnesses/{slug}/", "/witnesses/first/")
    undo_merge(person=reload(second), by=None)
    merge(first, reload(third))
    for slug in ("second", "third"):
        leads_to(client, f"/witnesses/{slug}/", "/witnesses/first/")
    merge(reload(second), reload(first))
    for slug in ("first", "third"):
        leads_to(client, f"/witnesses/{slug}/", "/witnesses/second/")


def test_a_page_that_leads_nowhere_after_an_undo_is_a_fault(client):
    keep, other = make_person(slug="kept"), make_public_person(slug="other")
    merge(keep, other)
    assert not may_be_taken_away("/witnesses/kept/")
    undo_merge(person=other, by=None)
    assert not may_be_taken_away("/witnesses/kept/")


def test_an_undo_before_the_time_leaves_no_trace_of_the_kept_address(client):
    keep, other = make_person(slug="kept"), make_person(slug="other")
    hearing = make_appearance(person=other).hearing
    publish(hearing, at=tomorrow())
    merge(keep, other)
    assert PublishedAddress.objects.filter(path="/witnesses/kept/", public_from=reload(hearing).published_at).exists()
    undo_merge(person=other, by=None)
    assert not PublishedAddress.objects.filter(path="/witnesses/kept/").exists()
    assert PublishedAddress.objects.filter(path="/witnesses/other/").exists()


def test_a_circle_is_refused():
    first, second, third = (make_public_person() for _ in range(3))
    refused(merge_people, "two different people", keep=first, other=first)
    merge(second, first)
    refused(merge_people, "merged into", keep=first, other=second)
    merge(third, second)
    refused(merge_people, "merged into", keep=first, other=third)
    refused(merge_people, "merged already", keep=third, other=first)
    assert reload(third).shown_as is None


def test_the_database_refuses_a_person_merged_into_themselves():
    person = make_person()
    for fields in ({"merged_into": person, "shown_as": person}, {"merged_into": make_person()}, {"shown_as": person}):
        with pytest.raises(IntegrityError, match="merged_person_is_shown_as_another"), transaction.atomic():
            Witness.objects.filter(pk=person.pk).update(**fields)


def test_a_protected_person_is_not_merged_with_one_who_is_not():
    protected = make_person(family_name="Witness One", protected=True)
    refused(merge_people, "merging would show who it is", keep=make_person(), other=protected)
    refused(merge_people, "merging would show who it is", keep=protected, other=make_person())


def test_what_was_not_merged_is_not_taken_back():
    refused(undo_merge, "is not merged into anybody", person=make_person())


def test_the_address_of_a_merged_person_changes_and_still_leads_on(client):
    keep, other = make_public_person(slug="kept"), make_public_person(slug="old")
    merge(keep, other)
    change_person_slug(person=reload(other), slug="new", by=None)
    for slug in ("old", "new"):
        leads_to(client, f"/witnesses/{slug}/", "/witnesses/kept/")
    change_person_slug(person=reload(keep), slug="kept-2", by=None)
    for slug in ("old", "new", "kept"):
        leads_to(client, f"/witnesses/{slug}/", "/witnesses/kept-2/")
    undo_merge(person=other, by=None)
    leads_to(client, "/witnesses/old/", "/witnesses/new/")


def test_an_address_that_somebody_has_or_had_is_refused():
    first, second = make_public_person(slug="first"), make_public_person(slug="second")
    refused(change_person_slug, "has or had this address", person=second, slug="first")
    change_person_slug(person=first, slug="third", by=None)
    refused(change_person_slug, "has or had this address", person=second, slug="first")
    change_person_slug(person=first, slug="first", by=None)
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["third"]


def test_a_stale_copy_does_not_undo_a_merger_by_a_change_of_address():
    keep, other = make_public_person(), make_public_person()
    stale = reload(other)
    merge(keep, other)
    change_person_slug(person=stale, slug="new-address", by=None)
    assert reload(other).shown_as == keep
    assert reload(other).slug == "new-address"


def test_frozen_versions_keep_the_name_under_which_it_was_published(client):
    quote = make_public_quote(speaker=make_appearance(person=make_person(family_name="Misspelt")))
    merge(make_public_person(family_name="Spelt"), quote.speaker.person)
    assert "Alba Misspelt" in ask(client, f"{quote.get_absolute_url()}v1/").text


@pytest.mark.parametrize("lacks", ["publish_hearing", "change_witness"])
def test_who_may_not_publish_or_not_change_people_is_refused_by_the_actions_themselves(lacks):
    keep, other, merged, by = make_person(), make_person(slug="other"), make_person(), make_user()
    merge(keep, merged)
    by.user_permissions.remove(Permission.objects.get(codename=lacks))
    for action, arguments in (
        (merge_people, {"keep": keep, "other": other}),
        (undo_merge, {"person": merged}),
        (change_person_slug, {"person": other, "slug": "elsewhere"}),
    ):
        with pytest.raises(PermissionDenied, match="You have no permission for: "):
            action(by=by, **arguments)
    assert (reload(other).shown_as, reload(other).slug, reload(merged).shown_as) == (None, "other", keep)
    assert HistoryEntry.objects.count() == 1


def test_mergers_are_written_down():
    keep, other, publisher = make_person(slug="kept"), make_person(slug="other"), make_user()
    merge(keep, other, by=publisher)
    undo_merge(person=other, by=publisher)
    entries = HistoryEntry.objects.order_by("pk").values_list("action", "kind", "record", "by", "note")
    assert list(entries) == [
        ("merged", "witness", "other", publisher.pk, "Into kept."),
        ("merger taken back", "witness", "other", publisher.pk, "From kept."),
    ]
