"""Titles as lists of witnesses write them: without the notes, the places and the words around the office."""

import re

from hearings.importing.releases.people.asides import without_asides
from hearings.importing.releases.people.callings import names_role
from hearings.importing.releases.people.titles import DEGREES
from hearings.importing.texts.lexicon import ORG_WORDS, PLACE_WORDS, word_set

_BRACKET = re.compile(r"[\s,]{0,9}[(\[]([^()\[\]\n]{2,160})[)\]]\s{0,3}$")
_NOTE = re.compile(
    r"(?:invited|confirmed|unconfirmed|not\s(?:yet\s)?confirmed|tentative|to\sbe\s(?:confirmed|announced)|tbc|tba|tbd"
    r"|accompanied|testif\w+|appearing|participating|speaking|via|by\s(?:video|telephone|phone|webex|zoom)|through|virtual\w{0,2}|remote\w{0,2}|in\sperson"
    r"|minority|majority|democratic|republican|bio\b|biography|testimony|written|statement|pdf|invitad[oa]|por\s(?:video|teléfono)|acompañad[oa])\b",
    re.IGNORECASE,
)
_TAIL_NOTE = re.compile(
    r"(?:\s?[,;]\s|\s{1,9}[-–—]{1,2}\s{1,9}|\s{2,9})(?:accompanied\sby\b.{0,200}|(?:invited|via\s\w+|by\s(?:video|telephone|phone)\w{0,10}|virtual|remotely|minority\switness|majority\switness))$",
    re.IGNORECASE,
)
_ACCOMPANIED = re.compile(r"[\s,;(–—-]{1,9}(?:accompanied\sby|acompañad[oa]\s(?:por|de))\b.{0,300}$", re.IGNORECASE)
_WHO_IS = re.compile(
    r"(?:,\s|^)(?:who|quien|whom)\s(?:(?:is|was|has\sbeen|also)\s)?(?:(?:now|currently|also|today|presently)\s){0,2}(?:serv(?:es|ed|ing)\sas\s|es\s|(?<=is\s)|(?<=was\s)|(?<=been\s)|(?<=now\s))(?:the|an?|our|el|la|un|una)?\s?(?=\S)(?!(?:(?!acting|commanding|presiding|managing|founding)[a-z]{2,12}ing)\s)"
)
_WHO_ELSE = re.compile(
    r"(?:^|,?\s)(?:and\s)?(?:who|whose|whom|quien|(?:both|all|each|one|most)\sof\swhom)\s.*$", re.DOTALL
)
_WHEN = re.compile(
    r",?\s(?:(?:from|between|since|until|in)\s(?:19|20)\d\d\b|under\s(?:two|three|four|both|several|Presidents?)\b|for\s(?:more|over|nearly|almost)\b).*$"
)
_OF_HOME = re.compile(r"^(?:of|from)\s[^,\n]{2,40},\s(?=(?:nominee\s)?to\sbe\b)")
_PIECES = re.compile(r"\s?\t\s{0,40}|[\s\u00a0]{2,60}|\s{1,9}[-–—|]{1,3}\s{1,9}|\s?[—|]\s?")
_SUBUNIT = re.compile(
    r"(?:Department|School|College|Division|Bureau|Program|Institute|Faculty|Laboratory|Center|Centre|Office|Section|Committee|University)\sof\b"
)
_PLACE = re.compile(r"[A-ZÁÉÍÓÚÑŁŚŽČŠ][^\W\d_A-Z’'][\w.-]{0,20}(?:\s(?:de\s)?[A-ZÁÉÍÓÚÑŁŚŽČŠ][^\W\d_A-Z][\w.-]{0,20})?")
_STATE = re.compile(
    r"(?:[A-Z]{2}|La|Pa|Va|Ga|Md|Ky|Mo|Vt|Fla|Tex|Ill|Ind|Mich|Minn|Mass|Conn|Calif|Wis|Wash|Ore|Okla|Ariz|Ark|Ala|Tenn|Kan|Neb|Nev|[A-Z]\.\s?[A-Z]\.?|(?!(?:Inc|Co|Corp|Ltd|Jr|Sr)\.)[A-Z][a-z]{2,5}\.)"
)
_LOCAL = re.compile(
    r"\b(?:mayor|sheriff|governor|council\w{0,6}|commissioner|chief|supervisor|judge|clerk|treasurer|superintendent|manager"
    r"|attorney|trustee|selectman|alcalde(?:sa)?|gobernadora?)\b",
    re.IGNORECASE,
)
_BODY = word_set("""
    inc llc company co corp corporation enterprises farms farm ranch industries systems partners group solutions
    technologies labs clinic hospital recovery archive files tribes tribe nation guild growers
    """) | (ORG_WORDS - {"fort", "house", "force", "show", "today"})


