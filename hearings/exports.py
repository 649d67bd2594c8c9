"""Where the exports of the public record lie, which files the newest has, and that none outlives a sealing."""

import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

DESCRIPTION = "datapackage.json"
SUMS = "SHA256SUMS"
MEDIA_TYPES = {".csv": "text/csv", ".jsonl": "application/jsonl", ".json": "application/json"}
UNFINISHED = ".part-"
EDITION = re.compile(r"\d{8}T\d{12}Z")  # the name of an export's folder
LATEST = "latest"  # instead of one: whichever is the newest


@dataclass(frozen=True)
class Export:
    """An export that is whole: its folder, and what its description says."""

    folder: Path
    description: dict

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def files(self) -> list[dict]:
        """Each file with its name, size in bytes and SHA-256."""
        return self.description["resources"]

    def path(self, name: str) -> Path | None:
        """The file of this name; None for anything that the export does not list."""
        listed = {one["path"] for one in self.files} | {DESCRIPTION, SUMS}
        return self.folder / name if name in listed else None


def folder() -> Path:
    return Path(settings.DATA_DIR) / "export"


def wanted() -> Path:
    """A file that is there while an export is to be made anew; the service's path unit looks for it."""
    return Path(settings.DATA_DIR) / "export.wanted"


def ever_made() -> bool:
    """Whether an export was ever made, or asked for: without it nothing is missing."""
    return folder().exists() or wanted().exists()


def offered(seals: str) -> Iterator[Export]:
    """The exports made since the last thing was taken back, the newest first; `seals` as `stamp` made it of today."""
    for place in sorted(folder().glob("[0-9]*Z"), reverse=True):
        export = Export(place, json.loads((place / DESCRIPTION).read_text(encoding="utf-8")))
        if export.description["seals"] == seals:
            yield export


def media_type(name: str) -> str:
    """Of a file of an export, without its encoding: all of them are UTF-8."""
    return MEDIA_TYPES.get(Path(name).suffix, "text/plain")


def stamp(facts: list) -> str:
    """A mark of what may not be told (JSON values): another mark, another export."""
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def drop_all() -> None:
    """Delete every export, finished or not, and ask for a new one."""
    if folder().exists():
        gone = folder().with_name("export.gone")
        folder().replace(gone)
        shutil.rmtree(gone)
    wanted().parent.mkdir(parents=True, exist_ok=True)
    wanted().touch()
