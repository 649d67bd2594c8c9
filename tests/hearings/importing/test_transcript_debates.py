"""Akoma Ntoso debates as transcripts: what is said in a speech, what only stands in it, and who says it."""

import pytest

from hearings.importing.transcripts.files import read_file
from tests.hearings.importing.test_transcript_files import found

AKOMA = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<debate><meta><identification>
<FRBRdate date="2001-03-06"/></identification>
<references><TLCPerson eId="ida" showAs="Ida Specimen"/></references></meta>
<debateBody><speech by="#ida"><from>The Chair</from><p>We <i>begin</i>.</p><p>Now.</p></speech>
<speech by="#nobody"><from>Bert</from><p>Yes.</p></speech></debateBody></debate></akomaNtoso>"""


def test_a_debate_is_mended_before_it_is_read():
    debate = AKOMA.replace("Now.", "It&#x202e;s theirâ€™s.").replace("Bert", "Be&#xad;rt")
    reading = read_file(debate.encode())
    assert found(debate.encode()) == [
        ("The Chair", "Ida Specimen", "We begin.\n\nIts their’s."),
        ("Bert", None, "Yes."),
    ]
    assert sum(warning.startswith("Mended before reading: ") for warning in reading.warnings) == 3


def test_akoma_ntoso():
    assert found(AKOMA.encode()) == [("The Chair", "Ida Specimen", "We begin.\n\nNow."), ("Bert", None, "Yes.")]


def test_the_scenes_and_headings_of_a_debate_are_kept_and_other_words_counted():
    data = AKOMA.replace("<p>Now.</p>", "<scene>Applause</scene><p>Now.</p>").replace(
        "<debateBody>", "<debateBody><debateSection><heading>Opening</heading><p>Stray.</p>"
    )
    reading = read_file(data.replace("</debateBody>", "</debateSection></debateBody>").encode())
    assert [(one.text, one.turn, one.paragraphs) for one in reading.directions] == [("[Applause]", 1, 1)]
    assert [(one.heading, one.from_turn, one.to_turn) for one in reading.sections] == [("Opening", 1, 2)]
    assert "not read: 1. The first is “Stray.”" in reading.warnings[1]


def test_a_speech_inside_a_speech_has_its_own_speaker():
    inner = '<question by="#nobody"><from>Bert</from><p>Why?</p></question>'
    assert found(AKOMA.replace("<p>Now.</p>", f"{inner}<p>Now.</p>").encode())[:3] == [
        ("The Chair", "Ida Specimen", "We begin."),
        ("Bert", None, "Why?"),
        ("The Chair", "Ida Specimen", "Now."),
    ]


def spoken(speeches):
    return AKOMA.replace("</references>", '<TLCPerson eId="bea" showAs="Bea Wick"/></references>').replace(
        "<debateBody>", f"<debateBody>{speeches}"
    )


def test_what_is_remarked_within_words_is_a_stage_direction():
    words = "<p>We begin.<remark>[Laughter]</remark></p><p>So<remark>Pause</remark> it is.</p><remark>Bell</remark>"
    reading = read_file(spoken(f'<speech by="#ida"><from>The Chair</from>{words}</speech>').encode())
    assert reading.turns[0].text == "We begin.\n\nSo\n\nit is."
    assert [(one.text, one.turn, one.paragraphs) for one in reading.directions] == [
        ("[Laughter]", 1, 1), ("[Pause]", 1, 2), ("[Bell]", 1, 3),
    ]  # fmt: skip


def test_notes_and_deleted_words_are_not_spoken_and_told():
    words = "<p>Lamps<authorialNote><p>See below.</p></authorialNote> <del>were</del><ins>are</ins><eol/>lit.</p>"
    reading = read_file(spoken(f'<speech by="#ida"><from>The Chair</from>{words}</speech>').encode())
    assert reading.turns[0].text == "Lamps are lit."
    assert "Notes inside the words spoken, which are not read: 1. The first is “See below.”." in reading.warnings
    assert "Words that the document marks as deleted, which are not read: 1. The first is “were”." in reading.warnings


def test_items_of_a_list_and_words_outside_paragraphs_are_kept_apart():
    words = "<blockList><item><num>1.</num><p>A</p></item><item><num>2.</num><p>B</p></item></blockList><span>C</span>"
    reading = read_file(spoken(f'<speech by="#ida"><from>The Chair</from>{words}</speech>').encode())
    assert reading.turns[0].text == "1. A 2. B\n\nC"


@pytest.mark.parametrize("label", ["Ms. Wick:", "BEA WICK", "Tom Specimen", "Senator Other"])
def test_a_label_that_names_somebody_else_than_the_references_leaves_the_speaker_open(label):
    reading = read_file(spoken(f'<speech by="#ida"><from>{label}</from><p>Yes.</p></speech>').encode())
    assert reading.turns[0].speaker is None
    assert reading.turns[0].reason.endswith("the references of the document, which say Ida Specimen.")
    assert f"The print says “{label}” where the references of the document say Ida Specimen" in reading.warnings[1]


@pytest.mark.parametrize(
    "label", ["", "Prime Minister", "The Member for Lamps", "Ms. Specimen:", "Specimen, Ida (Lib)"]
)
def test_a_label_that_names_nobody_else_does_not(label):
    reading = read_file(spoken(f'<speech by="#ida"><from>{label}</from><p>Yes.</p></speech>').encode())
    assert reading.turns[0].speaker == "Ida Specimen"


def test_each_who_speaks_as_the_chair_presides_from_there_on():
    speeches = "".join(
        f'<speech by="#{who}" as="#{role}"><from>{label}</from><p>Yes.</p></speech>'
        for who, role, label in [("bea", "viceChair", "Ms. Wick"), ("ida", "chair", "A"), ("bea", "chair", "B")]
    )
    reading = read_file(spoken(speeches).encode())
    assert [(one.name, one.from_turn) for one in reading.presiding] == [("Ida Specimen", 1), ("Bea Wick", 3)]
    assert reading.chair == "Ida Specimen"
