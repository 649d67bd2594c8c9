"""Captions as transcripts: WebVTT, SRT and SnapStream's `>>` captions."""

import html
import re
from collections.abc import Iterator
from datetime import date

from hearings.importing.transcripts.reading import Sitting, TranscriptReading
from hearings.importing.transcripts.talk import CHANGE, Talk, speaker_of

_CUE = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->\s+\S+")
_SNAP = re.compile(r"(?:Title|Description|Channel|Recorded On): ", re.M)
_STAMP = re.compile(r"\[\d{1,2}:\d\d:\d\d [AP]M\]$")
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>\n]{1,120})>")
_TAG = re.compile(r"</?[a-z][^<>\n]{0,120}>|<\d[\d:.]{4,14}>")
_HEARD = re.compile(r"<i>\s*♪?\s*((?:music|applause|laughter|cheering|silence)\b[^<>\n]{0,40})</i>", re.I)  # not spoken
_NAMED = re.compile(
    r"(?P<label>(?:[A-Z][\w.'’-]+ ){0,4}[A-Z][\w.'’-]+|[A-Z][A-Z .'’-]{2,50})"
    r"(?P<note>\s*[\[(][A-Za-z ]{3,30}[\])])?:\s+(?=\S)"
)
_CHANGE = re.compile(r"(?:>|&gt;){2,}\s?")
_DASH = re.compile(r"-\s(?=[A-Z])")
_LEAD = re.compile(r"^(?:>{2,}|-\s(?=[A-Z]))\s?")
_MADE = "These are captions; they hold the errors of whoever or whatever made them. Compare them with the recording."


def form_of(text: str) -> str:
    """`webvtt`, `srt`, `snapstream`, or empty where the text is none of these."""
    if text.startswith("WEBVTT"):
        return "webvtt"
    if re.match(r"\s*\d+[ \t]*\n\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->", text):
        return "srt"
    if len(_SNAP.findall(text[:2000])) >= 3:
        return "snapstream"
    return ""


def read_captions(text: str) -> TranscriptReading:
    """Read captions; a change of speaker without a name is a turn of nobody (null), brackets are stage directions."""
    form = form_of(text)
    lines = text.split("\n")
    turns, directions, _ = _talk(_snap(lines) if form == "snapstream" else _cues(lines)).result()
    head = _head(lines) if form == "snapstream" else {}
    day = _day(head.get("original air date", "") or head.get("recorded on", ""))
    title = head.get("description") or head.get("title")
    if not turns:
        why = "The file holds captions without words."
        return TranscriptReading("text_not_available", title=title, date=day, warnings=(why,))
    notes = [_MADE]
    unnamed = sum(1 for turn in turns if turn.speaker is None)
    if unnamed:
        notes.append(f"{unnamed} of {len(turns)} turns name no certain speaker.")
    return TranscriptReading(
        "transcript",
        title=title,
        date=day,
        turns=turns,
        sittings=(Sitting(date=day, from_turn=1, to_turn=len(turns)),),
        warnings=tuple(notes),
        directions=directions,
    )


def _talk(pieces: Iterator[tuple[int, str | None, str]]) -> Talk:
    """Pieces `(line, label, words)` put together; a piece without a label goes on with the turn before it."""
    talk, last = Talk(), None
    for line, label, words in pieces:
        if label is not None and (label == CHANGE or label != last):
            talk.speak(line, label, speaker_of(label))
            last = label
        talk.say_with_asides(line, words)
    return talk


def _snap(lines: list[str]) -> Iterator[tuple[int, str | None, str]]:
    begin = next((number for number, line in enumerate(lines[:40]) if re.match(r"={5,}", line)), 0) + 1
    for number, line in enumerate(lines[begin:], start=begin + 1):
        if not line.strip() or _STAMP.match(line.strip()):
            continue
        yield from _changes(number, line, begins=False)


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
        words = html.unescape(_TAG.sub("", _HEARD.sub(r"[\1]", pieces[place]))).strip()
        if voice:
            yield number, voice, ""
            words = _LEAD.sub("", words)
        yield from _changes(number, words, begins=not voice)


def _changes(number: int, line: str, *, begins: bool = True) -> Iterator[tuple[int, str | None, str]]:
    """A line cut wherever `>>` changes the speaker, with who is named there or where the line `begins`."""
    for place, piece in enumerate(_CHANGE.split(line)):
        words = piece.strip()
        dash = _DASH.match(words) if begins and not place else None
        words = words[dash.end() :] if dash else words
        named = _NAMED.match(words) if place or begins else None
        if named:
            yield number, named.group("label") + (named.group("note") or ""), words[named.end() :]
        elif words or place:
            yield number, CHANGE if place or dash else None, words


def _head(lines: list[str]) -> dict[str, str]:
    pairs = (line.partition(": ") for line in lines[:12])
    return {name.casefold(): words.strip() for name, colon, words in pairs if colon and words.strip()}


def _day(words: str) -> str | None:
    match = re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", words)
    try:
        return date(int(match.group(3)), int(match.group(1)), int(match.group(2))).isoformat() if match else None
    except ValueError:
        return None
