"""How the quotes of a hearing stand in its transcript: found once, kept, and found anew when either changes."""

from hearings.models import Finding, Hearing, Quote, State, Transcript
from hearings.models.publishing import READABLE
from hearings.verbatim import Haystack


def compare(hearing: Hearing, quotes: list[Quote] | None = None) -> None:
    """Write down how these published quotes, or all of the hearing, stand in its published transcript.

    What a quote says is its current version; where it was taken from is left as it is, whatever is found.
    """
    chosen = hearing.quotes.all() if quotes is None else hearing.quotes.filter(pk__in=[one.pk for one in quotes])
    Finding.objects.filter(quote__in=chosen).delete()
    transcript = Transcript.objects.filter(hearing=hearing, state=State.PUBLISHED).first()
    public = list(chosen.filter(state__in=READABLE).select_related("current", "turn"))
    if transcript is None or not public:
        return
    turns = list(transcript.turns.filter(state=State.PUBLISHED).only("public_id", "text", "speaker_id"))
    haystack = Haystack([turn.text for turn in turns])
    findings = []
    for quote in public:
        own = {number for number, turn in enumerate(turns) if turn.pk == quote.turn_id}
        own = own or {number for number, turn in enumerate(turns) if turn.speaker_id == quote.speaker_id}
        outcome, places = haystack.find(quote.current.text, frozenset(own))
        found = [place and [turns[place.turn].public_id, place.start, place.end] for place in places]
        findings.append(Finding(quote=quote, transcript=transcript, outcome=outcome, places=found))
    Finding.objects.bulk_create(findings)
