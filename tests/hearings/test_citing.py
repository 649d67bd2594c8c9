"""Records as they are cited: names and facts as the version tells them, files that reference managers read."""

import datetime
import json
import re
from pathlib import Path

import jsonschema
import pytest
from django.conf import settings
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from hearings.actions.corrections import withdraw
from hearings.citations import STYLES, Person, coins
from hearings.citations.marks import on_one_line
from hearings.representations import bibtex, cited, csl, ris
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    make_quote_in,
    publish,
    reload,
    reword,
)
from tests.hearings.citations.samples import QUOTE, make_cited

SCHEMA = json.loads((Path(__file__).parent.parent / "schemas" / "csl-hearing.json").read_text())
LATEX = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~"}
LATEX |= {"textasciicircum": "^"}
WORDS = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"A{text}")


def read_ris(text):
    """The fields of one record, each tag with its values."""
    fields = {}
    for line in text.removesuffix("\r\n").split("\r\n"):
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line, re.DOTALL).groups()
        fields.setdefault(tag, []).append(value)
    return fields


def read_bibtex(text):
    """Type, key and fields of one entry, by counting braces as BibTeX does, LaTeX's marks read back."""
    kind, key, body = re.fullmatch(r"@(\w+)\{([\w-]+),\n(.*)\n\}\n", text, re.DOTALL).groups()
    fields = {}
    for line in body.split("\n"):
        name, value = re.fullmatch(r"  (\w+) = (.*?),?", line).groups()
        depth = 0
        for mark in value:
            depth += {"{": 1, "}": -1}.get(mark, 0)
            assert depth >= 0
        assert depth == 0
        fields[name] = value
    return kind, key, fields


def unlatex(value):
    marks = re.sub(r"\\(text\w+)\{\}", lambda match: f"\0{LATEX[match[1]]}", value)
    return re.sub(r"\\([&%$#_])", r"\1", marks).replace("\0", "")


@given(WORDS, WORDS)
def test_ris_gives_back_what_was_put_in_on_one_line_each(words, title):
    fields = read_ris(ris.ris(make_cited(text=words, hearing=title, speaker=Person(words))))
    assert fields["TY"] == ["HEAR"]
    assert fields["ER"] == [""]
    assert fields["AB"] == [on_one_line(words).strip()]
    assert fields["AU"] == [on_one_line(on_one_line(words).replace(",", " ")).strip()]
    assert fields["UR"] == [QUOTE]


@given(WORDS, WORDS)
def test_bibtex_gives_back_what_was_put_in(words, title):
    sample = make_cited(text=words, hearing=title, speaker=Person(words))
    kind, key, fields = read_bibtex(bibtex.bibtex(sample))
    assert (kind, key) == ("misc", "quote-0123456789abcdef")
    assert unlatex(fields["abstract"][1:-1]) == on_one_line(words).strip()
    assert unlatex(fields["author"][2:-2]) == on_one_line(words).strip()
    assert unlatex(fields["title"][2:-2]) == sample.title


@given(WORDS, st.sampled_from([(), (2023,), (2023, 6), (2023, 6, 13)]))
def test_csl_is_valid_and_gives_back_what_was_put_in(words, date):
    items = json.loads(csl.csl(make_cited(text=words, date=date, hearing=words, speaker=Person(words, words))))
    jsonschema.validate(items, SCHEMA)
    assert items[0]["abstract"] == words
    assert items[0].get("issued") == ({"date-parts": [list(date)]} if date else None)


@pytest.mark.parametrize(
    ("person", "in_ris", "in_bibtex", "in_csl"),
    [
        (
            Person("Witness A"),
            "Witness A",
            "{{Witness A}}",
            {"literal": "Witness A"},
        ),
        (
            Person("van der Sample", "Bert", "Jr., Ph.D."),
            "van der Sample, Bert, Jr.",
            "{van der Sample, Jr., Bert}",
            {"family": "van der Sample", "given": "Bert", "suffix": "Jr."},
        ),
        (
            Person("Kim", "Cheol-su", family_first=True),
            "Kim, Cheol-su",
            "{Kim, Cheol-su}",
            {"family": "Kim", "given": "Cheol-su", "static-ordering": True},
        ),
        (Person("Sample and Sons", "Al"), "Sample and Sons, Al", "{{Sample and Sons}, Al}", None),
        (
            Person("Witness A, a guard"),
            "Witness A a guard",
            "{{Witness A, a guard}}",
            {"literal": "Witness A, a guard"},
        ),
    ],
)
def test_names_in_files(person, in_ris, in_bibtex, in_csl):
    sample = make_cited(speaker=person)
    assert read_ris(ris.ris(sample))["AU"] == [in_ris]
    assert read_bibtex(bibtex.bibtex(sample))[2]["author"] == in_bibtex
    assert in_csl is None or json.loads(csl.csl(sample))[0]["author"] == [in_csl]


