"""Words are verbatim in the transcript only where the one whom the quote names said them there."""

import json
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.urls import reverse

from hearings.actions.corrections import correct, seal, withdraw
from hearings.actions.exporting import TABLES
from hearings.actions.publishing import publish_hearing, publish_quote, publish_transcript, quote_problems
from hearings.actions.record import NotReady
from hearings.models import Finding, Quote, Section
from tests.admin_forms import at, errors, form_data
from tests.crawling import ask
from tests.factories import make_appearance, make_hearing, make_person, make_quote, make_transcript, publish, reload

pytestmark = pytest.mark.django_db
WORDS = "the lamps were out that night, all of them"


@pytest.fixture
def hearing(db):
    """A hearing with two speakers and a quote that a release gives to the first of them."""
    hearing = make_hearing()
    for name in ("Mei", "Ben"):
        make_appearance(hearing=hearing, person=make_person(given_name=name, family_name="Sample", slug=name.lower()))
    make_quote(hearing=hearing, speaker=hearing.appearances.get(person__slug="mei"), text=WORDS)
    return hearing


def turns(hearing, *rows, kind="oral"):
    """A transcript in which each of these people said (or nobody certain did) these words."""
    transcript = make_transcript(*(f"I know that {words}." for _, words in rows), hearing=hearing)
    part = Section.objects.create(transcript=transcript, number=2, kind=kind, title="Matter")
    for number, (slug, _) in enumerate(rows, start=1):
        speaker = hearing.appearances.filter(person__slug=slug).first()
        why = "" if speaker else "The label names nobody for certain."
        transcript.turns.filter(number=number).update(speaker=speaker, unresolved=why, section=part)
    return transcript


def told(client, hearing):
    """The outcome, and what the page of the quote says of it."""
    quote = hearing.quotes.get()
    page = ask(client, quote.get_absolute_url()).text
    title = quote.finding.get_outcome_display()
    assert f'<h2 id="record">{title}</h2>' in page
    assert title in ask(client, hearing.get_absolute_url()).text
    return quote.finding.outcome, page


@pytest.mark.parametrize(
    ("rows", "kind", "outcome", "said"),
    [
        ([("mei", WORDS)], "oral", "verbatim", "said by Mei Sample"),
        ([("ben", WORDS)], "oral", "another", "said by Ben Sample"),
        ([("", WORDS)], "oral", "unnamed", "whom it does not name with certainty"),
        ([("ben", WORDS), ("mei", WORDS)], "oral", "verbatim", "Turn 2 of the transcript</a>, said by Mei Sample"),
        ([("mei", WORDS)], "prepared_statement", "written", "in writing, under “Matter”"),
        ([("mei", WORDS)], "appendix", "written", "put into the record in writing"),
        ([("ben", WORDS)], "question", "written", "put into the record in writing"),
        ([("ben", f"{WORDS}, and again: {WORDS}")], "oral", "another", "said by another than Mei Sample"),
    ],
)
def test_only_what_the_speaker_said_is_verbatim(client, hearing, rows, kind, outcome, said):
    turns(hearing, *rows, kind=kind)
    publish(hearing)
    found, page = told(client, hearing)
    assert found == outcome
    assert said in page
    assert ("Verbatim in the transcript" in page) == (outcome == "verbatim")


SAID = "We will fail in this place. We, I say, will never stop asking for the names. They must stop the boats"


@pytest.mark.parametrize(
    ("quoted", "said_by", "outcome", "shown"),
    [
        ("We … will never stop asking for the names,", "mei", "edited", "<del>…</del><ins>, I say,</ins>"),
        ("We [...] will never stop asking", "mei", "edited", "<del>[...]</del>"),
        ("[The regime] must stop the boats…", "mei", "edited", "must stop the boats"),
        ("[w]e will fail in this place", "mei", "edited", "We will fail in this place"),
        ("We … will never stop asking for the names,", "ben", "another", "<ins>, I say,</ins>"),
        ("We … will never stop asking for the boats. They must stop the boats,", "mei", "differs", "<del>boats"),
        ("[They] … stop", "mei", "missing", "No passage of the"),
        ("We will fail in this place.\n\nWe … will never stop asking,", "mei", "edited", "<ins>, I say,</ins>"),
    ],
)
def test_what_a_quote_marks_as_changed_is_no_difference(client, hearing, quoted, said_by, outcome, shown):
    hearing.quotes.all().delete()
    make_quote(hearing=hearing, speaker=hearing.appearances.get(person__slug="mei"), text=quoted)
    turns(hearing, (said_by, SAID))
    publish(hearing)
    found, page = told(client, hearing)
    assert found == outcome
    assert shown in page
    assert "names,</del>" not in page
    if outcome == "edited":
        address = f"/q/{hearing.quotes.get().public_id}"
        told_to_machines = json.loads(ask(client, f"{address}.json").text)["in_transcript"]
        assert told_to_machines["outcome"] == "edited"
        assert "In the transcript, with marked changes." in ask(client, f"{address}.txt").text


