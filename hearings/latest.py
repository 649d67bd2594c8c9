"""What changed last, for feeds: when, by which corrections, and whether it was withdrawn."""

from django.db.models import OuterRef, Prefetch, Subquery
from django.db.models.functions import Coalesce, Greatest

from hearings.models import Correction, Hearing, HistoryEntry, Quote
from hearings.models.publishing import PublishableQuerySet

LATEST = 50
MOST_CORRECTIONS = 5  # of one record


def latest(records: PublishableQuerySet) -> PublishableQuerySet:
    """Those that changed last, each with when it did (`changed_at`) and with its corrections."""
    of_one = {Hearing: {"hearing": OuterRef("pk")}, Quote: {"quote": OuterRef("pk")}}[records.model]
    own = Correction.objects.filter(**of_one).order_by("-made_at").values("made_at")[:1]
    changes = [Coalesce(Subquery(own), "current__published_at")]
    if records.model is Quote:
        moved = Correction.objects.filter(hearing=OuterRef("hearing"), reason__in=["withdrawal", "restoration"])
        changes.append(Coalesce(Subquery(moved.order_by("-made_at").values("made_at")[:1]), "current__published_at"))
    changed_at = Greatest("current__published_at", *changes)
    told = Prefetch("corrections", Correction.objects.public().order_by("-made_at", "-pk"))
    return records.annotate(changed_at=changed_at).prefetch_related(told).order_by("-changed_at", "-pk")[:LATEST]


def corrections_of(record: Hearing | Quote) -> list[str]:
    """A line for each of the latest corrections of its words."""
    corrections = [one for one in record.corrections.all() if one.changes_words][:MOST_CORRECTIONS]
    return [f"Corrected {one.made_at:%Y-%m-%d} ({one.get_reason_display()}): {one.sentence}" for one in corrections]


def last_sealing() -> int:
    """When something was last sealed, in seconds: since then no feed is as a reader may have it."""
    sealing = HistoryEntry.objects.filter(action="sealed").order_by("-pk").first()
    return int(sealing.at.timestamp()) if sealing else 0


def is_withdrawn(quote: Quote) -> bool:
    return quote.is_withdrawn or quote.hearing.is_withdrawn
