"""What the title page and the convening sentences of a volume say: kind, citation, title, body, day, "
"place, chair."""

import re
from dataclasses import dataclass
from datetime import date

from hearings.importing.texts.lexicon import MONTHS
from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.lines import Block, typeset, unwrap
from hearings.importing.transcripts.names import split_person

_COLLECTION = re.compile(
    r"\[(?P<chamber>House|Senate|Joint[^\],]{0,40}?|[A-Z][^\],\d]{0,40}?)\s?(?:Hearings?|Print|Report|"
    r"Document|Committee Prints?)?"
    r"(?:,? (?P<congress>\d{2,3})(?:th|st|nd|rd)? Congress| (?P<number>\d{2,3})-[\d\w]*)",
    re.I,
)
_KIND = re.compile(
    r"(?:(?:OVERSIGHT|FIELD|JOINT|LEGISLATIVE|OPEN|EXECUTIVE|PUBLIC|CONFIRMATION|OVERSIGHT FIELD|"
    r"JOINT OVERSIGHT|JOINT FIELD|"
    r"SPECIAL|INVESTIGATIVE|CLOSED|LISTENING) ?)*"
    r"(?P<kind>HEARINGS?|HEARING HELD|ROUNDTABLES?|MARKUPS?|MARK-UP|BUSINESS MEETINGS?|MEETINGS?|FORUMS?|"
    r"BRIEFINGS?|SESSION|REPORT|"
    r"RULES OF PROCEDURE|COMMITTEE PRINT|COMPILATION)(?: AND (?P<also>MARKUP|BRIEFING|HEARING|ROUNDTABLE|MEETING))?"
    r"(?: (?:SERIES|DISCUSSION|FORUM|MEETING))?(?:$|(?= (?:held )?before (?:the|a|an)\b))",
    re.I,
)
_BEFORE = re.compile(r"\s*(?:(?:[A-Z]+ )?HEARINGS? )?(?:held )?before\b", re.I)
_BEFORE_THE = re.compile(rf"{_BEFORE.pattern}(?: the\b)?", re.I)
_DAY = re.compile(
    rf"\b({'|'.join(sorted((name for name in MONTHS if len(name) > 3 or name == 'may'), key=len, reverse=True))})\.?\s+"
    r"(\d{1,2})(?:,?\s?(?:and|&|,|-)\s?\d{1,2})*(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b",
    re.I,
)
_TIME = re.compile(
    r"\b(?:\d{1,2}(?::\d\d)?\s?(?:o'clock\s?)?(?:[ap]\.?\s?m\b\.?|noon)|\d{1,2}(?::\d\d)? o'clock|(?:12 )?noon)", re.I
)
_PLACE = re.compile(
    r"(?:\b[ap]\.?\s?m\.?,?|noon,?|notice,?|call,?|o'clock,?|met,?|\d,)\s*(?:,?\s*(?:EST|EDT|[CMP][SD]T|"
    r"via),?\s*)?\(?(?:in|at|on|within)\s+"
    r"(?!\d{1,2}(?::\d\d)?\s?(?:[ap]\.|o'clock))(?P<place>(?:the )?.{4,220}?)"
    r"(?=,?\s*(?:\(?(?:the )?Hon\b|Honorable|Senators? [A-Z]|Representatives? [A-Z]|Chairman\b|the Chair|"
    r"(?:with )?(?:Mr|Ms|Mrs|Dr)\.|"
    r"(?:Chair)?(?:man|woman) of|\[|\((?:[A-Z][a-z]+ ){2}|presiding|pursuant|to (?:conduct|consider|hear|"
    r"receive|examine|review)|"
    r"(?<=Building), [A-Z][\w.]+ (?:[A-Z]\.? )?[A-Z]\w+ ?[,(\[])|\.$|(?<=[a-z\d)]{2})\.\s)",
    re.I,
)
_PRESIDER = re.compile(
    r"(?:the\s+)?(?P<title>Hon(?:orable|\.)|Senators?|Representatives?|Congress(?:man|woman)|Chair(?:man|"
    r"woman)?|Co-?Chair(?:man)?|"
    r"Commissioner|Mr\.|Ms\.|Mrs\.|Dr\.|Delegate|Judge)\s+(?P<name>[A-Z\ufffd][^()\[\]]{2,60}?)"
    r"(?:\s*\([A-Z]{1,3}-[A-Z]{2}\))?\s*"
    r"(?:[,\s]*[(\[](?P<role>[^)\]]{2,120})[)\]]|,\s*(?P<plain>(?:(?:acting|vice|the|ranking|"
    r"co-?)\s?)*(?:chair|presid|ranking|member|majority)"
    r"[^.]{0,100}?))?,?\s*(?:,?\s*(?:was|were)\s+)?presiding\b",
    re.I,
)
_OUTSIDE = re.compile(
    r"(?:UNITED STATES|U\.? ?S\.?|THE) (?:SENATE|HOUSE)|HOUSE OF REP|^ONE HUNDRED|\bCONGRESS$|SESSION$", re.I
)
_A_BODY = re.compile(r"(?:(?:SELECT|JOINT|SPECIAL|HOUSE|SENATE) )?(?:SUB)?COMMI(?:TTEE|SSION) ON [A-Z ,'’]+$")
_SECOND = re.compile(r",? and (?=[A-Z])")
_CHAMBER = re.compile(r"(?:UNITED STATES|U\.? ?S\.?) (?:SENATE|HOUSE)|HOUSE OF REP", re.I)
_DAY_LINE = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z][a-z]+ \d{1,2}, \d{4}\.?$", re.I)
_SMALL = {"of", "the", "and", "on", "in", "for", "to", "a", "an", "with"}


