"""What the parts of a person's name are, and when two written names may be one person."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words("""
    af al av ben bin bint da das de degli dei del della den der di dos du el ibn la las le los san st ten ter
    van von zu zum zur
    """)
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "2nd", "3rd"})
DEGREES = _words("""
    phd md jd esq dds dvm rn mph mba dphil edd llm lld do cpa usn usa usaf usmc ret mp
    """)
_HONORIFICS = (
    "the right honorable|the right honourable|the honorable|the honourable|honorable|honourable|hon|"
    "attorney general|lieutenant general|lieutenant colonel|lieutenant governor|major general|"
    "brigadier general|rear admiral|vice admiral|master sergeant|staff sergeant|"
    "lt gen|maj gen|brig gen|lt col|lt gov|under secretary|vice chairman|vice chairwoman|vice chair|"
    "ambassador|amb|representatives|representative|reps|rep|senators|senator|sens|sen|congressman|"
    "congresswoman|congressmen|congresswomen|congressmember|delegate|governor|gov|mayor|judge|justice|doctor|dr|mr|mrs|ms|miss|mx|"
    "professor|prof|general|gen|admiral|adm|colonel|col|captain|capt|commander|cmdr|major|maj|"
    "lieutenant|lt|sergeant|sgt|reverend|rev|father|sister|bishop|archbishop|cardinal|rabbi|imam|sheikh|"
    "sir|dame|lord|lady|chairman|chairwoman|chair|secretary|commissioner"
)
_HONORIFIC = re.compile(r"\s*(?:U\.\s?S\.\s+)?(?:" + _HONORIFICS.replace(" ", r"\.?\s+") + r")\b\.?\s+", re.IGNORECASE)
_PLAIN_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_QUOTES = '“”"„«»'
_NICKNAMES = [
    "abigail abby", "abraham abe", "alan al", "albert al bert", "alexander alex sandy", "alexandra alex sandra",
    "alfred al fred", "amanda mandy", "andrew andy drew", "angela angie", "anthony tony", "arthur art",
    "barbara barb", "benjamin ben", "bernard bernie", "bradley brad", "catherine cathy kate katie cat",
    "charles charlie chuck", "christina chris tina", "christine chris tina", "christopher chris", "clifford cliff",
    "cynthia cindy", "daniel dan danny", "david dave", "deborah deb debbie", "dennis denny", "donald don donnie",
    "dorothy dot dottie", "douglas doug", "edward ed eddie ted ned", "elizabeth liz beth betty eliza lizzie betsy",
    "eugene gene", "frances fran", "francis frank fran", "franklin frank", "frederick fred freddie", "gabriel gabe",
    "gerald gerry jerry", "gregory greg", "harold hal harry", "henry hank harry", "herbert herb", "jacob jake",
    "jacqueline jackie", "james jim jimmy jamie", "janet jan", "jeffrey jeff", "jennifer jen jenny",
    "jerome jerry", "jessica jess", "john jack johnny", "jonathan jon", "joseph joe joey", "joshua josh",
    "judith judy", "katherine kathy kate katie kathie", "kathleen kathy", "kenneth ken kenny", "kimberly kim",
    "lawrence larry", "leonard len lenny", "louis lou", "margaret maggie meg peg peggy", "martin marty",
    "matthew matt", "maxwell max", "melissa missy", "michael mike mick", "mitchell mitch", "nancy nan",
    "nathaniel nate nathan", "nicholas nick", "norman norm", "pamela pam", "patricia pat patty trish",
    "patrick pat", "peter pete", "philip phil", "phillip phil", "raymond ray", "rebecca becky",
    "richard rich rick dick ricky", "robert bob rob bobby robbie bert", "ronald ron ronnie", "rudolph rudy",
    "russell russ", "samuel sam", "samantha sam", "stanley stan", "stephen steve", "steven steve",
    "susan sue susie", "theodore ted theo teddy", "thomas tom tommy", "timothy tim", "valerie val",
    "victoria vicky", "vincent vince", "virginia ginny", "walter walt", "wesley wes",
    "william bill will billy liam", "zachary zach",
]  # fmt: skip
GIVEN_NAMES = frozenset(word for line in _NICKNAMES for word in line.split())
_NICK: dict[str, set[str]] = {}
for _line in _NICKNAMES:
    _formal, *_short = _line.split()
    for _one in _short:
        _NICK.setdefault(_one, set()).add(_formal)


@dataclass(frozen=True)
class Name:
    """One person's name in parts; `given` and `suffix` are empty where the name has none."""

    given: str
    family: str
    suffix: str = ""


