"""What an exhibit's version says in STAC, IIIF, Web Annotation and schema.org, and what it does not say."""

import json

import pytest
from hypothesis import given, settings

from hearings.standards import annotations, iiif, schema_org, stac
from hearings.standards.edition import period, rights_address
from tests.hearings.standards.contents import (
    AFTER,
    BEFORE,
    SITE,
    TRUE_POINT,
    contents,
    make_capture,
    make_content,
    make_edition,
    make_site,
    make_withheld,
)
from tests.hearings.standards.schemas import IMAGE_INFO, MANIFEST, WEB_ANNOTATION, assert_stac

EXHIBIT = f"{SITE}/x/0123456789abcdef"


def documents(edition):
    """Every document that is made of an edition."""
    yield stac.collection(edition)
    yield iiif.manifest(edition)
    yield annotations.annotation_page(edition)
    yield schema_org.image_objects(edition)
    for capture in edition.captures:
        yield from filter(None, [stac.item(edition, capture)])
        if edition.widths(capture):
            yield iiif.image_info(edition, capture)


def assert_valid(edition):
    assert_stac(stac.collection(edition))
    MANIFEST.validate(iiif.manifest(edition))
    WEB_ANNOTATION.validate(annotations.annotation_page(edition))
    for capture in edition.captures:
        if period(capture):
            assert_stac(stac.item(edition, capture))
        if edition.widths(capture):
            IMAGE_INFO.validate(iiif.image_info(edition, capture))


@given(contents())
@settings(max_examples=60, deadline=None)
def test_whatever_is_known_or_missing_every_document_is_valid(content):
    for images in (True, False):
        assert_valid(make_edition(content, images=images))
        json.dumps(list(documents(make_edition(content, images=images))), allow_nan=False)


def test_every_part_of_a_manifest_says_its_type():
    def parts(value):
        if isinstance(value, dict):
            yield from [value] if "id" in value else []
            for part in value.values():
                yield from parts(part)
        for part in value if isinstance(value, list) else []:
            yield from parts(part)

    found = list(parts(iiif.manifest(make_edition())))
    assert all("type" in part for part in found)
    assert len({part["id"] for part in found if part["type"] == "Annotation"}) == 6


def test_pystac_reads_the_item_as_it_was_meant():
    edition = make_edition()
    item = assert_stac(stac.item(edition, edition.captures[0]))
    assert (item.id, item.collection_id) == (BEFORE, edition.content["id"])
    assert item.datetime.isoformat() == "2009-08-18T02:11:09+00:00"
    assert item.bbox == [127.47, 40.16, 127.5, 40.18]
    assert item.ext.proj.code == "EPSG:32652"
    assert (item.ext.view.off_nadir, item.ext.eo.cloud_cover) == (12.5, 3.0)
    assert item.ext.version.version == "2"
    assert item.common_metadata.gsd == 0.5
    assert [provider.roles for provider in item.common_metadata.providers] == [["producer"], ["processor", "host"]]


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [
        ("day", "2009-08-18T00:00:00Z", "2009-08-18T23:59:59Z"),
        ("month", "2009-08-01T00:00:00Z", "2009-08-31T23:59:59Z"),
        ("year", "2009-01-01T00:00:00Z", "2009-12-31T23:59:59Z"),
    ],
)
def test_a_date_known_in_part_is_a_span_of_time(precision, start, end):
    capture = make_capture(acquired_precision=precision)
    properties = stac.item(make_edition(), capture)["properties"]
    assert properties["datetime"] is None
    assert (properties["start_datetime"], properties["end_datetime"]) == (start, end)


@pytest.mark.parametrize(
    ("precision", "date"),
    [("second", "2009-08-18T02:11:09Z"), ("day", "2009-08-18"), ("month", "2009-08"), ("year", "2009")],
)
def test_searchers_are_told_the_date_as_far_as_it_is_known(precision, date):
    content = make_content(captures=[make_capture(acquired_precision=precision)])
    (image,) = schema_org.image_objects(make_edition(content))["@graph"]
    assert image["dateCreated"] == date


def test_a_span_of_days_is_no_single_date():
    content = make_content(captures=[make_capture(acquired_precision="day", acquired_end="2009-08-20T00:00:00Z")])
    (image,) = schema_org.image_objects(make_edition(content))["@graph"]
    assert "dateCreated" not in image
    assert image["temporalCoverage"] == "2009-08-18T00:00:00Z/2009-08-20T23:59:59Z"


