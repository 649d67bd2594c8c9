"""The public pages in a real browser: small, without JavaScript, in light and dark, on paper."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hearings.actions.corrections import correct, withdraw
from hearings.models import Section
from tests.factories import (
    make_appearance,
    make_exhibit,
    make_hearing,
    make_person,
    make_quote,
    make_quote_in,
    make_reference,
    make_site,
    make_source,
    make_topic,
    make_transcript,
    publish,
    reload,
    reword,
)

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("transactional_db")]

ENGLISH = "These are sample words, said twice so that the line is long enough to wrap: these are sample words."
KOREAN = "이것은 견본 문장입니다. 이 문장은 견본입니다."
OLD = "The sample river is long, and nobody lives beside it."
NEW = "The sample river is long, and many people live beside it."
UYGHUR = "بۇ بىر ئۈلگە جۈملە."


@pytest.fixture
def addresses(transactional_db):
    """One public record with everything on it, and the address of each kind of page."""
    hearing = make_hearing(
        title="Sample hearing on rivers and the people who live beside them",
        congress=118,
        place="Room 1, Sample Building, Washington, DC",
        summary="One paragraph.\n\nAnother paragraph.",
        official_url="https://example.org/" + "a-very-long-address-" * 8,
        topics=[make_topic()],
    )
    person = make_person(native_name="견본", native_language="ko", honorific="Ambassador")
    speaker = make_appearance(hearing=hearing, person=person, title="Director of Samples\nFormer sample")
    source = make_source(hearing=hearing, text=f"“{ENGLISH}” {KOREAN} {UYGHUR}", note="An excerpt.")
    quote = make_quote(hearing=hearing, speaker=speaker, source=source, text=ENGLISH)
    make_quote(hearing=hearing, speaker=speaker, source=source, text=KOREAN, language="ko")
    make_quote(hearing=hearing, speaker=speaker, source=source, text=UYGHUR, language="ug", kind="partial")
    exhibit = make_exhibit(
        hearing=hearing, presented_by=speaker, shown_with=quote, site=make_site(name="Sample Island")
    )
    make_reference(hearing=hearing, url="https://example.org/treaty", citation="1 U.N.T.S. 1")
    publish(hearing)
    return (
        {
            "home": "/",
            "hearings": "/hearings/",
            "hearing": hearing.get_absolute_url(),
            "quote": quote.get_absolute_url(),
            "exhibit": exhibit.get_absolute_url(),
            "people": "/witnesses/",
            "person": person.get_absolute_url(),
            "topic": hearing.topics.get().get_absolute_url(),
            "about": "/about/",
            "missing": "/not/there/",
        }
        | addresses_of_corrections()
        | addresses_of_a_transcript()
    )


def addresses_of_a_transcript():
    """A transcript with two parts, a direction, a speaker who is not named, a footnote and pages; a corrected turn."""
    notes = [{"mark": "1", "at": 6, "text": "A sample footnote."}, {"mark": "*", "at": None, "text": "Another one."}]
    transcript = make_transcript(OLD, "[Laughter.]", UYGHUR, KOREAN, title="Opening of the sample hearing")
    part = Section.objects.create(transcript=transcript, number=2, title="Statement of a sample witness")
    transcript.turns.filter(number__gt=2).update(section=part, speaker=None, unresolved="The label names nobody.")
    transcript.turns.filter(number=1).update(footnotes=notes, pages=["7", "8"])
    transcript.turns.filter(number=2).update(kind="direction", speaker=None, label="")
    publish(transcript.hearing)
    turn = transcript.turns.get(number=1)
    turn.text = NEW
    correct(record=turn, reason="typo", sentence="The word was misprinted.", by=None)
    path, short = turn.get_absolute_url(), f"/transcripts/{transcript.public_id}/"
    pages = {"transcript": transcript.get_absolute_url(), "turn": path, "turn, frozen": f"{path}v1/"}
    pages |= {"turn, history": f"{path}history/", "turn, not named": transcript.turns.get(number=3).get_absolute_url()}
    return pages | {"transcript, frozen": f"{short}v1/", "transcript, history": f"{short}history/"}


def addresses_of_corrections():
    """A corrected quote, a withdrawn one, a withdrawn exhibit and a withdrawn hearing, with every page about them."""
    quote = make_quote_in(OLD, NEW, note="A note.")
    withdrawn = make_quote(hearing=quote.hearing, text=KOREAN, language="ko")
    exhibit = make_exhibit(hearing=quote.hearing)
    other = make_quote().hearing
    for hearing in (quote.hearing, other):
        publish(hearing)
    correction = reword(quote, NEW)
    for record in (withdrawn, exhibit, other):
        withdraw(record=reload(record), sentence="It was published by mistake.", by=None)
    pages = {"corrections": "/corrections/", "correction": correction.get_absolute_url()}
    pages["correction of another kind"] = "/corrections/?kind=withdrawal&of=exhibit"
    for name, record in (("corrected", quote), ("withdrawn", withdrawn), ("exhibit withdrawn", exhibit)):
        path = record.get_absolute_url()
        pages |= {name: path, f"{name}, frozen": f"{path}v1/", f"{name}, history": f"{path}history/"}
    short = f"/h/{other.public_id}/"
    pages |= {"hearing withdrawn": other.get_absolute_url(), "hearing, frozen": f"{short}v1/"}
    return pages | {
        "hearing, history": f"{short}history/",
        "hearing with corrections": quote.hearing.get_absolute_url(),
    }


def test_the_hearing_page_reads_without_javascript_at_320_pixels(open_page, addresses):
    page = open_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(addresses["hearing"])
    assert page.get_by_role("heading", level=1).inner_text().startswith("Sample hearing on rivers")
    expect(page.get_by_text("Former sample").first).to_be_visible()
    for words in (ENGLISH, KOREAN, UYGHUR):
        expect(page.get_by_text(f"“{words}”").first).to_be_visible()
    for image in page.get_by_role("img").all():
        box = image.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    page.get_by_role("link", name="Permanent link to the words of Ambassador").first.click()
    expect(page.locator("blockquote.large").get_by_text(f"“{ENGLISH}”")).to_be_visible()


def test_no_page_is_wider_than_a_small_screen(open_page, addresses):
    page = open_page(viewport={"width": 320, "height": 640})
    for name, address in addresses.items():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


@pytest.mark.parametrize(
    "options",
    [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": {"width": 320, "height": 640}}],
    ids=["light", "dark", "small"],
)
def test_no_page_has_an_accessibility_fault_that_axe_finds(open_page, addresses, options):
    page = open_page(**options)
    for name, address in addresses.items():
        page.goto(address)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{name}: {results.generate_report()}"


def test_reading_sets_no_cookie(open_page, addresses):
    page = open_page()
    for address in addresses.values():
        page.goto(address)
    assert page.context.cookies() == []


def test_the_keyboard_reaches_the_skip_link_first(open_page, addresses):
    page = open_page()
    page.goto(addresses["hearing"])
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.inner_text() == "Skip to main content"
    assert focused.bounding_box()["x"] >= 0


def test_paper_shows_the_addresses_and_leaves_out_the_navigation(open_page, addresses):
    page = open_page()
    page.emulate_media(media="print")
    page.goto(addresses["hearing"])
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.locator(".printed").first).to_be_visible()
    assert page.locator(".printed").first.inner_text().startswith("http")


def test_paper_says_how_each_quote_stands_in_the_transcript(open_page):
    hearing = make_hearing()
    speaker = make_appearance(hearing=hearing)
    for text in (OLD, "Nothing of the kind was said there"):
        make_quote(hearing=hearing, speaker=speaker, text=text)
    make_transcript(OLD, hearing=hearing, speaker=speaker)
    publish(hearing)
    page = open_page()
    page.emulate_media(media="print")
    page.goto(hearing.get_absolute_url())
    expect(page.get_by_role("link", name="Verbatim in the transcript")).to_be_visible()
    expect(page.get_by_role("link", name="Not found in the transcript")).to_be_visible()
    expect(page.get_by_role("link", name="Permanent link").first).to_be_hidden()


def test_a_corrected_quotation_reads_without_javascript_at_320_pixels(open_page, addresses):
    page = open_page(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page.goto(addresses["corrected, frozen"])
    expect(page.get_by_text("Corrected since.").first).to_be_visible()
    expect(page.locator("blockquote.large").get_by_text(f"“{OLD}”")).to_be_visible()
    page.get_by_text("Recompute it on any computer with a shell").click()
    expect(page.get_by_text("| sha256sum")).to_be_visible()
    page.get_by_role("link", name="Read version 2").click()
    expect(page.locator("blockquote.large").get_by_text(f"“{NEW}”")).to_be_visible()
    page.get_by_role("link", name="History").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(["Versions", "Corrections"])


def test_a_difference_is_told_in_words_and_seen_without_colour(open_page, addresses):
    page = open_page()
    page.goto(addresses["correction"])
    difference = page.locator(".difference")
    heard = difference.aria_snapshot()
    assert heard.index("[removed:") < heard.index("nobody") < heard.index("[added:") < heard.index("many")
    line = "element => getComputedStyle(element).textDecorationLine"
    assert difference.locator("del").first.evaluate(line) == "line-through"
    assert difference.locator("ins").first.evaluate(line) == "underline"


def test_headings_come_in_order(open_page, addresses):
    page = open_page(java_script_enabled=False)
    for name, address in addresses.items():
        page.goto(address)
        levels = [int(tag[1]) for tag in page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => h.tagName)")]
        assert levels[0] == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)
        assert levels.count(1) == 1, name


def test_paper_shows_corrections_and_withdrawals(open_page, addresses):
    page = open_page()
    page.emulate_media(media="print")
    page.goto(addresses["corrected"])
    expect(page.get_by_text("The word was misprinted.")).to_be_visible()
    page.goto(addresses["withdrawn"])
    expect(page.get_by_text("It was published by mistake.")).to_be_visible()