@pytest.mark.parametrize("end", [",", ".", ",’", "…”", ";"])
def test_the_mark_at_the_end_of_a_quotation_is_never_shown_as_a_difference(client, hearing, end):
    hearing.quotes.all().delete()
    text = f"We will never fail in this place{end}"
    make_quote(hearing=hearing, speaker=hearing.appearances.get(person__slug="mei"), text=text)
    turns(hearing, ("mei", SAID))
    publish(hearing)
    found, page = told(client, hearing)
    assert found == "differs"
    assert "<del>never</del>" in page.replace("never </del>", "never</del>")
    assert page.count("<del>") == 1
    assert "<ins>" not in page


def test_what_was_called_different_before_is_judged_again(hearing):
    hearing.quotes.all().delete()
    make_quote(hearing=hearing, speaker=hearing.appearances.get(person__slug="mei"), text="We … will never stop asking")
    turns(hearing, ("mei", SAID))
    publish(hearing)
    now = Finding.objects.get()
    Finding.objects.update(outcome="differs", places=[[now.places[0][0], 0, 5]])
    import_module("hearings.migrations.0008_judge_marked_changes").judge_again(apps, None)
    again = Finding.objects.get()
    assert (again.outcome, again.places) == ("edited", now.places)


def test_the_outcome_of_marked_changes_can_be_taken_back_and_brought_in_again(transactional_db, hearing):
    hearing.quotes.all().delete()
    make_quote(hearing=hearing, speaker=hearing.appearances.get(person__slug="mei"), text="We … will never stop asking")
    turns(hearing, ("mei", SAID))
    publish(hearing)
    assert Finding.objects.get().outcome == "edited"
    call_command("migrate", "hearings", "0006", verbosity=0)
    call_command("migrate", verbosity=0)
    assert not Finding.objects.exists()


def test_written_text_in_an_oral_section_is_not_spoken(client, hearing):
    turns(hearing, ("mei", WORDS)).turns.update(kind="written")
    publish(hearing)
    assert told(client, hearing)[0] == "written"


def test_what_was_spoken_goes_before_the_written_statement(client, hearing):
    transcript = turns(hearing, ("mei", WORDS), ("mei", WORDS), kind="prepared_statement")
    oral = transcript.sections.get(number=1)
    transcript.turns.filter(number=2).update(section=oral)
    publish(hearing)
    assert told(client, hearing)[0] == "verbatim"


def test_an_editor_sees_who_said_it_before_the_quote_is_public(editor_client, hearing):
    transcript = turns(hearing, ("ben", WORDS))
    publish_hearing(hearing=hearing, by=None)
    publish_transcript(transcript=transcript, by=None)
    page = editor_client.get(at(hearing.quotes.get())).content.decode()
    assert "Said by another in the transcript; turn 1, said by Ben Sample." in page


def test_an_editor_sees_it_before_the_transcript_is_public_and_readers_do_not(client, editor_client, hearing):
    transcript = turns(hearing, ("ben", WORDS))
    quote = hearing.quotes.get()
    page = editor_client.get(at(quote)).content.decode()
    draft = "The transcript is a draft: readers are told once it is published."
    assert f"Said by another in the transcript; turn 1, said by Ben Sample. {draft}" in page
    publish_hearing(hearing=hearing, by=None, quotes=[quote])
    assert "in the transcript" not in ask(client, quote.get_absolute_url()).text
    assert not Finding.objects.exists()
    publish_transcript(transcript=transcript, by=None)
    page = editor_client.get(at(quote)).content.decode()
    assert "said by Ben Sample." in page
    assert draft not in page


@pytest.mark.parametrize("step", [withdraw, seal])
def test_a_transcript_that_is_gone_says_nothing_to_an_editor(editor_client, hearing, step):
    transcript = turns(hearing, ("ben", WORDS))
    publish_hearing(hearing=hearing, by=None)
    publish_transcript(transcript=transcript, by=None)
    step(record=reload(transcript), by=None, **({"sentence": "Not this hearing."} if step is withdraw else {}))
    assert "Said by another" not in editor_client.get(at(hearing.quotes.get())).content.decode()


