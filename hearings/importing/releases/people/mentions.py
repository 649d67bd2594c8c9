"""The names of a text: runs of words with capitals, with the titles before and the party behind them."""

import re
from dataclasses import dataclass, replace

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.callings import CALLINGS, can_be_name
from hearings.importing.releases.people.given_names import of_name
from hearings.importing.releases.people.known_names import Names, freed
from hearings.importing.releases.people.no_names import is_in_front, is_no_name
from hearings.importing.texts.lexicon import (
    ABBREVIATIONS,
    ALSO_NAMES,
    BREAK_WORDS,
    HEADLINE_VERBS,
    LEGISLATOR_WORDS,
    MONTHS,
    NOT_SPEAKERS,
    PARTICLES,
    SHORT_TITLES,
    STOP_WORDS,
    TITLE_WORDS,
    WEEKDAYS,
)

_WORD = re.compile(r"[^\W\d_](?:[\w’'‘‐‑]|-(?!-)|\.(?=\w))*\.?")
_DAY = re.compile(r"\s{1,9}\d")
_POSSESSIVE = re.compile(r"(?:[’'‘]s|(?<=s)[’'])$")
_SUFFIX = re.compile(r"(?:\s\([A-Z]{2,4}\))?,?\s(?:Jr\.?|Sr\.?|III|II|IV)(?![\w])")
_INITIALS = re.compile(r"\s\([A-Z]{2,4}\)(?=,?\s)")
_NICKNAME_MARKS = {"“": "”", '"': '"', "‘": "’", "'": "'", "(": ")"}
_LONGEST_INITIALS = 4
_SPANISH_ADDRESS = frozenset({"sr", "sra", "srta", "dra"})
_GENERATIONS = frozenset({"ii", "iii", "iv"})
_DEGREE_PARTY = re.compile(
    r"(?:\s?,\s(?:(?:[A-Z][a-z]{0,2}\.){2,4}|MD|Ph\.?D|Esq\.?|[A-Z]{2,4}(?=[,\s]))){0,3}\s?\((?:(?:R|D|I|ID|DFL)\.?\s?[-–—,][^)\n]{1,20}|[A-Z]{2}-\d{1,2})\)"
    r"|,\s(?:R|D|I)[-–](?:(?:[A-Z]\.){2}|[A-Z][a-zA-Z]{1,15}\b\.?(?:\s[A-Z][a-z]{3,10})?)"
)
_LOWER_TITLE = re.compile(r"\b([^\W\d_A-Z]{3,18})\s$")
# The second of two surnames that are joined in Spanish, not another person.
_SECOND_SURNAME = re.compile(r"y [^\W\d_a-z][\w’'-]+(?! [^\W\d_a-z])")
# With a capital within a run of capitals, it makes them a title or a body: `Save | Our | River Birds`.
_WHOSE = frozenset({"her", "his", "our", "their", "your", "my", "its"})
_OWN_WORDS = frozenset({"statement", "statements", "remarks", "testimony"})
_OWN_KIND = re.compile(r"(?i:opening|closing|prepared|full|written|floor)\s(?i:statement|remarks|testimony)\b")
_OFFICE_OF = re.compile(
    r"\b(?:Secretary|Minister|Commissioner|Director|Administrator|Governor|Mayor|Chief|Archbishop|Bishop)"
    r"(?: of (?:the )?[A-Z][\w’'-]{2,20})? (?:of|for) (?:the )?$"
    r"|\b(?:Ambassador|Envoy) (?:to|for) (?:the )?$|\bAttorney General for (?:the )?$"
)
# What somebody is of a body that stands before the name: `former board member of | RopeCo NAME`.
_HELD_AT = re.compile(
    r"\b(?:member|head|founder|director|president|chief|officer|executive|employee|engineer|adviser|advisor|researcher|scientist|manager|chair\w*|counsel"
    r"|C[EFOT]O)(?: for [a-z]{3,16})? (?:of|at|for|with) (?:the )?$"
)
_INNER_CAPITAL = re.compile(r"(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O)[A-Z])[A-Z][a-z]+[A-Z]")
_IN_CHARGE = re.compile(r"\bin Charge\b")
_OFFICE_OF_MANY = re.compile(
    r"\b(?:Secretary|Commissioner|Director|Administrator|Counsel|Chief|Officer|Inspector|Comptroller|President)"
    r" (?:of|for) (?:the )?(?:(?:[A-Z][\w’'-]{1,20},? ){1,4}(?:and|of|for) )?$"
)
_SHOUTED = re.compile(
    r"((?:[A-Z]{2,5}\.?\s)*[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'.-]*){0,4})"
    r"(?:\s?\([^)\n]{1,40}\))?(?:,\s[^.:\n]{1,100})?\s?:\s{0,4}(?=\S)"
)


