"""Whether a quotation is right: what somebody pasted, held against every version that was ever published."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from django.conf import settings

from hearings.actions.ledger import is_part_of_sealed
from hearings.diffs import Piece, word_diff
from hearings.ids import PATTERN
from hearings.models import Correction, Quote, Turn, Version
from hearings.models.publishing import Publishable
from hearings.nearest import compare, compare_nearest
from hearings.quoting import FEWEST, MOST_EDITS, Pasted, bare, chunks, edits_shown, phrases, readings, stand
from hearings.search import OF_A_VERSION, candidates
from hearings.text import lower
from hearings.verbatim import ENOUGH, Haystack, Place, words_of

RANKS = ("current", "corrected", "withdrawn")
LONGEST = 20_000  # characters
NEARLY = 5  # words, below which nothing is said to be nearly the same
LOOKED_UP = 4  # phrases that a version must all have
NEARBY = 4  # phrases of which a version has some
NEARBY_COMMON = 2  # where they are of short words alone, which stand nearly everywhere: each costs a look at them all
SHORT = 4  # letters
MOST_EXACT, MOST_NEAR, MOST_SHOWN = 50, 12, 10  # versions looked at, and records shown

Wording = Literal["exact", "edited", "capitals", "differs", "address"]
Standing = Literal["current", "corrected", "withdrawn"]
Outcome = Literal["exact", "edited", "corrected", "withdrawn", "differs", "sealed", "not_found", "not_checked"]

SEALED = "What stood at this address was sealed, for the safety of a person or by order of a court. Do not quote it."
_WEB = re.compile(r"(?P<scheme>https?://)?(?P<host>[^/\s]*)/\S*")
_RECORD = re.compile(rf"(?:/([qt])/|#([qt])-)({PATTERN})(?:/v([1-9]\d{{0,8}}))?(?![0-9a-z])")
_EDITS = (
    "Your brackets and omissions are not checked and may change what was said: the record has in their place what is "
    "shown with them."
)
_SENTENCES: dict[tuple[str, str], str] = {
    ("exact", "current"): "These words stand in the record, letter for letter.",
    ("exact", "corrected"): "These words were published, letter for letter, and corrected since.",
    ("exact", "withdrawn"): "These words were published as they are, and then withdrawn. Do not quote them as valid.",
    ("edited", "current"): f"The words outside your edits stand in the record. {_EDITS}",
    ("edited", "corrected"): f"The words outside your edits were published, and corrected since. {_EDITS}",
    ("edited", "withdrawn"): "These words were published and then withdrawn. Do not quote them as valid. " + _EDITS,
    ("capitals", "current"): "The record has these words, exact but for capitals.",
    ("capitals", "corrected"): "These words were published, exact but for capitals, and corrected since.",
    ("capitals", "withdrawn"): "These words were published, exact but for capitals, and then withdrawn.",
    ("differs", "current"): "The record has nearly these words, but not these.",
    ("differs", "corrected"): "An earlier version had nearly these words, but not these; it was corrected since.",
    ("differs", "withdrawn"): "Nearly these words were published, but not these, and then withdrawn.",
    ("address", "current"): "This version is current: it was not corrected since.",
    ("address", "corrected"): "This version was corrected since.",
    ("address", "withdrawn"): "This was published and then withdrawn. Do not quote it as valid.",
}


class Found(NamedTuple):
    """A version that was found, before it is asked what became of it."""

    version: Version
    wording: Wording
    difference: list[list[Piece]] = []
    own: tuple[str, ...] = ()

    @property
    def standing(self) -> Standing:
        record = self.version.record
        above = [record.transcript, record.hearing] if isinstance(record, Turn) else [record.hearing]
        if any(one.is_withdrawn for one in (record, *above)):
            return "withdrawn"
        return "current" if self.version.pk == record.current_id else "corrected"


@dataclass(frozen=True)
class Match:
    """A version in which the words stand, or nearly, or whose address was pasted; and how it stands today."""

    version: Version
    wording: Wording
    standing: Standing
    difference: list[list[Piece]] = field(default_factory=list)  # from what was pasted to the record
    own: tuple[str, ...] = ()  # edits that have no place of their own in the difference
    since: list[Piece] = field(default_factory=list)  # from this version to the current one
    corrections: list[Correction] = field(default_factory=list)  # since this version, latest first

    @property
    def record(self) -> Publishable:
        return self.version.record

    @property
    def sentence(self) -> str:
        return _SENTENCES[self.wording, self.standing]


@dataclass(frozen=True)
class CheckResult:
    """What came out. Where `problem` has a sentence, nothing was checked: it says why and what to do."""

    text: str
    matches: list[Match] = field(default_factory=list)
    problem: str = ""
    is_address: bool = False
    is_sealed: bool = False

    @property
    def sentence(self) -> str:
        if self.problem or self.matches:
            return self.problem or self.matches[0].sentence
        if self.is_sealed:
            return SEALED
        if self.is_address:
            return "Nothing that can be read stands at this address. Is it whole?"
        return (
            "No published quotation or turn has these words, or nearly these. They may have been said all the same: "
            "the record holds only what was published here."
        )

    @property
    def outcome(self) -> Outcome:
        if self.problem:
            return "not_checked"
        if not self.matches:
            return "sealed" if self.is_sealed else "not_found"
        best = self.matches[0]
        if best.standing == "withdrawn":
            return "withdrawn"
        if best.wording in ("differs", "capitals"):
            return "differs"
        if best.standing == "corrected":
            return "corrected"
        return "edited" if best.wording == "edited" else "exact"


def check(text: str) -> CheckResult:
    """Hold `text`, the words of a quotation or an address of a quotation or turn, against what was published.

    Words that stand in several records give several matches, the best first: current before corrected before
    withdrawn. Where they stand nowhere, the records that have nearly these words are given with the difference.
    Drafts, scheduled and sealed words are never found.
    """
    pasted = bare(text)
    if len(pasted) > LONGEST:
        return CheckResult(text, problem=f"That is too long. Check at most {LONGEST:,} characters at a time.")
    web = _WEB.fullmatch(pasted)
    if web and (web["scheme"] or web["host"] == _host() or (not web["host"] and _RECORD.search(pasted))):
        return _check_address(text, web)
    ways = readings(pasted)
    if sum(way.count for way in ways[-1:]) < FEWEST:
        sentence = f"Paste at least {FEWEST} words, or the address of a quotation: fewer stand in too many places."
        return CheckResult(text, problem=sentence)
    if len(ways[-1].edits) > MOST_EDITS:
        return CheckResult(text, problem=f"More than {MOST_EDITS} omissions and brackets. Check one part at a time.")
    exact = [found for way in ways for found in _exact(way)]
    if any(found.wording != "capitals" for found in exact):
        exact = [found for found in exact if found.wording != "capitals"]
    exact.sort(key=lambda found: (found.wording != "exact", -found.version.number))
    best = sorted(_first_of_each(exact), key=lambda found: (RANKS.index(found.standing), found.version.kind))
    return CheckResult(text, [_match(found) for found in (best or _near(ways[-1]))[:MOST_SHOWN]])


def _host() -> str:
    return urlsplit(settings.SITE_URL).netloc


def _check_address(text: str, web: re.Match) -> CheckResult:
    """How the record or version at an address of ours stands now; fragments of longer pages lead to records too."""
    named = _RECORD.search(web[0])
    if not named or web["host"] not in ("", _host()):
        sentence = (
            "Paste the address of a quotation or of a turn of a transcript on this site, or the words themselves."
        )
        return CheckResult(text, problem=sentence)
    path, fragment, public_id, number = named.groups()
    model = Quote if (path or fragment) == "q" else Turn
    record = model.objects.readable().filter(public_id=public_id).first()
    version = None
    if record and int(number or 0) <= record.current.number:
        wanted = {"number": number} if number else {"pk": record.current_id}
        version = record.versions.select_related(*OF_A_VERSION).filter(**wanted).first()
    found = [_match(Found(version, "address"))] if version else []
    sealed = not record and is_part_of_sealed(f"/{path or fragment}/{public_id}/")
    return CheckResult(text, found, is_address=True, is_sealed=sealed)


def _exact(way: Pasted) -> Iterator[Found]:
    """Every version in which the words stand as they are read, or do but for capitals."""
    looked_up, bare_way = phrases(way, LOOKED_UP), way.without_case()
    for version in candidates(looked_up, all_of_them=True, limit=MOST_EXACT) if looked_up else []:
        text, words = version.text, words_of(version.text)
        if spans := stand(way, words):
            difference = [edits_shown(way, spans, text)] if way.edits else []
            yield Found(version, "edited" if way.is_edited else "exact", difference, way.glued)
        elif spans := stand(bare_way, words.without_case()):
            pairs = zip(way.runs, spans, strict=True)
            difference = [compare(run.text, text[start:end]) for run, (start, end) in pairs]
            yield Found(version, "capitals", difference, (*way.glued, *way.edits))


def _near(way: Pasted) -> list[Found]:
    """The versions that have most of the words in their order, the nearest first, one of each record, at most three."""
    words = sum(len(run.words) for run in way.runs)
    looked_up = phrases(way, NEARBY, 2) if words >= NEARLY else []
    if all(len(word) <= SHORT for phrase in looked_up for word in phrase):
        looked_up = looked_up[:NEARBY_COMMON]
    parts, rated = chunks(way), []
    for version in candidates(looked_up, all_of_them=False, limit=MOST_NEAR) if looked_up else []:
        _, places = Haystack([lower(version.text)]).find(lower("\n\n".join(parts)))
        same = sum(_same(part, version.text, place) for part, place in zip(parts, places, strict=True))
        if same >= ENOUGH * sum(map(len, parts)):
            rated.append((same, Found(version, "differs"), places))
    rated.sort(key=lambda one: (-one[0], RANKS.index(one[1].standing), -one[1].version.pk))
    places_of = {found.version.pk: places for _, found, places in rated}
    best = _first_of_each([found for _, found, _ in rated])[:3]
    return [found._replace(difference=_difference(parts, found, places_of[found.version.pk])) for found in best]


def _same(part: str, text: str, place: Place | None) -> int:
    """How many characters of the part stand in the record."""
    pieces = compare(lower(part), lower(text[place.start : place.end])) if place else []
    return sum(len(piece.text) for piece in pieces if piece.kind == "same")


def _difference(parts: list[str], found: Found, places: list[Place | None]) -> list[list[Piece]]:
    """For each part what leads from it to the passage of the record that is nearest to it."""
    text = found.version.text
    return [
        compare_nearest(part, text, place.start, place.end) if place else compare(part, "")
        for part, place in zip(parts, places, strict=True)
    ]


def _first_of_each(found: list[Found]) -> list[Found]:
    """The first of each record."""
    firsts: dict[str, Found] = {}
    for one in found:
        firsts.setdefault(one.version.record.public_id, one)
    return list(firsts.values())


def _match(found: Found) -> Match:
    """What was found, with what became of it since."""
    version, record = found.version, found.version.record
    if found.standing == "current":
        return Match(version, found.wording, "current", found.difference, found.own)
    since = word_diff(version.text, record.current.text) if version.pk != record.current_id else []
    corrections = list(record.corrections.filter(from_version__number__gte=version.number).shown())
    return Match(version, found.wording, found.standing, found.difference, found.own, since, corrections)
