"""The staff's first page, the list of hearings and a hearing's form."""

import datetime

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings.admin.record_site import RecordAdminSite
from hearings.models import Appearance, Body, Hearing
from tests.admin_forms import errors, form_data, notices, save
from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote,
    make_reference,
    make_source,
    make_user,
    publish,
    tomorrow,
)
from witnesses.models import Witness

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 sample"
Upload = SimpleUploadedFile


def change(hearing):
    return reverse("admin:hearings_hearing_change", args=[hearing.pk])


@pytest.fixture
def big_hearing():
    """The hearing of the performance bar: 12 people, 60 quotes, 3 exhibits, 10 references, 10,000 to choose from."""
    Witness.objects.bulk_create(
        [Witness(family_name=f"Family{n}", sort_name=f"Family{n}", slug=f"family-{n}") for n in range(10_000)]
    )
    hearing = make_hearing()
    speakers = [make_appearance(hearing=hearing, order=n) for n in range(12)]
    words = [f"Sentence number {n}, long enough to be one of those that are quoted at hearings." for n in range(60)]
    source = make_source(hearing=hearing, text="\n".join(words))
    for n, text in enumerate(words):
        make_quote(hearing=hearing, speaker=speakers[n % 12], source=source, text=text, order=n)
    for n in range(3):
        make_exhibit(hearing=hearing, presented_by=speakers[n])
    for _ in range(10):
        make_reference(hearing=hearing)
    return hearing


def test_a_big_hearing_opens_in_few_queries_and_little_html(editor_client, big_hearing, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        response = editor_client.get(change(big_hearing))
    assert len(response.content) < 500_000
    page = response.content.decode()
    for appearance in big_hearing.appearances.select_related("person"):
        assert f'<option value="{appearance.person_id}" selected>{appearance.person}</option>' in page
    assert "Family9999" not in page


def test_the_models_are_registered_with_the_record_site():
    assert isinstance(admin.site._wrapped, RecordAdminSite)
    assert {Hearing, Body, Witness} <= set(admin.site._registry)


def test_the_first_page_begins_with_what_waits(editor_client, django_assert_num_queries):
    source = make_source(title="A release nobody has read")
    make_hearing(title="Draft about rivers")
    make_hearing(title="Checked hearing", state="in_review")
    publish(make_hearing(title="Public hearing"))
    publish(make_hearing(title="Hearing of tomorrow"), at=tomorrow())
    response = editor_client.get("/admin/")
    page = response.content.decode()
    shelves = {heading: [str(one) for one in hearings] for heading, hearings, _ in response.context["shelves"]}
    assert shelves == {
        "In review": ["Checked hearing"],
        "Drafts": ["Draft about rivers"],
        "Scheduled": ["Hearing of tomorrow"],
        "Recently published": ["Public hearing"],
    }
    assert reverse("admin:hearings_sourcedocument_import") in page
    assert reverse("admin:hearings_sourcedocument_review", args=[source.pk]) in page
    assert page.index(">Import<") < page.index("A release nobody has read") < page.index("Everything in the record")


def test_the_first_page_costs_the_same_however_much_waits(editor_client, django_assert_max_num_queries):
    for _ in range(12):
        make_hearing()
        make_hearing(state="in_review")
        make_source()
    with django_assert_max_num_queries(18):
        response = editor_client.get("/admin/")
    assert [len(hearings) for _, hearings, _ in response.context["shelves"]] == [10, 10, 0, 0]


def test_the_list_says_states_in_words_and_counts_quotes(editor_client, django_assert_max_num_queries):
    for _ in range(5):
        make_quote(hearing=make_quote().hearing)
    publish(make_hearing(title="Later"), at=tomorrow())
    with django_assert_max_num_queries(20):
        page = editor_client.get("/admin/hearings/hearing/").content.decode()
    assert '<td class="field-state_word">Draft</td>' in page
    assert '<td class="field-state_word">Scheduled</td>' in page
    assert '<td class="field-quote_count">2</td>' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=scheduled", {"Later"}),
        ("state=published", {"Old"}),
        ("state=draft", {"Undated"}),
        ("year=unknown", {"Undated"}),
        ("year=1999", {"Old"}),
        ("q=CECC", {"Old"}),
    ],
)
def test_the_list_is_narrowed(editor_client, query, found):
    make_hearing(title="Undated", date=None, date_precision="stated", date_as_stated="June 13")
    publish(make_hearing(title="Old", date=datetime.date(1999, 1, 2), bodies=[make_body(abbreviation="CECC")]))
    publish(make_hearing(title="Later"), at=tomorrow())
    response = editor_client.get(f"/admin/hearings/hearing/?{query}")
    assert {hearing.title for hearing in response.context["cl"].result_list} == found


