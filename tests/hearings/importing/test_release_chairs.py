"""Who presided, in the phrases and lines in which a release says so."""

import pytest

from hearings.importing.releases.press_release import read_release

HELD = "WASHINGTON – The Rope Committee held a hearing today on knots.\n\n"


def chair(words):
    event = read_release(words).event
    return event.chair if event else "no event"


@pytest.mark.parametrize(
    "words",
    [
        "The panel is chaired by Senator Maria Holm (D-ZZ).",
        "The committee, chaired by Rep. Maria Holm (R-ZZ), will meet again.",
        "Otto Muster was the only witness at the hearing, which was chaired by Committee Chairman Maria Holm (ZZ-05).",
        "The committee’s chairman, Sen. Maria Holm (R-ZZ), plans a second one.",
        "The Committee’s Chairman, Senator Maria Holm (D-ZZ), asked for more rope.",
        "Committee Chairwoman Maria Holm (R-ZZ) asked for more rope.",
        "“Rope,” Committee Chairman Maria Holm (R-ZZ) stated.",
        "Chairman Maria Holm (R-ZZ) told Otto Muster to bring more rope.",
        "Maria Holm (R-ZZ), who is Chair of the Rope Committee, was glad.",
        "Rope Committee Chair Maria Holm (R-ZZ) was glad.",
        "Senator Maria Holm (D-ZZ) presided in place of Chairman Otto Muster.",
        "Rep. Maria Holm (D-ZZ), who presided in the absence of Chairman Otto Muster, was glad.",
        "La audiencia fue presidida por la congresista Maria Holm (D-ZZ), presidenta del comité.",
        "La presidenta del comité, Maria Holm (R-ZZ), pidió más cuerda.",
        "El comité, que preside la senadora Maria Holm (D-ZZ), pidió más cuerda.",
        "La sesión fue encabezada por la presidenta del comité, Maria Holm (D-ZZ).",
    ],
)
def test_who_is_said_to_chair_presided(words):
    assert chair(HELD + words) == "Maria Holm"


@pytest.mark.parametrize(
    "line",
    [
        "U.S. Senate  *  Maria Q. Holm, Chairman",
        "Maria Q. Holm, Minnesota, Chairman",
        "Chairman Maria Q. Holm",
        "Maria Q. Holm, Chairman            Otto Muster, Ranking Member",
        "Subcommittee on Knots (Rep. Maria Q. Holm, Chairman; Rep. Otto Muster, Ranking Member)",
    ],
)
def test_the_chair_in_a_line_of_the_head_presided(line):
    assert chair(f"ROPE COMMITTEE\n{line}\n\n{HELD}") == "Maria Q. Holm"


@pytest.mark.parametrize(
    "words",
    [
        "Ranking Member Maria Holm (R-ZZ) asked for more rope.",
        "Cochairman Maria Holm (R-ZZ) asked for more rope.",
        "Maria Holm (R-ZZ), the ranking member of the Rope Committee, asked for more rope.",
        "Board of Governors Chairman Maria Holm said that rope is short.",
        "She questioned General Maria Holm of the Joint Rope Chiefs. Chairman Holm said that rope is short.",
        "At the hearing, Maria Holm (D-ZZ) called on her colleagues to buy rope.",
        "Maria Holm (R-ZZ), Chairman of the Senate Republican Conference, questioned Otto Muster at the hearing.",
        "Maria Holm (D-ZZ), chair of the House Democratic Caucus, opened the hearing with a question.",
        "Under the Draft Administration, Maria Holm (D-ZZ) co-chaired a hearing on twine.",
        "The Twine Committee, chaired by Rep. Maria Holm (R-ZZ), will meet again.",
        "Twine Committee Chairman Maria Holm (R-ZZ) asked for more rope.",
        "Chairman Maria Holm (R-ZZ) asked for rope. Chairman Otto Muster (D-ZZ) asked for twine.",
        "Maria Holm, M.C.                    Otto Muster, M.C.\nCo-Chair, RC                         Co-Chair, RC",
        "Otto Muster and Maria Holm (D-ZZ), Chairman and Ranking Member respectively of the Rope Committee, were glad.",
    ],
)
def test_who_heads_something_else_did_not_preside(words):
    assert chair(HELD + words) != "Maria Holm"


