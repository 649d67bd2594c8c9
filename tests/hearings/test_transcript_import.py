"""Importing transcripts: stored as drafts, the same bytes once, corrected editions settled by an editor, in public."""

import datetime
import json
import re
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from hearings.actions.publishing import publish_hearing, publish_quote, publish_transcript
from hearings.actions.record import NotReady
from hearings.actions.settling import settle
from hearings.importing.editions import Part, sheets
from hearings.importing.load_transcript import take_in
from hearings.importing.pairing import pair
from hearings.importing.settling import settlement_of
from hearings.importing.texts.receive import PARSER, ImportRefused
from hearings.importing.transcripts.reading import Direction, Footnote, PageMark, Sitting, TranscriptReading, Turn
from hearings.importing.transcripts.reading import Section as ReadSection
from hearings.models import Edition, HistoryEntry, Quote, SourceDocument, Transcript
from tests.admin_forms import at, form_data
from tests.crawling import ask
from tests.factories import make_appearance, make_body, make_hearing, make_person, publish, reload
from tests.lamps import FIRST, SECOND, imported, make_lamps, markdown, public, settle_by_hand

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(db):
    return make_lamps()


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
    assert (edition.parser, edition.imported_by, edition.source) == (PARSER, None, transcript.source)
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
    assert (
        "the same and keep their addresses: 2; that wait for an editor: 2; of the record and not in it: 0."
        in taken.sentence
    )
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
    assert reload(quote).current.content["source"]["sha256"] == edition.source.sha256
    assert "Misheard." in ask(client, quote.get_absolute_url()).text


def test_the_edition_screen_shows_the_difference_and_demands_the_correction_of_the_quote(hearing, editor_client):
    transcript = public(hearing)
    quote = quote_in(transcript.turns.get(number=2), "lamps were out that night")
    imported(hearing, SECOND)
    url = at(transcript, "edition")
    page = editor_client.get(f"{url}?filled=1").content.decode()
    assert re.search(r"<ins>\s*not", page)
    assert "Words of the published quote “lamps were out that night”" in page
    data = {"turn_1": quote.turn_id, "turn_2": "new", "reason": "typo", "sentence": "Misheard."}
    refused = settle_by_hand(editor_client, transcript, **data).content.decode()
    assert "are not in its turn any more. Correct it in public along with the edition" in refused
    assert "Misheard.</textarea>" in refused
    assert transcript.editions.exclude(waiting={}).exists()
    assert reload(quote).current.number == 1
    settle_by_hand(editor_client, transcript, **data, **{f"quote_{quote.pk}": "lamps were not out that night"})
    assert reload(quote).current.text == "lamps were not out that night"
    assert [one.sentence for one in quote.corrections.all()] == ["Misheard."]


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
        take_in(data=b"volume", hearing=hearing, by=None, accuracy="official", reading=sittings())
    assert not SourceDocument.objects.exists()
    second = make_hearing(bodies=[body], date=datetime.date(2023, 6, 14))
    taken = take_in(data=b"volume", hearing=hearing, by=None, accuracy="official", reading=sittings())
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
    moved = pair(old, [old[2], old[0], ("B.", "four five nine seven")])
    assert (moved.same, moved.proposed, moved.lost) == (((0, 1),), {0: 2, 2: 1}, ())
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
    code, out, err = run(capsys, str(file), "--hearing", "lamps", "--json", "--accuracy", "official")
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
        (["--dry-run"], "Nothing was stored. To import it, name its hearing with --hearing."),
    ],
)
def test_the_command_refuses_in_a_sentence(hearing, tmp_path, capsys, arguments, said):
    file = tmp_path / "lamps.md"
    file.write_bytes(FIRST)
    code, _, err = run(capsys, str(file), *arguments)
    assert said in err
    assert code == (0 if "--dry-run" in arguments else 1)
    assert not Transcript.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "said", "status"),
    [
        (["--hearing", "nothing-such"], "There is no hearing at the address nothing-such", 1),
        (["--hearing", "lamps"], "--accuracy official", 1),
        (["--hearing", "lamps", "--accuracy", "official"], "Nothing was stored: this was a dry run.", 0),
    ],
)
def test_a_dry_run_says_what_the_import_would(hearing, tmp_path, capsys, arguments, said, status):
    file = tmp_path / "lamps.md"
    file.write_bytes(FIRST)
    code, _, err = run(capsys, str(file), "--dry-run", *arguments)
    assert (code, said in err, "Read: 3 turns." in err) == (status, True, True)
    assert not Transcript.objects.exists()
    assert not Edition.objects.exists()


