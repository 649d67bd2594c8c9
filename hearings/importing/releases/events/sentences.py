"""Which sentences of a release name the hearing or other event that it is about."""

import re
from dataclasses import dataclass

from hearings.importing.releases.events.dated_events import is_dated_otherwise, own_day
from hearings.importing.releases.events.dates import is_day, leading_day
from hearings.importing.releases.layout import Paragraph, sentence_at, sentence_starts
from hearings.importing.texts.lexicon import EVENT_TYPES

_EVENT = re.compile(
    r"\b(hearing|audiencia|roundtable|forum|markup|briefing|symposium|press conference|town hall"
    r"|(?<!\bsmall )business meeting)\b"
    r"(?! aid| loss| room)",
    re.IGNORECASE,
)
_BEFORE_BODY = re.compile(
    r"\b(?:testif(?:y|ied|ies|ying)|testimony)\b[^.;“”\"\n]{0,40}\s(?:before|to)\s(?:the|a)\s"
    r"[^.;“”\"\n]{0,80}?(?:sub)?(?:committee|commission)\b"
    r"|\b(?:sub)?committee\b[^.;“”\"\n]{0,60}?\b(?:met|meets|will\s{1,9}meet)\b(?:[^.;“”\"\n]|(?<=[a-z])\.(?=\s\d)){0,80}?"
    r"\bto\s{1,9}(?:hear|receive|take)\s{1,9}testimony\b"
    r"|\b(?:appear(?:ed|s|ing)?\s{1,9}before|introduc(?:ed|es|ing)\b[^.;“”\"\n]{3,200}?\sto)\s{1,9}the\s[^.;“”\"\n]{0,80}?(?:sub)?committee\b"
    r"|\b(?:at|during|in)\s{1,9}(?:the|an?|today[’']s)\s[^.;“”\"\n]{3,90}?(?:sub)?committee,?\s{1,9}(?:titled|entitled|called)\b"
    r"|\b(?:sub)?committee\b(?:[^.;“”\"\n]|(?<=Sen)\.|(?<=Rep)\.){0,120}?\b(?:heard|will\s{1,9}hear|hears)\s{1,9}(?:\w{2,12}\s{1,9}){0,2}from\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:(?<!\bhis\s)(?<!\bher\s)last|previous|prior|past|earlier|(?:after|following|since)\s{1,9}(?:[\w’']{1,30}\s{1,9}){1,4}first)"
    r"\s{1,9}(?:\w{1,30}[’']?s?\s{1,9}){0,2}$"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\s{1,9}"
    r"(?:(?-i:[A-Z])[\w’'&-]{1,30}\s{1,9}){0,6}$"
    r"|\b(?:under|during)\s{1,9}(?:the\s{1,9})?(?:[\w’'.-]{2,20}\s{1,9}){1,3}(?:administration|presidency),\s[^.;]{0,120}$"
    r"|\bin\s{1,9}(?:[a-z]{3,9}\s{1,9})?(?:19|20)\d\d,\s[^.;]{0,120}$|\bin\s{1,9}a\s{1,9}series\b|\b(?:last|previous)\s{1,9}(?:year|month|week)\b",
    re.IGNORECASE,
)
_AFTER_EARLIER = re.compile(
    r"[^.;]{0,40}\b(?:in|on)\s{1,9}(?:January|February|March|April|May|June|July|August|September|October|November|December)\s{1,9}(?:19|20)\d\d"
    r"|[^.;]{0,30}\b(?:last|earlier this)\s{1,9}(?:year|month|week)",
)
# Below the event of the release, the first hearing is another one.
_FIRST = re.compile(
    r"\b(?:at|in|during|from)\s{1,9}(?:[\w’']{1,30}\s{1,9}){1,4}first\s{1,9}(?:\w{1,30}\s{1,9}){0,2}$", re.IGNORECASE
)
_NEXT = re.compile(
    r"\b(?:next|subsequent|future|upcoming|additional|another)\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,2}$", re.IGNORECASE
)
_TODAYS = re.compile(r"\btoday\b|\bthis (?:morning|afternoon)\b|\b(?:titled|entitled)\b", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:(?:this|today[’']s|our|for this)\s{1,9}(?:\w{1,30}\s{1,9}){0,2}"
    r"|(?:sub)?committee[’']s\s{1,9}(?:(?-i:[A-Z])[a-z]{2,9}\.?\s{1,9}\d{1,2}(?:st|nd|rd|th)?\s{1,9})(?:\w{1,30}\s{1,9}){0,2})"
    r"(hearing|forum|roundtable|briefing|markup)\b",
    re.IGNORECASE,
)
_OF = r"(?:\s(?:on|for)\s(?:the\s)?[A-Z][^.;:“”\"\n]{2,90}?)?"
_ASKS = (
    r"(?:today\s{1,9}|yesterday\s{1,9}|this\s\w{4,9}\s{1,9})?(?:questioned|pressed|grilled|quizzed|asked|interrogated|cross-examined)\s{1,9}"
    r"(?=(?:(?:former|acting|the|then-)\s{0,9})?[A-Z])"
)
_MEMBER_ASKS = re.compile(
    rf"\b(?:Committee|Subcommittee|Commission){_OF}(?:\s?\([^)\n]{{2,12}}\))?,\s{{1,9}}{_ASKS}"
    r"|\b(?:[Ii]n|[Aa]t|[Dd]uring|[Bb]efore)\s{1,9}(?:the|an?|today[’']s|yesterday[’']s)\s(?:(?:House|Senate|Joint)\s)?(?:[A-Z][\w’'&-]{1,20},?\s(?:(?:and|on|the)\s){0,2}){0,6}"
    rf"(?:Committee|Subcommittee){_OF}(?:\s(?:session|meeting|proceedings))?(?:\s(?:today|yesterday|this\s\w+|on\s\w+day))?,\s"
    rf"(?:[A-Z][\w.’'-]{{1,20}}\s){{1,6}}(?:\([^()\n]{{1,20}}\),?\s)?{_ASKS}"
)
_NOT_IN_COMMITTEE = re.compile(
    r"\b(?:letters?|wrote|interview|press\sconference|reporters|Senate\sfloor|House\sfloor|markup|in\sa\sstatement|statement\sfrom)\b"
)
_SAID_AT_IT = re.compile(
    r"\b(?:conven(?:e|ing)|call(?:ing)?)\s{1,9}(?:this|today[’']s|our)\s{1,9}(?:\w{1,30}\s{1,9}){0,2}(?:(?:sub)?committee|hearing)\b"
    r"|\b(?:your|his|her)\s{1,9}(?:written|prepared|opening)\s{1,9}testimony\b|\bthank\s{1,9}(?:you|the\s{1,9}witness(?:es)?)\s{1,9}for\s{1,9}your\s{1,9}testimony\b"
    r"|\b(?:one\s{1,9}of\s{1,9})?(?:today[’']s|our)\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,2}(?:witness(?:es)?|panelists)\b"
    r"|\bthanks\s{1,9}for\s{1,9}your\s{1,9}testimony\b|\btranscript\s{1,9}of\s{1,9}(?:[\w.’']{1,20}\s{1,9}){1,4}?(?:exchange|questioning|questions)\b",
    re.IGNORECASE,
)
_WITNESSES = re.compile(
    r"(?:^|\.\s{1,9})(?:(?:tentative|full|invited)\s)?Witness(?:es)?(?:\sList)?\s{0,3}(?::|$)",
    re.IGNORECASE | re.MULTILINE,
)
_DEMANDED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|request(?:s|ed|ing)?|ask(?:s|ed|ing)?|call(?:s|ed|ing)?\s(?:on|for)|urg(?:e|es|ed|ing)|seek(?:s|ing)?)\b"
    r"[^;\n]{0,240}?(?<!\bat\s)(?<!\bin\s)(?<!\bof\s)(?<!\bby\s)(?<!\bfrom\s)(?<!\bduring\s)(?<!\bafter\s)(?<!\bbefore\s)(?<!\bwith\s)"
    r"(?<!\bfollowing\s)(?<!\bheld\s)(?<!\bholding\s)\b(?:an?|another)\s{1,9}(?:[\w-]{2,20}\s{1,9}){0,2}$",
    re.IGNORECASE,
)
_ASKED_IN_HEADLINE = re.compile(
    r"\b(?:demand\w*|request\w*|call\w*\s(?:for|on)|urg\w+|seek\w*|wants?|pushe?s?\sfor)\b(?!.*\b(?:at|in|during|after|following|on)\b)",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"[^.;\n]{0,80}\b(?:was|is|has\sbeen|fue|ha\ssido)\s(?:postponed|cancell?ed|pospuesta|aplazada|cancelada|suspendida)\b"
)
_WILL_BE = re.compile(r"[^.;\n]{0,40}\b(?:entitled|titled)\b|[^.;\n]{0,60}\b(?:on|this)\s[A-Z][a-z]{2,8}(?:day|\s\d)")
_HEADS_WORDS = re.compile(
    r"(?:(?:opening|prepared|written)\s)?(?:statement|testimony|remarks)\s(?:of|by)\s|[^.:\n]{3,80}\bopening\s(?:statement|remarks)\b",
    re.IGNORECASE,
)
_OF_A_BODY = re.compile(r"\b(?:sub)?committee\b|\bcommission\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:Committee|Subcommittee|Commission)\b")
_REACH_OF_SPEECH = 12000
_ANOTHER = re.compile(
    r"\bIn\s{1,9}(?:[A-Z][a-z]{2,8}\s{1,9})?(?:19|20)\d\d,\s[^.;]{0,120}\b(?:hearing|forum|roundtable|briefing)\b|"
    r"\b(?:previous|prior|past|earlier)\s{1,9}(?:[\w-]{2,20}\s){0,2}?(?:hearings|forums|roundtables|briefings)\b"
    r"|\b(?:at|in|during)\s{1,9}(?:the|its|a)\s{1,9}(?:first|second|third|fourth)\s{1,9}(?:[\w-]{2,20}\s){0,2}?hearing\b"
    r"|\b(?:an?|the|at|in|its|their|his|her|our)\s{1,9}(?:[\w-]{2,20}\s){0,2}?(?:last|previous|prior|past|earlier|separate|recent|upcoming|future)"
    r"\s{1,9}(?:[\w’'-]{1,30}\s{1,9}){0,5}(?:hearing|forum|roundtable|briefing)\b"
    r"|(?<!\d\s)\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s{1,9}(?:(?:19|20)\d\d\s{1,9})"
    r"(?:[\w’'&-]{1,30}\s{1,9}){0,6}(?:hearing|forum|roundtable|briefing)\b"
    r"|\b(?:hearing|forum|roundtable|briefing)\s{1,9}(?:held\s{1,9})?(?:last|earlier\s{1,9}this)\s{1,9}(?:year|month|week)\b"
    r"|\b(?:hearing|forum|roundtable|briefing)\s{1,9}(?:held\s{1,9})?in\s{1,9}"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"(?:(?:joint|full|field|oversight|legislative|open|subcommittee|committee)\s{1,4}){0,3}"
    r"(?:hearing|roundtable|briefing|markup|forum)\s?:\s{1,9}[A-Z“\"]",
    re.IGNORECASE,
)
_HEADS_OF_BODY = re.compile(
    r"[A-Z][^.:;“”\"\n]{3,120}\s(?:[Cc]ommittee|[Ss]ubcommittee|COMMITTEE|SUBCOMMITTEE|Commission)\s"
    r"(?:(?:[Ff]ield|[Oo]versight|[Ll]egislative|[Oo]pen|[Jj]oint)\s)?(?:[Hh]earing|HEARING|[Rr]oundtable|[Bb]riefing|[Mm]arkup|[Ff]orum)"
)
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
# A hearing named with its day, which is another one where the release speaks of one today.
_DATED = re.compile(
    r"\b(?:at|in|during)\s{1,9}an?\s{1,9}(?:[\w’'-]{2,30}\s{1,9}){0,6}(?:hearing|forum|roundtable|briefing)\b[^.;\n]{0,80}?"
    rf"\s(?:on|in)\s{{1,9}}(?:{_MONTH})\s{{1,9}}(?:\d{{1,2}},\s{{1,9}})?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_HELD_TODAY = re.compile(
    r"\btoday(?:[’']s)?\b[^.;\n]{0,120}\bhearing\b|\bhearing\b[^.;\n]{0,80}\btoday\b", re.IGNORECASE
)
_REACH = 700
_EARLIER_TOLD = "The text mentions an earlier event (“{}”); it was not taken as the event of this release."
_MOST = 12
_LONGEST_HEADING = 250


