"""Words behind a question to somebody, words whose speaker a sentence of its own names, and words of strangers."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = (
    "WASHINGTON – Rep. Bob Sample (R-TX) held a hearing on rope. Witnesses included Ms. Jane Muster, Director of the"
    " Rope Office; and Sgt. Tim Probe, Keeper of the Knots.\n\n"
)


def said(words):
    return [
        (one.speaker, [part.text for part in one.parts], one.confidence >= SURE)
        for one in read_release(LEAD + words).quotes
    ]


@pytest.mark.parametrize(
    "asks",
    [
        "“Who cut it?” Sample asked Muster.",
        "“Who cut it?” Sample asked Ms. Muster, the director.",
        "“Who cut it?” Sample demanded of Sgt. Probe.",
        "“Who cut it?” asked Sample, turning to Muster.",
        "“Who cut it?” asked Sample of Muster.",
        "“Who cut it?” said Sample to Probe.",
        "“Who cut it?” Sample pressed Probe at the end.",
    ],
)
def test_words_behind_a_question_to_somebody_may_be_the_answer(asks):
    first, second = said(f"{asks} “Nobody cut it.”")
    assert first == ("Bob Sample", ["Who cut it?"], True)
    assert second == ("Bob Sample", ["Nobody cut it."], False)
    assert "may be the answer" in read_release(f"{LEAD}{asks} “Nobody cut it.”").quotes[1].reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“You cut it,” Sample told Muster.", "“Nobody else was there.”"),
        ("“Who cut it?” Sample asked.", "“I want to know.”"),
        ("“Who cut it?” Sample asked Muster.", "“And who tied it?”"),
        ("“It is late,” said Sample.", "“Go home.”"),
    ],
)
def test_words_behind_a_statement_or_a_question_to_nobody_go_on(one, other):
    assert [(who, sure) for who, _, sure in said(f"{one} {other}")] == [("Bob Sample", True)]


@pytest.mark.parametrize(
    ("tells", "who"),
    [
        ("That was Muster.", "Jane Muster"),
        ("Those were Muster’s words.", "Jane Muster"),
        ("This was Sgt. Probe, answering.", "Tim Probe"),
        ("The answer came from Muster.", "Jane Muster"),
        ("The speaker was Jane Muster.", "Jane Muster"),
        ("So said Probe.", "Tim Probe"),
    ],
)
def test_a_sentence_behind_words_says_whose_they_were(tells, who):
    first, second = said(f"“The rope is gone,” said Sample. “It was never there.” {tells}")
    assert first == ("Bob Sample", ["The rope is gone,"], True)
    assert second == (who, ["It was never there."], False)


@pytest.mark.parametrize("goes_on", ["That was Sample.", "That was Muster’s fault.", "That was news to Muster."])
def test_a_sentence_about_something_else_changes_no_speaker(goes_on):
    words = ["The rope is gone,", "It was never there."]
    assert said(f"“The rope is gone,” said Sample. “It was never there.” {goes_on}") == [("Bob Sample", words, True)]


@pytest.mark.parametrize(
    "words",
    [
        "Zorg said last week:\n\n“Rope is cheap and we will buy more of it.”",
        "Zorg said last week\n\n“Rope is cheap and we will buy more of it.”",
        "**Zorg argued in a May speech:**\n\n“Rope is cheap and we will buy more of it.”",
        "“Rope is cheap and we will buy more of it.” – Zorg said last week",
    ],
)
def test_words_of_a_stranger_are_not_given_to_the_member(words):
    text = f"WASHINGTON – Rep. Bob Sample (R-TX) held a hearing on rope.\n\n{words}\n"
    assert [one.speaker for one in read_release(text).quotes] == [None]
