"""Dates of acquisition: proposed where a name or a provider's metadata states one, and never guessed."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.imaging import dates

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("name", "start", "precision"),
    [
        ("m_4709963_se_14_1_20090818.tif", "2009-08-18T00:00:00Z", "day"),
        ("LC08_L2SP_008059_20191201_20200825_02_T1_SR_B4.TIF", "2019-12-01T00:00:00Z", "day"),
        ("S2A_MSIL2A_20230613T021541_N0509_R003_T52SDG_20230614T063003.jp2", "2023-06-13T02:15:41Z", "second"),
        ("camp 2023-06-13 before.jpg", "2023-06-13T00:00:00Z", "day"),
        ("09AUG18021456-M2AS-012345.tif", "2009-08-18T02:14:56Z", "second"),
        ("WV02_20110315_M1BS.tif", "2011-03-15T00:00:00Z", "day"),
        ("2011-03-15_20110315.png", "2011-03-15T00:00:00Z", "day"),
        ("31AUG2.jpg", None, None),
        ("18AUG09.jpg", None, None),
        ("09AUG31.jpg", "2009-08-31T00:00:00Z", "day"),
        ("20230613_20230614.jpg", None, None),
        ("20230231.jpg", None, None),
        ("20991231.jpg", None, None),
        ("20261124.jpg", None, None),
        ("IMG_1234567890123.jpg", None, None),
        ("before.jpg", None, None),
        ("camp_1985.jpg", "1985-01-01T00:00:00Z", "year"),
        ("1985.jpg", "1985-01-01T00:00:00Z", "year"),
        ("camp 1985 (1985 again).jpg", "1985-01-01T00:00:00Z", "year"),
        ("camp_1985_2020.jpg", None, None),
        ("camp_2030.jpg", None, None),
        ("IMG_1985.jpg", None, None),
        ("DSCN1985.jpg", None, None),
        ("T1985.jpg", None, None),
        ("camp_19850.jpg", None, None),
        ("camp_1985_20230231.jpg", None, None),
    ],
)
def test_a_name_gives_the_one_date_that_it_states(name, start, precision):
    found = dates.from_name(name, today=TODAY)
    assert (found and found.start, found and found.precision) == (start, precision)
    assert not found or (found.basis == "file name" and found.end == found.start)


def mtl(**image):
    image = {"DATE_ACQUIRED": "2019-12-01", "SCENE_CENTER_TIME": "15:13:51.8610990Z"} | image
    corners = {f"CORNER_{c}_LAT_PRODUCT": "2.5" if c[0] == "U" else "0.4" for c in ("UL", "UR", "LL", "LR")}
    corners |= {f"CORNER_{c}_LON_PRODUCT": "-76.1" if c[1] == "L" else "-74.0" for c in ("UL", "UR", "LL", "LR")}
    document = {
        "PRODUCT_CONTENTS": {"LANDSAT_PRODUCT_ID": "LC08_L2SP_008059_20191201_20200825_02_T1"},
        "IMAGE_ATTRIBUTES": {"SPACECRAFT_ID": "LANDSAT_8", "SENSOR_ID": "OLI_TIRS", "CLOUD_COVER": "81.02"} | image,
        "PROJECTION_ATTRIBUTES": {"UTM_ZONE": "18", "GRID_CELL_SIZE_REFLECTIVE": "30.00"} | corners,
        "LEVEL2_PROCESSING_RECORD": {"DATE_PRODUCT_GENERATED": "2020-08-25T00:59:51Z"},
    }
    return json.dumps({"LANDSAT_METADATA_FILE": document}).encode()


def test_a_landsat_file_gives_the_moment_of_acquisition_and_its_facts():
    found = dates.from_metadata(mtl(SUN_AZIMUTH="136.3", SUN_ELEVATION="57.1", NADIR_OFFNADIR="NADIR"), today=TODAY)
    assert (found.start, found.precision, found.basis) == ("2019-12-01T15:13:51Z", "second", "provider metadata")
    assert (found.platform, found.sensor, found.gsd, found.crs) == ("LANDSAT_8", "OLI_TIRS", 30.0, "EPSG:32618")
    assert (found.sun_azimuth, found.sun_elevation, found.off_nadir, found.cloud_cover) == (136.3, 57.1, 0.0, 81.02)
    assert found.bbox == [-76.1, 0.4, -74.0, 2.5]
    assert found.scene.startswith("LC08_L2SP")
    assert dates.from_metadata(mtl(SCENE_CENTER_TIME="?"), today=TODAY).precision == "day"
    assert dates.from_metadata(mtl(DATE_ACQUIRED="2099-01-01"), today=TODAY) is None


def stac(**properties):
    return json.dumps({"type": "Feature", "id": "scene", "bbox": [1, 2, 3, 4], "properties": properties}).encode()


def test_a_stac_item_gives_its_interval_and_its_facts():
    found = dates.from_metadata(
        stac(
            datetime=None,
            start_datetime="2023-06-13T04:00:00+02:00",
            end_datetime="2023-06-13T02:00:09.5Z",
            platform="wv02",
            instruments=["ms", "pan"],
            gsd=0.5,
            created="2024-01-01T00:00:00Z",
            **{"view:off_nadir": 12.5, "view:sun_azimuth": 400, "eo:cloud_cover": 3, "proj:epsg": 32652},
        ),
        today=TODAY,
    )
    assert (found.start, found.end) == ("2023-06-13T02:00:00Z", "2023-06-13T02:00:09Z")
    assert (found.platform, found.sensor, found.gsd, found.off_nadir) == ("wv02", "ms, pan", 0.5, 12.5)
    assert (found.sun_azimuth, found.cloud_cover, found.crs, found.bbox) == (None, 3.0, "EPSG:32652", [1, 2, 3, 4])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        stac(datetime="yesterday"),
        stac(datetime="2099-01-01T00:00:00Z"),
        stac(datetime="0001-01-01T00:00:00+23:00"),
        stac(created="2023-06-13T00:00:00Z"),
        stac(start_datetime="2023-06-13T00:00:00Z", end_datetime="2023-06-12T00:00:00Z"),
        b" " * (1024 * 1024) + stac(datetime="2023-06-13"),
    ],
)
def test_metadata_that_states_no_possible_date_gives_nothing(data):
    assert dates.from_metadata(data, today=TODAY) is None


JSON = st.recursive(
    st.none() | st.floats() | st.text(max_size=9) | st.just("2023-06-13"),
    lambda each: st.lists(each) | st.dictionaries(st.text(max_size=9), each),
)


@given(
    properties=st.dictionaries(
        st.sampled_from(["datetime", "end_datetime", "gsd", "instruments", "eo:bands", "proj:epsg"]), JSON
    ),
    bbox=JSON,
)
def test_strange_metadata_raises_nothing(properties, bbox):
    item = {"type": "Feature", "id": 1, "bbox": bbox, "properties": {"datetime": "2023-06-13", **properties}}
    found = dates.from_metadata(json.dumps(item).encode(), today=TODAY)
    assert found is None or (found.start <= found.end and len(found.bbox) in (0, 4))


@given(name=st.text(max_size=60))
def test_strange_names_raise_nothing(name):
    found = dates.from_name(name, today=TODAY)
    assert found is None or found.start[:10] <= "2026-11-23"
