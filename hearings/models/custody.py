"""Custody: what was done with every image file, by whom, when and with which tools. Never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class CustodyEvent(models.Model):
    class Action(models.TextChoices):
        RECEIVED = "received", "Received"
        HASHED = "hashed", "Hashed"
        DERIVED = "derived", "Derived"
        VIEWED = "viewed", "Viewed"
        PUBLISHED = "published", "Published"
        CORRECTED = "corrected", "Corrected"
        WITHDRAWN = "withdrawn", "Withdrawn"
        RESTORED = "restored", "Restored"
        SEALED = "sealed", "Sealed"

    action = models.CharField(max_length=9, choices=Action.choices)
    record = models.CharField("exhibit", max_length=16, blank=True, help_text="Its public id.")
    file = models.CharField("SHA-256 of the file", max_length=64)
    outputs = models.JSONField("SHA-256 of what was made of it", default=dict, blank=True)
    tools = models.JSONField("tools and their versions", default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("at (UTC)", auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["file"], name="custody_of_a_file")]
        constraints = [
            models.CheckConstraint(
                name="custody_event_is_of_a_known_kind",
                condition=Q(
                    action__in=[
                        "received",
                        "hashed",
                        "derived",
                        "viewed",
                        "published",
                        "corrected",
                        "withdrawn",
                        "restored",
                        "sealed",
                    ]
                ),
            )
        ]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}: {self.file[:12]}"
