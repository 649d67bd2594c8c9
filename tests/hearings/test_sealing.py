"""Sealing: after it no word of the record is left anywhere, and its neighbours stay."""

import shutil

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from hearings.actions.corrections import correct, restore, seal, withdraw
from hearings.actions.publishing import publish_hearing, publish_quote, return_to_draft, submit_for_review
from hearings.actions.record import NotReady
from hearings.models import Capture, Exhibit, Hearing, PublishedAddress, Quote, State
from hearings.storage import original_name
from hearings.text import passages
from tests.crawling import ask, crawl
from tests.factories import (
    image_address,
    make_appearance,
    make_body,
    make_capture,
    make_exhibit,
    make_full_exhibit,
    make_full_hearing,
    make_hearing,
    make_image,
    make_person,
    make_public_quote,
    make_quote,
    make_source,
    make_topic,
    make_user,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
CANARY = "zqsealedcanary"
SHARED = {"Reference"}  # laws and treaties are named at many hearings; sealing one leaves them


def text_of(client, address):
    answer = ask(client, address)
    assert answer.status == 200, address
    return answer.text


def rows_with(word):
    """Every row of every table in which `word` stands, whatever the column."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for row in model._base_manager.values():
            values = {name: bytes(value) if isinstance(value, memoryview) else value for name, value in row.items()}
            if word in str(values):
                found.append((model.__name__, values))
    return found


def files_with(word):
    """Every file below DATA_DIR in which `word` stands, or in whose name."""
    files = [path for path in settings.DATA_DIR.rglob("*") if path.is_file() and "static" not in path.parts]
    return [path for path in files if word in path.name or word.encode() in path.read_bytes()]


def closed(client, *addresses):
    for address in addresses:
        answer = ask(client, address)
        assert answer.status == 410, address
        assert "This was sealed" in answer.text
        assert CANARY.encode() not in answer.everything


@pytest.fixture
def full(db):
    """A public hearing with the canary in every text of its own; people, bodies and topics are of others as well."""
    for folder in ("orig", "d"):  # what earlier tests left there
        shutil.rmtree(settings.DATA_DIR / folder, ignore_errors=True)
    shared = {"bodies": [make_body()], "topics": [make_topic()]}
    hearing = make_full_hearing(CANARY, person=make_person(), **shared)
    make_source(hearing=hearing, text=f"A source without a quote: {CANARY}")
    for record in (hearing, hearing.quotes.get(), hearing.exhibits.get()):
        submit_for_review(record=record, by=None)
        return_to_draft(record=record, by=None, reason=f"It should not say {CANARY}.")
    publish(hearing)
    publish(make_hearing(title="A neighbour", **shared))
    return reload(hearing)


def test_a_sealed_quote_is_gone_from_every_table_page_and_file(client, full):
    quote = full.quotes.get()
    reword(quote, f"corrected-{CANARY}", sentence=f"Sentence-{CANARY}", by=make_user())
    withdraw(record=reload(quote), sentence=f"Withdrawn-{CANARY}", by=make_user())
    own = [path for path in PublishedAddress.objects.values_list("path", flat=True) if quote.public_id in path]
    corrections = [correction.get_absolute_url() for correction in quote.corrections.all()]
    words = [version.text for version in quote.versions.all()]
    assert len(own) == 4
    seal(record=reload(quote), by=make_user())
    closed(client, *own, *corrections)
    for text in (*words, f"Sentence-{CANARY}", f"Withdrawn-{CANARY}", f"note-{CANARY}", f"first-{CANARY}"):
        kinds = {
            name for name, row in rows_with(text) if not (name in {"SourceDocument", "Version"} and "note" in text)
        }
        assert not kinds, (text, kinds)
    for address, answer in crawl(client).items():
        for word in (*words, "Sentence-", "Withdrawn-"):
            assert word.encode() not in answer.everything, address
        if not address.startswith("/x/"):  # an exhibit that was shown in these words has their id in its proof
            assert quote.public_id.encode() not in answer.everything, address


def test_a_sealed_hearing_is_gone_with_everything_under_it(client, full, django_capture_on_commit_callbacks):
    user, quote, exhibit = make_user(), full.quotes.get(), full.exhibits.get()
    reword(quote, f"corrected-{CANARY}", sentence=f"Sentence-{CANARY}", by=user)
    exhibit.observation = f"Another {CANARY}"
    correct(record=exhibit, reason="factual", sentence=f"Sentence-{CANARY}", by=user)
    full.summary = f"Another {CANARY}"
    correct(record=full, reason="factual", sentence=f"Sentence-{CANARY}", by=user)
    draft = make_quote(hearing=full, speaker=quote.speaker, text=f"draft {CANARY}")
    submit_for_review(record=draft, by=user)
    return_to_draft(record=draft, by=user, reason=f"because of {CANARY}")
    make_full_exhibit(CANARY, hearing=full, shown_with=draft)
    scheduled = make_quote(hearing=full, speaker=quote.speaker, text=f"scheduled {CANARY}")
    publish_quote(quote=scheduled, by=user, at=tomorrow())
    for row in (*full.sources.all(), *full.appearances.all(), *exhibit.captures.all()):
        LogEntry.objects.create(
            user=user,
            content_type=ContentType.objects.get_for_model(row),
            object_id=row.pk,
            object_repr=f"{CANARY}",
            action_flag=2,
        )
    addresses = [a for a in crawl(client) if "?" not in a and ask(client, a).status == 200]
    own = [address for address in addresses if CANARY.encode() in ask(client, address).body]
    assert files_with(CANARY)
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(full), by=user)
    lists = {"/", "/hearings/", "/corrections/", "/corrections/feed.atom", "/corrections/feed.json"}
    lists |= {"/feeds/", "/hearings/feed.atom", "/hearings/feed.json", "/hearings/upcoming.ics"}
    shelves = {shelf.get_absolute_url() for shelf in (*full.bodies.all(), *full.topics.all())}
    lists |= shelves | {f"{shelf}feed.atom" for shelf in shelves}
    assert len(set(own) - lists) > 10
    closed(client, *(set(own) - lists))
    closed(client, f"/h/{full.public_id}/", f"/h/{full.public_id}/history/", f"/h/{full.public_id}/v1/")
    assert [name for name, _ in rows_with(CANARY) if name not in SHARED] == []
    assert files_with(CANARY) == []
    for address, answer in crawl(client, "/", *lists).items():
        assert CANARY.encode() not in answer.everything, address


def test_every_address_of_a_sealed_exhibit_answers_410_its_images_too(client, full, django_capture_on_commit_callbacks):
    exhibit = full.exhibits.get()
    image = image_address(exhibit)
    assert ask(client, image).status == 200
    file = settings.DATA_DIR / original_name(exhibit.captures.get().sha256)
    assert file.exists()
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=exhibit, by=None)
    address = exhibit.get_absolute_url()
    closed(client, address, f"{address}v1/", f"{address}history/", image)
    assert not file.exists()
    assert reload(exhibit).site is None


def test_the_statement_of_a_sealed_hearing_answers_410(client, full):
    address = f"/statements/{full.appearances.get().pk}.pdf"
    assert ask(client, address).status == 200
    seal(record=full, by=None)
    closed(client, address)


def test_the_tombstone_keeps_the_id_the_dates_and_the_numbers(full):
    quote = full.quotes.get()
    reword(quote, f"corrected-{CANARY}")
    before = reload(quote)
    versions = list(quote.versions.values_list("number", "commitment", "published_at"))
    corrections = list(quote.corrections.values_list("public_id", "reason", "made_at"))
    seal(record=reload(quote), by=None)
    after = reload(quote)
    assert (after.public_id, after.published_at, after.current) == (
        before.public_id,
        before.published_at,
        before.current,
    )
    assert list(quote.versions.values_list("number", "commitment", "published_at")) == versions
    assert list(quote.corrections.values_list("public_id", "reason", "made_at")) == corrections
    assert after.state == State.SEALED


def test_an_earlier_wording_is_blacked_out_in_the_source_as_well():
    source = make_source(text="First words here. Second words there. Last words.")
    quote = make_public_quote(source=source, text="First words here.")
    reword(quote, "Second words there.")
    seal(record=reload(quote), by=None)
    source.refresh_from_db()
    assert source.text == f"{'█' * 17} {'█' * 19} Last words."
    assert bytes(source.original) == b""


def test_the_neighbours_of_a_sealed_quote_stay_intact(client):
    hearing = make_hearing()
    source = make_source(hearing=hearing, text="First words here. Second words there. Third words.")
    texts = ("First words here.", "Second words there.", "Third words.")
    first, second, third = (make_quote(hearing=hearing, source=source, text=text) for text in texts)
    publish(hearing)
    stale = [Quote.objects.select_related("source").get(pk=quote.pk) for quote in (first, third)]
    for quote in stale:
        seal(record=quote, by=None)
    second = reload(second)
    assert passages(second.source.text, second.spans) == second.text == "Second words there."
    assert second.source.text == f"{'█' * 17} Second words there. {'█' * 12}"
    assert "“Second words there.”" in text_of(client, second.get_absolute_url())
    assert "“Second words there.”" in text_of(client, hearing.get_absolute_url())
    second.note = "It can still be corrected."
    correct(record=second, reason="factual", sentence="A note was missing.", by=None)
    assert reload(second).current.number == 2


def test_an_image_that_another_exhibit_shows_stays(client, django_capture_on_commit_callbacks):
    hearing, data = make_hearing(), make_image()
    first, second = (make_exhibit(hearing=hearing, captures=0) for _ in range(2))
    captures = [make_capture(exhibit=exhibit, label="Same", data=data) for exhibit in (first, second)]
    publish(hearing)
    file = settings.DATA_DIR / original_name(captures[0].sha256)
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(first), by=None)
    assert file.exists()
    assert ask(client, image_address(second, captures[1])).status == 200
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(second), by=None)
    assert not file.exists()


def test_an_image_that_two_exhibits_of_a_sealed_hearing_show_is_gone(django_capture_on_commit_callbacks):
    hearing, data = make_hearing(), make_image()
    exhibits = [make_exhibit(hearing=hearing, captures=0) for _ in range(2)]
    for exhibit in exhibits:
        make_capture(exhibit=exhibit, label="Same", data=data)
    publish(hearing)
    file = settings.DATA_DIR / original_name(Capture.objects.first().sha256)
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=reload(hearing), by=None)
    assert not file.exists()


def test_the_neighbours_of_a_sealed_hearing_stay_intact(client, full, django_capture_on_commit_callbacks):
    person = full.appearances.get().person
    other = make_quote(speaker=make_appearance(person=person), text="Words at another hearing")
    exhibit = make_exhibit(hearing=other.hearing)
    publish(other.hearing)
    with django_capture_on_commit_callbacks(execute=True):
        seal(record=full, by=None)
    assert "“Words at another hearing”" in text_of(client, other.get_absolute_url())
    assert "Words at another hearing" in text_of(client, person.get_absolute_url())
    assert ask(client, image_address(exhibit)).status == 200
    assert "A neighbour" in text_of(client, full.bodies.get().get_absolute_url())
    assert "A neighbour" in text_of(client, full.topics.get().get_absolute_url())


def test_drafts_under_a_sealed_hearing_leave_nothing(client):
    hearing = make_hearing()
    bare = Quote.objects.create(hearing=hearing, text="Words without a source")
    exhibit = make_exhibit(hearing=hearing, shown_with=bare)
    publish_only = make_appearance(hearing=hearing)
    from_draft = bare.public_id
    publish_hearing(hearing=hearing, by=None)
    seal(record=reload(hearing), by=None)
    assert not Quote.objects.exists()
    assert not Exhibit.objects.filter(pk=exhibit.pk).exists()
    assert ask(client, f"/q/{from_draft}/").status == 404
    assert Hearing.objects.get().appearances.get() == publish_only


def test_what_an_approval_was_given_for_is_not_kept_either(full):
    Quote.objects.filter(pk=full.quotes.get().pk).update(approved_content="0" * 64)
    seal(record=full.quotes.get(), by=None)
    assert full.quotes.get().approved_content == ""


def test_what_is_sealed_stays_sealed(full):
    seal(record=full, by=None)
    for record in (full, full.quotes.get(), full.exhibits.get()):
        for action in (withdraw, restore):
            with pytest.raises(NotReady, match="It is sealed already"):
                action(record=reload(record), sentence="Open it again.", by=None)
        with pytest.raises(NotReady, match="It is sealed already"):
            seal(record=reload(record), by=None)
    with pytest.raises(NotReady, match="Its hearing is sealed"):
        publish_quote(quote=make_quote(hearing=full), by=None)


def test_the_words_of_a_sealed_quote_stay_out_of_an_exhibit_that_was_shown_with_it(client, full):
    seal(record=full.quotes.get(), by=None)
    page = text_of(client, full.exhibits.get().get_absolute_url())
    assert f"first-{CANARY}" not in page
    assert "The words in which it was shown" not in page


def test_a_source_that_only_a_sealed_quote_used_holds_none_of_its_words(full):
    seal(record=full.quotes.get(), by=None)
    source = full.quotes.get().source
    assert f"first-{CANARY}" not in source.text
    assert bytes(source.original) == b""
