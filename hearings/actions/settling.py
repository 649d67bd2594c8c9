"""Settling a corrected edition of a transcript: paired turns keep their ids, and public words change in public."""

import hashlib

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import OuterRef, ProtectedError, Q, QuerySet, Subquery
from django.utils import timezone

from hearings.actions.comparing import compare
from hearings.actions.corrections import WHICH_KIND, correct_among_others
from hearings.actions.differing import (
    FACTS,
    OF_WORDS,
    Changes,
    Settlement,
    changes_of,
    differs,
    kind_of,
    relabels,
)
from hearings.actions.moves import MOVES, may
from hearings.actions.record import BATCH, NotReady, write_history
from hearings.actions.turns import forget_turns, freeze_turns
from hearings.actions.turns_corrected import WORDS, correct_turns, withdraw_turns
from hearings.models import (
    Appearance,
    Correction,
    Edition,
    Finding,
    HistoryEntry,
    Quote,
    Section,
    SourceDocument,
    State,
    Transcript,
    Turn,
)
from hearings.text import CUT, cut_word, locate_passages, passages, shorten

WHO = ("speaker", "named", "unresolved")  # follow the label
STANDING = [Finding.Outcome.VERBATIM, Finding.Outcome.EDITED]  # the words are there
FALLEN = "no longer verbatim"  # what the history says of a quote
NO_LONGER_WAITS = "This edition was settled or discarded meanwhile. Nothing of yours was saved."
ANOTHER_WAITS = (
    "The edition that you looked at was settled or discarded meanwhile, and another one waits. Nothing of yours was "
    "saved. Look at the one below, then say of its turns which they are."
)
CHANGED_MEANWHILE = (
    "Turns of the record, or quotes from them, were changed while you were looking. Nothing of yours was saved. Look "
    "at the differences once more, then settle."
)


def stamp_of(edition: Edition) -> str:
    """What somebody sees who looks at an edition that waits: which one, and the record that it is compared with."""
    turns = edition.transcript.turns.order_by("pk").values_list("pk", "revision", "state")
    quotes = Quote.objects.filter(turn__transcript=edition.transcript_id, state=State.PUBLISHED).order_by("pk")
    seen = f"{list(turns)} {list(quotes.values_list('pk', 'revision'))}"
    return f"{edition.pk}-{hashlib.sha256(seen.encode()).hexdigest()[:16]}"


def outdated(edition: Edition, stamp: str) -> str:
    """Why what was decided under this stamp cannot be taken over, in a sentence; empty where it can."""
    if stamp == stamp_of(edition):
        return ""
    return CHANGED_MEANWHILE if stamp.partition("-")[0] == str(edition.pk) else ANOTHER_WAITS


@transaction.atomic
def settle(*, edition: Edition, settlement: Settlement, by: AbstractUser | None) -> list[Finding]:
    """Make the record what the edition says. Turns that are paired keep their ids, others are new; those that no line
    names are deleted, or withdrawn where they were public. NotReady where public words would change in silence.
    Given back are the new findings of quotes whose words stood in the transcript before and do not any more."""
    edition, transcript = _locked(edition)
    public = not transcript.is_editable
    if public and by is not None and not may(MOVES["correct"], by):
        raise NotReady(["The transcript is public. Ask a publisher to settle its edition."])
    if transcript.is_scheduled:
        raise NotReady(["It is to be published soon. Take that back, settle the edition, and schedule it anew."])
    kept = _open_turns(transcript)
    if settlement.stamp and (why := outdated(edition, settlement.stamp)):
        raise NotReady([why])
    changes = _check(settlement, transcript, kept)
    stood = set(_findings(transcript).filter(outcome__in=STANDING).values_list("quote", flat=True))
    edition.waiting, transcript.source = {}, edition.source
    transcript.accuracy = settlement.accuracy or transcript.accuracy
    edition.save(update_fields=["waiting"])
    sections = _sections(transcript, settlement)
    _place(transcript, settlement, kept, sections, by)
    named = {pk for pk, *_ in settlement.lines}
    _drop(transcript, [turn for pk, turn in kept.items() if pk not in named], settlement.sentence, by)
    transcript.sections.filter(turns=None, transcript__published_at=None).delete()
    if not public:
        transcript.save()
        write_history("edition settled", transcript, by)
        return []
    freeze_turns(transcript, timezone.now())
    if settlement.sentence.strip():
        reason = changes.kind(settlement.reason)
        correct_among_others(record=transcript, reason=reason, sentence=settlement.sentence, by=by)
    else:
        write_history("edition settled", transcript, by, "Every turn is the same.")
    compare(transcript.hearing)
    others = _findings(transcript).exclude(outcome__in=STANDING)
    fallen = [one for one in others if one.quote_id in stood]
    for one in fallen:
        write_history(FALLEN, one.quote, by, f"{one} since an edition was settled.")
    return fallen


