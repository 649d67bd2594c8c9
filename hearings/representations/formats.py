"""The formats in which records can be had: each by the ending of its address, and where that is."""

from django.urls import reverse

from hearings.models import Version
from hearings.models.publishing import Publishable
from hearings.representations import annotation, bibtex, csl, data, icalendar, ris, text

FORMATS = {
    "json": data,
    "txt": text,
    "ris": ris,
    "bib": bibtex,
    "csl.json": csl,
    "annotation.json": annotation,
    "ics": icalendar,
}


def formats_of(kind: str) -> dict:
    """The formats in which a kind of record can be had: the ending, and the module that makes it."""
    return {ending: module for ending, module in FORMATS.items() if hasattr(module, kind)}


def format_path(record: Publishable, version: Version, ending: str) -> str:
    """Below the permalink; of a version that is not current, or stands at its own address, below that."""
    kind = record._meta.model_name
    if version.pk == record.current_id and not version.is_pinned:
        return reverse(f"hearings:{kind}_format", args=[record.public_id, ending])
    return reverse(f"hearings:{kind}_version_format", args=[record.public_id, version.number, ending])
