"""Bounded reading of a file that may lie about itself."""

from typing import BinaryIO

from hearings.imaging.facts import ImageRefused

CHUNK = 1024 * 1024
MAX_METADATA = 16 * 1024 * 1024

SHORT = "The file ends before the image does. Get it again from its source, or save it anew, and upload that."
BROKEN = "The file is damaged: its parts do not fit together. Open it in an image program and save it anew."
HEAVY_METADATA = (
    "The file carries more than 16 MB beside its pixels (profiles, comments, thumbnails). "
    "Save a copy without metadata and upload that."
)


class Reader:
    """Reads from any place of a file, never past its end and never much at once."""

    def __init__(self, file: BinaryIO):
        self.file = file
        self.size = file.seek(0, 2)
        self.metadata = 0

    def at(self, offset: int, length: int) -> bytes:
        """Exactly `length` bytes from `offset`; ImageRefused where the file has fewer."""
        if offset < 0 or length < 0 or offset + length > self.size:
            raise ImageRefused(SHORT)
        self.file.seek(offset)
        data = self.file.read(length)
        if len(data) != length:
            raise ImageRefused(SHORT)
        return data

    def count_metadata(self, length: int) -> None:
        """Count what is not pixels; ImageRefused above 16 MB in all."""
        self.metadata += length
        if self.metadata > MAX_METADATA:
            raise ImageRefused(HEAVY_METADATA)

    def chunks(self, offset: int, length: int):
        """The bytes from `offset`, a megabyte at a time."""
        for start in range(offset, offset + length, CHUNK):
            yield self.at(start, min(CHUNK, offset + length - start))
