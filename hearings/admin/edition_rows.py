"""The turns of an edition that wait, as an editor sees each: how it differs from the turn that is proposed for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearings.actions.differing import relabels
from hearings.diffs import Piece, word_diff
from hearings.importing.editions import Line
from hearings.importing.settling import Paired, in_words
from hearings.importing.speakers import Speakers
from hearings.models import SourceDocument, Turn
from hearings.notes import as_text
from hearings.text import shorten

BESIDE = 60  # characters of a turn by which a place is told


@dataclass(frozen=True)
class Waiting:
    """A turn that waits: its place in the edition, and how it differs from the one that is proposed for it."""

    place: int
    line: Line
    who: str
    known: bool  # from the turns of the record under this label, not from the name as read
    under: str  # its heading
    old: Turn | None = None
    was: str = ""  # who spoke before, where it is somebody else
    moved: tuple[str, str] | None = None  # from where to where
    pieces: tuple[Piece, ...] = ()

    @property
    def relabelled(self) -> bool:
        return self.old is not None and self.old.label != self.line.label

    @property
    def kinds(self) -> tuple[str, str] | None:
        """What it was and is, where that is not the same."""
        if self.old is None or self.old.kind == self.line.kind:
            return None
        return self.old.get_kind_display(), str(Turn.Kind(self.line.kind).label)

    @property
    def remarked(self) -> bool:
        """Whether only the place of a footnote’s mark among the words is another."""
        return self.old is not None and not self.pieces and self.old.footnotes != list(self.line.footnotes)


def waiting(paired: Paired, speakers: Speakers) -> Iterator[Waiting]:
    turns, sheet, pairing = paired
    for new, place in pairing.proposed.items():
        line, old = sheet.lines[new], None if place is None else turns[place]
        facts, part = speakers.facts(line), sheet.parts[line.part]
        who, before = named(facts["speaker"], facts["unresolved"]), named(old.speaker, old.unresolved) if old else ""
        if old and not relabels(old, facts):
            who = before
        same = old is None or words_of(old) == words_of(line)
        yield Waiting(
            place=new,
            line=line,
            who=who,
            known=speakers.is_from_the_record(line) and who != before,
            under=in_words((part.kind, part.title)),
            old=old,
            was=before if before != who else "",
            moved=(_at(turns, place), _at(sheet.lines, new)) if new in pairing.moved else None,
            pieces=() if same else tuple(word_diff(words_of(old), words_of(line))),
        )


def _at(rows: list[Turn] | tuple[Line, ...], place: int) -> str:
    """Where a turn stands, by the one before it: “turn 3, behind “Thank you.””."""
    number = getattr(rows[place], "number", place + 1)
    behind = f"behind “{shorten(rows[place - 1].text, BESIDE)}”" if place else "the first of all"
    return f"turn {number}, {behind}"


def words_of(row: Turn | Line) -> str:
    """The words of a turn with its footnotes."""
    return f"{row.text}\n{as_text(row.footnotes)}".rstrip()


def named(speaker, why: str) -> str:
    """Who speaks in a turn."""
    return str(speaker.person) if speaker else f"not identified. {why}".strip()


def source_difference(before: SourceDocument, now: SourceDocument) -> list[Piece]:
    """How what readers are told of the source changes, but for the file itself; nothing where it does not."""
    told = ["\n".join((one.title, one.publisher, one.url, one.note)).strip() for one in (before, now)]
    return word_diff(*told) if told[0] != told[1] else []
