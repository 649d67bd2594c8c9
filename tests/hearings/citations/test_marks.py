"""The marks of a citation beside the marks of what it cites: none doubled, none missing, in any script."""

import pytest

from hearings.citations import apa, bluebook, chicago, mla, plain
from hearings.citations.marks import in_quotation_marks, on_one_line, sentence, without_full_stop
from tests.hearings.citations.samples import make_cited


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Sample words", "“Sample words.”"),
        ("Sample words.", "“Sample words.”"),
        ("Sample words?", "“Sample words?”"),
        ("Sample words!", "“Sample words!”"),
        ("Sample words…", "“Sample words…”"),
        ("Sample words...", "“Sample words...”"),
        ("Sample words,", "“Sample words.”"),
        ("Sample words;", "“Sample words.”"),
        ("Sample words—", "“Sample words—”"),
        ("[Applause.]", "“[Applause.]”"),
        ("[Applause]", "“[Applause].”"),
        ("(Laughter.)", "“(Laughter.)”"),
        ("He said “sample.”", "“He said ‘sample.’”"),
        ("He said “sample”", "“He said ‘sample.’”"),
        ("He asked, “Sample?”", "“He asked, ‘Sample?’”"),
        ('He said "sample" twice', "“He said ‘sample’ twice.”"),
        ("The samples of the witnesses’", "“The samples of the witnesses’.”"),
        ("In the U.S.", "“In the U.S.”"),
        ("样本。", "“样本。”"),
        ("样本？", "“样本？”"),
        ("«Образец».", "“«Образец».”"),
        ("عينة؟", "“عينة؟”"),
        ("نمونہ۔", "“نمونہ۔”"),
        ("नमूना।", "“नमूना।”"),
        ("དཔེ།", "“དཔེ།”"),
        ("표본입니다.", "“표본입니다.”"),
    ],
)
def test_words_end_in_one_mark(words, quoted):
    assert in_quotation_marks(words, ".") == quoted
    cited = make_cited(text=words)
    assert plain(mla(cited)).startswith(f"Sample, Alba. {quoted} Samples of Asia, ")


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("A sample", "“A sample,”"),
        ("A sample.", "“A sample,”"),
        ("A sample?", "“A sample?,”"),
        ("A “sample”", "“A ‘sample,’”"),
        ("Made in the U.S.", "“Made in the U.S.,”"),
    ],
)
def test_the_title_of_an_exhibit_has_its_comma_within_the_marks(title, quoted):
    cited = make_cited(kind="exhibit", text=title)
    for style in (apa, chicago, bluebook):
        assert f"(exhibit {quoted} presented by Alba Sample" in plain(style(cited))


@pytest.mark.parametrize(
    ("title", "cited_as"),
    [
        ("Samples.", "Samples"),
        ("Trade with the U.S.", "Trade with the U.S."),
        ("Samples, Inc.", "Samples, Inc."),
        ("And then...", "And then..."),
        ("Samples", "Samples"),
    ],
)
def test_a_title_loses_a_full_stop_but_not_that_of_an_abbreviation(title, cited_as):
    assert without_full_stop(title) == cited_as
    assert plain(bluebook(make_cited(hearing=title))).startswith(f"{cited_as}: Hearing Before")


@pytest.mark.parametrize("title", ["Is it a sample?", "A sample!", "Is it a “sample?”", "样本？"])
def test_after_a_question_no_colon_parts_title_and_hearing_but_in_the_bluebook(title):
    cited = make_cited(hearing=title)
    assert plain(apa(cited)).startswith(f"{title} Hearing before the")
    assert plain(chicago(cited)).startswith(f"{title} Hearing before the")
    assert plain(bluebook(cited)).startswith(f"{title}: Hearing Before the")


def test_a_sentence_gets_the_full_stop_that_it_lacks():
    assert sentence("Washington") == "Washington. "
    assert sentence("Washington, D.C.") == "Washington, D.C. "


def test_what_no_reader_sees_is_left_out_and_what_a_script_needs_stays():
    assert on_one_line("a\x00b\u202ec\u2066d\u2028e\r\n\tf\ufeff") == "abcd e f"
    assert on_one_line("می‌خواهم\u200f") == "می‌خواهم\u200f"
