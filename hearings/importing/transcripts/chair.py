"""Who takes the chair in the middle of a sitting, where only the words spoken say so."""

import re

from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.person import name_words
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
_BEFORE, _AFTER = 160, 120  # characters around the words in which the name of who is asked stands


def chair_passes(cast: Cast, presiding: list[Presiding], before: Turn | None, speaker: str | None, text: str) -> bool:
    """Whether `speaker`, who says `text`, has the chair from here on: asked by the chair just before, or back in it.

    The chair asks by name, and only who sits on the body can be asked: a witness who takes a chair takes a seat.
    """
    holder = presiding[-1].name if presiding else None
    if not speaker or not holder or speaker == holder:
        return False
    if before and before.speaker == holder and cast.sits(speaker):
        surname = name_words(speaker)[-1]
        for match in _HANDS.finditer(before.text):
            around = before.text[max(match.start() - _BEFORE, 0) : match.end() + _AFTER]
            if surname in name_words(re.sub(r"[^\w\s'’-]", " ", around)):
                return True
    return any(one.name == speaker for one in presiding) and bool(_BACK.search(text[:1500]))
