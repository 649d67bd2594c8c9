"""Titles in quotation marks that stand right behind the word for their event and are written like sentences."""

import re

from hearings.importing.releases.speech.statement_forms import IN_PERSON
from hearings.importing.texts.lexicon import SPEECH_VERBS

# The event right before its title, which may be written like a sentence: `la audiencia «`, `the hearing “`.
_NAMED_EVENT = re.compile(
    r"\b(?:(?:the|an?|its|their|this|today[’']s)\s(?:[\w’'-]{2,20}\s){0,3}?(?:hearing|roundtable|forum|briefing)"
    r"|(?:la|una|su|esta)\s(?:[a-zñáéíóú]{4,14}\s){0,2}?audiencia(?:\s[a-zñáéíóú]{5,14}){0,2})\s{0,9}$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"\b(?:{SPEECH_VERBS}|call(?:ed|s|ing)|describ(?:ed|es|ing)|dubbed|dismiss(?:ed|es|ing)|deem(?:ed|s)|found|thought|llamó|calificó)\b"
    r"[^.;]{0,160}$",
    re.IGNORECASE,
)


def names_event(words: str, ahead: str) -> bool:
    """Whether words right behind `the hearing` are its title, though not in capitals; `ahead` stands before them."""
    several = words[0].isupper() and len(words.split()) > 1 and words[-1] not in ".!?,"
    told = _TOLD.search(ahead) or IN_PERSON.search(words)
    return several and not told and bool(_NAMED_EVENT.search(ahead))
