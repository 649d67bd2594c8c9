"""Where a GeoTIFF lies on the Earth, by rasterio where it is installed; never outside the child process."""

import os
from pathlib import Path
from typing import Any

# Before GDAL is loaded: it is to read this one file, and nothing beside it, below it or on a network.
HARDENED = {
    "GDAL_SKIP": "VRT",
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "GDAL_PAM_ENABLED": "NO",
    "GDAL_HTTP_MAX_RETRY": "0",
    "GDAL_HTTP_TIMEOUT": "1",
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
    "CPL_CURL_ENABLE_VSIMEM": "NO",
    "GTIFF_HONOUR_NEGATIVE_SCALEY": "NO",
    "PROJ_NETWORK": "OFF",
    "GDAL_NUM_THREADS": "1",
    "GDAL_CACHEMAX": "64",
}
os.environ.update(HARDENED)

try:
    import rasterio
    import rasterio.errors
    from rasterio.warp import transform_bounds
except ImportError:  # the optional extra is not installed
    rasterio = None

NO_RASTERIO = "Where the image lies was not read: this server has no rasterio. Type the coordinates and the resolution."
NO_PLACE = "The file does not say where on the Earth it lies."
NO_GEOTIFF = "The file says something about its place that cannot be read."
EARTH = 111_320.0  # metres in a degree of latitude


def version() -> str:
    """rasterio's version and GDAL's; empty where they are not installed."""
    return f"{rasterio.__version__} (GDAL {rasterio.__gdal_version__})" if rasterio else ""


def facts(path: Path) -> tuple[dict[str, Any], str]:
    """Where a TIFF lies and an empty string; or {} and a sentence that says why that is not known.

    `crs` is EPSG:n, or WKT where it has no number; `bbox` west, south, east, north in WGS 84; `gsd` metres a pixel;
    `transform` the affine coefficients a to f (x = a column + b row + c, y = d column + e row + f).
    """
    if not rasterio:
        return {}, NO_RASTERIO
    try:
        with rasterio.open(path, driver="GTiff", sharing=False) as image:
            if image.crs is None or image.transform.is_identity:
                return {}, NO_PLACE
            bbox = transform_bounds(image.crs, "EPSG:4326", *image.bounds)
            return {
                "crs": name_of(image.crs),
                "bbox": [round(value, 7) for value in bbox],
                "gsd": round(ground_size(image, bbox), 4),
                "transform": list(image.transform)[:6],
            }, ""
    except (rasterio.errors.RasterioError, ValueError, OverflowError):
        return {}, NO_GEOTIFF


def name_of(crs: Any) -> str:
    """`EPSG:n` where the reference system has such a number, else its description as WKT."""
    code = crs.to_epsg()
    return f"EPSG:{code}" if code else crs.to_wkt()


def ground_size(image: Any, bbox: tuple[float, float, float, float]) -> float:
    """Metres a pixel in the middle of the image, from north to south.

    Web Mercator stretches with the latitude and degrees are no metres, so for these it is measured on the globe.
    """
    pixel = (image.transform.d**2 + image.transform.e**2) ** 0.5
    if image.crs.is_projected and image.crs.to_epsg() != 3857:
        return pixel * image.crs.linear_units_factor[1]
    return (bbox[3] - bbox[1]) * EARTH / image.height
