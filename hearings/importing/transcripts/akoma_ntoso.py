"""Akoma Ntoso debates (OASIS LegalDocML): speeches become turns, references people, scenes stage directions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from hearings.importing.texts.mending import MENDED, mend
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.person import name_words
from hearings.importing.transcripts.reading import Presiding, Sitting, TranscriptReading
from hearings.importing.transcripts.talk import Talk, speaker_of
from hearings.text import shorten
from witnesses.names import compare

_SPEECHES = {"speech", "question", "answer"}
_BLOCKS = {"p", "blockList", "li", "block", "item"}
_DIRECTIONS = {"scene", "narrative", "summary", "remark"}
_UNSPOKEN = {"meta", "from", "num", "docTitle", "preface", "coverPage"}
_NOTES = {"authorialNote", "note", "editorialNote"}
_APART = {
    "p",
    "item",
    "li",
    "num",
    "listIntroduction",
    "listWrapUp",
    "block",
    "blockList",
    "eol",
    "br",
    "tr",
    "td",
    "th",
}
_DISAGREE = "The print names somebody else than the references of the document, which say"
_SHOWN = 10


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
    walk = _Walk(_people(debate))
    walk.take(debate)
    turns, directions, sections = walk.talk.result()
    day = next((node.get("date") for node in debate.iter() if _name(node) == "FRBRdate" and node.get("date")), None)
    title = next((_text(node) for node in debate.iter() if _name(node) == "docTitle"), "") or None
    if not turns:
        return TranscriptReading(
            "text_not_available", title=title, date=day, warnings=("The debate holds no speeches.",)
        )
    unnamed = sum(1 for turn in turns if turn.speaker is None)
    notes = [f"{unnamed} of {len(turns)} turns name no person of the document's references."] if unnamed else []
    presiding = walk.presiding()
    chair = presiding[0].name if presiding else None
    return TranscriptReading(
        "transcript",
        title=title,
        date=day[:10] if day else None,
        chair=chair,
        presiding=presiding,
        turns=turns,
        sittings=(Sitting(date=day[:10] if day else None, chair=chair, from_turn=1, to_turn=len(turns)),),
        warnings=(
            *notes,
            *walk.notes(),
            *map(MENDED.format, mended.notes),
            "The lines of an XML document are not counted.",
        ),
        sections=sections,
        directions=directions,
    )


def _people(debate: Element) -> dict[str, str | None]:
    return {
        node.get("eId") or node.get("id") or "": node.get("showAs")
        for node in debate.iter()
        if _name(node) == "TLCPerson"
    }


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _text(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


@dataclass
class _Walk:
    """What is collected on the way through a debate, in the order of the document."""

    people: dict[str, str | None]
    talk: Talk = field(default_factory=Talk)
    unread: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    disagree: dict[tuple[str, str], int] = field(default_factory=dict)
    chairs: list[tuple[str, str, int]] = field(default_factory=list)

    @cached_property
    def surnames(self) -> set[str]:
        """The last names of the people to whom the document refers, as compared."""
        return {words[-1] for name in self.people.values() if name and (words := name_words(name))}

    def take(self, node: Element) -> None:
        """Everything below a node that is no speech."""
        for child in node:
            name = _name(child)
            if name in _SPEECHES:
                self._speech(child)
            elif name in _DIRECTIONS:
                self._direct(child)
            elif name == "heading" and _text(child):
                self.talk.head(0, _text(child))
            elif name in _BLOCKS or (name not in _UNSPOKEN and _has_words(child)):
                self.unread += filter(None, [_text(child)])
            elif name not in _UNSPOKEN:
                self.take(child)

    def presiding(self) -> tuple[Presiding, ...]:
        """Who speaks as the chair, each from which turn on; the deputies of a chair only where nobody else does."""
        spoke = [one for one in self.chairs if one[2] <= len(self.talk.spoken)]
        lead = [one for one in spoke if not re.search(r"vice|deputy|ranking|former", one[0])] or spoke
        found: list[Presiding] = []
        for _, name, turn in lead:
            if not found or found[-1].name != name:
                found.append(Presiding(name, turn if found else 1))
        return tuple(found)

    def notes(self) -> Iterator[str]:
        """What was not read, or left open, in sentences."""
        for (label, person), times in list(self.disagree.items())[:_SHOWN]:
            yield (
                f"The print says “{shorten(label, 80)}” where the references of the document say {person}: the speaker "
                f"was left open ({times} turn{'' if times == 1 else 's'})."
            )
        if len(self.disagree) > _SHOWN:
            yield f"The same is so of {len(self.disagree) - _SHOWN} more labels."
        for what, words in (
            ("Paragraphs outside speeches, which are not read", self.unread),
            ("Notes inside the words spoken, which are not read", self.left_out),
            ("Words that the document marks as deleted, which are not read", self.deleted),
        ):
            if words:
                yield f"{what}: {len(words)}. The first is “{words[0][:80]}”."

    def _speech(self, node: Element) -> None:
        label, reason = _label(node), ""
        role = (node.get("as") or "").lower()
        person = self.people.get((node.get("by") or "").lstrip("#"))
        if person and _disagrees(label, person, self.surnames, bool(role)):
            self.disagree[label, person] = self.disagree.get((label, person), 0) + 1
            person, reason = None, f"{_DISAGREE} {person}."
        if person and "chair" in role:
            self.chairs.append((role, person, len(self.talk.spoken) + 1))
        self.talk.speak(0, label, person, reason)
        self._spoken(node, (label, person, reason))

    def _spoken(self, node: Element, who: tuple[str, str | None, str]) -> None:
        """The paragraphs of a speech, with the stage directions and the speeches inside it."""
        for child in node:
            name = _name(child)
            if name in _DIRECTIONS | {"heading"}:
                self._direct(child)
            elif name in _SPEECHES:
                self._speech(child)
                self.talk.speak(0, *who)
            elif name in _NOTES:
                self.left_out.append(_text(child))
            elif name in _BLOCKS or (name not in _UNSPOKEN and _has_words(child)):
                self._say(child)
            elif name not in _UNSPOKEN:
                self._spoken(child, who)

    def _say(self, paragraph: Element) -> None:
        """A paragraph, parted where something is heard or seen within its words."""
        words: list[str] = []
        apart = True
        for piece in self._pieces(paragraph):
            if isinstance(piece, str):
                words.append(piece)
                continue
            self.talk.say(0, "".join(words), apart=apart)
            self._direct(piece)
            words, apart = [], False
        self.talk.say(0, "".join(words), apart=apart)

    def _pieces(self, node: Element) -> Iterator[str | Element]:
        """The words of a paragraph, and the elements in it that are stage directions."""
        yield node.text or ""
        for child in node:
            name = _name(child)
            if name in _DIRECTIONS:
                yield child
            elif name in _NOTES | {"del"}:
                (self.deleted if name == "del" else self.left_out).append(_text(child))
            elif name and name != "from":
                yield " " if name in _APART else ""
                yield from self._pieces(child)
                yield " " if name in _APART else ""
            yield child.tail or ""

    def _direct(self, node: Element) -> None:
        words = _text(node)
        if words:
            self.talk.direct(0, words if words.startswith(("[", "(")) else f"[{words}]")


def _label(node: Element) -> str:
    """Who speaks as printed: what a speech says of itself, and not a speech inside it."""
    for child in node:
        if _name(child) == "from":
            return _text(child)
        if _name(child) not in _SPEECHES and (found := _label(child)):
            return found
    return ""


def _has_words(node: Element) -> bool:
    """Whether words stand in an element itself, and not only in those below it."""
    return bool((node.text or "").strip() or any((child.tail or "").strip() for child in node))


def _disagrees(label: str, person: str, surnames: set[str], in_a_role: bool) -> bool:
    """Whether a printed label names somebody else than the person to whom the document refers its words.

    A label of a role alone (`The Chair`) names nobody; with a role given (`in_a_role`) a name needs a title to be one.
    """
    words, own = name_words(label.strip(" :.")), name_words(person)
    if not words or not own:
        return False
    named = speaker_of(label)
    if own[-1] in words:
        return bool(named and name_words(named)[-1] == own[-1] and not compare(named, person))
    titled = find_label(f"{label.strip(' :.')}. ")
    if titled and titled.name:
        return True
    if surnames.intersection(words):
        return True
    return not in_a_role and named is not None and find_label(f"Mr. {named}. ") is not None
