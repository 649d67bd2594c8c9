"""The post of a nominee is the title, as long as a release prints it, and each of several people has the own one."""

import pytest

from hearings.importing.releases.press_release import read_release

LEAD = (
    "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a nominations hearing of the Senate Rope Committee today. "
)
BOARD = "nominee to serve on the Rope Board of Governors"
ASSISTANT = "nominees to be Assistant Secretaries of the Department of Twine"
POSTS = {
    "She questioned Otto Muster, nominated to be Director of the Office of Rope Policy (ORP), on hemp.": {
        "Otto Muster": "nominated to be Director of the Office of Rope Policy (ORP)"
    },
    "She spoke to Dr. Otto Muster, President Draft’s nominee to serve on the Rope Board of Governors, saying little. "
    "“I thank you,” said Specimen to Dr. Muster. Specimen asked Dr. Muster about hemp.": {"Otto Muster": BOARD},
    "She pressed the nominee to serve on the Rope Board of Governors, Dr. Otto Muster, on hemp.": {
        "Otto Muster": BOARD
    },
    "She questioned Otto Muster, who has been nominated by President Draft to the U.S. Court of Rope for the North.": {
        "Otto Muster": "nominated to the U.S. Court of Rope for the North"
    },
    "She questioned Otto Muster (the administration’s nominee to lead the Rope Bureau) about hemp.": {
        "Otto Muster": "nominee to lead the Rope Bureau"
    },
    "She questioned Otto Muster – nominated to serve as Under Secretary for Rope – about hemp.": {
        "Otto Muster": "nominated to serve as Under Secretary for Rope"
    },
    "She questioned two nominees to be Assistant Secretaries of the Department of Twine: Mr. Otto Muster and Ms. Ana "
    "Lopez.": {"Otto Muster": ASSISTANT, "Ana Lopez": ASSISTANT},
    "She questioned the nominees to be Assistant Secretaries of the Department of Twine, Otto Muster and Ana Lopez.": {
        "Otto Muster": ASSISTANT,
        "Ana Lopez": ASSISTANT,
    },
    "She questioned Otto Muster and Ana Lopez, nominees to be Assistant Secretaries of the Department of Twine.": {
        "Otto Muster": ASSISTANT,
        "Ana Lopez": ASSISTANT,
    },
    "She questioned Otto Muster, Ana Lopez, and Eva Draft, all nominated to be Members of the Board.": dict.fromkeys(
        ("Otto Muster", "Ana Lopez", "Eva Draft"), "nominated to be Members of the Board"
    ),
    "She questioned Otto Muster and Ana Lopez, both nominees for the Rope Court.": {
        "Otto Muster": "nominee for the Rope Court",
        "Ana Lopez": "nominee for the Rope Court",
    },
    "She questioned Otto Muster, nominated to be Rope Inspector, and Ana Lopez, nominated to be Head of Twine.": {
        "Otto Muster": "nominated to be Rope Inspector",
        "Ana Lopez": "nominated to be Head of Twine",
    },
    "The committee met to consider Otto Muster to be Rope Inspector at the Department of Knots and Ana Lopez to be "
    "Chief of the Twine Service (TS).": {
        "Otto Muster": "to be Rope Inspector | Department of Knots",
        "Ana Lopez": "to be Chief of the Twine Service (TS)",
    },
    "The hearing was on the nominations of Otto Muster, nominated to the U.S. Court of Rope; Ana Lopez, nominated to "
    "the Knot Court for the Middle District of Sampleton; and Eva Draft, nominated to be the Director of Twine (DT).": {
        "Otto Muster": "nominated to the U.S. Court of Rope",
        "Ana Lopez": "nominated to the Knot Court for the Middle District of Sampleton",
        "Eva Draft": "nominated to be Director of Twine (DT)",
    },
    "She questioned Otto Muster, nominee for Rope Inspector. “Otto Muster, nominated to be Rope Inspector of the "
    "Department of Knots, is able,” Specimen said.": {
        "Otto Muster": "nominated to be Rope Inspector of the Department of Knots"
    },
    "She questioned Otto Muster, the nominee to be the “Rope Czar,” on hemp. Muster is nominated to be Director of the "
    "Rope Office.": {"Otto Muster": "nominated to be Director of the Rope Office"},
    "The committee heard from nominees including Otto Muster, tapped to be Rope Inspector, and Ana Lopez, picked to "
    "lead the Twine Agency.": {
        "Otto Muster": "nominee to be Rope Inspector",
        "Ana Lopez": "nominee to lead the Twine Agency",
    },
    "She questioned Otto Muster about his nomination to be Ambassador to Ruritania.": {
        "Otto Muster": "nominee to be Ambassador to Ruritania"
    },
    "She asked Otto Muster, of Ohio, nominated to be a Member of the Rope Safety Board for a term of five years, about "
    "hemp.": {"Otto Muster": "nominated to be Member of the Rope Safety Board"},
    "She questioned Ambassador-designate Otto Muster, who is nominated to be the next Ambassador to Ruritania.": {
        "Otto Muster": "nominated to be next Ambassador to Ruritania"
    },
    "She questioned nominees Otto Muster, to be Rope Inspector, and Ana Lopez, to be Twine Inspector.": {
        "Otto Muster": "to be Rope Inspector",
        "Ana Lopez": "to be Twine Inspector",
    },
    "She pressed Otto Muster, who was nominated in March to be Inspector General of the Knot Service, on audits.": {
        "Otto Muster": "nominated to be Inspector General of the Knot Service"
    },
    "She pressed Otto Muster, whom President Draft nominated to be Inspector General of the Knot Service, on audits.": {
        "Otto Muster": "nominated to be Inspector General of the Knot Service"
    },
    "She pressed Vice Admiral Otto Muster, USN, nominated to be Admiral and Commander of Rope Command, on audits.": {
        "Otto Muster": "nominated to be Admiral and Commander of Rope Command"
    },
    "The committee considered the nominations of Otto Muster to be Commissioner of Rope, Ana Lopez to be Deputy "
    "Commissioner of Rope, and Eva Draft to be Chief Financial Officer of the Rope Agency.": {
        "Otto Muster": "nominee to be Commissioner of Rope",
        "Ana Lopez": "nominee to be Deputy Commissioner of Rope",
        "Eva Draft": "nominee to be Chief Financial Officer of the Rope Agency",
    },
    "The hearing considered the nominations of Otto Muster and Ana Lopez to the Rope Safety Board.": {
        "Otto Muster": "nominee to the Rope Safety Board",
        "Ana Lopez": "nominee to the Rope Safety Board",
    },
    "She questioned the President’s nominees for the Rope Board: Otto Muster, Ana Lopez and Eva Draft.": dict.fromkeys(
        ("Otto Muster", "Ana Lopez", "Eva Draft"), "nominee for the Rope Board"
    ),
    "She questioned Otto Muster and Ana Lopez, the President’s nominees to be Rope Inspector and Head of Twine, "
    "respectively.": {"Otto Muster": "nominee to be Rope Inspector", "Ana Lopez": "nominee to be Head of Twine"},
}


def titles(words):
    return {
        one.name: " | ".join((*one.titles, *filter(None, [one.organization])))
        for one in read_release(LEAD + words).event.witnesses
    }


@pytest.mark.parametrize("words", POSTS)
def test_the_post_of_a_nominee_is_read_whole(words):
    assert titles(words) == POSTS[words]
