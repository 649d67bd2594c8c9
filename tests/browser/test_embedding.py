"""Records in the frames of other sites: strictly isolated ones, sandboxed ones, narrow ones, with scripts off."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from axe_playwright_python.sync_playwright import Axe

from hearings.actions.corrections import seal, withdraw
from tests.factories import (
    make_appearance,
    make_capture,
    make_exhibit,
    make_hearing,
    make_quote,
    make_quote_in,
    publish,
    reload,
    reword,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]

ENGLISH = "These are sample words, said twice so that the line is long enough to wrap: these are sample words."
KOREAN = "이것은 견본 문장입니다. 이 문장은 견본입니다. 강은 길고 강가에는 많은 사람들이 살았습니다."
UYGHUR = "بۇ بىر ئۈلگە جۈملە."
TIBETAN = "འདི་ནི་དཔེ་མཚོན་གྱི་ཚིག་གྲུབ་ཅིག་ཡིན། བོད་སྐད་ཀྱི་དཔེ་མཚོན་ཡིན།"
MEASURE = "() => ({style: getComputedStyle(document.querySelector('footer')).borderTopWidth,"
MEASURE += " bottom: document.querySelector('footer').getBoundingClientRect().bottom + 17,"
MEASURE += " across: document.documentElement.scrollWidth - innerWidth,"
MEASURE += " images: [...document.images].map(image => image.complete && image.naturalWidth > 0)})"


@pytest.fixture
def records(transactional_db):
    """Embeddable records of every kind and state."""
    hearing = make_hearing(title="Sample hearing on rivers and the people who live beside them")
    speaker = make_appearance(hearing=hearing)
    made = {
        "short": make_quote(speaker=speaker, text="Yes."),
        "english": make_quote(speaker=speaker, text=ENGLISH, note="Sample text."),
        "long": make_quote(speaker=speaker, text=" ".join([ENGLISH] * 8)),
        "korean": make_quote(speaker=speaker, text=KOREAN, language="ko", note=f"Sample text. In English: {ENGLISH}"),
        "uyghur": make_quote(speaker=speaker, text=" ".join([UYGHUR] * 12), language="ug"),
        "tibetan": make_quote(speaker=speaker, text=" ".join([TIBETAN] * 3), language="bo"),
        "corrected": make_quote_in("Old words", "New words", hearing=hearing, speaker=speaker),
        "withdrawn": make_quote(speaker=speaker, text="Words to withdraw"),
        "pair": make_exhibit(hearing=hearing, captures=0, presented_by=speaker),
        "one": make_exhibit(hearing=hearing, captures=0),
    }
    for exhibit, labels in (("pair", ["Before", "After"]), ("one", ["Before"])):
        for order, label in enumerate(labels):
            make_capture(exhibit=made[exhibit], label=label, may_embed=True, order=order)
    publish(hearing)
    reword(made["corrected"], "New words", sentence="A word was misprinted in the first version of this quotation.")
    withdraw(record=reload(made["withdrawn"]), sentence="It was published by mistake.", by=None)
    return {name: reload(record) for name, record in made.items()}


@pytest.fixture
def host():
    """Another site, whose page is strictly isolated and holds what the test gives it."""
    page = {"body": ""}

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
            self.send_header("Cross-Origin-Opener-Policy", "same-origin")
            self.end_headers()
            self.wfile.write(
                f"<!DOCTYPE html><title>Other site</title><link rel=icon href=data:,>{page['body']}".encode()
            )

        def log_message(self, *arguments):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page["address"] = f"http://localhost:{server.server_port}/"
    yield page
    server.shutdown()
    server.server_close()


@pytest.fixture
def other_site(browser, site):
    """A tab for the other site; what it complains of is collected."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    tab, complaints = context.new_page(), []
    context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield tab, complaints
    context.close()


def oembed(tab, site, record, **options):
    response = tab.request.get(f"{site}/oembed", params={"url": site + record.get_absolute_url(), **options})
    return json.loads(response.body())


@pytest.mark.parametrize("sandbox", [None, "", "allow-scripts"])
def test_a_strictly_isolated_page_and_a_sandboxed_frame_show_words_and_images(other_site, host, site, records, sandbox):
    tab, complaints = other_site
    attribute = "" if sandbox is None else f' sandbox="{sandbox}"'
    html = "".join(oembed(tab, site, records[name])["html"] for name in ("english", "pair"))
    host["body"] = html.replace("<iframe ", f"<iframe{attribute} ")
    tab.goto(host["address"], wait_until="networkidle")
    assert tab.evaluate("crossOriginIsolated")
    assert "Sample hearing on rivers" in tab.locator("blockquote").first.inner_text()
    [words, images] = tab.frames[1:]
    assert ENGLISH in words.locator("blockquote").inner_text()
    assert words.evaluate(MEASURE)["style"] == "1px"
    assert images.evaluate(MEASURE)["images"] == [True, True]
    assert complaints == []


def test_a_page_that_may_not_be_framed_is_refused_there(other_site, host, site, records):
    """The control: without the headers of an embed the same page shows nothing."""
    tab, _ = other_site
    host["body"] = f'<iframe src="{site}{records["english"].get_absolute_url()}"></iframe>'
    tab.goto(host["address"], wait_until="networkidle")
    assert ENGLISH not in tab.frames[1].content()


@pytest.mark.parametrize("width", [300, 600])
def test_frames_are_as_high_as_what_they_hold(other_site, host, site, records, width):
    tab, _ = other_site
    for name, record in records.items():
        answer = oembed(tab, site, record, maxwidth=width)
        host["body"] = answer["html"]
        tab.goto(host["address"], wait_until="networkidle")
        measured = tab.frames[1].evaluate(MEASURE)
        assert measured["across"] <= 0, name
        assert measured["bottom"] <= answer["height"] <= measured["bottom"] * 1.4 + 80, (
            name,
            width,
            measured,
            answer["height"],
        )


def test_a_sealed_record_says_so_inside_of_the_frame(other_site, host, site, records):
    tab, _ = other_site
    host["body"] = oembed(tab, site, records["english"])["html"]
    seal(record=records["english"], by=None)
    tab.goto(host["address"], wait_until="networkidle")
    frame = tab.frames[1]
    assert "This was sealed" in frame.inner_text("main")
    assert frame.evaluate(MEASURE)["style"] == "1px"


@pytest.mark.parametrize(
    "options", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 600}}]
)
def test_everybody_can_read_what_is_embedded(open_page, records, options):
    page = open_page(**options)
    for name in ("english", "korean", "corrected", "withdrawn", "pair"):
        page.goto(f"{records[name].get_absolute_url()}embed/")
        found = Axe().run(page)
        assert found.violations_count == 0, (name, found.generate_report())
