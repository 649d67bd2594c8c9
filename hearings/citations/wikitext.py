"""A reference for Wikipedia, in a template of its Citation Style 1."""

import re

from hearings.citations.cited import Cited, listed, ordinal
from hearings.citations.marks import on_one_line
from hearings.citations.runs import Run
from hearings.text import shorten

QUOTED = 300  # characters of the words: a template takes a short quotation
TYPES = {"quote": "Testimony", "turn": "Testimony", "exhibit": "Exhibit"}
MARKUP = re.compile(r"[|{}\[\]<>&=~]|''+|__+|://")


def wikipedia(cited: Cited) -> list[Run]:
    """`{{cite report}}`: Citation Style 1 has no template for hearings, and this one takes the kind of document."""
    speaker = cited.speaker
    split = speaker and speaker.given and not speaker.family_first
    given = f"{speaker.given} {speaker.generation}".strip() if split else ""
    values = {
        "author": speaker.natural() if speaker and not split else "",
        "last": speaker.family if split else "",
        "first": given,
        "title": f"{cited.text} – {cited.title}" if cited.kind == "exhibit" else cited.title,
        "type": TYPES.get(cited.kind, cited.meeting),
        "publisher": listed(list(cited.bodies)),
        "id": f"{ordinal(cited.congress)} Congress" if cited.congress else "",
        "date": cited.date_words or "n.d.",
        "location": cited.place,
        "language": "" if cited.language.split("-")[0] == "en" else cited.language,
        "page" if len(set(cited.pages)) == 1 else "pages": cited.page_range(),
        "url": cited.url,
        "via": cited.site,
        "quote": shorten(cited.in_short if cited.quoted else "", QUOTED),
    }
    fields = "".join(
        f" |{name}={value if name == 'url' else escaped(value)}" for name, value in values.items() if value
    )
    return [Run(f"{{{{cite report{fields}}}}}{' [Withdrawn]' if cited.withdrawn else ''}")]


def escaped(value: str) -> str:
    """A value in which no mark is left that wikitext would read: each becomes its character reference."""
    line = on_one_line(value).strip()
    return MARKUP.sub(lambda match: "".join(f"&#{ord(mark)};" for mark in match[0]), line)
