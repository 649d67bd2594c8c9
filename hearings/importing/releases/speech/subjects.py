"""Sentences before a quotation, and who is the subject of a verb in them."""

import re

from hearings.importing.releases.people.labels import Label, Mentions
from hearings.importing.releases.people.mentions import Mention

SEVERAL = "several people are named together"
ADVERBS = (
    r"(?:also|then|has|had|have|later|further|again|recently|today|would|will|went\s{1,9}on\s{1,9}to"
    r"|(?-i:[a-z]{2,20}ly))"
)
_SET_APART = re.compile(r"(?:\s[-–—]{1,2}\s|\s?[–—]\s?)[^-–—\n]{1,200}(?:\s[-–—]{1,2}|\s?[–—])$")
_TRAILING_ADVERB = re.compile(rf"\s{{1,9}}{ADVERBS}$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\s?(?:\([^)\n]{1,30}\))?\s?,\s{0,9}(?:who|whose|a|an|the|chair|chairman|chairwoman|ranking|co-|vice|former|director|president)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:of|from|at|with|for|by|in|to|on|under|against|about|over|towards?|between|among|alongside)\s{1,9}(?:the\s{1,9})?$",
    re.IGNORECASE,
)
# A dateline, and words that lead to the sentence proper.
DATELINE = re.compile(
    r"\(?(?:[A-Z][A-Z.’' ]{2,30}(?:,\s?[A-Z][\w.]{0,12}(?:\s[A-Z]\.?)?)?"
    r"|(?:Washington|Capitol Hill)(?:,\s?D\.?C\.?)?)\)?\s?[–—-]{1,2}\s{0,3}"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}\s?[–—-]{1,2}\s{0,3})?"
)
_LEADS = re.compile(
    r"(?:After|Following|During|Throughout|At|In|On|As|While|When|Since|Before|Upon|With|Despite|Because|For|Given|Though|Although|Once|Until|Asked|Pressed|Today|Yesterday"
    r"|Earlier|Later|Durante|Tras|En|[A-Z][a-z]{2,14}ing)\b"
)
_COMMA = re.compile(r",\s{1,9}")
_LONGEST_LEAD = 400
_OWN = re.compile(
    r"[’'‘]?s?\s(?:[a-z-]{2,15}\s){0,3}(?:testimony|statement|remarks|letters?|speech|comments|questioning|questions)"
)
_OWN_BEHIND = re.compile(
    r"\b(?P<who>[Hh]is|[Hh]er)\s(?:[a-z-]{2,15}\s){0,3}(?:testimony|statement|remarks|letter|speech|comments)$"
)
_OF_BODY_NAME = re.compile(r"(?:\b(?:of|on|for|in|at|from|with)\s(?:the\s)?|\b(?:and|&|y)\s)$")
_OFFICE_OF = re.compile(
    r"\b(?:Office|Bureau|Department|Center|Division|Institute|Agency|Board|Council|Committee|Subcommittee|Ministry)\s"
    r"(?:of|on|for)\s(?:the\s)?$"
)
_OF_PLACE = re.compile(r",?\s(?:of|from|in)\s(?:[A-Z][\w.’'-]{1,20},\s)?")
_WHO = re.compile(r",?\s(?:who|quien)$")
_TRAILING_COMMA = re.compile(r",[”\"’']?$")
_WITHIN_NAME = re.compile(r"(?:\bof|\bon|\bfor|\bin|\band|&)\s$")
# What is named behind these is a body, however much its name looks like a person's.
_OF_BODY = re.compile(
    r"\b(?:organi[sz]ation|organización|nonprofit|company|empresa|firm|group|grupo|coalition|charity|think\stank)\s$"
)
_OF_CAPITAL = re.compile(r"\b[A-Z][\w’'-]{2,20}\s(?:of|for)\s(?:the\s)?$")
_JOINED_BEFORE = re.compile(r"(?:\w|\))\s(?:and|&|y)\s$")
_JOINED_BEHIND = re.compile(r"(?:\s?\([^)\n]{1,30}\))?,?\s(?:and|&|y)\s")
_CAPITAL_TOPIC = re.compile(r"[^a-z“”\"\n]{3,200}\b[A-Z]{2,}[^a-z“”\"\n]{0,60}:")
_TITLE_TOPIC = re.compile(
    r"[A-Z][\w’'-]{0,20}\s(?:(?:[A-Z][\w’'-]{0,20}|of|and|the|for|on|in|to|an?|&|with)\s){0,8}[A-Z][\w’'-]{1,20}:"
)
_TELLING = re.compile(r"\b(?:said|says|added|asked|told|wrote|noted|stated|reads)\b[^:]{0,40}:$", re.IGNORECASE)
SHOUTING = re.compile(r"\b(?:yelling|shouting|chanting|screaming|hollering|crying)(?:\sout)?[,:]?\s{1,3}$")
_ENDS = re.compile(r"[.!?][”\"’')]{0,4}\s{0,9}$")
_ENDS_PLAINLY = re.compile(r"(?<!\b[A-Z])(?<!Sen)(?<!Rep)[.!?]\s{0,9}$")
_LAST_SENTENCE = re.compile(
    r"(?<![\s.][A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr))(?<!\b(?:Sen|Rep|Sec|Mrs|Hon|Gov|Gen|Sgt|Col|Maj|Cpl|Pvt|Adm|Rev|Det|Amb|Msg|U\.S))(?<!\b(?:Capt|Cmdr|Prof|Supt|Atty|Asst|Dept|Brig))(?<!\b(?:Lt|Fr))[.!?](?:[”\"’']*\s{1,9}(?=[^\s])|[”\"’')]{1,3}\s{1,9}(?=[^\sa-z]))"
)


