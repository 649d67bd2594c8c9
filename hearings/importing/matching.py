"""Read names against the record: who and what is recognised, who may be meant, and who is new."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from hearings.models import Appearance, Body
from witnesses.models import Witness
from witnesses.names import compare, name_key, split_honorific

SHOWN = 8  # possible people that are proposed for one name
ALIKE = 0.8  # how much of two words is the same where one may be the other misspelt or inflected
FOREIGN = 0.25  # of the words of a title: it is another one
FILLER = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "u", "s", "us"}
# Words by which no title is told from another.
UNTOLD = FILLER | {"hearing", "hearings", "its", "part", "their", "transcript"}
STYLES = {"dr", "hon", "honorable", "honourable", "mr", "mrs", "ms", "prof", "the"}  # honorifics of no office
RANKS = FILLER | set(
    name_key(
        """
        acting american assistant associate association center centre chair chairman chairwoman chief co cochair
        college commission committee department deputy director emeritus executive fellow former foundation founder
        general institute international manager member national office officer organization president professor ranking
        research school senior special states united university vice visiting
        """
    ).split()
)  # words of titles that two people may well share
OFFICES = {"amb": "ambassador", "rep": "representative", "sen": "senator", "gov": "governor"} | dict.fromkeys(
    ("congress", "congressman", "congresswoman", "congressmember"), "representative"
)
OTHER_TITLE = "Somebody of this name is in the record, under another title: {}."


@dataclass(frozen=True)
class Known:
    """A person or body of the record: its key, its name as shown, and every way in which the name is written.

    `titles` are all under which the person was ever listed, organizations and an honorific that is an office among
    them.
    """

    pk: int
    name: str
    spellings: tuple[str, ...]
    protected: bool = False
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """`same` is recognised; `possible` are proposed, the likeliest first; neither: it is new. `more` were left out.

    `why` says in a sentence why somebody of the very name is not recognised.
    """

    same: Known | None = None
    possible: tuple[Known, ...] = ()
    more: int = 0
    why: str = ""

    @property
    def candidates(self) -> tuple[Known, ...]:
        return (self.same, *self.possible) if self.same else self.possible


class PeopleIndex:
    """Everybody in the record, in two queries, found by the words of their names."""

    def __init__(self, people: Iterable[Known] | None = None):
        self.people: dict[int, Known] = {}
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for person in _known_people() if people is None else people:
            self.people[person.pk] = person
            for spelling in person.spellings:
                for word in _words(spelling):
                    self._by_word[word].add(person.pk)

    def match(self, name: str, titles: Iterable[str] = ()) -> Match:
        """Who `name` with these titles is. Two people of one name, a protected person, and one who was only ever listed
        under titles that share nothing with these are never recognised, only proposed."""
        near = set().union(*(self._by_word.get(word, set()) for word in _words(name)))
        same, possible = [], []
        for pk in near:
            person = self.people[pk]
            answers = {compare(name, spelling) for spelling in person.spellings}
            if "same" in answers:
                same.append(person)
            elif "possible" in answers:
                possible.append(person)
        recognised = same[0] if len(same) == 1 and not same[0].protected else None
        why = ""
        if recognised and offices_differ(titles, recognised.titles):
            why, recognised = OTHER_TITLE.format("; ".join(recognised.titles[:3])), None
        proposed = [] if recognised else sorted(same, key=lambda person: person.pk)
        proposed += sorted(possible, key=lambda person: (-_common(name, person), person.name, person.pk))
        return Match(recognised, tuple(proposed[:SHOWN]), max(len(proposed) - SHOWN, 0), why)


class BodyIndex:
    """Every body in the record, in one query."""

    def __init__(self, bodies: Iterable[Known] | None = None):
        self.bodies = {body.pk: body for body in (_known_bodies() if bodies is None else bodies)}

    def match(self, name: str) -> Match:
        """Which body `name` is: recognised by its whole name, proposed by its abbreviation or most of its words."""
        full, abbreviation = split_body(name)
        keys = {name_key(full).removeprefix("the ")}
        words = _body_words(full)
        same, possible = [], []
        for body in self.bodies.values():
            if keys & {name_key(spelling).removeprefix("the ") for spelling in body.spellings[:1]}:
                same.append(body)
            elif _bodies_meet(words, {full, abbreviation} - {""}, body):
                possible.append(body)
        recognised = same[0] if len(same) == 1 else None
        proposed = possible if recognised else same + possible
        return Match(recognised, tuple(proposed[:SHOWN]), max(len(proposed) - SHOWN, 0))


def split_body(name: str) -> tuple[str, str]:
    """A body's name and the abbreviation in brackets behind it, or an empty one."""
    match = re.fullmatch(r"(.+?)\s*\(([^\s()]{2,20})\)", name.strip())
    return (match[1], match[2]) if match else (name.strip(), "")


