"""Settling a corrected edition of a transcript: paired turns keep their ids, and public words change in public."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from hearings.actions.comparing import compare
from hearings.actions.corrections import correct, withdraw
from hearings.actions.moves import MOVES, may
from hearings.actions.record import NotReady, write_history
from hearings.actions.turns import forget_turns, freeze_turns
from hearings.models import Appearance, Edition, Finding, Quote, Section, State, Transcript, Turn
from hearings.text import CUT, cut_word, locate_passages, passages, shorten

FACTS = ("kind", "label", "text", "footnotes")


@dataclass
class Settlement:
    """`parts` are sections as (kind, title). `lines` are the turns in order: the key of the turn of the record that
    each is, or None for a new one; its section, counted from 0; its fields. `reason` and `sentence` are those of the
    public corrections; `quotes` has the new words of published quotes, by key."""

    parts: list[tuple[str, str]]
    lines: list[tuple[int | None, int, dict]]
    reason: str = "typo"
    sentence: str = ""
    quotes: dict[int, str] = field(default_factory=dict)


@transaction.atomic
def settle(*, edition: Edition, settlement: Settlement, by: AbstractUser | None) -> list[Finding]:
    """Make the record what the edition says. Turns that are paired keep their ids, others are new; those that no line
    names are deleted, or withdrawn where they were public. NotReady where public words would change in silence.
    Given back are the new findings of quotes that stood in the transcript verbatim before and do not any more."""
    edition = Edition.objects.select_for_update().get(pk=edition.pk)
    transcript = Transcript.objects.select_for_update().select_related("hearing").get(pk=edition.transcript_id)
    if not edition.waiting:
        raise NotReady(["This edition was settled meanwhile. Nothing of yours was saved."])
    public = not transcript.is_editable
    if public and by is not None and not may(MOVES["correct"], by):
        raise NotReady(["The transcript is public. Ask a publisher to settle its edition."])
    if transcript.is_scheduled:
        raise NotReady(["It is to be published soon. Take that back, settle the edition, and schedule it anew."])
    kept = {turn.pk: turn for turn in transcript.turns.exclude(state__in=["withdrawn", "sealed"])}
    _check(settlement, kept, public)
    verbatim = set(_findings(transcript).filter(outcome=Finding.Outcome.VERBATIM).values_list("quote", flat=True))
    edition.waiting, transcript.source = {}, edition.source
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
        correct(record=transcript, reason=settlement.reason, sentence=settlement.sentence, by=by)
    else:
        write_history("edition settled", transcript, by, "Every turn is the same.")
    compare(transcript.hearing)
    return [one for one in _findings(transcript).exclude(outcome=Finding.Outcome.VERBATIM) if one.quote_id in verbatim]


def _findings(transcript: Transcript) -> QuerySet[Finding]:
    return transcript.findings.select_related("quote").order_by("quote__order", "quote__pk")


def _check(settlement: Settlement, kept: dict[int, Turn], public: bool) -> None:
    """Refuse what cannot be: a turn named twice or gone, changed public words without the public sentence."""
    named = [pk for pk, *_ in settlement.lines if pk is not None]
    if len(set(named)) < len(named):
        raise NotReady(["Two turns of the edition are said to be one turn of the record. Choose one of them."])
    if set(named) - set(kept):
        raise NotReady(["A turn was withdrawn or sealed meanwhile. Look at the pairs once more."])
    changed = [kept[pk] for pk, _, facts in settlement.lines if pk is not None and _differs(kept[pk], facts)]
    whole = len(named) == len(settlement.lines) and set(named) == set(kept)
    if public and (changed or not whole) and not settlement.sentence.strip():
        raise NotReady(["Public words change: write the public sentence that says what was wrong."])
    texts = {pk: facts["text"] for pk, _, facts in settlement.lines}
    lost = [pk for pk in kept if pk not in texts]
    problems = []
    for quote in Quote.objects.filter(turn__in=[*changed, *lost], state="published").select_related("current"):
        words = settlement.quotes.get(quote.pk, quote.current.text)
        text = texts.get(quote.turn_id, "")
        if cut := cut_word(words, text):
            problems.append(CUT.format(cut))
        elif not locate_passages(words, text):
            problems.append(
                f"The words of the published quote “{shorten(words, 80)}” are not in its turn any more. Correct it in "
                "public along with the edition: write its words as they stand there now; or withdraw it first."
            )
    if problems:
        raise NotReady(problems)


def _differs(turn: Turn, facts: dict) -> bool:
    return any(getattr(turn, name) != facts[name] for name in FACTS)


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
    new, moved = [], []
    for number, (pk, part, facts) in enumerate(settlement.lines, start=1):
        turn = kept.get(pk) if pk is not None else None
        if turn is None:
            new.append(Turn(transcript=transcript, section=sections[part], number=number, **facts))
            continue
        turn.number, turn.section, turn.pages = number, sections[part], facts["pages"]
        moved.append(turn)
    Turn.objects.bulk_update(moved, ["number", "section", "pages"], batch_size=500)
    Turn.objects.bulk_create(new, batch_size=500)
    for pk, _, facts in settlement.lines:
        turn = kept.get(pk) if pk is not None else None
        if turn is not None and _differs(turn, facts):
            _reword(turn, facts, settlement, by)


def _reword(turn: Turn, facts: dict, settlement: Settlement, by: AbstractUser | None) -> None:
    for name in FACTS:
        setattr(turn, name, facts[name])
    if turn.is_editable:
        turn.revision += 1
        turn.save()
        return
    correct(record=turn, reason=settlement.reason, sentence=settlement.sentence, by=by)
    for quote in turn.quotes.filter(state="published", pk__in=settlement.quotes):
        spans = locate_passages(settlement.quotes[quote.pk], turn.text)
        words = passages(turn.text, spans)
        if words != quote.text:
            quote.turn, quote.spans, quote.text = turn, spans, words
            quote.source = turn.transcript.source
            correct(record=quote, reason=settlement.reason, sentence=settlement.sentence, by=by)


def _drop(transcript: Transcript, turns: list[Turn], sentence: str, by: AbstractUser | None) -> None:
    """Turns that the edition does not have: a draft is deleted, what was public stays as withdrawn."""
    drafts = transcript.turns.filter(pk__in=[turn.pk for turn in turns if turn.is_editable])
    if Quote.objects.filter(turn__in=drafts).exists():
        raise NotReady(["A quote was taken from a turn that this edition does not have. Delete the quote first."])
    forget_turns(drafts)
    drafts.delete()
    for turn in turns:
        if not turn.is_editable:
            withdraw(record=turn, sentence=sentence, by=by)


def of_nobody(transcript: Transcript) -> QuerySet[Turn]:
    """The turns of a draft whose labels name nobody for certain."""
    return transcript.turns.filter(kind=Turn.Kind.SPEECH, speaker=None, named="", state=State.DRAFT)


@transaction.atomic
def name_labels(*, transcript: Transcript, decided: dict[tuple[str, str], Appearance], by: AbstractUser | None) -> int:
    """Give a draft's turns their speakers, by label and the reason why that names nobody; how many have got one.

    NotReady where the transcript is public, or somebody is listed at another hearing.
    """
    transcript = Transcript.objects.select_for_update().get(pk=transcript.pk)
    if not transcript.is_editable:
        raise NotReady(["The transcript is public. Correct each turn in public instead."])
    if any(row.hearing_id != transcript.hearing_id for row in decided.values()):
        raise NotReady(["A speaker is listed at another hearing. Choose somebody listed at this one."])
    found = 0
    for (label, reason), row in decided.items():
        turns = of_nobody(transcript).filter(label=label, unresolved=reason)
        found += turns.update(speaker=row, unresolved="", revision=F("revision") + 1)
    if found:
        write_history("speakers named", transcript, by, f"{found} turns.")
    return found
