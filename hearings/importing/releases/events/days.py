"""On which day the event of a release was."""

import re
from itertools import pairwise

from hearings.importing.releases.events.bodies import find_bodies
from hearings.importing.releases.events.dates import (
    Dated,
    cells,
    event_date,
    is_day,
    labelled_date,
    said_date,
    weekday_date,
    without_dateline,
)
from hearings.importing.releases.events.hearing_titles import label_of
from hearings.importing.releases.events.lines import CLOCK, HEADS_TRANSCRIPT, after_label, announced
from hearings.importing.releases.events.sentences import Found, heads_event
from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.texts.lexicon import MONTHS

_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_WHEN = re.compile(r"(?:when|date|time)\s?:\s{0,9}(\S.{2,160})", re.IGNORECASE)
_HEADS_A_TRANSCRIPT = re.compile(r"(?:full |partial )?transcript\s?:.{0,300}\bhearings?\b", re.IGNORECASE)
_MEETS = re.compile(
    r"\bwill\s(?:\w{2,20}\s){0,2}(?:examine|meet|hold|hear|convene|consider|review|host)\b"
    r"|\b(?:testif(?:y|ied|ies)|testimony|witness(?:es)?|on\sCapitol\sHill)\b"
)
_TODAY = re.compile(r"\b(?:today|this\s(?:morning|afternoon)|yesterday)\b", re.IGNORECASE)
_OF_THAT_DAY = re.compile(
    rf"(?:[’']s?|\b(?:an?|their|its|his|her))\s{{1,9}}(?:{_MONTH})\s{{1,9}}\d{{1,2}},\s{{1,9}}(?:19|20)\d\d,?\s{{1,9}}"
    r"(?:[\w’'&-]{1,30}\s{1,9}){0,6}(?:hearing|forum|roundtable|briefing)\b"
)
_LATER_ONE = re.compile(r"\b(?:will|another|next|upcoming|additional)\b")
_CAPTION = re.compile(r"(?:VIDEO|PHOTO|WATCH|AUDIO)\s?:\s?.{20,400}$", re.IGNORECASE)
_OF_A_HEARING = re.compile(
    r"\b(?:hearing|(?:Sub)?[Cc]ommittee|Commission|questions|questioned|presses|pressed|grills|grilled|quizzes)\b"
)
_A_SENTENCE = 60
_ENDS = '.:!?”"'
_A_LINE = 160
_RELATIVE = re.compile(
    r"\b(?:today|tomorrow|yesterday|hoy|ayer|this (?:morning|afternoon)|esta (?:mañana|tarde))\b", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\bwill\s(?:\w{2,20}\s){0,2}(?:hold|host|convene|take\splace)\b|\bnext\s(?:week|month|year)\b|\bupcoming\b"
)
_WRITES = re.compile(r"\b(?:sent|wrote|released|signed)\s(?:an?|the)?\s?(?:[\w-]{2,20}\s){0,2}letter\b|\bwrote\sto\b")
_SPOKEN_AT_IT = re.compile(
    r"\b(?:opening|prepared)\s(?:statement|remarks)\b|\bas\s(?:prepared|delivered)\b|^(?:statement|testimony|remarks)\s(?:of|by)\b"
    r"|\b(?:statement|remarks)\s(?:at|before)\s(?:(?:the|an?|this|today[’']s)\s|(?-i:[A-Z]))",
    re.IGNORECASE,
)
_BEGINS_WITH_DAY = re.compile(r"(?:[A-Z][a-z]{2,6}day,?\s)?[A-Z][a-z]{2,8}\.?\s\d{1,2}\b")
_AT_AN_HOUR = re.compile(r"(?:at\s|from\s)?\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m|noon)", re.IGNORECASE)
_HEARING_ENDS = re.compile(r"\b(?:Hearing|Roundtable|Briefing|Forum)$")
_IN_A_ROOM = re.compile(r"\b(?:Room|Building|Hall|Dirksen|Hart|Russell|Rayburn|Longworth|Cannon)\b")


def day_of(
    found: list[Found],
    narrative: str,
    text: str,
    layout: list[Paragraph],
    released: tuple[str | None, str | None],
) -> Dated:
    """When the event was, from its own sentences or a `WHEN:` line; `text` is the narrative with its quoted words."""
    own = _own_sentences(found, narrative)
    days = [event_date(narrative[one.start : one.end], *released, one.mention - one.start) for one in own]
    dated = next((one for one in days if one.iso or one.partial), next((one for one in days if one.basis), Dated()))
    for start, end in after_label(_WHEN, narrative, layout) if not dated.iso else ():
        labelled = labelled_date(narrative[start:end], *released)
        if labelled.iso or labelled.partial:
            return labelled
    label = label_of(layout) if not dated.iso else None
    dated = next((day for one in (label[1] if label else ()) if (day := labelled_date(one.text)).iso), dated)
    if not dated.iso and not dated.partial:
        dated = _day_of_lines(layout, released) or _day_of_transcript(layout) or _day_of_caption(layout) or dated
    lines = [labelled_date(one.text) for one in announced(layout)]
    if not dated.iso and not dated.partial:
        dated = next((one for one in lines if one.iso), dated)
    if not dated.iso and not dated.partial and not dated.basis:
        to_come = any(_TO_COME.search(narrative, one.start, one.end) for one in own)
        lead = _day_of_lead(narrative, layout, released)
        lead = Dated() if to_come and _RELATIVE.search(lead.basis or "") else lead
        told = [*lines, said_date(text, *released), lead]
        dated = next((one for one in told if one.iso or one.partial), dated)
    if dated.iso or dated.partial or not released[0]:
        return dated
    near = [weekday_date(narrative[one.start : one.end], *released, one.mention - one.start) for one in own]
    return next((one for one in [*near, _day_of_words(layout, released)] if one.iso), dated)


