"""The nouns of the record, one file each."""

from hearings.models.appearance import Appearance
from hearings.models.exhibit import Capture, Exhibit
from hearings.models.hearing import Body, FormerSlug, Hearing, Topic
from hearings.models.publishing import State
from hearings.models.quote import Quote, QuoteVersion
from hearings.models.reference import Mention, Reference
from hearings.models.source import SourceDocument

__all__ = [
    "Appearance",
    "Body",
    "Capture",
    "Exhibit",
    "FormerSlug",
    "Hearing",
    "Mention",
    "Quote",
    "QuoteVersion",
    "Reference",
    "SourceDocument",
    "State",
    "Topic",
]
