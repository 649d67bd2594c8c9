"""Dates as releases write them; a day without its year takes that of a release dated near to it, or stays without."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from hearings.importing.layout import Paragraph
from hearings.importing.lexicon import MONTHS, SPANISH_MONTHS, WEEKDAYS

_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_WEEKDAY = "|".join(day.title() for day in sorted(WEEKDAYS))
_DAY = (
    rf"(?:(?:{_WEEKDAY}),?\s{{1,9}})?(?P<month>{_MONTH})\b\.?\s{{1,9}}(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?"
    r"(?:,?\s{1,9}(?P<year>(?:19|20)\d\d)(?!\d))?"
)
_DATED = re.compile(_DAY)
_ALONE = re.compile(
    rf"(?:(?:for immediate release|released?|press releases?|date|posted)\s?[|:—–-]?\s{{0,9}})?{_DAY}"
    r"\.?(?:\s?[|:—–-]?\s?press releases?)?$",
    re.IGNORECASE,
)
_DATELINE = re.compile(rf"(?!{_WEEKDAY})[A-Z][A-Za-z., ]{{2,40}}[,(—–-]\s{{0,9}}{_DAY}\)?\s{{0,9}}[-—–]")
_DATE_FIRST = re.compile(rf"{_DAY}\s{{0,9}}(?:\([^)\n]{{3,40}}\)\s{{0,9}})?[-–—]\s")
_OF_DETAILS = re.compile(r"(?:time|where|location|place|what|who|witness(?:es)?)\s?:", re.IGNORECASE)
_EVENT_DATE = re.compile(rf"(?P<lead>\b(?:[Oo]n|held|for)\s{{1,9}}|\b[Hh]earing,?\s{{1,9}}){_DAY}")
_EVENT_AHEAD = (
    r"(?=(?:\s?[-–—,:]\s?|\s{1,9})(?:(?!(?:and|or|at|in|the|for|with|on|by|to)\b)[\w’'.&-]{2,30}\s{1,9}){0,5}"
    r"(?:hearing|roundtable|forum|briefing|markup)\b)"
)
_OF_EVENT = re.compile(_DAY + _EVENT_AHEAD)
_OF_A_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAY}),?\s{{1,9}}{_DAY.split(')?', 1)[1]}")
_WITH_HOUR = re.compile(rf"{_DAY}[^.;\n]{{0,30}}?\b\d{{1,2}}(?::\d\d)?\s?(?:[ap]\.?\s?m\b|noon)", re.IGNORECASE)
_YEAR_FIRST = re.compile(
    rf"(?P<year>(?:19|20)\d\d)\s?[-–—,:]\s?(?P<month>{_MONTH})\b\.?\s{{1,9}}(?P<day>\d{{1,2}})(?!\d){_EVENT_AHEAD}"
)
_TODAY = re.compile(
    r"\b(?:today|this (?:morning|afternoon|evening)|hoy|esta (?:mañana|tarde))\b(?:[’']s)?", re.IGNORECASE
)
_TOMORROW = re.compile(r"\btomorrow\b(?:[’']s)?(?:\s(?:morning|afternoon))?", re.IGNORECASE)
_IN_FIGURES = re.compile(
    r"\b(?:[Oo]n|an?|the|held|[Hh]earing,?)\s{1,9}(?P<m2>\d{1,2})/(?P<d2>\d{1,2})/(?P<y2>(?:20)?\d\d)\b"
)
_NUMBERS = re.compile(
    r"(?:(?P<y>20\d\d)[/.-](?P<m>\d{1,2})[/.-](?P<d>\d{1,2})|(?P<m2>\d{1,2})[/.](?P<d2>\d{1,2})[/.](?P<y2>(?:20)?\d\d))$"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:anniversar\w+|enact\w*|signed|passed|became|becomes?|expir\w+|attack\w*|introduced|born|died|killed|since|effective"
    r"|deadline|letters?|wrote|sent|reported|published|began|begins|ends?|ended|took\s{1,9}effect|due|filed|elected|sworn)\b"
    r"(?:(?!\bhearing\b|\broundtable\b|\bforum\b)[^.;,]){0,80}$",
    re.IGNORECASE,
)
_IN_SPANISH = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s{{1,9}}de\s{{1,9}}(?P<month>{'|'.join(SPANISH_MONTHS)})"
    r"(?:,?\s{1,9}(?:de(?:l)?\s{1,9})?(?P<year>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_HEADLINE_OF_DAY = re.compile(
    rf"(?!.*\b(?:hearing|event|forum|roundtable|schedule|to\s|will\s))[A-Z][^.:\n]{{3,120}}(?:\bfor|\s[-–—|]|,)\s{{1,9}}{_DAY}$",
    re.IGNORECASE,
)
_ALONE_IN_SPANISH = re.compile(
    rf"(?:[a-záéíóúñ]{{5,9}},?\s{{1,9}})?(?:el\s{{1,9}})?{_IN_SPANISH.pattern}\.?$", re.IGNORECASE
)
_NOT_ITS_OWN = re.compile(
    r"\b(?:hearing|event|forum|roundtable|briefing)\s?:$|\bletters?\b.{0,200}(?:\bbelow\b.{0,20}|:)$|^Dear\b",
    re.IGNORECASE,
)
_YESTERDAY = re.compile(r"\b(?:yesterday|ayer)\b(?:[’']s)?", re.IGNORECASE)
_NEAR_DAYS = ((_TODAY, 0), (_YESTERDAY, -1), (_TOMORROW, 1))
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TO_COME = re.compile(r"\b(?:will|upcoming|scheduled|to be held|is set|is to|announced)\b", re.IGNORECASE)
_AND_ACTS = re.compile(r"\b(?:and|but|then|after|before)\s{1,9}(?:\w{2,12}\s{1,9})?[a-z]{2,20}ed\b|\bthat\b|\bwhich\b")
_SOME_OTHER_WEEK = re.compile(r"\b(?:next|last|coming|every|previous)\b", re.IGNORECASE)
_SAME_YEAR = timedelta(days=45)
_WEEKDAY_ONLY = re.compile(rf"\b(?:on\s{{1,9}})?(?:{_WEEKDAY})\b")


@dataclass(frozen=True)
class Dated:
    """What a text says of a day: an ISO date, or month and day only, and the words that say it."""

    iso: str | None = None
    partial: str | None = None
    basis: str | None = None


def release_date(layout: list[Paragraph]) -> tuple[str | None, str | None]:
    """The release's own date `(ISO, words)` from a date line or a dateline near the top; nulls where it has none."""
    body = [one for one in layout if not one.header][:8]
    for paragraph, below in zip_longest(body, body[1:]):
        if below and paragraph.text[:5].casefold() == "date:" and _OF_DETAILS.match(below.text):
            break
        if _NOT_ITS_OWN.search(paragraph.text):
            break
        numbers = _NUMBERS.match(paragraph.text)
        if numbers and (iso := _from_numbers(numbers)):
            return iso, numbers.group()
        for pattern in (
            _ALONE,
            _DATELINE,
            _DATE_FIRST,
            _ALONE_IN_SPANISH,
            *((_HEADLINE_OF_DAY,) if paragraph is body[0] else ()),
        ):
            match = pattern.match(paragraph.text)
            iso = _iso(match) if match else None
            if match and iso:
                words = _DATED.search(match.group()) or _IN_SPANISH.search(match.group())
                return iso, words.group() if words else match.group()
    return None, None


