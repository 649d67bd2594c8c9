"""Releases put together at random from paragraphs whose truth is known: every part, its speaker, and nothing else."""

import cProfile

from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import to_json

PEOPLE = {"Ida Specimen": "Sen. Specimen", "Otto Muster": "Muster", "Rita Template": "Director Template"}
LEAD = (
    "WASHINGTON – Sen. Ida Specimen (D-ZZ), Chair of the Senate Committee on Lamps, today chaired a hearing entitled "
    "“Oil for the Lamps.” Rep. Otto Muster (R-ZZ) and Rita Template, Director of the Lamp Office, also spoke.\n\n"
)
SENTENCES = st.sampled_from(
    [
        "We have waited for nine years, and the boats do not come",
        "Nobody in this town has oil for more than two nights",
        "I counted the lamps myself; there were forty of them",
        "The law is clear, and it has been clear since 1962",
        "Our children read the word ‘tomorrow’ by candlelight",
        "It’s the third time that I ask this [committee] for an answer",
        "My office wrote to the bureau . . . and the bureau did not write back",
    ]
)
NARRATIVE = st.sampled_from(
    [
        "The committee will meet again in the fall.\n\n",
        "The office was founded in 1901 and has twelve clerks.\n\n",
        "A “soft wick” is one that has been boiled.\n\n",
        "The hearing lasted for three hours.\n\n",
    ]
)
VERBS = st.sampled_from(["said", "added", "continued", "explained", "noted", "warned", "stated"])
MARKS = st.sampled_from([("“", "”"), ('"', '"'), ("``", "''"), ("«", "»")])


@st.composite
def quoted(draw):
    """A quoted paragraph: attribution behind, before, in the middle, or behind the first of several paragraphs."""
    speaker = draw(st.sampled_from(sorted(PEOPLE)))
    label, verb, (left, right) = PEOPLE[speaker], draw(VERBS), draw(MARKS)
    one, two = draw(st.lists(SENTENCES, min_size=2, max_size=2, unique=True))
    tag = draw(st.sampled_from([f"{verb} {label}", f"{label} {verb}"]))
    first, second = (speaker, f"{one},", False), (speaker, f"{two}.", True)
    form = draw(st.integers(min_value=0, max_value=5))
    if form == 0:
        return (left, first, f"{right} {tag}.\n\n")
    if form == 1:
        return (left, first, f"{right} {tag}. {left}", second, f"{right}\n\n")
    if form == 2:
        return (f"{label} {verb}: {left}", (speaker, f"{two}.", False), f"{right}\n\n")
    if form == 3:
        return (left, first, f"{right} {tag}, {left}", (speaker, f"{two[0].lower()}{two[1:]}.", True), f"{right}\n\n")
    if form == 4:
        return (
            left,
            first,
            f"{right} {tag}. {left}",
            second,
            f"\n\n{left}",
            (speaker, f"{one}.", True),
            f"{right}\n\n",
        )
    return (f"{label} said that the hall is {left}", (speaker, f"{two[0].lower()}{two[1:]}.", False), f"{right}\n\n")


def build(paragraphs):
    text, quotes = LEAD, []
    for piece in (piece for paragraph in paragraphs for piece in paragraph):
        if isinstance(piece, str):
            text += piece
            continue
        speaker, words, further = piece
        span = (len(text), len(text) + len(words))
        text += words
        if further:
            quotes[-1][1].append(span)
        else:
            quotes.append((speaker, [span]))
    return text, quotes


@settings(max_examples=300, deadline=None)
@given(st.lists(quoted() | NARRATIVE.map(lambda words: (words,)), min_size=1, max_size=8))
def test_a_release_built_from_known_quotes_is_read_as_it_was_built(paragraphs):
    text, quotes = build(paragraphs)
    reading = read_release(text)
    assert [(one.speaker, [(part.start, part.end) for part in one.parts]) for one in reading.quotes] == quotes
    assert (reading.event.title, reading.event.chair) == ("Oil for the Lamps", "Ida Specimen")


@settings(max_examples=100, deadline=None)
@given(st.lists(quoted(), min_size=1, max_size=6), st.integers(min_value=0, max_value=2000))
def test_a_release_that_is_cut_off_anywhere_gives_no_part_that_is_not_in_it(paragraphs, length):
    text = build(paragraphs)[0][:length]
    for quote in to_json(read_release(text))["quotes"]:
        assert quote["reason"]
        assert all(text[part["start"] : part["end"]] == part["text"] for part in quote["parts"])


def calls(text):
    """How many calls of Python functions it takes to read a release."""
    profile = cProfile.Profile(builtins=False)
    profile.runcall(read_release, text)
    return sum(entry.callcount for entry in profile.getstats())


def test_a_paragraph_of_many_members_run_together_is_read_in_linear_work():
    unit = "Senator Bob Ellery (R-ZZ) said that ropes hold. Then Max Mustermann sat. "
    assert calls(unit * 400) < 2.2 * calls(unit * 200)
