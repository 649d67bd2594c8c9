"""The command that imports a press release."""

import io
import json

import pytest
from django.core.management import call_command

from hearings.actions.corrections import withdraw
from hearings.actions.publishing import quote_problems
from hearings.importing.releases.press_release import read_release
from hearings.importing.texts.receive import decode
from hearings.models import Hearing, SourceDocument
from hearings.text import passages
from tests.factories import make_appearance, make_person, publish
from tests.hearings.importing.test_receive import NOTICE
from tests.releases import QUOTES, RELEASE, ROOT, review_url
from witnesses.models import Witness

pytestmark = pytest.mark.django_db

PRESS = ROOT.parent / "shared" / "data" / "press"
GOLDEN = sorted((ROOT / "tests" / "golden" / "releases").glob("*.txt"))


def run(*arguments, status=0):
    out, err = io.StringIO(), io.StringIO()
    code = 0
    try:
        call_command("import_release", *map(str, arguments), stdout=out, stderr=err)
    except SystemExit as stop:
        code = stop.code
    assert code == status, err.getvalue()
    return out.getvalue(), err.getvalue()


@pytest.fixture
def release(tmp_path):
    file = tmp_path / "release.txt"
    file.write_text(RELEASE, encoding="utf-8")
    return file


def test_a_release_becomes_a_draft_with_its_people_and_quotes(release):
    out, err = run(release, "--url", "https://example.org/r", "--year", 2021)
    hearing = Hearing.objects.get()
    assert out == ""
    assert f"Saved as the draft “{hearing}”" in err
    assert (hearing.state, hearing.title) == ("draft", "Lost Samples and Their Finders")
    assert hearing.date.isoformat() == "2021-05-04"
    assert [str(body) for body in hearing.bodies.all()] == ["Sample Commission on Measures"]
    assert [(str(row.person), row.role) for row in hearing.appearances.all()] == [
        ("Sam Specimen", "chair"),
        ("Alba Example", "witness"),
        ("Jung-Hoon Muster", "witness"),
    ]
    assert [(str(quote.speaker.person), quote.passages) for quote in hearing.quotes.all()] == QUOTES
    assert [quote_problems(quote) for quote in hearing.quotes.all()] == [[], [], []]
    source = SourceDocument.objects.get()
    assert (bytes(source.original), source.url) == (release.read_bytes(), "https://example.org/r")


def test_without_a_year_the_date_stays_as_stated(release):
    _, err = run(release)
    hearing = Hearing.objects.get()
    assert (hearing.date, hearing.date_precision, hearing.date_as_stated) == (None, "stated", "May 4")
    assert "The year of the hearing is not stated." in err


def test_a_dry_run_stores_nothing(release):
    out, err = run(release, "--dry-run")
    assert out == ""
    assert "Nothing was stored." in err
    assert not SourceDocument.objects.exists()


def test_json_stands_alone_on_standard_output(release):
    out, _ = run(release, "--dry-run", "--json")
    found = json.loads(out)
    assert [[part["text"] for part in quote["parts"]] for quote in found["quotes"]] == [parts for _, parts in QUOTES]
    assert all(RELEASE[p["start"] : p["end"]] == p["text"] for quote in found["quotes"] for p in quote["parts"])
    assert not SourceDocument.objects.exists()


def test_a_refusal_is_json_too(tmp_path, capsys):
    file = tmp_path / "empty.txt"
    file.write_text(" ")
    with pytest.raises(SystemExit):
        call_command("import_release", str(file), dry_run=True, json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["quotes"]) == ("not_a_release", [])
    assert told["warnings"] == ["The file is empty. Paste or upload the text of the release."]


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RELEASE.encode()), encoding="utf-8"))
    run("-")
    assert Hearing.objects.count() == 1


def test_the_same_bytes_change_nothing(release):
    run(release)
    _, err = run(release)
    assert "Nothing changed" in err
    assert "became “Lost Samples and Their Finders”" in err
    assert (Hearing.objects.count(), SourceDocument.objects.count()) == (1, 1)


OTHER_RELEASE = RELEASE.replace("Hears of", "Heard about")


def imported(tmp_path, text, *arguments):
    file = tmp_path / "other.txt"
    file.write_text(text, encoding="utf-8")
    return run(file, *arguments)[1]


