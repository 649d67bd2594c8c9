"""What is mended in a received text: bytes of another encoding, garbled and invisible characters, each on record."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from hearings.importing.texts.relaying import lost_layout, relaid, told
from hearings.text import INVISIBLE

# What UTF-8 becomes where its bytes are shown as Windows-1252: a lead byte and the one to three bytes after it.
_BYTES = {bytes([byte]).decode("cp1252", "ignore") or chr(byte): byte for byte in range(0x80, 0x100)}
_BYTES |= {chr(byte): byte for byte in range(0x80, 0xA0)}
_FOLLOWING = "".join(re.escape(char) for char, byte in _BYTES.items() if byte < 0xC0)
_GARBLED = f"[Â-ß][{_FOLLOWING}]|[à-ï][{_FOLLOWING}]{{2}}|ð[{_FOLLOWING}]{{3}}"
_CUT = "â€\\?|â€(?=[\\s,.;:)]|$)"
_INVISIBLE = f"[{INVISIBLE}\u200e\u200f]|(?<=[ -\u024f])[\u200c\u200d]"
_AND = " and "
MENDED = "Mended before reading: {}"
_OFFICES = ("Senator", "Congressman", "Congresswoman", "Representative", "Chairman", "Chairwoman")
_BREAK = "[\u2028\u2029\x85\x0b\x0c]"
# A space that was no plain one: left out before a name, or shown as a question mark.
_SPEAKS = ("said", "asked", "added", "replied", "responded", "continued", "concluded", "answered", "noted")
_ASKS = ("pressed", "questioned", "questioning", "grilled", "with")
_GLUED = (
    "(?:"
    + "|".join([*(f'(?<=[\\s”"]{one})' for one in (*_SPEAKS, *_ASKS)), *(f"(?<={one})" for one in _OFFICES)])
    + ")(?=[A-Z][a-z])"
)
# A space that was left out between a verb or a noun and a small word: `exchangewith`, `warnedthe`.
_RUN_ON = "(?:(?<=[a-z]ed)|(?<=ing)|(?<=nge)|(?<=ion))(?=(?:the|with|from|of|between|about|that)\\b)"
_ASKED = '(?<=[”"])\\?(?=[a-z])|(?<=[^\\W\\d_]\\.)\\?(?=[A-Z“])'
_ENTITIES = {
    "quot": '"', "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "apos": "'",
    "#34": '"', "#39": "'", "#x27": "'",
    "#8216": "‘", "#8217": "’", "#8220": "“", "#8221": "”",
}  # fmt: skip
_WITHIN_LINES = re.compile(f"(?P<garbled>{_GARBLED})|(?P<cut>{_CUT})|(?P<invisible>{_INVISIBLE})")
_MENDED = re.compile(
    f"{_WITHIN_LINES.pattern}|(?P<line>{_BREAK})|(?P<space>{_GLUED}|{_RUN_ON}|{_ASKED})"
    rf"|&(?P<entity>{'|'.join(_ENTITIES)});|\\(?P<escaped>[\"'])"
)
# Where every quotation mark lost the bytes after its first one, the end of a quotation is left as “â?”.
_LOST = re.compile(
    r"(?P<closer>â\?(?=[\s.,;:)]|$))|(?P<opener>(?<![\w’'])â(?=[\w\[]))|(?P<apostrophe>(?<=\w)â(?=(?:s|t|d|m|ll|re|ve)\b))"
    r"|(?P<dash>(?<=\s)â(?=\s))",
    re.MULTILINE,
)
# Where the quotation marks are straight, only apostrophes and dashes are left so; no word of a language ends like that.
_LOST_WITHIN = re.compile(r"(?P<apostrophe>(?<=\w)â(?=(?:s|t|d|m|ll|re|ve)\b))|(?P<dash>(?<=\s)â(?=\s))", re.MULTILINE)
_CONTRACTED = re.compile(r"\wâ(?:s|ll|re|ve|m)\b|nât\b")
_LOST_END = re.compile(r"\wâ\?(?=\s|$)|[.,!?]â\?(?=\s|$)")
# Where every mark became the same character, the ends of quotations show it: `?We go,? he said.`
_SHOWN_AS = {
    char: re.compile(
        rf"(?P<closer>(?<=[.,!?]){re.escape(char)}(?=\s|$))|(?P<opener>(?<![^\s(\[]){re.escape(char)}(?=[A-Z\[]))"
        rf"|(?P<apostrophe>(?<=[A-Za-z]){re.escape(char)}(?=(?:s|t|d|m|ll|re|ve)\b))",
        re.MULTILINE,
    )
    for char in ("\ufffd", "?")
}
_ANY_MARK = re.compile("[\"“”„«»]|``|''")
_LOST_MARKS = {"closer": "”", "opener": "“", "apostrophe": "’", "dash": "–"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_STRAY = re.compile("[\udc80-\udcff]")
_NAMES = {"\u00ad": "a soft hyphen", "\ufeff": "a byte order mark", "\n": "the end of a line"}


@dataclass(frozen=True)
class Mended:
    """A text with what was done to it, in words; `pieces` pairs offsets in it with offsets in what came in."""

    text: str
    notes: tuple[str, ...] = ()
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    def origin(self, position: int) -> int:
        """The offset in the text that came in, of an offset in the mended one."""
        start, original = self.pieces[bisect_right(self.pieces, (position, len(self.text) << 4)) - 1]
        return original + position - start


def mend(text: str, *, as_printed: bool = False) -> Mended:
    """Undo UTF-8 shown as Windows-1252, take invisible characters out, and restore marks cut to their first byte.

    Only what has one possible meaning is changed. Bidirectional controls stay where a text has letters that need them.
    Then paragraph breaks and spaces that the text lost on its way are put back. `as_printed` leaves lines and spaces
    as they are: a transcript is cited by its lines, and its labels are read later.
    """
    first = _mend_characters(text, as_printed)
    if as_printed:
        return first
    second = _replace(first.text, lost_layout(first.text), relaid, told)
    return _both(first, second) if second.notes else first


def _both(first: Mended, second: Mended) -> Mended:
    """Two steps as one: its pieces begin where a piece of either begins."""
    ends = [original for _, original in second.pieces[1:]] + [len(first.text) + 1]
    pieces, at = [], 0
    for (start, original), end in zip(second.pieces, ends, strict=True):
        pieces.append((start, first.origin(original)))
        while at < len(first.pieces) and first.pieces[at][0] < end:
            middle, source = first.pieces[at]
            if middle > original:
                pieces.append((start + middle - original, source))
            at += 1
    return Mended(second.text, first.notes + second.notes, tuple(pieces))


def _mend_characters(text: str, as_printed: bool) -> Mended:
    if not as_printed and not _ANY_MARK.search(text):
        for pattern in _SHOWN_AS.values():
            kinds = Counter(match.lastgroup for match in pattern.finditer(text))
            if 0 < kinds["closer"] <= kinds["opener"]:
                return _replace(text, pattern, _restored)
    keep_invisible = bool(_RIGHT_TO_LEFT.search(text))
    if "â" in text and "â€" not in text:
        within = [match.start() for match in _LOST_WITHIN.finditer(text)]
        lost = _LOST if _LOST_END.search(text) else _LOST_WITHIN if len(within) == text.count("â") else None
        if lost and (lost is _LOST or _CONTRACTED.search(text)):
            return _replace(text, lost, _restored)
    return _replace(text, _WITHIN_LINES if as_printed else _MENDED, _mender(keep_invisible))


def from_bytes(data: bytes) -> tuple[str, str]:
    """The text of bytes that are UTF-8 but for single bytes of Windows-1252, and what was read so, in words.

    UnicodeDecodeError where that does not make a text: a byte without meaning there, or too many of them.
    """
    text = data.decode("utf-8", "surrogateescape")
    strays = Counter(_STRAY.findall(text))
    read = {char: bytes([ord(char) - 0xDC00]).decode("cp1252", "replace") for char in strays}
    if strays.total() * 12 > len(text) + 100 or "\ufffd" in read.values():
        data.decode("utf-8")
    shown = ", ".join(read[char] + _times(number) for char, number in strays.items())
    return text.translate(
        str.maketrans(read)
    ), f"The file is not UTF-8; read as Windows-1252: {shown}." if strays else ""


def _mender(keep_invisible: bool) -> Callable[[re.Match[str]], str]:
    def mended(match: re.Match[str]) -> str:
        words = match.group()
        if match.lastgroup == "garbled":
            try:
                return bytes(_BYTES[char] for char in words).decode("utf-8")
            except UnicodeDecodeError:
                return words
        if match.lastgroup == "invisible":
            return words if keep_invisible else ""
        if match.lastgroup in ("entity", "escaped"):
            return _ENTITIES.get(match[match.lastgroup], match[match.lastgroup])
        return {"line": "\n", "space": " "}.get(match.lastgroup or "", "”")

    return mended


def _restored(match: re.Match[str]) -> str:
    return _LOST_MARKS[match.lastgroup or ""]


def _replace(
    text: str,
    pattern: re.Pattern[str],
    mended: Callable[[re.Match[str]], str],
    telling: Callable[[re.Match[str]], str] | None = None,
) -> Mended:
    words: list[str] = []
    pieces, done = [(0, 0)], Counter[str]()
    at = length = 0
    for match in pattern.finditer(text):
        new = mended(match)
        if new == match.group():
            continue
        words += [text[at : match.start()], new]
        length += match.start() - at + len(new)
        at = match.end()
        pieces.append((length, at))
        done[telling(match) if telling else _told(match.group(), new)] += 1
    notes = [f"{note}{_times(number)}." for note, number in done.items()]
    return Mended("".join([*words, text[at:]]), tuple(notes), tuple(pieces))


def _told(old: str, new: str) -> str:
    if new == " ":
        return f"{old} was read as a space" if old else "A missing space was put between words"
    shown = _shown(old)
    was = "were" if _AND in shown else "was"
    shown = shown[0].upper() + shown[1:] if old[0] in _NAMES else shown
    return f"{shown} {was} {'read as ' + _shown(new) if new else 'left out'}"


def _shown(words: str) -> str:
    """Each character, by a name or number where it cannot be seen; a name stands apart from what is beside it."""
    shown = (
        f"\0{_NAMES[char]}\0" if char in _NAMES else char if char.isprintable() else f"[U+{ord(char):04X}]"
        for char in words
    )
    return _AND.join(filter(None, "".join(shown).split("\0")))


def _times(number: int) -> str:
    return "" if number == 1 else f" ({number} times)"
