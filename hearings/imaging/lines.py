"""Lines of an image card: which face draws which characters, in which order, and how wide that is."""

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from PIL import ImageDraw

from hearings.imaging.bidi import levels, visual
from hearings.imaging.typefaces import LATIN, SHAPES, Typeface, typeface_for

MEASURE = 100  # pixels: the size at which widths are taken
JOINERS = "\u200c\u200d"
SKIN = ("\U0001f3fb", "\U0001f3ff")  # modifiers of an emoji, first and last
JAMO = ("\u1160", "\u11ff")  # vowels and final consonants of Hangul, first and last
SELECTORS = ("\ufe00", "\ufe0f")


@dataclass(frozen=True)
class Style:
    """How a text is set: its language (BCP 47), the direction of its paragraphs, its weight."""

    language: str = "en"
    rtl: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Run:
    """Neighbouring characters of a line that one face draws in one direction."""

    text: str
    face: Typeface
    rtl: bool

    def length(self, size: int, style: Style) -> float:
        """In pixels."""
        return self.face.at(size).getlength(self.text, **self.shaping(style))

    def shaping(self, style: Style) -> dict[str, str]:
        return {"direction": "rtl" if self.rtl else "ltr", "language": style.language} if SHAPES else {}


@dataclass(frozen=True)
class Line:
    """Words on one line, in the order in which they are read."""

    text: str
    style: Style

    @cached_property
    def runs(self) -> list[Run]:
        """What is drawn, from left to right."""
        found = clusters(self.text)
        depths, at, units = levels(self.text, rtl=self.style.rtl), 0, []
        for cluster, face in zip(found, _faces(found, self.style), strict=True):
            units.append((depths[at], face, cluster))
            at += len(cluster)
        pieces = [
            (level, Run("".join(cluster for _, _, cluster in group), face, bool(level % 2)))
            for (level, face), group in groupby(units, lambda unit: unit[:2])
        ]
        return [pieces[place][1] for place in visual([level for level, _ in pieces])]

    @cached_property
    def width(self) -> float:
        """In ems."""
        return self.length(MEASURE) / MEASURE

    @property
    def leading(self) -> float:
        return max((run.face.leading for run in self.runs if run.text.strip()), default=LATIN.leading)

    def length(self, size: int) -> float:
        """In pixels."""
        return sum(run.length(size, self.style) for run in self.runs)

    def draw(self, on: ImageDraw.ImageDraw, place: tuple[float, float], size: int, colour: str) -> None:
        """Draw it with its left end and its base line at `place`, in pixels."""
        x, y = place
        for run in self.runs:
            on.text((x, y), run.text, fill=colour, font=run.face.at(size), anchor="ls", **run.shaping(self.style))
            x += run.length(size, self.style)


def drawable(text: str) -> bool:
    """Whether there is a face for everything in a text; without one a reader would see empty boxes."""
    if not SHAPES and any(unicodedata.bidirectional(character) in ("R", "AL") for character in text):
        return False
    return all(typeface_for(_visible(cluster), "") for cluster in clusters(text))


def clean(text: str) -> str:
    """A text on one line, without what has no shape of its own: control characters, soft hyphens."""
    shaped = (one for one in text if one.isspace() or one in JOINERS or unicodedata.category(one) not in ("Cc", "Cf"))
    return " ".join("".join(shaped).split())


def clusters(text: str) -> list[str]:
    """The characters of a text, each with the marks and joiners that belong to it."""
    found: list[str] = []
    for character in text:
        joins = unicodedata.category(character)[0] == "M" or character in JOINERS
        joins = joins or SKIN[0] <= character <= SKIN[1] or JAMO[0] <= character <= JAMO[1]
        if found and (joins or (found[-1][-1] == JOINERS[1] and not character.isspace())):
            found[-1] += character
        else:
            found.append(character)
    return found


def _faces(found: list[str], style: Style) -> list[Typeface]:
    """For each cluster its face: one for a whole word where there is one; punctuation goes with the word beside it."""
    own = [typeface_for(_visible(cluster), style.language) or LATIN for cluster in found]
    words: list[Typeface | None] = []
    for is_word, run in groupby(found, _is_of_a_word):
        length = len(word := list(run))
        whole = typeface_for(_visible("".join(word)), style.language) if is_word else None
        words += [whole] * length if whole or not is_word else own[len(words) : len(words) + length]
    before, after = _carried(words), _carried(words[::-1])[::-1]
    chosen = []
    for place, cluster in enumerate(found):
        kind = unicodedata.category(cluster[0])
        beside = [after[place], before[place]] if kind == "Ps" else [before[place], after[place]]
        able = (face for face in beside if face and kind not in ("Pi", "Pf") and _covers(face, cluster))
        face = words[place] or next(able, own[place])
        chosen.append(face.bold if style.bold else face)
    return chosen


def _is_of_a_word(cluster: str) -> bool:
    return unicodedata.category(cluster[0])[0] in "LMN"


def _covers(face: Typeface, cluster: str) -> bool:
    return all(map(face.covers, _visible(cluster)))


def _carried(faces: list[Typeface | None]) -> list[Typeface | None]:
    """For each place the last face that stands at it or before."""
    last, found = None, []
    for face in faces:
        last = face or last
        found.append(last)
    return found


def _visible(cluster: str) -> str:
    """A cluster without white space and without what only steers the drawing: any face does for those."""
    return "".join(
        one
        for one in cluster
        if not one.isspace() and unicodedata.category(one) != "Cf" and not SELECTORS[0] <= one <= SELECTORS[1]
    )
