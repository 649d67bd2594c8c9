"""The staff's pages in a real browser: no breach of the policy, rows moved by keyboard and by drag, small windows."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group, User
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import (
    make_appearance,
    make_body,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote,
    make_reference,
    make_source,
    make_topic,
    make_user,
    publish,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def hearing():
    """A draft with something in every inline."""
    hearing = make_hearing(topics=[make_topic()])
    for order, name in enumerate(["Adams", "Baker", "Clark"], start=1):
        make_appearance(hearing=hearing, person=make_person(given_name="", family_name=name), order=order)
        make_quote(hearing=hearing, speaker=hearing.appearances.last(), text=f"Words of {name}.", order=order)
    make_exhibit(hearing=hearing)
    make_reference(hearing=hearing)
    return hearing


@pytest.fixture
def staff_page(open_page):
    """Makes pages in which an administrator has signed in through the form."""
    make_user(username="admin", superuser=True)

    def open_signed_in(**options):
        page = open_page(**options)
        page.goto("/admin/login/")
        page.fill("#id_username", "admin")
        page.fill("#id_password", "a long enough password")
        page.click("[type=submit]")
        return page

    return open_signed_in


def change(record):
    meta = record._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[record.pk])


def names(hearing):
    return [row.person.family_name for row in hearing.appearances.select_related("person")]


def addresses(hearing):
    """Every kind of page of the admin."""
    public = publish(make_hearing(title="Public"))
    quote = make_quote(hearing=public)
    exhibit, reference = hearing.exhibits.get(), hearing.mentions.get().reference
    person, source = hearing.appearances.first().person, make_source(title="Waiting")
    group = Group.objects.create(name="Somebody")
    records = [hearing, public, quote, exhibit, reference, person, source, make_body(), hearing.topics.get(), group]
    nouns = [(record._meta.app_label, record._meta.model_name) for record in records]
    steps = [reverse(f"admin:hearings_hearing_{step}", args=[hearing.pk]) for step in ("publish", "return", "address")]
    return [
        "/admin/",
        "/admin/auth/user/",
        "/admin/auth/user/add/",
        "/admin/password_change/",
        *(change(user) for user in User.objects.all()),
        reverse("admin:hearings_sourcedocument_import"),
        reverse("admin:app_list", args=["hearings"]),
        *(change(record) for record in records),
        *(reverse(f"admin:{app}_{model}_changelist") for app, model in nouns),
        *(
            reverse(f"admin:{app}_{model}_add") + f"?hearing={hearing.pk}"
            for app, model in nouns
            if model != "sourcedocument"
        ),
        f"{reverse('admin:hearings_quote_changelist')}?hearing__id__exact={hearing.pk}",
        reverse("admin:hearings_topic_delete", args=[hearing.topics.get().pk]),
        reverse("admin:hearings_hearing_delete", args=[hearing.pk]),
        reverse("admin:hearings_hearing_history", args=[public.pk]),
        f"{reverse('admin:witnesses_witness_add')}?_popup=1",
        *steps,
    ]


def test_no_page_of_the_admin_breaks_the_policy_or_the_width_of_a_phone(staff_page, hearing):
    page = staff_page(viewport={"width": 320, "height": 640})
    for address in addresses(hearing):
        response = page.goto(address)
        assert response.status == 200, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
    page.goto("/admin/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/admin/logout/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_admin_passes_axe(staff_page, hearing, scheme):
    page = staff_page(color_scheme=scheme, bypass_csp=True)  # axe clones elements with their styles
    public = publish(make_hearing())
    records = [hearing, public, hearing.exhibits.get(), hearing.quotes.first(), hearing.appearances.first().person]
    steps = [reverse(f"admin:hearings_hearing_{step}", args=[hearing.pk]) for step in ("publish", "return")]
    lists = [reverse("admin:hearings_hearing_changelist"), reverse("admin:hearings_quote_changelist")]
    for address in ["/admin/", *lists, *map(change, records), *steps]:
        page.goto(address)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == [], address


def test_an_autocomplete_offers_people_and_a_popup_adds_one(staff_page, hearing):
    page = staff_page()
    page.goto(change(hearing))
    row = page.locator("#appearances-0")
    row.locator(".select2-selection").click()
    page.locator(".select2-search__field").last.fill("Clark")
    page.locator(".select2-results__option--highlighted", has_text="Clark").wait_for()
    page.keyboard.press("Escape")
    with page.expect_popup() as opened:
        page.locator("#add_id_appearances-1-person").click()
    popup = opened.value
    popup.fill("#id_family_name", "Dixon")
    popup.click("[name=_save]")
    page.locator("#appearances-1 .select2-selection__rendered", has_text="Dixon").wait_for()
    page.click("[name=_continue]")
    page.wait_for_load_state()
    assert names(hearing) == ["Adams", "Dixon", "Clark"]


def test_rows_are_moved_by_keyboard_announced_and_saved(staff_page, hearing):
    page = staff_page()
    page.goto(change(hearing))
    button = page.locator("#appearances-2").get_by_role("button", name="Move up")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert button.evaluate("one => one === document.activeElement")
    assert "Clark: place 1 of 3." in page.locator("#appearances-group [aria-live=polite]").text_content()
    page.click("[name=_continue]")
    page.wait_for_load_state()
    assert names(hearing) == ["Clark", "Adams", "Baker"]


def test_rows_are_moved_by_drag_and_saved(staff_page, hearing):
    page = staff_page()
    page.goto(change(hearing))
    grip = page.locator("#quotes-0 .grip")
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), page.locator("#quotes-2").bounding_box()
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, end["y"] + end["height"] - 4, steps=8)
    page.mouse.up()
    page.click("[name=_continue]")
    page.wait_for_load_state()
    assert [quote.text for quote in hearing.quotes.all()] == ["Words of Baker.", "Words of Clark.", "Words of Adams."]


def test_rows_stay_whole_when_a_new_one_is_moved_among_them_and_others_are_removed_or_left_empty(staff_page, hearing):
    make_person(given_name="", family_name="Dixon")
    page = staff_page()
    page.goto(change(hearing))
    for _ in range(3):
        page.locator("#appearances-group .add-row a").click()
    page.locator("#appearances-3 .select2-selection").click()
    page.locator(".select2-dropdown .select2-search__field").fill("Dixon")
    page.locator(".select2-results__option--highlighted", has_text="Dixon").wait_for()
    page.keyboard.press("Enter")
    page.locator("#appearances-3").get_by_role("button", name="Move up").click()
    page.locator("#appearances-4 .inline-deletelink").click()
    page.click("[name=_continue]")
    page.wait_for_load_state()
    expect(page.locator(".errornote")).to_have_count(0)
    assert names(hearing) == ["Adams", "Baker", "Dixon", "Clark"]


def test_unsaved_words_are_not_left_without_a_question(staff_page, hearing):
    page = staff_page()
    page.goto(change(hearing))
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.fill("#id_place", "Room 9")
    page.get_by_role("button", name="Submit for review").click()
    page.wait_for_timeout(200)
    assert asked == ["beforeunload"]
    assert page.input_value("#id_place") == "Room 9"
    hearing.refresh_from_db()
    assert hearing.state == "draft"


def test_without_javascript_rows_are_ordered_by_number(staff_page, hearing):
    page = staff_page(java_script_enabled=False)
    page.goto(change(hearing))
    page.fill("#id_appearances-0-order", "9")
    page.click("[name=_continue]")
    assert names(hearing) == ["Baker", "Clark", "Adams"]
