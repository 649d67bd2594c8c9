"""Eight editors save one quote at the same moment: one wins, the others get their own words back."""

import threading

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from hearings.actions.people import change_person_slug
from hearings.actions.publishing import change_slug
from hearings.actions.record import NotReady
from hearings.importing.load import Decisions, PersonDecision, ReferenceDecision, save_draft
from hearings.models import Body, Hearing, Quote, Reference
from tests.admin_forms import form_data
from tests.factories import make_hearing, make_person, make_quote, make_source, make_user, publish
from witnesses.models import Witness

EDITORS, ROUNDS = 8, 20


@pytest.fixture
def shared_database(transactional_db, tmp_path):
    """A database that several threads can write at once: on SQLite the test's own, copied from memory to a file."""
    here = connections["default"]
    if here.vendor != "sqlite" or not here.is_in_memory_db():
        yield
        return
    name = connections.databases["default"]["NAME"]
    path = str(tmp_path / "shared.sqlite3")
    here.ensure_connection()
    here.connection.execute("VACUUM INTO ?", [path])
    connections.databases["default"]["NAME"] = path
    connections["default"] = connections.create_connection("default")
    yield
    connections["default"].close()
    connections.databases["default"]["NAME"] = name
    connections["default"] = here


def sign_in(number):
    client = Client()
    client.force_login(make_user(username=f"editor{number}"))
    return client


