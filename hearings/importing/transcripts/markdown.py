"""Markdown as a transcript: headings that name a speaker begin turns, other headings parts of their own."""

import re
from collections import Counter

from hearings.importing.texts.lexicon import ORG_WORDS, TITLE_WORDS, word_set
from hearings.importing.transcripts.front import day_in
from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.reading import Sitting, TranscriptReading
from hearings.importing.transcripts.talk import CHANGE, Talk, speaker_of

_HEADING = re.compile(r"(#{1,6})\s+(.*?)[\s#]*$")
_SPEAKER = re.compile(r"#{2,4}\s+(?:\*\*)?speaker\b:?|#{3}\s+(?:\*\*)?[^#\n]{2,80}?:(?:\*\*)?\s*$", re.I)
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LEADING = re.compile(r"^\s*(?:>\s*|[-*+•]\s+)+")
_FULL_NAME = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,4}[A-Z][\w.'’-]+")
_PARTS = (
    TITLE_WORDS
    | ORG_WORDS
    | word_set("opening closing statement statements remarks testimony panel question questions part")
)
_RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
_ASIDE = re.compile(r"[\[(][A-Z][^\[\]()]{2,80}[\])]$")
_SMALL = re.compile(r"(?:and|or|of|on|for|in|to|the|a|an|with|from|by)\b")


def is_markdown(text: str) -> bool:
    """Whether headings of the text name speakers: in one of the forms that are read, or two by titles or names."""
    lines = text.split("\n")
    return any(line.startswith("##") and _SPEAKER.match(line) for line in lines) or len(_speakers(lines)) > 1


def _speakers(lines: list[str]) -> set[str]:
    """Headings that are a title with a name, or a full name under which somebody speaks more than once."""
    counts = Counter(_plain(heading.group(2)) for line in lines if (heading := _HEADING.match(line)) and line[1] == "#")
    return {
        words.casefold()
        for words, times in counts.items()
        if _is_titled(words)
        or (
            times > 1
            and _FULL_NAME.fullmatch(words)
            and not {one.strip(".").casefold() for one in words.split()} & _PARTS
        )
    }


def _is_titled(words: str) -> bool:
    label = find_label(f"{words.rstrip(' :')}. ")
    return bool(label) and not label.role


def read_markdown(text: str) -> TranscriptReading:
    """Read a Markdown transcript. Marks of emphasis, lists and quotations go, paragraphs and list items stay apart.

    Words below a heading that names no speaker are kept as a part of their own and are nobody's turn.
    """
    lines = text.split("\n")
    talk, preface = Talk(), []
    state, apart = "preface", True
    named = _speakers(lines)
    for number, line in enumerate(lines, start=1):
        heading = _HEADING.match(line)
        words = _plain(line)
        if heading:
            label = _label(line, named)
            named |= {label.casefold()} if label else set()
            if label:
                talk.speak(number, label, speaker_of(label))
                state = "turn"
            elif len(heading.group(1)) > 1:
                talk.head(number, _plain(heading.group(2)))
                state = "part"
        elif state == "preface":
            preface.append(words)
        elif words and not _RULE.match(line):
            apart = apart or bool(_LEADING.match(line))
            if _ASIDE.match(words):
                talk.direct(number, words)
            elif state == "turn":
                talk.say_with_asides(number, words, apart=apart)
            else:
                talk.write(words, apart=apart)
        apart = not words or bool(heading)
    return _reading(lines, preface, talk)


def _reading(lines: list[str], preface: list[str], talk: Talk) -> TranscriptReading:
    turns, directions, sections = talk.result()
    title = next((_plain(line[2:]) for line in lines[:20] if line.startswith("# ")), None)
    day = next(filter(None, map(day_in, preface)), None)
    if not turns:
        why = "The file holds headings of speakers without words."
        return TranscriptReading("text_not_available", title=title, date=day, warnings=(why,))
    notes = []
    unnamed = sum(1 for turn in turns if turn.speaker is None)
    if unnamed:
        notes.append(f"{unnamed} of {len(turns)} turns name no certain speaker.")
    apart = [one for one in sections if one.kind != "oral"]
    if apart:
        where = ", ".join(f"“{one.heading}” (line {one.line})" for one in apart[:20])
        notes.append(
            f"Headings that name no speaker, with words below them: {len(apart)}. The words were put into nobody's "
            f"mouth but kept as parts of their own: {where}."
        )
    return TranscriptReading(
        "transcript",
        title=title,
        date=day,
        turns=turns,
        sittings=(Sitting(date=day, from_turn=1, to_turn=len(turns)),),
        warnings=tuple(notes),
        sections=sections,
        directions=directions,
    )


def _plain(line: str) -> str:
    return " ".join(_EMPHASIS.sub("", _LEADING.sub("", line)).split())


def _label(line: str, named: set[str]) -> str:
    """Whom a heading names: `Speaker: NAME`, `NAME:`, a title with a name, or somebody named so before; else empty."""
    words = _plain(_HEADING.match(line).group(2))
    said = re.match(r"speaker\b:?\s*(.*?)[\s:]*$", words, re.I)
    if said and _SPEAKER.match(line):
        return said.group(1) or CHANGE
    name = words.rstrip(" :")
    if name.casefold() in named:
        return name
    label = find_label(f"{name}. ")
    colon = words.endswith(":") and len(name) <= 80
    if label and not (label.role and not colon):
        return name
    return name if colon and not any(map(_SMALL.match, name.split())) else ""
