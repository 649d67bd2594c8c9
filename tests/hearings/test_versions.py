"""Published versions: their canonical text, the proof on their page, and what their page says about them."""

import hashlib
import html
import json
import re
import subprocess

import pytest

from hearings.actions.corrections import correct, restore, seal, withdraw
from hearings.actions.publishing import publish_hearing
from hearings.canonical import canonical_json, commitment, new_salt
from hearings.models import Version
from tests.factories import (
    image_address,
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_quote_in,
    make_site,
    make_source,
    publish,
    reload,
    reword,
)

AWKWARD = [
    "Plain words.",
    "She said \"no\", and 'never', and `why`.",
    "It's the people's 100% %s %d %n right.",
    "Back\\slash \\n \\x41 \\\\ and a $HOME $(date) !! ; | & > < * ? ~",
    "One line,\nanother line\twith a tab.",
    "First passage.\n\nSecond passage.",
    "-n --help -e words that begin with dashes",
    "이것은 견본 문장입니다. بۇ بىر ئۈلگە جۈملە. 😀 e\u0301 \u00e9 \u200f \ufeff",
    "<b>&amp; &lt;script&gt;</b> {{ words }} {% now 'Y' %}",
    "Line\u2028separator\u2029 and \x7f delete",
]


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({"b": 1, "a": 2}, '{"a":2,"b":1}'),
        ({"a": {"z": [], "y": {}}, "A": ""}, '{"A":"","a":{"y":{},"z":[]}}'),
        ({"text": '"\\/\b\f\n\r\t'}, '{"text":"\\"\\\\/\\b\\f\\n\\r\\t"}'),
        ({"text": "\x00\x0f\x1f\x7f"}, '{"text":"\\u0000\\u000f\\u001f\x7f"}'),
        ({"text": "€ 한 😀 \u2028"}, '{"text":"€ 한 😀 \u2028"}'),
        ({"text": "e\u0301"}, '{"text":"e\u0301"}'),
        (
            {"n": [0, -1, 4.50, 2e-3, 1e30, 1e-27, 333333333.33333329]},
            '{"n":[0,-1,4.5,0.002,1e+30,1e-27,333333333.3333333]}',
        ),
        ({"l": [None, True, False]}, '{"l":[null,true,false]}'),
        (
            {"€": 5, "\r": 1, "\ufb33": 7, "1": 2, "😀": 6, "\x80": 3, "ö": 4},
            '{"\\r":1,"1":2,"\x80":3,"ö":4,"€":5,"😀":6,"\ufb33":7}',
        ),
    ],
)
def test_canonical_json_is_that_of_rfc_8785(record, expected):
    assert canonical_json(record) == expected
    assert json.loads(expected) == record


