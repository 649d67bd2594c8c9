"""Corrections: that published words were changed, why, and from which version to which. And who did what when."""

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from hearings.diffs import word_diff
from hearings.ids import new_public_id
from hearings.models.publishing import live, readable
from hearings.models.quote import Quote
from hearings.models.transcript import Turn
from hearings.models.version import PARENTS, OfOneRecord, Version


class CorrectionQuerySet(models.QuerySet):
    def public(self):
        """Corrections of what answers at its own address, latest first."""
        condition = Q()
        for kind, parents in PARENTS.items():
            own = readable(f"{kind}__") & Q(**{f"{kind}__isnull": False})
            for parent in parents:
                own &= readable(f"{kind}__{parent}")
            condition |= own
        return self.filter(condition)

    def shown(self):
        parts = ("quote__hearing", "exhibit__hearing", "hearing", "transcript__hearing", "turn__transcript__hearing")
        of_an_exhibit = ("exhibit__site", "exhibit__current")
        return self.select_related(*parts, *of_an_exhibit, "from_version", "to_version")

    def under(self, hearing):
        """Of the hearing itself and of everything on its page."""
        own = Q(hearing=hearing) | Q(quote__hearing=hearing) | Q(exhibit__hearing=hearing)
        return self.filter(own | Q(transcript__hearing=hearing) | Q(turn__transcript__hearing=hearing))

    def apart_from(self, settlings: Iterable["Correction"]):
        """Without those that are shown along with the correction of a transcript."""
        brought = Q(pk__in=[])
        for one in settlings:
            brought |= one.brought
        return self.exclude(pk__in=Correction.objects.filter(brought).values("pk"))

    def of_speaker(self, people: Iterable[int], quotes: list[Quote]):
        """Of these quotes; and those by which words were taken from one of the people, to be somebody else's now."""
        before, after = (said_by(people, path) for path in ("from_version__", "to_version__"))
        taken = before & ~after & ~Q(quote__speaker__person__in=people) & live("quote__") & live("quote__hearing__")
        return self.filter(Q(quote__in=quotes) | taken)


def said_by(people: Iterable[int], path: str) -> Q:
    """Versions of quotes that name one of the people as the speaker; `path` leads to the version."""
    found = Q(pk__in=[])
    for pk in people:  # no other text of a canonical JSON has these characters: a quotation mark in it is escaped
        found |= Q(**{f"{path}canonical__contains": f'"speaker":{{"id":{pk},'})
    return found


class Correction(OfOneRecord):
    class Kind(models.TextChoices):
        TYPO = "typo", "Typing error"
        MISATTRIBUTION = "misattribution", "Wrong speaker"
        FACTUAL = "factual", "Factual error"
        ADDITION = "addition", "Addition"
        TRANSLATION = "translation", "Translation"
        REDACTION = "redaction", "Redaction"
        WITHDRAWAL = "withdrawal", "Withdrawal"
        RESTORATION = "restoration", "Restoration"

    public_id = models.CharField(max_length=16, unique=True, default=new_public_id, editable=False)
    reason = models.CharField("what kind", max_length=14, choices=Kind.choices)
    sentence = models.TextField(
        "public sentence", help_text="What was wrong and what is right now. Everybody reads it."
    )
    from_version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    to_version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = CorrectionQuerySet.as_manager()

    class Meta(OfOneRecord.Meta):
        ordering = ["-made_at", "-pk"]
        constraints = [
            *OfOneRecord.Meta.constraints,
            models.CheckConstraint(
                name="correction_is_of_a_known_kind",
                condition=Q(
                    reason__in=[
                        "typo",
                        "misattribution",
                        "factual",
                        "addition",
                        "translation",
                        "redaction",
                        "withdrawal",
                        "restoration",
                    ]
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_reason_display()}, {self.made_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return reverse("hearings:correction", args=[self.public_id])

    @property
    def about(self):
        """The hearing that it stands under."""
        return self.hearing or self.record.hearing

    @property
    def of_what(self):
        """What was corrected or withdrawn, in words, for the page of its hearing; never words that were withdrawn."""
        if self.kind in ("hearing", "transcript"):
            return f"the {self.kind}"
        if self.exhibit:
            return "an exhibit"
        if self.quote:
            noun = "a quote"
        else:
            noun = f"{'a turn' if self.turn.is_withdrawn else self.turn.called.lower()} of the transcript"
        who = self.to_version.speaker_name or self.to_version.content.get("label")
        return f"{noun} ({who})" if who else noun

    @property
    def changes_words(self):
        return self.from_version_id != self.to_version_id

    @property
    def kind_in_words(self):
        """What it is called for readers; of a whole edition no kind would be true of everything in it."""
        return "New edition" if self.settles else self.get_reason_display()

    @property
    def settles(self):
        """Whether it is of a transcript that was read from another file since: an edition was settled."""
        if not (self.transcript_id and self.changes_words):
            return False
        files = {one.content.get("source", {}).get("sha256") for one in (self.from_version, self.to_version)}
        return len(files) == 2

    @property
    def brought(self):
        """The condition for what is `along`."""
        turn_or_quote = Q(turn__transcript=self.transcript_id) | Q(quote__turn__transcript=self.transcript_id)
        since = Q(made_at__gt=self.from_version.published_at, made_at__lte=self.made_at)
        return turn_or_quote & since & Q(sentence=self.sentence, made_by=self.made_by_id)

    @property
    def along(self):
        """Public corrections of turns, and of quotes from them, that one edition brought along with its transcript."""
        if not (self.transcript_id and self.changes_words):
            return Correction.objects.none()
        return Correction.objects.public().filter(self.brought).shown().order_by("turn__number", "pk")

    @property
    def new_turns(self):
        """Public turns that an edition added."""
        times = self.from_version.published_at, self.to_version.published_at
        turns = self.transcript.turns.readable() if self.transcript_id else Turn.objects.none()
        return turns.filter(published_at__gt=times[0], published_at__lte=times[1]).shown()

    @property
    def difference(self):
        """Word by word, from the version corrected to the one that took its place; nothing where both tell the same."""
        told = [version.under(self.record).comparable for version in (self.from_version, self.to_version)]
        return word_diff(*told) if told[0] != told[1] else []


class HistoryEntry(models.Model):
    """Who did what to which record, and when. Written in the transaction of the deed; never changed."""

    action = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    record = models.CharField(max_length=120, help_text="The public id or, of a person, the address.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = "history entry"
        verbose_name_plural = "history entries"

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}: {self.kind} {self.record}"
