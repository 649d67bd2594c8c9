"""Transcripts: drafts nobody sees, turns with addresses and versions, pages, withdrawal and sealing."""

import gzip
import re

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.urls import reverse

from hearings.actions.corrections import correct, restore, seal, withdraw
from hearings.actions.publishing import change_slug, publish_quote, publish_transcript, unschedule
from hearings.actions.record import NotReady
from hearings.models import PublishedAddress, Quote, Section, SourceDocument, Turn, Version
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_source,
    make_transcript,
    publish,
    reload,
    tomorrow,
)
from tests.hearings.test_sealing import CANARY, rows_with

pytestmark = pytest.mark.django_db


def refused(write):
    with pytest.raises(IntegrityError, match="What was published is kept"), transaction.atomic():
        write()


def quote_of(turn, text, **fields):
    spans = [[turn.text.index(text), turn.text.index(text) + len(text)]]
    source = turn.transcript.source
    fields = {"speaker": turn.speaker, "source": source, "turn": turn, "text": text, "spans": spans} | fields
    return Quote.objects.create(hearing=turn.hearing, **fields)


def test_a_draft_transcript_of_a_public_hearing_is_not_there(client):
    hearing = publish(make_hearing())
    transcript = make_transcript(hearing=hearing)
    nothing = ask(client, "/hearings/no-such-hearing/transcript/")
    paths = [transcript.get_absolute_url(), transcript.turns.get().get_absolute_url()]
    paths.append(f"/transcripts/{transcript.public_id}/")
    assert [ask(client, path) for path in paths] == [nothing] * 3
    assert "Transcript</dt>" not in ask(client, hearing.get_absolute_url()).text


def test_publishing_makes_every_turn_public_with_a_version_and_an_address(client):
    transcript = make_public_transcript("First words.", "Second words.")
    page = ask(client, transcript.get_absolute_url()).text
    assert page.index("First words.") < page.index("Second words.")
    for turn in transcript.turns.all():
        assert f'id="t-{turn.public_id}"' in page
        for path in (turn.get_absolute_url(), f"{turn.get_absolute_url()}v1/", f"{turn.get_absolute_url()}history/"):
            assert ask(client, path).status == 200
            assert PublishedAddress.objects.filter(path=path).exists()
    assert "Official transcript" in page
    assert transcript.get_absolute_url() in ask(client, transcript.hearing.get_absolute_url()).text


def test_a_transcript_waits_for_its_hearing():
    with pytest.raises(NotReady, match="Its hearing is draft"):
        publish_transcript(transcript=make_transcript(), by=None)


def test_a_turn_leads_to_its_page_of_the_transcript_for_ever(client):
    transcript = make_public_transcript(*(f"Words {number}." for number in range(601)))
    for number in (1, 300, 301, 601):
        turn = transcript.turns.get(number=number)
        link = f"{transcript.get_absolute_url()}?turn={turn.public_id}#t-{turn.public_id}"
        assert f'href="{link}"' in ask(client, turn.get_absolute_url()).text
        page = ask(client, link.split("#")[0]).text
        assert f'id="t-{turn.public_id}"' in page
        assert "turn=" not in page[page.index('class="pages"') :].split("</nav>")[0]
    moved = transcript.turns.get(number=300)
    transcript.turns.filter(number__gte=300).update(number=F("number") + 1)
    transcript.turns.filter(number=602).update(number=300)
    assert f'id="t-{moved.public_id}"' in ask(client, f"{transcript.get_absolute_url()}?turn={moved.public_id}").text
    assert ask(client, f"{transcript.get_absolute_url()}?turn={make_public_transcript().public_id}").status == 404
    by_id = ask(client, f"{reverse('hearings:transcript_by_id', args=[transcript.public_id])}?turn={moved.public_id}")
    assert by_id.location == f"{transcript.get_absolute_url()}?turn={moved.public_id}"