@dataclass(frozen=True)
class Front:
    """The title page; `kind` is the kind line in capitals, empty where there is none."""

    chamber: str
    congress: int | None
    citation: str | None
    title: str | None
    kind: str
    also: str
    body: str | None
    date: str | None


@dataclass(frozen=True)
class Convening:
    """What a convening sentence and the lines above it say.

    `leads` is set where the presider is said to be the chairman; `second` is who presides together with the presider.
    """

    date: str | None
    time: str | None
    place: str | None
    chair: str | None
    leads: bool
    second: str | None = None


def read_front(lines: list[str], blocks: list[Block]) -> Front:
    """The facts of a title page, from the first 250 lines; what is not printed there is null."""
    head = lines[:250]
    text = "\n".join(head)
    collection = _COLLECTION.search(text[:3000])
    number = collection and (collection.group("congress") or collection.group("number"))
    chamber = collection.group("chamber").split()[0].casefold() if collection else ""
    kind_at, kind = _kind(head)
    return Front(
        chamber=chamber or ("senate" if "UNITED STATES SENATE" in text else ""),
        congress=int(number) if number else None,
        citation=_citation(text),
        title=_title(head, kind_at),
        kind=(kind.group("kind").upper() if kind else ""),
        also=((kind.group("also") or "").upper() if kind else ""),
        body=_body(head, kind_at),
        date=day_in(unwrap(head[kind_at : kind_at + 60] if kind else _above_turns(head))),
    )


def read_convening(blocks: list[Block], at: int) -> Convening:
    """The day, hour, place and presider of a sitting, from its sentence and the twelve blocks above it."""
    text = blocks[at].text
    days = (day_in(block.text) for block in reversed(blocks[max(at - 12, 0) : at]))
    hour, place = _TIME.search(text[:400]), _PLACE.search(text[:600])
    found = _PRESIDER.search(text)
    names = [split_person(name)[1] for name in _SECOND.split(found.group("name"))] if found else []
    chair, second = [*names, None, None][:2]
    role = (found.group("role") or found.group("plain") or found.group("title")) if found else ""
    leads = bool(re.search(r"chair", role, re.I)) and not re.search(r"vice|ranking|acting|co-?chair", role, re.I)
    return Convening(
        date=day_in(text) if is_day(text) else next((day for day in days if day), None) or day_in(text),
        time=hour.group().strip() if hour else None,
        place=re.sub(r",? the$", "", place.group("place").strip(" ,")) if place else None,
        chair=chair if chair and len(chair.split()) <= 6 else None,
        leads=leads,
        second=second if second and 1 < len(second.split()) <= 6 else None,
    )


def is_day(words: str) -> bool:
    """Whether the words are a weekday and a date and nothing else."""
    return bool(_DAY_LINE.match(words))


