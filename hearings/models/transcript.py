"""Transcripts: what was said at a hearing, turn by turn, in sections; and the editions in which it was received."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from hearings.models.appearance import Appearance
from hearings.models.hearing import Hearing
from hearings.models.publishing import Publishable, PublishableQuerySet, State
from hearings.models.source import SourceDocument
from hearings.text import paragraphs, shorten

PER_PAGE = 300  # turns


def anchor(public_id: str) -> str:
    """What leads from any page of a transcript to one of its turns."""
    return f"?turn={public_id}#t-{public_id}"


class TranscriptQuerySet(PublishableQuerySet):
    parents = ("hearing__",)

    def open(self):
        """Neither withdrawn nor sealed: a hearing has at most one such."""
        return self.exclude(state__in=[State.WITHDRAWN, State.SEALED])


class Transcript(Publishable):
    class Accuracy(models.TextChoices):
        OFFICIAL = "official", "Official transcript"
        CAPTIONS = "captions", "Machine captions"
        CORRECTED = "corrected", "Corrected transcript"

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="transcripts")
    source = models.ForeignKey(SourceDocument, models.PROTECT, related_name="transcripts", editable=False)
    accuracy = models.CharField(max_length=9, choices=Accuracy.choices, default=Accuracy.OFFICIAL)
    language = models.CharField(max_length=35, default="en", help_text="A tag: en, ko, zh, ug, bo.")
    note = models.CharField(
        max_length=300, blank=True, help_text="What a reader should know: “The morning session only.”"
    )

    objects = TranscriptQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["-pk"]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="transcript_has_a_known_accuracy", condition=Q(accuracy__in=["official", "captions", "corrected"])
            ),
            models.UniqueConstraint(
                fields=["hearing"], condition=~Q(state__in=["withdrawn", "sealed"]), name="hearing_has_one_transcript"
            ),
        ]

    def __str__(self):
        return f"{self.get_accuracy_display()} of “{self.hearing}”"

    def get_absolute_url(self):
        return reverse("hearings:transcript", args=[self.hearing.slug])

    def payload(self):
        turns = self.turns.exclude(state=State.SEALED)
        ids = turns.values_list("public_id", flat=True)
        headed = self.sections.filter(turns__in=turns.order_by()).distinct()  # others had the turns of a former edition
        return {
            "title": f"{self.get_accuracy_display()}: {self.hearing.title}",
            "accuracy": self.get_accuracy_display(),
            "language": self.language,
            "note": self.note,
            "hearing": {"id": self.hearing.public_id, "title": self.hearing.title, "date": self.hearing.date_words},
            "source": self.source.payload(),
            "sections": [{"part": section.get_kind_display(), "title": section.title} for section in headed],
            "turns": {"count": len(ids), "sha256": hashlib.sha256("\n".join(ids).encode()).hexdigest()},
        }


class Section(models.Model):
    """A part of a transcript under its own heading; an empty title is a part without one."""

    class Kind(models.TextChoices):
        ORAL = "oral", "Spoken at the hearing"
        STATEMENT = "prepared_statement", "Prepared statement"
        QUESTION = "question", "Question for the record"
        SUBMISSION = "submission", "Submitted for the record"
        APPENDIX = "appendix", "Appendix"

    transcript = models.ForeignKey(Transcript, models.CASCADE, related_name="sections")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=18, choices=Kind.choices, default=Kind.ORAL)
    title = models.TextField(blank=True)

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.CheckConstraint(
                name="section_has_a_known_kind",
                condition=Q(kind__in=["oral", "prepared_statement", "question", "submission", "appendix"]),
            )
        ]

    def __str__(self):
        return self.title or self.get_kind_display()


class TurnQuerySet(PublishableQuerySet):
    parents = ("transcript__", "transcript__hearing__")

    def shown(self):
        """With everything that a turn's place on a page needs, in one query."""
        return self.select_related("current", "speaker__person", "section")


