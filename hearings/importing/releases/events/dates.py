"""Dates as releases write them; a day without its year takes that of a release dated near to it, or stays without."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from hearings.importing.releases.layout import Paragraph
from hearings.importing.texts.lexicon import MONTHS, SPANISH_MONTHS, WEEKDAYS

_NUMBERED = MONTHS | SPANISH_MONTHS
_SPANISH_DAYS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY_NUMBER = {name: number for names in (_ENGLISH_DAYS, _SPANISH_DAYS) for number, name in enumerate(names)}
_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_MES = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in SPANISH_MONTHS)
_WEEKDAY = "|".join(
    [*(day.title() for day in sorted(WEEKDAYS)), *(f"[{day[0].upper()}{day[0]}]{day[1:]}" for day in _SPANISH_DAYS)]
)
_PLAIN_DAY = (
    rf"(?:(?P<month>{_MONTH})\b\.?\s{{1,9}}(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
    r"(?:,?\s{1,9}(?P<year>(?:19|20)\d\d)(?!\d))?"
    rf"|(?<![\d/])(?P<day2>\d{{1,2}})\s{{1,9}}de\s{{1,9}}(?P<month2>{_MES})\b"
    r"(?:,?\s{1,9}(?:del?\s{1,9})?(?P<year2>(?:19|20)\d\d)(?!\d))?"
    rf"|(?<![\d/])(?P<day3>\d{{1,2}})\s{{1,9}}(?P<month3>{_MONTH})\b\.?,?\s{{1,9}}(?P<year3>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/])(?P<month4>\d{1,2})/(?P<day4>\d{1,2})/(?P<year4>(?:19|20)\d\d)(?![\d/]))"
)
_DAY = rf"(?:(?:{_WEEKDAY}),?\s{{1,9}})?{_PLAIN_DAY}"
_DATED = re.compile(_DAY)
_ALONE = re.compile(
    r"(?:(?:for immediate release|para (?:publicación|divulgación) inmediata|released?|press releases?|date|posted|"
    r"fecha)"
    rf"\s?[|:—–-]?\s{{0,9}})?{_DAY}\.?(?:\s12:00\s?AM)?(?:\s?[|:—–-]?\s?press releases?)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"\(?(?!{_WEEKDAY})[A-ZÁÉÍÓÚ][A-Za-zÀ-ÿ., ]{{2,40}}?(?:[.,(—–-]\s{{0,9}}\(?|\s\(){_DAY}"
    r"(?:\)\s{0,9}[-—–:]{0,3}|\s{0,9}[-—–]{1,3})\s{0,9}"
)
_DATE_FIRST = re.compile(rf"\(?{_DAY}\)?\s{{0,9}}(?:\([^)\n]{{3,40}}\)\s{{0,9}})?[-–—]\s")
_FOR_A_DAY = re.compile(
    rf"(?![^\n]{{0,120}}\b(?:hearing|roundtable|forum|briefing|markup|scheduled|set|announces?)\b)[^.;:\n]{{3,80}}\bfor\s(?:{_WEEKDAY}),?\s{_PLAIN_DAY}$",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"[A-ZÁÉÍÓÚ][A-Za-zÀ-ÿ., ]{2,40}?\s?[\[(](\d{1,2}[/.]\d{1,2}[/.]\d{2,4})[\])]\s?[-–—:]")
_CELLS = re.compile(r"\s{0,9}[|\n\t•·]\s{0,9}|\s{3,}|\s\*{1,3}\s")
_OF_DETAILS = re.compile(r"(?:time|where|location|place|what|who|witness(?:es)?)\s?:", re.IGNORECASE)
_HOUR = re.compile(
    r"\d{1,2}(?::\d\d)?\s?(?:[ap]\.?\s?m\b|noon)|\b(?:Room|Rayburn|Cannon|Longworth|Dirksen|Hart|Russell)\b",
    re.IGNORECASE,
)
_EVENT_DATE = re.compile(
    rf"(?P<lead>\b(?:[Oo]n|held|for|[Tt]oday,|[Hh]oy,)\s{{1,9}}|\b[Ee]l\s{{1,9}}(?=\w)|\b[Hh]earing,?\s{{1,9}}){_DAY}"
)
_EVENT_AHEAD = (
    r"(?=(?:\s?[-–—,:]\s?|\s{1,9})(?:(?!(?:and|or|at|in|the|for|with|on|by|to)\b)[\w’'.&-]{2,30}\s{1,9}){0,5}"
    r"(?:hearing|roundtable|forum|briefing|markup)\b)"
)
_OF_EVENT = re.compile(_DAY + _EVENT_AHEAD)
_OF_A_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAY}),?\s{{1,9}}{_PLAIN_DAY}")
_OUR_EVENT = re.compile(rf"\b(?:[Oo]ur|[Tt]he)\s{{1,9}}{_DAY}{_EVENT_AHEAD}")
_WITH_HOUR = re.compile(rf"{_DAY}[^.;\n]{{0,30}}?\b\d{{1,2}}(?::\d\d)?\s?(?:[ap]\.?\s?m\b|noon)", re.IGNORECASE)
_YEAR_FIRST = re.compile(
    rf"(?P<year>(?:19|20)\d\d)\s?[-–—,:]\s?(?P<month>{_MONTH})\b\.?\s{{1,9}}(?P<day>\d{{1,2}})(?!\d){_EVENT_AHEAD}"
)
_RELATIVE = re.compile(
    r"\b(?:(?P<today>today|(?:currently|now) (?:holding|hosting|convening)|this (?:morning|afternoon|evening)|hoy"
    r"|esta (?:mañana|tarde))|(?P<yesterday>yesterday|ayer)"
    r"|(?P<tomorrow>tomorrow(?:\s(?:morning|afternoon))?))\b(?:[’']s)?",
    re.IGNORECASE,
)
_DAYS_FROM = {"today": 0, "yesterday": -1, "tomorrow": 1}
_OF_EVENT_NEXT = re.compile(
    r"(?:[’']s)?\s{1,9}(?:[\w’'&-]{1,30}\s{1,9}){0,6}(?:hearing|roundtable|forum|briefing|markup)\b"
)
_TELLS = re.compile(r"[\s,]{1,3}(?:\w{2,12}ly\s)?announc(?:ed|es|ing)\b", re.IGNORECASE)
_TOLD = re.compile(r"\bannounc(?:ed|es|ing)\s$", re.IGNORECASE)
_IN_A_TITLE = re.compile(r"\w[’']?s?\s$")
_NUMBERS = re.compile(
    r"(?:(?P<y>20\d\d)[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})|(?P<m2>\d{1,2})[/.](?P<d2>\d{1,2})[/.](?P<y2>(?:20)?\d\d))"
    r"(?:,?\s\d{1,2}:\d\d(?::\d\d)?\s?[AaPp]\.?[Mm]\.?)?$"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:anniversar\w+|enact\w*|signed|passed|became|becomes?|expir\w+|attack\w*|rall(?:y|ies)|shootings?|crash\w*|explo\w+|derail\w*|disaster|storm|hurricane|tornado|earthquake|flood\w*|massacre|bombing"
    r"|invasion|evacuation|arrest\w*|introduced|born|died|killed|since|effective"
    r"|deadline|letters?|wrote|sent|reported|published|began|begins|ends?|ended|took\s{1,9}effect|due|filed|elected|sworn"
    r"|(?:that|which|who|whose)\s{1,9}(?:will|would|(?:is|are|was|were)\s{1,9}(?:to|set|due)))\b"
    r"(?:(?!\bhearing\b|\broundtable\b|\bforum\b)[^.;,]){0,80}$",
    re.IGNORECASE,
)
_AND_ACTS = re.compile(r"\b(?:and|but|then|after|before)\s{1,9}(?:\w{2,12}\s{1,9})?[a-z]{2,20}ed\b|\bthat\b|\bwhich\b")
_NOT_ITS_OWN = re.compile(
    r"\b(?:hearing|event|forum|roundtable|briefing)\s?:$|\bletters?\b.{0,200}(?:\bbelow\b.{0,20}|:)$|^Dear\b",
    re.IGNORECASE,
)
_SAME_YEAR = timedelta(days=45)
_WEEKDAY_ONLY = re.compile(
    rf"(?P<which>\b(?:last|next|every|each|pasado|próximo|cada)\s{{1,9}})?\b(?:on\s{{1,9}})?(?P<name>{_WEEKDAY})\b"
)
_STILL_TO_COME = re.compile(
    r"\b(?:will|to\s(?:hold|host|convene|examine)|scheduled|set\sfor|upcoming)\b", re.IGNORECASE
)

_IS_OVER = re.compile(r"\b(?:chaired|held|convened|led|hosted|presided|testified|attended|joined|questioned|pressed)\b")


@dataclass(frozen=True)
class Dated:
    """What a text says of a day: an ISO date, or month and day only, and the words that say it."""

    iso: str | None = None
    partial: str | None = None
    basis: str | None = None


def cells(layout: list[Paragraph]) -> list[str]:
    """The lines of a layout, each in the columns that tabs, bars or wide gaps make of it."""
    return [cell for one in layout for piece in _CELLS.split(one.text) if (cell := piece.strip())]


def release_date(layout: list[Paragraph]) -> tuple[str | None, str | None]:
    """The release's own date `(ISO, words)` from a date line or a dateline near the top; nulls where it has none."""
    body = [one for one in layout if not (one.header or one.contact) or _DATED.search(one.text)][:8]
    for number, paragraph in enumerate(body):
        below = cells(body[number + 1 : number + 2])[:1]
        if below and paragraph.text[:5].casefold() == "date:" and _OF_DETAILS.match(below[0]):
            break
        if _NOT_ITS_OWN.search(paragraph.text) and not _DATELINE.match(paragraph.text):
            break
        if found := _date_in(paragraph, below, first=number == 0):
            return found
    return None, None


