"""Who the sentences of a release show before a committee, with every title that stands at a name."""

import re
from collections import Counter

import pytest

from hearings.importing.releases.press_release import read_release

LEAD = "WASHINGTON – Senator Ida Specimen (D-ZZ) took part in a hearing of the Senate Rope Committee today.\n\n"
SENTENCES = {
    "Otto Muster, a weaver from Sampleton who lost his loom in the flood, told the panel that relief came too late.": {
        "Otto Muster": "weaver from Sampleton"
    },
    "Dr. Rita Probe, who chairs the twine department at Knot University, warned lawmakers about frayed lines.": {
        "Rita Probe": ""
    },
    "The committee heard from Jon Holm, president and CEO of Twine Partners, Inc., and Anna Lind, who runs the Sample "
    "Food Bank.": {
        "Jon Holm": "president and CEO of Twine Partners, Inc",
        "Anna Lind": "Sample Food Bank",
    },
    "Also appearing before the subcommittee was Knot Bureau Director Karl Test, who took office in May.": {
        "Karl Test": "Knot Bureau Director"
    },
    "“The rope was rotten,” testified Maria Draft, a deckhand on the ferry Sample.": {
        "Maria Draft": "deckhand on the ferry Sample"
    },
    "Under questioning from Specimen, Deputy Twine Secretary Paul Form admitted that no tests were made.": {
        "Paul Form": "Deputy Twine Secretary"
    },
    "In response to the Senator’s question, General Amos Copy, commander of U.S. Rope Command, agreed to report.": {
        "Amos Copy": "commander of U.S. Rope Command"
    },
    "Specimen got a promise from the nominee to be Under Secretary of Rope, Lena Probe, to visit Sampleton.": {
        "Lena Probe": "nominee to be Under Secretary of Rope"
    },
    "Witness Tom Exhibit, a retired sailor, described the night of the accident.": {"Tom Exhibit": "retired sailor"},
    "Panelist Olga Sample of the Knot Institute disagreed.": {"Olga Sample": "Knot Institute"},
    "Ruth Facsimile, executive director of the Sample Alliance for Children, urged the committee to act.": {
        "Ruth Facsimile": "executive director of the Sample Alliance for Children"
    },
    "Peter Muster, whose daughter died on the ferry, begged senators to pass the bill.": {"Peter Muster": ""},
    "Professor Ada Probe of Knot University told members that hemp is stronger.": {
        "Ada Probe": "Professor, Knot University"
    },
    "They were joined at the witness table by Hugo Lind, chief engineer of the port of Sampleton.": {
        "Hugo Lind": "chief engineer of the port of Sampleton"
    },
    "Testifying alongside her were Nils Berg, a sixth-generation ropemaker, and Sheriff Ella Norm of Sample County.": {
        "Nils Berg": "sixth-generation ropemaker",
        "Ella Norm": "Sheriff",
    },
    "Specimen pressed Kurt Form, the acting head of the Rope Agency, on missing funds.": {
        "Kurt Form": "acting head of the Rope Agency"
    },
    "The hearing’s star witness was former Twine Corp. engineer Max Norm.": {"Max Norm": "former Twine Corp. engineer"},
    "Jane Holm, the Mayor of Sampleton, spoke at the hearing in favor of the bridge.": {
        "Jane Holm": "Mayor of Sampleton"
    },
    "Asked by Specimen whether the rope would hold, Inspector General Carl Test answered no.": {
        "Carl Test": "Inspector General"
    },
    "Among the witnesses was Ivan Lind, vice president for safety at Sample Airlines, who defended the record.": {
        "Ivan Lind": "vice president for safety, Sample Airlines"
    },
    "Greta Norm, MD, a pediatrician with Sample Children’s Hospital, explained to the panel how knots hurt.": {
        "Greta Norm": "pediatrician, Sample Children’s Hospital"
    },
    "Secretary of Twine Bo Muster defended the budget before the committee under tough questioning from Specimen.": {
        "Bo Muster": "Secretary of Twine"
    },
    "Specimen’s exchange with Lara Test, Administrator of the Knot Administration, can be viewed here.": {
        "Lara Test": "Administrator of the Knot Administration"
    },
    "The senator introduced her constituent Emil Berg, owner of Berg & Sons Rope in Sampleton, to the committee.": {
        "Emil Berg": "owner of Berg & Sons Rope in Sampleton"
    },
    "Testimony was given by Dora Lind, a mother of three, and Chief Sam Tall Rope of the Knot Nation.": {
        "Dora Lind": "mother of three",
        "Sam Tall Rope": "Chief | Knot Nation",
    },
    "Hans Exhibit, who served as the ferry’s captain for 20 years, was the first to testify.": {
        "Hans Exhibit": "ferry’s captain"
    },
    "On the second panel were Mia Probe, a student at Knot College, and Leo Form, a union organizer.": {
        "Mia Probe": "student, Knot College",
        "Leo Form": "union organizer",
    },
    "Twine industry lobbyist Rolf Draft told the subcommittee that rules cost jobs.": {
        "Rolf Draft": "Twine industry lobbyist"
    },
    "Specimen thanked Dr. Nora Sample, who directs the Center for Knots at Rope State University, for her testimony.": {
        "Nora Sample": "Center for Knots at Rope State University"
    },
    "In her opening statement to the committee, Tess Norm, a nurse from Sampleton, recalled the night shift.": {
        "Tess Norm": "nurse from Sampleton"
    },
    "“We did our best,” Acting Knot Commissioner Udo Test told Specimen.": {"Udo Test": "Acting Knot Commissioner"},
    "The panel also included testimony from Ines Lind, policy counsel at Ropes for All.": {
        "Ines Lind": "policy counsel, Ropes for All"
    },
    "Wes Muster, the company’s chief executive, apologized to the committee and to the families.": {
        "Wes Muster": "company’s chief executive"
    },
    "Erik Copy, an analyst with the Sample Budget Office, cautioned the senators that costs will rise.": {
        "Erik Copy": "analyst, Sample Budget Office"
    },
    "During the hearing, Specimen clashed with Twine Corporation CEO Gus Norm over layoffs.": {
        "Gus Norm": "Twine Corporation CEO"
    },
    "Specimen also heard from Amy Holm, who has been a lighthouse keeper since 1990.": {
        "Amy Holm": "lighthouse keeper"
    },
    "Twine Deputy Assistant Secretary for Knot Programs Yola Test told the subcommittee that towns choose.": {
        "Yola Test": "Twine Deputy Assistant Secretary for Knot Programs"
    },
    "The subcommittee also received testimony from Bess Norm, the Student Rope Ombudsman of the Knot Bureau, and from "
    "Prof. Lars Probe, who holds the Sample Chair in Rope and Finance at Great Knots Law School.": {
        "Bess Norm": "Student Rope Ombudsman of the Knot Bureau",
        "Lars Probe": "Sample Chair in Rope and Finance, Great Knots Law School",
    },
    "Four other witnesses appeared on the panel: Dr. Fitz Lind, Sample Professor of Knot Economics, Upland University; "
    "Cory Test, chairman of the board of directors, Heartland Rope Cooperative; and Reu Holm, a rope farmer.": {
        "Fitz Lind": "Sample Professor of Knot Economics, Upland University",
        "Cory Test": "chairman of the board of directors, Heartland Rope Cooperative",
        "Reu Holm": "rope farmer",
    },
    "Also testifying: Kell Form, chief knot officer at Rope Systems; Hon. Phila Norm, Director, Federal Knot Bureau; "
    "and civil liberties lawyer Ansel Berg, who warned of nets.": {
        "Kell Form": "chief knot officer, Rope Systems",
        "Phila Norm": "Director, Federal Knot Bureau",
        "Ansel Berg": "civil liberties lawyer",
    },
    "It featured, at Specimen’s request, Mako Norm of Pearl City, a certified rope controller with fourteen years on "
    "the job.": {"Mako Norm": "certified rope controller"},
    "The committee heard also from Dr. Sara Copy, senior fellow at the Knot Project and formerly deputy chief "
    "economist at the Rope Bureau, and Otis Ray Holm, a landlord with 14 units.": {
        "Sara Copy": "senior fellow | Knot Project | formerly deputy chief economist Rope Bureau",
        "Otis Ray Holm": "landlord",
    },
    "Warden Iggy Draft of the Sample Ridge Correctional Complex testified that ropes came every night.": {
        "Iggy Draft": "Warden | Sample Ridge Correctional Complex"
    },
    "Also testifying were Lora Tall-Rope, founder of Save Our River Birds, and Harry Norm, Chief of Police of the "
    "Knot Nation.": {
        "Lora Tall-Rope": "founder of Save Our River Birds",
        "Harry Norm": "Chief of Police of the Knot Nation",
    },
    "On the first panel, Acting Chairman Emory Test of the Rope Hazard Commission said his agency has 14 inspectors.": {
        "Emory Test": "Acting Chairman | Rope Hazard Commission"
    },
    "Among those also testifying were Dusty Ray Form, a former rope captain, now a board member of Knots for All; and "
    "Sister Agnes Norm, O.P., executive director of the Twine Stewardship Project.": {
        "Dusty Ray Form": "former rope captain | board member of Knots for All",
        "Agnes Norm": "executive director of the Twine Stewardship Project",
    },
    "The Mayor of Knot Landing, Winston Probe, told the senator that the town lost its dock.": {
        "Winston Probe": "Mayor of Knot Landing"
    },
    "Patty Lo Norm, the bakery’s fourth-generation owner, described the rope by candlelight.": {
        "Patty Lo Norm": "bakery’s fourth-generation owner"
    },
    "Specimen asked retired firefighter Bo Lind what he saw. Lind, a volunteer with the Sample Rescue Squad, said he "
    "saw smoke.": {"Bo Lind": "retired firefighter | volunteer, Sample Rescue Squad"},
    "The committee heard from school custodian Marv Test, foster mother Mary Beth Norm of Sampleton, Louisiana, and "
    "third-generation rancher Dot Lind.": {
        "Marv Test": "school custodian",
        "Mary Beth Norm": "foster mother",
        "Dot Lind": "third-generation rancher",
    },
    "They were followed by Gail Form, president-elect of the Sample Nurses Guild, and Ed Norm, deputy assistant "
    "secretary for grant programs at the Twine Office.": {
        "Gail Form": "president-elect of the Sample Nurses Guild",
        "Ed Norm": "deputy assistant secretary for grant programs, Twine Office",
    },
    "Rep. Ann Norm (D-YY), Chairwoman of the House Rope Committee, testified before the subcommittee today.": {
        "Ann Norm": "Chairwoman of the House Rope Committee"
    },
    "Rep. Ann Norm (D-YY), a member of the House Rope Committee, testified before the subcommittee today.": {
        "Ann Norm": ""
    },
    "At his confirmation hearing to be Rope Administrator, Max Test told Specimen he would visit Sampleton.": {
        "Max Test": "nominee to be Rope Administrator"
    },
    "Specimen spoke at the hearing with Max Test, President Draft’s nominee to lead the Knot Office, about twine. "
    "“Congressman Test, we served together,” she said.": {"Max Test": "nominee to lead the Knot Office"},
    "At the committee’s hearing to consider pending nominees, Specimen raised concerns about Draft’s nominee to lead "
    "the Knot Office, former Rope Congressman Max Test.": {
        "Max Test": "nominee to lead the Knot Office | former Rope Congressman"
    },
    "Specimen spoke at the confirmation hearing of Max Test, who was picked to serve as Deputy Secretary of Twine.": {
        "Max Test": "nominee to be Deputy Secretary of Twine"
    },
    "She chaired the committee’s nomination hearing for Max Test and four other judicial nominees.": {"Max Test": ""},
    "Specimen questioned Max Test, the President’s nominee to be Knot Secretary, during his nomination hearing. Test, "
    "a former state ropemaker, declined to answer.": {
        "Max Test": "nominee to be Knot Secretary | former state ropemaker"
    },
    "Also scheduled to appear before the subcommittee are Dr. Hyun Paik, Chief of the Rope Branch at the Knot "
    "Institute, Captain (Ret.) Roy Norm, President of the Rope Alliance, and Anne Krum, an attorney who helps us.": {
        "Hyun Paik": "Chief of the Rope Branch, Knot Institute",
        "Roy Norm": "President of the Rope Alliance",
        "Anne Krum": "attorney",
    },
    "The panel heard from Zeland’s Ambassador to the United States, Oksana Probe.": {
        "Oksana Probe": "Zeland’s Ambassador to the United States"
    },
    "Lou Berg, a member of the Knot Tribal Council and a fisherman, testified that nets are torn.": {
        "Lou Berg": "member of the Knot Tribal Council | fisherman"
    },
}
SPOKEN = {
    "On our second panel we are joined by Dr. Otto Muster of the Twine Research Station; Ms. Rita Probe, who is the "
    "Chairwoman of the Knot Tribe; and, appearing virtually, Professor Jon Holm of the Udo Center for Ropes.": {
        "Otto Muster": "Twine Research Station",
        "Rita Probe": "Chairwoman of the Knot Tribe",
        "Jon Holm": "Professor | Udo Center for Ropes",
    },
    "I am pleased to have before us today Mr. Otto Muster, the Director of Knots at the Rope Bureau.": {
        "Otto Muster": "Director of Knots | Rope Bureau"
    },
    "Our first witness is Dr. Rita Probe. She is the Blank Professor of Twine at Knot University.": {
        "Rita Probe": "Blank Professor of Twine | Knot University"
    },
    "I also welcome Chief Jon Holm of the Sample Band, and Ms. Anna Lind, who serves as Director of the Knot team.": {
        "Jon Holm": "Chief | Sample Band",
        "Anna Lind": "Director of the Knot team",
    },
}
IN_SPANISH = {
    "También comparecieron como testigos el licenciado Otto Muster, director ejecutivo de la Oficina de Sogas; la "
    "directora del Centro de Nudos, Rita Probe, y el padre Julián Modelo, párroco de la iglesia de Santa Soga.": {
        "Otto Muster": "director ejecutivo de la Oficina de Sogas",
        "Rita Probe": "directora del Centro de Nudos",
        "Julián Modelo": "párroco de la iglesia de Santa Soga",
    },
    "El panel de testigos estuvo integrado por Otto Muster, administrador interino de la Oficina de Sogas; la Dra. "
    "Rita Probe, directora del Centro de Nudos de la Universidad de Sogas; y Julián Modelo, alcalde de Nudo.": {
        "Otto Muster": "administrador interino de la Oficina de Sogas",
        "Rita Probe": "directora del Centro de Nudos de la Universidad de Sogas",
        "Julián Modelo": "alcalde de Nudo",
    },
    "La senadora interrogó en la audiencia al administrador de la Agencia de Sogas, Otto Muster, sobre los nudos.": {
        "Otto Muster": "administrador de la Agencia de Sogas"
    },
}
NOBODY = [
    "Specimen wrote to Rope Secretary Pia Form last month. The letter was also signed by Rolf Draft, a lobbyist.",
    "Specimen thanked her colleague Olaf Norm, a longtime activist, who could not attend.",
    "The bill is named for Zoe Lind, a sailor who was killed at sea.",
    "Twine Corporation CEO Gus Norm declined to testify before the committee.",
    "Rolf Draft, a lobbyist, submitted a statement to the committee.",
    "“Rope is good,” said Rolf Draft, the director of the Knot Guild.",
    "Hemp Corporation CEO Gus Norm explained during the trial that nets were cut.",
    "Specimen was joined in introducing the bill by Senator Jo Test (R-YY).",
]


