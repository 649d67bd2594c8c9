"""The locator map: every place on Earth gets a small, whole drawing, and a withheld place is not in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.locator import HEIGHT, MARGIN, REGION, WIDTH, locate, read_world

longitudes = st.floats(-180, 180) | st.sampled_from([-180.0, 180.0, 179.95, -179.95])
latitudes = st.floats(-90, 90) | st.sampled_from([-90.0, 90.0])
TOO_SMALL = {"MC", "MO", "MV", "NR", "PN", "VA"}
countries = st.sampled_from(sorted(set(read_world().countries) - {""}))


def positions(path):
    """Every position of a path, from its first ones and the steps after each."""
    for first, steps in re.findall(r"M(-?\d+ -?\d+)l([-\d ]*)", path):
        x, y = map(int, first.split())
        yield x, y
        numbers = [int(number) for number in steps.split()]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            yield x, y


def in_the_drawing(path):
    edge = MARGIN + 1
    return all(-edge <= x <= WIDTH + edge and -edge <= y <= HEIGHT + edge for x, y in positions(path))


def holds(box, x, y):
    return box[0] <= x <= box[0] + box[2] and box[1] <= y <= box[1] + box[3]


@settings(max_examples=60, deadline=None)
@given(longitudes, latitudes, st.sampled_from(["exact", "rounded"]), countries)
def test_every_place_on_earth_stands_in_its_map(longitude, latitude, precision, country):
    drawn = locate([longitude, latitude], precision, country)
    assert 0 < drawn.mark[0] < WIDTH
    assert 0 < drawn.mark[1] < HEIGHT
    assert in_the_drawing(drawn.land)
    assert in_the_drawing(drawn.country)
    assert (drawn.cell is not None) == (precision == "rounded")
    assert any(holds(box, longitude + 180 + turn, 90 - latitude) for box in drawn.windows for turn in (-360, 0, 360))
    assert all(x >= 0 and y >= 0 and x + across <= 360.1 and y + down <= 180.1 for x, y, across, down in drawn.windows)
    assert len(drawn.land + drawn.country + drawn.borders + drawn.world) < 40_000


@pytest.mark.parametrize("country", sorted(set(read_world().countries) - {""} - TOO_SMALL))
def test_a_country_whose_place_is_withheld_is_drawn_in_its_map_without_a_mark(country):
    drawn = locate([], "withheld", country)
    assert drawn.mark is None
    assert drawn.cell is None
    assert in_the_drawing(drawn.land)
    middle = [x for x, _ in positions(drawn.country)]
    assert min(middle) < WIDTH / 2 < max(middle) + 1
    assert drawn.country_name


@pytest.mark.parametrize("country", sorted(TOO_SMALL))
def test_a_country_too_small_to_be_drawn_has_a_map_only_with_its_place(country):
    assert locate([], "withheld", country) is None
    assert locate([7.4, 43.7], "exact", country).mark


def test_a_withheld_point_draws_what_no_point_draws():
    assert locate([125.754321, 39.019432], "withheld", "KP") == locate([], "withheld", "KP")
    assert locate([125.754321, 39.019432], "withheld", "") is None


def test_without_a_place_and_a_country_there_is_no_map():
    assert locate([], "exact", "") is None
    assert locate([], "withheld", "XX") is None


def test_a_common_map_is_about_ten_kilobytes():
    drawn = locate([125.8, 39.0], "rounded", "KP")
    assert 5_000 < len(drawn.land + drawn.country + drawn.borders + drawn.world) < 12_000


def test_the_cell_of_a_rounded_place_is_a_tenth_of_a_degree_to_scale():
    x, y, across, down = locate([0.0, 0.0], "rounded", "").cell
    assert down == pytest.approx(0.1 / REGION * HEIGHT, abs=0.05)
    assert across == pytest.approx(down, abs=0.1)
    assert (x + across / 2, y + down / 2) == pytest.approx((WIDTH / 2, HEIGHT / 2), abs=0.1)


def test_countries_across_the_180th_meridian_are_drawn_whole():
    for country, wide in (("FJ", 10), ("RU", 200)):
        (_, _, across, _), *_ = locate([], "withheld", country).windows
        assert across < wide


def test_the_coast_is_drawn_where_it_lies():
    """The tip of the Korean peninsula, 126.5 east and 34.3 north, in a map around 126 east and 36 north."""
    drawn = locate([126.0, 36.0], "exact", "KR")
    assert (
        min(abs(x - WIDTH / 2 - 0.5 * 19.4) + abs(y - HEIGHT / 2 - 1.7 * 24) for x, y in positions(drawn.country)) < 24
    )
