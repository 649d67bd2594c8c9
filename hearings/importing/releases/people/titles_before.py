"""The words before a name that introduce it: forms of address, and a title read from the name leftwards."""

import re
from dataclasses import replace

from hearings.importing.releases.people.callings import (
    HEADLINE_VERBS,
    PRAISE,
    can_be_name,
    names_origin,
    names_role,
    names_somebody,
)
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.texts.lexicon import COURTESY_WORDS, ORG_WORDS, STOP_WORDS, word_set

_WORD = re.compile(r"\([A-Z][A-Za-z&-]{1,9}\)|[^\s,;:.()“”\"\ufffc—–]+(?:\.[^\s,;:.()“”\"\ufffc—–]+){0,4}\.?|[^\s]")
_LAST_WORD = re.compile(r"\b([a-z-]{3,15})\s{1,9}$")
_FIRST_WORD = re.compile(r"([a-z-]{3,15})\s{1,9}")
_FORMS_OF_OTHERS = frozenset({"Panelist", "Witness", "Hajiya", "Alhaji", "Monsignor", "Msgr", "Monseñor", "Petitioner"})
_QUALIFIERS = frozenset({"former", "acting", "interim", "then", "current"})
_JOINERS = frozenset({"of", "and", "for", "the", "&", "in", "on", "to", "at"})
_NO_MODIFIER = re.compile(r".*(?:ed|ing|ly)$")
OWNER = re.compile(
    r"^[^,]*(?:[’'‘]s|s[’'])\s(?=[^,]*\b(?:nominees?|pick|choice)\b)|^President\s(?:[A-Z][\w.-]*\s?){1,4}[’'‘]s?\s"
    r"|^(?:the\s|an?\s)?[A-Z][\w.’]{1,20}-(?:appointed|nominated|selected|named|picked|confirmed)\s"
)
_ADDRESS = re.compile(
    r"(?:^|\s)(?:the\s)?((?:(?:Hon|Honorable|Dr|Mr|Ms|Mrs|Miss|Rev|Prof|(?:(?:Lt|Maj|Brig|Vice|Rear)\.?\s)?"
    r"(?:Gen|Adm|Col|Cmdr|Capt|Sgt|Maj|Lt|LTC|LTG|LtGen|RADM|VADM|CDR|CSM|BG|MG)"
    r"|(?:Lieutenant|Major|Brigadier|Vice|Rear)\s(?:General|Admiral|Colonel))\.?\s?){1,3})$",
    re.IGNORECASE,
)
_FORM = (
    r"(?:(?:the\s)?((?:Mr|Ms|Mrs|Dr|Hon|Gen|Lt|Adm|Col|Rev|Prof|Sgt|Capt|Sen|Rep)\.(?:\s{1,9}(?:Gen|Col|Adm)\.)?|Honorable|General|Admiral"
    r"|Colonel|Ambassador|Judge|Professor|Senator|Representative|Congress(?:wo)?man|Reverend|Sister|Father|Bishop|Chief)\s{1,9})?"
)
_APPOSED_SMALL = re.compile(
    r"\b(?:[Tt]he|its|their)\s{1,9}((?:(?:(?!(?:the|an?|of|with|by|from|to|and|for|in|on|at|that|who|before)\b)[a-z-]{3,20}\s){0,3}(?!(?:that|who|with)\b)[a-z-]{3,20}"
    r"|[\w-]{3,20}[’']s\s(?:[a-z]+\s){0,2}[a-z]+)(?:\s(?:of|for|at)\s(?:[^,.;:“”\"\ufffc\n]|\.(?=S\.)|(?<=\.S)\.){3,90}(?:,?\s(?:Inc|LLC|Corp|Co|Ltd|L\.P)\.?)?)?),\s{1,9}"
    rf"{_FORM}$"
)
_GIVEN = re.compile(r"(Dean|Marshal)\s$")
_HELD_BEHIND = re.compile(r"\s?,\s{1,9}((?!School\b|College\b|University\b)[A-Z][^,.;\n]{3,100})")
_OF_AMERICA = re.compile(r"\sof\s(?:America|the\sUnited\sStates)\b")
RANK = re.compile(
    r"(.*\b(?!(?:Attorney|Inspector|Postmaster|Surgeon|Solicitor|Adjutant|Comptroller|Secretary|Director|Consul|Auditor)\b)\w+(?:\s\([A-Z]{2,8}\))?)"
    r"\s((?:(?:Lieutenant|Major|Brigadier|Vice|Rear)\s)?(?:General|Admiral|Colonel)|(?<!\bto\s)Ambassador)$"
)
# A rank that is the office, where a body alone stands before it: `Joint Chiefs of Staff | General NAME`.
_RANK_OF_BODY = re.compile(r"(?:[A-Z][\w’'-]+\s){1,3}Chiefs(?:\sof\sStaff)?\s(?:General|Admiral)$")
_APPOSED = re.compile(
    r"(?:\b[Tt]he\s{1,9}|\b(?=[A-Z][a-z]{2,20}[’']s\s[A-Z])|\ban?\s{1,9}(?=former\s)|(?<=,\sand\s)(?=(?:former\s)?[\w.]{2,20}\s[A-Za-z]))"
    r"((?:(?:former|acting|interim|current|then)\s)?[A-Z](?:[^,.;“”\"\ufffc\n]|\.(?=S\.)|(?<=\.S)\.){3,120}(?:,?\s(?:Inc|LLC|Corp|Co|Ltd|L\.P)\.?)?),\s{1,9}"
    rf"{_FORM}$"
)
# What somebody did is no title: `and the first officer to earn a seat on the Board, NAME`.
_DOES = re.compile(r"(?!.*\bnominee\b).*\bto\s(?!be\b|lead\b|head\b|serve\b|the\b|direct\b|run\b)[a-z]{3,12}\b")
# What is done to somebody, before a title: no title goes on over it.
_ASKED = re.compile(
    r"\b(?:questioned|asked|pressed|grilled|quizzed|challenged|confronted|welcomed|introduced"
    r"|thanked|told|urged|heard\s{1,9}from|testimony\s{1,9}(?:from|of|by))\s{1,9}"
)
# What shows somebody heard, before small letters that say what they are: `heard from | renowned sailor NAME`.
_SHOWN = re.compile(
    r"\b(?:questioned|questioning|asked|asking|pressed|pressing|grilled|grilling|quizzed|challenged|confronted|welcomed|introduced|thanked"
    r"|featured|featuring|featur(?:es|ed)\s(?:\w+\s){0,2}testimony\s(?:from|of|by)"
    r"|(?:heard|hears?|hearing|testimony|statements|remarks)(?:\s\w+ly)?\s(?:from|of|by)|exchange\s(?:with|between)|brought\stogether)\s{1,9}"
    r"(?:(?:the|an?)\s)?(?=[a-z])"
)
_SMALL_WORD = re.compile(
    r"(?!(?:then|not|such|testimony|other|several|two|three|four|both|why|including|like|among|named|called)\b)[a-z][\w’'-]*"
)
_HELD_NOW = re.compile(
    rf"(?:the\s)?([A-Z][^,;:“”\"\ufffc\n]{{3,120}}\b(?:nominee|[Dd]esignate)"
    r"|(?=[A-Z])(?:(?:[A-Z][\w&’'./-]{0,20}|\([A-Z][A-Za-z]{1,8}\)|of|for|the|and|on|in|at|to|&)\s){0,16}[A-Z][\w’'-]{2,20}"
    rf"(?:\s\([A-Z][A-Za-z]{{1,8}}\))?),\s{{1,9}}{_FORM}"
)
_NOMINEE = re.compile(
    r"(?:\b(?:an?|the|his|her|their)\s{1,9}|\b(?:(?:the|former)\s{1,9})?(?:[A-Z][\w.-]{0,20}\s?){1,4}[’'‘]s?\s{1,9})((?:\w{3,12}\s{1,9})?(?:nominee|pick|choice)\s{1,9}(?:for|to\s{1,9}be|to\s{1,9}lead|to\s{1,9}head)\s"
    r"[^,.;:“”\"\ufffc\n]{3,120}),\s{1,9}" + rf"{_FORM}$"
)
_OF_OWNER = re.compile(
    r"^(.*\b(?:Service|Agency|Department|Bureau|Administration|Office|Association|Institute))[’']s\s(.+)$"
)
# What somebody is of a body that is none of Congress and is named before the word: `Rope Board member NAME`.
_MEMBER = re.compile(
    r"[A-Z][\w.’'-]{0,30}(?<!Ranking)(?<!ommittee)(?<!Caucus)(?<!House)(?<!Senate)"
    r"(?<!Republican)(?<!Democratic)(?<!Democrat)(?:\s\([A-Z][A-Za-z&-]{1,9}\))?\s[Mm]embers?$"
)
_RANKS = frozenset({"Generals", "Admirals", "Colonels", "Ambassadors", "Judges", "Professors"})
_KIN = word_set("""
    mother father widow widower wife husband son daughter brother sister parent parents grandmother grandfather friend
    aunt uncle cousin niece nephew
    """)
