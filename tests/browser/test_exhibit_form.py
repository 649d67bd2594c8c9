"""The form of an exhibit in a real browser: files dropped, pictures that appear, marks drawn, and how many clicks."""

import base64

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import expect

from hearings.actions.exhibits import process_waiting
from hearings.models import Exhibit
from tests.factories import make_annotation, make_exhibit, make_hearing, make_image, make_user, publish

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DROP = """([target, files]) => {
  const carried = new DataTransfer();
  for (const [name, data] of files) {
    carried.items.add(new File([Uint8Array.from(atob(data), (one) => one.charCodeAt(0))], name));
  }
  for (const type of ["dragenter", "dragover", "drop"]) {
    const event = new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true });
    document.querySelector(target).dispatchEvent(event);
  }
}"""
CORNERS = [(40, 40), (200, 60), (120, 160)]


@pytest.fixture
def form(open_page):
    """The form of a new exhibit of a public hearing, opened by a publisher."""
    make_user(username="publisher")
    hearing = publish(make_hearing())

    def open_form(**options):
        page = open_page(**options)
        page.goto("/admin/login/")
        page.fill("#id_username", "publisher")
        page.fill("#id_password", "a long enough password")
        page.click("[type=submit]")
        page.goto(reverse("admin:hearings_exhibit_add") + f"?hearing={hearing.pk}")
        return page

    return open_form


def drop(page, *files, target="#captures-1 h3"):
    page.evaluate(DROP, [target, [[name, base64.b64encode(data).decode()] for name, data in files]])


def pair(size=(800, 600)):
    return ("camp_20180704.jpg", make_image(size=size)), ("camp_20120731.jpg", make_image(size=size))


def save(page):
    with page.expect_navigation():
        page.click("[name=_continue]")
    expect(page.locator(".errornote")).to_have_count(0)


def saved_pair(page):
    """Two images dropped, saved and ready; returns the exhibit. The form shows it."""
    page.fill("#id_title", "A camp")
    drop(page, *pair())
    save(page)
    process_waiting()
    page.reload()
    return Exhibit.objects.get()


def editor(page, row=0):
    page.locator(f"#captures-{row} summary", has_text="Marks").click()
    found = page.locator(f"#captures-{row} mark-editor")
    found.scroll_into_view_if_needed()
    return found


def on_screen(box, points, size=(800, 600)):
    """Where these pixels of the image are on the screen, the picture being in a box of its own shape."""
    return [(box["x"] + x / size[0] * box["width"], box["y"] + y / size[1] * box["height"]) for x, y in points]


def lines(page, row=0):
    return page.input_value(f"#id_captures-{row}-marks").split("\n")


def points_of(line):
    return [tuple(float(number) for number in pair.split(",")) for pair in line.split(";")[2].split()]


