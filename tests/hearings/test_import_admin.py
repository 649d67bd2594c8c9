"""The review of an import: accept, edit or refuse what was read, and save it as a draft."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from hearings.actions.publishing import quote_problems
from hearings.admin.quote_row import parse_spans
from hearings.models import Hearing, Quote, SourceDocument
from tests.factories import make_appearance, make_body, make_person
from tests.releases import IMPORT, QUOTES, RELEASE, browser, form_values, open_review, paste
from witnesses.models import Witness

pytestmark = pytest.mark.django_db
TAKEN = {"people-1-accept": "on"}


def test_the_review_shows_the_text_with_every_passage_marked(editor_client):
    page = browser(editor_client.get(paste(editor_client).url))
    for number in (1, 2, 3):
        assert f'<mark id="passage-{number}"><a href="#quote-{number}"' in page
        assert f'id="quote-{number}"' in page
        assert f'href="#passage-{number}"' in page
    assert page.count("<mark") - page.count('<mark class="fact"') == 2 + 4 + 1  # the legend, four parts, the title
    assert '<mark class="fact" title="Witness">' in page
    assert 'class="not-speech" title="title of the hearing">Lost Samples and Their Finders</mark>' in page


def test_the_review_saves_exactly_what_it_shows(editor_client):
    url, values = open_review(editor_client)
    assert "left out" not in browser(editor_client.get(url))
    values["year"] = "2021"
    answer = editor_client.post(url, values)
    hearing, source = Hearing.objects.get(), SourceDocument.objects.get()
    assert answer.url == reverse("admin:hearings_hearing_change", args=[hearing.pk])
    assert (hearing.state, hearing.title, hearing.slug) == (
        "draft",
        "Lost Samples and Their Finders",
        "lost-samples-and-their-finders-2021",
    )
    assert hearing.date.isoformat() == "2021-05-04"
    assert [(body.name, body.abbreviation) for body in hearing.bodies.all()] == [
        ("Sample Commission on Measures", "SCM")
    ]
    assert [(row.person.styled_name, row.role, row.title, row.organization) for row in hearing.appearances.all()] == [
        ("Rep. Sam Specimen", "chair", "", ""),
        ("Dr. Alba Example", "witness", "Director of Research", "Institute of Samples"),
        ("Ambassador Jung-Hoon Muster", "witness", "Former Envoy for Measures", ""),
    ]
    quotes = list(hearing.quotes.all())
    assert [(str(quote.speaker.person), quote.passages) for quote in quotes] == QUOTES
    for quote, (_, parts) in zip(quotes, QUOTES, strict=True):
        assert [source.text[start:end] for start, end in quote.spans] == parts
        assert (quote.source, quote_problems(quote)) == (source, [])
    assert [(m.reference.title, m.reference.kind) for m in hearing.mentions.all()] == [
        ("Convention on the Safety of Samples", "treaty")
    ]
    assert (source.hearing, source.publisher) == (hearing, "Sam Specimen")
    assert "Saved as a draft" in browser(editor_client.get(answer.url))


def test_without_a_year_the_draft_keeps_the_stated_day(editor_client):
    url, values = open_review(editor_client)
    editor_client.post(url, values)
    hearing = Hearing.objects.get()
    assert (hearing.date, hearing.date_words) == (None, "May 4 (year not stated)")


def test_an_undecided_quote_asks_for_a_decision_and_keeps_what_was_typed(editor_client):
    url, values = open_review(editor_client)
    del values["quotes-1-decision"]
    values["place"] = "Room 2172 <b>"
    page = browser(editor_client.post(url, values))
    assert "Accept or refuse this quote." in page
    assert '<a href="#quote-2">Quote 2</a>' in page
    assert 'value="Room 2172 &lt;b&gt;"' in page
    assert not Hearing.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("date", "9999-12-31", "The year 9999 is too far ahead for a hearing to be announced. Correct it."),
        ("date", "0203-05-04", "The first Congress met in 1789. Correct the year 203."),
        ("year", "2199", "The year 2199 is too far ahead for a hearing to be announced. Correct it."),
    ],
)
def test_a_day_on_which_no_hearing_can_be_is_refused_and_stays_to_be_corrected(editor_client, field, value, said):
    url, values = open_review(editor_client)
    answer = editor_client.post(url, values | {field: value})
    assert said in browser(answer)
    assert form_values(answer)[field] == value
    assert not Hearing.objects.exists()


def test_a_refused_quote_is_not_taken(editor_client):
    url, values = open_review(editor_client)
    values |= {"quotes-0-decision": "refuse", "quotes-0-text": "not in the text at all", "quotes-0-speaker": ""}
    editor_client.post(url, values)
    assert [quote.passages for quote in Quote.objects.all()] == [parts for _, parts in QUOTES[1:]]


def test_edited_words_must_stand_in_the_text(editor_client):
    url, values = open_review(editor_client)
    values["quotes-1-text"] = "Everybody counts what nobody keeps"
    page = browser(editor_client.post(url, values))
    assert "These words do not stand in the text like this." in page
    assert ">\nEverybody counts what nobody keeps</textarea>" in page
    assert not Hearing.objects.exists()


@pytest.mark.parametrize("near", [True, False])
def test_an_edited_span_takes_whole_words(editor_client, near):
    url, values = open_review(editor_client)
    start, end = values["quotes-0-near"].split("-")
    text = SourceDocument.objects.get().text[int(start) + 1 : int(end)]
    cut = {"quotes-0-text": text, "quotes-0-near": f"{int(start) + 1}-{end}" if near else ""}
    page = browser(editor_client.post(url, values | cut))
    assert "is cut in two, and a quotation is whole words." in page
    assert f">\n{escape(text)}</textarea>" in page
    assert not Hearing.objects.exists()


def test_words_left_out_inside_a_sentence_are_named(editor_client):
    url, values = open_review(editor_client)
    values["quotes-0-text"] = "Samples must\r\n\r\nbe lost without a trace"
    page = browser(editor_client.post(url, values))
    assert "“never” is left out between two passages, inside a sentence." in page
    assert ">\nSamples must\n\nbe lost without a trace</textarea>" in page.replace("\r", "")
    assert not Hearing.objects.exists()


def test_places_that_the_page_did_not_have_excuse_no_omission(editor_client):
    url, values = open_review(editor_client)
    text = SourceDocument.objects.get().text
    words = ("Samples must", "be lost without a trace")
    starts = [text.index(one) for one in words]
    near = " ".join(f"{start}-{start + len(one)}" for start, one in zip(starts, words, strict=True))
    answer = editor_client.post(url, values | {"quotes-0-text": "\n\n".join(words), "quotes-0-near": near})
    assert "“never” is left out between two passages" in browser(answer)
    assert not Hearing.objects.exists()


def test_edited_words_are_stored_as_the_text_has_them(editor_client):
    url, values = open_review(editor_client)
    values["quotes-2-text"] = "everybody who  wants to measure,\r\n\r\nThey lie unused, and that is a breach"
    editor_client.post(url, values)
    quote, text = Quote.objects.last(), SourceDocument.objects.get().text
    assert quote.text == "everybody who wants to measure,\n\nThey lie unused, and that is a breach"
    assert [text[start:end] for start, end in quote.spans] == quote.passages


@pytest.mark.parametrize("near", ["", "x", "5", "-9--1", "9-5", "0-99999999", "1-2-3", "٣-٤"])
def test_places_that_were_tampered_with_are_found_anew(editor_client, near):
    url, values = open_review(editor_client)
    right = values["quotes-0-near"]
    values["quotes-0-near"] = near
    editor_client.post(url, values)
    start, end = Quote.objects.first().spans[0]
    assert f"{start}-{end}" == right


@pytest.mark.parametrize("line", ["0-11", "5-5", "3-2 4-6", "-3-5"])
def test_places_beyond_the_text_count_for_nothing(line):
    assert parse_spans(line, 10) == []
    assert parse_spans("0-10 2-3", 10) == [(0, 10), (2, 3)]


def test_a_quote_without_a_speaker_is_not_accepted(editor_client):
    url, values = open_review(editor_client)
    page = browser(editor_client.post(url, values | {"quotes-0-speaker": ""}))
    assert "Choose who said it, or refuse the quote." in page
    del values["people-0-accept"]
    page = browser(editor_client.post(url, values))
    assert "Sam Specimen is not taken above." in page
    assert not Hearing.objects.exists()


def test_a_person_who_was_not_read_can_be_added_and_speak(editor_client):
    url, values = open_review(editor_client)
    values |= {"people-3-name": "Kim Cheol-su", "people-3-family_first": "on", "people-3-role": "member"}
    values["quotes-0-speaker"] = "3"
    editor_client.post(url, values)
    kim = Witness.objects.get(family_name="Kim")
    assert (kim.full_name, Quote.objects.first().speaker.person) == ("Kim Cheol-su", kim)


def test_a_known_person_is_recognised_and_not_made_twice(editor_client):
    muster = make_person(given_name="Jung Hoon", family_name="Muster")
    url, values = open_review(editor_client)
    assert values["people-2-match"] == str(muster.pk)
    editor_client.post(url, values)
    assert Quote.objects.last().speaker.person == muster
    assert Witness.objects.filter(family_name="Muster").count() == 1


def test_a_possible_person_is_proposed_and_never_chosen_beforehand(editor_client):
    example = make_person(given_name="Alba R.", family_name="Example")
    url, values = open_review(editor_client)
    assert not {"people-1-match", "people-1-accept", "quotes-1-decision"} & set(form_values(editor_client.get(url)))
    shown = browser(editor_client.get(url))
    assert "whoever is not taken is left out" in shown
    assert '<a href="#person-2">Alba Example</a>' in shown
    assert "sure</strong>. Not accepted yet, since it is open whether Alba Example is somebody in the record." in shown
    values |= TAKEN
    page = browser(editor_client.post(url, values))
    assert "Somebody in the record has this name or a similar one." in page
    assert "Alba R. Example" in page
    assert not Hearing.objects.exists()
    editor_client.post(url, values | {"people-1-match": str(example.pk)})
    assert Hearing.objects.get().appearances.all()[1].person == example


def test_a_namesake_under_another_title_is_asked_for_and_taken_with_one_click(editor_client):
    mayor = make_person(given_name="Jung Hoon", family_name="Muster")
    make_appearance(person=mayor, title="Mayor of Smallville", organization="")
    url, values = open_review(editor_client)
    first = form_values(editor_client.get(url))
    assert not {"people-2-match", "people-2-accept", "quotes-2-decision"} & set(first)
    page = browser(editor_client.get(url))
    assert "Somebody of this name is in the record, under another title: Mayor of Smallville." in page
    editor_client.post(url, values | {"people-2-match": str(mayor.pk)})
    assert Hearing.objects.latest("pk").appearances.all()[2].person == mayor


def test_a_possible_person_can_be_a_new_one(editor_client):
    make_person(given_name="Alba R.", family_name="Example")
    url, values = open_review(editor_client)
    editor_client.post(url, values | TAKEN | {"people-1-match": "new"})
    assert Witness.objects.filter(family_name="Example").count() == 2


def test_two_people_of_one_name_are_not_chosen_beforehand(editor_client):
    first, _ = (make_person(given_name="Alba", family_name="Example", slug=slug) for slug in ("one", "two"))
    url, values = open_review(editor_client)
    assert not {"people-1-match", "people-1-accept", "quotes-1-decision"} & set(form_values(editor_client.get(url)))
    assert values["people-2-accept"] == values["people-0-accept"] == "on"
    editor_client.post(url, values | TAKEN | {"people-1-match": str(first.pk)})
    assert Hearing.objects.get().appearances.all()[1].person == first


def test_a_quote_of_somebody_who_is_not_listed_says_that_this_is_why(editor_client):
    text = RELEASE + "“We learned of it late, and in the end from nobody at all,” said Dr. Olaf Outsider.\n"
    url = paste(editor_client, text).url
    shown = browser(editor_client.get(url))
    assert "sure</strong>. Not accepted yet, since the text does not list Olaf Outsider at the hearing." in shown
    assert "name Olaf Outsider" not in shown
    assert "quotes-3-decision" not in form_values(editor_client.get(url))


def test_somebody_added_to_the_record_meanwhile_is_noticed(editor_client):
    url, values = open_review(editor_client)
    make_person(given_name="Alba", family_name="Example")
    page = browser(editor_client.post(url, values | {"people-1-match": "new"}))
    assert "Choose who it is." in page
    assert not Hearing.objects.exists()


def test_one_person_cannot_be_taken_twice(editor_client):
    muster = make_person(given_name="Jung Hoon", family_name="Muster")
    url, values = open_review(editor_client)
    values |= {"people-0-name": "Jung Hoon Muster", "people-0-match": str(muster.pk)}
    assert "This is the person of row 1 again." in browser(editor_client.post(url, values))


def test_one_new_name_in_two_rows_is_not_made_two_people(editor_client):
    url, values = open_review(editor_client)
    answer = editor_client.post(url, values | {"people-0-name": "Amb. Jung-Hoon MUSTER", "place": "Room 7"})
    assert "Row 1 takes a new person of this name already. Take one of them." in browser(answer)
    assert form_values(answer)["place"] == "Room 7"
    assert not Witness.objects.exists()
    editor_client.post(url, values | {"people-0-name": "Jung-Hoon B. Muster"})
    assert Witness.objects.count() == 3


def test_a_choice_that_no_longer_fits_the_name_is_asked_again(editor_client):
    make_person(given_name="Jung Hoon", family_name="Muster")
    url, values = open_review(editor_client)
    values["people-2-name"] = "Cy Stranger"
    assert "does not go with the name any more" in browser(editor_client.post(url, values))


def test_a_similar_body_is_proposed_and_a_known_one_recognised(editor_client):
    similar = make_body(name="Measures Commission")
    url, values = open_review(editor_client)
    assert values["body"] == ""
    known = make_body(name="Sample Commission on Measures")
    assert form_values(editor_client.get(url))["body"] == str(known.pk)
    assert "Choose who held it" in browser(editor_client.post(url, values))
    editor_client.post(url, values | {"body": str(similar.pk)})
    assert list(Hearing.objects.get().bodies.all()) == [similar]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": " "}, "Enter the title of the hearing."),
        ({"kind": ""}, "Choose what it was."),
        ({"kind": "party"}, "Choose the kind from the list."),
        ({"year": "21"}, "Enter the year in four digits"),
        ({"year": "2021", "date_as_stated": "last week"}, "“last week” and 2021 make no date."),
        ({"year": "2021", "date": "2022-05-04"}, "another year, 2022"),
        ({"date": "soon"}, "Enter the date as year, month and day"),
        ({"body": "new", "new_body": ""}, "Enter the name of the new body."),
        ({"body": "999"}, "This body is no longer there."),
        ({"place": "x" * 251}, "At most 250 characters fit here; this has 251."),
        ({"people-0-name": ""}, "Enter the name."),
        ({"people-0-name": ","}, "This is no name."),
        ({"people-0-role": ""}, "Choose in which role"),
        ({"references-0-kind": ""}, "Choose the kind, or do not take the reference."),
    ],
)
def test_what_is_missing_or_wrong_is_said_where_it_is(editor_client, fields, sentence):
    url, values = open_review(editor_client)
    answer = editor_client.post(url, values | fields)
    assert answer.status_code == 200
    assert sentence in browser(answer)
    assert "Nothing was saved yet." in browser(answer)
    assert not Hearing.objects.exists()
    assert not Witness.objects.exists()


def test_saving_twice_leads_to_the_hearing(editor_client):
    url, values = open_review(editor_client)
    first, second = editor_client.post(url, values), editor_client.post(url, values)
    assert Hearing.objects.count() == 1
    assert first.url == second.url
    assert "saved already" in browser(editor_client.get(second.url))
    assert editor_client.get(url).url == first.url


def test_a_waiting_import_can_be_discarded(editor_client):
    url, values = open_review(editor_client)
    assert editor_client.post(url, {"discard": "yes"}).url == IMPORT
    assert not SourceDocument.objects.exists()
    assert "discarded" in browser(editor_client.post(url, values, follow=True))


def test_a_saved_import_cannot_be_discarded(editor_client):
    url, values = open_review(editor_client)
    editor_client.post(url, values)
    editor_client.post(url, {"discard": "yes"})
    assert SourceDocument.objects.count() == 1


def test_hostile_text_is_only_text(editor_client):
    hostile = RELEASE.replace("Nobody counts", "<script>alert(1)</script>\u202e\u2066 Nobody counts")
    url, values = open_review(editor_client, hostile)
    page = browser(editor_client.get(url))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    editor_client.post(url, values)
    assert "<script>alert(1)</script> Nobody counts" in Quote.objects.all()[1].text


def test_a_long_text_with_many_quotes_can_be_saved(editor_client):
    extra = "".join(f"“Sample number {n} is kept safely in the house,” said Alba Example.\n" for n in range(400))
    url, values = open_review(editor_client, RELEASE + extra + "More words. " * 12_000)
    assert editor_client.post(url, values).status_code == 302
    assert Quote.objects.count() == 400


@pytest.mark.parametrize("key", ["999999", "x", "99999999999999999999999", "1/2", "_5F"])
def test_a_review_that_is_not_there_leads_back_to_the_import(editor_client, key):
    answer = editor_client.get(f"/admin/hearings/sourcedocument/{key}/review/")
    assert answer.url == IMPORT
