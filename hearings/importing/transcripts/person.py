"""One person of a volume, and when two names are those of one person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from hearings.importing.transcripts.roster import Listed
from witnesses.names import compare, name_key, split_name

_WOMAN = re.compile(r"\b(?:Ms|Mrs|Miss|Congresswoman|Chairwoman|Assemblywoman|Councilwoman|Madam)\b", re.I)
_CHAMBERS = {"senate": re.compile(r"\bSen(?:ator)?\b", re.I), "house": re.compile(r"\bRep|\bCongress\w*man\b", re.I)}
_MAN = re.compile(r"\b(?:Mr|Congressman|Assemblyman|Councilman|Sir)\b")


@dataclass
class Person:
    """One person of a volume under the fullest name that it prints."""

    full: str
    kinds: set[str] = field(default_factory=set)
    titles: str = ""
    forms: str = ""
    state: str = ""
    chairs: bool = False
    weight: int = 0
    chamber: str = ""
    doctor: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The name as compared, without what follows it (`Jr.`)."""
        return name_words(self.full)

    @property
    def sex(self) -> str:
        """`f` or `m` where a form of address before the name says so; empty where none does or two disagree."""
        woman, man = bool(_WOMAN.search(self.forms)), bool(_MAN.search(self.forms))
        return "" if woman == man else "f" if woman else "m"

    def sits_in(self, chamber: str) -> bool:
        """Whether the roster puts this person in a chamber of Congress, or else a title before the name does."""
        if self.chamber:
            return self.chamber == chamber
        return bool(_CHAMBERS[chamber].search(self.forms))


def chamber_of(title: str) -> str:
    """The chamber of Congress whose members a title is for; empty for other titles."""
    return next((chamber for chamber, pattern in _CHAMBERS.items() if pattern.match(title)), "")


@lru_cache(maxsize=8192)
def name_words(full: str) -> tuple[str, ...]:
    """A name as compared, word by word, without suffixes and nicknames in quotation marks."""
    name = split_name(re.sub(r"[\"“”][^\"“”]*[\"“”],?", "", full))
    return tuple(name_key(f"{name.given} {name.family}").split())


def listing(names: Iterable[str]) -> str:
    """Names in a sentence: `A, B or C`."""
    *most, last = sorted(names)
    return f"{', '.join(most)} or {last}" if most else last


def alike(person: Person, one: Listed) -> bool:
    """Whether who is listed may be this person."""
    if (person.state and one.state and person.state != one.state) or {person.chamber, one.chamber} == {*_CHAMBERS}:
        return False
    same = compare(person.full, one.name) or (person.state and _spelt(person.full) == _spelt(one.name))
    return bool(same) and not _sexes_differ(person, one)


def _spelt(name: str) -> str:
    """A name with doubled letters single, as two spellings of one member (`Diane`, `Dianne`) differ."""
    return re.sub(r"(\w)\1", r"\1", " ".join(name_words(name)))


def _sexes_differ(person: Person, one: Listed) -> bool:
    other = Person(one.name, forms=one.honorific or "").sex
    return bool(person.sex and other and person.sex != other)


def ends_alike(full: tuple[str, ...], label: tuple[str, ...]) -> bool:
    """Whether the words of a label are the end of a full name, or a given name and its surname."""
    if full[-len(label) :] == label:
        return True
    if len(label) > 1 and full[-1] == label[-1]:
        given = label[0]
        return any(
            word == given or (len(given) == 1 and word[0] == given) or (len(word) == 1 and given[0] == word)
            for word in full[:-1]
        ) or bool(compare(" ".join(full), " ".join(label)))
    return False
