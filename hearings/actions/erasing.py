"""Taking the words and images of a sealed record out of the database and off the disk."""

import logging
from functools import partial

from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from hearings import exports
from hearings.actions.turns import discard_turns, erase_turns
from hearings.models import (
    Appearance,
    Capture,
    CustodyEvent,
    Exhibit,
    Hearing,
    HistoryEntry,
    Quote,
    Site,
    SourceDocument,
    Transcript,
    Turn,
    Version,
)
from hearings.models.publishing import Publishable
from hearings.storage import drop_cards, drop_files
from hearings.text import Span
from witnesses.models import Witness

logger = logging.getLogger(__name__)
PARTLY_SEALED = "Parts of this source are sealed; its original bytes are no longer kept."
CHECKPOINTS = 3  # each waits for readers as long as any write does


def seal_with(record: Publishable) -> list[Publishable]:
    """What holds the same words and is sealed with `record`: quotes taken from a turn, the turn of a quote."""
    if isinstance(record, Quote):
        return [record.turn] if record.turn and record.turn.state != "sealed" else []
    of = {"turn": record} if isinstance(record, Turn) else {"turn__transcript": record}
    own = Quote.objects.filter(**of) if isinstance(record, Turn | Transcript) else Quote.objects.none()
    return list(own.exclude(state="sealed"))


def erase(record: Publishable, by: AbstractUser | None = None) -> None:
    """Empty a record whose state was set to sealed, with its versions, corrections and traces, and save it.

    The commitments of the versions stay. Files that nothing else uses are deleted when the transaction ends.
    """
    contents = [version.frozen for version in record.versions.filter(sealed_at=None)]
    if isinstance(record, Transcript):
        erase_turns(record.turns.all(), by)
    BLANK[type(record)](record, contents)
    record.submitted_content = record.approved_content = ""
    record.save()
    for version in record.versions.filter(sealed_at=None):
        version.canonical, version.sealed_at = "", timezone.now()
        version.save()
    record.corrections.exclude(sentence="").update(sentence="")
    _forget(record)
    transaction.on_commit(partial(drop_cards, record.public_id))
    transaction.on_commit(exports.drop_all)
    transaction.on_commit(_empty_the_log_of_writes)


def discard(draft: Publishable) -> None:
    """Delete a draft that stands under a sealed hearing."""
    images = []
    if isinstance(draft, Transcript):
        _drop_editions(draft)
        discard_turns(draft)
    elif isinstance(draft, Exhibit):
        images = list(draft.captures.values_list("sha256", flat=True))
        _forget_log(draft.captures.all())
        draft.captures.all().delete()
    else:
        if draft.source and not draft.turn:
            _black_out(draft.source.sha256, draft.spans)
        draft.exhibits.update(shown_with=None)
    _forget_log([draft])
    draft.delete()
    if isinstance(draft, Exhibit) and draft.site:
        _drop_sites({draft.site.public_id})
    HistoryEntry.objects.filter(kind=draft._meta.model_name, record=draft.public_id).exclude(note="").update(note="")
    CustodyEvent.objects.filter(record=draft.public_id).exclude(note="").update(note="")
    _drop_files(images)


def _blank_quote(quote: Quote, contents: list[dict]) -> None:
    places = [] if quote.turn else [(quote.source.sha256, quote.spans)]
    for content in contents:
        if "turn" in content:
            continue  # the turn is sealed with it
        places.append((content["source"]["sha256"], [(part["start"], part["end"]) for part in content["selectors"]]))
    quote.text, quote.note, quote.spans = "", "", []
    quote.save()  # the database lets nobody touch a source before a quote of it is sealed
    for sha256, spans in places:
        _black_out(sha256, spans)


def _blank_turn(turn: Turn, contents: list[dict]) -> None:
    turn.text = turn.label = turn.named = turn.unresolved = ""
    turn.footnotes, turn.pages = [], []
    turn.save()
    _drop_editions(turn.transcript)


def _blank_transcript(transcript: Transcript, contents: list[dict]) -> None:
    transcript.note = ""
    transcript.save()
    transcript.sections.update(title="")
    _drop_editions(transcript)


def _drop_editions(transcript: Transcript) -> None:
    """Let go of the bytes in which words of this transcript were received, and of what was read and waits."""
    for edition in transcript.editions.select_related("source"):
        source = edition.source
        source.text, source.original, source.note = "█" * len(source.text), b"", PARTLY_SEALED
        source.save()
    transcript.editions.update(waiting={})


