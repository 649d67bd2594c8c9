"""Whom the contents of a volume list as witnesses, and who testifies where there is no list."""

import pytest

from hearings.importing.transcripts.contents import read_witnesses
from hearings.importing.transcripts.names import lower_title
from hearings.importing.transcripts.volume import read_transcript
from tests.hearings.importing.test_transcript import FRONT

HEAD, LIST, BODY = FRONT.partition("                               WITNESSES\n")
BODY = BODY[BODY.index("                            LAMPS") :]
CONVENED = "    The committee met"


def read(contents, turns, front=HEAD):
    """The witnesses and the speakers of a volume with these contents and turns."""
    body = BODY + "".join(f"    {label}. Words.\n" for label in ("Senator Sample", *turns))
    reading = read_transcript(f"{front}\n{contents}\n\n{body}")
    found = [(one.name, ", ".join(one.titles)) for one in reading.witnesses]
    return found, [turn.speaker for turn in reading.turns[1:]]


def test_a_list_under_statement_of_names_witnesses_and_later_submitters_are_none():
    contents = """Statement of:
    Keeper, Anna, Director, Bureau of Wicks; Hugo Second, Chief, Wick
      Division; and Carl Third, Mayor of Samplebury..............     7
Letters, statements, etc., submitted for the record by:
    Example, Hon. David, a Representative in Congress from the
      State of Texas:
        Prepared statement of....................................     9
    Oiler, Ruth, Oil Company, prepared statement of..............    11
"""
    witnesses, speakers = read(contents, ["Ms. Keeper", "Mr. Second", "Mayor Third", "Mr. Oiler"])
    assert witnesses == [
        ("Anna Keeper", "Director, Bureau of Wicks"),
        ("Hugo Second", "Chief, Wick Division"),
        ("Carl Third", "Mayor of Samplebury"),
    ]
    assert speakers[:3] == ["Anna Keeper", "Hugo Second", "Carl Third"]


def test_what_is_listed_below_a_witness_ends_no_list_and_numbers_of_pages_come_in_pairs():
    contents = """WITNESSES

Keeper, Anna, Director, Bureau of Wicks............................ 9, 12
    Prepared statement...........................................67, 71
    Responses to additional questions from:
        Senator Sample...........................................    75
Second, Hugo, Chief, Wick Division...............................    20

                          ADDITIONAL MATERIAL

Letters:
    Ida Third, Lamp Company......................................    33
"""
    witnesses, speakers = read(contents, ["Ms. Keeper", "Mr. Second", "Ms. Third"])
    assert witnesses == [("Anna Keeper", "Director, Bureau of Wicks"), ("Hugo Second", "Chief, Wick Division")]
    assert speakers[:2] == ["Anna Keeper", "Hugo Second"]


def test_members_and_witnesses_in_one_list_headed_statements_without_numbers_of_pages():
    contents = """STATEMENTS

                                                                   Page

Sample, Hon. Bert, U.S. Senator from Maine.......................
Keeper, Anna, Director, Bureau of Wicks..........................
Second, Hon. Hugo, Former U.S. Senator, Second and Associates....
"""
    witnesses, speakers = read(contents, ["Ms. Keeper", "Senator Second", "Mr. Nobody"])
    assert ("Anna Keeper", "Director, Bureau of Wicks") in witnesses
    assert speakers == ["Anna Keeper", "Hugo Second", None]


@pytest.mark.parametrize("heading", ["SUPPLEMENTAL MATERIAL", "ADDITIONAL MATERIAL"])
def test_what_is_printed_besides_is_no_witness(heading):
    contents = f"WITNESSES\n\nKeeper, Anna, Director, Bureau of Wicks......  7\n\n{heading}\n\n"
    contents += "Letter from the Oil Council......  9\nPrehearing Questions and Responses......  11\n"
    assert read(contents, ["Ms. Keeper"])[0] == [("Anna Keeper", "Director, Bureau of Wicks")]


