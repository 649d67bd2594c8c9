"""Plain text: finding words in a source, their W3C selectors, and the direction of a script."""

import re
import unicodedata

QUOTATION_MARKS = str.maketrans("“”„‟«»″‘’‚‛′`", '"""""""\'\'\'\'\'\'')
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")
CONTEXT = 32  # characters of prefix and suffix in a TextQuoteSelector

Span = tuple[int, int]


def fold(text: str) -> tuple[str, list[int]]:
    """`text` with white space and quotation-mark shapes made alike, and for each character its place in `text`."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text.translate(QUOTATION_MARKS)):
        if character.isspace():
            if not folded or folded[-1] == " ":
                continue
            character = " "
        folded.append(character)
        places.append(place)
    return "".join(folded), places


def locate(words: str, source: str) -> list[Span]:
    """Every span of `source` that reads as `words`, but for white space and the shape of quotation marks.

    Spans count characters of `source` from 0, end excluded. No words: no spans.
    """
    needle = fold(words)[0].strip()
    if not needle:
        return []
    haystack, places = fold(source)
    found = re.finditer(re.escape(needle), haystack)
    return [(places[match.start()], places[match.end() - 1] + 1) for match in found]


def locate_passages(text: str, source: str, near: list[Span] | None = None) -> list[Span] | None:
    """The span in `source` of each paragraph of `text`, in order and not overlapping; None if one is not there.

    A blank line parts paragraphs. Words that occur more than once are taken at the occurrence nearest to the
    span that `near` gives for that paragraph, else at the first one that follows the paragraph before.
    """
    spans: list[Span] = []
    for number, paragraph in enumerate(paragraphs(text)):
        floor = spans[-1][1] if spans else 0
        candidates = [span for span in locate(paragraph, source) if span[0] >= floor]
        if not candidates:
            return None
        wanted = near[number][0] if near and number < len(near) else floor
        spans.append(min(candidates, key=lambda span: abs(span[0] - wanted)))
    return spans or None


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text; a blank line parts them."""
    return [part.strip() for part in BETWEEN_PARAGRAPHS.split(text.replace("\r\n", "\n")) if part.strip()]


def passages(source: str, spans: list[Span]) -> str:
    """The words of `source` at `spans`, a blank line between them."""
    return "\n\n".join(source[start:end] for start, end in spans)


def selectors(source: str, spans: list[Span]) -> list[dict]:
    """For each span a W3C TextPositionSelector and TextQuoteSelector in one: start, end, exact, prefix, suffix."""
    return [
        {
            "start": start,
            "end": end,
            "exact": source[start:end],
            "prefix": source[max(0, start - CONTEXT) : start],
            "suffix": source[end : end + CONTEXT],
        }
        for start, end in spans
    ]


def direction(language: str) -> str:
    """`rtl` or `ltr`, by the script that the BCP 47 language tag is usually written in."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def shorten(text: str, length: int) -> str:
    """`text` on one line, cut at a word within `length` characters, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:—-") + "…"


def slugify(text: str, length: int = 80) -> str:
    """An ASCII slug of at most `length` characters, cut at a word; empty where nothing of `text` is Latin script."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return slug if len(slug) <= length else slug[: length + 1].rsplit("-", 1)[0][:length].strip("-")
