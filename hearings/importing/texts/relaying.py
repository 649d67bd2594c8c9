"""What a copied text lost of its layout: paragraph breaks left as gaps, missing spaces, lines that links broke."""

import re
from itertools import pairwise

_VERBS = r"(?:said|says|added|adds|asked|continued|concluded|noted|wrote|testified|explained|according)\b"
_FIELDS = r"(?:What|When|Where|Who|Time|Date|Location|Witnesses|Contact|Background)"
_GAP = r"(?P<gap>(?<=[.!?:;”\"’')…])[^\S\n]{3,}(?=[^\W\d_a-z]|[“\"‘'*•]))"
_INNER = r"(?P<inner>(?:(?<=[.!?…])|(?<=[.!?…]”))[^\S\n]{2,}(?=[“\"]\w))"
_SAYS_WHO = (
    r"(?:Opening|Prepared|Statement|Testimony|Remarks|Congress(?:wo)?man|Senator|Representative|Chair(?:wo)?man|Hon)"
)
_HEADINGS = (
    r"(?:(?:Opening |Prepared )?(?:Testimony|Statement|Remarks)|Hearing)\s(?:of|on|by|before|for|hosted|held|at)\b"
)
_WITHIN = (
    _INNER,
    # A quotation that opens again while it is open, the label of who speaks next, and a dateline behind an address.
    r"(?P<again>(?:(?<=[.!?…])|(?<=[.!?…]”))[^\S\n](?=“[A-Z]))",
    r"(?P<turn>(?:(?<=[a-z]{4}[.!?])|(?<=[.!?][”\"]))[^\S\n]{1,9}(?=(?:[A-Z][\w.’'-]{0,24},?\s(?:(?:of|on|for|and|the)\s){0,2}){1,11}"
    r"(?:[A-Z][\w.’'-]{1,24}|\([A-Z][^()\n]{1,24}\)):\s{0,3}[“\"]))",
    r"(?P<dateline>(?:(?<=\.gov)|(?<=\.com)|(?<=\.org)|(?<=\d{4}))[^\S\n]{1,9}"
    r"(?=[A-Z][A-Za-z]{2,14}(?:,?\s[A-Z][\w.]{0,10}){0,2}\s?[–—-]{1,2}\s?[A-Z]))",
    # A rule drawn with strokes between two paragraphs.
    r"(?P<rule>(?<=\S)[^\S\n]{1,9}(?P<strokes>[-_=–—]{6,200})[^\S\n]{1,9}(?=\S))",
    # Words that a link stood between.
    r"(?P<word>(?<=[\s)]and)(?=[A-Z][a-z])|(?<=\sthe)(?=[A-Z][a-z])|(?<=\))(?=[a-z]{3})|(?<=[a-z],)(?=[A-Z]))",
    # Sentences, quotations or fields of an announcement that were paragraphs.
    r"(?P<run>(?<=[.!?]”)(?=“\w)|(?<=[.!?]\")(?=\"[^\W\d_a-z])|(?<=[.!?]”)(?=[^\W\d_a-z])"
    r"|(?<=[a-z]{3}[.!?])(?=[^\W\d_a-z][a-z’']+\s)(?!Com\b|Gov\b|Org\b|Net\b)"
    rf"|(?<=[a-z])(?={_FIELDS}:)"
    # The heading of a statement, line by line: who speaks, on what, on which day.
    rf"|(?:(?<=follows:)|(?<=below:))(?={_SAYS_WHO}\b)|(?<=[a-z)])(?={_HEADINGS})|(?<=,\s20\d\d)(?=(?:{_SAYS_WHO}|Good|Thank|Mr\.|Madam)\s))",
    rf"(?P<after>(?<=[,.!?]”)(?=[a-z])|(?<=,”)(?=[^\W\d_])|(?<=[a-z][,.!?]\")(?={_VERBS}))",
    r"(?P<label>(?<=:)(?=[^\W\d_a-z]|[“\"]))",
)
# A line that goes on in the next: which begins small, or stands behind a comma in marks, or a small line or word.
_BETWEEN = (
    r"(?P<line>(?:(?<=[\w,)\]])|(?<=[?!][”\"]))[^\S\n]*\n[^\S\n]*(?=[a-z])(?!\w+:|www\.|\S{1,60}@|[a-z]?[.)]\s)"
    r"|(?<=,[”\"])\s*\n\s*(?=\w)"
    r"|(?:(?<=\nsaid)|(?<=\nasked)|(?<=\nadded)|(?<=\nconcluded)|(?<=\ncontinued)|(?<=\b[Tt]he)|(?<=\bbipartisan))"
    r"[^\S\n]*\n[^\S\n]*(?=[A-Z]))"
    r"|(?P<stop>(?<=\w)[^\S\n]*\n[^\S\n]*(?=[.,;](?:\s|$)))"
)
_PATTERNS = {
    (gaps, wrapped): re.compile("|".join([*([_GAP] if gaps else []), *_WITHIN, *([] if wrapped else [_BETWEEN])]))
    for gaps in (False, True)
    for wrapped in (False, True)
}
_GAP_BESIDE_MARK = re.compile(r"[^\s][^\S\n]{3,}[“\"‘'*•]|[”\"][^\S\n]{3,}[^\W\d_a-z]")
_LABEL_LINE = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,5}:")
_SAID = re.compile(rf"\b{_VERBS}[^“”\n]{{0,60}}$")
_TAGGED = re.compile(rf"[^“”\n.!?]{{0,120}}\b{_VERBS}")
_FEWEST_AGAIN = 2  # by how many more marks open than close where every paragraph opens its words again
_CURLY = re.compile("[“”]")
_LONGEST_LABEL = 70
_LOOK_BACK = 4000
_HEADING = 400  # how far behind its beginning the heading of a transcript, read as one line, may be run together
# What is put in the place of each, and how that is told.
_LOST = {
    "gap": ("\n", "A gap inside a line was read as the end of a paragraph"),
    "inner": ("\n", "A gap before a mark inside a quotation was read as the end of a paragraph"),
    "again": ("\n", "A mark that opens an open quotation again was read as the beginning of a paragraph"),
    "turn": ("\n", "The label of a speaker inside a line was read as the beginning of a paragraph"),
    "dateline": ("\n", "A dateline inside a line was read as the beginning of a paragraph"),
    "rule": ("\n", "A rule between paragraphs was put on a line of its own"),
    "word": (" ", "A missing space was put between words"),
    "run": ("\n", "A missing end of a paragraph was put between sentences run together"),
    "after": (" ", "A missing space was put behind a quotation mark"),
    "label": (" ", "A missing space was put behind a colon"),
    "stop": ("", "The end of a line before a lone full stop or comma was left out"),
    "line": (" ", "The end of a line inside a sentence was read as a space"),
}


