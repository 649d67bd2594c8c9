"""What the check of a quotation answers: right, corrected, withdrawn, nearly, or not found; and of secrets nothing."""

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from hearings.actions.corrections import restore, seal, withdraw
from hearings.actions.publishing import publish_quote, submit_for_review
from hearings.checking import check
from hearings.models import Quote
from tests.factories import (
    make_full_hearing,
    make_hearing,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_quote_in,
    make_transcript,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
WORDS = "They took our neighbours away at night -- and nobody said why."
LATER = "They took our neighbours away by day, and nobody said why."


@pytest.fixture
def quote():
    quote = make_quote_in(WORDS, LATER)
    publish(quote.hearing)
    return reload(quote)


def said(result):
    """Of each match: what it is of, which version, how the words stand and how the version does."""
    return [(one.version.kind, one.version.number, one.wording, one.standing) for one in result.matches]


def changes(match):
    return [(piece.kind, piece.text.strip()) for line in match.difference for piece in line if piece.kind != "same"]


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f"“{WORDS}”",
        "  they took our neighbours\r\n away at night – and ‘nobody’ said why".replace("they", "They"),
        "neighbours away at night",
        "... and nobody said why",
    ],
)
def test_exact_words_are_exact(quote, text):
    result = check(text)
    assert (result.outcome, said(result)) == ("exact", [("quote", 1, "exact", "current")])
    assert result.matches[0].record == quote
    assert result.matches[0].difference == []
    assert result.text == text


def test_words_that_differ_are_shown_with_the_difference(quote):
    result = check("They took our neighbors away at night, and nobody said a thing why")
    assert (result.outcome, said(result)) == ("differs", [("quote", 1, "differs", "current")])
    assert changes(result.matches[0]) == [
        ("removed", "neighbors"),
        ("added", "neighbours"),
        ("removed", ","),
        ("added", "--"),
        ("removed", "a thing"),
    ]


def test_words_that_differ_a_little_are_not_exact_for_want_of_a_capital(quote):
    result = check("they took our neighbours away at night")
    assert result.outcome == "differs"
    assert changes(result.matches[0]) == [("removed", "they"), ("added", "They")]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("They took our neighbours away at night -- and nobody why.", "said"),
        ("They our neighbours away at night -- and nobody said why.", "took"),
    ],
)
def test_a_word_that_is_missing_near_an_end_is_added(quote, text, missing):
    [match] = check(text).matches
    assert changes(match) == [("added", missing)]


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title, lambda text: text.upper().replace("AWAY ", "")])
def test_capitals_alone_are_a_difference_that_is_told(quote, change):
    result = check(change(WORDS))
    assert result.outcome == "differs"
    assert ("exact but for capitals" in result.sentence) == ("away" in change(WORDS).lower())
    [match] = result.matches
    assert "added" in {kind for kind, _ in changes(match)}
    assert check(WORDS).matches[0].wording == "exact"


def test_capitals_within_edits_are_told_too(quote):
    result = check("THEY TOOK our neighbours ... said why")
    assert (result.outcome, said(result)) == ("differs", [("quote", 1, "capitals", "current")])
    assert result.matches[0].own == ("...",)


@pytest.mark.parametrize("dash", ["-", "--", "---", *"‐‑‒–—―−"])
def test_the_shape_of_a_dash_is_no_difference(dash):
    text = f"The Uyghur{dash}led delegation of so{dash}called experts came{dash}and went."
    make_public_quote(text=text.replace(dash, "‑"))
    assert check(text).outcome == check(text.replace("del", "del\u00ad")).outcome == "exact"


def test_words_that_nobody_published_are_not_found(quote):
    result = check("The committee will come to order.")
    assert (result.outcome, result.matches) == ("not_found", [])
    assert "No published quotation or turn has these words" in result.sentence


