"""Two georeferenced images on one grid and with one stretch, so that nothing seems to move between them."""

import math
from pathlib import Path
from typing import Any

from PIL import Image

from hearings.imaging import geotiff
from hearings.imaging.bands import Choice, check_bands, percentiles
from hearings.imaging.facts import ImageRefused
from hearings.imaging.geotiff import rasterio

if rasterio:
    import numpy
    from rasterio.transform import Affine
    from rasterio.warp import Resampling, reproject, transform_bounds

LONGEST = 4000  # a longer grid is coarsened, so that the pair needs no tiles and little memory
LEAST = 64
NO_RASTERIO = "The images could not be put on one grid: this server has no rasterio."
NOT_BOTH = "The images could not be put on one grid: only those whose files both say where they lie can be."
APART = "The images could not be put on one grid: they do not show the same place."
UNLIKE = (
    "The images could not be given one stretch: their pixels are of different kinds. They are shown each by itself."
)
ALIGNED = "Both images are on the grid of the first, cut to what both show, with one stretch."


class NotAligned(Exception):
    """The pair cannot be put on one grid; the message is the sentence for the reader."""


def align(first: Path, second: Path, choices: list[Choice | None]) -> tuple[list[Image.Image], dict[str, Any], str]:
    """Both images as RGB on one grid, the grid (crs, transform, width, height), and the sentence for the reader.

    The grid is the first image's, cut to what both cover; the second is resampled bilinearly. Where the choices give no
    stretch, 8-bit values stand and deeper ones go from the 2nd to the 98th percentile of both. NotAligned if that
    cannot be.
    """
    if not rasterio:
        raise NotAligned(NO_RASTERIO)
    try:
        with (
            rasterio.open(first, driver="GTiff", sharing=False) as one,
            rasterio.open(second, driver="GTiff", sharing=False) as two,
        ):
            if None in (one.crs, two.crs) or one.transform.is_identity or two.transform.is_identity:
                raise NotAligned(NOT_BOTH)
            if one.dtypes[0] != two.dtypes[0]:
                raise NotAligned(UNLIKE)
            grid = common_grid(one, two)
            chosen = [
                choice or Choice((1, 2, 3) if image.count >= 3 else (1,))
                for choice, image in zip(choices, (one, two), strict=True)
            ]
            arrays = [warp(image, choice, grid) for image, choice in zip((one, two), chosen, strict=True)]
    except rasterio.errors.RasterioError as error:
        raise NotAligned(NOT_BOTH) from error
    low, high = chosen[0].low, chosen[0].high
    if low is None and arrays[0].dtype != numpy.uint8:
        low, high = percentiles([value for array in arrays for value in sample(array)])
    images = [to_image(array, low, high) for array in arrays]
    return images, {**grid, "crs": geotiff.name_of(grid["crs"]), "transform": list(grid["transform"])[:6]}, ALIGNED


def common_grid(one: Any, two: Any) -> dict[str, Any]:
    """The first image's grid, cut to whole pixels that both cover; NotAligned if that is next to nothing."""
    bounds = transform_bounds(two.crs, one.crs, *two.bounds)
    back = ~one.transform
    corners = [back * (x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
    columns, rows = [corner[0] for corner in corners], [corner[1] for corner in corners]
    left, right = max(0, math.ceil(min(columns) - 1e-6)), min(one.width, math.floor(max(columns) + 1e-6))
    top, bottom = max(0, math.ceil(min(rows) - 1e-6)), min(one.height, math.floor(max(rows) + 1e-6))
    if right - left < LEAST or bottom - top < LEAST:
        raise NotAligned(APART)
    coarser = max(1.0, max(right - left, bottom - top) / LONGEST)
    return {
        "crs": one.crs,
        "transform": one.transform * Affine.translation(left, top) * Affine.scale(coarser),
        "width": int((right - left) / coarser),
        "height": int((bottom - top) / coarser),
    }


def warp(image: Any, choice: Choice, grid: dict[str, Any]) -> Any:
    """The chosen bands of an image on the grid, as an array of bands, rows and columns."""
    try:
        check_bands(choice, image.count)
    except ImageRefused as error:
        raise NotAligned(str(error)) from error
    array = numpy.zeros((len(choice.bands), grid["height"], grid["width"]), image.dtypes[0])
    reproject(
        rasterio.band(image, list(choice.bands)),
        array,
        dst_transform=grid["transform"],
        dst_crs=grid["crs"],
        resampling=Resampling.bilinear,
        warp_mem_limit=64,
    )
    return array


def sample(array: Any) -> list[float]:
    """Some values of an array, those that stand for nothing left out."""
    flat = array.reshape(-1)
    flat = flat[:: max(1, flat.size // 200_000)]
    return [float(value) for value in flat[(flat != 0) & numpy.isfinite(flat)]]


def to_image(array: Any, low: float | None, high: float | None) -> Image.Image:
    """8-bit RGB of an array, its values from `low` to `high` stretched where they are given."""
    if low is not None:
        scaled = (array.astype("float32") - low) * (255 / (high - low)) + 0.5
        array = numpy.nan_to_num(scaled).clip(0, 255).astype("uint8")
    layers = [Image.fromarray(numpy.ascontiguousarray(layer)) for layer in array]
    return Image.merge("RGB", layers if len(layers) == 3 else layers * 3)