def test_the_commitment_is_the_sha256_of_the_utf8_bytes():
    assert commitment("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert commitment("€") == hashlib.sha256(b"\xe2\x82\xac").hexdigest()


def test_a_salt_has_128_bits_and_is_never_the_same():
    salts = {new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert all(re.fullmatch(r"[0-9a-f]{32}", salt) for salt in salts)


@pytest.mark.django_db
def test_a_version_is_canonical_and_committed_to():
    quote = make_quote()
    site = make_site(latitude="12.345678", longitude="-98.7", coordinate_precision="exact")
    make_exhibit(hearing=quote.hearing, site=site)
    publish(quote.hearing)
    for version in Version.objects.all():
        assert canonical_json(json.loads(version.canonical)) == version.canonical
        assert hashlib.sha256(version.canonical.encode()).hexdigest() == version.commitment
        assert version.content["id"] == version.record.public_id
        assert version.content["version"] == version.number == 1
    assert {version.kind for version in Version.objects.all()} == {"quote", "exhibit", "hearing"}


@pytest.mark.django_db
def test_equal_words_have_different_commitments():
    versions = [make_public_quote(text="The same words").current for _ in range(2)]
    assert versions[0].commitment != versions[1].commitment
    assert versions[0].salt != versions[1].salt


@pytest.mark.django_db
def test_the_canonical_text_holds_nothing_of_the_words_around_the_quote():
    source = make_source(text="Secret before. “The quoted words,” said the secret after.")
    quote = make_public_quote(source=source, text="The quoted words,")
    assert "The quoted words," in quote.current.canonical
    assert "ecret" not in quote.current.canonical
    assert quote.current.selectors == [{"start": 16, "end": 33}]


@pytest.mark.django_db
@pytest.mark.parametrize("words", AWKWARD)
def test_the_command_on_the_version_page_recomputes_the_commitment(client, words):
    quote = make_public_quote(text=words)
    page = text_of(client.get(f"/q/{quote.public_id}/v1/"))
    version = quote.current
    assert version.text == words
    assert f'<dd class="hash">{version.commitment}</dd>' in page
    assert f'<dd class="hash">{version.salt}</dd>' in page
    [command] = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
    assert "\n" not in html.unescape(command)
    answer = subprocess.run(["sh", "-c", html.unescape(command)], capture_output=True, check=True, text=True)
    assert answer.stdout.split()[0] == version.commitment


@pytest.mark.django_db
def test_the_command_of_exhibits_and_hearings_recomputes_theirs(client):
    hearing = make_hearing(title="It's “100%” \\n", summary="'; echo 'broken")
    exhibit = make_exhibit(hearing=hearing, observation="A $(date) it's 5% \\t")
    publish(hearing)
    for record, address in ((hearing, f"/h/{hearing.public_id}/v1/"), (exhibit, f"/x/{exhibit.public_id}/v1/")):
        page = text_of(client.get(address))
        [command] = re.findall(r"<pre><code>(.*?)</code></pre>", page, re.DOTALL)
        answer = subprocess.run(["sh", "-c", html.unescape(command)], capture_output=True, check=True, text=True)
        assert answer.stdout.split()[0] == reload(record).current.commitment
        assert reload(record).current.commitment in page


@pytest.mark.django_db
def test_after_sealing_the_words_and_the_salt_are_gone_and_the_commitment_stays():
    quote = make_quote_in("Old words", "New words")
    publish(quote.hearing)
    reword(quote, "New words")
    before = {version.number: version.commitment for version in quote.versions.all()}
    seal(record=reload(quote), by=None)
    assert {version.number: version.commitment for version in quote.versions.all()} == before
    for version in quote.versions.all():
        assert (version.canonical, version.salt, version.text) == ("", "", "")
        assert version.sealed_at is not None


@pytest.mark.django_db
def test_a_frozen_version_shows_what_was_shown_then(client):
    speaker = make_appearance(title="Director then", person=make_person(given_name="Alba", family_name="Then"))
    quote = make_quote_in("Old words", "New words", hearing=speaker.hearing, speaker=speaker, note="A note.")
    publish(quote.hearing)
    speaker.title = "Minister later"
    speaker.save()
    reword(quote, "New words")
    first = text_of(client.get(f"/q/{quote.public_id}/v1/"))
    second = text_of(client.get(f"/q/{quote.public_id}/v2/"))
    assert "<p>“Old words”</p>" in first
    assert "Director then" in first
    assert "<p>“New words”</p>" in second
    assert "Minister later" in second
    assert "Director then" not in second


@pytest.mark.django_db
def test_the_banner_of_a_version_says_where_it_stands(client):
    quote = make_quote_in("Old words", "New words")
    publish(quote.hearing)
    first, second = f"/q/{quote.public_id}/v1/", f"/q/{quote.public_id}/v2/"
    assert "Version 1 is current." in text_of(client.get(first))
    reword(quote, "New words")
    page = text_of(client.get(first))
    assert "Corrected since." in page
    assert "<del>Old</del><ins>New</ins>" in page
    assert "Version 1 is current" not in page
    assert "Version 2 is current." in text_of(client.get(second))
    withdraw(record=reload(quote), sentence="It was never said.", by=None)
    for address, number in ((first, 1), (second, 2)):
        page = text_of(client.get(address))
        assert "Withdrawn." in page
        assert f"What you see is version {number}" in page
        assert "is current" not in page
        assert '<meta name="robots" content="noindex">' in page
    restore(record=reload(quote), sentence="It was said after all.", by=None)
    assert "Withdrawn." not in text_of(client.get(second))


@pytest.mark.django_db
def test_the_words_of_a_frozen_version_are_shown_although_the_quote_was_withdrawn(client):
    quote = make_public_quote(text="Words that were withdrawn")
    withdraw(record=quote, sentence="It was never said.", by=None)
    assert "“Words that were withdrawn”" in text_of(client.get(f"/q/{quote.public_id}/v1/"))
    assert "The hearing was withdrawn" not in text_of(client.get(f"/q/{quote.public_id}/v1/"))


@pytest.mark.django_db
def test_versions_under_a_withdrawn_hearing_say_so(client):
    quote = make_public_quote()
    withdraw(record=quote.hearing, sentence="It was never held.", by=None)
    for address in (quote.get_absolute_url(), f"/q/{quote.public_id}/v1/"):
        assert "The hearing was withdrawn." in text_of(client.get(address))


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "2", "3", "00", "-1", "9" * 30, "1.0", "one"])
def test_unknown_versions_are_not_there(client, number):
    quote = make_quote()
    exhibit = make_exhibit(hearing=quote.hearing)
    publish(quote.hearing)
    unknown = client.get("/no/such/page/").content
    for record in (quote, exhibit):
        response = client.get(f"{record.get_absolute_url()}v{number}/")
        assert (response.status_code, response.content) == (404, unknown)
    assert client.get(f"/h/{quote.hearing.public_id}/v2/").content == unknown


