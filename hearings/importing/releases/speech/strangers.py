"""People whom a text knows by no full name, yet who are said to speak: above words, or behind a dash."""

import re

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.subjects import ADVERBS
from hearings.importing.texts.lexicon import SPEECH_VERBS

_SAYS_IT = rf"(?:[A-Z][\w.’'-]{{1,20}}\s){{1,4}}(?:{ADVERBS}\s)?(?:{SPEECH_VERBS})\b"
_ABOVE = re.compile(rf"[*_]{{0,3}}{_SAYS_IT}[^.!?“”\"]{{0,120}}$")
_BEHIND = re.compile(rf"\s{{0,3}}[-–—]{{1,2}}\s{{0,3}}{_SAYS_IT}")


def speaks_above(line: Paragraph, mentions: Mentions, people: Registry) -> bool:
    """Whether a line above words says that they are of somebody unknown: `Mustermann said last week:`."""
    if not _ABOVE.match(line.text):
        return False
    label = mentions.label_at(line.start, line.end)
    one = label.mention if label else None
    return not label or bool(one and not people.resolve(one.name, one.titles).full)


def speaks_behind(tail: str) -> bool:
    """Whether what follows a passage begins with a dash and somebody who speaks: `– Mustermann said last week`."""
    return bool(_BEHIND.match(tail))
