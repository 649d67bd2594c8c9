"""Records in BibTeX: @misc, for it has no entry for hearings; in UTF-8, with LaTeX's own marks written out."""

from calendar import month_abbr

from hearings.citations import Cited, Person
from hearings.citations.cited import ordinal
from hearings.citations.marks import on_one_line
from hearings.models import Exhibit, Hearing, Quote, Turn, Version
from hearings.representations import cited as citing

MEDIA_TYPE = "application/x-bibtex"
# No mark becomes an escaped brace: BibTeX counts those as braces all the same.
ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "&%$#_"},
    }
)


def quote(record: Quote, version: Version) -> str:
    """A quotation: its speaker is the author, its words are the abstract."""
    return bibtex(citing.quote(record, version))


def turn(record: Turn, version: Version) -> str:
    """A turn of a transcript, as a quotation."""
    return bibtex(citing.turn(record, version))


def exhibit(record: Exhibit, version: Version) -> str:
    """An exhibit: who presented it is the author."""
    return bibtex(citing.exhibit(record, version))


def hearing(record: Hearing, version: Version) -> str:
    """A hearing as a whole, without author."""
    return bibtex(citing.hearing(record, version))


def bibtex(cited: Cited) -> str:
    """One BibTeX entry under a key that every version of the record has."""
    congress = f", {ordinal(cited.congress)} Congress" if cited.congress else ""
    year, month, day = (*cited.date, None, None, None)[:3]
    fields = {
        "author": _author(cited.speaker) if cited.speaker else "",
        "title": f"{{{{{escaped(cited.title)}}}}}",
        "howpublished": _braced(f"{cited.meeting}{f' before {cited.before}' if cited.before else ''}{congress}"),
        "year": _braced(str(year or "")),
        "month": month_abbr[month].lower() if month else "",
        "day": _braced(str(day or "")),
        "address": _braced(cited.place),
        "pages": _braced(cited.page_range("--")),
        "abstract": _braced(cited.quoted),
        "language": _braced(cited.language),
        "note": _braced(" ".join(cited.notes)),
        "url": f"{{{cited.url}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items() if value)
    return f"@misc{{{cited.kind}-{cited.public_id},\n{lines}\n}}\n"


def escaped(value: str) -> str:
    """The value on one line, for LaTeX."""
    return on_one_line(value).strip().translate(ESCAPES)


def _braced(value: str) -> str:
    line = escaped(value)
    return f"{{{line}}}" if line else ""


def _author(person: Person) -> str:
    """`von Last, Jr., First`; a name of one part in braces, so that it is never split."""
    if not person.given:
        return f"{{{{{escaped(person.family)}}}}}"
    parts = filter(None, [person.family, person.generation, person.given])
    return f"{{{', '.join(_kept_together(part) for part in parts)}}}"


def _kept_together(part: str) -> str:
    """A part of a name, in braces of its own where BibTeX would read a second name in it."""
    apart = "," in part or "and" in part.casefold().split()
    return f"{{{escaped(part)}}}" if apart else escaped(part)
