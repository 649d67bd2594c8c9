"""Records in other formats: by the ending of their address, by what a program accepts, and while they may be read."""

import datetime
import re

import icalendar
import pytest
from django.conf import settings

from hearings.actions.corrections import correct, seal, withdraw
from hearings.actions.publishing import publish_exhibit, publish_quote
from hearings.representations.formats import FORMATS, formats_of
from tests.crawling import addresses_of, ask, public_routes
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_source,
    make_transcript,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db
VERSION = re.compile("hearings:[a-z]+_version").fullmatch


def routes_of(prefix):
    """The routes below the address of one kind of record, from the URLconf."""
    return [(name, needs) for name, needs in public_routes() if name.startswith(f"hearings:{prefix}")]


def every_address(record, prefix):
    for name, needs in routes_of(prefix):
        if needs <= {"public_id", "number", "format"}:
            for ending in FORMATS if "format" in needs else ["txt"]:
                yield addresses_of(name, needs, {"public_id": record.public_id, "number": 1, "format": ending})


def test_a_quote_as_text_has_its_words_attribution_and_both_addresses(client):
    quote = make_public_quote(text="Sample words.")
    text = ask(client, f"/q/{quote.public_id}.txt").text
    assert text.startswith(f"“Sample words.”\n\n— {quote.speaker.person.styled_name}, Director of Samples, Sample Inst")
    assert f"Permanent link: {settings.SITE_URL}/q/{quote.public_id}/\n" in text
    assert f"/q/{quote.public_id}/v1/" in text
    assert quote.current.commitment in text


def test_passages_stand_in_marks_of_their_own_in_every_text(client):
    source = make_source(text="“First words,” she said. “Then others.”")
    quote = make_public_quote(text="First words,\n\nThen others.", source=source)
    for address in (f"/q/{quote.public_id}.txt", f"/h/{quote.hearing.public_id}.txt"):
        assert "“First words,”\n\n“Then others.”\n" in ask(client, address).text, address


def test_a_version_as_text_keeps_its_words_and_says_that_it_was_corrected(client):
    quote = make_public_quote(text="Sample words.", source=make_source(text="“Sample words.” “Other words.”"))
    quote.text, quote.spans = "Other words.", [[17, 29]]
    correct(record=quote, reason="typo", sentence="The words were wrong.", by=None)
    old = ask(client, f"/q/{quote.public_id}/v1.txt").text
    assert "“Sample words.”" in old
    assert "CORRECTED SINCE: version 2 is current." in old
    assert "“Other words.”" in ask(client, f"/q/{quote.public_id}.txt").text
    assert ask(client, f"/q/{quote.public_id}/v3.txt").status == 404
    for ending in ("ris", "bib", "csl.json", "annotation.json"):
        assert "version 2 is current" in ask(client, f"/q/{quote.public_id}/v1.{ending}").text, ending
        assert "is current" not in ask(client, f"/q/{quote.public_id}/v2.{ending}").text, ending
    plain = client.get(f"/q/{quote.public_id}/v1/", headers={"accept": "text/plain"})
    assert "“Sample words.”" in plain.content.decode()


def test_a_withdrawn_quote_says_so_first_of_its_standing(client):
    quote = make_public_quote()
    withdraw(record=quote, sentence="It was never said.", by=None)
    text = ask(client, f"/q/{quote.public_id}.txt").text
    assert "WITHDRAWN. Do not quote it as valid.\nIt was never said." in text
    _, comment = client.get(f"/q/{quote.public_id}.annotation.json").json()["body"]
    assert comment["purpose"] == "commenting"
    assert "It was never said." in comment["value"]
    title = re.search(r"<title>(.*?)</title>", ask(client, quote.get_absolute_url()).text)[1]
    assert title.startswith("Withdrawn: ")


