"""`manage.py roles`: the groups that staff are put into, made or brought up to date."""

from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q

# These the site itself writes.
LOOK_ONLY = [
    "version",
    "correction",
    "historyentry",
    "publishedaddress",
    "formerslug",
    "custodyevent",
    "edition",
    "finding",
]
RECORD = Q(content_type__app_label__in=["hearings", "witnesses"])
PUBLISH = Q(codename="publish_hearing")
DRAFTING = RECORD & ~PUBLISH & (Q(codename__startswith="view_") | ~Q(content_type__model__in=LOOK_ONLY))
PEOPLE = Q(content_type__app_label="auth", content_type__model__in=["user", "group"])

ROLES = {
    "Editor": DRAFTING,
    "Publisher": DRAFTING | RECORD & PUBLISH,
    "Administrator": DRAFTING | RECORD & PUBLISH | PEOPLE,
}


class Command(BaseCommand):
    help = "Makes the groups Editor, Publisher and Administrator, or sets their permissions anew."

    @transaction.atomic
    def handle(self, *args, **options):
        for name, permissions in ROLES.items():
            group, made = Group.objects.get_or_create(name=name)
            group.permissions.set(Permission.objects.filter(permissions))
            self.stdout.write(f"{name}: {'made' if made else 'up to date'}.")
