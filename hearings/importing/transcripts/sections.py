"""The parts of a volume: turns under their headings, and what was put into the record, with author, asker, answerer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby

from hearings.importing.texts.lexicon import ORG_WORDS
from hearings.importing.transcripts.front import day_in
from hearings.importing.transcripts.lines import typeset
from hearings.importing.transcripts.marks import (
    APPENDIX,
    FOLLOWS,
    IMAGES,
    NOTE,
    NOTE_MARK,
    QUESTIONS,
    SEPARATE,
    STATEMENT,
)
from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.proceedings import Piece, Proceedings, Spoken
from hearings.importing.transcripts.questions import split_questions
from hearings.importing.transcripts.reading import Direction, Footnote, Section, SectionKind
from hearings.importing.transcripts.roster import read_heading

_OF_WHOM = re.compile(
    r"(?:statements?|testimony|remarks|comments) (?:of|by|from) (.{2,120}?)(?: follows?\b|[:\]]|$)", re.I
)
_COMPANY = re.compile(r"(?:Inc|LLC|LLP|Ltd|Corp|Co)\b", re.I)
_DATED = re.compile(r",?\s+(?:[A-Z][a-z]+day, )?[A-Z][a-z]+ \d{1,2}, \d{4}\b.*$", re.S)
_ADDRESS = re.compile(r"https?:|www\.", re.I)
_A_TOPIC = re.compile(
    r"statements? of (?:the |our )?(?:problems?|facts?|cases?|issues?|purposes?|works?|policy|"
    r"policies|principles?|needs?)\b",
    re.I,
)


@dataclass
class _Draft:
    kind: SectionKind
    heading: str
    line: int
    sitting: int
    after: int
    announced: str = ""
    blocks: list[Piece] = field(default_factory=list)


def build_sections(found: Proceedings, cast: Cast) -> tuple[Section, ...]:
    """Every section of a volume in the order of print. Each turn is in one oral section, every other block in one."""
    gaps = {after: list(pieces) for after, pieces in groupby(found.pieces, key=lambda piece: piece.after)}
    oral: list[Section] = []
    other: list[Section] = []
    for number, spoken in enumerate([*found.turns, None]):
        above, matter = _divide(gaps.get(number, []), spoken)
        for draft in _drafts(matter):
            other += _finish(draft, cast)
        if spoken is None:
            continue
        starts = not oral or spoken.sitting + 1 != oral[-1].sitting
        if starts or above:
            oral.append(_oral(number, spoken, above))
        oral[-1] = replace(oral[-1], to_turn=number + 1)
    ordered = sorted([*oral, *other], key=lambda one: one.line)
    return tuple(replace(one, n=number) for number, one in enumerate(ordered, start=1))


def build_directions(found: Proceedings) -> tuple[Direction, ...]:
    """Everything that stands in brackets of its own between the words."""
    return tuple(
        Direction(piece.block.line, typeset(piece.block.text), piece.after, piece.paragraphs)
        for piece in found.pieces
        if piece.kind == "bracket"
    )


def build_footnotes(found: Proceedings) -> tuple[Footnote, ...]:
    """The notes under turns, each with the place of its mark."""
    notes: list[Footnote] = []
    for piece in found.pieces:
        if piece.kind != "note":
            continue
        text = typeset(piece.block.text)
        match = NOTE.match(piece.block.text)
        if not match and notes:
            notes[-1] = replace(notes[-1], text=f"{notes[-1].text}\n\n{text}")
            continue
        mark = re.match(r"\\?(\d{1,3}|\*{1,3})\\?\s*", text)
        name = mark.group(1) if mark else ""
        at = found.turns[piece.after - 1].marks.get(name) if piece.after else None
        notes.append(Footnote(name, piece.block.line, text[mark.end() :] if mark else text, piece.after, at))
    return tuple(notes)


def _divide(pieces: list[Piece], spoken: Spoken | None) -> tuple[list[Piece], list[Piece]]:
    """What stands above a turn and belongs to it (opening, headings), and the matter before that."""
    kept = [piece for piece in pieces if piece.kind not in ("bracket", "note") or FOLLOWS.search(piece.block.text)]
    if spoken is None:
        return [], kept
    opened = max((at for at, piece in enumerate(kept) if piece.kind == "opening"), default=None)
    if opened is not None:
        last = opened + 1
        while last < len(kept) and kept[last].kind == "matter" and kept[last].block.indent == 4:
            last += 1
        rest = kept[last:]
        above, between = _tail(rest)
        titled = _title_of_day(kept, opened)
        day = [replace(piece, kind="opening") for piece in kept[titled:opened]]
        return [*day, *kept[opened:last], *above], [*kept[:titled], *between]
    return _tail(kept)


def _title_of_day(pieces: list[Piece], opened: int) -> int:
    """Where the title of a sitting begins (day, chamber, body) above its opening; `opened` where it has none."""
    at = opened
    while at and opened - at < 14 and pieces[at - 1].block.indent > 4 and not APPENDIX.match(pieces[at - 1].block.text):
        at -= 1
    days = [n for n in range(at, opened) if day_in(pieces[n].block.text)]
    first = days[0] if days else opened
    while days and first > at and pieces[first - 1].block.capitals:
        first -= 1
    return first


def _tail(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    at = len(pieces)
    while at and pieces[at - 1].kind == "heading" and not _ADDRESS.match(pieces[at - 1].block.text):
        at -= 1
    return pieces[at:], pieces[:at]


def _oral(number: int, spoken: Spoken, above: list[Piece]) -> Section:
    heading = " ".join(_unmarked(piece.block.text) for piece in above if piece.kind == "heading")
    text = "\n\n".join(typeset(piece.block.text) for piece in above if piece.kind != "heading")
    line = above[0].block.line if above else spoken.line
    return Section(0, "oral", heading, line, spoken.sitting + 1, number + 1, number + 1, text=text)


def _unmarked(heading: str) -> str:
    return typeset(NOTE_MARK.sub("", heading)).strip()


def _drafts(pieces: Iterable[Piece]) -> Iterator[_Draft]:
    held: _Draft | None = None
    for piece in pieces:
        opened = _opened_by(piece, held)
        if opened is not None and opened is not held:
            if held:
                yield held
            held = opened
        elif opened is None:
            if held is None:
                held = _Draft("appendix" if piece.closed else "submission", "", *_place(piece))
            if piece.kind != "bracket":
                held.blocks.append(piece)
    if held:
        yield held


def _place(piece: Piece) -> tuple[int, int, int]:
    return piece.block.line, piece.sitting + 1, piece.after


def _opened_by(piece: Piece, held: _Draft | None) -> _Draft | None:
    """The section that a piece opens, the one it names (`held` itself), or None where it is text."""
    words = piece.block.text
    fresh = held is not None and bool(held.announced) and not held.blocks and not held.heading
    if piece.kind == "bracket":
        kind = (
            "question" if QUESTIONS.match(words) else "prepared_statement" if _OF_WHOM.search(words) else "submission"
        )
        return _Draft(kind, "", *_place(piece), announced=words)
    if piece.kind != "heading" and not _is_title(piece):
        return None
    kind: SectionKind | None = None
    if QUESTIONS.match(words):
        kind = "question"
    elif STATEMENT.match(words) and not _A_TOPIC.match(words):
        kind = "prepared_statement"
    elif APPENDIX.match(words):
        kind = "appendix"
    elif piece.closed and (SEPARATE.match(words) or (piece.block.rule.startswith("__") and piece.block.centred)):
        kind = "submission"
    if kind and fresh and held.kind in (kind, "submission"):
        held.heading, held.kind = words, kind
        return held
    return _Draft(kind, words, *_place(piece)) if kind else None


def _is_title(piece: Piece) -> bool:
    """Whether a block that is not centred announces a document: long headings begin at the margin."""
    words = piece.block.text
    if len(words) > 300 or words[-1] in ".?!;:" or not (STATEMENT.match(words) or QUESTIONS.match(words)):
        return False
    long = [word for word in re.findall(r"[^\W\d_]{4,}", words) if word not in ("From", "from", "with", "before")]
    return sum(word[0].isupper() for word in long) >= 0.8 * len(long)


def _finish(draft: _Draft, cast: Cast) -> list[Section]:
    announced = re.sub(r"^\[|[\]:\s]+$", "", draft.announced)
    heading = _unmarked(draft.heading or announced)
    base = Section(0, draft.kind, heading, draft.line, draft.sitting, after_turn=draft.after)
    if draft.kind == "question":
        return split_questions(base, [piece.block for piece in draft.blocks], cast)
    author, reason = _author(draft, cast) if draft.kind == "prepared_statement" else (None, "")
    text = "\n\n".join(typeset(piece.block.printed) for piece in draft.blocks)
    if not text and draft.kind == "appendix":
        return [replace(base, reason=reason)]
    if IMAGES.fullmatch(text):
        what = "statement" if draft.kind == "prepared_statement" else "part"
        reason = "; ".join(filter(None, [reason, f"the {what} is printed as images, the file has no words of it"]))
    return [replace(base, author=author, text=text, reason=reason)]


def _author(draft: _Draft, cast: Cast) -> tuple[str | None, str]:
    """Who wrote a statement: a person in full, else the organization that the heading names."""
    heading = _DATED.sub("", draft.heading)
    people = [one for one in read_heading(heading) if one.kind != "accompanying"]
    if people and not _COMPANY.match(people[0].title):
        return cast.full(people[0].name), ""
    named = [match.group(1).strip(" ,") for match in map(_OF_WHOM.search, (heading, draft.announced)) if match]
    reasons = []
    for whom in named:
        name, reason = cast.identify_words(whom)
        if name:
            return name, ""
        reasons.append(reason)
    for whom in named:
        bare = {word.strip(".,()").casefold() for word in whom.split()}
        company = _COMPANY.match(whom.partition(", ")[2]) or re.match(r"the (?!hon)", whom, re.I)
        if company or bare & ORG_WORDS:
            return re.sub(r"^the ", "", typeset(whom), flags=re.I), ""
    return None, reasons[0] if reasons else "The heading does not say whose statement this is."
