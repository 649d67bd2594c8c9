"""The transition table: what may follow what, who may do it, and the rule of two people."""

import pytest
from django.core.exceptions import PermissionDenied

from hearings.actions.corrections import correct, restore, seal, withdraw
from hearings.actions.moves import MOVES, open_moves
from hearings.actions.publishing import (
    approve,
    publish_exhibit,
    publish_hearing,
    publish_quote,
    return_to_draft,
    submit_for_review,
    unschedule,
)
from hearings.actions.record import NotReady
from hearings.models import HistoryEntry, State
from tests.factories import (
    make_appearance,
    make_capture,
    make_exhibit,
    make_hearing,
    make_quote,
    make_reference,
    make_topic,
    make_user,
    publish,
    reload,
    tomorrow,
)

pytestmark = pytest.mark.django_db

# The table as the record promises it: from each state, every move that is allowed and where it leads.
TABLE = {
    "draft": {"submit": "in_review", "publish": "published"},
    "in_review": {"return": "draft", "approve": "in_review", "publish": "published"},
    "scheduled": {"unschedule": "draft"},
    "published": {"correct": "published", "withdraw": "withdrawn", "seal": "sealed"},
    "withdrawn": {"restore": "published", "seal": "sealed"},
    "sealed": {},
}
EDITORS_MOVES = {"submit", "return"}
KINDS = ("hearing", "quote", "exhibit")


def make_record(kind):
    hearing = make_hearing()
    make_appearance(hearing=hearing)
    if kind == "hearing":
        return hearing
    publish(hearing)
    return make_quote(hearing=hearing) if kind == "quote" else make_exhibit(hearing=hearing)


def publish_one(record, by, at=None):
    action = {"hearing": publish_hearing, "quote": publish_quote, "exhibit": publish_exhibit}[record._meta.model_name]
    action(**{record._meta.model_name: record}, by=by, at=at)


def change_and_correct(record, by):
    name = {"hearing": "summary", "quote": "note", "exhibit": "observation"}[record._meta.model_name]
    setattr(record, name, "Something else")
    correct(record=record, reason="factual", sentence="It was wrong.", by=by)


DO = {
    "submit": lambda record, by: submit_for_review(record=record, by=by),
    "return": lambda record, by: return_to_draft(record=record, by=by, reason="Not yet."),
    "approve": lambda record, by: approve(record=record, by=by),
    "publish": publish_one,
    "unschedule": lambda record, by: unschedule(record=record, by=by),
    "correct": change_and_correct,
    "withdraw": lambda record, by: withdraw(record=record, sentence="It was wrong.", by=by),
    "restore": lambda record, by: restore(record=record, sentence="It was right.", by=by),
    "seal": lambda record, by: seal(record=record, by=by),
}
WAY = {
    "draft": [],
    "in_review": ["submit"],
    "published": ["publish"],
    "withdrawn": ["publish", "withdraw"],
    "sealed": ["publish", "seal"],
}


def bring_to(record, standing):
    """Take a draft to where the test begins."""
    if standing == "scheduled":
        publish_one(record, None, at=tomorrow())
    else:
        for name in WAY[standing]:
            DO[name](reload(record), None)
    return reload(record)


def standing_of(record):
    record = reload(record)
    return "scheduled" if record.is_scheduled else record.state


