"""The images of an exhibit in a real browser: side by side, in the slider, closer, by keyboard, on paper."""

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from PIL import Image, ImageDraw
from playwright.sync_api import expect

from hearings.actions.corrections import withdraw
from hearings.canonical import canonical_json, commitment
from hearings.models import Exhibit, Version
from tests.factories import make_capture, make_exhibit, make_hearing, make_quote, publish

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]

DATES = ["August 18, 2009", "July 31, 2012", "August 31, 2020"]
STARTS = ["2009-08-18T00:00:00Z", "2012-07-31T00:00:00Z", "2020-08-31T00:00:00Z"]
SITE = {
    "id": "",
    "name": "Sample Island",
    "local_name": "견본섬",
    "local_language": "ko",
    "country": "KR",
    "coordinates": "34.3° N, 126.5° E (WGS 84), rounded to a tenth of a degree",
    "point": [126.5, 34.3],
    "precision": "rounded",
    "precision_reason": "To protect the sample.",
    "area": 12000.0,
}


def picture(number, size=(1200, 800)):
    """A drawn image in which one place differs from another."""
    image = Image.new("RGB", size, (90, 110 + 20 * number, 80))
    draw = ImageDraw.Draw(image)
    for line in range(0, size[0], 60):
        draw.line([(line, 0), (line + 200, size[1])], fill=(140, 150, 120), width=4)
    draw.rectangle((300, 200, 420 + 80 * number, 320), fill=(220, 210, 190))
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def make_page(count=2, **facts):
    """The address of a public exhibit with so many images, whose version carries every fact that the page knows."""
    hearing = make_hearing()
    quote = make_quote(hearing=hearing)
    publish(hearing)
    exhibit = make_exhibit(hearing=hearing, captures=0, shown_with=quote, presented_by=quote.speaker)
    for number in range(count):
        make_capture(exhibit=exhibit, label=("Before", "After", "Later")[number], data=picture(number), order=number)
    version = Version.of(exhibit, timezone.now())
    captures = [
        capture
        | {
            "acquired": date,
            "acquired_start": start,
            "acquired_end": start,
            "gsd": 0.6,
            "pixel_size": 0.6,
            "crs": "EPSG:32652",
        }
        | {"processing": ["Bands 3, 2, 1 as red, green and blue."], "may_embed": True, "may_download": False}
        for capture, date, start in zip(version.content["captures"], DATES, STARTS, strict=False)
    ]
    note = {"letter": "A", "text": "A sample building.", "author": "Alba Sample"}
    captures[0]["annotations"] = [note | {"shape": "rectangle", "points": [[300, 200], [420, 320]]}]
    captures[1]["annotations"] = [note | {"shape": "polygon", "points": [[300, 200], [500, 200], [500, 320]]}]
    version.canonical = canonical_json(version.content | {"site": SITE, "captures": captures} | facts)
    version.commitment = commitment(version.canonical)
    version.save()
    values = {"state": "published", "current": version, "published_at": version.published_at}
    Exhibit.objects.filter(pk=exhibit.pk).update(**values)
    return exhibit.get_absolute_url()


def slider(page):
    return page.get_by_role("slider", name="How much of each image is shown")


def look_closer(page):
    page.get_by_role("button", name="Look closer").click()
    wait_for_images(page)


def wait_for_images(page):
    """Until each pane of the closer look holds its image; asked from outside, since the policy forbids eval."""
    page.locator("deep-zoom canvas").first.wait_for()
    while not page.evaluate("document.querySelector('deep-zoom').viewers.every(v => v.world.getItemCount())"):
        page.wait_for_timeout(20)


def settle(page):
    """Until what the panes show, and the address that quotes it, stay as they are."""
    before = None
    while before != (before := (page.url, bounds(page))) or "#zoom=" not in page.url:
        page.wait_for_timeout(250)


def bounds(page):
    """What each pane shows, as left, top, width."""
    return page.evaluate(
        "document.querySelector('deep-zoom').viewers.map(v => v.viewport.getBounds(true))"
        ".map(b => [b.x, b.y, b.width].map(n => Number(n.toFixed(3))))"
    )


