"""Witnesses as releases tell of them behind a hearing, with their titles; all people and bodies are invented."""

import pytest

from hearings.importing.releases.people.titles import split_title
from hearings.importing.releases.press_release import read_release
from tests.hearings.importing.test_witnesses_in_sentences import witnesses, words

LEAD = (
    "WASHINGTON – U.S. Senator Ida Specimen (D-ZZ), a member of the Senate Rope Committee, took part today in a "
    "hearing of the Senate Rope Committee on “The Future of Knots.”\n\n"
)
SENTENCES = {
    "Specimen asked Ohio State Senator Otto Muster about the price of rope.": {"Otto Muster": "Ohio State Senator"},
    "Senator Specimen questioned Iowa State Rep. Rita Probe on the price of twine. State Rep. Probe said little.": {
        "Rita Probe": "Iowa State Rep."
    },
    "Specimen pressed Otto Muster, a Maine state senator, on hemp. Senator Muster responded that nets are torn.": {
        "Otto Muster": "Maine state senator"
    },
    "The witnesses were Texas State Representative Rita Probe; Otto Muster, Mayor of Knotville; and Jon Holm, "
    "President of the Twine Guild.": {
        "Rita Probe": "Texas State Representative",
        "Otto Muster": "Mayor of Knotville",
        "Jon Holm": "President of the Twine Guild",
    },
    "Specimen questioned Delegate Otto Muster of the Virginia House of Delegates about rope.": {
        "Otto Muster": "Delegate | Virginia House of Delegates"
    },
    "Senator Specimen asked journalist Otto Muster at the Senate Rope Committee Hearing about frayed nets.": {
        "Otto Muster": "journalist"
    },
    "Specimen questioned Twine Bureau Director Rita Probe at a Rope Subcommittee hearing about frayed nets.": {
        "Rita Probe": "Twine Bureau Director"
    },
    "Specimen pressed Knot Secretary Otto Muster to commit to a new rope plan.": {"Otto Muster": "Knot Secretary"},
    "Senator Specimen asked Rope Secretary Rita Probe to confirm that nets are torn.": {"Rita Probe": "Rope Secretary"},
    "Specimen questioned Acting Rope Administrator and nominee Otto Muster about twine.": {
        "Otto Muster": "Acting Rope Administrator and nominee"
    },
    "Specimen grilled Otto Muster, Acting Director and nominee to be Director of the Rope Bureau, on hemp.": {
        "Otto Muster": "Acting Director and nominee to be Director of the Rope Bureau"
    },
    "Specimen questioned Lieutenant General Otto Muster, Chief of Knots and Commanding General of the Rope Corps.": {
        "Otto Muster": "Chief of Knots and Commanding General | Rope Corps"
    },
    "Other witnesses included Otto Muster, founding partner of the law firm Twine Norm, as well as Rita Probe, a "
    "fellow at Knot University.": {
        "Otto Muster": "founding partner of the law firm Twine Norm",
        "Rita Probe": "fellow | Knot University",
    },
    "Specimen questioned Otto Muster of the Ohio Department of Rope, nominated to be Judge of the Knot Court.": {
        "Otto Muster": "Ohio Department of Rope | nominated to be Judge of the Knot Court"
    },
    "Today Specimen praised the Hemp Act and questioned Rope Safety Board (RSB) nominee, Otto Muster, on twine.": {
        "Otto Muster": "Rope Safety Board (RSB) nominee"
    },
    "Dr. Rita Probe, director of the Twine Project at Knot State University, submitted her testimony by video.": {
        "Rita Probe": "director of the Twine Project at Knot State University"
    },
    "Ms. Rita Probe, vice president of the Twine Sellers, urged Congress to let the voluntary rules do their work.": {
        "Rita Probe": "vice president of the Twine Sellers"
    },
    "Members heard from Otto Muster, Sheriff of Knot County; and Rita Probe, who is raising five children on rope.": {
        "Otto Muster": "Sheriff of Knot County",
        "Rita Probe": "",
    },
    "Specimen’s questions were answered by Otto Muster, the chief executive officer of Rope Air.": {
        "Otto Muster": "chief executive officer of Rope Air"
    },
    "“Rope is dear,” testified Rita Probe, owner of Knot & Net in Udo.": {"Rita Probe": "owner of Knot & Net in Udo"},
    "Specimen’s guest at the hearing, Udo ropemaker Otto Muster, testified about his nets.": {
        "Otto Muster": "Udo ropemaker"
    },
    "Specimen invited Otto Muster, a third-generation ropemaker from Udo, to testify at the hearing.": {
        "Otto Muster": "third-generation ropemaker from Udo"
    },
    "Questioning Rope Commissioner Otto Muster, Specimen asked when the nets would be mended.": {
        "Otto Muster": "Rope Commissioner"
    },
    "In an exchange with Under Secretary for Knots Rita Probe, Specimen raised the price of hemp.": {
        "Rita Probe": "Under Secretary for Knots"
    },
    "When asked by Specimen, Admiral Otto Muster, Commander of Rope Command, admitted that nets are torn.": {
        "Otto Muster": "Commander of Rope Command"
    },
    "Specimen secured a commitment from Rope Secretary nominee Rita Probe to visit Udo.": {
        "Rita Probe": "Rope Secretary nominee"
    },
    "Testifying at the hearing was Otto Muster, the president and CEO of Rope Works.": {
        "Otto Muster": "president and CEO of Rope Works"
    },
    "Specimen turned to the second witness, Rita Probe, senior counsel at the Net Alliance.": {
        "Rita Probe": "senior counsel at the Net Alliance"
    },
    "Under questioning from Specimen, Rope Administrator Otto Muster conceded that nets are torn.": {
        "Otto Muster": "Rope Administrator"
    },
    "Asked by Specimen whether rope is safe, Knot Commissioner Rita Probe said it was.": {
        "Rita Probe": "Knot Commissioner"
    },
    "Specimen got Rope Director Otto Muster to admit that nets are torn.": {"Otto Muster": "Rope Director"},
    "Rope Secretary Otto Muster refused to answer Specimen’s question about twine.": {"Otto Muster": "Rope Secretary"},
    "Specimen followed up with Rope Secretary Rita Probe over torn nets, to which Secretary Probe agreed.": {
        "Rita Probe": "Rope Secretary"
    },
    "Otto Muster, representing the Association of Knots and Nets, agreed with Specimen that rope is dear.": {
        "Otto Muster": "Association of Knots and Nets"
    },
    "Specimen told Rope Secretary Rita Probe at today’s hearing that nets are torn.": {"Rita Probe": "Rope Secretary"},
    "Specimen called out Twine CEO Otto Muster during the hearing for the price of rope.": {"Otto Muster": "Twine CEO"},
    "Specimen repeatedly asked Mr. Otto Muster, Twine’s general counsel, for the contract.": {
        "Otto Muster": "Twine’s general counsel"
    },
    "In response to a question from Specimen, Rita Probe, the Rope Bureau’s chief economist, said no.": {
        "Rita Probe": "Rope Bureau’s chief economist"
    },
    "Specimen spoke with Colonel Otto Muster, who commands the 9th Rope Wing, about nets.": {"Otto Muster": ""},
    "Specimen asked Texas Assemblymember Rita Probe about nets.": {"Rita Probe": "Texas Assemblymember"},
    "During an exchange with Otto Muster, the nominee to lead the Rope Bureau, Specimen raised hemp.": {
        "Otto Muster": "nominee to lead the Rope Bureau"
    },
    "Specimen questioned Rope Safety Bureau (RSB) Administrator, Otto Muster, at the hearing.": {
        "Otto Muster": "Rope Safety Bureau (RSB) Administrator"
    },
    "Specimen heard from Twine Agency Director, Dr. Rita Probe, about nets.": {"Rita Probe": "Twine Agency Director"},
    "Specimen asked newly elected Guild of Ropers’ President Rita Probe about nets.": {
        "Rita Probe": "Guild of Ropers’ President"
    },
    "She spoke after Hemp Futures Trading Commission (HFTC) Chairman Otto Muster and Commissioner Rita Probe (who "
    "wrote a dissent) testified before the Subcommittee.": {
        "Otto Muster": "Hemp Futures Trading Commission (HFTC) Chairman",
        "Rita Probe": "Commissioner",
    },
    "Specimen’s last question was directed at Rope Commissioner Rita Probe.": {"Rita Probe": "Rope Commissioner"},
    "Testifying were the Honorable Rita Probe, Former Under Secretary for Knots, Hemp, and Nets and the first weaver "
    "to earn that rank at the Rope Department, Mr. Otto Muster, Executive Director of the Net Campaign, and Ms. Ada "
    "Tern, a Senior Fellow at the Twine Center.": {
        "Rita Probe": "Former Under Secretary for Knots, Hemp, and Nets",
        "Otto Muster": "Executive Director of the Net Campaign",
        "Ada Tern": "Senior Fellow at the Twine Center",
    },
    "The nominee, Otto Muster, to head the Rope Bureau, testified.": {"Otto Muster": "nominee to head the Rope Bureau"},
    "The following witnesses testified today: Dr. Rita Probe, Professor, School of Knots, Hemp Institute Dr. Otto "
    "Muster, Dean, Twine University Ms. Ada Tern, President, Net Center For more information, see the site.": {
        "Rita Probe": "Professor, School of Knots, Hemp Institute",
        "Otto Muster": "Dean, Twine University",
        "Ada Tern": "President, Net Center",
    },
    "Notable Witness Comments From The Hearing:\n\nRita Probe, Professor of Hemp at Twine University, said, The "
    "institution of rope is old.\n\nOtto Muster, Associate at Knot Hemp said, Nets are torn.": {
        "Rita Probe": "Professor of Hemp, Twine University",
        "Otto Muster": "Associate, Knot Hemp",
    },
    "Rope Secretary Rita Probe testified before the committee on the President’s budget request.": {
        "Rita Probe": "Rope Secretary"
    },
    "The panel heard from three witnesses: Rope Inspector General Otto Muster, Knot Guild President Rita Probe and "
    "Udo fisherman Jon Holm.": {
        "Otto Muster": "Rope Inspector General",
        "Rita Probe": "Knot Guild President",
        "Jon Holm": "Udo fisherman",
    },
}
EXCHANGE = (
    "Chair Specimen Asks Witnesses About Rope\n\n"
    "WASHINGTON, D.C. – Today, U.S. Senator Ida Specimen (D-ZZ), Chair of the Senate Rope Committee, led a hearing.\n\n"
    "HIGHLIGHTS:\n\nTHE PRICE OF TWINE:\n\n"
    "Chair Specimen:\n\n“Mr. Muster, what does twine cost you?”\n\n"
    "Otto Muster, General President for Ropemakers' Union of Zeland (RUZ):\n\n“More than I can say, and it rises.”\n\n"
    "Rita Probe, President & CEO, Knot Guild:\n\n“I agree with all that was said, and add the price of hemp.”\n"
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_recap_names_its_witnesses_with_their_titles(sentence):
    wanted = {name: words(titles) for name, titles in SENTENCES[sentence].items()}
    assert witnesses(f"{LEAD}{sentence}\n") == wanted


def test_whoever_answers_in_a_dialogue_is_a_witness_though_named_once():
    assert witnesses(EXCHANGE) == {
        "Otto Muster": words("General President Ropemakers' Union Zeland (RUZ)"),
        "Rita Probe": words("President CEO Knot Guild"),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Specimen testified during the hearing in support of her bill.",
        "Testifying before the House Rope Subcommittee, Senator Specimen told colleagues that rope is dear.",
        "Senator Specimen testified today in favor of the bill.",
        "Senator Specimen delivered testimony at a joint hearing on rope.",
        "Specimen, who drafted the bill, gave the following testimony today:",
        "Senator Specimen, author of the bill, was the lead witness at today’s hearing.",
        "Senator Specimen will be among the witnesses at tomorrow’s hearing.",
    ],
)
def test_a_member_who_testifies_is_a_witness_without_a_title(sentence):
    assert witnesses(f"{LEAD}{sentence}\n") == {"Ida Specimen": words()}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rep. Max Norm (R-YY) and Sen. Jo Test (D-XX) testified before the committee today.",
        "Rep. Max Norm (R-YY) and Sen. Jo Test (D-XX) like nets. Members Norm and Test will testify at the hearing.",
        "Max Norm (R-YY) and Jo Test (D-XX) each offered testimony at the hearing.",
        "Reps. Max Norm (R-YY) and Jo Test (D-XX) were the only witnesses at the hearing.",
    ],
)
def test_members_who_testify_together_are_witnesses(sentence):
    assert set(witnesses(f"{LEAD}{sentence}\n")) == {"Max Norm", "Jo Test"}


