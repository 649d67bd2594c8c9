"""Image cards: their size and colours, words that fit or are shortened, scripts side by side, and no empty boxes."""

import hashlib
import io
import json
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont, features

from hearings.imaging import card
from hearings.imaging.bidi import levels, visual
from hearings.imaging.card import Card, draw, name_of
from hearings.imaging.coverage import covers
from hearings.imaging.lines import Line, Style, clean, clusters, drawable
from hearings.imaging.typefaces import LATIN, OWN, installed, typeface_for
from hearings.imaging.typesetting import fit, pieces

noto = pytest.mark.skipif(not installed(), reason="needs fonts-noto-core and fonts-noto-cjk")
KOREAN, UYGHUR, TIBETAN, CHINESE = (
    "이것은 견본 문장입니다.",
    "بۇ بىر ئۈلگە جۈملە.",
    "འདི་ནི་དཔེ་མཚོན་ཡིན།",
    "这是一个样本句子。",
)
UNDRAWABLE = "\U0010fffd"  # for private use: no font draws it
SAMPLE = Card(
    site="Hearings Record",
    kind="Testimony",
    paragraphs=("“Sample words,”",),
    address="record.example.org/q/0000000000000000/v1/",
    quoted=True,
    name="Alba Sample",
    facts=("Director of Samples", "Sample hearing, June 13, 2023"),
)


def picture(sample, **options):
    return Image.open(io.BytesIO(draw(sample, **options)))


def ink(image, box, paper="#fbfaf7"):
    """Whether anything is drawn in a part of the picture (left, top, right, bottom)."""
    part = image.crop(box)
    return part.tobytes() != Image.new("RGB", part.size, paper).tobytes()


@pytest.fixture
def jpeg(tmp_path):
    def make(size=(960, 640)):
        path = tmp_path / "{}x{}.jpg".format(*size)
        Image.new("RGB", size, "#204060").save(path, "JPEG")
        return path

    return make


