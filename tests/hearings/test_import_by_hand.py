"""Quotes and people that the reading missed: entered by hand, or taken from those whom the text only names."""

import pytest
from django.core.management import call_command

from hearings.actions.publishing import quote_problems
from hearings.models import Hearing, SourceDocument
from tests.releases import QUOTES, RELEASE, browser, form_values, open_review

pytestmark = pytest.mark.django_db
MISSED = "Director of Research at the Institute of Samples"
BY_HAND = "quotes-3"  # the first row behind the three that were read


def confirmed(client, url, answer):
    """The same page sent again, with the tick that it asks for."""
    key = browser(answer).split(f'name="{BY_HAND}-confirmed" value="')[1].split('"')[0]
    return client.post(url, form_values(answer) | {f"{BY_HAND}-confirmed": key})


def test_rows_without_words_add_nothing(editor_client):
    url, values = open_review(editor_client)
    page = browser(editor_client.get(url))
    assert page.count("<summary>Add a quote that was not read</summary>") == 2
    assert f'name="{BY_HAND}-decision"' not in page
    assert "were read with doubt" not in page
    editor_client.post(url, values)
    assert Hearing.objects.get().quotes.count() == 3


def test_words_entered_by_hand_become_a_quote_where_they_stand(editor_client):
    url, values = open_review(editor_client)
    entered = {f"{BY_HAND}-text": "Director of  Research at\r\nthe Institute of Samples", f"{BY_HAND}-speaker": "1"}
    answer = editor_client.post(url, values | entered)
    assert "these words stand outside of quotation marks in the source, or were not read as speech" in browser(answer)
    assert not Hearing.objects.exists()
    confirmed(editor_client, url, answer)
    quote, source = Hearing.objects.get().quotes.last(), SourceDocument.objects.get()
    assert (quote.text, str(quote.speaker.person)) == (MISSED, "Alba Example")
    assert [source.text[start:end] for start, end in quote.spans] == [MISSED]
    assert quote_problems(quote) == []


