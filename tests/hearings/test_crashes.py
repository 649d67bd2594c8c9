"""Killed in the middle of an upload or of the processing, the site loses no file that it said it has."""

import subprocess
import sys

from django.conf import settings


def test_nothing_acknowledged_is_lost_and_nothing_is_left_over():
    command = [sys.executable, settings.BASE_DIR / "bench" / "crashes.py", "--kills", "3"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 faults." in done.stdout
