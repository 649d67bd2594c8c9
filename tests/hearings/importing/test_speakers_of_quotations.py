"""Whose words a quotation is: members among others in a paragraph, titles with full stops, Spanish forms, pronouns."""

import pytest

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE

LEAD = "WASHINGTON – U.S. Senator Ida Quill (D-ZZ) asked Secretary of Ropes Otto Muster about knots today.\n\n"
WORDS = "“Our ropes are older than I am.”"


def read(text):
    return [(one.speaker, one.confidence < SURE) for one in read_release(text).quotes]


@pytest.mark.parametrize(
    "above",
    [
        "On air, U.S. Senator Ida Quill (D-ZZ) recapped the hearing with Secretary Otto Muster. Excerpts are below.",
        "Today Senator Ida Quill (D-ZZ) spoke of the testimony of Secretary Otto Muster. Highlights follow below.",
        "Rep. Ida Quill (ZZ-04) joined us to discuss Secretary Otto Muster’s ropes. Her comments are below.",
        "Sen. Ida Quill (R-ZZ) pressed Director Otto Muster and Judge Max Beispiel on knots. See below for excerpts.",
        "Congresswoman Ida Quill (D-ZZ) took on Dr. Otto Muster, the director. Her opening remarks are below:",
    ],
)
def test_words_below_a_paragraph_that_has_its_only_member_do_something_are_the_members(above):
    assert read(f"{above}\n\n{WORDS}\n\n“We can do better.”\n") == [("Ida Quill", True)] * 2


def test_words_below_a_paragraph_that_has_two_members_do_something_are_left_to_the_editor():
    above = "Sen. Ida Quill (D-ZZ) met Sen. Otto Muster (R-YY) on knots. Excerpts are below."
    assert read(f"{above}\n\n{WORDS}\n") == [(None, True)]


@pytest.mark.parametrize(
    "who",
    [
        "U.S. Senate Majority Whip Max Beispiel (D-YY), Chair of the Rope Committee",
        "U.S. House Budget Chairman Max Beispiel (R-YY)",
        "D.C. Council Chair Max Beispiel",
        "U.S. Senate Rope Caucus Co-Chair Max Beispiel (D-YY)",
    ],
)
def test_an_abbreviation_before_a_title_is_no_end_of_a_sentence(who):
    assert read(f"{LEAD}{WORDS[:-2]},” said {who}. “They are.”\n")[0][0] == "Max Beispiel"


@pytest.mark.parametrize(
    "clause",
    [
        "Before the hearing, Quill sent a letter to Sec. Muster writing",
        "Quill sent a message to Sec. Muster, saying",
        "After the vote, Quill wrote Sec. Muster a letter warning:",
    ],
)
def test_whoever_is_written_to_does_not_speak(clause):
    assert {speaker for speaker, _ in read(f"{LEAD}{clause} {WORDS}\n")} <= {"Ida Quill", None}


def test_spanish_forms_of_address():
    text = (
        "En la reunión de hoy, el Senador de los Estados Unidos Dean Muestra, Republicano por Nevada, hablo con la"
        " candidata Rita B. Ejemplo.\n\n“Las sogas son viejas y me preocupan” preguntó Muestra.\n\n"
        "A que la Sra. Ejemplo respondió, “estoy comprometida a que eso cambie pronto.”\n"
    )
    assert [one for one, _ in read(text)] == ["Dean Muestra", "Rita B. Ejemplo"]


@pytest.mark.parametrize(
    ("above", "speaker"),
    [
        ("Senator Quill pressed Muster on his ropes.\n\nHe continued,", None),
        ("Senator Quill pressed Ms. Muster on her ropes.\n\nShe went on,", "Ida Quill"),
        ("Quill turned to the knots.\n\nShe added,", "Ida Quill"),
        ("Quill turned to the knots.\n\nHe replied,", None),
    ],
)
def test_a_pronoun_that_begins_a_paragraph_means_whom_the_one_above_begins_with(above, speaker):
    assert [one for one, _ in read(f"{LEAD}{above} {WORDS}\n")] == [speaker]