@pytest.mark.parametrize(
    ("entry", "name", "title"),
    [
        ("Council of Lamp Makers, Ida Keeper", "Ida Keeper", "Council of Lamp Makers"),
        ("Wick Bureaus, Inc., Carl K. Third", "Carl K. Third", "Wick Bureaus, Inc."),
        ("U.S. General Lamp Office, Ida Keeper, Director", "Ida Keeper", "Director, U.S. General Lamp Office"),
        ("Lamp Center, and Oil University, Ida Keeper", "Ida Keeper", "Lamp Center, and Oil University"),
        ("Ida Keeper, Chief Counsel, Lamp Office", "Ida Keeper", "Chief Counsel, Lamp Office"),
        ("Ida Keeper, General Counsel, Wicks", "Ida Keeper", "General Counsel, Wicks"),
        ("Keeper, Ida, Dr., Director, Lamp Center", "Ida Keeper", "Director, Lamp Center"),
        ("Keeper, Admiral Ida, Commandant", "Ida Keeper", "Commandant"),
        ("Keeper, Ida, Esquire, Wick & Wick", "Ida Keeper", "Wick & Wick"),
        ("Keeper, Hon. Ida T. Keeper, Mayor", "Ida T. Keeper", "Mayor"),
    ],
)
def test_an_entry_gives_the_person_whatever_stands_first(entry, name, title):
    (one,), explicit = read_witnesses(["WITNESSES", "", f"{entry}......  7"])
    assert (one.name, one.title, explicit) == (name, title, True)


@pytest.mark.parametrize("entry", ["Lamp Association, Fort Wick, TX", "Financial Disclosure", "Department of Lamps"])
def test_what_is_nobody_gives_no_witness(entry):
    assert read_witnesses(["WITNESSES", "", f"{entry}......  7"])[0] == []


def test_a_list_above_the_turns_and_a_day_alone_are_read_where_nothing_else_is_printed():
    front = HEAD[: HEAD.index("                            C O N T E N T S")]
    list_ = """                                          Tuesday, March 6, 2001.

                           BUREAU OF LAMPS

                               WITNESSES

ANNA KEEPER, D.V.M., DIRECTOR, BUREAU OF
    LAMPS
HUGO SECOND, CHIEF COUNSEL, BUREAU OF LAMPS
    Mr. Sample. The committee will come to order.
    Ms. Keeper. Yes.
    Mr. Second. No.

                                          Friday, March 9, 2001.

                               WITNESS

CARL THIRD, MAYOR
    Mr. Example [presiding]. We go on.
    Mayor Third. Yes.
"""
    front = front.replace("Senate", "House").replace("RUTH EXAMPLE, Maine", "")
    reading = read_transcript(front + list_)
    assert [(one.date, one.chair, one.from_turn, one.to_turn) for one in reading.sittings] == [
        ("2001-03-06", "Bert Sample", 1, 3),
        ("2001-03-09", "David Example", 4, 5),
    ]
    assert [(one.name, one.titles) for one in reading.witnesses] == [
        ("Anna Keeper", ("Director, Bureau of Lamps",)),
        ("Hugo Second", ("Chief Counsel, Bureau of Lamps",)),
        ("Carl Third", ("Mayor",)),
    ]
    assert [turn.speaker for turn in reading.turns] == [
        "Bert Sample", "Anna Keeper", "Hugo Second", "David Example", "Carl Third",
    ]  # fmt: skip


def test_members_who_visit_are_the_witnesses_where_nobody_else_testifies():
    body = """    Senator Sample. We begin.

STATEMENT OF HON. CARL THIRD, A REPRESENTATIVE IN CONGRESS FROM
                        THE STATE OF MAINE

    Mr. Third. Yes.

 STATEMENT OF HON. DAVID EXAMPLE, A U.S. SENATOR FROM THE STATE OF TEXAS

    Senator Example. No.
"""
    reading = read_transcript(HEAD + "\n" + BODY + body)
    assert [(one.name, one.honorific, one.titles) for one in reading.witnesses] == [
        ("Carl Third", "Hon.", ("A Representative in Congress from the State of Maine",)),
    ]


