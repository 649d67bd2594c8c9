"""Lists of witnesses in every layout: who is on them, with which title, and which lines beside them name nobody."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.witnesses.rows import read_row
from hearings.importing.releases.witnesses.spanish import spanish_list

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today.\n\n"
MUSTER = "Otto Muster | Clerk | Rope Office"
TEMPLATE = "Rita Template | Dean | College of Knots"
ROWS = {
    "·         Dr. Otto Muster, Clerk, Rope Office": MUSTER,
    "•\tOtto Muster, Clerk, Rope Office;": MUSTER,
    "o   Mr. Otto Muster – Clerk – Rope Office": MUSTER,
    "* Otto Muster: Clerk, Rope Office; and": MUSTER,
    "-Otto Muster (Clerk, Rope Office)": MUSTER,
    "(3) The Honorable Otto Muster -- Clerk, Rope Office": MUSTER,
    "b) Otto Muster\tClerk\tRope Office": MUSTER,
    "2. **The Hon. Otto Muster**, Clerk, *Rope Office*": MUSTER,
    "Otto Muster         Clerk, Rope Office": MUSTER,
    "Lt. Col. Otto Muster, USA (Ret.), Clerk, Rope Office": MUSTER,
    "Otto Muster, Ph.D., M.D., Clerk, Rope Office (invited)": MUSTER,
    "Otto Muster, Clerk, Rope Office (accompanied by Mr. Ben Sample, Deputy Clerk)": MUSTER,
    "Otto Muster, Clerk, Rope Office (testifying through an interpreter)": MUSTER,
    "Otto Muster, who is now serving as Clerk, Rope Office": MUSTER,
    "Otto Muster, who serves as Clerk, Rope Office": MUSTER,
    "Clerk of the Rope Office, Otto Muster": "Otto Muster | Clerk of the Rope Office",
    "Chief Clerk of the Rope Institute Otto Muster (Sampleton, ZZ)": "Otto Muster | Chief Clerk of the Rope Institute",
    "Sheriff Otto Muster, Rope County": "Otto Muster | Sheriff, Rope County",
    "Dean Rita Template, College of Knots": TEMPLATE.replace(" | ", ", ").replace(", Dean", " | Dean"),
    "J. Otto Muster Jr., Clerk": "J. Otto Muster Jr. | Clerk",
    'Otto "Knot" Muster, III, Clerk': 'Otto "Knot" Muster, III | Clerk',
    "María de los Ángeles Peña y Soto, alcaldesa": "María de los Ángeles Peña y Soto | alcaldesa",
    "Jeong Dae-hyun, Researcher": "Jeong Dae-hyun | Researcher",
    "Anwar ul-Haq Siddiqi, Advocate": "Anwar ul-Haq Siddiqi | Advocate",
    "Rita Template, Professor, Rope University, Sampleton": "Rita Template | Professor, Rope University",
    "Rita Template, Dean of the Rope Institute, New Sampleton, Ohio": "Rita Template | Dean of the Rope Institute",
    "Rita Template, Professor, School of Law, Sampleton": "Rita Template | Professor, School of Law, Sampleton",
    "Rita Template, Senior Director, Rope Relations, Fiber": "Rita Template | Senior Director, Rope Relations, Fiber",
    "Rita Template, Mayor, Sampleton, Ohio": "Rita Template | Mayor, Sampleton, Ohio",
    "Tsetan – former prisoner of conscience": "Tsetan | former prisoner of conscience",
    "Otto Muster, of Ohio, to be Clerk of the Rope Office": "Otto Muster | to be Clerk of the Rope Office",
    "Statement of Senator Otto Muster (D-ZZ), Chairman, Hearing on Rope": "",
    "Opening Remarks of Senator Otto Muster (D-ZZ), Chairman of the Rope Committee": "",
    "Key Takeaways: rope is short": "",
    "Location: Room 5, Rope Building": "",
    "Live webcast – click here": "",
    "Co-Creator, National Rope Day": "",
    "The clerk heard from Dean Otto Muster, who spoke": "",
}


def titled(witness):
    return " | ".join(filter(None, (witness.name, *witness.titles, witness.organization)))


def listed(words, lead=LEAD):
    return [titled(one) for one in read_release(lead + words).event.witnesses]


@pytest.mark.parametrize("line", ROWS)
def test_a_line_gives_the_name_and_the_title_by_its_layout(line):
    row = read_row(line)
    wanted = ROWS[line].partition(" | ")
    read = (row.name, row.title.replace(" | ", ", ")) if row else ("", "")
    assert read == (wanted[0], wanted[2].replace(" | ", ", "))


@pytest.mark.parametrize(
    "head",
    [
        "Witnesses:",
        "WITNESS LIST",
        "**WITNESSES**",
        "Panel I – Government",
        "Panelists were:",
        "Scheduled to testify:",
        "Speakers:",
        "Testifying before the Subcommittee will be:",
        "To discuss these issues we will welcome as witnesses:",
        "Testigos:",
        "Testificaron ante el subcomité:",
        "Majority Witnesses",
        "The nominees to be considered are:",
    ],
)
@pytest.mark.parametrize(
    "lines",
    [
        "o\tOtto Muster, Clerk, Rope Office\no\tRita Template, Dean, College of Knots\n",
        "a) Otto Muster, Clerk, Rope Office\n\nb) Rita Template, Dean, College of Knots\n",
        "--\nDr. Otto Muster\nClerk\nRope Office\n(Nairobi, Kenya)\n\n"
        "Panel II\n--\nMs. Rita Template\nDean\nCollege of Knots\n",
        "Mr. Otto Muster     Clerk\n                    Rope Office\n\n"
        "Ms. Rita Template   Dean\n                    College of Knots\n",
        "The Hon. Otto Muster Clerk\n                     Rope Office\n\nMs. Rita Template    Dean, College of Knots\n",
        "Otto Muster, Clerk, Rope Office; and The Honorable Rita Template, Dean, College of Knots\n",
        "OTTO MUSTER, Clerk, Rope Office\nRITA TEMPLATE, Dean, College of Knots\n",
    ],
)
def test_a_list_under_any_head_in_any_layout_gives_everybody(head, lines):
    assert listed(f"{head}\n\n{lines}\nThe committee meets again in May.") == [MUSTER, TEMPLATE]


def test_members_contacts_and_signatures_beside_a_list_are_no_witnesses():
    words = (
        "WHO:\nSen. Ida Specimen (D-ZZ), Chairman\nRep. Max Beispiel (R-YY), Ranking Member\n"
        "Otto Muster, Clerk, Rope Office\n\n"
        "Members of the Committee:\nAda Exhibit, Ohio\nKarl Draft, Texas\n\n"
        "If you have questions, please contact Jon Placeholder at 5-5555.\n\n"
        "Eva Prototype                     Ben Sample\nCo-Chair                          Co-Chair\n"
    )
    assert listed(words) == [MUSTER]


@pytest.mark.parametrize(
    "caption",
    [
        "Panelists (l-r) Otto Muster, Rita Template, and Dr. Ben Sample",
        "Witnesses (L to R): Otto Muster, Rita Template",
        "Pictured: Dr. Otto Muster, Clerk, Rope Office",
        "Left to right, Dr. Otto Muster and Rita Template",
        "Dr. Otto Muster (left), Clerk, with Rita Template (right)",
    ],
)
def test_who_stands_where_on_a_photograph_makes_no_list(caption):
    assert listed(f"She spoke of the witnesses at the hearing:\n\n{caption}\n") == []


def test_a_person_of_a_list_may_be_called_as_a_word_of_a_caption_is():
    assert listed("Witnesses:\n\nOtto Left, Clerk, Rope Office\n") == ["Otto Left | Clerk | Rope Office"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Witnesses at yesterday’s joint Rope and Knot Committee hearing were: {}; and {}.",
        "Appearing before the Commission were {}; and {}.",
        "Joining us today are {}; and {}.",
        "I am pleased to have before us today {}; and my old friend {}.",
        "The witnesses were: 1) {}; and 2) {}.",
        "On our second panel we are joined by {}; and {}.",
    ],
)
def test_a_list_in_a_sentence_gives_everybody(sentence):
    names = (
        "Lt. Col. Otto Muster (Ret.), who served as Clerk of the Rope Office",
        "Rita Template, Dean of the College of Knots",
    )
    wanted = ["Otto Muster | Clerk of the Rope Office", "Rita Template | Dean of the College of Knots"]
    assert listed(sentence.format(*names)) == wanted


def test_an_opening_statement_introduces_witnesses_one_by_one_to_be_checked():
    words = (
        "“Thank you to our witnesses. Our first witness is Dr. Otto Muster, who is the Clerk of the Rope Office. "
        "Next, we will hear from Ms. Rita Template, the Dean of the College of Knots. "
        "She is followed by Mr. Ben Sample, President of Local 5. "
        "I also welcome Chief Karl Draft of the Knot Band, and thank Senator Ada Exhibit,” said Specimen."
    )
    read = read_release(LEAD + words)
    assert [titled(one) for one in read.event.witnesses] == [
        "Otto Muster | Clerk of the Rope Office",
        "Rita Template | Dean of the College of Knots",
        "Ben Sample | President of Local 5",
        "Karl Draft | Chief | Knot Band",
    ]
    assert any("not plainly said to have testified" in one and "Ben Sample" in one for one in read.warnings)


@pytest.mark.parametrize(
    "sentence",
    [
        "Entre los testigos figuraron el profesor Otto Muster, intérprete; y la alcaldesa de Sampleton, Rita Soto.",
        "Comparecieron como testigos el licenciado Otto Muster, intérprete, y la alcaldesa de Sampleton, Rita Soto.",
        "La acompañaron en el panel Otto Muster, intérprete; la alcaldesa de Sampleton, Rita Soto, y la senadora Rey.",
    ],
)
def test_a_spanish_sentence_lists_witnesses_with_the_title_on_either_side(sentence):
    assert [(one.name, one.title) for one in spanish_list(sentence)] == [
        ("Otto Muster", "intérprete"),
        ("Rita Soto", "alcaldesa de Sampleton"),
    ]


def test_a_list_given_twice_gives_each_title_once():
    once = "Witnesses:\n\nMr. Otto Muster     Clerk\n                    Rope Office\n\n"
    assert listed(once * 3) == [MUSTER]


def test_whom_somebody_speaks_for_is_no_next_row():
    maker = "Mr. Otto Muster, Maker, Muster Bros. Ropes, Ohio; on behalf of the Rope Guild"
    first, second = listed(f"Witnesses:\n\n{maker}\nMs. Rita Template, Dean, Knot College\n")
    assert "on behalf of the Rope Guild" in first
    assert second.startswith("Rita Template | Dean")
