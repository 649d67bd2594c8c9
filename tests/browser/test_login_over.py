"""A login that is over in a real browser: what was typed goes through a new login, and is sent with one press."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.admin_forms import at
from tests.factories import make_hearing, make_user, reload

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
WORDS = "Two lamps.\n\n방 “two” <b>\n"


@pytest.mark.parametrize("scripts", [True, False])
def test_what_was_typed_is_saved_after_a_new_login(staff_page, scripts):
    make_user(username="again")
    hearing = make_hearing()
    page = staff_page(java_script_enabled=scripts, bypass_csp=True)
    page.goto(at(hearing))
    page.locator("[name=summary]").fill(WORDS)
    page.context.clear_cookies(name="session")
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("You are not logged in any more, so nothing was saved yet.")).to_be_visible()
    if scripts:
        assert Axe().run(page, options=WCAG).response["violations"] == []
    page.get_by_label("Username").fill("again")
    page.get_by_label("Password").fill("a long enough password")
    page.get_by_label("Password").press("Enter")
    expect(page.get_by_text("It goes to the page “Change hearing")).to_be_visible()
    if scripts:
        assert Axe().run(page, options=WCAG).response["violations"] == []
    page.get_by_role("button", name="Send it again").click()
    assert "was changed successfully" in page.locator(".messagelist").text_content()
    assert reload(hearing).summary.replace("\r\n", "\n") == WORDS.strip()
