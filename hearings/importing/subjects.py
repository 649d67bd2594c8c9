"""Sentences before a quotation, and who is the subject of a verb in them."""

import re

from hearings.importing.labels import Label, Mention, Mentions

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
_PREPOSITION = re.compile(r"\b(?:of|from|at|with|for|by|in|to|on)\s{1,9}(?:the\s{1,9})?$", re.IGNORECASE)
_TRAILING_COMMA = re.compile(r",[”\"’']?$")
_WITHIN_NAME = re.compile(r"(?:\bof|\bon|\bfor|\bin|\band|&)\s$")
_JOINED_BEFORE = re.compile(r"(?:\w|\))\s(?:and|&|y)\s$")
_ENDS = re.compile(r"[.!?][”\"’')]{0,4}\s{0,9}$")
_ENDS_PLAINLY = re.compile(r"(?<!\b[A-Z])(?<!Sen)(?<!Rep)[.!?]\s{0,9}$")
_LAST_SENTENCE = re.compile(
    r"(?<![\s.][A-Z])(?<!\b(?:Mr|Ms|Dr|St|Jr))(?<!\b(?:Sen|Rep|Mrs|Hon|Gov|Gen|U\.S))[.!?](?:[”\"’']*\s{1,9}(?=[^\s])|[”\"’')]{1,3}\s{1,9}(?=[^\sa-z]))"
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


def subject(text: str, low: int, end: int, mentions: Mentions) -> tuple[Label | None, float, str]:
    """The person who is the subject of the verb at `end`, in the clause that begins at `low`; how sure; why not."""
    end = low + len(text[low:end].rstrip())
    apart = _SET_APART.search(text, low, end)
    end = apart.start() if apart else end
    while trailing := _TRAILING_ADVERB.search(text[low:end]):
        end = low + trailing.start()
    label = mentions.label_ending(end, low)
    if label and label.kind == "name" and _JOINED_BEFORE.search(text[max(low, label.start - 8) : label.start]):
        ahead = label.start - len(re.search(r"\s\S+\s$", text[low : label.start]).group())
        if mentions.label_ending(ahead, low):
            return None, 0.3, SEVERAL
    if label and not _PREPOSITION.search(text[max(low, label.start - 12) : label.start]):
        return label, 1.0, ""
    named = [one for one in mentions.within(low, end) if not one.possessive and not _in_a_name(text, one)]
    if _TRAILING_COMMA.search(text, max(low, end - 3), end):
        related = [one for one in named if _RELATIVE.match(text, one.party_end or one.end, end)]
        trailed = related or [one for one in named if text[one.party_end or one.end :][:1] == ","]
        if len({one.name for one in trailed}) == 1 or (related and len(related) == 1):
            return _as_label(trailed[0].start, mentions), 0.95, ""
        if related:
            return _as_label(related[0].start, mentions), 0.8, ""
    opening = mentions.label_at(low + len(text[low:end]) - len(text[low:end].lstrip()), end)
    if opening and not (opening.mention and opening.mention.possessive):
        return opening, 0.8, ""
    introduced = re.match(r"[^,]{1,120},\s{1,9}", text[low:end])
    opening = mentions.label_at(low + introduced.end(), end) if introduced else None
    if opening and not (opening.mention and opening.mention.possessive):
        return opening, 0.75, ""
    return None, 0.3, "no person is the clear subject of the verb before it"


def _in_a_name(text: str, one: Mention) -> bool:
    """Whether a single word is the end of a body's or a place's name, as in `Subcommittee on Crime and Rope`."""
    return one.words == 1 and not one.titles and bool(_WITHIN_NAME.search(text, max(one.start - 5, 0), one.start))


def _as_label(position: int, mentions: Mentions) -> Label | None:
    return mentions.label_at(position, position + 200)