@pytest.mark.parametrize(
    "topic",
    ["Vetting of the old ropes", "Misconduct among rope makers", "FBI 1023s on foreign twine", "Rope investigation"],
)
def test_a_line_above_a_label_is_what_the_next_turns_are_about(topic):
    text = f"{LEAD}QUILL: Do you own a rope?\n\nMUSTER: I own many.\n\n{topic}\n\nQUILL: Is it old?\n\nMUSTER: It is.\n"
    said = [part.text for one in read_release(text).quotes for part in one.parts]
    assert said == ["Do you own a rope?", "I own many.", "Is it old?", "It is."]


@pytest.mark.parametrize("more", ["help me understand", "let me ask you", "I am curious", "tell us"])
def test_who_is_spoken_to_before_a_colon_is_no_label(more):
    text = f"{LEAD}QUILL: We have ropes.\n\nMr. Muster, {more}: how does it hold?\n\nMUSTER: It holds.\n"
    assert [one for one, _ in read(text)] == ["Ida Quill", "Otto Muster"]


@pytest.mark.parametrize(
    "words",
    [
        "Quill told Muster that she believes the “nationwide, side-to-side audit” of ropes is no help.",
        "Quill said that their “long-awaited plan for ropes” on knots came late.",
        "Quill supports the twine law, which states, “All ropes shall be held equal in every harbor of the States.”",
    ],
)
def test_a_thing_with_what_it_is_of_and_what_a_law_states_are_no_speech(words):
    assert read(LEAD + words) == []


@pytest.mark.parametrize(
    "does",
    [
        "today told Rope Secretary Otto Muster that she sees no plan",
        "pressed Director Otto Muster on knots",
        "sought answers from Secretary Otto Muster about his ropes",
        "took part in a hearing with Secretary Otto Muster",
    ],
)
def test_words_below_a_sentence_that_begins_with_its_only_member_are_the_members(does):
    lead = f"WASHINGTON, D.C. – U.S. Senator Ida Quill (D-ZZ), a member of the Rope Committee, {does}."
    assert read(f"{lead}\n\n{WORDS}\n") == [("Ida Quill", True)]


@pytest.mark.parametrize("words", ["weighing both sides", "mending all the ropes", "looking at their ropes"])
def test_what_somebody_is_said_to_be_doing_is_speech(words):
    assert read(f"{LEAD}Muster responded that they are aware and “{words}” of this question.\n") == [
        ("Otto Muster", True)
    ]


@pytest.mark.parametrize(
    ("items", "speakers"),
    [
        (f"Rope and Twine: Quill cited old data. She noted the cost. {WORDS}", ["Ida Quill"]),
        (f"Quill cited old data. She noted the cost. Quill showed a chart. {WORDS}", ["Ida Quill"]),
        (f"Rope: Quill cited old data.\n\nTwine Hotline: She cited the cost. {WORDS[:-2]},” she said.", ["Ida Quill"]),
    ],
)
def test_words_in_a_paragraph_about_one_person(items, speakers):
    read_ones = read(f"{LEAD}{items}\n")
    assert [one for one, _ in read_ones] == speakers
    assert all(unsure for _, unsure in read_ones)


def test_a_pronoun_that_goes_on_with_another_one_is_not_whoever_was_quoted_before():
    lead = "WASHINGTON – U.S. Senator John Quill (D-ZZ) asked Ms. Rita Muster about knots today.\n\n"
    text = "Ms. Muster backed the plan.\n\n“And the ropes?” Quill asked.\n\nShe stated that they hold. She continued,"
    assert [one.speaker for one in read_release(f"{lead}{text} {WORDS}\n").quotes] == ["John Quill", "Rita Muster"]


@pytest.mark.parametrize(
    ("words", "warning"),
    [
        (["“We waited.”"], "The only quote has no certain speaker."),
        (
            ["“We waited,” said Senator Ida Knot.", "“It rained,” said one farmer."],
            "1 of 2 quotes has no certain speaker.",
        ),
        (
            ["“We waited,” said Senator Ida Knot.", "“It rained,” said one.", "“It hailed,” said another."],
            "2 of 3 quotes have no certain speaker.",
        ),
    ],
)
def test_a_warning_counts_in_words_that_fit(words, warning):
    assert warning in read_release("Ropes were the topic of a hearing.\n\n" + "\n\n".join(words) + "\n").warnings