def split_honorific(text: str) -> tuple[str, str]:
    """Split the forms of address before a name off it: `Hon. Dr. Alba Sample` -> (`Hon. Dr.`, `Alba Sample`).

    The honorific is empty where there is none, or where nothing would be left to be the name.
    """
    text = text.strip()
    end = 0
    while match := _HONORIFIC.match(text, end):
        if match.end() >= len(text):
            break
        end = match.end()
    return text[:end].strip(), text[end:].strip()


def split_name(full: str) -> Name:
    """Split a full name without honorific into given names, family name and suffix.

    The family name is the last word with the particles before it (`van der Sample`); nothing else is guessed.
    `Sample, Alba` is read surname first. Suffixes are generations and degrees (`Jr.`, `III`, `Ph.D.`).
    """
    pieces = [piece.strip() for piece in full.split(",") if piece.strip()]
    suffixes: list[str] = []
    while len(pieces) > 1 and all(_is_suffix(word) for word in pieces[-1].split()):
        suffixes.insert(0, pieces.pop())
    if len(pieces) == 2:
        return Name(pieces[1], pieces[0], ", ".join(suffixes))
    words = " ".join(pieces).split()
    while len(words) > 1 and _is_suffix(words[-1]) and _key(words[-1]) != "v":
        suffixes.insert(0, words.pop())
    at = _family_start(words)
    return Name(" ".join(words[:at]), " ".join(words[at:]), ", ".join(suffixes))


def name_key(full: str) -> str:
    """The name as compared: case and accents folded, hyphens, dots, commas, quotes and doubled spaces gone."""
    folded = unicodedata.normalize("NFKD", _folded(full)).translate(_PLAIN_LETTERS)
    kept = []
    for char in folded:
        category = unicodedata.category(char)
        if category == "Mn" or category == "Cf" or char in "'’‘ʻʼ`´" or char in _QUOTES:
            continue
        kept.append(char if char.isalnum() else " ")
    return " ".join("".join(kept).split())


def compare(a: str, b: str) -> Literal["same", "possible"] | None:
    """Say whether two written names are the same name, may be one person's, or cannot be.

    "same" only where the names agree in every letter after `name_key` (honorifics and degrees aside). Initials, missing
    middle names, nicknames, a missing Jr., a bare surname and a changed order of words are "possible".
    """
    left, right = _bare(a), _bare(b)
    if not left.family or not right.family:
        return None
    if _whole(left) == _whole(right):
        return "same"
    if left.suffix and right.suffix and left.suffix != right.suffix:
        return None
    if sorted(f"{left.given} {left.family}".split()) == sorted(f"{right.given} {right.family}".split()):
        return "possible"
    if not _families_meet(left.family, right.family):
        return None
    return "possible" if _givens_meet(left.given.split(), right.given.split()) else None


def _folded(full: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", full).casefold()).casefold()


def _key(word: str) -> str:
    return word.casefold().replace(".", "").strip("(), ")


def _is_suffix(word: str) -> bool:
    key = _key(word)
    return key in GENERATIONS or (key in DEGREES and not word.islower())


def _family_start(words: list[str]) -> int:
    at = max(len(words) - 1, 0)
    while at > 0 and _key(words[at - 1]) in PARTICLES and (at > 1 or words[at - 1].islower()):
        at -= 1
    if at > 1 and words[at - 1] in ("y", "e"):
        at -= 2
    return at


@lru_cache(maxsize=8192)
def _bare(full: str) -> Name:
    name = split_name(split_honorific(full)[1])
    generations = " ".join(key for key in map(_key, name.suffix.split()) if key in GENERATIONS)
    return Name(name_key(name.given), name_key(name.family), generations)


def _whole(name: Name) -> str:
    return f"{name.given} {name.family} {name.suffix}".strip()


def _families_meet(left: str, right: str) -> bool:
    if left == right or left.replace(" ", "") == right.replace(" ", ""):
        return True
    short, long = sorted((left.split(), right.split()), key=len)
    return len(short) < len(long) and (long[: len(short)] == short or long[-len(short) :] == short)


def _givens_meet(left: list[str], right: list[str]) -> bool:
    if not left or not right:
        return True
    if _words_meet(left[0], right[0]):
        return all(_words_meet(one, other) for one, other in zip(left[1:], right[1:], strict=False))
    short, long = sorted((left, right), key=len)
    return len(short) < len(long) and all(word in long for word in short)


def _words_meet(one: str, other: str) -> bool:
    if one == other or (len(one) == 1 and other[0] == one) or (len(other) == 1 and one[0] == other):
        return True
    return bool(({one} | _NICK.get(one, set())) & ({other} | _NICK.get(other, set())))
