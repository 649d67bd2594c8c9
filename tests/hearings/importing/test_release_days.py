"""On which day the event of a release was, in the forms in which offices date their releases and advisories."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "Senator Ida Specimen (D-ZZ) {} told officials of rope.\n\nShe spoke at a hearing of the Rope Committee.\n"


def day(words):
    event = read_release(words).event
    return event.date or event.date_partial if event else "no event"


@pytest.mark.parametrize(
    "head",
    [
        "Washington, Tuesday, June 19, 2007--",
        "KNOTVILLE. Tuesday, June 19, 2007 --- ",
        "Knotville (June 19, 2007)  ",
        "(Knotville, ZZ – June 19, 2007) — ",
        "FOR IMMEDIATE RELEASE:  June 19, 2007\n\nWASHINGTON – ",
        "For Immediate Release  |  June 19, 2007\n\nWASHINGTON – ",
        "Rope Times\n6/19/07 3:46PM\n\nWASHINGTON – ",
        "06/19/2007, 11:05 a.m.\n\nWASHINGTON – ",
        "June 19, 2007\t\t\t(202) 555-0100\n\nWASHINGTON – ",
        "The Morning of Ida Specimen For Tuesday, June 19, 2007\n\nWASHINGTON – ",
    ],
)
@pytest.mark.parametrize(("word", "iso"), [("today", "2007-06-19"), ("yesterday", "2007-06-18")])
def test_a_release_is_dated_in_many_ways(head, word, iso):
    assert day(head + HELD.format(word)) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("(San Juan – 7 de junio de 2018) — La senadora Ida Specimen (D-ZZ) habló hoy en una audiencia.", "2018-06-07"),
        ("7 de junio de 2018\n\nLa senadora Ida Specimen (D-ZZ) habló ayer en una audiencia.", "2018-06-06"),
        ("La senadora Ida Specimen (D-ZZ) habló el jueves, 7 de junio de 2018, en una audiencia.", "2018-06-07"),
        ("8 de junio de 2018\n\nLa senadora Ida Specimen (D-ZZ) habló este jueves en una audiencia.", "2018-06-07"),
    ],
)
def test_spanish_days_are_read(words, iso):
    assert day(words) == iso


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("The Rope Committee held a hearing Wednesday on knots.", "2014-04-09"),
        ("In a Rope Committee hearing on Monday, Senator Ida Specimen spoke of knots.", "2014-04-07"),
        ("The Rope Committee will hold a hearing on Friday on knots.", "2014-04-11"),
        ("The Rope Committee held a hearing last Monday on knots.", None),
        ("Senator Ida Specimen testified today, April 9, 2014, at a hearing of the Rope Committee.", "2014-04-09"),
        ("The Rope Committee will hold a hearing on Thursday, 4/17/2014, at 10:00 a.m. on knots.", "2014-04-17"),
        (
            "After a walk on February 5th, Senator Ida Specimen today held a hearing of the Rope Committee.",
            "2014-04-09",
        ),
        ("The cut of October 1 follows yesterday’s hearing of the Rope Committee.", "2014-04-08"),
        ("At a hearing, April 8, 2014, on “Rope Today and Tomorrow” Senator Ida Specimen spoke.", "2014-04-08"),
        ("The Rope Committee today announced that it held a hearing on knots.", None),
    ],
)
def test_of_several_words_for_a_day_that_of_the_event_counts(words, iso):
    assert day(f"April 9, 2014\n\n{words}\n") == iso


def test_a_day_in_quoted_words_takes_the_year_of_the_release():
    words = "May 13, 2021\n\nThe hearing, titled “Nothing but Rope,” heard from Otto Muster.\n\n"
    assert day(words + "“During our May 5 hearing, Mr. Muster was silent,” the chairs wrote.") == "2021-05-05"


@pytest.mark.parametrize("room", ["10:00 a.m. - noon", "2:00 p.m.", "Room 12, Rope Building"])
def test_the_day_above_the_hour_is_the_events_and_not_the_releases(room):
    words = "MEDIA ADVISORY\nJune 4, 2002\n\nThe Rope Commission will hold a hearing on:\n\nKnots of the World\n"
    assert day(f"{words}Tuesday, June 11, 2002\n{room}\n") == "2002-06-11"
    alone = words.replace("June 4, 2002\n", "")
    found = read_release(f"{alone}Tuesday, June 11, 2002\n{room}\n")
    assert (found.release_date, found.event.date) == (None, "2002-06-11")


@pytest.mark.parametrize(
    "head",
    [
        "March 10, 2005\n\nStatement of Chairman Ida Specimen\nSenate Subcommittee on Rope\nOpening Statement\n",
        "Testimony of Commissioner Ida Specimen\nBefore the Subcommittee on Rope\n“Two Knots”\nMarch 10, 2005\n",
        "Chairman Specimen Opening Statement at Hearing on Rope\n\n(As prepared for delivery)\n\nMarch 10, 2005\n",
    ],
)
def test_the_day_at_the_head_of_what_was_said_is_the_events(head):
    assert day(f"{head}\nGood morning. Rope is short and has been short for a long time.\n") == "2005-03-10"


@pytest.mark.parametrize(
    "words",
    [
        "WASHINGTON – Senator Ida Specimen (D-ZZ) today sent a letter to Otto Muster demanding a hearing on knots.",
        "WASHINGTON – Senator Ida Specimen (D-ZZ) today urged the chairman to invite Otto Q. Muster to a hearing.",
        "WASHINGTON – Senator Ida Specimen (D-ZZ) is sad. The hearing of the Rope Committee was postponed.",
    ],
)
def test_a_hearing_that_is_only_asked_for_is_none(words):
    assert day(words) == "no event"


def test_who_asks_somebody_at_a_hearing_asks_for_none():
    words = "June 4, 2002\n\nSenator Ida Specimen (D-ZZ) today asked Otto Muster for rope at a hearing on knots."
    assert day(words) == "2002-06-04"


def test_the_day_of_a_bill_is_not_that_of_a_hearing_to_come():
    words = "June 3, 2015\n\nWASHINGTON – Senator Ida Specimen (D-ZZ) today introduced a bill. "
    assert day(words + "The Rope Committee will hold a hearing on the bill next month.") is None


def test_a_headline_that_calls_for_a_hearing_tells_of_none():
    words = (
        "Specimen Calls for Hearing on Rope\n\nROPE – Senator Ida Specimen (D-ZZ), Chairman of the Twine Committee, "
    )
    assert day(words + "called on the Rope Committee to hold hearings on rope.") == "no event"


@pytest.mark.parametrize(
    "words",
    [
        "Senator Ida Specimen (D-ZZ) today joined the Rope Caucus’ first briefing in this Congress.",
        "Senator Ida Specimen (D-ZZ) today held the first Rope Committee hearing of the year.",
        "In her first hearing as chair of the Rope Committee, Senator Ida Specimen (D-ZZ) today spoke of knots.",
        "Senator Ida Specimen (D-ZZ) spoke today. The Twine Panel’s first hearing heard from sailors.",
    ],
)
def test_the_first_hearing_of_a_body_is_the_event(words):
    assert day(f"April 9, 2014\n\nWASHINGTON – {words}\n") == "2014-04-09"


@pytest.mark.parametrize(
    "words",
    [
        "At his first hearing on June 17, 2013, he told of twine.",
        "In her first hearing of 2013, held June 17, 2013, she told of twine.",
        "During the Committee’s first field hearing on June 17, 2013, sailors told of twine.",
    ],
)
def test_below_the_event_a_first_hearing_is_another(words):
    above = "WASHINGTON – In a second Rope Committee hearing on knots, Senator Ida Specimen (D-ZZ) spoke of rope."
    assert day(f"{above}\n\n{words}\n") is None


def test_after_the_first_hearing_something_else_is_told():
    words = "Since the Rope Committee’s first hearing, Senator Ida Specimen (D-ZZ) has sold her boat."
    assert day(f"April 9, 2014\n\nWASHINGTON – {words}\n") == "no event"


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ("Specimen’s Statement at the Rope Hearing", "2014-04-09"),
        ("Specimen’s Remarks before the Rope Committee", "2014-04-09"),
        ("In her statement before asking of rope, Specimen was glad:", None),
        ("She made no remarks at six o’clock", None),
    ],
)
def test_a_heading_says_that_the_words_of_the_day_are_those_of_the_hearing(head, iso):
    words = (
        "This week, Senator Ida Specimen (D-ZZ), a member of the House Rope Committee, questioned Otto Muster on rope."
    )
    assert day(f"April 9, 2014\n\nWASHINGTON – {words}\n\n{head}\n\n“Rope is short,” she said.\n") == iso


def test_the_lines_for_the_press_do_not_hide_the_date_line():
    lines = [f"Press Contact: Rita Template {number} (202) 555-010{number}" for number in range(9)]
    words = "WASHINGTON – Senator Ida Specimen today spoke at a Rope Committee hearing."
    assert day("\n\n".join([*lines, "April 9, 2014", words])) == "2014-04-09"


@pytest.mark.parametrize("what", ["at a rally on Saturday, July 13, that", "after the shooting on July 13, which"])
def test_the_day_of_what_the_hearing_is_about_is_not_its_own(what):
    text = (
        "July 30, 2024\n\nWASHINGTON – Today in the Rope Committee hearing, Senator Ida Specimen (D-ZZ) asked of ropes"
    )
    assert day(f"{text} {what} broke.\n") == "2024-07-30"