@dataclass(frozen=True)
class Found:
    """The event of a release and the sentence that it was read from; `start` and `end` bound that sentence."""

    type: str
    start: int
    end: int
    mention: int
    spoken: bool = False


def find_events(narrative: str, text: str, layout: list[Paragraph]) -> tuple[list[Found], str | None]:
    """The sentences that name the event of the release, and a warning where an earlier hearing was passed over."""
    found: list[Found] = []
    passed, demanded = None, False
    lead = _lead(layout)
    own = own_day(narrative, lead, layout, _EVENT)
    for paragraph in lead:
        starts = sentence_starts(narrative, paragraph.start, paragraph.end)
        named = list(_EVENT.finditer(narrative, paragraph.start, paragraph.end))
        for match in named or _BEFORE_BODY.finditer(narrative, paragraph.start, paragraph.end):
            low, high = sentence_at(starts, match.start(), paragraph.end)
            low, high = max(low, match.start() - _REACH), min(high, match.end() + _REACH)
            ahead = narrative[max(low, match.start() - 80) : match.start()]
            if _is_earlier(narrative, match, low, high, own) or (found and _FIRST.search(ahead)):
                passed = passed or _EARLIER_TOLD.format(_near(text, match, low, high))
                break
            if _is_demanded(narrative, match, low, high) or _PUT_OFF.match(narrative, match.end(), high):
                demanded = True
                continue
            if found and _NEXT.search(ahead):
                continue
            if len(found) < _MOST and not (passed and not found and not _TODAYS.search(narrative[low:high])):
                kind = EVENT_TYPES[match.group(1).casefold()] if named else "hearing"
                found.append(Found(kind, low, high, match.start()))
    unsaid = None
    if not found and not demanded:
        unsaid = _asked(narrative, layout) if passed else _spoken_of(text) or _implied(narrative, text, layout)
        unsaid = unsaid or _late(narrative, layout)
    if unsaid:
        return [unsaid], passed
    first_type = "hearing" if any(one.type == "hearing" for one in found) else found[0].type if found else ""
    return [one for one in found if one.type == first_type], None if found else passed


