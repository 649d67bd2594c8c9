"""Correcting and withdrawing in a real browser, click by click; saving by key; nothing typed left behind."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from hearings.models import Quote
from tests.browser.clicks import Clicks
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_quote,
    make_quote_in,
    make_source,
    publish,
    reload,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def quote():
    quote = make_quote_in("Fine old words.", "Fine new words.", hearing=make_hearing(title="A hearing on words"))
    publish(quote.hearing)
    return reload(quote)


def form(record):
    return reverse(f"admin:hearings_{record._meta.model_name}_change", args=[record.pk])


def correct_form(record):
    return reverse(f"admin:hearings_{record._meta.model_name}_correct", args=[record.pk])


def to_its_form(page, quote):
    """From the first page of the admin to the form of a quote."""
    page.goto("/admin/")
    page.get_by_role("link", name="A hearing on words").first.click()
    page.get_by_role("link", name="Fine old words.").first.click()
    page.wait_for_url(f"**{form(quote)}")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_quote_is_corrected_in_five_clicks_and_readers_see_it(staff_page, open_page, quote, scripts):
    page = staff_page(java_script_enabled=scripts)
    to_its_form(page, quote)
    click = Clicks(page)
    click("link", "Correct…")
    page.fill("#id_text", "Fine new words.")
    click("button", "Publish the correction")
    assert page.input_value("#id_sentence") == "“old” was corrected to “new”."
    assert page.locator(".description del").text_content() == "old"
    click("radio", "Typing error")
    click("button", "Publish the correction")
    assert click.count <= 5
    assert "Corrected in public." in page.locator(".messagelist").text_content()
    expect(page.locator("#id_text")).to_have_count(0)
    page.get_by_role("link", name="See the page").click()
    reader = open_page()
    for address in (quote.get_absolute_url(), quote.hearing.get_absolute_url(), "/corrections/"):
        reader.goto(address)
        assert "“old” was corrected to “new”." in reader.locator("main").inner_text(), address
    reader.goto(quote.get_absolute_url())
    assert "Fine new words." in reader.locator("main").inner_text()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_quote_is_withdrawn_in_four_clicks_and_readers_see_why(staff_page, open_page, quote, scripts):
    page = staff_page(java_script_enabled=scripts)
    to_its_form(page, quote)
    click = Clicks(page)
    click("link", "Withdraw…")
    page.fill("#id_words", "The speaker was misheard.")
    click("button", "Withdraw")
    assert click.count <= 4
    assert "Withdrawn in public." in page.locator(".messagelist").text_content()
    reader = open_page()
    assert reader.goto(quote.get_absolute_url()).status == 200
    assert "The speaker was misheard." in reader.locator("main").inner_text()
    reader.goto(quote.hearing.get_absolute_url())
    assert "Fine old words." not in reader.locator("main").inner_text()


def test_a_hearing_gets_another_date_in_five_clicks(staff_page, open_page, quote):
    page = staff_page()
    page.goto(form(quote.hearing))
    click = Clicks(page)
    click("link", "Correct…")
    page.fill("#id_date", "2024-02-01")
    click("radio", "Factual error")
    click("button", "Publish the correction")
    click("button", "Publish the correction")
    assert click.count <= 5
    assert reload(quote.hearing).date_words == "February 1, 2024"
    reader = open_page()
    reader.goto(quote.hearing.get_absolute_url())
    assert "February 1, 2024" in reader.locator("main").inner_text()


@pytest.mark.parametrize("keys", ["Control+s", "Meta+s"])
def test_the_save_key_saves_and_goes_on_editing(staff_page, keys):
    quote = make_quote(note="Before.")
    exhibit = make_exhibit(hearing=quote.hearing, captures=0)
    page = staff_page()
    for record, field in ((quote, "note"), (quote.hearing, "place"), (exhibit, "observation")):
        page.goto(form(record))
        assert "Ctrl+S" in page.get_attribute("[name=_continue]", "title")
        page.fill(f"#id_{field}", "Typed.")
        with page.expect_navigation():
            page.keyboard.press(keys)
        assert page.url.endswith(form(record))
        assert "changed successfully" in page.locator(".messagelist").text_content()
        assert getattr(reload(record), field) == "Typed."
    person = quote.speaker.person
    page.goto(reverse("admin:witnesses_witness_change", args=[person.pk]))
    page.fill("#id_biography", "Typed.")
    with page.expect_navigation():
        page.keyboard.press(keys)
    assert reload(person).biography == "Typed."


def test_the_save_key_makes_a_draft_of_the_review_of_an_import(staff_page):
    source = make_source(title="A release", text="The Commission holds a hearing on rivers on June 13, 2023.")
    page = staff_page()
    page.goto(reverse("admin:hearings_sourcedocument_review", args=[source.pk]))
    assert "Ctrl+S" in page.get_attribute(".import-form [type=submit]", "title")
    page.locator(".import-form [name=title]").fill("A hearing by key")
    with page.expect_navigation():
        page.keyboard.press("Control+s")
    assert "Saved as a draft: “A hearing by key”." in page.locator(".messagelist").text_content()


def test_the_save_key_leads_to_the_button_where_saving_would_publish(staff_page, quote):
    page = staff_page()
    page.goto(correct_form(quote))
    page.fill("#id_text", "Fine new words.")
    page.keyboard.press("Control+s")
    button = page.get_by_role("button", name="Publish the correction")
    assert button.evaluate("one => one === document.activeElement")
    assert button.get_attribute("title") is None
    assert Quote.objects.get().text == "Fine old words."


def test_a_second_click_on_save_is_no_conflict_with_oneself(staff_page):
    quote = make_quote()
    page = staff_page()
    page.goto(form(quote))
    page.fill("#id_note", "Typed.")
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    with page.expect_navigation():
        page.locator("[name=_continue]").evaluate("one => { one.click(); setTimeout(() => one.click(), 20); }")
    page.wait_for_load_state()
    assert len(sent) == 1
    expect(page.locator(".errornote")).to_have_count(0)
    assert (reload(quote).note, reload(quote).revision) == ("Typed.", 1)


@pytest.mark.parametrize("step", ["correct", "withdraw"])
def test_a_sentence_is_not_left_without_a_question(staff_page, quote, step):
    page = staff_page()
    page.goto(reverse(f"admin:hearings_quote_{step}", args=[quote.pk]))
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    field = "#id_sentence" if step == "correct" else "#id_words"
    page.fill(field, "Half a sentence")
    page.get_by_role("link", name="Cancel").click(no_wait_after=True)
    page.wait_for_timeout(200)
    assert asked == ["beforeunload"]
    assert page.input_value(field) == "Half a sentence"


def conflict(staff_page, **options):
    """The page of the second of two editors of one hearing."""
    hearing = make_hearing(summary="A summary as it stood before anybody opened the form.")
    make_appearance(hearing=hearing, title="Director")
    first, second = staff_page(), staff_page(**options)
    for page, words in ((first, "theirs"), (second, "mine")):
        page.goto(form(hearing))
        page.fill("#id_summary", f"A summary of {words}, as long as a sentence is, and then some more of it.")
        page.fill("#id_appearances-0-title", f"Director of {words}")
    for page in (first, second):
        page.click("[name=_continue]")
        page.wait_for_load_state()
    return second


def test_the_second_of_two_editors_merges_and_saves(staff_page):
    page = conflict(staff_page)
    cells = page.locator(".conflict tbody tr").first.locator("td")
    assert "of theirs" in cells.nth(0).inner_text()
    assert "of mine" in cells.nth(1).inner_text()
    assert "of mine" in page.input_value("#id_summary")
    expect(page.locator(".conflict tbody tr")).to_have_count(2)
    page.fill("#id_summary", "Of both.")
    page.click("[name=_continue]")
    page.wait_for_load_state()
    expect(page.locator(".conflict, .errornote")).to_have_count(0)
    assert page.input_value("#id_summary") == "Of both."


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}])
def test_the_pages_of_a_correction_pass_axe_and_fit_a_phone(staff_page, quote, options):
    options |= {"bypass_csp": True}  # axe clones elements with their styles
    page = conflict(staff_page, **options)
    check(page)
    page.goto(correct_form(quote))
    page.fill("#id_text", "Fine new words.")
    page.get_by_role("button", name="Publish the correction").click()
    page.wait_for_load_state()
    check(page)
    exhibit = make_exhibit(hearing=quote.hearing, captures=1)
    publish_url = reverse("admin:hearings_exhibit_publish", args=[exhibit.pk])
    page.goto(form(exhibit))
    page.locator(f"form[action='{publish_url}'] button").click()
    for record in (exhibit, quote.hearing):
        page.goto(correct_form(record))
        check(page)
    for step in ("withdraw", "seal"):
        page.goto(reverse(f"admin:hearings_quote_{step}", args=[quote.pk]))
        check(page)
        page.get_by_role("button", name=re.compile(step, re.IGNORECASE)).click()
        page.wait_for_load_state()
        check(page)


def check(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    found = Axe().run(page, options=WCAG)
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == [], page.url