@pytest.mark.parametrize("published", [True, False])
def test_another_release_of_a_hearing_that_is_there_waits_for_its_review(release, tmp_path, published):
    run(release, "--year", 2021)
    if published:
        publish(Hearing.objects.get())
    dry = imported(tmp_path, OTHER_RELEASE, "--dry-run")
    err = imported(tmp_path, OTHER_RELEASE, "--year", 2021)
    there = "A hearing of this title and day is in the record already: “Lost Samples and Their Finders”, May 4, 2021"
    assert there in err
    assert there in dry
    source = SourceDocument.objects.get(hearing=None)
    assert f"The text is stored and waits for its review at {review_url(source)}" in err
    assert Hearing.objects.count() == 1
    assert "Nothing changed" in imported(tmp_path, OTHER_RELEASE, "--year", 2021)
    assert "Saved as the draft" in imported(tmp_path, OTHER_RELEASE, "--year", 2021, "--another-hearing")
    assert (Hearing.objects.count(), SourceDocument.objects.filter(hearing=None).count()) == (2, 0)


@pytest.mark.parametrize(
    ("first", "second", "drafts"),
    [
        (("--year", 2021), (), 1),
        ((), ("--year", 2021), 1),
        ((), (), 1),
        (("--year", 2021), ("--year", 2022), 2),
        (("--year", 2021), ("--another-hearing",), 2),
    ],
)
def test_a_day_that_is_not_known_may_be_the_same_and_another_day_is_not(release, tmp_path, first, second, drafts):
    run(release, *first)
    imported(tmp_path, OTHER_RELEASE, *second)
    assert Hearing.objects.count() == drafts


def test_a_review_that_somebody_began_is_not_overruled(release, tmp_path):
    run(release)
    imported(tmp_path, OTHER_RELEASE)
    SourceDocument.objects.filter(hearing=None).update(review_left="place=Room")
    assert "Nothing changed" in imported(tmp_path, OTHER_RELEASE, "--another-hearing")
    assert Hearing.objects.count() == 1


def test_a_withdrawn_hearing_takes_no_release(release, tmp_path):
    run(release, "--year", 2021)
    withdraw(record=publish(Hearing.objects.get()), sentence="It was never held.", by=None)
    assert "Saved as the draft" in imported(tmp_path, OTHER_RELEASE, "--year", 2021)


def test_a_day_too_far_ahead_in_the_text_is_left_open(tmp_path):
    err = imported(tmp_path, RELEASE.replace("May 4", "May 4, 2099"))
    hearing = Hearing.objects.get()
    assert "The text has May 4, 2099 as the day, so the day was left open: enter it." in err
    assert (hearing.date, hearing.date_as_stated) == (None, "May 4, 2099")


def test_one_quote_is_told_as_one(tmp_path):
    text = RELEASE.split("“Nobody")[0]
    assert "with 1 quote:" in imported(tmp_path, text)


def test_a_known_person_is_used_and_a_possible_one_is_only_told(release):
    muster = make_person(given_name="Jung Hoon", family_name="Muster")
    example = make_person(given_name="Alba R.", family_name="Example")
    _, err = run(release)
    there = [row.person for row in Hearing.objects.get().appearances.all()]
    assert muster in there
    assert example not in there
    assert "“Alba Example” may be “Alba R. Example”" in err


def test_a_namesake_under_another_title_is_not_linked_but_told(release):
    mayor = make_person(given_name="Jung Hoon", family_name="Muster")
    make_appearance(person=mayor, title="Mayor of Smallville", organization="")
    _, err = run(release)
    assert mayor not in [row.person for row in Hearing.objects.latest("pk").appearances.all()]
    assert "in the record. Somebody of this name is in the record, under another title: Mayor of Smallville." in err


def test_a_quote_of_somebody_who_is_not_listed_is_told_with_that_reason(tmp_path):
    file = tmp_path / "release.txt"
    words = "“We learned of it late, and in the end from nobody at all,” said Dr. Olaf Outsider.\n"
    file.write_text(RELEASE + words, encoding="utf-8")
    _, err = run(file)
    assert "was stored without a speaker, since the text does not list Olaf Outsider at the hearing." in err


