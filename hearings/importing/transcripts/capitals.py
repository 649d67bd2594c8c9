"""Transcripts whose labels are surnames in capitals with a colon (`SMITH: Thank you.`), as news services type them."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hearings.importing.texts.lexicon import word_set
from hearings.importing.transcripts.chair import is_another, tell_unnamed
from hearings.importing.transcripts.front import Convening, day_in, read_convening
from hearings.importing.transcripts.labels import Label, find_label
from hearings.importing.transcripts.lines import Block, split_lines, unwrap
from hearings.importing.transcripts.names import lower_name
from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.reading import Presiding, Sitting, TranscriptReading, Turn
from hearings.importing.transcripts.roster import Listed
from hearings.importing.transcripts.talk import Talk

_CAPITALS = r"(?:[A-Z][A-Z'’.-]*|Mc[A-Z]+)"
_LABEL = re.compile(rf" {{0,8}}(?P<name>{_CAPITALS}(?: {_CAPITALS}){{0,3}})(?: ?[(\[][^)\]\n]{{2,40}}[)\]])?:(?=\s|$)")
_HEADS = word_set("""
    note notes date time place location room from to re subject witnesses present contact who what when where why title
    summary background transcript members agenda statement statements topic attachment cc ps hearing committee
    commission
    """)
_ROLES = word_set("""
    unidentified unknown speaker speakers moderator operator audience question questioner questions q answer a voice
    staff staffer clerk chair chairman chairwoman interpreter translator witness member panelist participant reporter
    """)
_SURNAME = re.compile(r"[a-z.] ([A-Z][\w'’-]*[a-z])\b")
_HELD = re.compile(r"\bto order\b|\bpresiding\b|\bhearing (?:was|is|will|has)\b|\bconvened\b", re.I)
_ASIDE = re.compile(r"[\[(][A-Z][^\[\]()]{2,80}[\])]$")
_MET = re.compile(r"(?:The|This) .{0,80}\b(?:met|was held|was convened|convened)\b")
_TITLE = re.compile(r"(?:Hearings? ?::? ?)+(?=\S)", re.I)
_MEMBER = re.compile(
    r"\b(SENATOR|SEN\.|REPRESENTATIVE|REP\.|CONGRESSMAN|CONGRESSWOMAN|DELEGATE) "
    r"([A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){1,3})(?=,? ?[(\[]|\s*$|,)",
    re.I | re.M,
)
_BEFORE_TURNS = 60  # lines above the first turn in which the body is said to have met


def read_capitals(text: str, front: TranscriptReading) -> TranscriptReading | None:
    """The reading of such a transcript; null where its labels do not show that people speak.

    `front` is what was read of its title page: where that is of a hearing, two names are enough.
    Every other label of the form begins a turn too, of nobody: so no words come to who spoke before.
    """
    lines = split_lines(text)
    found = [(number, match) for number, line in enumerate(lines, start=1) if (match := _LABEL.match(line))]
    names = _names(text, [match.group("name") for _, match in found])
    labels = {number: match for number, match in found if not _words(match.group("name")) & _HEADS}
    titled = sum(bool(_titled(name)) for name in names)
    if not (titled and len(found) > 2) and (
        len(names) < 2 or not (front.kind == "text_not_available" or _HELD.search(text))
    ):
        return None
    talk, first = Talk(), min(labels)
    apart, double = True, _is_double(lines[first - 1 :])
    for number, line in enumerate(lines[first - 1 :], start=first):
        label, words = labels.get(number), line.strip()
        if label:
            talk.speak(number, label.group().strip(), None)
            words = line[label.end() :].strip()
        if words and _ASIDE.match(words):
            talk.direct(number, words)
        else:
            talk.say_with_asides(number, words, apart=apart and not double)
        apart = not words
    return _reading(text, lines[: first - 1], talk, front)


def _names(text: str, labels: list[str]) -> set[str]:
    """The labels that are names: behind a title, used more than once, or printed behind a given name or a title."""
    counts = Counter(labels)
    printed = {word.casefold() for word in _SURNAME.findall(text)}
    printed |= {name.split()[-1].casefold() for _, name in _MEMBER.findall(text)}
    return {
        name
        for name, times in counts.items()
        if ((titled := _titled(name)) and (titled.usual or times > 1 or "." in name))
        or (not _words(name) & (_HEADS | _ROLES) and (times > 1 or name.split()[-1].casefold() in printed))
    }


def _titled(name: str) -> Label | None:
    """The label with its title apart, where capitals begin with one: `CHAIR ALPHA`, `MR. BETA`."""
    label = find_label(f"{name.title()}. ")
    return label if label and label.name else None


def _words(name: str) -> set[str]:
    return {word.strip(".").casefold() for word in name.split()}


def _is_double(lines: list[str]) -> bool:
    """Whether a blank line stands behind nearly every line: then blank lines part no paragraphs."""
    pairs = [(line, after) for line, after in pairwise(lines) if line.strip()]
    return sum(not after.strip() for _, after in pairs) * 10 > len(pairs) * 8 and any(
        line.strip()[-1].isalpha() for line, _ in pairs
    )


def _reading(text: str, above: list[str], talk: Talk, front: TranscriptReading) -> TranscriptReading:
    spoken, directions, sections = talk.result()
    opening = _opening(above)
    cast = Cast("")
    if opening.chair:
        cast.add(Listed(opening.chair, "presider", chairs=opening.leads))
    for title, name in _MEMBER.findall("\n".join(above)):
        cast.add(Listed(lower_name(name), "member", title.title()))
    cast.read_text(text)
    labels = [_label(turn) for turn in spoken]
    cast.hear(labels, labels[:1])
    turns = tuple(_named(cast, turn, label) for turn, label in zip(spoken, labels, strict=True))
    chair = cast.full(opening.chair)
    presiding = [Presiding(chair, 1)] if chair else []
    for turn, label in zip(turns, labels, strict=True):
        named = label.presides and (turn.speaker or label.name)
        if named and (not presiding or is_another(label, turn.speaker, presiding[-1].name)):
            presiding.append(Presiding(turn.speaker, turn.n))
    first = next((line.strip() for line in above if line.strip()), None)
    title = front.title if front.title and front.body else _TITLE.sub("", first, count=1) if first else None
    unnamed = sorted({turn.label for turn in turns if turn.speaker is None})
    warnings = [f"No certain person for: {' '.join(unnamed[:40])}"] if unnamed else []
    facts = {"date": opening.date or front.date, "time": opening.time, "place": opening.place, "chair": chair}
    warnings += [f"The {name} of the hearing was not found." for name, value in facts.items() if value is None]
    return TranscriptReading(
        "transcript",
        citation=front.citation,
        congress=front.congress,
        title=title,
        body=front.body,
        **facts,
        presiding=tuple(presiding),
        turns=turns,
        sittings=(Sitting(facts["date"], opening.time, opening.place, chair, 1, len(turns)),),
        warnings=(*warnings, *tell_unnamed(presiding, turns)),
        sections=sections,
        directions=directions,
    )


def _opening(above: list[str]) -> Convening:
    """What the sentence above the first turn says of the day, hour, place and presider."""
    words = [line for line in above if line.strip()][-_BEFORE_TURNS:]
    at = next((number for number, line in enumerate(words) if _MET.match(line.strip())), None)
    day = next(filter(None, map(day_in, words)), None)
    sentence = unwrap(words[at:]) if at is not None else ""
    if not sentence:
        return Convening(day, None, None, None, False)
    said = read_convening([Block(1, (sentence,))], 0)
    return Convening(said.date or day, said.time, said.place, said.chair, said.leads)


def _label(turn: Turn) -> Label:
    name, _, note = turn.label.rstrip(":)] ").partition(" (" if "(" in turn.label else " [")
    titled = _titled(name)
    if titled:
        surname = " ".join(name.split()[-len(titled.name.split()) :])
        return replace(titled, printed=turn.label, name=lower_name(surname), note=note)
    return Label(turn.label, "", lower_name(name), "", note, len(turn.label), True)


def _named(cast: Cast, turn: Turn, label: Label) -> Turn:
    speaker, reason = cast.identify(label)
    return Turn(turn.n, turn.line, turn.label, speaker, turn.text, "" if speaker else reason)
