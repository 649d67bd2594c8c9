"""Releases that lost their punctuation or their line ends on the way, made readable for the facts of a hearing.

Where double spaces stand for punctuation, marks are put back, one for one.

Several offices of 2004-2008 are kept only as `Senator A  B   R ME   Chairman of the Committee  today held a hearing`.
A mark takes the place of a space, and a space that of a line end within a sentence. Only where words are run together
(`Title BodyNAME, Title`) something is put in. Only the facts of a hearing are read from this text.
"""

import re

from hearings.importing.releases.layout import paragraphs
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.witnesses.list_lines import heads_list
from hearings.importing.releases.witnesses.rows import item_mark
from hearings.importing.texts.lexicon import MONTHS, word_set

_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_ABBREVIATED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Jr|Sr|St|Sen|Rep|Gen|Lt|Col|Gov|Hon|Inc|Corp|Prof|No)$")
_INITIAL = re.compile(r"(?<![A-Za-z’'])[A-Z]$")
_PARTY = re.compile(r"(?<=[a-z]) {2}\(?([RDI]) ([A-Z]{2}|[A-Z][a-z]{2,5}) {1,3}(?=\S)")
_LETTERS = (
    (re.compile(r"\bU S {1,2}(?=\S)"), "U.S."),
    (re.compile(r"\bD C {2,3}(?=\S)"), "D.C."),
    (re.compile(r"\bPh D {2,3}(?=\S)"), "Ph.D.,"),
    (re.compile(r"\bM D {2,3}(?=\S)"), "M.D.,"),
    (re.compile(r"\bJ D {2,3}(?=\S)"), "J.D.,"),
)
_MONTH = "|".join(name.title() for name in MONTHS if len(name) > 3)
_DATE = re.compile(rf" (?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?  (?:19|20)\d\d {{1,3}}(?=[A-Z])")
_HEAD = 900
_OPENERS = word_set("""
    the this these those that it he she they we i in at on during today todays after before while as according our his
    her their senator senators committee but and if for
    """)