def test_the_table_names_every_move_and_every_state():
    assert set(DO) == set(MOVES)
    assert set(TABLE) == {*State.values, "scheduled"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("standing", TABLE)
@pytest.mark.parametrize("name", DO)
def test_a_move_is_made_exactly_where_the_table_allows_it(kind, standing, name):
    record = bring_to(make_record(kind), standing)
    publisher = make_user()
    history = HistoryEntry.objects.filter(record=record.public_id).count()
    allowed = TABLE[standing].get(name)
    assert (name in {move.name for move in open_moves(record, publisher)}) == (allowed is not None)
    if allowed:
        DO[name](record, publisher)
        assert standing_of(record) == allowed
        entry = HistoryEntry.objects.filter(record=record.public_id).first()
        assert entry.by == publisher
        assert HistoryEntry.objects.filter(record=record.public_id).count() == history + 1
    else:
        with pytest.raises(NotReady, match="is not possible any more"):
            DO[name](record, publisher)
        assert standing_of(record) == standing
        assert HistoryEntry.objects.filter(record=record.public_id).count() == history


@pytest.mark.parametrize("standing", TABLE)
@pytest.mark.parametrize("name", DO)
def test_an_editor_without_the_permission_moves_only_drafts(standing, name):
    record = bring_to(make_record("quote"), standing)
    editor = make_user(publisher=False)
    assert {move.name for move in open_moves(record, editor)} == EDITORS_MOVES & set(TABLE[standing])
    if name in EDITORS_MOVES and name in TABLE[standing]:
        DO[name](record, editor)
        assert standing_of(record) == TABLE[standing][name]
    else:
        with pytest.raises((PermissionDenied, NotReady)) as caught:
            DO[name](record, editor)
        assert name in EDITORS_MOVES or caught.type is PermissionDenied
        assert standing_of(record) == standing


def test_somebody_without_any_permission_moves_nothing():
    stranger = make_user()
    stranger.user_permissions.clear()
    stranger = type(stranger).objects.get(pk=stranger.pk)
    record = make_record("quote")
    assert open_moves(record, stranger) == []
    with pytest.raises(PermissionDenied):
        submit_for_review(record=record, by=stranger)


def test_a_move_is_judged_by_the_row_and_not_by_a_stale_copy():
    stale = bring_to(make_record("quote"), "published")
    withdraw(record=reload(stale), sentence="It was never said.", by=None)
    assert stale.state == State.PUBLISHED
    with pytest.raises(NotReady, match="It is withdrawn already"):
        withdraw(record=stale, sentence="Again.", by=None)


@pytest.mark.parametrize("make", [make_quote, make_exhibit])
def test_nothing_is_published_under_a_hearing_that_is_not(make):
    draft = make()
    with pytest.raises(NotReady, match="Its hearing is draft"):
        publish_one(draft, None)
    submit_for_review(record=draft.hearing, by=None)
    with pytest.raises(NotReady, match="Its hearing is in review"):
        publish_one(draft, None)
    assert reload(draft).state == State.DRAFT


@pytest.fixture
def reviewed(db, settings):
    """Under the rule of two: a hearing submitted by one person, a second one, and both of them."""
    settings.REVIEW_REQUIRED = True
    hearing = make_hearing(topics=[make_topic()])
    quote = make_quote(hearing=hearing)
    make_exhibit(hearing=hearing)
    writer, second = make_user(), make_user()
    submit_for_review(record=hearing, by=writer)
    return reload(hearing), quote, writer, second


def publish_all(hearing, by):
    hearing = reload(hearing)
    publish_hearing(hearing=hearing, quotes=hearing.quotes.all(), exhibits=hearing.exhibits.all(), by=by)


def test_without_approval_nothing_is_published(reviewed):
    hearing, quote, writer, second = reviewed
    for person in (writer, second):
        with pytest.raises(NotReady, match="A second person must approve it first"):
            publish_all(hearing, person)
    draft = make_quote()
    with pytest.raises(NotReady, match="A second person must approve it first"):
        publish_quote(quote=draft, by=writer)
    assert reload(quote).state == State.DRAFT


def test_with_the_approval_of_another_person_it_is_published(reviewed):
    hearing, quote, writer, second = reviewed
    approve(record=hearing, by=second)
    publish_all(hearing, writer)
    assert reload(quote).state == State.PUBLISHED


def test_nobody_approves_what_they_submitted(reviewed):
    hearing, _quote, writer, _second = reviewed
    with pytest.raises(NotReady, match="You submitted it yourself"):
        approve(record=hearing, by=writer)
    with pytest.raises(PermissionDenied):
        approve(record=hearing, by=make_user(publisher=False))
    assert reload(hearing).approved_by is None


CHANGES = {
    "title": lambda hearing, quote: type(hearing).objects.update(title="Another title"),
    "video": lambda hearing, quote: type(hearing).objects.update(video_url="https://example.org/video"),
    "words": lambda hearing, quote: type(quote).objects.filter(pk=quote.pk).update(text="words"),
    "note": lambda hearing, quote: type(quote).objects.filter(pk=quote.pk).update(note="A note"),
    "new quote": lambda hearing, quote: make_quote(hearing=hearing, speaker=quote.speaker, source=quote.source),
    "fewer quotes": lambda hearing, quote: quote.delete(),
    "person": lambda hearing, quote: make_appearance(hearing=hearing),
    "title of the speaker": lambda hearing, quote: hearing.appearances.update(title="Another title"),
    "name of the speaker": lambda hearing, quote: type(quote.speaker.person).objects.update(family_name="Other"),
    "topic": lambda hearing, quote: hearing.topics.clear(),
    "body": lambda hearing, quote: hearing.bodies.first().delete(),
    "reference": lambda hearing, quote: make_reference(hearing=hearing),
    "exhibit": lambda hearing, quote: hearing.exhibits.update(observation="Another observation"),
    "image in words": lambda hearing, quote: hearing.exhibits.get().captures.update(alt_text="Other words"),
    "new image": lambda hearing, quote: make_capture(exhibit=hearing.exhibits.get(), label="Later"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_voids_the_approval(reviewed, change):
    hearing, quote, writer, second = reviewed
    make_appearance(hearing=hearing)
    hearing.bodies.create(name="A second body", slug="a-second-body")
    with pytest.raises(NotReady, match="It was changed after it was submitted"):
        approve(record=reload(hearing), by=second)
    return_to_draft(record=reload(hearing), by=second, reason="It was changed.")
    submit_for_review(record=reload(hearing), by=writer)
    hearing = reload(hearing)
    approve(record=hearing, by=second)
    CHANGES[change](hearing, quote)
    with pytest.raises(NotReady) as caught:
        publish_all(hearing, writer)
    assert "It was changed after it was approved" in str(caught.value) or change == "words"
    assert reload(hearing).state == State.IN_REVIEW


@pytest.mark.parametrize("change", ["title", "words", "note", "new quote"])
def test_nobody_approves_what_they_changed_after_it_was_submitted(reviewed, change):
    hearing, quote, _writer, second = reviewed
    CHANGES[change](hearing, quote)
    with pytest.raises(NotReady, match="It was changed after it was submitted"):
        approve(record=reload(hearing), by=second)


def test_an_approval_does_not_outlive_the_return_to_draft(reviewed):
    hearing, _quote, writer, second = reviewed
    approve(record=hearing, by=second)
    stale = reload(hearing)
    return_to_draft(record=reload(hearing), by=second, reason="Not yet.")
    with pytest.raises(NotReady, match="A second person must approve it first"):
        publish_hearing(hearing=stale, by=writer)
    submit_for_review(record=reload(hearing), by=second)
    with pytest.raises(NotReady, match="A second person must approve it first"):
        publish_all(hearing, second)


def test_without_the_rule_one_person_publishes(settings):
    settings.REVIEW_REQUIRED = False
    hearing = make_hearing()
    make_appearance(hearing=hearing)
    publish_hearing(hearing=hearing, by=make_user())
    assert reload(hearing).state == State.PUBLISHED
