"""Kills the site at any moment of an upload and of the processing, again and again, and counts what was lost.

    python bench/crashes.py --kills 60

Uses a database and a folder of its own. Exits 1 if an acknowledged file is lost, a row lacks its file, or anything is
left over after a sweep.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UPLOAD = """
import hashlib, io, os, random
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hearings.models import Hearing
from PIL import Image
from tests.admin_forms import form_data
from tests.factories import make_hearing
client = Client()
client.force_login(User.objects.get())
hearing = Hearing.objects.first() or make_hearing()
url = f"/admin/hearings/exhibit/add/?hearing={hearing.pk}"
print("ready", flush=True)
while True:
    data = form_data(client.get(url), "exhibit_form") | {"title": "A camp", "_save": "Save"}
    images = []
    for row in range(2):
        out = io.BytesIO()
        Image.frombytes("RGB", (400, 300), os.urandom(360000)).save(out, "JPEG")
        images.append(out.getvalue())
        data[f"captures-{row}-upload"] = SimpleUploadedFile("sample.jpg", images[-1], "image/jpeg")
    assert client.post(url, data).status_code == 302
    for image in images:
        print(hashlib.sha256(image).hexdigest(), flush=True)
"""
LOOK = """
import json
from datetime import timedelta
from hearings.actions.exhibits import sweep
from hearings.models import Capture, CustodyEvent
swept = sweep(timedelta(seconds=-60))
outputs = {event.file: event.outputs for event in CustodyEvent.objects.filter(action="derived")}
rows = [[one.sha256, one.processing, outputs.get(one.sha256, {})] for one in Capture.objects.all()]
print(json.dumps({"rows": rows, "swept": swept}))
"""


def environment(folder: Path) -> dict[str, str]:
    given = {
        **{
            "ENV_FILE": os.devnull,
            "SECRET_KEY": "only-for-this-run-" + "x" * 50,
            "PROCESS_IMAGES_AT_ONCE": "false",
            "DEBUG": "true",
        },
        **{"DATABASE_URL": f"sqlite:///{folder}/db.sqlite3", "DATA_DIR": str(folder / "data")},
        **{"ALLOWED_HOSTS": "testserver", "SITE_URL": "http://testserver", "PYTHONPATH": str(ROOT)},
    }
    return {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ} | given


def manage(folder: Path, *arguments: str, **options) -> subprocess.Popen:
    command = [sys.executable, ROOT / "manage.py", *arguments]
    return subprocess.Popen(command, env=environment(folder), cwd=ROOT, text=True, **options)


def shell(folder: Path, script: str) -> str:
    out, _ = manage(folder, "shell", "-v", "0", "-c", script, stdout=subprocess.PIPE).communicate()
    return out


def kill_while_uploading(folder: Path, answers: int) -> set[str]:
    """Uploads until it is killed, after so many answers; returns the SHA-256 of every file that was answered for."""
    child = manage(folder, "shell", "-v", "0", "-c", UPLOAD, stdout=subprocess.PIPE)
    lines = [child.stdout.readline() for _ in range(1 + answers)]
    time.sleep(random.uniform(0, 0.8))  # noqa: S311
    child.send_signal(signal.SIGKILL)
    return {line.strip() for line in [*lines, *child.communicate()[0].splitlines()] if len(line.strip()) == 64}


def kill_while_processing(folder: Path) -> None:
    child = manage(folder, "process_images", stdout=subprocess.DEVNULL)
    time.sleep(random.uniform(0.4, 2.5))  # noqa: S311
    child.send_signal(signal.SIGKILL)
    child.wait()


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "missing"


def faults(folder: Path, acknowledged: set[str]) -> list[str]:
    """What is not as it must be after everything has been taken up again."""
    manage(folder, "process_images", stdout=subprocess.DEVNULL).wait()
    found = json.loads(shell(folder, LOOK))
    data = folder / "data"
    rows = {sha256 for sha256, _, _ in found["rows"]}
    lost = [f"acknowledged and without a row: {sha256}" for sha256 in acknowledged - rows]
    lost += [f"its original is not there: {sha256}" for sha256 in rows if digest(data / "orig" / sha256) != sha256]
    for sha256, state, outputs in found["rows"]:
        if state != "ready" or not outputs:
            lost.append(f"never made ready: {sha256} is {state}")
        lost += [f"not as written down: {name}" for name, made in outputs.items() if digest(data / "d" / name) != made]
    kept = {path.name for path in data.glob("orig/*")} | {path.name for path in data.glob("d/*/*")}
    return lost + [f"left over: {name}" for name in kept - rows]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=60)
    kills = parser.parse_args().kills
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manage(folder, "migrate", "--verbosity", "0").wait()
        shell(folder, "from django.contrib.auth.models import User; User.objects.create_superuser('admin')")
        acknowledged: set[str] = set()
        for number in range(kills):
            if number % 2:
                kill_while_processing(folder)
            else:
                acknowledged |= kill_while_uploading(folder, answers=0 if number % 4 else 2)
        problems = faults(folder, acknowledged)
    for problem in problems:
        print(problem)
    print(f"{kills} kills, {len(acknowledged)} files acknowledged, {len(problems)} faults.")
    return 1 if problems or not acknowledged else 0


if __name__ == "__main__":
    sys.exit(main())
