"""Contents of an exhibit's version to test the standards with: one whole, and any that hypothesis thinks of."""

from hypothesis import strategies as st

from hearings.standards.edition import Edition

SITE = "https://record.example.org"
BEFORE, AFTER = "b" * 64, "a" * 64
TRUE_POINT = [127.483917, 40.168253]
COLLECTED = "2009-08-18T02:11:09Z"


def make_capture(**fields):
    return {
        "label": "Before",
        "acquired": "18 August 2009, 02:11:09 UTC",
        "acquired_start": COLLECTED,
        "acquired_end": "",
        "acquired_precision": "second",
        "acquired_basis": "Provider’s metadata",
        "provider": "Sample provider",
        "platform": "Sample-1",
        "sensor": "SampleCam",
        "scene": "S1_20090818_0042",
        "resolution": "0.5 m per pixel",
        "gsd": 0.5,
        "off_nadir": 12.5,
        "sun_azimuth": 151.2,
        "sun_elevation": 58.4,
        "cloud_cover": 3.0,
        "bbox": [127.47, 40.16, 127.5, 40.18],
        "crs": "EPSG:32652",
        "processing": ["Bands 3, 2, 1.", "Stretched from 210 to 1,800."],
        "licence": "Creative Commons Attribution 4.0",
        "licence_code": "CC-BY-4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/deed.en",
        "credit": "Sample credit",
        "may_embed": True,
        "may_download": True,
        "alt_text": "Roofs in two rows.",
        "long_description": "Twelve roofs in two rows beside a road.",
        "sample": "Generated sample, not imagery",
        "sha256": BEFORE,
        "source_checksum": "",
        "media_type": "image/tiff",
        "bytes": 1234567,
        "width": 8000,
        "height": 6000,
        "rendering": {
            "recipe": "web-2",
            "width": 4000,
            "height": 3000,
            "widths": [480, 960, 1600, 2400],
            "tiles": False,
        },
        "annotations": [
            {
                "letter": "A",
                "text": "A roof",
                "shape": "rectangle",
                "points": [[900, 700], [100, 200]],
                "author": "Ada",
            },
            {
                "letter": "B",
                "text": "<b>The road</b>",
                "shape": "polygon",
                "points": [[0, 0], [8000, 0], [8000, 6000]],
                "author": "",
            },
        ],
    } | fields


def make_site(**fields):
    return {
        "id": "s1te",
        "name": "Sample place",
        "local_name": "보기",
        "local_language": "ko",
        "country": "KP",
        "coordinates": "40.168253° N, 127.483917° E (WGS 84)",
        "point": TRUE_POINT,
        "precision": "exact",
        "precision_reason": "",
        "area": 12000.0,
    } | fields


def make_content(**fields):
    return {
        "type": "exhibit",
        "id": "0123456789abcdef",
        "version": 2,
        "published": "2026-06-13T10:00:00+00:00",
        "salt": "00" * 16,
        "title": "A sample place before and after",
        "hearing": {"id": "fedcba9876543210", "title": "A sample hearing", "date": "June 13, 2023"},
        "presented_by": {"name": "Alba Sample", "title": "Sample analyst"},
        "shown_in": "",
        "site": make_site(),
        "observation": "The second image shows fewer roofs.",
        "interpretation": "They were removed.",
        "interpretation_by": "Alba Sample",
        "confidence": "High",
        "limitations": "Nobody can be seen.",
        "alignment": "Both images lie on one grid.",
        "captures": [
            make_capture(),
            make_capture(label="After", sha256=AFTER, acquired_precision="year", acquired_start="2012-07-31T00:00:00Z"),
        ],
    } | fields


def make_withheld():
    """As the policy leaves it: no coordinate of the true place is in it."""
    site = make_site(coordinates="Withheld", point=[], precision="withheld", precision_reason="People live there.")
    return make_content(site=site, captures=[make_capture(bbox=[])])


def make_edition(content=None, **fields):
    content = content or make_content()
    numbers = {capture["sha256"]: [1, 2, 3] for capture in content["captures"]}
    defaults = {"latest": content["version"], "numbers": numbers, "site": SITE, "site_name": "Sample record"}
    return Edition(content=content, exhibit=f"{SITE}/x/{content['id']}/", **defaults | fields)


words = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
maybe = st.floats(0, 90, allow_nan=False)
lengths = st.integers(1, 20000)


@st.composite
def captures(draw):
    width, height, start = draw(lengths), draw(lengths), draw(st.datetimes().map(lambda at: at.isoformat() + "Z"))
    corner = st.tuples(st.integers(0, width), st.integers(0, height)).map(list)
    region = st.sampled_from([("rectangle", 2), ("polygon", 3), ("polygon", 5)]).flatmap(
        lambda kind: st.fixed_dictionaries(
            {
                "letter": st.sampled_from("ABC"),
                "text": words,
                "shape": st.just(kind[0]),
                "points": st.lists(corner, min_size=kind[1], max_size=kind[1]),
                "author": words,
            }
        )
    )
    rendering = {
        "recipe": "web-2",
        "width": width,
        "height": height,
        "widths": draw(st.lists(st.integers(1, width), min_size=1, max_size=4, unique=True)),
        "tiles": draw(st.booleans()),
    }
    facts = {name: draw(words) for name in ("platform", "sensor", "scene", "provider", "credit", "licence", "label")}
    facts |= {name: draw(st.none() | maybe) for name in ("off_nadir", "sun_elevation", "sun_azimuth", "cloud_cover")}
    west, east = sorted(draw(st.tuples(st.floats(-180, 180), st.floats(-180, 180))))
    south, north = sorted(draw(st.tuples(st.floats(-90, 90), st.floats(-90, 90))))
    box = draw(st.sampled_from([[], [west, south, east, north], [east, south, west, north]]))
    return make_capture(
        **facts,
        width=width,
        height=height,
        bbox=box,
        sha256=draw(st.text("0123456789abcdef", min_size=64, max_size=64)),
        gsd=draw(st.none() | st.floats(0.001, 1000)),
        acquired_start=draw(st.sampled_from([start, ""])),
        acquired_precision=draw(st.sampled_from(["second", "day", "month", "year", "unknown"])),
        crs=draw(st.sampled_from(["", "EPSG:32652"])),
        licence_code=draw(st.sampled_from(["", "CC0-1.0", "CC-BY-NC-SA-4.0", "LicenseRef-sample", "not a code"])),
        licence_url=draw(
            st.sampled_from(["", "https://example.org/licence", "https://creativecommons.org/licenses/by/4.0/"])
        ),
        rendering=draw(st.sampled_from([rendering, {}])),
        annotations=draw(st.lists(region, max_size=3)),
        sample=draw(st.sampled_from(["", "Generated sample, not imagery"])),
    )


@st.composite
def contents(draw):
    site = make_site(
        precision=draw(st.sampled_from(["exact", "rounded", "withheld"])),
        point=draw(st.sampled_from([[], TRUE_POINT, [180.0, 90.0]])),
        local_language=draw(st.sampled_from(["", "ko", "zh-Hant", "es-419"])),
        local_name=draw(words),
        country=draw(st.sampled_from(["", "KP"])),
    )
    listed = draw(st.lists(captures(), min_size=1, max_size=3, unique_by=lambda row: row["sha256"]))
    prose = {name: draw(words) for name in ("title", "observation", "interpretation", "limitations", "confidence")}
    return make_content(
        site=site, captures=listed, presented_by=draw(st.sampled_from([{}, {"name": "A", "title": ""}])), **prose
    )
