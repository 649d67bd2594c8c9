"""Who is the chair of the body that held a hearing, or whom words behind the hearing have hold it."""

import re

from hearings.importing.releases.events.bodies import Body, find_bodies
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.layout import sentence_at, sentence_starts
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.texts.lexicon import word_set

_CHAIR = r"[Cc]hair(?:man|woman|person)?\b"
_BEFORE = re.compile(
    rf"(?:[’']s?)?\s{{1,9}}{_CHAIR},?\s{{1,9}}(?:(?:U\.S\.\s)?(?:Sen\.|Rep\.|Senator|Representative|Congress\w+)\s{{1,9}})?"
)
_IS = r"(?:is|serves\s{1,9}as)\s{1,9}"
_BEHIND = re.compile(
    r"(?:\s?\([^)\n]{1,20}\)|,\s[RDI]-[\w. ]{2,12})?"
    rf"(?:\s?,\s{{1,9}}(?:who\s{{1,9}}{_IS})?|\s{{1,9}}{_IS})"
    rf"(?:the\s{{1,9}}|a\s{{1,9}})?(?:(?:new|incoming|current|longtime)\s{{1,9}})?{_CHAIR}"
    r"(?:(?:\s{1,9}and\s{1,9}[^.;,]{3,60})?\s{1,9}(?:of|on)\s{1,9}(?:the\s{1,9})?|,\s{1,9}(?=[A-Z]))"
)
_NOT_NOW = re.compile(r"\b(?:former|ex|vice|ranking|co)[\s-]{1,9}(?:[\w&]{1,20}\s){0,8}$", re.IGNORECASE)
_THAT = re.compile(
    r"\b(?:[Hh]earings?|roundtable|forum|briefing|markup),?\s{1,9}(?:(?:\w{2,20}\s{1,9}){0,3}(?:that|which)\s{1,9})?(?=[A-Z])"
)
_HAS_HELD = re.compile(
    r",?\s{1,9}(?:has\s|had\s)?(?:held|chaired|convened|called(?!\s{1,9}(?:on|upon|for|out|it)\b)|presided\s{1,9}over|led)\b"
)
_PRESIDING = re.compile(
    r"\b(?:with\s{1,9}(?=[^;,\n]{3,60}\s{1,9}(?:presiding|in\s{1,9}the\s{1,9}chair)\b)|under\s{1,9}(?:the\s{1,9}chairmanship|the\s{1,9}gavel)\s{1,9}of\s{1,9})"
)
_TO_COME = re.compile(
    r"\b(?:will\s(?!come\b)|(?:is|are)\s(?:scheduled|slated|set|expected|to\sbe)\b|upcoming\b|next\s(?:week|month)\b|to\stestify\b)"
)
_AND_HE = re.compile(r"\band\s{1,9}(?:the\s{1,9})?$")
_COMMON = word_set("senate house u.s us united states joint select special permanent standing full the on of and")
_KINDS = word_set("committee subcommittee commission committees subcommittees")
_UP_TO = re.compile(r"(?:the\s{1,9})?(?:[a-z]{4,12}\s{1,9}){0,2}")
_TAKES_PART = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:\s?,[^.;\n]{1,240}?,)?\s{1,9}(?:(?:today|yesterday|also)\s{1,9})?"
    r"(?:participat(?:ed|es)\s{1,9}in|took\s{1,9}part\s{1,9}in|takes\s{1,9}part\s{1,9}in|attend(?:ed|s)|joined|spoke\s{1,9}at|testif(?:ied|ies)\s{1,9}(?:at|before))\s"
)
_OF_THE_FULL = re.compile(
    r"\b(?:[Ff]ull|[Ww]hole)\s{1,9}(?:[\w’'&,-]{1,20}\s{1,9}){0,8}?[Cc]ommittee(?:[’']s)?\s{1,9}(?:[\w’'-]{2,20}\s{1,9}){0,3}?(?:hearing|markup|roundtable)\b"
    r"|\b(?:hearing|markup|roundtable)\s{1,9}(?:of|by|before|in)\s{1,9}the\s{1,9}(?:full|whole)\b"
)
_BODY_OF = re.compile(
    r"\s{1,9}(?:of|on)\s{1,9}(?:the|this|that|our|their)\s{1,9}(?:full\s{1,9})?(?P<generic>(?:sub)?committee\b|panel\b)?",
    re.IGNORECASE,
)
_PART_HOLDS = re.compile(
    r"\b[Ss]ubcommittee\b(?:\s{1,9}(?:on|for)\s[^.;:“”\"\n]{3,120}?)?\s{1,9}(?:today\s{1,9}|is\s{1,9}(?:(?:currently|now|today)\s{1,9})?|will\s{1,9})?"
    r"(?:hold(?:s|ing)?|held|conven(?:e|es|ed|ing)|meets|met|conduct(?:s|ed)?)\s[^.;\n]{0,60}?\bhearing\b"
    r"|\b(?:[Tt]oday[’']s|[Tt]his)\s{1,9}[Ss]ubcommittee\s{1,9}hearing\b"
)
_REACH = 160
_TOP = 3000
# Behind a body: `the Rope Committee, which he chairs`, `the Rope Committee, of which NAME is the chair`.
_WHICH = re.compile(
    r"(?:\s?\([A-Z][\w&-]{1,9}\))?,?\s{1,9}(?:(?:of|on|over)\s{1,9})?(?:which|that|where)\s{1,9}(?P<pronoun>(?:he|she)\b)?"
)
_CHAIRS_IT = re.compile(
    r"\s{1,9}(?:(?:also|now|currently)\s{1,9})?(?:chairs|heads|presides\s{1,9}over"
    rf"|(?:is|serves\s{{1,9}}as)\s{{1,9}}(?:the\s{{1,9}}|its\s{{1,9}})?{_CHAIR})(?=[,.;:)]|\s{{1,9}}(?!of\b))"
)

