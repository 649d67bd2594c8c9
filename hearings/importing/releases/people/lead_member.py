"""The member whom a release is about, where it only says `the senator`."""

from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.people.sexes import Sexes

_SENATE = frozenset({"senator", "senador", "senadora"})
_HOUSE = frozenset({"representative", "congressman", "congresswoman", "congressmember", "congresista", "representante"})
_TITLES_OF = {"senate": _SENATE, "house": _HOUSE}
_CHAMBERS = {word: chamber for chamber, words in _TITLES_OF.items() for word in words}
_PRONOUNS = {"congresswoman": "she", "congressman": "he", "senadora": "she", "senador": "he", "la": "she", "el": "he"}
_MEMBERS = frozenset({"senator", "congressman", "congresswoman", "congressmember", "representative", "lawmaker"})


def lead_member(words: str, near: set[str | None], mentions: Mentions, people: Registry, sexes: Sexes) -> str | None:
    """The member whom the release names first, where `words` can mean that one and nobody `near` is another."""
    word, article = words.casefold().split()[-1], words.casefold().split()[0]
    chamber = _CHAMBERS.get(word)
    lead = next((one for one in mentions.all if one.legislator), None) if chamber else None
    full = people.resolve(lead.name, lead.titles).full if lead else None
    person = people.find(full) if full else None
    if not chamber or not person or not person.titles & _TITLES_OF[chamber]:
        return None
    others = [people.find(one) for one in near - {None, full} if one]
    rival = any(one and one.titles & _TITLES_OF[chamber] for one in others)
    pronoun = _PRONOUNS.get(word) or _PRONOUNS.get(article)
    return None if rival or (pronoun and sexes.conflicts(pronoun, full)) else full