@pytest.mark.django_db
def test_hearings_and_exhibits_have_their_versions_too(client):
    hearing = make_hearing(title="Old title", summary="Old summary")
    exhibit = make_exhibit(hearing=hearing, observation="Old observation")
    publish(hearing)
    hearing, exhibit = reload(hearing), reload(exhibit)
    hearing.summary, exhibit.observation = "New summary", "New observation"
    correct(record=hearing, reason="factual", sentence="The summary was wrong.", by=None)
    correct(record=exhibit, reason="factual", sentence="The observation was wrong.", by=None)
    for address in (f"/h/{hearing.public_id}/", exhibit.get_absolute_url()):
        first, second = text_of(client.get(f"{address}v1/")), text_of(client.get(f"{address}v2/"))
        assert "<del>Old</del>" in first
        assert re.search(r"<p>Old (summary|observation)</p>", first)
        assert re.search(r"<p>New (summary|observation)</p>", second)
        assert "Version 2 is current." in second


@pytest.mark.django_db
def test_the_images_of_an_earlier_version_stay_and_those_not_published_yet_are_not_there(client):
    hearing = make_hearing()
    exhibit = make_exhibit(hearing=hearing, captures=2)
    publish(hearing)
    first = exhibit.captures.first()
    old = image_address(exhibit, first)
    first.delete()
    other = make_exhibit(captures=1).captures.get()
    exhibit.captures.add(other)
    new = image_address(exhibit, other).replace("/v1/", "/v2/")
    assert client.get(old).getvalue()
    assert client.get(new).status_code == 404
    correct(record=reload(exhibit), reason="factual", sentence="The wrong image was shown.", by=None)
    assert client.get(old).getvalue()
    assert client.get(new).getvalue()
    assert old in text_of(client.get(f"{exhibit.get_absolute_url()}v1/"))


@pytest.mark.django_db
def test_what_is_published_together_has_one_first_version_each():
    hearing = make_hearing()
    quotes = [make_quote(hearing=hearing) for _ in range(3)]
    publish_hearing(hearing=hearing, by=None, quotes=quotes)
    assert list(Version.objects.values_list("number", flat=True)) == [1] * 4
