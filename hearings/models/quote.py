"""Quotes: the exact words, where they stand in a source, and the versions that were published."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from hearings.models.appearance import Appearance
from hearings.models.hearing import Hearing
from hearings.models.publishing import Publishable, PublishableQuerySet
from hearings.models.source import SourceDocument
from hearings.text import direction, paragraphs, selectors, shorten


class QuoteQuerySet(PublishableQuerySet):
    parent = "hearing__"

    def shown(self):
        """With everything that a quote's place on a page needs, in one query."""
        return self.select_related("current", "speaker__person")


class Wording(models.Model):
    """What a quote says and how that is shown, shared by the working copy and the versions."""

    class Kind(models.TextChoices):
        DIRECT = "direct", "Direct"
        PARTIAL = "partial", "Partial: words within reported speech"

    kind = models.CharField(max_length=7, choices=Kind.choices, default=Kind.DIRECT)
    language = models.CharField(
        max_length=35, default="en", help_text="The language the words are in, as a tag: en, ko, zh, ug, bo."
    )
    text = models.TextField(
        help_text="The exact words, without the outer quotation marks. A blank line where the source breaks off, "
        "for example for an attribution."
    )
    note = models.CharField(
        max_length=300, blank=True, help_text="What a reader should know about the words: “Sample text.”"
    )

    class Meta:
        abstract = True

    def __str__(self):
        return shorten(self.text, 80)

    @property
    def passages(self):
        return paragraphs(self.text)

    @property
    def direction(self):
        return direction(self.language)


class Quote(Publishable, Wording):
    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="quotes")
    speaker = models.ForeignKey(
        Appearance,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="Who said it, as listed at this hearing.",
    )
    source = models.ForeignKey(
        SourceDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        help_text="Where the words stand. They must be found there, letter for letter.",
    )
    spans = models.JSONField(default=list, editable=False)
    current = models.ForeignKey("QuoteVersion", models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    order = models.PositiveIntegerField(default=0)

    objects = QuoteQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["order", "pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="published_quote_has_speaker_source_and_version",
                condition=Q(published_at=None) | Q(speaker__isnull=False, source__isnull=False, current__isnull=False),
            ),
            models.CheckConstraint(name="quote_has_words", condition=~Q(text="")),
        ]

    def get_absolute_url(self):
        return reverse("hearings:quote", args=[self.public_id])

    def next_version(self):
        """The working copy as a version, not saved: what publishing it now would freeze."""
        number = self.current.number + 1 if self.current else 1
        return QuoteVersion(
            quote=self,
            number=number,
            kind=self.kind,
            language=self.language,
            text=self.text,
            note=self.note,
            speaker_name=self.speaker.person.styled_name if self.speaker else "Speaker not known",
            speaker_title=self.speaker.shown_title if self.speaker else "",
            speaker_organization=self.speaker.shown_organization if self.speaker else "",
            source=self.source,
            selectors=selectors(self.source.text, self.spans) if self.source else [],
        )

    @property
    def shown(self):
        """The version to show: the current one, or for a draft what would be published."""
        return self.current or self.next_version()


class QuoteVersion(Wording):
    """A wording as it was published, with the speaker's name and title as they were shown. Never changed."""

    quote = models.ForeignKey(Quote, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    speaker_name = models.CharField(max_length=300)
    speaker_title = models.TextField(blank=True)
    speaker_organization = models.CharField(max_length=250, blank=True)
    source = models.ForeignKey(SourceDocument, models.PROTECT, related_name="+")
    selectors = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["quote", "number"]
        constraints = [
            models.UniqueConstraint(fields=["quote", "number"], name="quote_version_number_is_used_once"),
            models.CheckConstraint(name="quote_versions_count_from_1", condition=Q(number__gte=1)),
            models.CheckConstraint(name="quote_version_has_words", condition=~Q(text="")),
        ]

    def get_absolute_url(self):
        return reverse("hearings:quote_version", args=[self.quote.public_id, self.number])

    @property
    def affiliation(self):
        return ", ".join(part for part in (self.speaker_title, self.speaker_organization) if part)
