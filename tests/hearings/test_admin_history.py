"""Corrections, the history and the ledger in the admin: to be looked at, filtered and searched, never changed."""

import pytest
from django.urls import reverse

from hearings.actions.corrections import withdraw
from hearings.models import Correction, HistoryEntry, PublishedAddress
from tests.factories import make_public_quote, make_quote_in, make_user, publish, reload, reword

pytestmark = pytest.mark.django_db

KINDS = ("quote", "exhibit", "hearing")
LISTS = ["correction", "historyentry", "publishedaddress"]


def at(name, page="changelist", *args):
    return reverse(f"admin:hearings_{name}_{page}", args=args)


def text(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def corrected(db):
    quote = make_quote_in("Old words.", "New words.")
    publish(quote.hearing)
    reword(quote, "New words.", sentence="The first word was misread.", by=make_user(username="corrector"))
    return reload(quote)


def test_the_lists_show_who_did_what(editor_client, corrected):
    corrections = text(editor_client.get(at("correction")))
    assert "The first word was misread." in corrections
    assert at("quote", "change", corrected.pk) in corrections
    history = text(editor_client.get(at("historyentry")))
    assert "Version 1 to 2." in history
    assert "corrector" in history
    assert corrected.get_absolute_url() in text(editor_client.get(at("publishedaddress")))


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("superuser", [False, True])
def test_nobody_adds_changes_or_deletes_a_row(client, corrected, name, superuser):
    client.force_login(make_user(superuser=superuser))
    model = {"correction": Correction, "historyentry": HistoryEntry, "publishedaddress": PublishedAddress}[name]
    before = list(model.objects.order_by("pk").values())
    pk = before[0]["id"]
    assert client.get(at(name, "add")).status_code == 403
    assert client.post(at(name, "delete", pk), {"post": "yes"}).status_code == 403
    page = text(client.get(at(name, "change", pk)))
    assert 'name="_save"' not in page
    assert "deletelink" not in page
    assert client.post(at(name, "change", pk), {"sentence": "Changed.", "note": "Changed."}).status_code == 403
    client.post(at(name), {"action": "delete_selected", "_selected_action": [pk], "post": "yes"})
    assert list(model.objects.order_by("pk").values()) == before


def test_the_history_of_one_record_is_found_by_its_id_and_by_its_permalink(editor_client, corrected):
    make_public_quote(text="Other words.")
    for pasted in (corrected.public_id, f"http://testserver/q/{corrected.public_id}/v1/"):
        rows = editor_client.get(at("historyentry"), {"q": pasted}).context["cl"].result_list
        assert [row.action for row in rows] == ["corrected", "published"]


@pytest.mark.parametrize("kind", ["quote", "hearing"])
def test_each_form_leads_to_the_history_of_its_record(editor_client, corrected, kind):
    record = corrected if kind == "quote" else corrected.hearing
    page = text(editor_client.get(at(kind, "change", record.pk)))
    assert f'{at("historyentry")}?q={record.public_id}"' in page


def test_a_row_of_the_history_leads_to_its_record(editor_client, corrected):
    link = f"{reverse('admin:find')}?q={corrected.public_id}"
    assert link in text(editor_client.get(at("historyentry")))
    assert editor_client.get(link)["Location"] == at("quote", "change", corrected.pk)


def test_the_lists_are_narrowed_by_action_kind_and_date(editor_client, corrected):
    withdraw(record=corrected, sentence="Never said.", by=None)
    rows = editor_client.get(at("historyentry"), {"action": "withdrawn"}).context["cl"].result_list
    assert [row.record for row in rows] == [corrected.public_id]
    rows = editor_client.get(at("historyentry"), {"kind": "hearing"}).context["cl"].result_list
    assert {row.kind for row in rows} == {"hearing"}
    rows = editor_client.get(at("correction"), {"reason__exact": "withdrawal"}).context["cl"].result_list
    assert [row.sentence for row in rows] == ["Never said."]
    counts = {kind: editor_client.get(at("correction"), {"kind": kind}).context["cl"].result_count for kind in KINDS}
    assert counts == {"quote": 2, "exhibit": 0, "hearing": 0}
    for name, field in (("historyentry", "at"), ("correction", "made_at"), ("publishedaddress", "public_from")):
        assert (
            editor_client.get(at(name), {f"{field}__gte": "2999-01-01 00:00:00+00:00"}).context["cl"].result_count == 0
        )


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_whatever_its_length(editor_client, django_assert_max_num_queries, name):
    for _ in range(6):
        quote = make_quote_in("Old words.", "New words.")
        publish(quote.hearing)
        reword(quote, "New words.", by=make_user())
    with django_assert_max_num_queries(9):
        editor_client.get(at(name))
