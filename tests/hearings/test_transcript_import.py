"""Importing transcripts: stored as drafts, the same bytes once, corrected editions settled by an editor, in public."""

import datetime
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from hearings.actions.publishing import publish_hearing, publish_quote, publish_transcript
from hearings.actions.record import NotReady
from hearings.actions.transcripts import settle
from hearings.importing.load_transcript import settlement_of, take_in
from hearings.importing.pairing import pair
from hearings.importing.receive import ImportRefused
from hearings.importing.transcript_reading import Sitting, TranscriptReading, Turn
from hearings.models import Edition, HistoryEntry, Quote, SourceDocument, Transcript
from tests.admin_forms import at
from tests.crawling import ask
from tests.factories import make_appearance, make_body, make_hearing, make_person, publish, reload

pytestmark = pytest.mark.django_db


def markdown(*turns):
    return "\n\n".join(["# Lamps", *(f"### Speaker: {name}\n\n{text}" for name, text in turns)]).encode()


FIRST = markdown(
    ("Alba Sample", "We open the hearing on lamps."),
    ("Bert Specimen", "The lamps were out that night, all of them."),
    ("Mr. Nobody", "I saw it as well."),
)
SECOND = markdown(
    ("Alba Sample", "We open the hearing on lamps."),
    ("Bert Specimen", "The lamps were not out that night, not all of them."),
    ("Cora Example", "May I add something here?"),
    ("Mr. Nobody", "I saw it as well."),
)


@pytest.fixture
def hearing(db):
    hearing = make_hearing(slug="lamps")
    for given, family in (("Alba", "Sample"), ("Bert", "Specimen")):
        make_appearance(hearing=hearing, person=make_person(given_name=given, family_name=family))
    return hearing


def imported(hearing, data=FIRST, **options):
    [taken] = take_in(data=data, hearing=hearing, by=None, **options)
    return taken


def public(hearing):
    transcript = imported(hearing).transcript
    publish(hearing)
    return reload(transcript)


def test_a_file_becomes_a_draft_with_its_bytes_and_its_turns(hearing):
    transcript = imported(hearing).transcript
    assert transcript.state == "draft"
    assert bytes(transcript.source.original) == FIRST
    rows = list(transcript.turns.values_list("number", "label", "speaker__person__family_name", "unresolved"))
    assert rows == [
        (1, "Alba Sample", "Sample", ""),
        (2, "Bert Specimen", "Specimen", ""),
        (3, "Mr. Nobody", None, "The label names nobody for certain."),
    ]
    edition = transcript.editions.get()
    assert (edition.parser, edition.imported_by, edition.source) == ("1", None, transcript.source)
    assert transcript.source.sha256 in HistoryEntry.objects.get(action="imported").note


def test_somebody_who_is_not_listed_is_not_guessed(hearing):
    transcript = imported(hearing, markdown(("Cora Example", "Words."))).transcript
    assert transcript.turns.get().unresolved == "Cora Example is not listed at this hearing."


def test_the_same_bytes_again_change_nothing_and_say_so(hearing):
    imported(hearing)
    before = list(Transcript.objects.values()), list(Edition.objects.values())
    again = imported(hearing)
    assert (again.sentence, again.fresh) == (f"Nothing changed: “{hearing}” has this file already.", False)
    assert before == (list(Transcript.objects.values()), list(Edition.objects.values()))


def test_a_corrected_edition_waits_and_identical_turns_keep_their_ids(hearing):
    transcript = public(hearing)
    ids = dict(transcript.turns.values_list("number", "public_id"))
    taken = imported(hearing, SECOND)
    assert "2 turns are the same and keep their addresses; 2 others wait" in taken.sentence
    assert "not out" not in str(list(transcript.turns.values_list("text")))
    edition = transcript.editions.exclude(waiting={}).get()
    settle(edition=edition, settlement=settlement_of(edition, {1: 1, 2: None}, sentence="Misheard."), by=None)
    now = dict(transcript.turns.values_list("number", "public_id"))
    assert (now[1], now[2], now[4]) == (ids[1], ids[2], ids[3])
    assert now[3] not in ids.values()
    assert transcript.turns.get(number=2).current.number == 2
    assert transcript.turns.get(number=3).state == "published"
    assert reload(transcript).source == edition.source
    assert reload(edition).waiting == {}


