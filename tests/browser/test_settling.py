"""An edition of a transcript settled in a real browser; the page is fit for everybody, and so is what readers see."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.admin_forms import at
from tests.factories import reload
from tests.lamps import imported, make_lamps, markdown, public

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
EDITION = markdown(
    ("Alba Sample", "We open the hearing on lamps."),
    ("Alba Sample", "The lamps were out that night, all of them."),
    ("Mr. Nobody", "I saw it as well, and so did they."),
)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_publisher_looks_at_an_edition_and_settles_it(staff_page, scripts):
    transcript = public(make_lamps())
    imported(transcript.hearing, EDITION, accuracy="corrected")
    page = staff_page(java_script_enabled=scripts, bypass_csp=True)
    page.goto("/admin/")
    page.get_by_role("link", name="Settle its new edition").click()
    page.get_by_role("link", name="Fill in every proposal").click()
    if scripts:
        assert Axe().run(page, options=WCAG).response["violations"] == []
    page.get_by_label("Public sentence").fill("Alba Sample said it, not Bert Specimen.")
    page.get_by_role("button", name="Settle").click()
    assert "Choose what kind of correction it is." in page.locator(".errorlist").text_content()
    page.get_by_label("What kind of correction").select_option("typo")
    page.get_by_role("button", name="Settle").click()
    assert "Settled: turns that were paired" in page.locator(".messagelist").text_content()
    assert reload(transcript).accuracy == "corrected"
    page.goto(transcript.get_absolute_url())
    if scripts:
        assert Axe().run(page, options=WCAG).response["violations"] == []
    expect(page.get_by_text("It was corrected by hand against the recording.")).to_be_visible()


def test_a_publisher_discards_an_edition(staff_page):
    transcript = public(make_lamps())
    imported(transcript.hearing, EDITION)
    page = staff_page(bypass_csp=True)
    page.goto(at(transcript, "edition"))
    page.get_by_role("link", name="Discard this edition").click()
    page.wait_for_load_state()
    assert Axe().run(page, options=WCAG).response["violations"] == []
    page.get_by_label("Discard the edition of").check()
    page.get_by_role("button", name="Discard").click()
    assert "The edition was discarded." in page.locator(".messagelist").text_content()
    assert transcript.editions.count() == 1
