"""What a file says beside its pixels that could betray somebody: told to the editor, never to readers."""

import re
from typing import Any, BinaryIO

from hearings.imaging.facts import Container, ImageRefused
from hearings.imaging.ifd import Directories, number
from hearings.imaging.reading import Reader

GPS_IFD, EXIF_IFD, ORIENTATION = 34853, 34665, 274
NAMES = {315, 33432, 40093, 42032}  # artist, copyright, author, owner of the camera
SERIALS = {42033, 42037, 50735}
KEPT = "Readers never get that; the original stays private."

GPS = f"The file says where it was taken (GPS). {KEPT}"
NAME = f"The file names a person (artist, author or owner of the camera). {KEPT}"
SERIAL = f"The file holds the serial number of a camera or lens. {KEPT}"
THUMBNAIL = f"The file holds a small preview of itself, which may show what was cropped away. {KEPT}"
COMMENT = f"The file holds a comment or other text. {KEPT}"
MAKER = f"The file holds notes of the camera's maker, which nobody else can read. {KEPT}"
TRAILER = f"The file goes on after the end of the image, which no image needs. {KEPT}"
UNREADABLE = f"The file holds metadata that cannot be read. {KEPT}"

XMP_SIGNS = {
    GPS: re.compile(rb"exif:GPS|GPSLatitude|GPSLongitude|Iptc4xmpExt:LocationCreated"),
    NAME: re.compile(
        rb"dc:creator|photoshop:AuthorsPosition|tiff:Artist|aux:OwnerName|exifEX:CameraOwnerName|CreatorContactInfo"
    ),
    SERIAL: re.compile(rb"SerialNumber"),
    THUMBNAIL: re.compile(rb"xmp:Thumbnails|xmpGImg:image"),
}
IPTC_NAME = re.compile(rb"\x1c\x02[\x50\x55\x7a\x76]")  # by-line, its title, writer, contact


def read_exif(file: BinaryIO, *, is_tiff: bool = False) -> tuple[int, list[str]]:
    """The orientation (1 to 8; 1 where none is stated) and the sentences for the editor, from EXIF.

    EXIF is a TIFF (CIPA DC-008); a TIFF file holds the same tags beside its picture, and no preview after them.
    """
    notes: list[str] = []
    try:
        directories = Directories(Reader(file))
        tags, following = directories.read(directories.first)
        orientation = number(tags, ORIENTATION, 1)
        notes += _notes_of(tags)
        if number(tags, EXIF_IFD):
            notes += _notes_of(directories.read(number(tags, EXIF_IFD))[0])
        if following and not is_tiff:
            notes.append(THUMBNAIL)
    except ImageRefused:
        return 1, [*notes, UNREADABLE]
    return orientation if 1 <= orientation <= 8 else 1, notes


def _notes_of(tags: dict[int, Any]) -> list[str]:
    found = {
        GPS: bool(number(tags, GPS_IFD)),
        NAME: any(_says_something(tags.get(tag)) for tag in NAMES),
        SERIAL: any(_says_something(tags.get(tag)) for tag in SERIALS),
        MAKER: 37500 in tags,
        COMMENT: any(_says_something(tags.get(tag)) for tag in (270, 37510, 40092)),
    }
    return [sentence for sentence, there in found.items() if there]


def _says_something(value: Any) -> bool:
    return bool(value and (not isinstance(value, bytes) or value.strip(b"\x00 ")))


def notes_on(found: Container, exif_notes: list[str], trailer: bytes) -> tuple[str, ...]:
    """Every sentence that the editor is told about a file, once each."""
    notes = list(exif_notes)
    notes += [sentence for sentence, sign in XMP_SIGNS.items() if sign.search(found.xmp)]
    if IPTC_NAME.search(found.iptc):
        notes.append(NAME)
    if found.has_comment:
        notes.append(COMMENT)
    if trailer.strip(b"\x00\r\n "):
        notes.append(TRAILER)
    return tuple(dict.fromkeys(notes))