def test_the_chairman_of_the_whole_committee_did_not_preside_over_a_subcommittee():
    head = "WASHINGTON – The Subcommittee on Twine held a hearing today on knots.\n\n"
    assert chair(head + "Committee Chairman Maria Holm (R-ZZ) asked for more rope.") is None
    assert chair(head + "Subcommittee Chairman Maria Holm (R-ZZ) asked for more rope.") == "Maria Holm"


def test_who_heads_one_of_two_bodies_did_not_surely_preside():
    words = (
        "WASHINGTON – Rep. Maria Holm (R-ZZ), Chairwoman of the Rope Committee, and Rep. Otto Muster (D-ZZ), Chair of "
    )
    assert chair(words + "the Twine Committee, were glad.\n\nThe hearing was long.") is None


@pytest.mark.parametrize(
    "head",
    [
        "Chairman Maria Holm Opening Statement\nWednesday, June 3, 2015 9:30 AM",
        "Statement of Hon. Maria Holm, Chairman\nSubcommittee on Rope\nHearing on “The Rope We Need Today”",
        "Statement of Chairman Maria Holm\nHearing on Rope",
    ],
)
def test_whose_opening_statement_it_is_presided(head):
    assert chair(f"{head}\n\nGood morning. This hearing will look at rope.\n") == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "WASHINGTON – The Rope Committee’s Subcommittee on Twine held a hearing on two bills by Chairman Maria Holm, "
        "D-ZZ.\n\nHolm is chairman of the full Rope Committee.",
        "Rep. Maria Holm (D-ZZ), Chair of the Subcommittee on Twine, participated in a hearing with Otto Muster.",
        "Rep. Maria Holm (D-ZZ), chairman of the Subcommittee on Twine, took part in a hearing on knots today.",
        "Sen. Maria Holm, Chair of the Rope Committee, today attended a field hearing on knots.",
    ],
)
def test_who_takes_part_or_heads_the_whole_committee_did_not_surely_preside(words):
    assert chair(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "WASHINGTON – Rep. Maria Holm (ZZ-04), Chairman of the Rope, Twine, Food and Knot Administration and Related "
        "Agencies Subcommittee on the House Rope Committee, released the following statement after the Knot Trading "
        "Commission (KTC) Chairman Otto Muster testified before the Subcommittee regarding its budget.",
        "WASHINGTON – Cuts hurt, a governor told the Rope Committee at a hearing Tuesday.\n\nSen. Maria Holm, D-ZZ, "
        "who chaired the hearing, said that she agreed.",
        "WASHINGTON – The Rope Committee met for a hearing today.\n\nRep. Maria Holm, who presided over the two-hour "
        "session, was glad.",
    ],
)
def test_whom_the_text_has_preside_beside_others(words):
    assert chair(words) == "Maria Holm"


@pytest.mark.parametrize(
    "held",
    [
        "today held the first Rope Committee Twine Panel oversight hearing of the year",
        "convened the Rope Committee’s second open twine oversight hearing",
        "today conducted a Rope Committee field hearing",
        "leads a Rope Committee hearing",
        "chaired a long and much awaited Rope Committee oversight hearing",
    ],
)
def test_who_holds_a_hearing_presides(held):
    assert chair(f"WASHINGTON – Senator Maria Holm (D-ZZ) {held} on knots.") == "Maria Holm"


@pytest.mark.parametrize(
    "held",
    [
        "today held a sign at the Rope Committee hearing",
        "held officials to account during a hearing",
        "led questions in today’s Rope Committee hearing",
        "held the head of the Rope Office responsible at a hearing",
        "today thanked the Chair for holding the Rope Committee hearing",
        "spoke today with the Committee Chair before a Rope Committee hearing",
    ],
)
def test_who_holds_something_else_does_not_preside(held):
    assert chair(f"WASHINGTON – Senator Maria Holm (D-ZZ) {held} on knots.") is None


RANKS = [
    "Senator Maria Holm (D-ZZ), Ranking Member of the Rope Committee, {} hearing on knots today.",
    "Senator Maria Holm (D-ZZ), the Rope Committee’s Ranking Member, {} hearing on knots today.",
    "Senator Maria Holm (D-ZZ) {} hearing on knots today. “Rope!” said Ranking Member Maria Holm.",
    "Senator Maria Holm (D-ZZ) {} hearing on knots today. Holm is the Vice Chair. “Rope!” said Vice Chair Holm.",
]