def test_whichever_of_many_short_words_differs_the_record_is_found():
    text = "we let them go and they did it to us all and we did it for them"
    words = text.split()
    make_public_quote(text=text)
    for at in range(len(words)):
        assert check(" ".join([*words[:at], "not", *words[at + 1 :]])).outcome == "differs", at


def test_a_few_of_the_words_are_not_nearly_the_same(quote):
    assert (
        check("They took our neighbours to the market, the theatre and a concert in the city.").outcome == "not_found"
    )


def test_a_turn_and_the_quote_taken_from_it_are_both_named_and_the_newest_version(quote):
    make_public_transcript(f"Thank you. {WORDS} That is all.")
    assert said(check(WORDS)) == [("quote", 1, "exact", "current"), ("turn", 1, "exact", "current")]
    assert said(check("nobody said why. That is all.")) == [("turn", 1, "exact", "current")]


def test_words_that_were_corrected_say_what_changed_since(quote):
    reword(quote, LATER, sentence="It was by day.")
    result = check(WORDS)
    assert (result.outcome, said(result)) == ("corrected", [("quote", 1, "exact", "corrected")])
    [match] = result.matches
    assert [correction.sentence for correction in match.corrections] == ["It was by day."]
    assert [piece.text for piece in match.since if piece.kind == "added"][:2] == ["by", "day,"]
    assert said(check(LATER)) == [("quote", 2, "exact", "current")]
    assert said(check("They took our neighbours")) == [("quote", 2, "exact", "current")]


def test_current_words_come_before_corrected_and_withdrawn_ones(quote):
    reword(quote, LATER)
    gone = make_public_quote(text=WORDS)
    withdraw(record=gone, sentence="Not said.", by=None)
    make_public_transcript(WORDS)
    assert said(check(WORDS)) == [
        ("turn", 1, "exact", "current"),
        ("quote", 1, "exact", "corrected"),
        ("quote", 1, "exact", "withdrawn"),
    ]


def test_withdrawn_words_are_withdrawn_until_they_are_restored(quote):
    withdraw(record=quote, sentence="She did not say it.", by=None)
    result = check(WORDS)
    assert (result.outcome, said(result)) == ("withdrawn", [("quote", 1, "exact", "withdrawn")])
    assert [correction.sentence for correction in result.matches[0].corrections] == ["She did not say it."]
    restore(record=reload(quote), sentence="She did.", by=None)
    assert check(WORDS).outcome == "exact"


@pytest.mark.parametrize("above", ["hearing", "transcript"])
def test_words_under_something_withdrawn_are_withdrawn(above):
    transcript = make_public_transcript(WORDS)
    withdraw(record=reload(transcript.hearing if above == "hearing" else transcript), sentence="Not held.", by=None)
    assert check(WORDS).outcome == "withdrawn"


def test_omissions_must_be_of_one_record_and_in_order(quote):
    make_public_transcript("Where were they brought to in the end?")
    result = check("They took our neighbours … said why")
    assert said(result) == [("quote", 1, "edited", "current")]
    assert changes(result.matches[0]) == [("removed", "…"), ("added", "away at night -- and nobody")]
    assert check("nobody said why ... They took our neighbours").outcome != "exact"
    assert check("They took our neighbours [...] brought to in the end").outcome != "exact"


def test_brackets_are_shown_as_the_quoters_own(quote):
    result = check("[t]hey took [my friends] away at night")
    assert (result.outcome, said(result)) == ("edited", [("quote", 1, "edited", "current")])
    assert "Your brackets and omissions are not checked" in result.sentence
    assert changes(result.matches[0]) == [("removed", "[my friends]"), ("added", "our neighbours")]
    assert result.matches[0].own == ("[t]hey",)


def test_brackets_and_dots_that_the_record_has_are_its_own():
    make_public_transcript("I do not know. [Laughter.] I ... I never knew.")
    assert said(check("I do not know. [Laughter.] I … I never knew.")) == [("turn", 1, "exact", "current")]