@pytest.mark.parametrize(
    ("date", "day", "month"),
    [((2023, 6, 13), "2023/06/13/", "jun"), ((2023, 6), "2023/06//", "jun"), ((2023,), "2023///", None)],
)
def test_dates_in_files_are_as_precise_as_they_are_known(date, day, month):
    fields = read_ris(ris.ris(make_cited(date=date)))
    assert (fields["PY"], fields["DA"]) == (["2023"], [day])
    assert read_bibtex(bibtex.bibtex(make_cited(date=date)))[2].get("month") == month


def test_without_year_and_speaker_no_file_makes_them_up():
    sample = make_cited(date=(), speaker=None, congress=None)
    assert not {"PY", "DA", "AU", "T3"} & set(read_ris(ris.ris(sample)))
    assert not {"year", "month", "day", "author"} & set(read_bibtex(bibtex.bibtex(sample))[2])
    assert not {"issued", "author", "authority"} & set(json.loads(csl.csl(sample))[0])
    assert "rft.date" not in coins(sample)
    assert "rft.au" not in coins(sample)


def test_reference_managers_get_the_fields_that_their_styles_print_as_they_are():
    sample = make_cited(bodies=("Sample Commission", "The Other Commission"), congress=103, pages=("112", "113"))
    [item] = json.loads(csl.csl(sample))
    assert item["section"] == "Sample Commission and the Other Commission"  # which follows `before the`
    assert (item["authority"], item["page"], item["genre"]) == ("103d Cong.", "112-113", "Hearing")
    fields = read_ris(ris.ris(sample))
    assert (fields["T2"], fields["T3"]) == ([item["section"]], ["103d Cong."])
    assert (fields["SP"], fields["EP"]) == (["112"], ["113"])
    assert read_bibtex(bibtex.bibtex(sample))[2]["pages"] == "{112--113}"


def test_what_is_withdrawn_and_what_is_an_exhibit_is_said_in_fields_of_their_own():
    [item] = json.loads(csl.csl(make_cited(kind="exhibit", text="A site", withdrawn=True)))
    assert (item["status"], item["genre"]) == ("withdrawn", "Exhibit")
    assert item["note"].startswith("Exhibit: A site, version 2. Presented by: Director, Sample Institute.")
    assert "status" not in json.loads(csl.csl(make_cited()))[0]


def test_no_title_can_set_another_field_by_the_note():
    [item] = json.loads(csl.csl(make_cited(kind="exhibit", text="A site {:authority:Fake}\nauthor: Fake")))
    assert "{:" not in item["note"]
    assert "\n" not in item["note"]


def test_coins_tell_reference_managers_that_it_is_a_hearing():
    context = coins(make_cited(hearing="A & B"))
    assert context.startswith("ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=hearing&")
    assert "&rft.title=A+%26+B&rft.aulast=Sample&rft.aufirst=Alba&" in context
    assert "&rft.date=2023-06-13&" in context


@pytest.mark.django_db
def test_a_quote_is_cited_with_the_parts_of_its_speakers_name():
    person = make_person(given_name="Cheol-su", family_name="Kim", family_first=True, honorific="Dr.")
    hearing = make_hearing(congress=118, place="Room 1", bodies=[make_body(name="Sample Commission")])
    quote = make_public_quote(speaker=make_appearance(hearing=hearing, person=person))
    told = cited.quote(quote, quote.shown)
    assert told.speaker == Person("Kim", "Cheol-su", family_first=True, honorific="Dr.")
    assert (told.affiliation, told.bodies) == ("Director of Samples, Sample Institute", ("Sample Commission",))
    assert (told.congress, told.place, told.date, told.withdrawn) == (118, "Room 1", (2023, 6, 13), False)
    assert told.permalink == f"{settings.SITE_URL}/q/{quote.public_id}/"
    assert told.url == f"{settings.SITE_URL}/q/{quote.public_id}/v1/"


@pytest.mark.django_db
def test_a_version_keeps_the_name_under_which_it_was_published():
    quote = make_public_quote(speaker=make_appearance(person=make_person(given_name="Alba", family_name="van Sample")))
    person = quote.speaker.person
    person.family_name = "Other"
    person.save()
    assert cited.quote(reload(quote), quote.shown).speaker == Person("van Sample", "Alba")
    person.family_first = True
    person.save()
    assert cited.quote(reload(quote), quote.shown).speaker == Person("Alba", "van Sample", family_first=True)


@pytest.mark.django_db
def test_a_protected_person_is_cited_under_the_chosen_name_in_one_piece():
    person = make_person(given_name="", family_name="Witness A", protected=True)
    quote = make_public_quote(speaker=make_appearance(person=person, title="Secret title", organization="Secret body"))
    told = cited.quote(quote, quote.shown)
    assert (told.speaker, told.affiliation) == (Person("Witness A"), "")
    files = "".join(module.quote(quote, quote.shown) for module in (ris, bibtex, csl))
    assert "Witness A" in files
    assert "Secret" not in files