# What somebody is to a speaker, which is no title.
_NO_CALLINGS = _KIN | word_set("""
    constituent constituents neighbor neighbour guest colleague classmate native resident witness panelist man woman
    person
    """)
_LONGEST_BEFORE = 180
_LONGEST_DESCRIPTION = 12  # words
PLACES = word_set(
    "port city county state town village museum archdiocese diocese friends society brotherhood academy chamber guild"
    " congress league band nation tribe pueblo confederation"
)


class TitlesBefore:
    """Reads what stands before the names of one text; `narrative` is the text with quoted speech blanked out."""

    def __init__(self, narrative: str, mentions: Mentions) -> None:
        self.text, self.mentions = narrative, mentions
        self._surnames: set[str] | None = None

    def named(self, low: int, high: int) -> list[Mention]:
        """The mentions that begin between two places; a calling in capitals before a name is no part of it."""
        named = [one for one in self.mentions.within(low, high) if not _OF_AMERICA.match(self.text, one.end)]
        return [self._with_given_name(_bare(one)) for one in named]

    def _with_given_name(self, one: Mention) -> Mention:
        """A mention whose one title is a given name, for a title stands behind it: `Dean NAME, Deputy Director`."""
        given = _GIVEN.match(self.text, one.start, one.name_start) if one.words == 1 else None
        held = _HELD_BEHIND.match(self.text, one.end, one.end + 120) if given else None
        if not given or not held or given[1].casefold() in held[1].casefold() or not names_role(held[1]):
            return one
        return replace(one, name=f"{given[1]} {one.name}", titles=(), name_start=one.start)

    def apposed(self, one: Mention, low: int) -> re.Match[str] | None:
        """The title of `the TITLE, NAME`."""
        low = max(low, one.name_start - _LONGEST_BEFORE, self.text.rfind("\n", 0, one.name_start) + 1)
        patterns = (_NOMINEE, _APPOSED_SMALL, _APPOSED)
        verbs = list(_ASKED.finditer(self.text, low, one.name_start))
        low = verbs[-1].end() if verbs else low
        held = _HELD_NOW.fullmatch(self.text, low, one.name_start) if verbs else None
        held = held if held and not self._names_another(held) else None
        match = held or next(filter(None, (each.search(self.text, low, one.name_start) for each in patterns)), None)
        if (
            not match
            or match.group(1).endswith(" nominees")
            or (one.words == 1 and not one.titles and self._of_another(match.start()))
        ):
            return None
        if "nomin" in match.group() and self._names_another(match):
            return None
        return match if names_role(match.group(1)) and not _DOES.match(match.group(1)) else None

    def _described(self, one: Mention, low: int) -> int | None:
        """Where words in small letters begin that say what somebody is of whom it is said that they were heard."""
        if one.titles or one.words < 2:
            return None
        shown = next(reversed(list(_SHOWN.finditer(self.text, low, one.name_start))), None)
        words = self.text[shown.end() : one.name_start].split() if shown else []
        if not shown or not 0 < len(words) <= _LONGEST_DESCRIPTION or not self._describes(words):
            return None
        if any(other.end < one.name_start for other in self.mentions.within(shown.end(), one.name_start)):
            return None
        return self._praised_to(shown.end(), one.name_start)

    def _describes(self, words: list[str]) -> bool:
        """Whether words are one phrase for what somebody is: a noun with what stands before it, or an office."""
        many = words[-1].endswith("s") and names_role(words[-1])
        small = all(_SMALL_WORD.fullmatch(word) for word in words if word[0].islower())
        if not (small and words[0][0].islower()) or words[-1] in STOP_WORDS | _NO_CALLINGS or many:
            return False
        allowed = all(
            word not in STOP_WORDS or word in ("and", "former", "of", "at", "for", "to", "the") for word in words
        )
        plain = all(map(_SMALL_WORD.fullmatch, words)) and not words[-1].endswith("s")
        if not allowed or words[0] in STOP_WORDS - {"former"}:
            return False
        return names_role(" ".join(words)) or "member" in words or (plain and len(words) < 4)

    def _praised_to(self, start: int, end: int) -> int:
        """The start without the words of praise that lead: `longtime | ferry captain NAME`."""
        while (match := _FIRST_WORD.match(self.text, start, end)) and match.group(1) in PRAISE and match.end() < end:
            start = match.end()
        return start

    def _names_another(self, held: re.Match[str]) -> bool:
        """Whether the words before a name hold the name of somebody else: `asked Secretary NAME, NAME`."""
        named = self.mentions.within(held.start(1), held.end(1))
        return any(other.words > 1 and names_somebody(other.name) for other in named) or any(
            other.titles and other.end >= held.end(1) for other in named
        )

    def _of_another(self, start: int) -> bool:
        """Whether a title stands behind the name of somebody else: `NAME, the nominee for Sample, Specimen asked`."""
        named = self.mentions.within(max(start - 60, 0), start) if self.text.endswith(", ", 0, start) else []
        return any(other.words > 1 and (other.party_end or other.end) == start - 2 for other in named)

    def before(self, one: Mention, low: int) -> tuple[int, str | None, str]:
        """Where the words before a name begin that belong to it, its form of address, and its title."""
        low = max(low, one.name_start - _LONGEST_BEFORE, self.text.rfind("\n", 0, one.name_start) + 1)
        apposed = self.apposed(one, low)
        if apposed:
            return apposed.start(), apposed.group(2), _OF_OWNER.sub(r"\2, \1", OWNER.sub("", apposed.group(1)))
        described = self._described(one, low)
        if described is not None:
            return described, None, " ".join(self.text[described : one.name_start].split())
        start = self._run_start(low, one.name_start)
        words = " ".join(self.text[start : one.name_start].split())
        if words in _RANKS:
            return start, words[:-1], ""
        address = _ADDRESS.search(words)
        honorific = " ".join(address.group(1).split()) if address else None
        title = words[: address.start()].strip(" ,") if address else words
        if address and title.rsplit(" ", 1)[-1] in _JOINERS:
            title, start = "", self.text.rfind(honorific.split()[0], start, one.name_start)
        rank = None if address or _RANK_OF_BODY.match(words) else RANK.match(words)
        honorific, title = (rank[2], rank[1]) if rank and names_role(rank[1]) else (honorific, title)
        if title and all(word.strip(".,").casefold() in COURTESY_WORDS | {"the"} for word in title.split()):
            return start, f"{title} {honorific or ''}".removeprefix("the ").removeprefix("The ").strip(), ""
        owner = OWNER.match(title)
        title = title[owner.end() :] if owner else title
        start = self._praised(low, start)
        if names_origin(title):
            return start, honorific, ""
        if not (names_role(title) or _MEMBER.search(title)):
            at = one.name_start - len(self.text[start : one.name_start].lstrip()) if honorific else one.name_start
            plain = self.text.rfind(honorific, start, one.name_start) if honorific else -1
            return (plain if plain >= 0 else min(at, one.name_start)), honorific, ""
        nominee = _NOMINEE.search(self.text, low, start)
        if nominee:
            return nominee.start(), honorific, f"{nominee.group(1)}\n{title}"
        return start, honorific, title.removeprefix("the ").removeprefix("The ")

    def _praised(self, low: int, start: int) -> int:
        """Where words of praise before a title begin, which are no part of it: `legendary | coach NAME`."""
        while (match := _LAST_WORD.search(self.text, max(low, start - 24), start)) and match.group(1) in PRAISE:
            start = match.start()
        return start

    def _run_start(self, low: int, end: int) -> int:
        """Where the run of words before `end` begins that can be a title: capitals, joined, or a calling in small."""
        words = list(_WORD.finditer(self.text, low, end))
        first, small = end, True
        for at in range(len(words) - 1, -1, -1):
            word = words[at].group()
            key = word.strip(".,").casefold()
            if (
                word[0].isupper()
                or word.startswith(("then-", "ex-"))
                or word[0].isdigit()
                or (word[0] == "(" and len(word) > 2)
            ):
                opening = at == 0 and key.endswith("ing") and key not in ("acting", "banking", "housing")
                stops = key in STOP_WORDS and key not in ("under", "us", "may")
                if opening or stops or key in HEADLINE_VERBS:
                    break
                first, small = words[at].start(), False
            elif at and first != end and self._joins(words[at - 1], word, self.text[first:end]):
                continue
            elif word in _QUALIFIERS and first != end:
                first = words[at].start()
            elif first == end and _MEMBER.search(self.text, low, words[at].end()):
                first, small = words[at].start(), False
            elif word.islower() and (small or names_role(word)) and self._small(word, self.text[first:end]):
                first, small = words[at].start(), True
            else:
                break
        named = [
            one
            for one in self.mentions.within(first, end)
            if one.words > 1 and one.end < end and names_somebody(one.name)
        ]
        return self._of_a_body(self._without_lead(max([first, *(one.end for one in named)]), end), end)

    def _joins(self, left: re.Match[str], word: str, right: str) -> bool:
        """Whether a small word joins what stands left of it with the title on its right; `and` joins no two people."""
        if word == ",":
            return not names_role(right)
        if word not in _JOINERS:
            return False
        if left.group() == ",":
            return word == "and" and not names_role(right)
        named = (
            self.mentions.within(max(left.start() - 60, 0), left.end())
            if word in ("and", "&") and names_role(right)
            else []
        )
        if any(one.end == left.end() and can_be_name(one.name) and self._is_somebody(one) for one in named):
            return False
        words = left.group()
        return words[0].isupper() or words in _JOINERS or words[0] == "(" or names_role(words)

    def _is_somebody(self, one: Mention) -> bool:
        """Whether a single word is a surname here: with a title, or the last word of a longer name of the text."""
        if self._surnames is None:
            self._surnames = {other.name.split()[-1] for other in self.mentions.all if other.words > 1}
        return one.words > 1 or bool(one.titles) or one.name in self._surnames

    def _small(self, word: str, run: str) -> bool:
        """Whether a small word can stand in a title before a name: a calling, or what a calling is joined with."""
        if word in STOP_WORDS or word in PRAISE or _NO_MODIFIER.fullmatch(word):
            return word == "retired"
        return names_role(word) or (bool(run.strip()) and run.strip()[0].islower() and len(run.split()) < 4)

    def _of_a_body(self, start: int, end: int) -> int:
        """The start without words joined with a title that are none of it: `Support of | District Judge`."""
        for match in re.finditer(r"\s(?:of|for|in|to|on|at)\s(?:the\s)?", self.text[start:end]):
            head, tail = self.text[start : start + match.start()], self.text[start + match.end() : end]
            keys = {word.strip(".,()").casefold() for word in head.split()}
            if keys & _KIN and match.group().strip() == "of":
                return start + match.end()
            held = (keys | {key.removesuffix("s") for key in keys}) & (ORG_WORDS | PLACES)
            if held or names_role(head):
                return start
            if names_role(tail):
                return start + match.end()
        return start

    def _without_lead(self, start: int, end: int) -> int:
        while match := re.compile(r"[\s,]{1,9}|(?:of|and|for|in|on|to|at|&|the)\s").match(self.text, start, end):
            start = match.end()
        return start


def _bare(one: Mention) -> Mention:
    """A mention without the calling that its name begins with: `Quality Engineer | NAME`."""
    words = one.name.split()
    at = max((at for at, word in enumerate(words[:-2], 1) if names_role(word) or word in _FORMS_OF_OTHERS), default=0)
    name = " ".join(words[at:])
    if not at or not names_somebody(name) or not one.text.endswith(name):
        return one
    return replace(one, name=name, name_start=one.end - len(name))
