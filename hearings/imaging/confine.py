"""The first lines of the child process: its limits, set before anything that could need them is loaded."""

import resource
import runpy
import sys
from pathlib import Path


def limit(memory: int, cpu: int) -> None:
    """Address space in bytes, processor time in seconds; no core dumps, and no file above 4 GB."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (4 << 30, 4 << 30))


if __name__ == "__main__":
    limit(int(sys.argv[1]), int(sys.argv[2]))
    for blocked in filter(None, sys.argv[3].split(",")):
        sys.modules[blocked] = None  # as if it were not installed
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    runpy.run_module("hearings.imaging.worker", run_name="__main__")
