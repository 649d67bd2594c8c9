"""Transcripts in a release whose speakers stand in lines of their own, without a colon, over what they say."""

import re
from collections import Counter

from hearings.importing.releases.layout import Paragraph
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.mentions import Mention
from hearings.importing.releases.people.resolving import Registry
from hearings.importing.releases.speech.script_labels import ScriptLabel
from hearings.importing.releases.unmarked.script import in_person

_OFFICE_BEHIND = re.compile(r"\s?(?:,[^.;:!?“”\"\n]{2,140}|\([^)\n]{2,60}\))?")
_FEWEST = 3
_MARKS = ("“", '"', "«", "‘", "'", "``")


def find_label_lines(layout: list[Paragraph], mentions: Mentions, people: Registry) -> list[ScriptLabel]:
    """The lines that are only a speaker's name, with an office maybe, each over words that nothing marks.

    They are labels where somebody speaks twice, somebody else answers, and most of the words are in the first person
    or ask; a list of people with what is told of each has neither.
    """
    lines = [(one, each) for one in layout if not one.residue and (each := _named(one, mentions))]
    numbers = {one.number for one, _ in lines}
    turns = [(one, each, layout[one.number + 1]) for one, each in lines if one.number + 1 < len(layout)]
    turns = [(one, each) for one, each, below in turns if below.number not in numbers and _is_said(below)]
    who = [people.resolve(each.name, each.titles) for _, each in turns]
    often = Counter(one.full for one in who if one.full)
    spoken = sum(1 for one, _ in turns if in_person(layout[one.number + 1].text))
    if len(turns) < _FEWEST or len(often) < 2 or max(often.values()) < 2 or spoken * 2 <= len(turns):
        return []
    return [
        ScriptLabel(one.number, one.start, one.end, each.text, called)
        for (one, each), called in zip(turns, who, strict=True)
    ]


def _named(one: Paragraph, mentions: Mentions) -> Mention | None:
    """The person whose name a line is."""
    start = one.start + (4 if one.text.startswith("The ") else 0)
    label = mentions.label_at(start, one.end)
    each = label.mention if label and label.start == start else None
    if not each or each.possessive or not (each.titles or each.words > 1):
        return None
    return each if _OFFICE_BEHIND.fullmatch(mentions.text, each.party_end or each.end, one.end) else None


def _is_said(below: Paragraph) -> bool:
    return not below.residue and not below.heading and not below.text.startswith(_MARKS)
