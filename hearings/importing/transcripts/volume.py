"""How an official transcript is read: the pieces put together into one TranscriptReading."""

import re
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.chair import tell_unnamed
from hearings.importing.transcripts.contents import contents_span, read_witnesses
from hearings.importing.transcripts.doubts import calls, leave_doubtful_open, where
from hearings.importing.transcripts.front import Convening, Front, read_convening, read_front
from hearings.importing.transcripts.indents import lay_out
from hearings.importing.transcripts.lines import Block, find_pages, split_lines, to_blocks
from hearings.importing.transcripts.marks import STATEMENT
from hearings.importing.transcripts.names import lower_title
from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.proceedings import Proceedings
from hearings.importing.transcripts.reading import (
    Kind,
    PageMark,
    Presiding,
    Sitting,
    Testifier,
    TranscriptReading,
    Turn,
)
from hearings.importing.transcripts.roster import Listed, read_heading, read_members, to_testifier
from hearings.importing.transcripts.sections import build_directions, build_footnotes, build_sections
from hearings.importing.transcripts.short import find_turns
from hearings.importing.transcripts.speakers import name_speakers
from hearings.importing.transcripts.turns import find_convenings, is_convening

_MOST_BLOCKS = 80_000  # the largest volumes have 20,000 paragraphs and fewer than ten sittings
_MOST_SITTINGS = 300
_NO_TEXT = re.compile(r"<?\b(?:NO )?TEXT (?:IS )?NOT AVAILABLE|NO TEXT AVAILABLE", re.I)
_HEARING = ("HEARING", "JOINT", "MEETING")
_IN_TURNS = (
    "In a transcript each turn is a paragraph that begins with the speaker's label, such as “The Chairman.”, “Ms. "
    "Smith.” or “MS. SMITH:”."
)
_PRESENT = re.compile(r"\[?(?:Also |Members |Committee members |Senators |Representatives )?present\b", re.I)


def read_transcript(text: str) -> TranscriptReading:
    """Read one official transcript (GPO HTML or plain text) from its text; unknown facts are null.

    `line` of a turn counts lines of `text` from 1. A volume of several days gives several sittings. What is no hearing
    has its kind, no turns, and a warning that says why. Raises ImportRefused for more than a volume can hold.
    """
    laid = lay_out(split_lines(text))
    lines = laid.lines
    blocks = to_blocks(lines)
    if len(blocks) > _MOST_BLOCKS or sum(map(is_convening, blocks)) > _MOST_SITTINGS:
        raise ImportRefused(
            "The file holds far more paragraphs or sittings than one volume. Import one volume at a time."
        )
    front = read_front(lines, blocks)
    meeting = front.kind.startswith("BUSINESS MEETING")
    if (front.kind.startswith(("MARKUP", "MARK-UP")) or (meeting and not _testimony(blocks))) and not front.also:
        what = "a business meeting" if meeting else "the markup of a bill"
        return _refused(
            "markup", front, f"This is {what}, not a hearing: members amend and vote, no witness testifies."
        )
    cast, listed, explicit = _cast(front, lines, blocks)
    found = find_turns(lines, blocks, cast.knows, titled=front.kind.startswith(_HEARING))
    if not found.turns:
        return _without_turns(text, front)
    convenings = [_rejoined(read_convening(blocks, at), cast) for at in found.convened]
    _add_heard(cast, found, convenings)
    cast.read_text(text)
    reading = _assemble(front, cast, found, convenings, listed, explicit, find_pages(text))
    return leave_doubtful_open(reading, laid.doubtful, calls(found.turns))


def _rejoined(one: Convening, cast: Cast) -> Convening:
    """A convening whose chair's name lost the hyphen at the end of a line, where the volume lists the name without."""
    joined = re.sub(r"(?<=[a-z])-(?=[a-z])", "", one.chair or "")
    return replace(one, chair=joined) if joined != one.chair and joined and cast.lists(joined) else one


