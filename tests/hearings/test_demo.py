"""The demo content: what a reader sees of it, what nobody sees yet, and that loading it again changes nothing."""

import hashlib
import io
import json
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.management import call_command
from PIL import Image

from hearings.actions.publishing import change_slug
from hearings.demo.load import load_demo
from hearings.demo.pictures import draw
from hearings.models import Capture, Correction, Exhibit, Hearing, Quote, SourceDocument, Turn
from hearings.storage import original_name, rendition_name
from hearings.text import passages
from tests.factories import make_hearing, make_person

JUNE = "north-korean-refugees-and-the-imminent-danger-of-forced-repatriation-2023"
SCRIPTS = "sample-testimony-in-several-scripts"
LAMPS = "sample-lamps-and-who-counts-them"
HIDDEN = ["sample-announced-in-advance", "sample-draft-without-a-year", "sample-waiting-for-review"]
CUT_SHORT = "This is a sample sentence that was cut short"
PICTURES = ["compound-before", "compound-after", "crossing-before", "crossing-after"]
EXPECTED = settings.BASE_DIR.parent / "shared/data/press/2023-06-13_smith_cecc.expected.json"

# Speaker, kind, and for each part its first words and its length in characters.
QUOTATIONS = [
    ("Christopher H. Smith", "direct", [("Beijing must not be complicit", 124)]),
    ("Christopher H. Smith", "direct", [("These refugees are not mere statistics,", 114)]),
    ("Christopher H. Smith", "partial", [("well-positioned to use its influence,", 156)]),
    ("Robert King", "direct", [("We need to continue the effort", 190), ("If they are returned to", 138)]),
    ("Jung-Hoon Lee", "direct", [("The legal tools are there", 82), ("The forcible repatriation of", 197)]),
    ("Ethan Hee-Seok Shin", "direct", [("The United Nations High", 144), ("The UNHCR needs to play", 109)]),
    ("Hanna Song", "direct", [("It is imperative that the United States", 240)]),
]
TITLES = {
    "Rep. Christopher H. Smith": ["Chair, Congressional-Executive Commission on China"],
    "Ambassador Robert King": ["Former Special Envoy for North Korean Human Rights Issues"],
    "Ambassador Jung-Hoon Lee": [
        "Dean of Yonsei University’s Graduate School of International Studies",
        "Former South Korean Ambassador-at-Large for North Korean Human Rights",
    ],
    "Ethan Hee-Seok Shin": ["Legal Analyst", "Transitional Justice Working Group"],
    "Hanna Song": ["Director of International Cooperation", "Database Center for North Korean Human Rights"],
}
PLAIN = {"progressive", "progression", "xmp"}


@pytest.fixture
def demo(db):
    load_demo()


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def rows():
    """Every row of the two apps, with all its columns."""
    models = [model for app in ("hearings", "witnesses") for model in apps.get_app_config(app).get_models()]
    models += [Hearing.bodies.through, Hearing.topics.through]
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in models}


def june_quotes():
    return list(Quote.objects.filter(hearing__slug=JUNE).select_related("speaker__person", "source"))


def test_loading_it_again_changes_no_row_and_says_so(demo, capsys):
    before = rows()
    call_command("demo")
    assert rows() == before
    assert "nothing was changed" in capsys.readouterr().out


def test_if_empty_leaves_a_record_alone_that_has_a_hearing(db, capsys):
    make_hearing()
    call_command("demo", "--if-empty")
    assert Hearing.objects.count() == 1
    assert "no demo content was loaded" in capsys.readouterr().out


def test_if_empty_fills_an_empty_record_and_names_what_was_loaded(db, capsys):
    call_command("demo", "--if-empty")
    out = capsys.readouterr().out
    assert f"Loaded, published: {Hearing.objects.get(slug=JUNE).title}" in out
    assert "Loaded, scheduled: Sample hearing: announced in advance" in out


