"""What an editor does with a transcript that was imported."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from hearings.models import Edition, Quote, SourceDocument, Transcript
from tests.factories import make_hearing
from tests.lamps import FIRST, make_lamps, public

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


def upload(client, hearing, data=FIRST, **fields):
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={hearing.pk}"
    return client.post(add, {"file": SimpleUploadedFile("lamps.md", data), **fields}).content.decode()


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
