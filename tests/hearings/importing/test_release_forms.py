"""Every form of quotation, attribution and witness list that releases have, in invented releases with the truth marked.

In `tests/golden/forms`, `[[SPEAKER|words]]` is a quoted part, `[[~SPEAKER|words]]` a fragment in reported speech,
`[[+|words]]` a further part of the same quote, `[[-|words]]` a quote whose speaker the text leaves open, and
`[[!|words]]` what is no speech. Without `]]` a part ends with its line. Above `---` stand the facts of the hearing.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from hearings.importing.matching import BodyIndex, PeopleIndex
from hearings.importing.proposal import propose
from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE
from hearings.importing.texts.receive import decode

FORMS = sorted((Path(__file__).parents[2] / "golden" / "forms").glob("*.txt"))
MARK = re.compile(r"\[\[([^|\]]*)\|(.*?)(?:\]\]|$)", re.MULTILINE)


def marked(path):
    """The facts, the text without its marks, its quotes as `(speaker, kind, spans)`, and what is no speech."""
    head, _, body = decode(path.read_bytes()).partition("---\n")
    facts = [tuple(line.split(": ", 1)) for line in head.splitlines()]
    pieces, quotes, terms, at, length = [], [], [], 0, 0
    for match in MARK.finditer(body):
        who, words = match.groups()
        pieces += [body[at : match.start()], words]
        start = length + match.start() - at
        at, length = match.end(), start + len(words)
        span = (start, start + len(words.rstrip()))
        if who == "!":
            terms.append(span)
        elif who == "+":
            quotes[-1][2].append(span)
        else:
            speaker = None if who == "-" else who.removeprefix("~")
            quotes.append((speaker, "partial" if who[0] == "~" else "direct", [span]))
    return facts, "".join([*pieces, body[at:]]), quotes, terms


def words_of(witness):
    words = re.findall(r"\w+", " ".join([*witness.titles, witness.organization or ""]))
    return Counter(word for word in words if word not in ("of", "the", "at", "for", "and"))


def test_there_are_forms():
    assert len(FORMS) >= 25


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_quotes_of_a_form(path):
    _, text, expected, terms = marked(path)
    reading = read_release(text)
    shown = [
        (one.speaker, one.kind, [text[part.start : part.end] for part in one.parts], one.reason)
        for one in reading.quotes
    ]
    found = [(one.speaker, one.kind, [(part.start, part.end) for part in one.parts]) for one in reading.quotes]
    assert found == expected, shown
    for start, end in terms:
        assert not any(start < part.end and part.start < end for one in reading.quotes for part in one.parts)


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_facts_of_a_form(path):
    facts, text, _, _ = marked(path)
    reading = read_release(text)
    event, read_facts = reading.event, {"office": reading.office.name, "released": reading.release_date}
    if event:
        read_facts |= vars(event) | {"date": event.date or event.date_partial}
    read = {one.name: words_of(one) for one in event.witnesses} if event else {}
    for fact, value in facts:
        if fact == "witness":
            name, _, titles = value.partition(" | ")
            wanted = Counter(re.findall(r"\w+", titles)) - Counter(["of", "the", "at", "for", "and"] * 9)
            assert read.get(name) == wanted, read
        else:
            assert read_facts.get(fact) == (None if value == "-" else value), fact
    names = [value.partition(" | ")[0] for fact, value in facts if fact == "witness"]
    assert not names or sorted(read) == sorted(names)


@pytest.mark.django_db
def test_what_is_accepted_by_itself_is_certain_and_right():
    accepted = 0
    for path in FORMS:
        _, text, expected, _ = marked(path)
        truth = {tuple(spans): speaker for speaker, _, spans in expected}
        proposal = propose(read_release(text), PeopleIndex(), BodyIndex())
        for row in proposal.quotes:
            assert row.reason
            if row.accepted:
                assert row.confidence >= SURE
                assert proposal.people[row.speaker].name == truth[row.spans]
                accepted += 1
    assert accepted > 20
