"""The page of a transcript on a narrow screen: nothing is cut off, and an anchor leads to its turn without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import make_public_transcript

NARROW = {"width": 320, "height": 640}


@pytest.mark.parametrize("scripts", [True, False])
def test_a_turn_is_found_in_its_transcript_on_a_narrow_screen(open_page, site, scripts):
    transcript = make_public_transcript(
        *(f"Sample words of turn {number}, said at length." for number in range(1, 311))
    )
    turn = transcript.turns.get(number=305)
    page = open_page(viewport=NARROW, java_script_enabled=scripts)
    page.goto(turn.get_absolute_url())
    page.get_by_role("link", name="Turn 305 in the transcript").click()
    expect(page).to_have_url(re.compile(rf"/transcript/\?turn={turn.public_id}#t-{turn.public_id}$"))
    place = page.locator(f"#t-{turn.public_id}").bounding_box()
    assert 0 <= place["y"] <= NARROW["height"]
    if scripts:
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
