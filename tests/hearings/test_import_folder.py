"""A folder of files is imported file by file, gone on with after an interruption, and reported."""

import io
import json
import signal

import pytest
from django.core.management import call_command

from hearings.models import Hearing, SourceDocument, Transcript
from tests.factories import make_hearing
from tests.releases import RELEASE

pytestmark = pytest.mark.django_db
TRANSCRIPT = (
    "                 LOST SAMPLES\n\n                    HEARING\n\n                  MAY 4, 2021\n\n"
    "    The committee met, pursuant to notice, at 10 a.m., Hon. Sam Specimen "
    "[chairman of the committee] presiding.\n\n"
    "    The Chairman. The committee will come to order. Samples must never be lost.\n\n"
    "    Dr. Example. Nobody counts what nobody keeps.\n\n"
    "    [Whereupon, at 11 a.m., the committee was adjourned.]\n"
)


class Interrupting(io.StringIO):
    """A terminal at which somebody presses Ctrl-C when the second file begins."""

    asked = 0

    def isatty(self):
        self.asked += 1
        if self.asked == 2:
            signal.signal(signal.SIGINT, signal.default_int_handler)  # what runs in the background ignores it
            signal.raise_signal(signal.SIGINT)
        return False


def run(folder, status=0, err=None, **options):
    out, err = io.StringIO(), err or io.StringIO()
    ended = 0
    try:
        call_command("import_folder", str(folder), stdout=out, stderr=err, **options)
    except SystemExit as end:
        ended = end.code
    assert ended == status, err.getvalue()
    return out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text(RELEASE.replace("May 4", "May 4, 2021"))
    (tmp_path / "b.txt").write_text(RELEASE.replace("May 4", "May 5, 2021").replace("Lost Samples", "Found Samples"))
    (tmp_path / ".hidden").write_text("not a release")
    return tmp_path


def test_every_release_becomes_a_draft_and_again_changes_nothing(folder):
    _, err = run(folder)
    assert "2 files: 2 stored." in err
    assert Hearing.objects.count() == 2
    _, err = run(folder)
    assert "2 files: 2 unchanged." in err
    assert Hearing.objects.count() == 2


def test_one_file_that_is_refused_keeps_no_other_from_being_stored(folder):
    (folder / "aa.txt").write_bytes(b"%PDF-1.7")
    _, err = run(folder, status=1)
    assert "3 files: 1 refused, 2 stored." in err
    assert "This is a PDF, not text." in err
    assert SourceDocument.objects.count() == 2


def test_two_releases_of_one_hearing_make_one_draft(folder):
    (folder / "c.txt").write_text(RELEASE.replace("May 4", "May 4, 2021").replace("Hears of", "Heard about"))
    _, err = run(folder)
    assert "3 files: 3 stored." in err
    assert "A hearing of this title and day is in the record already" in err
    assert Hearing.objects.count() == 2
    run(folder, another_hearing=True)
    assert Hearing.objects.count() == 3


def test_what_was_interrupted_goes_on(folder):
    call_command("import_release", str(folder / "a.txt"), stderr=io.StringIO())
    _, err = run(folder)
    assert "2 files: 1 stored, 1 unchanged." in err


def test_ctrl_c_ends_with_the_report_so_far_and_the_next_run_goes_on(folder):
    out, err = run(folder, status=130, err=Interrupting(), json=True)
    assert [entry["file"] for entry in json.loads(out)] == ["a.txt"]
    assert "stored    a.txt" in err
    assert "1 file: 1 stored." in err
    assert "Interrupted. Not read yet: 1. The same command goes on." in err
    assert Hearing.objects.count() == 1
    _, err = run(folder)
    assert "2 files: 1 stored, 1 unchanged." in err


def test_a_dry_run_reads_and_stores_nothing(folder):
    out, _ = run(folder, dry_run=True, json=True)
    report = json.loads(out)
    assert [(entry["file"], entry["outcome"]) for entry in report] == [("a.txt", "read"), ("b.txt", "read")]
    assert all(entry["reading"]["quotes"] for entry in report)
    assert not SourceDocument.objects.exists()


def test_transcripts_go_to_the_hearings_that_their_names_say(tmp_path):
    make_hearing(slug="lost-samples", title="Lost Samples", date="2021-05-04")
    (tmp_path / "lost-samples.txt").write_text(TRANSCRIPT)
    (tmp_path / "no-such-hearing.txt").write_text(TRANSCRIPT)
    _, err = run(tmp_path, status=1, transcripts=True)
    assert "it does not show how the transcript was made" in err
    assert not Transcript.objects.exists()
    _, err = run(tmp_path, status=1, transcripts=True, accuracy="official")
    assert "There is no hearing at the address no-such-hearing." in err
    assert Transcript.objects.get().hearing.slug == "lost-samples"
    (tmp_path / "no-such-hearing.txt").unlink()
    _, err = run(tmp_path, transcripts=True)
    assert "1 file: 1 unchanged." in err


def test_a_dry_run_reads_a_transcript_whose_hearing_is_missing_and_says_what_the_import_would(tmp_path):
    (tmp_path / "no-such-hearing.txt").write_text(TRANSCRIPT)
    out, err = run(tmp_path, status=1, transcripts=True, dry_run=True, json=True)
    [entry] = json.loads(out)
    assert entry["outcome"] == "refused"
    assert entry["reading"]["turns"]
    assert "Read: " in err
    assert "There is no hearing at the address no-such-hearing. Make it first" in err


@pytest.mark.parametrize("name", ["missing", "empty", "a.txt"])
def test_what_is_no_folder_of_files_is_refused_in_a_sentence(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text("x")
    _, err = run(tmp_path / name, status=1)
    assert ("Name the folder" in err) or ("There is no file in" in err)


def test_a_link_out_of_the_folder_is_left_out_with_a_sentence(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text(RELEASE, encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    report, said = run(folder, dry_run=True)
    assert "link.txt was left out: it is a link to a file outside of" in said
    assert report == ""


def test_a_missing_transcript_is_said_to_be_missing_before_its_hearing_is_asked_for(tmp_path):
    err = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("import_transcript", str(tmp_path / "nothing.txt"), stderr=err)
    assert err.getvalue().startswith("There is no file")