def last_sentence(text: str, floor: int, stop: int) -> tuple[str, int]:
    """The words of the last sentence before `stop` that begin behind `floor`, and where they begin."""
    window = text[floor:stop]
    low = 0
    for match in _LAST_SENTENCE.finditer(window):
        low = match.end()
    if (low == 0 and _ENDS.search(window, len(window) - 16)) or _ENDS_PLAINLY.search(window, len(window) - 12):
        return "", stop
    return window[low:], floor + low


def subject(
    text: str, low: int, end: int, mentions: Mentions, *, participle: bool = False
) -> tuple[Label | None, float, str]:
    """The person who is the subject of the verb at `end`, in the clause that begins at `low`; how sure; why not.

    That of a `participle` is the subject of the whole clause, not whoever is named right before it.
    """
    end = low + len(text[low:end].rstrip())
    dateline = DATELINE.match(text, low, end)
    low = dateline.end() if dateline else low
    apart = _SET_APART.search(text, low, end)
    end = apart.start() if apart else end
    while trailing := _TRAILING_ADVERB.search(text[low:end]):
        end = low + trailing.start()
    shown = _shown(text, low, end, mentions, participle)
    if shown:
        return *shown, ""
    label = mentions.label_ending(end, low)
    if label and label.kind == "name" and _JOINED_BEFORE.search(text[max(low, label.start - 8) : label.start]):
        ahead = label.start - len(re.search(r"\s\S+\s$", text[low : label.start]).group())
        if mentions.label_ending(ahead, low):
            return None, 0.3, SEVERAL
    if label and not _is_governed(text, low, label.start):
        return label, 1.0, ""
    named = [one for one in mentions.within(low, end) if not one.possessive and not _in_a_name(text, one)]
    if _TRAILING_COMMA.search(text, max(low, end - 3), end):
        related = [one for one in named if _RELATIVE.match(text, one.party_end or one.end, end)]
        trailed = related or [
            one
            for one in named
            if text[one.party_end or one.end :][:1] == "," and not (participle and _is_governed(text, low, one.start))
        ]
        if len({one.name for one in trailed}) == 1 or (related and len(related) == 1):
            return _as_label(trailed[0].start, mentions), 0.95, ""
        if related:
            return _as_label(related[0].start, mentions), 0.8, ""
    opening = mentions.label_at(low + len(text[low:end]) - len(text[low:end].lstrip()), end)
    joined = _JOINED_BEHIND.match(text, opening.end, end) if opening and opening.kind == "name" else None
    other = mentions.label_at(joined.end(), end) if joined else None
    if other and other.kind == "name" and other.start == joined.end():
        return None, 0.3, SEVERAL
    if opening and not (opening.mention and opening.mention.possessive):
        return opening, 0.8, ""
    opening = _introduced(text, low, end, mentions)
    if opening:
        member = opening.mention and opening.mention.legislator and _LEADS.match(text, low, end)
        return opening, 0.9 if member else 0.75, ""
    return None, 0.3, "no person is the clear subject of the verb before it"


def _is_governed(text: str, low: int, start: int) -> bool:
    """Whether a preposition stands before a name: `of NAME`, `under the NAME`."""
    return bool(_PREPOSITION.search(text, max(low, start - 16), start))


def who_shouts(text: str, low: int, stop: int, mentions: Mentions) -> tuple[Label | None, str]:
    """Whose `shouting “...”` is: of whom the sentence begins with, where nobody else is in it; or why not."""
    named = mentions.within(low, stop)
    label = mentions.label_at(low + len(text[low:stop]) - len(text[low:stop].lstrip()), stop)
    alone = label and len(named) == 1 and not named[0].possessive and not re.search(r"\bwho\b", text[low:stop])
    return (label, "") if alone else (None, "it is open who shouts")