class Turn(Publishable):
    """One speaker's uninterrupted words, a stage direction, or the text of a written part."""

    moves_alone = False

    class Kind(models.TextChoices):
        SPEECH = "speech", "Speech"
        DIRECTION = "direction", "Stage direction"
        WRITTEN = "written", "Written text"

    transcript = models.ForeignKey(Transcript, models.CASCADE, related_name="turns")
    section = models.ForeignKey(Section, models.RESTRICT, related_name="turns")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=9, choices=Kind.choices, default=Kind.SPEECH)
    label = models.CharField(max_length=250, blank=True, help_text="As printed: “The Chairman.”")
    speaker = models.ForeignKey(
        Appearance,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="turns",
        help_text="Who said it, as listed at this hearing.",
    )
    named = models.CharField("name as read", max_length=250, blank=True, editable=False)
    unresolved = models.CharField("why nobody is named", max_length=300, blank=True)
    text = models.TextField(help_text="Plain text; a blank line begins a paragraph.")
    footnotes = models.JSONField(
        default=list,
        blank=True,
        help_text="One after a blank line, its mark first: “1 See page 3.” Marks stay where they stand in the words.",
    )
    pages = models.JSONField(
        "pages in print", default=list, editable=False, help_text="The page on which it begins, then those that follow."
    )

    objects = TurnQuerySet.as_manager()

    class Meta(Publishable.Meta):
        ordering = ["number", "pk"]
        indexes = [models.Index(fields=["transcript", "number"], name="turns_in_order")]
        constraints = [
            *Publishable.Meta.constraints,
            models.CheckConstraint(
                name="turn_of_nobody_says_why",
                condition=~Q(kind="speech") | Q(speaker__isnull=False) | ~Q(unresolved="") | Q(state="sealed"),
                violation_error_message="Choose the speaker, or say why nobody is named.",
            ),
            models.CheckConstraint(
                name="turn_has_a_known_kind", condition=Q(kind__in=["speech", "direction", "written"])
            ),
            models.CheckConstraint(name="turn_has_words", condition=~Q(text="") | Q(state="sealed")),
        ]

    def __str__(self):
        return shorten(self.text, 80) or f"Turn {self.public_id}"

    @property
    def hearing(self):
        return self.transcript.hearing

    @property
    def passages(self):
        return paragraphs(self.text)

    @property
    def is_spoken(self):
        """Whether these words were said at the hearing, not put into its record in writing."""
        return self.kind == self.Kind.SPEECH and self.section.kind == Section.Kind.ORAL

    @property
    def called(self):
        """Which turn it is, for readers. A withdrawn one has no number: an edition gives its place to another."""
        return "A withdrawn turn" if self.is_withdrawn else f"Turn {self.number}"

    @property
    def place(self):
        """The address at which it stands in its transcript, on whatever page of it that is by now."""
        above = self.transcript
        page = reverse("hearings:transcript_by_id", args=[above.public_id]) if above.is_withdrawn else None
        return f"{page or above.get_absolute_url()}{anchor(self.public_id)}"

    @property
    def shown_label(self):
        """The label as printed; nothing for a protected person, whose name it may be."""
        return "" if self.speaker and self.speaker.person.protected else self.label

    @property
    def pages_in_words(self):
        """Where it stands in print: “page 12”, “pages 12 to 14”; empty where the source does not say."""
        first, *_, last = [*self.pages, *self.pages] or ["", ""]
        if not first:
            return f"page {last} begins in it" if last else ""
        return f"page {first}" if first == last else f"pages {first} to {last}"

    def get_absolute_url(self):
        return reverse("hearings:turn", args=[self.public_id])

    def payload(self):
        return {
            "text": self.text,
            "language": self.transcript.language,
            "kind": self.kind,
            "label": self.shown_label,
            "footnotes": self.footnotes,
            "speaker": {
                "id": self.speaker.person_id if self.speaker else None,
                "name": self.speaker.person.styled_name if self.speaker else "",
                "title": self.speaker.shown_title if self.speaker else "",
                "organization": self.speaker.shown_organization if self.speaker else "",
            },
            "unresolved": "" if self.speaker else self.unresolved,
            "hearing": {"id": self.hearing.public_id, "title": self.hearing.title, "date": self.hearing.date_words},
            "transcript": self.transcript.public_id,
        }


class Edition(models.Model):
    """One import of a transcript: which bytes, read by which version of the parser, when and by whom.

    `waiting` holds the turns that were read until an editor has said how they pair with those of the record.
    """

    transcript = models.ForeignKey(Transcript, models.CASCADE, related_name="editions")
    source = models.ForeignKey(SourceDocument, models.PROTECT, related_name="editions")
    parser = models.CharField("version of the parser", max_length=20)
    imported_at = models.DateTimeField(auto_now_add=True)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    waiting = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["transcript", "source"], name="edition_is_imported_once"),
        ]

    def __str__(self):
        return f"Edition of {timezone.localtime(self.imported_at):%Y-%m-%d %H:%M}, SHA-256 {self.source.sha256[:12]}"


class FindingQuerySet(models.QuerySet):
    def public(self):
        """Against transcripts that are public; those of quotes that are not public are never asked for."""
        return self.filter(transcript__in=Transcript.objects.public())


class Finding(models.Model):
    """Whether the words of a quote stand in the transcript, spoken by whom the quote names.

    Made by `hearings.actions.comparing`, never by hand.
    """

    class Outcome(models.TextChoices):
        VERBATIM = "verbatim", "Verbatim in the transcript"
        EDITED = "edited", "In the transcript, with marked changes"
        DIFFERS = "differs", "Differs from the transcript"
        MISSING = "missing", "Not found in the transcript"
        ANOTHER = "another", "Said by another in the transcript"
        UNNAMED = "unnamed", "Said in the transcript by somebody not identified"
        WRITTEN = "written", "In the written record, not spoken at the hearing"

    quote = models.OneToOneField("hearings.Quote", models.CASCADE, related_name="finding")
    transcript = models.ForeignKey(Transcript, models.CASCADE, related_name="findings")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    places = models.JSONField(
        default=list, help_text="For each paragraph of the quote: the turn's id, start and end in its text, or null."
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="finding_is_of_a_known_kind",
                condition=Q(outcome__in=["verbatim", "edited", "differs", "missing", "another", "unnamed", "written"]),
            )
        ]

    def __str__(self):
        return self.get_outcome_display()

    @property
    def turn_ids(self) -> list[str]:
        return [place[0] for place in self.places if place]

    @property
    def is_public(self) -> bool:
        """Whether it may be told of a quote that may: `public()` without a query, `transcript` being at hand."""
        above = (self.transcript, self.quote.hearing)
        return all(one.state == State.PUBLISHED and not one.is_scheduled for one in above)

    @property
    def is_exact(self) -> bool:
        """Whether all its words stand in the transcript in a row, whoever said or wrote them."""
        return self.outcome not in (self.Outcome.EDITED, self.Outcome.DIFFERS, self.Outcome.MISSING)
