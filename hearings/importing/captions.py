"""Captions and Markdown as transcripts: WebVTT, SRT, SnapStream's `>>` captions, and `### Speaker:` headings."""

import html
import re
from collections.abc import Iterator
from datetime import date

from hearings.importing.transcript_labels import find_label
from hearings.importing.transcript_reading import Sitting, TranscriptReading, Turn

_CUE = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->\s+\S+")
_SNAP = re.compile(r"(?:Title|Description|Channel|Recorded On): ", re.M)
_STAMP = re.compile(r"\[\d{1,2}:\d\d:\d\d [AP]M\]$")
_MARKDOWN = re.compile(
    r"#{2,4}\s+(?:\*\*)?(?:Speaker|SPEAKER):?\s*(?P<name>.*?)(?:\*\*)?\s*$|#{3}\s+(?:\*\*)?(?P<plain>[^#\n]{2,80}?):(?:\*\*)?\s*$"
)
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>\n]{1,120})>")
_TAG = re.compile(r"</?[a-z][^<>\n]{0,120}>|<\d[\d:.]{4,14}>")
_NAMED = re.compile(r"(?P<name>(?:[A-Z][\w.'’-]+ ){0,4}[A-Z][\w.'’-]+|[A-Z][A-Z .'’-]{2,50}):\s+(?=\S)")
_MADE = "These are captions; they hold the errors of whoever or whatever made them. Compare them with the recording."


def form_of(text: str) -> str:
    """`webvtt`, `srt`, `snapstream`, `markdown`, or empty where the text is none of these."""
    if text.startswith("WEBVTT"):
        return "webvtt"
    if re.match(r"\s*\d+[ \t]*\n\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->", text):
        return "srt"
    if len(_SNAP.findall(text[:2000])) >= 3:
        return "snapstream"
    if any(_MARKDOWN.match(line) for line in text.split("\n")):
        return "markdown"
    return ""


def read_captions(text: str) -> TranscriptReading:
    """Read captions or a Markdown transcript; a change of speaker without a name is a turn of nobody (null)."""
    form = form_of(text)
    lines = text.split("\n")
    pieces = _snap(lines) if form == "snapstream" else _markdown(lines) if form == "markdown" else _cues(lines)
    turns = _turns(pieces)
    head = _head(lines) if form == "snapstream" else {}
    day = _day(head.get("original air date", "") or head.get("recorded on", ""))
    title = (
        head.get("description")
        or head.get("title")
        or next((line[2:].strip() for line in lines[:20] if line.startswith("# ")), None)
    )
    if not turns:
        why = "The file holds captions without words."
        return TranscriptReading("text_not_available", title=title, date=day, warnings=(why,))
    notes = [] if form == "markdown" else [_MADE]
    unnamed = sum(1 for turn in turns if turn.speaker is None)
    if unnamed:
        notes.append(f"{unnamed} of {len(turns)} turns name no certain speaker.")
    sitting = Sitting(date=day, from_turn=1, to_turn=len(turns))
    return TranscriptReading(
        "transcript", title=title, date=day, turns=tuple(turns), sittings=(sitting,), warnings=tuple(notes)
    )


def _turns(pieces: Iterator[tuple[int, str | None, str]]) -> list[Turn]:
    """Pieces `(line, label, words)` as turns; a piece without a label goes on with the turn before it."""
    found: list[tuple[int, str, list[str]]] = []
    for line, label, words in pieces:
        words = " ".join(words.split())
        same = label is not None and label != ">>" and found and found[-1][1] == label
        if found and (label is None or same):
            found[-1][2].append(words)
        elif words or label not in (None, ">>"):
            found.append((line, label or "", [words]))
    spoken = [(line, label, " ".join(filter(None, words))) for line, label, words in found]
    return [
        Turn(number, line, label, _speaker(label), text)
        for number, (line, label, text) in enumerate((one for one in spoken if one[2]), start=1)
    ]


def _speaker(label: str) -> str | None:
    """A full name; a title with a surname, a role or `>>` names nobody for certain."""
    name = label.strip(" :*")
    if (
        find_label(f"{name}. ")
        or not re.fullmatch(r"(?:[A-Z][\w.'’-]+ ){1,4}[A-Z][\w.'’-]+", name)
        or re.match(r"(?i:speaker|unidentified|voice)\b", name)
    ):
        return None
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def _snap(lines: list[str]) -> Iterator[tuple[int, str | None, str]]:
    begin = next((number for number, line in enumerate(lines[:40]) if re.match(r"={5,}", line)), 0) + 1
    for number, line in enumerate(lines[begin:], start=begin + 1):
        if not line.strip() or _STAMP.match(line.strip()):
            continue
        for place, piece in enumerate(re.split(r"(?:^|(?<=\s))(?:>>|&gt;&gt;)\s?", line)):
            if place or piece.strip():
                named = _NAMED.match(piece) if place else None
                yield (
                    number,
                    (named.group("name") if named else ">>") if place else None,
                    piece[named.end() :] if named else piece,
                )


def _markdown(lines: list[str]) -> Iterator[tuple[int, str | None, str]]:
    started = False
    for number, line in enumerate(lines, start=1):
        match = _MARKDOWN.match(line)
        if match:
            started = True
            yield number, (match.group("name") or match.group("plain") or "").strip(" :*") or ">>", ""
        elif started and line.strip() and not line.startswith("#"):
            yield number, None, line


def _cues(lines: list[str]) -> Iterator[tuple[int, str | None, str]]:
    open_cue = False
    for number, line in enumerate(lines, start=1):
        if _CUE.match(line):
            open_cue = True
        elif not line.strip():
            open_cue = False
        elif open_cue:
            yield from _cue_line(number, line)


def _cue_line(number: int, line: str) -> Iterator[tuple[int, str | None, str]]:
    pieces = _VOICE.split(line)
    for place in range(0, len(pieces), 2):
        voice = pieces[place - 1].strip() if place else None
        words = html.unescape(_TAG.sub("", pieces[place])).strip()
        change = re.match(r"(?:>>|-\s(?=[A-Z]))\s?", words)
        words = words[change.end() :] if change else words
        named = _NAMED.match(words)
        label = voice or (named.group("name") if named else ">>" if change else None)
        if words or voice:
            yield number, label, words[named.end() :] if named and not voice else words


def _head(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines[:12])
    return {name.casefold(): words.strip() for name, colon, words in pairs if colon and words.strip()}


def _day(words: str) -> str | None:
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", words)
    try:
        return date(int(match.group(3)), int(match.group(1)), int(match.group(2))).isoformat() if match else None
    except ValueError:
        return None
