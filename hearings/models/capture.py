"""Captures: single satellite images with the facts of their acquisition, and the files that were made of them."""

from datetime import UTC

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from hearings.models.exhibit import Exhibit
from hearings.models.hearing import WEB_ADDRESS

SAMPLE = "Generated sample, not imagery"
BANDS = r"^[0-9]{1,2}(\s*,\s*[0-9]{1,2}\s*,\s*[0-9]{1,2})?$"
DEGREES = {"null": True, "blank": True}
ELEVATION = [MinValueValidator(-90), MaxValueValidator(90)]


class CaptureQuerySet(models.QuerySet):
    def waiting(self):
        """Whose files are still to be made, the oldest first."""
        return self.filter(processing=Capture.Processing.PENDING).order_by("pk")


class Capture(models.Model):
    class Precision(models.TextChoices):
        SECOND = "second", "The second"
        DAY = "day", "The day"
        MONTH = "month", "The month"
        YEAR = "year", "The year"
        UNKNOWN = "unknown", "Not known"

    class Processing(models.TextChoices):
        PENDING = "pending", "Being prepared"
        READY = "ready", "Ready"
        FAILED = "failed", "Failed"

    exhibit = models.ForeignKey(Exhibit, models.PROTECT, related_name="captures")
    label = models.CharField(max_length=60, help_text="Before, After")
    acquired = models.DateTimeField(
        "acquired (UTC)",
        null=True,
        blank=True,
        help_text="When the satellite took it, not when it was processed.",
    )
    acquired_end = models.DateTimeField(
        "until (UTC)", null=True, blank=True, help_text="Only if it was put together from several passes."
    )
    acquired_precision = models.CharField(
        "how much of the date is known", max_length=7, choices=Precision.choices, default=Precision.UNKNOWN
    )
    acquired_basis = models.CharField(
        "where the date comes from",
        max_length=200,
        blank=True,
        help_text="Provider's metadata, the file's name, burnt into the image, the witness. "
        "If it is not known: who was asked.",
    )
    provider = models.CharField(max_length=200, blank=True, help_text="Who sells or gives away the image.")
    platform = models.CharField("satellite", max_length=120, blank=True)
    sensor = models.CharField(max_length=120, blank=True)
    scene = models.CharField(
        "scene id",
        max_length=200,
        blank=True,
        help_text="The provider's name for this image. Public only where the coordinates of the site are exact.",
    )
    ground_sample_distance = models.DecimalField(
        "resolution in metres per pixel",
        max_digits=9,
        decimal_places=4,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text="Native, of the satellite. The scale bar is drawn by it, unless the file carries a georeference.",
    )
    resolution_unknown = models.BooleanField("the resolution is not known", default=False)
    off_nadir = models.FloatField("off-nadir angle (degrees)", **DEGREES, validators=ELEVATION)
    sun_azimuth = models.FloatField(
        "sun azimuth (degrees)", **DEGREES, validators=[MinValueValidator(0), MaxValueValidator(360)]
    )
    sun_elevation = models.FloatField("sun elevation (degrees)", **DEGREES, validators=ELEVATION)
    cloud_cover = models.FloatField(
        "cloud cover (%)", **DEGREES, validators=[MinValueValidator(0), MaxValueValidator(100)]
    )
    west = models.FloatField(**DEGREES, validators=[MinValueValidator(-180), MaxValueValidator(180)])
    south = models.FloatField(**DEGREES, validators=ELEVATION)
    east = models.FloatField(**DEGREES, validators=[MinValueValidator(-180), MaxValueValidator(180)])
    north = models.FloatField(**DEGREES, validators=ELEVATION)
    crs = models.CharField(
        "coordinate reference system", max_length=40, blank=True, help_text="Of the file: EPSG:32652."
    )
    bands = models.CharField(
        "bands shown as red, green, blue",
        max_length=40,
        blank=True,
        validators=[RegexValidator(BANDS, "Write three numbers, as in 3,2,1, or one for a grey picture.")],
        help_text="Numbers from 1: 3,2,1. One number shows that band in grey.",
    )
    stretch_low = models.FloatField("shown as black", null=True, blank=True, help_text="The value in the file.")
    stretch_high = models.FloatField("shown as white", null=True, blank=True, help_text="The value in the file.")
    crop = models.CharField(max_length=200, blank=True, help_text="What was cut away before the file was received.")
    sharpening = models.CharField("sharpening and other changes", max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True, help_text="In words: “Public domain (USGS)”.")
    licence_code = models.CharField(
        "licence code", max_length=60, blank=True, help_text="By SPDX: CC-BY-4.0, CC0-1.0. Empty: it has none."
    )
    licence_url = models.URLField("address of the licence", max_length=500, blank=True, validators=[WEB_ADDRESS])
    credit = models.CharField("credit line", max_length=200, blank=True)
    may_embed = models.BooleanField("others may embed it", default=False)
    may_download = models.BooleanField("readers may download it", default=False)
    alt_text = models.CharField(
        "image in words",
        max_length=500,
        blank=True,
        help_text="What a reader who cannot see it needs to know.",
    )
    long_description = models.TextField("longer description", blank=True, help_text="If the image needs more words.")
    is_sample = models.BooleanField(
        "drawn sample, not imagery", default=False, help_text="The caption says so on every page."
    )
    source_checksum = models.CharField(
        "checksum given by the source", max_length=160, blank=True, help_text="Empty: the source gave none."
    )
    original = models.FileField(editable=False, max_length=200)
    sha256 = models.CharField("SHA-256 of the original", max_length=64, editable=False)
    media_type = models.CharField(max_length=40, editable=False)
    byte_size = models.PositiveIntegerField(editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    file_notes = models.JSONField(default=list, editable=False)
    needs_stretch = models.BooleanField(default=False, editable=False)
    needs_bands = models.BooleanField(default=False, editable=False)
    processing = models.CharField(max_length=7, choices=Processing.choices, default=Processing.PENDING, editable=False)
    problem = models.CharField(max_length=500, blank=True, editable=False)
    rendering = models.JSONField(default=dict, editable=False)
    findings = models.JSONField(default=dict, editable=False)
    order = models.PositiveIntegerField(default=0)

    objects = CaptureQuerySet.as_manager()

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
                condition=Q(acquired=None, acquired_end=None, acquired_precision="unknown")
                | Q(acquired__isnull=False) & ~Q(acquired_precision="unknown"),
                violation_error_message="Say how much of the date is known, or leave the date empty.",
            ),
            models.CheckConstraint(
                name="capture_ends_after_it_begins",
                condition=Q(acquired_end=None) | Q(acquired_end__gte=models.F("acquired")),
                violation_error_message="The end of the acquisition is before its beginning.",
            ),
            models.CheckConstraint(
                name="capture_resolution_is_positive",
                condition=Q(ground_sample_distance=None) | Q(ground_sample_distance__gt=0),
                violation_error_message="Metres per pixel are more than 0.",
            ),
            models.CheckConstraint(
                name="capture_resolution_is_known_or_not",
                condition=Q(ground_sample_distance=None) | Q(resolution_unknown=False),
                violation_error_message="Enter the resolution, or say that it is not known; not both.",
            ),
            models.CheckConstraint(
                name="capture_has_all_four_edges_or_none",
                condition=Q(west=None, south=None, east=None, north=None)
                | Q(west__isnull=False, south__isnull=False, east__isnull=False, north__isnull=False)
                & Q(south__lt=models.F("north")),
                violation_error_message="Enter west, south, east and north, with south below north; or none of them.",
            ),
            models.CheckConstraint(
                name="capture_stretch_has_both_ends",
                condition=Q(stretch_low=None, stretch_high=None)
                | Q(stretch_high__isnull=False, stretch_low__isnull=False, stretch_low__lt=models.F("stretch_high")),
                violation_error_message="Enter both values of the stretch, the one shown as black being the lower.",
            ),
            models.CheckConstraint(
                name="capture_has_a_known_processing_state",
                condition=Q(processing__in=["pending", "ready", "failed"]),
            ),
        ]

    def __str__(self):
        return f"{self.label}: {self.acquired_words}"

    def payload(self, site=None):
        """What publishing freezes of it; where it is, only as far as the policy of its site lets the public see."""
        hides = site is None or site.coordinate_precision != "exact"
        edges = (self.west, self.south, self.east, self.north)
        return {
            "label": self.label,
            "acquired": self.acquired_words,
            "acquired_start": in_utc(self.acquired),
            "acquired_end": in_utc(self.acquired_end),
            "acquired_precision": self.acquired_precision,
            "acquired_basis": self.acquired_basis,
            "provider": self.provider,
            "platform": self.platform,
            "sensor": self.sensor,
            "scene": "" if hides else self.scene,
            "resolution": self.resolution_words,
            "gsd": float(self.ground_sample_distance) if self.ground_sample_distance is not None else None,
            "pixel_size": self.pixel_size,
            "off_nadir": self.off_nadir,
            "sun_azimuth": None if hides else self.sun_azimuth,
            "sun_elevation": None if hides else self.sun_elevation,
            "cloud_cover": self.cloud_cover,
            "bbox": site.public_bounds(*edges) if site else [],
            "crs": "" if hides else self.crs,
            "processing": self.processing_log,
            "licence": self.licence,
            "licence_code": self.licence_code,
            "licence_url": self.licence_url,
            "credit": self.credit,
            "may_embed": self.may_embed,
            "may_download": self.may_download,
            "alt_text": self.alt_text,
            "long_description": self.long_description,
            "sample": SAMPLE if self.is_sample else "",
            "sha256": self.sha256,
            "source_checksum": self.source_checksum,
            "media_type": self.media_type,
            "bytes": self.byte_size,
            "width": self.width,
            "height": self.height,
            "rendering": self.rendering,
            "annotations": [annotation.payload() for annotation in self.annotations.all()] if self.pk else [],
        }

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height in pixels of the picture that is shown and marked: the original's, unless put on a grid."""
        shown = self.rendering or {"width": self.width, "height": self.height}
        return shown["width"], shown["height"]

    @property
    def processing_log(self):
        """What was done to the image before a reader sees it, a sentence each; nothing: it is shown as received."""
        steps = []
        if self.bands:
            steps.append(f"Bands {self.bands} are shown as red, green and blue.")
        if self.stretch_low is not None:
            steps.append(f"Values from {self.stretch_low:g} (black) to {self.stretch_high:g} (white) are shown.")
        if self.crop:
            steps.append(f"Crop: {self.crop.rstrip('.')}.")
        if self.sharpening:
            steps.append(f"Sharpening and other changes: {self.sharpening.rstrip('.')}.")
        if self.rendering.get("grid"):
            steps.append("Put on one grid with the other images of this exhibit.")
        return steps

    @property
    def band_numbers(self) -> list[int]:
        return [int(number) for number in self.bands.split(",")] if self.bands else []

    @property
    def pixel_size(self) -> float | None:
        """Metres on the ground for each pixel: as the georeference states, else the native resolution."""
        stated = (self.findings.get("georeference") or {}).get("gsd")
        native = float(self.ground_sample_distance) if self.ground_sample_distance is not None else None
        return round(stated, 4) if stated else native

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
        words = self._in_words(self.acquired)
        until = self._in_words(self.acquired_end) if self.acquired_end else words
        return words if until == words else f"{words} to {until}"

    def _in_words(self, moment):
        form = {"second": "%B {day}, %Y, %H:%M:%S UTC", "day": "%B {day}, %Y", "month": "%B %Y", "year": "%Y"}
        moment = moment.astimezone(UTC)
        return moment.strftime(form[self.acquired_precision]).format(day=moment.day)


def in_utc(moment) -> str:
    """A moment by RFC 3339 in UTC; empty if there is none."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if moment else ""
