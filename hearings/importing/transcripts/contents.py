"""Whom the contents of a volume list: witnesses, whom they bring, members, in every form of the list."""

import re
from dataclasses import replace

from hearings.importing.texts.lexicon import ORG_WORDS, TITLE_WORDS
from hearings.importing.transcripts.labels import STATES
from hearings.importing.transcripts.lines import unwrap
from hearings.importing.transcripts.names import split_person
from hearings.importing.transcripts.roster import ACCOMPANIED, Listed, read_person

_CONTENTS = re.compile(r"\s*(?:T ?A ?B ?L ?E\s+O ?F\s+)?C ?O ?N ?T ?E ?N ?T ?S\s*$", re.I)
_NUMBER = re.compile(r"(?:\d{1,4}(?:, ?\d{1,4})*|\*)$")  # `*` where words stand on several pages
_WITNESSES = re.compile(
    r"(?:(?:chronological |alphabetical )?list of )?(?:panel of )?witness(?:es)?\b(?! responses)|"
    r"panelists?(?:' | )?(?:testimony|statements)?$|statements? of (?:administration |public |other )?"
    r"witness(?:es)?|testimony(?: of)?:?$|witness statements|panel (?:\d|[IVX]+|one|two|three|four)\b",
    re.I,
)
_OTHERS = re.compile(
    r"appendix|a p p e n|letters?, statements|additional (?:material|information|submissions)|"
    r"(?:prepared |written |opening |members?.? )+statements?\b|"
    r"submissions?|material|documents? submitted|questions?|supplement(?:al|ary) material|for the (?:hearing )?record|"
    r"statements? (?:presented by|of) members|members\b|"
    r"statements? (?:submitted )?for the record|(?:other )?statements?\b|responses|bills?:|correspondence|"
    r"communications|reports?:|also\b|"
    r"statement presented",
    re.I,
)
_TAKE_PART = re.compile(
    r"(?:other |roundtable |forum )?participants?|discussants?|(?P<staff>(?:committee )?staff)", re.I
)
_STATEMENT_OF = re.compile(r"(?:statements?|testimony) of$", re.I)
_HALF = re.compile(r"(?:,|\b(?:prepared|written|opening|closing|joint|oral))$", re.I)  # the entry goes on below
_STATED = re.compile(r"(?:oral )?(?:statement|testimony) of (?:by )?(?=[A-Z])", re.I)
_COUPLE = re.compile(
    r"([A-Z][\w'’-]+), ((?:[A-Z][\w.'’-]* ?){1,3}(?:, (?:Jr|Sr)\.)?),? and "
    r"(?P<second>(?:[A-Z][a-z]+|[A-Z]\.)(?: [A-Z][\w.'’-]*){0,2}), (.+)"
)
_ALPHABETICAL = re.compile(r"alphabetical list", re.I)
_PART = re.compile(
    r"(?:oral |prepared |written |opening |joint |additional |supplemental |summary |submitted |(?:pre|post)-?hearing "
    r")*(?:statement|testimony|response|remarks|letter|answers?|questions?|"
    r"report|article|biograph\w+|financial disclosure|attachments?|internet address|supplement|"
    r"addendum|material|slides|exhibit)s?\b",
    re.I,
)
_OFFICE = re.compile(r"(?:Chief|General|Professor|Sheriff|Secretary|Chair\w*|Commissioner|Governor|Mayor|Judge)$", re.I)
_ROLE_WORDS = (
    TITLE_WORDS | ORG_WORDS | {"member", "owner", "partner", "scholar", "resident", "attorney", "counsel", "national"}
)


def contents_span(lines: list[str]) -> tuple[int, int]:
    """Line indexes of the table of contents, from its heading to its last page number; (0, 0) where none is."""
    start = next((number for number, line in enumerate(lines[:2500]) if _CONTENTS.match(line)), None)
    if start is None:
        return 0, 0
    last = start
    for number in range(start, min(start + 1500, len(lines))):
        if _cut_leader(lines[number])[1]:
            last = number
        elif number - last > 40:
            break
    return start, last + 1


