"""Exchanges in releases: the labels of their turns, and whose words they are."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = (
    "WASHINGTON – At a hearing of the Committee on Ropes, Senator Anna Sample (D-VT) questioned Secretary of Ropes"
    " Ben Muster about rust. The exchange follows.\n\n"
)


def said(text):
    return [(quote.speaker, part.text) for quote in read_release(text).quotes for part in quote.parts]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("SEN. SAMPLE: ", "SEC. MUSTER: "),
        ("**Sample:** ", "**Muster:** "),
        ("**Sample**: ", "**Muster**: "),
        ("Senator Sample.  ", "Secretary Muster.  "),
        ("Ms. Sample. ", "Mr. Muster. "),
        ("Q: ", "A: "),
        ("Question: ", "Answer: "),
        ("**Q:** ", "**A:** "),
        ("Q. ", "A. "),
        ("Sample: (holding a rope) ", "Muster: [laughing] "),
    ],
)
def test_labels_of_an_exchange(asks, answers):
    text = (
        f"{LEAD}{asks}Is it rust?\n\n{answers}It is, Senator. I saw it.\n\n{asks}Since when?\n\n{answers}Since May.\n"
    )
    assert said(text) == [
        ("Anna Sample", "Is it rust?"),
        ("Ben Muster", "It is, Senator. I saw it."),
        ("Anna Sample", "Since when?"),
        ("Ben Muster", "Since May."),
    ]


def test_an_exchange_of_two_turns_between_paragraphs_that_tell():
    text = (
        "At a hearing on ropes, Sen. Anna Sample (D-VT) led. Witnesses included Ben Otto Muster, a rope maker.\n\n"
        "Sample asked Muster about rust.\n\nSample: Does it last?\n\nMuster: No. It never did.\n\n"
        "Ranking Member Ida Probe (R-ME) was not persuaded: “You can’t sell rust.”\n"
    )
    assert said(text) == [
        ("Anna Sample", "Does it last?"),
        ("Ben Otto Muster", "No. It never did."),
        ("Ida Probe", "You can’t sell rust."),
    ]


def test_who_answers_is_whom_the_question_addresses():
    text = (
        "Senator Anna Sample (D-VT) questioned General Ben Muster and Secretary Ida Probe at a hearing on ropes.\n\n"
        "Q: General Muster, is there a plan?\n\nA: No, Senator.\n\nQ: Was there?\n\nA: I doubt it.\n\n"
        "Q: I see. Secretary Probe, what about rust?\n\nA: We wait.\n"
    )
    speakers = [speaker for speaker, _ in said(text)]
    assert speakers == ["Anna Sample", "Ben Muster", "Anna Sample", "Ben Muster", "Anna Sample", "Ida Probe"]
    assert all(quote.confidence < SURE for quote in read_release(text).quotes)


def test_questions_of_a_fact_sheet_are_no_speech():
    asked = "Q: What does the bill do?\n\nA: The bill ends rust.\n\nQ: When?\n\nA: In May."
    text = f"Senator Anna Sample’s Rope Act.\n\n{asked}"
    assert said(text) == []


def test_a_label_line_ends_what_an_open_quotation_above_it_says():
    text = (
        "The following are the opening statements of Chairman Karl Sample (R-PA) and Ranking Member Lois Probe"
        " (D-HI):\n\n"
        "Chairman Sample:\n\n“One rope holds.\n\n“The list, the whole list.\n\n"
        "Ranking Member Probe:\n\n“Thank you.\n\n“You are invited.”\n"
    )
    assert [speaker for speaker, _ in said(text)] == ["Karl Sample"] * 2 + ["Lois Probe"] * 2


FAMILY = "Sen. Ida Probe (D-WI) welcomed Leo Sample of Merrill to a hearing, where he spoke of "


@pytest.mark.parametrize(
    "kin",
    [
        "his son, Staff Sergeant Tim Sample, who died in 2019.",
        "his late brother Captain Tim Sample.",
        "his daughter, Dr. Tina Sample.",
        "Captain Tim Sample, who was killed in 2004.",
        "their nephew, the late Sgt. Tim Sample.",
    ],
)
def test_a_surname_is_not_that_of_a_relative_who_is_only_spoken_of(kin):
    reading = read_release(f"{FAMILY}{kin}\n\n“They told us it was rust,” Sample testified.\n")
    assert [(one.speaker, one.confidence < SURE) for one in reading.quotes] == [("Leo Sample", True)]


@pytest.mark.parametrize(
    ("named", "later", "full"),
    [
        ("Rep. Rafael Muster Probe (D-NY)", "Muster", "Rafael Muster Probe"),
        ("Mr. Liu Baozhong", "Mr. Liu", "Liu Baozhong"),
        ("Rancher Ben Muster, a witness,", "Muster", "Ben Muster"),
        ("Restaurateur Ana Probe Muster, a witness,", "Muster", "Ana Probe Muster"),
        ('Mr. Ben R. "B.R." Muster', "Muster", 'Ben R. "B.R." Muster'),
    ],
)
def test_short_forms_of_names(named, later, full):
    assert said(f"{named} spoke at a hearing on ropes.\n\n“We waited for a rope,” {later} said.\n")[-1][0] == full


def test_a_surname_alone_is_no_full_name():
    assert (
        said("Sen. Sample (D-MN) testified at a hearing on ropes.\n\n“We waited for it,” says Sen. Sample.")[0][0]
        is None
    )


def test_a_text_that_begins_with_a_mark_of_typesetting_is_read():
    text = (
        "{\\bf SAMPLE: ROPES RUST}\n\nWashington--Senator Anna Sample (D-ND) spoke at a hearing on ropes.\n\n"
        "``We keep a wall of ropes,'' Sample said.\n"
    )
    assert said(text) == [("Anna Sample", "We keep a wall of ropes,")]
    assert read_release('{"a": 1}').kind == "not_a_release"


HELD = (
    "At a hearing on ropes, Senator Mary Sample (D-VT) and Mr. John Muster, a rope maker, spoke with Dr. Lee Probe.\n\n"
)


@pytest.mark.parametrize(
    ("words", "full"),
    [
        ("Mr. Muster spoke for three minutes.\n\n“I have a rope,” he said.", "John Muster"),
        ("In her statement, Sample told of a rope.\n\n“I held it,” she said.", "Mary Sample"),
        ("The Senator disagreed. “I live on a rope,” she told him.", "Mary Sample"),
        (
            "Muster said it “had turned to rust” by May.\n\nThe Senator disagreed. “I live on it,” she told him.",
            "Mary Sample",
        ),
        ("Asked by Sample about rust, Muster said that ropes break. “They do,” he explained.", "John Muster"),
        ("Sample asked Muster about ropes. “They do not hold,” he said.", "John Muster"),
        ("Muster asked Sample about ropes. “They do not hold,” she said.", "Mary Sample"),
        ("Probe and Muster spoke. “They do not hold,” he said.", None),
        ("Probe met Muster. “They do not hold,” he said.", None),
        ("Muster met Sample. “They do not hold,” they said.", None),
        ("Muster conceded: “I have no number.” “Is it zero?” Sample asked. “It may be,” he answered.", "John Muster"),
    ],
)
def test_whom_a_pronoun_means(words, full):
    last = read_release(HELD + words).quotes[-1]
    assert last.speaker == full
    assert last.confidence < SURE


def test_words_under_a_line_that_only_says_remarks_are_of_who_testified():
    text = (
        "Congressman Karl Sample (TX-28) testified today at a hearing.\n\nRemarks as delivered below:\n\n“Thank you.”\n"
    )
    assert said(text) == [("Karl Sample", "Thank you.")]


def test_words_under_a_paragraph_on_one_person_are_of_that_person():
    text = (
        "Dr. Ida R. Probe, Karl J. Muster Professor of Ropes, told the committee at a hearing that ropes rust. She"
        " noted that towns wait.\n\n“Rust is not a flaw. It is the rope.”\n"
    )
    assert said(text) == [("Ida R. Probe", "Rust is not a flaw. It is the rope.")]


@pytest.mark.parametrize("term", ["‘Rope property’", "'Rope day'", "‘Granny’s rope’"])
def test_a_term_in_single_marks_may_begin_what_goes_on(term):
    first = "“The law is old,” said Rep. Karl Sample (R-ME) at a hearing. “It has names.\n\n"
    text = f"{first}{term} is one of them. We know it.”\n"
    assert said(text)[-1] == ("Karl Sample", f"{term} is one of them. We know it.")


def test_a_title_in_spanish_is_no_speech():
    title = "Cuerdas en Espera: El Caso a Favor del DREAM Act"
    assert said(f'La congresista Ana Sample (D-IL) testificó hoy en la audiencia "{title}".') == []


@pytest.mark.parametrize(
    ("asks", "answers"),
    [("SAS: ", "BM: "), ("AS: ", "BM: "), ("A.S.: ", "B.M.: "), ("SAS: “", "BM: “"), ("SS: ", "BM: ")],
)
def test_labels_of_initials_with_or_without_a_title_in_front(asks, answers):
    ends = "”" if "“" in asks else ""
    text = f"{LEAD}{asks}Is it rust?{ends}\n\n{answers}It is.{ends}\n\n{asks}Since when?{ends}\n\n{answers}May.{ends}\n"
    assert [speaker for speaker, _ in said(text)] == ["Anna Sample", "Ben Muster"] * 2
    assert all(quote.confidence < SURE for quote in read_release(text).quotes)


def test_initials_that_fit_two_people_name_nobody():
    text = (
        "Senator Anna Sample (D-VT) and Secretary Abe Strand met at a hearing on ropes.\n\n"
        "AS: Is it rust?\n\nThe Chairman: It is.\n\nAS: Since when?\n\nThe Chairman: May.\n"
    )
    assert {speaker for speaker, _ in said(text)} <= {None}


@pytest.mark.parametrize("when", ["Thursday", "Tuesday Evening", "Monday Afternoon"])
def test_a_weekday_behind_a_full_name_is_no_part_of_it(when):
    text = f"Rope makers met Sen. Anna Sample {when} at a hearing on ropes.\n\n“Ropes rust,” Sample said.\n"
    assert said(text) == [("Anna Sample", "Ropes rust,")]


@pytest.mark.parametrize(
    ("named", "label"),
    [
        ("Board of Ropes Chair Ida Muster", "Board of Ropes Chair Ida Muster"),
        ("Dean Emeritus and Otto B. Knot Professor of Rope & Knots Professor Ida Muster", None),
        ("Secretary of Ropes Ida Muster", "Secretary of Ropes Ida Muster"),
        ("Ida Muster", "Ida Muster, Nominee for Secretary of Ropes"),
    ],
)
def test_the_whole_title_may_stand_in_a_label(named, label):
    text = f"Senator Anna Sample (D-VT) questioned {named} at a hearing on ropes.\n\n"
    text += f"Sample: Do they hold?\n\n{label or named}: They do, and I tied them.\n\nSample: Thank you.\n"
    assert said(text) == [
        ("Anna Sample", "Do they hold?"),
        ("Ida Muster", "They do, and I tied them."),
        ("Anna Sample", "Thank you."),
    ]


@pytest.mark.parametrize("dash", [" – ", " — ", " -- "])
def test_labels_in_capitals_before_a_dash_that_come_once(dash):
    text = f"{LEAD}SAMPLE{dash}Is it rust?\nMUSTER{dash}It is, Senator. I saw it.\n"
    assert said(text) == [("Anna Sample", "Is it rust?"), ("Ben Muster", "It is, Senator. I saw it.")]


def test_facts_before_a_dash_are_no_exchange():
    assert said(f"{LEAD}MYTH – Ropes rust on their own.\nFACT – We let them rust.\n") == []


def test_a_headline_behind_a_name_is_no_turn():
    text = f"Sample: I am telling you what rust is\n\n2013-11-20\n{LEAD}SAMPLE – Is it rust?\nMUSTER – I say it is.\n"
    assert said(text) == [("Anna Sample", "Is it rust?"), ("Ben Muster", "I say it is.")]


@pytest.mark.parametrize("bid", ["Take Muster Rope Works", "Consider Knot Brothers", "Remember Sample Sail Makers"])
def test_an_example_before_a_colon_is_what_the_turn_goes_on_with(bid):
    turn = f"You know these firms. They sell ropes to us.\n\n{bid}: last year we paid them in full."
    spoken = f"You know these firms. They sell ropes to us. {bid}: last year we paid them in full."
    text = (
        f"{LEAD}The makers are {bid.split(maxsplit=1)[1]}.\n\nSample: {turn}\n\nMuster: I know.\n\nSample: Thank you.\n"
    )
    quotes = read_release(text).quotes
    assert [(one.speaker, " ".join(part.text for part in one.parts)) for one in quotes] == [
        ("Anna Sample", spoken),
        ("Ben Muster", "I know."),
        ("Anna Sample", "Thank you."),
    ]


def test_names_before_what_people_are_make_no_exchange():
    text = "WASHINGTON – Senator Anna Sample (D-VT) spoke at a hearing on ropes. It featured testimony from:\n\n"
    text += "Ida Muster: President, Muster Ropes Inc.\n\nOtto Knot: Director of Rope Affairs, Knot Brothers\n"
    assert said(text) == []


@pytest.mark.parametrize(
    ("title", "name", "label"),
    [
        ("Congressman", "Diane Sample", "Congressman Sample"),
        ("Chairman", "Mary Sample", "Chairman Sample"),
        ("Representative", "Mary Sample", "Congresswoman Sample"),
    ],
)
def test_a_title_that_the_text_gives_somebody_fits_whatever_the_name(title, name, label):
    text = f"{title} {name} (R-TN) asked about ropes at a hearing.\n\n“We hold them,” {label} said.\n"
    assert said(text) == [(name, "We hold them,")]


def test_a_paragraph_that_tells_of_the_speaker_is_no_part_of_the_turn_above_it():
    text = (
        "Rust Is Old\n\nSample: I am done with it\n\nWASHINGTON. Today, U.S. Senator Anna Sample (D-VT) won a pledge."
        " The hearing of the Committee on Ropes was short.\n\nA transcript follows.\n\nSenator Sample: Is it rust?\n\n"
        "Ben Muster, rope maker: I say it is.\n\nSenator Sample: Thank you.\n"
    )
    assert said(text)[-3:] == [
        ("Anna Sample", "Is it rust?"),
        ("Ben Muster", "I say it is."),
        ("Anna Sample", "Thank you."),
    ]
    assert not any("pledge" in words for _, words in said(text))


@pytest.mark.parametrize("name", ["Glen 'GT' Sample", "Glen ‘GT’ Sample", "Glen “GT” Sample", 'Glen "Gil" Sample'])
def test_a_nickname_in_marks_is_part_of_the_name(name):
    text = f"Rep. {name} (R-PA) led a hearing on ropes.\n\n“They rust,” said Chairman Sample.\n"
    assert said(text) == [(name, "They rust,")]


def test_an_acronym_in_brackets_before_a_name_is_no_nickname():
    text = "Director of the Bureau of Ropes (BOR) Ida Muster came to a hearing.\n\n“They rust,” said Muster.\n"
    assert said(text) == [("Ida Muster", "They rust,")]


def test_a_letter_that_begins_so_is_nobodys_speech():
    text = "Senator Anna Sample (D-VT) spoke at a hearing.\n\n“We write of ropes that rust,” the letter begins.\n"
    assert said(text) == []
