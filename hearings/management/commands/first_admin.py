"""manage.py first_admin: the first administrator, whose random password is printed once."""

import itertools
import secrets

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.db import transaction
from django.urls import reverse

READABLE = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else: no i, l, o, 0, 1
GROUPS, GROUP = 4, 6  # 24 characters of 31, about 119 bits


class Command(BaseCommand):
    help = "Creates the administrator if there is none yet, and prints the password once. Else does nothing."

    @transaction.atomic
    def handle(self, **options):
        if User.objects.filter(is_superuser=True).exists():
            return
        name, password = free_name(), new_password()
        User.objects.create_superuser(username=name, password=password)
        self.stdout.write(announcement(name, password))
        self.stdout.flush()


def new_password() -> str:
    """A random password in groups that can be read aloud and typed."""
    return "-".join("".join(secrets.choice(READABLE) for _ in range(GROUP)) for _ in range(GROUPS))


def free_name() -> str:
    """“admin”, or with a number where somebody without an administrator's rights has that name."""
    names = itertools.chain(["admin"], (f"admin{number}" for number in itertools.count(2)))
    return next(name for name in names if not User.objects.filter(username=name).exists())


def announcement(name: str, password: str) -> str:
    line = "=" * 72
    return "\n".join(
        [
            "",
            line,
            "  The administrator of this site was created.",
            "",
            f"  Sign in at  {settings.SITE_URL}{reverse('admin:index')}",
            f"  Name        {name}",
            f"  Password    {password}",
            "",
            "  Write the password down now: it is shown this once and kept nowhere.",
            f"  To set another: python manage.py changepassword {name}",
            line,
            "",
        ]
    )