def _add_heard(cast: Cast, found: Proceedings, convenings: list[Convening]) -> None:
    """Add to the cast who presides and who is named by a statement heading."""
    for one in convenings:
        person = cast.add(Listed(one.chair, "presider", chairs=one.leads)) if one.chair else None
        if person and one.chair:
            person.full = person.full if len(person.full) >= len(one.chair) else one.chair
        if one.second:
            cast.add(Listed(one.second, "presider"))
    for heading in dict.fromkeys(found.headings):
        for one in read_heading(heading):
            cast.add(one)


def _testimony(blocks: list[Block]) -> bool:
    """Whether a statement is headed that is no member's: then somebody testifies."""
    headings = (block.text for block in blocks if block.heading and block.capitals and STATEMENT.match(block.text))
    return any(one.kind == "heading" for heading in headings for one in read_heading(heading))


def _assemble(
    front: Front,
    cast: Cast,
    found: Proceedings,
    convenings: list[Convening],
    listed: list[Listed],
    explicit: bool,
    pages: list[tuple[str, int]],
) -> TranscriptReading:
    starts = [spoken.line for spoken in found.turns]
    convenings = convenings or [Convening(front.date, None, None, None, False)]
    turns, presiding = name_speakers(cast, found, convenings)
    sittings = _sittings(cast, found, convenings, front, presiding)
    witnesses = _witnesses(cast, found, listed, explicit, turns)
    first = sittings[0]
    return TranscriptReading(
        kind="transcript",
        citation=front.citation,
        congress=front.congress,
        title=front.title,
        date=first.date,
        time=first.time,
        place=first.place,
        body=front.body,
        chair=first.chair,
        presiding=tuple(presiding),
        witnesses=witnesses,
        turns=turns,
        sittings=sittings,
        warnings=(
            *_warnings(front, turns, first, len(sittings)),
            *tell_unnamed(presiding, turns),
            *_unread(found.unread),
        ),
        sections=build_sections(found, cast),
        directions=build_directions(found),
        footnotes=build_footnotes(found),
        pages=tuple(PageMark(page, line, bisect_right(starts, line)) for page, line in pages),
    )


def _cast(front: Front, lines: list[str], blocks: list[Block]) -> tuple[Cast, list[Listed], bool]:
    begin, end = contents_span(lines)
    convened = next((blocks[at].line for at in find_convenings(blocks)), len(lines))
    listed, explicit = read_witnesses(lines[begin:end]) if end else ([], False)
    if not explicit:
        listed += _above_turns(blocks, convened)
    cast = Cast(front.chamber)
    for one in read_members(lines[: min(begin or convened, convened, 2500)]):
        person = cast.add(one)
        if person:
            person.kinds.add("seated")
    for one in listed:
        cast.add(one)
    for block in blocks:
        if block.line > convened and _PRESENT.match(block.text) and len(block.text) < 2500:
            cast.read_present(block.text)
    return cast, listed, explicit


def _above_turns(blocks: list[Block], convened: int) -> list[Listed]:
    """Witnesses whom a list above the first turn of a sitting names, as in volumes on appropriations."""
    found: list[Listed] = []
    for heading, block in pairwise(blocks):
        if block.line > convened and re.fullmatch(r"WITNESS(?:ES)?", heading.text) and block.heading:
            found += read_witnesses([*heading.lines, "", *block.lines, ""])[0]
    return found


def _sittings(
    cast: Cast, found: Proceedings, convenings: list[Convening], front: Front, presiding: list[Presiding]
) -> tuple[Sitting, ...]:
    spans: dict[int, tuple[int, int]] = {}
    for number, spoken in enumerate(found.turns, start=1):
        low, _ = spans.get(spoken.sitting, (number, number))
        spans[spoken.sitting] = (low, number)
    sittings: list[Sitting] = []
    for place, one in enumerate(convenings):
        low, high = spans.get(place, (0, 0))
        day = one.date or (front.date if place == 0 else None)
        if sittings and (day is None or day == sittings[-1].date):
            sittings[-1] = replace(sittings[-1], to_turn=high or sittings[-1].to_turn)
            continue
        opened = next(
            (
                officer.name
                for officer in presiding
                if low and officer.from_turn <= low + 1 and officer.from_turn >= low
            ),
            None,
        )
        sittings.append(Sitting(day, one.time, one.place, cast.full(one.chair) or opened, low, high))
    return tuple(sittings)