def test_a_quote_as_annotation_points_at_the_passage_and_tells_no_word_around_it(client):
    source = make_source(text="“Sample words,” said Real Name.", url="https://example.org/release")
    quote = make_public_quote(text="Sample words,", source=source)
    answer = client.get(f"/q/{quote.public_id}.annotation.json")
    assert answer["Content-Type"].startswith("application/ld+json")
    [target] = answer.json()["target"]
    assert target["source"]["id"] == "https://example.org/release"
    assert target["selector"] == [
        {"type": "TextPositionSelector", "start": 1, "end": 14},
        {"type": "TextQuoteSelector", "exact": "Sample words,"},
    ]
    assert "Real Name" not in answer.text


def test_a_quote_of_a_turn_is_annotated_with_the_words_around_it(client):
    transcript = make_public_transcript("Before that, sample words were said.")
    turn = transcript.turns.get()
    quote = make_quote(speaker=turn.speaker, text="sample words", source=transcript.source, turn=turn, spans=[[13, 25]])
    publish_quote(quote=quote, by=None)
    [target] = client.get(f"/q/{quote.public_id}.annotation.json").json()["target"]
    assert target["source"]["id"].endswith(f"/t/{turn.public_id}/v1/")
    assert target["selector"][1]["prefix"] == "Before that, "
    assert target["selector"][1]["suffix"] == " were said."


def test_a_hearing_its_transcript_and_an_exhibit_can_be_had_as_text(client):
    transcript = make_public_transcript("First words.", "Second words.")
    hearing = transcript.hearing
    exhibit = make_exhibit(hearing=hearing)
    publish_exhibit(exhibit=exhibit, by=None)
    assert hearing.title in ask(client, f"/h/{hearing.public_id}.txt").text
    words = ask(client, f"/transcripts/{transcript.public_id}.txt").text
    assert words.index("First words.") < words.index("Second words.")
    assert f"/t/{transcript.turns.first().public_id}/" in words
    assert exhibit.title in ask(client, f"/x/{exhibit.public_id}.txt").text
    assert "First words." in ask(client, f"/t/{transcript.turns.first().public_id}.txt").text


def test_a_stage_direction_as_text_is_nobodys_words_and_footnotes_stand_below_theirs(client):
    transcript = make_transcript("Sample words.", "[Applause.]")
    first, second = transcript.turns.all()
    first.footnotes = [{"mark": "1", "at": 6, "text": "A sample note."}]
    first.save()
    second.kind, second.speaker, second.label = "direction", None, ""
    second.save()
    publish(transcript.hearing)
    text = ask(client, f"/t/{second.public_id}.txt").text
    assert text.startswith("[Applause.]\n\nStage direction, no words of a speaker.\n\n")
    assert "identified" not in text
    text = ask(client, f"/t/{first.public_id}.txt").text
    assert text.startswith("Sample words.\n\nFootnotes\n\n1 A sample note.\n\n— ")
    whole = ask(client, f"/transcripts/{transcript.public_id}.txt").text
    assert "Sample words.\n\n1 A sample note.\n" in whole
    assert "2. Stage direction\n[Applause.]\n" in whole
    assert client.get(f"/api/v1/turns/{first.public_id}").json()["footnotes"] == first.footnotes


