"""Who the people of a release are: surnames and short forms resolved to the full names that the text gives."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.generations import bare, is_surname, suffix_of, told_apart
from hearings.importing.releases.people.given_names import of_name, of_titles
from hearings.importing.releases.people.known_names import initials_of
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.texts.lexicon import BREAK_WORDS, COURTESY_WORDS, HEADLINE_VERBS, LEGISLATOR_WORDS, SHORT_TITLES
from witnesses.names import compare, name_key, split_honorific, split_name

_SAME_OFFICE = {
    "congressman": ("congressman", "representative"),
    "congresswoman": ("congresswoman", "representative"),
    "representative": ("congressman", "congresswoman", "representative"),
    "lawmaker": ("congressman", "congresswoman", "representative", "senator"),
}
_KIN = r"(?:son|daughter|husband|wife|brother|sister|mother|father|child|nephew|niece|uncle|aunt|cousin|fianc[ée]e?)"
# Somebody of whom others speak: a relative of the speaker, or a person who is dead.
_OF_KIN = re.compile(
    rf"\b(?:(?:[Hh]is|[Hh]er|[Tt]heir|whose|[Mm]y)\s|late\s)(?:\w{{2,12}}\s){{0,2}}?{_KIN}[,\s]\s?(?:(?:the\s)?late\s)?$"
)
_DEAD = re.compile(
    r",?\s(?:\([^)\n]{1,20}\),?\s)?who\s(?:\w{2,10}\s)?(?:died|passed\saway|drowned|(?:was|were)\s(?:\w{2,10}\s)?(?:killed|murdered|slain|lost))\b"
)
_APPOSED = re.compile(r"[a-zé’']\s?,\s$")
_GLUED = re.compile(r"[A-Z][a-z]{5,}[A-Z][a-z]{2,}\s")
_NO_FULL_NAME = "the text gives no full name for “{}”"
_MOST_OF_ONE_NAME = 40
_HANDLE = re.compile(r"(Sen|Senator|Rep|Congressman|Congresswoman)([A-Z][a-z]{2,20}(?:[A-Z][a-z]{2,20})?)")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_IN_CAPITALS = re.compile(
    r"\b(?P<title>SENATOR|SEN\.?|REP\.?|REPRESENTATIVE|CONGRESS(?:MAN|WOMAN|MEMBER)|DELEGATE|GOVERNOR|GOV\.?|DR\.?|MR\.?|MS\.?|MRS\.?"
    r"|GEN(?:ERAL|\.)|ADM(?:IRAL|\.)|SECRETARY|ADMINISTRATOR|DIRECTOR|COMMISSIONER|AMBASSADOR|JUDGE|PROFESSOR)\s"
    r"(?P<name>[A-Z][A-Z.’'-]{1,20}(?:\s[A-Z][A-Z.’'-]{0,20}){1,4})"
)
_SHORTEST_SLIP = 6


@dataclass
class Person:
    """One person of the release; `strong` where a title, a party or an attribution shows that it is a person."""

    full: str
    first: int
    strong: bool
    titles: set[str] = field(default_factory=set)
    fixed: bool = False
    spoken_of: bool = False

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
        self._parts: dict[str, list[Person]] = {}
        self._letters: dict[str, set[str]] = {}
        self._apart = told_apart(mentions)
        self.header = _header_name(layout)
        if self.header:
            self.add(self.header, 0, strong=True).fixed = True
        for mention in mentions.all:
            if mention.words > 1 and not _GLUED.match(mention.name):
                strong = bool(mention.titles) or mention.party_end is not None
                person = self.add(mention.name, mention.start, strong=strong, titles=mention.titles)
                self._look_around(mentions.text, mention, person)
        self._from_capitals(mentions, layout)
        for mention in mentions.all:
            if mention.words == 1 and mention.titles:
                self._note_titles(mention)

    def add(self, full: str, first: int, *, strong: bool, titles: Iterable[str] = ()) -> Person:
        """Take a full name in, joined with the person of whom it is another form; gives that person."""
        family = name_key(split_name(full).family).split(" ")[-1]
        known = self.people.setdefault(family, [])
        for person in known:
            if person.full == full or (compare(person.full, full) and not self._of_two(person.full, full)):
                self._join(person, full, strong, set(titles))
                return person
        person = Person(full, first, strong, set(titles))
        if len(known) < _MOST_OF_ONE_NAME:
            known.append(person)
            self._forget()
        return person

    def _of_two(self, one: str, other: str) -> bool:
        """Whether two forms of a name are those of a parent and a child whom the text tells apart."""
        key = bare(one)
        same = key == bare(other) or (is_surname(other) and key.endswith(f" {bare(other)}"))
        return key in self._apart and same and suffix_of(one) != suffix_of(other)

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
            found = self._resolve(name, key[1])
            whole = not found.full or (len(found.full.split()) > 1 and not is_surname(found.full))
            self._cache[key] = found if whole else Resolution(None, 0.4, _NO_FULL_NAME.format(name))
        return self._cache[key]

    def find(self, full: str) -> Person | None:
        """The person registered under exactly this full name."""
        family = name_key(split_name(full).family).split(" ")[-1]
        return next((person for person in self.people.get(family, []) if person.full == full), None)

    def namesakes(self, name: str) -> int:
        """How many people of the release have the surname of this name, and a given name."""
        known = self.people.get(name_key(split_name(name).family).split(" ")[-1], [])
        return sum(" " in one.full for one in known)

    def _join(self, person: Person, full: str, strong: bool, titles: set[str]) -> None:
        if person.strong >= strong and titles <= person.titles and len(full) <= len(person.full):
            return
        if not person.fixed and len(full) > len(person.full) and (strong or not person.strong):
            person.full = full
        person.strong = person.strong or strong
        person.titles |= titles
        self._forget()

    def _look_around(self, text: str, mention: Mention, person: Person) -> None:
        """Note what stands beside a full name: kinship or a death, and commas about a form that is the fuller one."""
        ahead = text[max(mention.start - 60, 0) : mention.start]
        if _OF_KIN.search(ahead) or _DEAD.match(text, mention.party_end or mention.end):
            person.spoken_of = True
            self._forget()
        fuller = mention.name.endswith(f" {person.full}") and not person.fixed
        if fuller and _APPOSED.search(ahead) and text[mention.end : mention.end + 1] == ",":
            person.full = mention.name
            self._forget()

    def _from_capitals(self, mentions: Mentions, layout: list[Paragraph]) -> None:
        """Take in full names that only a line in capitals gives (`OFFICE OF SENATOR ROSA TERN`), of surnames used."""
        used = {mention.name.upper(): mention.name for mention in mentions.all if mention.words == 1}
        found = [match for one in layout if one.heading for match in _IN_CAPITALS.finditer(one.text)]
        for match in found:
            words = match.group("name").split()
            cut = next((at for at, word in enumerate(words) if word in used), 0)
            given = {word.casefold().strip(".") for word in words[:cut]}
            families = {name_key(word) for word in words[: cut + 1]} & set(self.people)
            if cut and not families and not given & (BREAK_WORDS | HEADLINE_VERBS):
                title = match.group("title").casefold().strip(".")
                full = " ".join([*(word.title() for word in words[:cut]), used[words[cut]]])
                self.add(full, 0, strong=True, titles=[SHORT_TITLES.get(title, title)])

    def _with_part(self, part: str) -> list[Person]:
        """The people with a word in their names before the last one."""
        if not self._parts:
            for one in (one for known in self.people.values() for one in known if names_somebody(one.full)):
                for word in name_key(one.full).split()[:-1]:
                    self._parts.setdefault(word, []).append(one)
        return self._parts.get(part, [])

    def _forget(self) -> None:
        self._cache.clear()
        self._holders.clear()
        self._parts.clear()
        self._letters.clear()

    def _note_titles(self, mention: Mention) -> None:
        owners = self.people.get(name_key(mention.name).split(" ")[-1], [])
        sex = of_titles(mention.titles)
        if len(owners) == 1 and (of_name(owners[0].full) or sex) == (sex or of_name(owners[0].full)):
            owners[0].titles |= set(mention.titles)

    def slip(self, name: str) -> Resolution | None:
        """The only person whose surname is one letter off from that of a speaker whom nothing else names."""
        family = name_key(name).split(" ")[-1]
        if self.people.get(family):
            return None
        near = [one for key, known in self.people.items() if _is_slip(key, family) for one in known]
        if len(near) != 1 or " " not in near[0].full:
            return None
        return Resolution(near[0].full, 0.6, f"“{name}” is read as a slip for {near[0].full}")

    def labelled(self, letters: str) -> Resolution | None:
        """Whom the letters of a label mean (`SRT:` for Senator Rosa Tern): the only person whom they fit."""
        key = letters.replace(".", "")
        if not self._letters and _INITIALS.fullmatch(key):
            every = [one for known in self.people.values() for one in known if one.strong or names_somebody(one.full)]
            for one in every:
                for short in _labels_of(one):
                    self._letters.setdefault(short, set()).add(one.full)
        fitting = self._letters.get(key, set())
        if len(fitting) != 1:
            return None
        (full,) = fitting
        return Resolution(full, 0.85, f"“{letters}” are the initials of {full}")

    def _of_initials(self, name: str) -> list[str]:
        every = [one for known in self.people.values() for one in known if one.strong]
        return [one.full for one in every if initials_of(one.full) == name]

    def _resolve(self, name: str, titles: tuple[str, ...]) -> Resolution:
        words = name_key(name).split()
        family = name_key(split_name(name).family).split(" ")[-1] if words else ""
        known = _fitting(self.people.get(family, []), name, titles)
        if len(name.split()) > 1:
            longer = [one for one in known if name_key(one.full).endswith(" " + " ".join(words))]
            exact = [one for one in known if one.full == name and bare(name) in self._apart]
            meant = exact or longer or [one for one in known if compare(one.full, name)]
            if len({one.full for one in meant}) == 1:
                return Resolution(meant[0].full, 0.95, "")
            return Resolution(name, 0.9, "") if not meant else Resolution(None, 0.3, f"“{name}” fits several people")
        present = [one for one in known if not one.spoken_of] or known
        owners = [one for one in present if one.strong] or present
        if len(owners) > 1 and titles:
            meant = {word for title in titles for word in (title, *_SAME_OFFICE.get(title, ()))}
            owners = [one for one in owners if one.titles & meant] or owners
        if len(owners) == 1 and titles and " " not in owners[0].full:
            return Resolution(None, 0.4, f"the text gives no full name for “{name}”")
        if len(owners) == 1:
            others = len([one for one in known if names_somebody(one.full)]) > 1
            why = f"“{name}” is taken for {owners[0].full}, though others are named so" if others else ""
            return Resolution(owners[0].full, 0.7 if others else 0.95 if owners[0].strong else 0.85, why)
        if owners:
            return Resolution(None, 0.3, f"several people are named {name}")
        return self._by_letters(name) or self._by_part(name, titles)

    def _by_letters(self, name: str) -> Resolution | None:
        """Who is named by initials (`RFK`), or by a title and a name in one word as the social media have it."""
        handle = _HANDLE.fullmatch(name)
        if handle:
            return self.resolve(handle.group(2), (SHORT_TITLES.get(handle.group(1).casefold(), "representative"),))
        meant = self._of_initials(name) if _INITIALS.fullmatch(name) else []
        return Resolution(meant[0], 0.85, f"“{name}” are the initials of {meant[0]}") if len(meant) == 1 else None

    def _by_part(self, name: str, titles: tuple[str, ...]) -> Resolution:
        """Who is named by a part that does not end a full name: a first surname, or a family name that stands first."""
        part = name_key(name)
        every = [one for one in self._with_part(part) if one.strong or titles]
        first = [one for one in every if name_key(one.full).split()[0] == part]
        meant = [one for one in every if one not in first] or (first if titles else [])
        if len(meant) == 1 and part:
            return Resolution(meant[0].full, 0.7, f"“{name}” is a part of the only name that fits")
        return Resolution(None, 0.4, _NO_FULL_NAME.format(name))


def _fitting(known: list[Person], name: str, titles: tuple[str, ...]) -> list[Person]:
    """Those of one surname who can be meant: of the generation that the name has, and of the sex of its titles.

    A title that the text gives somebody fits whatever the name: `Congressman Ada Sample` may call herself so.
    """
    suffix, sex = suffix_of(name), of_titles(titles)
    known = [one for one in known if suffix and suffix_of(one.full) == suffix] or known
    held = [one for one in known if one.titles & set(titles)]
    fitting = [one for one in known if not sex or (of_name(one.full) or of_titles(one.titles) or sex) == sex]
    fitting = fitting or held
    return fitting if " " not in name else fitting or known


def _labels_of(person: Person) -> set[str]:
    """The letters that a label may have for a person: initials, without a middle one, and with a title in front."""
    letters = initials_of(person.full.replace("-", " "))
    short = {letters, initials_of(person.full), letters[:1] + letters[-1:]}
    titles = {title[0].upper() for title in person.titles}
    return {one for one in short if len(one) > 1} | {title + one for title in titles for one in {*short, letters[-1:]}}


def _is_slip(one: str, other: str) -> bool:
    """Whether two surnames differ by one letter: one too many, one too few, one wrong, or two that changed places."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < _SHORTEST_SLIP or one[0] != other[0]:
        return False
    at = next((at for at, (mine, theirs) in enumerate(zip(one, other, strict=False)) if mine != theirs), len(one))
    mine, theirs = one[at:], other[at:]
    swapped = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return swapped or theirs == mine[1:] or mine == theirs[1:] or mine[1:] == theirs[1:]


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