def _late(narrative: str, layout: list[Paragraph]) -> Found | None:
    """The event that only a later paragraph names: `at a hearing held today`, `the hearing, titled “TITLE”`."""
    for paragraph in [one for one in layout if not one.residue]:
        starts = sentence_starts(narrative, paragraph.start, paragraph.end)
        for match in _EVENT.finditer(narrative, paragraph.start, paragraph.end):
            low, high = sentence_at(starts, match.start(), paragraph.end)
            if _TODAYS.search(narrative, low, high) and not _is_earlier(narrative, match, low, high):
                return Found(EVENT_TYPES[match.group(1).casefold()], low, high, match.start())
    heads = next((one for one in layout if heads_event(one)), None)
    match = _EVENT.search(heads.text) if heads else None
    if not heads or not match:
        return None
    return Found(EVENT_TYPES[match.group(1).casefold()], heads.start, heads.end, heads.start + match.start())


def _spoken_of(text: str) -> Found | None:
    """The event that only quoted words name: `at this hearing`."""
    match = _SPOKEN.search(text[:4000])
    kind = EVENT_TYPES[match.group(1).casefold()] if match else ""
    return Found(kind, match.start(), _end_of_sentence(text, match), match.start(1), True) if match else None


def _implied(narrative: str, text: str, layout: list[Paragraph]) -> Found | None:
    """A hearing that is never called one: a member of a committee questions somebody, or says what only fits it."""
    asked = _asked(narrative, layout)
    if asked:
        return asked
    listed = _WITNESSES.search(narrative)
    if listed and (body := _BODY.search(narrative, 0, listed.start())):
        return Found("hearing", body.start(), listed.end(), body.end())
    said = _SAID_AT_IT.search(text, 0, _REACH_OF_SPEECH)
    if said:
        return Found("hearing", said.start(), _end_of_sentence(text, said), said.start(), True)
    return _late(narrative, layout) or _headed(layout)


