"""What an edition changes is told as what it is: headings, speakers, words, additions, withdrawals and moved turns."""

import pytest

from hearings.actions.record import NotReady
from hearings.actions.settling import settle
from hearings.importing.load_transcript import take_in
from hearings.importing.settling import settlement_of
from hearings.importing.transcripts.reading import Section, TranscriptReading, Turn
from hearings.models import Correction
from tests.admin_forms import at
from tests.crawling import ask
from tests.factories import publish, reload
from tests.hearings.test_transcript_import import quote_in
from tests.lamps import imported, make_lamps, markdown, public, settle_by_hand

pytestmark = pytest.mark.django_db
OPENING = ("Alba Sample", "We open the hearing on lamps.")
NIGHT = ("Bert Specimen", "The lamps were out that night, all of them.")
SEEN = ("Mr. Nobody", "I saw it as well.")


@pytest.fixture
def hearing(db):
    return make_lamps()


def waiting(transcript, *turns):
    imported(transcript.hearing, markdown(*turns))
    return transcript.editions.exclude(waiting={}).get()


def headed(hearing, heading, *, data, second_from=3, kind="speech"):
    """Take in a transcript of three turns: the first under a heading, the last ones under another."""
    turns = tuple(Turn(n, 10 * n, "Alba Sample", "Alba Sample", f"Words of turn {n}.") for n in (1, 2, 3))
    sections = (
        Section(1, "oral", heading, 5, from_turn=1),
        Section(1, "oral", "QUESTIONS", 10 * second_from - 2, from_turn=second_from),
    )
    reading = TranscriptReading(kind="transcript", turns=turns, sections=sections)
    [taken] = take_in(data=data, hearing=hearing, by=None, accuracy="official", reading=reading)
    return taken


def page_of(client, transcript):
    return " ".join(client.get(at(transcript, "edition")).content.decode().split())


def test_a_changed_heading_waits_and_is_shown_before_it_is_public(hearing, editor_client, client):
    transcript = headed(hearing, "STATEMENT OF ALBA SAMPLE, CHAIRMAN", data=b"first").transcript
    publish(hearing)
    said = headed(hearing, "STATEMENT OF ALBA SAMPLE, CHAIR", data=b"second").sentence
    assert "waits. Turns that are the same and keep their addresses: 3;" in said
    assert said.endswith("Under another heading: 2.")
    assert "CHAIRMAN" in ask(client, transcript.get_absolute_url()).text
    page = page_of(editor_client, transcript)
    assert (
        "Turns 1 to 2 of the record stand under: <del>Spoken at the hearing: STATEMENT OF ALBA SAMPLE, CHAIRMAN" in page
    )
    refused = settle_by_hand(editor_client, transcript, sentence="Her office is “Chair”.")
    assert "Choose what kind of correction it is." in refused.content.decode()
    settle_by_hand(editor_client, transcript, sentence="Her office is “Chair”.", reason="factual")
    correction = transcript.corrections.get()
    assert (correction.reason, correction.sentence) == ("factual", "Her office is “Chair”.")
    titles = [one["title"] for one in reload(transcript).current.content["sections"]]
    assert titles == ["STATEMENT OF ALBA SAMPLE, CHAIR", "QUESTIONS"]
    shown = ask(client, correction.get_absolute_url()).text
    assert "<del>CHAIRMAN</del><ins>CHAIR</ins>" in shown
    assert not Correction.objects.exclude(turn=None).exists()


def test_a_turn_under_another_heading_waits_too(hearing, editor_client):
    transcript = headed(hearing, "OPENING", data=b"first").transcript
    publish(hearing)
    headed(hearing, "OPENING", data=b"second", second_from=2)
    page = page_of(editor_client, transcript)
    assert "Turn 2 of the record stands under: <del>Spoken at the hearing: OPENING</del> <ins>" in page
    edition = transcript.editions.exclude(waiting={}).get()
    with pytest.raises(NotReady, match="write the public sentence"):
        settle(edition=edition, settlement=settlement_of(edition), by=None)


def test_the_same_headings_and_words_wait_for_nobody(hearing):
    headed(hearing, "OPENING", data=b"first")
    publish(hearing)
    assert "nothing of its words changed" in headed(hearing, "OPENING", data=b"second").sentence


def test_words_that_became_a_written_part_wait_with_that_difference(hearing, editor_client):
    transcript = imported(hearing).transcript
    transcript.turns.filter(number=2).update(kind="written")
    publish(hearing)
    waiting(transcript, OPENING, NIGHT, SEEN, ("Alba Sample", "Thank you."))
    assert "What it is: <del>Written text</del> <ins>Speech</ins>" in page_of(editor_client, transcript)