def test_no_date_is_invented_for_a_capture_without_one():
    undated = make_capture(acquired_precision="unknown")
    edition = make_edition(make_content(captures=[undated]))
    collection = stac.collection(edition)
    assert stac.item(edition, undated) is None
    assert collection["extent"]["temporal"]["interval"] == [[None, None]]
    assert "Date of acquisition not known, therefore no Item: Before." in collection["description"]
    assert not [link for link in collection["links"] if link["rel"] == "item"]
    assert "navDate" not in iiif.manifest(edition)["items"][0]


def test_a_withheld_place_has_no_geometry_and_no_digit_of_it_stands_anywhere():
    edition = make_edition(make_withheld())
    item = stac.item(edition, edition.captures[0])
    assert item["geometry"] is None
    assert "bbox" not in item
    assert stac.collection(edition)["extent"]["spatial"]["bbox"] == [[-180.0, -90.0, 180.0, 90.0]]
    text = json.dumps(list(documents(edition)))
    betrayal = [*(str(degrees)[:4] for degrees in TRUE_POINT), "EPSG", "151.2", "58.4", "S1_20090818", "GeoCoordinates"]
    assert [word for word in betrayal if word in text] == []


def test_a_withheld_place_stays_withheld_though_the_content_should_hold_it():
    content = make_content(site=make_site(precision="withheld", coordinates="Withheld"))
    text = json.dumps(list(documents(make_edition(content))))
    assert "127.4" not in text
    assert "40.16" not in text


def test_a_rounded_place_is_a_box_that_holds_the_true_one():
    site = make_site(point=[127.5, 40.2], precision="rounded")
    content = make_content(site=site, captures=[make_capture(bbox=[])])
    west, south, east, north = stac.item(make_edition(content), content["captures"][0])["bbox"]
    assert (west, south, east, north) == (127.45, 40.15, 127.55, 40.25)
    assert west <= TRUE_POINT[0] <= east
    assert south <= TRUE_POINT[1] <= north


def test_an_original_has_a_hash_and_no_address():
    for document in documents(make_edition()):
        assert "orig/" not in json.dumps(document)
    original = stac.item(make_edition(), make_capture())["properties"]["original"]
    assert original == {"sha256": BEFORE, "type": "image/tiff", "size": 1234567, "width": 8000, "height": 6000}


def test_versions_of_a_capture_lead_to_one_another():
    edition = make_edition(latest=3, numbers={BEFORE: [1, 2, 3], AFTER: [2]})
    first, second = (stac.item(edition, capture) for capture in edition.captures)
    links = {link["rel"]: link["href"] for link in first["links"]}
    assert links["predecessor-version"] == f"{EXHIBIT}/v1/{BEFORE}.stac.json"
    assert links["successor-version"] == links["latest-version"] == f"{EXHIBIT}/v3/{BEFORE}.stac.json"
    assert first["properties"]["deprecated"] is True
    assert not [link for link in second["links"] if link["rel"].endswith("-version")]


def test_withdrawal_takes_the_images_and_leaves_the_words():
    edition = make_edition(images=False)
    for document in documents(edition):
        assert not [word for word in (".jpg", ".webp", ".avif", "info.json") if word in json.dumps(document)]
    assert stac.collection(edition)["deprecated"] is True
    assert stac.collection(edition)["description"].startswith("Withdrawn: the images are no longer shown.")
    assert [canvas["items"] for canvas in iiif.manifest(edition)["items"]] == [[], []]


def test_a_generated_sample_says_so_in_every_standard():
    edition = make_edition()
    said = [
        stac.item(edition, edition.captures[0])["properties"]["description"],
        iiif.manifest(edition)["items"][0]["summary"]["en"][0],
        schema_org.image_objects(edition)["@graph"][0]["caption"],
    ]
    assert all(words.startswith("Generated sample, not imagery. ") for words in said)


def test_marked_regions_lie_on_the_pixels_of_the_canvas():
    edition = make_edition(make_content(captures=[make_capture()]))
    rectangle, polygon = (row["target"]["selector"] for row in annotations.annotation_page(edition)["items"])
    assert rectangle["value"] == "xywh=pixel:50,100,400,250"
    assert 'points="0,0 4000,0 4000,3000"' in polygon["value"]
    canvas = iiif.manifest(edition)["items"][0]
    assert (canvas["width"], canvas["height"]) == (4000, 3000)
    assert canvas["annotations"][0]["items"] == annotations.annotation_page(edition)["items"]


