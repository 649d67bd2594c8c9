"""Settling an edition: what it is and says is shown before, nothing of it is taken over unseen, a wrong one goes."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from hearings.actions.corrections import correct
from hearings.actions.publishing import publish_hearing, publish_quote
from hearings.actions.record import NotReady
from hearings.actions.settling import settle, stamp_of
from hearings.importing.load_transcript import HowMade, take_in
from hearings.importing.settling import settlement_of
from hearings.models import Edition, HistoryEntry, SourceDocument, Transcript
from tests.admin_forms import at, errors, form_data, save
from tests.crawling import ask
from tests.factories import make_body, make_hearing, make_quote, make_user, reload, reword
from tests.hearings.test_transcript_import import quote_in, sittings
from tests.lamps import FIRST, SECOND, imported, make_lamps, markdown, public, settle_by_hand

pytestmark = pytest.mark.django_db
CAPTIONS = b"WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Alba Sample>We open the hearing on lamps.\n"
OFFICIAL, MACHINE = "As its publisher printed it.", "A machine wrote it down"


@pytest.fixture
def hearing(db):
    return make_lamps()


@pytest.fixture
def transcript(hearing):
    return public(hearing)


def upload(client, hearing, data, name="lamps.md", **fields):
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    answer = client.post(add, {"file": SimpleUploadedFile(name, data), "accuracy": "", **fields}, follow=True)
    return answer.content.decode()


def second_edition(transcript, data=SECOND, **options):
    return imported(transcript.hearing, data, **options).transcript.editions.exclude(waiting={}).get()


def answers(transcript, **changes):
    """How the second edition is settled."""
    second = transcript.turns.get(text__startswith="The lamps").pk
    return {"turn_1": second, "turn_2": "new", "reason": "typo", "sentence": "Misheard."} | changes


def test_an_edition_brings_along_how_it_was_made_and_says_so_before(transcript, editor_client, client):
    said = upload(editor_client, transcript.hearing, SECOND, accuracy="captions")
    assert "(Machine captions; the record has: Official transcript) waits" in said
    page = editor_client.get(at(transcript, "edition")).content.decode()
    assert (
        page.index("Readers are told now") < page.index(OFFICIAL) < page.index("they are told:") < page.index(MACHINE)
    )
    assert reload(transcript).accuracy == "official"
    settle_by_hand(editor_client, transcript, **answers(transcript))
    page = ask(client, transcript.get_absolute_url()).text
    assert MACHINE in page
    assert OFFICIAL not in page
    assert reload(transcript).current.content["accuracy"] == "Machine captions"
    assert "<ins>Machine</ins>" in page


def test_the_same_words_made_otherwise_wait_for_the_public_sentence(transcript, editor_client):
    again = FIRST + b"\n"
    upload(editor_client, transcript.hearing, again, accuracy="captions")
    assert transcript.editions.exclude(waiting={}).exists()
    refused = settle_by_hand(editor_client, transcript, reason="factual", sentence=" ")
    assert "This field is required." in refused.content.decode()
    assert reload(transcript).accuracy == "official"
    settle_by_hand(editor_client, transcript, reason="factual", sentence="It is of captions.")
    assert reload(transcript).accuracy == "captions"
    assert transcript.corrections.get().sentence == "It is of captions."


def test_a_draft_takes_over_how_its_edition_was_made(hearing, editor_client):
    transcript = imported(hearing, accuracy="captions").transcript
    second_edition(transcript)
    settle_by_hand(editor_client, transcript, turn_1=transcript.turns.get(number=2).pk, turn_2="new")
    assert reload(transcript).accuracy == "official"


def test_captions_are_nobodys_print(hearing, editor_client, tmp_path, capsys):
    page = upload(editor_client, hearing, CAPTIONS, "lamps.vtt", accuracy="official")
    assert "The file holds captions, and no publisher printed them" in page
    (tmp_path / "lamps.vtt").write_bytes(CAPTIONS)
    with pytest.raises(SystemExit, match="1"):
        call_command("import_transcript", str(tmp_path / "lamps.vtt"), hearing="lamps", accuracy="official")
    assert "Add --accuracy captions or --accuracy corrected." in capsys.readouterr().err
    assert not SourceDocument.objects.exists()
    upload(editor_client, hearing, CAPTIONS, "lamps.vtt", accuracy="captions")
    transcript = Transcript.objects.get()
    answer = save(editor_client, at(transcript), "transcript_form", accuracy="official")
    assert "The file holds captions" in " ".join(errors(answer))
    Transcript.objects.update(accuracy="official")
    publish_hearing(hearing=hearing, by=None)
    answer = editor_client.post(at(transcript, "publish"), follow=True).content.decode()
    assert "The file holds captions" in answer
    assert reload(transcript).state == "draft"


def test_an_edition_that_does_not_show_how_it_was_made_asks_too(transcript):
    with pytest.raises(HowMade, match="does not show how"):
        imported(transcript.hearing, SECOND, accuracy="")


RELABELLED = markdown(
    ("Alba Sample", "We open the hearing on lamps."),
    ("Alba Sample", "The lamps were out that night, all of them."),
    ("Mr. Other", "I saw it as well."),
)


def test_an_edition_that_corrects_who_spoke_gives_the_turn_that_speaker(transcript, editor_client, client):
    second, third = transcript.turns.filter(number__gt=1)
    quote = quote_in(second, "lamps were out")
    second_edition(transcript, RELABELLED)
    page = " ".join(editor_client.get(at(transcript, "edition")).content.decode().split())
    assert "Label: <del>Bert Specimen</del> <ins>Alba Sample</ins>" in page
    assert "Who speaks: <del>Bert Specimen</del> <ins>Alba Sample</ins>" in page
    assert "The words are the same: The lamps were out that night, all of them." in page
    settle_by_hand(editor_client, transcript, turn_1=second.pk, turn_2=third.pk, sentence="It was Alba.")
    assert reload(second).speaker.person.given_name == "Alba"
    assert reload(second).current.speaker_name == "Alba Sample"
    assert reload(third).unresolved
    assert reload(quote).speaker == reload(second).speaker
    assert "It was Alba." in ask(client, quote.get_absolute_url()).text


def test_a_speaker_named_by_hand_stays_where_the_label_does(hearing, editor_client):
    transcript = imported(hearing).transcript
    third = transcript.turns.get(number=3)
    third.speaker, third.unresolved = hearing.appearances.first(), ""
    third.save()
    second_edition(transcript, FIRST.replace(b"I saw it as well.", b"I saw it too."))
    settle_by_hand(editor_client, transcript, turn_2=third.pk)
    assert reload(third).text == "I saw it too."
    assert reload(third).speaker == hearing.appearances.first()


def test_an_edition_that_nobody_looked_at_is_not_settled(transcript, editor_client, client):
    quote = quote_in(transcript.turns.get(number=2), "all of them")
    first = second_edition(transcript)
    stale = form_data(editor_client.get(at(transcript, "edition")), "edition_form")
    typed = {"turn-1": str(quote.turn_id), "turn-2": "new", "reason": "typo", "sentence": "Heard <anew>."}
    editor_client.post(at(transcript, "discard"), {f"discard-{first.pk}": "on"})
    gone = editor_client.post(at(transcript, "edition"), stale | typed)
    assert gone.status_code == 409
    assert "settled or discarded meanwhile" in gone.content.decode()
    assert "Heard &lt;anew&gt;." in gone.content.decode()
    unseen = second_edition(transcript, markdown(("Alba Sample", "We open the hearing on lamps."), ("X", "Unseen.")))
    page = editor_client.post(at(transcript, "edition"), stale | typed).content.decode()
    assert "and another one waits" in page
    assert "Heard &lt;anew&gt;.</textarea>" in page
    assert reload(unseen).waiting
    assert "Unseen." not in ask(client, transcript.get_absolute_url()).text
    again = form_data(editor_client.post(at(transcript, "edition"), stale | typed), "edition_form")
    assert again["turn-1"] == [""]
    assert again["sentence"] == ["Heard <anew>."]


def test_what_was_typed_for_a_quote_is_kept_where_the_edition_is_another(transcript, editor_client):
    quote = quote_in(transcript.turns.get(number=2), "all of them")
    first = second_edition(transcript)
    stale = form_data(editor_client.get(at(transcript, "edition")), "edition_form")
    editor_client.post(at(transcript, "discard"), {f"discard-{first.pk}": "on"})
    second_edition(transcript, FIRST.replace(b"We open", b"We now open"))
    page = editor_client.post(at(transcript, "edition"), stale | {f"quote-{quote.pk}": "not all"}).content.decode()
    assert "What you typed and has no field here any more:" in page
    assert "<dd>not all</dd>" in page


def test_a_turn_changed_meanwhile_is_looked_at_once_more(hearing, editor_client):
    transcript = imported(hearing).transcript
    second_edition(transcript)
    second = transcript.turns.get(number=2)
    stale = form_data(editor_client.get(at(transcript, "edition")), "edition_form")
    choice = {"turn-1": str(second.pk), "turn-2": "new"}
    second.text, second.revision = "The lamps were on that night.", second.revision + 1
    second.save()
    page = editor_client.post(at(transcript, "edition"), stale | choice)
    assert "were changed while you were looking" in page.content.decode()
    assert reload(second).text == "The lamps were on that night."
    kept = form_data(page, "edition_form")
    assert kept["turn-1"] == [str(second.pk)]
    editor_client.post(at(transcript, "edition"), kept)
    assert "not out" in reload(second).text


def test_a_wrong_edition_is_discarded_with_its_bytes_and_can_come_again(transcript, client):
    client.force_login(make_user(publisher=False))
    edition = second_edition(transcript)
    page = client.get(at(transcript)).content.decode()
    assert "Settle the new edition" not in page
    assert "a publisher settles it" in page
    assert at(transcript, "discard") in page
    sha256 = edition.source.sha256
    asked = client.post(at(transcript, "discard"), {"discard-0": "on"})
    assert "Tick this to discard the edition, or cancel." in asked.content.decode()
    client.post(at(transcript, "discard"), {f"discard-{edition.pk}": "on"})
    assert not SourceDocument.objects.filter(sha256=sha256).exists()
    assert transcript.editions.get().source == transcript.source
    assert sha256 in HistoryEntry.objects.get(action="edition discarded").note
    assert transcript.turns.filter(state="published").count() == 3
    assert second_edition(transcript).source.sha256 == sha256


def test_the_file_of_a_discarded_edition_stays_for_the_other_day_in_it(hearing, editor_client):
    body = make_body()
    hearing.bodies.set([body])
    make_hearing(bodies=[body], date=datetime.date(2023, 6, 14))
    imported(hearing)
    [taken, _] = take_in(data=b"volume", hearing=hearing, by=None, accuracy="official", reading=sittings())
    edition = taken.transcript.editions.exclude(waiting={}).get()
    editor_client.post(at(taken.transcript, "discard"), {f"discard-{edition.pk}": "on"})
    assert not Edition.objects.filter(pk=edition.pk).exists()
    assert bytes(SourceDocument.objects.get(pk=edition.source_id).original) == b"volume"


def test_the_kind_of_a_correction_is_chosen_by_nobody_in_advance(transcript, editor_client):
    second_edition(transcript)
    changes = answers(transcript)
    del changes["reason"]
    page = settle_by_hand(editor_client, transcript, **changes).content.decode()
    assert "Choose what kind of correction it is." in page
    assert "Misheard.</textarea>" in page
    assert not transcript.corrections.exists()


def test_a_refusal_names_the_published_words_of_a_quote_and_what_was_written(transcript, editor_client):
    quote = quote_in(transcript.turns.get(number=2), "lamps were out")
    second_edition(transcript)
    changes = answers(transcript, **{f"quote_{quote.pk}": "lamps were never lit"})
    page = settle_by_hand(editor_client, transcript, **changes).content.decode()
    assert (
        "“lamps were never lit”, which you wrote for the published quote “lamps were out”, is not in its turn" in page
    )


def test_a_turn_that_was_moved_and_edited_is_proposed_with_its_difference(transcript, editor_client):
    second = transcript.turns.get(number=2)
    turns = [
        ("Bert Specimen", "The lamps were not out that night, not all of them."),
        ("Alba Sample", "We open the hearing on lamps."),
        ("Mr. Nobody", "I saw it as well."),
    ]
    second_edition(transcript, markdown(*turns))
    page = editor_client.get(at(transcript, "edition")).content.decode()
    assert "Like turn 2 of the record" in page
    assert "<ins>not " in page
    settle_by_hand(editor_client, transcript, turn_0=second.pk, reason="typo", sentence="Misheard, and misplaced.")
    assert transcript.turns.first() == second
    assert "not out" in reload(second).text


def test_the_first_page_shows_what_of_transcripts_waits(transcript, editor_client):
    speaker = transcript.turns.get(number=2).speaker
    quote = make_quote(hearing=transcript.hearing, speaker=speaker, text="The lamps were out")
    publish_quote(quote=quote, by=None)
    first = reverse("admin:index")
    assert "Transcripts that wait" not in editor_client.get(first).content.decode()
    second_edition(transcript)
    page = editor_client.get(first).content.decode()
    assert f'<a href="{at(transcript, "edition")}">Settle its new edition</a>' in page
    assert "no longer stand in the transcript" not in page
    settle_by_hand(editor_client, transcript, **answers(transcript))
    page = editor_client.get(first).content.decode()
    assert "Transcripts that wait" not in page
    told = page[page.index("no longer stand in the transcript") :]
    assert at(quote) in told
    assert "Differs from the transcript" in told
    reword(quote, "lamps were")
    assert "no longer stand in the transcript" not in editor_client.get(first).content.decode()


def test_the_first_page_shows_transcripts_in_review(hearing, editor_client):
    transcript = imported(hearing).transcript
    editor_client.post(at(transcript, "submit"))
    assert reload(transcript).state == "in_review"
    page = editor_client.get(reverse("admin:index")).content.decode()
    assert f"Official transcript of “{hearing.title}”</a></th><td>Review it" in page


def test_a_quote_whose_turn_was_corrected_alone_is_told_too(transcript, editor_client):
    quote = quote_in(transcript.turns.get(number=2), "lamps were out")
    turn = transcript.turns.get(number=2)
    turn.text = "The lamps were on that night."
    correct(record=turn, reason="typo", sentence="Misheard.", by=None)
    assert at(quote) in editor_client.get(reverse("admin:index")).content.decode()


def test_words_changed_at_the_last_moment_settle_nothing(transcript):
    edition = second_edition(transcript)
    second = transcript.turns.get(number=2)
    seen = settlement_of(edition, {1: 1, 2: None}, sentence="Misheard.", stamp=stamp_of(edition))
    second.text = "The lamps were on that night."
    correct(record=second, reason="typo", sentence="Misheard before.", by=None)
    with pytest.raises(NotReady, match="were changed while you were looking"):
        settle(edition=edition, settlement=seen, by=None)
    assert reload(edition).waiting
