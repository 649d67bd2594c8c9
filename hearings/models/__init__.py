"""The nouns of the record, one file each."""

from hearings.models.appearance import Appearance
from hearings.models.correction import Correction, HistoryEntry
from hearings.models.exhibit import Capture, Exhibit
from hearings.models.hearing import Body, FormerSlug, Hearing, Topic
from hearings.models.ledger import PublishedAddress
from hearings.models.publishing import State
from hearings.models.quote import Quote
from hearings.models.reference import Mention, Reference
from hearings.models.source import SourceDocument
from hearings.models.version import Version

__all__ = [
    "Appearance",
    "Body",
    "Capture",
    "Correction",
    "Exhibit",
    "FormerSlug",
    "Hearing",
    "HistoryEntry",
    "Mention",
    "PublishedAddress",
    "Quote",
    "Reference",
    "SourceDocument",
    "State",
    "Topic",
    "Version",
]