def test_a_new_hearing_gets_its_address_from_the_title_and_its_people_in_order(editor_client):
    body, first, second = make_body(), make_person(), make_person()
    url = reverse("admin:hearings_hearing_add")
    data = form_data(editor_client.get(url), "hearing_form")
    data |= {"title": "Rivers & Seas", "bodies": body.pk, "date": "2023-06-13"}
    data |= {"appearances-TOTAL_FORMS": 2, "appearances-INITIAL_FORMS": 0}
    for row, person in enumerate([first, second]):
        data |= {f"appearances-{row}-person": person.pk, f"appearances-{row}-role": "witness"}
        data |= {f"appearances-{row}-order": "", f"appearances-{row}-title": "Director"}
    response = editor_client.post(url, data, follow=True)
    hearing = Hearing.objects.get()
    assert response.status_code == 200
    assert hearing.slug == "rivers-seas"
    assert [(row.person, row.order) for row in hearing.appearances.all()] == [(first, 1), (second, 2)]


def test_rows_change_places_by_typing_their_numbers(editor_client):
    hearing = make_hearing()
    one = make_quote(hearing=hearing, text="One.", order=1)
    two = make_quote(hearing=hearing, text="Two.", order=2)
    save(editor_client, change(hearing), "hearing_form", quotes__0__order="2", quotes__1__order="1")
    assert list(hearing.quotes.all()) == [two, one]


def test_a_row_whose_number_is_emptied_goes_to_the_end(editor_client):
    hearing = make_hearing()
    one, two = (make_appearance(hearing=hearing, order=order) for order in (1, 2))
    save(editor_client, change(hearing), "hearing_form", appearances__0__order="")
    assert list(hearing.appearances.all()) == [two, one]


def test_the_same_person_twice_is_told_in_a_sentence(editor_client):
    hearing = make_hearing()
    first, second = make_appearance(hearing=hearing), make_appearance(hearing=hearing)
    changes = {"appearances__1__person": first.person_id}
    response = save(editor_client, change(hearing), "hearing_form", **changes)
    assert "This person is listed at this hearing already." in errors(response)
    second.refresh_from_db()
    assert second.person != first.person


def test_more_than_a_hundred_quotes_have_only_their_own_screen(editor_client):
    hearing = make_hearing()
    speaker, source = make_appearance(hearing=hearing), make_source(hearing=hearing, text="Word.")
    for _ in range(101):
        make_quote(hearing=hearing, speaker=speaker, source=source, text="Word.")
    page = editor_client.get(change(hearing)).content.decode()
    assert "This hearing has 101 quotes, too many to list here." in page
    assert "quotes-0-order" not in page
    response = editor_client.get(f"/admin/hearings/quote/?hearing__id__exact={hearing.pk}")
    assert len(response.context["cl"].result_list) == 50
    assert "Back to the hearing" in response.content.decode()


def test_a_written_statement_is_kept_and_removed(editor_client):
    appearance = make_appearance()
    url = change(appearance.hearing)
    pdf = Upload("statement of Alba.pdf", PDF)
    save(editor_client, url, "hearing_form", appearances__0__statement_upload=pdf)
    appearance.refresh_from_db()
    assert appearance.statement_name == "statement of Alba.pdf"
    with appearance.statement.open() as kept:
        assert kept.read() == PDF
    page = editor_client.get(url).content.decode()
    assert "Kept now: statement of Alba.pdf" in page
    save(editor_client, url, "hearing_form")
    appearance.refresh_from_db()
    assert appearance.statement_name
    save(editor_client, url, "hearing_form", **{"appearances-0-statement_upload-clear": "on"})
    appearance.refresh_from_db()
    assert (appearance.statement.name, appearance.statement_name) == ("", "")


def test_a_statement_that_is_no_pdf_is_refused_in_words(editor_client):
    appearance = make_appearance()
    notes = Upload("notes.pdf", b"plain words")
    response = save(editor_client, change(appearance.hearing), "hearing_form", appearances__0__statement_upload=notes)
    assert errors(response) == ["The file is not a PDF. Save the statement as a PDF and upload that."]