def test_a_refusal_is_json_too(tmp_path, capsys):
    file = tmp_path / "empty.txt"
    file.write_text(" ")
    code, out, _ = run(capsys, str(file), "--dry-run", "--json")
    told = json.loads(out)
    assert (code, told["kind"], told["turns"]) == (1, "not_a_hearing", [])
    assert told["warnings"] == ["The file is empty. Choose the file that holds the transcript."]


def test_an_editor_uploads_publishes_and_settles(hearing, editor_client):
    publish(hearing)
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    assert editor_client.get(add).status_code == 200
    answer = editor_client.post(add, {"file": SimpleUploadedFile("lamps.md", b"no transcript")})
    assert "Nothing was stored" in answer.content.decode()
    editor_client.post(add, {"file": SimpleUploadedFile("lamps.md", FIRST), "accuracy": "official"})
    transcript = Transcript.objects.get()
    assert editor_client.get(at(transcript)).status_code == 200
    preview = editor_client.get(reverse("admin:preview", args=["transcript", transcript.public_id]), follow=True)
    assert "We open the hearing on lamps." in preview.content.decode()
    editor_client.post(at(transcript, "publish"))
    assert reload(transcript).state == "published"
    editor_client.post(add, {"file": SimpleUploadedFile("lamps.md", SECOND), "accuracy": "official"})
    page = editor_client.get(at(transcript, "edition")).content.decode()
    assert "<ins>not" in page
    data = {"turn_1": transcript.turns.get(number=2).pk, "reason": "typo", "sentence": "Misheard."}
    refused = settle_by_hand(editor_client, transcript, **data)
    assert "Say which turn of the record it is" in refused.content.decode()
    settle_by_hand(editor_client, transcript, **data, turn_2="new")
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


def noted_reading(words="The lamps were out. All of them."):
    turns = (
        Turn(1, 10, "Ms. Sample.", "Alba Sample", "We open.\n\nOn lamps."),
        Turn(2, 20, "Mr. Specimen.", "Bert Specimen", words),
    )
    return TranscriptReading(
        "transcript",
        turns=turns,
        directions=(Direction(12, "[Laughter.]", 1, 1),),
        footnotes=(Footnote("1", 13, "A sample note.", 1, 19), Footnote("2", 22, "Nowhere marked.", 2)),
        pages=(PageMark("7", 5, 0), PageMark("8", 12, 1), PageMark("9", 18, 1), PageMark("10", 21, 2)),
    )


def noted(hearing, data=b"first", accuracy="official", **options):
    [taken] = take_in(data=data, hearing=hearing, by=None, accuracy=accuracy, reading=noted_reading(**options))
    return taken.transcript


def test_footnotes_and_pages_of_print_are_kept_with_their_turns(hearing):
    first, second = noted(hearing).turns.order_by("number")
    assert first.text == "We open.\n\n[Laughter.]\n\nOn lamps."
    assert first.footnotes == [{"mark": "1", "at": 32, "text": "A sample note."}]
    assert second.footnotes == [{"mark": "2", "at": None, "text": "Nowhere marked."}]
    assert (first.pages, second.pages) == (["7", "8"], ["9", "10"])
    assert (first.pages_in_words, second.pages_in_words) == ("pages 7 to 8", "pages 9 to 10")