@pytest.mark.parametrize(
    ("entered", "said"),
    [
        ({"text": "Words that nobody said", "speaker": "1"}, "These words do not stand in the text like this."),
        ({"text": MISSED}, "Choose who said it, or empty its words."),
        ({"speaker": "1"}, "Enter the words as they stand in the text, or choose no speaker."),
        ({"text": "irector of Research", "speaker": "1"}, "is cut in two, and a quotation is whole words."),
        ({"text": QUOTES[1][1][0], "speaker": "1"}, "Quote 2 has these words already."),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_nothing_is_lost(editor_client, entered, said):
    url, values = open_review(editor_client)
    sent = {f"{BY_HAND}-{name}": value for name, value in entered.items()}
    answer = editor_client.post(url, values | sent)
    page = browser(answer)
    assert said in page
    assert '<a href="#quote-4">Quote 4</a>' in page
    assert sent.items() <= form_values(answer).items()
    assert not Hearing.objects.exists()


def test_words_that_stand_twice_are_taken_where_no_quote_was_read(editor_client):
    url, values = open_review(editor_client, RELEASE + "Nobody counts what nobody keeps is an old rule.\n")
    entered = {f"{BY_HAND}-text": "Nobody counts what nobody keeps", f"{BY_HAND}-speaker": "1"}
    confirmed(editor_client, url, editor_client.post(url, values | entered))
    quote, source = Hearing.objects.get().quotes.last(), SourceDocument.objects.get()
    assert quote.spans[0][0] == source.text.rindex("Nobody counts what nobody keeps")


def test_what_was_entered_by_hand_waits_with_the_review(editor_client):
    url, values = open_review(editor_client)
    editor_client.post(url, values | {f"{BY_HAND}-text": MISSED, "later": "yes"})
    assert form_values(editor_client.get(url))[f"{BY_HAND}-text"] == MISSED


def test_a_text_without_read_quotes_can_be_quoted_by_hand(editor_client):
    notice = (
        "Hearing Notice\n\nRep. Sam Specimen (R-NJ), Chair of the Sample Commission on Measures (SCM), will chair a "
        "hearing on May 4, 2021 entitled “Lost Samples and Their Finders.”\n\nWitnesses:\n\n"
        "Dr. Alba Example, Director of Research, Institute of Samples\n"
    )
    url, values = open_review(editor_client, notice)
    assert "No quotes were read in this text." in browser(editor_client.get(url))
    assert values["quotes-INITIAL_FORMS"] == "0"
    entered = {"quotes-0-text": "will chair a hearing", "quotes-0-speaker": "0"}
    answer = editor_client.post(url, values | entered)
    assert "Tick this if they are a quote all the same." in browser(answer)


NAMED = RELEASE + "Senator Nora Named (D-NJ) had asked the ministry about the samples a year before.\n"


def test_who_is_only_named_is_offered_and_left_out_until_a_role_is_chosen(editor_client):
    url, values = open_review(editor_client, NAMED)
    row = next(name for name, value in values.items() if value == "Nora Named").removesuffix("-name")
    assert (values[f"{row}-role"], f"{row}-accept" in values) == ("", False)
    assert "The text does not show that this person was at the hearing." in browser(editor_client.get(url))
    editor_client.post(url, values | {f"{row}-accept": "on", f"{row}-role": "member"})
    assert "Nora Named" in [str(one.person) for one in Hearing.objects.get().appearances.all()]


def test_who_is_only_named_is_not_listed_by_the_command_which_says_so(capsys, tmp_path):
    path = tmp_path / "release.txt"
    path.write_text(NAMED, encoding="utf-8")
    call_command("import_release", path)
    assert "“Nora Named” is named but not listed at the hearing, and was not added to it." in capsys.readouterr().err
    assert Hearing.objects.get().appearances.count() == 3


ASKED = (
    "Specimen Questions Director on Lost Samples\n"
    "Rep. Sam Specimen (R-NJ), Chair of the Sample Commission on Measures (SCM), chaired a hearing on May 4, 2021 "
    "entitled “Lost Samples and Their Finders.” The exchange with Samples Director Alba Example was short.\n"
    "“Nobody counts what nobody keeps,” said Alba Example.\n"
)


def test_a_witness_only_shown_near_the_hearing_is_not_taken_by_itself(editor_client, capsys, tmp_path):
    url, _ = open_review(editor_client, ASKED)
    values = form_values(editor_client.get(url))
    row = next(name for name, value in values.items() if value == "Alba Example").removesuffix("-name")
    assert (values[f"{row}-role"], f"{row}-accept" in values) == ("witness", False)
    assert values.get("quotes-0-decision", "") == ""
    page = browser(editor_client.get(url))
    assert "Alba Example: asked, answered or introduced, and not plainly said to have testified." in page
    assert "The text does not say plainly that this person testified, or gives no full name." in page
    path = tmp_path / "release.txt"
    path.write_text(ASKED + "\n", encoding="utf-8")
    call_command("import_release", path)
    told = capsys.readouterr().err
    assert "“Alba Example” is not plainly said to have testified, and was not added to it." in told
    hearing = Hearing.objects.get()
    assert [str(one.person) for one in hearing.appearances.all()] == ["Sam Specimen"]
    assert [quote.speaker for quote in hearing.quotes.all()] == [None]


CALLED = (
    "OPENING STATEMENT OF CHAIRMAN SAM SPECIMEN\n\n"
    "May 4, 2021\n\n"
    "The Sample Committee on Measures will come to order. I welcome you to this hearing on “Lost Samples and Their "
    "Finders.” I thank everybody who came.\n\n"
    "We will hear how samples are lost, and what I mean to do about it.\n"
)


def test_a_chair_concluded_from_the_words_of_a_statement_is_not_taken_by_itself(editor_client):
    url, _ = open_review(editor_client, CALLED)
    values = form_values(editor_client.get(url))
    row = next(name for name, value in values.items() if value.casefold() == "sam specimen").removesuffix("-name")
    assert (values[f"{row}-role"], f"{row}-accept" in values) == ("chair", False)
    assert "The text does not say plainly that this person presided." in browser(editor_client.get(url))
