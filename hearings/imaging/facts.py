"""What is known of an image file before anybody decodes it, and how a file is refused."""

from dataclasses import dataclass, field


class ImageRefused(Exception):
    """A file that is not taken; the message is a sentence that says what to do."""


@dataclass
class Container:
    """What the container of a file says: pixels as stored, samples, and the metadata that it carries.

    `bands` counts stored samples a pixel, `bit_depth` is bits a sample. `extra_bands` are samples beyond what the
    colour model explains; `pages` counts pictures. `end` is the offset where the picture ends.
    """

    format: str
    width: int = 0
    height: int = 0
    mode: str = "RGB"
    bands: int = 3
    bit_depth: int = 8
    is_float: bool = False
    extra_bands: int = 0
    pages: int = 1
    end: int = 0
    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""
    has_comment: bool = False

    @property
    def needs_stretch(self) -> bool:
        """Whether its values mean no brightness by themselves; those of an AVIF do, at any depth."""
        return self.bit_depth > 8 and self.format in {"TIFF", "PNG"}


@dataclass(frozen=True)
class ImageFacts:
    """Of the file as received: SHA-256 in hex, media type, bytes; width and height in pixels, upright.

    `mode` is the colour model (1, L, P, RGB, RGBA, LA, CMYK, YCbCr, F), `bands` the samples a pixel, `bit_depth` bits a
    sample. `needs_stretch` and `needs_bands` say that it cannot be shown before somebody has chosen which values are
    black and white, and which bands are red, green and blue. `notes` are sentences for the editor.
    """

    sha256: str
    media_type: str
    byte_size: int
    width: int
    height: int
    mode: str = "RGB"
    bands: int = 3
    bit_depth: int = 8
    needs_stretch: bool = False
    needs_bands: bool = False
    notes: tuple[str, ...] = field(default=())