def test_public_words_do_not_change_without_the_public_sentence(hearing):
    transcript = public(hearing)
    imported(hearing, SECOND)
    edition = transcript.editions.exclude(waiting={}).get()
    with pytest.raises(NotReady, match="write the public sentence"):
        settle(edition=edition, settlement=settlement_of(edition, {1: 1, 2: None}), by=None)
    assert transcript.turns.get(number=2).text.startswith("The lamps were out")


def quote_in(turn, text):
    start = turn.text.index(text)
    place = {"hearing": turn.hearing, "source": turn.transcript.source, "turn": turn, "speaker": turn.speaker}
    quote = Quote.objects.create(text=text, spans=[[start, start + len(text)]], **place)
    publish_quote(quote=quote, by=None)
    return quote


def test_changed_words_under_a_published_quote_demand_its_correction(hearing, client):
    transcript = public(hearing)
    quote = quote_in(transcript.turns.get(number=2), "lamps were out that night")
    imported(hearing, SECOND)
    edition = transcript.editions.exclude(waiting={}).get()
    with pytest.raises(NotReady, match="Correct it in public along with the edition"):
        settle(edition=edition, settlement=settlement_of(edition, {1: 1, 2: None}, sentence="Misheard."), by=None)
    words = {quote.pk: "lamps were not out that night"}
    settlement = settlement_of(edition, {1: 1, 2: None}, sentence="Misheard.", quotes=words)
    settle(edition=edition, settlement=settlement, by=None)
    assert reload(quote).text == "lamps were not out that night"
    assert reload(quote).current.content["turn"]["version"] == 2
    assert "Misheard." in ask(client, quote.get_absolute_url()).text


def test_a_turn_that_the_edition_lacks_is_deleted_as_a_draft_and_withdrawn_in_public(hearing, client):
    transcript = imported(hearing).transcript
    imported(hearing, markdown(("Alba Sample", "We open the hearing on lamps.")))
    edition = transcript.editions.exclude(waiting={}).get()
    settle(edition=edition, settlement=settlement_of(edition), by=None)
    assert transcript.turns.count() == 1
    publish(hearing)
    imported(hearing, markdown(("Alba Sample", "Something else entirely, my friends.")))
    edition = transcript.editions.exclude(waiting={}).get()
    gone = transcript.turns.get()
    settle(edition=edition, settlement=settlement_of(edition, {0: None}, sentence="Not said."), by=None)
    assert reload(gone).state == "withdrawn"
    assert "Not said." in ask(client, gone.get_absolute_url()).text


def test_a_transcript_with_an_edition_that_waits_is_not_published(hearing):
    transcript = imported(hearing).transcript
    imported(hearing, SECOND)
    publish_hearing(hearing=hearing, by=None)
    with pytest.raises(NotReady, match="A corrected edition waits"):
        publish_transcript(transcript=reload(transcript), by=None)
    with pytest.raises(ImportRefused, match="waits already"):
        imported(hearing, SECOND + b"\n\n### Speaker: Alba Sample\n\nMore.\n")


def sittings():
    turns = tuple(Turn(n, n, "Alba Sample", "Alba Sample", f"Words of turn {n}.") for n in (1, 2, 3))
    days = (Sitting("2023-06-13", from_turn=1, to_turn=2), Sitting("2023-06-14", from_turn=3, to_turn=3))
    return TranscriptReading("transcript", turns=turns, sittings=days)


def test_a_volume_of_two_days_makes_a_transcript_for_each(hearing):
    body = make_body()
    hearing.bodies.set([body])
    with pytest.raises(ImportRefused, match="no hearing of the same body for that of 2023-06-14"):
        take_in(data=b"volume", hearing=hearing, by=None, reading=sittings())
    assert not SourceDocument.objects.exists()
    second = make_hearing(bodies=[body], date=datetime.date(2023, 6, 14))
    taken = take_in(data=b"volume", hearing=hearing, by=None, reading=sittings())
    assert [(one.transcript.hearing, one.transcript.turns.count()) for one in taken] == [(hearing, 2), (second, 1)]
    assert len({one.transcript.source for one in taken}) == 1


