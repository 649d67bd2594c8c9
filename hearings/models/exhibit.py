"""Exhibits: the images that were shown, and the facts that each of them carries."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse

from hearings.models.appearance import Appearance
from hearings.models.hearing import WEB_ADDRESS, Hearing
from hearings.models.publishing import Publishable, PublishableQuerySet
from hearings.models.quote import Quote

COORDINATE = {"max_digits": 9, "decimal_places": 6, "null": True, "blank": True}


class ExhibitQuerySet(PublishableQuerySet):
    parent = "hearing__"

    def shown(self):
        """With everything that an exhibit's place on a page needs, in two queries."""
        return self.select_related("current", "presented_by__person").prefetch_related("captures")


class Exhibit(Publishable):
    class Precision(models.TextChoices):
        EXACT = "exact", "Exact"
        ROUNDED = "rounded", "Rounded to a tenth of a degree (about 10 km)"
        WITHHELD = "withheld", "Withheld"

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
    place = models.CharField(max_length=250, blank=True, help_text="The place that the images show.")
    latitude = models.DecimalField(
        **COORDINATE,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Degrees, north positive.",
    )
    longitude = models.DecimalField(
        **COORDINATE,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Degrees, east positive.",
    )
    coordinate_precision = models.CharField(
        "what the public sees of the coordinates",
        max_length=8,
        choices=Precision.choices,
        default=Precision.WITHHELD,
    )
    precision_reason = models.CharField(
        "why", max_length=250, blank=True, help_text="Why they are rounded or withheld. Public."
    )
    observation = models.TextField(blank=True, help_text="What is visible. Plain text.")
    interpretation = models.TextField(blank=True, help_text="What the presenter says it means. Plain text.")
    limitations = models.TextField(blank=True, help_text="What the images cannot show. Plain text.")
    order = models.PositiveIntegerField(default=0)

    objects = ExhibitQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["order", "pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="exhibit_has_both_coordinates_or_none",
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message="Enter both latitude and longitude, or neither.",
            ),
            models.CheckConstraint(
                name="exhibit_coordinates_are_on_earth",
                condition=Q(latitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message="Latitude goes from -90 to 90, longitude from -180 to 180.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("hearings:exhibit", args=[self.public_id])

    def payload(self):
        presenter = self.presented_by
        return {
            "title": self.title,
            "hearing": {"id": self.hearing.public_id, "title": self.hearing.title, "date": self.hearing.date_words},
            "presented_by": {"name": presenter.person.full_name, "title": presenter.affiliation} if presenter else {},
            "place": self.place,
            "coordinates": self.public_coordinates,
            "precision_reason": self.precision_reason,
            "observation": self.observation,
            "interpretation": self.interpretation,
            "limitations": self.limitations,
            "captures": [capture.payload() for capture in self.captures.all()],
        }

    @property
    def public_coordinates(self):
        """Latitude and longitude as the policy lets the public see them, in words."""
        if self.latitude is None:
            return "Not stated"
        if self.coordinate_precision == self.Precision.WITHHELD:
            return "Withheld"
        digits = 6 if self.coordinate_precision == self.Precision.EXACT else 1
        latitude = f"{abs(self.latitude):.{digits}f}° {'S' if self.latitude < 0 else 'N'}"
        longitude = f"{abs(self.longitude):.{digits}f}° {'W' if self.longitude < 0 else 'E'}"
        rounded = ", rounded to a tenth of a degree" if digits == 1 else ""
        return f"{latitude}, {longitude} (WGS 84){rounded}"


class Capture(models.Model):
    class Precision(models.TextChoices):
        SECOND = "second", "The second"
        DAY = "day", "The day"
        MONTH = "month", "The month"
        YEAR = "year", "The year"
        UNKNOWN = "unknown", "Not known"

    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="captures")
    label = models.CharField(max_length=60, help_text="Before, After")
    acquired = models.DateTimeField(
        "acquired (UTC)",
        null=True,
        blank=True,
        help_text="When the satellite took it, not when it was processed.",
    )
    acquired_precision = models.CharField(
        "how much of the date is known", max_length=7, choices=Precision.choices, default=Precision.UNKNOWN
    )
    acquired_basis = models.CharField(
        "where the date comes from",
        max_length=200,
        blank=True,
        help_text="Provider's metadata, the file's name, burnt into the image, the witness.",
    )
    provider = models.CharField(max_length=200, blank=True)
    platform = models.CharField("satellite and sensor", max_length=200, blank=True)
    ground_sample_distance = models.DecimalField(
        "resolution in metres per pixel",
        max_digits=7,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="Empty: not known.",
    )
    licence = models.CharField(max_length=200, blank=True)
    licence_url = models.URLField("address of the licence", max_length=500, blank=True, validators=[WEB_ADDRESS])
    credit = models.CharField(max_length=200, blank=True)
    alt_text = models.CharField(
        "image in words",
        max_length=500,
        blank=True,
        help_text="What a reader who cannot see it needs to know.",
    )
    is_sample = models.BooleanField(
        "drawn sample, not imagery", default=False, help_text="The caption says so on every page."
    )
    original = models.FileField(editable=False, max_length=200)
    sha256 = models.CharField("SHA-256 of the original", max_length=64, editable=False)
    media_type = models.CharField(max_length=40, editable=False)
    byte_size = models.PositiveIntegerField(editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    order = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["exhibit", "sha256"],
                name="capture_is_shown_once_in_an_exhibit",
                violation_error_message="The same file stands in this exhibit already.",
            ),
            models.CheckConstraint(
                name="capture_date_is_as_precise_as_it_says",
                condition=Q(acquired=None, acquired_precision="unknown")
                | Q(acquired__isnull=False) & ~Q(acquired_precision="unknown"),
                violation_error_message="Say how much of the date is known, or leave the date empty.",
            ),
            models.CheckConstraint(
                name="capture_resolution_is_positive",
                condition=Q(ground_sample_distance=None) | Q(ground_sample_distance__gt=0),
                violation_error_message="Metres per pixel are more than 0.",
            ),
        ]

    def __str__(self):
        return f"{self.label}: {self.acquired_words}"

    def payload(self):
        return {
            "label": self.label,
            "acquired": self.acquired_words,
            "acquired_basis": self.acquired_basis,
            "provider": self.provider,
            "platform": self.platform,
            "resolution": self.resolution_words,
            "licence": self.licence,
            "licence_url": self.licence_url,
            "credit": self.credit,
            "alt_text": self.alt_text,
            "sample": "Generated sample, not imagery" if self.is_sample else "",
            "sha256": self.sha256,
            "media_type": self.media_type,
            "bytes": self.byte_size,
            "width": self.width,
            "height": self.height,
        }

    @property
    def resolution_words(self):
        if self.ground_sample_distance is None:
            return "Not known"
        return f"{self.ground_sample_distance.normalize():f} m per pixel"

    @property
    def acquired_words(self):
        """The time of acquisition, as far as it is known, in UTC."""
        if self.acquired is None or self.acquired_precision == self.Precision.UNKNOWN:
            return "Not stated"
        form = {"second": "%B {day}, %Y, %H:%M:%S UTC", "day": "%B {day}, %Y", "month": "%B %Y", "year": "%Y"}
        return self.acquired.strftime(form[self.acquired_precision]).format(day=self.acquired.day)
