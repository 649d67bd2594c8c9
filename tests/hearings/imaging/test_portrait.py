"""Which photos are taken as portraits, and that the public copy carries nothing but pixels."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms

from hearings.imaging import ImageRefused, inspect, web_copy
from tests.factories import make_image


def png_that_claims(width, height):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def opened(data):
    return Image.open(io.BytesIO(data))


def test_the_facts_of_a_file_are_read():
    facts = inspect(make_image(size=(320, 240)), "before.JPG")
    assert (facts.media_type, facts.width, facts.height) == ("image/jpeg", 320, 240)
    assert len(facts.sha256) == 64


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.jpg", "is empty"),
        (b"<html>", "a.jpg", "not a JPEG, PNG or WebP"),
        (b"%!PS-Adobe-3.0 EPSF-3.0", "a.png", "not a JPEG, PNG or WebP"),
        (make_image(format="PNG"), "a.jpg", "Rename it to end in .png"),
        (make_image(format="TIFF"), "a.tif", "not a JPEG, PNG or WebP"),
        (make_image(size=(2100, 100)), "a.jpg", "too narrow a strip"),
        (png_that_claims(9000, 9000), "a.png", "81 million pixels"),
        (png_that_claims(60000, 60000), "a.png", "3600 million pixels"),
        (b"x" * (20 * 1024 * 1024 + 1), "a.jpg", "at most 20 MB"),
    ],
    ids=["empty", "html", "eps", "wrong ending", "tiff", "strip", "large", "bomb", "heavy"],
)
def test_what_is_not_taken_is_refused_in_a_sentence(data, name, sentence):
    with pytest.raises(ImageRefused, match=sentence):
        inspect(data, name)


def test_sixteen_bit_and_animated_images_are_refused():
    out = io.BytesIO()
    Image.new("I;16", (50, 50)).save(out, "PNG")
    with pytest.raises(ImageRefused, match="more than 8 bits"):
        inspect(out.getvalue(), "a.png")
    out = io.BytesIO()
    frames = [Image.new("RGB", (50, 50), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    with pytest.raises(ImageRefused, match="animated"):
        inspect(out.getvalue(), "a.webp")


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_file_that_ends_early_is_refused(format):
    noise = Image.effect_noise((400, 400), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, format)
    with pytest.raises(ImageRefused, match=r"damaged|not a JPEG"):
        web_copy(out.getvalue()[: len(out.getvalue()) // 2])


def test_the_public_copy_carries_no_metadata():
    exif = Image.Exif()
    exif[0x010F] = "Secret camera"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = make_image(exif=exif, comment=b"Secret comment", icc_profile=profile)
    assert b"Secret camera" in data
    copy = web_copy(data)
    assert b"Secret" not in copy
    assert not opened(copy).getexif()
    assert set(opened(copy).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}


def test_the_public_copy_is_upright_and_at_most_1600_wide():
    exif = Image.Exif()
    exif[0x0112] = 6
    assert opened(web_copy(make_image(size=(320, 240), exif=exif))).size == (240, 320)
    assert opened(web_copy(make_image(size=(3200, 1200)))).size == (1600, 600)


def test_transparency_becomes_white_and_cmyk_becomes_rgb():
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(web_copy(out.getvalue())).getpixel((5, 5)) == (255, 255, 255)
    out = io.BytesIO()
    Image.new("CMYK", (20, 20), (0, 255, 255, 0)).save(out, "JPEG")
    assert opened(web_copy(out.getvalue())).mode == "RGB"


def test_a_profile_that_does_not_fit_is_refused():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    with pytest.raises(ImageRefused, match="colour profile"):
        web_copy(make_image(icc_profile=lab))


def test_a_phones_photo_that_carries_a_second_picture_is_taken_as_the_photo():
    out = io.BytesIO()
    photo, second = Image.new("RGB", (60, 40), "red"), Image.new("RGB", (30, 20), "blue")
    photo.save(out, "MPO", save_all=True, append_images=[second])
    assert inspect(out.getvalue(), "photo.jpg").media_type == "image/jpeg"
    assert opened(web_copy(out.getvalue())).size == (60, 40)
