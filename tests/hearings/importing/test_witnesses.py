"""How people are read from sentences and lists of a release: names, titles, and what is never a witness."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.importing.releases.layout import paragraphs
from hearings.importing.releases.people.callings import names_somebody
from hearings.importing.releases.people.labels import Mentions
from hearings.importing.releases.people.person_phrases import PersonPhrases
from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.witnesses.restoring import restored

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today. "
TITLES = {
    "Rope Office (RO) Administrator": "Rope Office (RO) Administrator",
    "Secretary of the Rope Treasury": "Secretary of the Rope Treasury",
    "University of Rope football player": "University of Rope football player",
    "former Knot Bureau Acting Director": "former Knot Bureau Acting Director",
    "Principal Under Secretary of Rope for Defense Policy": "Principal Under Secretary of Rope for Defense Policy",
    "President Draft’s nominee": "nominee",
    "legendary coach": "coach",
    "Iowa farmer": "Iowa farmer",
    "South Dakotan": "",
    "constituent": "",
}
BEHIND = {
    ", director of the Rope Works in Sampleton,": "director of the Rope Works in Sampleton",
    ", M.D., Ph.D., M.S.H.A., Dean of Rope at the College of Knots,": "Dean of Rope at the College of Knots",
    " (Ret.), former commander of U.S. Northern Rope,": "former commander of U.S. Northern Rope",
    ", President Draft’s nominee to head the Rope Office,": "nominee to head the Rope Office",
    " - Chief Clerk of the Rope Office -": "Chief Clerk of the Rope Office",
    " (Chief Clerk, Rope Office)": "Chief Clerk, Rope Office",
    ", who runs a shop,": "",
    ", on Tuesday,": "",
}


def phrase(words, name):
    found = PersonPhrases(words, Mentions(words, paragraphs(words))).within(0, len(words))
    return next(one for one in found if one.mention.name == name)


@pytest.mark.parametrize("before", TITLES)
@pytest.mark.parametrize("verb", ["questioned", "spoke with", "and also"])
def test_a_title_before_a_name_is_read_whole_and_alone(before, verb):
    one = phrase(f"The senator {verb} {before} Otto Muster about rope.", "Otto Muster")
    assert one.before == TITLES[before]


@pytest.mark.parametrize(
    "offices",
    [
        "Co-Chairs",
        "Rope Trustees Co-Chairs",
        "Co-Founders",
        "Vice-Chairs",
        "Ranking Members",
        "Panelists",
        "Presidents",
    ],
)
def test_the_office_of_several_is_no_part_of_the_first_name(offices):
    words = f"Led by {offices} Otto Muster and Rita Template, the hearing was long."
    found = Mentions(words, paragraphs(words)).all
    assert [one.name for one in found if one.words > 1] == ["Otto Muster", "Rita Template"]


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("after", [" told the committee of knots.", " about knots.", " and Rita Template testified."])
def test_a_title_behind_a_name_ends_where_the_sentence_goes_on(behind, after):
    one = phrase(f"The senator thanked Dr. Otto Muster{behind}{after}", "Otto Muster")
    assert (one.behind, one.honorific) == (BEHIND[behind], "Dr.")


@pytest.mark.parametrize(
    "name", ["Cancer Survivor", "Geological Survey", "Health Committee", "Supreme Court", "Muster"]
)
def test_bodies_things_and_single_words_are_nobody(name):
    assert not names_somebody(name)


@pytest.mark.parametrize(
    "sentence",
    [
        "Specimen thanked President Otto Muster for his rope at the hearing.",
        "Rep. Otto Muster (R-ZZ) asked Senator Specimen to yield.",
        "In March 2030, Specimen questioned Rope Secretary Otto Muster.",
        "Specimen wrote a letter to Rope Secretary Otto Muster and asked him for rope.",
        "The bill is backed by Otto Muster, president of the Rope Guild.",
        "Rope Office spokesman Otto Muster told the committee to wait.",
        "Otto Muster, an interpreter, testified for him.",
    ],
)
def test_who_is_only_spoken_of_is_no_witness(sentence):
    assert [one.name for one in read_release(LEAD + sentence).event.witnesses] == []


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("Specimen questioned Rope Secretary Otto Muster.", True),
        ("Rope Secretary Otto Muster testified.", True),
        ("The committee heard from Rope Secretary Otto Muster.", True),
        ("Specimen thanked Rope Secretary Otto Muster at the hearing.", False),
        ("In the hearing, Rope Secretary Otto Muster agreed.", False),
    ],
)
def test_a_witness_by_mere_signs_comes_with_a_warning(sentence, sure):
    reading = read_release(LEAD + sentence)
    assert [(one.name, one.titles) for one in reading.event.witnesses] == [("Otto Muster", ("Rope Secretary",))]
    assert any("Otto Muster: asked, answered or introduced" in one for one in reading.warnings) == (not sure)


WORDS = st.lists(st.sampled_from(["Senator", "held", "a", "hearing", "R ME", "Ph D", "U S", "John B", "March 2  2031"]))


@settings(max_examples=200, deadline=None)
@given(WORDS, st.lists(st.sampled_from([" ", "  ", "   ", "      "]), min_size=1))
def test_marks_put_back_move_nothing(words, gaps):
    text = "".join(f"{word}{gaps[at % len(gaps)]}" for at, word in enumerate(words * 40))
    back = restored(text)
    assert len(back) == len(text)
    assert all(one == other or one.isspace() for one, other in zip(text, back, strict=True))


def test_a_text_that_has_its_marks_is_left_as_it_is():
    text = f"{LEAD}  Two spaces stand here.  And here, too.  " * 20
    assert restored(text) == text


def names(count):
    return [f"Jane{chr(97 + at % 26)} Doe{chr(97 + at // 26)}" for at in range(count)]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(min_value=1, max_value=9),
    st.sampled_from(["Witnesses included {}.", "The committee heard testimony from {}.", "Testifying were: {}."]),
    st.sampled_from(["", ", M.D.", ", Ph.D., M.P.H.", ", Esq."]),
    st.sampled_from(["President, Rope Works", "director of rope at the Knot School", "CEO of Twine and Sons, Inc."]),
)
def test_a_list_of_any_length_with_any_titles_gives_everybody(count, opening, degrees, title):
    people = names(count)
    items = [f"{name}{degrees}, {title}" for name in people]
    listed = "; ".join([*items[:-1], f"and {items[-1]}"] if count > 1 else items)
    witnesses = read_release(LEAD + opening.format(listed)).event.witnesses
    assert [one.name for one in witnesses] == people
    assert {" ".join([*one.titles, one.organization or ""]).split()[0] for one in witnesses} == {
        title.split()[0].strip(",")
    }


@pytest.mark.parametrize(
    "heading", ["Opening Statement by Senator Ida Specimen", "Opening statement from Ida Specimen"]
)
def test_whose_opening_statement_it_is_did_not_testify_by_it(heading):
    text = f"{LEAD}General Otto Muster testified.\n\n{heading}\nSenate Rope Committee Hearing\n\nI thank the chair.\n"
    assert [one.name for one in read_release(text).event.witnesses] == ["Otto Muster"]


@pytest.mark.parametrize(
    "words",
    [
        "Rita Template, a rope maker, testified in 2019 that ropes rot.",
        "Rita Template testified before the panel in 2019.",
    ],
)
def test_who_testified_in_another_year_is_no_witness_of_this_hearing(words):
    event = read_release(f"{LEAD}General Otto Muster testified.\n\n{words}\n").event
    assert [one.name for one in event.witnesses] == ["Otto Muster"]


@pytest.mark.parametrize("name", ["Ann More", "Nguyen Thi Be", "Li How", "Ann Less"])
def test_a_name_may_hold_a_word_of_sentences(name):
    assert names_somebody(name)


@pytest.mark.parametrize("heading", ["Rope Is Not Always String", "THE FUTURE", "Ropes Without Knots"])
def test_a_heading_is_no_name(heading):
    assert not names_somebody(heading)
