"""Who the people of a release are: surnames and short forms resolved to the full names that the text gives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from hearings.importing.labels import Mention, Mentions
from hearings.importing.layout import Paragraph
from hearings.importing.lexicon import COURTESY_WORDS, LEGISLATOR_WORDS
from witnesses.names import compare, name_key, split_honorific, split_name

_FEMALE = frozenset({"ms", "mrs", "miss", "congresswoman", "chairwoman", "sister", "dame", "lady", "senadora"})
_MALE = frozenset({"mr", "congressman", "chairman", "father", "sir", "lord", "senador"})


_SAME_OFFICE = {
    "congressman": ("congressman", "representative"),
    "congresswoman": ("congresswoman", "representative"),
    "representative": ("congressman", "congresswoman", "representative"),
    "lawmaker": ("congressman", "congresswoman", "representative", "senator"),
}
_GLUED = re.compile(r"[A-Z][a-z]{5,}[A-Z][a-z]{2,}\s")
_MOST_OF_ONE_NAME = 40


@dataclass
class Person:
    """One person of the release; `strong` where a title, a party or an attribution shows that it is a person."""

    full: str
    first: int
    strong: bool
    titles: set[str] = field(default_factory=set)
    fixed: bool = False

    @property
    def family(self) -> str:
        """The surname as compared."""
        return name_key(split_name(self.full).family).split(" ")[-1]


@dataclass(frozen=True)
class Resolution:
    """What a label resolves to: the full name or null, how sure that is, and why."""

    full: str | None
    confidence: float
    reason: str


class Registry:
    """The people of one release, by surname."""

    def __init__(self, mentions: Mentions, layout: list[Paragraph]) -> None:
        self.people: dict[str, list[Person]] = {}
        self._cache: dict[tuple[str, tuple[str, ...]], Resolution] = {}
        self._holders: dict[str, list[str]] = {}
        self.header = _header_name(layout)
        if self.header:
            self.add(self.header, 0, strong=True).fixed = True
        for mention in mentions.all:
            if mention.words > 1 and not _GLUED.match(mention.name):
                strong = bool(mention.titles) or mention.party_end is not None
                self.add(mention.name, mention.start, strong=strong, titles=mention.titles)
        for mention in mentions.all:
            if mention.words == 1 and mention.titles:
                self._note_titles(mention)

    def add(self, full: str, first: int, *, strong: bool, titles: Iterable[str] = ()) -> Person:
        """Take a full name in, joined with the person of whom it is another form; gives that person."""
        family = name_key(split_name(full).family).split(" ")[-1]
        known = self.people.setdefault(family, [])
        for person in known:
            if person.full == full or compare(person.full, full):
                self._join(person, full, strong, set(titles))
                return person
        person = Person(full, first, strong, set(titles))
        if len(known) < _MOST_OF_ONE_NAME:
            known.append(person)
            self._forget()
        return person

    def holders(self, word: str) -> list[str]:
        """Full names of the people who are given a title of that word."""
        if not self._holders:
            for known in self.people.values():
                for person in known:
                    for title in person.titles if person.strong else ():
                        self._holders.setdefault(title, []).append(person.full)
        fitting = _SAME_OFFICE.get(word, (word,))
        return [full for title in fitting for full in self._holders.get(title, [])]

    def resolve(self, name: str, titles: Iterable[str] = ()) -> Resolution:
        """The full name meant by `name` (with the titles before it), or null where the text leaves it open."""
        key = (name, tuple(titles))
        if key not in self._cache:
            self._cache[key] = self._resolve(name, key[1])
        return self._cache[key]

    def find(self, full: str) -> Person | None:
        """The person registered under exactly this full name."""
        family = name_key(split_name(full).family).split(" ")[-1]
        return next((person for person in self.people.get(family, []) if person.full == full), None)

    def namesakes(self, name: str) -> int:
        """How many people of the release have the surname of this name."""
        return len(self.people.get(name_key(split_name(name).family).split(" ")[-1], []))

    def _join(self, person: Person, full: str, strong: bool, titles: set[str]) -> None:
        if person.strong >= strong and titles <= person.titles and len(full) <= len(person.full):
            return
        if not person.fixed and len(full) > len(person.full) and (strong or not person.strong):
            person.full = full
        person.strong = person.strong or strong
        person.titles |= titles
        self._forget()

    def _forget(self) -> None:
        self._cache.clear()
        self._holders.clear()

    def _note_titles(self, mention: Mention) -> None:
        owners = self.people.get(name_key(mention.name).split(" ")[-1], [])
        if len(owners) == 1:
            owners[0].titles |= set(mention.titles)

    def _resolve(self, name: str, titles: tuple[str, ...]) -> Resolution:
        words = name_key(name).split()
        family = name_key(split_name(name).family).split(" ")[-1] if words else ""
        known = self.people.get(family, [])
        if len(name.split()) > 1:
            longer = [one for one in known if name_key(one.full).endswith(" " + " ".join(words))]
            meant = longer or [one for one in known if compare(one.full, name)]
            if len({one.full for one in meant}) == 1:
                return Resolution(meant[0].full, 0.95, "")
            return Resolution(name, 0.9, "") if not meant else Resolution(None, 0.3, f"“{name}” fits several people")
        owners = [one for one in known if one.strong] or known
        if len(owners) > 1 and titles:
            owners = [one for one in owners if one.titles & set(titles)] or owners
        if len(owners) == 1 and titles and " " not in owners[0].full:
            return Resolution(None, 0.4, f"the text gives no full name for “{name}”")
        if len(owners) == 1:
            return Resolution(owners[0].full, 0.95 if owners[0].strong else 0.85, "")
        if not owners:
            return Resolution(None, 0.4, f"the text gives no full name for “{name}”")
        return Resolution(None, 0.3, f"several people are named {name}")


def sex_conflict(pronoun: str, titles: Iterable[str]) -> bool:
    """Whether `she` is said of somebody called Mr., or `he` of somebody called Ms."""
    held = set(titles)
    if pronoun.casefold() in ("she", "ella"):
        return bool(held & _MALE) and not held & _FEMALE
    return pronoun.casefold() in ("he", "él") and bool(held & _FEMALE) and not held & _MALE


def is_courtesy(word: str) -> bool:
    """Whether a title is a form of address, not the office somebody holds."""
    return word in COURTESY_WORDS or word in LEGISLATOR_WORDS


def _header_name(layout: list[Paragraph]) -> str | None:
    for paragraph in layout[:3]:
        if not paragraph.header:
            continue
        pieces = [split_honorific(piece)[1] for piece in paragraph.text.split(" | ")]
        for piece in pieces:
            words = piece.split()
            named = 2 <= len(words) <= 5 and all(word[0].isupper() for word in words)
            site = {"official", "website", "office"} & {word.casefold() for word in words}
            repeated = any(piece in other and other != piece for other in pieces)
            if named and not site and (repeated or split_honorific(paragraph.text)[0]):
                return piece
    return None
