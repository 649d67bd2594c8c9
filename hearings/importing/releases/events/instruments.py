"""Which laws, bills, treaties and resolutions a text names."""

import re
from dataclasses import dataclass

from hearings.importing.releases.speech.terms import is_title
from hearings.importing.texts.lexicon import word_set

_TOKEN = re.compile(r"[^\W_](?:[\w&-]|[’'](?=\w)|\.(?=[\w-]))*|\(|\)|\.|,|[—–:;!?“”\"\n‘]")
_BILL = re.compile(
    r"\b(?:H\.?\s?R\.?|S\.|H\.?\s?Res\.|S\.?\s?Res\.|H\.?J\.?\s?Res\.|S\.?J\.?\s?Res\.|H\.?\s?Con\.?\s?Res\.)\s?\d{1,5}\b"
)
_PUBLIC_LAW = re.compile(
    r"\b(?:P\.\s?L\.|P\.L|PL|Pub\.\s?L\.|Pub\.\s?Law|Public\s{1,9}Law)\s{0,3}(?:No\.?\s{0,3})?\d{2,3}[-–]\d{1,3}\b(?![-–]?\d)"
)
_AMENDMENT = re.compile(
    r"\b(?:(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|"
    r"Sixteenth|Nineteenth|Twenty-\w{4,7})(?:\s{1,9}and\s{1,9}|,\s{1,9})?){1,3}\s?Amendments?(?:\s{1,9}to\s{1,9}the\s{1,9}(?:U\.S\.\s{1,9})?Constitution)?"
)
_YEAR = r"(?:17|18|19|20)\d\d"
_NUMBERED = re.compile(
    r"\b\d{1,3}\s(?:C\.\s?F\.\s?R\.|CFR|U\.\s?S\.\s?C\.|USC)\s(?:§{1,2}\s?|[Pp]art\s|[Ss]ec(?:tion|\.)\s)?\d[\w.-]{0,14}(?<![.-])"
    r"|\bGAO[-/](?:[A-Z]{2,5}-)?\d{2}-\d{2,6}[A-Z]{0,4}\b"
    r"|\b(?:[A-Z][a-z]{2,14}\s){1,4}(?:Directive|Memorandum)(?:\s?[-–]\s?|\s(?:No\.\s)?)\d{1,4}\b|\bExecutive\sOrder\s(?:No\.\s)?\d{4,6}\b"
    r"|\bSections?\s\d{1,4}(?:\([a-z\d]{1,2}\)){0,2}\sof\s(?:the\s)?[A-Z]{3,6}\b(?!\s[A-Z])"
)
_BY_NAME = re.compile(
    rf"\b(?:Treaty|Convention|Accords?|Compact)\sof\s{_YEAR}\b"
    rf"|\b{_YEAR}\s(?:[A-Z][\w’'-]{{1,20}}\s){{1,5}}(?:Document|Compact|Law|Report|Statute|Framework)(?:\sof\s[A-Z][\w-]{{2,20}}(?:\s[A-Z][\w-]{{2,20}}){{0,3}})?\b"
    r"|\b(?:[A-Z][\w’'-]{1,20}\s){1,4}(?:Compact)\b"
    rf"|\b{_YEAR}\s(?:[A-Z][\w’'-]{{1,20}}\s){{1,3}}Bill\b(?!\sof\sRights)"
    r"|(?<=\b[Tt]he\s)(?:[A-Z][\w’'-]{2,20}\s){2,4}Law\b(?!\s[A-Z])"
    r"|\b(?:One\s)?Big,?\sBeautiful\sBill\b(?!\sAct)"
    r"|\b(?:[Pp]ost-9/11\s|Montgomery\s|Forever\s)?G\.?\s?I\.?\sBill\b|\bMAP-21\b|\bEqual\sRights\sAmendment\b"
    rf"|\b(?:{_YEAR}\s)?Authorizations?\sfor\s(?:the\s)?Use\sof\sMilitary\sForce(?:\s\(AUMF\))?"
    rf"(?:\s(?:[Aa]gainst|in)\s[A-Z]\w{{2,20}}(?:\sResolution)?(?:\sof\s{_YEAR})?)?"
    r"|\b(?:Trans[-\s]Pacific|Transatlantic\sTrade\sand\sInvestment|Regional\sComprehensive\sEconomic)\sPartnership\b(?!\sAgreement)"
    r"|\bQuadrennial\s(?:[A-Z][a-z]{2,14}\s){1,3}Review\b"
    r"|\bGuiding\sPrinciples\s(?:on|for)\s(?:the\s)?[A-Z][\w-]{2,20}(?:(?:,|,?\sand|\sof|\sthe)?\s[A-Z][\w-]{2,20}){0,8}"
)
_LEY = re.compile(
    r"\bLey\s(?:(?:de|del|para|sobre)\s(?:(?:la|el|los|las)\s)?)?[A-ZÁÉÍÓÚÑ][\w-]{2,20}"
    r"(?:(?:\s(?:de|del|en|y|e|para|a|la|las|el|los|contra|sobre)){0,3}\s[A-ZÁÉÍÓÚÑ][\w-]{2,20}){0,6}"
)
_REPORT = re.compile(
    r"\b(?:[Rr]eport|[Ss]tudy),?\s(?:(?:en)?titled\s|called\s)?[“\"‘'](?P<title>[A-Z][^“”\"\n]{5,160}?)[,.]?[”\"’'](?=[\s,.;]|$)"
)
_PART_OF = re.compile(
    r"(?:Articles?|Sections?)\s[\dIVX]{1,5}(?:\([a-z\d]\))?\s(?:of|in|under)\s(?:the\s)?(?!(?:the\s)?[A-Z]{3,6}\b(?!\s[A-Z]))"
)
_GROUPS = frozenset({"Republicans", "Democrats", "Senators", "Conservatives", "Progressives"})
_OWNER = re.compile(r"(?!(?:America|Nation|Children|Women|Men|People|World)[’'])\S+[’']s")
_RANKS = frozenset({"Sgt", "Lt", "Capt", "Gen", "Col", "Cpl", "Maj", "Dr", "St"})
# What is said of a law, before its name: `Implementation of the Affordable Care Act`.
_OF_A_LAW = word_set("""
    Implementation Reauthorization Enactment Repeal Passage Hearing Expansion Anniversary Requirements Provisions
    Amendments Impact Impacts Effects Oversight Enforcement Goals Title Reform Status Future Changes Compliance
    """)
