"""What the search finds, and what it never does: drafts, scheduled, withdrawn and sealed words, and errors."""

import sqlite3

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Q
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hearings.actions.corrections import correct, restore, seal, withdraw
from hearings.actions.publishing import publish_hearing, publish_quote, submit_for_review, unschedule
from hearings.models import Quote, SearchText, Turn
from hearings.models.searchtext import statements
from hearings.search import COMPACT, candidates, compact, narrow, search
from hearings.words import Term, windows
from tests.factories import (
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


def found(query, **options):
    """The words of everything that the query finds."""
    return [hit.version.text for hit in search(query, **options)[:50]]


def marked(query):
    [hit] = search(query)[:50]
    return "".join(f"<{piece.text}>" if piece.kind == "found" else piece.text for piece in hit.snippet)


def index_has(word):
    """Whether the word stands in the index itself, whatever a query would let through."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT COUNT(*) FROM hearings_searchindex WHERE hearings_searchindex MATCH %s", [word])
        else:
            cursor.execute("SELECT COUNT(*) FROM hearings_searchtext WHERE vector @@ to_tsquery('simple', %s)", [word])
        return bool(cursor.fetchone()[0])


def test_quotes_and_turns_are_found_with_their_words_marked():
    quote = make_public_quote(text="They took our neighbours away at night.")
    make_public_transcript("The neighbours came back. Nobody said why.")
    assert sorted(found("neighbours")) == [
        "The neighbours came back. Nobody said why.",
        "They took our neighbours away at night.",
    ]
    assert marked("night neighbours") == "They took our <neighbours> away at <night>."
    assert found("neighbours", kinds=["quote"]) == [quote.text]
    assert found("neighbours", within=Q(version__turn__isnull=False)) == ["The neighbours came back. Nobody said why."]


def test_all_words_must_be_there_phrases_in_a_row_and_none_of_the_unwanted():
    make_public_transcript("The river rose at night.", "At night the river fell.", "The river.")
    assert len(found("river night")) == 2
    assert found('"river rose"') == ["The river rose at night."]
    assert found("“river rose” night") == ["The river rose at night."]
    assert found("river -night") == ["The river."]
    assert found('river -"at night"') == ["The river."]
    assert found("river-rose") == ["The river rose at night."]
    assert found("river desert") == []


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("정치범 수용소에 있었습니다.", ["수용소", "정치범", '"정치범 수용소"', "있었"]),
        ("他们在夜里把他带走了。", ["夜里", "带走", "他们在夜里"]),
        ("བོད་མི་རྣམས་ལ་རང་དབང་མེད།", ["རང་དབང", "བོད་མི"]),
        ("ئۇيغۇر تىلىدا سۆزلىدى.", ["ئۇيغۇر", "تىلىدا"]),
        ("The café in Zürich was ＷＡＴＣＨＥＤ.", ["cafe", "zurich", "CAFÉ", "watched"]),
        ("China’s “re-education” camps", ["china", "China's", "reeducation -x re-education", "education"][:2]),
    ],
)
def test_every_script_is_found_and_case_and_accents_do_not_matter(text, queries):
    make_public_quote(text=text)
    for query in queries:
        assert found(query) == [text], query
    assert found("수염") == found("白天") == found("བཀྲ་ཤིས") == []


def test_the_best_match_comes_first_and_only_so_many_are_ranked(monkeypatch):
    make_public_transcript("A dam, among many other words that were said at length that day.", "A dam and a dam.")
    assert found("dam")[0] == "A dam and a dam."
    assert not search("dam").is_capped
    monkeypatch.setattr("hearings.search.MOST", 1)
    assert search("dam").is_capped
    assert len(search("dam")) == 1


def test_drafts_and_what_is_scheduled_are_not_found():
    make_quote(text="Words of a draftcanary.")
    submit_for_review(record=make_quote(text="Words of a reviewcanary."), by=None)
    make_transcript("Words of a turncanary.")
    publish(make_quote(text="Words of a latercanary.").hearing, at=tomorrow())
    make_public_transcript("Shown.")
    waiting = make_transcript("Words of a laterturncanary.")
    publish(waiting.hearing, at=tomorrow())
    quote = make_quote(hearing=make_public_quote().hearing, text="Words of a thirdcanary.")
    publish_quote(quote=quote, by=None, at=tomorrow())
    for word in ("draft", "review", "turn", "later", "laterturn", "third"):
        assert found(f"{word}canary") == [], word
        assert not narrow(Quote.objects.public(), f"{word}canary").exists()
        assert not candidates([(f"{word}canary",)], all_of_them=True, limit=9)
        assert not candidates([(f"{word}canary",)], all_of_them=False, limit=9)
    for word in ("draft", "review", "turn"):
        assert not index_has(f"{word}canary"), word
    assert index_has("thirdcanary")
    unschedule(record=reload(quote), by=None)
    assert not index_has("thirdcanary")


def test_what_was_scheduled_is_found_once_its_time_has_come(monkeypatch):
    publish(make_quote(text="Words of tomorrow.").hearing, at=tomorrow())
    assert found("tomorrow") == []
    later = tomorrow() + (tomorrow() - timezone.now())
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert found("tomorrow") == ["Words of tomorrow."]


def test_a_quote_whose_hearing_is_not_public_is_not_found():
    quote = make_public_quote(text="Words under a hearing.")
    withdraw(record=reload(quote.hearing), sentence="It was not held.", by=None)
    assert found("hearing") == []
    assert [version.text for version in candidates([("under", "a")], all_of_them=True, limit=9)] == [quote.text]


def test_only_the_current_wording_is_found_and_the_withdrawn_not_at_all():
    quote = make_quote_in("First wording here.", "Second wording there.")
    publish(quote.hearing)
    reword(quote, "Second wording there.")
    assert found("here") == []
    assert found("there") == ["Second wording there."]
    assert len(candidates([("wording",)], all_of_them=True, limit=9)) == 2
    withdraw(record=reload(quote), sentence="Not said.", by=None)
    assert found("there") == []
    assert len(candidates([("wording",)], all_of_them=True, limit=9)) == 2
    restore(record=reload(quote), sentence="It was said.", by=None)
    assert found("there") == ["Second wording there."]


def test_sealing_takes_the_words_out_of_the_index():
    quote = make_quote_in("First zqfirst here.", "Second zqsecond there.")
    publish(quote.hearing)
    reword(quote, "Second zqsecond there.")
    transcript = make_public_transcript("Turn zqthird.", "Turn zqfourth.")
    seal(record=reload(quote), by=None)
    seal(record=transcript.turns.get(text__contains="third"), by=None)
    for word in ("zqfirst", "zqsecond", "zqthird"):
        assert not index_has(word), word
        assert not SearchText.objects.filter(words__contains=word).exists()
        assert not candidates([(word,)], all_of_them=True, limit=9)
    assert found("zqfourth") == ["Turn zqfourth."]
    seal(record=transcript, by=None)
    assert found("zqfourth") == []
    assert not index_has("zqfourth")


def test_the_database_itself_takes_words_out_when_a_version_is_sealed():
    """Not our code: a version that loses its words in SQL loses them in the index as well."""
    quote = make_public_quote(text="Words of zqraw.")
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER hearings_version_change")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else nobody may touch its triggers
            cursor.execute("ALTER TABLE hearings_version DISABLE TRIGGER hearings_version_keep")
        cursor.execute(
            "UPDATE hearings_version SET canonical = '', sealed_at = published_at WHERE quote_id = %s", [quote.pk]
        )
    assert not index_has("zqraw")
    assert set(SearchText.objects.filter(version__quote=quote).values_list("words", flat=True)) == {""}


def test_no_word_stays_in_the_file_of_an_sqlite_database_once_it_is_taken_out_and_the_index_rewritten(tmp_path):
    """With the statements and pragmas of the site, in a file of its own, since the tests' database is in memory."""
    path = tmp_path / "record.sqlite3"
    database = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "secure_delete=ON", "recursive_triggers=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE hearings_version (id INTEGER PRIMARY KEY, canonical TEXT)")
    database.execute("CREATE TABLE hearings_searchtext (id INTEGER PRIMARY KEY, version_id INTEGER, words TEXT)")
    for statement in statements("sqlite"):
        database.execute(statement)
    database.execute("BEGIN")
    for number in range(3000):
        words = f"alpha{number} qz{number}secretword beta" if number % 3 else f"gamma{number} that stays"
        database.execute("INSERT INTO hearings_version VALUES (?, ?)", [number, words])
        database.execute("INSERT INTO hearings_searchtext VALUES (?, ?, ?)", [number, number, words])
    database.execute("COMMIT")
    database.execute("UPDATE hearings_version SET canonical = '' WHERE id % 3 <> 0")
    database.execute(COMPACT["sqlite"])
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = "SELECT rowid FROM hearings_searchindex WHERE hearings_searchindex MATCH ?"
    assert database.execute(found, ["gamma9"]).fetchall() == [(9,)]
    assert database.execute(found, ["beta"]).fetchall() == []
    database.execute("INSERT INTO hearings_searchindex (hearings_searchindex, rank) VALUES ('integrity-check', 1)")
    database.close()
    held = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"gamma" in held
    assert b"secretword" not in held
    assert b"alpha" not in held