@pytest.mark.parametrize(
    ("code", "url", "rights"),
    [
        (
            "",
            "https://creativecommons.org/licenses/by-sa/4.0/deed.de",
            "http://creativecommons.org/licenses/by-sa/4.0/",
        ),
        ("CC0-1.0", "", "http://creativecommons.org/publicdomain/zero/1.0/"),
        ("CC-BY-NC-ND-4.0", "", "http://creativecommons.org/licenses/by-nc-nd/4.0/"),
        ("", "https://rightsstatements.org/page/InC/1.0/?language=en", "http://rightsstatements.org/vocab/InC/1.0/"),
        ("LicenseRef-own", "https://example.org/creativecommons.org/licenses/by/4.0/", ""),
    ],
)
def test_only_rights_that_iiif_knows_are_named(code, url, rights):
    assert rights_address(make_capture(licence_code=code, licence_url=url)) == rights


def test_a_licence_without_a_code_is_other_and_leads_to_its_words():
    capture = make_capture(licence_code="", licence_url="")
    item = stac.item(make_edition(), capture)
    assert item["properties"]["license"] == "other"
    assert {"rel": "license", "href": f"{EXHIBIT}/v2/", "type": "text/html", "title": capture["licence"]} in item[
        "links"
    ]


def test_no_text_of_a_manifest_is_taken_for_html():
    manifest = iiif.manifest(make_edition(make_content(title="<img src=x onerror=alert(1)>")))
    assert manifest["label"]["en"] == [" <img src=x onerror=alert(1)>"]


def make_tiled(width=9000, height=4700):
    rendering = {"recipe": "web-2", "width": width, "height": height, "widths": [480, 2400], "tiles": True}
    return make_capture(width=width, height=height, rendering=rendering)


def test_an_image_service_offers_its_sizes_and_its_tiles():
    info = iiif.image_info(make_edition(), make_tiled())
    assert info["sizes"] == [
        {"type": "Size", "width": 480, "height": 251},
        {"type": "Size", "width": 2400, "height": 1253},
    ]
    assert (info["maxWidth"], info["maxHeight"]) == (2400, 1253)
    assert info["tiles"] == [{"type": "Tile", "width": 512, "height": 512, "scaleFactors": [1, 2, 4, 8, 16, 32]}]
    assert iiif.scale_factors(512, 512) == [1]


@pytest.mark.parametrize(
    ("region", "size", "stored"),
    [
        ("full", "max", "2400.jpg"),
        ("full", "480,251", "480.jpg"),
        ("0,0,512,512", "512,512", "iiif/0,0,512,512/512,512/0/default.jpg"),
        ("8704,4608,296,92", "296,92", "iiif/8704,4608,296,92/296,92/0/default.jpg"),
        ("8192,4096,808,604", "404,302", "iiif/8192,4096,808,604/404,302/0/default.jpg"),
        ("0,0,9000,4700", "282,147", "iiif/full/282,147/0/default.jpg"),
        ("full", "282,147", "iiif/full/282,147/0/default.jpg"),
    ],
)
def test_what_an_image_service_offers_is_found(region, size, stored):
    assert iiif.stored_name(make_edition(), make_tiled(), region, size) == f"d/web-2/{BEFORE}/{stored}"


@pytest.mark.parametrize(
    ("region", "size"),
    [
        ("full", "480,250"),
        ("full", "480,"),
        ("full", "^max"),
        ("square", "max"),
        ("0,0,512,512", "max"),
        ("0,0,512,512", "256,256"),
        ("1,0,512,512", "512,512"),
        ("9216,0,512,512", "512,512"),
        ("00,0,512,512", "512,512"),
        ("٠,0,512,512", "512,512"),
        ("0,0,512,512\n", "512,512"),
        ("..", ".."),
        ("0,0,512,512,0", "512,512"),
        ("pct:0,0,50,50", "max"),
    ],
)
def test_what_an_image_service_does_not_offer_is_not_there(region, size):
    assert iiif.stored_name(make_edition(), make_tiled(), region, size) == ""


def test_an_image_without_tiles_has_none():
    assert "tiles" not in iiif.image_info(make_edition(), make_capture())
    assert iiif.stored_name(make_edition(), make_capture(), "0,0,512,512", "512,512") == ""


def test_no_tile_lies_beyond_the_edge():
    square = make_tiled(1024, 1024)
    assert iiif.stored_name(make_edition(), square, "512,0,512,512", "512,512")
    assert iiif.stored_name(make_edition(), square, "1024,0,0,512", "0,512") == ""
