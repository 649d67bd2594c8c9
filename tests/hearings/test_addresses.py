"""The ledger: every address that was ever public goes on answering."""

import re
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.urls import reverse

from hearings.actions.corrections import correct, move_hearing, seal, withdraw
from hearings.actions.people import change_person_slug, merge_people, undo_merge
from hearings.actions.publishing import change_slug, publish_exhibit, publish_hearing, publish_quote
from hearings.actions.record import NotReady
from hearings.ids import LENGTH, new_public_id
from hearings.models import FormerSlug, Hearing, HistoryEntry, PublishedAddress
from hearings.storage import keep_document
from tests.crawling import ask, crawl
from tests.factories import (
    image_address,
    make_appearance,
    make_body,
    make_capture,
    make_exhibit,
    make_hearing,
    make_person,
    make_public_quote,
    make_quote,
    make_quote_in,
    make_topic,
    make_user,
    publish,
    reload,
    reword,
    tomorrow,
)

pytestmark = pytest.mark.django_db
FIXED = {"/", "/about/", "/hearings/", "/witnesses/", "/corrections/", "/corrections/feed.atom"}
PART = re.compile(
    r"/feed\.(?:atom|json)$|/card(?:-dark)?\.png$|/embed/$|\.(?:txt|ris|bib|ics)$"
    r"|(?:\.csl|\.annotation|(?<!stac)(?<!manifest)(?<!annotations))\.json$"
)
FIXED |= {"/card.png", "/check/", "/search/", "/oembed", "/data/", "/api/v1/", "/search/feed.atom", "/opensearch.xml"}
FIXED |= {"/feeds/", "/hearings/feed.atom", "/hearings/feed.json", "/corrections/feed.json", "/hearings/upcoming.ics"}


def page_of(address):
    """The page that an address belongs to: feeds, formats, cards and frames go where their page goes."""
    return PART.sub("/", address)


def ledger():
    return set(PublishedAddress.objects.values_list("path", flat=True))


def replay():
    out = StringIO()
    call_command("replay_urls", stdout=out, stderr=out)
    return out.getvalue()


def answers_for_ever(client, addresses):
    """Each answers 200, or one redirect to a 200."""
    for address in addresses:
        answer = ask(client, address)
        if answer.status in (301, 302):
            assert ask(client, answer.location).status == 200, (address, answer.location)
        else:
            assert answer.status == 200, (address, answer.status)


@pytest.fixture
def hearing(db):
    """A public hearing with everything that has an address."""
    hearing = make_hearing(topics=[make_topic()], bodies=[make_body(), make_body()], slug="first-address")
    speaker = make_appearance(hearing=hearing, statement=keep_document(b"%PDF-1.7"), statement_name="statement.pdf")
    quote = make_quote_in("Old words", "New words", hearing=hearing, speaker=speaker)
    make_exhibit(hearing=hearing, shown_with=quote, presented_by=speaker)
    publish(hearing)
    reword(quote, "New words")
    return reload(hearing)


def test_every_page_that_links_lead_to_is_in_the_ledger(client, hearing):
    exhibit = hearing.exhibits.get()
    exhibit.observation = "Sample Island"
    correct(record=exhibit, reason="factual", sentence="The place was missing.", by=None)
    withdraw(record=reload(hearing.quotes.get()), sentence="It was never said.", by=None)
    found = {address.split("?")[0] for address in crawl(client)}
    portraits = {address for address in found if address.endswith("/portrait.jpg")}
    assert {page_of(address) for address in found - FIXED - portraits} <= ledger()
    assert len(found) > 20


def test_the_ledger_holds_nothing_that_does_not_answer(client, hearing):
    answers_for_ever(client, ledger())
    assert len(ledger()) > 15


def test_what_is_a_draft_or_scheduled_is_not_in_the_ledger_yet(client):
    make_quote()
    scheduled = make_quote()
    publish(scheduled.hearing, at=tomorrow())
    assert not PublishedAddress.objects.public().exists()
    assert scheduled.get_absolute_url() in ledger()


def test_replaying_says_that_all_is_well(hearing):
    assert replay() == f"{len(ledger())} addresses answer as they must.\n"


def test_replaying_takes_sealed_and_moved_addresses_for_well(hearing):
    change_slug(hearing=hearing, slug="second-address", by=None)
    seal(record=hearing.quotes.get(), by=None)
    assert "answer as they must" in replay()
    seal(record=reload(hearing), by=None)
    assert "answer as they must" in replay()


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("/no/such/page/", "410, but it was not sealed"),
        ("/q/0000000000000000/", "410, but it was not sealed"),
        ("/hearings/no-such-hearing/", "410, but it was not sealed"),
        ("/admin/logout/", "302 to /admin/, which answers 302"),
    ],
)
def test_replaying_names_every_address_that_is_broken_and_fails(hearing, path, fault):
    PublishedAddress.objects.create(path=path, public_from=hearing.published_at)
    out = StringIO()
    with pytest.raises(CommandError, match=r"1 of \d+ addresses do not answer as they must"):
        call_command("replay_urls", stdout=out, stderr=out)
    assert out.getvalue() == f"{path}: {fault}\n"


