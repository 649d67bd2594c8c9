"""What always holds, whatever is done to the record in whatever order."""

import contextlib
from collections import defaultdict

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from hearings.actions.corrections import WORDING, correct, restore, seal, withdraw
from hearings.actions.moves import MOVES, allows
from hearings.actions.people import change_person_slug, merge_people, undo_merge
from hearings.actions.publishing import (
    approve,
    change_slug,
    publish_exhibit,
    publish_hearing,
    publish_quote,
    return_to_draft,
    submit_for_review,
    unschedule,
)
from hearings.actions.record import NotReady
from hearings.management.commands.replay_urls import replay
from hearings.models import Correction, Exhibit, Hearing, PublishedAddress, Quote, Version
from hearings.text import locate_passages
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote_in,
    make_user,
    reload,
    tomorrow,
)
from witnesses.models import Witness

WORDINGS = ("First wording here.", "Second wording here.", "Third wording here.")
SLUGS = ("aa", "bb", "cc", "dd")
FOLLOWS = {
    "draft": {"draft", "in_review", "scheduled", "published", "gone"},
    "in_review": {"draft", "in_review", "scheduled", "published", "gone"},
    "scheduled": {"scheduled", "draft", "gone"},
    "published": {"published", "withdrawn", "sealed"},
    "withdrawn": {"withdrawn", "published", "sealed"},
    "sealed": {"sealed"},
    "gone": {"gone"},
}
numbers = st.integers(min_value=0, max_value=7)