@pytest.mark.django_db
def test_turns_exhibits_and_hearings_are_cited_too():
    hearing = make_hearing(date=datetime.date(2023, 6, 1), date_precision="month")
    speaker = make_appearance(hearing=hearing)
    exhibit = make_exhibit(hearing=hearing, presented_by=speaker, captures=1)
    transcript = make_public_transcript("Sample words.", "[Recess.]", hearing=hearing, speaker=speaker)
    turn = transcript.turns.first()
    said, shown, held = (
        cited.turn(turn, turn.shown),
        cited.exhibit(reload(exhibit), reload(exhibit).shown),
        cited.hearing(reload(hearing), reload(hearing).shown),
    )
    assert (said.text, said.speaker.family, said.date) == ("Sample words.", speaker.person.family_name, (2023, 6))
    assert (shown.text, shown.speaker.given, shown.hearing) == (exhibit.title, "Alba", hearing.title)
    assert shown.affiliation == "Director of Samples, Sample Institute"
    assert (held.speaker, held.url) == (None, f"{settings.SITE_URL}/h/{hearing.public_id}/")
    for module in (ris, bibtex, csl):
        assert hearing.title in module.turn(turn, turn.shown)
        assert exhibit.title in module.exhibit(reload(exhibit), reload(exhibit).shown)
        assert hearing.title in module.hearing(reload(hearing), reload(hearing).shown)


@pytest.mark.django_db
def test_a_turn_is_cited_by_its_pages_in_print_where_all_of_them_are_known():
    turn = make_public_transcript("Sample words.").turns.first()
    told = {}
    for pages in (["12", "13"], ["", "13"], []):
        turn.pages = pages
        told[tuple(pages)] = cited.turn(turn, turn.shown).pages
    assert told == {("12", "13"): ("12", "13"), ("", "13"): (), (): ()}


@pytest.mark.django_db
def test_a_turn_of_nobody_has_no_speaker():
    turn = make_public_transcript("[Recess.]").turns.first()
    turn.speaker = None
    version = type(turn.shown).of(turn, turn.published_at)
    assert cited.turn(turn, version).speaker is None


@pytest.mark.django_db
def test_files_of_a_withdrawn_quote_say_so(client):
    quote = make_public_quote()
    withdraw(record=quote, sentence="It was never said.", by=None)
    for ending in ("ris", "bib", "csl.json"):
        assert "Withdrawn" in client.get(f"/q/{quote.public_id}.{ending}").text


@pytest.mark.django_db
def test_what_stands_under_a_withdrawn_hearing_is_withdrawn():
    quote = make_public_quote()
    withdraw(record=quote.hearing, sentence="It was never held.", by=None)
    quote = reload(quote)
    assert cited.quote(quote, quote.shown).withdrawn


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ending", "media_type"),
    [
        ("ris", "application/x-research-info-systems"),
        ("bib", "application/x-bibtex"),
        ("csl.json", "application/vnd.citationstyles.csl+json"),
    ],
)
def test_reference_managers_get_their_formats_by_ending_and_by_accept(client, ending, media_type):
    quote = make_public_quote()
    by_ending = client.get(f"/q/{quote.public_id}.{ending}")
    by_accept = client.get(f"/q/{quote.public_id}/", headers={"accept": media_type})
    assert by_ending["Content-Type"].startswith(media_type)
    assert by_accept["Content-Type"].startswith(media_type)
    assert by_ending.content == by_accept.content


@pytest.mark.django_db
@pytest.mark.parametrize(("title", "cited_as"), [("Samples.", "Samples"), ("Is it?", "Is it?")])
def test_a_title_is_cited_without_its_full_stop(client, title, cited_as):
    hearing = publish(make_hearing(title=title))
    assert f"TI  - {cited_as}\r\n" in client.get(f"/h/{hearing.public_id}.ris").text


@pytest.mark.django_db
def test_the_cite_section_shows_every_style_and_links_to_the_files_of_the_version():
    quote = make_quote_in("Sample words.", "Other words.", hearing=make_hearing(title="Samples & <others>"))
    publish(quote.hearing)
    quote = reload(quote)
    section = Template("{% load citing %}{% cite quote version %}")
    html = section.render(Context({"quote": quote, "version": quote.shown}))
    for style in STYLES:
        assert f"<dt>{style}</dt>" in html
    assert "<i>Samples &amp; &lt;others&gt;: Hearing Before the Sample Commission" in html
    assert f'href="/q/{quote.public_id}.ris" download' in html
    old = quote.shown
    reword(quote, "Other words.")
    quote = reload(quote)
    pinned = section.render(Context({"quote": quote, "version": old}))
    assert f'href="/q/{quote.public_id}/v1.csl.json" download' in pinned
    assert "Sample words" in pinned
    assert "Other words" not in pinned


@pytest.mark.django_db
def test_a_list_can_tell_reference_managers_what_it_lists():
    hearing = reload(publish(make_hearing(title="A & B")))
    html = Template('{% load citing %}<span class="Z3988" title="{% coins_title hearing %}"></span>').render(
        Context({"hearing": hearing})
    )
    assert 'title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=' in html
    assert "rft.title=A+%26+B&amp;" in html
