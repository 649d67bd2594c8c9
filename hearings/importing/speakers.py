"""Who at a hearing is meant by a name that was read of its transcript."""

import re
from collections import defaultdict
from collections.abc import Iterable

from hearings.importing.editions import Line
from hearings.models import Appearance, Hearing, State, Transcript, Turn
from witnesses.names import compare

NOT_LISTED = "{} is not listed at this hearing."
SEVERAL = "More than one person listed at this hearing may be {}."
LABEL = 250  # characters that are kept of a label, and of a name as read
# Labels under which anybody may speak: who it was in one turn says nothing of the next.
ANYBODY = re.compile(
    r"\b(?:voices?|unidentified|unknown|speakers?|audience|questions?|questioners?|members?|participants?|panel|panelists?|"
    r"witness(?:es)?|staff|staffers?|attendees?|spectators?|protesters?|observers?|callers?|all)\b",
    re.IGNORECASE,
)


class Speakers:
    """Who at a hearing is meant by a name that was read; never a guess.

    Where `turns` of the record are given, who speaks under a label there, in every turn of it, does so in others too.
    """

    def __init__(self, hearing: Hearing, turns: Iterable[Turn] = ()):
        rows = hearing.appearances.select_related("person")
        self.rows = [(row, [row.person.full_name, *row.person.other_spellings.splitlines()]) for row in rows]
        self.known: dict[str, tuple[Appearance | None, str]] = {}
        self.decided = self._decided(turns)

    def _decided(self, turns: Iterable[Turn]) -> dict[tuple[str, str], Appearance]:
        """Who speaks under a label and a name as read, where all these turns have one and the same speaker."""
        listed = {row.pk: row for row, _ in self.rows}
        found: defaultdict[tuple[str, str], set[int | None]] = defaultdict(set)
        for turn in turns:
            if turn.kind == Turn.Kind.SPEECH and turn.label and not ANYBODY.search(turn.label):
                found[turn.label, turn.named].add(turn.speaker_id)
        alone = {key: next(iter(speakers)) for key, speakers in found.items() if len(speakers) == 1}
        return {key: listed[pk] for key, pk in alone.items() if pk in listed}

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

    def is_from_the_record(self, line: Line) -> bool:
        """Whether only the turns of the record under the label of this line say who speaks in it."""
        return self._read(line)[0] is None and self._known(line) is not None

    def _read(self, line: Line) -> tuple[Appearance | None, str]:
        return self.who(line.named) if line.named else (None, line.reason)

    def _known(self, line: Line) -> Appearance | None:
        spoken = line.kind == Turn.Kind.SPEECH
        return self.decided.get((line.label[:LABEL], line.named[:LABEL])) if spoken else None

    def facts(self, line: Line) -> dict:
        """The fields of a turn that a line gives."""
        speaker, why = self._read(line)
        if speaker is None and (known := self._known(line)):
            speaker, why = known, ""
        return {
            "kind": line.kind,
            "label": line.label[:LABEL],
            "speaker": speaker,
            "named": line.named[:LABEL],
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
