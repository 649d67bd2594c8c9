"""A witness's title as written, split into the office held and the organization."""

import re

from hearings.importing.releases.people.asides import without_asides
from hearings.importing.releases.people.callings import CALLINGS, names_role
from hearings.importing.texts.lexicon import ORG_WORDS, PLACE_WORDS, TITLE_WORDS
from witnesses.names import split_name

FULL_STOP = re.compile(r"(?<!\bInc)(?<!\bCo)(?<!\bLtd)(?<!\bCorp)(?<!\bJr)(?<!\bSr)(?<!\.[A-Z])\.$")
DEGREES = re.compile(
    r"^(?:,?\s{0,9}(?:(?:[A-Z]\.){2,6}[A-Z](?=\.)|M\.?D|P[Hh]\.?\s?D|[MD]\.?P\.?H|Msph|MSPH|Dr\.?P\.?H|M\.?B\.?A|M\.?P\.?A|M\.?P\.?P|M\.?S\.?W|J\.?D|LL\.?[BM]"
    r"|Ed\.?D|Sc\.?D|Psy\.?D|Pharm\.?D|D\.?V\.?M|D\.?D\.?S|D\.?O|R\.?N|R\.?Ph|Esq|C\.?P\.?A|FAC[A-Z]{1,3}|FA[A-Z]{2,3}|M\.S|M\.A|B\.A"
    r"|[A-Z]{2,7}-(?:BC|C)|[OS]\.[PJC]|O\.S\.B|O\.F\.M|MHA|MSN|MSc|BSN|DNP|APRN|PE|P\.E|LCSW|LPC|CFA|CNM)(?:\.|\b|(?<=\.))(?![’'-]))+"
    r"(?:\s{0,9},|(?=\s|$|[;.)]))\s{0,9}"
)
_FIRM = re.compile(r"[A-Z][\w’'-]+(?:,\s[A-Z][\w’'-]+)+,?\s(?:and|&)\s[A-Z][\w’'-]+(?:,?\s(?:LLP|LLC|PLLC|P\.C\.|PC))?")
_PLACE_TAIL = re.compile(
    r",\s{1,9}(?!(?:City|Town|County|Village|Port|State|University|District|Borough)\b)[A-Z][\w.’' -]{1,25},"
    r"\s{1,9}(?P<state>D\.?C\.?|[A-Z]{2}|[A-Z][a-z]{3,12}\.?)$"
)
_TOWN = re.compile(r"(?:[A-Z][\w.’'-]{1,20}\s?){1,3},\s{1,9}(?P<state>D\.?C\.?|[A-Z]{2}|[A-Z][a-z]{3,12}\.?)")
_AND_FORMER = re.compile(
    r",?\s+and\s+(?:(?=(?:an?\s+)?(?:former(?:ly)?|current(?:ly)?|previously)\s)|an?\s+(?=[a-z]))"
    r"|,\s+(?=(?:former(?:ly)?|founder of|co-founder of)\s)"
    r"|(?:,\s+|\s+(?=and\s+))(?:and\s+)?(?:is\s+)?now\s+(?:(?:the|an?)\s+)?(?=\w)"
    r"|,\s+and\s+(?=(?:analyst|expert|author|founder|editor)\s(?:of|on|in)\s)"
)
_OF_A_PLACE = re.compile(
    r",?\s+and\s+(?:an?\s+(?:[\w-]{1,20}\s+){0,2}(?:native|resident|constituent|graduate|father|mother|veteran|farmer)\b"
    r"|(?:an?\s+)?(?:father|mother|parent|grandmother|grandfather)\s+of\s+(?:[a-z]+|\d+)\b"
    r"|(?:one\s+of|among)\s+(?:the|our|its)\s"
    r"|the\s+(?:first|only|last|youngest|oldest)\s(?:[\w-]{1,20}\s){0,4}(?:to\s|in\shistory|ever\s|elected\s)).*$"
)
_ABOUT = re.compile(r",\s+(?:on|about|regarding|discussing)\s+(?:the|his|her|their|how|what|why)\s.*$")
# What somebody came to do: `Professor at Sample College, to share her findings on rope`.
_TO_DO = re.compile(
    r",?\s+(?:here\s+|(?:is\s+|who\s+is\s+)?(?:joining|with)\s+us\s+)?to\s+(?:share|discuss|speak|talk|testify|present|tell|explain|describe|address|answer|offer"
    r"|provide|give|outline|report|highlight|update|examine|hear|walk|shed|weigh|brief|explore|reflect|comment|respond)\s.*$"
)
_EXPLAINED = re.compile(r",\s+(?:an?|the)\s+(?:[\w’'&-]{1,30}\s+){1,6}(?:that|which|who|whose)\s.*$")
_OFFICES = TITLE_WORDS | CALLINGS | {"associate"}
_FROM = re.compile(r"\s(?:from|in|near)\s[A-Z][\w ]*$")
_OF_TOWN = re.compile(
    r"\b(?:[Mm]ayor|[Gg]overnor|[Cc]ommissioners?|[Cc]ouncil(?:man|woman|member|or)|[Ss]heriff|[Ss]upervisor|[Jj]udge|[Cc]hief|[Mm]anager|[Cc]lerk|[Tt]reasurer|[Ss]uperintendent)\s(?:of|for)\s"
    r"(?:the\s)?(?:(?:[Cc]ity|[Tt]own|[Vv]illage|[Bb]orough)\sof\s)?(?:[A-Z][\w.’'-]{1,20}\s?){1,3}$"
)
_OVER_ONE = re.compile(
    r"\b(?:Secretary|Administrator|Commissioner)\s(?:of\s[\w ]{2,40}\s)?for\s(?:[A-Z][\w’-]*\s?){1,3}$"
)
_AND_OTHERS = re.compile(
    r"(?:(?:[A-Z][\w’-]*\s?){1,3},\s)*(?:and\s)?(?:[A-Z][\w’-]*\s?){1,3}(?:\sand\s(?:[A-Z][\w’-]*\s?){1,3})?"
)
_ARTICLE = re.compile(r"^an?\s+(?=former\b)")
_SPAN = re.compile(
    r",?\s+(?:with|for|of)\s+(?:(?:more|over|nearly|almost|about|the|past|last|than|some|a)\s+){0,3}"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)\s+"
    r"(?:years|decades|months|seasons|units|acres|children|employees|cows|locations|stores)\b.*$"
)
# What the hearing is for stands before the office: `the Rope Committee’s hearing to consider Example’s nominee`.
_OF_THE_HEARING = re.compile(
    r"^.{0,200}\bhearing\sto\s(?:consider|vet|question|confirm)\s(?:[A-Z][\w. ]{1,30}[’']s?\s)?"
)
_NOW = re.compile(r"^(?:now|currently|current(?!\s(?:and|or)\b))\s+(?:the\s+|an?\s+)?")
_FIRST_STATE = re.compile(
    r"^((?:former\s)?[^,]{3,60}\s(?:from|in)\s[^,]{3,30}),\s(?:[A-Z]\.\s?[A-Z]\.|[A-Z][a-z]{1,4}\.)(?=,\s)"
)
_OXFORD = re.compile(r"(?:(?:[A-Z][\w’-]*\s?){1,3},\s)+and\s[A-Z]")
_BODY = re.compile(
    r"\b(?:Department|Agency|Office|Administration|University|Center|Service|Institute|Bureau|Council|Board)\b"
)
_STATE = re.compile(r"[A-Z]{2}|(?:[A-Z]\.){2}|D\.C")
_FIRM_ENDS = re.compile(r"(?:Inc|LLC|LLP|PLLC|Ltd|Corp|L\.L\.C)\.?")
_OF_A_FIRM = re.compile(r"\s(?:of|at|for)\s(?:the\s)?[A-Z]")
_AND_POST = re.compile(
    r",?\s+and\s+(?:the\s+|an?\s+)?(?=(?:(?:co|vice)[\s-]|past\s|current\s)?(?:director|chair|head|founder|president|professor|fellow|chief|dean|editor|author)\s(?:of|at|for)\s)"
)
_QUARTERS = frozenset({"new", "rhode", "west", "of", "columbia"})
# What kind of body it is, before the name of one: `at the international non-profit | Search for Rope`.
_KIND = re.compile(
    r"(\bat\s)(?:the|an?)\s(?:[a-z-]{3,20}\s){0,3}(?:non-?profit|not-for-profit|charity|think\stank|firm|company|organi[sz]ation|group)\s(?=[A-Z])"
)
_AT = re.compile(
    r"\s{1,9}(?:at|with)\s{1,9}(?:the\s{1,9})?(?=[A-Z])"
    r"|\s{1,9}from\s{1,9}(?:the\s{1,9})?(?=(?:[A-Z][\w’'-]{1,20}\s){0,3}(?:University|College|Institute|School|Center|Foundation|Association)\b)"
)