def _headed(layout: list[Paragraph]) -> Found | None:
    """The event that only the lines at the head name: a headline, a `WHAT:`, or the heading of what somebody said."""
    top = [one for one in layout if not one.contact and one.text[-1] not in ".!?"][:10]
    for line in top:
        named = _EVENT.search(line.text) if len(line.text) < _LONGEST_HEADING else None
        if named and _ASKED_IN_HEADLINE.search(line.text[: named.start()]):
            return None
        if (
            named
            and not _is_earlier(line.text, named, 0, len(line.text))
            and not _DEMANDED.search(line.text[: named.start()])
        ):
            return Found(EVENT_TYPES[named.group(1).casefold()], line.start, line.end, line.start + named.start())
    for number, line in enumerate(top):
        near = " ".join(one.text for one in top[number : number + 4])
        if len(line.text) < _LONGEST_HEADING and _HEADS_WORDS.match(line.text) and _OF_A_BODY.search(near):
            return Found("hearing", line.start, line.end, line.start)
    return None


def _asked(narrative: str, layout: list[Paragraph]) -> Found | None:
    """The sentence in which a member of a committee questions somebody."""
    for paragraph in _lead(layout)[:3]:
        asks = _MEMBER_ASKS.search(narrative, paragraph.start, paragraph.end)
        if asks:
            starts = sentence_starts(narrative, paragraph.start, paragraph.end)
            low, high = sentence_at(starts, asks.start(), paragraph.end)
            if not _NOT_IN_COMMITTEE.search(narrative, low, high):
                return Found("hearing", low, high, asks.end())
    return None


