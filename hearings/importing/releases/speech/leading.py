"""Whom the paragraph above a quotation has lead to it: who issues a statement, or a sentence that ends with a colon."""

import re

from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.attribution import JOINED, Attribution
from hearings.importing.releases.speech.subjects import SEVERAL, subject
from hearings.importing.texts.lexicon import SPEECH_VERBS

_LEAD_IN = re.compile(
    r"(?:In|At|During|After|Following|While|As|On|Throughout|Later|Earlier|Today|Yesterday)\b[^,.;]{0,160},\s{1,9}"
)
_ISSUES = re.compile(
    r"\b(?:released|issued|made|gave|delivered|offered|provided|shared|posted|published|submitted|entered|inserted|put\sout"
    r"|(?:reacted|responded)\swith)\s(?:(?:out\s)?the\s(?:below|following)|this|these)"
    r"\s(?:[\w-]{1,20}\s){0,3}?(?:statements?|remarks|comments?|testimony|reaction|response|message|reply)\b"
    r"|\b(?:emitió|hizo|publicó|divulgó|ofreció|dio|presentó|pronunció|compartió|entregó)\s"
    r"(?:(?:la|el|las|los)\ssiguientes?|est[aeo]s?)\s(?:\w{1,20}\s){0,3}?(?:declaraci(?:ón|ones)|comentarios?|palabras|testimonio|discurso|mensaje)\b",
    re.IGNORECASE,
)
SPEAKS = re.compile(
    r"(?:\s?\([^)\n]{1,30}\))?(?:,[^.;]{1,150},)?\s{1,9}"
    r"(?!(?:was|were|is|are|has\sbeen|had\sbeen|received|earned|won|got|heard|drew|includes?|represents|serves|thanked)\b)"
    rf"(?:\w{{2,15}}\s{{1,9}}){{0,2}}?(?:{SPEECH_VERBS}|spoke|gave|made|began|led|went|\w{{2,20}}(?:ed|s))\b",
    re.IGNORECASE,
)
_CLEAR = 0.9


def issuing(paragraph: Paragraph, mentions: Mentions) -> Attribution | None:
    """The person who in a sentence of a paragraph `released the following statement`, whoever else it names."""
    issued = _ISSUES.search(paragraph.text)
    if not issued:
        return None
    verb = paragraph.start + issued.start()
    start = [one for one in sentence_starts(mentions.text, paragraph.start, verb) if one < verb][-1:]
    label, certain, why_not = subject(mentions.text, *start or [paragraph.start], verb, mentions)
    if why_not == SEVERAL:
        return Attribution(None, "above", 0.3, why_not=why_not)
    if not label or not label.mention or certain < _CLEAR:
        return None
    return Attribution(label, "above: the paragraph before announces it", 0.9, end=label.end)


def introduced(paragraph: Paragraph, mentions: Mentions, people: Registry) -> Attribution | None:
    """The person with whom the sentence begins that leads to the words below by a colon: `NAME thanked them all:`."""
    if not paragraph.text.endswith(":"):
        return None
    text, start = mentions.text, sentence_starts(mentions.text, paragraph.start, paragraph.end)[-1]
    lead = _LEAD_IN.match(text, start, paragraph.end)
    start = lead.end() if lead else start
    label = mentions.label_at(start, paragraph.end)
    if not label or label.start != start or (label.mention and label.mention.possessive):
        return None
    one = label.mention
    if one and not one.titles and not people.resolve(one.name).full:
        return None
    end = one.party_end or label.end if one else label.end
    if JOINED.match(text, end, paragraph.end):
        return Attribution(None, "above", 0.3, why_not=SEVERAL)
    if not SPEAKS.match(text, end, paragraph.end):
        return None
    return Attribution(label, "above: the paragraph before leads to it by a colon", 0.9, end=label.end)
