"""What is mended in a received text, and that the record says so."""

import io
import json

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from hearings.importing.load import receive
from hearings.importing.texts.mending import mend
from hearings.importing.texts.receive import take

GARBLED = "Sen. Ida Specimen (D-ZZ) spoke.\n“It’s dark – ‘too dark’ – for José…” said Specimen.\n"


@pytest.mark.parametrize("shown_as", ["cp1252", "latin-1"])
def test_utf8_shown_in_another_encoding_is_restored(shown_as):
    garbled = "".join(bytes([byte]).decode(shown_as, "ignore") or chr(byte) for byte in GARBLED.encode())
    assert mend(garbled).text == GARBLED


def test_marks_cut_to_their_first_byte_are_restored_where_their_ends_show_it():
    mended = mend("âWe waited,â? he said. âItâs late â and cold.â?\n")
    assert mended.text == "“We waited,” he said. “It’s late – and cold.”\n"
    assert mended.notes[0] == "â was read as “ (2 times)."
    assert mend("Un âge d’or, à la Mâcon: â ?").notes == ()


def test_apostrophes_cut_to_their_first_byte_are_restored_beside_straight_marks():
    assert mend('"Itâs late," said Sampleâs man â "and cold."').text == '"It’s late," said Sample’s man – "and cold."'
    for words in ("le mât du théâtre", "un dégât, dit-il, â", "Montanaâs âge"):
        assert mend(words).text == words


def test_invisible_characters_are_left_out_but_not_those_that_a_script_needs():
    assert mend("The\u200b gov\u00adern\ufeffment\u2028Sat.").text == "The government\nSat."
    assert mend("می\u200cخواهم \u200fسلام").notes == ()
    assert mend("👩\u200d🔬").notes == ()


def test_a_space_lost_before_a_name_or_shown_as_a_question_mark_is_restored():
    mended = mend("“Down,” saidSenatorSample. “At last,”?said Rep.?Muster.?“We go.” ChairmanTemplate: yes.")
    assert mended.text == "“Down,” said Senator Sample. “At last,” said Rep. Muster. “We go.” Chairman Template: yes."
    assert mended.notes == ("A missing space was put between words (3 times).", "? was read as a space (3 times).")
    for words in (
        "The Senatorial race?Yes.",
        "See x.example/a.?b=1",
        "Why...?The end.",
        "“No”?Then go.",
        "He said so?",
    ):
        assert mend(words).text == words


def test_marks_shown_as_one_character_or_as_code_are_restored():
    for lost in ("?", "\ufffd"):
        text = "?We can?t wait,? said Sample. Why now? ?[It] is late.\n\n?So we go.?\n".replace("?", lost)
        assert mend(text.replace(f"now{lost}", "now?")).text == (
            "“We can’t wait,” said Sample. Why now? “[It] is late.\n\n“So we go.”\n"
        )
    mended = mend('&ldquo;We wait,&rdquo; said Sample. &quot;It&#39;s late.&quot; \\"So?\\" AT&amp;T')
    assert mended.text == '“We wait,” said Sample. "It\'s late." "So?" AT&amp;T'
    for words in ("Really?? Why? Who goes? No one.", "(?Who), he said.", "“Why?” said he. ?Where,? said she."):
        assert mend(words).notes == ()


def test_capitals_with_accents_and_circumflexes_are_no_damage():
    for words in ("SÃO PAULO", "“Ça va,” dit l’âne à Çelik.", "CAFÉ Â LA CARTE", "Ürümqi – ئۈرۈمچى"):
        assert mend(words).text == words


@given(st.text(alphabet=st.sampled_from("aâ€œ™\x9d\u00ad?Ã©”“ .\n"), max_size=60))
def test_every_offset_leads_back_to_where_its_character_came_from(text):
    mended = mend(text)
    origins = [mended.origin(at) for at in range(len(mended.text) + 1)]
    assert origins == sorted(origins)
    assert origins[-1] <= len(text)
    if not mended.notes:
        assert mended.text == text
        assert origins == list(range(len(text) + 1))


def test_the_command_counts_offsets_in_the_decoded_text_and_lists_what_was_mended(tmp_path, capsys):
    text = "Sen. Ida\u00ad Specimen (D-ZZ) spoke.\n“We wai\u200bted,” said Specimen. “Nobody came.”\n"
    path = tmp_path / "release.txt"
    path.write_text(text, encoding="utf-8")
    out = io.StringIO()
    call_command("import_release", str(path), dry_run=True, json=True, stdout=out)
    form = json.loads(out.getvalue())
    first, second = form["quotes"][0]["parts"]
    assert first["text"] == "We waited,"
    assert text[first["start"] : first["end"]] == "We wai\u200bted,"
    assert text[second["start"] : second["end"]] == second["text"] == "Nobody came."
    assert form["mended"] == ["A soft hyphen was left out.", "[U+200B] was left out."]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("el pa\u00c3\u00ads", "Ã and a soft hyphen were read as í."),
        ("He\u00ad said", "A soft hyphen was left out."),
        ("caf\u00c3\u00a9", "Ã© was read as é."),
        ("One.\u2028Two.", "[U+2028] was read as the end of a line."),
    ],
)
def test_what_was_mended_is_told_in_a_sentence(text, note):
    assert mend(text).notes == (note,)


@pytest.mark.django_db
def test_the_source_keeps_the_bytes_and_says_what_was_mended():
    data = "“We\u200b waited,” said Ida Specimen.".encode()
    source, _ = receive(data=data, text=take(data).text, by=None)
    assert source.text == "“We waited,” said Ida Specimen."
    assert bytes(source.original) == data
    assert source.note == "[U+200B] was left out."
