"""Words in marks in a headline, and statements that a label, other marks or a slip of the pen stands over."""

import pytest

from hearings.importing.proposal import SURE
from hearings.importing.releases.press_release import read_release

BODY = (
    "\n\nWASHINGTON – Senator Mark Sampley (R-ZZ) spoke at a hearing of the Rope Committee today.\n\n"
    "“I say that the rope is at an end, and so is our patience,” Sampley said.\n"
)
SAID = "Good morning. I hold that the ropes are breaking.\n\nWe need better ones, and I yield back.\n\n"


def quoted(text):
    """Speaker and words of every quote."""
    return [(one.speaker, " ".join(part.text for part in one.parts)) for one in read_release(text).quotes]


@pytest.mark.parametrize(
    ("headline", "words"),
    [
        ("Sampley Warns Rope Makers That “The Rope Is at an End”", "The Rope Is at an End"),
        ("SAMPLEY SAYS ‘THE ROPE IS AT AN END’ AS MAKERS TESTIFY", "THE ROPE IS AT AN END"),
        (
            "At Hearing, Sampley Finds That Rope Is ‘At an End, and So Is Our Patience’",
            "At an End, and So Is Our Patience",
        ),
        ("Sampley: “Nobody Holds the Rope”", "Nobody Holds the Rope"),
        ("Sampley: Rope Bureau Is “Asleep on the Rope”", "Asleep on the Rope"),
    ],
)
def test_a_headline_quotes_whom_the_release_quotes_or_a_name_leads_to(headline, words):
    first = read_release(headline + BODY).quotes[0]
    assert (first.speaker, first.parts[0].text) == ("Mark Sampley", words)
    assert first.confidence < SURE


@pytest.mark.parametrize(
    "headline",
    [
        "Sampley Speaks at Hearing on “The Rope Is at an End”",
        "Rope Committee Hears of the “Rope Is at an End” Act",
        "Sampley Backs Bill to End ‘Rope Shaming’",
        "Muster Report: “Ropes of Every Kind”",
    ],
)
def test_a_headline_names_things_in_marks_too(headline):
    assert len(read_release(headline + BODY).quotes) == 1


@pytest.mark.parametrize(
    "above",
    [
        "As Delivered\n\nSenator Mark Sampley: ",
        "Transcript: Opening Statement\n\nAs Prepared for Delivery\n\nSenator Mark Sampley: ",
        "The senator's opening remarks can be viewed here and are below as delivered:\n\nSampley: ",
        "Opening Statement of Senator Mark Sampley\n\nSampley (R-ZZ):\n\n",
        "Below are the remarks of Senator Sampley, as written:\n\n",
    ],
)
def test_a_statement_begins_behind_the_label_of_its_speaker(above):
    text = f"WASHINGTON – Senator Mark Sampley (R-ZZ) spoke at a hearing of the Rope Committee.\n\n{above}{SAID}###\n"
    assert quoted(text) == [("Mark Sampley", SAID.strip().replace("\n\n", " "))]


@pytest.mark.parametrize(
    "below",
    [
        "-------",
        "* * *",
        "The Rope Commission was established by law to look after every rope.",
        "The Rope Caucus is a bipartisan group of members who hold ropes.",
        "Excerpts from testimony:",
    ],
)
def test_what_stands_below_a_statement_is_no_part_of_it(below):
    text = f"Senator Mark Sampley (R-ZZ) made the following statement at the rope hearing:\n\n{SAID}{below}\n"
    assert quoted(text) == [("Mark Sampley", SAID.strip().replace("\n\n", " "))]


def test_a_statement_in_doubled_marks_is_quoted_not_taken_whole():
    text = "Senator Mark Sampley (R-ZZ) made the following statement:\n\n``I hold a rope.\n\n``We all do.''\n"
    assert quoted(text) == [("Mark Sampley", "I hold a rope. We all do.")]


@pytest.mark.parametrize(
    ("slip", "speaker"),
    [
        ("Mustermnan", "Max Mustermann"),
        ("Musterman", "Max Mustermann"),
        ("Mustermanns", "Max Mustermann"),
        ("Mostermann", "Max Mustermann"),
        ("Mastermind", None),
        ("Lustermann", None),
    ],
)
def test_a_surname_one_letter_off_is_read_with_low_confidence(slip, speaker):
    text = (
        f"The Rope Committee asked Dr. Max Mustermann about ropes at a hearing.\n\n“We hold on to them,” {slip} said.\n"
    )
    one = read_release(text).quotes[0]
    assert one.speaker == speaker
    assert one.confidence < SURE