def test_the_hearing_of_june_2023_shows_who_spoke_under_which_title(client, demo):
    html = page(client, f"/hearings/{JUNE}/")
    assert "June 13, 2023" in html
    assert "Washington, DC" in html
    assert "118th" in html
    for name, titles in TITLES.items():
        assert name in html
        assert all(title in html for title in titles)
    roles = Hearing.objects.get(slug=JUNE).appearances.values_list("role", flat=True)
    assert list(roles) == ["chair", "witness", "witness", "witness", "witness"]


def test_its_page_names_the_treaties_the_source_and_its_own_page(client, demo):
    html = page(client, f"/hearings/{JUNE}/")
    assert "189 U.N.T.S. 137" in html
    assert "606 U.N.T.S. 267" in html
    assert "named as “1951 UN Convention Related to the Status of Refugees”" in html
    assert "https://oceancountyleader.com/stories/644056846-" in html
    assert "An excerpt: it holds only the quoted passages" in html
    assert "https://www.cecc.gov/events/hearings/north-korean-refugees-and-the-imminent-danger" in html


def test_its_seven_quotations_stand_in_the_order_of_the_release(demo):
    read = [
        (quote.speaker.person.full_name, quote.kind, [(part, len(part)) for part in quote.passages])
        for quote in june_quotes()
    ]
    assert [row[:2] for row in read] == [row[:2] for row in QUOTATIONS]
    for (*_, parts), (*_, wanted) in zip(read, QUOTATIONS, strict=True):
        assert [length for _, length in parts] == [length for _, length in wanted]
        assert all(part.startswith(words) for (part, _), (words, _) in zip(parts, wanted, strict=True))


@pytest.mark.skipif(not EXPECTED.exists(), reason="the release's reading is not beside this project")
def test_its_quotations_equal_the_reading_of_the_release_letter_for_letter(demo):
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))["quotes"]
    wanted = [(row["speaker"], row["kind"], [part["text"] for part in row["parts"]]) for row in expected]
    assert [(row.speaker.person.full_name, row.kind, row.passages) for row in june_quotes()] == wanted


def test_every_quotation_stands_in_its_source_and_all_but_one_were_published_once(client, demo):
    for quote in Quote.objects.public().select_related("source", "current"):
        assert passages(quote.source.text, quote.spans) == quote.text
        numbers = [version.number for version in quote.versions.all()]
        assert numbers == ([1, 2] if quote.text.startswith(CUT_SHORT) else [1])
        assert quote.current.text == quote.text
        assert all(part in page(client, f"/q/{quote.public_id}/") for part in quote.passages)


def test_the_corrected_sample_quotation_shows_what_was_put_right(client, demo):
    quote = Quote.objects.get(text__startswith=CUT_SHORT)
    html = page(client, f"/q/{quote.public_id}/")
    assert "A sample of a correction: the quotation broke off" in html
    assert "<ins>, and that was put right by a correction which everybody can read.</ins>" in html
    assert "Corrected since." in page(client, f"/q/{quote.public_id}/v1/")


def test_the_withdrawn_sample_quotation_says_why_and_leaves_the_hearing(client, demo):
    quote = Quote.objects.get(state="withdrawn")
    html = page(client, f"/q/{quote.public_id}/")
    [shown] = re.findall(r"<main.*</main>", html, re.DOTALL)
    assert shown.count("A sample of a withdrawal: these words were never said") == 1
    assert quote.text in html
    assert quote.text not in page(client, f"/hearings/{SCRIPTS}/")


def test_nothing_of_june_2023_is_corrected_or_withdrawn(demo):
    assert {quote.state for quote in june_quotes()} == {"published"}
    assert not Correction.objects.under(Hearing.objects.get(slug=JUNE)).exists()


def test_the_source_of_june_2023_holds_the_quoted_words_and_no_reporting(demo):
    source = SourceDocument.objects.get(hearing__slug=JUNE)
    assert source.sha256 == hashlib.sha256(source.original).hexdigest()
    assert bytes(source.original).decode() == source.text
    outside = [line for line in source.text.splitlines() if line and not line.startswith("“")]
    assert all(line.endswith(":") and len(line) < 80 for line in outside)
    assert source.text.count("“") == 10