def near(found, wanted):
    """Drawn with the pixels of a screen: two of the image to either side."""
    return len(found) == len(wanted) and all(
        abs(a - b) <= 2 for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


def test_dropped_files_go_to_rows_by_their_dates_and_the_page_says_where(form):
    page = form()
    page.evaluate("window.addEventListener('beforeunload', (event) => (window.asked = event.defaultPrevented))")
    page.evaluate("window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    assert not page.evaluate("window.asked"), "nothing was typed yet"
    page.fill("#id_title", "A camp")
    drop(page, *pair(), ("notes.pdf", b"%PDF-"))
    said = page.locator("drop-images [role=status]").inner_text()
    assert "“camp_20120731.jpg” is the file of “Before”." in said
    assert "“camp_20180704.jpg” is the file of “After”." in said
    assert "Not taken: “notes.pdf”. An image file's name ends in one of these: jpg, jpeg, png" in said
    drop(page, ("third.png", make_image(format="PNG")))
    assert "“third.png” is the file of “Later”." in page.locator("drop-images [role=status]").inner_text()
    save(page)
    captures = Exhibit.objects.get().captures.all()
    assert [(one.label, one.acquired_precision, one.acquired and one.acquired.year) for one in captures] == [
        ("Before", "day", 2012),
        ("After", "day", 2018),
        ("Later", "unknown", None),
    ]


def test_several_files_are_chosen_together_by_keyboard(form, tmp_path):
    paths = [tmp_path / name for name, _ in pair()]
    for path in paths:
        path.write_bytes(make_image())
    page = form()
    opened = []
    page.on("filechooser", lambda chooser: opened.append(chooser))
    page.get_by_role("button", name="Choose image files…").focus()
    page.keyboard.press("Enter")
    while not opened:
        page.wait_for_timeout(20)
    opened[0].set_files(paths)
    assert [page.evaluate(f"document.querySelector('#id_captures-{row}-upload').files[0].name") for row in (0, 1)] == [
        "camp_20120731.jpg",
        "camp_20180704.jpg",
    ]


def test_a_file_that_misses_the_images_does_not_replace_the_page(form):
    page = form()
    page.evaluate("document.addEventListener('drop', (event) => (window.stopped = event.defaultPrevented))")
    drop(page, *pair(), target="#id_title")
    assert page.evaluate("window.stopped")
    assert page.locator("drop-images [role=status]").inner_text() == ""


def test_a_picture_appears_by_itself_is_announced_and_leaves_the_typing_alone(form):
    page = form()
    page.fill("#id_title", "A camp")
    drop(page, *pair())
    save(page)
    assert "The image is being prepared." in page.locator("#captures-0 image-state").inner_text()
    place = page.locator("#id_captures-0-alt_text")
    place.press_sequentially("Rows of ")
    process_waiting()
    page.locator("#captures-0 image-state img").wait_for()
    place.press_sequentially("roofs.")
    assert place.input_value() == "Rows of roofs."
    assert page.locator("#captures-0 .field-picture [role=status]").inner_text() == "Before: the picture is ready."


def test_a_rectangle_is_drawn_named_moved_and_deleted(form):
    page = form()
    exhibit = saved_pair(page)
    marks = editor(page)
    marks.get_by_role("button", name="Draw a rectangle").click()
    start, end = on_screen(marks.locator("svg").bounding_box(), [(80, 60), (400, 300)])
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=4)
    page.mouse.up()
    page.keyboard.type("New tower; and its fence")
    marks.get_by_label("Who marked it").fill("Alba Sample")
    [line] = lines(page)
    assert line.startswith("A; rectangle; ")
    assert line.endswith("; New tower; and its fence; Alba Sample")
    assert near(points_of(line), [(80, 60), (400, 300)])

    marks.get_by_role("button", name="Corner 2 of A").focus()
    (left, top), (right, bottom) = points_of(line)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")
    assert points_of(lines(page)[0]) == [(left, top + 10), (right - 1, bottom)]
    handle = marks.get_by_role("button", name="Corner 3 of A")
    from_, to = on_screen(marks.locator("svg").bounding_box(), [(right - 1, bottom), (500, 500)])
    page.mouse.move(*from_)
    page.mouse.down()
    page.mouse.move(*to, steps=3)
    page.mouse.up()
    assert near(points_of(lines(page)[0])[1:], [(500, 500)])
    save(page)
    assert exhibit.captures.first().annotations.get().text == "New tower; and its fence"

    marks = editor(page)
    marks.get_by_role("button", name="Mark A").click()
    handle.focus()
    page.keyboard.press("Delete")
    assert lines(page) == [""]


def test_a_polygon_is_drawn_by_its_corners_and_closed_or_given_up(form):
    page = form()
    saved_pair(page)
    marks = editor(page)
    page.fill("#id_captures-0-marks", "what is this line\nA; rectangle; 1,1 20,20; Typed")
    expect(marks.locator("polygon")).to_have_count(1)
    draw = marks.get_by_role("button", name="Draw a polygon")
    screen = on_screen(marks.locator("svg").bounding_box(), CORNERS)

    draw.click()
    for point in screen:
        page.mouse.click(*point)
    page.keyboard.press("Escape")
    assert len(lines(page)) == 2

    for close in (lambda: page.keyboard.press("Enter"), marks.get_by_role("button", name="Close the polygon").click):
        draw.click()
        screen = on_screen(marks.locator("svg").bounding_box(), CORNERS)
        for point in screen:
            page.mouse.click(*point)
        close()
    draw.click()
    screen = on_screen(marks.locator("svg").bounding_box(), CORNERS)
    for point in screen[:2]:
        page.mouse.click(*point)
    page.mouse.dblclick(*screen[2])
    first, second, *drawn = lines(page)
    assert [first, second] == ["what is this line", "A; rectangle; 1,1 20,20; Typed"]
    assert [line[:12] for line in drawn] == ["B; polygon; ", "C; polygon; ", "D; polygon; "]
    assert all(near(points_of(line), CORNERS) for line in drawn)


def test_marks_are_made_by_keyboard_alone(form):
    page = form()
    saved_pair(page)
    page.locator("#captures-0 summary", has_text="Marks").focus()
    page.keyboard.press("Enter")
    marks = page.locator("#captures-0 mark-editor")
    marks.get_by_role("button", name="Draw a polygon").focus()
    page.keyboard.press("Enter")
    assert lines(page) == ["A; polygon; 320,240 480,360 320,360; "]
    page.keyboard.press("ArrowUp")
    assert marks.get_by_role("button", name="Corner 1 of A: 320, 239").evaluate("one => one === document.activeElement")
    marks.get_by_role("button", name="Add a corner").focus()
    page.keyboard.press("Enter")
    assert lines(page) == ["A; polygon; 320,239 400,300 480,360 320,360; "]


def test_marks_are_drawn_by_touch(form):
    page = form(has_touch=True, viewport={"width": 375, "height": 700})
    saved_pair(page)
    marks = editor(page)
    marks.get_by_role("button", name="Draw a polygon").tap()
    for point in on_screen(marks.locator("svg").bounding_box(), CORNERS):
        page.touchscreen.tap(*point)
    marks.get_by_role("button", name="Close the polygon").tap()
    assert near(points_of(lines(page)[0]), CORNERS)


def test_without_javascript_marks_are_typed_and_files_chosen_row_by_row(form):
    page = form(java_script_enabled=False)
    page.fill("#id_title", "A camp")
    for row, (name, data) in enumerate(pair()):
        page.set_input_files(f"#id_captures-{row}-upload", {"name": name, "mimeType": "image/jpeg", "buffer": data})
    page.locator("#captures-0 summary", has_text="Marks").click()
    page.fill("#id_captures-0-marks", "A; rectangle; 1,1 20,20; Typed")
    save(page)
    assert Exhibit.objects.get().captures.first().annotations.get().points == [[1, 1], [20, 20]]


def test_rows_stand_side_by_side_and_are_moved_there(form):
    page = form(viewport={"width": 1600, "height": 900})
    exhibit = saved_pair(page)
    left, right = (page.locator(f"#captures-{row} image-state img").bounding_box() for row in (0, 1))
    assert left["y"] == right["y"]
    assert (left["width"], left["height"]) == (right["width"], right["height"])
    assert left["width"] >= 480
    page.locator("#captures-1 .grip").scroll_into_view_if_needed()
    grip, other = page.locator("#captures-1 .grip").bounding_box(), page.locator("#captures-0").bounding_box()
    page.mouse.move(grip["x"] + 10, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(grip["x"] - 5, grip["y"] + 10)
    assert page.locator("#captures-0").bounding_box()["x"] == other["x"]
    page.mouse.move(other["x"] + 20, grip["y"] + 10, steps=5)
    page.mouse.up()
    save(page)
    assert [one.label for one in exhibit.captures.all()] == ["After", "Before"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_passes_axe_and_fits_a_phone(form, scheme):
    page = form(color_scheme=scheme, bypass_csp=True, viewport={"width": 320, "height": 640})
    exhibit = saved_pair(page)
    make_annotation(capture=exhibit.captures.first(), points=[[100, 100], [500, 400]])
    page.reload()
    for summary in page.locator("#captures-group .has_original summary").all():
        summary.click()
    page.get_by_role("button", name="Mark A").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


def test_a_pair_is_published_with_at_most_nine_clicks_and_the_texts(form):
    """From the hearing's page; clicks into fields that the Tab key leads to are not needed, so texts are typed."""
    earlier = make_exhibit(captures=1, hearing=make_hearing())
    earlier.captures.update(provider="Sample provider", licence="CC BY 4.0", credit="© Sample provider")
    page = form()
    hearing = publish(make_hearing())
    page.goto(reverse("admin:hearings_hearing_change", args=[hearing.pk]))
    clicks = []

    def click(role, name):
        clicks.append(name)
        with page.expect_navigation():
            page.get_by_role(role, name=name, exact=True).click()

    click("link", "Add an exhibit")
    page.get_by_label("Title").fill("A camp")
    drop(page, *pair())
    for row in (0, 1):
        page.fill(f"#id_captures-{row}-alt_text", "Rows of roofs.")
        page.fill(f"#id_captures-{row}-provider", "Sample provider")
        page.fill(f"#id_captures-{row}-ground_sample_distance", "0.5")
    click("button", "Save and continue editing")
    process_waiting()
    page.locator("#captures-1 image-state img").wait_for()
    click("button", "Publish")
    exhibit = Exhibit.objects.get(hearing=hearing)
    assert exhibit.state == "published"
    assert [one.credit for one in exhibit.captures.all()] == ["© Sample provider"] * 2
    assert clicks == ["Add an exhibit", "Save and continue editing", "Publish"]


@pytest.mark.parametrize("ready", [False, True])
def test_the_preview_is_one_click_away_whether_the_images_are_ready_or_not(form, ready):
    page = form()
    page.fill("#id_title", "A camp")
    drop(page, *pair())
    save(page)
    if ready:
        process_waiting()
    with page.expect_navigation():
        page.get_by_role("link", name="Preview", exact=True).click()
    assert page.locator("h1").inner_text() == "A camp"
    shown = page.evaluate("[...document.querySelectorAll('main figure img')].map((image) => image.naturalWidth > 0)")
    assert shown == ([True, True] if ready else [])
