"""The name of a speaker in parts, and the forms in which the styles write it."""

import re
from dataclasses import dataclass

from hearings.citations.marks import on_one_line
from witnesses.names import GENERATIONS, split_honorific, split_name

COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "hon", "honorable", "the"})
UNSPACED = re.compile(r"[々\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+")  # Hangul, Han and kana
NUMBERED = frozenset({"ii", "iii", "iv", "v", "2nd", "3rd"})


@dataclass(frozen=True)
class Person:
    """A speaker's name as a version tells it, each part on one line.

    Where `given` is empty, `family` is the whole name, never to be split.
    """

    family: str
    given: str = ""
    suffix: str = ""
    family_first: bool = False
    honorific: str = ""

    def __post_init__(self) -> None:
        for part in ("family", "given", "suffix", "honorific"):
            object.__setattr__(self, part, on_one_line(getattr(self, part)).strip())

    @property
    def generation(self) -> str:
        """The suffix but for degrees, which no style cites: `Jr.` of `Jr., Ph.D.`."""
        words = self.suffix.replace(",", " ").split()
        return " ".join(word for word in words if word.casefold().strip(".") in GENERATIONS)

    @property
    def office(self) -> str:
        """The honorific where it tells an office (`Rep.`), not courtesy or learning (`Ms.`, `Dr.`)."""
        words = self.honorific.split()
        return " ".join(word for word in words if word.casefold().strip(".,") not in COURTESY)

    def natural(self, comma: str = ",") -> str:
        """The name in the person's own order, with what stands between it and `Jr.`; numbers never have a comma."""
        parts = [self.family, self.given] if self.family_first else [self.given, self.family]
        unspaced = self.family_first and all(UNSPACED.fullmatch(part) for part in parts)
        name = ("" if unspaced else " ").join(filter(None, parts))
        numbered = self.generation.casefold().strip(".") in NUMBERED
        return f"{name}{'' if numbered else comma} {self.generation}" if self.generation else name

    def inverted(self) -> str:
        """The name as a list files it: `van der Sample, Alba, Jr.`; one that begins with the family name as it is."""
        if self.family_first or not self.given:
            return self.natural()
        return ", ".join(filter(None, [self.family, self.given, self.generation]))


def parse_person(name: str, *, whole: bool = False, family_first: bool = False) -> Person:
    """A written name in parts as far as they can be told; `whole` leaves a chosen name in one piece."""
    honorific, bare = split_honorific(name)
    if whole:
        return Person(bare, honorific=honorific)
    parts = split_name(bare)
    given, family = parts.given, parts.family
    if family_first and given:
        family, _, given = f"{given} {family}".partition(" ")
    return Person(family, given, parts.suffix, family_first, honorific)
