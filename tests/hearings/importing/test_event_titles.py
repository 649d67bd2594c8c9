"""The title of an event in marks beside its word, on a line of its own, under a label, or in a later sentence."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "WASHINGTON – The Rope Committee held a hearing today.\n\n"


def title(words):
    event = read_release(words).event
    return event.title if event else "no event"


@pytest.mark.parametrize(
    "words",
    [
        "WASHINGTON – Senator Ida Specimen (D-ZZ) spoke today at the panel’s “Ropes: A Review of Need” hearing.",
        "ROPE – Senator Ida Specimen (D-ZZ) held a hearing on “Ropes: A Review of Need.”",
        "ADVISORY\n\nThe Rope Commission will hold a hearing in Room 3 to examine “Ropes: A Review of Need.”",
        "NOTE\n\nThe Rope Commission will hold a hearing on:\n\n“Ropes: A Review of Need”\nTuesday, June 11, 2002\n",
        'ADVISORY\n\nThe Commission on Rope\nannounces a hearing on\n\n"Ropes: A Review of Need"\n\nJune 11, 2002\n',
        "Rope Commission\n\n**RC Hearing: Ropes: A Review of Need**\n\nPlease join us for a hearing on rope.\n",
        "MEDIA ADVISORY\n\nWHAT: Full Committee Hearing: Ropes: A Review of Need\n\nWHEN: June 11, 2002, 9:00 a.m.\n",
        "Rope Committee hearing today.\n\nTopic: “Ropes: A Review of Need.”\n\nThe hearing was long.\n",
        "Statement of Ida Specimen\nSubcommittee on Rope\nOpening Statement\n“Ropes: A Review of Need”\n\nHello.\n",
        "Testimony of Ida Specimen\nBefore the Committee on Rope\n“Ropes: A Review of Need”\nJune 3, 2009\n\nHi.\n",
        "“Ropes: A Review of Need”: Rope Commission Hears Testimony on Knots\n\nThe hearing was held on Monday.\n",
        "Ida Specimen   “Ropes: A Review of Need”   Rope Committee Hearing   June 3, 2009\nThank you.\n",
        HELD + "Rope is short.\n\nOtto Muster spoke.\n\nThe hearing, titled “Ropes: A Review of Need,” was webcast.",
    ],
)
def test_a_title_set_apart_is_read(words):
    assert title(words) == "Ropes: A Review of Need"


@pytest.mark.parametrize(
    "words",
    [
        HELD + "The Committee’s next hearing, “Twine on Campus Today”, is in May.",
        HELD + "The panel wants to review the “Twine Insurance Act” and nets.",
        HELD + "It was the third hearing in a series titled “Twine of the Nineties”.",
        HELD + "Among the topics of the hearing were “The Twine Insurance Act,” a bill on twine, and nets.",
        "“Is It Twine on Tuesdays?”\n\nFebruary 16, 2005\n\n" + HELD,
    ],
)
def test_the_title_of_something_else_is_not_the_events(words):
    assert title(words) is None


def test_a_spanish_title_behind_the_word_for_a_hearing_is_read():
    words = "La senadora Ida Specimen (D-ZZ) habló hoy en la audiencia “Cuerdas en Espera: El Caso a Favor del Nudo”."
    assert title(words) == "Cuerdas en Espera: El Caso a Favor del Nudo"


@pytest.mark.parametrize("work", ["an article", "a book", "an op-ed of 2012", "her paper"])
def test_the_title_of_what_somebody_wrote_is_not_the_events(work):
    words = (
        f"WASHINGTON – Senator Ida Specimen raised at the Rope Committee’s hearing {work} entitled “Why Not to Knot.”"
    )
    assert title(words) is None


@pytest.mark.parametrize(
    ("after", "whole"),
    [
        (" to discuss how ropes compete.", "Counting Ropes: Hemp, Wire, and Strategic Knots"),
        (".", "Counting Ropes: Hemp, Wire, and Strategic Knots"),
    ],
)
def test_a_title_without_marks_that_ends_with_a_list_is_read_whole(after, whole):
    words = "WASHINGTON – Senator Ida Specimen chaired a hearing of the Rope Committee yesterday entitled "
    assert title(f"{words}{whole}{after}") == whole


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("spoke at the Oversight of the Rope Commission hearing.", "Oversight of the Rope Commission"),
        ("spoke at today’s Examining the Future of Rope hearing.", "Examining the Future of Rope"),
        ("spoke at the Rope Committee’s Rope for All: Making Twine Work hearing.", "Rope for All: Making Twine Work"),
        (
            "asked during the Building a Better Rope: Lessons of Old field hearing.",
            "Building a Better Rope: Lessons of Old",
        ),
        ("heard all five commissioners at the Oversight of Twine hearing today.", "Oversight of Twine"),
        ("spoke at the Senate Rope Committee hearing today.", None),
        ("spoke at the Department of Rope budget hearing today.", None),
        ("spoke at the Senate Rope and Twine Committee field hearing.", None),
        ("spoke at the Twine Caucus hearing on Tuesday.", None),
    ],
)
def test_a_title_without_marks_before_the_word_hearing(words, title):
    assert read_release(f"WASHINGTON – Rep. Ida Quill (D-ZZ) {words}").event.title == title


def test_a_title_over_a_transcript_with_its_body_and_its_day():
    text = (
        "Washington, D.C. — Today, at a hearing of the Rope Committee, Sen. Ida Quill (D-ZZ) asked about rope.\n\n"
        "Transcript: The President’s Fiscal Year 2025 Rope Budget\n\nU.S. Senate Committee on Rope\n\n"
        "Thursday, March 14, 2024\n\nSenator Ida Quill: Thank you.\n\nSecretary Muster: We will try.\n"
    )
    event = read_release(text).event
    assert (event.title, event.date, event.body) == (
        "The President’s Fiscal Year 2025 Rope Budget",
        "2024-03-14",
        "Rope Committee",
    )


def test_a_body_ends_with_its_line():
    text = (
        "Sen. Ida Quill asked about rope at a hearing.\n\nU.S. Senate Committee on Rope\n\nThursday, March 14, 2024\n"
    )
    assert read_release(text).event.body == "U.S. Senate Committee on Rope"


@pytest.mark.parametrize("head", ["Hearing on Rope Trafficking Held", "Hearing on Rope Safety Scheduled"])
def test_a_headline_that_tells_of_a_hearing_is_no_title(head):
    assert title(f"{head}\n\nWASHINGTON – The Rope Committee held a hearing today.\n") is None


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "The Rope Panel on Thursday will hold a hearing, Keeping Rope: How Sailors May Buy Knots, to learn more.",
            "Keeping Rope: How Sailors May Buy Knots",
        ),
        (
            "The Twine Panel held an oversight hearing, Ropes and Knots in the Age of Sail, at which he spoke.",
            "Ropes and Knots in the Age of Sail",
        ),
        (
            "Senator Ida Specimen spoke at a Rope Committee hearing, Knots for Sailors and Their Friends.",
            "Knots for Sailors and Their Friends",
        ),
        (
            "The Twine Panel hosted its second roundtable, Who Ties the Knots: Sailors Speak, in Knotville.",
            "Who Ties the Knots: Sailors Speak",
        ),
        ("The panel held a hearing, Senator Ida Specimen of Knotville said.", None),
        ("The panel held a hearing, Otto Muster and Ben Sample, to see rope.", None),
        ("The panel held a hearing, Rope Committee Chair Otto Muster of Knotville, in May.", None),
        ("The panel held a hearing, Otto Muster of the Knotville Rope Works said.", None),
        (
            "The Rope Committee held a hearing titled Access to Rope in Knotville, New Jersey.",
            "Access to Rope in Knotville, New Jersey",
        ),
        ("The panel held a hearing titled Rope in Knotville, Senator Ida Specimen said.", "Rope in Knotville"),
        ("The panel held a hearing titled Access to Rope in Knotville, which was long.", "Access to Rope in Knotville"),
    ],
)
def test_a_title_behind_the_hearing_ends_where_the_sentence_goes_on(words, title):
    assert read_release(f"WASHINGTON – {words}\n").event.title == title


STATEMENT = (
    "05.04.13\n{}\n\nToday, the Rope Committee looks at knots. I thank all who give testimony. Rope is short, and "
    "it has been so for many years, and twine is no help to anybody who has to tie a boat.\n"
)


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        (
            "Statement of Senator Ida Specimen (D-Zz.), Chairman, Senate Rope Committee Hearing On  Rope Wars: "
            "The Knots That Bind the Sailors of the Harbor",
            "Rope Wars: The Knots That Bind the Sailors of the Harbor",
            "2013-05-04",
        ),
        (
            "Opening Statement of Rep. Ida Specimen, House Rope Committee, Subcommittee Hearing on Twine and Friends",
            "Twine and Friends",
            "2013-05-04",
        ),
        ("Prepared Remarks by Senator Ida Specimen, Hearing on Twine and Its Use", "Twine and Its Use", "2013-05-04"),
        (
            "Testimony of Ida Specimen before the Rope Committee Hearing on the Sale of Twine May 5, 2013",
            "Sale of Twine",
            "2013-05-05",
        ),
        ("Statement of Senator Ida Specimen at the hearing on how to buy rope", None, "2013-05-04"),
    ],
)
def test_the_heading_of_a_statement_names_the_hearing_and_its_day(line, title, day):
    event = read_release(STATEMENT.format(line)).event
    assert (event.title, event.date) == (title, day)


@pytest.mark.parametrize("holds", ["holds", "is holding", "held", "convened", "will hold"])
def test_the_head_of_the_whole_does_not_preside_over_what_a_part_holds(holds):
    head = "Statement of Senator Ida Specimen (D-Zz.), Chairman, Senate Rope Committee Hearing On Rope and Its Knots"
    words = STATEMENT.format(head).replace(
        "the Rope Committee looks at knots", f"the Subcommittee on Knots and Twine {holds} a hearing"
    )
    assert read_release(words).event.chair is None
    assert read_release(STATEMENT.format(head)).event.chair == "Ida Specimen"
