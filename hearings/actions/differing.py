"""What an edition changes in a transcript, turn by turn, and which kind of correction is true of each change."""

from dataclasses import dataclass, field

from hearings.actions.corrections import WORDING
from hearings.models import Correction, Transcript, Turn
from witnesses.names import name_key

FACTS = ("kind", "label", "text", "footnotes")
OF_WORDS = [kind for kind in WORDING if kind != Correction.Kind.MISATTRIBUTION]  # what changed words may be called

Heading = tuple[str, str]  # of a section: its kind and its title
Laid = list[tuple[int | None, int, dict]]


@dataclass
class Settlement:
    """`parts` are sections as (kind, title). `lines` are the turns in order: the key of the turn of the record that
    each is, or None for a new one; its section, counted from 0; its fields. `reason` is the kind of correction of
    changed words, and `sentence` that of all public corrections; `quotes` has the new words of published quotes, by
    key. `accuracy` is how the edition was made; empty, it stays as it is. `stamp` is that of `stamp_of` when somebody
    looked; empty, nobody did."""

    parts: list[Heading]
    lines: Laid
    reason: str = "typo"
    sentence: str = ""
    quotes: dict[int, str] = field(default_factory=dict)
    accuracy: str = ""
    stamp: str = ""


def differs(turn: Turn, facts: dict) -> bool:
    return any(getattr(turn, name) != facts[name] for name in FACTS)


def relabels(turn: Turn, facts: dict) -> bool:
    """Whether a turn of an edition is said to be somebody else's than in the record, by its label."""
    return turn.kind != facts["kind"] or name_key(turn.label) != name_key(facts["label"])


def renames(turn: Turn, facts: dict) -> bool:
    """Whether an edition gives a turn another speaker; of two that are not identified the labels say so."""
    if not relabels(turn, facts):
        return False
    now = facts["speaker"].pk if facts["speaker"] else None
    return turn.speaker_id != now or (now is None and name_key(turn.label) != name_key(facts["label"]))


def kind_of(turn: Turn, facts: dict, reason: str) -> str:
    """Of a changed turn the kind of its correction: a wrong speaker where that changed, else what its words are."""
    return Correction.Kind.MISATTRIBUTION if renames(turn, facts) else reason


def heading(turn: Turn) -> Heading:
    return turn.section.kind, turn.section.title


@dataclass(frozen=True)
class Changes:
    """What a settlement changes of the open turns of a transcript, by its sorts."""

    words: bool  # of a turn, a label, a heading, or of how it was made: an editor says of what kind
    speakers: bool
    added: bool
    gone: bool
    moved: bool  # a turn stands in another order

    @property
    def any(self) -> bool:
        return self.words or self.speakers or self.added or self.gone or self.moved

    def kind(self, reason: str) -> str:
        """What the correction of the transcript itself is: of the sorts of change the first that there is."""
        if self.words:
            return reason
        if self.speakers:
            return Correction.Kind.MISATTRIBUTION
        return Correction.Kind.ADDITION if self.added else Correction.Kind.FACTUAL


def changes_of(settlement: Settlement, transcript: Transcript, kept: dict[int, Turn]) -> Changes:
    """`kept` are the open turns, by key."""
    named = [(kept[pk], part, facts) for pk, part, facts in settlement.lines if pk is not None]
    places = [turn.number for turn, *_ in named]
    return Changes(
        words=settlement.accuracy not in ("", transcript.accuracy)
        or any(_rewords(turn, facts) or heading(turn) != settlement.parts[part] for turn, part, facts in named),
        speakers=any(renames(turn, facts) for turn, _, facts in named),
        added=len(named) < len(settlement.lines),
        gone=len(named) < len(kept),
        moved=places != sorted(places),
    )


def _rewords(turn: Turn, facts: dict) -> bool:
    """Whether something else than the speaker changes: the label goes with a changed speaker."""
    same = ("kind", "text", "footnotes") if renames(turn, facts) else FACTS
    return any(getattr(turn, name) != facts[name] for name in same)
