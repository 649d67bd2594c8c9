"""The record as files: what they hold, that spreadsheets are safe with them, and that nothing sealed stays in them."""

import csv
import hashlib
import json
import re
import shutil
from datetime import datetime
from io import StringIO

import extruct
import pytest
from django.conf import settings
from django.core.management import call_command

from hearings.actions.corrections import seal, withdraw
from hearings.actions.exporting import TABLES, export
from hearings.exports import UNFINISHED, folder, wanted
from hearings.representations.sheets import flat
from tests.crawling import ask
from tests.factories import (
    make_exhibit,
    make_full_hearing,
    make_public_quote,
    make_quote,
    make_quote_in,
    make_site,
    publish,
    reload,
    reword,
)

pytestmark = pytest.mark.django_db
ANEW = "The files are being made anew"


@pytest.fixture(autouse=True)
def no_export_of_before():
    shutil.rmtree(folder(), ignore_errors=True)
    wanted().unlink(missing_ok=True)


def is_being_made_anew(client, place):
    """Its files answer that, and when to ask again; so does the page."""
    for edition in (place.name, "latest"):
        answer = ask(client, f"/data/{edition}/quotes.jsonl")
        assert (answer.status, dict(answer.headers)["Retry-After"]) == (503, "600")
        assert ANEW in answer.text
        assert b"<main" in answer.body
    assert ANEW in ask(client, "/data/").text