class Record(RuleBasedStateMachine):
    """A public hearing and a draft, each with two quotes and an exhibit, and three people; each rule is one action."""

    def __init__(self):
        super().__init__()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()

    @initialize()
    def make_drafts(self):
        self.users = [make_user(), make_user()]
        self.people = [make_person() for _ in range(3)]
        self.hearings = [make_hearing() for _ in range(2)]
        self.children = []
        for hearing, person in zip(self.hearings, self.people, strict=False):
            speaker = make_appearance(hearing=hearing, person=person)
            self.children += [make_quote_in(*WORDINGS, hearing=hearing, speaker=speaker) for _ in range(2)]
            self.children.append(make_exhibit(hearing=hearing, captures=1))
        self.keys = [(type(record), record.pk) for record in (*self.hearings, *self.children)]
        self.seen_versions, self.standing, self.asked = {}, {}, {}
        first, *_ = self.hearings
        publish_hearing(hearing=first, quotes=first.quotes.all(), exhibits=first.exhibits.all(), by=None)
        self.client = Client()

    def rows(self):
        """The eight records as they are now; None for one that is gone."""
        found = {(type(row), row.pk): row for row in self.all_rows()}
        return [found.get(key) for key in self.keys]

    def record(self, number, name):
        """One of the records: the first five numbers choose among those that can make the move, if any can."""
        rows = [row for row in self.rows() if row is not None]
        ready = [row for row in rows if allows(MOVES[name], row)]
        return ready[number % len(ready)] if ready and number < 5 else rows[number % len(rows)]

    def attempt(self, action, **arguments):
        """Do it if the table allows; what is refused must leave everything as it was."""
        with contextlib.suppress(NotReady), transaction.atomic():
            action(**arguments)

    @rule(number=numbers, user=st.integers(0, 1))
    def submit(self, number, user):
        self.attempt(submit_for_review, record=self.record(number, "submit"), by=self.users[user])

    @rule(number=numbers, user=st.integers(0, 1))
    def review(self, number, user):
        self.attempt(approve, record=self.record(number, "approve"), by=self.users[user])

    @rule(number=numbers)
    def send_back(self, number):
        self.attempt(return_to_draft, record=self.record(number, "return"), by=None, reason="Not yet.")

    @rule(number=st.integers(0, 1), later=st.booleans())
    def publish_a_hearing(self, number, later):
        hearing = reload(self.hearings[number])
        self.attempt(
            publish_hearing,
            hearing=hearing,
            quotes=[quote for quote in hearing.quotes.all()[:1] if quote.is_editable],
            by=None,
            at=tomorrow() if later else None,
        )

    @rule(number=st.integers(0, 5), later=st.booleans())
    def publish_a_child(self, number, later):
        child = self.rows()[number + 2]
        if child is not None:
            kind = child._meta.model_name
            action = {"quote": publish_quote, "exhibit": publish_exhibit}[kind]
            self.attempt(action, **{kind: child}, by=None, at=tomorrow() if later else None)

    @rule(number=numbers)
    def take_back(self, number):
        self.attempt(unschedule, record=self.record(number, "unschedule"), by=None)

    @rule(number=numbers, wording=st.sampled_from(WORDINGS), reason=st.sampled_from(WORDING))
    def correct_words(self, number, wording, reason):
        record = self.record(number, "correct")
        if isinstance(record, Quote):
            record.text, record.spans = wording, locate_passages(wording, record.source.text) or []
        else:
            setattr(record, "summary" if isinstance(record, Hearing) else "observation", wording)
        self.attempt(correct, record=record, reason=reason, sentence=f"It reads: {wording}", by=None)

    @rule(number=numbers)
    def withdraw_it(self, number):
        self.attempt(withdraw, record=self.record(number, "withdraw"), sentence="It was wrong.", by=None)

    @rule(number=numbers)
    def restore_it(self, number):
        self.attempt(restore, record=self.record(number, "restore"), sentence="It was right.", by=None)

    @rule(number=numbers, sure=st.integers(0, 3))
    def seal_it(self, number, sure):
        if sure == 0:  # it ends everything, so seldom
            self.attempt(seal, record=self.record(number, "seal"), by=None)

    @rule(number=st.integers(0, 1), slug=st.sampled_from(SLUGS))
    def change_the_address_of_a_hearing(self, number, slug):
        self.attempt(change_slug, hearing=reload(self.hearings[number]), slug=slug, by=None)

    @rule(number=st.integers(0, 2), slug=st.sampled_from(SLUGS))
    def change_the_address_of_a_person(self, number, slug):
        self.attempt(change_person_slug, person=reload(self.people[number]), slug=slug, by=None)

    @rule(keep=st.integers(0, 2), other=st.integers(0, 2))
    def merge(self, keep, other):
        self.attempt(merge_people, keep=self.people[keep], other=self.people[other], by=None)

    @rule(number=st.integers(0, 2))
    def undo(self, number):
        self.attempt(undo_merge, person=self.people[number], by=None)

    @invariant()
    def versions_only_grow_and_their_numbers_have_no_gaps(self):
        found, current = defaultdict(list), {}
        for version in Version.objects.select_related("quote", "exhibit", "hearing"):
            found[version.kind, version.record.public_id].append(version.number)
            current[version.pk] = (version.commitment, version.number, bool(version.sealed_at))
        for owner, versions in found.items():
            assert versions == list(range(1, len(versions) + 1)), owner
        for pk, (commitment, number, sealed) in self.seen_versions.items():
            assert current[pk][:2] == (commitment, number)
            assert current[pk][2] or not sealed
        public = Version.objects.filter(published_at__lte=timezone.now()).values_list("pk", flat=True)
        self.seen_versions = {pk: current[pk] for pk in public}

    @invariant()
    def the_row_says_what_its_last_version_says(self):
        for record in self.all_rows():
            if record.current and record.state != "sealed":
                assert record.current.number == record.versions.count()
                said = {key: value for key, value in record.payload().items() if key != "hearing"}
                assert said.items() <= record.current.content.items()

    @invariant()
    def a_page_shows_its_last_version_exactly_while_it_is_readable(self):
        for record in self.all_rows():
            address, parent = record.get_absolute_url(), getattr(record, "hearing", record)
            facts = (address, self.name(record), self.name(parent), record.current)
            if self.asked.get(record.public_id) == facts:
                continue
            self.asked[record.public_id] = facts
            response = self.client.get(address)
            readable = {self.name(record), self.name(parent)} <= {"published", "withdrawn"}
            expected = 200 if readable else 410 if record.state == "sealed" else 404
            assert response.status_code == expected, (address, record.state)
            if readable and isinstance(record, Quote):
                assert f"“{record.versions.last().text}”" in response.content.decode()

    @invariant()
    def the_public_set_is_what_the_states_say(self):
        live = {row.pk for row in self.all_rows() if isinstance(row, Hearing) and self.name(row) == "published"}
        assert set(Hearing.objects.public().values_list("pk", flat=True)) == live
        for model in (Quote, Exhibit):
            expected = {
                row.pk for row in model.objects.all() if self.name(row) == "published" and row.hearing_id in live
            }
            assert set(model.objects.public().values_list("pk", flat=True)) == expected

    @invariant()
    def every_state_follows_from_the_one_before(self):
        now = {number: self.name(row) for number, row in enumerate(self.rows())}
        for number, before in self.standing.items():
            assert now[number] in FOLLOWS[before], (number, before, now[number])
        self.standing = now

    @invariant()
    def every_correction_joins_two_versions_of_one_record(self):
        for correction in Correction.objects.select_related("from_version", "to_version"):
            before, after = correction.from_version, correction.to_version
            owners = {(row.quote_id, row.exhibit_id, row.hearing_id) for row in (before, after, correction)}
            assert len(owners) == 1
            step = after.number - before.number
            assert step == (0 if correction.reason in ("withdrawal", "restoration") else 1)

    @invariant()
    def nobody_is_merged_in_a_circle(self):
        for person in Witness.objects.exclude(shown_as=None):
            assert person.shown_as.merged_into is None
            end = person
            while end.merged_into:
                end = end.merged_into
            assert end == person.shown_as

    def teardown(self):
        try:
            for path in PublishedAddress.objects.public().values_list("path", flat=True):
                assert replay(self.client, path) == "", path
        finally:
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    def all_rows(self):
        for model in (Hearing, Quote, Exhibit):
            yield from model.objects.select_related("current", *([] if model is Hearing else ["hearing"]))

    def name(self, record):
        if record is None:
            return "gone"
        return "scheduled" if record.is_scheduled else record.state


@pytest.mark.django_db
def test_the_record_keeps_its_promises_whatever_is_done():
    run_state_machine_as_test(
        Record,
        settings=settings(
            max_examples=12,
            stateful_step_count=25,
            deadline=None,
            database=None,
            phases=[Phase.generate],  # making a failure shorter takes minutes; 25 steps can be read
            suppress_health_check=list(HealthCheck),
        ),
    )
