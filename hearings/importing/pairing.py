"""Which turn of a new edition is which turn of the record: the same words pair by themselves, the rest is proposed."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Words = tuple[Hashable, ...]
ALIKE = 0.5  # of their words in common: worth proposing as the same turn, changed
NEAR = 30  # turns that are compared with one another, and words by which they are looked for
COMMON = 300  # turns that have a word, beyond which nothing is looked for by it


@dataclass(frozen=True)
class Pairing:
    """`same` are pairs of places, old and new, with the same words. Of all other new turns `proposed` has the place
    of the old turn that each may be, or None; `lost` are the old turns that no new one is proposed for. `moved` are
    the new turns whose old one stands in another order."""

    same: tuple[tuple[int, int], ...]
    proposed: dict[int, int | None]
    lost: tuple[int, ...]
    moved: tuple[int, ...] = ()


def pair(old: Sequence[Words], new: Sequence[Words]) -> Pairing:
    """Pair two editions, each a sequence of turns as (label, text, whatever else is theirs), both in their order.

    Only what is the same to the last character pairs for certain, and only in the order of both editions; where the
    same words, or nearly the same, stand in another place, that is proposed, and for an editor to say.
    """
    same: list[tuple[int, int]] = []
    proposed: dict[int, int | None] = {}
    lost: list[int] = []
    matcher = SequenceMatcher(a=list(old), b=list(new), autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        if operation == "equal":
            same += zip(range(start, end), range(new_start, new_end), strict=True)
            continue
        free = list(range(start, end))
        for place in range(new_start, new_end):
            found = _likeliest(old, free[:NEAR], new[place])
            proposed[place] = found
            if found is not None:
                lost += free[: free.index(found)]
                free = free[free.index(found) + 1 :]
        lost += free
    moved = _moved(old, lost, {place: new[place] for place, found in proposed.items() if found is None})
    left = sorted(set(lost) - set(moved.values()))
    return Pairing(tuple(same), proposed | moved, tuple(left), tuple(sorted(moved)))


def _moved(old: Sequence[Words], lost: list[int], new: dict[int, Words]) -> dict[int, int]:
    """For new turns like none of their own place the old one, lost from another place, that each may be.

    Compared are those that share most of its rarest words; so the time stays in line with the length.
    """
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for place in lost:
        for word in set(old[place][1].split()):
            holders[word].append(place)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for at, turn in new.items():
        words = [holders[word] for word in set(turn[1].split()) if 0 < len(holders.get(word, ())) <= COMMON]
        rare = sorted(words, key=len)[:NEAR]
        shared = Counter(place for places in rare for place in places)
        near = [place for place, _ in shared.most_common(NEAR) if place not in taken]
        likeliest = _likeliest(old, near, turn)
        if likeliest is not None:
            found[at] = likeliest
            taken.add(likeliest)
    return found


def _likeliest(old: Sequence[Words], free: list[int], turn: Words) -> int | None:
    """The first of the free old turns that has most words in common with `turn`, if it has enough."""
    scores = [(_alike(old[place], turn), -place) for place in free]
    best = max(scores, default=(0.0, 0))
    return -best[1] if best[0] >= ALIKE else None


def _alike(one: Words, other: Words) -> float:
    """How much of two turns is the same, from 0 to 1: of their words, in order."""
    matcher = SequenceMatcher(a=one[1].split(), b=other[1].split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
