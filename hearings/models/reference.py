"""Laws, bills, treaties, reports and earlier hearings that were named at a hearing."""

from django.db import models
from django.db.models import Q

from hearings.models.hearing import WEB_ADDRESS, Hearing
from hearings.models.publishing import readable


class ReferenceQuerySet(models.QuerySet):
    def public(self):
        """Named at a hearing that answers at its address."""
        return self.filter(pk__in=Mention.objects.filter(readable("hearing__")).values("reference"))


class Reference(models.Model):
    class Kind(models.TextChoices):
        LAW = "law", "Law"
        BILL = "bill", "Bill"
        TREATY = "treaty", "Treaty"
        REPORT = "report", "Report"
        HEARING = "hearing", "Earlier hearing"

    kind = models.CharField(max_length=7, choices=Kind.choices)
    title = models.CharField(max_length=400)
    citation = models.CharField(max_length=250, blank=True, help_text="189 U.N.T.S. 137; Pub. L. 108-333")
    date = models.DateField(null=True, blank=True, help_text="When it was signed, enacted or issued.")
    url = models.URLField("address", max_length=500, blank=True, validators=[WEB_ADDRESS])
    earlier_hearing = models.ForeignKey(
        Hearing,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="If the earlier hearing is in this record.",
    )

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "title"], name="reference_is_listed_once"),
            models.CheckConstraint(
                name="only_an_earlier_hearing_points_to_a_hearing",
                condition=Q(earlier_hearing=None) | Q(kind="hearing"),
                violation_error_message="Choose the kind “Earlier hearing”, or empty the earlier hearing.",
            ),
        ]

    def __str__(self):
        return self.title


class Mention(models.Model):
    """That a hearing named a reference, in the order of the page."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="mentions")
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="mentions")
    as_named = models.CharField(max_length=400, blank=True, help_text="The words by which it was named.")
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing", "reference"],
                name="reference_is_named_once_at_a_hearing",
                violation_error_message="This reference is listed at this hearing already.",
            )
        ]

    def __str__(self):
        return str(self.reference)

    def payload(self):
        """What the page of the hearing says of it; an earlier hearing by its public id."""
        reference = self.reference
        return {
            "kind": reference.get_kind_display(),
            "title": reference.title,
            "citation": reference.citation,
            "date": reference.date.isoformat() if reference.date else "",
            "url": reference.url,
            "earlier_hearing": reference.earlier_hearing.public_id if reference.earlier_hearing else "",
            "as_named": self.as_named,
        }
