"""The fonts of image cards: the Latin serif that the project brings, and the Noto fonts that the system has."""

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont, features

from hearings.imaging.coverage import covers

OWN = Path(__file__).parent / "fonts"
FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
CJK = "NotoSerifCJK"
CJK_FACES = {"ja": 0, "ko": 1, "zh": 2, "zh-hant": 3, "zh-tw": 3, "zh-hk": 4}  # of the collection
# Of the scripts that several fonts have, the one for running text comes first.
FIRST = ("NotoNaskhArabic", "NotoSerif-", CJK, "NotoSerif", "NotoSans")
NOT_FOR_TEXT = ("Display", "Slanted", "Looped", "UI", "Mono", "Nastaliq", "Rashi", "Kufi", "Tagmukay", "Unjoined")
SHAPES = features.check("raqm")  # without it Pillow joins no letters and knows one direction


@dataclass(frozen=True)
class Typeface:
    """One face: its file, its number in the file, and the height of its lines in ems."""

    path: Path
    index: int = 0

    def covers(self, character: str) -> bool:
        return covers(self.path, self.index, character)

    @property
    def is_own(self) -> bool:
        return self.path.parent == OWN

    @property
    def bold(self) -> "Typeface":
        """Its bold, or itself where there is none."""
        path = self.path.with_name(self.path.name.replace("-Regular.", "-Bold."))
        return Typeface(path, self.index) if path.exists() else self

    @property
    def leading(self) -> float:
        """From one line to the next, in ems: what is tall or deep needs more."""
        ascent, descent = self.at(100).getmetrics()
        return 1.36 if self.is_own else min(max(1.5, (ascent + descent) / 100), 2)

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        return _font(self.path, self.index, size)


LATIN = Typeface(OWN / "CharisSIL-Regular.ttf")


@cache
def installed() -> tuple[Path, ...]:
    """The Noto fonts for text that the system has, the best for a script before others; none that cannot be shaped."""
    if not SHAPES:
        return ()
    found = {
        path.name: path
        for folder in FOLDERS
        for path in folder.rglob("Noto*-Regular.tt[fc]")
        if not any(word in path.name for word in NOT_FOR_TEXT)
    }
    wanted = {name: path for name, path in found.items() if name.startswith(FIRST)}
    return tuple(wanted[name] for name in sorted(wanted, key=_rank))


@cache
def fingerprint() -> str:
    """Changes whenever cards could look different: another Pillow, another shaping engine, other fonts."""
    parts = [*(str(features.version(name)) for name in ("pil", "raqm", "harfbuzz", "freetype2"))]
    parts += [f"{path.name} {path.stat().st_size}" for path in installed()]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=10_000)
def typeface_for(characters: str, language: str) -> Typeface | None:
    """The face that can draw all of the characters: the Latin serif if it can, else the first that can."""
    faces = (LATIN, *(Typeface(path, _face(path, language)) for path in installed()))
    return next((face for face in faces if all(map(face.covers, characters))), None)


def _face(path: Path, language: str) -> int:
    """The face of a collection for a language; simplified Chinese where none is named."""
    tag = language.lower()
    return CJK_FACES.get(tag, CJK_FACES.get(tag.split("-")[0], 2)) if path.name.startswith(CJK) else 0


def _rank(name: str) -> tuple[int, str]:
    return next(place for place, start in enumerate(FIRST) if name.startswith(start)), name


@lru_cache(maxsize=64)
def _font(path: Path, index: int, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, index=index)
