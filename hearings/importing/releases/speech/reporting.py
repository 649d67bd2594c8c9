"""Sentences that report what somebody said, with only some words of it in marks: `NAME told members that X is “…”`."""

import re

_NAMING = re.compile(
    r"(?:called|calls|calling|describe[ds]|describing|term(?:ed|s)|characterize[ds]|label(?:l?ed|s)|brand(?:ed|s)|deem(?:ed|s))",
    re.IGNORECASE,
)
# `that` behind whom it is told, when and where; or a clause without it.
_CLAUSE = re.compile(
    r",?(?:\s{1,9}[\w.,’'()-]{1,25}){0,7}?\s{1,9}(?:that|que)\s"
    r"|(?:,?\s(?:today|yesterday|again|repeatedly|recently|later|earlier|(?:on\s)?[A-Z][a-z]{2,5}day|this\s(?:week|morning|afternoon)"
    r"|(?:at|in|during|after|before)\s(?:the|an?|his|her|their|(?:to|yester)day[’'‘]?s)\s(?:[\w’'‘-]{1,20}\s){0,4}?"
    r"(?:hearing|markup|statement|testimony|remarks|letter|interview|meeting|briefing))){0,2}(?:\s?\([^)\n]{1,20}\))?"
    r",?(?:\s{1,9}(?:him|her|them|us|me|the\s(?:(?:sub)?committee|panel|commission|senators|lawmakers|members|hearing)|[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,3}))?"
    r"\s{1,9}(?:(?:he|she|it|they|there|we)(?:[’'](?:d|ll|s|re|ve))?|the|his|her|their|its|would|will|could|should|can|must|has|have|had|is|was|are|were)\s"
)
_THAT = re.compile(r",?(?:\s{1,9}[\w.,’'()-]{1,25}){0,7}?\s{1,9}(?:that|que)\s")
# What something is called; words right behind an article are the name of a thing more often than what is said of it.
_CALLED = re.compile(
    r"\s{1,9}(?!(?:for|on|upon|to|in|out|into|attention)\b)[^.;:,“”\"\n]{1,100}?"
    r"(?<!\sa)(?<!\san)(?<!\sthe)(?<!\sof)(?<!\sthis)(?<!\sthat)(?<!-called)\s{1,9}$"
)
_WHO = (
    r"(?:s?he|(?:the\s)?(?:[Ss]enator|[Rr]epresentative|[Cc]ongress(?:man|woman)|[Cc]hair(?:man|woman)?|[Ss]ecretary|[Dd]irector)"
    r"|(?:[\w.’'-]{1,30}\s){0,3}[A-Z][\w.’'-]{1,30})"
)
_WHAT = re.compile(rf"\bwhat\s{_WHO}\s(?:has\s|have\s|had\s)?$")
_WHAT_NAMED = re.compile(
    rf"\bwhat\s{_WHO}\s(?:(?:has|have|had)\s)?(?:called|calls|termed|described\sas|dubbed)\s(?:the\s|an?\s|her\s|his\s|their\s)?$"
)
_STATES = re.compile(
    r"answered|replied|admitted|said|says|argued|insisted|claimed|testified|noted|stated|added|explained|believes",
    re.IGNORECASE,
)
# A clause whose subject is several words, up to its verb: `said federal regulators were “`.
_IS_SAID = re.compile(
    r"\s{1,9}(?:[\w’'‘-]{1,20}\s{1,9}){1,8}?(?:is|are|was|were|has|have|had|would|will|could|can|should|must|do|does|did|supports?|opposes?|wants?|needs?)\s"
)
# What somebody is asked, or vows, to do: `urged Congress to let it “`, `called on it to use “`, `vowed to be “`.
_URGES = re.compile(
    r"urged?s?|asks|asked|pressed|implored|begged|pleaded|told|encouraged|demanded|warned|called(?=\son)|calls(?=\son)",
    re.IGNORECASE,
)
_VOWS = re.compile(r"pledged|vowed|promised|agreed|swore|prometió", re.IGNORECASE)
_NO_DEED = r"(?<!end\s)(?<!halt\s)(?<!stop\s)(?<!return\s)(?<!solution\s)(?<!answer\s)"
_NO_THING = r"(?<!\sthe\s)(?<!\sa\s)(?<!\san\s)(?<!\sits\s)(?<!\sthis\s)"
_TO_DO = re.compile(
    rf"\s{{1,9}}(?:[\w.,’'‘&-]{{1,25}}\s{{1,9}}){{1,12}}?{_NO_DEED}(?:to|against)\s"
    rf"(?:[\w.,’'‘&-]{{1,25}}\s{{1,9}}){{0,16}}{_NO_THING}$"
)
_TO_BE = re.compile(rf"\s(?:not\s)?(?:to|never\sto|ser)\s(?:[\w.,’'‘&-]{{1,25}}\s{{1,9}}){{0,12}}{_NO_THING}$")
_CAPITAL = re.compile(r"\s{1,9}[A-Z]")
_ASKING = re.compile(r"ask|inquir|quer|question|call|describ|wonder|recall", re.IGNORECASE)
_DOCUMENT = (
    r"(?:report|study|survey|article|journal|newspaper|law|statute|bill|act|treaty|poll|letter|editorial|website|memo"
    r"|memorandum|analysis|lawsuit|petition|filing|audit|review|assessment|guidance|rule|order|indictment|complaint)"
)
_OF_DOCUMENT = re.compile(
    rf"\b{_DOCUMENT}s?\b[^.;:“”\"\n]{{0,60}},?\s(?:that|which)\s(?!(?:s?he|they|we)\s)(?:\w{{2,12}}\s){{0,2}}$",
    re.IGNORECASE,
)
_WINDOW = 120


def is_naming(verb: str) -> bool:
    """Whether a verb says what something is called, not what is said."""
    return bool(_NAMING.fullmatch(verb))


def leads_on(verb: str, ahead: str, tail: str) -> bool:
    """Whether a verb, with the words before and behind it, leads to a clause of what somebody said."""
    told = _CLAUSE.match(tail) or (_STATES.fullmatch(verb) and _CAPITAL.match(tail))
    if told and not _ASKING.match(verb):
        return True
    if _STATES.fullmatch(verb) and _IS_SAID.match(tail):
        return True
    if (_URGES.match(verb + tail[:4]) and _TO_DO.match(tail)) or (_VOWS.fullmatch(verb) and _TO_BE.match(tail)):
        return True
    return is_naming(verb) and bool(_CALLED.fullmatch(tail) or _WHAT.search(ahead[-_WINDOW:]))


def leads_to_that(verb: str, tail: str) -> bool:
    """Whether a verb has a clause with `that` behind it, however long the clause is."""
    return bool(_THAT.match(tail)) and not _ASKING.match(verb)


def names_what(ahead: str) -> bool:
    """Whether the words before a mark are `what NAME called`, so that those in marks are her own."""
    return bool(_WHAT_NAMED.search(ahead[-_WINDOW:]))


def is_of_document(ahead: str) -> bool:
    """Whether the words before a verb make a document its subject (`a report, which`)."""
    return bool(_OF_DOCUMENT.search(ahead[-_WINDOW:]))