def words(*titles):
    found = re.findall(r"[^\W_]+", " ".join(titles).casefold())
    return Counter(word for word in found if word not in ("the", "of", "at", "for", "and"))


def witnesses(text):
    event = read_release(text).event
    return {one.name: words(*one.titles, one.organization or "") for one in event.witnesses}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_whoever_is_before_the_committee_is_a_witness_with_the_title(sentence):
    wanted = {name: words(titles) for name, titles in SENTENCES[sentence].items()}
    assert witnesses(f"{LEAD}{sentence}\n") == wanted


@pytest.mark.parametrize("sentence", SPOKEN)
def test_whom_a_chair_introduces_is_a_witness(sentence):
    text = (
        f"{LEAD}“I thank everybody for being here at this hearing. {sentence} I yield back,” said Senator Specimen.\n"
    )
    assert witnesses(text) == {name: words(titles) for name, titles in SPOKEN[sentence].items()}


@pytest.mark.parametrize("sentence", IN_SPANISH)
def test_a_sentence_in_spanish_shows_its_witnesses(sentence):
    lead = "WASHINGTON – La senadora Ida Specimen (D-ZZ) participó hoy en una audiencia del Comité de Sogas del Senado."
    assert witnesses(f"{lead}\n\n{sentence}\n") == {name: words(one) for name, one in IN_SPANISH[sentence].items()}


