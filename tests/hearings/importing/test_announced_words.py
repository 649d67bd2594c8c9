"""Whose the words below an announcement are: who questions or opens, not the witness whom it names besides."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.texts.mending import mend

OPENING = (
    "Sampley Speaks of Ropes\n\nWASHINGTON – Sen. Tom Sampley (R-ZZ) today defended ropes in a hearing. One of the "
    "witnesses was former Rep. Susan Muster, a rope maker. Sen. Sampley is the ranking member of the Subcommittee on "
    "Ropes.\n\n"
)


def speakers(text):
    return [one.speaker for one in read_release(mend(text).text).quotes]


@pytest.mark.parametrize(
    ("announcement", "speaker"),
    [
        (
            "Below are excerpts of Sen. Sampley’s opening remarks and video clips of his and Susan Muster’s comments:",
            "Tom Sampley",
        ),
        ("Excerpts of Sen. Sampley’s questions to Susan Muster follow:", "Tom Sampley"),
        ("Excerpts from Sampley’s exchange with Ambassador Muster follow.", "Tom Sampley"),
        ("Highlights of Sen. Sampley’s remarks, with video of Susan Muster’s testimony, are below:", "Tom Sampley"),
        ("Here are the remarks of Sen. Sampley on Susan Muster’s statement:", "Tom Sampley"),
        ("Below is a transcript of Sampley’s questioning of Susan Muster:", "Tom Sampley"),
        ("Sampley’s opening statement and Susan Muster’s testimony are below:", None),
        ("Excerpts of Senator Sampley’s statement and of Susan Muster’s testimony are below:", None),
        ("Excerpts of the testimony of Susan Muster follow:", "Susan Muster"),
        ("Read Susan Muster’s testimony below:", "Susan Muster"),
    ],
)
def test_the_owner_of_the_announced_words_speaks(announcement, speaker):
    words = "\n\n“The divide on ropes is plain: we need ropes.”\n\n“Today we speak of limits of ropes.”\n"
    assert speakers(OPENING + announcement + words) == [speaker, speaker]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“The last time you appeared before this committee I urged you to buy rope.", "Tom Sampley"),
        ("“In your testimony, ropes are missing. Why?”", "Tom Sampley"),
        ("“Will you commit to buying ropes?”", "Tom Sampley"),
        ("“You testified that ropes hold. They do not.”", "Tom Sampley"),
        ("“Why did your agency lose the ropes?”", "Tom Sampley"),
        ("“We do all we can to mend ropes, and I thank you, Senator.”", "Susan Muster"),
    ],
)
@pytest.mark.parametrize("heading", ["Restoring Markets", "Boosting Rope Trade", "Old Ropes"])
def test_words_that_say_you_to_a_witness_are_not_hers(heading, words, speaker):
    text = (
        f"{OPENING}Excerpts from Sampley’s exchange with Ambassador Muster follow.\n\n{heading}\n\n“We agreed on ropes."
    )
    text += "\n\n“Why is your office idle?”\n\nMuster affirmed that the office was idle, though she failed to say why."
    assert speakers(f"{text}\n\n{heading}\n\n{words}\n") == ["Tom Sampley", speaker]


@pytest.mark.parametrize(
    "question",
    [
        "Probing Muster on whether ropes hold, Senator Sampley asked, “Do ropes hold?”",
        "Pressing Muster on ropes, Senator Sampley said, “Do ropes hold?”",
        "“Do ropes hold?” askedSenator Sampley. Questioning Muster took him an hour.",
        "Citing Muster and others, Senator Sampley asked: “Do ropes hold?”",
        "Grilling Muster, Sen. Sampley added, “Do ropes hold?”",
        "“Do ropes hold?” pressedSen. Sampley, who leads the RopeAI inquiry.",
    ],
)
def test_a_participle_or_a_body_in_front_of_a_name_makes_no_second_person(question):
    text = "WASHINGTON – Sen. Tom Sampley (R-ZZ) questioned former board member of RopeAI Susan Muster.\n\n"
    assert speakers(f"{text}{question}\n\nMuster responded, “They hold if they are tied.”\n") == [
        "Tom Sampley",
        "Susan Muster",
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("This includes Sampley’s speech when he voted on Otto Knot in 2020, saying, Knot was", "Tom Sampley"),
        ("It cites Sampley’s letter to the bureau, warning that ropes", "Tom Sampley"),
        ("The bill follows Sampley’s remarks on Muster last year, arguing that she", "Tom Sampley"),
        ("The record holds Sampley’s testimony before the court, stating that ropes", "Tom Sampley"),
        ("There was Dr. Muster’s testimony on knots, noting that they", "Susan Muster"),
        ("Muster read Sampley’s letter, adding that ropes", "Susan Muster"),
    ],
)
def test_a_participle_belongs_to_the_only_owner_of_a_speech_in_its_sentence(sentence, speaker):
    text = "WASHINGTON – Sen. Tom Sampley (R-ZZ) questioned Dr. Susan Muster at a hearing on ropes.\n\n"
    assert speakers(f"{text}{sentence} “were never more than strings in the hands of a few old men.”\n") == [speaker]


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        (
            "In his opening remarks, Senator Sampley paid tribute to the work of late Ranking Member Ida Knot:",
            "Tom Sampley",
        ),
        (
            "Senator Sampley discussed ropes, the testimony by Dr. Ida Knot before the committee, and a bill:",
            "Tom Sampley",
        ),
        ("In her opening remarks, Congresswoman Roe thanked the staff of Senator Sampley:", None),
        ("Sampley then questioned Mr. Hook on ropes and praised the bureau for doing less.", "Tom Sampley"),
    ],
)
def test_whoever_acts_above_the_words_speaks_not_whom_a_preposition_leads_to(above, speaker):
    assert speakers(
        f"{OPENING}Ida Knot and Mr. Otto Hook served once.\n\n{above}\n\n“They were a force on every rope.”\n"
    ) == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Raised on ropes, Sampley told of his fear under President Otto Knot, adding that", "Tom Sampley"),
        ("The sail makers spoke of their years under President Otto Knot, adding that", None),
        ("The sail makers were heard against Governor Otto Knot, stressing that", None),
    ],
)
def test_a_participle_is_not_of_whom_a_preposition_leads_to(sentence, speaker):
    assert speakers(f"{OPENING}{sentence} “ropes were all that we had to hold on to in those years.”\n") == [speaker]


@pytest.mark.parametrize("office", ["Attorney General", "Administrator", "Comptroller", "Superintendent"])
def test_an_office_alone_means_its_only_holder(office):
    text = f"{OPENING}“Ropes are good,” {office} Otto Knot responded.\n\nThe {office} continued, “I buy them.”\n"
    assert speakers(text) == ["Otto Knot", "Otto Knot"]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("That was echoed by Susan Muster, a rope maker.", "Susan Muster"),
        ("The worry was shared by Dr. Otto Hook, President of Sample Ropes of Lakeside.", "Otto Hook"),
    ],
)
def test_whoever_echoes_what_was_said_speaks_behind_it(told, speaker):
    text = (
        f"{OPENING}Dr. Otto Hook came, too.\n\n“Ropes rot,” said Sampley. {told} “They hold nothing, and cost all.”\n"
    )
    assert speakers(text) == ["Tom Sampley", speaker]


def test_words_below_a_member_whose_full_name_is_nowhere_are_not_of_the_witness_named_with_her():
    text = (
        "Senator Knot questioned Secretary Ida Muster at a hearing on ropes.\n\nKnot stressed to Secretary Muster that"
    )
    assert speakers(f"{text} ropes rot.\n\n“Ropes rot, and I expect you to mend them.”\n") == [None]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Moreover, said Sampley, “ropes rot.”", True),
        ("Además, dijo Sampley, “las cuerdas se pudren.”", True),
        ("Muster asked, said Sampley, “ropes rot.”", False),
    ],
)
def test_a_verb_before_its_subject_may_stand_behind_a_word_that_goes_on(sentence, named):
    assert (speakers(f"{OPENING}{sentence}\n") == ["Tom Sampley"]) is named


def test_an_office_means_who_is_named_behind_it():
    text = "The Commissioner of Ropes and Sails, Ida Muster, testified at a hearing.\n\nThe replies, according to the"
    assert speakers(f"{text} Commissioner, “were the first in years that were worth hearing.”\n") == ["Ida Muster"]


def test_words_below_a_paragraph_that_quotes_another_are_of_whom_it_begins_with():
    told = "Sampley told of his doubts. Muster had called the makers “a gang of thieves who rob the poor of rope.”"
    assert speakers(f"{OPENING}{told}\n\n“She will not let the rope stand in her way, and we know it.”\n") == [
        "Susan Muster",
        "Tom Sampley",
    ]


@pytest.mark.parametrize(("phrase", "meant"), [("the general said", True), ("the general public said", False)])
def test_a_rank_alone_means_its_only_holder(phrase, meant):
    text = f"{OPENING}General Otto Hook was sorry, and called it “an error of ours on the ship.”\n\n"
    assert (speakers(f"{text}“It broke,” {phrase}.\n")[-1] == "Otto Hook") is meant


def test_a_participle_is_of_whom_the_sentence_has_do_something_behind_what_leads_to_it():
    text = f"{OPENING}Given the state of ropes, Sampley sought figures from Muster about what was needed, asking"
    assert speakers(f"{text} “what would you say that a rope of this sort costs?”\n") == ["Tom Sampley"]