_COMPANY = (
    r"(?P<body>Corp(?:oration)?|Inc|Co|Company|Ltd|LLC|Group|Bank|Reserve|Board|Council|Tribe|Nation|Association|Foundation|Authority|Institute"
    r"|Chamber|Union|Fund|Trust|Guild|AARP|FCC|SEC|FDIC|FTC|NRC|FERC)\b\.?"
)
_OF_COMPANY = re.compile(rf"\b{_COMPANY}(?:[’']s?)?\s{{1,3}}{_CHAIR},?\s{{1,3}}$")
_OF_COMPANY_BEHIND = re.compile(
    rf"(?:,\s{{1,3}}(?:the\s{{1,3}})?{_CHAIR})?\s{{1,3}}of\s{{1,3}}(?:the\s{{1,3}})?(?:[A-Z][\w.’&-]{{1,20}}\s{{1,3}}){{1,4}}?{_COMPANY}"
)

_OF_IT = re.compile(
    r",\s(?:the\s)?[Cc]hair(?:man|woman|person)?\sof\s(?:the|this)\s([Ss]ubcommittee|[Cc]ommittee|[Pp]anel)(?=[.,;:”\"\n]|\s(?:and|who)\b|$)"
)


def chair_of_body(
    found: list[Found], held: str | None, narrative: str, mentions: Mentions, people: Registry
) -> str | None:
    """Who is called the chair of the body that held the event: `Rope Committee Chair NAME`, `NAME, its chairman`.

    At an event that is still to come somebody else may preside, and so where heads of several bodies are named and the
    event's own sentences name none.
    """
    wanted = _key(held or "")
    if not wanted or any(_TO_COME.search(narrative, one.start, one.end) for one in found):
        return None
    full, others = set(), set()
    for one in mentions.all:
        body = _body_before(narrative, one) or _body_behind(narrative, one)
        body = None if takes_part(narrative, one) else body
        other = body or _body_behind(narrative, one, also_joined=True)
        if body and _same(_key(body.name), wanted):
            full.add(people.resolve(one.name, one.titles).full)
        elif other:
            others.add(people.resolve(one.name, one.titles).full)
    own = any(_same(_key(body.name), wanted) for one in found for body in find_bodies(narrative, one.start, one.end))
    return full.pop() if len(full) == 1 and (own or not others - full) else None


