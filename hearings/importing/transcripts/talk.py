"""Turns, stage directions and parts put together, in order, from captions, Markdown and XML."""

import re
from dataclasses import dataclass, field, replace

from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.reading import Direction, Section, Turn

CHANGE = ">>"  # the label of a change of speaker that names nobody
NOBODY = ""  # the label of words that begin without any
NOT_NAMED = "The label names nobody for certain."
NO_LABEL = "Nobody is named where these words begin."
NOT_SAID = "The heading above these words names no speaker."
_FULL_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,4}[A-Z][\w.'’-]+")
_GOES_ON = re.compile(r"\s*[\[(](?:continu\w+|resum\w+)[\])]$", re.I)
_PARTICLE = re.compile(r"(?:de|del|della|la|le|van|von|der|den|di|da|dos|du|al|el|st\.?)\b", re.I)
HEARD = re.compile(
    r" ?(\[(?:[\w ]{0,20} )?(?:applause|laughter|laughs|laughing|chuckles?|cheers|cheering|boos|booing|music|"
    r"singing|gavel|bell|pause|silence|coughs|coughing|sighs|crying|shouting|screaming|background noise)\b"
    r"[^\[\]]{0,40}\]) ?",
    re.I,
)


def speaker_of(label: str) -> str | None:
    """The full name in a label, without a title before it; a title with a surname, a role or `>>` names nobody."""
    name = _GOES_ON.sub("", label.strip(" :*"))
    titled = find_label(f"{name.title() if name.isupper() else name}. ")
    if titled:
        name = "" if titled.of or titled.note or _PARTICLE.match(titled.name) else titled.name
    if not _FULL_NAME.fullmatch(name) or re.match(r"(?i:speaker|unidentified|voice|the)\b", name):
        return None
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


@dataclass
class _Spoken:
    line: int
    label: str
    speaker: str | None
    why: str
    paragraphs: list[str]

    @property
    def reason(self) -> str:
        """Why nobody is named; empty where somebody is."""
        if self.speaker or self.why:
            return self.why
        return NOT_NAMED if self.label not in (NOBODY, CHANGE) else NO_LABEL


@dataclass
class Talk:
    """What is collected while a file is read from its beginning; `result` gives it as the parts of a reading."""

    spoken: list[_Spoken] = field(default_factory=list)
    directions: list[Direction] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    _label: tuple[int, str, str | None, str] | None = None
    _apart: bool = True

    def speak(self, line: int, label: str, speaker: str | None, reason: str = "") -> None:
        """Somebody begins to speak; without words it is no turn. `reason` is why nobody is named, where it is known."""
        self._label = (line, label, speaker, reason)

    def say(self, line: int, words: str, *, apart: bool = False) -> None:
        """Words of whoever speaks; `apart` where they begin a paragraph. Before any label they are nobody's turn."""
        words = " ".join(words.split())
        if not words:
            return
        if self._label is not None or not self.spoken:
            self.spoken.append(_Spoken(*(self._label or (line, NOBODY, None, "")), [words]))
        elif apart or self._apart:
            self.spoken[-1].paragraphs.append(words)
        else:
            self.spoken[-1].paragraphs[-1] += f" {words}"
        self._label, self._apart = None, False

    def say_with_asides(self, line: int, words: str, *, apart: bool = False) -> None:
        """Words in which what is heard besides them (`[APPLAUSE]`) is a stage direction; other brackets stay words."""
        for place, piece in enumerate(HEARD.split(" ".join(words.split()))):
            if place % 2:
                self.direct(line, piece)
            else:
                self.say(line, piece, apart=apart and place == 0)

    def direct(self, line: int, words: str) -> None:
        """A stage direction: behind the words so far, which go on in a new paragraph."""
        paragraphs = len(self.spoken[-1].paragraphs) if self.spoken else 0
        self.directions.append(Direction(line, words, max(len(self.spoken), 1), paragraphs))
        self._apart = True

    def head(self, line: int, heading: str) -> None:
        """A heading that names no speaker: a part that holds the turns from here on."""
        self._label = None
        start = len(self.spoken) + 1
        last = self.sections[-1] if self.sections else None
        if last and last.kind == "oral" and last.from_turn == start:
            self.sections[-1] = replace(last, heading=f"{last.heading} {heading}")
        else:
            self.sections.append(Section(0, "oral", heading, line, from_turn=start))

    def write(self, words: str, *, apart: bool = False) -> None:
        """Words below such a heading: of nobody's turn, kept in the part; `apart` where they begin a paragraph."""
        last = self.sections[-1]
        if last.kind == "oral":
            last = replace(last, kind="submission", from_turn=0, after_turn=len(self.spoken), reason=NOT_SAID)
        between = "\n\n" if apart else " "
        self.sections[-1] = replace(last, text=f"{last.text}{between}{words}".strip())

    def result(self) -> tuple[tuple[Turn, ...], tuple[Direction, ...], tuple[Section, ...]]:
        """The turns, directions and sections; sections without turns or text are left out."""
        turns = tuple(
            Turn(number, one.line, one.label, one.speaker, "\n\n".join(one.paragraphs), one.reason)
            for number, one in enumerate(self.spoken, start=1)
        )
        starts = [one.from_turn for one in self.sections if one.kind == "oral"]
        if starts and starts[0] > 1:
            first = Section(0, "oral", "", turns[0].line, from_turn=1)
            self.sections.insert(0, first)
            starts.insert(0, 1)
        kept = []
        for one in self.sections:
            if one.kind == "oral":
                end = min((start - 1 for start in starts if start > one.from_turn), default=len(turns))
                one = replace(one, to_turn=end)
            if one.kind != "oral" or one.from_turn <= one.to_turn:
                kept.append(replace(one, n=len(kept) + 1))
        return turns, tuple(self.directions), tuple(kept)
