"""Who takes the chair in the middle of a sitting, where only the words spoken say so."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from hearings.importing.transcripts.labels import Label
from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.person import chamber_of, name_words
from hearings.importing.transcripts.proceedings import Spoken
from hearings.importing.transcripts.reading import Presiding, Turn

_CHAIR = r"the (?:chair|gavel)\b(?! (?:of|next|at|on)\b)"
_HANDS = re.compile(
    rf"\b(?:(?:take|assume)s?(?: over)? {_CHAIR}|"
    rf"(?:turn|hand|pass|give|yield|relinquish)(?:s|ing)?(?: back| over)* {_CHAIR}|"
    r"(?:preside|chair) (?:in my (?:absence|place|stead)|while I|for me)\b|"
    r"chair the (?:rest|remainder) of (?:the|this) hearing\b)",
    re.I,
)
_BACK = re.compile(
    r"\bthank(?:s| you)?\b.{0,80}\bfor (?:taking|assuming|holding) (?:over )?the (?:chair|gavel)|"
    r"\bthank(?:s| you)?\b.{0,80}\bfor (?:chairing|presiding|filling in|sitting in)\b|"
    r"\bI(?:'ll| will|’ll| shall)?(?: now)? (?:resume|retake|reclaim) the (?:chair|gavel)|"
    r"\bI(?:'m|’m| am) back in the chair",
    re.I | re.S,
)
_THE_CHAIR = re.compile(r"(?:The )?Chair(?:man|woman|person|lady)?\b(?=[.:\s]*(?:[\[(].*)?$)", re.I)
_BEFORE, _AFTER = 160, 120  # characters around the words in which the name of who is asked stands


def chair_passes(
    cast: Cast, presiding: list[Presiding], before: Turn | None, speaker: str | None, spoken: Spoken
) -> bool:
    """Whether `speaker`, of the turn `spoken`, has the chair from here on: asked by the chair just before, or back.

    The chair asks by name, and only who sits on the body can be asked: a witness who takes a chair takes a seat. Of
    somebody whose full name is not known, only the title of a member of Congress shows it.
    """
    holder = presiding[-1].name if presiding else None
    if not presiding or (speaker and speaker == holder):
        return False
    sits = cast.sits(speaker) if speaker else bool(chamber_of(spoken.label.title))
    if before and holder and before.speaker == holder and sits:
        surname = name_words(speaker or spoken.label.name)[-1:]
        for match in _HANDS.finditer(before.text):
            around = before.text[max(match.start() - _BEFORE, 0) : match.end() + _AFTER]
            if set(surname) & {*name_words(re.sub(r"[^\w\s'’-]", " ", around))}:
                return True
    return bool(speaker) and any(one.name == speaker for one in presiding) and bool(_BACK.search(spoken.text[:1500]))


def is_another(label: Label, who: str | None, chair: str | None) -> bool:
    """Whether who takes the chair under a label is not `chair`; of somebody who is not known the surname shows it."""
    if who or not chair:
        return who != chair
    return name_words(label.name)[-1:] != name_words(chair)[-1:]


def tell_unnamed(presiding: Iterable[Presiding], turns: Sequence[Turn]) -> list[str]:
    """Where somebody took the chair of whom the file gives no full name, in sentences."""
    told = []
    for one, after in pairwise([*presiding, None]):
        if not one or one.name:
            continue
        turn, end = turns[one.from_turn - 1], after.from_turn - 1 if after else len(turns)
        until = f"to turn {end}" if after else "on"
        still = {
            f" “{other.label}” was still read as {other.speaker}: look whom it means."
            for other in turns[one.from_turn : end]
            if other.speaker and _THE_CHAIR.match(other.label)
        }
        told.append(
            f"“{turn.label}” takes the chair at turn {turn.n} (line {turn.line}), and the file does not say for "
            f"certain who that is: who presided from there {until} was left open.{''.join(sorted(still))}"
        )
    return told
