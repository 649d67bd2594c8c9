"""Names: their parts, and when two of them may be one person's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from witnesses.names import Name, compare, name_key, split_honorific, split_name


@pytest.mark.parametrize(
    ("full", "given", "family", "suffix"),
    [
        ("Alba Sample", "Alba", "Sample", ""),
        ("Alba Q. Sample", "Alba Q.", "Sample", ""),
        ("Jung-Hoon Lee", "Jung-Hoon", "Lee", ""),
        ("Ludwig van der Sample", "Ludwig", "van der Sample", ""),
        ("Maria de la Cruz", "Maria", "de la Cruz", ""),
        ("Omar bin Sample", "Omar", "bin Sample", ""),
        ("Noor al-Sample", "Noor", "al-Sample", ""),
        ("Chris Van Sample", "Chris", "Van Sample", ""),
        ("Van Sample", "Van", "Sample", ""),
        ("José Ortega y Sample", "José", "Ortega y Sample", ""),
        ("Max Sample, Jr.", "Max", "Sample", "Jr."),
        ("Max Sample III", "Max", "Sample", "III"),
        ("Ada Sample, Ph.D.", "Ada", "Sample", "Ph.D."),
        ("Ada Sample, Jr., M.D.", "Ada", "Sample", "Jr., M.D."),
        ("Sample, Alba Q.", "Alba Q.", "Sample", ""),
        ("Sample", "", "Sample", ""),
        ("", "", "", ""),
    ],
)
def test_split_name(full, given, family, suffix):
    assert split_name(full) == Name(given, family, suffix)


@pytest.mark.parametrize(
    ("text", "honorific", "rest"),
    [
        ("Ambassador Alba Sample", "Ambassador", "Alba Sample"),
        ("Rep. Alba Sample", "Rep.", "Alba Sample"),
        ("U.S. Senator Alba Sample", "U.S. Senator", "Alba Sample"),
        ("The Honorable Alba Sample", "The Honorable", "Alba Sample"),
        ("Hon. Dr. Alba Sample", "Hon. Dr.", "Alba Sample"),
        ("Lt. Gen. Alba Sample", "Lt. Gen.", "Alba Sample"),
        ("Professor Sample", "Professor", "Sample"),
        ("Ms. Alba Sample", "Ms.", "Alba Sample"),
        ("Honora Sample", "", "Honora Sample"),
        ("Drew Sample", "", "Drew Sample"),
        ("Senator", "", "Senator"),
    ],
)
def test_split_honorific(text, honorific, rest):
    assert split_honorific(text) == (honorific, rest)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jung-Hoon Lee", "Jung Hoon Lee"),
        ("José Sample", "Jose  SAMPLE"),
        ("J. R. Sample", "J.R. Sample"),
        ("Siobhan O’Sample", "Siobhan O'Sample"),
        ("Rita “Sunny” Sample", 'Rita "Sunny" Sample'),
        ("Łukasz Sample", "Lukasz Sample"),
    ],
)
def test_name_key_and_same(one, other):
    assert name_key(one) == name_key(other)
    assert compare(one, other) == "same"


def test_honorifics_and_degrees_are_no_part_of_the_name():
    assert compare("Dr. Ada Sample", "Ada Sample, Ph.D.") == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert King", "Robert R. King"),
        ("R. King", "Robert King"),
        ("Chris Sample", "Christopher H. Sample"),
        ("Bob Sample", "Robert Sample"),
        ("King", "Robert King"),
        ("Max Sample", "Max Sample, Jr."),
        ("Lee Jung-Hoon", "Jung-Hoon Lee"),
        ("Ana Sample-Muster", "Ana Sample"),
        ("Ethan Hee-Seok Shin", "Ethan Shin"),
    ],
)
def test_possible(one, other):
    assert compare(one, other) == compare(other, one) == "possible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert King", "Angus King"),
        ("Robert A. King", "Robert R. King"),
        ("Max Sample, Jr.", "Max Sample, Sr."),
        ("Robert King", "Robert Sample"),
        ("Robert King", ""),
    ],
)
def test_cannot_be_one_person(one, other):
    assert compare(one, other) is None
    assert compare(other, one) is None


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_compared_the_same_both_ways(one, other):
    assert compare(one, other) == compare(other, one)
    split_honorific(one)
    assert name_key(name_key(one)) == name_key(one)