_OF_YEARS = frozenset({"Appropriations", "Authorization"})
_ALONE = frozenset({"Act", "Treaty", "Covenant", "Accord", "Accords", "Agreement", "Protocol"})
_FOLLOWED = frozenset({"Convention", "Declaration", "Charter", "Resolution"})
_HEADS = _ALONE | _FOLLOWED
_SMALL = frozenset({"of", "the", "and", "other", "for", "to", "in", "on", "with", "from", "a", "against", "by", "&"})
_RIGHT_SMALL = _SMALL | {"related", "relating", "concerning", "regarding"}
_OPENINGS = word_set("""
    The In Under My This That His Her Our Their And But As For Its These Those While When By With A An On At
    Senator Rep Sen Representative Congressman Congresswoman Chairman Chairwoman Your Also Since Bipartisan Both
    To Of Through Before After During Because Although If Today Among Including Like Unlike Without Within Passing
    """)
_PARTIES = frozenset({"UN", "U.N", "Nations", "Geneva", "Hague", "Vienna", "Genocide", "Refugee", "Refugees"})
_REACH = 16


@dataclass(frozen=True)
class _Word:
    text: str
    start: int
    end: int

    @property
    def raised(self) -> bool:
        """Whether it begins with a capital or a digit."""
        return self.text[0].isupper() or self.text[0].isdigit()


