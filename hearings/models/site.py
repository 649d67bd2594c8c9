"""Sites: the places that images show, and how exactly the public may know where they are."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from hearings.ids import new_public_id
from hearings.places import bounds_as, point_as, words_as

COORDINATE = {"max_digits": 9, "decimal_places": 6, "null": True, "blank": True}


class Site(models.Model):
    class Precision(models.TextChoices):
        EXACT = "exact", "Exact"
        ROUNDED = "rounded", "Rounded to a tenth of a degree (about 10 km)"
        WITHHELD = "withheld", "Withheld"

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    name = models.CharField(max_length=250, help_text="In Latin letters: “Tumen detention center”.")
    local_name = models.CharField(
        "name in the local script", max_length=250, blank=True, help_text="As it is written there."
    )
    local_language = models.CharField(
        "language of that name", max_length=35, blank=True, help_text="As a tag: ko, zh, ug, bo."
    )
    country = models.CharField(
        max_length=2,
        blank=True,
        validators=[RegexValidator("^[A-Z]{2}$", "Enter two capital letters, as in ISO 3166: CN, KP.")],
        help_text="Two letters (ISO 3166): CN, KP. Empty: not stated.",
    )
    latitude = models.DecimalField(
        **COORDINATE,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Degrees (WGS 84), north positive.",
    )
    longitude = models.DecimalField(
        **COORDINATE,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Degrees (WGS 84), east positive.",
    )
    coordinate_precision = models.CharField(
        "what the public sees of the coordinates",
        max_length=8,
        choices=Precision.choices,
        default=Precision.WITHHELD,
        help_text="Holds for the page, the map, the data and the files of every image of this site.",
    )
    precision_reason = models.CharField(
        "why", max_length=250, blank=True, help_text="Why they are rounded or withheld. Public."
    )
    area = models.PositiveIntegerField("area in m²", null=True, blank=True, help_text="Of the grounds, if measured.")
    revision = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="site_has_both_coordinates_or_none",
                condition=Q(latitude=None, longitude=None) | Q(latitude__isnull=False, longitude__isnull=False),
                violation_error_message="Enter both latitude and longitude, or neither.",
            ),
            models.CheckConstraint(
                name="site_coordinates_are_on_earth",
                condition=Q(latitude=None) | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                violation_error_message="Latitude goes from -90 to 90, longitude from -180 to 180.",
            ),
            models.CheckConstraint(name="site_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self):
        return self.name

    def payload(self):
        """What publishing an exhibit of this site freezes about it: never more than the policy lets the public see."""
        return {
            "id": self.public_id,
            "name": self.name,
            "local_name": self.local_name,
            "local_language": self.local_language,
            "country": self.country,
            "coordinates": self.public_coordinates,
            "point": self.public_point,
            "precision": self.coordinate_precision,
            "precision_reason": self.precision_reason,
            "area": self.area,
        }

    @property
    def public_point(self) -> list[float]:
        """Longitude and latitude as far as the policy lets the public see them; empty: not at all."""
        return [] if self.latitude is None else point_as(self.coordinate_precision, self.longitude, self.latitude)

    def public_bounds(self, west: float, south: float, east: float, north: float) -> list[float]:
        """A bounding box by the same policy; where it is rounded, outward."""
        return bounds_as(self.coordinate_precision, west, south, east, north)

    @property
    def public_coordinates(self):
        """Latitude and longitude as the policy lets the public see them, in words."""
        if self.latitude is None:
            return "Not stated"
        words = words_as(self.coordinate_precision, self.longitude, self.latitude)
        return f"{words}, rounded to a tenth of a degree" if self.coordinate_precision == "rounded" else words