def test_the_lists_lead_to_speakers_and_sections_on_other_pages(client):
    transcript = make_transcript(*(f"Words {number}." for number in range(320)), title="Panel one")
    late = make_appearance(hearing=transcript.hearing, person=make_person(given_name="Late"))
    part = Section.objects.create(transcript=transcript, number=2, title="Panel two")
    transcript.turns.filter(number__gt=310).update(section=part, speaker=late)
    publish(transcript.hearing)
    page = ask(client, transcript.get_absolute_url()).text
    first = transcript.turns.get(number=311)
    link = f"?turn={first.public_id}#t-{first.public_id}"
    assert f'<a href="{link}">Panel two</a>' in page
    assert re.search(rf'<a href="{re.escape(link)}">Late [^<]*</a> \(10 turns\)', page)


def test_whoever_is_not_identified_stands_in_the_list_of_speakers_by_the_label(client):
    transcript = make_transcript(*(f"Words {number}." for number in range(8)))
    nobody = {"speaker": None, "unresolved": "The label names nobody for certain."}
    transcript.turns.filter(number=1).update(label="A Voice.", **nobody)
    transcript.turns.filter(number=4).update(label="A Voice [continuing].", **nobody)
    transcript.turns.filter(number=5).update(label="", **nobody)
    transcript.turns.filter(number=6).update(kind="direction", label="", speaker=None)
    publish(transcript.hearing)
    page = ask(client, transcript.get_absolute_url()).text
    voice, blank = (transcript.turns.get(number=number) for number in (1, 5))
    assert f'#t-{voice.public_id}">A Voice</a> (not identified, 2 turns)' in page
    assert f'#t-{blank.public_id}">Not named</a> (not identified, 1 turn)' in page
    speakers = page[page.index('id="speakers"') : page.index("</nav>", page.index('id="speakers"'))]
    assert speakers.index("(4 turns)") < speakers.index("A Voice") < speakers.index("Not named")
    assert speakers.count("</li>") == 3
    own = ask(client, voice.get_absolute_url()).text
    assert f"<h1>A Voice, {transcript.hearing.date_words}</h1>" in own
    assert "printed as “A Voice.”" in own


def test_the_words_of_a_public_turn_change_only_by_a_correction(client):
    turn = make_public_transcript("The wrods.").turns.get()
    for field in ("text", "label", "unresolved", "kind"):
        refused(lambda field=field: Turn.objects.update(**{field: "direction"}))
    refused(lambda: Turn.objects.update(footnotes=[{"mark": "1", "at": None, "text": "Not there."}]))
    refused(lambda: Section.objects.update(title="Changed"))
    turn.text = "The words."
    correct(record=turn, reason="typo", sentence="A word was misspelt.", by=None)
    assert "The words." in ask(client, turn.get_absolute_url()).text
    assert "The wrods." in ask(client, f"{turn.get_absolute_url()}v1/").text
    assert "A word was misspelt." in ask(client, "/corrections/").text
    assert "A word was misspelt." in ask(client, turn.hearing.get_absolute_url()).text


def test_a_turn_is_not_published_by_itself():
    transcript = make_transcript()
    publish(make_hearing())
    with pytest.raises(NotReady):
        correct(record=transcript.turns.get(), reason="typo", sentence="No.", by=None)


def test_a_scheduled_transcript_is_taken_back_with_its_turns(client):
    transcript = make_transcript("One.", "Two.")
    publish(transcript.hearing, at=tomorrow())
    assert ask(client, transcript.turns.first().get_absolute_url()).status == 404
    unschedule(record=reload(transcript.hearing), by=None)
    assert set(transcript.turns.values_list("state", "current", "published_at")) == {("draft", None, None)}
    assert not Version.objects.exists()
    assert not PublishedAddress.objects.exists()


