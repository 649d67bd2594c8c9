"""Akoma Ntoso debates (OASIS LegalDocML): `speech` elements become turns, references become people."""

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from hearings.importing.receive import ImportRefused
from hearings.importing.transcript_reading import Presiding, Sitting, TranscriptReading, Turn

_SPEECHES = {"speech", "question", "answer", "speechGroup"}
_BLOCKS = {"p", "blockList", "li", "block", "item"}


def read_debate(data: bytes) -> TranscriptReading:
    """Read an Akoma Ntoso `debate`. Raises ImportRefused for XML that is broken, hostile or another document."""
    try:
        root = ElementTree.fromstring(data, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise ImportRefused(
            "The XML cannot be read: it is broken, or declares entities, which are not taken in."
        ) from error
    debate = next((node for node in root.iter() if _name(node) in ("debate", "debateReport")), None)
    if debate is None:
        raise ImportRefused("The XML is no Akoma Ntoso debate. Export the transcript as a debate, or as text.")
    people = {
        node.get("eId") or node.get("id") or "": node.get("showAs")
        for node in debate.iter()
        if _name(node) == "TLCPerson"
    }
    turns: list[Turn] = []
    for node in debate.iter():
        if _name(node) in _SPEECHES and _name(node) != "speechGroup":
            text = "\n\n".join(filter(None, _words(node)))
            if text:
                label = _first(node, "from") or ""
                speaker = people.get((node.get("by") or "").lstrip("#"))
                turns.append(Turn(len(turns) + 1, 0, label, speaker, text))
    day = next((node.get("date") for node in debate.iter() if _name(node) == "FRBRdate" and node.get("date")), None)
    chair = next(
        (
            people.get((node.get("by") or "").lstrip("#"))
            for node in debate.iter()
            if "chair" in (node.get("as") or "").lower()
        ),
        None,
    )
    title = _first(debate, "docTitle") or None
    if not turns:
        return TranscriptReading(
            "text_not_available", title=title, date=day, warnings=("The debate holds no speeches.",)
        )
    unnamed = sum(1 for turn in turns if turn.speaker is None)
    notes = (f"{unnamed} of {len(turns)} turns name no person of the document's references.",) if unnamed else ()
    return TranscriptReading(
        "transcript",
        title=title,
        date=day[:10] if day else None,
        chair=chair,
        presiding=(Presiding(chair, 1),) if chair else (),
        turns=tuple(turns),
        sittings=(Sitting(date=day[:10] if day else None, chair=chair, from_turn=1, to_turn=len(turns)),),
        warnings=(*notes, "The lines of an XML document are not counted."),
    )


def _name(node) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _first(node, name: str) -> str:
    found = next((one for one in node.iter() if _name(one) == name), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _words(speech) -> list[str]:
    """The paragraphs of a speech, without its label and without speeches inside it."""
    found = []
    for node in speech:
        if _name(node) in _BLOCKS:
            found.append(" ".join("".join(node.itertext()).split()))
        elif _name(node) not in _SPEECHES | {"from", "heading", "num"}:
            found += _words(node)
    return found
