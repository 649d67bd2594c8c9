"""The ledger: every address that was ever public."""

from django.db import models
from django.utils import timezone


class PublishedAddressQuerySet(models.QuerySet):
    def public(self):
        """Addresses whose time has come."""
        return self.filter(public_from__lte=timezone.now())


class PublishedAddress(models.Model):
    """An address that was ever public, and since when. None of them may ever answer 404."""

    path = models.CharField(max_length=500, unique=True)
    public_from = models.DateTimeField()

    objects = PublishedAddressQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        verbose_name = "published address"
        verbose_name_plural = "published addresses"

    def __str__(self):
        return self.path