def test_a_difference_within_edits_is_still_a_difference(quote):
    result = check("[T]hey took our neighbours ... and everybody said why")
    assert result.outcome == "differs"
    assert ("removed", "everybody") in changes(result.matches[0])


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("정치범 수용소에서 우리는 아무것도 듣지 못했습니다.", "수용소에서 우리는"),
        ("他们在夜里把他带走了，没有人说为什么。", "把他带走了，没有人"),
        ("ئۇلار ئۇنى كېچىدە ئېلىپ كەتتى.", "ئۇنى كېچىدە ئېلىپ"),
        ("བོད་མི་རྣམས་ལ་རང་དབང་མེད།", "རྣམས་ལ་རང་དབང"),
    ],
)
def test_every_script_can_be_checked(text, begin):
    make_public_quote(text=text)
    assert check(text).outcome == check(begin).outcome == "exact"


def test_an_address_of_ours_says_how_the_version_stands(quote):
    path = quote.get_absolute_url()
    for text in (
        path,
        f"http://testserver{path}",
        f"testserver{path}",
        f" https://testserver{path}#record ",
        f"{path}history/",
    ):
        assert said(check(text)) == [("quote", 1, "address", "current")], text
    reword(quote, LATER, sentence="It was by day.")
    assert said(check(path)) == [("quote", 2, "address", "current")]
    result = check(f"http://testserver{path}v1/")
    assert (result.outcome, said(result)) == ("corrected", [("quote", 1, "address", "corrected")])
    assert [correction.sentence for correction in result.matches[0].corrections] == ["It was by day."]
    withdraw(record=reload(quote), sentence="Not said.", by=None)
    assert check(f"{path}v2/").outcome == check(path).outcome == "withdrawn"


def test_the_address_of_a_turn_or_of_a_place_on_a_page_does_too(quote):
    turn = make_public_transcript(WORDS).turns.get()
    page = turn.transcript.get_absolute_url()
    for text in (turn.get_absolute_url(), f"{page}?page=1#t-{turn.public_id}:~:text=They%20took"):
        assert [one.record for one in check(text).matches] == [turn], text
    assert check(f"http://testserver{quote.hearing.get_absolute_url()}#q-{quote.public_id}").matches[0].record == quote


def test_an_address_of_nothing_is_not_found_and_one_of_others_is_told_apart(quote):
    for text in (
        "/q/0000000000000000/",
        f"/t/{quote.public_id}/",
        f"{quote.get_absolute_url()}v2/",
        "/q/" + "0" * 16 + "/v1/",
    ):
        result = check(text)
        assert (result.outcome, result.matches) == ("not_found", []), text
        assert "address" in result.sentence
    for text in (f"https://elsewhere.example{quote.get_absolute_url()}", "https://testserver/about/", "http://[x/y"):
        assert check(text).outcome == "not_checked"
        assert "on this site" in check(text).problem


@pytest.mark.parametrize("text", ["two words", "", "...", "“Word”", "[...] words [in brackets]", "?!"])
def test_too_few_words_are_told_what_to_do(quote, text):
    result = check(text)
    assert (result.outcome, result.text) == ("not_checked", text)
    assert "at least 3 words" in result.problem


def test_long_texts_are_taken_and_longer_ones_are_told_what_to_do():
    words = " ".join(f"Sentence {number} is said by somebody who was there." for number in range(400))
    make_public_transcript(words)
    assert check(words[:20_000]).outcome == "exact"
    assert check(words[:15_000].replace("Sentence 200", "Sentence twohundred")).outcome == "differs"
    assert "at most 20,000 characters" in check("a b " * 5001).problem
    assert "omissions" in check("some words here ... " * 70).problem