@pytest.mark.parametrize("slug", HIDDEN)
def test_what_is_scheduled_in_review_or_a_draft_is_not_there_for_readers(client, demo, slug):
    hearing = Hearing.objects.get(slug=slug)
    missing = client.get("/hearings/never-existed/").content
    for path in (f"/hearings/{slug}/", f"/h/{hearing.public_id}/"):
        response = client.get(path)
        assert response.status_code == 404
        assert response.content == missing
    for path in ("/", "/hearings/", "/bodies/sample-commission-on-records/", "/topics/samples/"):
        assert hearing.title not in page(client, path)


def test_the_scheduled_hearing_waits_for_ten_in_washington(demo):
    hearing = Hearing.objects.get(slug=HIDDEN[0])
    assert hearing.is_scheduled
    assert hearing.published_at.isoformat() == "2030-01-15T15:00:00+00:00"


def test_a_draft_quote_and_a_draft_exhibit_stay_off_the_published_sample(client, demo):
    html = page(client, f"/hearings/{SCRIPTS}/")
    quote = Quote.objects.get(state="draft", hearing__slug=SCRIPTS)
    exhibit = Exhibit.objects.get(state="draft", hearing__slug=SCRIPTS)
    assert quote.text not in html
    assert exhibit.title not in html
    sha256 = exhibit.captures.get().sha256
    for path in (f"/q/{quote.public_id}/", f"/x/{exhibit.public_id}/", f"/x/{exhibit.public_id}/v1/{sha256}/960.jpg"):
        assert client.get(path).status_code == 404


def test_the_sample_shows_korean_and_uyghur_in_their_direction(client, demo):
    html = page(client, f"/hearings/{SCRIPTS}/")
    assert re.search(r'<blockquote[^>]* lang="ko" dir="ltr"[^>]*>\s*<p>“이것은 견본 문장입니다.', html)
    assert re.search(r'<blockquote[^>]* lang="ug" dir="rtl"[^>]*>\s*<p>“بۇ بىر ئۈلگە جۈملە.', html)
    assert "Gyeonbon Jeungin" in html
    assert "견본 증인" in html


def test_the_protected_sample_witness_is_shown_by_the_chosen_name_alone(client, demo):
    html = page(client, f"/hearings/{SCRIPTS}/") + page(client, "/witnesses/witness-s/")
    assert "Witness S" in html
    assert "not released" not in html


def test_nothing_invented_passes_for_real(client, demo):
    samples = Hearing.objects.exclude(slug=JUNE)
    assert samples.count() == 6
    for hearing in samples:
        assert hearing.title.startswith("Sample hearing: ")
        assert "This hearing is a sample." in hearing.summary
        assert all(quote.note.startswith("Sample text") for quote in hearing.quotes.all())


def test_every_picture_is_captioned_as_a_generated_sample(client, demo):
    exhibits = Exhibit.objects.public()
    assert exhibits.count() == 2
    for exhibit in exhibits:
        html = page(client, f"/x/{exhibit.public_id}/")
        for capture in exhibit.captures.all():
            assert capture.is_sample
            assert capture.alt_text.startswith("Drawing, not a photograph")
            assert html.count(capture.alt_text) >= 2  # on the image, and in words beside its facts
        assert "Generated sample, not imagery" in html
        assert "https://creativecommons.org/publicdomain/zero/1.0/" in html


def test_the_exhibit_of_june_2023_claims_no_date_place_or_resolution(client, demo):
    exhibit = Exhibit.objects.get(hearing__slug=JUNE)
    assert exhibit.presented_by.person.full_name == "Hanna Song"
    assert exhibit.shown_with.text.startswith("It is imperative")
    html = page(client, f"/x/{exhibit.public_id}/")
    assert "The source names no coordinates." in html
    assert "not what was shown at the hearing" in html
    for capture in exhibit.captures.all():
        assert capture.acquired is None
        assert capture.ground_sample_distance is None


