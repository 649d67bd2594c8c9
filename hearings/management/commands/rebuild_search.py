"""Writes the index of the search anew, from the published versions."""

from django.core.management.base import BaseCommand
from django.db import transaction

from hearings.search import rebuild


class Command(BaseCommand):
    help = "Write the index of the search anew, after a restore or where words that were published are not found."

    def handle(self, *args, **options):
        with transaction.atomic():
            count = rebuild()
        self.stdout.write(f"The search knows {count} version{'' if count == 1 else 's'} of quotations and turns.")