def test_secrets_answer_like_words_that_were_never_written(quote):
    secrets = {
        "draft": make_quote(text="Words of a draft that nobody may read yet."),
        "review": make_quote(text="Words in review that nobody may read yet."),
        "scheduled": make_quote(text="Words of tomorrow that nobody may read yet."),
        "sealed": make_public_quote(text="Words once sealed that nobody may read again."),
        "beside": make_quote(hearing=quote.hearing, text="Words beside others that nobody may read yet."),
        "turn": make_transcript("Words of a turn that nobody may read yet.").turns.get(),
    }
    submit_for_review(record=secrets["review"], by=None)
    publish(secrets["scheduled"].hearing, at=tomorrow())
    publish_quote(quote=secrets["beside"], by=None, at=tomorrow())
    texts = {name: record.text for name, record in secrets.items()}
    seal(record=reload(secrets["sealed"]), by=None)
    for name, record in secrets.items():
        for text in (texts[name], texts[name].replace("may", "can"), texts[name].replace(" that", " … that")):
            assert (check(text).outcome, check(text).matches) == ("not_found", []), name
            assert check(text).sentence == check("Words that were never written by anybody at all.").sentence
        for address in (record.get_absolute_url(), f"{record.get_absolute_url()}v1/") if name != "sealed" else ():
            assert check(address).sentence == check("/q/0000000000000000/").sentence, name
            assert check(address).matches == []


def test_the_address_of_what_was_sealed_says_so(client, quote):
    turn = make_public_transcript("Words of a turn that were read by many.").turns.get()
    addresses = [f"{record.get_absolute_url()}{end}" for record in (quote, turn) for end in ("", "v1/")]
    seal(record=reload(quote), by=None)
    seal(record=reload(turn.transcript.hearing), by=None)
    for address in [*addresses, f"/hearings/a/#q-{quote.public_id}"]:
        result = check(address)
        assert (result.outcome, result.matches) == ("sealed", []), address
        assert "was sealed" in result.sentence
        assert "#" in address or client.get(address).status_code == 410


def test_a_scheduled_correction_of_nothing_shows_through_a_public_neighbour(quote):
    """A public record that has nearly the words of a secret one is found for its own sake alone."""
    make_quote(text=WORDS.replace("night", "dawn zqcanary"))
    [match] = check(WORDS.replace("night", "dawn zqcanary")).matches
    assert match.record == quote


def test_a_full_hearing_of_drafts_gives_nothing():
    make_full_hearing("zqcanary")
    for text in (
        "first-zqcanary second-zqcanary words",
        "turn-zqcanary turn-zqcanary turn-zqcanary",
        "note-zqcanary a b",
    ):
        assert check(text).matches == []


def test_the_queries_do_not_grow_with_the_matches(django_assert_max_num_queries):
    hearing = make_hearing()
    for _ in range(8):
        make_quote_in(WORDS, LATER, hearing=hearing)
    publish(hearing)
    with django_assert_max_num_queries(3):
        assert len(check(WORDS).matches) == 8
    with django_assert_max_num_queries(6):
        assert check(WORDS.replace("night", "dawn")).outcome == "differs"


PIECES = st.sampled_from(
    [
        *"[]().…“”\"'-–—*/#:\\\x00\n",
        "...",
        "[T]he",
        "[x]",
        "They took",
        "our neighbours",
        "away",
        "/q/",
        "http://",
        "정치범",
    ]
)


@examples(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join), st.text()))
@example("http://[")
@example("//[/q/0000000000000000")
@example("\x00 \x00 \x00 a b c")
def test_nothing_that_anybody_pastes_is_an_error(quote, text):
    result = check(text)
    assert result.text == text
    assert result.sentence
    assert all(match.record in Quote.objects.all() for match in result.matches)


def test_what_the_page_of_a_quote_copies_is_checked_by_its_words():
    quote = make_public_quote(text="Sample words that are long enough.")
    copied = (
        f"“{quote.text}”\n— Alba Sample, Director, Hearing, June 13, 2023\nhttp://testserver/q/{quote.public_id}/v1/"
    )
    assert check(copied).outcome == "exact"
    assert check("Sample wo\u00adrds that\u200b are long enough.").outcome == "exact"
