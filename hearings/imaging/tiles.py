"""Tile pyramids as static files of the IIIF Image API 3.0, level 0: every address in its canonical form."""

import math
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from hearings.imaging import files, large
from hearings.imaging.bands import Choice
from hearings.imaging.colour import flat, to_srgb
from hearings.imaging.rendering import Source

TILE = 512
EDGE = 4000
PILLOW_PIXELS = 8192 * 8192
QUALITY = 82
NO_NEED = "Tiles are made only for images with an edge above 4,000 pixels."
NO_VIPS = (
    "No tiles were made: the image is too large for this server without pyvips. "
    "Readers see it at most 2,400 pixels wide."
)


def scale_factors(width: int, height: int) -> list[int]:
    """1, 2, 4 and so on, until the whole image fits into one tile."""
    count = max(0, math.ceil(math.log2(max(width, height) / TILE)))
    return [2**power for power in range(count + 1)]


def sizes(width: int, height: int) -> list[tuple[int, int]]:
    """The whole image at each scale, the smallest first: `sizes` of info.json."""
    return [(math.ceil(width / scale), math.ceil(height / scale)) for scale in reversed(scale_factors(width, height))]


def name(region: tuple[int, int, int, int], scale: int, width: int, height: int) -> str:
    """The canonical address of a tile: `region/size/0/default.jpg`, `full` and `max` where they say the same."""
    left, top, wide, high = region
    size = f"{math.ceil(wide / scale)},{math.ceil(high / scale)}"
    if (wide, high) == (width, height):
        return f"full/{'max' if scale == 1 else size}/0/default.jpg"
    return f"{left},{top},{wide},{high}/{size}/0/default.jpg"


def regions(width: int, height: int, scale: int) -> Iterator[tuple[int, int, int, int]]:
    """Left, top, width and height of each tile at a scale, in pixels of the whole image."""
    step = TILE * scale
    for top in range(0, height, step):
        for left in range(0, width, step):
            yield left, top, min(step, width - left), min(step, height - top)


def make_tiles(source: Source, choice: Choice | None, folder: Path) -> str:
    """Make `folder/iiif` unless it is there; an empty string, or a sentence that says why there are no tiles."""
    if max(source.width, source.height) <= EDGE:
        return NO_NEED
    target = folder / "iiif"
    if target.exists():
        return ""
    if not large.pyvips and source.width * source.height > PILLOW_PIXELS:
        return NO_VIPS
    folder.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=".part-iiif-", dir=folder))
    try:
        if large.pyvips:
            _by_vips(source, choice, temporary)
        else:
            _by_pillow(source, choice, temporary)
        _write_list(temporary)
        temporary.chmod(0o750)
        temporary.replace(target)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return ""


def _by_pillow(source: Source, choice: Choice | None, folder: Path) -> None:
    image = source.turn(source.whole(choice))
    profile = image.info.get("icc_profile")
    image = flat(image)
    for scale in scale_factors(source.width, source.height):
        if scale > 1:  # by way of a file, so that the whole and its half are never both in memory
            mode, size = image.mode, (math.ceil(image.width / 2), math.ceil(image.height / 2))
            with tempfile.TemporaryFile(dir=folder) as half:
                for top in range(0, image.height, 2 * TILE):
                    box = (0, top, image.width, min(top + 2 * TILE, image.height))
                    half.write(image.reduce(2, box).tobytes())
                del image
                half.seek(0)
                image = Image.frombytes(mode, size, half.read())
        for region in regions(source.width, source.height, scale):
            left, top, wide, high = region
            box = (left // scale, top // scale, math.ceil((left + wide) / scale), math.ceil((top + high) / scale))
            tile = image.crop(box)
            tile.info = {"icc_profile": profile} if profile else {}
            _save(to_srgb(tile), folder / name(region, scale, source.width, source.height))


def _save(tile: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    tile.save(path, "JPEG", quality=QUALITY)


def _by_vips(source: Source, choice: Choice | None, folder: Path) -> None:
    """By dzsave, which names tiles as the standard does; that none is missing is checked all the same."""
    made = folder / "made"
    with large.open_large(source.path, source.kind, choice, upright=source.orientation) as image:
        image.dzsave(str(made), layout="iiif3", tile_size=TILE, overlap=0, suffix=f".jpg[Q={QUALITY},keep=none]")
    (made / "info.json").unlink()
    for entry in list(made.iterdir()):
        entry.replace(folder / entry.name)
    shutil.rmtree(made)
    for scale in scale_factors(source.width, source.height):
        for region in regions(source.width, source.height, scale):
            path = folder / name(region, scale, source.width, source.height)
            if not path.exists():
                raise OSError(f"tile {path.relative_to(folder)} is missing")


def _write_list(folder: Path) -> None:
    """`tiles.sha256`: the SHA-256 of every tile beside its name, as `sha256sum --check` reads it."""
    paths = sorted(path for path in folder.rglob("*.jpg"))
    lines = [f"{files.digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in paths]
    files.write(folder / "tiles.sha256", "".join(lines).encode())
