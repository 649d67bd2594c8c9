"""How the quotes of a hearing stand in its transcript: found once, kept, and found anew when either changes."""

from collections.abc import Iterable, Iterator

from hearings.models import Appearance, Finding, Hearing, Quote, State, Transcript, Turn
from hearings.models.publishing import READABLE, UNPUBLISHED
from hearings.quoting import find_edited
from hearings.text import paragraphs
from hearings.verbatim import Haystack, Place

Outcome = Finding.Outcome
# What words that stand letter for letter are, by the turn in which they do; of several turns the gravest is told.
BY_GRAVITY = [Outcome.VERBATIM, Outcome.EDITED, Outcome.WRITTEN, Outcome.UNNAMED, Outcome.ANOTHER]
ELSEWHERE = 10  # added to the rank of all turns but the one from which a quote was taken


def compare(hearing: Hearing, quotes: list[Quote] | None = None) -> None:
    """Write down how these published quotes, or all of the hearing, stand in its published transcript.

    What a quote says is its current version; where it was taken from is left as it is, whatever is found.
    """
    chosen = hearing.quotes.all() if quotes is None else hearing.quotes.filter(pk__in=[one.pk for one in quotes])
    Finding.objects.filter(quote__in=chosen).delete()
    public = list(chosen.filter(state__in=READABLE).select_related("current", "speaker"))
    Finding.objects.bulk_create(findings_of(hearing, public))


def findings_of(hearing: Hearing, quotes: Iterable[Quote], *, in_draft: bool = False) -> Iterator[Finding]:
    """How these quotes, as they are now, stand in the published transcript; nothing is written down.

    `in_draft`: for editors, in the transcript that is there, although it is not public yet.
    """
    states = [State.PUBLISHED, *(UNPUBLISHED if in_draft else [])]
    transcript = Transcript.objects.filter(hearing=hearing, state__in=states).first()
    if transcript is None or not quotes:
        return
    turns = list(transcript.turns.filter(state__in=states).select_related("section", "speaker"))
    haystack = Haystack([turn.text for turn in turns])
    for quote in quotes:
        outcome, places = _stand((quote.current or quote).text, haystack, _ranks(quote, turns))
        if outcome in (Outcome.VERBATIM, Outcome.EDITED):
            said = (said_in(turns[place.turn], _person(quote)) for place in places)
            outcome = max([outcome, *said], key=BY_GRAVITY.index)
        found = [place and [turns[place.turn].public_id, place.start, place.end] for place in places]
        yield Finding(quote=quote, transcript=transcript, outcome=outcome, places=found)


def _stand(text: str, haystack: Haystack, ranks: dict[int, int]) -> tuple[str, list[Place | None]]:
    """How the words stand whoever said them, and where; what the quote itself marks as changed is no difference."""
    outcome, places = haystack.find(text, ranks)
    if outcome == Outcome.VERBATIM:
        return outcome, places
    pairs = list(zip(paragraphs(text), places, strict=True))
    kept = [place if place and place.exact else find_edited(paragraph, haystack, ranks) for paragraph, place in pairs]
    if all(kept):
        return Outcome.EDITED, kept
    places = [one or place for one, place in zip(kept, places, strict=True)]
    return (Outcome.DIFFERS if any(places) else Outcome.MISSING), places


def said_in(turn: Turn, person: int | None) -> Outcome:
    """What words of this turn are as words of this person: spoken, written, of nobody for certain, or another's."""
    if not turn.is_spoken:
        return Outcome.WRITTEN
    if turn.speaker is None:
        return Outcome.UNNAMED
    return Outcome.VERBATIM if turn.speaker.person_id == person else Outcome.ANOTHER


def speaker_problem(turn: Turn, speaker: Appearance) -> str:
    """Why words of this turn are no words of this speaker, in a sentence; empty where they are."""
    if turn.speaker is None:
        why = turn.unresolved or "The transcript names nobody."
        return (
            f"Turn {turn.number}, in which these words stand, is by somebody not identified: {why} Say first in the "
            "turn whose words they are, then choose the speaker here."
        )
    if turn.speaker.person_id != speaker.person_id:
        return (
            f"In turn {turn.number} of the transcript {turn.speaker.person.styled_name} said these words. Choose that "
            "speaker, or copy other words."
        )
    return ""


def _person(quote: Quote) -> int | None:
    if quote.current:
        return quote.current.content["speaker"]["id"]
    return quote.speaker.person_id if quote.speaker else None


def _ranks(quote: Quote, turns: list[Turn]) -> dict[int, int]:
    """Which turns are looked in first: the one it was taken from, then the speaker's own, spoken before written."""
    person, ranks = _person(quote), {}
    for number, turn in enumerate(turns):
        own = turn.speaker is not None and turn.speaker.person_id == person
        rank = (0 if own else 4) + BY_GRAVITY.index(said_in(turn, person))
        ranks[number] = rank + (ELSEWHERE if quote.turn_id and turn.pk != quote.turn_id else 0)
    return ranks
