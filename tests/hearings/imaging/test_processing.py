"""What the child process makes of an original, with the optional libraries and without, and how it fails."""

import hashlib
import json
import random
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, ImageStat

from hearings.imaging import rendering, tiles, xmp
from hearings.imaging.sandbox import ProcessingFailed, run
from tests.hearings.imaging.samples import picture, saved, tiff

BARE = ("pyvips", "rasterio", "numpy")
ENDINGS = ("avif", "webp", "jpg")


@pytest.fixture
def job(tmp_path):
    """A function that keeps an original and gives the job of rendering it."""

    def make(data, **options):
        sha = hashlib.sha256(data).hexdigest()
        path = tmp_path / "orig" / sha
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return {"kind": "render", "source": str(path), "sha256": sha, "folder": str(tmp_path / "d"), **options}

    return make


def made(result, job, name):
    return Path(job["folder"]) / result["recipe"] / job["sha256"] / name


def test_every_width_is_made_in_every_format_and_carries_only_our_packet(job):
    exif = Image.Exif()
    exif[315] = "Somebody"
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    task = job(saved(picture((1200, 1000)), exif=exif, comment=b"Secret"))
    result = run(task)
    assert (result["width"], result["height"], result["widths"]) == (1000, 1200, [480, 960])
    assert (result["tiles"], result["tiles_note"]) == (False, "")
    assert len(result["outputs"]) == 6
    for width in (480, 960):
        for ending in ENDINGS:
            path = made(result, task, f"{width}.{ending}")
            data = path.read_bytes()
            name = f"{result['recipe']}/{task['sha256']}/{width}.{ending}"
            assert result["outputs"][name] == hashlib.sha256(data).hexdigest()
            assert b"Somebody" not in data
            assert b"Secret" not in data
            with Image.open(path) as image:
                assert (image.width, round(image.height / image.width, 1)) == (width, 1.2)
                assert image.info["xmp"] == xmp.packet({})
                assert not image.getexif()


def test_a_second_run_writes_nothing_and_a_broken_file_is_mended(job):
    task = job(saved(picture((600, 500))))
    first = run(task, without=BARE)
    paths = sorted(path for path in Path(task["folder"]).rglob("*") if path.is_file())
    before = [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in paths]
    assert run(task, without=BARE) == first
    assert [(path, path.stat().st_mtime_ns, path.stat().st_ino) for path in paths] == before
    lost = made(first, task, "480.webp")
    content = lost.read_bytes()
    lost.unlink()
    assert run(task, without=BARE) == first
    assert lost.read_bytes() == content
    lost.write_bytes(content[:100])
    run(task, without=BARE)
    assert lost.read_bytes() == content
    assert not list(Path(task["folder"]).rglob(".part-*"))


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (200, [200]),
        (500, [480]),
        (934, [480, 934]),
        (1000, [480, 960]),
        (2399, [480, 960, 1600, 2399]),
        (2600, [480, 960, 1600, 2400]),
    ],
)
def test_an_image_keeps_its_own_width_unless_one_nearly_as_wide_is_made(width, widths):
    assert rendering.widths_of(width) == widths


def test_the_widest_copy_of_a_small_image_has_every_pixel(job):
    task = job(saved(picture((700, 333))))
    result = run(task, without=BARE)
    assert result["widths"] == [480, 700]
    for size in ((480, 228), (700, 333)):
        with Image.open(made(result, task, f"{size[0]}.webp")) as image:
            assert image.size == size


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_each_format_is_rendered(job, format):
    task = job(saved(picture((500, 400)), format))
    result = run(task, without=BARE)
    with Image.open(made(result, task, "480.jpg")) as image:
        assert image.size == (480, 384)


def test_colours_are_brought_to_srgb_and_what_is_transparent_to_white(job):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    clear = Image.new("RGBA", (500, 400), (255, 0, 0, 0))
    for data in (
        saved(clear, "PNG", icc_profile=profile),
        saved(Image.new("CMYK", (500, 400), (0, 0, 0, 0))),
        saved(Image.new("LA", (500, 400), (0, 0)), "PNG"),
    ):
        task = job(data)
        with Image.open(made(run(task, without=BARE), task, "480.jpg")) as image:
            assert image.mode == "RGB"
            assert min(image.getpixel((240, 200))) > 250