def find_instruments(text: str) -> tuple[str, ...]:
    """Names of laws, bills, treaties and constitutional amendments, each once, in order of appearance."""
    words = [_Word(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    spans = [span for at, word in enumerate(words) if word.text in _HEADS and (span := _around(words, at))]
    others = (_BILL, _PUBLIC_LAW, _AMENDMENT, _NUMBERED, _BY_NAME, _LEY)
    spans += [match.span() for pattern in others for match in pattern.finditer(text)]
    spans += [match.span("title") for match in _REPORT.finditer(text) if is_title(match["title"])]
    spans = [(match.end() if (match := _PART_OF.match(text, start, end)) else start, end) for start, end in spans]
    names: dict[str, None] = {}
    for start, end in sorted(spans):
        names.setdefault(" ".join(text[start:end].split()), None)
    return tuple(names)


def _around(words: list[_Word], at: int) -> tuple[int, int] | None:
    first, last = _left(words, at), _right(words, at)
    head = words[at].text
    left = words[first:at]
    year = any(re.fullmatch(r"(?:17|18|19|20)\d\d", word.text) for word in left)
    if head in _ALONE and not left:
        return None
    if head == "Act" and (not any(word.text[0].isupper() for word in left) or left[-1].text in ("Executive",)):
        return None
    named = any(word.text in _PARTIES for word in left)
    if head in _FOLLOWED and last == at and not (year or named):
        return None
    if head == "Resolution" and last == at:
        return None
    return words[first].start, words[last].end


def _left(words: list[_Word], at: int) -> int:
    first = at
    while first > 0 and at - first < _REACH and (_goes_left(words, first) or _initial(words, first)):
        first -= 2 if _initial(words, first) else 1
    if first > 0 and words[first].text == ")":
        first += 1
    first = max(first, _named_from(words, first, at))
    while first < at and (
        words[first].text in _SMALL | _OPENINGS | {",", "(", ")"} or _OWNER.fullmatch(words[first].text)
    ):
        if words[first].text == "Bipartisan" and first and words[first - 1].text == "the":
            break
        first += 1
    return first


def _named_from(words: list[_Word], first: int, at: int) -> int:
    """Where the name of a law begins behind a bracket left open, a year, or words of what is said of the law."""
    low = first
    for number in range(first, at):
        word, before = words[number], words[number - 1].text if number else ""
        opened = before == "(" and all(one.text != ")" for one in words[number:at])
        dated = before == "the" and re.fullmatch(_YEAR, word.text)
        said = before == "the" and any(one.text in _OF_A_LAW for one in words[low : number - 1])
        closed = word.text == ")" and all(one.text != "(" for one in words[first:number])
        ended = word.text.isdigit() and len(word.text) > 1 and words[number + 1].text in ("and", "the")
        owned = word.text in _GROUPS and words[number + 1].start > word.end + 1
        low = number + 1 if closed or ended or owned else number if opened or dated or said else low
    return low


def _initial(words: list[_Word], first: int) -> bool:
    """Whether an initial or a rank and its full stop stand before: `the James T. Exhibit Act`, `Sgt. Roe Act`."""
    if first < 2 or words[first - 1].text != "." or words[first - 1].start != words[first - 2].end:
        return False
    initial = first > 2 and len(words[first - 2].text) == 1 and words[first - 3].raised
    return words[first - 2].text in _RANKS or (initial and words[first - 2].raised)


def _lists(words: list[_Word], comma: int) -> bool:
    """Whether a comma stands in a list within a name: `Economic Growth, Regulatory Relief, and Fairness Act`."""
    following = words[comma + 1 : comma + 12]
    commas = [number for number, word in enumerate(following) if word.text == ","]
    beside = comma > 1 and words[comma - 1].raised and words[comma - 1].text not in _HEADS
    if not beside or not following:
        return False
    if following[0].text == "and":
        before = [word.text for word in words[max(comma - 5, 0) : comma]]
        return "," in before and following[1].raised and following[1].text not in _OPENINGS
    return bool(commas) and following[0].raised and [word.text for word in following[commas[0] + 1 :][:1]] == ["and"]


def _goes_left(words: list[_Word], first: int) -> bool:
    one = words[first - 1]
    if one.text in _HEADS or (
        one.text in _OPENINGS - {"The"} and one.raised and first > 1 and words[first - 2].text in ".\n"
    ):
        return False
    if one.text == ",":
        return _lists(words, first - 1)
    if one.text in ("(", ")"):
        inside = [word.text for word in words[max(first - 3, 0) : first + 2]]
        return any(text.isupper() and len(text) > 1 for text in inside)
    return one.raised or one.text in _SMALL


def _right(words: list[_Word], at: int) -> int:
    last = at
    if words[at].text == "Act":
        following = [word.text for word in words[at + 1 : at + 5]]
        if following[:3] == ["for", "Fiscal", "Year"] and following[3:] and following[3].isdigit():
            return at + 4
        if (
            following[:1] == ["("]
            and following[2:3] == [")"]
            and [one.text for one in words[at + 4 : at + 5]] == ["of"]
        ):
            return at + 5 if at + 5 < len(words) and re.fullmatch(_YEAR, words[at + 5].text) else at
        if words[at - 1].text in _OF_YEARS and following[:1] == [","] and re.fullmatch(_YEAR, following[1]):
            return at + 2
        return at + 2 if following[:1] == ["of"] and following[1:] and following[1].isdigit() else at
    reach = at
    while reach + 1 < len(words) and reach - at < _REACH:
        word = words[reach + 1]
        if (word.text[0].isupper() and word.text not in _HEADS) or (word.text.isdigit() and last == reach):
            last = reach = reach + 1
        elif word.text.casefold() in _RIGHT_SMALL and word.text.islower() and not _breaks(words, reach + 1):
            reach += 1
        else:
            break
    return last


def _breaks(words: list[_Word], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or not (following.raised or following.text in _RIGHT_SMALL)