def read_witnesses(lines: list[str]) -> tuple[list[Listed], bool]:
    """People listed in the contents, and whether a heading says that they are witnesses.

    Members of Congress come as `member`; in a list without such a heading everybody else comes as `named`.
    """
    found: list[Listed] = []
    parts: dict[int, str] = {}
    section, explicit = "", False
    level = 0
    for entry, listed, base in _entries(lines):
        words = entry.strip(" :-")
        below = section == "witness" and found and level < base < level + 10 and _PART.match(words)
        if re.match(r"hearings? (?:held|dates?)\b", words, re.I):
            continue
        if _ALPHABETICAL.match(words):
            section = "again"
        elif not listed and _WITNESSES.match(words):
            section, explicit = "witness", True
        elif not listed and _STATEMENT_OF.match(words):
            section = ""
        elif not listed and (takes_part := _TAKE_PART.fullmatch(words)):
            section = "staff" if takes_part.group("staff") else ""
        elif not listed and not explicit and words.casefold() == "statements":
            section = ""  # one list of members and witnesses
        elif (not listed or words.endswith(" by")) and not below and _OTHERS.match(words) and len(words) < 120:
            section = "other"
        elif section in ("", "witness") and listed and (stated := _STATED.match(words)):
            found += map(_testifies, _listed(words[stated.end() :], "named"))
        elif _PART.match(words) or section == "again":
            parts[len(found)] = f"{parts.get(len(found), '')} {words}"
        elif section == "witness" or (section in ("", "staff") and listed):
            level = base
            found += _listed(words, section or "named")
        elif section == "other" and listed:
            found += [one for one in _listed(words, "mentioned") if one.kind == "member" or one.honorific]
    return _only_written(found, parts), explicit


def _only_written(found: list[Listed], parts: dict[int, str]) -> list[Listed]:
    """The people listed; who has a prepared statement alone, where others have oral testimony too, is no witness.

    `parts` has what is listed below a person, by how many people came before it.
    """
    oral = {number for number, words in parts.items() if re.search(r"\boral\b", words, re.I)}
    written = {n for n, words in parts.items() if re.search(r"\b(?:prepared|written)\b", words, re.I)} - oral
    return [
        replace(one, kind="named") if oral and number in written and one.kind == "witness" else one
        for number, one in enumerate(found, start=1)
    ]


def _entries(lines: list[str]) -> list[tuple[str, bool, int]]:
    """Entries of the contents: the words, whether a page number or a colon closed them, and how far they are set in."""
    found: list[tuple[str, bool, int]] = []
    held: list[str] = []
    base = 0

    def close(listed: bool) -> None:
        if held:
            found.append((unwrap(held), listed, base))
            held.clear()

    for line in lines:
        words = line.strip()
        indent = len(line) - len(line.lstrip())
        if not words or words == "Page" or re.match(r"[-_=]{3,}$", words):
            close(bool(held) and base < 10 and len(held) > 1)
            continue
        if held and (indent <= base or (_PART.match(words) and not _HALF.search(held[-1]))):
            close(base < 10)
        if not held:
            base = indent
        kept, numbered = _cut_leader(words)
        held.append(kept)
        if numbered:
            close(True)
        elif indent > 12 or words.endswith(":"):
            close(words.endswith(":") and "," in unwrap(held))
    close(False)
    return found


def _cut_leader(line: str) -> tuple[str, bool]:
    """A line of the contents without its dots and page number, and whether it had any."""
    number = _NUMBER.search(line)
    words = line[: number.start()] if number else line
    kept = words.rstrip(" ")
    gap = len(words) - len(kept)
    if not (kept.endswith("...") or (number and (kept.endswith("..") or gap > 1 or (gap and kept.endswith("."))))):
        return line, False
    kept = kept.rstrip(". ")
    return (f"{kept}." if re.search(r"\b(?:Inc|Corp|Co|Ltd|Jr|Sr|St|[A-Z])$", kept) else kept), True


