"""Words in marks within sentences that report what somebody said, and words in marks that nobody said."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

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
        ("Muster said he’d “circle back.”", "John Muster", "circle back."),
        ("Muster estimated that ropes add “between $70 and $130” to a boat.", "John Muster", "between $70 and $130"),
        ("She answered that it had “a little over a tenth” of the rope.", None, "a little over a tenth"),
        ("Sample said the fund had grown by “nearly a third.”", "Mary Sample", "nearly a third."),
        ("Muster told members it would be done “within two weeks” of a vote.", "John Muster", "within two weeks"),
        ("Muster testified that his office backs the bill “if amended.”", "John Muster", "if amended."),
        ("Sample said no pier is safe “unless tested.”", "Mary Sample", "unless tested."),
        ("Muster said he would have to “get back with” the panel.", "John Muster", "get back with"),
        ("Muster said that he “would not want to judge” its knots.", "John Muster", "would not want to judge"),
        (
            "Sample said rope inspectors were “asleep in the back of the boat” while piers sank.",
            "Mary Sample",
            "asleep in the back of the boat",
        ),
        (
            "Sample called on the Rope Office to use “every ounce of power it has” against rust.",
            "Mary Sample",
            "every ounce of power it has",
        ),
        ("Sample urged the panel to let the riggers “do their own work now.”", "Mary Sample", "do their own work now."),
        ("Muster vowed to be the kind of rigger “who lets people finish.”", "John Muster", "who lets people finish."),
        (
            "Sample sponsors the Rope Act, which she calls “the least we can do, spelled out in nine pages.”",
            "Mary Sample",
            "the least we can do, spelled out in nine pages.",
        ),
        (
            "Muster aseguró que la oficina está “en mejores condiciones que nunca” para el verano.",
            "John Muster",
            "en mejores condiciones que nunca",
        ),
        ("Muster advirtió que el verano podría ser “muy activo”.", "John Muster", "muy activo"),
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
        "Muster said the program is known as the “90-day rule.”",
        "Sample said the “two percent club” must end.",
        "Muster said ropes are tied with a “half hitch.”",
        "Muster praised Sample’s “rope fund.”",
        "Sample said the agency’s “three-year plan” failed.",
        "Sample said towns sing in “two percent choirs” now.",
        "Sample urged Congress to end “rope stacking” in ports.",
        "Sample called for an end to “catch and release.”",
        "Muster said a sign at the pier that reads “DO NOT TIE HERE” was stolen.",
        "The Act is named for a handwritten sign at the pier that reads, “‘ROPE’ MEANS ROPE. DO NOT CUT.”",
        "Sample held up a form marked “return to sender for no reason at all.”",
        "The screen at the pier says, “Tie your boat again later.”",
        "A placard reading “Your rope is your own risk, not ours.” hung there.",
    ],
)
def test_words_in_marks_that_nobody_said(words):
    assert told(words) == []


SAID = "“We waited for a rope in the rain,” Sample said. “It rusted on Tuesdays only.”\n"


@pytest.mark.parametrize(
    ("headline", "part"),
    [
        ("Sample: “We Waited for a Rope”\n\n", "We Waited for a Rope"),
        ("Sample Presses Rope Office: “We Waited for a Rope in the Rain”\n\n", "We Waited for a Rope in the Rain"),
        ("Sample on Rust\n\n“Waited for a rope in the rain”\n\n", "Waited for a rope in the rain"),
        ("ROPES ‘RUSTED ON TUESDAYS ONLY,’ SAMPLE SAYS\n\n", "RUSTED ON TUESDAYS ONLY,"),
    ],
)
def test_a_headline_is_of_whom_the_text_quotes_with_its_words(headline, part):
    reading = read_release(headline + LEAD + SAID)
    assert [one.speaker for one in reading.quotes] == ["Mary Sample"] * 2
    assert reading.quotes[0].parts[0].text == part
    assert reading.quotes[0].confidence < SURE


@pytest.mark.parametrize(
    "headline",
    [
        "Sample to Chair Hearing on “Ropes in the Rain: A Review”\n\n",
        "Rope Markets: “Rust and Rain for Towns”\n\n",
        "Sample Opens “Rope in Rain” Hearing\n\n",
    ],
)
def test_titles_in_headlines_are_no_speech(headline):
    assert [one.parts[0].text for one in read_release(headline + LEAD + SAID).quotes] == [
        "We waited for a rope in the rain,"
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("“El miedo pesa mucho”, le contestó la senadora Sample.", ("Mary Sample", "El miedo pesa mucho")),
        ("A preguntas sobre las “Cuerdas Rojas”, Muster respondió: “No sé nada”.", ("John Muster", "No sé nada")),
        ("“The rope was red.” That is how Mary Sample described it.", ("Mary Sample", "The rope was red.")),
        ("“The rope was red.” Those were the words of John Muster.", ("John Muster", "The rope was red.")),
        (
            "El director de la organización Casa Nuestra, John Muster, señaló que “el miedo ya pesa mucho más”.",
            ("John Muster", "el miedo ya pesa mucho más"),
        ),
    ],
)
def test_other_ways_to_name_who_speaks(words, said):
    quotes = read_release(LEAD + words).quotes
    assert [(one.speaker, part.text) for one in quotes for part in one.parts] == [said]


def test_a_word_right_behind_said_and_what_comes_then():
    words = "Muster, asked what he would do, said “tie” and then, after a pause, “and I’d start Monday.”"
    quotes = read_release(LEAD + words).quotes
    assert [(one.speaker, part.text) for one in quotes for part in one.parts] == [
        ("John Muster", "tie"),
        ("John Muster", "and I’d start Monday."),
    ]


def test_the_senator_is_whom_the_paragraph_above_names():
    text = (
        "Senator Mary Sample (D-VT) chaired a hearing on ropes.\n\nAsked by Senator Lee Probe (R-OK) why he came, Mr."
        " John Muster replied: “The rope had a name.”\n\n“Whose name?” the Senator asked.\n"
    )
    assert [one.speaker for one in read_release(text).quotes] == ["John Muster", "Lee Probe"]


@pytest.mark.parametrize("line", ["-------", "_____", "***", "-- 30 --", "=====", "~~~~"])
def test_lines_that_only_rule_a_page_are_no_speech(line):
    text = f"Chairman Karl Sample issued the following statement:\n\nI voted for ropes.\n\nThey rust.\n\n{line}\n"
    assert [part.text for one in read_release(text).quotes for part in one.parts] == [
        "I voted for ropes.",
        "They rust.",
    ]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Citing comments that Muster wrote of how ropes would “prove long and costly,” Sample pressed him.", None),
        ("Recalling what Muster said last year on ropes that “nobody wants,” Sample asked for a list.", None),
        ("Citing the cold, Sample was short. “We count the ropes,” Sample said.", "Mary Sample"),
        ("While addressing Muster, Sample made clear: “We will count the ropes.”", "Mary Sample"),
        ("After thanking Director Muster, Sample made it clear: “We will count the ropes.”", "Mary Sample"),
    ],
)
def test_who_is_cited_or_addressed_first_is_not_taken_for_who_speaks(words, speaker):
    found = read_release(LEAD + words).quotes
    assert [one.speaker for one in found if one.confidence >= SURE] == [speaker] * bool(speaker)