_HOUSES = word_set("""
    university universidad institute instituto college colegio school hospital center centre foundation
    fundación commission archive archives clinic association asociación alliance federation federación union
    league society council centro museum library church iglesia observer coalition board guild committee
    parliament tribe tribes bureau court network
    """)


def without_notes(words: str) -> str:
    """A line of a list without what it notes behind: `(invited)`, `(accompanied by X)`, the place in brackets."""
    for _ in range(3):
        bracket = _BRACKET.search(words)
        if not bracket or not (_NOTE.match(bracket.group(1)) or _is_place(bracket.group(1))):
            break
        words = words[: bracket.start()]
    return _TAIL_NOTE.sub("", _ACCOMPANIED.sub("", words)).strip()


def tidy_title(rest: str, office: str = "") -> str:
    """What stands behind a name as the title, the pieces divided by commas; `office` stood before the name."""
    bracket = re.fullmatch(r"\s?\(([^()]{3,160})\)\s{0,9}", rest)
    words = bracket.group(1) if bracket else rest
    words = re.sub(r"^\s(?:of|from|with|at)\s(?:the\s)?", "", words).strip(" \t\u00a0,:;–—-|")
    words = without_asides(words)
    words = _OF_HOME.sub("", words)
    pieces = [piece.strip(" ,;") for piece in _PIECES.split(words)]
    words = ", ".join(filter(None, pieces))
    words = _WHO_ELSE.sub("", _WHO_IS.sub(", ", words)).strip(" ,")
    words = _WHEN.sub("", words)
    words = without_place(DEGREES.sub("", words).lstrip("-–— "))
    if office and not names_role(words.split(",")[0]):
        return ", ".join(filter(None, (office, words)))
    return words


def without_place(title: str) -> str:
    """A title without the town behind the body: `Professor, Rope University, Sampleton`."""
    pieces = title.split(", ")
    for count in (2, 1):
        kept, tail = pieces[:-count], pieces[-count:]
        if kept and _is_town(tail, kept) and (_ends_with_body(kept) or (count == 2 and not _of_a_place(kept))):
            return ", ".join(kept)
    return title


def _of_a_place(kept: list[str]) -> bool:
    """Whether words name an office that only the place completes: `Mayor`, `Chief of Police`."""
    return len(kept) == 1 and bool(_LOCAL.search(kept[0])) and not _has_body(kept[0].removesuffix("Police"))


def _is_town(tail: list[str], kept: list[str]) -> bool:
    if not all(_PLACE.fullmatch(one) and not names_role(one) and not _has_body(one) for one in tail[:1]):
        return False
    if len(tail) == 1 or _STATE.fullmatch(tail[1]) or _in_places(tail[1]):
        return True
    return _ends_with_body(kept) and _is_town(tail[1:], kept)


def _ends_with_body(kept: list[str]) -> bool:
    """Whether the words before a place name a body of their own, no part of one that the place could complete."""
    last = kept[-1]
    if _SUBUNIT.search(last) or not {word.strip(".,’'").casefold() for word in re.split(r"[\s-]", last)} & _HOUSES:
        return False
    return len(kept) > 1 or bool(re.search(r"\s(?:of|at|for|with|del|de\sla|de)\s(?:the\s)?[A-Z]", last))


def _has_body(words: str) -> bool:
    return any(word.strip(".,’'").casefold() in _BODY for word in re.split(r"[\s-]", words))


def _in_places(words: str) -> bool:
    return all(
        word.strip(".").casefold() in PLACE_WORDS | {"new", "rhode", "georgia", "nuevo", "méxico"}
        for word in words.split()
    )


def _is_place(words: str) -> bool:
    """Whether words in brackets only say where: `Atlanta, GA`, `Peshawar`, `Sampleton, West Virginia`."""
    first, _, state = words.partition(", ")
    town = _PLACE.fullmatch(first) and not names_role(first) and not _has_body(first) and first.split()[0] != "Ret."
    return bool(town and (not state or _STATE.fullmatch(state) or _in_places(state)))
