"""What is taken and what is refused, each in one sentence, without decoding a pixel and in bounded memory."""

import io
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from hearings.imaging.facts import ImageRefused
from hearings.imaging.intake import inspect
from tests.hearings.imaging.samples import chunk, directory, picture, png, saved, tiff

SHARED = Path("..") / "shared" / "images"
TAKEN = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "TIFF": ".tif", "AVIF": ".avif"}
GRADIENT = [value * 37 % 65536 for value in range(40 * 30 * 3)]


def refusal(data, name):
    with pytest.raises(ImageRefused) as caught:
        inspect(io.BytesIO(data), name)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "Error" not in sentence
    return sentence


@pytest.mark.parametrize(("format", "ending"), TAKEN.items())
def test_each_format_is_taken_with_its_facts(format, ending):
    data = saved(picture((321, 123)), format)
    facts = inspect(io.BytesIO(data), "Before" + ending.upper())
    assert (facts.width, facts.height, facts.bands, facts.bit_depth) == (321, 123, 3, 8)
    assert facts.media_type == "image/" + format.lower()
    assert facts.byte_size == len(data)
    assert not facts.needs_stretch
    assert not facts.needs_bands
    assert facts.notes == ()


@pytest.mark.parametrize("format", TAKEN)
def test_an_ending_that_says_otherwise_is_refused(format):
    assert f"Rename it to end in {TAKEN[format]}." in refusal(saved(picture(), format), "before.gif")


@pytest.mark.parametrize("format", TAKEN)
def test_a_file_that_ends_early_is_refused(format):
    data = saved(picture((400, 400)), format)
    for length in (len(data) // 2, len(data) * 9 // 10, len(data) - 3):
        assert "upload" in refusal(data[:length], "a" + TAKEN[format]) or "anew" in refusal(
            data[:length], "a" + TAKEN[format]
        )


HEIF = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40
NO_IMAGES = {
    "html": b"<html><script>alert(1)</script>",
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "vrt": b'<VRTDataset rasterXSize="1" rasterYSize="1"/>',
    "psd": b"8BPS\0\x01" + b"\0" * 40,
    "gif": b"GIF89a\x01\0\x01\0" + b"\0" * 40,
    "heif": HEIF,
    "one byte": b"x",
}


@pytest.mark.parametrize("data", NO_IMAGES.values(), ids=NO_IMAGES)
@pytest.mark.parametrize("ending", TAKEN.values())
def test_what_is_no_image_of_ours_is_refused_whatever_its_name(data, ending):
    assert refusal(data, "a" + ending).startswith("The file is not a JPEG, PNG, WebP, TIFF or AVIF image.")


def test_an_empty_file_is_refused():
    assert refusal(b"", "a.jpg") == "The file is empty. Choose the image again."


def test_a_bomb_is_refused_and_a_flat_picture_is_not():
    row = b"\0" * (1 + 13000 * 3)
    packer = zlib.compressobj(9)
    pixels = b"".join(packer.compress(row) for _ in range(13000)) + packer.flush()
    bomb = png(13000, 13000, pixels=pixels)
    with pytest.raises(ImageRefused, match="packed so tightly"):
        inspect(io.BytesIO(bomb), "a.png", pixel_limit=500_000_000)
    with pytest.raises(ImageRefused, match="169 million pixels; at most 100"):
        inspect(io.BytesIO(bomb), "a.png", pixel_limit=100_000_000)
    flat = saved(Image.new("RGB", (3000, 3000), "white"), "PNG")
    assert inspect(io.BytesIO(flat), "map.png").width == 3000


def test_too_many_pixels_and_too_narrow_a_strip_are_refused():
    assert "million pixels" in refusal(png(50000, 50000), "a.png")
    assert "too narrow a strip" in refusal(png(1, 30000), "a.png")
    assert "damaged" in refusal(png(0, 10), "a.png")


@pytest.mark.parametrize("kind", [b"iCCP", b"zTXt", b"iTXt"])
def test_a_packed_text_that_grows_is_refused_unopened(kind):
    packed = zlib.compress(b"\0" * 30_000_000, 9)
    head = b"x\0\x01\0\0\0" if kind == b"iTXt" else b"x\0\0"
    data = png(64, 64, extra=chunk(kind, head + packed))
    tracemalloc.start()
    try:
        assert "Save a copy without metadata" in refusal(data, "a.png")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_metadata_heavier_than_any_image_needs_is_refused():
    segment = b"\xff\xe3\xff\xff" + b"\0" * 65533
    data = saved(picture())
    assert "more than 16 MB beside its pixels" in refusal(data[:2] + segment * 300 + data[2:], "a.jpg")


@pytest.mark.parametrize("format", ["WEBP", "PNG", "TIFF", "AVIF"])
def test_animated_and_many_paged_files_are_refused(format):
    frames = [picture((64, 64)), picture((64, 64)).rotate(90)]
    data = saved(frames[0], format, save_all=True, append_images=frames[1:])
    assert "Save the one picture that was shown" in refusal(data, "a" + TAKEN[format])


def test_a_tiff_with_smaller_copies_and_a_mask_is_one_picture():
    small = directory({254: ("I", [1]), 256: ("I", [1]), 257: ("I", [1]), 273: ("I", [8]), 279: ("I", [1])}, 0)
    data = tiff([7] * 64 * 48, size=(64, 48), bands=1, kind="B")
    at = len(data)
    place = data.rindex(b"\0\0\0\0")
    chained = data[:place] + struct.pack("<I", at) + data[place + 4 :] + small
    assert inspect(io.BytesIO(chained), "a.tif").width == 64


def test_directories_in_a_circle_are_refused():
    data = tiff([7] * 64, size=(8, 8), bands=1, kind="B")
    start = struct.unpack("<I", data[4:8])[0]
    place = data.rindex(b"\0\0\0\0")
    assert "damaged" in refusal(data[:place] + struct.pack("<I", start) + data[place + 4 :], "a.tif")


def test_bits_a_sample_that_are_no_whole_number_are_refused():
    data = tiff([7] * 64, size=(8, 8), bands=1, kind="B", tags={258: ("f", [0.5])}.items())
    assert "samples of a kind that is not known here" in refusal(data, "a.tif")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (tiff(GRADIENT, size=(40, 30), bands=3), ("RGB", 3, 16, True, False)),
        (tiff(GRADIENT[:2400], size=(40, 30), bands=2), ("I;16", 2, 16, True, True)),
        (tiff([1.5] * 1200, size=(40, 30), bands=1, kind="f"), ("F", 1, 32, True, False)),
        (tiff([9] * 4800, size=(40, 30), bands=4, kind="B"), ("RGB", 4, 8, False, True)),
    ],
    ids=["16 bits", "two bands of 16 bits", "float", "infrared as alpha"],
)
def test_what_cannot_be_shown_as_it_is_asks_for_a_choice(data, expected):
    facts = inspect(io.BytesIO(data), "a.tif")
    assert (facts.mode, facts.bands, facts.bit_depth, facts.needs_stretch, facts.needs_bands) == expected


