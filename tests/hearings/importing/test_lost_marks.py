"""Words in marks whose opening or closing mark the copy lost, and marks that are no quotation's."""

import pytest

from hearings.importing.releases.layout import paragraphs
from hearings.importing.releases.marks.quotations import find_passages
from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

HEAD = "WASHINGTON – U.S. Rep. Ida Quill (D-ZZ) asked about ropes at a hearing of the House Rope Committee today.\n\n"


def words(text):
    return [text[one.start : one.end] for one in find_passages(text, paragraphs(text))]


def quotes(text):
    return [(one.speaker, [part.text for part in one.parts]) for one in read_release(HEAD + text).quotes]


@pytest.mark.parametrize(
    "tag",
    [
        "Quill said during her opening statement.",
        "said Quill.",
        "Rep. Quill (D-ZZ) said at the hearing on Tuesday.",
        "Quill told the committee.",
        "testified Ida Quill, who wrote the bill.",
        "she added in her questions to the witness.",
        "Quill noted dryly.",
    ],
)
def test_a_closing_mark_lost_before_an_attribution(tag):
    assert words(f'"We need new ropes, {tag} "The old ones are frayed."') == [
        "We need new ropes,",
        "The old ones are frayed.",
    ]
    assert words(f'"We need new ropes, {tag}') == ["We need new ropes,"]


@pytest.mark.parametrize(
    "text",
    [
        "“We need ropes, as I said to Otto.",
        "“We need ropes. We said so in 1999.",
        "“He knew, and they told us.",
        "“The industry has a word for it. The paper calls this a knot.",
    ],
)
def test_what_somebody_tells_within_a_quotation_ends_no_words(text):
    assert words(text) == [text[1:]]


@pytest.mark.parametrize("tag", ["said Quill.", "Quill said.", "Rep. Quill told the committee.", "she said on Monday."])
def test_an_opening_mark_lost_behind_an_attribution(tag):
    text = f"“We need ropes,” {tag} The old ones are frayed, and we know it.”"
    assert words(text) == ["We need ropes,", "The old ones are frayed, and we know it."]


def test_words_behind_a_lost_mark_are_asked_about():
    one = read_release(HEAD + "“We need ropes,” said Quill. The old ones are frayed.”").quotes[0]
    assert one.speaker == "Ida Quill"
    assert one.confidence < SURE


@pytest.mark.parametrize(
    "text",
    [
        "Washington, D.C. — Rep. Ida Quill (D-ZZ) asked about ropes that cost 53 percent more.”",
        "ROPETON, ZZ - Rep. Ida Quill (D-ZZ) spoke up for rope today.”",
        "Rep. Ida Quill (D-ZZ) released the following statement after a hearing on ropes.”",
        "Chairwoman Quill issued this statement on ropes.”",
    ],
)
def test_a_stray_mark_at_the_end_of_what_the_release_tells(text):
    assert words(text) == []


def test_a_label_ends_a_quotation_that_was_not_closed():
    text = (
        "A transcript of the exchange is below:\n\nQUILL: “Thank you, Mr. Chairman.\n\n“We have no ropes.\n\n"
        "“I would like to hear your thoughts.\n\nMUSTER: “We talked about it. It is hard.\n\n“My crew waits.”\n\n"
        "QUILL: “I agree.”"
    )
    lead = "Sen. Ida Quill (D-ZZ) questioned Otto Muster, president of the Rope Union, at a hearing today.\n\n"
    read = [(one.speaker, [part.text for part in one.parts]) for one in read_release(lead + text).quotes]
    assert read == [
        (
            "Ida Quill",
            ["Thank you, Mr. Chairman.", "We have no ropes.", "I would like to hear your thoughts."],
        ),
        ("Otto Muster", ["We talked about it. It is hard.", "My crew waits."]),
        ("Ida Quill", ["I agree."]),
    ]


@pytest.mark.parametrize("tag", ["Senator Ida Quill.", "Rep. Quill (D-ZZ).", "Quill.", "Congresswoman Quill."])
def test_a_name_whose_verb_is_lost(tag):
    assert quotes(f"“We need ropes,” {tag} “The old ones are frayed.”") == [
        ("Ida Quill", ["We need ropes,", "The old ones are frayed."])
    ]


def test_a_nickname_within_the_attribution_is_no_quotation():
    assert quotes("“I have not slept,” said Harold “Bud” Hawser, a ropemaker. “My dad worked there.”") == [
        ("Harold “Bud” Hawser", ["I have not slept,", "My dad worked there."])
    ]


LOST = [
    "Otto Muster, Professor at the University in St. Louis and Chair of the Board, said, The rope is a cornerstone.",
    "Dr. Karl Holm, Associate at Rope & Sons testified, The knot holds. It must,' he writes.",
]


def test_paragraphs_that_lost_all_their_marks():
    text = "\n\n".join(["Our ropes have raised questions, said Quill. When they fray, we must ask.", *LOST])
    assert quotes(text) == [
        ("Ida Quill", ["Our ropes have raised questions,", "When they fray, we must ask."]),
        ("Otto Muster", ["The rope is a cornerstone."]),
        ("Karl Holm", ["The knot holds. It must,' he writes."]),
    ]
    assert all(one.confidence < SURE for one in read_release(HEAD + text).quotes)


@pytest.mark.parametrize(
    "text",
    [
        LOST[0],
        "Quill said the ropes are old.\n\nOtto Muster, the professor, said that The Hague has ropes.",
        "Otto Muster, the professor, said, “It holds.”\n\nKarl Holm said, “It does not.”\n\nRopes fray, said Quill.",
    ],
)
def test_one_such_paragraph_or_reported_words_do_not_show_that_marks_are_lost(text):
    assert all("without quotation marks" not in one.reason for one in read_release(HEAD + text).quotes)
