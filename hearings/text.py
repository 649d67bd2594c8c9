"""Plain text: finding words in a source, their W3C selectors, and the direction of a script."""

import re
import unicodedata
from itertools import pairwise

QUOTATION_MARKS = str.maketrans("“”„‟«»″‘’‚‛′`", '"""""""\'\'\'\'\'\'')
RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
BETWEEN_PARAGRAPHS = re.compile(r"\n[^\S\n]*\n")
INVISIBLE = "\u00ad\u200b\u202a-\u202e\u2060-\u2069\ufeff"  # in a class; direction marks and joiners aside
CONTEXT = 32  # characters of prefix and suffix in a TextQuoteSelector
MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M"))
LONGEST_WORD = 100  # characters, in which the end of a word is looked for
CLOSERS = "\"'“”„‟«»″‘’‚‛′`)]} \n\t\u00a0"  # what may stand behind the end of a sentence, or before its beginning
SENTENCE_END = ".!?…。！？؟۔।॥།༎"
LEFT_OUT = (
    "“{}” is left out between two passages, inside a sentence. Passages may be parted only where the text itself "
    "interrupts the words, or at the ends of sentences. Put these words back, or take only one of the passages."
)
_LABEL_END = re.compile(r"(?:\s*\[[^\]]*\]|[\s.:])+$")
CUT = "“{}” is cut in two, and a quotation is whole words. Take the whole word, or leave it out."

# What parts words by spaces, joined by an apostrophe or, in a number, by a point; of other scripts, characters. Hangul
# is one of these: its nouns end in particles. Words that French elides (l’, qu’) part before the next one.
_UNPARTED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff"
    "\uaa60-\uaa7f\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_JOINERS = "\u00ad\u200c\u200d\u2060"
_RUN = f"(?:(?![{_UNPARTED}])[^\\W_²³¹⁰-₉]|[{MARKS}{_JOINERS}])+"
_WHOLE = re.compile(
    f"(?:[cdjlmnst]|[a-z]{{0,6}}qu)['’](?=\\w)|[{_UNPARTED}][{MARKS}]*|{_RUN}(?:['’]{_RUN}|(?<=\\d)[.,](?=\\d){_RUN})*",
    re.IGNORECASE,
)

Span = tuple[int, int]


def bare_label(label: str) -> str:
    """Whom the label of a turn names, without what ends it: “Mr. Kirk [continuing].” is “Mr. Kirk”."""
    return _LABEL_END.sub("", label)


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


def lower(text: str) -> str:
    """`text` in small letters, each in its place: a letter that would become two stays as it is."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


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
    span that `near` gives for that paragraph, else at the first one that follows the paragraph before. Where only a
    part of a word stands, its words do not: `cut_word` says which word that is.
    """
    spans: list[Span] = []
    for number, paragraph in enumerate(paragraphs(text)):
        floor = spans[-1][1] if spans else 0
        candidates = [span for span in locate(paragraph, source) if span[0] >= floor and not cut_at(source, span)]
        if not candidates:
            return None
        wanted = near[number][0] if near and number < len(near) else floor
        spans.append(min(candidates, key=lambda span: abs(span[0] - wanted)))
    return spans or None


def cut_word(text: str, source: str) -> str:
    """The word of `source` of which a paragraph of `text` has only a part, wherever it stands; else an empty text."""
    for paragraph in paragraphs(text):
        cut = [cut_at(source, span) for span in locate(paragraph, source)]
        if cut and all(cut):
            return cut[0]
    return ""


def cut_at(source: str, span: Span) -> str:
    """The word of `source` inside which the span begins or ends; else an empty text."""
    for place in span:
        start = max(place - LONGEST_WORD, 0)
        around = source[start : place + LONGEST_WORD]
        for word in _WHOLE.finditer(around):
            if word.start() < place - start < word.end():
                return word[0]
    return ""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text; a blank line parts them."""
    return [part.strip() for part in BETWEEN_PARAGRAPHS.split(text.replace("\r\n", "\n")) if part.strip()]


def passages(source: str, spans: list[Span]) -> str:
    """The words of `source` at `spans`, a blank line between them."""
    return "\n\n".join(source[start:end] for start, end in spans)


def side_by_side(text: str) -> str:
    """The paragraphs of a quote on one line, each in marks of its own; the outer pair is set around it."""
    return "” “".join(paragraphs(text))


def left_out(source: str, spans: list[Span]) -> str:
    """The first words of `source` between two spans that may not be left out; else an empty text.

    They may where the source itself interrupts the words: it closes marks behind the one span and opens the next
    ones before the other. And they may where the one span ends a sentence, and the other one begins with one.
    """
    for (_, end), (start, _) in pairwise(spans):
        between = source[end:start]
        if re.search(r"\w", between) and not (_interrupts(between) or _parts_sentences(source, end, start)):
            return between.strip()
    return ""


def _interrupts(between: str) -> bool:
    """Whether words stand only between the end of one pair of quotation marks and the beginning of the next."""
    plain = between.translate(QUOTATION_MARKS).replace("''", '"')
    mark = '"' if '"' in plain else r"(?<!\w)'|'(?!\w)"
    parts = re.split(mark, plain)
    return len(parts) == 3 and not re.search(r"\w", parts[0] + parts[2])


def _parts_sentences(source: str, end: int, start: int) -> bool:
    """Whether a sentence ends at the one place, and one begins at the other, not with a small letter."""
    if not _ends_sentence(source[max(end - CONTEXT, 0) : end]):
        return False
    before = source[max(start - CONTEXT, 0) : start]
    words = source[start : start + CONTEXT].lstrip(CLOSERS)
    opened = bool(before.rstrip()) and before.rstrip()[-1] in CLOSERS
    return (opened or _ends_sentence(before)) and not words[:1].islower()


def _ends_sentence(before: str) -> bool:
    said = before.rstrip(CLOSERS)
    return not said or said.endswith(tuple(SENTENCE_END)) or bool(BETWEEN_PARAGRAPHS.search(before[len(said) :]))


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
    """`text` on one line, cut at a word within `length` characters, with an ellipsis where it was cut.

    A word so long that most would be lost with it is cut itself.
    """
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    whole = head.rpartition(" ")[0]
    return (whole if len(whole) >= length // 2 else head).rstrip(" ,;:—-") + "…"


def slugify(text: str, length: int = 80) -> str:
    """An ASCII slug of at most `length` characters, cut at a word; empty where nothing of `text` is Latin script."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return slug if len(slug) <= length else slug[: length + 1].rsplit("-", 1)[0][:length].strip("-")
