"""Hearings, the bodies that hold them, their topics and their addresses."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from hearings.models.publishing import Publishable, PublishableQuerySet, State

WEB_ADDRESS = URLValidator(schemes=["https", "http"])


def validate_time_zone(name):
    try:
        ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise ValidationError("Enter a time zone by its name, such as America/New_York.") from error


class ShelfQuerySet(models.QuerySet):
    """Bodies and topics: public as soon as something public stands under them."""

    def public(self):
        return self.filter(pk__in=Hearing.objects.public().values(self.model.hearings.field.name))


class Shelf(models.Model):
    """What hearings are filed under: a name, an address and a few words about it."""

    name = models.CharField(max_length=250, unique=True)
    slug = models.SlugField("address", max_length=120, unique=True)
    description = models.TextField(blank=True, help_text="Plain text; a blank line begins a paragraph.")

    objects = ShelfQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["name"]

    @property
    def is_closed(self):
        """Whether nothing can be read under it any more, since it was sealed."""
        return self.hearings.filter(state=State.SEALED).exists() and not self.hearings.readable().exists()

    def __str__(self):
        return self.name


class Body(Shelf):
    class Kind(models.TextChoices):
        COMMISSION = "commission", "Commission"
        COMMITTEE = "committee", "Committee"
        SUBCOMMITTEE = "subcommittee", "Subcommittee"
        OTHER = "other", "Other"

    abbreviation = models.CharField(max_length=20, blank=True, help_text="CECC")
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.COMMISSION)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    url = models.URLField("its own web site", max_length=500, blank=True, validators=[WEB_ADDRESS])

    class Meta(Shelf.Meta):
        verbose_name_plural = "bodies"
        constraints = [
            models.CheckConstraint(
                name="body_is_not_its_own_parent", condition=Q(parent=None) | ~Q(parent=models.F("pk"))
            )
        ]

    def get_absolute_url(self):
        return reverse("hearings:body", args=[self.slug])


class Topic(Shelf):
    def get_absolute_url(self):
        return reverse("hearings:topic", args=[self.slug])


class HearingQuerySet(PublishableQuerySet):
    def listed(self):
        """With what a list of hearings shows: the version that says who held each."""
        return self.select_related("current")


class Hearing(Publishable):
    class Kind(models.TextChoices):
        HEARING = "hearing", "Hearing"
        JOINT = "joint_hearing", "Joint hearing"
        FIELD = "field_hearing", "Field hearing"
        BRIEFING = "briefing", "Briefing"
        ROUNDTABLE = "roundtable", "Roundtable"

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", "Scheduled"
        HELD = "held", "Held"
        POSTPONED = "postponed", "Postponed"
        CANCELLED = "cancelled", "Cancelled"

    class Precision(models.TextChoices):
        DAY = "day", "The day"
        MONTH = "month", "The month"
        YEAR = "year", "The year"
        STATED = "stated", "Only what the source says (no year)"

    title = models.CharField(max_length=400)
    slug = models.SlugField(
        "address",
        max_length=120,
        unique=True,
        help_text="The last part of the page's address. Once published, it changes by “Change address” only.",
    )
    bodies = models.ManyToManyField(Body, related_name="hearings", help_text="Who held it.")
    kind = models.CharField(max_length=14, choices=Kind.choices, default=Kind.HEARING)
    status = models.CharField("held?", max_length=9, choices=Status.choices, default=Status.HELD)
    date = models.DateField(null=True, blank=True, help_text="Leave empty while the year is unknown. Do not guess.")
    date_precision = models.CharField(
        "how much of the date is known",
        max_length=6,
        choices=Precision.choices,
        default=Precision.DAY,
        help_text="For “the month” or “the year”, enter its first day above.",
    )
    date_as_stated = models.CharField(
        max_length=80, blank=True, help_text="The source's own words where it names no year: “June 13”."
    )
    start_time = models.TimeField(null=True, blank=True, help_text="In the time zone below. Empty: not known.")
    time_zone = models.CharField(max_length=40, default=settings.TIME_ZONE, validators=[validate_time_zone])
    place = models.CharField(max_length=250, blank=True, help_text="Room, building, city.")
    congress = models.PositiveSmallIntegerField(
        "number of the Congress", null=True, blank=True, help_text="118 for 2023 and 2024."
    )
    summary = models.TextField(blank=True, help_text="In your own words. Plain text; a blank line begins a paragraph.")
    video_url = models.URLField("video", max_length=500, blank=True, validators=[WEB_ADDRESS])
    official_url = models.URLField("the body's own page about it", max_length=500, blank=True, validators=[WEB_ADDRESS])
    topics = models.ManyToManyField(Topic, related_name="hearings", blank=True)

    objects = HearingQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = [models.F("date").desc(nulls_first=True), "-pk"]
        permissions = [("publish_hearing", "Can publish hearings, quotes and exhibits")]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="hearing_date_is_as_precise_as_it_says",
                condition=Q(date_precision="stated", date=None) | ~Q(date_precision="stated") & Q(date__isnull=False),
                violation_error_message="Enter the date, or choose “Only what the source says” and give its words.",
            ),
            models.CheckConstraint(
                name="hearing_is_published_with_its_date",
                condition=Q(published_at=None) | Q(date__isnull=False),
                violation_error_message="A hearing is published with its date.",
            ),
            models.CheckConstraint(name="hearing_has_a_title", condition=~Q(title="")),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        if self.date_precision == self.Precision.STATED and self.date:
            raise ValidationError({"date_precision": "There is a date: say how much of it is known."})
        if self.date_precision != self.Precision.STATED and not self.date:
            raise ValidationError(
                {"date": "Enter the date, or choose “Only what the source says” and give its words below."}
            )
        if FormerSlug.objects.filter(slug=self.slug).exclude(hearing=self.pk).exists():
            raise ValidationError({"slug": "Another hearing had this address. Choose a different one."})

    def get_absolute_url(self):
        return reverse("hearings:hearing", args=[self.slug])

    def payload(self):
        presiding_first = sorted(self.appearances.select_related("person"), key=lambda row: row.role == "witness")
        return {
            "title": self.title,
            "bodies": [{"name": body.name, "page": body.get_absolute_url()} for body in self.bodies.order_by("name")],
            "date": self.date_words,
            "time": self.starts_at.isoformat() if self.starts_at else "",
            "place": self.place,
            "meeting": self.get_kind_display(),
            "status": self.get_status_display(),
            "congress": self.congress,
            "summary": self.summary,
            "official_url": self.official_url,
            "video_url": self.video_url,
            "references": [mention.payload() for mention in self.mentions.select_related("reference__earlier_hearing")],
            "people": [appearance.payload() for appearance in presiding_first],
        }

    @property
    def starts_at(self):
        """The moment it began, aware, in its own zone; None unless both day and time are known."""
        if self.date and self.start_time and self.date_precision == self.Precision.DAY:
            return datetime.combine(self.date, self.start_time, ZoneInfo(self.time_zone))
        return None

    @property
    def date_words(self):
        """The date as far as it is known: “June 13, 2023”, “June 2023”, “2023”, “June 13 (year not stated)”."""
        if not self.date:
            return f"{self.date_as_stated} (year not stated)" if self.date_as_stated else "Date not known"
        month = self.date.strftime("%B")
        if self.date_precision == self.Precision.DAY:
            return f"{month} {self.date.day}, {self.date.year}"
        return f"{month} {self.date.year}" if self.date_precision == self.Precision.MONTH else str(self.date.year)

    @property
    def date_machine(self):
        """The date for `<time datetime>`, as precise as it is known; empty where HTML has no form for it."""
        if not self.date:
            return ""
        return self.date.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.date_precision]]

    @property
    def is_upcoming(self):
        return bool(self.date and self.status == self.Status.SCHEDULED and self.date >= timezone.localdate())


class FormerSlug(models.Model):
    """An address that a hearing once had, so that links to it go on working."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="former_slugs")
    slug = models.SlugField(max_length=120, unique=True)

    class Meta:
        verbose_name = "former address"
        verbose_name_plural = "former addresses"

    def __str__(self):
        return self.slug