def test_replaying_leaves_what_is_not_public_yet(hearing):
    PublishedAddress.objects.create(path="/not/yet/", public_from=tomorrow())
    assert f"{len(ledger()) - 1} addresses answer" in replay()


def test_five_changes_of_address_two_merges_and_an_undo(client, hearing):
    """Every address ever served answers 200 or one 301."""
    people = [make_public_quote().speaker.person for _ in range(3)]
    served = set(crawl(client))
    for number in range(5):
        change_slug(hearing=reload(hearing), slug=f"address-{number}", by=None)
        change_person_slug(person=reload(people[0]), slug=f"name-{number}", by=None)
        served |= {reload(hearing).get_absolute_url(), reload(people[0]).get_absolute_url()}
    merge_people(keep=people[1], other=people[0], by=None)
    merge_people(keep=people[2], other=people[1], by=None)
    served |= set(crawl(client))
    undo_merge(person=people[0], by=None)
    served |= set(crawl(client))
    answers_for_ever(client, served)
    for former in ("first-address", *(f"address-{number}" for number in range(4))):
        answer = ask(client, f"/hearings/{former}/")
        assert (answer.status, answer.location) == (301, "/hearings/address-4/")
    for former in (f"name-{number}" for number in range(4)):
        answer = ask(client, f"/witnesses/{former}/")
        assert (answer.status, answer.location) == (301, "/witnesses/name-4/")
    answer = ask(client, people[1].get_absolute_url())
    assert (answer.status, answer.location) == (301, people[2].get_absolute_url())
    assert "answer as they must" in replay()


def test_an_address_that_is_taken_up_again_does_not_lead_in_a_circle(client):
    hearing = publish(make_hearing(slug="one"))
    for slug in ("two", "one", "two", "one"):
        change_slug(hearing=reload(hearing), slug=slug, by=None)
    assert ask(client, "/hearings/one/").status == 200
    assert ask(client, "/hearings/two/").location == "/hearings/one/"
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["two"]
    change_slug(hearing=reload(hearing), slug="one", by=None)
    assert ask(client, "/hearings/one/").status == 200
    answers_for_ever(client, ledger())


def test_a_new_hearing_cannot_take_an_address_that_another_had(client):
    hearing = publish(make_hearing(slug="one"))
    change_slug(hearing=hearing, slug="two", by=None)
    thief = make_hearing(slug="one")
    make_appearance(hearing=thief)
    with pytest.raises(NotReady, match="Another hearing had this address"):
        publish_hearing(hearing=thief, by=None)
    assert ask(client, "/hearings/one/").location == "/hearings/two/"


def test_an_address_that_was_never_public_is_forgotten_when_it_changes(client):
    hearing = make_hearing(slug="secret-hearing")
    person = make_appearance(hearing=hearing, person=make_person(slug="real-name", protected=True)).person
    unknown = ask(client, "/witnesses/nobody/")
    change_slug(hearing=hearing, slug="chosen-hearing", by=None)
    change_person_slug(person=person, slug="chosen-name", by=None)
    publish(reload(hearing))
    assert ask(client, "/witnesses/real-name/") == ask(client, "/hearings/secret-hearing/") == unknown
    assert not {path for path in ledger() if "real-name" in path or "secret" in path}
    assert ask(client, "/witnesses/chosen-name/").status == ask(client, "/hearings/chosen-hearing/").status == 200


def test_feeds_follow_a_changed_address_and_go_with_their_page(client):
    hearing = make_hearing(slug="one")
    person = make_appearance(hearing=hearing, person=make_person(slug="alba")).person
    publish(hearing)
    change_slug(hearing=hearing, slug="two", by=None)
    change_person_slug(person=person, slug="alba-sample", by=None)
    for ending in ("atom", "json"):
        assert ask(client, f"/hearings/one/feed.{ending}").location.endswith(f"/hearings/two/feed.{ending}")
        assert ask(client, f"/witnesses/alba/feed.{ending}").location.endswith(f"/witnesses/alba-sample/feed.{ending}")
    withdraw(record=reload(hearing), sentence="It was never held.", by=None)
    assert ask(client, "/hearings/two/feed.atom").status == 200
    seal(record=reload(hearing), by=None)
    for path in ("/hearings/two/feed.atom", "/hearings/one/feed.json", "/witnesses/alba-sample/feed.atom"):
        assert ask(client, path).status == 410, path


