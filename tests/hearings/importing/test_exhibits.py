"""Which things a release says were shown at its hearing, and what the import then asks for."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import to_json
from hearings.importing.texts.mending import mend

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) held a hearing of the Senate Rope Committee today.\n\n"


def exhibits(words):
    return [(one.text, one.shown_by) for one in read_release(LEAD + words).exhibits]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            "“It is short,” said Ana Lopez, who showed before-and-after satellite images of rope.",
            ("before-and-after satellite images", "Ana Lopez"),
        ),
        ("Ana Lopez, head of twine, presented maps and photographs of knots.", ("maps and photographs", "Ana Lopez")),
        ("Ana Lopez displayed the committee’s map of knots.", ("committee’s map", "Ana Lopez")),
        ("Otto Muster showed senators a short video of rope.", ("short video", "Otto Muster")),
        ("She held up large charts.", ("large charts", None)),
        ("The hearing closed with photographs shown by Otto Muster.", ("photographs", "Otto Muster")),
        ("Senator Specimen entered two letters from ropers into the hearing record.", ("two letters", "Ida Specimen")),
    ],
)
def test_what_was_shown_is_read_with_who_showed_it(words, wanted):
    assert exhibits(words) == [wanted]


@pytest.mark.parametrize(
    "words",
    [
        "Video of the hearing is here.",
        "Specimen shared a video of her opening remarks.",
        "Muster showed that the map is old.",
        "“Show me a map,” said Otto Muster.",
        "The map is on the wall.",
    ],
)
def test_words_that_show_nothing_at_the_hearing_are_no_exhibit(words):
    assert exhibits(words) == []


def test_the_reading_gives_the_place_and_asks_for_the_exhibit():
    text = LEAD + "Otto Muster showed old maps of rope.\n"
    reading = read_release(text)
    (one,) = to_json(reading)["exhibits"]
    assert text[one["start"] : one["end"]] == one["text"] == "old maps"
    assert one["shown_by"] == "Otto Muster"
    assert "The text mentions old maps (shown by Otto Muster): add them to the hearing as exhibits." in reading.warnings


def test_places_are_those_of_the_text_before_it_was_mended():
    text = LEAD.replace(".\n\n", ".Today Otto Muster showed old maps of rope.\n")
    mended = mend(text)
    (one,) = to_json(read_release(mended.text), mended)["exhibits"]
    assert text[one["start"] : one["end"]] == "old maps"


def test_a_release_without_a_hearing_has_no_exhibits():
    assert read_release("WASHINGTON – Otto Muster showed old maps of rope to friends.\n").exhibits == ()