def test_pairing_takes_over_only_what_is_the_same():
    old = [("A.", "one two three"), ("B.", "four five six seven"), ("C.", "eight nine")]
    new = [("A.", "one two three"), ("B.", "four five six eleven"), ("D.", "something new"), ("C.", "eight nine")]
    pairing = pair(old, new)
    assert pairing.same == ((0, 0), (2, 3))
    assert pairing.proposed == {1: 1, 2: None}
    assert pairing.lost == ()
    assert pair(old, old[:1]).lost == (1, 2)
    assert pair(old, []).same == ()


def run(capsys, *arguments):
    try:
        call_command("import_transcript", *arguments)
        code = 0
    except SystemExit as end:
        code = end.code
    out, err = capsys.readouterr()
    return code, out, err


def test_the_command_stores_a_draft_and_says_where(hearing, tmp_path, capsys):
    file = tmp_path / "lamps.md"
    file.write_bytes(FIRST)
    code, out, err = run(capsys, str(file), "--hearing", "lamps", "--json")
    assert code == 0
    assert len(json.loads(out)["turns"]) == 3
    transcript = Transcript.objects.get()
    assert f"Saved as a draft: 3 turns for “{hearing}”. {at(transcript)}" in err
    code, _, err = run(capsys, str(file), "--hearing", "lamps")
    assert (code, "Nothing changed" in err) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say whose transcript it is"),
        (["--hearing", "nothing-such"], "There is no hearing at the address nothing-such"),
        (["--dry-run"], "Nothing was stored."),
    ],
)
def test_the_command_refuses_in_a_sentence(hearing, tmp_path, capsys, arguments, said):
    file = tmp_path / "lamps.md"
    file.write_bytes(FIRST)
    code, _, err = run(capsys, str(file), *arguments)
    assert said in err
    assert code == (0 if "--dry-run" in arguments else 1)
    assert not Transcript.objects.exists()


def test_an_editor_uploads_publishes_and_settles(hearing, editor_client):
    publish(hearing)
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    assert editor_client.get(add).status_code == 200
    answer = editor_client.post(add, {"file": SimpleUploadedFile("lamps.md", b"no transcript")})
    assert "Nothing was stored" in answer.content.decode()
    editor_client.post(add, {"file": SimpleUploadedFile("lamps.md", FIRST)})
    transcript = Transcript.objects.get()
    assert editor_client.get(at(transcript)).status_code == 200
    preview = editor_client.get(reverse("admin:preview", args=["transcript", transcript.public_id]), follow=True)
    assert "We open the hearing on lamps." in preview.content.decode()
    editor_client.post(at(transcript, "publish"))
    assert reload(transcript).state == "published"
    editor_client.post(add, {"file": SimpleUploadedFile("lamps.md", SECOND)})
    page = editor_client.get(at(transcript, "edition")).content.decode()
    assert "<ins>not" in page
    data = {"turn-1": "1", "turn-2": "new", "reason": "typo", "sentence": "Misheard."}
    refused = editor_client.post(at(transcript, "edition"), {**data, "turn-2": ""})
    assert "Say which turn of the record it is" in refused.content.decode()
    editor_client.post(at(transcript, "edition"), data)
    assert transcript.turns.get(number=2).current.number == 2
    assert editor_client.get(f"{reverse('admin:hearings_turn_changelist')}?transcript__id__exact=1").status_code == 200
    assert editor_client.get(at(transcript.turns.first())).status_code == 200


def test_a_quote_typed_by_an_editor_is_found_in_its_turn(hearing, editor_client):
    transcript = public(hearing)
    turn = transcript.turns.get(number=2)
    fields = {"text": "lamps were  out", "kind": "direct", "language": "en", "note": "", "order": 0, "initial-order": 0}
    add = f"{reverse('admin:hearings_quote_add')}?hearing={hearing.pk}"
    editor_client.post(add, {**fields, "speaker": turn.speaker_id, "source": transcript.source_id})
    quote = Quote.objects.get()
    assert (quote.turn, quote.text, quote.spans) == (turn, "lamps were out", [[4, 18]])


def test_speakers_are_looked_up_again_after_people_were_listed(hearing, editor_client):
    transcript = imported(hearing, SECOND).transcript
    row = make_appearance(hearing=hearing, person=make_person(given_name="Cora", family_name="Example"))
    editor_client.post(at(transcript, "speakers"))
    assert transcript.turns.get(number=3).speaker == row