def test_an_address_that_was_only_scheduled_is_forgotten_when_it_changes(client):
    hearing = make_hearing(slug="secret-hearing")
    person = make_appearance(hearing=hearing, person=make_person(slug="real-name")).person
    publish(hearing, at=tomorrow())
    change_slug(hearing=reload(hearing), slug="chosen-hearing", by=None)
    change_person_slug(person=person, slug="chosen-name", by=None)
    assert not {path for path in ledger() if "real-name" in path or "secret" in path}
    assert not HistoryEntry.objects.filter(kind="witness", note__contains="real-name").exists()
    assert {"/witnesses/chosen-name/", "/hearings/chosen-hearing/"} <= ledger()


def test_changing_the_address_saves_nothing_else():
    stale = reload(publish(make_hearing(slug="one", title="The title")))
    withdraw(record=reload(stale), sentence="It was never held.", by=None)
    stale.title = "Another title"
    change_slug(hearing=stale, slug="two", by=None)
    row = Hearing.objects.get()
    assert (row.slug, row.title, row.state) == ("two", "The title", "withdrawn")


def test_only_a_publisher_changes_the_address_of_what_is_published():
    editor, hearing = make_user(publisher=False), make_hearing(slug="one")
    change_slug(hearing=hearing, slug="two", by=editor)
    publish(hearing)
    with pytest.raises(PermissionDenied):
        change_slug(hearing=reload(hearing), slug="three", by=editor)
    assert Hearing.objects.get().slug == "two"


def test_the_pages_of_bodies_that_a_hearing_left_stay(client):
    old, topic = make_body(), make_topic()
    hearing = publish(make_hearing(bodies=[old], topics=[topic]))
    move_hearing(hearing=reload(hearing), bodies=[make_body()], sentence="It was held by another.", by=None)
    answer = ask(client, old.get_absolute_url())
    assert answer.status == 200
    assert "No hearing is listed here" in answer.text
    answers_for_ever(client, ledger())


def test_an_id_is_opaque_random_and_never_the_same():
    ids = {new_public_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(identity) for identity in ids} == {LENGTH} == {16}
    assert set("".join(ids)) == set("0123456789abcdefghjkmnpqrstvwxyz")


@pytest.mark.parametrize("make", [make_hearing, make_quote, make_exhibit])
def test_an_id_cannot_be_used_again(make):
    taken = make().public_id
    with pytest.raises(IntegrityError), transaction.atomic():
        make(public_id=taken)


def test_what_was_published_is_not_deleted(hearing):
    for record in (hearing, hearing.quotes.get(), hearing.exhibits.get()):
        with pytest.raises((ProtectedError, IntegrityError)), transaction.atomic():
            record.delete()
        with pytest.raises((ProtectedError, IntegrityError)), transaction.atomic():
            type(record).objects.filter(pk=record.pk).delete()
    for record in (hearing.appearances.get().person, hearing.quotes.get().source, hearing.quotes.get().speaker):
        with pytest.raises(ProtectedError):
            record.delete()


def test_what_is_published_later_enters_its_own_addresses(client):
    hearing = publish(make_hearing())
    quote, exhibit = make_quote(hearing=hearing), make_exhibit(hearing=hearing)
    publish_quote(quote=quote, by=None)
    publish_exhibit(exhibit=exhibit, by=None)
    found = {address.split("?")[0] for address in crawl(client)}
    assert quote.get_absolute_url() in found
    assert exhibit.get_absolute_url() in found
    assert {page_of(address) for address in found - FIXED} <= ledger()


def test_the_address_of_somebody_shown_under_another_entry_is_entered(client):
    keep, other = make_person(), make_person()
    merge_people(keep=keep, other=other, by=None)
    make_public_quote(speaker=make_appearance(person=other))
    assert ask(client, other.get_absolute_url()).location == keep.get_absolute_url()
    assert {keep.get_absolute_url(), other.get_absolute_url()} <= ledger()


def test_merging_into_somebody_new_enters_their_address(client):
    other, keep = make_public_quote().speaker.person, make_person()
    assert keep.get_absolute_url() not in ledger()
    merge_people(keep=keep, other=other, by=None)
    assert keep.get_absolute_url() in ledger()
    assert ask(client, reverse("witnesses:witness", args=[keep.slug])).status == 200


def test_what_a_correction_brings_is_entered(client, hearing):
    exhibit = hearing.exhibits.get()
    make_capture(exhibit=exhibit, label="Later")
    correct(record=reload(exhibit), reason="factual", sentence="An image was missing.", by=None)
    body = make_body()
    move_hearing(hearing=reload(hearing), bodies=[body], sentence="It was held by another.", by=None)
    images = [image_address(exhibit, capture) for capture in exhibit.captures.all()]
    assert len(images) == 3
    assert {*images, body.get_absolute_url()} <= ledger()
    answers_for_ever(client, ledger())