def _lead(layout: list[Paragraph]) -> list[Paragraph]:
    body = [one for one in layout if not one.residue and not one.heading]
    sentences = [one for one in body if one.text[-1] in '.:!?”"' or len(one.text) > 120]
    return sentences[:7] or body[:7]


def _is_earlier(narrative: str, match: re.Match[str], low: int, high: int, own: str | None = None) -> bool:
    """Whether an event is told as one of before; `own` is the day by which the release names its own."""
    ahead = narrative[max(low, match.start() - 200) : match.start()]
    earlier = _EARLIER.search(ahead) or is_dated_otherwise(ahead, own)
    return bool(earlier or _AFTER_EARLIER.match(narrative, match.end(), high))


def _is_demanded(narrative: str, match: re.Match[str], low: int, high: int) -> bool:
    """Whether a sentence only asks for a hearing, without the day or the title of one."""
    return bool(_DEMANDED.search(narrative, low, match.start())) and not _WILL_BE.match(narrative, match.end(), high)


def of_first_event(layout: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs down to the second of several lines that head an event (`Hearing: TITLE`) and its day."""
    heads = [number for number, one in enumerate(layout) if heads_event(one)]
    if len(heads) < 2:
        return layout
    stop = heads[1]
    while stop > heads[0] + 1 and is_day(layout[stop - 1].text):
        stop -= 1
    return layout[:stop]


def heads_event(line: Paragraph) -> bool:
    """Whether a line is the heading of an event in a list of events: `Joint Subcommittee Hearing: TITLE`."""
    heads = _HEADS.match(line.text) or (_HEADS_OF_BODY.fullmatch(line.text) and line.number)
    return bool(heads) and len(line.text) < 250


def _end_of_sentence(text: str, match: re.Match[str]) -> int:
    stop = text.find("\n", match.end(), match.end() + 300)
    starts = sentence_starts(text, match.start(), stop if stop > 0 else min(match.end() + 300, len(text)))
    return starts[1] if len(starts) > 1 else stop if stop > 0 else min(match.end() + 300, len(text))


def of_another_event(narrative: str, low: int, high: int) -> bool:
    """Whether a sentence speaks of a hearing of another day: an earlier one, or one named by its month and year."""
    if _TODAYS.search(narrative, low, high):
        return False
    dated = _DATED.search(narrative, low, high)
    return bool(_ANOTHER.search(narrative, low, high) or (dated and _HELD_TODAY.search(narrative, 0, min(low, 3000))))


def is_agenda(found: list[Found], narrative: str) -> bool:
    """Whether several sentences each open with the day of an event of its own."""
    return len({leading_day(narrative[one.start : one.end]) for one in found} - {None}) > 1


def _near(text: str, match: re.Match[str], low: int, high: int) -> str:
    words = text[max(low, match.start() - 60) : min(high, match.end() + 40)].split()
    return " ".join(words[1:-1] if len(words) > 4 else words)
