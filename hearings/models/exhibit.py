"""Exhibits: images that were shown at a hearing, of which site, by whom, and what is to be seen and said of them."""

from django.db import models
from django.urls import reverse

from hearings.models.appearance import Appearance
from hearings.models.hearing import Hearing
from hearings.models.publishing import Publishable, PublishableQuerySet
from hearings.models.quote import Quote
from hearings.models.site import Site
from hearings.places import redacted, strictest


class ExhibitQuerySet(PublishableQuerySet):
    parents = ("hearing__",)

    def shown(self):
        """With everything that an exhibit's place on a page needs, in one query."""
        return self.select_related("current", "site", "presented_by__person")

    def drafted(self):
        """With everything that publishing an exhibit would freeze."""
        return self.select_related(
            "hearing", "current", "site", "shown_with", "presented_by__person", "interpretation_by__person"
        ).prefetch_related("captures__annotations")


class Exhibit(Publishable):
    class Confidence(models.TextChoices):
        NONE = "", "Not stated"
        LOW = "low", "Low"
        MODERATE = "moderate", "Moderate"
        HIGH = "high", "High"

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="exhibits")
    title = models.CharField(max_length=250)
    presented_by = models.ForeignKey(Appearance, models.PROTECT, null=True, blank=True, related_name="exhibits")
    shown_with = models.ForeignKey(
        Quote,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="exhibits",
        verbose_name="the words in which it was shown",
    )
    site = models.ForeignKey(
        Site,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="exhibits",
        help_text="The place that the images show. Empty: not stated.",
    )
    observation = models.TextField(blank=True, help_text="What anyone can see. Plain text.")
    interpretation = models.TextField(blank=True, help_text="What it means, in the opinion of the one named below.")
    interpretation_by = models.ForeignKey(
        Appearance,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="interpretations",
        verbose_name="whose interpretation",
        help_text="Empty: of the one who presented it.",
    )
    confidence = models.CharField(
        max_length=8,
        choices=Confidence.choices,
        default=Confidence.NONE,
        blank=True,
        help_text="As that person puts it.",
    )
    limitations = models.TextField(blank=True, help_text="What the images cannot show. Plain text.")
    order = models.PositiveIntegerField(default=0)

    objects = ExhibitQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["order", "pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="exhibit_has_a_known_confidence",
                condition=models.Q(confidence__in=["", "low", "moderate", "high"]),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("hearings:exhibit", args=[self.public_id])

    def payload(self):
        presenter = self.presented_by
        interpreter = (self.interpretation_by or presenter) if self.interpretation else None
        captures = [] if self.pk is None else list(self.captures.all())
        return {
            "title": self.title,
            "hearing": {"id": self.hearing.public_id, "title": self.hearing.title, "date": self.hearing.date_words},
            "presented_by": {"name": presenter.person.full_name, "title": presenter.affiliation} if presenter else {},
            "shown_in": self.shown_with.public_id if self.shown_with else "",
            "site": (self.site or Site(public_id="")).payload(),
            "observation": self.observation,
            "interpretation": self.interpretation,
            "interpretation_by": interpreter.person.full_name if interpreter else "",
            "confidence": self.get_confidence_display() if self.confidence else "",
            "limitations": self.limitations,
            "alignment": alignment(captures),
            "captures": [capture.payload(self.site) for capture in captures],
        }

    def redacted(self, frozen: dict) -> dict:
        """What a version of it told, without what may not be known of its place any more.

        The policy of the site holds at once; one that the current version has published is eased by a correction alone.
        """
        told = frozen["site"]["id"]
        if not told:
            return frozen
        site = self.site if self.site and self.site.public_id == told else Site.objects.filter(public_id=told).first()
        policies = [site.coordinate_precision if site else Site.Precision.WITHHELD.value]
        if self.current and self.current.frozen and self.current.frozen["site"]["id"] == told:
            policies.append(self.current.frozen["site"]["precision"])
        return redacted(frozen, strictest(*policies))


def alignment(captures: list) -> str:
    """Whether several images can be laid over one another, in a sentence for the reader."""
    if len(captures) < 2:
        return ""
    grids = {capture.rendering.get("grid", "") for capture in captures}
    if len(grids) == 1 and "" not in grids:
        return "The images were put on one grid by their own georeferences: the same place stands at the same pixel."
    return "The images were not put on one grid: what seems to move between them may not have moved."