def test_a_reader_sees_footnotes_at_their_marks_and_the_pages_of_print(hearing, client):
    transcript = noted(hearing)
    publish(hearing)
    turn = transcript.turns.get(number=1)
    for path in (transcript.get_absolute_url(), turn.get_absolute_url(), f"{turn.get_absolute_url()}v1/"):
        page = ask(client, path).text
        mark, note = f"m-{turn.public_id}-1", f"n-{turn.public_id}-1"
        assert f'On lamps.<sup><a id="{mark}" href="#{note}">1' in page
        assert f'id="{note}"' in page
        assert f'href="#{mark}"' in page
        assert "A sample note." in page
        assert "n print: pages 7 to 8" in page


def test_a_changed_footnote_is_a_public_change_and_the_same_one_none(hearing):
    transcript = noted(hearing)
    publish(hearing)
    [taken] = take_in(data=b"second", hearing=hearing, by=None, accuracy="official", reading=noted_reading())
    assert "Every turn" in taken.sentence
    other = noted_reading()
    notes = (replace(other.footnotes[0], text="Another note."), other.footnotes[1])
    take_in(
        data=b"third", hearing=hearing, by=None, accuracy="official", reading=replace(other, footnotes=notes, pages=())
    )
    edition = transcript.editions.exclude(waiting={}).get()
    with pytest.raises(NotReady, match="write the public sentence"):
        settle(edition=edition, settlement=settlement_of(edition, {0: 0}), by=None)
    settle(edition=edition, settlement=settlement_of(edition, {0: 0}, sentence="A misprint."), by=None)
    turn = transcript.turns.get(number=1)
    assert turn.footnotes[0]["text"] == "Another note."
    assert turn.current.footnotes == turn.footnotes
    assert list(transcript.turns.values_list("pages", flat=True)) == [[], []]


def test_a_page_that_begins_just_above_a_turn_is_where_it_begins():
    turns = (Turn(1, 10, "A.", None, "One."), Turn(2, 20, "B.", None, "Two."))
    reading = TranscriptReading("transcript", turns=turns, pages=(PageMark("4", 18, 1), PageMark("5", 40, 2)))
    [sheet] = sheets(reading)
    assert [line.pages for line in sheet.lines] == [("",), ("4", "5")]


def test_a_note_within_a_prepared_statement_stands_under_it():
    turns = (Turn(1, 10, "A.", None, "One."),)
    statement = Part("prepared_statement", "Statement")
    section = ReadSection(1, "prepared_statement", "Statement", 20, after_turn=1, text="Words of a statement.")
    notes = (Footnote("1", 12, "Of the turn.", 1), Footnote("1", 30, "Of the statement.", 1))
    reading = TranscriptReading("transcript", turns=turns, sections=(section,), footnotes=notes)
    [sheet] = sheets(reading)
    assert sheet.parts[1] == statement
    assert [[note["text"] for note in line.footnotes] for line in sheet.lines] == [
        ["Of the turn."],
        ["Of the statement."],
    ]


def test_an_editor_puts_a_footnote_right_in_public(hearing, editor_client, client):
    transcript = noted(hearing, accuracy="corrected")
    publish(hearing)
    turn = transcript.turns.get(number=1)
    words = {"reason": "typo", "sentence": "A misprint."}
    url = at(turn, "correct")
    data = {**form_data(editor_client.get(url), "turn_form"), "footnotes": "1 A better note.", **words}
    answer = editor_client.post(url, data, follow=True)
    assert "Corrected in public" in answer.content.decode()
    assert reload(turn).footnotes == [{"mark": "1", "at": 32, "text": "A better note."}]
    data = {**form_data(editor_client.get(url), "turn_form"), "text": "Opened.\n\nOn lamps.", **words}
    editor_client.post(url, data)
    assert reload(turn).footnotes[0]["at"] == 18
    assert "A better note." in ask(client, turn.get_absolute_url()).text