def _witnesses(
    cast: Cast, found: Proceedings, listed: list[Listed], explicit: bool, turns: tuple[Turn, ...]
) -> tuple[Testifier, ...]:
    headed = [
        one
        for heading in dict.fromkeys(found.headings)
        for one in read_heading(heading)
        if not heading.upper().startswith("PREPARED")
    ]
    spoke = {turn.speaker for turn in turns} - {None}
    members = {
        person.full for known in cast.people.values() for person in known if person.kinds & {"member", "presider"}
    }
    wanted = [
        one
        for one in listed
        if one.kind in ("witness", "accompanying") or (one.kind == "named" and cast.full(one.name) in spoke - members)
    ]
    if not any(one.kind in ("witness", "named") for one in wanted):
        wanted = [
            one
            for one in headed
            if one.kind != "member"
            and cast.full(one.name) not in members
            and (cast.full(one.name) in spoke or one.kind == "accompanying")
        ]
    wanted += [one for one in headed if one.kind == "accompanying"]
    wanted = wanted or [one for one in headed if cast.visits(one.name) and cast.full(one.name) in spoke]
    kept: dict[str, Testifier] = {}
    small = _printed_small(turns) if any(one.title[:9].isupper() for one in wanted) else set()
    for one in wanted:
        full = cast.full(one.name) or one.name
        listed_as = to_testifier(one)
        titles = tuple(lower_title(title, small) for title in listed_as.titles)
        kept.setdefault(full, replace(listed_as, name=full, titles=titles))
    return tuple(kept.values())


def _printed_small(turns: tuple[Turn, ...]) -> set[str]:
    """The short words that are spoken in small letters."""
    return {word for turn in turns for word in re.findall(r"(?<!\w)[a-z]{2,4}(?!\w)", turn.text)}


def _without_turns(text: str, front: Front) -> TranscriptReading:
    if _NO_TEXT.search(text) and len(text) < 60_000:
        return _refused(
            "text_not_available",
            front,
            "The file has a title page and no text: the publisher says that the text is not available.",
        )
    if front.kind.startswith(_HEARING) and len(text) < 12_000:
        return _refused(
            "text_not_available",
            front,
            f"No turns were found behind the title page of this hearing. The file may be cut off there. {_IN_TURNS}",
        )
    what = f", and its title page calls it “{front.kind.title()}”" if front.kind else ""
    return _refused(
        "not_a_hearing",
        front,
        f"This is not the transcript of a hearing in a form that is read: no turns were found in it{what}. {_IN_TURNS}",
    )


def _refused(kind: Kind, front: Front, why: str) -> TranscriptReading:
    return TranscriptReading(
        kind, front.citation, front.congress, front.title, front.date, body=front.body, warnings=(why,)
    )


def _warnings(front: Front, turns: tuple[Turn, ...], first: Sitting, days: int) -> tuple[str, ...]:
    found = []
    unresolved = sorted({turn.label for turn in turns if turn.speaker is None})
    if unresolved:
        found.append(f"No certain person for: {' '.join(unresolved[:40])}")
    for name in ("date", "time", "place", "chair"):
        if getattr(first, name) is None:
            found.append(f"The {name} of the hearing was not found.")
    if days > 1:
        found.append(f"The volume holds {days} sittings; date, time, place and chair are those of the first.")
    if front.also.startswith("MARK"):
        found.append("The volume holds a markup besides the hearing; its turns are read like the others.")
    return tuple(found)


def _unread(lines: list[int]) -> tuple[str, ...]:
    if not lines:
        return ()
    return (
        f"Paragraphs that begin with a speaker's label and were not read as turns: {len(lines)}, {where(lines)}. "
        "They are set or placed like matter put into the record. Compare them with the file.",
    )