def _black_out(sha256: str, spans: list[Span]) -> None:
    """Overwrite words in a source, letter for letter so that other spans still fit, and drop its bytes."""
    source = SourceDocument.objects.select_for_update().filter(sha256=sha256).first()
    if source is None or not spans:
        return
    for start, end in spans:
        source.text = source.text[:start] + "█" * (end - start) + source.text[end:]
    source.original, source.note = b"", PARTLY_SEALED
    source.save()


KEPT_OF_A_CAPTURE = ("exhibit_id", "order", "original", "sha256", "media_type", "byte_size", "width", "height")


def _blank_exhibit(exhibit: Exhibit, contents: list[dict]) -> None:
    images = {capture["sha256"] for content in contents for capture in content["captures"]}
    for capture in exhibit.captures.all():
        images.add(capture.sha256)
        capture.annotations.all().delete()
        kept = {name: getattr(capture, name) for name in KEPT_OF_A_CAPTURE}
        blank_capture = Capture(pk=capture.pk, label="Sealed", processing=Capture.Processing.READY, **kept)
        blank_capture.save()
    _forget_log(exhibit.captures.all())
    exhibit.observation = exhibit.interpretation = exhibit.limitations = exhibit.confidence = ""
    exhibit.title = f"Sealed exhibit {exhibit.public_id}"
    sites = {content["site"]["id"] for content in contents} | ({exhibit.site.public_id} if exhibit.site else set())
    exhibit.site = exhibit.shown_with = exhibit.presented_by = exhibit.interpretation_by = None
    exhibit.save()
    _drop_sites(sites)
    _drop_files(images)


def _blank_hearing(hearing: Hearing, contents: list[dict]) -> None:
    hearing.title = f"Sealed hearing {hearing.public_id}"
    hearing.summary = hearing.place = hearing.video_url = hearing.official_url = hearing.date_as_stated = ""
    for source in hearing.sources.all():
        source.text, source.original, source.title = "█", b"", "Sealed"
        source.url = source.publisher = source.note = source.review_left = ""
        source.save()
    statements = {row.statement.name.rpartition("/")[2] for row in hearing.appearances.exclude(statement="")}
    people = [person for content in contents for person in content["people"]]
    statements |= {person["statement"]["sha256"] for person in people if person["statement"]}
    hearing.appearances.update(title="", organization="", statement="", statement_name="")
    hearing.mentions.update(as_named="")
    _forget_log(hearing.sources.all())
    _forget_log(hearing.appearances.all())
    _drop_files(statements)


def _drop_sites(public_ids: set[str]) -> None:
    """Delete those of these sites that no exhibit names any more."""
    for site in Site.objects.filter(public_id__in=public_ids, exhibits=None):
        _forget_log([site])
        site.delete()


BLANK = {
    Quote: _blank_quote,
    Exhibit: _blank_exhibit,
    Hearing: _blank_hearing,
    Transcript: _blank_transcript,
    Turn: _blank_turn,
}


def _forget(record: Publishable) -> None:
    """Take the words out of the history and out of the admin's own log."""
    notes = HistoryEntry.objects.filter(kind=record._meta.model_name, record=record.public_id)
    notes.exclude(note="").update(note="")
    CustodyEvent.objects.filter(record=record.public_id).exclude(note="").update(note="")
    _forget_log([record])


def _empty_the_log_of_writes() -> None:
    """SQLite keeps what a transaction overwrote until a checkpoint that no reader holds up: make one now."""
    if connection.vendor != "sqlite":
        return
    for _attempt in range(CHECKPOINTS):
        try:
            with connection.cursor() as cursor:
                unfinished, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except OperationalError:
            break
        if not unfinished:
            return
    logger.warning(
        "Somebody was reading while a record was sealed: its words may stand in the files of the database until the "
        "next checkpoint."
    )


def _forget_log(rows) -> None:
    for row in rows:
        entries = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(row), object_id=str(row.pk))
        entries.update(object_repr="Sealed", change_message="")


def _drop_files(hashes) -> None:
    """Delete the original and the clean copy of each file once the transaction is through, if nothing needs it."""
    transaction.on_commit(partial(_drop_unused, sorted(hashes)))


def _drop_unused(hashes: list[str]) -> None:
    for sha256 in hashes:
        users = (
            Capture.objects.filter(sha256=sha256).exclude(exhibit__state="sealed"),
            Version.objects.filter(canonical__contains=sha256),
            Appearance.objects.filter(statement__endswith=sha256),
            Witness.objects.filter(portrait__endswith=sha256),
        )
        if not any(rows.exists() for rows in users):
            drop_files(sha256)
