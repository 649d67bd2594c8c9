"""From draft to published: what must be there, who may do it, and the version that is frozen."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from hearings.actions.comparing import compare, speaker_problem
from hearings.actions.moves import MOVES, may
from hearings.actions.record import (
    NotReady,
    addresses,
    content_hash,
    enter,
    freeze,
    judge,
    move,
    retract,
    take_address,
    was_public,
    write_history,
)
from hearings.actions.turns import freeze_turns, thaw_turns
from hearings.models import Capture, Exhibit, FormerSlug, Hearing, Quote, Site, Transcript, Turn
from hearings.models.publishing import Publishable
from hearings.text import passages


def hearing_problems(hearing: Hearing) -> list[str]:
    """What keeps a hearing from being published, in sentences; nothing: it is ready."""
    problems = []
    if FormerSlug.objects.filter(slug=hearing.slug).exclude(hearing=hearing).exists():
        problems.append("Another hearing had this address. Choose a different one.")
    if not hearing.date:
        problems.append("The year of the hearing is not known. Enter its date.")
    if not hearing.bodies.exists():
        problems.append("No body is named. Say which commission or committee held it.")
    if not hearing.appearances.exists():
        problems.append("Nobody is listed. Add the chair and the witnesses.")
    for row in hearing.appearances.exclude(statement="").select_related("person"):
        if not row.statement.storage.exists(row.statement.name):
            problems.append(f"The file of the written statement of {row.person} is missing. Upload it again.")
    return problems


def quote_problems(quote: Quote) -> list[str]:
    """What keeps a quote from being published, in sentences."""
    problems = []
    if quote.speaker is None:
        problems.append("It is not known who said it. Choose the speaker.")
    elif quote.speaker.hearing_id != quote.hearing_id:
        problems.append("The speaker is listed at another hearing. Choose somebody listed at this one.")
    if quote.source is None:
        problems.append("It has no source. Choose the document in which the words stand.")
    elif quote.turn and (not quote.anchored or quote.turn.state != "published"):
        problems.append("The turn from which it was taken is not published. Publish the transcript first.")
    elif quote.turn and quote.speaker and (problem := speaker_problem(quote.turn, quote.speaker)):
        problems.append(problem)
    elif not quote.spans or passages(quote.ground, quote.spans) != quote.text:
        problems.append("The words are not found in the source. Correct them, letter for letter.")
    return problems


def exhibit_problems(exhibit: Exhibit) -> list[str]:
    """What keeps an exhibit from being published, in sentences."""
    captures = list(exhibit.captures.all())
    problems = [] if captures else ["It has no image. Upload at least one."]
    for capture in captures:
        problems += capture_problems(capture)
    site = exhibit.site
    if site and site.coordinate_precision != site.Precision.EXACT and not site.precision_reason:
        problems.append(f"Say why the coordinates of “{site}” are rounded or withheld: in the form of the site.")
    problems += [
        f"The file of “{capture.label}” is public in “{other}” too, which tells of its place otherwise. Give both the "
        "same site, or the same policy of coordinates."
        for capture in captures
        for other in Exhibit.objects.readable().filter(captures__sha256=capture.sha256).exclude(pk=exhibit.pk)
        if precision_of(site) != precision_of(other.site)
    ]
    if exhibit.interpretation and not (exhibit.interpretation_by or exhibit.presented_by):
        problems.append("Say whose interpretation it is, or who presented the exhibit.")
    if exhibit.interpretation_by and exhibit.interpretation_by.hearing_id != exhibit.hearing_id:
        problems.append("Who interprets it is listed at another hearing. Choose somebody listed at this one.")
    if exhibit.shown_with and exhibit.shown_with.hearing_id != exhibit.hearing_id:
        problems.append("The words in which it was shown are of another hearing. Choose a quote of this one.")
    if exhibit.presented_by and exhibit.presented_by.hearing_id != exhibit.hearing_id:
        problems.append("The presenter is listed at another hearing. Choose somebody listed at this one.")
    return problems


def precision_of(site: Site | None) -> str:
    """How exactly an exhibit of this site, or of none, tells where it is."""
    return site.coordinate_precision if site else Site.Precision.WITHHELD.value


REQUIRED = {
    "alt_text": "the image in words",
    "acquired_basis": "where the date comes from",
    "provider": "the provider",
    "licence": "the licence",
    "credit": "the credit line",
}


def capture_problems(capture: Capture) -> list[str]:
    """What keeps an exhibit with this image from being published, in sentences."""
    missing = [words for name, words in REQUIRED.items() if not getattr(capture, name)]
    if capture.ground_sample_distance is None and not capture.resolution_unknown:
        missing.append("the resolution, or that it is not known")
    if capture.needs_bands and not capture.bands:
        missing.append("which bands are shown as red, green and blue")
    if capture.needs_stretch and capture.stretch_low is None:
        missing.append("which values are shown as black and white")
    problems = [f"“{capture.label}” lacks {', '.join(missing)}. Fill it in."] if missing else []
    if capture.processing == Capture.Processing.PENDING:
        problems.append(f"“{capture.label}” is still being prepared. Wait until it is ready, then publish.")
    if capture.processing == Capture.Processing.FAILED:
        problems.append(f"“{capture.label}” could not be prepared. {capture.problem}")
    return problems


def transcript_problems(transcript: Transcript) -> list[str]:
    """What keeps a transcript from being published, in sentences."""
    problems = [] if transcript.turns.exists() else ["It has no turns. Import the file once more."]
    if transcript.editions.exclude(waiting={}).exists():
        problems.append("A corrected edition waits. Say first how its turns pair with those that are here.")
    strangers = transcript.turns.exclude(speaker=None).exclude(speaker__hearing=transcript.hearing)
    if strangers.exists():
        problems.append("A speaker is listed at another hearing. Choose somebody listed at this one.")
    return problems


def turn_problems(turn: Turn) -> list[str]:
    """What keeps other words of a turn from being published, in sentences."""
    problems = [] if turn.text.strip() else ["It has no words. Withdraw it, if it was never said."]
    if turn.speaker and turn.speaker.hearing_id != turn.transcript.hearing_id:
        problems.append("The speaker is listed at another hearing. Choose somebody listed at this one.")
    if turn.kind == Turn.Kind.SPEECH and not turn.speaker and not turn.unresolved.strip():
        problems.append("Choose the speaker, or say why nobody is named.")
    return problems


PROBLEMS = {
    "hearing": hearing_problems,
    "quote": quote_problems,
    "exhibit": exhibit_problems,
    "transcript": transcript_problems,
    "turn": turn_problems,
}


@transaction.atomic
def submit_for_review(*, record: Publishable, by: AbstractUser | None) -> None:
    """Draft to in review. `by` None is the command line."""
    move(record, "submit", by)
    record.submitted_by, record.submitted_content = by, content_hash(record)
    record.save()
    write_history("submitted for review", record, by)


@transaction.atomic
def return_to_draft(*, record: Publishable, by: AbstractUser | None, reason: str) -> None:
    """In review back to draft; the reason stands in the history."""
    move(record, "return", by)
    record.approved_by, record.approved_content = None, ""
    record.save()
    write_history("returned to draft", record, by, reason)


@transaction.atomic
def approve(*, record: Publishable, by: AbstractUser) -> None:
    """A second person's yes to exactly what stands there now; any later change of content voids it."""
    move(record, "approve", by)
    if record.submitted_by_id == by.pk:
        raise NotReady(["You submitted it yourself. Ask another publisher to approve it."])
    content = content_hash(record)
    if record.submitted_content != content:
        raise NotReady(["It was changed after it was submitted. Return it; whoever changed it must submit it again."])
    record.approved_by, record.approved_content = by, content
    record.save()
    write_history("approved", record, by)


