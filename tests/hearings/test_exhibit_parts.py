"""Pieces of the exhibit's page from plain facts: scale, marks, strip by date, map, and what is missing."""

import pytest
from django.template.loader import render_to_string

from hearings.templatetags.exhibits import distance, marks, scale, strip

CAPTURE = {
    **{"label": "Before", "sha256": "a" * 64, "width": 1000, "height": 500, "alt_text": "A sample <field>."},
    "rendering": {},
}


def dated(*starts):
    return [CAPTURE | {"acquired_start": start} for start in starts]


def test_an_image_that_is_not_ready_says_so():
    assert "The image is being prepared." in render_to_string(
        "hearings/_picture.html", {"capture": CAPTURE | {"rendering": {}}}
    )


@pytest.mark.parametrize(
    ("gsd", "words"), [(0.5, "100 m"), (30, "5 km"), (10, "2 km"), (0.0125, "2 m"), (1000, "200 km")]
)
def test_the_scale_bar_is_a_round_length_of_at_most_a_quarter_of_the_image(gsd, words):
    bar = scale(CAPTURE | {"pixel_size": gsd})
    assert bar["words"] == words
    assert 5 < float(bar["share"]) <= 25


def test_without_a_ground_sample_distance_there_is_no_scale_bar():
    assert scale(CAPTURE) is None
    assert scale(CAPTURE | {"pixel_size": None}) is None


def test_north_is_shown_only_where_the_grid_is_known():
    known = render_to_string("hearings/_overlay.html", {"capture": CAPTURE | {"crs": "EPSG:32652"}, "image": 1})
    assert 'class="north"' in known
    unknown = render_to_string(
        "hearings/_overlay.html", {"capture": CAPTURE | {"pixel_size": 0.5, "crs": ""}, "image": 1}
    )
    assert 'class="north"' not in unknown


@pytest.mark.parametrize(("metres", "words"), [(0.4, "0.4 m"), (560.4, "560 m"), (1000, "1 km"), (38_400, "38.4 km")])
def test_distances_are_said_in_metres_and_kilometres(metres, words):
    assert distance(metres) == words


def test_marks_stand_in_pixels_of_the_original():
    notes = [
        {"letter": "A", "text": "", "author": "", "shape": "rectangle", "points": [[100, 50], [200, 150]]},
        {"letter": "B", "text": "", "author": "", "shape": "polygon", "points": [[999, 499], [990, 499], [990, 400]]},
    ]
    first, second = marks(CAPTURE | {"annotations": notes})
    assert first["corners"] == "100,50 200,50 200,150 100,150"
    assert (first["x"], first["y"]) == ("10.00", "10.00")
    assert (second["x"], second["y"]) == ("90.00", "80.00")


def test_gaps_of_the_strip_are_to_scale_and_in_words():
    first, second, third, fourth = strip(
        dated("2020-01-01T00:00:00Z", "2020-01-11T00:00:00Z", "2020-04-10T00:00:00Z", "")
    )
    assert [entry["gap"] for entry in (first, second, third, fourth)] == ["", "10 days later", "3 months later", ""]
    assert float(second["x"]) - float(first["x"]) == pytest.approx(9.2)
    assert float(third["x"]) == 96
    assert fourth["x"] is None


def test_marks_of_the_strip_that_crowd_stand_above_one_another():
    assert [entry["level"] for entry in strip(dated("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"))] == [0, 0]
    crowd = strip(dated("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z", "2029-01-01T00:00:00Z"))
    assert [entry["level"] for entry in crowd] == [0, 1, 0]


def test_images_of_one_moment_stand_in_the_middle_of_the_strip():
    assert {entry["x"] for entry in strip(dated("2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z"))} == {"50.00"}


@pytest.mark.parametrize(
    ("site", "words", "absent"),
    [
        ({"point": [126.5, 34.3], "precision": "exact", "country": "KR"}, "A cross marks the place.", 'class="cell"'),
        ({"point": [126.5, 34.3], "precision": "rounded", "country": "KR"}, "A ring stands around", "A cross"),
        ({"point": [], "precision": "withheld", "country": "KR"}, "The place itself is not marked.", "<circle"),
    ],
)
def test_the_map_says_in_words_what_it_shows(site, words, absent):
    drawn = render_to_string("hearings/_locator.html", {"site": site})
    assert "South Korea" in drawn
    assert words in drawn
    assert absent not in drawn
    assert len(drawn.encode()) < 14_000


def test_without_a_site_there_is_no_map():
    assert render_to_string("hearings/_locator.html", {"site": {}}).strip() == ""
    assert render_to_string("hearings/_locator.html", {}).strip() == ""


def test_the_facts_name_what_is_not_known_and_never_invent():
    bare = render_to_string("hearings/_capture_facts.html", {"capture": CAPTURE})
    assert "No source checksum" in bare
    assert "A sample &lt;field&gt;." in bare
    assert "Off nadir" not in bare
    full = render_to_string(
        "hearings/_capture_facts.html",
        {"capture": CAPTURE | {"off_nadir": 0.0, "cloud_cover": 0.0, "processing": [], "licence": "Public domain"}},
    )
    assert "<dt>Off nadir</dt><dd>0.0°</dd>" in full
    assert "<dt>Clouds</dt><dd>0.0 %</dd>" in full
    assert "Shown as received" in full