def test_sealing_empties_the_index_once_it_is_through(django_capture_on_commit_callbacks):
    hearing = make_hearing()
    for number in range(3):
        make_quote(hearing=hearing, text=f"Said zqafter{number} then.")
    publish(hearing)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        seal(record=reload(hearing), by=None)
    assert callbacks[0] is compact
    assert sum(callback is compact for callback in callbacks) == 1


def test_narrow_keeps_the_order_and_the_filters_of_any_list():
    hearing = make_hearing()
    source = "Water was scarce. Food was scarce. Nothing was."
    for order, text in enumerate(["Food was scarce.", "Water was scarce."]):
        quote = make_quote_in(text, source, hearing=hearing)
        Quote.objects.filter(pk=quote.pk).update(order=order)
    publish(hearing)
    make_public_quote(text="Bread was scarce.")
    quotes = Quote.objects.public().filter(hearing=hearing)
    assert [quote.text for quote in narrow(quotes, "scarce")] == ["Food was scarce.", "Water was scarce."]
    assert narrow(quotes.order_by("-order"), "scarce -food").get().text == "Water was scarce."
    assert not narrow(quotes, "").exists()
    assert not narrow(Turn.objects.public(), "scarce").exists()


def test_a_query_with_nothing_to_find_says_what_to_do():
    assert search("").query.problem == "Type a word."
    assert search("-not").query.problem == "Type a word that is to be found."
    assert search("?!").query.problem == "Type a word that is to be found."
    assert "at most 32 words" in search("word " * 33).query.problem
    assert "at most 32 words" in search("漢" * 33).query.problem
    assert len(search("")) == 0