def test_each_change_gets_the_kind_of_correction_that_is_true_of_it(hearing):
    transcript = public(hearing)
    first, second, third = transcript.turns.all()
    quote = quote_in(second, "lamps were out")
    edition = waiting(
        transcript,
        ("Alba Sample", "We now open the hearing on lamps."),
        ("Alba Sample", NIGHT[1]),
        ("Bert Specimen", "Something else entirely, my friends."),
    )
    choices = {0: 0, 1: 1, 2: None}
    settle(edition=edition, settlement=settlement_of(edition, choices, reason="typo", sentence="Misheard."), by=None)
    assert [one.corrections.get().reason for one in (first, second, third)] == ["typo", "misattribution", "withdrawal"]
    assert quote.corrections.get().reason == "misattribution"
    assert not transcript.turns.get(number=3, state="published").corrections.exists()


@pytest.mark.parametrize(
    ("turns", "choices", "reason"),
    [
        ([OPENING, ("Alba Sample", NIGHT[1]), SEEN], {1: 1}, "misattribution"),
        ([OPENING, NIGHT, SEEN, ("Alba Sample", "Thank you.")], {3: None}, "addition"),
        ([OPENING, NIGHT], {}, "factual"),
        ([NIGHT, OPENING, SEEN], {0: 1}, "factual"),
    ],
)
def test_where_no_words_change_nobody_is_asked_of_what_kind_that_is(hearing, turns, choices, reason):
    transcript = public(hearing)
    edition = waiting(transcript, *turns)
    settlement = settlement_of(edition, choices, reason="", sentence="It was so.")
    settle(edition=edition, settlement=settlement, by=None)
    assert transcript.corrections.get().reason == reason
    told = set(Correction.objects.exclude(turn=None).values_list("reason", flat=True))
    assert told <= {"misattribution", "withdrawal"}


@pytest.mark.parametrize("reason", ["", "misattribution", "withdrawal"])
def test_changed_words_are_called_what_words_can_be(hearing, editor_client, reason):
    transcript = public(hearing)
    edition = waiting(transcript, OPENING, NIGHT, ("Mr. Nobody", "I saw it too."))
    settlement = settlement_of(edition, {2: 2}, reason=reason, sentence="Misheard.")
    with pytest.raises(NotReady, match="Choose what kind of correction it is"):
        settle(edition=edition, settlement=settlement, by=None)
    assert '<option value="misattribution">' not in page_of(editor_client, transcript)


def test_a_moved_turn_says_from_where_to_where(hearing, editor_client):
    transcript = public(hearing)
    edition = waiting(transcript, NIGHT, OPENING, SEEN)
    page = page_of(editor_client, transcript)
    told = (
        "in the record it is turn 2, behind “We open the hearing on lamps.”; in this edition it is turn 1, the first of"
    )
    assert f"It moved: {told} all." in page
    assert "Turn 2, moved</option>" in page
    with pytest.raises(NotReady, match="write the public sentence"):
        settle(edition=edition, settlement=settlement_of(edition, {0: 1}), by=None)


def test_a_label_that_an_editor_identified_stays_identified(hearing, editor_client):
    transcript = imported(hearing, markdown(OPENING, SEEN, ("Voice", "Louder."))).transcript
    bert = hearing.appearances.get(person__given_name="Bert")
    transcript.turns.filter(number__gt=1).update(speaker=bert, unresolved="")
    publish(hearing)
    new = [("Mr. Nobody", "And nobody else did."), ("Voice", "Much louder, please.")]
    waiting(transcript, OPENING, SEEN, ("Voice", "Louder."), *new)
    page = page_of(editor_client, transcript)
    assert page.count("That is who speaks in every turn of the record under this label.") == 1
    settle_by_hand(editor_client, transcript, turn_3="new", turn_4="new", sentence="Left out before.")
    fourth, fifth = transcript.turns.filter(number__gt=3)
    assert (fourth.speaker, fourth.unresolved, fifth.speaker) == (bert, "", None)


def test_a_label_of_several_people_identifies_nobody(hearing):
    transcript = imported(hearing, markdown(SEEN, ("Mr. Nobody", "So did I."))).transcript
    transcript.turns.filter(number=1).update(speaker=hearing.appearances.first(), unresolved="")
    edition = waiting(transcript, SEEN, ("Mr. Nobody", "So did I."), ("Mr. Nobody", "Me too, in fact."))
    settle(edition=edition, settlement=settlement_of(edition, {2: None}), by=None)
    assert transcript.turns.get(number=3).speaker is None