def event_date(sentence: str, released: str | None, released_words: str | None, mention: int = 0) -> Dated:
    """The day that a sentence gives to its event, which it names at `mention`; a word like "today" counts only where

    the release itself is dated, and of two such words the one that stands nearer to the event.
    """
    match = _YEAR_FIRST.search(sentence) or _of_event(sentence)
    match = match or _leading(sentence) or _OF_EVENT.search(sentence) or _WITH_HOUR.search(sentence)
    match = match or _OF_A_WEEKDAY.search(sentence) or _IN_SPANISH.search(sentence)
    if match:
        iso = _iso(match)
        basis = match.group().strip(" ,")
        if iso:
            return Dated(iso=iso, basis=basis)
        if not match.group("year"):
            return _in_year_of(released, match, basis, released_words)
    figures = _IN_FIGURES.search(sentence)
    if figures and (iso := _from_numbers(figures)):
        return Dated(iso=iso, basis=figures.group())
    near = [(one, days) for pattern, days in _NEAR_DAYS for one in pattern.finditer(sentence)]
    if near:
        word, days = min(near, key=lambda one: min(abs(one[0].start() - mention), abs(one[0].end() - mention)))
        if not released:
            return Dated(basis=word.group())
        day = (date.fromisoformat(released) + timedelta(days=days)).isoformat()
        return Dated(iso=day, basis=f"“{word.group()}” in a release dated {released_words}")
    return _of_weekday(sentence, released, released_words, mention)