def lines(place, name):
    return [json.loads(line) for line in (place / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def rows(place, name):
    return list(csv.DictReader(StringIO((place / f"{name}.csv").read_bytes().decode("utf-8-sig"), newline="")))


def test_an_export_holds_every_public_record_as_the_api_shows_it(client, tmp_path):
    publish(make_full_hearing("one"))
    quote = make_quote_in("Old sample words", "New sample words")
    publish(quote.hearing)
    reword(quote, "New sample words")
    make_full_hearing("canary")
    place = export(tmp_path / "out")
    assert {path.stem for path in place.glob("*.jsonl")} == set(TABLES)
    for name in ("hearings", "quotes", "turns", "exhibits", "corrections"):
        api = client.get(f"/api/v1/{name}").json()["items"]
        assert sorted(api, key=str) == sorted(lines(place, name), key=str)
        assert len(rows(place, name)) == len(api) > 0
    versions = lines(place, "quote-versions")
    assert [one["version"] for one in versions if one["id"] == quote.public_id] == [1, 2]
    assert lines(place, "references")
    assert lines(place, "people")
    assert all(b"canary" not in path.read_bytes() for path in place.iterdir())


def test_every_file_has_its_checksum_and_no_unfinished_one_is_left(tmp_path):
    make_public_quote()
    place = export(tmp_path / "out")
    sums = dict(reversed(line.split("  ")) for line in (place / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == {path.name for path in place.iterdir()} - {"SHA256SUMS"}
    for name, sha256 in sums.items():
        assert hashlib.sha256((place / name).read_bytes()).hexdigest() == sha256
    assert [path.name for path in tmp_path.iterdir() if UNFINISHED in path.name] == []


def test_the_description_has_the_properties_of_the_data_package_standard(tmp_path):
    """https://datapackage.org/standard/data-package/ and .../data-resource/, version 2."""
    make_public_quote()
    place = export(tmp_path / "out")
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    own = {"$schema", "name", "title", "description", "homepage", "created", "licenses", "contributors", "resources"}
    assert set(package) == own | {"seals"}
    [licence] = package["licenses"]
    assert licence["path"] == f"{settings.SITE_URL}/data/#licence"
    assert set(licence) <= {"name", "path", "title"}
    assert datetime.fromisoformat(package["created"]).tzinfo
    names = [one["name"] for one in package["resources"]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    for one in package["resources"]:
        path = place / one["path"]
        assert (one["bytes"], one["encoding"]) == (path.stat().st_size, "utf-8")
        assert one["hash"] == f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        assert one["format"] == path.suffix[1:]
        assert one["mediatype"] == {"csv": "text/csv", "jsonl": "application/jsonl", "txt": "text/plain"}[one["format"]]
        if one["path"] == "quotes.csv":
            columns = [field["name"] for field in one["schema"]["fields"]]
            assert columns == list(rows(place, "quotes")[0])
            assert {field["type"] for field in one["schema"]["fields"]} == {"string"}


def test_the_page_describes_each_file_as_schema_org_has_it(client):
    make_public_quote()
    call_command("export", stdout=StringIO())
    [place] = folder().iterdir()
    [found] = extruct.extract(ask(client, "/data/").text, syntaxes=["json-ld"], uniform=True)["json-ld"]
    package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    assert (found["@type"], found["dateModified"]) == ("Dataset", package["created"])
    assert found["license"] == package["licenses"][0]["path"]
    for one, file in zip(found["distribution"], package["resources"], strict=True):
        assert one["contentUrl"] == f"{settings.SITE_URL}/data/{place.name}/{file['path']}"
        assert (one["encodingFormat"], f"sha256:{one['sha256']}") == (file["mediatype"], file["hash"])


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_cell_begins_like_a_formula(tmp_path, start):
    words = f"{start}SUM(1,2) “words”"
    make_public_quote(text="Plain words.", note=words)
    place = export(tmp_path / "out")
    [line], [row] = lines(place, "quotes"), rows(place, "quotes")
    assert line["note"] == words
    assert row["note"] == f"'{words}"
    assert not [cell for cell in row.values() if cell.startswith((*"=+-@\t\r\n",))]


def test_flat_rows_are_words_and_numbers():
    row = flat({"a": {"b": None, "c": [1]}, "d": True, "e": -1, "f": {}})
    assert row == {"a.b": "", "a.c": "[1]", "d": "true", "e": "'-1", "f": "{}"}


def test_the_page_offers_the_newest_export_and_says_when_there_is_none(client):
    wanted().parent.mkdir(parents=True, exist_ok=True)
    wanted().touch()
    page = ask(client, "/data/").text
    assert ANEW in page
    assert '"@type": "Dataset"' in page
    make_public_quote()
    call_command("export", stdout=StringIO())
    page = ask(client, "/data/").text
    [place] = folder().iterdir()
    for path in place.iterdir():
        response = client.get(f"/data/{place.name}/{path.name}")
        assert response.getvalue() == path.read_bytes()
        assert response["Access-Control-Allow-Origin"] == "*"
        assert f'href="http://testserver/data/{place.name}/{path.name}"' in page
    assert ANEW not in page
    for name in ("../../db.sqlite3", "nothing.csv", "..%2F..%2Fx"):
        assert ask(client, f"/data/{place.name}/{name}").status == 404


def test_the_files_of_the_newest_export_have_an_address_that_stays(client):
    make_public_quote()
    for _ in range(2):
        call_command("export", stdout=StringIO())
    before, newest = sorted(path.name for path in folder().iterdir())
    assert ask(client, "/data/latest/quotes.csv").location == f"/data/{newest}/quotes.csv"
    assert ask(client, f"/data/{before}/quotes.csv").status == 200
    assert ask(client, "/data/latest/nothing.csv").status == 404


def test_old_exports_are_swept(client):
    make_public_quote()
    for _ in range(4):
        call_command("export", stdout=StringIO())
    assert len(list(folder().iterdir())) == 2


def test_sealing_deletes_every_export_and_asks_for_a_new_one(client, django_capture_on_commit_callbacks):
    quote = make_public_quote(text="Sealed sample words.")
    call_command("export", stdout=StringIO())
    [place] = folder().iterdir()
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(quote), by=None)
    assert not folder().exists()
    assert wanted().exists()
    is_being_made_anew(client, place)
    call_command("export", stdout=StringIO())
    assert not wanted().exists()
    [place] = folder().iterdir()
    assert all(b"Sealed sample words" not in path.read_bytes() for path in place.iterdir())


def test_an_export_that_survived_a_sealing_is_not_handed_on(client):
    """As when the machine stopped between the sealing and the deleting of the files."""
    quote = make_public_quote()
    call_command("export", stdout=StringIO())
    [place] = folder().iterdir()
    seal(record=reload(quote), by=None)
    is_being_made_anew(client, place)


def test_an_export_that_tells_of_a_place_that_was_hidden_since_is_not_handed_on(client):
    site = make_site(coordinate_precision="exact", latitude=42.95, longitude=129.8)
    publish(make_exhibit(site=site).hearing)
    call_command("export", stdout=StringIO())
    [place] = folder().iterdir()
    site.coordinate_precision = "withheld"
    site.save()
    is_being_made_anew(client, place)


def test_what_was_withdrawn_is_not_in_the_next_export(tmp_path):
    quote = make_public_quote()
    make_quote(hearing=quote.hearing)
    withdraw(record=reload(quote), sentence="It was not said.", by=None)
    place = export(tmp_path / "out")
    assert lines(place, "quotes") == []
    assert [one["kind"] for one in lines(place, "corrections")] == ["withdrawal"]


@pytest.mark.parametrize("size", [3, 12])
def test_an_export_asks_the_database_as_often_whatever_there_is(tmp_path, django_assert_num_queries, size):
    for _ in range(size):
        make_public_quote()
    with django_assert_num_queries(23):
        export(tmp_path / "out")


def test_a_site_that_exported_nothing_yet_says_so(client):
    page = ask(client, "/data/").text
    assert "Nothing was exported yet" in page
    assert ANEW not in page
    assert ask(client, "/data/latest/quotes.jsonl").status == 404


def test_spreadsheets_are_told_that_it_is_utf_8(tmp_path):
    make_public_quote(text="표본 말")
    place = export(tmp_path / "out")
    data = (place / "quotes.csv").read_bytes()
    assert data.startswith("\ufeff".encode())
    assert [row["text"] for row in rows(place, "quotes")] == ["표본 말"]
    assert next(iter(rows(place, "quotes")[0])) == "type"
    resources = json.loads((place / "datapackage.json").read_text())["resources"]
    [described] = [one for one in resources if one["path"] == "quotes.csv"]
    assert described["schema"]["fields"][0]["name"] == "type"
    assert "byte order" in (place / "README.txt").read_text()


def test_a_file_that_the_reader_has_is_not_sent_again(client):
    make_public_quote()
    place = export(folder())
    for name in ("quotes.jsonl", "datapackage.json"):
        address = f"/data/{place.name}/{name}"
        first = client.get(address)
        assert first.getvalue() == (place / name).read_bytes()
        for header in ({"if-none-match": first["ETag"]}, {"if-modified-since": first["Last-Modified"]}):
            again = client.get(address, headers=header)
            assert (again.status_code, again["ETag"], again.getvalue()) == (304, first["ETag"], b"")
    assert (
        len({dict(ask(client, f"/data/{place.name}/{name}.csv").headers)["ETag"] for name in ("quotes", "turns")}) == 2
    )
