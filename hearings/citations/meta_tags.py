"""What reference managers read in the head of a page: Zotero takes these before anything else on it."""

from hearings.citations.cited import Cited


def meta_tags(cited: Cited, *, pinned: bool = False) -> list[tuple[str, str]]:
    """Name and content of each tag; a fact that is not known has none. The date is the hearing's, `2023/06/13`.

    The address is that of the record as it stands, or where `pinned` of the version.
    """
    speaker = cited.speaker if cited.quoted else None
    given = " ".join(filter(None, [speaker.given, speaker.generation])) if speaker else ""
    filed = ", ".join(filter(None, [speaker.family, speaker.given, speaker.generation])) if speaker else ""
    parts = " || ".join(filter(None, [speaker.family, given])) if speaker else ""
    extra = [f"author: {parts}"] if parts else []
    extra += [note for note in cited.notes if note.startswith(("Withdrawn", "Corrected"))]
    fields = [
        ("z:itemType", "hearing"),
        ("DC.title", cited.title),
        ("z:committee", cited.committee),
        ("z:legislativeBody", cited.legislative_body),
        ("z:place", cited.place),
        ("z:pages", cited.page_range("-")),
        ("citation_date", "/".join(f"{part:02}" for part in cited.date)),
        ("citation_public_url", cited.version_link if pinned else cited.permalink),
        ("citation_author", filed),
        ("z:extra", "\n".join(extra)),
    ]
    return [(name, content) for name, content in fields if content]
