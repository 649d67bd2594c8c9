"""Witnesses to whom somebody who speaks at a hearing turns, and introductions in a statement; all are invented."""

import pytest

from hearings.importing.releases.press_release import read_release
from tests.hearings.importing.test_witnesses_in_sentences import words

LEAD = (
    "WASHINGTON – Sen. Ida Specimen (D-ZZ) made an opening statement at a hearing of the Senate Rope Committee today. "
    "The committee heard of hemp.\n\n"
)
NAMED = "Rope Administrator Otto Muster and Knot Director Rita Probe wrote the report on hemp.\n\n"


def found(words):
    return {one.name: (one.honorific, *one.titles, one.organization) for one in read_release(words).event.witnesses}


@pytest.mark.parametrize(
    "words",
    [
        "“Administrator Muster, you signed the plan for twine,” Specimen said.",
        "“So, Administrator Muster, do you agree that nets are torn?” Specimen said.",
        "“Thank you, Administrator Muster, for being here today,” Specimen said.",
        "“Administrator Muster, I look forward to learning how these knots hold,” Specimen said.",
        "“I have read your testimony, Administrator Muster.” Specimen said that nets are torn.",
        "“Good morning, Administrator Muster. The nets are torn,” Specimen said.",
        "“I want to welcome the administrator of the U.S. Bureau of Rope, Mr. Muster,” Specimen said.",
        "“I appreciate Administrator Muster’s testimony today,” Specimen said.",
    ],
)
def test_who_is_turned_to_in_a_hearing_is_before_the_committee(words):
    assert list(found(LEAD + NAMED + words)) == ["Otto Muster"]


@pytest.mark.parametrize(
    "words",
    [
        "“Administrator Muster, the head of the Rope Bureau, has left the country,” Specimen said.",
        "“Your predecessor, Administrator Muster, signed the plan for twine,” Specimen said.",
        "“Administrator Muster signed the plan for twine,” Specimen said.",
        "“Chairman Muster, thank you for holding this hearing,” Specimen said.",
        "“Under President Muster, we had rope,” Specimen said.",
        "“We have witnesses here today. Otto Muster was the founder of the Rope Navy,” Specimen said.",
    ],
)
def test_who_is_only_spoken_of_is_no_witness(words):
    assert found(LEAD + NAMED + words) == {}


def test_an_officer_of_whom_only_the_surname_is_given_is_taken_with_the_rank():
    words = (
        "“General Muster and Admiral Probe: Thank you for your many years of service. Admiral Probe, as commander of "
        "ROPECOM, you have few knots. Chairman Holm, I thank you. Mr. Tern, you know this,” Specimen said."
    )
    assert found(LEAD + words) == {
        "Muster": ("General", None),
        "Probe": ("Admiral", "commander of ROPECOM", None),
    }


def test_an_opening_statement_introduces_its_witnesses_over_many_sentences():
    words = (
        "I thank the members. We have a fine group of witnesses before us today. First, we have Otto Muster from "
        "Twine Motors. The company is old. It makes rope.\n\nRope is of use. Next, we have Rita Probe with Knot "
        "Southern, a ropeway. Jon Holm is the President of Hemp Enterprises, which makes nets. Nets are torn. Ada Tern "
        "is here as the Director of the Rope Port. Finally, Ed Fray is joining us from the Hemp Department of the "
        "Rope Union. I yield back."
    )
    assert found(f"{LEAD}Specimen’s opening statement, as prepared:\n\n{words}") == {
        "Otto Muster": (None, "Twine Motors"),
        "Rita Probe": (None, "Knot Southern"),
        "Jon Holm": (None, "President of Hemp Enterprises", None),
        "Ada Tern": (None, "Director of the Rope Port", None),
        "Ed Fray": (None, "Hemp Department of the Rope Union"),
    }


