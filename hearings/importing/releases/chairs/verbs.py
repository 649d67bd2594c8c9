"""Who is said by a verb to have presided: `NAME chaired a hearing`, `NAME held the first hearing of the year`."""

import re

from hearings.importing.releases.events.sentences import Found
from hearings.importing.releases.layout import sentence_starts
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.subjects import subject

_PRESIDIO = (
    r"|\b(?:celebró|convocó|presidió|encabezó|dirigió|condujo),?\s{1,9}(?:[\w’'-]{1,30},?\s{1,9}){0,7}?audiencia\b"
)
_ON_A_DAY = r"(?:an?\s{1,9}[A-Z][a-z]{2,8}\.?\s{1,9}\d{1,2},\s{1,9}(?:19|20)\d\d,?\s{1,9})?"
_CHAIR_VERB = re.compile(
    r"\b(?:co-?)?(?:chair(?:ed|ing|s)|(?:(?<=\bto\s)|(?<=\bwill\s)|(?<=\balso\s)|(?<=\bwho\s)|(?<=\bI\s))chair"
    r"|presid(?:ed|es|ing)\s{1,9}(?:in\s{1,9}(?:the\s{1,9})?(?:place|absence|stead)\s{1,9}of\s[^.;,]{3,60}\s)?(?:over|at)"
    rf"|gavell?(?:ed|s)(?:\s{{1,9}}(?:in|open|out|to\s{{1,9}}order))?)\s{{1,9}}{_ON_A_DAY}"
    r"(?:[\w’'-]{1,30}\s{1,9}){0,9}?[\w-]{0,30}(?:hearing|forum|roundtable|briefing|markup)\b",
    re.IGNORECASE,
)
# What is held: `the first Rope Committee oversight`, not `a sign at the`.
_HELD_OBJECT = (
    r"(?:(?!(?:at|during|before|after|ahead|outside|following|in|to|with|from|by|that|when|while)\b)"
    r"[\w’'-]{1,30}\s{1,9}){0,8}?"
)
_HELD_VERB = re.compile(
    r"(?<!helped )(?<!help )\b(?:led|leads|held|holds|convened|convenes|conducted|conducts"
    r"|(?<=\bwill\s)(?:lead|hold|convene|conduct))"
    rf"\s{{1,9}}{_ON_A_DAY}{_HELD_OBJECT}hearing\b" + _PRESIDIO,
    re.IGNORECASE,
)
_LED_VERB = re.compile(
    r"(?<!helped )(?<!help )\b(?:led|held|holds|hosted|convened|opened|opens|kicked\s{1,9}off)"
    rf"\s{{1,9}}{_ON_A_DAY}{_HELD_OBJECT}(?:hearing|forum|roundtable|briefing|markup)\b" + _PRESIDIO,
    re.IGNORECASE,
)
_PRESIDES = re.compile(r"chaired|presid|gavel", re.IGNORECASE)
_RANKING = re.compile(
    r"(?:\s?\([^)\n]{1,20}\))?,\s{1,9}(?:the\s{1,9})?"
    r"(?:(?!(?:and|with)\b)[\w’'-]{2,20}\s{1,9}){0,3}(?:top|ranking|vice)\b(?!\s(?:chair\w{0,6}|member)\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_WHILE = re.compile(r",?\s{1,9}while\s{1,9}(?:(?:he|she)\s{1,9}was\s{1,9})?$")
_INSTEAD = re.compile(r",?\s{1,9}in\s{1,9}(?:the\s{1,9})?(?:absence|place|stead)\s{1,9}of\s[^,;\n]{3,60},?\s{0,9}$")
_A_LINE = 120


def by_verb(found: Found, narrative: str, chairs: set[str], mentions: Mentions, people: Registry) -> str | None:
    """Who chaired, held or led the event in its sentence; who led what is no hearing only where called a chair."""
    for pattern, needs_title in ((_CHAIR_VERB, False), (_HELD_VERB, False), (_LED_VERB, True)):
        for match in pattern.finditer(narrative, found.start, found.end):
            who = _who(narrative, match, mentions, people, chairs if needs_title else None)
            if who:
                return who
    return None


def _who(
    narrative: str, verb: re.Match[str], mentions: Mentions, people: Registry, chairs: set[str] | None
) -> str | None:
    low = max(narrative.rfind("\n", 0, verb.start()) + 1, verb.start() - 500)
    start = sentence_starts(narrative, low, verb.start())[-1]
    named, instead = mentions.within(start, verb.start()), None
    doing = _WHILE.search(narrative, start, verb.start())
    label = mentions.label_ending(doing.start(), start) if doing and verb.group()[:5].casefold() == "chair" else None
    if label and label.mention:
        return people.resolve(label.mention.name, label.mention.titles).full
    if not named and verb.group().split()[0].endswith("ing"):
        line_end = narrative.find("\n", verb.end())
        named = mentions.within(verb.end(), line_end if line_end > 0 else len(narrative))[:1]
    elif chairs is None and named:
        instead = _INSTEAD.search(narrative, max(start, verb.start() - _A_LINE), verb.start())
        label, certain, _ = subject(narrative, start, instead.start() if instead else verb.start(), mentions)
        if label and label.kind == "pronoun":
            several = {people.resolve(one.name, one.titles).full for one in named}
            named = named[:1] if len(several) == 1 else []
        else:
            named = [label.mention] if label and label.mention and certain >= 0.75 else []
        presides = instead or _PRESIDES.match(verb.group())
        named = [one for one in named if presides or not _is_second(narrative, one, mentions, people)]
    full = [people.resolve(one.name, one.titles).full for one in named]
    return next((name for name in full if name and names_somebody(name) and (chairs is None or name in chairs)), None)


def _is_second(narrative: str, one: Mention, mentions: Mentions, people: Registry) -> bool:
    """Whether the text calls somebody the ranking member or a vice chair, who holds a hearing only with another."""
    full = people.resolve(one.name, one.titles).full
    same = [each for each in mentions.all if full and people.resolve(each.name, each.titles).full == full]
    return any({"ranking", "vice"} & set(each.titles) or _RANKING.match(narrative, each.end) for each in same or [one])
