"""Who `released the following statement` in a sentence."""

import re

from hearings.importing.releases.attribution import Attribution
from hearings.importing.releases.labels import Mentions
from hearings.importing.releases.layout import Paragraph, sentence_starts
from hearings.importing.releases.subjects import SEVERAL, subject

_ISSUES = re.compile(
    r"\b(?:released|issued|made|gave|delivered|offered|provided|shared|posted|published|submitted|entered|inserted|put\sout"
    r"|(?:reacted|responded)\swith)\s(?:(?:out\s)?the\s(?:below|following)|this|these)"
    r"\s(?:[\w-]{1,20}\s){0,3}?(?:statements?|remarks|comments?|testimony|reaction|response|message|reply)\b"
    r"|\b(?:emitió|hizo|publicó|divulgó|ofreció|dio|presentó|pronunció|compartió|entregó)\s"
    r"(?:(?:la|el|las|los)\ssiguientes?|est[aeo]s?)\s(?:\w{1,20}\s){0,3}?(?:declaraci(?:ón|ones)|comentarios?|palabras|testimonio|discurso|mensaje)\b",
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
