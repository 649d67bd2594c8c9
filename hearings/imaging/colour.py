"""Colours as readers see them: sRGB without a profile, white where the image was transparent."""

import io

from PIL import Image, ImageCms


def flat(image: Image.Image) -> Image.Image:
    """Colours or greys instead of a palette; what is transparent in an alpha channel."""
    if image.has_transparency_data and image.mode not in {"LA", "RGBA"}:
        return image.convert("LA" if image.mode == "L" else "RGBA")
    return image.convert("RGB") if image.mode in {"P", "1"} else image


def to_srgb(image: Image.Image) -> Image.Image:
    """RGB pixels in sRGB by the image's own colour profile, white where transparent, nothing beside them.

    ImageCms.PyCMSError where the profile does not fit the pixels.
    """
    profile = image.info.get("icc_profile")
    image = flat(image)
    alpha = image.getchannel("A") if image.mode in {"LA", "RGBA"} else None
    if image.mode in {"LA", "RGBA", "I;16", "I", "F"}:
        image = image.convert("L" if image.mode == "LA" else "RGB")
    if profile:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    pixels = image.convert("RGB")
    if alpha:
        pixels = Image.composite(pixels, Image.new("RGB", pixels.size, "white"), alpha)
    pixels.info = {}
    return pixels
