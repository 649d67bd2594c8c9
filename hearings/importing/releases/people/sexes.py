"""Which of `he` and `she` can mean somebody: by the title, the given name, or what is said of the person elsewhere."""

import re

from hearings.importing.releases.people.given_names import of_chair, of_name, of_titles, one_of
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry

_SAID_SO = re.compile(
    r"(?:,\s(?:\d{1,2}|[^,.;\n]{1,60}),)?\s(?:said|says|testified|noted|explained|recalled|added|told\s[a-z][a-z\s]{2,30}?)"
    r"(?:(?:\sthat)?\s[^.;:“”\"\n]{1,160}?\sand\sthat|\sthat)?\s(s?he)\b"
)
_FEMALE, _MALE = frozenset({"she", "ella"}), frozenset({"he", "él"})


def are_of_two(one: str, other: str) -> bool:
    """Whether two pronouns cannot mean one person."""
    sexes = {"f" if key in _FEMALE else "m" if key in _MALE else "" for key in (one.casefold(), other.casefold())}
    return sexes == {"f", "m"}


class Sexes:
    """What is known of the people of one release."""

    def __init__(self, mentions: Mentions, people: Registry) -> None:
        self._said: dict[str, set[str]] = {}
        self._people = people
        for one in mentions.all:
            told = None if one.possessive else _SAID_SO.match(mentions.text, one.party_end or one.end)
            full = people.resolve(one.name, one.titles).full if told else None
            if told and full:
                self._said.setdefault(full, set()).add(told.group(1).casefold())

    def conflicts(self, pronoun: str, full: str | None) -> bool:
        """Whether a pronoun cannot mean a person."""
        sex = self._of(full) if full else None
        key = pronoun.casefold()
        return (sex == "f" and key in _MALE) or (sex == "m" and key in _FEMALE)

    def fits(self, pronoun: str, full: str | None) -> bool:
        """Whether a pronoun is known to be that of a person."""
        sex = self._of(full) if full else None
        key = pronoun.casefold()
        return (sex == "f" and key in _FEMALE) or (sex == "m" and key in _MALE)

    def _of(self, full: str) -> str | None:
        person = self._people.find(full)
        said = self._said.get(full, set())
        titles = person.titles if person else ()
        return of_titles(titles) or one_of(said, _FEMALE, _MALE) or of_name(full) or of_chair(titles)
