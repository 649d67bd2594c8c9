"""The phrases in which a release says who presided, wherever they stand in it: `The panel is chaired by NAME`."""

import re

from hearings.importing.releases.chairs.lines import is_titled
from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.people.role_patterns import ENVOY
from hearings.importing.texts.lexicon import SPEECH_VERBS

_STOOD_IN = re.compile(
    r"(?:,\s{1,9}who)?\s{1,9}(?:\w{2,12}\s{1,9}){0,2}(?:presid(?:ed|es|ing)|sat\s{1,9}in|filled\s{1,9}in|chair(?:ed|s))\s{1,9}"
    r"(?:[\w’']{2,20}\s{1,9}){0,3}(?:in\s{1,9}(?:the\s{1,9})?(?:place|absence|stead)\s{1,9}of|for)\s{1,9}(?:the\s{1,9})?(?:[\w’']{2,20}\s{1,9}){0,2}[Cc]hair"
)
_LETS = re.compile(r"\b(?:authorized|allowed|asked|designated|permitted|invited|let)\s{1,9}$")
_TO_CHAIR = re.compile(
    r"\s{1,9}(?:to\s{1,9})?(?:chair|preside)\b[^.;\n]{0,40}\b(?:hearing|roundtable|forum|session|it)\b"
)
_IT_IS = (
    r"(?:\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Oo]ur)\s{1,9}(?:[a-z]{2,15}\s{1,9}){0,2}(?:hearing|roundtable|forum|briefing|session|panel|"
    r"(?:[Ss]ub)?[Cc]ommittee|[Cc]ommission)(?:[’']s\s{1,9}(?:hearing|roundtable|forum|briefing))?|\bwhich|[”\"\ufffc])"
)
_CHAIRED_BY = re.compile(
    rf"{_IT_IS},?\s{{1,9}}(?:(?:is|was|were|being)\s{{1,9}})?(?:\w{{4,12}}ly\s{{1,9}})?(?:chaired|presided\s{{1,9}}over|(?:led|headed)(?=\s{{1,9}}by\s{{1,9}}Chair))\s{{1,9}}by\s{{1,9}}"
)
_POR = re.compile(
    r"\b(?:presidid|encabezad|dirigid)[ao]\s{1,9}por\s{1,9}(?:el|la)?\s?(?:(?:president[ea]|chair)\s{1,9}(?:del?\s{1,9}(?:la\s{1,9})?"
    r"(?:sub)?(?:comité|comisión|panel|comisión)|interin[ao]),?\s{1,9})?(?:(?:el|la)\s{1,9})?"
    r"|\b(?:que|cuya\s{1,9}audiencia)\s{1,9}(?:preside|presidió|encabeza)\s{1,9}(?:el|la)\s{1,9}"
    r"|\b(?:[Ee]l|[Ll]a)\s{1,9}president[ea]\s{1,9}del?\s{1,9}(?:la\s{1,9})?(?:sub)?(?:comité|comisión|panel),?\s{1,9}(?:(?:el|la)\s{1,9})?"
)
_ITS_CHAIR_IS = re.compile(
    r"\b(?:[Tt]he|[Ii]ts)\s{1,9}(?:full\s{1,9})?(?:(?:[Ss]ub)?[Cc]ommittee[’']s|panel[’']s|Commission[’']s)\s{1,9}(?:current\s)?[Cc]hair(?:man|woman|person)?"
    r"(?:,\s{1,9}|\s{1,9}is\s{1,9}|\s{1,9})"
)
_OWN_COURTESY = re.compile(
    r"(?:(?:congresista|senador|senadora|representante|[Cc]ommittee|[Ss]ubcommittee|[Cc]ommission|[Pp]anel)\s{1,9}){0,2}"
)
_WHICH = re.compile(r"\b(?:which|that|a\s{1,9}panel)\s{1,9}$")
_CHAIRS = re.compile(r"\s{1,9}(?:also\s{1,9})?(?:chairs|heads|presides\s{1,9}over)\b")
_WHO_CHAIRED = re.compile(
    r",?\s{1,9}who\s{1,9}(?:chaired|chairs|presided\s{1,9}over|gaveled\s{1,9}in)\s{1,9}(?:the|today[’']s|yesterday[’']s|this)\s{1,9}"
    r"(?:[\w’'-]{1,20}\s{1,9}){0,3}(?:hearing|roundtable|forum|briefing|session)\b"
)
_OF_THE_BODY = re.compile(r"\b(?P<body>(?:[Ss]ub)?[Cc]ommittee|[Pp]anel|[Cc]ommission|[Cc]aucus)\s{1,9}$")
_ALONE = re.compile(r"(?:^|[.!?:;,)”\"’\ufffc—–\n]|\b(?:[a-z]+|The))\s{0,9}$")
OF_ANOTHER = re.compile(
    r"\b(?:Governors|Board|Council|Authority|Corporation|Foundation|Trustees|Directors|Association|Reserve|Tribe|Nation|Party|"
    r"Caucus|former|then|Dear|FCC|SEC|FTC|NRC|FERC|CFTC|FDIC|EEOC)\s{1,9}$"
)
_SPEAKS = re.compile(
    r"(?:,\s{1,9}who\s(?:is|was|serves|served|represents|has)\s[^.;,\n]{2,80},)?,?\s{1,9}(?:(?:also|then|later|today|yesterday)\s)?(?!wr(?:ote|ites)\b)"
    rf"(?:{SPEECH_VERBS}|had\s{{1,9}}(?:this|the\s{{1,9}}following)\s{{1,9}}to\s{{1,9}}say|asked|promised|pledged|thanked|opened|gaveled|welcomed|pressed)\b"
)
_SAID = re.compile(
    r"\b(?:said|says|noted|added|stated|asked)\s{1,9}(?:(?:[Ss]ub)?[Cc]ommittee\s|[Cc]ommission\s|[Pp]anel\s)?$"
)