def _date_in(paragraph: Paragraph, below: list[str], *, first: bool) -> tuple[str, str] | None:
    """The release's date in a line, in one of its columns or in its dateline; not the day above an hour or a room."""
    pieces = cells([paragraph])
    for cell, following in zip(pieces, [*pieces[1:], *below, ""], strict=False):
        numbers = _NUMBERS.match(cell)
        if numbers and (iso := _from_numbers(numbers)):
            return iso, numbers.group()
        if (match := _ALONE.match(cell)) and (iso := _iso(match)) and not _HOUR.match(following):
            return iso, _words(match)
    figures = _FIGURES.match(paragraph.text)
    numbers = _NUMBERS.match(figures.group(1)) if figures else None
    if numbers and (iso := _from_numbers(numbers)):
        return iso, numbers.group()
    for pattern in (_DATELINE, _DATE_FIRST, *((_FOR_A_DAY,) if first else ())):
        match = pattern.match(paragraph.text)
        if match and (iso := _iso(match)):
            return iso, _words(match)
    return None


def _words(match: re.Match[str]) -> str:
    words = _DATED.search(match.group())
    return words.group() if words else match.group()


def without_dateline(sentence: str) -> str:
    """A sentence without the place and the day before it: that is the release's day, not the event's."""
    match = _DATELINE.match(sentence)
    return sentence[match.end() :] if match else sentence


