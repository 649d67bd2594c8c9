"""From draft to published: what must be there, who may do it, and the version that is frozen."""

from datetime import datetime

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from hearings.models import Exhibit, FormerSlug, Hearing, Quote, State
from hearings.models.publishing import Publishable
from hearings.text import passages

NEXT = {
    State.DRAFT: {State.IN_REVIEW, State.PUBLISHED},
    State.IN_REVIEW: {State.DRAFT, State.PUBLISHED},
    State.PUBLISHED: set(),
    State.SEALED: set(),
}


class NotReady(Exception):
    """Refused; `problems` are sentences, each saying what is missing and what to do."""

    def __init__(self, problems: list[str]):
        self.problems = problems
        super().__init__(" ".join(problems))


def hearing_problems(hearing: Hearing) -> list[str]:
    """What keeps a hearing from being published, in sentences; nothing: it is ready."""
    problems = []
    if not hearing.date:
        problems.append("The year of the hearing is not known. Enter its date.")
    if not hearing.bodies.exists():
        problems.append("No body is named. Say which commission or committee held it.")
    if not hearing.appearances.exists():
        problems.append("Nobody is listed. Add the chair and the witnesses.")
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
    elif not quote.spans or passages(quote.source.text, quote.spans) != quote.text:
        problems.append("The words are not found in the source. Correct them, letter for letter.")
    return problems


def exhibit_problems(exhibit: Exhibit) -> list[str]:
    """What keeps an exhibit from being published, in sentences."""
    captures = list(exhibit.captures.all())
    problems = [] if captures else ["It has no image. Upload at least one."]
    for capture in captures:
        missing = [
            words
            for name, words in (
                ("alt_text", "the image in words"),
                ("provider", "the provider"),
                ("licence", "the licence"),
                ("credit", "the credit"),
            )
            if not getattr(capture, name)
        ]
        if missing:
            problems.append(f"“{capture.label}” lacks {', '.join(missing)}. Fill it in.")
    if exhibit.coordinate_precision != Exhibit.Precision.EXACT and not exhibit.precision_reason:
        problems.append("Say why the coordinates are rounded or withheld.")
    if exhibit.shown_with and exhibit.shown_with.hearing_id != exhibit.hearing_id:
        problems.append("The words in which it was shown are of another hearing. Choose a quote of this one.")
    if exhibit.presented_by and exhibit.presented_by.hearing_id != exhibit.hearing_id:
        problems.append("The presenter is listed at another hearing. Choose somebody listed at this one.")
    return problems


@transaction.atomic
def submit_for_review(*, hearing: Hearing, by: AbstractUser | None) -> None:
    """Draft to in review. `by` None is the command line."""
    _move(hearing, State.IN_REVIEW)
    hearing.save()
    _log(hearing, by, "Submitted for review.")


@transaction.atomic
def return_to_draft(*, hearing: Hearing, by: AbstractUser | None, reason: str) -> None:
    """In review back to draft; the reason stands in the history."""
    _move(hearing, State.DRAFT)
    hearing.save()
    _log(hearing, by, f"Returned to draft: {reason}")


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
    _may_publish(by)
    problems = hearing_problems(hearing)
    for quote in quotes:
        problems += [f"Quote “{quote}”: {problem}" for problem in quote_problems(quote)]
    for exhibit in exhibits:
        problems += [f"Exhibit “{exhibit}”: {problem}" for problem in exhibit_problems(exhibit)]
    if problems:
        raise NotReady(problems)
    _move(hearing, State.PUBLISHED)
    _save_published(hearing, by, at)
    for quote in quotes:
        publish_quote(quote=quote, by=by, at=at)
    for exhibit in exhibits:
        publish_exhibit(exhibit=exhibit, by=by, at=at)


@transaction.atomic
def publish_quote(*, quote: Quote, by: AbstractUser | None, at: datetime | None = None) -> None:
    """Publish a quote: its wording, speaker and title as they are now become version 1."""
    _may_publish(by)
    problems = quote_problems(quote)
    if problems:
        raise NotReady(problems)
    _move(quote, State.PUBLISHED)
    version = quote.next_version()
    version.save()
    quote.current = version
    _save_published(quote, by, at)


@transaction.atomic
def publish_exhibit(*, exhibit: Exhibit, by: AbstractUser | None, at: datetime | None = None) -> None:
    """Publish an exhibit with its captures."""
    _may_publish(by)
    problems = exhibit_problems(exhibit)
    if problems:
        raise NotReady(problems)
    _move(exhibit, State.PUBLISHED)
    _save_published(exhibit, by, at)


@transaction.atomic
def change_slug(*, hearing: Hearing, slug: str, by: AbstractUser | None) -> None:
    """Give a hearing another address; the old one redirects to it for ever. NotReady if the address is taken."""
    old = Hearing.objects.select_for_update().get(pk=hearing.pk).slug
    taken = Hearing.objects.filter(slug=slug).exclude(pk=hearing.pk).exists()
    if taken or FormerSlug.objects.filter(slug=slug).exclude(hearing=hearing).exists():
        raise NotReady(["Another hearing has or had this address. Choose a different one."])
    if slug == old:
        return
    FormerSlug.objects.filter(slug=slug).delete()
    FormerSlug.objects.create(hearing=hearing, slug=old)
    hearing.slug = slug
    hearing.save()
    _log(hearing, by, f"Address changed from {old} to {slug}.")


def _may_publish(by: AbstractUser | None) -> None:
    if by is not None and not by.has_perm("hearings.publish_hearing"):
        raise PermissionDenied("Only a publisher may publish. Submit it for review instead.")


def _save_published(record: Publishable, by: AbstractUser | None, at: datetime | None) -> None:
    record.published_at = at or timezone.now()
    record.save()
    _log(record, by, f"Published for {timezone.localtime(at):%B %-d, %Y, %H:%M %Z}." if at else "Published.")


def _move(record: Publishable, state: State) -> None:
    """Set the state, judged by the row as it is in the database now, which stays locked till the end."""
    now = type(record).objects.select_for_update().values_list("state", flat=True).get(pk=record.pk)
    if state not in NEXT[State(now)]:
        raise NotReady([f"It is {State(now).label.lower()} already and cannot become {state.label.lower()}."])
    record.state = state


def _log(record: Publishable, by: AbstractUser | None, message: str) -> None:
    if by is not None:
        LogEntry.objects.log_actions(by.pk, [record], CHANGE, change_message=message, single_object=True)