def test_of_several_people_of_a_name_a_title_means_who_holds_that_office():
    text = (
        "Congressman Jon Sampley (ZZ-01) introduced a bill at the rope hearing.\n\n"
        "Rep. Sampley said, “My father, Rev. Jesse Sampley, held ropes, and so do I.”\n"
    )
    assert quoted(text)[0][0] == "Jon Sampley"


def test_a_line_on_what_a_hearing_is_about_is_not_the_name_of_a_speaker():
    text = (
        "Opening Statement of Senator Ana Sampley\nHearing on Nursing Rope Staffing\n\n"
        '"Thank you, Mr. Chairman, for this hearing.\n\n"We hold ropes."\n'
    )
    assert quoted(text)[0][0] == "Ana Sampley"


def test_a_line_that_announces_remarks_names_nobody():
    text = (
        "Congressman Jon Sampley (ZZ-01) testified at a rope hearing.\n\nRemarks as delivered below:\n\n"
        "“Thank you for having me.\n\n“I hold a rope.”\n"
    )
    assert quoted(text)[0][0] == "Jon Sampley"


def test_a_hearing_before_the_colon_makes_no_title_of_what_is_said():
    text = (
        "Sampley Remarks at Rope Hearing: “We Deserve Better Ropes”\n\nThe opening remarks of Senator Mark Sampley "
        "(R-ZZ) are below.\n\nMr. Chairman, I hold a rope.\n\nWe deserve better ropes.\n"
    )
    assert quoted(text)[0] == ("Mark Sampley", "We Deserve Better Ropes")


def test_a_quotation_left_open_ends_before_the_name_of_the_next_speaker():
    text = (
        "The statements of Chairman Mark Sampley (R-ZZ) and Ranking Member Ana Muster (D-ZZ) at the rope hearing:\n\n"
        "Chairman Sampley:\n\n“I hold a rope.\n\n“It is long.\n\nRanking Member Muster:\n\n“Thank you. I hold two.”\n"
    )
    assert quoted(text) == [("Mark Sampley", "I hold a rope. It is long."), ("Ana Muster", "Thank you. I hold two.")]


@pytest.mark.parametrize("who", ["a committee spokesperson", "the chairman's press aide", "a spokeswoman"])
def test_words_of_somebody_who_is_not_named_are_nobodys(who):
    text = (
        "The following statement is attributable to Chairman Mark Sampley (R-ZZ) after the hearing:\n\n“I hold a rope.”"
        f"\n\nThe following statement can be attributed to {who}:\n\n“We do not speak of ropes.”\n"
    )
    assert [speaker for speaker, _ in quoted(text)] == ["Mark Sampley", None]


@pytest.mark.parametrize(
    "told",
    [
        "WASHINGTON – Rope Committee Chair Ana Sampley (D-ZZ) gave the following opening statement at a hearing:",
        "WASHINGTON – Rope Committee Chair Ana Sampley (D-ZZ) delivered the following remarks at “Ropes at Sea.”",
        "WASHINGTON – Chair Ana Sampley (D-ZZ) opened a hearing of the Rope Committee.",
    ],
)
@pytest.mark.parametrize("mark", ["", "1. ", "• "])
def test_a_statement_begins_below_the_paragraph_that_tells_of_it(told, mark):
    text = f"Chair Sampley Opening Statement at Rope Hearing\n\n{told}\n\n{mark}I hold a rope.\n\n{mark}It is mine.\n"
    assert quoted(text) == [("Ana Sampley", "I hold a rope. It is mine.")]


@pytest.mark.parametrize(
    "said",
    [
        "“I hold a rope,” RFM said.",
        "@RepMuster tweeted: “I hold a rope.”",
        "“I hold a rope.” – Rep. Muster at today's hearing",
        "Caption: “I hold a rope.” – Robert Muster Jr. during the hearing",
    ],
)
def test_initials_and_handles_mean_who_has_them(said):
    text = f"Rep. Robert F. Muster (RFM) Jr. spoke at a rope hearing.\n\nIt was long.\n\n{said}\n"
    assert [speaker for speaker, _ in quoted(text)] == ["Robert F. Muster Jr."]


