"""What a release says of its event: title, day, place and body."""

import re

from hearings.importing.releases.events.bodies import Body, find_bodies
from hearings.importing.releases.events.dates import labelled_date
from hearings.importing.releases.events.hearing_titles import is_of_event, marked_title
from hearings.importing.releases.events.lines import CLOCK, ROOM, after_label, announced, head_of_transcript
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.events.titles import beside_event, is_anothers, is_name, on_a_line, without_event
from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.reading import NotSpeech
from hearings.importing.releases.speech.terms import is_title

_WHERE = re.compile(r"(?:where|place|location)\s?:\s{0,9}(\S.{2,160})", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?:in|at)\s{1,9}((?:the\s{1,9})?(?:[Rr]oom\s{1,9})?(?:[A-Z]{0,4}-?\d{1,4}[A-Z]?\s{1,9}(?:of\s{1,9}the\s{1,9})?)?(?:[A-Z][\w’'-]+\s{1,9}){1,4}(?:(?:Senate|House)\s{1,9})?(?:Office\s{1,9})?Building"
    r"|(?:Dirksen|Hart|Russell|Rayburn|Longworth|Cannon)\s{1,9}(?:SD-|SH-|SR-)?\d{2,4})"
)
_WORDS = r"[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,4}"
_UNQUOTED = re.compile(
    r"\b(?:entitled|titled)\s{0,9}[,:]?\s{1,9}([A-Z][^.;“”\"\n]{8,160}?"
    rf"(?:(?:,\s{_WORDS}){{1,4}},?\sand\s{_WORDS}"  # a title that ends with a list, or with a town and its state
    rf"|\sin\s{_WORDS},\s(?:(?:New|North|South|West|Rhode|Puerto)\s)?[A-Z][a-z]{{3,14}})?)"
    r"(?=[.;,]|\s{1,9}(?:which|where|that|to|on)\s{1,9}[a-z]|$)",
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
# The name of a subcommittee behind its hearing: `the Senate Subcommittee hearing on Ropes, Knots, and the Law`.
_NAMES_BODY = re.compile(r"[Ss]ubcommittee\s(?:\w+\s)?hearing\son\s$")
_LIST_OF_THINGS = re.compile(rf"(?:[A-Z]\w+(?:\s[A-Z]\w+){{0,2}},\s){{1,4}}and\s(?:the\s)?{_WORDS}")
_QUOTED = re.compile(r"\bhearing\b[^“”\"\n:]{0,60}[“\"]([A-Z][^“”\"\n]{3,200}?)[,.]?[”\"]", re.IGNORECASE)
_IN_A_TITLE = r"(?:[A-Z0-9][\w’'&.-]{0,30}|of|the|and|for|in|on|to|an?|with|from|by)"
_OF_PEOPLE = (
    r"(?:Sen|Rep|Senator|Representative|Congress\w{2,8}|Vice|Chair\w{0,6}|Ranking|Members?)\b"
    r"|(?:said|says|told|was|is|are|were|will)\b"
)
# Titles without marks: `the Oversight of BODY hearing`, `The hearing, TITLE, was`, `Hearing on the TOPIC: TITLE`,
# `will hold a hearing, TITLE, to discuss`.
_PLAIN = (
    re.compile(
        r"\b(?:[Aa]t|[Dd]uring|in|from)\s(?:the|today[’']s|yesterday[’']s)\s(?:(?:[A-Z][\w’'&-]{1,20}\s){1,6}(?<=[’']s\s))?"
        rf"((?:Oversight\sof|[A-Z][a-z]{{3,14}}ing\s(?:the|an?|our)|(?:{_IN_A_TITLE}\s){{1,8}}{_IN_A_TITLE}:)\s(?:{_IN_A_TITLE}\s){{0,14}}?[A-Z][\w’'&-]{{1,30}})"
        r"\s(?:(?:field|oversight|joint|virtual|[Ss]ubcommittee|[Cc]ommittee)\s){0,2}[Hh]earing\b"
    ),
    re.compile(
        r"\b[Tt]he\s(?:[\w’'-]{2,20}\s){0,2}(?:hearing|roundtable|forum),\s([A-Z][^.;“”\"\n]{12,160}?),\s"
        r"(?:was|is|will|examined|focused|explored|looked|held|featured|included|comes|came)\b"
    ),
    re.compile(
        r"\b(?:hold|holds|held|holding|convene[ds]?|host(?:s|ed)?|for|at)\s(?:an?|its|their|his|her)\s(?:[\w’'-]{2,20}\s){0,5}"
        rf"(?:hearing|roundtable|forum),\s(?=[^.;“”\"\n]{{4,100}}:\s[A-Z]|(?:(?!{_OF_PEOPLE})[\w’'-]{{1,20}}\s){{5}})"
        r"([A-Z][^.;“”\"\n]{12,160}?)"
        r"(?<!\ssaid)(?<!\ssays)(?<!\stold)(?<!\sadded)(?<!\snoted)(?=,\s(?:(?:to|which|that|where|at|in|on)\s|today\b|this\s)|\.(?:\s|$)|$)",
        re.MULTILINE,
    ),
    re.compile(r"\bHearing\son\sthe\s([A-Z][^.;:“”\"\n]{5,120}:\s[A-Z][^.;:“”\"\n]{5,120})(?=[.;\n]|$)"),
)
_ENTITLED = re.compile(
    r"\bhearing,?\s(?:entitled|titled|called)\s([A-Z][^.;“”\"\n]{12,160})(?=\.(?:\s|$))", re.MULTILINE
)
# The title of a hearing that begins with the word: `Transcript: Hearing to examine the Harbor Budget`.
_HEARING_TO = re.compile(r"(?:[A-Z]\w{2,14}\s){0,2}[Hh]earing\s(?:to\s[a-z]{4,12}|regarding|concerning)\s")
_WHAT = re.compile(
    r"[*#_]{0,3}\s?(?:what|(?:[A-Z]{2,8}\s|(?:full|joint|field|oversight|legislative|(?:sub)?committee)\s){0,3}(?:hearing|briefing|roundtable)"
    r"|subject|topic|title)\s?:\s{0,9}(\S.{2,200})",
    re.IGNORECASE,
)
_SEAT = re.compile(
    r"\b(?:ranking|vice|members?|chair(?:man|woman)?)\b[^.;,]{0,24}\s(?:of|on)\s(?:the\s)?$", re.IGNORECASE
)
_SITS_ON = re.compile(r"\b(?:ranking|vice|members?)\b[^.;,]{0,24}\s(?:of|on)\s(?:the\s)?(?:U\.S\.\s)?$", re.IGNORECASE)
_A_MEMBER = re.compile(r"(?<!ranking )\b(?:members? of|serves on|sits on)\s(?:the\s)?(?:U\.S\.\s)?$", re.IGNORECASE)
_A_BODY = re.compile(
    r"(?:(?:Special|Select|Joint|House|Senate)\s){0,2}(?:Panel|(?:Sub)?[Cc]ommittee|Commission|Caucus|Task\sForce)\son\b"
)
_AND_BODY = re.compile(r"\s(?:and|&)\s(?:of\s|on\s)?(?:the\s)?")
_CHAMBER = re.compile(
    r"\b((?:U\.S\.\s)?(?:Senate|House)\s{1,9}(?:[A-Z][\w’'&-]*,?\s{1,9}(?:(?:and|on|of|the|for)\s{1,9}){0,2}){1,7}?)"
    r"(?:[a-z-]{2,20}\s{1,9}){0,3}[Hh]earing\b"
)
# Between a body and its hearing; behind a body whose head is named other words of the sentence tell who holds it.
_JUST_BEFORE = re.compile(
    r"\s{1,9}(?!(?:(?:Vice\s)?Chair\w{0,6}|Commissioner|Director|Administrator|Secretary|President|Member)\s{1,9}[A-Z])(?:[\w-]{1,30}\s{1,9}){0,3}"
)
_NEAREST = 4


def title_of(
    found: list[Found], text: str, narrative: str, layout: list[Paragraph], not_speech: list[NotSpeech]
) -> str | None:
    """The event's title: in quotation marks, in a `WHAT:` line, after `entitled`, or after `hearing on` in capitals."""
    for one in not_speech:
        if one.why != "title of the hearing" or _A_BODY.match(one.text):
            continue
        if is_of_event(one, text) and not is_anothers(text, one.start, one.end):
            return one.text.rstrip(".,;: " if "[" in one.text else ".,;:] ")
    for one in found[:_NEAREST]:
        match = _IN_SINGLE_MARKS.search(narrative, one.start, one.end)
        match = match or _IN_MARKS.search(narrative, one.start, one.end)
        if match and not is_anothers(narrative, *match.span(1)):
            return match.group(1)
    marked = marked_title(found, text, layout) or beside_event(found[:_NEAREST], text) or on_a_line(layout)
    if marked:
        return marked
    lines = after_label(_WHAT, text, layout)
    for start, end in [*lines, *((one.start, one.end) for one in found[:_NEAREST])]:
        bodies = find_bodies(narrative, start, end)
        for pattern in (*((_QUOTED,) if (start, end) in lines else ()), _UNQUOTED, *_PLAIN, _ON):
            match = pattern.search(narrative, start, end)
            words = match.group(1).strip() if match else ""
            if match and _LIST_OF_THINGS.fullmatch(words) and _NAMES_BODY.search(narrative, start, match.start(1)):
                continue
            if match and is_name(words) and not any(one.start < match.start(1) < one.end for one in bodies):
                return words
    named = [without_event(text[start:end].strip('“”"* .,')) for start, end in lines]
    anywhere = {match.group(1) for match in _ENTITLED.finditer(narrative) if is_name(match.group(1))}
    named += anywhere if len(anywhere) == 1 else ()
    return next(filter(is_name, named), None) or next(filter(None, _title_lines(layout)), None)


def _title_lines(layout: list[Paragraph]) -> list[str | None]:
    """The lines of a notice, or those that head a transcript, as titles; null for a line that is none."""
    lines = announced(layout)
    heads = head_of_transcript(lines) if lines else None
    if heads and _HEARING_TO.match(heads):
        return [heads]
    return [_title_line(heads if heads and number == 0 else one.text) for number, one in enumerate(lines)]


def _title_line(words: str) -> str | None:
    plain = labelled_date(words).basis or CLOCK.match(words) or ROOM.search(words) or find_bodies(words, 0, len(words))
    return words if is_title(words.removeprefix("the ")) and not plain and len(words.split()) > 1 else None


def place_of(found: Found, narrative: str, layout: list[Paragraph]) -> str | None:
    """Where the event was: a `WHERE:` line, or a room or building in or after the event's sentence."""
    for start, end in after_label(_WHERE, narrative, layout):
        return narrative[start:end].strip(" .")
    room = next((one.text for one in announced(layout) if ROOM.search(one.text)), None)
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
    held = [one for one in here if _JUST_BEFORE.fullmatch(source[one.end : found.mention] or "x")]
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
