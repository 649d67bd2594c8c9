"""The lines of a release that say who presided: a headline, a signature, the heading of a statement, thanks."""

import re

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from witnesses.names import name_key

_STATEMENT_OF = re.compile(
    r"(?:(?:opening|prepared)\s)?(?:statement|remarks)\s{1,9}of\s{1,9}(?:the\s{1,9})?(?:Hon\.\s)?chair(?:man|woman|person)?\s{1,9}"
    r"(?=[^:;\n]{3,60}\s(?:before\s{1,9}the|,)\s[^:;\n]{0,60}committee\b|[^:;,\n]{3,60}$)",
    re.IGNORECASE,
)
_CHAIR_ENDS = re.compile(
    r"\s?,\s{1,4}(?:[A-Z][a-z]{2,12}(?:\s[A-Z][a-z]{2,12})?,\s{1,4})?(?:(?:Sub)?Committee\s)?(?:Chair(?:man|woman|person)?|Presiding)"
    r"\.?(?:$|\s{2,}|\s?[;|)\t*•]|\s?\n)",
    re.IGNORECASE,
)
_PRESIDING = re.compile(
    r"(?:\s?,\s{1,4}|\s?\(|\s[–—-]\s)presiding\b(?!\s(?:officer|judge|justice|bishop))", re.IGNORECASE
)
_LABEL = re.compile(
    r"(?:presiding|chair(?:man|woman|person)?|(?:chaired|presided\sover)\sby)\s?:\s{1,4}", re.IGNORECASE
)
_COLUMN = re.compile(
    r"(?:[(|*•\t\n]\s{0,9}|\s{2,}|\b(?:[Ss]tatement|[Rr]emarks)\s(?:of|by)\s(?:the\s)?(?:[Hh]on(?:\.|orable)\s)?)$"
)
_HEADLINE = re.compile(
    r"(?:(?:SEN|REP|SENATOR|CONGRESS(?:WO)?MAN|REPRESENTATIVE|CHAIR(?:WO)?MAN|CHAIR)\.?\s)?([A-Z][\w’'-]+)\s"
    r"(?:TO\s(?:CHAIR|HOLD|CONVENE)|CHAIRS|HOLDS|CONVENES|(?P<presides>(?:TO\sPRESIDE|PRESID(?:ES|ED|ING))\s(?:OVER|AT)))\s[^.;:]{0,60}?\b(?:HEARING|ROUNDTABLE|FORUM)\b",
    re.IGNORECASE,
)
_HELD_BY = re.compile(
    r"\bfor\s{1,9}(?:(?:today\s{1,9})?(?:holding|calling|convening|hosting|having|chairing|presiding)\b|(?:inviting|allowing)\s{1,9}(?:me|us)\b"
    r"|(?:the|this|your|his|her)\s{1,9}(?:\w{3,12}\s{1,9})?(?:invitation\b|(?:opportunity|chance|honor)\s{1,9}to\s{1,9}(?:testify|appear|speak)\b))",
    re.IGNORECASE,
)
# Who speaks the thanks is not who gets them: `Senator NAME: I thank the Chairman`, `NAME thanked the Chairman`.
_THANKS = re.compile(r"\s?:\s|,?\s(?:[a-z]{2,12}\s)?(?:thanked|thanks|began|opened|said|wanted)\b")
_CHAIRING = re.compile(
    r"(?<!\bmr\.\s)(?<!\bmister\s)(?<!\bmadam\s)(?<!\bmadame\s)\b(?:(?:co-)?chair(?:man|woman|person|ing)?|presiding)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"(?:[’']s?)?\s(?:opening|prepared)\s(?:statement|remarks)\b", re.IGNORECASE)
_A_LINE = 120


def in_headline(layout: list[Paragraph], people: Registry) -> str | None:
    """Whom a headline has chair or hold the hearing: `NAME TO CHAIR HEARING ON ROPE`."""
    for line in layout[:4]:
        match = _HEADLINE.match(line.text) if len(line.text) < _A_LINE * 2 and line.text[-1] not in ".:" else None
        full = people.resolve(match.group(1).title()).full if match else None
        person = people.find(full) if full else None
        presides = match and match["presides"]  # in the place of the chair, it may be
        if person and person.strong and " " in person.full and (presides or not person.titles & {"ranking", "vice"}):
            return person.full
    return None


def on_a_line(layout: list[Paragraph], mentions: Mentions, people: Registry) -> str | None:
    """Who stands on a line or in a column with the word behind the name: `Rep. NAME (D-ZZ), Chairman`."""
    full = set()
    for line in layout:
        for one in mentions.within(line.start, line.end) if len(line.text) < 2 * _A_LINE else ():
            at = one.party_end or one.end
            begins = one.start == line.start or _COLUMN.search(mentions.text, line.start, one.start)
            ends = begins and _CHAIR_ENDS.match(mentions.text, at, line.end)
            label = at == line.end and _LABEL.fullmatch(mentions.text, line.start, one.start)
            if one.words > 1 and (ends or label or _PRESIDING.match(mentions.text, at, line.end)):
                full.add(people.resolve(one.name, one.titles).full)
    for line in layout[:8] if not full else ():
        for one in mentions.within(line.start, line.end)[:1]:
            if is_titled(one) and one.words > 1 and (one.start, one.party_end or one.end) == (line.start, line.end):
                full.add(people.resolve(one.name, one.titles).full)
    return full.pop() if len(full) == 1 else None


def heads_statement(layout: list[Paragraph], mentions: Mentions, people: Registry) -> str | None:
    """Whose statement a line heads: `Statement of Chairman NAME before the Rope Committee`."""
    for line in layout[:6]:
        match = _STATEMENT_OF.match(mentions.text, line.start, line.end) if len(line.text) < _A_LINE * 2 else None
        named = mentions.within(match.start(), line.end)[:1] if match else []
        first = next(iter(mentions.within(line.start, line.end)), None) if len(line.text) < _A_LINE else None
        opens = (
            first
            and first.start == line.start
            and is_titled(first)
            and _OPENING.match(mentions.text, first.end, line.end)
        )
        named = named or ([first] if first and opens else [])
        if named:
            return people.resolve(named[0].name, named[0].titles).full
    return None


def labelled(layout: list[Paragraph], mentions: Mentions, people: Registry) -> str | None:
    """Who speaks in a dialogue as `Chairman NAME:`."""
    full = set()
    for line in layout:
        for one in mentions.within(line.start, line.end)[:1]:
            if one.start == line.start and is_titled(one) and mentions.text[one.end : one.end + 1] == ":":
                full.add(people.resolve(one.name, one.titles).full)
    return full.pop() if len(full) == 1 else None


def thanked(mentions: Mentions, people: Registry) -> str | None:
    """Whom a sentence with the word “chair” thanks for holding it."""
    one = _thanked_one(mentions)
    return people.resolve(one.name, one.titles).full if one else None


def thanks_another(full: str, mentions: Mentions, people: Registry) -> bool:
    """Whether a chair of another surname is thanked for holding it, of whom the text may give no full name."""
    one = _thanked_one(mentions)
    same = one and name_key(full).endswith(name_key(one.name).split(" ")[-1])
    return bool(one and is_titled(one) and not same)


def _thanked_one(mentions: Mentions) -> Mention | None:
    text = mentions.text
    for match in _HELD_BY.finditer(text):
        low = sentence_starts(text, max(text.rfind("\n", 0, match.start()) + 1, match.start() - 300), match.start())[-1]
        words = text[low : match.end()]
        named = [
            one
            for one in mentions.within(low, match.start())
            if not (_THANKS.match(text, one.party_end or one.end) or {"ranking", "vice"} & set(one.titles))
        ]
        if named and "thank" in words.casefold() and _CHAIRING.search(words) and "\n" not in words:
            return next(filter(is_titled, named), named[-1])
    return None


def is_titled(one: Mention) -> bool:
    """Whether somebody is called the chair: not a former one, a vice chair or a cochairman."""
    other = {"vice", "emeritus", "former", "ranking", "cochairman", "cochair", "cochairwoman"} & set(one.titles)
    return any("chair" in title for title in one.titles) and not other
