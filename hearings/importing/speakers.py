"""Who at a hearing is meant by a name that was read of its transcript."""

from hearings.importing.editions import Line
from hearings.models import Appearance, Hearing, State, Transcript, Turn
from witnesses.names import compare

NOT_LISTED = "{} is not listed at this hearing."
SEVERAL = "More than one person listed at this hearing may be {}."


class Speakers:
    """Who at a hearing is meant by a name that was read; never a guess."""

    def __init__(self, hearing: Hearing):
        rows = hearing.appearances.select_related("person")
        self.rows = [(row, [row.person.full_name, *row.person.other_spellings.splitlines()]) for row in rows]
        self.known: dict[str, tuple[Appearance | None, str]] = {}

    def who(self, name: str) -> tuple[Appearance | None, str]:
        """The appearance, or None and the reason in words."""
        if name not in self.known:
            answers = [(row, {compare(name, one) for one in spellings if one}) for row, spellings in self.rows]
            same = [row for row, found in answers if "same" in found]
            possible = same or [row for row, found in answers if "possible" in found]
            if len(same) == 1:
                self.known[name] = same[0], ""
            else:
                self.known[name] = None, (SEVERAL if possible else NOT_LISTED).format(name)
        return self.known[name]

    def possible(self, name: str) -> list[Appearance]:
        """Everybody listed who may be meant by a name, or a part of one."""
        return [row for row, spellings in self.rows if any(compare(name, one) for one in spellings if one)]

    def facts(self, line: Line) -> dict:
        """The fields of a turn that a line gives."""
        speaker, why = self.who(line.named) if line.named else (None, line.reason)
        return {
            "kind": line.kind,
            "label": line.label[:250],
            "speaker": speaker,
            "named": line.named[:250],
            "unresolved": why[:300],
            "text": line.text,
            "footnotes": list(line.footnotes),
            "pages": list(line.pages),
        }


def name_again(*, transcript: Transcript, decided: dict[str, Appearance] | None = None) -> int:
    """Look up who speaks in a draft once more, after people were listed; how many turns have got a speaker.

    `decided` has who is meant by a name, where an editor has said so.
    """
    speakers, found = Speakers(transcript.hearing), []
    speakers.known.update({name: (row, "") for name, row in (decided or {}).items()})
    for turn in transcript.turns.filter(speaker=None, state=State.DRAFT).exclude(named=""):
        turn.speaker, turn.unresolved = speakers.who(turn.named)
        if turn.speaker:
            found.append(turn)
    Turn.objects.bulk_update(found, ["speaker", "unresolved"], batch_size=500)
    return len(found)
