"""Files that are whole or not there: written beside their place under another name, then moved."""

import hashlib
import os
import tempfile
from pathlib import Path

BLOCK = 1024 * 1024


def write(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a machine that stops half-way, finds all of it or none; group-readable."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o640)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def digest(path: Path) -> str:
    """The SHA-256 of a file in hex."""
    total = hashlib.sha256()
    with path.open("rb") as file:
        while data := file.read(BLOCK):
            total.update(data)
    return total.hexdigest()
