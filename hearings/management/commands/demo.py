"""manage.py demo: fill the record with the hearing of June 2023 and with invented samples."""

from django.core.management.base import BaseCommand

from hearings.demo.load import load_demo
from hearings.models import Hearing


class Command(BaseCommand):
    help = "Loads the demo hearings. What is there already stays as it is, so it may be run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing if the record holds any hearing already."
        )

    def handle(self, *, if_empty: bool, **options):
        if if_empty and Hearing.objects.exists():
            self.stdout.write("There are hearings already; no demo content was loaded.")
            return
        added = load_demo()
        for hearing in added:
            state = "scheduled" if hearing.is_scheduled else hearing.get_state_display().lower()
            self.stdout.write(f"Loaded, {state}: {hearing.title}")
        if not added:
            self.stdout.write("The demo hearings are all there already; nothing was changed.")
