"""The nouns of the record, one file each."""

from hearings.models.annotation import Annotation
from hearings.models.appearance import Appearance
from hearings.models.capture import Capture
from hearings.models.correction import Correction, HistoryEntry
from hearings.models.custody import CustodyEvent
from hearings.models.exhibit import Exhibit
from hearings.models.hearing import Body, FormerSlug, Hearing, Topic
from hearings.models.ledger import PublishedAddress
from hearings.models.publishing import State
from hearings.models.quote import Quote
from hearings.models.reference import Mention, Reference
from hearings.models.searchtext import SearchText
from hearings.models.site import Site
from hearings.models.source import SourceDocument
from hearings.models.transcript import Edition, Finding, Section, Transcript, Turn
from hearings.models.version import Version

__all__ = [
    "Annotation",
    "Appearance",
    "Body",
    "Capture",
    "Correction",
    "CustodyEvent",
    "Edition",
    "Exhibit",
    "Finding",
    "FormerSlug",
    "Hearing",
    "HistoryEntry",
    "Mention",
    "PublishedAddress",
    "Quote",
    "Reference",
    "SearchText",
    "Section",
    "Site",
    "SourceDocument",
    "State",
    "Topic",
    "Transcript",
    "Turn",
    "Version",
]
