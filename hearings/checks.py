"""Settings that are readable but would not do what was meant; `manage.py check` names them."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning
from django.http.request import validate_host


def check_files(app_configs, **options) -> list[CheckMessage]:
    """Originals are private: nothing that a web server hands out may contain DATA_DIR."""
    data = settings.DATA_DIR.resolve()
    for public in (settings.STATIC_ROOT, *settings.STATICFILES_DIRS):
        if data.is_relative_to(public.resolve()):
            return [
                Error(
                    f"DATA_DIR lies in {public.name}/, which everybody can read.",
                    hint="Choose a folder of its own, such as var/data.",
                    id="hearings.E001",
                )
            ]
    return []


def check_address(app_configs, **options) -> list[CheckMessage]:
    """Readers come in by SITE_URL; a host that ALLOWED_HOSTS lacks answers 400 to all of them."""
    host = urlsplit(settings.SITE_URL).hostname or ""
    if validate_host(host, settings.ALLOWED_HOSTS):
        return []
    return [
        Error(
            f"ALLOWED_HOSTS lacks {host!r}, the host of SITE_URL.",
            hint=f"Add it: ALLOWED_HOSTS={','.join([*settings.ALLOWED_HOSTS, host])}",
            id="hearings.E002",
        )
    ]


def check_contact(app_configs, **options) -> list[CheckMessage]:
    """A published record needs somebody whom a person in danger can write to."""
    if settings.CONTACT_EMAIL:
        return []
    return [
        Warning(
            "CONTACT_EMAIL is empty: a reader cannot report an error or a danger to a person.",
            hint="Set it to an address that somebody reads.",
            id="hearings.W001",
        )
    ]