def test_without_javascript_the_images_stand_side_by_side_with_all_their_words(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(make_page())
    first, second = [image.bounding_box() for image in page.locator(".frame img").all()]
    assert first["y"] == second["y"]
    assert first["x"] + first["width"] <= second["x"]
    expect(page.get_by_text("August 18, 2009").first).to_be_visible()
    expect(page.get_by_role("slider")).to_be_hidden()
    expect(page.get_by_role("button", name="Look closer")).to_be_hidden()
    expect(page.get_by_text("A sample building.").first).to_be_visible()
    expect(page.locator(".locator svg").first).to_be_visible()
    page.locator("#image-1 .marks a").click()
    expect(page).to_have_url(re.compile("#note-1-A$"))
    page.locator("#note-1-A a").click()
    expect(page).to_have_url(re.compile("#mark-1-A$"))
    expect(page.locator("#image-1 .marks")).to_be_visible()
    page.get_by_label("Show the marks on this image").first.uncheck()
    expect(page.locator("#image-1 .marks")).to_be_hidden()
    expect(page.locator("#image-2 .marks")).to_be_visible()


def test_the_slider_opens_in_the_middle_and_goes_by_keyboard(open_page):
    page = open_page()
    page.goto(make_page())
    assert slider(page).get_attribute("aria-valuetext") == "50% August 18, 2009, 50% July 31, 2012"
    slider(page).focus()
    for key, share in (("ArrowRight", 51), ("PageUp", 61), ("Home", 0), ("End", 100), ("PageDown", 90)):
        page.keyboard.press(key)
        said = slider(page).get_attribute("aria-valuetext")
        assert said == f"{share}% August 18, 2009, {100 - share}% July 31, 2012", key
    clip = page.locator(".second .frame").evaluate("element => getComputedStyle(element).clipPath")
    assert clip == "inset(0px 0px 0px 90%)"
    one, other = [frame.bounding_box() for frame in page.locator(".frame").all()]
    assert one == other


def test_buttons_and_the_pointer_move_it_too(open_page):
    page = open_page()
    page.goto(make_page())
    for name, share in (("Before", "100"), ("After", "0"), ("Half", "50")):
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        assert slider(page).input_value() == share
        assert button.get_attribute("aria-pressed") == "true"
        assert button.bounding_box()["height"] >= 44
    assert slider(page).bounding_box()["height"] >= 44
    page.evaluate("scrollTo(0, 0)")
    box = page.locator("before-after .pair").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 100)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 100, steps=4)
    page.mouse.up()
    assert slider(page).input_value() == "25"
    page.get_by_role("button", name="Side by side").click()
    first, second = [image.bounding_box() for image in page.locator(".frame img").all()]
    assert first["x"] + first["width"] <= second["x"]
    expect(slider(page)).to_be_hidden()


def test_images_of_different_size_or_grid_say_so(open_page):
    page = open_page()
    page.goto(make_page(alignment="The images are not on one grid."))
    expect(page.get_by_text("The images are not on one grid.")).to_be_visible()
    assert page.get_by_text("Not the same size.").count() == 0


def test_any_two_of_three_are_compared(open_page):
    page = open_page()
    page.goto(make_page(3))
    expect(page.locator(".strip circle")).to_have_count(3)
    expect(page.get_by_text("After: July 31, 2012, 3 years later")).to_be_visible()
    assert slider(page).get_attribute("aria-valuetext") == "50% August 18, 2009, 50% August 31, 2020"
    page.locator("select[name=one]").select_option("1")
    assert slider(page).get_attribute("aria-valuetext") == "50% July 31, 2012, 50% August 31, 2020"
    page.locator("select[name=other]").select_option("1")
    assert page.locator("select[name=one]").input_value() != "1"


def test_a_closer_look_is_loaded_only_when_asked_for_and_moves_in_step(open_page):
    page = open_page(reduced_motion="reduce")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url) if "openseadragon" in request.url else None)
    page.goto(make_page())
    page.wait_for_load_state("networkidle")
    assert loaded == []
    look_closer(page)
    assert len(loaded) == 1
    region = page.get_by_role("region", name="A closer look at the images")
    region.get_by_role("button", name="Zoom in").click()
    settle(page)
    one, other = bounds(page)
    assert one == other
    assert one[2] < 1
    address = page.url
    region.get_by_role("application").first.focus()
    page.keyboard.press("ArrowRight")
    settle(page)
    assert page.url != address
    one, other = bounds(page)
    assert one == other
    quoted = page.url
    again = open_page(reduced_motion="reduce")
    again.goto(quoted)
    wait_for_images(again)
    assert bounds(again)[0] == pytest.approx(one, abs=0.002)
    assert bounds(again)[1] == pytest.approx(one, abs=0.002)
    page.keyboard.press("Escape")
    expect(region).to_be_hidden()
    assert page.locator(":focus").inner_text() == "Look closer"
    expect(page).to_have_url(re.compile("^[^#]+$"))


@pytest.mark.parametrize(
    "options",
    [
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"viewport": {"width": 320, "height": 640}},
        {"forced_colors": "active"},
    ],
    ids=["light", "dark", "small", "forced colours"],
)
def test_no_accessibility_fault_with_everything_open(open_page, options):
    page = open_page(**options)
    page.goto(make_page(3))
    look_closer(page)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    width = options.get("viewport", {}).get("width", 1280)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_whole_viewer_is_reached_by_tab_alone(open_page):
    page = open_page()
    page.goto(make_page())
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText")
        )
        if reached[-1] == "Look closer":
            break
    for name in ("How much of each image is shown", "Before", "Half", "After", "Side by side", "A: what is marked"):
        assert name in reached
    page.keyboard.press("Enter")
    wait_for_images(page)
    assert page.locator(":focus").inner_text() == "Zoom in"


def test_paper_shows_all_images_and_their_facts_whatever_the_slider_shows(open_page):
    page = open_page()
    page.goto(make_page(3))
    page.get_by_role("button", name="Before", exact=True).click()
    page.emulate_media(media="print")
    assert [image.is_visible() for image in page.locator(".frame img").all()] == [True] * 3
    clips = page.locator(".frame").evaluate_all("all => all.map(element => getComputedStyle(element).clipPath)")
    assert clips == ["none"] * 3
    expect(slider(page)).to_be_hidden()
    expect(page.get_by_text("Bands 3, 2, 1 as red, green and blue.").first).to_be_visible()
    expect(page.get_by_text("No source checksum").first).to_be_visible()


def test_a_withdrawn_exhibit_shows_its_texts_and_no_image(open_page):
    page = open_page()
    address = make_page()
    withdraw(record=Exhibit.objects.get(), sentence="It was published by mistake.", by=None)
    page.goto(address)
    expect(page.get_by_text("The images were withdrawn.")).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)
    expect(page.get_by_text("No source checksum").first).to_be_visible()
