"""What stands behind the name of a witness and is no title: who came along, and what others wrote or heard."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "Rep. Bob Sample (R-TX) held a hearing on rope. "


def witnesses(text):
    return {
        one.name: [*one.titles, *([one.organization] if one.organization else [])]
        for one in read_release(text).event.witnesses
    }


@pytest.mark.parametrize(
    "aside",
    [
        "accompanied by interpreter Ann Ho",
        "accompanied by Dr. Sam Oh, Deputy Director of the Rust Office",
        "with his interpreter, Ann Ho",
        "speaking through an interpreter",
        "represented by counsel Max Orr",
        "assisted by counsel",
        "senators wrote",
        "the panel heard",
        "lawmakers were told",
        "whom the Committee had subpoenaed",
        "documents show",
    ],
)
def test_what_is_no_title_gives_none(aside):
    listed = f"Jane Muster, {aside}; and Tim Probe, Keeper of the Knots"
    expected = {"Jane Muster": [], "Tim Probe": ["Keeper of the Knots"]}
    assert witnesses(f"{HELD}Witnesses included {listed}.") == expected
    assert witnesses(f"{HELD}\n\nWitnesses:\n\n{listed.replace('; and ', chr(10))}\n") == expected


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("a clerk of the Rope Office, accompanied by interpreter Ann Ho", ["clerk of the Rope Office"]),
        ("senators wrote, a clerk of the Rope Office", ["clerk of the Rope Office"]),
        ("the panel heard, Keeper of the Knots", ["Keeper of the Knots"]),
        ("a lawyer with the legal staff of the Rope Office", ["lawyer with the legal staff of the Rope Office"]),
        ("Counsel, Committee Staff", ["Counsel", "Committee Staff"]),
    ],
)
def test_a_title_beside_it_is_kept(words, title):
    assert witnesses(f"{HELD}Witnesses: Jane Muster, {words}; and Tim Probe.")["Jane Muster"] == title


def test_who_comes_along_is_no_witness():
    text = f"{HELD}Witnesses were Li Muster, through interpreter Ann Ho, and Jane Probe, Clerk of the Rope Office."
    assert witnesses(text) == {"Li Muster": [], "Jane Probe": ["Clerk of the Rope Office"]}
    text = f"{HELD}Witnesses were Li Muster, with his interpreter, Ann Ho, and Jane Probe, Clerk of the Rope Office."
    assert witnesses(text) == {"Li Muster": [], "Jane Probe": ["Clerk of the Rope Office"]}


@pytest.mark.parametrize("name", ["Robert Williams", "Jane Jones", "Jill Voss"])
def test_a_family_name_in_s_behind_a_bare_name_is_a_witness(name):
    assert witnesses(f"{HELD}Witnesses were Li Muster and {name}, Clerk of the Rope Office.") == {
        "Li Muster": [],
        name: ["Clerk of the Rope Office"],
    }
