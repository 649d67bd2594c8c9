"""What decisions make in the record, and what is refused."""

import datetime
from dataclasses import replace

import pytest
from django.contrib.admin.models import LogEntry

from hearings.actions.publishing import quote_problems
from hearings.importing.days import complete_date
from hearings.importing.load import (
    Decisions,
    PersonDecision,
    QuoteDecision,
    ReferenceDecision,
    SavedAlready,
    StillQuoted,
    discard,
    receive,
    save_draft,
)
from hearings.importing.marking import segments
from hearings.importing.matching import BodyIndex, PeopleIndex
from hearings.importing.proposal import certain, propose, reference_kind
from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import Event, NotSpeech, Office, Part, QuoteReading, Reading, WitnessReading
from hearings.importing.texts.receive import PARSER, ImportRefused
from hearings.models import Body, Hearing, HistoryEntry, Mention, Quote, Reference, SourceDocument, State
from tests.factories import make_hearing, make_person, make_quote, make_reference, make_source, make_user
from witnesses.models import Witness

pytestmark = pytest.mark.django_db

TEXT = "“One,” said Ana Sample. “Two words.” And “three” too."


def decisions(**changed):
    fields = {
        "title": "Of Samples",
        "date": datetime.date(2021, 5, 4),
        "people": (PersonDecision("Ana Sample", "chair"), PersonDecision("Bo Example, Jr.", "witness", "Dr.", "Head")),
        "quotes": (QuoteDecision(((1, 5), (25, 34)), "direct", 0), QuoteDecision(((41, 46),), "partial", None)),
        "references": (ReferenceDecision("Sample Treaty", "treaty"),),
        "new_body": "Sample Commission on Measures (SCM)",
    }
    return Decisions(**fields | changed)


def reading(**changed):
    event = Event(
        type="hearing",
        title="Of Samples",
        date_partial="June 13",
        body="Sample Commission (SC)",
        chair="Ana Sample",
        witnesses=(WitnessReading("Robert King", "Ambassador", ("Envoy", "Former Head"), "Sample Institute"),),
    )
    quotes = (
        QuoteReading("Ana Sample", "Sample", "direct", (Part("One,", 1, 5), Part("Two words.", 25, 35)), 0.95, "said"),
        QuoteReading("Robert King", "King", "partial", (Part("three", 42, 47),), 0.5, "unsure"),
    )
    fields = {
        "kind": "press_release",
        "office": Office("Ana Sample", "Rep. Ana Sample"),
        "event": event,
        "quotes": quotes,
    }
    return Reading(**fields | changed)


def propose_now(read):
    return propose(read, PeopleIndex(), BodyIndex())


def test_a_draft_has_every_row_that_was_decided():
    source, editor = make_source(text=TEXT), make_user()
    hearing = save_draft(source=source, decisions=decisions(), by=editor)
    assert (hearing.state, hearing.slug, hearing.date_precision) == (State.DRAFT, "of-samples-2021", "day")
    assert [(body.name, body.abbreviation, body.kind) for body in hearing.bodies.all()] == [
        ("Sample Commission on Measures", "SCM", "commission")
    ]
    chair, witness = hearing.appearances.all()
    assert (str(chair.person), chair.role, chair.person.sort_name) == ("Ana Sample", "chair", "Sample, Ana")
    assert (witness.person.family_name, witness.person.suffix, witness.person.honorific) == ("Example", "Jr.", "Dr.")
    first, second = hearing.quotes.all()
    assert first.text == "One,\n\nTwo words"
    assert (first.spans, first.speaker, second.speaker) == ([[1, 5], [25, 34]], chair, None)
    assert quote_problems(first) == []
    assert [str(mention) for mention in hearing.mentions.all()] == ["Sample Treaty"]
    source.refresh_from_db()
    assert source.hearing == hearing
    assert LogEntry.objects.get().user == editor


def test_the_import_is_written_down_with_its_bytes_and_the_version_of_the_parser():
    source = make_source(text=TEXT)
    hearing = save_draft(source=source, decisions=decisions(), by=None)
    entry = HistoryEntry.objects.get(record=hearing.public_id)
    assert (entry.action, entry.kind) == ("imported", "hearing")
    assert f"SHA-256 {source.sha256}, parser {PARSER}." in entry.note