def at_once(tasks):
    """Run the tasks in threads of their own, all let go at the same moment; their answers, in order."""
    answers, ready = [None] * len(tasks), threading.Barrier(len(tasks))

    def run(place, task):
        ready.wait()
        try:
            answers[place] = task()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(tasks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def save(client, url, data):
    """What is sent is a function of no arguments, its answer the status and the page."""

    def send():
        response = client.post(url, data)
        return response.status_code, response.content.decode()

    return send


def test_the_database_of_these_tests_is_one_that_threads_share(shared_database):
    make_hearing(title="Seen by all")
    assert at_once([lambda: Hearing.objects.get().title] * 2) == ["Seen by all"] * 2
    assert connection.vendor != "sqlite" or not connection.is_in_memory_db()


def test_eight_editors_save_one_quote_and_exactly_one_wins_each_time(shared_database):
    quote = make_quote()
    url = reverse("admin:hearings_quote_change", args=[quote.pk])
    clients = [sign_in(number) for number in range(EDITORS)]
    for number in range(ROUNDS):
        notes = [f"Round {number}, words of editor {editor}." for editor in range(EDITORS)]
        forms = [
            form_data(client.get(url), "quote_form") | {"note": note}
            for client, note in zip(clients, notes, strict=True)
        ]
        answers = at_once([save(client, url, data) for client, data in zip(clients, forms, strict=True)])
        won = [note for note, (status, _) in zip(notes, answers, strict=True) if status == 302]
        lost = [(note, page) for note, (status, page) in zip(notes, answers, strict=True) if status == 200]
        assert (len(won), len(lost)) == (1, EDITORS - 1)
        assert Quote.objects.get().note == won[0]
        assert all(f'value="{note}"' in page and won[0] in page for note, page in lost)
    assert Quote.objects.get().revision == ROUNDS


def test_eight_publishers_correct_one_quote_and_exactly_one_wins(shared_database):
    quote = make_quote()
    publish(quote.hearing)
    url = reverse("admin:hearings_quote_correct", args=[quote.pk])
    clients = [sign_in(number) for number in range(EDITORS)]
    notes = [f"Words of editor {number}." for number in range(EDITORS)]
    added = [{"note": note, "reason": "typo", "sentence": f"Sentence: {note}"} for note in notes]
    forms = [form_data(client.get(url), "quote_form") | data for client, data in zip(clients, added, strict=True)]
    answers = at_once([save(client, url, data) for client, data in zip(clients, forms, strict=True)])
    assert sorted(status for status, _ in answers) == [200] * (EDITORS - 1) + [302]
    quote = Quote.objects.get()
    assert [version.number for version in quote.versions.all()] == [1, 2]
    lost = [(note, page) for note, (status, page) in zip(notes, answers, strict=True) if status == 200]
    assert all(f'value="{note}"' in page and f"Sentence: {note}</textarea>" in page for note, page in lost)
    assert quote.note in notes
    assert quote.corrections.get().sentence == f"Sentence: {quote.note}"


def test_a_quote_withdrawn_by_eight_at_once_is_withdrawn_once(shared_database):
    quote = make_quote()
    publish(quote.hearing)
    url = reverse("admin:hearings_quote_withdraw", args=[quote.pk])
    clients = [sign_in(number) for number in range(EDITORS)]
    sentences = [f"Because of {number}." for number in range(EDITORS)]
    tasks = [save(client, url, {"words": sentence}) for client, sentence in zip(clients, sentences, strict=True)]
    answers = at_once(tasks)
    assert sorted(status for status, _ in answers) == [200] * (EDITORS - 1) + [302]
    assert all(sentence in page for sentence, (status, page) in zip(sentences, answers, strict=True) if status == 200)
    assert Quote.objects.get().corrections.count() == 1


def test_a_quote_is_saved_while_its_hearing_is_put_in_order_and_both_stay(shared_database):
    quote = make_quote()
    urls = [
        reverse("admin:hearings_quote_change", args=[quote.pk]),
        reverse("admin:hearings_hearing_change", args=[quote.hearing_id]),
    ]
    clients = [sign_in(number) for number in range(2)]
    for number in range(1, ROUNDS):
        changes = [{"note": f"Round {number}."}, {"quotes-0-order": number}]
        names = ["quote_form", "hearing_form"]
        pages = zip(clients, urls, names, changes, strict=True)
        forms = [form_data(client.get(url), name) | change for client, url, name, change in pages]
        answers = at_once([save(*one) for one in zip(clients, urls, forms, strict=True)])
        assert [status for status, _ in answers] == [302, 302]
        assert Quote.objects.values_list("note", "order").get() == (f"Round {number}.", number)


def numbered(name):
    return sorted([name, *(f"{name}-{number}" for number in range(2, EDITORS + 1))])


def test_eight_imports_of_one_title_and_one_name_each_get_an_address_of_their_own(shared_database):
    decisions = Decisions(
        title="Same title",
        new_body="Same Commission",
        people=(PersonDecision("Alba Same", "witness"),),
        references=(ReferenceDecision("Same Treaty", "treaty"),),
    )
    sources = [make_source() for _ in range(EDITORS)]
    tasks = [lambda source=source: save_draft(source=source, decisions=decisions, by=None).slug for source in sources]
    assert sorted(at_once(tasks)) == numbered("same-title")
    assert sorted(Witness.objects.values_list("slug", flat=True)) == numbered("alba-same")
    assert Body.objects.get().hearings.count() == EDITORS
    assert Reference.objects.get().mentions.count() == EDITORS


def test_eight_people_of_one_name_entered_at_once_each_get_an_address_of_their_own(shared_database):
    url = reverse("admin:witnesses_witness_add")
    clients = [sign_in(number) for number in range(EDITORS)]
    data = form_data(clients[0].get(url), "witness_form") | {"given_name": "Alba", "family_name": "Same"}
    answers = at_once([save(client, url, data) for client in clients])
    assert [status for status, _ in answers] == [302] * EDITORS
    assert sorted(Witness.objects.values_list("slug", flat=True)) == numbered("alba-same")


def test_eight_hearings_entered_at_once_under_one_address_are_told_that_it_is_taken(shared_database):
    url = reverse("admin:hearings_hearing_add")
    clients = [sign_in(number) for number in range(EDITORS)]
    body = Body.objects.create(name="Sample Commission", slug="sample-commission")
    data = form_data(clients[0].get(url), "hearing_form")
    data |= {"title": "Same title", "bodies": body.pk, "date": "2023-06-13"}
    answers = at_once([save(client, url, data) for client in clients])
    assert sorted(status for status, _ in answers) == [200] * (EDITORS - 1) + [302]
    assert all("already exists" in page for status, page in answers if status == 200)
    assert Hearing.objects.get().slug == "same-title"


@pytest.mark.parametrize("noun", ["hearing", "person"])
def test_one_address_that_eight_ask_for_at_once_is_given_to_one(shared_database, noun):
    records = [{"hearing": make_hearing, "person": make_person}[noun]() for _ in range(EDITORS)]
    action = {"hearing": change_slug, "person": change_person_slug}[noun]

    def ask_for(record):
        try:
            action(**{noun: record}, slug="wanted", by=None)
        except NotReady as refusal:
            return " ".join(refusal.problems)
        return "given"

    answers = at_once([lambda record=record: ask_for(record) for record in records])
    refusal = f"Another {noun} has or had this address. Choose a different one."
    assert sorted(answers) == [refusal] * (EDITORS - 1) + ["given"]
