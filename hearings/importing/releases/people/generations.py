"""A parent and a child of one name: `Ed Sample` and `Ed Sample Jr.`, where a text tells the two apart."""

import re
from functools import lru_cache

from hearings.importing.releases.people.labels import Mentions
from witnesses.names import name_key, split_name

_SENTENCE = re.compile(r"(?<![JS]r)(?<!Rep)(?<!Sen)(?<!Dr)(?<!M[rs])(?<!\b[A-Z])[.!?;]\s|\n")
_NEAR = 250
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=2000)
def suffix_of(name: str) -> str:
    """What tells the generation of a name, as compared; empty where nothing does."""
    return name_key(split_name(name).suffix)


@lru_cache(maxsize=2000)
def bare(name: str) -> str:
    """A name as compared, without its generation."""
    parts = split_name(name)
    return name_key(f"{parts.given} {parts.family}")


def is_surname(name: str) -> bool:
    """Whether a name is only a surname with its generation: `Sample Jr.`"""
    words = name_key(name).split()
    return len(words) == 2 and words[1] in _GENERATIONS


def told_apart(mentions: Mentions) -> frozenset[str]:
    """The names, without their generation, that two people of one text have.

    Both are named in one sentence, or with different parties.
    """
    text, apart = mentions.text, set()
    last: dict[str, tuple[str, int]] = {}
    parties: dict[str, dict[str, str]] = {}
    for one in mentions.all:
        if one.words < 2:
            continue
        key, suffix, end = bare(one.name), suffix_of(one.name), one.party_end or one.end
        if one.party_end:
            parties.setdefault(key, {}).setdefault(suffix, text[one.end : one.party_end].strip(" ,"))
        held = last.get(key)
        near = held and held[0] != suffix and one.start - held[1] < _NEAR
        if near and not _SENTENCE.search(text, held[1], one.start):
            apart.add(key)
        last[key] = (suffix, end)
    apart |= {key for key, held in parties.items() if len(held) > 1 and len(set(held.values())) > 1}
    return frozenset(apart)