def no_longer_verbatim() -> QuerySet[Quote]:
    """Public quotes that an edition made differ from the transcript, or that were taken from a turn and do.

    Those of an edition are told until something else is done with the quote.
    """
    deeds = HistoryEntry.objects.filter(kind="quote", record=OuterRef("public_id")).order_by("-pk")
    quotes = Quote.objects.public().annotate(last=Subquery(deeds.values("action")[:1]))
    other = quotes.filter(finding__transcript__in=Transcript.objects.public())
    other = other.exclude(finding__outcome__in=STANDING).select_related("hearing", "finding")
    return other.filter(Q(last=FALLEN) | Q(turn__isnull=False)).order_by("-hearing", "order", "pk")


@transaction.atomic
def discard_edition(*, edition: Edition, by: AbstractUser | None) -> None:
    """Let go of an edition that waits, and of its bytes where nothing else needs them; NotReady where none waits."""
    edition, transcript = _locked(edition)
    source = edition.source
    edition.delete()
    write_history("edition discarded", transcript, by, f"SHA-256 {source.sha256}.")
    if source.kind != SourceDocument.Kind.TRANSCRIPT:
        return
    try:
        source.delete()
    except ProtectedError:
        return  # another sitting of the same file, or a quote, stands on it


def _locked(edition: Edition) -> tuple[Edition, Transcript]:
    """An edition that waits, and its transcript, nobody else's until the transaction ends."""
    transcript = Transcript.objects.select_for_update().get(pk=edition.transcript_id)
    edition = Edition.objects.select_for_update().filter(pk=edition.pk).exclude(waiting={}).first()
    if edition is None:
        raise NotReady([NO_LONGER_WAITS])
    edition.transcript = transcript
    return edition, transcript


def _findings(transcript: Transcript) -> QuerySet[Finding]:
    return transcript.findings.select_related("quote").order_by("quote__order", "quote__pk")


def _open_turns(transcript: Transcript) -> dict[int, Turn]:
    """The turns that an edition may change, by key, locked, with what a version of them tells."""
    people = {row.pk: row for row in transcript.hearing.appearances.select_related("person__shown_as")}
    rows = transcript.turns.exclude(state__in=[State.WITHDRAWN, State.SEALED]).select_for_update(of=("self",))
    kept = {turn.pk: turn for turn in rows.select_related("section", "current")}
    for turn in kept.values():
        turn.transcript = transcript
        if turn.speaker_id in people:
            turn.speaker = people[turn.speaker_id]
    return kept


def _check(settlement: Settlement, transcript: Transcript, kept: dict[int, Turn]) -> Changes:
    """Refuse what cannot be: a turn named twice or gone, changed public words without the public sentence."""
    named = [pk for pk, *_ in settlement.lines if pk is not None]
    if len(set(named)) < len(named):
        raise NotReady(["Two turns of the edition are said to be one turn of the record. Choose one of them."])
    if set(named) - set(kept):
        raise NotReady(["A turn was withdrawn or sealed meanwhile. Look at the pairs once more."])
    changes = changes_of(settlement, transcript, kept)
    if not transcript.is_editable:
        _check_public(settlement, transcript, changes)
    texts = {pk: facts["text"] for pk, _, facts in settlement.lines}
    changed = [kept[pk] for pk, _, facts in settlement.lines if pk is not None and differs(kept[pk], facts)]
    touched = [*changed, *(pk for pk in kept if pk not in texts)]
    quotes = Quote.objects.filter(turn__in=touched, state=State.PUBLISHED).select_related("current")
    problems = [_problem(quote, settlement.quotes.get(quote.pk), texts.get(quote.turn_id, "")) for quote in quotes]
    if any(problems):
        raise NotReady(list(filter(None, problems)))
    return changes


def _check_public(settlement: Settlement, transcript: Transcript, changes: Changes) -> None:
    """Refuse public changes without the public sentence, or without the kind that is true of changed words."""
    if changes.any and not settlement.sentence.strip():
        if settlement.accuracy not in ("", transcript.accuracy):
            raise NotReady(
                ["What readers are told of how it was made changes: write the public sentence that says why."]
            )
        raise NotReady(["Public words change: write the public sentence that says what was wrong."])
    if changes.words and settlement.reason not in OF_WORDS:
        raise NotReady([WHICH_KIND])