def test_other_colours_are_taken_as_what_they_are():
    assert inspect(saved(picture(mode="CMYK")), "a.jpg").mode == "CMYK"
    assert inspect(saved(picture(mode="RGBA"), "PNG"), "a.png").mode == "RGBA"
    assert inspect(saved(picture(mode="L").convert("P"), "PNG"), "a.png").mode == "P"
    assert inspect(saved(Image.new("I;16", (50, 50)), "PNG"), "a.png").needs_stretch


def test_the_size_is_that_of_the_upright_image():
    exif = Image.Exif()
    exif[0x0112] = 6
    for format in ("JPEG", "PNG", "WEBP", "TIFF"):
        facts = inspect(saved(picture(), format, exif=exif), "a" + TAKEN[format])
        assert (facts.width, facts.height) == (240, 320), format


def test_the_editor_is_told_what_the_file_says_beside_its_pixels():
    exif = Image.Exif()
    exif[315] = "Somebody"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8769)[0xA431] = "12345"
    notes = " ".join(inspect(saved(picture(), exif=exif, comment=b"<?php"), "a.jpg").notes)
    for words in ("where it was taken (GPS)", "names a person", "serial number", "a comment"):
        assert words in notes
    assert notes.count("Readers never get that; the original stays private.") == 4
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>1</exif:GPSLatitude></x:xmpmeta>'
    for format in ("JPEG", "WEBP", "AVIF", "PNG"):
        options = {"xmp": xmp} if format != "PNG" else {"exif": exif}
        assert "GPS" in " ".join(inspect(saved(picture(), format, **options), "a" + TAKEN[format]).notes), format


def test_what_follows_the_image_is_told_and_metadata_that_cannot_be_read_too():
    assert "goes on after the end" in inspect(saved(picture()) + b"<script>", "a.jpg").notes[0]
    assert inspect(saved(picture()) + b"\0\0", "a.jpg").notes == ()
    assert "cannot be read" in inspect(saved(picture(), exif=b"Exif\0\0nonsense"), "a.jpg").notes[0]


def test_the_second_picture_of_a_phones_photo_is_no_page():
    data = saved(picture(), "MPO", save_all=True, append_images=[picture()])
    assert inspect(data, "a.jpg").media_type == "image/jpeg"


def test_a_colour_profile_of_another_kind_is_left_to_processing():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    assert inspect(saved(picture(), icc_profile=lab), "a.jpg").width == 320


HONEST = [saved(picture((40, 30)), format) for format in TAKEN] + [tiff(GRADIENT, size=(40, 30), bands=3)]
HONEST += [saved(picture((40, 30)), "TIFF", compression="tiff_lzw", big_tiff=True)]


@settings(max_examples=300, deadline=None)
@given(
    data=st.sampled_from(HONEST),
    changes=st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), max_size=6),
    length=st.integers(0, 1 << 16),
    ending=st.sampled_from(sorted(TAKEN.values())),
)
def test_changed_and_shortened_files_are_taken_or_refused_and_nothing_else(data, changes, length, ending):
    changed = bytearray(data)
    for place, value in changes:
        changed[place % min(len(changed), 400)] = value
    for name in {ending, *TAKEN.values()}:
        try:
            facts = inspect(bytes(changed[: max(length, 20)]), "a" + name)
        except ImageRefused:
            continue
        assert facts.width * facts.height <= 500_000_000


@settings(max_examples=200, deadline=None)
@given(head=st.sampled_from([data[:12] for data in HONEST] + [b""]), tail=st.binary(max_size=2000))
def test_random_bytes_are_refused(head, tail):
    for name in TAKEN.values():
        try:
            inspect(head + tail, "a" + name)
        except ImageRefused as error:
            assert str(error).endswith(".")  # noqa: PT017