def offices_differ(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two people are titled, and no title of the one shares a telling word with any of the other."""
    left, right = ({key for key in map(_office_key, titles) if key} for titles in (some, others))
    words, theirs = ({word for key in keys for word in key.split()} - RANKS for keys in (left, right))
    return bool(left and right) and not (left & right or words & theirs)


def titles_differ(one: str, other: str) -> bool:
    """Whether two titles are plainly those of two hearings: of either, a quarter of the words or more are not in the
    other. Case, marks, a subtitle, words run together, misspelt or inflected are no difference."""
    left, right = (name_key(title).split() for title in (one, other))
    return _missing(left, right) >= FOREIGN and _missing(right, left) >= FOREIGN


def _missing(title: list[str], other: list[str]) -> float:
    """The share of the words of a title that another one has not; 0 for one that says nothing."""
    whole = "".join(other)
    words = [word for word in title if word not in UNTOLD]
    if not words or "".join(words) in whole:
        return 0
    there = [word in other or (len(word) > 3 and word in whole) for word in words]
    there = [known or bool(get_close_matches(word, other, 1, ALIKE)) for known, word in zip(there, words, strict=True)]
    return there.count(False) / len(words)


def _office_key(title: str) -> str:
    words = name_key(title).split()
    return " ".join(OFFICES.get(word, word) for word in words if word not in STYLES)


def _known_people() -> Iterable[Known]:
    fields = "pk", "given_name", "family_name", "suffix", "family_first", "native_name", "other_spellings", "protected"
    titles = _known_titles()
    for row in Witness.objects.order_by().only(*fields, "honorific"):
        name = row.full_name
        spellings = (name, row.native_name, *row.other_spellings.splitlines())
        told = dict.fromkeys((*titles.get(row.pk, ()), *([row.honorific] if _office_key(row.honorific) else ())))
        yield Known(row.pk, name, tuple(one.strip() for one in spellings if one.strip()), row.protected, tuple(told))


def _known_titles() -> dict[int, list[str]]:
    """Under which titles and for whom everybody was ever listed, the latest hearing first."""
    found = defaultdict(list)
    rows = Appearance.objects.exclude(title="", organization="").order_by("-hearing__date", "-pk")
    for pk, shown_as, title, organization in rows.values_list("person", "person__shown_as", "title", "organization"):
        for one in {pk, shown_as} - {None}:
            found[one] += filter(None, (*title.splitlines(), organization))
    return found


def _known_bodies() -> Iterable[Known]:
    for pk, name, abbreviation in Body.objects.values_list("pk", "name", "abbreviation"):
        yield Known(pk, name, (name, abbreviation) if abbreviation else (name,))


def _words(name: str) -> set[str]:
    """The words by which a name is filed; two that stand side by side also as one, as in `Van der Sample`."""
    words = name_key(split_honorific(name)[1]).split()
    joined = {"".join(words[at : at + size]) for size in (2, 3) for at in range(len(words) - size + 1)}
    return {word for word in words if len(word) > 1} | joined


def _common(name: str, person: Known) -> int:
    return max(len(_words(name) & _words(spelling)) for spelling in person.spellings)


def _body_words(name: str) -> frozenset[str]:
    return frozenset(name_key(name).split()) - FILLER


def _bodies_meet(words: frozenset[str], names: set[str], body: Known) -> bool:
    if {name_key(name) for name in names} & {name_key(spelling) for spelling in body.spellings}:
        return True
    theirs = _body_words(body.spellings[0])
    return len(words & theirs) >= 2 and (words <= theirs or theirs <= words)