@dataclass(frozen=True)
class Mention:
    """A capitalised name in the text: `text` from its title on, `name` without the title."""

    text: str
    name: str
    titles: tuple[str, ...]
    start: int
    name_start: int
    end: int
    party_end: int | None
    possessive: bool

    @property
    def words(self) -> int:
        """How many words the name has."""
        return len(self.name.split())

    @property
    def legislator(self) -> bool:
        """Whether the words say that this is a member of Congress."""
        return self.party_end is not None or any(title in LEGISLATOR_WORDS for title in self.titles)


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    key: str
    possessive: bool
    breaks: bool
    ends: bool


def mentions_of(text: str, paragraph: Paragraph, names: Names) -> list[Mention]:
    """The names of a paragraph in order; in capitals only where one begins it as the label of a speaker."""
    return _shouted(text, paragraph, names) or _mentions(text, paragraph, names)


def _shouted(text: str, paragraph: Paragraph, names: Names) -> list[Mention]:
    """The mentions of a paragraph that begins with a speaker's label in capitals: `SEN. NAME (R-XX): “`."""
    label = _SHOUTED.match(paragraph.text)
    words = label.group(1).split() if label else []
    titles = [word.casefold().strip(".") for word in words if word.casefold().strip(".") in TITLE_WORDS | {"u.s"}]
    name = words[len(titles) :]
    keys = {word.casefold().strip(".") for word in name} - names.words
    if not label or not name or keys & (BREAK_WORDS | NOT_SPEAKERS):
        return []
    start, end = paragraph.start, paragraph.start + label.end(1)
    name_start = end - len(label.group(1)) + label.group(1).index(name[0], sum(map(len, titles)))
    party = _DEGREE_PARTY.match(text, end)
    titles = [SHORT_TITLES.get(title, title) for title in titles]
    shown = " ".join(word.title() if word.isupper() else word for word in name)
    party_end = party.end() if party else None
    one = Mention(text[start:end], shown, tuple(titles), start, name_start, end, party_end, False)
    return [one, *_mentions(text, replace(paragraph, start=party_end or end), names)]


def _mentions(text: str, paragraph: Paragraph, names: Names) -> list[Mention]:
    found: list[Mention] = []
    run: list[_Token] = []
    for token in _tokens(text, paragraph, names):
        suffix = len(run) > 1 and token.key in _GENERATIONS
        if run and (not _joined(text, run, token) or suffix or token.key in HEADLINE_VERBS):
            _close(text, run, found)
            run = []
        if token.key in HEADLINE_VERBS:
            continue
        if token.key == "y" and len(run) > 1 and not run[-1].breaks and _SECOND_SURNAME.match(text, token.start):
            run.append(replace(token, breaks=False))
        elif _capital(text, token) or (
            run and token.key in PARTICLES and not token.ends and text[token.start].islower()
        ):
            run.append(token)
            if token.ends or (len(run) > 2 and token.key in ("jr", "sr")):
                _close(text, run, found)
                run = []
        elif run:
            _close(text, run, found)
            run = []
    _close(text, run, found)
    return found


def _tokens(text: str, paragraph: Paragraph, names: Names) -> list[_Token]:
    tokens = []
    for match in _WORD.finditer(text, paragraph.start, paragraph.end):
        start, end = match.span()
        possessive = _POSSESSIVE.search(match.group())
        closer = _NICKNAME_MARKS.get(text[start - 1 : start])
        if possessive:
            end = start + possessive.start()
        elif closer == text[end - 1]:
            end -= 1
        bare = text[start:end].rstrip(".")
        key = bare.casefold()
        dotted = text[start:end].endswith(".")
        abbreviated = dotted and (len(bare) == 1 or "." in bare or key in ABBREVIATIONS)
        if dotted and not abbreviated:
            end -= 1
        marked = closer not in (None, ")") and text[end : end + 1] == closer
        nickname = marked and len(bare) < _LONGEST_INITIALS
        shouted = len(bare) > 1 and bare.isupper() and "." not in bare and not nickname
        ends = bool(possessive) or (dotted and not abbreviated)
        initial = dotted and len(bare) == 1
        day = key in MONTHS and _DAY.match(text, match.end())
        breaks = bool(day) or (key in BREAK_WORDS and not initial and not (key in PARTICLES and bare[:1].islower()))
        tokens.append(_Token(start, end, key, bool(possessive), breaks or shouted, ends))
    for at in freed(text, tokens, names):
        tokens[at] = replace(tokens[at], breaks=False)
    return tokens


def _capital(text: str, token: _Token) -> bool:
    if text[token.start].isupper():
        return True
    head, _, rest = text[token.start : token.end].partition("-")
    return head in PARTICLES and rest[:1].isupper()


