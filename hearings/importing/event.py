"""What a release says of its event: title, day, place and body."""

import re
from itertools import pairwise, takewhile

from hearings.importing.bodies import Body, find_bodies
from hearings.importing.dates import Dated, event_date, is_day, labelled_date
from hearings.importing.event_sentences import Found, heads_event
from hearings.importing.hearing_titles import is_of_event, label_of, marked_title
from hearings.importing.layout import Paragraph, sentence_starts
from hearings.importing.lexicon import MONTHS
from hearings.importing.reading import NotSpeech
from hearings.importing.terms import is_title

_MONTH = "|".join(sorted((name.title() for name in MONTHS), key=len, reverse=True))
_WHERE = re.compile(r"(?:where|place|location)\s?:\s{0,9}(\S.{2,160})", re.IGNORECASE)
_WHEN = re.compile(r"(?:when|date|time)\s?:\s{0,9}(\S.{2,160})", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at)\s{1,9}((?:the\s{1,9})?(?:[Rr]oom\s{1,9})?(?:[A-Z]{0,4}-?\d{1,4}[A-Z]?\s{1,9}(?:of\s{1,9}the\s{1,9})?)?(?:[A-Z][\w’'-]+\s{1,9}){1,4}(?:(?:Senate|House)\s{1,9})?(?:Office\s{1,9})?Building"
    r"|(?:Dirksen|Hart|Russell|Rayburn|Longworth|Cannon)\s{1,9}(?:SD-|SH-|SR-)?\d{2,4})"
)
_UNQUOTED = re.compile(
    r"\b(?:entitled|titled)\s{0,9}[,:]?\s{1,9}([A-Z][^.;“”\"\n]{8,160}?)(?=[.;,]|\s{1,9}(?:which|where|that|to|on)\s{1,9}[a-z]|$)",
    re.MULTILINE,
)
_IN_SINGLE_MARKS = re.compile(
    r"\b(?:entitled|titled|called)\s{0,9},?\s{0,9}[‘']([A-Z][^“”\"\n]{3,200}?)[,.]?[’'](?=[\s,.;—–]|$)", re.MULTILINE
)
_IN_MARKS = re.compile(
    r"\b(?:entitled|titled)\s{0,9},?\s{0,9}[“\"]([A-Z][^“”\"\n]{3,200}?)[,.]?[”\"](?=[\s,.;—–]|$)", re.MULTILINE
)
_ON = re.compile(
    r"\b(?:hearing|forum|roundtable)\b(?:\s{1,9}of\s{1,9}[^.;:“”\"\n]{4,120}?)?(?:\s{1,9}(?:today|yesterday|this\s{1,9}(?:morning|afternoon|week)|(?:on\s{1,9})?[A-Z][a-z]{2,5}day))?\s{1,9}on\s{1,9}"
    r"((?!(?:Monday|Tuesday|Wednesday|Thursday|Friday)\b)[A-Z](?:[^.;“”\"\n]|(?<=U)\.(?=S)|(?<=U\.S)\.){12,200}?)"
    r"(?=[.;\n]|$|,\s{1,9}(?:U\.S\.\s)?(?:Senator|Sen\.|Rep\.|Representative|Congress(?:wo)?man|Chair|Ranking|[Tt]oday)\b)"
)
_QUOTED = re.compile(r"\bhearing\b[^“”\"\n:]{0,60}[“\"]([A-Z][^“”\"\n]{3,200}?)[,.]?[”\"]", re.IGNORECASE)
_WHAT = re.compile(r"(?:what|hearing|subject|topic|title)\s?:\s{0,9}(\S.{2,200})", re.IGNORECASE)
_INLINE = re.compile(r"\b(?:WHO|WHAT|WHEN|WHERE|DATE|TIME|LOCATION|PLACE|TITLE|SUBJECT|TOPIC|WATCH)\s?:\s")
_LABEL_ALONE = re.compile(r"\w{4,12}\s?:$")
_SEAT = re.compile(
    r"\b(?:ranking|vice|members?|chair(?:man|woman)?)\b[^.;,]{0,24}\s(?:of|on)\s(?:the\s)?$", re.IGNORECASE
)
_SITS_ON = re.compile(r"\b(?:ranking|vice|members?)\b[^.;,]{0,24}\s(?:of|on)\s(?:the\s)?(?:U\.S\.\s)?$", re.IGNORECASE)
_A_MEMBER = re.compile(r"(?<!ranking )\b(?:members? of|serves on|sits on)\s(?:the\s)?(?:U\.S\.\s)?$", re.IGNORECASE)
_AND_BODY = re.compile(r"\s(?:and|&)\s(?:of\s|on\s)?(?:the\s)?")
_CHAMBER = re.compile(
    r"\b((?:U\.S\.\s)?(?:Senate|House)\s{1,9}(?:[A-Z][\w’'&-]*,?\s{1,9}(?:(?:and|on|of|the|for)\s{1,9}){0,2}){1,7}?)"
    r"(?:[a-z-]{2,20}\s{1,9}){0,3}[Hh]earing\b"
)
_FOLLOWING_EVENT = re.compile(
    r"\bfollowing (?:\w{2,20} ){0,3}(?:hearing|briefing|roundtable|forum)\s?:$", re.IGNORECASE
)
_HEADS_TRANSCRIPT = re.compile(
    r"(?:(?:full |partial )?(?:transcript|video|(?:[^:\n]{3,80}\s)?(?:remarks|statement))\s?:\s{1,4})?"
    r"hearing on (?:the\s(?!\w{2,20}[’']s\s))?(\S.{4,150}[^.:,])$",
    re.IGNORECASE,
)
_HEADS_A_TRANSCRIPT = re.compile(r"(?:full |partial )?transcript\s?:.{0,300}\bhearings?\b", re.IGNORECASE)
_WILL_MEET = re.compile(r"\bwill\s(?:\w{2,20}\s){0,2}(?:examine|meet|hold|hear|convene|consider|review|host)\b")
_TODAY = re.compile(r"\b(?:today|this\s(?:morning|afternoon)|yesterday)\b", re.IGNORECASE)
_OF_THAT_DAY = re.compile(
    rf"(?:[’']s?|\b(?:an?|their|its|his|her))\s{{1,9}}(?:{_MONTH})\s{{1,9}}\d{{1,2}},\s{{1,9}}(?:19|20)\d\d,?\s{{1,9}}"
    r"(?:[\w’'&-]{1,30}\s{1,9}){0,6}(?:hearing|forum|roundtable|briefing)\b"
)
_LATER_ONE = re.compile(r"\b(?:will|another|next|upcoming|additional)\b")
_CAPTION = re.compile(r"(?:VIDEO|PHOTO|WATCH|AUDIO)\s?:\s.{20,400}$", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)?\s?(?:a\.?m|p\.?m|noon)", re.IGNORECASE)
_ROOM = re.compile(r"\b(?:Room|Building|Hall)\b")
_NEAREST = 4
_A_SENTENCE = 60
_A_LINE = 160
_IN_A_ROOM = re.compile(r"\b(?:Room|Building|Hall|Dirksen|Hart|Russell|Rayburn|Longworth|Cannon)\b")


def title_of(
    found: list[Found], text: str, narrative: str, layout: list[Paragraph], not_speech: list[NotSpeech]
) -> str | None:
    """The event's title: in quotation marks, in a `WHAT:` line, after `entitled`, or after `hearing on` in capitals."""
    for one in not_speech:
        if one.why == "title of the hearing" and is_of_event(one, text):
            return one.text.rstrip(".,;: " if "[" in one.text else ".,;:] ")
    for one in found[:_NEAREST]:
        match = _IN_SINGLE_MARKS.search(narrative, one.start, one.end)
        match = match or _IN_MARKS.search(narrative, one.start, one.end)
        if match:
            return match.group(1)
    marked = marked_title(found, text, layout)
    if marked:
        return marked
    lines = _after_label(_WHAT, narrative, layout)
    for start, end in [*lines, *((one.start, one.end) for one in found[:_NEAREST])]:
        bodies = find_bodies(narrative, start, end)
        for pattern in (*((_QUOTED,) if (start, end) in lines else ()), _UNQUOTED, _ON):
            match = pattern.search(narrative, start, end)
            words = match.group(1).strip() if match else ""
            if match and _is_name(words) and not any(one.start < match.start(1) < one.end for one in bodies):
                return words
    named = [text[start:end].strip('“”" .,') for start, end in lines]
    return next(filter(_is_name, named), None) or next(filter(None, map(_title_line, _announced(layout))), None)


def _is_name(words: str) -> bool:
    """Whether words can be a title: written like one, and not beginning with a day."""
    day = labelled_date(words).basis
    return is_title(words) and not (day and words.startswith(day))


def _after_label(label: re.Pattern[str], text: str, layout: list[Paragraph]) -> list[tuple[int, int]]:
    """Where the words after a label stand: behind its colon, or on the next line where the label is alone."""
    found = [(match.start(1), match.end(1)) for one in layout if (match := label.match(text, one.start, one.end))]
    for one in layout:
        labels = [*_INLINE.finditer(text, one.start, one.end)]
        ends = [*(label.start() for label in labels[1:]), one.end]
        for at, end in zip(labels, ends, strict=True) if len(labels) > 1 else ():
            match = label.match(text, at.start(), end) if at.start() > one.start else None
            found += [(match.start(1), match.end(1))] if match else []
    for one, below in pairwise(layout):
        if _LABEL_ALONE.match(one.text) and label.match(f"{one.text.strip(': ')}: {below.text}"):
            found.append((below.start, below.end))
    return found


def _announced(layout: list[Paragraph]) -> list[Paragraph]:
    """The short lines of a notice (`announced the following hearing:`), or those that head a transcript."""
    for number, paragraph in enumerate(layout):
        heads = bool(_HEADS_TRANSCRIPT.match(paragraph.text))
        if heads or _FOLLOWING_EVENT.search(paragraph.text):
            lines = layout[number if heads else number + 1 : number + 7]
            return list(takewhile(lambda one: len(one.text) < 200 and not one.text.endswith((".", ":")), lines))
    return []


def _title_line(line: Paragraph) -> str | None:
    heads = _HEADS_TRANSCRIPT.match(line.text)
    words = heads.group(1) if heads else line.text
    plain = (
        labelled_date(words).basis or _CLOCK.match(words) or _ROOM.search(words) or find_bodies(words, 0, len(words))
    )
    return words if is_title(words.removeprefix("the ")) and not plain and len(words.split()) > 1 else None


def day_of(
    found: list[Found], narrative: str, layout: list[Paragraph], released: tuple[str | None, str | None]
) -> Dated:
    """When the event was, from its own sentences or a `WHEN:` line."""
    own = _own_sentences(found, narrative)
    days = [event_date(narrative[one.start : one.end], *released, one.mention - one.start) for one in own]
    dated = next((one for one in days if one.iso or one.partial), next((one for one in days if one.basis), Dated()))
    for start, end in _after_label(_WHEN, narrative, layout) if not dated.iso else ():
        labelled = labelled_date(narrative[start:end], *released)
        if labelled.iso or labelled.partial:
            return labelled
    label = label_of(layout) if not dated.iso else None
    of_label = [labelled_date(one.text) for one in label[1]] if label else []
    dated = next((one for one in of_label if one.iso), dated)
    if not dated.iso and not dated.partial:
        dated = _day_of_lines(layout, released) or _day_of_transcript(layout) or _day_of_caption(layout) or dated
    if not dated.iso and not dated.partial and not dated.basis:
        lines = [labelled_date(one.text) for one in _announced(layout)]
        return next((one for one in lines if one.iso or one.partial), None) or _day_of_lead(narrative, layout, released)
    return dated


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
    lines = [one.text for one in layout if _CAPTION.match(one.text) and find_bodies(one.text, 0, len(one.text))]
    days = {dated.iso: dated for words in lines if (dated := labelled_date(words)).iso}
    return next(iter(days.values())) if len(days) == 1 else None


def _day_of_lines(layout: list[Paragraph], released: tuple[str | None, str | None]) -> Dated | None:
    """The day in a line by itself: beside a line that heads the event, or with the hour and the room."""
    for number, one in enumerate(layout):
        near = [*layout[number + 1 : number + 4], *layout[max(number - 1, 0) : number]] if heads_event(one) else []
        near = [line for line in near if is_day(line.text) or _CLOCK.search(line.text)]
        rooms = [one] if _CLOCK.search(one.text) and _IN_A_ROOM.search(one.text) else []
        for line in [*near, *rooms]:
            dated = labelled_date(line.text, *released) if len(line.text) < _A_LINE else Dated()
            above = line.start < one.start and dated.basis == released[1]
            if (dated.iso or dated.partial) and not above:
                return dated
    return None


def _day_of_lead(narrative: str, layout: list[Paragraph], released: tuple[str | None, str | None]) -> Dated:
    """The “today” of the first sentence of a release, where the sentence that names its event gives no day."""
    for paragraph in [one for one in layout if not (one.residue or one.heading) and len(one.text) > _A_SENTENCE][:1]:
        starts = [*sentence_starts(narrative, paragraph.start, paragraph.end), paragraph.end]
        for low, high in pairwise(starts):
            meets = _WILL_MEET.search(narrative, low, high) and find_bodies(narrative, low, high)
            dated = event_date(narrative[low:high], *released) if meets else Dated()
            if dated.iso or dated.partial:
                return dated
        dated = event_date(narrative[paragraph.start : starts[1]], *released)
        if dated.basis and re.search(
            r"\b(?:today|tomorrow|hoy|this (?:morning|afternoon))\b", dated.basis, re.IGNORECASE
        ):
            return dated
    return Dated()


def place_of(found: Found, narrative: str, layout: list[Paragraph]) -> str | None:
    """Where the event was: a `WHERE:` line, or a room or building in or after the event's sentence."""
    for start, end in _after_label(_WHERE, narrative, layout):
        return narrative[start:end].strip(" .")
    room = next((one.text for one in _announced(layout) if _ROOM.search(one.text)), None)
    if room:
        return room.strip(" .")
    match = _PLACE.search(narrative, found.start, min(found.end + 600, len(narrative)))
    return match.group(1).strip().removeprefix("the ") if match else None


def body_of(found: list[Found], text: str, narrative: str) -> str | None:
    """The body that held the event, named nearest to it, else the first one in the opening of the release."""
    for one in found[:_NEAREST]:
        named = _body_in(one, text if one.spoken else narrative, first=one is found[0])
        if named is not None:
            return named or None
    choice = find_bodies(narrative, 0, min(found[0].start, 2000)) or find_bodies(narrative, 0, 2500)
    choice = [one for one in choice if not _A_MEMBER.search(narrative, max(one.start - 60, 0), one.start)]
    return choice[0].name if choice else None


def _body_in(found: Found, source: str, *, first: bool) -> str | None:
    """The body that an event's sentence names; empty where its bodies only say where somebody sits.

    In sentences behind the first a body counts that is said to hold the event, or that a member of it sits on.
    """
    here = find_bodies(source, found.start, found.end)
    held = [
        one
        for one in here
        if re.fullmatch(r"\s{1,9}(?:[\w-]{1,30}\s{1,9}){0,3}", source[one.end : found.mention] or "x")
    ]
    after = [
        one
        for one in here
        if re.fullmatch(
            r"[^.;]{0,60}?\b(?:of|by|before)\s{1,9}(?:the\s{1,9})?", source[found.mention : one.start] or "x"
        )
    ]
    if not first:
        named, here = bool(here), [one for one in here if _SEAT.search(source, max(one.start - 60, 0), one.start)]
        if named and not (held or after or here):
            return None
    if held or after or here:
        own = held or after or _not_of_members(source, here, found.type)
        return own[0].name if own else ""
    chamber = _CHAMBER.search(source, found.start, found.end)
    return " ".join(chamber.group(1).split()).rstrip(",") if chamber else None


def _not_of_members(source: str, here: list[Body], kind: str) -> list[Body]:
    """The bodies but those that only say where somebody sits: several in one title, or at what is no hearing."""
    sits = [one for one in here if _SITS_ON.search(source, max(one.start - 60, 0), one.start)]
    joined = len(here) > 1 and _AND_BODY.fullmatch(source, here[0].end, here[1].start)
    if sits and here[0] is sits[0] and (joined or kind != "hearing"):
        return []
    return here