@transaction.atomic
def publish_hearing(
    *,
    hearing: Hearing,
    by: AbstractUser | None,
    quotes: list[Quote] = (),
    exhibits: list[Exhibit] = (),
    at: datetime | None = None,
) -> None:
    """Publish a hearing with the quotes and exhibits named, all or nothing.

    `at` is an aware time from which the public sees it; None is now. NotReady names everything that is missing.
    """
    judge(hearing, "publish", by)
    problems = hearing_problems(hearing)
    for record in (*quotes, *exhibits):
        own = PROBLEMS[record._meta.model_name](record)
        problems += [f"{record._meta.verbose_name.capitalize()} “{record}”: {problem}" for problem in own]
    if problems:
        raise NotReady(problems)
    _check_approval(hearing, by)
    for record in (hearing, *quotes, *exhibits):
        _publish(record, by, at)


@transaction.atomic
def publish_quote(*, quote: Quote, by: AbstractUser | None, at: datetime | None = None) -> None:
    """Publish a quote: its wording, speaker and title as they are now become its next version."""
    _publish_one(quote, by, at)


@transaction.atomic
def publish_exhibit(*, exhibit: Exhibit, by: AbstractUser | None, at: datetime | None = None) -> None:
    """Publish an exhibit with its captures."""
    _publish_one(exhibit, by, at)