def _shown(text: str, low: int, end: int, mentions: Mentions, participle: bool) -> tuple[Label | None, float] | None:
    """Whom the form of a clause shows: `NAME ..., asking`, `NAME’s testimony`, `told NAME, who`; and how sure."""
    opening = mentions.label_at(low + len(text[low:end]) - len(text[low:end].lstrip()), end) if participle else None
    if opening and opening.mention and not opening.mention.possessive and text[end - 1] == ",":
        return opening, 0.9
    whose = participle and (not opening or (opening.mention and opening.mention.possessive))
    if whose and text[end - 1] == "," and (own := _only_owner(text, low, end, mentions)):
        return own, 0.75
    own = _owner(text, low, end, mentions)
    if own:
        return own, 0.95
    answering = _WHO.search(text, max(low, end - 24), end)
    told = _without_place(text, mentions.within(low, answering.start())) if answering else []
    if answering and told:
        near = mentions.within(told[0].start, answering.start())[-1]
        beside = (near.party_end or near.end) == answering.start()
        return _as_label(told[0].start, mentions), 0.95 if beside else 0.75
    return None


def _without_place(text: str, named: list[Mention]) -> list[Mention]:
    """The last person of a list of names, not the place or the body that she is of (`NAME of Georgia`)."""
    while len(named) > 1 and not named[-1].titles and named[-1].party_end is None:
        one = named[-1]
        pattern = _OF_BODY_NAME if one.words == 1 else _OFFICE_OF
        if not pattern.search(text, max(one.start - 30, 0), one.start):
            break
        named = named[:-1]
    if len(named) > 1:
        one, other = named[-2:]
        place = other.words <= 2 and not other.titles and other.party_end is None
        if place and _OF_PLACE.fullmatch(text, one.party_end or one.end, other.start):
            return [one]
    return named[-1:]


def _introduced(text: str, low: int, end: int, mentions: Mentions) -> Label | None:
    """The person behind the first comma, or behind a later one where words lead to the sentence (`After ..., NAME`)."""
    low += len(text[low:end]) - len(text[low:end].lstrip())
    leads = _LEADS.match(text, low, end)
    for number, comma in enumerate(_COMMA.finditer(text, low, min(end, low + _LONGEST_LEAD))):
        if number and not leads:
            return None
        label = mentions.label_at(comma.end(), end)
        owned = label and label.mention and label.mention.possessive
        plain = (
            number and label and (label.start != comma.end() or not label.mention or not _is_somebody(label.mention))
        )
        if label and not owned and not plain:
            return label
    return None


def _is_somebody(one: Mention) -> bool:
    return bool(one.titles) or one.party_end is not None or one.words > 1


def _owner(text: str, low: int, end: int, mentions: Mentions) -> Label | None:
    """Whose testimony, statement or letter is the subject at the end of a clause: `NAME’s testimony`, `her letter`."""
    for one in reversed(mentions.within(max(low, end - 90), end)):
        if one.possessive and _OWN.fullmatch(text, one.end, end):
            return Label("name", one.text, one.start, one.end, one)
    pronoun = _OWN_BEHIND.search(text, max(low, end - 60), end)
    if not pronoun:
        return None
    return Label("pronoun", "he" if pronoun["who"].casefold() == "his" else "she", *pronoun.span("who"))


def _only_owner(text: str, low: int, end: int, mentions: Mentions) -> Label | None:
    """Whose speech or letter alone a clause is about that says something: `It cites NAME’s letter, saying`."""
    owners = [one for one in mentions.within(low, end) if one.possessive and _OWN.match(text, one.end, end)]
    one = owners[0] if len(owners) == 1 else None
    return Label("name", one.text, one.start, one.end, one) if one else None


def _in_a_name(text: str, one: Mention) -> bool:
    """Whether a single word is the end of a body's or a place's name, as in `Subcommittee on Crime and Rope`."""
    if not one.titles and _OF_CAPITAL.search(text, max(one.start - 40, 0), one.start):
        return True
    if not one.titles and _OF_BODY.search(text, max(one.start - 20, 0), one.start):
        return True
    return one.words == 1 and not one.titles and bool(_WITHIN_NAME.search(text, max(one.start - 5, 0), one.start))


def _as_label(position: int, mentions: Mentions) -> Label | None:
    return mentions.label_at(position, position + 200)


def is_capital_topic(words: str) -> bool:
    """Whether words that lead to a quotation are a topic in capitals: `ON THE COSTS OF ROPE:`, two words at least."""
    words = words.strip()
    return " " in words and bool(_CAPITAL_TOPIC.fullmatch(words)) and not _TELLING.search(words)


def is_topic(words: str) -> bool:
    """Whether words that lead to a quotation are a topic, in capitals or as titles are: `Rope for Schools:`."""
    titled = _TITLE_TOPIC.fullmatch(words) and not _TELLING.search(words)
    return bool(titled) or is_capital_topic(words)
