"""Published versions: what a record said at a moment, as one canonical text, with a commitment to it. Never changed."""

import json
import shlex
from datetime import UTC, datetime
from functools import cached_property

from django.db import models
from django.db.models import Q
from django.urls import reverse

from hearings.canonical import canonical_json, commitment, new_salt
from hearings.models.exhibit import Exhibit
from hearings.models.hearing import Hearing
from hearings.models.publishing import Publishable
from hearings.models.quote import Quote
from hearings.models.transcript import Transcript, Turn
from hearings.text import direction, paragraphs, side_by_side

# Each kind of record, and the paths to the records that must be public with it.
PARENTS = {
    "quote": Quote.objects.all().parents,
    "exhibit": Exhibit.objects.all().parents,
    "hearing": Hearing.objects.all().parents,
    "transcript": Transcript.objects.all().parents,
    "turn": Turn.objects.all().parents,
}
KINDS = tuple(PARENTS)


def of_one_record() -> Q:
    """Exactly one of the kinds of record is named."""
    condition = Q()
    for kind in KINDS:
        condition |= Q(**{f"{other}__isnull": other != kind for other in KINDS})
    return condition


class OfOneRecord(models.Model):
    """What belongs to exactly one record."""

    quote = models.ForeignKey(Quote, models.PROTECT, null=True, related_name="%(class)ss")
    exhibit = models.ForeignKey(Exhibit, models.PROTECT, null=True, related_name="%(class)ss")
    hearing = models.ForeignKey(Hearing, models.PROTECT, null=True, related_name="%(class)ss")
    transcript = models.ForeignKey(Transcript, models.PROTECT, null=True, related_name="%(class)ss")
    turn = models.ForeignKey(Turn, models.PROTECT, null=True, related_name="%(class)ss")

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(name="%(class)s_is_of_one_record", condition=of_one_record())]

    @property
    def kind(self):
        return next(kind for kind in KINDS if getattr(self, f"{kind}_id"))

    @property
    def record(self):
        return getattr(self, self.kind)


class Version(OfOneRecord):
    number = models.PositiveIntegerField()
    canonical = models.TextField("canonical JSON (RFC 8785)", blank=True)
    commitment = models.CharField("SHA-256 of the canonical JSON", max_length=64)
    published_at = models.DateTimeField()
    sealed_at = models.DateTimeField(null=True)
    is_pinned = False

    class Meta(OfOneRecord.Meta):
        ordering = ["number"]
        constraints = [
            *OfOneRecord.Meta.constraints,
            *(
                models.UniqueConstraint(fields=[kind, "number"], name=f"{kind}_version_number_is_used_once")
                for kind in KINDS
            ),
            models.CheckConstraint(name="versions_count_from_1", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="version_has_its_text_until_it_is_sealed",
                condition=Q(sealed_at=None) & ~Q(canonical="") | Q(sealed_at__isnull=False, canonical=""),
            ),
        ]

    def __str__(self):
        return f"Version {self.number} of {self.kind} {self.record.public_id}"

    def get_absolute_url(self):
        return reverse(f"hearings:{self.kind}_version", args=[self.record.public_id, self.number])

    @classmethod
    def of(cls, record: Publishable, published_at: datetime) -> "Version":
        """The version, not saved, that publishing `record` as it is now would freeze."""
        number = record.current.number + 1 if record.current else 1
        kind = record._meta.model_name
        content = record.payload() | {
            "type": kind,
            "id": record.public_id,
            "version": number,
            "published": published_at.astimezone(UTC).isoformat(timespec="seconds"),
            "salt": new_salt(),
        }
        canonical = canonical_json(content)
        return cls(
            **{kind: record},
            number=number,
            canonical=canonical,
            commitment=commitment(canonical),
            published_at=published_at,
        )

    def under(self, record: Publishable) -> "Version":
        """Itself, with its record as it is at hand, so that it is not asked for again."""
        setattr(self, self.kind, record)
        return self

    def pinned(self) -> "Version":
        """Itself, as at its own address: it tells of the hearing what it was published with."""
        self.is_pinned = True
        return self

    @cached_property
    def frozen(self) -> dict:
        """What was published; nothing once it is sealed."""
        return json.loads(self.canonical) if self.canonical else {}

    @cached_property
    def content(self) -> dict:
        """What may be told of it today: all that was published, but for a place of which less may be known by now."""
        may_tell_more = self.pk and self.exhibit_id and self.frozen
        return self.exhibit.redacted(self.frozen) if may_tell_more else self.frozen

    @property
    def is_redacted(self):
        return self.content is not self.frozen

    @property
    def salt(self):
        return self.content.get("salt", "")

    @property
    def proof_command(self):
        """A line for any POSIX shell that recomputes the commitment from the words themselves."""
        return f"printf %s {shlex.quote(self.canonical)} | sha256sum"

    @property
    def text(self):
        return self.content.get("text", "")

    @property
    def language(self):
        return self.content.get("language", "en")

    @property
    def direction(self):
        return direction(self.language)

    @property
    def quote_kind(self):
        return self.content.get("kind", "")

    @property
    def note(self):
        return self.content.get("note", "")

    @property
    def passages(self):
        return paragraphs(self.text)

    @property
    def line(self):
        """The words on one line, for a title or a list within quotation marks."""
        return side_by_side(self.text) if self.kind == "quote" else self.text

    @property
    def footnotes(self):
        return self.content.get("footnotes", [])

    @property
    def speaker_name(self):
        return self.content["speaker"]["name"] if self.content else ""

    @property
    def affiliation(self):
        speaker = self.content.get("speaker", {})
        return ", ".join(part for part in (speaker.get("title"), speaker.get("organization")) if part)

    @property
    def held(self) -> dict:
        """Id, title and date of the hearing: of today where the current version stands for its record, else as frozen.

        A corrected hearing is called by its new title at once wherever its records are; no version is made anew.
        """
        told, record = self.content["hearing"], self.record
        if self.is_pinned or self.pk != record.current_id:
            return told
        return told | {"title": record.hearing.title, "date": record.hearing.date_words}

    @property
    def selectors(self):
        return self.content.get("selectors", [])

    @property
    def substance(self):
        """What a correction may change: all but the frame of the version and the hearing it stands under."""
        return {key: value for key, value in self.frozen.items() if key not in FRAME}

    @property
    def comparable(self):
        """The words in which two versions are compared, one fact a line."""
        return "\n".join(_lines(self.content))


FRAME = {"type", "id", "version", "published", "salt", "hearing"}
UNCOMPARED = FRAME | {"at", "selectors", "received", "language", "native_language", "sha256", "page"}
LIVE = {("source", "note")}  # what stands there is of today: sealing writes it, no correction


def _lines(value, label: str = ""):
    """Every text in a nested content, in order, but for what identifies it."""
    if isinstance(value, dict) and label == "statement" and value:
        yield f"Written statement (PDF), {value['bytes']} bytes, SHA-256 {value['sha256']}"
    elif isinstance(value, dict) and label == "turns":
        yield f"{value['count']} turns"
    elif isinstance(value, dict):
        for key in sorted(value):
            if key not in UNCOMPARED and (label, key) not in LIVE:
                yield from _lines(value[key], key)
    elif isinstance(value, list):
        for item in value:
            yield from _lines(item, label)
    elif value not in ("", None):
        yield str(value)