RAMP = [(x * 40 + y) % 4000 + 300 for y in range(400) for x in range(500) for _ in range(3)]


@pytest.mark.parametrize("tile", [None, 64])
@pytest.mark.parametrize("without", [(), BARE])
def test_sixteen_bits_need_a_choice_and_get_a_proposal_with_a_preview(job, tile, without):
    task = job(tiff(RAMP, size=(500, 400), bands=3, tile=tile))
    result = run(task, without=without)
    proposal = result["proposal"]
    assert result["widths"] == []
    assert proposal["bands"] == [1, 2, 3]
    assert 300 < proposal["low"] < 420
    assert 4180 < proposal["high"] < 4300
    with Image.open(made(result, task, "preview.jpg")) as image:
        assert image.size == (500, 400)
    chosen = {name: proposal[name] for name in ("bands", "low", "high")}
    final = run(task | chosen, without=without)
    assert final["widths"] == [480]
    assert final["recipe"] != run(task | chosen | {"high": 2000}, without=without)["recipe"]
    low, high = Image.open(made(final, task, "480.jpg")).convert("L").getextrema()
    assert low < 10
    assert high > 245


@pytest.mark.parametrize(
    ("compression", "predictor"),
    [("tiff_lzw", 1), ("tiff_lzw", 2), ("tiff_adobe_deflate", 2), ("packbits", 1), ("zstd", 1), ("lzma", 1)],
)
def test_infrared_is_never_taken_for_transparency(job, compression, predictor):
    layers = [picture((300, 200), "L") for _ in range(3)] + [Image.new("L", (300, 200), 0)]
    options = {"tiffinfo": {317: predictor}} if predictor == 2 else {}
    task = job(saved(Image.merge("RGBA", layers), "TIFF", compression=compression, **options))
    assert run(task, without=BARE)["proposal"] == {"bands": [1, 2, 3], "low": None, "high": None, "count": 4}
    result = run(task | {"bands": [3, 2, 1]}, without=BARE)
    with Image.open(made(result, task, "300.webp")) as image:
        expected = Image.merge("RGB", layers[2::-1])
        shown = [band.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) for band in image.convert("RGB").split()]
        wanted = [band.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) for band in expected.split()]
    assert all(abs(one - two) < 4 for one, two in zip(shown, wanted, strict=True))


def test_grey_of_sixteen_bits_and_floats_are_stretched(job):
    ramp = Image.new("I;16", (256, 64))
    ramp.frombytes(struct.pack("<256H", *range(1000, 3560, 10)) * 64)
    floats = tiff([x / 100 for x in range(256)] * 64, size=(256, 64), bands=1, kind="f")
    for data, low, high in ((saved(ramp, "PNG"), 1000, 3550), (saved(ramp, "TIFF"), 1000, 3550), (floats, 0, 2.55)):
        task = job(data)
        proposal = run(task, without=BARE)["proposal"]
        assert low <= proposal["low"] < proposal["high"] <= high
        result = run(task | {"low": low, "high": high}, without=BARE)
        with Image.open(made(result, task, "256.jpg")) as image:
            assert image.getpixel((1, 30))[0] < 8
            assert abs(image.getpixel((128, 30))[0] - 128) < 8
            assert image.getpixel((254, 30))[0] > 247


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ({"bands": [1, 2, 9], "low": 0, "high": 1}, "each between 1 and 3"),
        ({"bands": [1, 2], "low": 0, "high": 1}, "one band or three"),
        ({"low": 5, "high": 5}, "darkest value below the brightest"),
        ({"bands": [1, 2, 3]}, "choose which values become black and white"),
    ],
)
def test_a_choice_that_does_not_fit_is_refused(job, choice, sentence):
    with pytest.raises(ProcessingFailed, match=sentence):
        run(job(tiff(RAMP, size=(500, 400), bands=3), **choice), without=BARE)


def test_broken_pixels_and_profiles_fail_in_a_sentence(job):
    data = bytearray(saved(picture((400, 400)), "PNG"))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    data[60:90] = b"\0" * 30
    for broken in (bytes(data), saved(picture(), icc_profile=lab), saved(picture(), "WEBP")[:-30]):
        with pytest.raises(ProcessingFailed, match=r"damaged|ends before"):
            run(job(broken), without=BARE)
    assert not list(Path(job(b"x")["folder"]).rglob("*.jpg"))