SENTENCES = {
    "Specimen pressed Special Agent in Charge Otto Muster about twine.": {"Otto Muster": "Special Agent in Charge"},
    "Specimen asked Assistant Secretary of Knots for Hemp Rita Probe about nets.": {
        "Rita Probe": "Assistant Secretary of Knots for Hemp"
    },
    "Specimen pushed back on Rope Secretary Otto Muster at the hearing.": {"Otto Muster": "Rope Secretary"},
    "Specimen raised the matter with Rope Secretary Otto Muster.": {"Otto Muster": "Rope Secretary"},
    "Specimen slammed Twine Bank CEO Otto Muster during today’s hearing.": {"Otto Muster": "Twine Bank CEO"},
    "Facing questions from Specimen, Twine Bank CEO Otto Muster said no.": {"Otto Muster": "Twine Bank CEO"},
    "Specimen asked the witnesses, including Rope Guild counsel Rita Probe and economist Otto Muster, about nets.": {
        "Rita Probe": "Rope Guild counsel",
        "Otto Muster": "economist",
    },
    "Otto Muster – Senior Economist, Rope Institute – testified that nets are torn.": {
        "Otto Muster": "Senior Economist, Rope Institute"
    },
    "“Nets are torn,” said Otto Muster, a weaver at the Rope Institute, in testimony to the committee.": {
        "Otto Muster": "weaver at the Rope Institute"
    },
    "“Yes,” replied Otto Muster, head of the Rope Bureau.": {"Otto Muster": "head of the Rope Bureau"},
    "Chairman Otto Muster of the Rope River Tribe testified before the committee.": {
        "Otto Muster": "Chairman of the Rope River Tribe"
    },
    "Governor Otto Muster of Udo testified.": {"Otto Muster": "Governor of Udo"},
    "Whistleblowers Rita Probe and Otto Muster testified about hemp.": {
        "Rita Probe": "Whistleblower",
        "Otto Muster": "Whistleblower",
    },
    "Rita Probe, mother of ropemaker Otto Muster, testified about nets.": {
        "Rita Probe": "mother of ropemaker Otto Muster"
    },
    "Rita Probe, of Udo, Ohio, testified about nets.": {"Rita Probe": ""},
    "Among those who testified: Rita Probe, Rope Administrator; Otto Muster, owner, Twine Lines.": {
        "Rita Probe": "Rope Administrator",
        "Otto Muster": "owner, Twine Lines",
    },
    "“Our first witness is Rita Probe. Ms. Probe is the owner of Twine Lines. We thank her,” Specimen said.": {
        "Rita Probe": "owner of Twine Lines"
    },
    "Specimen asked Rope Commissioners Rita Probe and Otto Muster about nets.": {
        "Rita Probe": "Rope Commissioner",
        "Otto Muster": "Rope Commissioner",
    },
    "“Nets are torn,” Specimen testified at the hearing. Specimen is chairman of the full Twine Committee.": {
        "Ida Specimen": "chairman of the full Twine Committee"
    },
    "Specimen focused her questioning on Otto Muster, Acting Head of the Rope Bureau.": {
        "Otto Muster": "Acting Head of the Rope Bureau"
    },
    "General Otto Muster, who leads U.S. Rope Command, testified.": {"Otto Muster": "U.S. Rope Command"},
    "Former U.S. Ambassador to Udo Otto Muster testified.": {"Otto Muster": "Former U.S. Ambassador to Udo"},
    "Rita Probe, from Hemp College, testified that nets are torn.": {"Rita Probe": "Hemp College"},
    "Rita Probe, a weaver, and Otto Muster, a farmer and father of three, were the other witnesses.": {
        "Rita Probe": "weaver",
        "Otto Muster": "farmer",
    },
    "The first panel heard Ada Tern, Rope Director; the second panel included Rita Probe, CEO of Twine Lines.": {
        "Rita Probe": "CEO of Twine Lines"
    },
    "In written testimony, Twine Lines CEO Rita Probe said hemp is dear.": {"Rita Probe": "Twine Lines CEO"},
    "Specimen questioned Sample administration Secretary of Rope Otto Muster.": {"Otto Muster": "Secretary of Rope"},
    "Senator Specimen: Mr. Muster, did nets tear?\n\nOtto Muster, Rope Administrator: They did.": {
        "Otto Muster": "Rope Administrator"
    },
    "Specimen, who raised hemp with Rope Secretary Otto Muster in a May meeting, said that nets are torn.": {},
    "Specimen criticized Rope Administrator Otto Muster, who was not at the hearing.": {},
    "Specimen spoke with Rope Administrator Otto Muster before the hearing.": {},
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_shows_who_is_before_the_committee(sentence):
    read = {
        one.name: words(*one.titles, one.organization or "") for one in read_release(LEAD + sentence).event.witnesses
    }
    assert read == {name: words(title) for name, title in SENTENCES[sentence].items()}