def test_a_withdrawn_transcript_stays_readable_and_another_may_follow(client):
    transcript = make_public_transcript("Words.")
    turn = transcript.turns.get()
    withdraw(record=transcript, sentence="It was another hearing.", by=None)
    for path in (transcript.get_absolute_url(), turn.get_absolute_url()):
        page = ask(client, path).text
        assert "Words." in page
        assert "noindex" in page
        assert "withdrawn" in page
    following = make_public_transcript("Other words.", hearing=reload(transcript.hearing))
    assert "Other words." in ask(client, following.get_absolute_url()).text
    assert "Words." in ask(client, f"/transcripts/{transcript.public_id}/").text
    with pytest.raises(NotReady, match="another transcript"):
        restore(record=reload(transcript), sentence="It was right.", by=None)


def test_the_transcript_moves_with_the_address_of_its_hearing(client):
    transcript = make_public_transcript()
    old = transcript.get_absolute_url()
    change_slug(hearing=reload(transcript.hearing), slug="moved", by=None)
    assert ask(client, old).location == "/hearings/moved/transcript/"
    assert PublishedAddress.objects.filter(path="/hearings/moved/transcript/").exists()


@pytest.mark.parametrize("whole", [False, True])
def test_a_sealed_transcript_is_gone_everywhere(client, whole):
    person = make_person()
    speaker = make_appearance(person=person, hearing=make_hearing(title="Neutral"))
    transcript = make_public_transcript(
        f"First {CANARY}.", f"Second {CANARY}.", speaker=speaker, title=CANARY, note=CANARY
    )
    turn = transcript.turns.first()
    turn.text = f"Corrected {CANARY}."
    correct(record=turn, reason="typo", sentence=f"Sentence {CANARY}", by=None)
    quote = quote_of(reload(turn), f"Corrected {CANARY}")
    publish_quote_of(quote)
    paths = [transcript.get_absolute_url(), turn.get_absolute_url(), f"{turn.get_absolute_url()}v1/"]
    paths += [
        quote.get_absolute_url(),
        turn.corrections.get().get_absolute_url(),
        f"/transcripts/{transcript.public_id}/",
    ]
    seal(record=reload(transcript.hearing if whole else transcript), by=None)
    assert rows_with(CANARY) == []
    assert {ask(client, path).status for path in paths} == {410}
    assert all("This was sealed" in ask(client, path).text for path in paths)


def publish_quote_of(quote):
    publish_quote(quote=quote, by=None)


def test_sealing_a_quote_seals_its_turn_and_leaves_the_others(client):
    transcript = make_public_transcript(f"First {CANARY}.", "Second words.")
    quote = quote_of(transcript.turns.first(), CANARY)
    publish_quote_of(quote)
    seal(record=reload(quote), by=None)
    assert rows_with(CANARY) == []
    assert "Second words." in ask(client, transcript.get_absolute_url()).text


def test_the_label_of_a_protected_person_is_not_shown(client):
    speaker = make_appearance(person=make_person(given_name="Chosen", family_name="Name", protected=True))
    transcript = make_public_transcript("Words.", speaker=speaker)
    for path in (transcript.get_absolute_url(), transcript.turns.get().get_absolute_url()):
        page = ask(client, path).text
        assert "Ms. Sample." not in page
        assert "Chosen Name" in page


def test_a_turn_of_nobody_says_why():
    turn = make_transcript().turns.get()
    turn.speaker = None
    with pytest.raises(IntegrityError), transaction.atomic():
        turn.save()


def test_a_hearing_has_one_open_transcript():
    transcript = make_transcript()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_transcript(hearing=transcript.hearing)


