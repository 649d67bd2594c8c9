"""Exchanges told paragraph by paragraph, pronouns, and members named by office alone: whose words they are."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = (
    "WASHINGTON – Senator Anna Sample (D-VT) questioned Ben Muster, director of the Rope Office, at a"
    " hearing on rust.\n\n"
)
MET = "Senator Anna Sample (D-VT) and Director Ben Muster spoke at a hearing on ropes.\n\n"


def said(text):
    return [(quote.speaker, part.text) for quote in read_release(text).quotes for part in quote.parts]


def sure(text):
    return [quote.speaker for quote in read_release(text).quotes if quote.confidence >= SURE]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“Is it rust?” Sample asked.", "“It is rust,” Muster answered."),
        ("“Is it rust?” asked Senator Sample.", "“It is rust,” said Muster."),
        ("Sample asked, “Is it rust?”", "Muster replied, “It is rust.”"),
        ("“Then it is rust,” Sample said. “Is it?”", "“It is rust,” Mr. Muster conceded."),
    ],
)
def test_speakers_alternate_where_nobody_is_named_any_more(first, second):
    text = f"{LEAD}{first}\n\n{second}\n\n“Since when?”\n\n“Since the day it was made.”\n\n“Thank you,” Sample said.\n"
    assert said(text)[-3:] == [
        ("Anna Sample", "Since when?"),
        ("Ben Muster", "Since the day it was made."),
        ("Anna Sample", "Thank you,"),
    ]
    assert len(sure(text)) <= 3


@pytest.mark.parametrize(
    "asks",
    [
        "“You wrote to the pier,” Sample said to Muster. “What happened next?”",
        "“What happened next?” Sample asked Muster.",
        "“Director Muster, what happened next?” Sample asked.",
        "“What happened next?” Sample asked Director Muster of the Rope Office.",
    ],
)
def test_whoever_is_asked_answers(asks):
    text = f"{LEAD}{asks}\n\n“The pier wrote back.”\n\n“And then?”\n\n“And then we replied.”\n"
    assert said(text)[-3:] == [
        ("Ben Muster", "The pier wrote back."),
        ("Anna Sample", "And then?"),
        ("Ben Muster", "And then we replied."),
    ]


def test_an_answer_that_is_not_one_is_of_the_other_whom_the_text_says_was_asked():
    text = (
        f"{LEAD}Sample asked Muster three times for an apology.\n\n“We think of the sailors,” Muster stated.\n\n"
        "“I asked about an apology,” said Sample.\n\n“We followed the rules of the time.”\n"
    )
    assert said(text)[-1] == ("Ben Muster", "We followed the rules of the time.")


def test_nobody_alternates_where_no_exchange_is_told():
    text = f"{MET}“Rope rots,” Muster said.\n\n“It does,” said Sample.\n\n“We will mend every pier in the state.”\n"
    assert said(text)[-1][0] != "Ben Muster"


@pytest.mark.parametrize(
    "words", ["“This bill will mend the ropes of every pier in the state, and I will not rest until it passes.”"]
)
def test_long_words_are_no_answer_to_what_asks_nothing(words):
    text = f"{LEAD}“Rope rots,” Muster said.\n\n“I hear it every year,” said Sample.\n\n{words}\n"
    assert said(text)[-1][0] != "Ben Muster"


def test_a_pronoun_behind_a_relative_of_the_speaker_is_open():
    text = (
        "Sen. Anna Sample (D-VT) spoke on ropes.\n\nHer mother, Ida Probe, tied ropes.\n\n“I learned it,” she said.\n"
    )
    assert said(text) == [(None, "I learned it,")]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("“It rusts,” he drawled. “I saw it.”", "Ben Muster"),
        ("“The rope itself,” he repeated.", "Ben Muster"),
        ("“It rusts!” he bellowed.", "Ben Muster"),
        ("“It rusts,” he deadpanned, to laughter.", "Ben Muster"),
    ],
)
def test_a_pronoun_and_any_verb_behind_words(told, speaker):
    text = f"{LEAD}Muster, for his part, told the panel that he buys no rope.\n\n{told}\n"
    assert {one for one, _ in said(text)} == {speaker}


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("The first witness, Ida Probe, a sailor’s widow, said she had last seen the rope in May.", "Ida Probe"),
        ("Probe said that the rope broke. She testified, too, that it was new.\n\nIt had cost a lot.", None),
        ("Asked by Senator Sample about rust, Ida Probe said she had seen none.", "Ida Probe"),
    ],
)
def test_a_pronoun_is_of_whom_the_sentence_before_is_about(told, speaker):
    text = f"{LEAD}Also heard was Ida Probe, a rigger.\n\n{told}\n\n“It broke,” she said.\n"
    assert said(text) == [(speaker, "It broke,")]


def test_who_asks_is_not_meant_by_the_pronoun_behind_it():
    text = (
        f"{LEAD}Ida Probe spoke for riggers. Asked by Senator Otto Exhibit (R-ME) about rust, she said, “I saw it.”\n"
    )
    assert said(text) == [("Ida Probe", "I saw it.")]


def test_a_pronoun_goes_on_behind_a_paragraph_that_names_nobody():
    text = f"{LEAD}“I tied it,” Muster said.\n\nThe rope snapped.\n\n“It always does,” he continued.\n"
    assert said(text)[-1] == ("Ben Muster", "It always does,")


def test_a_pronoun_of_the_other_sex_is_of_the_other_one():
    text = (
        "Sen. Anna Sample (D-VT) questioned Mr. Ben Muster about rust at a hearing on ropes.\n\n"
        "Mr. Muster promised the list by May.\n\n“I want it in writing,” Sample said.\n\n“You’ll have it,” he said.\n"
    )
    assert said(text)[-1] == ("Ben Muster", "You’ll have it,")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“I would rather tie it myself,” the senator answered.", "Anna Sample"),
        ("After the hearing, the senator tweeted, “Rope. Rust. Fix it now, please.”", "Anna Sample"),
        ("Senator Otto Exhibit (R-ME) disagreed. “Rope is fine,” the senator said.", "Otto Exhibit"),
        ("“I would rather tie it myself,” the congresswoman answered.", None),
    ],
)
def test_a_member_named_by_office_alone(words, speaker):
    text = f"{LEAD}The hearing went on. Muster said that rust is slow.\n\n{words}\n"
    assert {one for one, _ in said(text)} == {speaker}


def test_what_follows_a_fragment_names_another_speaker():
    text = (
        f"{LEAD}Sample said that piers had “bought the same rope twice and want a third one.” Muster, who sells none,"
        " fired back. “They paid for it,” he said.\n\nSample warned them against “buying a very costly copy of it.”"
        " According to Muster, rope is cheap.\n"
    )
    assert [one for one, _ in said(text)] == ["Anna Sample", "Ben Muster", "Anna Sample"]


def test_speakers_in_lines_of_their_own():
    text = (
        "Sample Questions the Rope Office\n\nWASHINGTON – Senator Anna Sample (D-VT) this week questioned"
        " officials.\n\n"
        "Senator Sample\n\nGeneral, when did you see it?\n\nLieutenant General Ida Probe, Chief of Ropes\n\n"
        "In May, Senator.\n\nSenator Sample\n\nWould you tie your boat with it?\n\nThe Honorable Ben Muster,"
        " Rope Office\n\n"
        "No, Senator, I would not.\n\nAnd we have asked for new rope.\n\nSenator Sample\n\nI yield back.\n\n###\n"
    )
    assert said(text) == [
        ("Anna Sample", "General, when did you see it?"),
        ("Ida Probe", "In May, Senator."),
        ("Anna Sample", "Would you tie your boat with it?"),
        ("Ben Muster", "No, Senator, I would not."),
        ("Ben Muster", "And we have asked for new rope."),
        ("Anna Sample", "I yield back."),
    ]


def test_a_list_of_witnesses_is_no_transcript():
    text = (
        f"{LEAD}Witnesses\n\nDr. Ida Probe, Rope Institute\n\nProbe has tied ropes for years.\n\nBen Muster,"
        " Rope Office\n\n"
        "Muster leads the office.\n\nOtto Exhibit, Pier League\n\nExhibit speaks for piers.\n"
    )
    assert said(text) == []


def test_questions_and_answers_whose_marks_name_somebody():
    text = (
        f"{LEAD}Senator Otto Exhibit (R-ME) presided.\n\nQ (Sample): Do you sell rope?\n\nA (Muster): I do,"
        " Senator.\n\n"
        "Q: Is it new?\n\nA: I believe that it is.\n"
    )
    assert said(text) == [
        ("Anna Sample", "Do you sell rope?"),
        ("Ben Muster", "I do, Senator."),
        ("Anna Sample", "Is it new?"),
        ("Ben Muster", "I believe that it is."),
    ]


def test_words_in_single_marks_throughout():
    text = (
        f"{LEAD}‘I bought this rope,’ Sample said. ‘Its label says “best of all.” It isn’t.’\n\n"
        "‘We inspect what we can,’ Muster said, ‘and our arms aren’t long.’\n\nMuster said that rust takes"
        " ‘a week or two’ "
        "at sea.\n\n‘Then hurry,’ said Sample.\n"
    )
    assert said(text) == [
        ("Anna Sample", "I bought this rope,"),
        ("Anna Sample", "Its label says “best of all.” It isn’t."),
        ("Ben Muster", "We inspect what we can,"),
        ("Ben Muster", "and our arms aren’t long."),
        ("Ben Muster", "a week or two"),
        ("Anna Sample", "Then hurry,"),
    ]


@pytest.mark.parametrize(
    "office",
    [
        "HUD Deputy Assistant Secretary for Grant Programs",
        "Deputy Assistant Secretary for Indian Programs",
        "SBA Associate Administrator for Disaster Programs",
        "Assistant Secretary for Public Buildings",
        "Deputy Director of Land and Water Programs",
    ],
)
def test_the_last_words_of_an_office_are_no_given_names(office):
    text = (
        f"{LEAD}{office} Yolanda Prescott-Iqbal told the panel that she had seen it.\n\n“It rusts,”"
        " Prescott-Iqbal said.\n"
    )
    assert said(text) == [("Yolanda Prescott-Iqbal", "It rusts,")]


def test_the_speaker_behind_a_place_or_a_body():
    text = (
        f"{LEAD}He was introduced by ex-Sen. Otto Exhibit of Georgia, who told the panel that he was “the"
        " only man who can"
        " tell a rope by its smell.”\n\nThe panel heard Dr. Ida Probe, Deputy Director of the Office of"
        " Ropes at the Rope"
        " and Tackle Administration, who said that the first could come “sometime next year.”\n"
    )
    assert [one for one, _ in said(text)] == ["Otto Exhibit", "Ida Probe"]


def test_a_rank_ends_no_sentence():
    text = (
        f"{LEAD}Mrs. Ida Probe, a sailor’s widow who has sued since her husband, Sgt. Otto Probe-Exhibit, was"
        " hurt, asked"
        " the members to “put a name on this rope and let it be his.”\n"
    )
    assert [one for one, _ in said(text)] == ["Ida Probe"]


def test_a_statement_ends_where_the_release_tells_what_others_said():
    text = (
        "Sample Introduces Judge\n\nWASHINGTON – Sen. Anna Sample (D-VT) introduced Judge Ida Probe."
        " Sample’s remarks, as"
        " prepared for delivery, are below.\n\nMr. Chairman, I am proud to be here.\n\nI urge the Committee"
        " to report it.\n\n"
        "In her own testimony, Probe pledged to be a judge “who lets people finish their sentences.” Asked"
        " about rope,"
        " she said, “I read the statute and the record.”\n"
    )
    assert said(text)[:2] == [
        ("Anna Sample", "Mr. Chairman, I am proud to be here."),
        ("Anna Sample", "I urge the Committee to report it."),
    ]
    assert ("Ida Probe", "I read the statute and the record.") in said(text)


def test_labels_with_a_shortened_state():
    text = (
        f'{LEAD}What witnesses said:\n\nIda Probe, rigger, Houma, La.: "My job\'s to hold them."\n\n'
        'Otto Exhibit, sailor, Bath, Me.: "It broke on me."\n'
    )
    assert said(text) == [("Ida Probe", "My job's to hold them."), ("Otto Exhibit", "It broke on me.")]
