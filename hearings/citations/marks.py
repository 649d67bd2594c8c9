"""Where the marks of a citation meet those of what it cites: full stops, commas, quotation marks, and marks unseen."""

import re

STOPS = tuple(".?!…‽⁇⁈⁉。．｡？！؟۔।॥།༎።፧։។៕။᠃")
CLOSING = ")]}”’\"'»›」』】）］"
BROKEN_OFF = ("—", "―", "–")
# Words whose full stop is no end of a sentence; others are known by the full stop within them: `U.S.`
ABBREVIATIONS = frozenset({"inc", "co", "corp", "ltd", "bros", "jr", "sr", "esq", "etc", "al", "dept", "gov", "st"})
OPENING_QUOTE = re.compile(r'“|(?<![^\s(\[—–-])"')
CLOSING_QUOTE = re.compile(r'[”"]')
# Control characters, and those that turn the direction of what follows them.
UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
SPACE = re.compile(r"\s+")


def on_one_line(text: str) -> str:
    """The text without line breaks and without characters that no reader sees but a program obeys."""
    return SPACE.sub(" ", UNSEEN.sub("", text))


def ends(text: str) -> bool:
    """Whether the text ends as a sentence does, in any script, be it within brackets or quotation marks."""
    return text.endswith(STOPS) or text.rstrip(CLOSING).endswith(STOPS)


def asks(text: str) -> bool:
    """Whether the text ends in a question mark or an exclamation mark."""
    return text.rstrip(CLOSING).endswith(("?", "!", "？", "！", "؟"))


def sentence(text: str) -> str:
    """The text and a space, with the full stop between that it lacks."""
    return f"{text} " if ends(text) else f"{text}. "


def without_full_stop(text: str) -> str:
    """The text without a full stop at its end; that of an abbreviation and an ellipsis stay."""
    bare = text.removesuffix(".")
    last = bare.rpartition(" ")[2]
    return text if "." in last or last.casefold().strip("([“‘") in ABBREVIATIONS else bare


def in_quotation_marks(text: str, mark: str) -> str:
    """The text as American styles quote it: single marks within, and the full stop or comma before the last mark."""
    words = CLOSING_QUOTE.sub("’", OPENING_QUOTE.sub("‘", text)).rstrip(" ,;:")
    words = without_full_stop(words) if mark == "," else words
    if mark == "." and (ends(words) or words.endswith(BROKEN_OFF)):
        return f"“{words}”"
    closes = words.endswith("’") and "‘" in words
    return f"“{words[:-1]}{mark}’”" if closes else f"“{words}{mark}”"
