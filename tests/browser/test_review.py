"""The review of an import in a real browser: by keys and by buttons, on a phone, and without scripts."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import make_source
from tests.releases import RELEASE

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


@pytest.fixture
def review(staff_page):
    page = staff_page()
    source = make_source(title="A release", text=RELEASE)
    page.goto(reverse("admin:hearings_sourcedocument_review", args=[source.pk]))
    return page


def decisions(page):
    radios = page.locator(".import-decision input:checked")
    return {radio.get_attribute("name"): radio.get_attribute("value") for radio in radios.all()}


def test_quotes_are_decided_by_keys_beside_their_words(review):
    review.keyboard.press("j")
    assert review.locator(".import-row[aria-current]").get_attribute("id") == "quote-1"
    assert review.locator("mark[aria-current]").get_attribute("id") == "passage-1"
    expect(review.locator("mark[aria-current]")).to_be_visible()
    review.keyboard.press("x")
    review.keyboard.press("a")
    assert decisions(review)["quotes-0-decision"] == "refuse"
    assert decisions(review)["quotes-1-decision"] == "accept"
    review.keyboard.press("k")
    assert review.locator(".import-row[aria-current]").get_attribute("id") == "quote-2"
    assert "Quote 2. " in review.locator("review-keys [role=status]").text_content()


def test_a_quote_that_was_not_read_is_added_by_keys(review):
    for _ in range(4):
        review.keyboard.press("j")
    assert review.locator(".import-row[aria-current]").get_attribute("id") == "quote-4"
    expect(review.locator("#quote-4 textarea")).to_be_hidden()
    review.keyboard.press("e")
    review.keyboard.type("Director of Research")
    assert review.locator("#quote-4 textarea").input_value() == "Director of Research"
    review.keyboard.press("Escape")
    review.keyboard.press("k")
    assert review.locator(".import-row[aria-current]").get_attribute("id") == "quote-3"
    assert "of 3 decided" in review.locator("review-keys [role=status]").text_content()


def test_a_quote_that_was_not_read_is_added_without_javascript(staff_page):
    page = staff_page(java_script_enabled=False)
    source = make_source(title="A release", text=RELEASE)
    page.goto(reverse("admin:hearings_sourcedocument_review", args=[source.pk]))
    page.get_by_text("Add a quote that was not read").first.click()
    page.locator("#quote-4 textarea").fill("Words that nobody said")
    page.get_by_role("button", name="Save as draft").click()
    expect(page.locator("#quote-4").get_by_text("These words do not stand in the text like this.")).to_be_visible()
    assert page.locator("#quote-4 textarea").input_value() == "Words that nobody said"


def test_a_letter_that_is_typed_decides_nothing(review):
    review.keyboard.press("j")
    review.keyboard.press("e")
    before = decisions(review)
    review.keyboard.type("axjk")
    assert "axjk" in review.locator("#quote-1 textarea").input_value()
    assert decisions(review) == before
    assert review.locator(".import-row[aria-current]").get_attribute("id") == "quote-1"


def test_the_buttons_do_what_the_keys_do(review):
    for name in ("Next", "Refuse", "Accept", "Previous", "Edit"):
        review.get_by_role("button", name=name).click()
    assert decisions(review)["quotes-0-decision"] == "refuse"
    assert review.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_the_keys_can_be_turned_off(review):
    review.get_by_role("checkbox", name="Keys").uncheck()
    before = decisions(review)
    review.locator("h1").click()
    review.keyboard.press("j")
    review.keyboard.press("x")
    assert decisions(review) == before
    expect(review.locator(".import-row[aria-current]")).to_have_count(0)


def test_without_javascript_there_is_no_bar_and_the_form_stands(staff_page):
    page = staff_page(java_script_enabled=False)
    source = make_source(title="A release", text=RELEASE)
    page.goto(reverse("admin:hearings_sourcedocument_review", args=[source.pk]))
    expect(page.locator("review-keys")).to_be_hidden()
    expect(page.locator("#quote-1")).to_be_visible()


def test_axe_finds_no_fault_and_a_phone_shows_it_whole(staff_page):
    page = staff_page(viewport={"width": 320, "height": 700}, bypass_csp=True)
    source = make_source(title="A release", text=RELEASE)
    page.goto(reverse("admin:hearings_sourcedocument_review", args=[source.pk]))
    page.keyboard.press("j")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