def quote_of(transcript, slug, client):
    """The answer to the form in which words of the transcript are given to this person."""
    hearing = transcript.hearing
    speaker = hearing.appearances.get(person__slug=slug)
    url = f"{reverse('admin:hearings_quote_add')}?hearing={hearing.pk}"
    data = form_data(client.get(url), "quote_form")
    data |= {"text": WORDS, "speaker": str(speaker.pk), "source": str(transcript.source_id)}
    return client.post(url, data, follow=True)


@pytest.mark.parametrize(
    ("said_by", "refusal"),
    [
        ("ben", ["In turn 1 of the transcript Ben Sample said these words. Choose that speaker, or copy other words."]),
        (
            "",
            [
                "Turn 1, in which these words stand, is by somebody not identified: "
                "The label names nobody for certain. Say first in the turn whose words they are, "
                "then choose the speaker here."
            ],
        ),
    ],
)
def test_words_of_a_turn_are_given_to_nobody_else(editor_client, hearing, said_by, refusal):
    answer = quote_of(turns(hearing, (said_by, WORDS)), "mei", editor_client)
    assert errors(answer) == refusal
    assert WORDS in answer.content.decode()
    assert not Quote.objects.exclude(turn=None).exists()


def test_words_of_a_turn_are_given_to_its_speaker(editor_client, hearing):
    quote_of(turns(hearing, ("mei", WORDS)), "mei", editor_client)
    assert Quote.objects.exclude(turn=None).get().speaker.person.slug == "mei"


def test_a_quote_of_another_ones_turn_is_not_published(hearing):
    turn = turns(hearing, ("ben", WORDS)).turns.get()
    publish(hearing)
    start = turn.text.index(WORDS)
    place = {"turn": turn, "source": turn.transcript.source, "spans": [[start, start + len(WORDS)]]}
    quote = Quote.objects.create(hearing=hearing, text=WORDS, speaker=hearing.quotes.get().speaker, **place)
    with pytest.raises(NotReady, match="Ben Sample said these words"):
        publish_quote(quote=reload(quote), by=None)
    quote = reload(quote)
    quote.speaker = turn.speaker
    assert quote_problems(quote) == []


@pytest.mark.parametrize(("slug", "kind", "outcome"), [("ben", "oral", "another"), ("mei", "appendix", "written")])
def test_what_was_called_verbatim_before_is_judged_again(hearing, slug, kind, outcome):
    turns(hearing, (slug, WORDS), kind=kind)
    publish(hearing)
    Finding.objects.update(outcome="verbatim")
    import_module("hearings.migrations.0005_judge_findings_again").judge_again(apps, None)
    assert Finding.objects.get().outcome == outcome


def test_the_outcomes_can_be_taken_back_and_brought_in_again(transactional_db, hearing):
    turns(hearing, ("ben", WORDS))
    publish(hearing)
    assert Finding.objects.get().outcome == "another"
    call_command("migrate", "hearings", "0003", verbosity=0)
    call_command("migrate", verbosity=0)
    assert not Finding.objects.exists()


def test_machines_are_told_what_the_page_says_and_of_the_current_version_alone(client, hearing):
    transcript = turns(hearing, ("ben", WORDS))
    publish(hearing)
    quote, turn = hearing.quotes.get(), transcript.turns.get()
    for address in (f"/q/{quote.public_id}.json", f"/api/v1/quotes/{quote.public_id}"):
        told = json.loads(ask(client, address).text)["in_transcript"]
        assert (told["outcome"], told["says"]) == ("another", "Said by another in the transcript")
        assert [one["id"] for one in told["turns"]] == [turn.public_id]
    assert "Said by another in the transcript." in ask(client, f"/q/{quote.public_id}.txt").text
    [exported] = TABLES["quotes"]()
    assert exported["in_transcript"]["outcome"] == "another"
    quote.note = "A sample."
    correct(record=quote, reason="typo", sentence="A note was missing.", by=None)
    first = json.loads(ask(client, f"/q/{quote.public_id}/v1.json").text)
    assert first["in_transcript"] is None
    withdraw(record=reload(transcript), sentence="Not this hearing.", by=None)
    assert json.loads(ask(client, f"/q/{quote.public_id}.json").text)["in_transcript"] is None
