"""Who may have presided: whom a text calls the chair of the event's body by its subject or its kind alone."""

import re

from hearings.importing.releases.chairs.lines import is_titled
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.texts.lexicon import word_set

# The words in capitals before a title: `Senate Rope and Twine | Chair NAME`.
_AHEAD = re.compile(r"(?:[A-Z][\w’'&-]{1,20},?\s{1,9}(?:(?:and|on|of|the|&)\s{1,9}){0,2}){1,9}$")
_NOT_NOW = re.compile(r"\b(?:[Ff]ormer|[Tt]hen|[Vv]ice|[Rr]anking|[Cc]o)[\s-]")
_SHORT_FORM = re.compile(r"\s?\(([A-Z&-]{2,10})\)")
_OF_A_PART = re.compile(r"\bsubcommittee\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,2}hearing\b", re.IGNORECASE)
_KINDS = word_set("committee commission caucus panel")
_COMMON = word_set("senate house u.s us united states joint select special permanent standing full the on of and &")
_REACH = 160


def suggested_chair(held: str | None, narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """The only one called `Rope Chair NAME` or `SRC Chair NAME` where the Senate Rope Committee (SRC) held the event.

    A subcommittee's subject is rarely all that stands before the title of its chair, so it has none here.
    """
    if not held or "ubcommittee" in held or _OF_A_PART.search(narrative):
        return None
    short = {found.casefold() for found in _SHORT_FORM.findall(held)}
    wanted = _words(_SHORT_FORM.sub("", held))
    full, named = set(), 0
    for one in mentions.all:
        low = max(one.start - _REACH, named, 0)
        ahead = _AHEAD.search(narrative, low, one.start) if is_titled(one) else None
        named = one.end if one.words > 1 or one.titles else named
        words = _words(ahead.group()) if ahead else frozenset()
        subject = words - _KINDS
        fits = subject <= wanted - _KINDS or subject <= short if subject else words & wanted & _KINDS
        if words and fits and not _NOT_NOW.search(narrative, max(ahead.start() - 8, low), one.start):
            full.add(people.resolve(one.name, one.titles).full)
    return full.pop() if len(full) == 1 else None


def _words(name: str) -> frozenset[str]:
    words = {word.strip(",.()’'").casefold() for word in name.replace("’s", "").replace("'s", "").split()}
    return frozenset(word for word in words if word and word not in _COMMON)