def test_too_little_memory_and_too_little_time_fail_in_a_sentence(job):
    task = job(saved(Image.new("RGB", (6000, 5000)), "PNG"))
    with pytest.raises(ProcessingFailed, match=r"more memory than is allowed\. Save it smaller\."):
        run(task, memory=170 * 1024 * 1024, without=BARE)
    with pytest.raises(ProcessingFailed, match="longer to process"):
        run(task, wall=0.3)
    assert not [path for path in Path(task["folder"]).rglob(".part-*") if path.suffix == ".jpg"]


@pytest.fixture(scope="module")
def wide():
    return saved(picture((4300, 1100), "L"), quality=70)


def test_tiles_answer_every_canonical_address_with_the_extra_and_without(job, wide):
    for without in ((), BARE):
        task = job(wide, folder=job(b"")["folder"] + str(len(without)))
        result = run(task, without=without)
        assert result["tiles"], result["tiles_note"]
        folder = made(result, task, "iiif")
        wanted = {
            tiles.name(region, scale, 4300, 1100): (region, scale)
            for scale in tiles.scale_factors(4300, 1100)
            for region in tiles.regions(4300, 1100, scale)
        }
        assert {path.relative_to(folder).as_posix() for path in folder.rglob("*.jpg")} == set(wanted)
        for name, ((_, _, width, height), scale) in wanted.items():
            with Image.open(folder / name) as tile:
                assert tile.size == (-(-width // scale), -(-height // scale))
                assert not {"exif", "comment", "icc_profile"} & set(tile.info)
        assert len((folder / "tiles.sha256").read_text().splitlines()) == len(wanted)


def test_tile_names_are_canonical():
    assert tiles.name((0, 0, 512, 512), 1, 4300, 1100) == "0,0,512,512/512,512/0/default.jpg"
    assert tiles.name((4096, 1024, 204, 76), 1, 4300, 1100) == "4096,1024,204,76/204,76/0/default.jpg"
    assert tiles.name((0, 0, 4300, 1100), 16, 4300, 1100) == "full/269,69/0/default.jpg"
    assert tiles.name((0, 0, 300, 200), 1, 300, 200) == "full/max/0/default.jpg"
    assert tiles.scale_factors(4300, 1100) == [1, 2, 4, 8, 16]
    assert tiles.sizes(4300, 1100)[0] == (269, 69)


def test_turned_images_are_tiled_upright(job):
    exif = Image.Exif()
    exif[0x0112] = 6
    image = Image.new("RGB", (4100, 600), "white")
    image.paste("black", (0, 0, 600, 600))
    for without in ((), BARE):
        task = job(saved(image, exif=exif), folder=job(b"")["folder"] + str(len(without)))
        result = run(task, without=without)
        assert (result["width"], result["height"]) == (600, 4100)
        with Image.open(made(result, task, "iiif/0,0,512,512/512,512/0/default.jpg")) as tile:
            assert max(tile.getpixel((250, 250))) < 5


@pytest.mark.parametrize("format", ["PNG", "TIFF", "WEBP", "AVIF"])
def test_every_format_is_tiled_by_the_extra(job, format):
    task = job(saved(Image.linear_gradient("L").resize((4100, 260)).convert("RGB"), format))
    result = run(task)
    assert result["tiles"], result["tiles_note"]
    with Image.open(made(result, task, "iiif/0,0,512,260/512,260/0/default.jpg")) as tile:
        assert tile.getpixel((5, 5))[0] < 15
        assert tile.getpixel((500, 255))[0] > 240


def located(shift, value=120, size=(200, 150), zone=32652):
    """A GeoTIFF of 2 m pixels in UTM, its corner `shift` pixels to the east."""
    pixels = [(x * 3 + value) % 256 for _ in range(size[1]) for x in range(size[0]) for _ in range(3)]
    return placed(pixels, size, (shift, 0), zone)


def placed(pixels, size, shift, zone=32652):
    """A GeoTIFF of these pixels, its corner so many pixels to the east and south of a fixed one."""
    tags = {
        33550: ("d", [2.0, 2.0, 0.0]),
        33922: ("d", [0, 0, 0, 400000.0 + 2 * shift[0], 4300000.0 - 2 * shift[1], 0]),
        34735: ("H", [1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, zone]),
    }
    return tiff(pixels, size=size, bands=3, kind="B", tags=tags.items())


def test_where_a_geotiff_lies_is_read_or_said_not_to_be(job):
    result = run(job(located(0)))
    place = result["georeference"]
    assert (place["crs"], place["gsd"], result["georeference_note"]) == ("EPSG:32652", 2.0, "")
    west, south, east, north = place["bbox"]
    assert 127 < west < east < 129
    assert 38 < south < north < 39
    assert (
        run(job(saved(picture(), "TIFF")))["georeference_note"] == "The file does not say where on the Earth it lies."
    )
    bare = run(job(located(1)), without=BARE)
    assert bare["georeference"] == {}
    assert "no rasterio" in bare["georeference_note"]


def test_a_pair_is_put_on_one_grid(job):
    one, two = job(located(0)), job(located(10, value=150, size=(200, 149)))
    task = {"kind": "align", "folder": one["folder"], "sources": [one, two]}
    result = run(task)
    assert [(each["width"], each["height"]) for each in result["results"]] == [(190, 149)] * 2
    assert result["grid"]["crs"] == "EPSG:32652"
    assert "grid of the first" in result["note"]
    images = [Image.open(Path(one["folder"]) / result["recipe"] / each["sha256"] / "190.webp") for each in (one, two)]
    # Column 0 of the grid is the first image's column 10 and the second's column 0.
    assert abs(images[0].getpixel((20, 70))[0] - (30 * 3 + 120) % 256) < 8
    assert abs(images[1].getpixel((20, 70))[0] - (20 * 3 + 150) % 256) < 8


def test_the_same_place_is_at_the_same_pixel_whatever_the_offset(job):
    grain = Image.frombytes("L", (66, 54), random.Random(1).randbytes(66 * 54))  # noqa: S311
    land = grain.resize((330, 270), Image.Resampling.BICUBIC)
    offset = (7.5, 3.25)  # in pixels: the second is drawn from the same land, but begins elsewhere
    views = [
        land.transform((250, 220), Image.Transform.AFFINE, (1, 0, x, 0, 1, y), Image.Resampling.BILINEAR)
        for x, y in ((0, 0), offset)
    ]
    one, two = (
        job(placed([value for value in view.tobytes() for _ in range(3)], view.size, shift))
        for view, shift in zip(views, ((0, 0), offset), strict=True)
    )
    result = run({"kind": "align", "folder": one["folder"], "sources": [one, two]})
    before, after = (
        Image.open(Path(one["folder"]) / result["recipe"] / each["sha256"] / "242.webp").convert("L")
        for each in (one, two)
    )
    assert before.size == after.size == (242, 216)

    def difference(left, right):
        return ImageStat.Stat(ImageChops.difference(left, right)).mean[0]

    for shift in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        assert difference(before, ImageChops.offset(after, *shift)) > 2 * difference(before, after)
    assert difference(*views) > 5 * difference(before, after)


def test_a_pair_that_cannot_be_put_on_one_grid_says_why(job):
    one, far, nowhere = job(located(0)), job(located(5000)), job(saved(picture(), "TIFF"))
    for pair, without, sentence in (
        ([one, far], (), "do not show the same place"),
        ([one, nowhere], (), "whose files both say where they lie"),
        ([one, one], BARE, "no rasterio"),
    ):
        with pytest.raises(ProcessingFailed, match=sentence):
            run({"kind": "align", "folder": one["folder"], "sources": pair}, without=without)


def test_a_list_of_other_files_named_as_a_tiff_reaches_nothing(job, tmp_path):
    (tmp_path / "secret.tif").write_bytes(located(0))
    inner = f"<SourceFilename>{tmp_path}/secret.tif</SourceFilename>"
    vrt = f'<VRTDataset rasterXSize="9" rasterYSize="9">{inner}</VRTDataset>'
    with pytest.raises(ProcessingFailed, match="not a JPEG, PNG"):
        run(job(vrt.encode()))


def test_a_result_is_plain_json(job):
    assert json.loads(json.dumps(run(job(saved(picture()))))).keys() >= {"recipe", "widths", "tools", "likeness"}