def test_the_permalink_answers_in_the_format_that_a_program_accepts(client):
    quote = make_public_quote(text="Sample words.")
    address = quote.get_absolute_url()
    plain = client.get(address, headers={"accept": "text/plain"})
    assert plain["Content-Type"].startswith("text/plain")
    assert "Accept" in plain["Vary"]
    profile = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    assert client.get(address, headers={"accept": profile})["Content-Type"].startswith("application/ld+json")
    page = client.get(address, headers={"accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert page["Content-Type"].startswith("text/html")
    assert "Accept" in page["Vary"]
    for nothing in ("", "*/*", "image/png", "garbage"):
        assert client.get(address, headers={"accept": nothing})["Content-Type"].startswith("text/html"), nothing


def test_every_permalink_with_versions_answers_in_each_format_by_ending_and_by_accept_alike(client):
    transcript = make_public_transcript("Sample words.")
    exhibit = make_exhibit(hearing=transcript.hearing)
    publish_exhibit(exhibit=exhibit, by=None)
    turn = transcript.turns.get()
    quote = make_quote(speaker=turn.speaker, text="Sample words.", source=transcript.source, turn=turn, spans=[[0, 13]])
    publish_quote(quote=quote, by=None)
    records = {one._meta.model_name: one for one in (transcript.hearing, transcript, turn, quote, exhibit)}
    kinds = {name.removeprefix("hearings:").removesuffix("_version") for name, _ in public_routes() if VERSION(name)}
    assert kinds == set(records)
    for kind, record in records.items():
        assert {"txt", "json"} <= set(formats_of(kind))
        version = record.current.get_absolute_url()
        for ending, module in formats_of(kind).items():
            for address in (version.partition("v1/")[0], version):
                by_ending = client.get(f"{address.removesuffix('/')}.{ending}")
                by_accept = client.get(address, headers={"accept": module.MEDIA_TYPE}, follow=True)
                assert by_ending.status_code == 200, (address, ending)
                assert by_accept.content == by_ending.content, (address, ending)
                assert by_accept["Content-Type"] == by_ending["Content-Type"]
                assert "Accept" in by_accept["Vary"]


def test_a_corrected_title_is_told_by_what_stands_at_a_permalink_and_a_version_keeps_its_own(client):
    transcript = make_public_transcript("Some sample words.")
    hearing, turn = transcript.hearing, transcript.turns.get()
    exhibit = make_exhibit(hearing=hearing)
    publish_exhibit(exhibit=exhibit, by=None)
    quote = make_quote(
        speaker=turn.speaker, text="Some sample words.", source=transcript.source, turn=turn, spans=[[0, 18]]
    )
    publish_quote(quote=quote, by=None)
    before, after = hearing.title, "Rivers and weirs"
    hearing = reload(hearing)
    hearing.title = after
    correct(record=hearing, reason="factual", sentence="The title was wrong.", by=None)
    for record in (quote, turn, exhibit):
        here = record.get_absolute_url()
        kind = record._meta.model_name
        endings = [f".{ending}" for ending in formats_of(kind) if "annotation" not in ending and ending != "json"]
        for ending in [*endings, "/", *(["/embed/"] if kind != "turn" else [])]:
            now, then = (ask(client, f"{here}{number}".rstrip("/") + ending).text for number in ("", "v1"))
            assert (after in now, before in now) == (True, False), (kind, ending)
            assert before in then, (kind, ending)
        for number, title in (("", after), ("/versions/1", before)):
            of_api = client.get(f"/api/v1/{kind}s/{record.public_id}{number}").json()
            of_page = client.get(f"{here.removesuffix('/')}{number.replace('versions/', 'v')}.json").json()
            assert of_api["hearing"]["title"] == of_page["hearing"]["title"] == title
    words = ask(client, f"/transcripts/{transcript.public_id}.txt").text
    assert (words.startswith(f"Official transcript: {after}\n"), before in words) == (True, False)
    for path in (
        f"/api/v1/check?text={quote.text}",
        f"/search/?q={quote.text}",
        f"{hearing.get_absolute_url()}feed.atom",
    ):
        assert (after in ask(client, path).text, before in ask(client, path).text) == (True, False), path


def test_an_earlier_version_of_a_transcript_has_its_facts_and_says_where_the_words_stand(client):
    transcript = make_public_transcript("Sample words.")
    transcript.note = "The morning session only."
    correct(record=transcript, reason="factual", sentence="A note was missing.", by=None)
    base = f"/transcripts/{transcript.public_id}"
    first, second = (ask(client, f"{base}/v{number}.txt").text for number in (1, 2))
    assert "The morning session only." in second
    assert "Sample words." in second
    assert "The morning session only." not in first
    assert "CORRECTED SINCE: version 2 is current." in first
    assert f"Permanent link: {settings.SITE_URL}{base}/\n" in first
    facts = client.get(f"{base}/v1.json").json()
    assert (facts["type"], facts["version"], facts["is_current"], facts["note"]) == ("transcript", 1, False, "")
    assert facts["turns"]["count"] == 1


def test_a_format_may_be_read_by_any_site_is_not_indexed_and_is_not_sent_twice(client):
    quote = make_public_quote()
    answer = client.get(f"/q/{quote.public_id}.txt")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    again = client.get(f"/q/{quote.public_id}.txt", headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_every_version_format_and_file_of_a_sealed_record_is_gone(client):
    quote = make_public_quote(text="Secret words.")
    before = {path: ask(client, path).status for path in every_address(quote, "quote")}
    assert sorted(set(before.values())) == [200, 404]
    seal(record=quote, by=None)
    for path, status in before.items():
        answer = ask(client, path)
        assert answer.status == 410, path
        assert b"Secret words" not in answer.body, (path, status)


def test_what_was_never_public_is_no_part_of_anything_sealed(client):
    hearing = make_hearing()
    quote = make_quote(hearing=hearing)
    for path in every_address(quote, "quote"):
        assert ask(client, path).status == 404


def test_a_hearing_as_calendar_has_its_moment_and_its_place(client):
    body = make_body(name="Sample; Commission, of Rivers")
    hearing = make_hearing(
        title="Rivers, dams; and \\ more",
        bodies=[body],
        place="Room 1,\nSample House",
        start_time=datetime.time(10, 30),
    )
    make_appearance(hearing=hearing)
    publish(hearing)
    answer = client.get(f"/h/{hearing.public_id}.ics")
    [event] = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Rivers, dams; and \\ more"
    assert str(event["LOCATION"]) == "Room 1,\nSample House"
    assert event["DTSTART"].dt == datetime.datetime(2023, 6, 13, 14, 30, tzinfo=datetime.UTC)
    assert str(event["URL"]).endswith(f"/h/{hearing.public_id}/")
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


def test_a_hearing_without_a_time_is_of_the_whole_day_and_one_without_a_day_is_no_event(client):
    whole = make_hearing()
    month = make_hearing(date_precision="month", date=datetime.date(2023, 6, 1))
    for hearing in (whole, month):
        make_appearance(hearing=hearing)
        publish(hearing)
    [event] = icalendar.Calendar.from_ical(client.get(f"/h/{whole.public_id}.ics").content).walk("VEVENT")
    assert event["DTSTART"].dt == datetime.date(2023, 6, 13)
    assert event["DTEND"].dt == datetime.date(2023, 6, 14)
    assert icalendar.Calendar.from_ical(client.get(f"/h/{month.public_id}.ics").content).walk("VEVENT") == []


def test_a_withdrawn_hearing_is_cancelled_and_lists_no_words(client):
    quote = make_public_quote(text="Sample words.")
    withdraw(record=reload(quote.hearing), sentence="It was not held.", by=None)
    assert "Sample words." not in ask(client, f"/h/{quote.hearing.public_id}.txt").text
    [event] = icalendar.Calendar.from_ical(client.get(f"/h/{quote.hearing.public_id}.ics").content).walk("VEVENT")
    assert str(event["STATUS"]) == "CANCELLED"


def test_a_postponed_hearing_may_still_be_held_and_says_so(client):
    announced = [make_hearing(status=status) for status in ("postponed", "cancelled")]
    events = []
    for hearing in announced:
        make_appearance(hearing=hearing)
        publish(hearing)
        events += icalendar.Calendar.from_ical(client.get(f"/h/{hearing.public_id}.ics").content).walk("VEVENT")
    assert [str(event["STATUS"]) for event in events] == ["TENTATIVE", "CANCELLED"]
    assert str(events[0]["SUMMARY"]) == f"Postponed: {announced[0].title}"
    assert str(events[1]["SUMMARY"]) == f"Cancelled: {announced[1].title}"