@transaction.atomic
def publish_transcript(*, transcript: Transcript, by: AbstractUser | None, at: datetime | None = None) -> None:
    """Publish a transcript with all its turns, and say of the hearing's quotes how they stand in it."""
    _publish_one(transcript, by, at)


@transaction.atomic
def unschedule(*, record: Publishable, by: AbstractUser | None) -> None:
    """Take back a publication whose time has not come: a draft again, with everything published alongside it."""
    move(record, "unschedule", by)
    records = [record]
    if isinstance(record, Hearing):
        for child in (*record.quotes.all(), *record.exhibits.all(), *record.transcripts.all()):
            if child.is_scheduled:
                move(child, "unschedule", by)
                records.append(child)
    paths = []
    for one in records:
        paths += addresses(one)
        if isinstance(one, Transcript):
            thaw_turns(one)
        version, one.current, one.published_at = one.current, None, None
        one.approved_by, one.approved_content = None, ""
        one.save()
        version.delete()
        write_history("scheduled publication taken back", one, by)
    retract(paths)


@transaction.atomic
def change_slug(*, hearing: Hearing, slug: str, by: AbstractUser | None) -> None:
    """Give a hearing another address; the old one leads there for ever, or is forgotten if it was never public.

    NotReady if the address is taken.
    """
    now = Hearing.objects.select_for_update().get(pk=hearing.pk)
    if now.published_at and not may(MOVES["publish"], by):
        raise PermissionDenied("You have no permission for: change the address of what is published.")
    if now.state == "sealed":
        raise NotReady(["It is sealed: its addresses stay as they are."])
    old = now.slug
    had = "Another hearing has or had this address. Choose a different one."
    taken = Hearing.objects.filter(slug=slug).exclude(pk=hearing.pk).exists()
    if taken or FormerSlug.objects.filter(slug=slug).exclude(hearing=hearing).exists():
        raise NotReady([had])
    if slug == old:
        return
    old_path = reverse("hearings:hearing", args=[old])
    if was_public(old_path):
        FormerSlug.objects.create(hearing=hearing, slug=old)
    hearing.slug = slug
    take_address(hearing, had)
    retract([old_path])
    FormerSlug.objects.filter(slug=slug).delete()
    if now.published_at:
        enter([hearing.get_absolute_url()], now.published_at)
    for transcript in hearing.transcripts.exclude(published_at=None):
        retract([reverse("hearings:transcript", args=[old])])
        enter([transcript.get_absolute_url()], transcript.published_at)
    write_history("address changed", hearing, by, f"From {old} to {slug}.")


def _publish_one(record: Publishable, by: AbstractUser | None, at: datetime | None) -> None:
    judge(record, "publish", by)
    problems = PROBLEMS[record._meta.model_name](record)
    if problems:
        raise NotReady(problems)
    _check_approval(record, by)
    hearing = Hearing.objects.select_for_update().get(pk=record.hearing_id)
    if hearing.state != "published":
        raise NotReady([f"Its hearing is {hearing.standing.lower()}. Publish the hearing first, or both together."])
    _publish(record, by, max(at or timezone.now(), hearing.published_at) if hearing.is_scheduled else at)


def _publish(record: Publishable, by: AbstractUser | None, at: datetime | None) -> None:
    move(record, "publish", by)
    record.published_at = at or timezone.now()
    freeze(record, record.published_at)
    record.save()
    enter(addresses(record), record.published_at)
    if isinstance(record, Transcript):
        freeze_turns(record, record.published_at)
        compare(record.hearing)
    elif isinstance(record, Quote):
        compare(record.hearing, [record])
    note = f"For {timezone.localtime(at):%B %-d, %Y, %H:%M %Z}." if at else ""
    write_history("scheduled" if at else "published", record, by, note)


def _check_approval(record: Publishable, by: AbstractUser | None) -> None:
    """The two-person rule: with REVIEW_REQUIRED somebody else must have approved just this content."""
    if not settings.REVIEW_REQUIRED or by is None:
        return
    now = type(record).objects.select_for_update().get(pk=record.pk)
    if now.approved_by is None:
        raise NotReady(["A second person must approve it first. Submit it for review."])
    if now.approved_content != content_hash(record):
        raise NotReady(["It was changed after it was approved. Ask for approval again."])
