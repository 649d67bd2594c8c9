"""Who is called the chair of something in a release, by a title or behind the name."""

import re

from hearings.importing.releases.chairs.lines import is_titled
from hearings.importing.releases.chairs.phrases import OF_ANOTHER
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.people.role_patterns import ENVOY, FORMER

_CHAIR_OF = re.compile(
    r"\s?,\s{0,9}(?:the\s{1,9})?(?:(?:incoming|outgoing|current|new)\s{1,9})?(?:(?:(?:sub)?committee|panel|commission)[’']s\s{1,9})?(?:president[ea]\s{1,9}de(?:l|\s{1,9}la)?|(?:co-)?chair(?:man|woman|person)?)\b"
    r"(?!\s{1,9}(?:emeritus|and\s{1,9}(?:vice|ranking|co-)))"
    r"(?!\s{1,9}of\s{1,9}(?:the\s{1,9})?(?:(?:U\.S\.|House|Senate|Congressional)\s{1,9}){0,2}(?:Republican|Democratic|GOP)\b)"
    r"(?!\s{1,9}of\s{1,9}(?:the\s{1,9})?(?:U\.S\.\s{1,9})?(?:Joint\s{1,9}Chiefs|Federal\s{1,9}(?:Reserve|Communications|Trade|Energy|Election|Deposit)"
    r"|Securities\s{1,9}and|Nuclear\s{1,9}Regulatory|National\s{1,9}(?:Labor|Transportation|Credit)|Board|Council|(?-i:[A-Z]{3,5})\b(?!\s{1,9}(?:Sub)?[Cc]ommittee)))",
    re.IGNORECASE,
)
WHO_CHAIRS = re.compile(
    r"\s?,\s{1,9}who\s{1,9}(?:also\s{1,9})?(?:(?:co-)?chairs|serves\s{1,9}as\s{1,9}(?:the\s{1,9})?chair\w{0,6}\s{1,9}of)\s{1,9}"
    r"(?:the|that|this)\s{1,9}(?:U\.S\.\s{1,9})?(?:panel|(?:[\w&-]{1,20}\s{1,9}){0,4}(?:sub)?committee)\b",
    re.IGNORECASE,
)
_BOTH_HEADS = re.compile(
    r"(?:\s?\([^)\n]{1,20}\))?,?\s{1,9}and\s{1,9}[^,.;\n]{3,60},\s{1,9}(?:the\s{1,9})?chair(?:man|woman|person)?\s{1,9}and\s{1,9}",
    re.IGNORECASE,
)
_CHAIRED_BY = re.compile(r"\b(?:chaired|led|headed)\s{1,9}by\s{1,9}", re.IGNORECASE)


def heads(narrative: str, one: Mention) -> bool:
    """Whether somebody is called the chair behind the name, or a hearing before it is `chaired by` her."""
    end = one.party_end or one.end
    named = _CHAIR_OF.match(narrative, end) or _BOTH_HEADS.match(narrative, end) or WHO_CHAIRS.match(narrative, end)
    return bool(named) or bool(_CHAIRED_BY.search(narrative[max(one.start - 20, 0) : one.start]))


def chairs_of(narrative: str, mentions: Mentions, people: Registry) -> set[str]:
    """Everybody whom the beginning of a release calls a chair: no former one, and of no tribe, board or agency."""
    named = [one for one in mentions.within(0, 4000) if is_titled(one) or heads(narrative, one)]
    named = [
        one
        for one in named
        if not ENVOY.search(narrative, max(one.name_start - 40, 0), one.name_start)
        and not FORMER.search(narrative, max(one.name_start - 60, 0), one.name_start)
        and not OF_ANOTHER.search(narrative, max(one.start - 40, 0), one.start)
    ]
    abroad = {
        people.resolve(one.name, one.titles).full for one in mentions.within(0, 4000) if _of_another(narrative, one)
    }
    return {full for one in named if (full := people.resolve(one.name, one.titles).full)} - abroad


def _of_another(narrative: str, one: Mention) -> bool:
    """Whether somebody is called the chair of what is no committee, or an officer: `Rope Tribe Chairman NAME`."""
    envoy = is_titled(one) and ENVOY.search(narrative, max(one.name_start - 40, 0), one.name_start)
    return bool(envoy or {"general", "admiral"} & set(one.titles))