def _joined(text: str, run: list[_Token], token: _Token) -> bool:
    gap = text[run[-1].end : token.start]
    if gap in (" ", "  ", "\n", "\u00a0"):
        return True
    opened = gap[1:] if gap[:1] == " " else ""
    if opened in _NICKNAME_MARKS and opened:
        closer = _NICKNAME_MARKS[opened] + " "
        within = text[token.start : token.end]
        initials = opened != "(" and len(within) < _LONGEST_INITIALS and within.isupper()
        named = within[1:2].islower() or "." in within or initials
        return named and text.startswith(closer, token.end) and text[token.end + 2 : token.end + 3].isupper()
    return gap[1:] == " " and text[run[-1].start - 1] in _NICKNAME_MARKS and gap[:1] in _NICKNAME_MARKS.values()


def _close(text: str, run: list[_Token], found: list[Mention]) -> None:
    day = next((number for number, token in enumerate(run) if token.key in WEEKDAYS and token.breaks and number), 0)
    if day:
        _close(text, run[:day], found)
        run = run[day:]
    while run and (run[-1].key in PARTICLES and text[run[-1].start].islower()):
        run.pop()
    while len(run) > 1 and run[-1].breaks and run[-1].key in WEEKDAYS:  # `before Sen. NAME Thursday`
        run.pop()
    if len(run) > 1 and _OWN_KIND.match(text, run[-1].start):
        run.pop()
    own = next((number for number, token in enumerate(run) if token.key in _OWN_WORDS and number > 1), 0)
    if own and any(token.key in TITLE_WORDS for token in run[: own - 1]):
        _close(text, run[:own], found)
        run = run[own:]
    last_break = max((number for number, token in enumerate(run) if token.breaks), default=-1)
    name = run[last_break + 1 :]
    if last_break > 0 and run[last_break].key in _WHOSE:
        return
    if len(name) > 1 and name[0].key in _SPANISH_ADDRESS:
        name, last_break = name[1:], last_break + 1
    if len(name) > 2 and _OFFICE_OF.search(text, max(run[0].start - 90, 0), name[0].start):
        name, last_break = name[1:], last_break + 1
    if len(name) > 2 and last_break < 0 and _is_body_before(text, name):
        name, run = name[1:], run[1:]
    if len(name) > 1 and _IN_CHARGE.match(text, max(name[0].start - 3, 0)):
        name, last_break = name[1:], last_break + 1
    if run and _OFFICE_OF_MANY.search(text, max(run[0].start - 90, 0), run[0].start):
        while len(name) > 2 and not can_be_name(name[0].key):
            name, last_break = name[1:], last_break + 1
    while name and _leads_to_name(text, run, name[0], last_break):
        name, last_break = name[1:], last_break + 1
    if len(name) > 1 and is_in_front(text, name[0].start, len(name)):
        name, last_break = name[1:], last_break + 1
    if len(name) > 2 and name[0].key in CALLINGS - ALSO_NAMES and last_break < 0:
        name, run = name[1:], run[1:]
    if not name or len(name) > 6 or all(len(token.key) == 1 for token in name):
        return
    if is_no_name(text, [(token.start, token.end) for token in name], alone=len(run) == 1):
        return
    first = last_break + 1
    while first > 0 and run[first - 1].key in TITLE_WORDS | {"u.s"}:
        first -= 1
    first = last_break + 1 if all(token.key == "u.s" for token in run[first : last_break + 1]) else first
    titles = tuple(SHORT_TITLES.get(token.key, token.key) for token in run[first : last_break + 1])
    start, end = run[first].start, name[-1].end
    lower = None if titles else _LOWER_TITLE.search(text, max(start - 20, 0), start)
    titles = (lower.group(1),) if lower and lower.group(1) in TITLE_WORDS else titles
    suffix = None if name[-1].possessive else _SUFFIX.match(text, end)
    end = suffix.end() if suffix else end
    party = _DEGREE_PARTY.match(text, end)
    name_start, party_end = name[0].start, party.end() if party else None
    shown, full = text[start:end], " ".join(_INITIALS.sub("", text[name_start:end]).split())
    found.append(Mention(shown, full, titles, start, name_start, end, party_end, name[-1].possessive))


def _is_body_before(text: str, name: list[_Token]) -> bool:
    """Whether the first word of a name is the body of which somebody is something: `a founder of | RopeCo NAME`."""
    first = text[name[0].start : name[0].end]
    named = len(name) == 3 and not of_name(name[0].key) and bool(of_name(name[1].key))
    body = named or _INNER_CAPITAL.match(first)
    return bool(body and _HELD_AT.search(text, max(name[0].start - 60, 0), name[0].start))


def _leads_to_name(text: str, run: list[_Token], token: _Token, last_break: int) -> bool:
    """Whether a small `de` only leads to a name: at the beginning, or behind a word such as `Comentarios`."""
    particle = token.key in PARTICLES and text[token.start].islower()
    return particle and (last_break < 0 or run[last_break].key in STOP_WORDS | PARTICLES)
