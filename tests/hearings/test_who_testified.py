"""Who testified, as the version of a hearing says it: a name changed elsewhere changes nothing that is public."""

import pytest
from django.urls import reverse

from hearings.actions.corrections import correct
from hearings.actions.record import NotReady
from hearings.models import Correction
from tests.admin_forms import form_data, save
from tests.crawling import ask
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote,
    publish,
    reload,
)

pytestmark = pytest.mark.django_db
SENTENCE = "The name was misspelt."


@pytest.fixture
def hearing():
    """A public hearing at which Alba Then, of one body, was quoted and showed an exhibit."""
    person = make_person(family_name="Then", honorific="Dr.", native_name="견본", native_language="ko", slug="alba")
    hearing = make_hearing(bodies=[make_body(name="Commission Then")])
    speaker = make_appearance(hearing=hearing, person=person, title="Director then\nMember", panel=2)
    make_quote(speaker=speaker)
    make_exhibit(hearing=hearing, presented_by=speaker)
    return reload(publish(hearing))


def text(client, address):
    answer = ask(client, address)
    assert answer.status == 200, address
    return answer.text


def rename(client, hearing):
    person, body = hearing.appearances.get().person, hearing.bodies.get()
    url = reverse("admin:witnesses_witness_change", args=[person.pk])
    save(client, url, "witness_form", family_name="Now", native_name="새이름")
    url = reverse("admin:hearings_body_change", args=[body.pk])
    save(client, url, "body_form", name="Commission Now")
    assert (str(reload(person)), str(reload(body))) == ("Alba Now", "Commission Now")


def pages_of_the_record(hearing):
    quote, exhibit = hearing.quotes.get(), hearing.exhibits.get()
    return [hearing.get_absolute_url(), "/", "/hearings/", quote.get_absolute_url(), exhibit.get_absolute_url()]


def test_a_rename_changes_no_page_of_the_record_without_a_correction(client, editor_client, hearing):
    addresses = pages_of_the_record(hearing)
    before = [ask(client, address).body for address in addresses]
    rename(editor_client, hearing)
    # The selection of bodies above the list is an index: it offers bodies by the names they have now.
    after = [ask(client, a).text.replace(">Commission Now</option>", ">Commission Then</option>") for a in addresses]
    assert after == [body.decode() for body in before]
    assert not Correction.objects.exists()


def test_the_page_of_a_person_has_the_present_name_and_what_each_hearing_listed(client, editor_client, hearing):
    row = hearing.appearances.get()
    rename(editor_client, hearing)
    row.title = row.organization = "Something later"
    row.role = "chair"
    row.save()
    page = text(client, "/witnesses/alba/")
    assert "<h1>Dr. Alba Now</h1>" in page
    assert "Witness, panel 2 · listed as Dr. Alba Then · Director then; Member, Sample Institute</p>" in page
    assert "Something later" not in page
    assert "Chair" not in page


def test_a_correction_brings_the_new_name_onto_the_page_and_keeps_the_old_one_in_the_first_version(
    client, editor_client, hearing
):
    rename(editor_client, hearing)
    url = reverse("admin:hearings_hearing_correct", args=[hearing.pk])
    data = form_data(editor_client.get(url), "hearing_form") | {"reason": "factual", "sentence": SENTENCE}
    assert editor_client.post(url, data).status_code == 302
    page = text(client, hearing.get_absolute_url())
    assert ">Dr. Alba Now</a>" in page
    assert "Commission Now</a>" in page
    assert "<del>Then</del><ins>Now</ins>" in page
    assert SENTENCE in page
    first, second = (text(client, f"/h/{hearing.public_id}/v{number}/") for number in (1, 2))
    for line in ("Witness, panel 2", "견본", "Dr. Alba Then", "Director then", "Member, Sample Institute"):
        assert line in first
    assert '<p class="who">Dr. Alba Now <span lang="ko" dir="ltr">새이름</span></p>' in second
    assert "<dd>Commission Now</dd>" in second
    assert "listed as" not in text(client, "/witnesses/alba/")


def test_those_who_presided_stand_first_and_all_in_their_order():
    hearing = make_hearing()
    for order, (name, role) in enumerate(
        [("One", "witness"), ("Two", "chair"), ("Three", "witness"), ("Four", "member")]
    ):
        make_appearance(hearing=hearing, person=make_person(family_name=name), role=role, order=order)
    publish(hearing)
    names = [person["name"] for person in reload(hearing).current.content["people"]]
    assert names == ["Alba Two", "Alba Four", "Alba One", "Alba Three"]


def test_a_witness_who_was_added_is_shown_once_a_correction_says_so(client, hearing):
    added = make_appearance(hearing=hearing, person=make_person(family_name="Added", slug="added"))
    assert "Alba Added" not in text(client, hearing.get_absolute_url())
    assert hearing.title not in text(client, "/witnesses/added/")
    correct(record=reload(hearing), reason="factual", sentence="Alba Added was not listed.", by=None)
    page = text(client, hearing.get_absolute_url())
    assert ">Alba Added</a>" in page
    assert "<ins>Alba Added" in page
    assert added.person.get_absolute_url() in page
    assert hearing.title in text(client, "/witnesses/added/")


def test_staff_add_and_remove_a_witness_of_a_public_hearing_by_its_correction_alone(client, editor_client, hearing):
    gone = make_appearance(hearing=hearing, person=make_person(family_name="Gone"))
    correct(record=reload(hearing), reason="factual", sentence="Alba Gone was not listed.", by=None)
    change, correcting = (
        reverse(f"admin:hearings_hearing_{name}", args=[hearing.pk]) for name in ("change", "correct")
    )
    rows = {"appearances-1-DELETE": "on"}
    plain = form_data(editor_client.get(change), "hearing_form")
    editor_client.post(change, plain | rows | {"appearances-TOTAL_FORMS": 2, "appearances-INITIAL_FORMS": 2})
    assert hearing.appearances.filter(pk=gone.pk).exists()
    data = form_data(editor_client.get(correcting), "hearing_form") | rows
    data |= {"reason": "factual", "sentence": "Alba Gone was not there."}
    assert editor_client.post(correcting, data).status_code == 302
    page = text(client, hearing.get_absolute_url())
    assert ">Alba Gone</a>" not in page
    assert "Alba Gone was not there." in page
    assert "Alba Gone" in text(client, f"/h/{hearing.public_id}/v2/")


def test_a_speaker_is_not_removed_while_words_of_theirs_stand(editor_client, hearing):
    url = reverse("admin:hearings_hearing_correct", args=[hearing.pk])
    data = form_data(editor_client.get(url), "hearing_form") | {"appearances-0-DELETE": "on"}
    response = editor_client.post(url, data | {"reason": "factual", "sentence": SENTENCE})
    assert response.status_code == 200
    assert "protected related objects" in response.content.decode()
    assert hearing.appearances.exists()


def test_another_person_of_the_same_name_is_a_change_that_a_correction_can_make(client, hearing):
    row = hearing.appearances.get()
    with pytest.raises(NotReady, match="Nothing was changed"):
        correct(record=reload(hearing), reason="factual", sentence="Nothing.", by=None)
    same = {name: getattr(row.person, name) for name in ("family_name", "honorific", "native_name", "native_language")}
    row.person = make_person(**same, slug="the-right-one")
    row.save()
    correct(record=reload(hearing), reason="misattribution", sentence="It was another Dr. Then.", by=None)
    assert 'href="/witnesses/the-right-one/"' in text(client, hearing.get_absolute_url())
