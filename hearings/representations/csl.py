"""Records in CSL JSON (Citation Style Language 1.0.2): items of type `hearing`, for citation processors."""

import json

from hearings.citations import Cited, Person
from hearings.citations.marks import on_one_line
from hearings.models import Exhibit, Hearing, Quote, Turn, Version
from hearings.representations import cited as citing

MEDIA_TYPE = "application/vnd.citationstyles.csl+json"


def quote(record: Quote, version: Version) -> str:
    """A quotation: its speaker is the author, its words are the abstract."""
    return csl(citing.quote(record, version))


def turn(record: Turn, version: Version) -> str:
    """A turn of a transcript, as a quotation."""
    return csl(citing.turn(record, version))


def exhibit(record: Exhibit, version: Version) -> str:
    """An exhibit: who presented it is the author."""
    return csl(citing.exhibit(record, version))


def hearing(record: Hearing, version: Version) -> str:
    """A hearing as a whole, without author."""
    return csl(citing.hearing(record, version))


def csl(cited: Cited) -> str:
    """A list of one item: the committee is its `section`, the Congress its `authority`, as Zotero has them."""
    item = {
        "id": f"{cited.kind}-{cited.public_id}",
        "type": "hearing",
        "title": cited.title,
        "author": [_name(cited.speaker)] if cited.speaker else None,
        "section": on_one_line(cited.committee),
        "authority": cited.legislative_body,
        "genre": "Exhibit" if cited.kind == "exhibit" else cited.meeting,
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        "event-place": on_one_line(cited.place),
        "page": cited.page_range("-"),
        "abstract": cited.quoted,
        "language": cited.language,
        "status": "withdrawn" if cited.withdrawn else "",
        "note": on_one_line(" ".join(cited.notes)).replace("{:", "{ :"),  # which would begin a field of its own
        "source": cited.site,
        "URL": cited.url,
    }
    return json.dumps([{name: value for name, value in item.items() if value}], ensure_ascii=False, indent=2) + "\n"


def _name(person: Person) -> dict:
    """A name of one part is `literal`; one that begins with the family name keeps its order."""
    if not person.given:
        return {"literal": person.natural()}
    name = {"family": person.family, "given": person.given, "suffix": person.generation}
    order = {"static-ordering": True} if person.family_first else {}
    return {key: value for key, value in name.items() if value} | order
