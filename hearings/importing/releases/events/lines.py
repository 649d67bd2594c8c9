"""The lines of a release that stand beside its sentences: labels such as `WHEN:`, notices, headings of transcripts."""

import re
from itertools import pairwise, takewhile

from hearings.importing.releases.events.dates import is_day
from hearings.importing.releases.layout import Paragraph

_INLINE = re.compile(r"\b(?:WHO|WHAT|WHEN|WHERE|DATE|TIME|LOCATION|PLACE|TITLE|SUBJECT|TOPIC|WATCH)\s?:\s")
_TELLS = re.compile(
    r"\b(?:held|scheduled|set|announced|postponed|begins|continues|today|tomorrow|underway)$", re.IGNORECASE
)
# `Transcript: TITLE`, above lines with the body and the day.
_TITLED_TRANSCRIPT = re.compile(
    r"(?:full |partial )?transcript\s?:\s{1,4}([A-Z“\"][^\n]{3,200}[^.:,])\.?$", re.IGNORECASE
)
CLOCK = re.compile(r"\d{1,2}(?::\d\d)?\s?(?:a\.?m|p\.?m|noon)", re.IGNORECASE)
ROOM = re.compile(r"\b(?:Room|Building|Hall)\b")
_LABEL_ALONE = re.compile(r"\w{4,12}\s?:$")
_FOLLOWING_EVENT = re.compile(
    r"\bfollowing (?:\w{2,20} ){0,3}(?:hearing|briefing|roundtable|forum)\s?:$", re.IGNORECASE
)
HEADS_TRANSCRIPT = re.compile(
    r"(?:(?:full |partial )?(?:transcript|video|(?:[^:\n]{3,80}\s)?(?:remarks|statement)(?:\sof\s[^:\n]{3,60})?)"
    r"\s?:\s{1,4}|(?:(?:opening|prepared|written)\s)?(?:statement|remarks|testimony)\s(?:of|by)\s[^:;\n]{3,160}?\s{1,4})?"
    r"(?:(?:oversight|legislative|field|joint|full|sub|committee|subcommittee)\s){0,3}"
    r"hearing on\s{1,4}(?:the\s(?!\w{2,20}[’']s\s))?(\S.{4,150}?[^.:,])"
    r"(?:,?\s{1,4}(?P<day>(?:[a-z]{3,6}day,\s)?[a-z]{3,9}\.?\s\d{1,2},?\s(?:19|20)\d\d))?$",
    re.IGNORECASE,
)


def after_label(label: re.Pattern[str], text: str, layout: list[Paragraph]) -> list[tuple[int, int]]:
    """Where the words after a label stand: behind its colon, or on the next line where the label is alone."""
    found = [(match.start(1), match.end(1)) for one in layout if (match := label.match(text, one.start, one.end))]
    for one in layout:
        labels = [*_INLINE.finditer(text, one.start, one.end)]
        ends = [*(label.start() for label in labels[1:]), one.end]
        for at, end in zip(labels, ends, strict=True) if len(labels) > 1 else ():
            match = label.match(text, at.start(), end) if at.start() > one.start else None
            found += [(match.start(1), match.end(1))] if match else []
    for one, below in pairwise(layout):
        if _LABEL_ALONE.match(one.text) and label.match(f"{one.text.strip(': ')}: {below.text}"):
            found.append((below.start, below.end))
    return found


def announced(layout: list[Paragraph]) -> list[Paragraph]:
    """The short lines of a notice (`announced the following hearing:`), or those that head a transcript."""
    for number, paragraph in enumerate(layout):
        heads = head_of_transcript(layout[number : number + 4]) is not None
        if heads or _FOLLOWING_EVENT.search(paragraph.text):
            lines = layout[number if heads else number + 1 : number + 7]
            first = lines[:1] if heads else []
            below = lines[len(first) :]
            return [*first, *takewhile(lambda one: len(one.text) < 200 and not one.text.endswith((".", ":")), below)]
    return []


def head_of_transcript(lines: list[Paragraph]) -> str | None:
    """The title in the first of `lines` where it heads a transcript: by the word hearing, or by what stands below."""
    match = None if _TELLS.search(lines[0].text) else HEADS_TRANSCRIPT.match(lines[0].text)
    named = None if match else _TITLED_TRANSCRIPT.match(lines[0].text)
    if named and any(is_day(one.text) for one in lines[1:4]):
        return named.group(1)
    return match.group(1) if match else None