def split_title(words: str) -> tuple[tuple[str, ...], str | None]:
    """A title as written into the offices held and the organization: `Analyst at the X`, `Director, X and former Y`."""
    if "\n" in words:
        pieces = [split_title(one) for one in words.split("\n")]
        return tuple(one for titles, _ in pieces for one in titles), next((org for _, org in pieces if org), None)
    words = _FIRST_STATE.sub(r"\1", _NOW.sub("", _SPAN.sub("", _OF_THE_HEARING.sub("", words))))
    words = without_asides(" ".join(words.replace(";", ",").split()).strip(" ,:"))
    words = _TO_DO.sub("", _ABOUT.sub("", _OF_A_PLACE.sub("", words)))
    held, *former = _AND_FORMER.split(_EXPLAINED.sub("", words))
    titles, organization = _split_one(held)
    return (*titles, *(_ARTICLE.sub("", one.strip(" ,;.")) for one in former)), organization


def _split_one(words: str) -> tuple[tuple[str, ...], str | None]:
    words = FULL_STOP.sub("", " ".join(words.split()).strip(" ,;"))
    held = {word.strip(".,").casefold() for word in words.split()} & _OFFICES
    place = _PLACE_TAIL.search(words) or (None if held else _TOWN.fullmatch(words))
    if place and (place["state"].isupper() or place["state"].endswith(".") or place["state"].casefold() in PLACE_WORDS):
        words = words[: place.start()]
    words = DEGREES.sub("", words)
    while words and (degree := split_name(f"A B, {words.split(', ')[0]}").suffix):
        words = words[len(degree) :].lstrip(" ,")
    words = _KIND.sub(r"\1", words)
    words = re.sub(r"^(?:(?:all|both|each)\s(?=nomin))?((?:nominated\s)?to\sbe\s)(?:an?\s|the\s)?", r"\1", words)
    words = re.sub(r"^(?:an?|the)\s(?:new\s|newest\s|longtime\s)?", "", words)
    if not words:
        return (), None
    if _FIRM.fullmatch(words) and not held:
        return (), words
    office, comma, rest = words.partition(", ")
    bare, first = ({word.strip(".,").casefold() for word in one.split()} for one in (words, office))
    plain = not bare & _OFFICES and not words[0].islower()
    if bare & ORG_WORDS and plain and (first & ORG_WORDS or not comma or len(first) == 1):
        return (), words
    if comma and rest.removeprefix("the ").split()[0].casefold() in TITLE_WORDS:
        return (office, rest.removeprefix("the ")), None
    listed = re.search(r"\bto\s", office) or re.match(r"(?:the|and)\s", rest)
    if comma and _is_whole(office, rest):
        return (words,), None
    at = _AT.search(rest) if comma else None
    if at and _is_whole(office, rest[: at.start()]):
        return (f"{office}, {rest[: at.start()]}",), rest[at.end() :]
    held_too = re.match(r"an?\s(?=[a-z])", rest)
    if comma and held_too and names_role(rest):
        return (office, rest[held_too.end() :]), None
    if comma and not listed:
        return (office,), rest.removeprefix("the ")
    at = _AT.search(words)
    if at and not comma:
        body, *held = _AND_POST.split(words[at.end() :], maxsplit=1)
        return (words[: at.start()], *held), body
    return (words,), None


def _is_whole(office: str, rest: str) -> bool:
    """Whether words behind a comma belong to the office: the state of a town, what a secretary is over beside more."""
    place = all(word.strip(".").casefold() in PLACE_WORDS | _QUARTERS for word in rest.split())
    if (place or _STATE.fullmatch(rest)) and (_FROM.search(office) or _OF_TOWN.search(office)):
        return True
    if _FIRM_ENDS.fullmatch(rest) and _OF_A_FIRM.search(office):
        return True
    others = _OXFORD.match(rest) or (_AND_OTHERS.fullmatch(rest) and not _BODY.search(rest))
    return bool(others and _OVER_ONE.search(office))