_TITLED = re.compile(r"\b(?:entitled|titled|called)[ ,]{1,3}(?=[A-Z])")
_LONGEST_TITLE = 220
_MARKS = re.compile(r"[,;.](?=\s)")
_SHORT = 400
_LINE_END = re.compile(r"(?<=\S)[ \u00a0]?\n[ \u00a0]{0,3}(?=\S)")
_CLOSED = tuple('.!?:;”"*')
_OPEN = word_set("the a an of in by to and for with from on at his her their its")
_FRAGMENT = 40
_LETTER = "\u0294"  # stands for a letter that became a question mark within a name
_ENDS_ENTITY = "\u0295"  # stands for the semicolon of `&amp;`, which ends no item of a list
_DAMAGED = re.compile(r"\b([A-Z][a-z]{1,12})\?(?=[a-z]+\b(?!=))")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z.’'-]*[,.]?\s){1,6}(?:Mc|Mac)?[A-Z][A-Z.’'-]+(?=\s?[,(–—-]|\s{2}|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = word_set("of and the for in on at to with from by an")
_KEPT = word_set(
    "ceo cfo coo cto usa us uk un eu llc llp usaf usn usmc usda epa fda cdc dhs doj hhs gao faa ii iii iv md phd jd"
)
_A_LINE = 220
_LABELS = "(?:What|When|Where|Who|Witness(?:es)?|WHAT|WHEN|WHERE|WHO|WITNESS(?:ES)?)"
_FORM = r"(?:Hon|Mr|Ms|Mrs|Dr|Gen|Amb|Prof|Rev)\.\s|The\sHonorable\s"
_NEW_LINE = re.compile(
    rf"(?<=[a-z.)?”\d]){_LABELS}:|(?<=\bPanel\sI)(?=[A-HJ-Z][a-z])|(?<=\bPanel\sII)(?=[A-HJ-Z][a-z])"
    rf"|(?<=\bPanel\sIII)(?=[A-Z][a-z])|(?<=[a-z)][a-z)])(?={_FORM})"
)
_RUN_ON = re.compile(r"(?<=[a-z]{2})(?=([A-Z][a-z]+(?:\s[A-Z][\w.’'-]{0,20}){1,3}),\s?[A-Z])")
_OF_A_NAME = re.compile(r"\b(?:Mac|Fitz|Van|Des?|Della|Le|La|Du|Di)$")
_FORM_IN_LIST = re.compile(rf"(?<=[a-z)])\s(?={_FORM})")
_PANEL = re.compile(r"Panel\s[IVX]{1,3}[A-Z]")
_SPACE = re.compile(
    r"(?<=[A-Za-z.)],)(?=[A-Z][a-z])|(?<=[a-z]{2}[.:])(?=[A-Z][a-z]{1,20}\.?\s)|(?<=[a-z]day)(?=(?:by|at|in)\s)"
    rf"|(?<=[a-z)])(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s(?:{_MONTH})\s\d)"
)


def as_written(words: str) -> str:
    """Words of a prepared text with their damaged letters and entities as the source has them."""
    return words.replace(_LETTER, "?").replace(_ENDS_ENTITY, ";")


def prepared(text: str, narrative: str) -> tuple[str, str]:
    """A text as its facts are read, and likewise its `narrative`: the same with quoted speech blanked out."""
    said = restored(text)
    narrative = said if said != text else narrative
    said, narrative = (_DAMAGED.sub(rf"\1{_LETTER}", one) for one in (said, narrative))
    said, narrative = (one.replace("&amp;", f"&amp{_ENDS_ENTITY}") for one in (said, narrative))
    joined = _in_small(_rejoined(said))
    if joined != said:
        narrative = "".join(
            new if kept == old else kept for kept, old, new in zip(narrative, said, joined, strict=True)
        )
    breaks = _breaks(joined)
    return _broken(joined, breaks), _broken(narrative, breaks)


def _rejoined(text: str) -> str:
    """The text with spaces for line ends within a sentence, as where a link or its verb stands on a line of its own."""
    if any("\n" in one.text for one in paragraphs(text)):
        return text
    begin, at = 0, 0
    pieces = []
    for match in _LINE_END.finditer(text):
        begin = text.rfind("\n", begin, match.start()) + 1 or begin
        line, below = text[begin : match.start()].lstrip(), text[match.end() : match.end() + _FRAGMENT].split("\n")[0]
        begin = match.end()
        fragment = len(line) < _FRAGMENT and line[:1].islower()
        if item_mark(below):
            continue
        alone = line.endswith(",") or names_somebody(line.split(",")[0])
        listed = (alone and len(line) < _FRAGMENT) or (len(below) < _FRAGMENT and names_somebody(below.split(",")[0]))
        if not (listed or line.endswith(_CLOSED)) and (below[0].islower() or fragment or line.split()[-1] in _OPEN):
            pieces += [text[at : match.start()], " " * len(match.group())]
            at = match.end()
    return "".join([*pieces, text[at:]])


def _in_small(text: str) -> str:
    """The text with its witness lists in capitals as names and titles are otherwise written."""
    pieces, at, listed = [], 0, False
    for line in paragraphs(text):
        if heads_list(line.text):
            listed = True
            continue
        listed = listed and len(line.text) < _A_LINE and not (line.text.endswith(".") and not line.heading)
        name = _CAPITALS.match(text, line.words_start, line.end) if listed else None
        end = line.end if listed and line.heading else name.end() if name else 0
        if end:
            pieces += [text[at : line.start], _WORD.sub(_small, text[line.start : end])]
            at = end
    return "".join([*pieces, text[at:]])


def _small(match: re.Match[str]) -> str:
    word, around = match.group(), match.string[max(match.start() - 1, 0) : match.end() + 1]
    key = word.casefold()
    scottish = re.fullmatch(r"(Ma?c)([A-Z]{2,})", word)
    if scottish:
        return f"{scottish[1]}{scottish[2].capitalize()}"
    if key in _KEPT or (len(word) == 1 and around != f" {word} ") or not word.isupper():
        return word
    if key in _SMALL and match.start():
        return key
    return "".join(part.capitalize() for part in re.split(r"((?<=^\w)[’'])", word))


def _breaks(text: str) -> list[tuple[int, str]]:
    """Where words are run together, and what belongs between them: a line end or a space."""
    found = {match.start(): "\n" for match in _NEW_LINE.finditer(text)}
    for line in paragraphs(text) if found else ():
        if _PANEL.match(line.text):
            found |= {match.end(): "\n" for match in _FORM_IN_LIST.finditer(text, line.start, line.end)}
        for match in _RUN_ON.finditer(text, line.start, line.end):
            if names_somebody(match.group(1)) and not _OF_A_NAME.search(
                text[max(0, match.start() - 8) : match.start()]
            ):
                found[match.start()] = "\n"
    found |= {match.start(): " " for match in _SPACE.finditer(text)}
    return sorted(found.items())


def _broken(text: str, breaks: list[tuple[int, str]]) -> str:
    places = [0, *(at for at, _ in breaks), len(text)]
    marks = [*(mark for _, mark in breaks), ""]
    return "".join(text[low:high] + mark for low, high, mark in zip(places[:-1], places[1:], marks, strict=True))


def restored(text: str) -> str:
    """The text with marks in the place of double spaces, of the same length; the text itself where it has its marks."""
    if not _lost(text):
        return text
    for pattern, words in _LETTERS:
        text = pattern.sub(lambda match, words=words: words.ljust(len(match.group()))[: len(match.group())], text)
    text = _PARTY.sub(_party, text)
    text = _DATE.sub(_on_a_line, text[:_HEAD]) + text[_HEAD:]
    titles = [(one.end(), _title_end(text, one.end())) for one in _TITLED.finditer(text)]
    return _GAP.sub(lambda gap: _mark(text, gap, titles), text)


def _lost(text: str) -> bool:
    """Whether a text has nearly no commas and full stops, and double spaces where they would be."""
    words = len(text.split())
    gaps = len(re.findall(r"(?<=[\w’']) {2,3}(?=\w)", text))
    return len(text) > _SHORT and len(_MARKS.findall(text)) * 100 < words and gaps * 40 > words


def _party(match: re.Match[str]) -> str:
    words = f" ({match[1]}-{match[2]})"
    return words.ljust(len(match.group()))[: len(match.group())]


def _on_a_line(match: re.Match[str]) -> str:
    """A day at the head of a release as a line of its own."""
    words = match.group().strip()
    return f"\n{re.sub('  ', ', ', words)}".ljust(len(match.group()), "\n")


def _title_end(text: str, start: int) -> int:
    """Where the title that begins at `start` ends: at the gap before a word that opens a sentence."""
    for gap in _GAP.finditer(text, start, min(start + _LONGEST_TITLE, len(text))):
        following = re.compile(r"\S+").match(text, gap.end())
        if len(gap.group()) > 2 or (following and following.group().casefold() in _OPENERS):
            return gap.start()
    return start + _LONGEST_TITLE


def _mark(text: str, gap: re.Match[str], titles: list[tuple[int, int]]) -> str:
    before, size = text[max(gap.start() - 24, 0) : gap.start()], len(gap.group())
    following = re.match(r"\S+", text[gap.end() : gap.end() + 40]).group()
    key = following.rstrip(",.").casefold()
    if "\n" in gap.group() or size > 3:
        return "\n".ljust(size)
    if before[-1] in ".,;:)-":
        return gap.group()
    if _INITIAL.search(before) or _ABBREVIATED.search(before):
        return ".".ljust(size)
    if not following[0].isupper():
        return ",".ljust(size)
    opens = key in _OPENERS and not text.startswith("The Honorable", gap.end())
    if any(start <= gap.start() < end for start, end in titles):
        return gap.group()
    list_before = before.casefold().endswith((" from", "included", "include", "were", "are"))
    return (":" if list_before else "." if opens or size == 3 else ",").ljust(size)
