"""Captions as transcripts: WebVTT, SRT and SnapStream's `>>` captions."""

import html
import re
from collections.abc import Iterator
from datetime import date

from hearings.importing.transcripts.doubts import where
from hearings.importing.transcripts.reading import Sitting, TranscriptReading
from hearings.importing.transcripts.talk import CHANGE, HEARD, NOBODY, Talk, speaker_of

_CUE = re.compile(r"\s*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}\s+-->\s+\S+")
_SNAP = re.compile(r"(?:Title|Description|Channel|Recorded On): ", re.M)
_STAMP = re.compile(r"\[\d{1,2}:\d\d:\d\d [AP]M\]$")
_BEGUN = re.compile(r"(<v(?:\.[\w.]+)?\s+[^>\n]{1,120}>)")
_VOICE = re.compile(rf"{_BEGUN.pattern[:-1]}|</v>(?=(?:<[^<>\n]*>|[^<\w\n]){{0,20}}\w))")
_PLACED = re.compile(r"\{(?:\\[^{}\n]{1,120}|/?[biu])\}")  # `{\an8}`: where and how words are shown
_BREAKS = re.compile(r"\\[Nh]")
_NOT_SHOWN = re.compile(r"(?:NOTE|STYLE|REGION|WEBVTT)\b")
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
    stray: list[int] = []
    turns, directions, _ = _talk(_snap(lines) if form == "snapstream" else _cues(lines, stray)).result()
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
    voiceless = [turn.line for turn in turns[1:] if turn.label == NOBODY]
    if voiceless:
        notes.append(
            f"Words that no voice marks, behind words that one does: {len(voiceless)}, {where(voiceless)}. Their "
            "speakers were left open."
        )
    if stray:
        notes.append(f"Lines outside the cues, which are not read: {len(stray)}, {where(stray)}.")
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


def _cues(lines: list[str], stray: list[int]) -> Iterator[tuple[int, str | None, str]]:
    """The pieces of all cues; `stray` gets the numbers of lines outside them that hold words.

    A voice speaks to the end of its cue or its mark: words behind that without one are nobody's.
    """
    state, ended = "outside", False
    for number, line in enumerate(lines, start=1):
        if _CUE.match(line):
            state, ended = "cue", ended or state == "voice"
            if stray[-1:] == [number - 1]:
                stray.pop()  # the name or number of this cue
        elif not line.strip():
            state, ended = "outside", ended or state == "voice"
        elif state in ("cue", "voice"):
            for place, piece in enumerate((_VOICE if state == "voice" or _BEGUN.search(line) else _BEGUN).split(line)):
                if place % 2:
                    ended = piece == "</v>" and (ended or state == "voice")
                    state = "cue" if piece == "</v>" else "voice"
                    yield from [(number, html.unescape(_named_by(piece)), "")] if state == "voice" else []
                elif words := _shown(piece):
                    if ended and any(map(str.isalpha, HEARD.sub("", words))):
                        yield number, NOBODY, ""
                        ended = False
                    fresh = bool(place) and state == "voice"
                    yield from _changes(number, _LEAD.sub("", words) if fresh else words, begins=not fresh)
        elif state == "outside":
            state = "apart" if _NOT_SHOWN.match(line) else state
            stray += [number] if state == "outside" else []


def _named_by(mark: str) -> str:
    """Whom the mark of a voice names: `<v.loud Ida Sample>`."""
    return mark[:-1].split(None, 1)[1].strip()


def _shown(words: str) -> str:
    """Words of a cue without its marks; what is heard besides them in brackets."""
    words = _BREAKS.sub(" ", _PLACED.sub("", _HEARD.sub(r"[\1]", words)))
    return html.unescape(_TAG.sub("", words)).strip()


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
