"""Who speaks each turn and who presides: labels resolved, with the reason in words where one is not."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hearings.importing.transcripts.chair import chair_passes, is_another
from hearings.importing.transcripts.front import Convening
from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.person import name_words
from hearings.importing.transcripts.proceedings import Proceedings, Spoken
from hearings.importing.transcripts.reading import Presiding, Turn
from hearings.importing.transcripts.roster import Listed, read_heading

_ORDER = re.compile(r"\bcome to order\b|\b(?:call|bring|gavel) th(?:is|e)\b.{0,80}\bto order\b", re.S)
_WOMAN = re.compile(r"(?:Ms|Mrs|Miss|Congresswoman|Chairwoman)\b")
_MAN = re.compile(r"(?:Mr|Congressman)\b")
_INTRODUCED = re.compile(r"\b[Mm]y name is (?:(?:Mr|Ms|Mrs|Dr)\. )?((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+)")
_SOON = 3  # turns after a statement heading in which its witness begins: the chair may say a word before
_THE_CHAIR = re.compile(r"(?:The )?Chair(?:man|woman|person|lady)?$")


def name_speakers(
    cast: Cast, found: Proceedings, convenings: list[Convening]
) -> tuple[tuple[Turn, ...], list[Presiding]]:
    """The turns with their speakers, and who presided from which turn on. What is not certain stays null."""
    _learn(cast, found)
    turns: list[Turn] = []
    presiding: list[Presiding] = []
    sitting, holder = -1, None
    for number, spoken in enumerate(found.turns, start=1):
        if spoken.sitting != sitting:
            sitting = spoken.sitting
            opening = convenings[sitting] if sitting < len(convenings) else None
            chair = cast.full(opening.chair) if opening else None
            holder = _title_holder(cast, opening, chair, spoken)
            label = spoken.label
            if chair and not (label.presides and label.name and is_another(label, cast.resolve(label), chair)):
                presiding.append(Presiding(chair, number))
        speaker, reason = _speaker(cast, spoken, holder, turns[-1].text if turns else "")
        first = number == 1 or spoken.sitting != found.turns[number - 2].sitting
        opens = first and not (presiding and presiding[-1].from_turn == number) and _ORDER.search(spoken.text[:600])
        passes = not first and chair_passes(cast, presiding, turns[-1], speaker, spoken)
        says = spoken.label.presides and (speaker or spoken.label.name or not first)
        takes = says or passes or (opens and speaker)
        if takes and (not presiding or is_another(spoken.label, speaker, presiding[-1].name)):
            presiding.append(Presiding(speaker, number))
        turns.append(Turn(number, spoken.line, spoken.label.printed, speaker, spoken.text, reason))
    return _without_two_sexes(turns), presiding


def _learn(cast: Cast, found: Proceedings) -> None:
    """Let the cast hear the labels, and how the one person of a statement heading is addressed soon after it."""
    first = [
        spoken for before, spoken in pairwise([None, *found.turns]) if not before or before.sitting != spoken.sitting
    ]
    cast.hear((spoken.label for spoken in found.turns), (spoken.label for spoken in first))
    for spoken in found.turns:
        own = _INTRODUCED.search(spoken.text[:300])
        if own and spoken.label.name and not cast.resolve(spoken.label):
            _take_in(cast, spoken, own.group(1))
    for piece in found.pieces:
        headed = read_heading(piece.block.text) if piece.kind == "heading" and piece.block.capitals else ()
        if len(headed) != 1:
            continue
        surname = name_words(headed[0].name)[-1:]
        for spoken in found.turns[piece.after : piece.after + _SOON]:
            if spoken.label.name and name_words(spoken.label.name)[-1:] == surname:
                cast.address(headed[0].name, spoken.label.title)
                break


def _take_in(cast: Cast, spoken: Spoken, name: str) -> None:
    """Let the cast know whom a label means where nobody else has the surname, and the words under it begin with it."""
    label = name_words(spoken.label.name)
    words = name.split()
    while len(words) > 2 and name_words(" ".join(words))[-len(label) :] != label:
        words.pop()  # a capital behind the name, as in `My name is Ida Sample Director of …`
    if name_words(" ".join(words))[-len(label) :] == label and not cast.lists(spoken.label.name):
        cast.add(Listed(" ".join(words), "named", spoken.label.title))


def _without_two_sexes(turns: list[Turn]) -> tuple[Turn, ...]:
    """The turns; where both `Mr.` and `Mrs.` came to one person, the rarer label (both, if as rare) is left open."""
    sexes = [bool(_WOMAN.match(turn.label)) - bool(_MAN.match(turn.label)) for turn in turns]
    counts = Counter((turn.speaker, sex) for turn, sex in zip(turns, sexes, strict=True) if sex)
    return tuple(
        replace(turn, speaker=None, reason=f"The volume names one person only for “{turn.label}” and for its opposite.")
        if turn.speaker and sex and 0 < counts[turn.speaker, sex] <= counts[turn.speaker, -sex]
        else turn
        for turn, sex in zip(turns, sexes, strict=True)
    )


def _title_holder(cast: Cast, opening: Convening | None, chair: str | None, first: Spoken) -> str | None:
    """Who `The Chairman.` is: the presider who is said to be it, or so labelled first; else the only listed one."""
    if chair and opening and (opening.leads or (_THE_CHAIR.match(first.label.title) and not first.label.name)):
        return chair
    listed = [person.full for person in cast.chairs() if person.full != chair]
    return listed[0] if len(listed) == 1 else None


def _speaker(cast: Cast, spoken: Spoken, holder: str | None, before: str) -> tuple[str | None, str]:
    label = spoken.label
    if not label.name:
        if not _THE_CHAIR.match(label.title):
            return None, f"The label “{label.printed}” names nobody."
        return holder, "" if holder else f"The volume does not say for certain who “{label.printed}” is."
    resolved, reason = cast.identify(label)
    if resolved:
        return resolved, ""
    under = [one for one in read_heading(spoken.heading) if name_words(one.name)[-1:] == name_words(label.name)[-1:]]
    if len(under) == 1:
        return cast.full(under[0].name), ""
    called = _called_by_state(cast, spoken, before)
    return (called, "") if called else (None, reason)


def _called_by_state(cast: Cast, spoken: Spoken, before: str) -> str | None:
    """Whom the end of the turn just before calls by state (`Mr. Graves from Louisiana`); never of later labels."""
    if spoken.label.name not in before[-300:]:
        return None
    match = re.search(rf"\b{re.escape(spoken.label.name)},? (?:of|from) ([A-Z]\w+(?: [A-Z]\w+)?)", before[-300:])
    if not match:
        return None
    return cast.resolve(replace(spoken.label, of=match.group(1))) or cast.resolve(
        replace(spoken.label, of=match.group(1).split()[0])
    )
