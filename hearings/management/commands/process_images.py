"""`manage.py process_images`: makes everything that readers see of the images that wait, one process at a time."""

import fcntl

from django.conf import settings
from django.core.management.base import BaseCommand

from hearings.actions.exhibits import process_waiting, sweep


class Command(BaseCommand):
    help = "Makes the files that readers see of every image that waits, and sweeps up what an interruption left."

    def handle(self, *args, **options):
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        with (settings.DATA_DIR / "process_images.lock").open("w") as working:
            if not self.wait_for(working):
                self.stdout.write("Another one is at work and one waits already. Nothing to do.")
                return
            captures = process_waiting()
            while captures:
                for capture in captures:
                    self.stdout.write(
                        f"{capture.exhibit.public_id} {capture.label}: {capture.get_processing_display()}"
                    )
                captures = process_waiting()
            for name in sweep():
                self.stdout.write(f"Swept {name}.")

    def wait_for(self, working) -> bool:
        """Hold the lock; one that comes while another works waits for its end, and a third goes away."""
        try:
            fcntl.flock(working, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with (settings.DATA_DIR / "process_images.waiting").open("w") as waiting:
                try:
                    fcntl.flock(waiting, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return False
                fcntl.flock(working, fcntl.LOCK_EX)
        return True
