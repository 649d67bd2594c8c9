"""The same picture saved twice is recognised; other pictures are not taken for it."""

import io
import random

import pytest
from PIL import Image, ImageEnhance

from hearings.imaging.likeness import difference_hash, distance, is_twin
from tests.hearings.imaging.samples import saved


def noise(seed):
    """Broad noise, the same for the same seed."""
    values = random.Random(seed).randbytes(24 * 18)  # noqa: S311
    return Image.frombytes("L", (24, 18), values).resize((800, 600), Image.Resampling.BICUBIC)


@pytest.fixture(scope="module")
def scene():
    return Image.merge("RGB", [noise(1), noise(2), noise(1)])


def test_a_twin_saved_anew_scaled_or_brightened_is_recognised(scene):
    first = difference_hash(scene)
    assert len(first) == 16
    twins = [Image.open(io.BytesIO(saved(scene, quality=quality))) for quality in (15, 40, 90)]
    twins += [scene.resize((400, 300)), scene.resize((1600, 1200)), scene.convert("L")]
    twins += [ImageEnhance.Brightness(scene).enhance(1.1), scene.crop((3, 3, 797, 597))]
    assert all(is_twin(first, difference_hash(twin)) for twin in twins)


def test_another_picture_is_no_twin(scene):
    others = [scene.transpose(turn) for turn in (Image.Transpose.ROTATE_180, Image.Transpose.FLIP_LEFT_RIGHT)]
    others += [noise(seed) for seed in range(3, 9)]
    assert not any(is_twin(difference_hash(scene), difference_hash(other)) for other in others)


def test_distance_counts_bits():
    assert distance("0000000000000000", "ffffffffffffffff") == 64
    assert distance("000000000000000f", "0000000000000001") == 3
