"""Quotes: the exact words, who said them, and where they stand in a source."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from hearings.models.appearance import Appearance
from hearings.models.hearing import Hearing
from hearings.models.publishing import Publishable, PublishableQuerySet
from hearings.models.source import SourceDocument
from hearings.models.transcript import Turn
from hearings.text import paragraphs, shorten, side_by_side


class QuoteQuerySet(PublishableQuerySet):
    parents = ("hearing__",)

    def shown(self):
        """With everything that a quote's place on a page needs, in one query."""
        return self.select_related("current", "speaker__person")


class Quote(Publishable):
    class Kind(models.TextChoices):
        DIRECT = "direct", "Direct"
        PARTIAL = "partial", "Partial: words within reported speech"

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
    turn = models.ForeignKey(
        Turn,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        editable=False,
        help_text="The turn of the transcript from which the words were taken: `spans` count its characters.",
    )
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
    spans = models.JSONField(default=list, editable=False)
    order = models.PositiveIntegerField(default=0)

    objects = QuoteQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["order", "pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="published_quote_has_speaker_and_source",
                condition=Q(published_at=None) | Q(speaker__isnull=False, source__isnull=False, current__isnull=False),
            ),
            models.CheckConstraint(name="quote_has_words", condition=~Q(text="") | Q(state="sealed")),
        ]

    def __str__(self):
        return shorten(self.line, 80) or f"Quote {self.public_id}"

    @property
    def passages(self):
        return paragraphs(self.text)

    @property
    def line(self):
        """The words on one line, for a title or a list within quotation marks."""
        return side_by_side(self.text)

    def get_absolute_url(self):
        return reverse("hearings:quote", args=[self.public_id])

    @property
    def anchored(self) -> bool:
        """Whether the words were taken from a turn that has a version."""
        return bool(self.turn and self.turn.current)

    def finding_of(self, version):
        """How this version stands in the transcript, where that is public; of the current one alone it is known."""
        finding = getattr(self, "finding", None) if version.pk == self.current_id else None
        return finding if finding and finding.is_public else None

    @property
    def ground(self) -> str:
        """The text in which the words stand, and whose characters the spans count."""
        return self.turn.text if self.turn else self.source.text if self.source else ""

    def payload(self):
        anchor = {"id": self.turn.public_id, "version": self.turn.current.number} if self.anchored else {}
        return ({"turn": anchor} if anchor else {}) | {
            "text": self.text,
            "language": self.language,
            "kind": self.kind,
            "note": self.note,
            "speaker": {
                "id": self.speaker.person_id if self.speaker else None,
                "name": self.speaker.person.styled_name if self.speaker else "Speaker not known",
                "title": self.speaker.shown_title if self.speaker else "",
                "organization": self.speaker.shown_organization if self.speaker else "",
            },
            "hearing": {"id": self.hearing.public_id, "title": self.hearing.title, "date": self.hearing.date_words},
            "source": self.source.payload() if self.source else {},
            "selectors": [{"start": start, "end": end} for start, end in self.spans],
        }
