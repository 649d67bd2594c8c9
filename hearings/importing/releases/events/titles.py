"""The title of an event where marks, a line of its own or a heading set it apart from the sentences."""

import re

from hearings.importing.releases.events.bodies import find_bodies
from hearings.importing.releases.events.dates import cells, is_day, labelled_date
from hearings.importing.releases.events.lines import CLOCK, ROOM
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.speech.terms import is_title

_EVENT = r"(?:hearing|audiencia|roundtable|forum|briefing|symposium)"
_TITLE = r"[“\"«](?P<title>[A-ZÁÉÍÓÚÑ¿][^“”\"«»\n]{8,200}?)[,.]?[”\"»]"
_OF_A_SERIES = re.compile(
    r"\b(?:series|next|upcoming|future|subsequent|last|previous|earlier|second|another)\b[^.,“”\"]{0,40},?\s{0,2}[“\"]?$",
    re.IGNORECASE,
)
_A_BILL = re.compile(
    r"[”\"]?,?[”\"]?\s(?:an?\s)(?:[\w-]{2,15}\s){0,2}(?:bill|act|resolution|proposal)\b", re.IGNORECASE
)
_BESIDE_EVENT = (
    re.compile(rf"\b{_EVENT}(?:\s(?:on|about|sobre))?,?\s{{1,3}}{_TITLE}", re.IGNORECASE),
    re.compile(
        rf"\b(?:during|at|of)\s{{1,3}}{_TITLE}(?:\s?[—–-]{{1,2}}\s?|,\s)(?:the|an?)\s(?:[\w’'-]{{2,20}}\s){{0,6}}{_EVENT}\b"
    ),
    re.compile(rf"{_TITLE}\s{{1,3}}(?:[a-z]{{2,15}}\s{{1,3}}){{0,2}}{_EVENT}\b"),
)
_QUOTED_LINE = re.compile(rf"[*_#]{{0,3}}{_TITLE}[*_.]{{0,3}}$")
_ASKS_FOR_TITLE = re.compile(
    rf"\b{_EVENT}(?:\s(?:on|about|entitled|titled)(?:\sthe\s(?:subject|topic)\sof)?\s?:?|\s?:)$", re.IGNORECASE
)
_HEADS_WORDS = re.compile(
    r"(?:[\w.’' ]{0,60}\b)?opening\s(?:statement|remarks)\b|as\s(?:prepared|delivered)\b", re.IGNORECASE
)
_HEADLINE = re.compile(
    rf"{_TITLE}\s?[:—–-]\s?[^\n]{{0,160}}\b(?:hearing|hears|testimony|briefing|roundtable)\b", re.IGNORECASE
)
_EVENT_FIRST = re.compile(
    r"(?:(?:full|joint|field|open|oversight|legislative|virtual|public)\s){0,3}(?:(?:sub)?committee\s)?(?:(?:oversight|field|legislative)\s)?"
    r"(?:hearing|briefing|roundtable|forum|markup)\s?(?::|\bon\b|\bentitled\b|\btitled\b)\s{1,4}",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"the\s(?!\w{2,20}[’']s\s)")
_OF_A_WORK = re.compile(
    r"\b(?:article|book|essay|op-ed|column|paper|study|letter|speech|memo(?:randum)?|report|film|documentary|poem|song)s?"
    r"\b[^.;“”\"\n]{0,30}\b(?:entitled|titled|called)\s{0,9}[,:]?\s{0,9}[“\"‘']?$"
)


def is_anothers(narrative: str, start: int, end: int) -> bool:
    """Whether words in marks are the title of a series, of another hearing, of a bill, or of what somebody wrote."""
    return bool(
        _OF_A_SERIES.search(narrative, max(start - 80, 0), start)
        or _OF_A_WORK.search(narrative, max(start - 80, 0), start)
        or _A_BILL.match(narrative, end, min(end + 60, len(narrative)))
    )


def without_event(words: str) -> str:
    """A title without the kind of the event before it: `Full Committee Hearing: TITLE`; in marks it is kept whole."""
    head = _EVENT_FIRST.match(words)
    rest = words[head.end() :].strip('“”"* ') if head else words
    rest = _ARTICLE.sub("", rest, count=1) if rest[:4] == "the " else rest
    return rest if head and is_title(rest) else words


def beside_event(found: list[Found], text: str) -> str | None:
    """The title in marks directly before or behind the word for the event: `the panel’s “TITLE” hearing`."""
    for one in found:
        for match in (match for pattern in _BESIDE_EVENT for match in pattern.finditer(text, one.start, one.end)):
            title = match["title"]
            if len(title.split()) > 2 and is_title(title) and not is_anothers(text, *match.span("title")):
                return title
    told = {match["title"] for match in _BESIDE_EVENT[1].finditer(text) if is_title(match["title"])}
    return told.pop() if len(told) == 1 else None


def on_a_line(layout: list[Paragraph]) -> str | None:
    """The title in marks that is a line of its own: below `a hearing on:`, below a body, or beside the word hearing."""
    for one in layout[:3]:
        headline = _HEADLINE.match(one.text)
        if headline and is_title(headline["title"]):
            return headline["title"]
    lines = cells(layout[:24])[:40]
    for above, line, below in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        title = _QUOTED_LINE.match(line)
        asked = _ASKS_FOR_TITLE.search(above) or _HEADS_WORDS.match(above) or _is_body(above)
        named = below.endswith(("Hearing", "Briefing", "Roundtable")) and _is_body(below)
        if title and is_title(title["title"]) and (asked or named):
            return title["title"]
    return None


def is_name(words: str) -> bool:
    """Whether words can be a title: written like one, and not a day, an hour, a room or a body."""
    day = labelled_date(words).basis
    return is_title(words) and not (day and words.startswith(day))


def _is_body(line: str) -> bool:
    """Whether a line is little more than the name of a body, perhaps with its chair in brackets."""
    words = line.split(" (")[0]
    bodies = find_bodies(words, 0, len(words))
    return (
        bool(bodies)
        and bodies[0].end - bodies[0].start > 0.6 * len(words)
        and not (is_day(line) or CLOCK.match(line) or ROOM.search(line))
    )