def stands_in(narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """Who presided in the place of the chair, whom the text names as absent."""
    full = {
        _full(one, people)
        for one in mentions.all
        if _STOOD_IN.match(narrative, one.party_end or one.end)
        or (
            _LETS.search(narrative, max(one.start - 30, 0), one.start)
            and _TO_CHAIR.match(narrative, one.party_end or one.end)
        )
    }
    return _only(full)


def said_to_chair(narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """Whom a sentence of its own says to chair the body or to have presided; nobody where it says so of several."""
    full = set()
    for pattern in (_CHAIRED_BY, _POR, _ITS_CHAIR_IS):
        for match in pattern.finditer(narrative):
            begin = _OWN_COURTESY.match(narrative, match.end()).end()
            one = next(iter(mentions.within(match.end(), match.end() + 80)), None)
            if one and one.start <= begin:
                full.add(_full(one, people))
    for one in mentions.all:
        if _WHO_CHAIRED.match(narrative, one.party_end or one.end):
            full.add(_full(one, people))
        if _WHICH.search(narrative, max(one.start - 20, 0), one.start) and _CHAIRS.match(narrative, one.end):
            full.add(_full(one, people))
    return _only(full)


def speaks_as_chair(found: list[Found], narrative: str, mentions: Mentions, people: Registry) -> str | None:
    """The only one who speaks as `Chairman NAME` or `Subcommittee Chair NAME`, not as head of something else."""
    full, others, abroad = set(), set(), set()
    small = any("ubcommittee" in narrative[one.start : one.end] for one in found)
    for one in mentions.all:
        ahead = narrative[max(one.start - 40, 0) : one.start]
        envoy = is_titled(one) and ENVOY.search(narrative, max(one.name_start - 40, 0), one.name_start)
        if envoy or {"general", "admiral"} & set(one.titles):
            abroad.add(_full(one, people))
        if not is_titled(one) or one.possessive or OF_ANOTHER.search(ahead):
            continue
        body = _OF_THE_BODY.search(ahead)
        generic = body and _ALONE.search(ahead[: body.start()])
        if body and not generic:
            continue
        whole = bool(body) and body["body"] == "Committee" and small
        speaks = _SPEAKS.match(narrative, one.party_end or one.end) or _SAID.search(ahead)
        (full if speaks and not whole else others).add(_full(one, people))
    return _only(full - abroad) if not others - full - {None} else None


def _full(one: Mention, people: Registry) -> str | None:
    return people.resolve(one.name, one.titles).full


def _only(full: set[str | None]) -> str | None:
    return next(iter(full)) if len(full) == 1 else None