def test_a_notice_becomes_a_draft_of_the_announced_hearing_with_its_people(tmp_path):
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    _, err = run(file)
    hearing = Hearing.objects.get()
    assert (hearing.title, str(hearing.date)) == ("Lost Samples and Measures", "2006-05-16")
    assert [str(row) for row in hearing.appearances.all()] == [
        "Dick Sample, chair",
        "Vinod Muster, witness",
        "Jason S. Probe, witness",
    ]
    assert "with 0 quotes" in err


def test_a_release_without_a_hearing_waits_for_its_review(tmp_path):
    file = tmp_path / "statement.txt"
    file.write_text(
        "Rep. Sam Specimen (R-NJ) spoke about samples.\n"
        "“Samples must be kept by every country,” said Rep. Sam Specimen.\n",
        encoding="utf-8",
    )
    _, err = run(file)
    assert "waits for its review" in err
    assert SourceDocument.objects.get().hearing is None
    assert not Hearing.objects.exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"x" * 10_000_000, "limit is 2 MB"),
        (b"\x93Gr\xf6\x81e,\x94 said Sam.", "neither UTF-8 nor Windows-1252"),
        (RELEASE.encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        (b"No words in quotation marks are in this text.", "no quotes"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path, data, sentence):
    file = tmp_path / "release.txt"
    file.write_bytes(data)
    out, err = run(file, status=1)
    assert out == ""
    assert sentence in err
    assert err.count("\n") == 1
    assert not SourceDocument.objects.exists()


def test_a_missing_file_and_a_directory_are_refused(tmp_path):
    assert "There is no file" in run(tmp_path / "none.txt", status=1)[1]
    assert "is a directory" in run(tmp_path, status=1)[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--url", "javascript:alert(1)"), "https://"),
        (("--url", "ftp://example.org/x"), "https://"),
        (("--year", "0"), "does not fit"),
        (("--year", "99999"), "does not fit"),
        (("--year", "9999"), "does not fit"),
    ],
)
def test_an_impossible_address_or_year_stores_nothing(release, arguments, sentence):
    assert sentence in run(release, *arguments, status=1)[1]
    assert not SourceDocument.objects.exists()
    assert not Witness.objects.exists()


@pytest.mark.skipif(not PRESS.is_dir(), reason="the shared releases are not here")
def test_the_june_release_becomes_what_is_expected():
    expected = json.loads((PRESS / "2023-06-13_smith_cecc.expected.json").read_text(encoding="utf-8"))
    run(PRESS / "2023-06-13_smith_cecc.txt", "--year", 2023)
    hearing, source = Hearing.objects.get(), SourceDocument.objects.get()
    assert (hearing.title, hearing.date.isoformat()) == (expected["event"]["title"], "2023-06-13")
    assert [(body.name, body.abbreviation) for body in hearing.bodies.all()] == [
        ("Congressional-Executive Commission on China", "CECC")
    ]
    rows = list(hearing.appearances.all())
    assert (str(rows[0].person), rows[0].role) == (expected["event"]["chair"], "chair")
    assert [
        (str(row.person), row.title.splitlines(), row.organization or None, row.person.honorific or None)
        for row in rows[1:]
    ] == [
        (one["name"], one["titles"], one.get("organization"), one.get("honorific"))
        for one in expected["event"]["witnesses"]
    ]
    assert [mention.as_named for mention in hearing.mentions.all()] == expected["instruments"]
    for quote, read in zip(hearing.quotes.all(), expected["quotes"], strict=True):
        assert quote.spans == [[part["start"], part["end"]] for part in read["parts"]]
        assert passages(source.text, quote.spans) == quote.text
        assert quote.kind == read["kind"]
        assert quote.speaker is None or str(quote.speaker.person) == read["speaker"]


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_every_golden_release_is_stored_as_it_was_read(file):
    read = read_release(decode(file.read_bytes()))
    _, err = run(file, status=0 if read.quotes else 1)
    if not read.quotes:
        assert not SourceDocument.objects.exists()
        return
    source = SourceDocument.objects.get()
    if source.hearing is None:
        assert "waits for its review" in err
        return
    quotes = list(source.hearing.quotes.all())
    assert [quote.text for quote in quotes] == ["\n\n".join(part.text for part in one.parts) for one in read.quotes]
    assert all(passages(source.text, quote.spans) == quote.text for quote in quotes)