@pytest.mark.parametrize("words", RANKS)
@pytest.mark.parametrize("held", ["led an oversight", "held the Rope Committee’s"])
def test_the_ranking_member_who_leads_a_hearing_does_not_preside(words, held):
    assert chair(f"WASHINGTON – {words.format(held)}") is None


def test_the_ranking_member_named_behind_the_chair_is_somebody_else():
    words = "Senator Maria Holm (D-ZZ), Ranking Member Otto Muster (R-ZZ) beside her, held a Rope Committee hearing."
    assert chair(f"WASHINGTON – {words}") == "Maria Holm"


@pytest.mark.parametrize("words", RANKS)
@pytest.mark.parametrize("presided", ["presided over a Rope Committee", "chaired the Rope Committee’s"])
def test_the_ranking_member_who_is_said_to_have_presided_did(words, presided):
    assert chair(f"WASHINGTON – {words.format(presided)}") == "Maria Holm"


THANKED = "WASHINGTON – Senators Ida Specimen (D-ZZ) and Maria Holm (D-ZZ) spoke at a Rope Committee hearing today.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "I thank Chairman Holm for inviting me to testify.",
        "Let me begin by thanking Chair Holm for the opportunity to appear today.",
        "Thank you, Chairwoman Holm and Ranking Member Muster, for the kind invitation.",
        "Thanks to Chairwoman Holm for allowing us to tell of rope.",
        "I thank Senator Holm for chairing this hearing.",
        "I am thankful to Senator Holm for presiding today.",
    ],
)
@pytest.mark.parametrize("marks", ["“{}” Specimen said.", "Senator Specimen’s remarks as prepared:\n\n{}"])
def test_the_chair_who_is_thanked_for_the_invitation_presided(words, marks):
    assert chair(THANKED + marks.format(words)) == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "I thank Senator Holm for inviting me to her boat.",
        "Thank you, Mr. Chairman, and Senator Holm, for holding this hearing.",
        "I thank the Chairman and Ranking Member Maria Holm for inviting me.",
        "I thank Chairman Holm for the chance to buy rope.",
        "I thank Senator Holm for her leadership of this hearing.",
    ],
)
def test_who_is_thanked_for_something_else_did_not_preside(words):
    assert chair(f"{THANKED}“{words}” Specimen said.") is None


@pytest.mark.parametrize(
    "line",
    [
        "Senate Committee on Rope Chairman Maria Q. Holm, Presiding May 5, 2014",
        "Senate Rope Committee Hearing – Senator Maria Q. Holm, presiding",
        "Members: Senator Otto Muster; Senator Maria Q. Holm (Presiding); Senator Ida Specimen",
        "Presiding: Senator Maria Q. Holm",
        "Chair: Rep. Maria Q. Holm (D-ZZ)",
        "Chaired by: Maria Q. Holm",
    ],
)
def test_who_presides_in_a_line_of_the_head_presided(line):
    assert chair(f"ROPE COMMITTEE\n{line}\n\n{HELD}") == "Maria Q. Holm"


@pytest.mark.parametrize(
    "line",
    [
        "Maria Q. Holm, Presiding Officer of the Rope Senate",
        "The Honorable Maria Q. Holm, Presiding Judge",
        "Chair: Maria Q. Holm has the floor for a question on rope",
    ],
)
def test_who_presides_over_something_else_did_not_preside(line):
    assert chair(f"ROPE COMMITTEE\n{line}\n\n{HELD}") is None


@pytest.mark.parametrize(
    "words",
    [
        "Subcommittee Chairman Maria Holm (R-ZZ) had this to say about rope: “It is short.”",
        "Chairman Maria Holm (R-ZZ), who is a sailor, had the following to say: “Rope is short.”",
        "Committee Chair Maria Holm (R-ZZ), who has a boat, said that rope is short.",
        "“Rope is short,” Chairwoman Maria Holm, who serves on the Twine Panel, added.",
    ],
)
def test_the_chair_who_speaks_in_other_words_presided(words):
    assert chair(f"WASHINGTON – The panel met in Knotville today for a hearing on knots.\n\n{words}") == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "Chairman Maria Holm (R-ZZ), who wrote that rope is short, was not there.",
        "Twine Board Chairman Maria Holm, who is a sailor, had this to say: “Rope is short.”",
    ],
)
def test_the_chair_who_does_not_speak_there_did_not_preside(words):
    assert chair(f"WASHINGTON – The panel met in Knotville today for a hearing on knots.\n\n{words}") is None