def _problem(quote: Quote, written: str | None, text: str) -> str:
    """Why a published quote cannot go with what its turn says now, in a sentence; empty where it can."""
    words = quote.current.text if written is None else written
    if cut := cut_word(words, text):
        return CUT.format(cut)
    if locate_passages(words, text):
        return ""
    published = shorten(quote.current.text, 80)
    if words == quote.current.text:
        return (
            f"The words of the published quote “{published}” are not in its turn any more. Correct it in public along "
            "with the edition: write its words as they stand there now; or withdraw it first."
        )
    return (
        f"“{shorten(words, 80)}”, which you wrote for the published quote “{published}”, is not in its turn of the "
        "edition. Write the words as they stand there; or withdraw the quote first."
    )


def _sections(transcript: Transcript, settlement: Settlement) -> list[Section]:
    """The sections of the edition: those of the record that have the same heading, others new."""
    known = {(section.kind, section.title): section for section in transcript.sections.all()}
    found = []
    for number, (kind, title) in enumerate(settlement.parts, start=1):
        section = known.get((kind, title)) or Section(transcript=transcript, kind=kind, title=title)
        section.number = number
        section.save()
        found.append(section)
    return found


def _place(transcript: Transcript, settlement: Settlement, kept: dict[int, Turn], sections: list[Section], by) -> None:
    """Put every turn into its place; change the words of those that differ, in public where they are."""
    new, moved, changed = [], [], []
    for number, (pk, part, facts) in enumerate(settlement.lines, start=1):
        turn = kept.get(pk) if pk is not None else None
        if turn is None:
            new.append(Turn(transcript=transcript, section=sections[part], number=number, **facts))
            continue
        if (turn.number, turn.section_id, turn.pages) != (number, sections[part].pk, facts["pages"]):
            turn.number, turn.section, turn.pages = number, sections[part], facts["pages"]
            moved.append(turn)
        if differs(turn, facts):
            changed.append((turn, facts))
    Turn.objects.bulk_update(moved, ["number", "section", "pages"], batch_size=BATCH)
    Turn.objects.bulk_create(new, batch_size=BATCH)
    _reword(changed, settlement, by)


def _reword(changed: list[tuple[Turn, dict]], settlement: Settlement, by: AbstractUser | None) -> None:
    """Give turns the words of the edition; and its speaker, where the label names somebody else there."""
    before = {turn.pk: turn.speaker_id for turn, _ in changed}
    drafts, public = [], []
    for turn, facts in changed:
        reason = kind_of(turn, facts, settlement.reason)
        for name in (*FACTS, *(WHO if relabels(turn, facts) else ())):
            setattr(turn, name, facts[name])
        if turn.is_editable:
            turn.revision, turn.updated_at = turn.revision + 1, timezone.now()
            drafts.append(turn)
        else:  # the label of a protected person is in no version: such a turn may have nothing to correct
            public.append((turn, reason))
    Turn.objects.bulk_update(drafts, [*WORDS, "revision", "updated_at"], batch_size=BATCH)
    corrected = correct_turns(changed=public, sentence=settlement.sentence, by=by)
    _correct_quotes(
        {turn.pk: (turn, turn.speaker if turn.speaker_id != before[turn.pk] else None) for turn in corrected},
        settlement,
        by,
    )


def _correct_quotes(
    corrected: dict[int, tuple[Turn, Appearance | None]], settlement: Settlement, by: AbstractUser | None
) -> None:
    """Correct the published quotes of these turns along, where they have other words, or another speaker, now."""
    for quote in Quote.objects.filter(turn__in=list(corrected), state=State.PUBLISHED):
        turn, speaker = corrected[quote.turn_id]
        spans = locate_passages(settlement.quotes.get(quote.pk, quote.text), turn.text)
        words = passages(turn.text, spans)
        renamed = speaker is not None and speaker != quote.speaker
        if words != quote.text or renamed:
            quote.turn, quote.spans, quote.text, quote.source = turn, spans, words, turn.transcript.source
            quote.speaker = speaker or quote.speaker
            reason = Correction.Kind.MISATTRIBUTION if renamed else settlement.reason
            correct_among_others(record=quote, reason=reason, sentence=settlement.sentence, by=by)


def _drop(transcript: Transcript, turns: list[Turn], sentence: str, by: AbstractUser | None) -> None:
    """Turns that the edition does not have: a draft is deleted, what was public stays as withdrawn."""
    drafts = transcript.turns.filter(pk__in=[turn.pk for turn in turns if turn.is_editable])
    if Quote.objects.filter(turn__in=drafts).exists():
        raise NotReady(["A quote was taken from a turn that this edition does not have. Delete the quote first."])
    forget_turns(drafts)
    drafts.delete()
    withdraw_turns(turns=[turn for turn in turns if not turn.is_editable], sentence=sentence, by=by)
