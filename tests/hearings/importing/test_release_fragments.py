"""Words in marks within sentences that report what somebody said, and words in marks that nobody said."""

import pytest

from hearings.importing.press_release import read_release
from hearings.importing.reading import SURE

LEAD = "Senator Mary Sample (D-VT) and Director John Muster met at a hearing on ropes.\n\n"


def told(words):
    return [
        (one.speaker, [part.text for part in one.parts], one.confidence < SURE)
        for one in read_release(LEAD + words).quotes
    ]


@pytest.mark.parametrize(
    ("words", "full", "part"),
    [
        ("Sample told Rope Office officials that towns are “cancelling ropes.”", "Mary Sample", "cancelling ropes."),
        ("Muster said today (Monday) that it is “unacceptable” that ropes rust.", "John Muster", "unacceptable"),
        ("Sample said she had “serious concerns” about rust.", "Mary Sample", "serious concerns"),
        (
            "Mr. Muster testified that his office had “turned the corner” in its work.",
            "John Muster",
            "turned the corner",
        ),
        ("Director Muster described the rope as “an act of trust.”", "John Muster", "an act of trust."),
        (
            "Muster explained that the ropes reported by towns were too few, even on “the most generous count.”",
            "John Muster",
            "the most generous count.",
        ),
        (
            "Sample vowed to clear what she called “the longest rope in the West.”",
            "Mary Sample",
            "the longest rope in the West.",
        ),
        ("Muster termed the arrangement “a rope with a knot.”", "John Muster", "a rope with a knot."),
        (
            "Muster has written that he was held “for the crime of owning a rope.”",
            "John Muster",
            "for the crime of owning a rope.",
        ),
        (
            "Sample said this week that the vote was put off because John Muster “will not commit to appear.”",
            "Mary Sample",
            "will not commit to appear.",
        ),
    ],
)
def test_fragments_are_of_who_tells(words, full, part):
    assert told(words) == [(full, [part], True)]


@pytest.mark.parametrize(
    "words",
    [
        "Muster said that the office had hired 2,400 “riggers.”",
        "Sample cited a 2014 report, which described ropes as risky because of their “size, age, and rust over time.”",
        "Sample read from a study, which concluded that “rust alone explains about ten percent of the breaks.”",
        "Elsewhere, visitors are told the ropes are “incomplete,” or gone.",
        "Sample criticized the so-called “new rope” report.",
        "Muster asked about rust, known as “red dust.”",
        "Sample is the author of the “Safe Ropes Act of 2007” and of a “Made of Rope” seal.",
        "Sample presented the Rope Hero badge, dubbed the “Trust but Tie” medal.",
    ],
)
def test_words_in_marks_that_nobody_said(words):
    assert told(words) == []