def _listed(entry: str, kind: str) -> list[Listed]:
    if "prepared statement" in entry.lower():
        entry = re.sub(r",? *prepared statements?(?: (?:of|by))?.*", "", entry, flags=re.I)
        kind = "named" if kind == "witness" else "mentioned"
    entry = re.sub(r"``([^`',]+),?''", r'"\1"', entry)
    main, *company = ACCOMPANIED.split(entry, maxsplit=1)
    speaker = _of_organization(main, kind)
    if speaker:
        return [speaker]
    pieces = re.split(r";\s+(?:and\s+)?", _couple(main))
    first = read_person(pieces[0], kind, surname_first=_surname_first(pieces[0]))
    found = [first] if first else []
    for piece in pieces[1:]:
        other = read_person(piece, kind, surname_first=_surname_first(piece)) if first else None
        if other:
            found.append(other)
        elif found and found[-1].title and piece[:1].islower():
            found[-1] = replace(found[-1], title=f"{found[-1].title}; {piece.strip()}")
    for piece in re.split(r";\s*(?:and\s+)?|,\s+and\s+(?=[A-Z])", company[0]) if company else []:
        other = read_person(piece, "accompanying", surname_first=False)
        found += [other] if other else []
    return found


def _couple(entry: str) -> str:
    """`Surname, A., and B., Town` as two people, as the two of one surname are listed who come together."""
    match = _COUPLE.match(entry)
    if not match or {word.casefold().strip(".") for word in match.group("second").split()} & _ROLE_WORDS:
        return entry
    family, first, second, rest = match.groups()
    return f"{family}, {first}, {rest}; {family}, {second}, {rest}"


def _testifies(one: Listed) -> Listed:
    """Whose `Statement of NAME, TITLE` is listed is a witness, unless it is a member's, or anybody's without office."""
    office = one.title and not re.match(r"Senator|Rep|Congress|Hon", one.honorific or "", re.I)
    return replace(one, kind="witness") if one.kind == "named" and office else one


def _of_organization(entry: str, kind: str) -> Listed | None:
    """The person of an entry that begins with the organization: `Council of Lamps, Inc., Ida Sample, Director`."""
    pieces = [piece.strip() for piece in entry.split(",")]
    used = 0
    while used < len(pieces) and _organization(pieces[used], pieces[used + 1 : used + 2]):
        used += 1
    named = split_person(pieces[used])[1].split() if 0 < used < len(pieces) else []
    if not 2 <= len(named) <= 5 or not all(word[0].isupper() for word in named) or _PART.match(pieces[used]):
        return None
    one = read_person(", ".join(pieces[used:]), kind, surname_first=False)
    office = {word.casefold().strip(".") for word in named} & (_ROLE_WORDS | {"city"})
    place = any(re.match(r"[A-Z]{2}$|D\.?C", piece) or piece.casefold() in STATES for piece in pieces[used : used + 2])
    if one is None or office or place:
        return None
    return replace(one, title=", ".join(filter(None, [one.title, *pieces[:used]])))


def _organization(piece: str, after: list[str]) -> bool:
    words = {word.casefold().strip(".") for word in piece.split()}
    if re.match(r"(?:Inc|LLC|LLP|Ltd|Corp|Co|PLC|P\.?C)\b\.?$", piece) or piece.startswith("and "):
        return True
    incorporated = bool(after) and bool(re.match(r"(?:Inc|LLC|LLP|Ltd|Corp)\b", after[0]))
    return len(words) > 1 and (incorporated or bool(words & ORG_WORDS)) and piece[0].isupper()


def _surname_first(entry: str) -> bool:
    pieces = [piece.strip() for piece in entry.split(",")]
    if len(pieces) < 2 or not pieces[1]:
        return False
    first, second = pieces[0].split(), split_person(pieces[1])
    given = second[1].split()
    bare = {word.casefold().strip(".") for word in given}
    addressed = second[0] and (len(first) == 1 or not _OFFICE.match(second[0])) and not bare & _ROLE_WORDS
    if addressed and len(first) <= 3 and not split_person(pieces[0])[0]:
        return True
    if (
        not given
        or len(given) > 4
        or bare & _ROLE_WORDS
        or not all(word[0].isupper() or word[0] in "\"'`(" for word in given)
    ):
        return False
    if re.match(r"(?:Jr|Sr|II|III|IV|Ph\.? ?D|M\.?D|J\.D|Esq|R\.N|C\.P\.A|D\.)", pieces[1]):
        return False
    return len(first) == 1 or (
        len(first) == 2 and len(pieces) > 2 and first[0].casefold() in {"van", "de", "von", "del", "la", "st.", "el"}
    )