def test_saving_twice_says_which_hearing_it_became():
    source = make_source(text=TEXT)
    hearing = save_draft(source=source, decisions=decisions(), by=None)
    with pytest.raises(SavedAlready) as saved:
        save_draft(source=source, decisions=decisions(), by=None)
    assert saved.value.hearing == hearing
    assert Hearing.objects.count() == 1


def test_nothing_is_left_of_a_draft_that_fails():
    source = make_source(text=TEXT)
    with pytest.raises(Witness.DoesNotExist):
        save_draft(source=source, decisions=decisions(people=(PersonDecision("X", "chair", known=99),)), by=None)
    assert not Hearing.objects.exists()
    assert not Body.objects.exists()


def test_addresses_stay_unique():
    first = save_draft(source=make_source(text=TEXT), decisions=decisions(), by=None)
    second = save_draft(source=make_source(text=TEXT), decisions=decisions(), by=None)
    assert (first.slug, second.slug) == ("of-samples-2021", "of-samples-2021-2")
    assert len(set(Witness.objects.values_list("slug", flat=True))) == 4


def test_a_title_without_latin_letters_has_an_address_too():
    hearing = save_draft(source=make_source(text=TEXT), decisions=decisions(title="청문회", date=None), by=None)
    assert (hearing.slug, hearing.date_precision) == ("hearing", "stated")


def test_known_people_and_references_are_used_again():
    ana = make_person(given_name="Ana", family_name="Sample")
    treaty = make_reference(title="Sample treaty", kind="treaty")
    people = (PersonDecision("Ana Sample", "chair", known=ana.pk),)
    save_draft(source=make_source(text=TEXT), decisions=decisions(people=people, quotes=()), by=None)
    assert list(Witness.objects.all()) == [ana]
    assert list(Reference.objects.all()) == [treaty]
    assert Mention.objects.get().as_named == "Sample Treaty"


def test_a_family_name_that_stands_first_is_filed_under_itself():
    people = (PersonDecision("Kim Cheol-su", "witness", family_first=True),)
    save_draft(source=make_source(text=TEXT), decisions=decisions(people=people, quotes=()), by=None)
    kim = Witness.objects.get()
    assert (kim.full_name, kim.family_name, kim.sort_name) == ("Kim Cheol-su", "Kim", "Kim, Cheol-su")


def test_the_same_bytes_are_kept_once():
    first, fresh = receive(data=b"abc", text="abc", by=None, url="https://example.org/")
    again, fresh_again = receive(data=b"abc", text="abc", by=None)
    assert (fresh, fresh_again, again.pk) == (True, False, first.pk)
    assert bytes(SourceDocument.objects.get().original) == b"abc"


def test_only_a_waiting_source_is_discarded():
    waiting, saved = make_source(), make_source(hearing=make_hearing())
    discard(source=waiting)
    with pytest.raises(SavedAlready):
        discard(source=saved)
    assert list(SourceDocument.objects.all()) == [saved]


def test_a_source_in_which_quotes_stand_is_not_discarded():
    quote = make_quote()
    SourceDocument.objects.update(hearing=None)
    with pytest.raises(StillQuoted):
        discard(source=quote.source)
    assert Quote.objects.filter(source__isnull=False).exists()


def test_only_what_is_certain_is_linked():
    king = make_person(given_name="Robert R.", family_name="King")
    proposal = propose_now(reading())
    taken, doubts = certain(proposal)
    assert [(person.name, person.role, person.known) for person in taken.people] == [
        ("Ana Sample", "chair", None),
        ("Robert King", "witness", None),
    ]
    assert [quote.speaker for quote in taken.quotes] == [0, None]
    assert any(king.full_name in doubt and "check" in doubt for doubt in doubts)
    assert any("was stored without a speaker" in doubt for doubt in doubts)
    assert any("year" in doubt for doubt in doubts)


