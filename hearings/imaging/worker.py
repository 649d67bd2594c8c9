"""The child process that decodes: reads one job as JSON, writes files below its folder, prints one result as JSON.

Every job has a `folder`, below which it writes, and names originals by `source` (a path) and `sha256`:

- `render` (`bands`, `low`, `high` where a choice was made) writes `<recipe>/<sha256>/<width>.<ending>` and, for large
  images, `<recipe>/<sha256>/iiif/...`. Where a choice is needed and none is made, it is a `preview`.
- `preview` writes `<recipe>/<sha256>/preview.jpg` by the choice, or by the `proposal` that the result holds.
- `align` has `sources`, two of `{"source", "sha256", "bands"}`, and one `low` and `high`; it renders both on one grid.
"""

import json
import shutil
import struct
import sys
import zlib
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms

from hearings.imaging import alignment, files, geotiff, large, likeness, rendering, tiles
from hearings.imaging.bands import Choice, check_bands
from hearings.imaging.facts import ImageRefused
from hearings.imaging.rendering import DAMAGED, Source

PREVIEW = 960
MEMORY = "The image needs more memory than is allowed. Save it smaller."
DONE = "done.json"


def main() -> None:
    job = json.load(sys.stdin)
    try:
        result = JOBS[job["kind"]](job)
    except (ImageRefused, alignment.NotAligned) as refused:
        result = {"failed": str(refused)}
    except MemoryError:
        result = {"failed": MEMORY}
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error, ImageCms.PyCMSError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        result = {"failed": DAMAGED}
    except large.ERRORS as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        result = {"failed": MEMORY if "memory" in str(error) else DAMAGED}
    json.dump(result, sys.stdout)


def render(job: dict[str, Any]) -> dict[str, Any]:
    """All that readers get of one original; nothing is written twice."""
    source = Source(Path(job["source"]))
    choice = choice_of(job, source)
    if source.needs_choice and not choice:
        return preview(job)
    is_large = bool(large.pyvips) and max(source.width, source.height) > tiles.EDGE
    recipe = rendering.recipe(choice, **({"vips": large.version()} if is_large else {}))
    root = Path(job["folder"])
    folder = root / recipe / job["sha256"]
    before = finished(root, folder)
    if before:
        return before
    tiles_note = tiles.make_tiles(source, choice, folder)  # first, since it needs the most memory
    place, place_note = geotiff.facts(source.path) if source.kind == "TIFF" else ({}, "")
    result = {
        **written(source.copy(rendering.WIDTHS[-1], choice), (source.width, source.height), folder, root),
        "recipe": recipe,
        "width": source.width,
        "height": source.height,
        "georeference": place,
        "georeference_note": place_note,
        "proposal": {},
        "tools": tools(),
        "tiles_note": tiles_note if max(source.width, source.height) > tiles.EDGE else "",
        "tiles": not tiles_note,
    }
    if result["tiles"]:
        add_output(result, root, folder / "iiif" / "tiles.sha256")
    files.write(folder / DONE, json.dumps(result).encode())
    return result


def preview(job: dict[str, Any]) -> dict[str, Any]:
    """A JPEG 960 pixels wide as the choice (or, without one, the proposal) shows the image, for the editor alone."""
    source = Source(Path(job["source"]))
    proposal = source.propose() if source.needs_choice else None
    choice = choice_of(job, source) or proposal
    recipe = rendering.recipe(choice)
    root = Path(job["folder"])
    path = root / recipe / job["sha256"] / "preview.jpg"
    image = source.copy(PREVIEW, choice)
    if not path.exists():
        files.write(path, rendering.encode(image, "jpg"))
    result = {"recipe": recipe, "width": source.width, "height": source.height, "widths": [], "tiles": False}
    result |= {"tiles_note": "", "likeness": likeness.difference_hash(image), "tools": tools(), "outputs": {}}
    result["georeference"], result["georeference_note"] = (
        geotiff.facts(source.path) if source.kind == "TIFF" else ({}, "")
    )
    result["proposal"] = (
        {"bands": list(proposal.bands), "low": proposal.low, "high": proposal.high, "count": source.found.bands}
        if proposal
        else {}
    )
    add_output(result, root, path)
    return result


def align(job: dict[str, Any]) -> dict[str, Any]:
    """Both images of a pair on one grid, under a recipe that names the pair."""
    one, two = job["sources"]
    choices = [
        Choice(tuple(each["bands"]), job.get("low"), job.get("high")) if each.get("bands") else None
        for each in (one, two)
    ]
    recipe = rendering.recipe(
        None,
        pair=[one["sha256"], two["sha256"]],
        bands=[one.get("bands"), two.get("bands")],
        stretch=[job.get("low"), job.get("high")],
        rasterio=geotiff.version(),
    )
    root = Path(job["folder"])
    images, grid, note = alignment.align(Path(one["source"]), Path(two["source"]), choices)
    results = []
    for each, image in zip((one, two), images, strict=True):
        folder = root / recipe / each["sha256"]
        width, height = image.size
        copy = rendering.shrink(image, rendering.scaled(image.size, min(width, rendering.WIDTHS[-1])))
        made = written(copy, image.size, folder, root)
        results.append({**made, "sha256": each["sha256"], "width": width, "height": height})
    return {"recipe": recipe, "note": note, "grid": grid, "results": results, "tools": tools()}


def written(image: Image.Image, size: tuple[int, int], folder: Path, root: Path) -> dict[str, Any]:
    """Write the copies of an image; their widths and hashes, and what the picture is like."""
    widths, paths = rendering.write_copies(image, size, folder)
    result: dict[str, Any] = {"widths": widths, "likeness": likeness.difference_hash(image), "outputs": {}}
    for path in paths:
        add_output(result, root, path)
    return result


def finished(root: Path, folder: Path) -> dict[str, Any]:
    """The result of an earlier run, if every file that it wrote is there as it was; files that are not are removed."""
    path = folder / DONE
    if not path.exists():
        return {}
    result = json.loads(path.read_bytes())
    changed = [root / name for name, sha in result["outputs"].items() if not is_same(root / name, sha)]
    for each in changed:
        shutil.rmtree(each.parent) if each.parent.name == "iiif" else each.unlink(missing_ok=True)
    return {} if changed else result


def is_same(path: Path, sha256: str) -> bool:
    return path.exists() and files.digest(path) == sha256


def add_output(result: dict[str, Any], root: Path, path: Path) -> None:
    result["outputs"][path.relative_to(root).as_posix()] = files.digest(path)


def choice_of(job: dict[str, Any], source: Source) -> Choice | None:
    """The job's choice, checked against the image; None where it makes none."""
    if not job.get("bands") and job.get("low") is None:
        return None
    whole = (1, 2, 3) if source.found.bands >= 3 else (1,)
    choice = Choice(tuple(job.get("bands") or whole), job.get("low"), job.get("high"))
    check_bands(choice, source.found.bands)
    if choice.low is None and source.found.needs_stretch:
        raise ImageRefused("The image has more than 8 bits a band: choose which values become black and white.")
    return choice


def tools() -> dict[str, str]:
    """The versions of all that had a part in it."""
    return {**rendering.tools(), "pyvips": large.version(), "rasterio": geotiff.version()}


JOBS = {"render": render, "preview": preview, "align": align}

if __name__ == "__main__":
    main()
