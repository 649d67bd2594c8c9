"""What an editor does with a transcript that was imported."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from hearings.actions.publishing import publish_quote
from hearings.actions.record import NotReady
from hearings.actions.settling import settle
from hearings.actions.transcripts import name_labels
from hearings.importing.editions import counted
from hearings.importing.load_transcript import take_in
from hearings.importing.settling import settlement_of
from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.talk import NO_LABEL, NOT_NAMED
from hearings.models import Edition, Quote, SourceDocument, Transcript
from tests.admin_forms import at
from tests.crawling import ask
from tests.factories import make_appearance, make_hearing, make_person, make_quote, make_user, publish, reload
from tests.hearings.test_listing import VOLUME
from tests.lamps import FIRST, SECOND, imported, make_lamps, markdown, public, settle_by_hand

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(db):
    return make_lamps()


def test_a_quote_from_a_turn_takes_whole_words(hearing, editor_client):
    transcript = public(hearing)
    fields = {"text": "lamps were ou", "kind": "direct", "language": "en", "note": "", "order": 0, "initial-order": 0}
    add = f"{reverse('admin:hearings_quote_add')}?hearing={hearing.pk}"
    answer = editor_client.post(add, {**fields, "speaker": "", "source": transcript.source_id})
    assert "“out” is cut in two, and a quotation is whole words." in answer.content.decode()
    assert not Quote.objects.exists()


def test_turns_by_people_not_listed_and_turns_with_doubtful_labels_are_told_apart(editor_client, hearing):
    transcript = imported(hearing, SECOND).transcript
    page = editor_client.get(at(transcript)).content.decode()
    assert "1 turn is by people who are not listed." in page
    assert "1 turn has a label that names nobody for certain." in page
    turns = f"{reverse('admin:hearings_turn_changelist')}?transcript__id__exact={transcript.pk}&speaker="
    kinds = ("known", "unlisted", "doubtful")
    assert [editor_client.get(turns + kind).context["cl"].result_count for kind in kinds] == [2, 1, 1]


def test_an_editor_says_once_who_speaks_under_a_doubtful_label(editor_client, hearing):
    voice = [("Mr. Nobody", f"Words {number}.") for number in range(3)]
    transcript = imported(hearing, markdown(*voice, ("The Clerk", "Order."))).transcript
    bert = hearing.appearances.get(person__given_name="Bert")
    page = editor_client.get(at(transcript, "labels")).content.decode()
    name = re.search(r'<label for="id_(\w+)">Mr. Nobody:</label>', page)[1]
    assert "3 turns</a>, the first of them number 1." in page
    answer = editor_client.post(at(transcript, "labels"), {name: bert.pk}, follow=True)
    assert "Turns that have got a speaker: 3." in answer.content.decode()
    assert [turn.speaker for turn in transcript.turns.all()] == [bert, bert, bert, None]
    assert transcript.turns.last().unresolved
    clerk = re.search(r'<label for="id_(\w+)">', editor_client.get(at(transcript, "labels")).content.decode())[1]
    refused = editor_client.post(at(transcript, "labels"), {clerk: make_appearance().pk, name: bert.pk})
    assert "Choose somebody who is listed at this hearing." in refused.content.decode()
    publish(hearing)
    with pytest.raises(NotReady, match="Correct each turn in public"):
        name_labels(transcript=transcript, decided={}, by=None)


def test_who_is_listed_under_the_surname_of_a_label_is_told_and_not_chosen(hearing, editor_client):
    rosa = make_appearance(hearing=hearing, person=make_person(given_name="Rosa", family_name="Delgado"), role="chair")
    data = markdown(("Chair Delgado", "Order."), ("Mr. Delgado", "I am no chair."), ("The Clerk", "Order."))
    transcript = imported(hearing, data).transcript
    page = editor_client.get(at(transcript, "labels")).content.decode()
    assert page.count("Listed under this name: <bdi>Rosa Delgado</bdi> (chair).") == 2
    assert page.count(f'<option value="{rosa.pk}">') == 3
    assert f'<option value="{rosa.pk}" selected>' not in page


def test_a_reading_says_of_each_turn_why_nobody_is_named():
    reading = read_file(markdown(("Chair Delgado", "Order."), ("Alba Sample", "Words."), ("", "Somebody.")))
    assert [turn.reason for turn in reading.turns] == [NOT_NAMED, "", NO_LABEL]


def test_only_who_may_change_transcripts_says_who_speaks(client, hearing):
    transcript = imported(hearing).transcript
    user = make_user()
    user.user_permissions.clear()
    client.force_login(user)
    assert client.get(at(transcript, "labels")).status_code == 403
    assert transcript.turns.last().speaker is None


def upload(client, hearing, data=FIRST, **fields):
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    return client.post(
        add, {"file": SimpleUploadedFile("lamps.md", data), "accuracy": "official", **fields}
    ).content.decode()


def test_a_file_of_another_title_is_stored_only_when_an_editor_confirms_it(editor_client):
    hearing = make_hearing(title="Rivers and Their Boats")
    page = upload(editor_client, hearing, publisher="Typed <b>")
    assert "The title of the file is “Lamps”, and that of the hearing “Rivers and Their Boats”." in page
    assert "choose the file again" in page
    assert 'value="Typed &lt;b&gt;"' in page
    assert not SourceDocument.objects.exists()
    upload(editor_client, hearing, confirmed="on")
    assert Transcript.objects.get().hearing == hearing
    upload(editor_client, hearing)
    assert Edition.objects.count() == 1


def test_nobody_is_asked_to_confirm_a_title_that_is_the_same(editor_client, hearing):
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    assert "all the same" not in editor_client.get(add).content.decode()
    upload(editor_client, hearing)
    assert Transcript.objects.get().hearing == hearing


def test_the_command_refuses_a_file_of_another_title(tmp_path, capsys):
    hearing = make_hearing(title="Rivers and Their Boats")
    (tmp_path / "lamps.md").write_bytes(FIRST)
    with pytest.raises(SystemExit, match="1"):
        call_command("import_transcript", str(tmp_path / "lamps.md"), hearing=hearing.slug)
    said = capsys.readouterr().err
    assert "The title of the file is “Lamps”, and that of the hearing “Rivers and Their Boats”. Name the right" in said
    assert not SourceDocument.objects.exists()


def test_the_correction_of_a_transcript_shows_what_changed_turn_by_turn(client, hearing):
    transcript = public(hearing)
    second, third = transcript.turns.filter(number__in=[2, 3])
    data = SECOND.replace(b"### Speaker: Mr. Nobody\n\nI saw it as well.", b"")
    taken = imported(hearing, data)
    edition = taken.transcript.editions.exclude(waiting={}).get()
    settle(edition=edition, settlement=settlement_of(edition, {1: 1, 2: None}, sentence="Misheard."), by=None)
    correction = transcript.corrections.get()
    new = transcript.turns.get(label="Cora Example")
    page = ask(client, correction.get_absolute_url()).text
    assert f'<h3>Turn 2, <a href="{second.get_absolute_url()}v1/">version 1</a>' in page
    assert f'<a href="{second.get_absolute_url()}v2/">version 2</a>' in page
    assert "The lamps were <ins>not " in page
    assert f'<a href="{third.get_absolute_url()}">withdrawal</a>' in page
    assert "<del>I saw it as well.</del>" in page
    assert f'<a href="{new.get_absolute_url()}">new</a>' in page
    assert "<del>3</del><ins>4</ins> turns" in page
    assert "May I add something here?" in page
    assert "What changed, turn by turn" in ask(client, transcript.get_absolute_url()).text
    feed = ask(client, reverse("hearings:correction_feed_json")).text
    assert "Turn 2: “not” was put in. “not” was put in." in feed
    assert "Turn 3 is new: “May I add something here?”" in feed


def test_a_correction_shows_no_facts_that_did_not_change(client, hearing):
    transcript = public(hearing)
    edition = imported(hearing, FIRST.replace(b"as well", b"too")).transcript.editions.exclude(waiting={}).get()
    settle(edition=edition, settlement=settlement_of(edition, {2: 2}, sentence="Misheard."), by=None)
    correction = transcript.corrections.get()
    for address in (correction.get_absolute_url(), transcript.get_absolute_url(), hearing.get_absolute_url()):
        page = ask(client, address).text
        assert "Misheard." in page
        assert "Spoken at the hearing</p>" not in page
    page = ask(client, correction.get_absolute_url()).text
    assert "<h2>What changed</h2>" not in page
    assert "<del>as well</del><ins>too</ins>" in page


def test_a_withdrawn_turn_has_no_number_that_a_live_one_has(client, hearing):
    transcript = public(hearing)
    gone = transcript.turns.get(number=2)
    data = markdown(("Alba Sample", "We open the hearing on lamps."), ("Mr. Nobody", "I saw it as well."))
    edition = imported(hearing, data).transcript.editions.exclude(waiting={}).get()
    settle(edition=edition, settlement=settlement_of(edition, sentence="Not said."), by=None)
    page = ask(client, transcript.get_absolute_url()).text
    assert re.findall(r'<span class="unseen">Turn </span>(\d+)</a>', page) == ["1", "2"]
    assert f'<a href="{gone.get_absolute_url()}">A withdrawn turn</a>' in page
    assert "Bert Specimen</a> (" not in page
    assert "A withdrawn turn in the transcript" in ask(client, gone.get_absolute_url()).text
    kept = transcript.turns.get(number=2, state="published")
    assert "Turn 2 in the transcript" in ask(client, kept.get_absolute_url()).text
    withdrawal = gone.corrections.get()
    told = ask(client, hearing.get_absolute_url()).text
    assert f'Withdrawal of <a href="{gone.get_absolute_url()}">a turn of the transcript (Bert Specimen)</a>' in told
    assert "A withdrawn turn, <a" in ask(client, transcript.corrections.get().get_absolute_url()).text
    assert withdrawal.sentence in told
    assert "\nBert Specimen\nThis turn was withdrawn." in ask(client, f"/transcripts/{transcript.public_id}.txt").text
    assert "A withdrawn turn of the transcript (" in ask(client, f"{gone.get_absolute_url()[:-1]}.txt").text


def test_settling_tells_which_quotes_are_no_longer_verbatim(hearing, editor_client):
    transcript = public(hearing)
    speaker = transcript.turns.get(number=2).speaker
    quotes = [
        make_quote(hearing=hearing, speaker=speaker, text=words) for words in ("The lamps were out", "all of them.")
    ]
    for quote in quotes:
        publish_quote(quote=quote, by=None)
    assert {str(reload(quote).finding) for quote in quotes} == {"Verbatim in the transcript"}
    imported(hearing, SECOND)
    data = {"turn_1": transcript.turns.get(number=2).pk, "turn_2": "new", "reason": "typo", "sentence": "Misheard."}
    page = settle_by_hand(editor_client, transcript, **data).content.decode()
    assert (
        "The quote “The lamps were out” stood in the transcript word for word. Now its public status is: diff" in page
    )
    assert "The quote “all of them.”" not in page


def test_an_editor_is_told_at_once_and_later_what_a_reading_is_not_certain_of(hearing, editor_client):
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    data = {"file": SimpleUploadedFile("lamps.md", FIRST), "accuracy": "official"}
    page = editor_client.post(add, data, follow=True).content.decode()
    remarks = "1 of 3 turns name no certain speaker."
    assert remarks in page
    page = editor_client.get(at(Transcript.objects.get(), "beside")).content.decode()
    assert f"<li><bdi>{remarks}</bdi></li>" in page
    assert "It does not know what was put right in the record since" in page


def test_a_file_that_does_not_show_how_it_was_made_is_stored_only_when_somebody_says_it(
    editor_client, hearing, tmp_path, capsys
):
    said = "it does not show how the transcript was made"
    page = upload(editor_client, hearing, accuracy="")
    assert said in page
    assert "choose the file again" in page
    (tmp_path / "lamps.md").write_bytes(FIRST)
    with pytest.raises(SystemExit, match="1"):
        call_command("import_transcript", str(tmp_path / "lamps.md"), hearing=hearing.slug)
    told = capsys.readouterr().err
    assert said in told
    assert "Add --accuracy official, --accuracy captions or --accuracy corrected." in told
    assert not SourceDocument.objects.exists()
    upload(editor_client, hearing, accuracy="corrected")
    assert Transcript.objects.get().accuracy == "corrected"


def test_the_front_matter_of_an_official_publisher_shows_how_it_was_made(hearing):
    [taken] = take_in(data=VOLUME.encode(), hearing=hearing, by=None, confirmed=True)
    assert taken.transcript.accuracy == "official"


def test_publishing_asks_first_and_says_what_goes_public(hearing, editor_client):
    publish(hearing)
    transcript = imported(hearing).transcript
    transcript.turns.filter(number=2).update(kind="written")
    form = editor_client.get(at(transcript)).content.decode()
    assert "Publish…" in form
    page = " ".join(editor_client.get(at(transcript, "publish")).content.decode().split())
    assert "2 turns and 1 written part go public" in page
    assert "<li>Mr. Nobody (1 turn, the first is 3)</li>" in page
    assert "As its publisher printed it." in page
    assert transcript.turns.filter(state="draft").count() == 3
    assert "publish_selected" not in editor_client.get(reverse("admin:hearings_transcript_changelist")).content.decode()
    transcript.turns.update(kind="speech")
    editor_client.post(at(transcript, "publish"))
    assert set(transcript.turns.values_list("state", flat=True)) == {"published"}


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        ([], "no turns"),
        (["speech"], "1 turn"),
        (["written", "speech", "speech"], "2 turns and 1 written part"),
        (["direction", "speech", "written", "written"], "1 turn, 2 written parts and 1 stage direction"),
    ],
)
def test_turns_are_counted_in_words_in_one_way(kinds, told):
    assert counted(kinds) == told
