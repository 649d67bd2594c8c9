"""Citations of what was said and shown at hearings, in the styles in which people cite: no models, no database."""

from hearings.citations.cited import Cited, known_date
from hearings.citations.coins import coins
from hearings.citations.names import Person, parse_person
from hearings.citations.runs import Run, plain
from hearings.citations.styles import STYLES, apa, bluebook, chicago, mla
from hearings.citations.wikitext import wikipedia

__all__ = [
    "STYLES",
    "Cited",
    "Person",
    "Run",
    "apa",
    "bluebook",
    "chicago",
    "coins",
    "known_date",
    "mla",
    "parse_person",
    "plain",
    "wikipedia",
]
