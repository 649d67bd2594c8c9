"""What was received: the text of a press release or transcript, its bytes and their hash."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Left, Length

from hearings.models.hearing import WEB_ADDRESS, Hearing
from hearings.models.publishing import readable
from hearings.text import shorten


class SourceQuerySet(models.QuerySet):
    def public(self):
        """Sources of hearings that answer at their address."""
        return self.filter(readable("hearing__"))

    def shown_with(self, hearing: Hearing):
        """What the public page of `hearing` names: what came with it, and whatever something public was taken from.

        A transcript, or what was received later, may be a draft's.
        """
        came_with = ~Q(kind="transcript") & Q(received_at__lte=hearing.current.published_at)
        cited = Q(quotes__in=hearing.quotes.readable()) | Q(transcripts__in=hearing.transcripts.readable())
        return self.filter(Q(hearing=hearing) & (came_with | cited)).distinct().listed()

    def listed(self):
        """Without the text and the bytes, which a list does not need."""
        return self.defer("text", "original")

    def with_first_words(self):
        """As `listed`, and with the beginning of the text, by which editors tell sources apart."""
        return self.listed().annotate(beginning=Left("text", 400))

    def waiting(self):
        """Imports that nobody has turned into a hearing yet."""
        return self.filter(hearing=None).with_first_words()


class SourceDocument(models.Model):
    class Kind(models.TextChoices):
        PRESS_RELEASE = "press_release", "Press release"
        TRANSCRIPT = "transcript", "Transcript"
        STATEMENT = "statement", "Written statement"
        OTHER = "other", "Other document"

    hearing = models.ForeignKey(Hearing, models.SET_NULL, null=True, blank=True, related_name="sources")
    kind = models.CharField(max_length=13, choices=Kind.choices, default=Kind.PRESS_RELEASE)
    title = models.CharField(max_length=400, blank=True)
    publisher = models.CharField(max_length=250, blank=True, help_text="Whose release it is.")
    url = models.URLField("address", max_length=1000, blank=True, validators=[WEB_ADDRESS])
    language = models.CharField(max_length=35, default="en")
    text = models.TextField(help_text="The decoded text. Quotes point into it, so it never changes.")
    original = models.BinaryField(help_text="The bytes as they were received.")
    sha256 = models.CharField("SHA-256 of the bytes", max_length=64, unique=True)
    note = models.TextField(blank=True, help_text="What a reader should know, for example that it is an excerpt.")
    received_at = models.DateTimeField(auto_now_add=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    review_left = models.TextField(
        blank=True, editable=False, help_text="What was entered in the review of its import, to go on with."
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        verbose_name = "source"
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="source_has_a_sha256",
                condition=models.lookups.Exact(Length("sha256"), 64),
            ),
        ]

    def __str__(self):
        return self.title or f"{self.get_kind_display()} received {self.received_at:%Y-%m-%d}"

    @property
    def first_line(self) -> str:
        """Of its text, for editors alone: a source that has no title is known to the public by its kind and day."""
        begins = getattr(self, "beginning", None)
        lines = (self.text if begins is None else begins).splitlines()
        return shorten(next((line.strip() for line in lines if line.strip()), ""), 100)

    def payload(self):
        """What the page of a quote says of the source in which its words stand."""
        return {
            "title": str(self),
            "kind": self.get_kind_display(),
            "publisher": self.publisher,
            "url": self.url,
            "note": self.note,
            "received": self.received_at.date().isoformat(),
            "sha256": self.sha256,
        }
