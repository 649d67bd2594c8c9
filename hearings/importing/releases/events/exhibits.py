"""What was shown at a hearing by the words of its release: images, maps, charts, recordings, papers for the record."""

import re

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.reading import Exhibit
from hearings.importing.releases.speech.subjects import subject

_THING = (
    r"(?:images?|imagery|photos?|photographs?|pictures?|maps?|charts?|graphs?|graphics?|diagrams?|drawings?|sketch(?:es)?"
    r"|posters?|placards?|slides?|slideshows?|screenshots?|exhibits?|videos?|footage|film\sclips?|clips?|recordings?"
    r"|artifacts?|scale\smodels?)"
)
_WORD = (
    r"(?:(?!(?:that|how|why|what|whether|when|where|if|who|in|on|at|to|of|for|with|from|by|about|as|was|is|were|are|and"
    r"|but|no|not)\b)[\w’'-]{1,24},?\s{1,9})"
)
_OBJECT = (
    rf"(?P<what>{_WORD}{{0,7}}?{_THING}\b(?!-)"
    rf"(?:(?:,|,?\s{{1,9}}and)\s{{1,9}}{_WORD}{{0,3}}?{_THING}\b){{0,4}})"
)
_SHOWS = re.compile(
    r"\b(?:showed|shows|showing|displayed|displays|displaying|presented|presents|presenting|held\sup|holding\sup|brandished"
    rf"|pointed\sto|pointing\sto|unveiled|screened|played|projected|shared|brought\salong)\s{{1,9}}{_OBJECT}",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    rf"\b(?P<what>{_WORD}{{0,2}}{_THING})\s{{1,9}}(?:that\s|which\s)?(?:was\s|were\s)?"
    r"(?:shown|displayed|presented|held\sup|played|screened)(?:\s{1,9}by\s{1,9}(?=(?P<by>[A-Z])))?\b",
)
_RECORD = re.compile(
    r"\b(?:submitted|entered|introduced|placed|inserted)\s{1,9}"
    r"(?P<what>(?:[\w’'-]{1,24}\s{1,9}){0,5}?(?:letters?|reports?|documents?|articles?|studies|study|photos?|photographs?|maps?|charts?)\b)"
    r"[^.;\n]{0,120}?\s(?:into|for|in)\s{1,9}the\s{1,9}(?:\w{2,16}\s{1,9}){0,2}record\b",
    re.IGNORECASE,
)
_OF_THE_RELEASE = re.compile(
    r"\s{1,9}(?:of|from)\s{1,9}(?:(?:the|his|her|their|today[’']s|this)\s|[A-Z][\w.]*[’']s\s|(?:Sen|Rep)\w*\s)"
    r"(?:[\w’'-]{1,24}\s){0,3}?(?:remarks|questions|questioning|hearing|exchange|statement|speech|opening|testimony)\b"
)
_WHO = re.compile(r",(?:[^.;]{3,120},)?\s{1,9}who\s{1,9}(?:also\s{1,9})?")
_SURE = 0.75
_LEAD = re.compile(
    r"(?:(?:the|his|her|their|its|a|an|some|several)\s{1,9}"
    r"|(?:(?:sub)?committee|commission|panel|members|senators|lawmakers|colleagues|witness(?:es)?|audience|attendees|him|her|them)\s{1,9})+",
    re.IGNORECASE,
)


def find_exhibits(narrative: str, layout: list[Paragraph], mentions: Mentions, people: Registry) -> tuple[Exhibit, ...]:
    """What the sentences of a release say was shown or put in the record, with who showed it where they say so."""
    found: dict[str, Exhibit] = {}
    for paragraph in layout:
        starts = sentence_starts(narrative, paragraph.start, paragraph.end) if not paragraph.residue else []
        for low, high in zip(starts, [*starts[1:], paragraph.end], strict=bool(starts)):
            for pattern in (_SHOWS, _SHOWN, _RECORD):
                for match in pattern.finditer(narrative, low, high):
                    one = _exhibit(match, low, high, mentions, people)
                    if one and not any(other.start < one.end and one.start < other.end for other in found.values()):
                        found.setdefault(one.text.casefold(), one)
    return tuple(sorted(found.values(), key=lambda one: one.start))


def _exhibit(match: re.Match[str], low: int, high: int, mentions: Mentions, people: Registry) -> Exhibit | None:
    narrative, (start, end) = match.string, match.span("what")
    if _OF_THE_RELEASE.match(narrative, end, high):
        return None
    lead = _LEAD.match(narrative, start, end)
    start = lead.end() if lead else start
    by = _shown_by(match, low, high, mentions)
    full = people.resolve(by.name, by.titles).full if by else None
    return Exhibit(" ".join(narrative[start:end].split()), start, end, full)


def _shown_by(match: re.Match[str], low: int, high: int, mentions: Mentions) -> Mention | None:
    """Who shows it: whom `shown by` names, `NAME, who` before the verb, or the subject of the verb."""
    if match.re is _SHOWN:
        return next(iter(mentions.within(match.end(), high)), None) if match["by"] else None
    ahead = [one for one in mentions.within(low, match.start()) if not one.possessive]
    if ahead and _WHO.fullmatch(match.string, ahead[-1].party_end or ahead[-1].end, match.start()):
        return ahead[-1]
    label, sure, _ = subject(match.string, low, match.start(), mentions)
    return label.mention if label and label.kind == "name" and sure >= _SURE else None


def to_add(exhibits: tuple[Exhibit, ...]) -> str | None:
    """What to do with the exhibits that a text mentions, in words."""
    if not exhibits:
        return None
    named = "; ".join(f"{one.text} (shown by {one.shown_by})" if one.shown_by else one.text for one in exhibits[:5])
    return f"The text mentions {named}: add them to the hearing as exhibits."
