"""`manage.py export`: writes the whole public record as files, for the page /data/ or into a folder."""

from pathlib import Path

from django.core.management.base import BaseCommand

from hearings.actions.exporting import export, export_nightly


class Command(BaseCommand):
    help = "Write the public record as JSON Lines and CSV: into a folder, or without one to where the site offers it."

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, help="The folder in which the export gets its own folder.")

    def handle(self, *args, folder, **options):
        made = export(folder) if folder else export_nightly()
        self.stdout.write(f"The export is in {made}.")
