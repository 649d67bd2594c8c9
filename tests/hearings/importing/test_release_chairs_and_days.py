"""Who presided and on which day, in the forms that a release gives them beside the sentence of its event."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "WASHINGTON – The Rope Committee held a hearing today on knots.\n\n"


def event(words):
    return read_release(words).event


@pytest.mark.parametrize("second", ["cochaired", "co-chaired", "co chaired"])
@pytest.mark.parametrize("begins", ["A hearing of the Rope Commission,", "The Rope Commission,"])
def test_of_two_the_chair_is_who_chaired_it(begins, second):
    words = f"WASHINGTON – {begins} chaired by Representative Otto Muster (R-ZZ) and {second} by "
    assert event(words + "Senator Ida Beispiel (D-ZZ), held a hearing today on knots.").chair == "Otto Muster"


@pytest.mark.parametrize(
    "words",
    [
        "Chair Maria Holm thanked the witnesses.",
        "“We need rope,” said Chair Maria Holm.",
        "Chair Maria Holm opened the hearing.",
    ],
)
def test_the_only_chair_who_acts_as_one_presided(words):
    assert event(HELD + words).chair == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "Chair Maria Holm wrote a bill on knots.",
        "Chair Maria Holm thanked the witnesses. Chair Otto Muster sat beside her.",
        "Former Chair Maria Holm thanked the witnesses.",
    ],
)
def test_who_is_only_called_a_chair_did_not_preside(words):
    assert event(HELD + words).chair is None


def test_whose_statement_a_line_heads_presided():
    head = "Statement of Chairman Ida Q. Specimen before the Senate Rope Committee\nHearing on “Examining Knots”\n"
    assert event(head + "Many ropes are short. We will hear from Otto Muster today.\n").chair == "Ida Q. Specimen"


ASKED = (
    "WASHINGTON – Senator Ida Specimen (D-ZZ), a member of the Senate Rope Committee, {} Rope Director Otto Muster.\n\n"
)


@pytest.mark.parametrize(
    "day", ["At an April 17, 1991, Twine Panel hearing, Muster disagreed.", "At a May 3, 1991 hearing, he agreed."]
)
def test_an_earlier_hearing_is_not_the_event(day):
    found = event(ASKED.format("questioned") + day)
    assert (found.type, found.date, [one.name for one in found.witnesses]) == ("hearing", None, ["Otto Muster"])


def test_the_day_of_an_earlier_hearing_is_not_todays():
    words = "WASHINGTON – Senator Ida Specimen (D-ZZ) today took part in a Senate Rope Committee hearing.\n\n"
    assert event(words + "She named the Rope Committee’s January 31, 2024, hearing on twine.").date is None


def test_the_day_in_the_caption_of_a_recording_is_read():
    words = "WASHINGTON – During a Senate Rope Committee hearing on knots, Senator Ida Specimen (D-ZZ) spoke.\n\n"
    assert (
        event(words + "VIDEO: Ida Specimen speaks before the Senate Rope Committee, May 13, 2026.").date == "2026-05-13"
    )


def test_the_title_in_the_headline_of_a_statement_is_read():
    head = "Chairman Specimen’s Statement: Hearing on the President’s Rope Budget: Priorities for Twine\n\n"
    assert (
        event(head + HELD + "“It is short,” said Senator Ida Specimen.").title
        == "the President’s Rope Budget: Priorities for Twine"
    )


def test_a_transcript_of_questions_tells_of_a_hearing():
    lead = "WASHINGTON – Today, Representative Ida Specimen (D-ZZ) pressed Rope Secretary Otto Muster on knots.\n\n"
    words = "Below is a transcript of Representative Specimen’s questions and Muster’s answers:\n\n"
    found = event(lead + words + "SPECIMEN: Is it short?\n\nMUSTER: It is.")
    assert found.type == "hearing"
    assert [one.titles for one in found.witnesses] == [("Rope Secretary",)]


@pytest.mark.parametrize("law", ["P.L. 117-78", "Public Law 117-78", "Pub. L. No. 117–78", "PL 117-78"])
def test_the_number_of_a_law_is_a_reference(law):
    assert read_release(f"{HELD}They spoke of the Rope Act ({law}).").instruments == ("Rope Act", law)


KNOTS = "WASHINGTON – At a Senate Rope Committee hearing this morning, Sen. Ida Q. Specimen (R-ZZ) called for knots. "


@pytest.mark.parametrize(
    "words",
    [
        "She wrote to Rope Committee Chairman Otto Muster (R-XX) last month.",
        "Senator Otto Muster (R-XX), chairman of the Rope Committee, wrote a bill with her.",
        "Senator Otto Muster (R-XX), who serves as chair of the Rope Committee, wrote a bill with her.",
        "Senator Otto Muster is the incoming Chairman and Specimen is a member of the Senate Rope Committee.",
        "The committee’s chairman, Sen. Otto Muster (R-XX), thanked her.",
    ],
)
def test_the_chair_of_the_body_that_held_it_presided(words):
    assert event(KNOTS + words).chair == "Otto Muster"


@pytest.mark.parametrize(
    "words",
    [
        "Rope Subcommittee Chairman Otto Muster (R-XX) disagreed.",
        "Twine Committee Chairman Otto Muster (R-XX) disagreed.",
        "Former Rope Committee Chairman Otto Muster disagreed.",
        "Rope Committee Vice Chairman Otto Muster (R-XX) disagreed.",
        "Sen. Otto Muster (R-XX), former chairman of the Rope Committee, disagreed.",
        "Rope Committee Chairman Otto Muster (R-XX) and Rope Committee Chair Maria Holm (D-XX) disagreed.",
    ],
)
def test_the_chair_of_another_body_or_time_did_not_preside(words):
    assert event(KNOTS + words).chair is None


@pytest.mark.parametrize("body", ["House Committee on Small Business", "Senate Committee on Natural Resources"])
def test_the_words_of_a_committee_are_no_person(body):
    assert event(f"WASHINGTON – The {body} held a hearing today on knots, Rep. Ida Specimen said.").chair is None


def test_who_is_to_preside_over_a_hearing_to_come_stays_open():
    words = "Sen. Ida Specimen (R-ZZ) will testify at a hearing of the Rope Committee on May 12, 2026. "
    assert event(words + "Rope Committee Chairman Otto Muster wrote a letter.").chair is None


@pytest.mark.parametrize(
    "words",
    [
        "took part in a hearing of the Rope Committee today, with Rep. Otto Muster (R-XX) presiding.",
        "took part in a hearing of the Rope Committee today, under the gavel of Rep. Otto Muster (R-XX).",
        "took part in a hearing today, which was presided over by Rep. Otto Muster (R-XX).",
        "took part in a hearing that Rep. Otto Muster had held on rope.",
    ],
)
def test_words_behind_the_hearing_name_who_presided(words):
    assert event(f"WASHINGTON – Rep. Ida Q. Specimen (R-ZZ) {words}").chair == "Otto Muster"


@pytest.mark.parametrize(
    "words",
    [
        "filled in for Chairman Otto Muster and presided at today’s Rope Committee hearing.",
        "presided in place of Chairman Otto Muster over a Rope Committee hearing today.",
        "in the absence of Chairman Otto Muster, chaired a Rope Committee hearing today.",
    ],
)
def test_who_stood_in_for_the_chair_presided(words):
    assert event(f"WASHINGTON – Sen. Ida Q. Specimen (R-ZZ), ranking member, {words}").chair == "Ida Q. Specimen"


DATED = "April 9, 2014\n\nWASHINGTON – "  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The House Rope Committee held a hearing Wednesday on knots.", "2014-04-09"),
        ("The House Rope Committee held a hearing on Tuesday to look at knots.", "2014-04-08"),
        ("During Thursday’s House Rope Committee hearing, Rep. Ida Specimen (R-ZZ) asked.", "2014-04-03"),
        ("The House Rope Committee will hold a hearing Thursday on knots.", "2014-04-10"),
        ("The House Rope Committee will hold a hearing Wednesday on knots.", None),
        ("The House Rope Committee held a hearing last Thursday on knots.", None),
    ],
)
def test_a_weekday_is_counted_from_the_day_of_the_release(words, day):
    assert event(DATED + words).date == day


@pytest.mark.parametrize(
    "words",
    [
        "After the 15th anniversary of the Rope Act on February 5th, Sen. Ida Specimen today convened a hearing.",
        "Sen. Ida Specimen today convened a hearing on the rope bill that was signed into law on March 3, 2009.",
        "Sen. Ida Specimen today convened a hearing on the Rope Act, which took effect on March 3, 2009.",
        "Sen. Ida Specimen today convened a hearing about the letter that she sent on March 3, 2009.",
    ],
)
def test_the_day_of_something_else_is_not_that_of_the_hearing(words):
    found = event(words)
    assert (found.date, found.date_partial) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "In a press conference today, Otto Muster spoke of “the harm of knots.”  Yesterday, at a Rope Committee "
        "hearing, Rep. Ida Specimen (R-ZZ) discussed knots.",
        "Rep. Ida Specimen (R-ZZ) today praised a bill that was discussed at yesterday’s Rope Committee hearing.",
    ],
)
def test_of_today_and_yesterday_the_nearer_to_the_hearing_is_its_day(words):
    assert event(DATED + words).date == "2014-04-08"


@pytest.mark.parametrize(
    "words",
    [
        "Ida Beispiel habló el miércoles, 19 de junio de 2013, en una audiencia del Subcomité de Cuerdas.",
        "El 19 de junio del 2013, la congresista Ida Beispiel habló en una audiencia del Subcomité de Cuerdas.",
        "19 de junio de 2013\n\nLa congresista Ida Beispiel habló hoy en una audiencia del Subcomité de Cuerdas.",
        "Rep. Ida Specimen (R-ZZ) spoke in the Congressional Rope Hearing, June 19, 2013, on knots.",
        "Rep. Ida Specimen (R-ZZ) asked about knots at a 6/19/2013 hearing of the Rope Committee.",
        "The Rope Committee will hold a hearing on knots.\n\nWHEN: 6/19/2013, 10:00 a.m.\n\nWHERE: Room 12",
    ],
)
def test_a_day_is_read_in_spanish_and_in_figures(words):
    assert event(words).date == "2013-06-19"


def test_a_weekday_of_something_else_is_not_that_of_the_hearing():
    words = "Rep. Ida Specimen (R-ZZ) introduced a bill on Monday and discussed it at a Rope Committee hearing."
    assert event(DATED + words).date is None


def test_the_day_of_another_hearing_to_come_is_not_that_of_today():
    words = "Sen. Ida Specimen spoke today at a hearing on rope. She will speak at a hearing on twine on May 12, 2026."
    assert event(words).date is None


def test_the_chair_of_another_committee_did_not_preside():
    words = "Rope Committee Chairman Otto Muster (R-XX) spoke after the Twine Committee held a hearing on rope."
    assert event(words).chair is None


@pytest.mark.parametrize("title", ["Co-Chairs", "Cochairs", "Co-Chairmen", "Chairmen", "Twine Panel Chairwomen"])
def test_a_title_in_the_plural_is_no_part_of_a_name(title):
    words = f"{HELD}The witnesses were led in by {title} Maria Holm (R-ZZ) and Ida Beispiel (D-ZZ)."
    assert "Maria Holm" in read_release(words).people_mentioned


def test_the_first_of_the_co_chairs_who_led_a_hearing_is_its_chair():
    words = "WASHINGTON – Led by Co-Chairs Otto Muster (R-ZZ) and Ida Beispiel (D-ZZ), the Rope Commission hearing "
    assert event(words + "today went over knots.").chair == "Otto Muster"


KNOTS = "WASHINGTON – The Senate Rope Committee held a hearing on knots today.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Senator Maria Holm (D-ZZ) said that the Rope Committee, which she chairs, will meet again.",
        "The Rope Committee (SRC), which Senator Maria Holm (D-ZZ) chairs, will meet again.",
        "The Rope Committee, of which Holm is the chair, will meet. Senator Maria Holm was glad.",
        "Senator Maria Holm sits on the Rope Committee, where she serves as Chairwoman.",
        "All of this was the work of the Rope Committee on which Rep. Maria Holm serves as chairman.",
    ],
)
def test_who_chairs_the_body_that_is_named_presided(words):
    assert event(KNOTS + words).chair == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "Senator Maria Holm told Otto Muster that the Rope Committee, which he chairs, will meet.",
        "Senator Maria Holm said that the Twine Committee, which she chairs, will meet.",
        "Senator Maria Holm sits on the Rope Committee, where she is chair of the Knots Subcommittee.",
        "Senator Maria Holm sits on the Rope Committee, of which she is a member.",
        "Senator Maria Holm sits on the Rope Committee, which she chaired until May.",
    ],
)
def test_who_chairs_something_else_than_the_body_did_not_preside(words):
    assert event(KNOTS + words).chair is None


TWO = f"{KNOTS}Senator Maria Holm (D-ZZ) and Senator Otto Muster (R-ZZ) spoke.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Muster and Holm are the Ranking Member and Chairwoman on the Senate Rope Committee.",
        "Holm and Muster serve as Chair and Vice Chair of the committee.",
        "Muster and Holm are, respectively, the vice chair and chair of the Rope Committee.",
        "Senators Otto Muster and Maria Holm, ranking member and chair of the Senate Committee on Rope, were glad.",
        "Muster and Holm, Ranking Member and Chair, respectively, of the Committee, were glad.",
    ],
)
def test_of_two_who_are_named_with_the_office_of_each_the_chair_presided(words):
    assert event(TWO + words).chair == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "Holm and Muster are the chair and the ranking member of the Twine Committee.",
        "Holm and Muster are the chair and ranking member of the Knots Subcommittee.",
        "Holm and Muster are the chair and ranking member of the subcommittee.",
        "Holm and Muster are the chairs and ranking members of the committee.",
        "Holm and Muster are the chair and clerk of the committee.",
    ],
)
def test_of_two_who_head_something_else_nobody_presided(words):
    assert event(TWO + words).chair is None
