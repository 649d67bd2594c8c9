"""Whether the optional libraries are installed, without loading them."""

from importlib.util import find_spec


def has_vips() -> bool:
    """pyvips: very large pyramids, and images above 100 million pixels."""
    return find_spec("pyvips") is not None


def has_rasterio() -> bool:
    """rasterio: where a GeoTIFF lies, and pairs on one grid."""
    return find_spec("rasterio") is not None