def event_date(sentence: str, released: str | None, released_words: str | None, at: int | None = None) -> Dated:
    """The day that a sentence gives to its event; "today" counts only where the release itself is dated.

    `at` is where the sentence names the event: of several words such as “today” the nearest to it counts.
    """
    short = without_dateline(sentence)
    at = None if at is None else max(at - len(sentence) + len(short), 0)
    sentence = short
    relative = _relative(sentence, at)
    match = _YEAR_FIRST.search(sentence) or _of_event(sentence)
    match = match or _leading(sentence) or _OF_EVENT.search(sentence) or _WITH_HOUR.search(sentence)
    match = match or _of_a_weekday(sentence)
    if match and not (relative and _is_nearer(sentence, relative, match, at)):
        iso = _iso(match)
        basis = match.group().strip(" ,")
        if iso:
            return Dated(iso=iso, basis=basis)
        if not _parts(match)[0]:
            return _in_year_of(released, match, basis, released_words)
    if relative and released:
        days = next(days for name, days in _DAYS_FROM.items() if relative.group(name))
        day = (date.fromisoformat(released) + timedelta(days=days)).isoformat()
        return Dated(iso=day, basis=f"“{relative.group()}” in a release dated {released_words}")
    if relative:
        return Dated(basis=relative.group())
    weekday = _WEEKDAY_ONLY.search(sentence)
    return Dated(basis=weekday.group()) if weekday else Dated()


def _of_event(sentence: str) -> re.Match[str] | None:
    """The first day that is no other thing's: `on the anniversary of the law on May 3` is none."""
    days = _EVENT_DATE.finditer(sentence)
    return next((one for one in days if not _OF_SOMETHING_ELSE.search(sentence, 0, one.start("lead"))), None)


def _of_a_weekday(sentence: str) -> re.Match[str] | None:
    match = _OF_A_WEEKDAY.search(sentence)
    return None if not match or _OF_SOMETHING_ELSE.search(sentence, 0, match.start()) else match


def _relative(sentence: str, at: int | None) -> re.Match[str] | None:
    """The “today”, “yesterday” or “tomorrow” of the event: not that of an announcement, the nearest to the event."""
    found = [
        one
        for one in _RELATIVE.finditer(sentence)
        if not (_TELLS.match(sentence, one.end()) or _TOLD.search(sentence, 0, one.start()))
        and not (one.group()[0].isupper() and _IN_A_TITLE.search(sentence, 0, one.start()))
    ]
    if at is None:
        return next((one for name in _DAYS_FROM for one in found if one.group(name)), None)
    return min(found, key=lambda one: abs(one.start() - at), default=None)


