"""Each style against its published rule, for the names, dates and hearings that are hard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearings.citations import STYLES, Person, apa, bluebook, chicago, mla, plain, wikipedia
from tests.hearings.citations.samples import QUOTE, make_cited

ANYTHING = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"A{text}")
KIM = Person("Kim", "Cheol-su", family_first=True)
HEARING = {"kind": "hearing", "text": "", "speaker": None, "affiliation": ""}
EXHIBIT = {"kind": "exhibit", "text": "A sample “site”"}


def test_a_plain_quotation_in_every_style():
    cited = make_cited()
    assert {name: plain(style(cited)) for name, style in STYLES.items()} == {
        "APA 7": "Samples of Asia: Hearing before the Sample Commission, 118th Cong. (2023) (testimony of Alba "
        f"Sample). {QUOTE}",
        "Chicago 17 (note)": "Samples of Asia: Hearing before the Sample Commission, 118th Cong. (2023) (statement of "
        f"Alba Sample, Director, Sample Institute), {QUOTE}.",
        "MLA 9": "Sample, Alba. “Sample words were said.” Samples of Asia, hearing of the Sample Commission, 118th "
        f"Congress, 13 June 2023, Washington. Hearings Record, {QUOTE}.",
        "Bluebook": "Samples of Asia: Hearing Before the Sample Commission, 118th Cong. (2023) (statement of Alba "
        f"Sample, Director, Sample Institute), {QUOTE}.",
        "Wikipedia": "{{cite report |last=Sample |first=Alba |title=Samples of Asia |type=Testimony "
        "|publisher=Sample Commission |id=118th Congress |date=June 13, 2023 |location=Washington "
        f"|url={QUOTE} |via=Hearings Record |quote=Sample words were said.}}}}",
    }


def test_titles_of_works_and_nothing_else_are_in_italics():
    italics = {name: [run.text for run in style(make_cited()) if run.italic] for name, style in STYLES.items()}
    assert italics == {
        "APA 7": ["Samples of Asia: Hearing before the Sample Commission"],
        "Chicago 17 (note)": ["Samples of Asia: Hearing before the Sample Commission"],
        "MLA 9": ["Samples of Asia", "Hearings Record"],
        "Bluebook": ["Samples of Asia: Hearing Before the Sample Commission"],
        "Wikipedia": [],
    }


@pytest.mark.parametrize(
    ("person", "of_apa", "of_chicago", "of_bluebook", "of_mla", "of_wikipedia"),
    [
        (Person("Witness A"), "Witness A", "Witness A", "Witness A", "Witness A.", "author=Witness A "),
        (Person("Sampla"), "Sampla", "Sampla", "Sampla", "Sampla.", "author=Sampla "),
        (
            Person("Sample", "Alba Berta C."),
            *["Alba Berta C. Sample"] * 3,
            "Sample, Alba Berta C.",
            "last=Sample |first=Alba Berta C. ",
        ),
        (
            Person("van der Sample", "Alba"),
            *["Alba van der Sample"] * 3,
            "van der Sample, Alba.",
            "last=van der Sample |first=Alba ",
        ),
        (Person("de la Sample", "Eva"), *["Eva de la Sample"] * 3, "de la Sample, Eva.", "last=de la Sample "),
        (
            Person("Sample", "Bert", "Jr."),
            *["Bert Sample Jr.", "Bert Sample Jr.", "Bert Sample, Jr."],
            "Sample, Bert, Jr.",
            "last=Sample |first=Bert Jr. ",
        ),
        (Person("Sample", "Bert", "III"), *["Bert Sample III"] * 3, "Sample, Bert, III.", "first=Bert III "),
        (Person("Sample", "Eva", "Ph.D."), *["Eva Sample"] * 3, "Sample, Eva.", "last=Sample |first=Eva "),
        (
            Person("Sample", "Bert", "Jr., Ph.D."),
            *["Bert Sample Jr.", "Bert Sample Jr.", "Bert Sample, Jr."],
            "Sample, Bert, Jr.",
            "first=Bert Jr. ",
        ),
        (KIM, *["Kim Cheol-su"] * 3, "Kim Cheol-su.", "author=Kim Cheol-su "),
        (Person("김", "철수", family_first=True), *["김철수"] * 3, "김철수.", "author=김철수 "),
        (
            Person("Sample", "Alba", honorific="Rep."),
            *["Alba Sample", "Rep. Alba Sample", "Rep. Alba Sample"],
            "Sample, Alba.",
            "last=Sample |first=Alba ",
        ),
        (Person("Sample", "Alba", honorific="Dr."), *["Alba Sample"] * 3, "Sample, Alba.", "first=Alba "),
    ],
)
def test_names(person, of_apa, of_chicago, of_bluebook, of_mla, of_wikipedia):
    cited = make_cited(speaker=person)
    assert f"(testimony of {of_apa}). " in plain(apa(cited))
    assert f"(statement of {of_chicago}, Director" in plain(chicago(cited))
    assert f"(statement of {of_bluebook}, Director" in plain(bluebook(cited))
    assert plain(mla(cited)).startswith(f"{of_mla} “Sample")
    assert f"|{of_wikipedia}" in plain(wikipedia(cited))


@pytest.mark.parametrize(
    ("date", "year", "of_mla", "of_wikipedia"),
    [
        ((2023, 6, 13), "(2023)", "Congress, 13 June 2023, Washington.", "date=June 13, 2023 "),
        ((2023, 9, 1), "(2023)", "Congress, 1 Sept. 2023, Washington.", "date=September 1, 2023 "),
        ((2023, 6), "(2023)", "Congress, June 2023, Washington.", "date=June 2023 "),
        ((2023,), "(2023)", "Congress, 2023, Washington.", "date=2023 "),
        ((), "(n.d.)", "Congress, Washington.", "date=n.d. "),
    ],
)
def test_dates(date, year, of_mla, of_wikipedia):
    cited = make_cited(date=date)
    assert all(year in plain(style(cited)) for style in (apa, chicago, bluebook))
    assert of_mla in plain(mla(cited))
    assert f"|{of_wikipedia}" in plain(wikipedia(cited))


def test_a_month_that_is_abbreviated_ends_in_one_full_stop():
    assert ", Jan. 2023. Hearings Record" in plain(mla(make_cited(date=(2023, 1), place="")))


def test_without_a_speaker_nobody_is_named():
    cited = make_cited(speaker=None, affiliation="")
    assert plain(apa(cited)) == f"Samples of Asia: Hearing before the Sample Commission, 118th Cong. (2023). {QUOTE}"
    assert plain(bluebook(cited)).endswith(f"118th Cong. (2023), {QUOTE}.")
    assert plain(mla(cited)).startswith("“Sample words were said.” Samples of Asia")
    assert "author" not in plain(wikipedia(cited))
    assert "last" not in plain(wikipedia(cited))


def test_without_an_affiliation_the_name_stands_alone():
    assert "(statement of Alba Sample), " in plain(bluebook(make_cited(affiliation="")))


@pytest.mark.parametrize(
    ("bodies", "meeting", "expected"),
    [
        (("A Committee", "B Committee"), "Joint hearing", "Joint Hearing Before the A Committee and the B Committee,"),
        (("A", "B", "C"), "Hearing", "Hearing Before the A, the B, and the C,"),
        (("The Sample Commission",), "Briefing", "Briefing Before the Sample Commission,"),
        ((), "Roundtable", "Samples of Asia: Roundtable, 118th Cong."),
    ],
)
def test_bodies_and_kinds_of_meeting(bodies, meeting, expected):
    assert expected in plain(bluebook(make_cited(bodies=bodies, meeting=meeting)))


@pytest.mark.parametrize(
    ("congress", "legal", "spelled"),
    [
        (118, ", 118th Cong. (", ", 118th Congress,"),
        (103, ", 103d Cong. (", ", 103rd Congress,"),
        (112, ", 112th Cong. (", ", 112th Congress,"),
        (101, ", 101st Cong. (", ", 101st Congress,"),
        (1, ", 1st Cong. (", ", 1st Congress,"),
        (2, ", 2d Cong. (", ", 2nd Congress,"),
        (11, ", 11th Cong. (", ", 11th Congress,"),
        (111, ", 111th Cong. (", ", 111th Congress,"),
        (113, ", 113th Cong. (", ", 113th Congress,"),
        (122, ", 122d Cong. (", ", 122nd Congress,"),
        (None, "Sample Commission (2023)", "Sample Commission, 13 June"),
    ],
)
def test_the_congress(congress, legal, spelled):
    cited = make_cited(congress=congress)
    assert all(legal in plain(style(cited)) for style in (apa, chicago, bluebook))
    assert spelled in plain(mla(cited))


@pytest.mark.parametrize(
    ("pages", "of_chicago", "of_bluebook", "of_mla", "of_wikipedia"),
    [
        (("12",), "118th Cong. 12 (2023)", "118th Cong. 12 (2023)", "Washington, p. 12. ", "|page=12 |url="),
        (("12", "13", "14"), "Cong. 12–14 (2023)", "Cong. 12–14 (2023)", "Washington, pp. 12–14. ", "|pages=12–14 "),
        (("112", "113"), "Cong. 112–113 (2023)", "Cong. 112–13 (2023)", "Washington, pp. 112–13. ", "|pages=112–113 "),
        (("199", "200"), "Cong. 199–200 (2023)", "Cong. 199–200 (2023)", "Washington, pp. 199–200. ", "s=199–200 "),
        (("iv", "v"), "Cong. iv–v (2023)", "Cong. iv–v (2023)", "Washington, pp. iv–v. ", "|pages=iv–v "),
    ],
)
def test_the_page_in_print(pages, of_chicago, of_bluebook, of_mla, of_wikipedia):
    cited = make_cited(kind="turn", pages=pages)
    assert of_chicago in plain(chicago(cited))
    assert of_bluebook in plain(bluebook(cited))
    assert of_mla in plain(mla(cited))
    assert of_wikipedia in plain(wikipedia(cited))
    assert "118th Cong. (2023)" in plain(apa(cited))


def test_a_body_of_no_congress_is_followed_by_the_page():
    cited = make_cited(kind="turn", pages=("12",), congress=None, bodies=("Sample Tribunal",))
    assert plain(bluebook(cited)).startswith("Samples of Asia: Hearing Before the Sample Tribunal 12 (2023) (statement")


def test_mla_names_a_body_without_its_article():
    assert plain(mla(make_cited(**HEARING, bodies=("The Sample Commission",)))).startswith("Sample Commission. Samples")


def test_a_hearing_is_cited_whole_by_its_own_page():
    cited = make_cited(**HEARING, permalink="https://record.example/h/1/", bodies=("A", "B"))
    assert plain(bluebook(cited)) == (
        "Samples of Asia: Hearing Before the A and the B, 118th Cong. (2023), https://record.example/h/1/."
    )
    assert plain(mla(cited)) == (
        "A and B. Samples of Asia. 13 June 2023, Washington. Hearings Record, https://record.example/h/1/. "
        "118th Congress, hearing."
    )
    assert "|type=Hearing |publisher=A and B " in plain(wikipedia(cited))
    assert plain(mla(make_cited(**HEARING, bodies=("A", "B", "C")))).startswith("A, et al. Samples of Asia. 13 June")
    assert plain(mla(make_cited(**HEARING, bodies=(), date=(), place=""))).startswith(
        "Samples of Asia. Hearings Record"
    )


def test_an_exhibit_is_cited_by_its_title_and_who_presented_it():
    assert "(2023) (exhibit “A sample ‘site,’” presented by Alba Sample). " in plain(apa(make_cited(**EXHIBIT)))
    assert "(2023) (exhibit “A sample ‘site,’” presented by Alba Sample, Director, Sa" in plain(
        bluebook(make_cited(**EXHIBIT))
    )
    assert "(2023) (exhibit “A sample ‘site’”), " in plain(chicago(make_cited(**EXHIBIT, speaker=None)))
    assert plain(mla(make_cited(**EXHIBIT))).startswith("Sample, Alba. “A sample ‘site.’” Samples of Asia, hearing of")
    assert plain(mla(make_cited(**EXHIBIT))).endswith(f"Hearings Record, {QUOTE}. Exhibit.")
    assert "|title=A sample “site” – Samples of Asia |type=Exhibit " in plain(wikipedia(make_cited(**EXHIBIT)))


def test_long_words_are_cut_at_a_word():
    cited = make_cited(text="sample words " * 60)
    words = plain(mla(cited)).split("“")[1].split("”")[0]
    assert words.endswith(("sample…", "words…"))
    assert len(words) <= 80
    quoted = plain(wikipedia(cited)).split("|quote=")[1]
    assert quoted.endswith(("sample…}}", "words…}}"))
    assert len(quoted) <= 302


def test_quotation_marks_within_the_words_become_single():
    assert "“He said ‘sample’ twice.” " in plain(mla(make_cited(text="He said “sample” twice.")))


def test_a_question_keeps_its_mark_and_gets_no_full_stop():
    assert "“Was it a sample?” Samples" in plain(mla(make_cited(text="Was it a sample?")))


def test_every_style_says_that_a_record_was_withdrawn():
    assert all(plain(style(make_cited(withdrawn=True))).endswith(" [Withdrawn]") for style in STYLES.values())
    assert not any("ithdrawn" in plain(style(make_cited())) for style in STYLES.values())


def test_no_value_of_a_template_can_end_or_open_one():
    nasty = "A|b}}{{c}}[[d]]=e ''f'' <ref>~~~~ & [sic] __NOTOC__ https://record.example\nnext"
    text = plain(wikipedia(make_cited(hearing=nasty, speaker=Person(nasty), text=nasty, bodies=(nasty,))))
    inside = text.removeprefix("{{").removesuffix("}}")
    assert not set("{}[]<>~\n") & set(inside)
    assert "''" not in inside
    assert inside.count("|") == inside.count("=") == 10
    assert "__" not in inside
    assert inside.count("://") == 1
    assert "&#91;sic&#93; " in inside
    assert "record.example next" in inside


@given(ANYTHING, ANYTHING)
def test_whatever_was_typed_every_citation_is_one_line_that_a_reader_sees_whole(words, name):
    person = Person(name, name, "Jr.", honorific=name)
    cited = make_cited(text=words, hearing=words, speaker=person, affiliation=words, bodies=(name, name), place=name)
    for kind in ("quote", "turn", "exhibit", "hearing"):
        for style in STYLES.values():
            text = plain(style(replace(cited, kind=kind)))
            assert len(text.splitlines()) == 1
            assert not set("\0\x1b\x7f\u202a\u202e\u2066\u2069\ufeff") & set(text)


def test_a_language_other_than_english_is_named_in_the_template():
    assert "|language=ko |url=" in plain(wikipedia(make_cited(language="ko")))