def chair_of_it(held: str | None, narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """The only one called the chair of the event’s body by its kind alone: `NAME, Chairman of the Subcommittee`."""
    full = {
        people.resolve(one.name, one.titles).full
        for one in mentions.all
        if (match := _OF_IT.match(narrative, one.party_end or one.end))
        and ("sub" in match[1].casefold()) == ("subcommittee" in (held or "").casefold())
    }
    return full.pop() if held and len(full) == 1 else None


def who_chairs_it(held: str | None, narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """Who chairs the body that held the event, where it is named so: `the Rope Committee, which NAME chairs`."""
    wanted, full = _key(held or ""), set()
    for body in find_bodies(narrative, 0, len(narrative)) if wanted else ():
        which = _WHICH.match(narrative, body.end)
        if not which or not _same(_key(body.name), wanted):
            continue
        if which["pronoun"]:
            low = max(narrative.rfind("\n", 0, body.start) + 1, body.start - 500)
            start = sentence_starts(narrative, low, body.start)[-1]
            named = {people.resolve(one.name, one.titles).full for one in mentions.within(start, body.start)}
            full |= named if len(named) == 1 and _CHAIRS_IT.match(narrative, which.end()) else set()
        elif one := next(iter(mentions.within(which.end(), which.end() + _REACH)), None):
            chairs = one.start == which.end() and _CHAIRS_IT.match(narrative, one.party_end or one.end)
            full |= {people.resolve(one.name, one.titles).full} if chairs else set()
    return full.pop() if len(full) == 1 else None


def is_the_body(held: str | None, narrative: str, at: int) -> bool:
    """Whether words such as `of the Rope Committee`, or `of the panel`, name the body that held the event."""
    of = _BODY_OF.match(narrative, at)
    if not of or not held:
        return False
    begins = {of.end(), of.start("generic")}
    body = next((one for one in find_bodies(narrative, at, at + _REACH) if one.start in begins), None)
    if body:
        return _same(_key(body.name), _key(held))
    return bool(of["generic"]) and ("sub" in of["generic"].casefold()) == ("subcommittee" in held.casefold())


def heads_another(
    full: str, found: list[Found], held: str | None, narrative: str, mentions: Mentions, people: Registry
) -> bool:
    """Whether the release calls somebody the chair of other bodies alone than the one that held the event."""
    wanted = _key(held or "")
    if not wanted or any("joint" in narrative[one.start : one.end].casefold() for one in found):
        return False
    named = [one for one in mentions.all if people.resolve(one.name, one.titles).full == full]
    bodies = [body for one in named if (body := _body_before(narrative, one) or _body_behind(narrative, one))]
    keys = [_key(body.name) for body in bodies]
    whole = not any("subcommittee" in key for key in (wanted, *keys))
    return whole and bool(keys) and all((key - _KINDS) and not (key - _KINDS) & (wanted - _KINDS) for key in keys)


def heads_company(full: str, held: str | None, narrative: str, mentions: Mentions, people: Registry) -> bool:
    """Whether somebody who is no member of Congress is called the chair of a company, a bank or a council.

    A board or a council that held the event itself is presided over by its chair.
    """
    named = [one for one in mentions.all if people.resolve(one.name, one.titles).full == full]
    if any(one.legislator for one in named):
        return False
    before = (_OF_COMPANY.search(narrative, max(one.name_start - 60, 0), one.name_start) for one in named)
    behind = (_OF_COMPANY_BEHIND.match(narrative, one.end) for one in named)
    return any(match and match["body"] not in (held or "") for match in (*before, *behind))


def heads_whole(full: str, held: str | None, narrative: str, mentions: Mentions, people: Registry) -> bool:
    """Whether somebody heads committees or commissions alone, where a subcommittee held the event, or is told to."""
    if "subcommittee" not in _key(held or "") and not _PART_HOLDS.search(mentions.text, 0, _TOP):
        return False
    named = [one for one in mentions.all if people.resolve(one.name, one.titles).full == full]
    bodies = [body for one in named if (body := _body_before(narrative, one) or _body_behind(narrative, one))]
    return bool(bodies) and not any("subcommittee" in _key(body.name) for body in bodies)


def heads_part(full: str, found: list[Found], narrative: str, mentions: Mentions, people: Registry) -> bool:
    """Whether somebody heads subcommittees alone, where the full committee is said to have held the event."""
    if not any(_OF_THE_FULL.search(narrative, one.start, one.end) for one in found):
        return False
    named = [one for one in mentions.all if people.resolve(one.name, one.titles).full == full]
    bodies = [body for one in named if (body := _body_before(narrative, one) or _body_behind(narrative, one))]
    return bool(bodies) and all("subcommittee" in _key(body.name) for body in bodies)


def takes_part(narrative: str, one: Mention) -> bool:
    """Whether somebody is only said to have been there: `NAME, chairman of a panel, took part in a hearing`."""
    return bool(_TAKES_PART.match(narrative, one.end))


def held_by_somebody(narrative: str, found: Found, mentions: Mentions, people: Registry) -> str | None:
    """Who holds it in `a hearing that NAME held`, or `with NAME presiding`."""
    for pattern, behind in ((_THAT, _HAS_HELD), (_PRESIDING, re.compile(""))):
        for match in pattern.finditer(narrative, found.start, found.end):
            label = mentions.label_at(match.end(), found.end)
            one = label.mention if label else None
            if one and one.start <= match.end() + 40 and behind.match(narrative, one.party_end or one.end):
                return people.resolve(one.name, one.titles).full
    return None


def _body_before(narrative: str, one: Mention) -> Body | None:
    low = max(narrative.rfind("\n", 0, one.start) + 1, one.name_start - _REACH)
    low = sentence_at(sentence_starts(narrative, low, one.name_start), one.name_start, one.name_start)[0]
    bodies = find_bodies(narrative, low, one.name_start)
    last = bodies[-1] if bodies else None
    fits = last and _BEFORE.fullmatch(narrative, last.end, one.name_start)
    return last if last and fits and not _NOT_NOW.search(f"{narrative[low : last.start]}{last.name} ") else None


def _body_behind(narrative: str, one: Mention, *, also_joined: bool = False) -> Body | None:
    joined = not also_joined and _AND_HE.search(narrative, max(one.start - 12, 0), one.start)
    match = None if joined else _BEHIND.match(narrative, one.end, one.end + _REACH)
    bodies = find_bodies(narrative, one.end, match.end() + _REACH) if match else []
    body = next((body for body in bodies if match and body.end > match.end()), None)
    begins = match and body and _UP_TO.fullmatch(narrative, min(match.end(), body.start), body.start)
    return body if begins else None


def _key(name: str) -> frozenset[str]:
    words = {word.strip(",.()&’'").casefold() for word in name.replace("’s", "").replace("'s", "").split()}
    return frozenset(word for word in words if word and word not in _COMMON)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are one body's: the words of one are all in the other, and both are committees or not."""
    topics = [name - _KINDS for name in (one, other)]
    kinds = ["subcommittee" in name for name in (one, other)]
    return all(topics) and kinds[0] == kinds[1] and (topics[0] <= topics[1] or topics[1] <= topics[0])