SHORT = "WASHINGTON – The Senate Rope and Twine Committee (SRT) held a hearing on knots today.\n\n"


@pytest.mark.parametrize(
    "words",
    [
        "Senator Otto Muster met with Rope and Twine Chairman Maria Holm in May.",
        "SRT Chair Maria Holm was not sad.",
        "He wrote to Senate Rope Chairwoman Maria Holm.",
        "Yesterday Otto Muster and Rope Chairman Maria Holm flew to Knotville.",
        "He wrote to Committee Chair Maria Holm.",
    ],
)
def test_the_chair_of_the_subject_of_a_body_is_suggested(words):
    event = read_release(SHORT + words).event
    assert (event.chair, event.suggested) == ("Maria Holm", ("Maria Holm",))


@pytest.mark.parametrize(
    "words",
    [
        "He wrote to former Rope Chairman Maria Holm.",
        "He wrote to then-Rope Chairman Maria Holm.",
        "He wrote to Rope Vice Chairman Maria Holm.",
        "He wrote to Rope Bureau Chairman Maria Holm.",
        "He wrote to Knot Chairman Maria Holm.",
        "He wrote to Knots Subcommittee Chairman Maria Holm.",
        "He wrote to Rope Chairman Maria Holm and to Twine Chairman Otto Muster.",
    ],
)
def test_the_chair_of_another_subject_is_not_suggested(words):
    assert chair(SHORT + words) is None


def test_the_chair_of_the_subject_is_not_suggested_for_a_subcommittee():
    assert chair(SHORT.replace("Committee", "Subcommittee") + "He wrote to Rope Chairman Maria Holm.") is None


@pytest.mark.parametrize(
    "words", ["There will be a second one: it will examine twine. ", "It was a Subcommittee field hearing. "]
)
def test_nobody_is_suggested_for_a_hearing_to_come_or_of_a_subcommittee(words):
    assert chair(f"{SHORT}{words}He wrote to Rope Chairman Maria Holm.") is None


@pytest.mark.parametrize(
    "words",
    [
        "WASHINGTON – As Chairman of the Rope Subcommittee, Senator Maria Holm (R-ZZ) will lead a hearing Wednesday.",
        f"{HELD}Senator Maria Holm, chairman of the powerful Rope Committee, asked for more rope.",
        "WASHINGTON – Sen. Maria Holm (D-ZZ) spoke at a hearing today.\n\nRemarks of Sen. Maria Holm\n\nAs Prepared\n\n"
        "It is an honor and privilege to chair this first hearing of the Rope Committee. I thank you all.",
    ],
)
def test_who_is_to_lead_or_says_to_chair_the_hearing_presides(words):
    assert chair(words) == "Maria Holm"


@pytest.mark.parametrize(
    "words",
    [
        "WASHINGTON – Sen. Maria Holm (D-ZZ) will lead a walk before the hearing of the Rope Committee.",
        "WASHINGTON – Ranking Member Maria Holm (D-ZZ) will lead a hearing on ropes.",
    ],
)
def test_who_is_to_lead_something_else_or_is_second_does_not_preside(words):
    assert chair(words) is None


def test_a_chair_of_a_part_does_not_preside_where_another_chair_is_thanked_for_the_hearing():
    text = (
        "Sen. Maria Holm, chairman of the Rope subcommittee, made the following statement during the Sea Committee’s"
        " hearing, titled, Ropes at Sea II:\n\n“Thank you, Chairman Otto, for holding this hearing.\n\n“I own it.”\n"
    )
    assert chair(text) is None
    assert read_release(text).event.title == "Ropes at Sea II"


@pytest.mark.parametrize(
    "words",
    [
        "attended a Rope Committee hearing with Zenith Corp. chairman Otto Muster. “Yes,” Chairman Muster said.",
        "spoke at a hearing of the Rope Committee. Chairman Otto Muster of the Tribal Council came.",
        "asked Federal Reserve Chair Otto Muster at a Rope Committee hearing. “Yes,” said Chair Muster.",
    ],
)
def test_the_chair_of_a_company_or_a_council_did_not_preside(words):
    assert chair(f"WASHINGTON – Senator Maria Holm (D-ZZ) {words}") is None
