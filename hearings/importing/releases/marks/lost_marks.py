"""Where words in marks begin or end whose mark the copy lost: at the attribution before or behind them."""

import re

from hearings.importing.texts.lexicon import SPEECH_VERBS

_SAYS = rf"(?:{SPEECH_VERBS})"
_NAMED = (
    r"(?!(?:I|We|You|They|It|The|That|This|Who|What|As)\b)[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,3}"
    r"(?:\s?\([^)\n]{1,30}\))?"
)
_LATER = (
    r"(?:\s(?:during|at|in|to|on|when|while|after|before|following|of|about|from|today|yesterday|\w{2,6}day)\b"
    r"[^“”\"\n]{0,120}?)?"
)
_SAID_SO = (
    rf"(?:{_SAYS}\s{{1,9}}{_NAMED}(?:,[^.“”\"\n]{{1,80}})?"
    rf"|(?:{_NAMED}|he|she)(?:,[^.“”\"\n]{{1,80}},)?\s(?:{_SAYS}(?:\s(?!that\b)\w{{2,20}}ly)?"
    rf"|told\s(?:the\s[a-z]{{3,20}}|reporters|lawmakers|members|senators|{_NAMED}))){_LATER}"
)
# An attribution before the next mark or the end of the paragraph, behind words that should have closed before it.
_TAGGED = re.compile(rf"(?:(?<=[,!?])|(?<=,[’'‘]))\s{{1,9}}{_SAID_SO}[.,]\s{{0,9}}$")
_TAGGED_BARELY = re.compile(
    r"(?<=[,.!?])\s{1,9}(?:(?:said|added)\s{1,9}[^\W_a-z][^.,“”\"]{0,50}"
    r"|[^\W_a-z][\w.’'-]*(?: [\w.’'-]+){0,2} (?:said|added))[.,]\s{0,9}$"
)
# An attribution that ends its sentence, between words and their going on.
_ATTRIBUTED = re.compile(rf",?\s{_SAID_SO}\.\s{{1,9}}(?=[^\W\d_a-z])")
_PLACE = r"[ ,]{1,2}[A-Z][\w.]{0,14}"
# What a release says of itself where it begins, which no mark at its end makes speech.
_TELLS = re.compile(
    rf"(?:[A-Z][A-Z.’']{{2,20}}(?:{_PLACE}){{0,3}}|[A-Z][a-z]{{3,14}}(?:{_PLACE}){{1,3}})\s{{0,3}}[–—-]{{1,2}}\s{{0,3}}[A-Z]"
    r"|[^“”\"\n]{0,400}?\b(?:released|issued|made)\s(?:the\sfollowing|this)\s(?:\w{2,20}\s){0,2}statement"
)
_LONGEST = 240


def attribution_start(text: str, opened: int, stop: int) -> int | None:
    """Where the attribution begins with which `text[opened:stop]` ends, though its words are not closed; or None."""
    low = max(opened, stop - _LONGEST)
    match = _TAGGED.search(text, low, stop) or _TAGGED_BARELY.search(text, low, stop)
    return match.start() if match else None


def words_behind(text: str, start: int, stop: int) -> int | None:
    """Where words begin that a closing mark at `stop` ends: behind the attribution that follows words at `start`."""
    match = _ATTRIBUTED.match(text, start, stop)
    return match.end() if match else None


def tells(text: str, start: int, stop: int) -> bool:
    """Whether a paragraph is the release's own words: it begins with a dateline, or announces a statement."""
    return bool(_TELLS.match(text, start, stop))
