"""From a pasted release to a public hearing in a real browser: by mouse, by keys alone, and without JavaScript."""

import pytest
from django.conf import settings
from playwright.sync_api import expect

from hearings.models import Hearing, Quote
from tests.browser.clicks import Clicks

JUNE = settings.BASE_DIR / "bench/annotated/releases/2023-06-13_smith_cecc.txt"
TITLE = "North Korean Refugees and the Imminent Danger of Forced Repatriation from China"
WITNESSES = ("Robert King", "Jung-Hoon Lee", "Ethan Hee-Seok Shin", "Hanna Song")
QUOTED = [
    ("Christopher H. Smith", "direct", 1),
    ("Christopher H. Smith", "direct", 1),
    ("Christopher H. Smith", "partial", 1),
    ("Robert King", "direct", 2),
    ("Jung-Hoon Lee", "direct", 2),
    ("Ethan Hee-Seok Shin", "direct", 2),
    ("Hanna Song", "direct", 1),
]

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]


def test_the_release_of_june_2023_is_a_public_hearing_after_eight_clicks_and_four_characters(staff_page, open_page):
    """The year is typed, which the text does not say, and words within a sentence are accepted; all else is read."""
    page = staff_page()
    page.goto("/admin/")
    click = Clicks(page)
    click("link", "Import")
    click.paste("Text of the press release", JUNE.read_text(encoding="utf-8"))
    click("button", "Read it")
    click("radio", "Accept", within="#quote-3")
    click.type("spinbutton", "Year", "2023")
    click("button", "Save as draft")
    click("link", "Publish…")
    click("button", "Publish")
    assert (click.count, click.typed) == (8, 4)
    expect_it_public(open_page())


def expect_it_public(reader):
    """The hearing as the release tells it: chair, witnesses, every quote, and readers see it."""
    hearing = Hearing.objects.public().get()
    assert (hearing.title, hearing.date.isoformat()) == (TITLE, "2023-06-13")
    people = [(row.person.full_name, row.role) for row in hearing.appearances.all()]
    assert people == [("Christopher H. Smith", "chair"), *((name, "witness") for name in WITNESSES)]
    words = [(quote.speaker.person.full_name, quote.kind, len(quote.passages)) for quote in Quote.objects.public()]
    assert words == QUOTED
    assert reader.goto(hearing.get_absolute_url()).status == 200
    for words in ("Beijing must not be complicit", "If they are returned to North Korea"):
        assert words in reader.locator("main").inner_text()


def tab_to(page, role, name, *, within="body"):
    """Press Tab until this is focused."""
    wanted = page.locator(within).get_by_role(role, name=name, exact=True)
    for _ in range(200):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab does not lead to the {role} “{name}”.")


def press(page, role, name):
    """Go to a link or button by Tab and press it."""
    tab_to(page, role, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_same_by_keys_alone(staff_page, open_page):
    page = staff_page()
    page.goto("/admin/")
    press(page, "link", "Import")
    tab_to(page, "textbox", "Text of the press release")
    page.keyboard.insert_text(JUNE.read_text(encoding="utf-8"))
    press(page, "button", "Read it")
    tab_to(page, "spinbutton", "Year")
    page.keyboard.type("2023")
    tab_to(page, "button", "Next J")
    for key in "jjjx":
        page.keyboard.press(key)
    for key in "ka":
        page.keyboard.press(key)
    assert page.locator(".import-row[aria-current]").get_attribute("id") == "quote-4"
    page.keyboard.press("e")
    page.keyboard.type("Never said. ")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    assert page.locator(".import-row[aria-current]").get_attribute("id") == "quote-3"
    press(page, "button", "Save as draft")
    expect(page.get_by_text("These words do not stand in the text like this.")).to_be_visible()
    press(page, "link", "Quote 4")
    for key in "jjjje":
        page.keyboard.press(key)
    page.keyboard.press("Control+Home")
    for _ in "Never said. ":
        page.keyboard.press("Delete")
    press(page, "button", "Save as draft")
    press(page, "link", "Publish…")
    press(page, "button", "Publish")
    expect_it_public(open_page())


def test_the_same_without_javascript(staff_page, open_page):
    page = staff_page(java_script_enabled=False)
    page.goto("/admin/")
    click = Clicks(page)
    click("link", "Import")
    click.paste("Text of the press release", JUNE.read_text(encoding="utf-8"))
    click("button", "Read it")
    click("link", "Quote 3")
    click("radio", "Accept", within="#quote-3")
    click.type("spinbutton", "Year", "2023")
    click("button", "Save as draft")
    click("link", "Publish…")
    click("button", "Publish")
    assert click.count <= 12
    expect_it_public(open_page(java_script_enabled=False))