def _is_nearer(sentence: str, relative: re.Match[str], match: re.Match[str], at: int | None) -> bool:
    """Whether the event is `today's hearing`, or “today” stands between another day and the event."""
    attached = _OF_EVENT_NEXT.match(sentence, relative.end() - (2 if relative.group()[-2:-1] in "’'" else 0))
    between = at is not None and match.end() <= relative.start() <= at
    own = match.start() <= relative.start() <= match.end()
    return not own and (between or bool(attached and relative.group()[-1:] == "s" and match.re is not _OF_EVENT))


def weekday_date(sentence: str, released: str | None, released_words: str | None, at: int) -> Dated:
    """The day of the weekday nearest to where a sentence names its event: before the release, or after it."""
    found = list(_WEEKDAY_ONLY.finditer(sentence)) if released else []
    weekday = min(found, key=lambda one: abs(one.start() - at), default=None)
    if not weekday or weekday.group("which"):
        return Dated()
    if _AND_ACTS.search(sentence, *sorted((weekday.start(), at))):
        return Dated()
    near = date.fromisoformat(released)
    back = (near.weekday() - _DAY_NUMBER[weekday.group("name").casefold()]) % 7
    days = -back
    to_come = _STILL_TO_COME.search(sentence) and not _IS_OVER.search(sentence)
    if to_come and not back:
        return Dated()
    if to_come:
        days = 7 - back
    day = (near + timedelta(days=days)).isoformat()
    return Dated(iso=day, basis=f"“{weekday.group('name')}” in a release dated {released_words}")


def said_date(text: str, released: str | None, released_words: str | None) -> Dated:
    """The day of `our May 5 hearing` in the words of somebody quoted; nothing where they name several days."""
    found = {_parts(match): match for match in _OUR_EVENT.finditer(text)}
    match = next(iter(found.values())) if len(found) == 1 else None
    if not match:
        return Dated()
    iso = _iso(match)
    return Dated(iso=iso, basis=match.group()) if iso else _in_year_of(released, match, match.group(), released_words)


def _parts(match: re.Match[str]) -> tuple[str | None, str, str]:
    """Year, month and day of a match, whichever way they were written."""
    named = match.groupdict()
    end = next((end for end in ("", "2", "3", "4") if named.get(f"day{end}")), "")
    return named.get(f"year{end}"), named[f"month{end}"], named[f"day{end}"]


def _on(year: int, month: str, day: str) -> date | None:
    try:
        return date(year, int(month) if month.isdigit() else _NUMBERED[month.casefold()], int(day))
    except ValueError:
        return None


def _in_year_of(released: str | None, match: re.Match[str], basis: str, words: str | None) -> Dated:
    """A month and day in the year that brings it nearest to the release; without its year where that is far off."""
    _, month, number = _parts(match)
    partial = Dated(partial=f"{month} {number}", basis=basis)
    if not released:
        return partial
    near = date.fromisoformat(released)
    days = [day for year in (near.year - 1, near.year, near.year + 1) if (day := _on(year, month, number))]
    day = min(days, key=lambda one: abs(one - near), default=None)
    if day is None or abs(day - near) > _SAME_YEAR:
        return partial
    return Dated(iso=day.isoformat(), basis=f"“{basis}” in a release dated {words}")


def labelled_date(words: str, released: str | None = None, released_words: str | None = None) -> Dated:
    """The day in the words after a `WHEN:` label; a day without its year is taken near to the release where dated."""
    match = _DATED.search(words)
    if not match:
        return Dated()
    if not _parts(match)[0]:
        return _in_year_of(released, match, match.group(), released_words)
    return Dated(iso=_iso(match), basis=match.group())


def is_day(words: str) -> bool:
    """Whether words are a day and nothing else: `Tuesday, July 12`."""
    return bool(_DATED.fullmatch(words.strip(" .:")))


def leading_day(words: str) -> str | None:
    """The day with which the words begin, set off by a colon or comma as in an agenda."""
    match = _leading(words.removeprefix("On "))
    return match.group() if match else None


def _leading(sentence: str) -> re.Match[str] | None:
    match = _DATED.match(sentence)
    return match if match and sentence[match.end() : match.end() + 1] in ":," else None


def _from_numbers(match: re.Match[str]) -> str | None:
    """The day of figures, the year first or month, day and year; null where the month could be the day."""
    year, month, day = match.group("y", "m", "d") if match.group("y") else match.group("y2", "m2", "d2")
    found = _on(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return found.isoformat() if found else None


def _iso(match: re.Match[str]) -> str | None:
    year, month, day = _parts(match)
    found = _on(int(year), month, day) if year else None
    return found.isoformat() if found else None
