"""Questions for the record: a set cut into single questions, each with who asks and who answers."""

import re
from dataclasses import replace

from hearings.importing.transcripts.labels import find_label
from hearings.importing.transcripts.lines import Block, typeset
from hearings.importing.transcripts.people import Cast
from hearings.importing.transcripts.reading import Section

_ASKED_BY = re.compile(
    r"questions?\b.{0,60}?\b(?:submitted (?:by|from)|posed by|asked by|from|by)\s+(?P<asker>.+?)"
    r"(?:,?\s+(?:for|to)\s+(?P<for>.+?))?(?:\s+follows?)?[\s:.\]]*$",
    re.I,
)
_ANSWERED_BY = re.compile(r"(?:responses?|answers?|replies) (?:of|by|from)\s+(?P<for>.+?)\s+to\b", re.I)
_ANSWERED_TO = re.compile(r"questions?\b.{0,80}?\b(?:to|for)\s+(?P<for>(?:the )?(?:Hon|[A-Z])[^\]:]{2,80})[\s:.\]]*$")
_QUESTION = re.compile(
    r"(?:(?:Follow-?up |Additional )?Question|Q)\b\.? ?(?:No\. ?|#)?(?P<number>\d{1,3}[a-z]?)?(?: ?\(\w{1,3}\))?[.:]"
)
_NUMBER = re.compile(r"(?P<number>\d{1,3}[a-z]?)[.)]\s+(?=\S)")
_FORMS = "(?:Mr|Ms|Mrs|Dr|Senator|General|Admiral|Secretary|Ambassador|Hon)"
_AND = re.compile(rf",? and (?={_FORMS}\b)|[;,] (?={_FORMS}\b)")
_TOGETHER = re.compile(rf"({_FORMS}\.? [A-Z][\w'-]+) and ({_FORMS}.{{2,60}}?\.)(?= [A-Z\[])")


def split_questions(base: Section, blocks: list[Block], cast: Cast) -> list[Section]:
    """A set of questions as sections: one for each question with its answers, headings above it included.

    `asker` and `answerers` are those of the set's heading; a label before a question or an answer is more exact.
    """
    asker, answerers, reasons = _from_heading(base.heading, cast)
    worded = any(_QUESTION.match(block.text) for block in blocks)
    found: list[tuple[str, list[Block]]] = []
    pending: list[Block] = []
    for block in blocks:
        number = _number(block, worded)
        if number is None and not worded and asker and _labelled(block.text, cast)[0] == asker:
            number = ""
        if number is not None:
            found.append((number, [*pending, block]))
            pending = []
        elif block.heading:
            pending.append(block)
        elif found:
            found[-1][1].extend([*pending, block])
            pending = []
        else:
            pending.append(block)
    if not found and blocks and asker:
        return [replace(_one(base, "", blocks, (asker, answerers, reasons), cast), line=base.line)]
    if not found:
        text = "\n\n".join(typeset(block.printed) for block in blocks)
        return [replace(base, asker=asker, answerers=answerers, text=text, reason="; ".join(reasons))]
    found[-1][1].extend(pending)
    return [_one(base, number, held, (asker, answerers, reasons), cast) for number, held in found]


def _number(block: Block, worded: bool) -> str | None:
    """The number of the question that begins here, empty where it has none; None where no question begins."""
    match = _QUESTION.match(block.text)
    if match or worded:
        return (match.group("number") or "") if match else None
    match = _NUMBER.match(block.text)
    return match.group("number") if match and find_label(block.text[match.end() :]) else None


def _from_heading(words: str, cast: Cast) -> tuple[str | None, tuple[str, ...], list[str]]:
    asked = _ASKED_BY.search(words)
    asker, reasons = None, []
    if asked:
        asker, reason = cast.identify_words(asked.group("asker"))
        reasons += [reason] if reason else []
    match = (
        _ANSWERED_BY.search(words) or (asked if asked and asked.group("for") else None) or _ANSWERED_TO.search(words)
    )
    answerers: list[str] = []
    for piece in _AND.split(match.group("for")) if match else []:
        name, reason = cast.identify_words(piece)
        answerers += [name] if name else []
        reasons += [reason] if reason else []
    return asker, tuple(answerers), reasons


def _one(
    base: Section, number: str, blocks: list[Block], known: tuple[str | None, tuple[str, ...], list[str]], cast: Cast
) -> Section:
    asker, answerers, reasons = known
    labelled: list[str] = []
    failed: list[str] = []
    for block in blocks:
        start = _NUMBER.match(block.text)
        name, reason = _labelled(block.text[start.end() :] if start else block.text, cast)
        if start and (name or reason) and block is next(one for one in blocks if not one.heading):
            asker, reasons = name, [reason] if reason else []
            continue
        labelled += [one for one in name.split("\n") if one not in (asker, *labelled)] if name else []
        failed += [reason] if reason else []
    text = "\n\n".join(typeset(block.printed) for block in blocks)
    whole = [*dict.fromkeys([*reasons, *failed])]
    if asker is None and not reasons:
        whole.append("The volume does not say who asks.")
    if not (labelled or answerers) and not failed:
        whole.append("The volume does not say who answers.")
    answered = tuple(labelled) or answerers
    return replace(
        base, number=number, asker=asker, answerers=answered, text=text, line=blocks[0].line, reason="; ".join(whole)
    )


def _labelled(words: str, cast: Cast) -> tuple[str | None, str]:
    """Who is named by the label before an answer, line by line where two answer together; empty where none is."""
    several = re.match(
        r"((?:(?:Mr|Ms|Mrs|Dr)\.|General|Admiral|Senator|Secretary) [A-Z][\w'-]+) and (.{4,60}?\.)(?= [A-Z\[])", words
    )
    labels = [f"{several.group(1)}.", several.group(2)] if several else [words]
    names: list[str] = []
    for one in labels:
        label = find_label(one)
        if not label:
            return None, ""
        name, reason = cast.identify(label)
        if not name:
            return None, reason
        names.append(name)
    return "\n".join(names), ""
