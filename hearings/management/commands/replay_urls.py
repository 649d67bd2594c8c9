"""Asks every address that was ever public; exits 1 if one does not answer as it must."""

import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.test import Client

from hearings.actions.ledger import may_be_taken_away, was_sealed
from hearings.models import PublishedAddress


class Command(BaseCommand):
    help = "Ask every public address in the ledger. It must answer 200, 410 if it was sealed, or one redirect to a 200."

    def handle(self, *args, **options):
        client = Client(SERVER_NAME=urlsplit(settings.SITE_URL).hostname, raise_request_exception=False)
        paths = list(PublishedAddress.objects.public().values_list("path", flat=True))
        log = logging.getLogger("django.request")
        level = log.level
        log.setLevel(logging.CRITICAL)
        try:
            faults = {path: fault for path in paths if (fault := replay(client, path))}
        finally:
            log.setLevel(level)
        for path, fault in faults.items():
            self.stderr.write(f"{path}: {fault}")
        if faults:
            raise CommandError(f"{len(faults)} of {len(paths)} addresses do not answer as they must.")
        self.stdout.write(f"{len(paths)} addresses answer as they must.")


def replay(client: Client, path: str) -> str:
    """What is wrong with the answer at `path`; empty if nothing is."""
    status, target = ask(client, path)
    if status in {301, 302}:
        status_there, _ = ask(client, target)
        return "" if status_there == 200 else f"{status} to {target}, which answers {status_there}"
    if status == 410:
        return "" if was_sealed(path) or may_be_taken_away(path) else "410, but it was not sealed"
    return "" if status == 200 else str(status)


def ask(client: Client, path: str) -> tuple[int, str]:
    """The status of the answer, and where it leads."""
    response = client.get(path, secure=settings.HTTPS)
    if response.streaming:
        response.getvalue()  # which closes the file
    return response.status_code, response.headers.get("Location", "")