def test_a_draft_can_be_deleted_and_a_published_hearing_cannot(editor_client):
    draft, public = make_hearing(), publish(make_hearing())
    assert editor_client.post(f"/admin/hearings/hearing/{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    assert editor_client.post(f"/admin/hearings/hearing/{public.pk}/delete/", {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [public.pk], "post": "yes"}
    editor_client.post("/admin/hearings/hearing/", chosen)
    assert list(Hearing.objects.all()) == [public]


def test_people_at_a_published_hearing_cannot_be_deleted(editor_client):
    public = publish(make_hearing())
    person = public.appearances.get().person
    page = editor_client.get(change(public)).content.decode()
    assert "appearances-0-DELETE" not in page
    save(editor_client, change(public), "hearing_form", appearances__0__DELETE="on")
    editor_client.post(f"/admin/witnesses/witness/{person.pk}/delete/", {"post": "yes"})
    assert Appearance.objects.filter(person=person).exists()


def test_a_body_of_a_published_hearing_keeps_its_address_and_stays(editor_client):
    body, spare = make_body(), make_body()
    publish(make_hearing(bodies=[body]))
    assert editor_client.post(f"/admin/hearings/body/{body.pk}/delete/", {"post": "yes"}).status_code == 403
    assert editor_client.post(f"/admin/hearings/body/{spare.pk}/delete/", {"post": "yes"}).status_code == 302
    save(editor_client, f"/admin/hearings/body/{body.pk}/change/", "body_form", slug="elsewhere", name="New name")
    body.refresh_from_db()
    assert (body.name, body.slug) == ("New name", body.slug)
    assert body.slug != "elsewhere"


def test_a_body_cannot_be_a_part_of_its_own_part(editor_client):
    body = make_body()
    part = make_body(parent=body)
    response = save(editor_client, f"/admin/hearings/body/{body.pk}/change/", "body_form", parent=part.pk)
    assert errors(response) == ["A body cannot be a part of itself. Choose another, or leave it empty."]


def test_a_title_without_latin_letters_asks_for_an_address(editor_client):
    hearing = make_hearing()
    response = save(editor_client, change(hearing), "hearing_form", title="견본", slug="")
    assert errors(response) == ["The title has no Latin letters to make an address of. Type one: korea-2023."]


def test_view_on_site_leads_only_to_what_is_public(editor_client):
    draft, later = make_hearing(), publish(make_hearing(), at=tomorrow())
    public = publish(make_hearing())
    pages = [editor_client.get(change(hearing)).content.decode() for hearing in (draft, later, public)]
    assert ["View on site" in page for page in pages] == [False, False, True]
    assert all(reverse("admin:preview", args=["hearing", draft.public_id]) in page for page in pages[:1])


def test_a_row_of_a_hearing_leads_to_the_site_only_where_a_page_answers(editor_client):
    quote = make_quote()
    page = editor_client.get(change(quote.hearing)).content.decode()
    assert "View on site" not in page
    assert "/admin/r/" not in page
    publish(quote.hearing)
    make_quote(hearing=quote.hearing, speaker=quote.speaker)
    page = editor_client.get(change(quote.hearing)).content.decode()
    assert page.count(f'href="{quote.get_absolute_url()}"') == 1


def test_the_autocomplete_finds_people_by_any_spelling(editor_client):
    person = make_person(family_name="King", other_spellings="Bob King", native_name="견본")
    field = {"app_label": "hearings", "model_name": "appearance", "field_name": "person"}
    for term in ("king", "bob", "견본"):
        response = editor_client.get("/admin/autocomplete/", field | {"term": term})
        assert [row["id"] for row in response.json()["results"]] == [str(person.pk)]


def test_staff_who_may_only_look_see_every_form(client):
    user = make_user()
    user.user_permissions.set([one for one in user.user_permissions.all() if one.codename.startswith("view_")])
    client.force_login(user)
    hearing = make_hearing()
    quote, exhibit = make_quote(hearing=hearing), make_exhibit(hearing=hearing)
    make_reference(hearing=hearing)
    for record in (hearing, quote, exhibit, quote.speaker.person):
        meta = record._meta
        response = client.get(reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk]))
        assert response.status_code == 200
        assert 'name="_save"' not in response.content.decode()


def test_nothing_that_was_typed_is_lost_with_an_error(editor_client):
    hearing = make_hearing()
    response = save(editor_client, change(hearing), "hearing_form", date="", place="Room 9", summary="My words.")
    assert errors(response) == ["Enter the date, or choose “Only what the source says” and give its words below."]
    page = response.content.decode()
    assert 'value="Room 9"' in page
    assert "My words." in page
    assert not notices(response)


def test_a_time_zone_that_is_none_is_said_in_the_form(editor_client):
    page = reverse("admin:hearings_hearing_add")
    typed = {"title": "Lamps", "date": "2023-06-13", "start_time": "10:00", "time_zone": "Mars/Phobos"}
    response = editor_client.post(page, form_data(editor_client.get(page), "hearing_form") | typed)
    assert "Enter a time zone by its name, such as America/New_York." in response.content.decode()
    assert 'value="Mars/Phobos"' in response.content.decode()