def day_in(words: str) -> str | None:
    """The first whole date in the words, as ISO."""
    for match in _DAY.finditer(words):
        try:
            return date(int(match.group(3)), MONTHS[match.group(1).casefold()], int(match.group(2))).isoformat()
        except ValueError:
            continue
    return None


def _above_turns(head: list[str]) -> list[str]:
    """The first lines of a text without a title page, down to the first speaker's label; none where there is none."""
    labels = (number for number, line in enumerate(head) if (label := find_label(line.strip())) and label.usual)
    return [line for line in head[: next(labels, 0)] if line.strip()]


def _kind(head: list[str]) -> tuple[int, re.Match[str] | None]:
    for number, line in enumerate(head):
        match = _KIND.match(re.sub(r"^.*\bdeg\.", "", line).strip())
        if match and (match.end() == len(match.string) or match.group()[0].isupper()):
            return number, match
    return 0, None


def _citation(text: str) -> str | None:
    for pattern in (
        r"S\. ?Hrg\. ?\d+-[\d, ]*\d(?:,? (?:Pt|Part)\.? ?\d+)?",
        r"H\.A\.S\.C\. No\. ?\d+-\d+",
        r"Serial (?:No\.?|Number) ?\d+-?\w+",
        r"\[?CSCE [\d-]+\d",
    ):
        match = re.search(pattern, text, re.I)
        if match:
            return match.group().strip("[] ")
    return None


def _title(head: list[str], kind_at: int) -> str | None:
    start = 0
    for number, line in enumerate(head[:60]):
        if re.match(
            r"\s*\[(?:From the|House|Senate|Joint|[A-Z][\w ]+ (?:Hearing|Print))|.{0,80}S\. Hrg\.|"
            r"\s*\[H\.A\.S\.C\.|\s*Serial No",
            line,
            re.I,
        ):
            start = number + 1
        elif line.strip() and number > start + 6 and any(head[start:number]):
            break
    kept: list[str] = []
    for line in head[start : max(kind_at, start + 1) or start + 30]:
        words = line.strip()
        label = find_label(words)
        if re.match(r"[=_-]{3,}", words) or (label and label.usual):
            break
        if words:
            kept.append(words)
    title = typeset(unwrap(kept or _below(head[kind_at + 1 : kind_at + 12])))
    return title if title and len(title) < 1500 and not _A_BODY.match(title) else None


def _below(lines: list[str]) -> list[str]:
    """The title where it follows the kind: `HEARING` / `ON` / title, down to the body's name."""
    words = [line.strip() for line in lines if line.strip()]
    end = next((n for n, line in enumerate(words) if re.match(r"(?:held )?before\b", line, re.I)), 0)
    return words[words[:1] == ["ON"] : end]


def _body(head: list[str], kind_at: int) -> str | None:
    begin = next(
        (n for n in range(kind_at, min(kind_at + 12, len(head))) if _BEFORE.match(head[n])),
        None,
    )
    if begin is None:
        return None
    kept: list[str] = []
    for number, line in enumerate(head[begin : begin + 36], start=begin):
        words = _BEFORE_THE.sub("", line.strip()).strip()
        chamber = _CHAMBER.search(words)
        if kept and day_in(words):
            break
        if chamber and chamber.start() and not _OUTSIDE.match(words):
            kept.append(words[: chamber.start()].strip(" ,"))
            break
        if kept and (_OUTSIDE.search(words) or re.match(r"[=_-]{3,}", words)):
            if _goes_on(head[number + 1 : number + 4]):
                continue
            break
        if words and not _OUTSIDE.match(words) and not words.startswith("["):
            kept.append(words)
    return " ".join(_titled(word, at) for at, word in enumerate(unwrap(kept).split())) or None


def _goes_on(lines: list[str]) -> bool:
    """Whether a second body is named below a chamber's name."""
    return next((line.strip().casefold() for line in lines if line.strip()), "") in ("and", "and the")


def _titled(word: str, at: int) -> str:
    if word.casefold().strip(",") in _SMALL and at:
        return word.casefold()
    return re.sub(r"[A-Z]+", lambda match: match.group().capitalize(), word) if word.isupper() else word
