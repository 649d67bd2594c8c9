"""The bars of the image pipeline: `python bench/images.py [--folder FOLDER-WITH-BAD-FILES] [--skip-large]`.

Makes its own large images in a temporary folder. Wall time and the peak memory (RSS) of the child process are those
that the system reports; the load of the machine is printed first, because it decides what the times are worth.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pyvips
from PIL import Image

ONE = """
import re, sys, time
from hearings.imaging import intake
path = sys.argv[1]
peak = lambda: int(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1]) / 1024
intake.has_vips()
before, start = peak(), time.perf_counter()
try:
    with open(path, "rb") as file:
        facts = intake.inspect(file, path)
    needs = [name for name in ("needs_bands", "needs_stretch") if getattr(facts, name)]
    answer = " ".join(["Taken.", *needs, *facts.notes])
except intake.ImageRefused as refused:
    answer = str(refused)
took = time.perf_counter() - start
print(f"{took:8.3f} s {peak() - before:6.1f} MB  {answer}")
"""
RUN = """
import json, resource, sys, time
from hearings.imaging.sandbox import run
start = time.perf_counter()
job = json.loads(sys.argv[1])
result = run(job, without=tuple(filter(None, sys.argv[2].split(","))))
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{time.perf_counter() - start:6.1f} s {usage.ru_maxrss / 1024:6.0f} MB"
      f"  widths {result['widths']}, tiles {result['tiles']} {result['tiles_note']}")
"""


def make_scene(path: Path, edge: int) -> None:
    """A square JPEG with detail at every scale, made piece by piece."""
    noise = Image.effect_noise((1000, 1000), 60)
    piece = pyvips.Image.new_from_memory(noise.tobytes(), 1000, 1000, 1, "uchar")
    times = -(-edge // 1000)
    scene = piece.replicate(times, times).crop(0, 0, edge, edge)
    broad = pyvips.Image.perlin(edge, edge, cell_size=256, uchar=True)
    scene = (scene * 0.4 + broad * 0.6).cast("uchar")
    scene.bandjoin([scene, scene]).copy(interpretation="srgb").jpegsave(str(path), Q=90)


def measure(title: str, path: Path, folder: Path, without: str = "") -> None:
    """One render in a fresh process, so that its child is the only one that is counted."""
    name = hashlib.sha256(path.read_bytes()).hexdigest()
    job = f'{{"kind": "render", "source": "{path}", "sha256": "{name}", "folder": "{folder}"}}'
    answer = subprocess.run([sys.executable, "-c", RUN, job, without], capture_output=True, text=True, check=True)
    print(f"{title:52}{answer.stdout.strip()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="a folder of bad files, each to be answered for")
    parser.add_argument("--skip-large", action="store_true")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        if not options.skip_large:
            for edge, bar in ((8000, "20 s, 350 MB"), (20000, "15 s, 300 MB")):
                make_scene(folder / f"{edge}.jpg", edge)
                measure(f"{edge}x{edge} JPEG, with the extra ({bar})", folder / f"{edge}.jpg", folder / "with")
            measure("8000x8000 JPEG, without it", folder / "8000.jpg", folder / "without", "pyvips,rasterio,numpy")
            measure("the same again", folder / "8000.jpg", folder / "without", "pyvips,rasterio,numpy")
    for path in sorted(options.folder.iterdir()) if options.folder else []:
        answer = subprocess.run([sys.executable, "-c", ONE, str(path)], capture_output=True, text=True, check=True)
        print(f"{path.name:38}{answer.stdout.rstrip()}")


if __name__ == "__main__":
    main()
