"""A transcript that was read from a file is published with the words of that file, or says that it was corrected."""

import pytest

from hearings.actions.publishing import publish_hearing
from hearings.actions.record import NotReady
from hearings.importing.as_read import publish_as_read
from hearings.models import Edition
from tests.admin_forms import at, errors, notices, save
from tests.crawling import ask
from tests.factories import reload
from tests.lamps import imported, make_lamps, public

pytestmark = pytest.mark.django_db
INVENTED = "We open the hearing and confess to everything."


@pytest.fixture
def transcript(db):
    return imported(make_lamps()).transcript


def reworded(transcript, text=INVENTED, **fields):
    """The first turn with other words, however they came into the database."""
    transcript.turns.filter(number=1).update(text=text, **fields)
    return transcript.turns.get(number=1)


def test_an_editor_cannot_write_words_into_a_turn_that_the_file_has_not(editor_client, transcript):
    turn = transcript.turns.get(number=1)
    answer = save(editor_client, at(turn), "turn_form", text=INVENTED)
    said = " ".join(errors(answer))
    assert "“confess to everything” stands where the file has “lamps”." in said
    assert "import the corrected edition" in said
    assert "choose “Corrected transcript”" in said
    assert INVENTED in answer.content.decode()
    assert reload(turn).text == "We open the hearing on lamps."


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "We open the hearing."},
        {"text": "The lamps were out that night, all of them."},
        {"label": "Bert Specimen"},
        {"footnotes": "1 They confessed to everything."},
    ],
)
def test_neither_cuts_nor_words_of_others_nor_labels_nor_notes_are_taken(editor_client, transcript, changed):
    turn = transcript.turns.get(number=1)
    assert "file" in " ".join(errors(save(editor_client, at(turn), "turn_form", **changed)))
    assert reload(turn).text == "We open the hearing on lamps."


def test_white_space_and_who_speaks_may_be_changed(editor_client, transcript):
    turn = transcript.turns.get(number=1)
    other = transcript.hearing.appearances.exclude(pk=turn.speaker_id).get()
    save(editor_client, at(turn), "turn_form", text="We open the hearing  on lamps.", speaker=str(other.pk))
    assert reload(turn).text == "We open the hearing  on lamps."
    assert reload(turn).speaker == other


def test_publishing_compares_every_turn_with_the_file(editor_client, transcript):
    publish_hearing(hearing=transcript.hearing, by=None)
    reworded(transcript)
    with pytest.raises(NotReady, match=r"Turn 1: .*“confess to everything”"):
        publish_as_read(transcript=reload(transcript), by=None)
    answer = editor_client.post(at(transcript, "publish"), follow=True)
    assert "confess to everything" in " ".join(notices(answer))
    assert reload(transcript).state == "draft"
    reworded(transcript, "We open the hearing on lamps.")
    publish_as_read(transcript=reload(transcript), by=None)
    assert reload(transcript).state == "published"


def test_a_corrected_transcript_has_other_words_and_says_so_in_public(editor_client, client, transcript):
    publish_hearing(hearing=transcript.hearing, by=None)
    save(editor_client, at(transcript), "transcript_form", accuracy="corrected")
    save(editor_client, at(transcript.turns.get(number=1)), "turn_form", text=INVENTED)
    refused = save(editor_client, at(transcript), "transcript_form", accuracy="official")
    assert "“confess to everything”" in " ".join(errors(refused))
    publish_as_read(transcript=reload(transcript), by=None)
    page = ask(client, transcript.get_absolute_url()).text
    assert INVENTED in page
    assert "Corrected transcript" in page
    assert "As its publisher printed it" not in page


def test_a_public_turn_is_not_corrected_away_from_the_file(editor_client):
    turn = public(make_lamps()).turns.get(number=1)
    answer = save(editor_client, at(turn, "correct"), "turn_form", text=INVENTED, reason="typo", sentence="Wrong.")
    assert "“confess to everything” stands where" in answer.content.decode()
    assert reload(turn).text == "We open the hearing on lamps."


def test_a_reader_that_reads_otherwise_today_refuses_no_words_that_stand_in_the_file(transcript):
    publish_hearing(hearing=transcript.hearing, by=None)
    Edition.objects.update(parser="0")
    reworded(transcript, "We open the hearing")
    publish_as_read(transcript=reload(transcript), by=None)
    assert reload(transcript).state == "published"


def test_words_typed_without_a_file_are_published(transcript):
    publish_hearing(hearing=transcript.hearing, by=None)
    Edition.objects.all().delete()
    reworded(transcript)
    publish_as_read(transcript=reload(transcript), by=None)
    assert reload(transcript).state == "published"