@pytest.mark.parametrize("sentence", NOBODY)
def test_whoever_is_only_spoken_of_is_no_witness(sentence):
    assert witnesses(f"{LEAD}{sentence}\n") == {}


def test_the_words_of_a_second_headline_are_nobody():
    assert witnesses(f"SPECIMEN ON ROPE\nWitnesses Describe Hours-Long Knots at Rope Hearing\n\n{LEAD}") == {}


def test_a_member_who_is_the_nominee_is_a_witness():
    text = LEAD + "She pressed President Draft’s nominee to lead the Knot Office, Senator Max Norm (R-YY), on twine.\n"
    assert witnesses(text) == {"Max Norm": words("nominee to lead the Knot Office")}


def test_a_second_office_stands_beside_the_first():
    text = LEAD + (
        "She introduced Mr. Otto Muster, a third-generation ropemaker, at the hearing. Mr. Muster, who also serves as "
        "Vice Chairman of the Knot Federation, was one of the witnesses.\n"
    )
    assert witnesses(text) == {"Otto Muster": words("third-generation ropemaker", "Vice Chairman Knot Federation")}


@pytest.mark.parametrize("name", ["Otto R. “O.R.” Muster", "Otto R. “O.R.” Muster, Jr.", "Otto de la Torre y Paz"])
def test_a_name_is_read_whole(name):
    text = f"{LEAD}She questioned Twine Corporation Chief Executive {name} about rope.\n"
    assert list(witnesses(text)) == [name]


def test_who_is_only_probable_is_to_be_checked():
    reading = read_release(LEAD + "Wes Muster, the company’s chief executive, apologized to the committee.\n")
    assert any("not plainly said to have testified" in one and "Wes Muster" in one for one in reading.warnings)
