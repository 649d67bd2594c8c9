"""Records in RIS, the tagged format that reference managers take in: a hearing, its tags as they are used for one."""

from hearings.citations import Cited
from hearings.citations.marks import on_one_line
from hearings.models import Exhibit, Hearing, Quote, Turn, Version
from hearings.representations import cited as citing

MEDIA_TYPE = "application/x-research-info-systems"


def quote(record: Quote, version: Version) -> str:
    """A quotation: its speaker is the author, its words are the abstract."""
    return ris(citing.quote(record, version))


def turn(record: Turn, version: Version) -> str:
    """A turn of a transcript, as a quotation."""
    return ris(citing.turn(record, version))


def exhibit(record: Exhibit, version: Version) -> str:
    """An exhibit: who presented it is the author."""
    return ris(citing.exhibit(record, version))


def hearing(record: Hearing, version: Version) -> str:
    """A hearing as a whole, without author."""
    return ris(citing.hearing(record, version))


def ris(cited: Cited) -> str:
    """One RIS record, a field a line, lines ended by CRLF."""
    date = "/".join([*(f"{part:02}" for part in cited.date), "", ""][:3])
    fields = [
        ("TY", "HEAR"),
        ("ID", f"{cited.kind}-{cited.public_id}"),
        ("AU", _author(cited)),
        ("TI", cited.title),
        ("T2", cited.committee),
        ("T3", cited.legislative_body),
        ("CY", cited.place),
        ("PY", str(cited.date[0]) if cited.date else ""),
        ("DA", f"{date}/" if cited.date else ""),
        ("SP", cited.pages[0] if cited.pages else ""),
        ("EP", cited.pages[-1] if cited.pages else ""),
        ("AB", cited.quoted),
        ("LA", cited.language),
        *(("N1", note) for note in cited.notes),
        ("DP", cited.site),
        ("UR", cited.url),
    ]
    lines = [f"{tag}  - {line}" for tag, value in fields if (line := on_one_line(value).strip())]
    return "\r\n".join([*lines, "ER  - ", ""])


def _author(cited: Cited) -> str:
    """`Last, First, Suffix`: a comma within a part has no place in RIS."""
    person = cited.speaker
    parts = [person.family, person.given, person.generation] if person else []
    return ", ".join(part.replace(",", " ").strip() for part in parts if part)
