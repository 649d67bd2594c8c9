"""Who a volume lists: members on its first pages, people under statement headings, and how one of them is written."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from hearings.importing.texts.lexicon import ORG_WORDS
from hearings.importing.transcripts.labels import STATES
from hearings.importing.transcripts.names import lower_name, split_person
from hearings.importing.transcripts.reading import Testifier

_MEMBER = re.compile(
    r"\b(?:a|an)? ?(?:U\.? ?S\.? |United States )?(?:Representative|Senator|Delegate|"
    r"Resident Commissioner|Member)s? (?:in|to|of) (?:the )?(?:U\.? ?S\.? )?Congress|"
    r"\bU\.? ?S\.? Senator|United States Senator|\bRepresentative from|\bRepresentative in\b|"
    r"ranking (?:minority )?member|"
    r"^(?:U\.S\. )?(?:Senator|Representative|Congress(?:man|woman)) from",
    re.I,
)
ACCOMPANIED = re.compile(r"[,;.]?\s*\(?accompanied by:?\s+", re.I)
_CELL = re.compile(r"\S(?:.*?\S)?(?=\s{2,}|$)")
_MEMBER_NAME = re.compile(
    r"(?P<name>[A-Z][A-Za-z.'`’ \ufffd-]+(?:,? \(?(?:Jr|JR|Sr|SR|II|III|IV)\b\.?\)?)?),(?:\s+(?P<rest>.*))?$", re.S
)
_DOCTOR = re.compile(r",\s*(?:Ph\.?\s?D|M\.?D|Ed\.D|Sc\.D|D\.D\.S|D\.V\.M|Dr\.P\.H)\b", re.I)
_SECOND_COLUMN = 25  # rosters begin their second column at 35 to 39
_STAFF = re.compile(
    r"^([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}), .{0,60}\b(?:Staff|Counsel|Clerk|Director|Chief|Assistant|"
    r"Secretary|Analyst)\b"
)
_HEADING = re.compile(
    r"(?:(?:joint|opening|prepared|written|oral|additional|closing) )*(?:statements?|testimony|"
    r"remarks) (?:of|by|from)\s+(?:the )?",
    re.I,
)
_TWO = re.compile(
    r"^((?:[A-Z][A-Z.'-]* ){1,3}[A-Z][A-Z'-]+(?:,? (?:JR|SR|II|III)\b\.?)?),? AND "
    r"((?:[A-Z][A-Z.'-]* ){1,3}[A-Z][A-Z'-]+(?:,|$))"
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
    chamber: str = ""
    doctor: bool = False


def read_members(lines: list[str]) -> list[Listed]:
    """Members and staff from the pages before the contents, in two columns or one.

    Where one column is headed `HOUSE` and the other `SENATE`, as of joint commissions, members have their chamber.
    """
    found: list[Listed] = []
    columns: dict[str, int] = {}
    for line in lines:
        headed = {cell.group().casefold(): cell.start() for cell in _CELL.finditer(line)}
        if headed.keys() <= {"house", "senate"}:
            columns |= headed
        elif line.strip().endswith(("BRANCH COMMISSIONERS", "MEMBERS")):
            columns = {}
        for match in _CELL.finditer(line):
            cell = match.group()
            member = _member(cell)
            staff = _STAFF.match(cell) if not member else None
            if member:
                found.append(replace(member, chamber=_column(columns, match.start())))
            elif staff:
                found.append(Listed(staff.group(1), "staff"))
    return found


@lru_cache(maxsize=2048)
def read_heading(words: str) -> tuple[Listed, ...]:
    """The people of a statement heading: `STATEMENTS OF A, TITLE; AND B, TITLE; ACCOMPANIED BY C, TITLE`."""
    match = _HEADING.match(words)
    if not match:
        return ()
    main, *company = ACCOMPANIED.split(words[match.end() :], maxsplit=1)
    found = []
    for kind, text in (("heading", main), *(("accompanying", one) for one in company)):
        text = _TWO.sub(r"\1; \2", text)
        for piece in re.split(r";\s*(?:and\s+)?|,\s+and\s+(?=(?:MR|MS|DR|HON)\.)", text, flags=re.I):
            person = read_person(piece, kind, surname_first=False)
            if person:
                found.append(person)
    return tuple(found)


def to_testifier(one: Listed) -> Testifier:
    """A listed person in the form of the reading."""
    title = one.title.strip(" ,;*")
    return Testifier(
        one.name, one.honorific, (title,) if title else (), "accompanying" if one.kind == "accompanying" else "witness"
    )


def _column(columns: dict[str, int], at: int) -> str:
    """The chamber in whose column a name begins; empty where not both columns are headed."""
    if len(columns) < 2:
        return ""
    left, right = sorted(columns, key=lambda chamber: columns[chamber])
    return left if at < _SECOND_COLUMN else right


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


def read_person(words: str, kind: str, *, surname_first: bool) -> Listed | None:
    """One person with what follows the name as the title; null where the words are no person's name."""
    words = " ".join(words.split()).strip(" :;*")
    pieces = [piece.strip() for piece in words.split(",")]
    if surname_first:
        honorific, given = split_person(re.sub(r"\((Jr|Sr|II|III)\.?\)", r"\1.", pieces[1]))
        suffix = re.search(r"\s+(Jr|Sr|II|III|IV)\.?$", given)
        given = given[: suffix.start()] if suffix else given
        used = 2
        if len(pieces) > 2 and re.fullmatch(r"(?:Jr|Sr)\.?|II|III|IV", pieces[2]):
            suffix, used = re.match(r"(.*)", pieces[2]), 3
        if re.fullmatch(r"Dr\.?", "".join(pieces[used : used + 1])):
            honorific, used = honorific or "Dr.", used + 1
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
        r"^(?:(?:Ph\.? ?D|M\.?D|J\.D|Esq(?:uire)?|R\.N|C\.P\.A|M\.P\.H|D\.D\.S|D\.V\.M|Ed\.D|CFA|CPA|"
        r"USN|USAF?|USMC|USCG|C\.C\.M)\.?(?:,\s*|$))+",
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
    doctor = bool(_DOCTOR.search(words)) or bool(re.search(r"\bDr\b", honorific or "", re.I))
    member = bool(_MEMBER.search(title)) and not re.match(r"former", title, re.I)
    return Listed(name, "member" if member and kind != "witness" else kind, honorific, title, doctor=doctor)