def test_the_public_pictures_are_ready_and_carry_nothing_but_what_is_said_of_them(demo):
    for capture in Capture.objects.all():
        assert capture.rendering["widths"] == [480, 960, 1280]
        with default_storage.open(original_name(capture.sha256)) as file, Image.open(file) as image:
            assert image.size == (1280, 960)
            assert not image.getexif()
        name = rendition_name(capture.rendering["recipe"], capture.sha256, 960, "jpg")
        with default_storage.open(name) as file, Image.open(file) as image:
            assert image.size == (960, 720)
            assert not image.getexif()
            assert set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"} <= PLAIN


def test_pictures_are_the_same_bytes_in_another_process():
    script = (
        "import hashlib, sys; from hearings.demo.pictures import draw\n"
        "for name in sys.argv[1:]: print(hashlib.sha256(draw(name)).hexdigest())"
    )
    command = [sys.executable, "-c", script, *PICTURES]
    done = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=True)
    here = [hashlib.sha256(draw(name)).hexdigest() for name in PICTURES]
    assert done.stdout.split() == here
    assert len(set(here)) == len(PICTURES)


@pytest.mark.parametrize("name", PICTURES)
def test_words_across_each_picture_say_what_it_is(name):
    with Image.open(io.BytesIO(draw(name))) as image:
        band = image.convert("L").crop((60, 890, 1220, 930))
    strokes = [x for x in range(band.width) if max(band.getpixel((x, y)) for y in range(band.height)) > 220]
    assert strokes[0] < 60
    assert strokes[-1] > band.width - 60
    assert sum(band.histogram()[:80]) > band.width * band.height * 0.5


def test_a_person_whom_the_record_knows_already_is_not_changed(db):
    person = make_person(given_name="Robert R.", family_name="King", slug="robert-king", biography="Ours.")
    load_demo()
    person.refresh_from_db()
    assert (person.given_name, person.biography) == ("Robert R.", "Ours.")
    assert person.appearances.count() == 1


def test_a_hearing_that_was_given_another_address_is_not_loaded_again(demo):
    change_slug(hearing=Hearing.objects.get(slug=JUNE), slug="june-2023", by=None)
    assert load_demo() == []
    assert not Hearing.objects.filter(slug=JUNE).exists()


def test_a_sample_that_was_deleted_comes_back_with_the_source_it_left(demo):
    hearing = Hearing.objects.get(slug="sample-waiting-for-review")
    source = hearing.sources.get()
    hearing.quotes.all().delete()
    hearing.delete()
    assert [again.slug for again in load_demo()] == ["sample-waiting-for-review"]
    source.refresh_from_db()
    assert source.hearing.slug == "sample-waiting-for-review"
    assert source.hearing.quotes.get().source == source


def test_the_sample_transcript_shows_everything_that_a_transcript_can_have(client, demo):
    html = page(client, f"/hearings/{LAMPS}/transcript/")
    assert "Official transcript" in html
    assert "<h2>STATEMENT OF ALEX SAMPLE, SAMPLE ANALYST, SAMPLE ARCHIVE</h2>" in html
    assert re.search(r'in a sample hall\.<sup><a id="m-\w+-1" href="#n-\w+-1">1', html)
    assert "A sample footnote: there is no hall" in html
    assert "In print: page 3" in html
    assert '<section class="row turn direction"' in html
    assert "[Laughter.]" in html
    assert "Not identified" in html
    assert "A sample: an invented transcript" in html


def test_its_sample_quotes_are_told_as_verbatim_differing_and_not_found(client, demo):
    quotes = Quote.objects.filter(hearing__slug=LAMPS)
    assert [quote.finding.outcome for quote in quotes] == ["verbatim", "differs", "missing"]
    differing = page(client, quotes[1].get_absolute_url())
    assert "<ins>" in differing
    assert "can tell" in differing
    assert "Verbatim in the transcript" in page(client, f"/hearings/{LAMPS}/")


def test_the_words_of_the_sample_transcript_name_nobody_who_is_no_sample(demo):
    speakers = {turn.speaker.person.full_name for turn in Turn.objects.exclude(speaker=None)}
    assert speakers == {"Pat Example", "Sam Specimen, Jr.", "Alex Sample"}