def lost_layout(text: str) -> re.Pattern[str]:
    """The pattern of what is lost in a text; lines that are wrapped by hand stay as they are.

    Gaps are paragraph breaks only in a text that has one beside a quotation mark, where paragraphs matter most.
    """
    lengths = [len(line.strip()) for line in text.split("\n")]
    wrapped = sum(1 for one, following in pairwise(lengths) if 50 <= one <= 100 and following)
    by_hand = wrapped >= 3 and wrapped * 3 >= sum(map(bool, lengths))
    return _PATTERNS[bool(_GAP_BESIDE_MARK.search(text)), by_hand]


def relaid(match: re.Match[str]) -> str:
    """What stands for the words of a match, which are the same words where nothing was lost."""
    text, start = match.string, match.start()
    if match.lastgroup == "rule":
        return f"\n{match['strokes']}\n"
    if match.lastgroup == "label":
        line = text.rfind("\n", max(start - _LONGEST_LABEL, 0), start) + 1
        return " " if (line or start < _LONGEST_LABEL) and _LABEL_LINE.fullmatch(text, line, start) else ""
    if (
        match.lastgroup == "run"
        and "\nTranscript:" in text[(line := text.rfind("\n", max(start - _HEADING, 0), start)) : line + 12]
    ):
        return ""
    if match.lastgroup == "inner" and not _is_open(text, start):
        return match.group()
    if match.lastgroup == "again" and not (_is_open(text, start) and _goes_on_alone(text, match.end())):
        return match.group()
    return _LOST[match.lastgroup or ""][0]


def _is_open(text: str, position: int) -> bool:
    """Whether a quotation is open in the line before a position, as far as a look back shows."""
    line = text.rfind("\n", max(position - _LOOK_BACK, 0), position) + 1
    if "“" in text[position : position + 12]:
        opened, closed = text.rfind("“", line, position), text.rfind("”", line, position)
        return opened > closed or (
            opened >= 0 and _is_open_around(text, line or position - _LOOK_BACK, closed, position)
        )
    return (line > 0 or position < _LOOK_BACK) and text.count('"', line, position) % 2 == 1


def _is_open_around(text: str, low: int, closed: int, position: int) -> bool:
    """Whether a mark closed only a term within words that are open, in a line that opens its words again and again."""
    low = max(low, 0)
    end = text.find("\n", position, position + _LOOK_BACK)
    end = end if end > 0 else position + _LOOK_BACK
    open_before = text.count("“", low, position) > text.count("”", low, position)
    opens_again = text.count("“", low, end) - text.count("”", low, end) >= _FEWEST_AGAIN
    return open_before and opens_again and not _TAGGED.match(text, closed + 1, position)


def _goes_on_alone(text: str, opened: int) -> bool:
    """Whether a quotation that opens at a mark ends at the next mark, and no other that was open ends behind it."""
    if _SAID.search(text, max(opened - 90, 0), opened):
        return False
    line = text.find("\n", opened, opened + _LOOK_BACK)
    marks = [*_CURLY.finditer(text, opened + 1, line if line > 0 else opened + _LOOK_BACK)][:2]
    return bool(marks) and (marks[0].group() == "“" or [one.group() for one in marks[1:]] != ["”"])


def told(match: re.Match[str]) -> str:
    """What was lost there, in words."""
    return _LOST[match.lastgroup or ""][1]
