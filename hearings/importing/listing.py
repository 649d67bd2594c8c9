"""Whom a transcript names, as people who may be listed at its hearing: recognised, new, or to be chosen."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.db import transaction

from hearings.actions.corrections import correct
from hearings.actions.record import NotReady, write_history
from hearings.importing.editions import sheets
from hearings.importing.load import PersonDecision, add_appearance
from hearings.importing.matching import Match, PeopleIndex
from hearings.importing.proposal import PersonRow
from hearings.importing.speakers import Speakers, name_again
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.contents import contents_span
from hearings.importing.transcripts.files import read_file
from hearings.importing.transcripts.lines import split_lines
from hearings.importing.transcripts.reading import Sitting, Testifier, TranscriptReading
from hearings.importing.transcripts.roster import read_members
from hearings.models import Appearance, Hearing, State, Transcript
from witnesses.names import compare

Role = Appearance.Role
FRONT = 2500  # lines in which members are listed
MEMBERS_LABEL = ("Senator ", "Representative ", "Congressman ", "Congresswoman ", "Delegate ", "Chair")
ROLE_UNKNOWN = "The file does not say in which role."
LONGEST = {"name": 120, "honorific": 60, "titles": 1000}


@dataclass(frozen=True)
class Named:
    """Somebody whom the file names: the row for the record, and in words what the file says of them."""

    row: PersonRow
    note: str


@dataclass(frozen=True)
class Naming:
    """`people` are not listed yet, `listed` are, by name; `presided` has each presiding person and from which turn.

    Its name is empty where the file does not say for certain who took the chair.
    """

    people: tuple[Named, ...]
    listed: tuple[str, ...]
    presided: tuple[tuple[str, int], ...]


def people_named(transcript: Transcript, people: PeopleIndex) -> Naming:
    """Read the file of a transcript once more for the people of its day: who presided, spoke, or was to testify.

    Nobody who may be more than one person is accepted. Raises ImportRefused where the bytes are no longer kept.
    """
    data = bytes(transcript.source.original)
    if not data:
        raise ImportRefused("The file of this transcript is no longer kept. List its people at the hearing.")
    reading = read_file(data)
    sitting = _sitting_of(reading, transcript.hearing)
    presided = _presided(reading, sitting)
    speakers = Speakers(transcript.hearing)
    found: list[Named] = []
    listed: list[str] = []
    for one, role, note in _everybody(reading, sitting, data, presided):
        if any(compare(one.name, other.row.name) == "same" for other in found) or one.name in listed:
            continue
        if speakers.who(one.name)[0]:
            listed.append(one.name)
            continue
        found.append(Named(_row(one, role, people.match(one.name, (one.honorific or "", *one.titles))), note))
    return Naming(tuple(found), tuple(listed), tuple(presided))


def certain(naming: Naming) -> tuple[list[tuple[str, PersonDecision]], list[str]]:
    """Who can be listed without anybody looking, and in words who is left to an editor."""
    decisions, doubts, taken = [], [], set()
    for one in naming.people:
        row, same = one.row, one.row.match.same
        too_long = [field for field, length in LONGEST.items() if len(getattr(row, field)) > length]
        if row.match.possible and not same:
            names = " or ".join(f"“{known.name}”" for known in row.match.possible)
            why = f" {row.match.why}" if row.match.why else ""
            doubts.append(f"“{row.name}” was not listed: it may be {names}, already in the record.{why}")
        elif not row.accepted or too_long:
            doubts.append(f"“{row.name}” was not listed. {one.note}")
        elif same and same.pk in taken:
            doubts.append(f"“{row.name}” was not listed: somebody before is “{same.name}” of the record too.")
        else:
            taken |= {same.pk} if same else set()
            known = same.pk if same else None
            decisions.append(
                (row.name, PersonDecision(row.name, row.role, row.honorific, row.titles, row.organization, known))
            )
    return decisions, doubts


@transaction.atomic
def list_people(
    *, transcript: Transcript, people: list[tuple[str, PersonDecision]], by: AbstractUser | None, sentence: str = ""
) -> int:
    """List people at the hearing of a transcript and give them their turns; how many turns have got a speaker.

    `people` are names as the file has them, each with who it is. At a public hearing this is a correction, for which
    `sentence` says publicly what is new. NotReady where the hearing takes nobody.
    """
    hearing = Hearing.objects.select_for_update().get(pk=transcript.hearing_id)
    if hearing.state in (State.WITHDRAWN, State.SEALED):
        raise NotReady([f"The hearing is {hearing.standing.lower()}. Nobody can be listed there."])
    rows = {row.person_id: row for row in hearing.appearances.all()}
    before, order = len(rows), max((row.order for row in rows.values()), default=0)
    decided = {}
    for place, (name, person) in enumerate(people, start=1):
        row = rows.get(person.known) or add_appearance(hearing, person, order + place)
        decided[name] = rows[row.person_id] = row
    added = len(rows) - before
    if added:
        write_history("people listed", hearing, by, f"{added} from the transcript {transcript.public_id}.")
    if added and not hearing.is_editable:
        correct(record=hearing, reason="addition", sentence=sentence, by=by)
    return name_again(transcript=transcript, decided=decided)


def _sitting_of(reading: TranscriptReading, hearing: Hearing) -> Sitting:
    found = [one for one in reading.sittings if one.from_turn]
    day = hearing.date.isoformat() if hearing.date else None
    of_the_day = [one for one in found if one.date == day] if len(found) > 1 else found
    return of_the_day[0] if of_the_day else Sitting(reading.date, chair=reading.chair, to_turn=len(reading.turns))


def _presided(reading: TranscriptReading, sitting: Sitting) -> list[tuple[str, int]]:
    """Who presided, each from which turn of the transcript on; an empty name where the file gives no full one."""
    sheet = next((one for one in sheets(reading) if one.date == sitting.date), None)
    places = {line.line: number for number, line in enumerate(sheet.lines, start=1)} if sheet else {}
    before = [one for one in reading.presiding if one.from_turn <= max(sitting.from_turn, 1)][-1:]
    later = [one for one in reading.presiding if max(sitting.from_turn, 1) < one.from_turn <= sitting.to_turn]
    return [(one.name or "", places.get(reading.turns[one.from_turn - 1].line, 1)) for one in (*before, *later)]


def _everybody(
    reading: TranscriptReading, sitting: Sitting, data: bytes, presided: list[tuple[str, int]]
) -> Iterator[tuple[Testifier, str, str]]:
    """Everybody of this day with the role, where the file says it, and what it says of them in words."""
    turns = [turn for turn in reading.turns if sitting.from_turn <= turn.n <= sitting.to_turn]
    spoke = Counter(turn.speaker for turn in turns if turn.speaker)
    testified = {one.name: one for one in reading.witnesses}
    chair = sitting.chair or (presided[0][0] if presided else "")
    if chair:
        yield Testifier(chair), Role.CHAIR, f"Presided when the hearing opened. {_count(spoke[chair])}"
    members = _members(data, turns[0].line if turns else 0)
    took = {name: f"Took the chair at turn {number}. " for name, number in reversed(presided)}
    for name in [one for one in spoke if one not in testified and one != chair]:
        label = next(turn.label for turn in turns if turn.speaker == name)
        member = any(compare(name, one) == "same" for one in members) or label.startswith(MEMBERS_LABEL)
        words = f"{took.get(name, '')}{_count(spoke[name])}"
        if member or name in took:
            yield Testifier(name), Role.MEMBER, words
        else:
            yield Testifier(name), "", f"{words} {ROLE_UNKNOWN}"
    several = len([one for one in reading.sittings if one.from_turn]) > 1
    for one in testified.values():
        if one.role == "witness" and (spoke[one.name] or not several):
            yield one, Role.WITNESS, f"Listed as a witness. {_count(spoke[one.name])}"
        elif spoke[one.name] or not several:
            role = Role.WITNESS if spoke[one.name] else ""
            yield one, role, f"Listed to accompany a witness. {_count(spoke[one.name])}"


def _members(data: bytes, first: int) -> list[str]:
    """The names on the first pages of an official transcript, before its contents."""
    if data.startswith((b"%PDF", b"PK")):
        return []
    lines = split_lines(data.decode("utf-8", "replace"))
    end = min(contents_span(lines)[0] or first, first, FRONT)
    return [one.name for one in read_members(lines[:end]) if one.kind == "member"]


def _count(turns: int) -> str:
    return f"Speaks in {turns} turn{'' if turns == 1 else 's'}." if turns else "Does not speak."


def _row(one: Testifier, role: str, match: Match) -> PersonRow:
    return PersonRow(
        name=one.name,
        honorific=one.honorific or "",
        role=role,
        titles="\n".join(one.titles),
        organization="",
        accepted=bool(role),
        match=match,
    )