def test_a_form_of_address_right_behind_a_full_stop_is_read():
    sentence = (
        "She says that rope is dear.Sen. Max Norm (R-YY), author of the bill, was the lead witness at the hearing."
    )
    event = read_release(f"{LEAD}{sentence}\n").event
    assert [(one.honorific, one.name) for one in event.witnesses] == [("Sen.", "Max Norm")]


def test_a_member_who_heads_a_body_testifies_under_that_office():
    norm = "Rep. Max Norm (R-YY), chairman of the House Knot Committee and one of the finest sailors"
    assert witnesses(f"{LEAD}{norm}, gave testimony today.\n") == {
        "Max Norm": words("chairman of the House Knot Committee")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Rep. Max Norm (R-YY) presented a bill at the hearing.",
        "Rep. Max Norm (R-YY) was the first to praise the testimony at the hearing.",
        "Rep. Max Norm (R-YY) gave his view of the testimony at the hearing.",
    ],
)
def test_a_member_who_only_takes_part_is_no_witness(sentence):
    assert witnesses(f"{LEAD}{sentence}\n") == {}


def test_a_member_of_congress_who_sat_in_a_state_is_none_of_the_witnesses():
    text = f"{LEAD}Specimen thanked Senator Max Norm (R-YY), a former state senator, for his bill on nets.\n"
    assert witnesses(text) == {}


def test_what_a_hearing_is_for_is_no_part_of_a_title():
    assert split_title("Rope Committee’s hearing to consider Example’s nominee") == (("nominee",), None)
    assert split_title("Chair of the hearing loss center") == (("Chair of the hearing loss center",), None)
