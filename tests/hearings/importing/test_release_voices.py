"""Quotations of two speakers beside each other: whom the words between them bring in, and who is named by another."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = (
    "WASHINGTON – Rep. Bob Sample (R-ZZ), Chairman of the Committee on Lamps, held a hearing entitled “Oil and Wick” on"
    " April 6, 2022. Witnesses included Ms. Jane Muster, Director of the Lamp Office; and Sgt. Tim Probe, Keeper of the"
    " Wicks.\n\n"
)
CHAIR, OFFICE, KEEPER = "Bob Sample", "Jane Muster", "Tim Probe"


def said(words, lead=LEAD):
    return [(one.speaker, [part.text for part in one.parts]) for one in read_release(lead + words).quotes]


def sure_of(words, lead=LEAD):
    return {one.speaker for one in read_release(lead + words).quotes if one.confidence >= SURE}


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("“Who had the lock?” Sample asked Muster. “Nobody,” she said.", [CHAIR, OFFICE]),
        ("“Who had the lock?” Sample asked Muster. “Nobody,” she replied.", [CHAIR, OFFICE]),
        ("“It is late,” Sample told Muster. “It is early,” she said.", [CHAIR, OFFICE]),
        ("“It is late,” Sample told Probe. “It is early,” he replied.", [CHAIR, KEEPER]),
        ("“You do,” said Sample, to which Muster answered: “Prove it.”", [CHAIR, OFFICE]),
        ("“You do,” said Sample, to which Muster answered, “Prove it.”", [CHAIR, OFFICE]),
        ("“It is late,” said Sample, before Probe interjected: “It is early.”", [CHAIR, KEEPER]),
        ("“It is late,” said Sample, before Probe cut in: “It is early.”", [CHAIR, KEEPER]),
        ("“It is late,” said Sample, whereupon Muster shot back: “It is early.”", [CHAIR, OFFICE]),
        ("“It is late,” said Sample; Muster’s answer was “It is early.”", [CHAIR, OFFICE]),
        ("“It is late,” said Sample, prompting Probe to reply: “It is early.”", [CHAIR, KEEPER]),
        ("“It is late,” said Sample, drawing a retort from Muster: “It is early.”", [CHAIR, OFFICE]),
        ("“It is late,” said Sample, only for Muster to object: “It is early.”", [CHAIR, OFFICE]),
        ("“It is late,” said Sample. “It is early,” said one farmer.", [CHAIR, None]),
        ("“It is late,” Sample told Muster. “It is early,” was her reply.", [CHAIR, None]),
        ("“It is late,” said Sample. “It is early,” came the reply from Muster.", [CHAIR, None]),
        ("“It is late,” said Sample. “It is early,” someone shouted.", [CHAIR, None]),
        ("“It is late,” said Sample, with Muster adding: “It is early.”", [CHAIR, OFFICE]),
        ("“Do you know?” he asked Muster. “I do,” she said.", [None, OFFICE]),
        ("When told by Probe that “the keys were lost,” Sample said, “Find them.”", [KEEPER, CHAIR]),
        ("Asked by Sample “Why did you go back?”, Probe said “To find my brother.”", [CHAIR, KEEPER]),
        ("Asked by Sample, “Why did you go back?” Probe said, “To find my brother.”", [CHAIR, KEEPER]),
        ("Told by Sample “You went back,” Muster said “I never did.”", [CHAIR, OFFICE]),
        ("To Sample’s question “Why did you go back?” Probe answered “To find him.”", [CHAIR, KEEPER]),
        ("Pressed by Chairman Sample on “the missing keys,” Probe said “I lost them.”", [KEEPER]),
    ],
)
def test_words_between_two_quotations_that_bring_in_another_speaker(words, speakers):
    assert [speaker for speaker, _ in said(words)] == speakers


@pytest.mark.parametrize(
    "words",
    [
        "“It is late,” Sample told Muster. “And that is all there is,” he added.",
        "“It is late,” Sample told Muster, “and you know it.”",
        "“Who had the lock?” Sample asked Probe. “Who lost it?” he continued.",
        "“It is late,” Sample said at a hearing with Muster. “It is time to go home.”",
        "“It is late,” said Sample, who asked Muster to explain. “Let us go home.”",
    ],
)
def test_a_speaker_goes_on_behind_whom_the_words_are_said_to(words):
    assert [speaker for speaker, _ in said(words)] == [CHAIR]


@pytest.mark.parametrize(
    "words",
    [
        "“I never said that,” Sample quoted Muster as saying.",
        "“I never said that,” Sample quoted her as saying.",
        "“I never said that,” Sample recalled Muster saying.",
        "“I never said that,” Sample said, quoting Muster.",
        "“I never said that,” said Sample, citing Muster.",
        "“I never said that,” Sample claimed Muster had said.",
        "“I never said that,” Sample said, reading from a letter of Muster.",
        "“I never said that,” Sample accused Muster of saying.",
        "“It was hopeless,” Muster denied saying.",
        "“It was hopeless,” Muster never said.",
        "“It was hopeless,” Muster refused to say.",
        "“It was hopeless,” Muster was accused of saying.",
        "“It was hopeless,” said Sample, in the words of Muster.",
        "Muster denied having said “it was hopeless for us all.”",
        "Muster denied saying “it was hopeless for us all.”",
        "Muster denied that she had said “it was hopeless for us all.”",
        "Muster never said “it was hopeless for us all.”",
        "Sample disputed having called it “hopeless for us all.”",
        "Muster is not the one who said “it was hopeless for us.”",
    ],
)
def test_words_of_another_and_words_that_were_not_said_are_nobodys(words):
    assert {speaker for speaker, _ in said(words)} <= {None}


def test_who_reads_out_the_words_of_another_within_her_own_speaks():
    assert said("“One clerk wrote: ‘I was told so,’” Muster said, reading from a note.")[0][0] == OFFICE


@pytest.mark.parametrize(
    "named",
    [
        "said a spokesman for Sample",
        "a spokeswoman for Chairman Sample said",
        "said the office of Chairman Sample",
        "said an attorney representing Sample",
        "said a friend of Sample",
        "said a witness who sat behind Sample",
        "said a witness Sample had called",
        "said the lawyer whom Sample brought",
        "said the woman beside Sample",
        "said one who knew Sample",
    ],
)
def test_somebody_who_is_named_only_by_another(named):
    assert said(f"“It is late,” {named}.") == [(None, ["It is late,"])]


@pytest.mark.parametrize(
    "who",
    ["A lawyer for Sample", "A witness who sat behind Sample", "A former colleague of Sample", "An aide to Sample"],
)
def test_somebody_before_the_words_who_is_named_only_by_another(who):
    letter = "“We write to you in alarm.\n\n“The vault is open.”"
    assert said(f"{who} said, “It is late.”\n\n{letter}") == [
        (None, ["It is late."]),
        (None, ["We write to you in alarm.", "The vault is open."]),
    ]


@pytest.mark.parametrize("noun", ["ally", "aide", "lawyer", "critic", "supporter", "biographer"])
def test_somebody_whom_the_name_of_another_describes(noun):
    assert said(f"“It is late,” said Sample {noun} Ann Specimen.") == [("Ann Specimen", ["It is late,"])]


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("Sample asked Dr. Max Tern, “Is it safe?” and he answered, “It is not.”", [CHAIR, "Max Tern"]),
        ("Sample asked Muster, “Is it safe?” and she answered, “It is not.”", [CHAIR, OFFICE]),
        ("Sample asked Muster, “Is it safe?” and she said, “It is not.”", [CHAIR, OFFICE]),
        ("Sample pressed Muster: “Is it safe?” to which she replied: “It is not.”", [CHAIR, OFFICE]),
        ("Sample told Probe, “It is safe,” but he replied, “It is not.”", [CHAIR, KEEPER]),
        ("Sample asked Probe, “Is it safe?” He said, “It is not.”", [CHAIR, None]),
    ],
)
def test_a_pronoun_behind_words_that_are_said_to_somebody(words, speakers):
    quotes = read_release(LEAD + words).quotes
    assert [one.speaker for one in quotes] == speakers
    assert quotes[1].confidence < SURE


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        ("while Yara Specimen of the Wick Union warned of “a chilling effect on all.”", [CHAIR, "Yara Specimen"]),
        ("and Muster spoke of “a chilling effect on us all.”", [CHAIR, OFFICE]),
        ("and, in the view of Jane Muster, “the best of days for us.”", [CHAIR, None]),
        ("and that Muster had been “a liar all her life for everyone to see.”", [CHAIR]),
    ],
)
def test_fragments_in_a_sentence_that_turns_to_somebody_else(words, speakers):
    assert [one for one, _ in said(f"Sample told the panel that it was “a dark day for us all,” {words}")] == speakers


def test_a_pronoun_that_begins_a_paragraph_goes_on_with_whom_the_one_above_is_about():
    told = "“It is late,” said Muster.\n\nChairman Sample pressed Ms. Muster on the price of oil.\n\n"
    ((_, first), (speaker, _)) = said(f"{told}He continued, “You sold the wick.”")
    assert (first, speaker) == (["It is late,"], CHAIR)


PAIR = "Chairman Ed Sample and Ranking Member Ed Sample Jr. spoke at a hearing on lamps.\n\n"


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("Sample", None),
        ("Mr. Sample", None),
        ("Chairman Sample", "Ed Sample"),
        ("Ed Sample", "Ed Sample"),
        ("Sample Jr.", "Ed Sample Jr."),
        ("Ed Sample Jr.", "Ed Sample Jr."),
    ],
)
def test_a_parent_and_a_child_of_one_name(named, speaker):
    assert said(f"“One,” said {named}.", PAIR) == [(speaker, ["One,"])]
    parted = "Rep. Ed Sample (R-TX) led.\n\nRep. Ed Sample Jr. (D-VA) spoke at a hearing on lamps.\n\n"
    assert said("“One,” said Sample.", parted)[0][0] is None


def test_a_name_with_and_without_its_generation_is_one_where_the_text_knows_one():
    text = "Rep. Ed Sample Jr. (R-TX) held a hearing.\n\n“One,” said Ed Sample. “Two,” Sample said."
    assert said(text, "") == [("Ed Sample Jr.", ["One,", "Two,"])]


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("Ms. Sample", "Mary Sample"),
        ("Mrs. Sample", "Mary Sample"),
        ("Miss Sample", "Mary Sample"),
        ("Mr. Sample", "James Sample"),
        ("Congressman Sample", "James Sample"),
        ("Chairman Sample", "James Sample"),
    ],
)
def test_a_form_of_address_tells_two_people_of_one_surname_apart(named, speaker):
    lead = (
        "Chairman James Sample (R-TX) held a hearing. Witnesses were Mary Sample, a baker, and Ed Probe, a smith.\n\n"
    )
    assert said(f"“It is late,” said {named}.", lead) == [(speaker, ["It is late,"])]
    alone = "Chairman James Sample (R-TX) held a hearing.\n\n“It is late,” said Ms. Sample."
    assert said(alone, "")[0][0] is None


@pytest.mark.parametrize(
    "words",
    [
        "said the vault was open and that “[it’s a disgrace]”.",
        "praised the clerks before adding that “[nobody will].”",
        "testified that “[the ice remembers],” and left.",
        "testified that “[the ice remembers]” and left.",
        "told the panel that “[paper burns]”.",
        "called Probe a “[liar and a thief]”.",
        "denounced Probe as “[a fool and a thief]”.",
    ],
)
def test_short_fragments_that_say_something(words):
    marked = words.replace("]”", "”").replace("].”", ".”").replace("],”", ",”").replace("“[", "“")
    ((speaker, parts),) = said(f"Muster {marked}")
    assert speaker == OFFICE
    assert parts[0].rstrip(".,") == words[words.index("[") + 1 : words.index("]")]


@pytest.mark.parametrize(
    "words",
    [
        "said that “paper cuts” are common.",
        "testified that “ghost guns” were found.",
        "testified that “red flag” laws work.",
        "called the plan a “death tax”.",
        "warned that “dark money” rules.",
        "asked that the “rent and loan” rule be kept.",
    ],
)
def test_terms_in_what_is_said_are_no_speech(words):
    assert said(f"Muster {words}") == []


def test_words_in_single_marks_that_are_not_read_are_warned_of():
    for words in (
        "'We won't go,' said Probe.",
        "‘We won’t go,’ said Probe.",
        "Probe said, ‘The clerks’ keys are gone.’",
    ):
        (warning,) = read_release(f"{LEAD}“Paper burns,” said Muster. {words}").warnings
        assert warning.startswith("Words in single quotation marks were not read")
    assert not read_release(f"{LEAD}“They say ‘Go home,’ and we go,” said Muster.").warnings


BETWEEN = st.sampled_from(
    [
        ", to which {} answered: ",
        ", to which {} replied, ",
        ", before {} interjected: ",
        ", prompting {} to object: ",
        ", whereupon {} said: ",
        ", drawing a sharp reply from {}: ",
        ", only for {} to answer: ",
        ", but {} disagreed: ",
        ", while {} countered: ",
        "; {}’s reply was ",
        "; {}’s answer: ",
        ". {} responded: ",
        ". But {} retorted, ",
        "\n\n{} shot back: ",
    ]
)
TELLS = st.sampled_from(["said {}", "{} said", "asked {}", "{} added"])
PEOPLE = {"Sample": CHAIR, "Muster": OFFICE, "Probe": KEEPER}


@settings(max_examples=150, deadline=None)
@given(st.permutations(sorted(PEOPLE)), BETWEEN, TELLS, st.sampled_from([",", "?"]))
def test_two_named_speakers_never_share_one_sure_quote(names, between, tells, ends):
    one, other = names[:2]
    text = f"{LEAD}“It was late that day{ends}” {tells.format(one)}{between.format(other)}“It was early for us.”\n"
    first, second = text.index("“It was late") + 1, text.index("“It was early") + 1
    for quote in read_release(text).quotes:
        starts = [part.start for part in quote.parts]
        assert not (first in starts and second in starts)
        right = {PEOPLE[one] if first in starts else None, PEOPLE[other] if second in starts else None}
        assert quote.confidence < SURE or quote.speaker in right
    assert all(left.parts[-1].end < right.parts[0].start for left, right in pairwise(read_release(text).quotes))


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        (
            "Asked by Rep. Rob Probe, R-Va., if “there was a greater need for rope,” Muster replied, “Yes, sir.”",
            ["Rob Probe"],
        ),
        (
            "Pressed by Rob Probe on why “nobody was there to hold the rope,” Muster said she did not know.",
            ["Rob Probe"],
        ),
        ("Asked if “nobody was there to hold the rope,” Muster said she did not know.", []),
        ("Asked about the rope, “nobody was there to hold it,” Muster said.", ["Ida Muster"]),
    ],
)
def test_words_within_what_somebody_was_asked_are_of_whoever_asked(sentence, speakers):
    lead = "WASHINGTON – Ida Muster, a rope maker, testified at a hearing that Rep. Rob Probe (R-ZZ) held.\n\n"
    quotes = read_release(f"{lead}{sentence}\n").quotes
    assert [one.speaker for one in quotes][:1] == speakers
    assert speakers == ["Ida Muster"] or not [one for one in quotes[:1] if one.confidence >= SURE]


@pytest.mark.parametrize("party", [" (R-ZZ)", ", R-Ohio", ""])
def test_words_that_go_on_behind_a_party_are_of_the_same_speaker(party):
    text = f"{LEAD}“The law,” said Rep. Bob Sample{party}, “is plain. The owner pays.”\n"
    assert said(text, "") == [(CHAIR, ["The law,", "is plain. The owner pays."])]


@pytest.mark.parametrize(
    "second",
    [
        "“I will be in Aspen,” Muster’s lawyer, Liz Pound, had told the committee.",
        "“We are sorry,” Sample’s counterpart, Al Pratt, offered.",
        "“All lamps shall be lit,” under the statute.",
        "“It burns,” according to the company’s website.",
        "“It burns,” the keeper’s brother called from the gallery.",
    ],
)
def test_words_behind_which_something_else_is_named_are_not_of_whoever_spoke_before(second):
    quotes = read_release(f"{LEAD}“It went out,” said Sample. {second}\n").quotes
    assert quotes[0].speaker == CHAIR
    assert [one.speaker for one in quotes[1:] if one.confidence >= SURE] == []
    assert len(quotes[0].parts) == 1


@pytest.mark.parametrize(
    "words", ["“Did it burn?” asked Sample. “It did.” “When?” “In May.”", "“Did it?” “Yes.” “When?” asked Sample."]
)
def test_words_of_an_exchange_without_names_are_nobodys(words):
    quotes = read_release(f"{LEAD}{words}\n").quotes
    sure = [part.text for one in quotes if one.confidence >= SURE for part in one.parts]
    assert sure in (["Did it burn?"], ["When?"])


@pytest.mark.parametrize(
    "clause",
    [
        "When Sample called the lamp “rotten to the wick,” Muster disagreed.",
        "Although Sample described the lamp as “a danger to us all,” Muster laughed.",
        "While Sample said the lamp “is not ours to mend,” Muster objected.",
    ],
)
def test_words_in_a_clause_that_comes_first_are_not_of_the_subject_behind_it(clause):
    assert OFFICE not in [one.speaker for one in read_release(f"{LEAD}{clause}\n").quotes]


@pytest.mark.parametrize(
    "words",
    [
        "Sample opened by recalling the words of the late Marge Dillard: “Never trust a quiet lamp.”",
        "Reading from the letter, Sample said: “We should bury the lamps.”",
        "Quoting Dillard, Sample added, “With malice toward none, we light them.”",
        "Sample invoked Marge Dillard: “The time is always right for a lamp.”",
    ],
)
def test_words_that_are_recalled_or_read_out_are_not_of_whoever_speaks(words):
    assert sure_of(words) == set()
