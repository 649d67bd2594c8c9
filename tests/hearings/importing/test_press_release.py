"""What is read from whole releases: the golden releases, the release of June 2023, and the rules one by one."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearings.importing.releases.press_release import read_release
from hearings.importing.releases.reading import SURE, to_json
from hearings.importing.texts.receive import decode

REPOSITORY = Path(__file__).parents[3]
GOLDEN = sorted((REPOSITORY / "tests" / "golden" / "releases").glob("*.txt"))
REAL = REPOSITORY / ".." / "shared" / "data" / "press"
LEAD = "U.S. Senator Ida Specimen (D-ZZ) today chaired a hearing with Rep. Bert Sample (R-ZZ) and Dr. Ana Sample.\n"


def read(words):
    return read_release(LEAD + words)


def only(words):
    quotes = read(words).quotes
    assert len(quotes) == 1, [quote.parts for quote in quotes]
    return quotes[0]


def texts(quote):
    return [part.text for part in quote.parts]


def assert_parts_are_spans(text, reading):
    end = 0
    for part in [part for quote in reading.quotes for part in quote.parts]:
        assert text[part.start : part.end] == part.text
        assert part.text
        assert part.start >= end
        end = part.end
    for passage in reading.not_speech:
        assert text[passage.start : passage.end] == passage.text


def test_there_are_golden_releases():
    assert len(GOLDEN) >= 6


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_golden_release(path):
    text = decode(path.read_bytes())
    reading = read_release(text)
    assert to_json(reading) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert_parts_are_spans(text, reading)


@pytest.mark.skipif(not REAL.is_dir(), reason="the example releases are not beside the repository")
def test_release_of_june_2023_is_read_as_expected():
    name = "2023-06-13_smith_cecc"
    expected = json.loads((REAL / f"{name}.expected.json").read_text(encoding="utf-8"))
    found = to_json(read_release(decode((REAL / f"{name}.txt").read_bytes())))
    for key in ("kind", "office", "release_date", "instruments", "people_mentioned", "counts"):
        assert found[key] == expected[key], key
    for key in ("type", "title", "date", "date_partial", "body", "chair"):
        assert found["event"][key] == expected["event"][key], key
    assert "on June 13" in found["event"]["date_basis"]
    for one, other in zip(found["event"]["witnesses"], expected["event"]["witnesses"], strict=True):
        for key in ("name", "titles", "honorific", "organization"):
            assert one[key] == other.get(key), key
    for one, other in zip(found["quotes"], expected["quotes"], strict=True):
        for key in ("id", "speaker", "label_in_text", "kind", "parts"):
            assert one[key] == other[key], key
    kept = [{"text": one["text"], "why": one["why"]} for one in found["not_speech"]]
    assert kept == expected["not_speech"]


@pytest.mark.skipif(not REAL.is_dir(), reason="the example releases are not beside the repository")
def test_every_example_release_is_read_without_losing_a_character():
    for path in sorted(REAL.glob("*.txt")):
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
        assert_parts_are_spans(text, read_release(text))


def test_words_split_by_the_attribution_are_one_quote():
    assert texts(only("“We waited,” said Specimen. “Nobody came.”")) == ["We waited,", "Nobody came."]
    assert texts(only("“We waited,” said Specimen, “and nobody came.”")) == ["We waited,", "and nobody came."]
    assert texts(only("“One,” Specimen began. “Two,” she went on. “Three,” she concluded.")) == [
        "One,",
        "Two,",
        "Three,",
    ]


def test_a_sentence_between_ends_the_quote():
    quotes = read("“We waited,” said Specimen. The room was cold. “Nobody came,” said Dr. Sample.").quotes
    assert [quote.speaker for quote in quotes] == ["Ida Specimen", "Ana Sample"]


@pytest.mark.parametrize(
    "words",
    [
        "“We waited,” Specimen said.",
        "“We waited,” said Senator Specimen, who had come by boat.",
        "Specimen said: “We waited.”",
        "Specimen told the committee, “We waited.”",
        "According to Specimen, “we waited.”",
        "Specimen: “We waited.”",
        "Responding to Dr. Sample, Specimen replied, “We waited.”",
        '"We waited," said Sen. Specimen.',
        "‘We waited,’ said Specimen.",
    ],
)
def test_places_of_the_attribution(words):
    quote = only(words)
    assert quote.speaker == "Ida Specimen"
    assert quote.kind == "direct"
    assert quote.confidence > 0.8


def test_fragments_in_reported_speech_are_partial():
    quote = only("Specimen, who came by boat, said the port is “ready for nothing that the sea may send it this year.”")
    assert (quote.speaker, quote.kind) == ("Ida Specimen", "partial")
    assert quote.confidence < 0.9


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("“We waited,” said Sample.", "several people are named Sample"),
        ("“We waited,” said Specimen and Muster.", "several people are named together"),
        ("Specimen and Sample said in a statement, “We waited.”", "several people are named together"),
        ("“We waited,” said a spokesman for Specimen.", "does not name the speaker"),
        ("“We waited,” said the Florida lawmaker.", "does not name the speaker"),
        ("“We waited,” said Ambassador Muster.", "no full name for “Muster”"),
        ("“A whole paragraph that nobody is said to have spoken.”", "nobody is named"),
    ],
)
def test_speaker_is_null_where_the_text_leaves_it_open(words, reason):
    quote = only(words)
    assert quote.speaker is None
    assert quote.confidence <= 0.4
    assert reason in quote.reason


def test_title_before_the_surname_tells_two_people_apart():
    assert only("“We waited,” said Dr. Sample.").speaker == "Ana Sample"
    assert only("“We waited,” said Rep. Sample.").speaker == "Bert Sample"


def test_staff_are_not_the_one_they_work_for():
    assert only("“We waited,” said Specimen spokesman Tom Exhibit.").speaker == "Tom Exhibit"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("It is known as the “soft wheel” option.", "quoted term"),
        ("The bill, called the “Quiet Rails Act of 2020,” would help.", "name of a law or treaty"),
        ("It was like the novel “The Long Wait of Winter.”", "title of a work"),
        ("The hearing was titled “what the keepers saw.”", "title of the hearing"),
        ("Rita “Sunny” Template came.", "nickname inside a name"),
        ("The report says that “passenger figures will be looked at in due course.”", "words of a document"),
    ],
)
def test_what_is_in_quotation_marks_and_not_speech(words, why):
    reading = read(words)
    assert reading.quotes == ()
    assert why in reading.not_speech[0].why


def test_a_short_second_sentence_is_speech_and_not_a_term():
    assert texts(only("“We waited for the boat all day long,” said Specimen. “It sank.”"))[1] == "It sank."


def test_a_day_without_its_year_is_not_completed():
    event = read_release("At a hearing on May 5, Sen. Ida Specimen (D-ZZ) said, “We waited.”\n").event
    assert (event.date, event.date_partial, event.date_basis) == (None, "May 5", "on May 5")


def test_today_counts_only_in_a_dated_release():
    lead = "Sen. Ida Specimen (D-ZZ) today chaired a hearing of the Senate Committee on Lamps.\n“One,” said Specimen.\n"
    assert read_release(lead).event.date is None
    dated = read_release("May 6, 2010\n" + lead).event
    assert (dated.date, dated.body, dated.chair) == ("2010-05-06", "Senate Committee on Lamps", "Ida Specimen")


def test_a_hearing_of_last_month_is_not_the_event():
    reading = read_release("Sen. Ida Specimen (D-ZZ) wrote about last month's hearing.\n“We waited,” said Specimen.\n")
    assert reading.event is None
    assert "earlier event" in " ".join(reading.warnings)


def test_a_mark_without_a_partner_is_told():
    reading = read("\n“We tried,” Specimen said, and the town will try again, all of us,” she added.\n")
    assert [texts(quote) for quote in reading.quotes] == [["We tried,"]]
    assert reading.warnings[-1].startswith("1 quotation mark has no partner, so words may be unread")
    assert reading.warnings[-1].endswith("town will try again, all of us,”")


@pytest.mark.parametrize("words", ['The pipes are 6" and 8" wide.', 'A "pipe" is “wide”.', "It isn't and doesn’t."])
def test_inches_and_pairs_have_no_such_warning(words):
    assert not [one for one in read(words).warnings if "partner" in one]


def test_captions_and_transcripts_are_not_releases():
    assert read_release("WEBVTT\n\n00:01.000 --> 00:02.000\nHello").kind == "not_a_release"
    assert read_release("[House Hearing, 105 Congress]\n").kind == "not_a_release"


FRAGMENTS = st.sampled_from(
    [
        *("“", "”", '"', "‘", "’", "'", "``", "''", "«", "»", "â", "â?", "â€œ", "â€", "\n", "\n\n", " ", "  ", ", "),
        *(". ", "? ", "said Specimen", "Sen. Ida Specimen (D-ZZ)", "he added", "We waited", "the boat", "Smith", "* "),
        *("1. ", "UDALL: ", "Witnesses: ", "; and ", "titled ", "hearing ", "on June 13", "(", ")", "6", "A", ":", "—"),
        *("Act", "and ", "\u00a0", "The following is Specimen’s statement:", "Dr. Ana Sample, Dean", "Committee on "),
        *("###", "\t", "é", "\U0001f600", "\x1f", "\u2028", "İ", "\ufffc"),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_any_text_is_read_and_every_part_is_a_span_of_it(text):
    reading = read_release(text)
    assert_parts_are_spans(text, reading)
    json.dumps(to_json(reading))
    for quote in reading.quotes:
        assert 0 <= quote.confidence <= 1
        assert quote.reason
        assert quote.speaker is not None or quote.confidence <= 0.4


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_read(text):
    assert_parts_are_spans(text, read_release(text))


def test_a_pronoun_behind_what_belongs_to_somebody_else_stays_open():
    quotes = read(
        "“We go,” said Specimen.\n\nRep. Bert Sample’s bill is long. She said that it “would put an end to it all.”"
    ).quotes
    assert [one.speaker for one in quotes] == ["Ida Specimen", None]
    assert "Bert Sample" in quotes[1].reason


def test_words_that_a_release_tells_between_turns_are_nobodys_words():
    told = "Senator Specimen then turned to Mr. Sample, whom the committee had called."
    turns = f"SPECIMEN: I ask you.\n\nSAMPLE: I answer.\n\n{told}\n\nSPECIMEN: We go on.\n"
    assert [texts(one) for one in read(turns).quotes] == [["I ask you."], ["I answer."], ["We go on."]]


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("“The ropes are a scandal,” Specimen said in 2004.", False),
        ("“The ropes are a scandal,” Specimen said back in March 2004.", False),
        ("“The ropes are a scandal,” Specimen has said.", False),
        ("Specimen has said, “The ropes are a scandal.”", False),
        ("“The ropes are a scandal,” said Specimen last year.", False),
        ("“The ropes are a scandal,” Specimen said. In 2004 they broke.", True),
        ("“The ropes are a scandal,” Specimen said of the ropes.", True),
    ],
)
def test_words_of_another_time_are_not_certain(words, sure):
    lead = "WASHINGTON, May 3, 2005 – Senator Ida Specimen (D-ZZ) held a hearing on ropes.\n\n"
    quote = read_release(lead + words).quotes[0]
    assert (quote.speaker, quote.confidence >= SURE, "another time" in quote.reason) == ("Ida Specimen", sure, not sure)
