"""Runs one job in a child process with limits, so that no image can take the site down with it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

CONFINE = Path(__file__).with_name("confine.py")
MEMORY = 2 * 1024**3  # address space, of which libraries reserve far more than they touch
CPU = 240
WALL = 300
ENVIRONMENT = {"LANG": "C.UTF-8", "MALLOC_ARENA_MAX": "2", "VIPS_CONCURRENCY": "2", "VIPS_BLOCK_UNTRUSTED": "1"}

TOO_MUCH_MEMORY = "The image needs more memory than is allowed. Save it smaller."
TOO_LONG = "The image takes longer to process than is allowed. Save it smaller."
BROKE = "The image could not be processed: the program that reads it stopped. Save it anew in another format."


class ProcessingFailed(Exception):
    """The job was not done; the message is a sentence that says what to do. `detail` is for the server's log."""

    def __init__(self, sentence: str, detail: str = ""):
        super().__init__(sentence)
        self.detail = detail


def run(
    job: dict[str, Any], *, memory: int = MEMORY, cpu: int = CPU, wall: int = WALL, without: tuple[str, ...] = ()
) -> dict[str, Any]:
    """The worker's result for a job (see `worker`). Memory in bytes, times in seconds.

    The child is a session of its own, inherits no environment and no open file, and everything in it is killed when its
    time is up. `without` names modules that it is to do without. ProcessingFailed says why there is no result.
    """
    command = [sys.executable, "-I", "-W", "ignore", str(CONFINE), str(memory), str(cpu), ",".join(without)]
    with tempfile.TemporaryDirectory(prefix="image-") as folder:
        child = subprocess.Popen(  # noqa: S603
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**ENVIRONMENT, "TMPDIR": folder},
            cwd=folder,
            start_new_session=True,
        )
        try:
            out, err = child.communicate(json.dumps(job).encode(), timeout=wall)
        except subprocess.TimeoutExpired as error:
            raise ProcessingFailed(TOO_LONG) from error
        finally:
            _end(child)
    return _read(child.returncode, out, err.decode(errors="replace")[-2000:])


def _end(child: subprocess.Popen) -> None:
    """Kill what is left of the child's session and collect it."""
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
    child.communicate()


def _read(code: int, out: bytes, err: str) -> dict[str, Any]:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        raise ProcessingFailed(TOO_LONG if code == -signal.SIGXCPU else TOO_MUCH_MEMORY, err)
    try:
        result = json.loads(out)
    except ValueError as error:
        is_memory = "MemoryError" in err or "memory" in err.lower()
        raise ProcessingFailed(TOO_MUCH_MEMORY if is_memory else BROKE, f"{code}: {err}") from error
    if "failed" in result:
        raise ProcessingFailed(result["failed"], err)
    return result
