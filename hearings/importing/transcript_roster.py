"""Who a volume lists: members on its first pages, witnesses in its contents, people under statement headings."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hearings.importing.lexicon import ORG_WORDS, TITLE_WORDS
from hearings.importing.transcript_labels import STATES
from hearings.importing.transcript_lines import unwrap
from hearings.importing.transcript_names import lower_name, split_person
from hearings.importing.transcript_reading import Testifier

_CONTENTS = re.compile(r"\s*(?:T ?A ?B ?L ?E\s+O ?F\s+)?C ?O ?N ?T ?E ?N ?T ?S\s*$", re.I)
_NUMBER = re.compile(r"\d{1,4}$")
_WITNESSES = re.compile(
    r"(?:(?:chronological |alphabetical )?list of )?(?:panel of )?witness(?:es)?\b(?! responses)|"
    r"statements? of (?:administration |public |other )?"
    r"witness(?:es)?|testimony(?: of)?:?$|witness statements|panel (?:\d|[IVX]+|one|two|three|four)\b",
    re.I,
)
_OTHERS = re.compile(
    r"appendix|a p p e n|letters?, statements|additional (?:material|information|submissions)|"
    r"(?:prepared |written |opening |members?.? )+statements?\b|"
    r"submissions?|material|documents? submitted|questions?|for the (?:hearing )?record|"
    r"statements? (?:presented by|of) members|members\b|"
    r"statements? (?:submitted )?for the record|(?:other )?statements?\b|responses|bills?:|correspondence|"
    r"communications|reports?:|also\b|"
    r"statement presented",
    re.I,
)
_STATEMENT_OF = re.compile(r"(?:statements?|testimony) of$", re.I)
_ALPHABETICAL = re.compile(r"alphabetical list", re.I)
_PART = re.compile(
    r"(?:oral |prepared |written |opening |joint |additional |supplemental |summary )*(?:statement|"
    r"testimony|response|remarks|letter|answers?|questions?|"
    r"report|article|biograph\w+|financial disclosure|attachments?|internet address|supplement|addendum|material|slides|exhibit)s?\b",
    re.I,
)
_MEMBER = re.compile(
    r"\b(?:a|an)? ?(?:U\.? ?S\.? |United States )?(?:Representative|Senator|Delegate|"
    r"Resident Commissioner|Member)s? (?:in|to|of) (?:the )?(?:U\.? ?S\.? )?Congress|"
    r"\bU\.? ?S\.? Senator|United States Senator|\bRepresentative from|\bRepresentative in\b|"
    r"ranking (?:minority )?member|"
    r"^(?:U\.S\. )?(?:Senator|Representative|Congress(?:man|woman)) from",
    re.I,
)
_ACCOMPANIED = re.compile(r"[,;.]?\s*\(?accompanied by:?\s+", re.I)
_CELL = re.compile(r"\S(?:.*?\S)?(?=\s{2,}|$)")
_MEMBER_NAME = re.compile(
    r"(?P<name>[A-Z][A-Za-z.'`’ \ufffd-]+(?:,? \(?(?:Jr|JR|Sr|SR|II|III|IV)\b\.?\)?)?),(?:\s+(?P<rest>.*))?$", re.S
)
_STAFF = re.compile(
    r"^([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}), .{0,60}\b(?:Staff|Counsel|Clerk|Director|Chief|Assistant|"
    r"Secretary|Analyst)\b"
)
_HEADING = re.compile(
    r"(?:(?:joint|opening|prepared|written|oral|additional|closing) )*(?:statements?|testimony|"
    r"remarks) (?:of|by|from)\s+(?:the )?",
    re.I,
)
_OFFICE = re.compile(r"(?:Chief|General|Professor|Sheriff|Secretary|Chair\w*|Commissioner|Governor|Mayor|Judge)$", re.I)
_ROLE_WORDS = (
    TITLE_WORDS | ORG_WORDS | {"member", "owner", "partner", "scholar", "resident", "attorney", "counsel", "national"}
)


@dataclass(frozen=True)
class Listed:
    """A person who is listed: `kind` is member, witness, accompanying, staff or named; `state` only of members."""

    name: str
    kind: str
    honorific: str | None = None
    title: str = ""
    state: str = ""
    chairs: bool = False


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


def read_members(lines: list[str]) -> list[Listed]:
    """Members and staff from the pages before the contents, in two columns or one."""
    found: list[Listed] = []
    for line in lines:
        for cell in _CELL.findall(line):
            member = _member(cell)
            staff = _STAFF.match(cell) if not member else None
            if member:
                found.append(member)
            elif staff:
                found.append(Listed(staff.group(1), "staff"))
    return found


def read_witnesses(lines: list[str]) -> tuple[list[Listed], bool]:
    """People listed in the contents, and whether a heading says that they are witnesses.

    Members of Congress come as `member`; in a list without such a heading everybody else comes as `named`.
    """
    found: list[Listed] = []
    section, explicit = "", False
    for entry, listed in _entries(lines):
        words = entry.strip(" :-")
        if re.match(r"hearings? (?:held|dates?)\b", words, re.I):
            continue
        if _ALPHABETICAL.match(words):
            section = "again"
        elif not listed and _WITNESSES.match(words):
            section, explicit = "witness", True
        elif not listed and _STATEMENT_OF.match(words):
            section = ""
        elif (not listed or words.endswith(" by")) and _OTHERS.match(words) and len(words) < 120:
            section = "other"
        elif _PART.match(words) or section == "again":
            continue
        elif section == "witness" or (section == "" and listed):
            found += _listed(words, "witness" if section == "witness" else "named")
        elif section == "other" and listed:
            found += [one for one in _listed(words, "mentioned") if one.kind == "member" or one.honorific]
    return found, explicit


@lru_cache(maxsize=2048)
def read_heading(words: str) -> tuple[Listed, ...]:
    """The people of a statement heading: `STATEMENTS OF A, TITLE; AND B, TITLE; ACCOMPANIED BY C, TITLE`."""
    match = _HEADING.match(words)
    if not match:
        return ()
    main, *company = _ACCOMPANIED.split(words[match.end() :], maxsplit=1)
    found = []
    for kind, text in (("heading", main), *(("accompanying", one) for one in company)):
        for piece in re.split(r";\s*(?:and\s+)?|,\s+and\s+(?=(?:MR|MS|DR|HON)\.)", text, flags=re.I):
            person = _person(piece, kind, surname_first=False)
            if person:
                found.append(person)
    return tuple(found)


def to_testifier(one: Listed) -> Testifier:
    """A listed person in the form of the reading."""
    title = one.title.strip(" ,;*")
    return Testifier(
        one.name, one.honorific, (title,) if title else (), "accompanying" if one.kind == "accompanying" else "witness"
    )


def _member(cell: str) -> Listed | None:
    match = _MEMBER_NAME.match(cell)
    if not match or len(match.group("name").split()) < 2:
        return None
    name, rest = match.group("name"), (match.group("rest") or "").strip()
    shouting = bool(re.search(r"[A-Z]{3}", name))
    state = next((full for key, full in STATES.items() if rest.casefold().startswith(key)), "")
    state = "West Virginia" if rest.startswith("West Virginia") else state
    if name.split()[0] in {"SUBCOMMITTEE", "COMMITTEE", "Subcommittee", "Committee"} or len(name.split()) > 6:
        return None
    if not state and not (
        shouting
        and re.match(
            r"(?:American|Northern|District|Virgin|Puerto|New|North|South|West|Rhode|Chair|Vice|Ranking|"
            r"Co-?ch)?\b|$",
            rest,
        )
    ):
        return None
    if re.search(r"\b(?:DEPARTMENT|OFFICE|WASHINGTON|COMMISSION|AND|OF|ON)\b", name):
        return None
    chairs = bool(re.search(r"(?<!Vice )(?<!Vice-)\bChair", rest)) and "Co-" not in rest
    return Listed(lower_name(name), "member", state=state, chairs=chairs)


def _entries(lines: list[str]) -> list[tuple[str, bool]]:
    """Entries of the contents: the words, and whether a page number or a colon closed them."""
    found: list[tuple[str, bool]] = []
    held: list[str] = []
    base = 0

    def close(listed: bool) -> None:
        if held:
            found.append((unwrap(held), listed))
            held.clear()

    for line in lines:
        words = line.strip()
        indent = len(line) - len(line.lstrip())
        if not words or words == "Page" or re.match(r"[-_=]{3,}$", words):
            close(bool(held) and base < 10 and len(held) > 1)
            continue
        if held and (indent <= base or (_PART.match(words) and not held[-1].endswith(","))):
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
    if "prepared statement" in entry.lower() and kind != "witness":
        entry, kind = re.sub(r",? *prepared statements? (?:of|by)?.*", "", entry, flags=re.I), "mentioned"
    entry = re.sub(r"``([^`',]+),?''", r'"\1"', entry)
    main, *company = _ACCOMPANIED.split(entry, maxsplit=1)
    pieces = re.split(r";\s+(?:and\s+)?", main)
    first = _person(pieces[0], kind, surname_first=_surname_first(pieces[0]))
    found = [first] if first else []
    for piece in pieces[1:]:
        other = _person(piece, kind, surname_first=_surname_first(piece)) if first else None
        found += [other] if other else []
    for piece in re.split(r";\s*(?:and\s+)?|,\s+and\s+(?=[A-Z])", company[0]) if company else []:
        other = _person(piece, "accompanying", surname_first=False)
        found += [other] if other else []
    return found


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


def _person(words: str, kind: str, *, surname_first: bool) -> Listed | None:
    words = " ".join(words.split()).strip(" :;*")
    pieces = [piece.strip() for piece in words.split(",")]
    if surname_first:
        honorific, given = split_person(re.sub(r"\((Jr|Sr|II|III)\.?\)", r"\1.", pieces[1]))
        suffix = re.search(r"\s+(Jr|Sr|II|III|IV)\.?$", given)
        given = given[: suffix.start()] if suffix else given
        used = 2
        if len(pieces) > 2 and re.fullmatch(r"(?:Jr|Sr)\.?|II|III|IV", pieces[2]):
            suffix, used = re.match(r"(.*)", pieces[2]), 3
        name = (given if given.endswith(f" {pieces[0]}") else f"{given} {pieces[0]}") + (
            f", {suffix.group(1).strip('.')}."
            if suffix and suffix.group(1)[0] in "JS"
            else f" {suffix.group(1)}"
            if suffix
            else ""
        )
    else:
        honorific, name = split_person(pieces[0])
        used = 1
        if len(pieces) > 1 and re.fullmatch(r"(?:JR|SR)\.?|II|III|IV", pieces[1], re.I):
            name, used = f"{name}, {pieces[1].capitalize() if pieces[1][0] in 'JS' else pieces[1]}", 2
    title = ", ".join(pieces[used:])
    title = re.sub(
        r"^(?:(?:Ph\.? ?D|M\.?D|J\.D|Esq(?:uire)?|R\.N|C\.P\.A|M\.P\.H|D\.D\.S|D\.V\.M|Ed\.D|USN|USAF?|USMC|USCG|C\.C\.M)\.?(?:,\s*|$))+",
        "",
        title,
        flags=re.I,
    )
    if len(name.split()) < 2 or len(name.split()) > 6 or not name[0].isupper() or re.search(r"\d|[:\[\]]", name):
        return None
    bare = {word.casefold().strip(".,") for word in name.split()}
    if (
        not honorific
        and bare & (ORG_WORDS - {"house", "force", "today", "press", "king", "hall", "street", "park", "post", "price"})
    ) or bare & {"of", "the", "on", "for", "to"}:
        return None
    member = bool(_MEMBER.search(title)) and not re.match(r"former", title, re.I)
    return Listed(name, "member" if member and kind != "witness" else kind, honorific, title)