def _day_of_words(layout: list[Paragraph], released: tuple[str | None, str | None]) -> Dated:
    """The day of a release that is what somebody said at the event, where its heading says so."""
    heads = any(
        _SPOKEN_AT_IT.search(one.text) if len(one.text) < _A_LINE else HEADS_TRANSCRIPT.match(one.text)
        for one in layout[:8]
    )
    return Dated(iso=released[0], basis=released[1]) if heads else Dated()


def _own_sentences(found: list[Found], narrative: str) -> list[Found]:
    """The sentences of an event without those below its own that speak of a hearing of somebody's by another day."""
    ours = next((number for number, one in enumerate(found) if _TODAY.search(narrative, one.start, one.end)), None)
    if ours is None:
        return found
    return [
        one
        for number, one in enumerate(found)
        if number <= ours
        or not (
            _OF_THAT_DAY.search(narrative, one.start, one.end) or _LATER_ONE.search(narrative, one.start, one.mention)
        )
    ]


def _day_of_transcript(layout: list[Paragraph]) -> Dated | None:
    """The day in the heading of a transcript: `Transcript: Hearing to examine X. Senate Committee, May 12, 2026`."""
    lines = [one for one in layout if _HEADS_A_TRANSCRIPT.match(one.text) and len(one.text) < 2 * _A_LINE]
    return next((dated for one in lines if (dated := labelled_date(one.text)).iso), None)


def _day_of_caption(layout: list[Paragraph]) -> Dated | None:
    """The day in the caption of a recording: `VIDEO: NAME speaks before the Rope Committee, May 12, 2026.`"""
    lines = [one.text for one in layout if _CAPTION.match(one.text) and _OF_A_HEARING.search(one.text)]
    days = {dated.iso: dated for words in lines if (dated := labelled_date(words)).iso}
    return next(iter(days.values())) if len(days) == 1 else None


def _day_of_lines(layout: list[Paragraph], released: tuple[str | None, str | None]) -> Dated | None:
    """The day in a line by itself: beside a line that heads the event, or with or above the hour and the room."""
    for number, one in enumerate(layout):
        near = [*layout[number + 1 : number + 4], *layout[max(number - 1, 0) : number]] if heads_event(one) else []
        near = [line for line in near if is_day(line.text) or CLOCK.search(line.text)]
        rooms = [one] if CLOCK.search(one.text) and _IN_A_ROOM.search(one.text) else []
        for line in [*near, *rooms]:
            dated = labelled_date(line.text, *released) if len(line.text) < _A_LINE else Dated()
            above = line.start < one.start and dated.basis == released[1]
            if (dated.iso or dated.partial) and not above:
                return dated
    lines = cells(layout)
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        timed = CLOCK.search(line) or _AT_AN_HOUR.match(below) or _IN_A_ROOM.search(below)
        dated = labelled_date(line, *released) if timed and _BEGINS_WITH_DAY.match(line) else Dated()
        if len(line) < _A_LINE and len(below) < _A_LINE and (dated.iso or dated.partial):
            return dated
    return _day_in_heading(layout)


def _day_in_heading(layout: list[Paragraph]) -> Dated | None:
    """The day in a column of the line that heads a text: `NAME   “TITLE”   Rope Committee Hearing   May 5, 2014`."""
    for one in layout[:6]:
        heads = HEADS_TRANSCRIPT.match(one.text)
        if heads and heads["day"] and (dated := labelled_date(heads["day"].title())).iso:
            return dated
        columns = cells([one])
        if len(columns) > 1 and len(one.text) < 2 * _A_LINE and any(_HEARING_ENDS.search(cell) for cell in columns):
            dated = next((labelled_date(cell) for cell in columns if is_day(cell)), Dated())
            if dated.iso:
                return dated
    return None


def _day_of_lead(narrative: str, layout: list[Paragraph], released: tuple[str | None, str | None]) -> Dated:
    """The “today” of the first sentences of a release, where the sentence that names its event gives no day."""
    body = [one for one in layout if not (one.residue or one.heading) and len(one.text) > _A_SENTENCE]
    told = [one for one in body if one.text[-1] in _ENDS or len(one.text) > 2 * _A_SENTENCE]
    for paragraph in told[:2] or body[:1]:
        begin = paragraph.end - len(without_dateline(paragraph.text))
        starts = [*sentence_starts(narrative, begin, paragraph.end), paragraph.end]
        for low, high in pairwise(starts):
            meets = _MEETS.search(narrative, low, high) and (
                _MEETS.search(narrative, low, high).group()[:4] != "will" or find_bodies(narrative, low, high)
            )
            dated = event_date(narrative[low:high], *released) if meets else Dated()
            if dated.iso or dated.partial:
                return dated
        dated = event_date(narrative[begin : starts[1]], *released)
        if dated.basis and _RELATIVE.search(dated.basis) and not _WRITES.search(narrative, begin, starts[1]):
            return dated
        day = weekday_date(narrative[begin : starts[1]], *released, 0) if released[0] else Dated()
        if day.iso == released[0] and day.iso and not _WRITES.search(narrative, begin, starts[1]):
            return day
    return Dated()