@pytest.mark.parametrize(
    ("quoted", "outcome"),
    [
        ("the  lamps were out--all of them,", "verbatim"),
        ("the lamps were broken, all of them that night", "differs"),
        ("nothing of the kind was ever said there", "missing"),
    ],
)
def test_the_page_of_a_quote_says_how_it_stands_in_the_transcript(client, quoted, outcome):
    hearing = make_hearing()
    speaker = make_appearance(hearing=hearing)
    quote = make_quote(hearing=hearing, speaker=speaker, text=quoted)
    make_transcript("I saw that the lamps were out — all of them. That night.", hearing=hearing, speaker=speaker)
    publish(hearing)
    finding = reload(quote).finding
    assert finding.outcome == outcome
    assert finding.get_outcome_display() in ask(client, hearing.get_absolute_url()).text
    page = ask(client, quote.get_absolute_url()).text
    assert finding.get_outcome_display() in page
    assert ("<del>broken" in page) == (outcome == "differs")
    turn = hearing.transcripts.get().turns.get()
    assert (turn.get_absolute_url() in page) == (outcome != "missing")
    assert reload(quote).turn is None


def test_the_status_follows_corrections_and_withdrawal(client):
    hearing = make_hearing()
    quote = make_quote(hearing=hearing, text="the lamps were out that night")
    transcript = make_transcript("We saw the lamps were not out that night.", hearing=hearing, speaker=quote.speaker)
    publish(hearing)
    assert reload(quote).finding.outcome == "differs"
    turn = transcript.turns.get()
    turn.text = "We saw the lamps were out that night."
    correct(record=turn, reason="typo", sentence="A word too many.", by=None)
    assert reload(quote).finding.outcome == "verbatim"
    withdraw(record=reload(transcript), sentence="Not this hearing.", by=None)
    assert "Verbatim" not in ask(client, quote.get_absolute_url()).text


def test_a_quote_of_a_turn_is_anchored_in_its_version(client):
    turn = make_public_transcript("We saw the lamps that night.").turns.get()
    quote = quote_of(turn, "saw the lamps")
    publish_quote_of(quote)
    content = reload(quote).current.content
    assert content["turn"] == {"id": turn.public_id, "version": 1}
    assert content["selectors"] == [{"start": 3, "end": 16}]
    assert turn.get_absolute_url() in ask(client, quote.get_absolute_url()).text
    assert quote.get_absolute_url() in ask(client, turn.get_absolute_url()).text
    refused(lambda: Quote.objects.filter(pk=quote.pk).update(turn=None))


def test_a_quote_of_a_draft_turn_waits_for_its_transcript():
    hearing = publish(make_hearing())
    quote = quote_of(make_transcript("Words.", hearing=hearing).turns.get(), "Words")
    with pytest.raises(NotReady, match="Publish the transcript first"):
        publish_quote_of(quote)


def test_a_page_of_200_turns_weighs_at_most_60_kilobytes(client):
    words = "Some words that differ {0} from turn {1} to turn, as people speak {2} them, at a length that is usual. "
    texts = [" ".join(words.format(n * 7, n, n * n) for _ in range(4)) for n in range(200)]
    transcript = make_public_transcript(*texts)
    assert len(gzip.compress(ask(client, transcript.get_absolute_url()).body)) < 60_000


def test_the_addresses_by_id_lead_to_the_transcript(client):
    transcript = make_public_transcript()
    assert ask(client, reverse("hearings:transcript_by_id", args=[transcript.public_id])).location.endswith(
        "/transcript/"
    )
    assert ask(client, f"/transcripts/{transcript.public_id}/v1/").status == 200
    assert ask(client, f"/transcripts/{transcript.public_id}/history/").status == 200


def test_a_public_hearing_names_no_source_of_a_draft(client):
    """What an editor uploads is nobody's to read before somebody publishes it."""
    hearing = make_public_quote().hearing
    transcript = make_transcript("Words.", hearing=hearing)
    SourceDocument.objects.filter(pk=transcript.source_id).update(title="A secret title")
    make_source(hearing=hearing, title="Another secret title")
    page = client.get(hearing.get_absolute_url()).content.decode()
    assert "secret title" not in page
    assert hearing.sources.get(quotes__isnull=False).sha256 in page
    publish_transcript(transcript=transcript, by=None)
    page = client.get(hearing.get_absolute_url()).content.decode()
    assert "A secret title" in page
    assert "Another secret title" not in page