def test_the_fonts_are_those_of_the_release_that_their_record_names():
    said = json.loads((OWN / "fonts.json").read_text(encoding="utf-8"))
    assert {path.name for path in OWN.glob("*.ttf")} == set(said["files"])
    for name, sha256 in said["files"].items():
        assert hashlib.sha256((OWN / name).read_bytes()).hexdigest() == sha256, name
        assert ImageFont.truetype(OWN / name, 20).getname()[0] == said["name"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (OWN / "LICENSE.txt").read_text(encoding="utf-8")


def test_pillow_shapes_and_orders_scripts():
    assert features.check("raqm")


def test_a_card_is_a_png_of_the_size_that_is_promised_in_the_colours_of_the_site():
    for dark, paper in ((False, (251, 250, 247)), (True, (22, 21, 19))):
        image = picture(SAMPLE, dark=dark)
        assert (image.format, image.size, image.mode, image.info) == ("PNG", (1200, 630), "RGB", {})
        assert image.getpixel((5, 5)) == image.getpixel((1195, 625)) == paper


def test_the_same_values_make_the_same_bytes_under_the_same_name():
    assert draw(SAMPLE) == draw(SAMPLE)
    assert name_of(SAMPLE) == name_of(replace(SAMPLE))
    others = [name_of(SAMPLE, dark=True), name_of(replace(SAMPLE, name="Bela")), name_of(replace(SAMPLE, site="S"))]
    assert len({name_of(SAMPLE), *others}) == 4


def test_a_quotation_stands_beside_its_rule_and_a_title_does_not():
    rule = (card.MARGIN, 110, card.MARGIN + card.RULE, 380)
    colours = picture(SAMPLE).crop(rule).getcolors()
    assert {colour for _, colour in colours} == {(28, 27, 25), (251, 250, 247)}
    title = picture(replace(SAMPLE, quoted=False, paragraphs=("Il",))).crop(rule)
    assert len({colour for _, colour in title.getcolors()}) > 2


def test_each_part_of_a_card_is_drawn(jpeg):
    whole = draw(SAMPLE)
    for name, value in {
        **{"site": "", "kind": "Hearing", "name": "", "facts": (), "status": "Corrected.", "address": ""},
        **{"paragraphs": ("“Other words,”",), "image": jpeg()},
    }.items():
        assert draw(replace(SAMPLE, **{name: value})) != whole, name
    corrected = replace(SAMPLE, status="Words.")
    assert draw(corrected) != draw(replace(corrected, withdrawn=True))


def test_the_whole_image_stands_at_the_right_and_its_credit_below(jpeg):
    shown = picture(replace(SAMPLE, quoted=False, image=jpeg(), credit="Sample credit"))
    blue = [shown.getpixel(place)[2] > 80 > shown.getpixel(place)[0] for place in ((640, 300), (1130, 300), (890, 170))]
    assert blue == [True, True, True]
    assert shown.getpixel((1145, 300)) == (251, 250, 247)
    assert ink(shown, (636, 480, 1136, 510))


@pytest.mark.parametrize("size", [(8000, 2), (2, 8000), (1, 1), (500, 500)])
def test_an_image_of_any_shape_is_shown(jpeg, size):
    assert draw(replace(SAMPLE, image=jpeg(size))) != draw(SAMPLE)


def test_short_words_are_larger_than_long_ones():
    short = fit(["“Yes.”"], Style(), 1000, 280, card.WORDS)
    long = fit(["“" + "Sample words. " * 12 + "”"], Style(), 1000, 280, card.WORDS)
    assert card.WORDS[0] == short.size > long.size
    assert "…" not in "".join(long.paragraphs[0])


def test_words_that_are_too_many_end_in_an_ellipsis_after_a_whole_word():
    words = " ".join(f"word{number}," for number in range(400))
    block = fit([f"“{words}”"], Style(), 1000, 280, card.WORDS)
    [lines] = block.paragraphs
    shown = " ".join(lines)
    assert shown.endswith("…”")
    assert f"“{words}”".startswith(shown.removesuffix("…”") + ",")
    assert block.height <= 280
    assert len(shown) > 300


@pytest.mark.parametrize("count", [30, 400, 4000])
def test_words_of_any_length_end_inside_of_their_marks(count):
    shown = card._printable(["“" + "it goes on and " * count + "ends.”", "Title " * count])
    assert shown[0][-2:] in ("…”", ".”")
    assert not shown[1].endswith("”")
    assert fit(shown[:1], Style(), 1000, 280, card.WORDS).paragraphs[0][-1].endswith("”")


def test_passages_stay_apart_and_what_does_not_fit_is_left_out():
    block = fit(["“One.”", "“Two.”"], Style(), 1000, 280, card.WORDS)
    assert block.paragraphs == [["“One.”"], ["“Two.”"]]
    block = fit(["“One.”", "“" + "Two words. " * 200 + "”"], Style(), 1000, 280, card.WORDS)
    assert block.paragraphs[0] == ["“One.”"]
    assert block.paragraphs[1][-1].endswith("…”")


def test_no_line_is_left_with_a_single_word():
    [lines] = fit(["Sample hearing on rivers and the people there"], Style(), 700, 280, [50]).paragraphs
    assert len(lines) == 2
    assert min(Line(line, Style()).width for line in lines) > 0.6 * max(Line(line, Style()).width for line in lines)


def test_a_word_that_is_longer_than_a_line_is_broken():
    block = fit(["x" * 300], Style(), 1000, 280, card.WORDS)
    assert block.width <= 1000
    assert "".join(block.paragraphs[0]) == "x" * 300


@settings(deadline=None)
@given(
    st.text(
        st.characters(max_codepoint=0x2FF, exclude_categories=["C"]) | st.sampled_from(" 강은길다样本，。བོད་אחתئۈلگە"),
        min_size=1,
    )
)
@example("“")
@example("a\u0301" * 90)
@example(" ")
@example("—" * 500)
def test_whatever_is_written_fits_its_box_and_nothing_is_lost_without_an_ellipsis(text):
    text = clean(text) or "x"
    block = fit([text], Style(), 600, 200, [40, 30])
    shown = " ".join(line for lines in block.paragraphs for line in lines)
    assert block.height <= 200
    assert block.width <= 601
    if not shown.rstrip("”").endswith("…"):
        assert shown.replace(" ", "") == text.replace(" ", "")


@noto
@pytest.mark.parametrize(
    ("text", "language", "font"),
    [
        ("한", "ko", "Noto Serif CJK KR"),
        ("汉", "zh", "Noto Serif CJK SC"),
        ("漢", "zh-Hant", "Noto Serif CJK TC"),
        ("漢", "zh-HK", "Noto Serif CJK HK"),
        ("あ", "ja", "Noto Serif CJK JP"),
        ("ئ", "ug", "Noto Naskh Arabic"),
        ("བོ", "bo", "Noto Serif Tibetan"),
        ("א", "he", "Noto Serif Hebrew"),
        ("हि", "hi", "Noto Serif Devanagari"),
        ("ή", "el", "Noto Serif"),
        ("q\u0303Я", "en", "Charis SIL"),
    ],
)
def test_each_script_has_its_face(text, language, font):
    face = typeface_for(text, language)
    assert face.at(20).getname()[0] == font
    assert drawable(text)


@noto
def test_a_font_covers_what_it_draws_and_nothing_else():
    """Against FreeType: a character that is not there is drawn as the glyph that stands for what is missing."""
    for path in (LATIN.path, *installed()[:12]):
        font = ImageFont.truetype(path, 60)
        missing = bytes(font.getmask(UNDRAWABLE))
        for character in "aßŁЯαא한汉あبۈདह𠀀ጀﷺ":
            drawn = bytes(font.getmask(character)) != missing
            assert covers(path, 0, character) == drawn, (path.name, character)


def test_what_no_font_draws_gives_way_to_who_said_it_and_is_never_an_empty_box():
    assert not drawable(f"words {UNDRAWABLE}")
    one, other = (replace(SAMPLE, paragraphs=(f"“{words}{UNDRAWABLE}”",)) for words in ("Some", "Other"))
    assert draw(one) == draw(other)
    assert draw(one) == draw(replace(SAMPLE, paragraphs=("Alba Sample",), quoted=False, name=""))
    nameless = replace(one, name=UNDRAWABLE, facts=(UNDRAWABLE, "Sample hearing"))
    assert draw(nameless) == draw(replace(SAMPLE, paragraphs=("Sample hearing",), quoted=False, name="", facts=()))
    nothing = replace(
        SAMPLE, **dict.fromkeys(("site", "name", "address"), UNDRAWABLE), facts=(), paragraphs=(UNDRAWABLE,)
    )
    assert draw(nothing)


def test_what_only_steers_the_drawing_needs_no_font():
    assert clean("a\u00adb\u0000c\n d\u202ee") == "abc de"
    assert drawable("a\u200db\ufe0f\u00a0c")


@noto
def test_right_to_left_words_begin_at_the_right_beside_their_rule():
    image = picture(replace(SAMPLE, paragraphs=(f"“{UYGHUR}”",), language="ug", rtl=True))
    middle = (120, 380)
    assert ink(image, (1136 - card.RULE, middle[0], 1136, middle[1]))
    assert not ink(image, (card.MARGIN, middle[0], card.MARGIN + 300, middle[1]))


@noto
def test_letters_of_arabic_script_are_joined():
    joined, apart = (Line(text, Style("ug", rtl=True)) for text in ("جۈملە", "ج\u200cۈ\u200cم\u200cل\u200cە"))
    assert joined.width < apart.width


@noto
def test_scripts_side_by_side_are_each_drawn_in_their_own_face_and_direction():
    text = f"He said {UYGHUR[:6]} and {KOREAN[:3]}"
    runs = [run for run in Line(text, Style()).runs if run.text.strip()]
    assert [run.text.strip() for run in runs] == ["He said", UYGHUR[:6], "and", KOREAN[:3]]
    assert [run.rtl for run in runs] == [False, True, False, False]
    assert len({run.face for run in runs}) == 3
    words = UYGHUR.split()
    runs = Line(f"{words[0]} Sample {words[1]}", Style("ug", rtl=True)).runs
    assert [run.text.strip() for run in runs if run.text.strip()] == [words[1], "Sample", words[0]]


def test_a_word_is_drawn_in_one_face():
    faces = {run.face for run in Line("Αθήνα", Style("el")).runs}
    assert len(faces) == 1


@pytest.mark.parametrize(
    ("text", "rtl", "expected"),
    [
        ("abc", False, "000"),
        ("אבג", False, "111"),
        ("abc אבג", False, "0000111"),
        ("אב 12", True, "11122"),
        ("אב 12", False, "11122"),
        ("ab 12", True, "22222"),
        ("אב (cd) אב", True, "1111221111"),
        ("ab! אב!", False, "0000110"),
        ("بۇ 1,5%", True, "1112221"),
        ("אב 5% אב", True, "11122111"),
        ("אָב", False, "111"),
    ],
)
def test_the_direction_of_each_character_follows_unicode(text, rtl, expected):
    assert "".join(map(str, levels(text, rtl=rtl))) == expected


def test_a_line_is_read_in_the_order_that_unicode_gives():
    text = "car אבג 12 דה end"
    assert "".join(text[place] for place in visual(levels(text, rtl=False))) == "car הד 12 גבא end"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one ", "two"]),
        ("강은 길다", ["강은 ", "길다"]),
        ("样本，句子。", ["样", "本，", "句", "子。"]),
        ("（样本）", ["（样", "本）"]),
        ("བོད་ཡིག།", ["བོད་", "ཡིག།"]),
        ("well-known", ["well-", "known"]),
        ("1990-2000", ["1990-2000"]),
        ("10\u00a0km", ["10\u00a0km"]),
    ],
)
def test_lines_end_where_each_script_lets_them(text, expected):
    assert [piece.text for piece in pieces(text, Style(), 100)] == expected


def test_marks_and_joiners_stay_with_their_letter():
    assert clusters("e\u0301a") == ["e\u0301", "a"]
    assert clusters("हिन्दी")[0] == "हि"
    assert clusters("\u1112\u1161\u11ab") == ["\u1112\u1161\u11ab"]


@noto
@pytest.mark.parametrize(("text", "language"), [(KOREAN, "ko"), (TIBETAN, "bo"), (CHINESE, "zh"), (UYGHUR, "ug")])
def test_lines_of_every_script_stay_clear_of_one_another(text, language):
    """What is drawn of a line does not reach the middle of the next."""
    style = Style(language, rtl=language == "ug")
    line = Line(text, style)
    image = Image.new("L", (1400, 400))
    line.draw(ImageDraw.Draw(image), (50, 200), 50, 255)
    _, top, _, bottom = image.getbbox()
    assert bottom - top <= line.leading * 50 * 1.1
