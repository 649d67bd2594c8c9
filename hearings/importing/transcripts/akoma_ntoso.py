"""Akoma Ntoso debates (OASIS LegalDocML): speeches become turns, references people, scenes stage directions."""

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from hearings.importing.texts.mending import MENDED, mend
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.reading import Presiding, Sitting, TranscriptReading
from hearings.importing.transcripts.talk import Talk

_SPEECHES = {"speech", "question", "answer"}
_BLOCKS = {"p", "blockList", "li", "block", "item"}
_DIRECTIONS = {"scene", "narrative", "summary"}
_UNSPOKEN = {"meta", "from", "num", "docTitle", "preface", "coverPage"}


def read_debate(data: bytes) -> TranscriptReading:
    """Read an Akoma Ntoso `debate`. Raises ImportRefused for XML that is broken, hostile or another document."""
    try:
        root = ElementTree.fromstring(data, forbid_dtd=True)
        mended = mend(ElementTree.tostring(root, encoding="unicode"), as_printed=True)
        root = ElementTree.fromstring(mended.text) if mended.notes else root
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
    talk, unread = Talk(), []
    _walk(debate, talk, people, unread)
    turns, directions, sections = talk.result()
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
    notes = [f"{unnamed} of {len(turns)} turns name no person of the document's references."] if unnamed else []
    if unread:
        notes.append(
            f"Paragraphs outside speeches, which are not read: {len(unread)}. The first is “{unread[0][:80]}”."
        )
    return TranscriptReading(
        "transcript",
        title=title,
        date=day[:10] if day else None,
        chair=chair,
        presiding=(Presiding(chair, 1),) if chair else (),
        turns=turns,
        sittings=(Sitting(date=day[:10] if day else None, chair=chair, from_turn=1, to_turn=len(turns)),),
        warnings=(*notes, *map(MENDED.format, mended.notes), "The lines of an XML document are not counted."),
        sections=sections,
        directions=directions,
    )


def _name(node) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _first(node, name: str) -> str:
    found = next((one for one in node.iter() if _name(one) == name), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""


def _text(node) -> str:
    return " ".join("".join(node.itertext()).split())


def _walk(node, talk: Talk, people: dict[str, str | None], unread: list[str]) -> None:
    """Everything below a node in the order of the document."""
    for child in node:
        name = _name(child)
        if name in _SPEECHES:
            who = (_first(child, "from"), people.get((child.get("by") or "").lstrip("#")))
            talk.speak(0, *who)
            _read_speech(child, talk, people, unread, who)
        elif name in _DIRECTIONS:
            _direct(child, talk)
        elif name == "heading" and _text(child):
            talk.head(0, _text(child))
        elif name in _BLOCKS:
            unread += filter(None, [_text(child)])
        elif name not in _UNSPOKEN:
            _walk(child, talk, people, unread)


def _read_speech(
    speech, talk: Talk, people: dict[str, str | None], unread: list[str], who: tuple[str, str | None]
) -> None:
    """The paragraphs of a speech, with the stage directions and the speeches inside it."""
    for child in speech:
        name = _name(child)
        if name in _BLOCKS:
            talk.say(0, _text(child), apart=True)
        elif name in _DIRECTIONS | {"heading"}:
            _direct(child, talk)
        elif name in _SPEECHES:
            _walk([child], talk, people, unread)
            talk.speak(0, *who)
        elif name not in _UNSPOKEN:
            _read_speech(child, talk, people, unread, who)


def _direct(node, talk: Talk) -> None:
    words = _text(node)
    if words:
        talk.direct(0, words if words.startswith(("[", "(")) else f"[{words}]")