def _of_event(sentence: str) -> re.Match[str] | None:
    """The first day that is no other thing's: `on the anniversary of the law on May 3` is none."""
    days = _EVENT_DATE.finditer(sentence)
    return next((one for one in days if not _OF_SOMETHING_ELSE.search(sentence, 0, one.start("lead"))), None)


def _of_weekday(sentence: str, released: str | None, released_words: str | None, mention: int) -> Dated:
    """The weekday of the event: the last one up to the release, or the first one behind it for what is to come."""
    weekday = _WEEKDAY_ONLY.search(sentence)
    low, high = sorted((weekday.start(), mention)) if weekday else (0, 0)
    if not weekday or not released or _SOME_OTHER_WEEK.search(sentence) or _AND_ACTS.search(sentence, low, high):
        return Dated(basis=weekday.group()) if weekday else Dated()
    to = date.fromisoformat(released)
    number = next(at for at, name in enumerate(_WEEK) if name in weekday.group().casefold())
    back, ahead = (to.weekday() - number) % 7, (number - to.weekday()) % 7
    to_come = _TO_COME.search(sentence)
    if to_come and not ahead:
        return Dated(basis=weekday.group())
    day = to + timedelta(days=ahead if to_come else -back)
    return Dated(iso=day.isoformat(), basis=f"“{weekday.group()}” in a release dated {released_words}")


def _in_year_of(released: str | None, match: re.Match[str], basis: str, words: str | None) -> Dated:
    """A month and day in the year that brings it nearest to the release; without its year where that is far off."""
    partial = Dated(partial=f"{match.group('month')} {match.group('day')}", basis=basis)
    if not released:
        return partial
    near = date.fromisoformat(released)
    days = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            days.append(date(year, _month(match), int(match.group("day"))))
        except ValueError:
            continue
    day = min(days, key=lambda one: abs(one - near), default=None)
    if day is None or abs(day - near) > _SAME_YEAR:
        return partial
    return Dated(iso=day.isoformat(), basis=f"“{basis}” in a release dated {words}")


def labelled_date(words: str, released: str | None = None, released_words: str | None = None) -> Dated:
    """The day in the words after a `WHEN:` label; a day without its year is taken near to the release where dated."""
    match = _DATED.search(words) or _IN_SPANISH.search(words)
    if not match:
        figures = re.search(rf"\b{_NUMBERS.pattern.removesuffix('$')}(?!\d)", words)
        iso = _from_numbers(figures) if figures else None
        return Dated(iso=iso, basis=figures.group()) if figures and iso else Dated()
    if not match.group("year"):
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
    found = match.groupdict()
    year, month, day = (found.get(one) or found[f"{one}2"] for one in "ymd")
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(match: re.Match[str]) -> int:
    name = match.group("month").casefold()
    return MONTHS[name] if name in MONTHS else SPANISH_MONTHS[name]


def _iso(match: re.Match[str]) -> str | None:
    if not match.group("year"):
        return None
    try:
        day = date(int(match.group("year")), _month(match), int(match.group("day")))
    except ValueError:
        return None
    return day.isoformat()