def test_what_is_uncertain_is_not_accepted_beforehand():
    proposal = propose_now(reading())
    assert [(row.accepted, row.speaker) for row in proposal.quotes] == [(True, 0), (False, 1)]
    assert proposal.people[1].titles == "Envoy\nFormer Head"
    assert (proposal.people[0].honorific, proposal.publisher) == ("Rep.", "Ana Sample")


def test_a_witness_without_a_given_name_is_left_to_the_editor():
    read = reading()
    proposal = propose_now(replace(read, event=replace(read.event, witnesses=(WitnessReading("Muster", "General"),))))
    assert [(row.name, row.role, row.accepted) for row in proposal.people[1:2]] == [("Muster", "witness", False)]
    taken, doubts = certain(proposal)
    assert "Muster" not in [person.name for person in taken.people]
    assert "“Muster” is a witness without a given name, and was not added to it." in doubts


def test_somebody_quoted_who_is_not_listed_is_not_taken_for_a_witness():
    quotes = (QuoteReading("Cy Stranger", "Stranger", "direct", (Part("One,", 1, 5),), 0.99, "said"),)
    proposal = propose_now(reading(quotes=quotes))
    stranger = proposal.people[2]
    assert (stranger.name, stranger.role, stranger.accepted) == ("Cy Stranger", "", False)
    assert proposal.quotes[0].accepted is False
    taken, _ = certain(proposal)
    assert "Cy Stranger" not in [person.name for person in taken.people]


def test_a_text_without_a_hearing_makes_no_draft():
    assert certain(propose_now(reading(event=None)))[0] is None


def test_the_year_completes_the_stated_day():
    taken, _ = certain(propose_now(reading()), year=2023)
    assert taken.date == datetime.date(2023, 6, 13)
    with pytest.raises(ImportRefused, match="June 13, 2022"):
        certain(propose_now(reading(event=Event(type="hearing", title="T", date="2022-06-13"))), year=2023)


def test_what_is_too_long_for_the_record_is_left_out_and_said():
    proposal = propose_now(reading(event=Event(type="hearing", title="T", place="x " * 200)))
    assert proposal.place == ""
    assert any("longer than 250" in warning for warning in proposal.warnings)


@pytest.mark.parametrize(
    ("stated", "year", "date"),
    [
        ("June 13", 2023, datetime.date(2023, 6, 13)),
        ("Tuesday, Sept. 5th", 2023, datetime.date(2023, 9, 5)),
        ("February 29", 2024, datetime.date(2024, 2, 29)),
        ("February 29", 2023, None),
        ("last Tuesday", 2023, None),
        ("June", 2023, None),
        ("", 2023, None),
    ],
)
def test_a_date_is_completed_or_not_made(stated, year, date):
    assert complete_date(stated, year) == date


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("1951 UN Convention Related to the Status of Refugees", "treaty"),
        ("1967 Protocol", "treaty"),
        ("North Korean Human Rights Act of 2004", "law"),
        ("H.R. 3012", "bill"),
        ("Annual Report", "report"),
        ("Something Else", ""),
    ],
)
def test_the_kind_of_a_reference_follows_from_its_words(title, kind):
    assert reference_kind(title) == kind


def test_the_marked_text_is_the_whole_text():
    words = NotSpeech("three", "a word", 42, 47)
    parts = segments(TEXT, reading(quotes=reading().quotes[:1], not_speech=(words,)))
    assert "".join(part.text for part in parts) == TEXT
    assert [(part.text, part.quote, part.first) for part in parts if part.quote] == [
        ("One,", 1, True),
        ("Two words.", 1, False),
    ]
    assert [part.text for part in parts if part.why] == ["three"]


def test_the_words_that_facts_were_read_from_are_marked():
    text = "Ida Specimen held a hearing entitled “Ropes” on June 13 in Room 7. Otto Muster testified: “Ropes hold.”"
    release = read_release(f"WASHINGTON – Chair {text}")
    parts = segments(f"WASHINGTON – Chair {text}", release)
    assert "".join(part.text for part in parts) == f"WASHINGTON – Chair {text}"
    assert {(part.text, part.fact) for part in parts if part.fact} >= {
        ("on June 13", "Date"),
        ("Otto Muster", "Witness"),
    }
    assert [part.text for part in parts if part.quote] == ["Ropes hold."]