def test_a_very_long_turn_is_found_by_its_last_words_and_once():
    words = " ".join(f"word{number}" if number % 12 else f"the word{number}" for number in range(6000))
    make_public_transcript(f"{words} and the very last.")
    assert SearchText.objects.count() == 4
    for query in ('"very last"', "the", '"word1810 word1811 the word1812"', '"word1752 word1753"', "word5999"):
        assert len(search(query)) == 1, query
    [hit] = search('"very last"')[:1]
    assert [piece.text for piece in hit.snippet if piece.kind == "found"] == ["very last"]
    assert sum(len(piece.text) for piece in hit.snippet) <= 310


def test_rebuilding_gives_the_same_index(capsys):
    quote = make_quote_in("First wording here.", "Second wording there.")
    publish(quote.hearing)
    reword(quote, "Second wording there.")
    make_public_transcript("A turn.", "Another turn.")
    publish_hearing(hearing=make_quote(text="Of tomorrow.").hearing, by=None, at=tomorrow())
    before = sorted(SearchText.objects.values_list("version_id", "words"))
    call_command("rebuild_search")
    assert sorted(SearchText.objects.values_list("version_id", "words")) == before
    assert "4 versions" in capsys.readouterr().out
    assert found("there turn") == []
    assert len(found("turn")) == 2


def test_a_correction_of_anything_else_leaves_the_words_found_once():
    quote = make_public_quote(text="Words that stay.")
    quote.note = "A note."
    correct(record=quote, reason="factual", sentence="A note was missing.", by=None)
    assert found("stay") == ["Words that stay."]


OPERATORS = st.sampled_from(
    [*list("\"'“”-*^:(){}[]<>&|!\\%;$?~+,.\x00\u2028"), "AND", "OR", "NOT", "NEAR", "--", "<->"]
)
TYPED = st.lists(st.one_of(OPERATORS, st.text(max_size=8), st.just("words")), max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(TYPED, st.text(max_size=60), TYPED.map(lambda text: text.replace(" ", ""))))
@example("x" * 5000)
@example("ﷺ ½ ㎏ İ ß ŉ 1e5 0x1F 1⁄2 a_b ＿ ـ ۝ \U0001f468‍\U0001f469")
@example('"')
@example("words) OR (1=1")
@example("hearings_searchindex : words")
def test_nothing_that_anybody_types_is_an_error(text):
    results = search(text)
    assert len(results[:5]) == min(len(results), 5)
    assert isinstance(narrow(Quote.objects.public(), text).count(), int)
    terms = results.query.terms
    if terms:
        phrases = [term.words for term in terms]
        assert isinstance(candidates(phrases, all_of_them=False, limit=5), list)


@pytest.fixture
def public_version():
    return make_public_quote().current


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
@example(text="ﷺ ½ ㎏ İ ß ŉ 1e5 0x1F 1⁄2 a_b ＿ ـ ۝")
def test_whatever_was_published_is_found_by_its_own_words(public_version, text):
    """Also where PostgreSQL reads words by rules of its own."""
    words = windows(f"zqbegin {text} zqend")
    SearchText.objects.all().delete()
    SearchText.objects.create(version=public_version, words=words[0])
    phrase = tuple(words[0].split())
    assert candidates([phrase], all_of_them=True, limit=2) == [public_version]
    assert candidates([(word,) for word in phrase], all_of_them=True, limit=2) == [public_version]


def test_terms_are_what_the_index_is_asked_for():
    assert search("A -b “c d”").query.terms == (Term(("a",)), Term(("b",), wanted=False), Term(("c", "d")))


def test_passages_stand_in_marks_of_their_own_wherever_they_are_on_one_line(client):
    quote = make_public_quote(text="Samples must be kept.\n\nNobody keeps them.")
    apart = "“Samples must be kept.” “Nobody keeps them.”"
    assert f"“{quote}”" == apart
    page = client.get(quote.get_absolute_url()).content.decode()
    assert f"{apart} – " in page
    assert "kept. Nobody" not in page
    assert "".join(mark.text for mark in search("kept")[0].snippet) == apart
