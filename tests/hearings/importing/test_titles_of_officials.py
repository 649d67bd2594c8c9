"""Officials at a hearing with the longest title that a release gives them, and nobody who is only spoken of."""

import pytest

from hearings.importing.releases.press_release import read_release

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today. "
ROPE = "U.S. Department of Rope and Knot Services Secretary"
WITNESSES = {
    f"The hearing included testimony from {ROPE} Otto F. Muster Jr. Excerpts are below, and video can be found here.": {
        "Otto F. Muster Jr.": ROPE
    },
    f"She grilled {ROPE} Otto F. Muster, Jr. Video is here.": {"Otto F. Muster, Jr.": ROPE},
    f"She grilled {ROPE} Otto F. Muster Sr. Highlights of the exchange follow.": {"Otto F. Muster Sr.": ROPE},
    f"She pressed {ROPE} Otto F. Muster Jr. He had no answer.": {"Otto F. Muster Jr.": ROPE},
    "The senator, a member of the Rope Committee, told Department of Twine Affairs (TA) Secretary Otto Muster that she "
    "believes what he announced last week is not enough.": {
        "Otto Muster": "Department of Twine Affairs (TA) Secretary"
    },
    "She questioned Department of Twine official Otto Muster. Muster serves as the Acting Assistant Secretary and "
    "the Principal Deputy Assistant Secretary for Knots at the Department of Twine, and oversees the mills.": {
        "Otto Muster": "Acting Assistant Secretary and the Principal Deputy Assistant Secretary for Knots"
        " | Department of Twine"
    },
    "She questioned Rope Bureau chief Otto Muster. Muster is currently the Acting Director of the Rope Bureau.": {
        "Otto Muster": "Acting Director of the Rope Bureau"
    },
    "She questioned Rope Secretary Otto Muster on hemp. Muster, the Secretary of the Department of Rope, said no.": {
        "Otto Muster": "Secretary of the Department of Rope"
    },
    "Officials testifying included Principal Deputy Assistant Secretary of Rope for Twine Affairs Ambassador Otto "
    "Muster, and Twine Bureau Director Ana Lopez.": {
        "Otto Muster": "Principal Deputy Assistant Secretary of Rope for Twine Affairs",
        "Ana Lopez": "Twine Bureau Director",
    },
    "She questioned Secretary of Rope Otto Muster, Chairman of the Joint Chiefs of Staff Ana Lopez, and Rita Probe, "
    "Commander of the Rope Fleet.": {
        "Otto Muster": "Secretary of Rope",
        "Ana Lopez": "Chairman of the Joint Chiefs of Staff",
        "Rita Probe": "Commander of the Rope Fleet",
    },
    "Ana Lopez, a project manager at the international non-profit Search for Rope, testified via video.": {
        "Ana Lopez": "project manager | Search for Rope"
    },
    "Ana Lopez, an analyst at a local nonprofit group Rope for Everybody, testified by telephone.": {
        "Ana Lopez": "analyst | Rope for Everybody"
    },
    "She then questioned, Dr. Ana Lopez of the University of Sampleton on the price of hemp.": {
        "Ana Lopez": "University of Sampleton"
    },
    "Said Dr. Otto Muster, Director of the Rope Office: “Hemp is dear.”": {
        "Otto Muster": "Director of the Rope Office"
    },
    "“Hemp is dear,” Otto Muster, director of the Rope Institute, and two former deckhands told the committee.": {
        "Otto Muster": "director of the Rope Institute"
    },
    "Otto Muster, accompanied by interpreter Ann Holm, testified before the committee.": {"Otto Muster": ""},
    "Dr. Otto Muster, who leads the Rope Archive, testified that hemp is dear.": {"Otto Muster": "Rope Archive"},
    "She had exchanges with Secretary of Rope Ana Lopez and Joint Knot Chiefs General Otto Muster during a hearing. "
    "Chairman Muster said that rope is dear.": {
        "Ana Lopez": "Secretary of Rope",
        "Otto Muster": "Joint Knot Chiefs General",
    },
    "She grilled Rope Guild Co-Chairs Otto Muster and Ana Lopez at the hearing.": {
        "Otto Muster": "Rope Guild Co-Chair",
        "Ana Lopez": "Rope Guild Co-Chair",
    },
    "She grilled Board of Trustees Co-Chair Otto Muster and Hemp Works Co-Founders Ana Lopez and Max Draft.": {
        "Otto Muster": "Board of Trustees Co-Chair",
        "Ana Lopez": "Hemp Works Co-Founder",
        "Max Draft": "Hemp Works Co-Founder",
    },
    "She asked Knot College Presidents Otto Muster and Ana Lopez and Rope Council Members Max Draft and Eva Holm.": {
        "Otto Muster": "Knot College President",
        "Ana Lopez": "Knot College President",
        "Max Draft": "Rope Council Member",
        "Eva Holm": "Rope Council Member",
    },
    "Rope Safety Board member Otto Muster, Knot Institute President Ana Lopez and Hemp Commission (HC) member "
    "Max Draft testified.": {
        "Otto Muster": "Rope Safety Board member",
        "Ana Lopez": "Knot Institute President",
        "Max Draft": "Hemp Commission (HC) member",
    },
    "Witnesses included Rope Association President Otto Muster, Rope Safety Board member Ana Lopez, and others.": {
        "Otto Muster": "Rope Association President",
        "Ana Lopez": "Rope Safety Board member",
    },
    "Sergeant Major of the Army Otto F. Muster, III, Sergeant Major of the Marine Corps Ana Lopez, and Chief Master "
    "Sergeant of the Air Force Max Draft testified.": {
        "Otto F. Muster, III": "Sergeant Major of the Army",
        "Ana Lopez": "Sergeant Major of the Marine Corps",
        "Max Draft": "Chief Master Sergeant of the Air Force",
    },
    "She asked the Norm-appointed Director of the Knot Board, Otto Muster, and Ana Lopez, a Senate-confirmed judge, on "
    "hemp.": {"Otto Muster": "Director of the Knot Board", "Ana Lopez": "judge"},
    "She questioned Otto Muster, the Norm-nominated Rope Director, on hemp.": {"Otto Muster": "Rope Director"},
    "Otto Muster with the Rope Institute in Sampleton testified that hemp is dear.": {"Otto Muster": "Rope Institute"},
    "Otto Muster, representing Hemp for Everybody in Ohio, testified before the panel.": {"Otto Muster": ""},
    "Otto Muster with Rope Priority testified to the subcommittee.": {"Otto Muster": ""},
    "Her worries were echoed by Otto Muster, President of Rope Works.": {},
    "Her concerns were echoed by Otto Muster, President of Rope Works.": {"Otto Muster": "President of Rope Works"},
    "That view was also seconded by Otto Muster, President of Rope Works.": {"Otto Muster": "President of Rope Works"},
    "Her bill is echoed by Otto Muster, President of Rope Works.": {},
    "In questioning federal officials in charge of hemp—Otto Muster, Deputy Under Secretary of Rope for Hemp, Knots "
    "and Twine at the Rope Bureau; and Ana Lopez, Head of Knots at the Twine Office—Specimen was stern.": {
        "Otto Muster": "Deputy Under Secretary of Rope for Hemp, Knots and Twine | Rope Bureau",
        "Ana Lopez": "Head of Knots | Twine Office",
    },
    "She pressed two rope experts: Otto Muster, a ropemaker, and Ana Lopez, a twine dealer.": {
        "Otto Muster": "ropemaker",
        "Ana Lopez": "twine dealer",
    },
    "She pressed for more rope—Otto Muster, a ropemaker, has none.": {},
    "She referenced a 2018 statement from Republican Senator Max Draft on rope.": {},
    "She has a 2018 statement from Republican Senator Max Draft on rope.": {},
    "She cited statements by Otto Muster, a ropemaker, and Ana Lopez, a twine dealer.": {},
    "She also read letters from Otto Muster, a ropemaker, and Ana Lopez, a twine dealer.": {},
    "She spoke of a hearing on the Nomination of Otto Muster to be Head of the Rope Bureau. “Congressman Muster, will "
    "you braid?” she asked.": {"Otto Muster": "nominee to be Head of the Rope Bureau"},
    "She asked Rope Committee member Max Draft to join her.": {},
    "She thanked Ranking Member Max Draft for his words.": {},
    "She announced her intent to seek sworn testimony from Muster about his ties to Otto Probe and Ana Lopez.": {},
    "On April 2, 2009, then-Governor Otto Muster testified before the Committee at a confirmation hearing.": {},
    "She slammed Rope Secretary Otto Muster’s refusal to testify.": {},
    "She quoted former Director Eva Draft.\n\nSpecimen in her opening statement noted that rope is dear.": {},
    "She demanded testimony from Rope Secretary Otto Muster about his relations with Ana Lopez.": {},
    "She called for public testimony by Otto Muster, the head of Rope Works, and Ana Lopez.": {},
    "She questioned Rope Director Otto Muster about Max Draft and his ties to Ana Lopez.": {
        "Otto Muster": "Rope Director"
    },
    "She pressed Rope Director Otto Muster on the files of Ana Lopez.": {"Otto Muster": "Rope Director"},
}


@pytest.mark.parametrize("words", WITNESSES)
def test_officials_have_the_longest_title_and_others_are_none(words):
    event = read_release(LEAD + words).event
    read = {one.name: " | ".join((*one.titles, *filter(None, [one.organization]))) for one in event.witnesses}
    assert read == WITNESSES[words]