def test_statements_listed_as_statement_of_are_testimony_and_prepared_ones_are_none():
    contents = """Statement of Dr. Anna Keeper, member, Panel on Wicks; director, Center for
  Lamps...........................................................     4
Statement of Hugo Second..........................................     9
Statement of by Carl Third, mayor, Samplebury.....................    10
Prepared statement of Eve Fourth, mayor, Otherbury................    12
Submitted questions...............................................    14
"""
    found, _ = read(contents, ["Dr. Keeper", "Mr. Second"])
    assert found == [
        ("Anna Keeper", "member, Panel on Wicks; director, Center for Lamps"),
        ("Hugo Second", ""),
        ("Carl Third", "mayor, Samplebury"),
    ]


def test_a_prepared_statement_alone_makes_no_witness_even_in_their_list():
    contents = """                               WITNESSES
                                                                   Page
Keeper, Anna, Lampville...........................................     4
Second, Hugo, Otherbury, prepared statement of....................     9
Third, Carl, Director of Wicks, Samplebury, Ohio, prepared
  statement of....................................................    12
Submitted questions...............................................    14
"""
    found, _ = read(contents, ["Ms. Keeper", "Mr. Second"])
    assert found == [("Anna Keeper", "Lampville"), ("Hugo Second", "Otherbury")]


@pytest.mark.parametrize(
    ("entry", "people"),
    [
        ("Wick, John, Jr., and Mary H., Lampton", [("John Wick, Jr.", "Lampton"), ("Mary H. Wick", "Lampton")]),
        ("Wick, John, President and Director, Lamps", [("John Wick", "President and Director, Lamps")]),
    ],
)  # fmt: skip
def test_two_of_one_surname_in_one_entry_are_two_people(entry, people):
    found, _ = read_witnesses(["WITNESSES", f"{entry}....................   4"])
    assert [(one.name, one.title) for one in found] == people


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("DIRECTOR OF BUDGET, DEPARTMENT OF THE INTERIOR", "Director of Budget, Department of the Interior"),
        ("PRESIDENT AND CEO, U.S. NOAA, FALLS CHURCH, VA", "President and CEO, U.S. NOAA, Falls Church, VA"),
        ("HEAD, VETERANS' AFFAIRS", "Head, Veterans' Affairs"),
        ("Director, IHS", "Director, IHS"),
        ("DIRECTOR, INTERNET & e-COMMERCE", "Director, Internet & e-Commerce"),
    ],
)
def test_an_office_in_capitals_is_written_as_in_a_sentence(printed, written):
    assert lower_title(printed, {"head"}) == written


def test_a_forum_lists_panelists_participants_without_pages_and_staff():
    contents = """                           Opening Statements

Sample, The Honorable Bert, a United States Senator from Iowa.....     1

                            Committee Staff

Fifth, Eve, Regulatory Counsel....................................     *

                           Panelist Testimony

Keeper, Anna, Director, Lamps.....................................     2

                              Participants

Second, Hugo, Owner, Wicks, Samplebury, Ohio......................     *
Third, Carl, Owner, Oils, Otherbury, Ohio.........................     *
"""
    found, spoke = read(contents, ["Ms. Fifth", "Ms. Keeper", "Mr. Second"])
    assert found == [("Anna Keeper", "Director, Lamps"), ("Hugo Second", "Owner, Wicks, Samplebury, Ohio")]
    assert spoke == ["Eve Fifth", "Anna Keeper", "Hugo Second"]


def test_a_prepared_statement_below_a_name_makes_no_witness_where_others_have_oral_testimony():
    contents = """                               WITNESSES

Ms. Anna Keeper, Director, Bureau of Wicks
  Oral Testimony.................................................     5
  Prepared Statement.............................................     8
Mr. Hugo Second, Chief, Wick Division
  Prepared Statement.............................................    20
Hon. Carl Third, Mayor of Samplebury
  Prepared Statement.............................................    27
"""
    witnesses, _ = read(contents, ["Ms. Keeper", "Mayor Third"])
    assert [name for name, _ in witnesses] == ["Anna Keeper", "Carl Third"]
    witnesses, _ = read(contents.replace("  Oral Testimony", "  Prepared Statement"), ["Ms. Keeper"])
    assert [name for name, _ in witnesses] == ["Anna Keeper", "Hugo Second", "Carl Third"]