def test_a_headline_has_its_own_article_before_what_the_release_repeats():
    text = (
        "SEN. SAMPLEY: ROPE RULE A ‘KNOT IN THE THROAT’ OF MAKERS\n\nSen. Ana Sampley (D-ZZ) told the hearing "
        "that the rule is “a knot in the throat.”\n"
    )
    assert quoted(text) == [("Ana Sampley", "KNOT IN THE THROAT"), ("Ana Sampley", "a knot in the throat.")]


def test_marks_that_meet_because_a_line_end_was_lost_close_and_open():
    text = (
        "Sen. Ana Sampley (D-ZZ) and Sen. Mark Muster (R-ZZ) spoke at the hearing.“I hold a rope,” said Sampley. "
        '“It is long.”"I hold two," Muster said. "They are short."\n'
    )
    assert quoted(text) == [
        ("Ana Sampley", "I hold a rope, It is long."),
        ("Mark Muster", "I hold two, They are short."),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Senator Mark Sampley (R-ZZ) drew applause when he told witnesses that they were heroes to us all.",
        "Sampley spoke for us at a hearing of the Rope Committee.",
    ],
)
def test_a_paragraph_that_begins_with_the_speaker_is_not_what_was_said(told):
    assert (
        quoted(f"Senator Mark Sampley Remarks at Rope Hearing Draw Applause\n\n{told}\n\nIt was in Portland.\n") == []
    )


@pytest.mark.parametrize(
    "first",
    [
        "Chairman Sampley, Ranking Member Muster, members of the Committee: Good morning.",
        "“Ropes save lives.” That is what my father said.",
    ],
)
def test_an_address_and_other_peoples_words_belong_to_a_statement(first):
    above = "Remarks by Secretary Ana Sanchez at Rope Hearing\n\nAs Prepared\n\nI hold a rope.\n\n"
    text = f"{above}{first}\n\nWe all do.\n\n###\n"
    assert quoted(text) == [("Ana Sanchez", f"I hold a rope. {first} We all do.")]


def test_a_nominee_in_a_transcript_is_not_whoever_spoke_before():
    text = (
        "Senator Ana Sampley (D-ZZ) spoke at the hearing.\n\nSampley: Did you hold the rope?\n\nNominee: I did not.\n\n"
        "Sampley: Will you?\n\nNominee: I will.\n"
    )
    assert [speaker for speaker, _ in quoted(text)] == ["Ana Sampley", None, "Ana Sampley", None]


def test_a_statement_that_nothing_announces_is_of_whoever_gives_their_name_in_it():
    text = "Hearing Statement\n\nMadam Chair, my name is Cora Muster, and I make ropes.\n\nI thank Senator Sampley.\n"
    assert [speaker for speaker, _ in quoted(text)] == ["Cora Muster"]


def test_words_behind_a_topic_in_the_same_line_are_of_the_member_whose_release_it_is():
    text = (
        "Senator Ana Sampley (D-ZZ) spoke at the rope hearing.\n\nOn rope: “It is cheap. I buy it.”\n\n"
        "On knots: “They are free, and I tie them.”\n"
    )
    assert [(one.speaker, one.confidence) for one in read_release(text).quotes] == [("Ana Sampley", 0.6)] * 2


@pytest.mark.parametrize(
    "headline", ["CHAIRMAN SAMPLEY TO SECRETARY MUSTER", "Chairman Sampley Presses Muster on Rope"]
)
def test_words_that_nobody_is_named_for_are_of_whom_the_headline_names_for_some_of_them(headline):
    text = (
        f"{headline}: “WE NEED A BETTER ROPE ON EVERY SHIP”\n\nHouse Committee on Ropes\nMarch 13, 2014  As prepared\n"
        "“Mr. Secretary, I have the honor to hold the rope.\n\n“To wrap up, we need a better rope on every "
        "ship, and I hope you hear it.”\n\nRep. Mark Sampley (AZ-05) serves on the House Committee on Ropes.\n"
    )
    assert [(one.speaker, one.confidence) for one in read_release(text).quotes] == [("Mark Sampley", 0.6)] * 2
