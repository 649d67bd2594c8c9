"""Hearings that a release names by their day, or by a title written like a sentence: its own, or those of before."""

import pytest

from hearings.importing.releases.press_release import read_release

ASKS = "Senator Ada Sample (D-OH) asked Dr. Max Muster, Director of the Rope Office, “Is the rope safe?”"
SAYS = "\n\n“We need rope,” Sample said.\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"WASHINGTON – At an April 6, 2022 hearing of the Committee on Ropes, {ASKS}", "2022-04-06"),
        (f"Senator Ada Sample (D-OH) chaired a March 4, 2021 hearing entitled “Rope and Rust.”{SAYS}", "2021-03-04"),
        (f"During an 8 June 2023 hearing on rust, {ASKS}", "2023-06-08"),
        (f"A May 9, 2019 hearing of the Committee on Ropes heard from Dr. Max Muster.{SAYS}", "2019-05-09"),
        (f"Dr. Max Muster testified at an October 3, 2018 hearing before the Committee on Ropes.{SAYS}", "2018-10-03"),
        (
            f"Senator Ada Sample (D-OH) held a May 4, 2021, oversight hearing on ropes. The hearing was long.{SAYS}",
            "2021-05-04",
        ),
        (f"April 8, 2022\n\nSample Asks\n\nRope is not safe.\n\nIn an April 6, 2022 hearing, {ASKS}", "2022-04-06"),
    ],
)
def test_a_hearing_named_by_its_day_is_the_event_of_the_release(text, day):
    event = read_release(text).event
    assert event
    assert (event.type, event.date) == ("hearing", day)


@pytest.mark.parametrize(
    "verb", ["chaired a March 4, 2021 hearing on rope", "held a May 4, 2021, oversight hearing on rope"]
)
def test_who_chairs_or_holds_a_hearing_named_by_its_day_presided(verb):
    assert read_release(f"Senator Ada Sample (D-OH) {verb}.{SAYS}").event.chair == "Ada Sample"


@pytest.mark.parametrize(
    "text",
    [
        f"Senator Ada Sample (D-OH) today introduced a bill. At a March 4, 2021 hearing, she spoke of it.{SAYS}",
        f"Following a March 4, 2021 hearing, Senator Ada Sample (D-OH) wrote to Dr. Max Muster.{SAYS}",
        f"Senator Ada Sample (D-OH) introduced the Rope Act, which follows a March 4, 2021 hearing.{SAYS}",
        f"Senator Ada Sample (D-OH) wrote to Dr. Max Muster, who said at a March 4, 2021 hearing that rope rots.{SAYS}",
        f"September 8, 2022\n\nSample Asks\n\nAt an April 6, 2022 hearing, {ASKS} She has now written to him.{SAYS}",
    ],
)
def test_a_hearing_of_another_day_is_not_the_event_of_what_follows_it(text):
    reading = read_release(text)
    assert reading.event is None
    assert any("an earlier event" in one for one in reading.warnings)


def test_a_hearing_of_another_day_gives_way_to_the_one_of_the_release():
    ropes = "Senator Ada Sample (D-OH) questioned Dr. Max Muster at a hearing on rust."
    event = read_release(f"{ropes} At a March 4, 2021 hearing, Muster had been evasive.{SAYS}").event
    assert event
    assert event.date is None
    evasive = "At an April 6, 2022 hearing of the Committee on Ropes, Dr. Max Muster was evasive."
    event = read_release(f"{evasive} This morning, Senator Ada Sample (D-OH) pressed him at a hearing.{SAYS}").event
    assert event
    assert event.date is None


@pytest.mark.parametrize(
    ("lead", "title"),
    [
        ("El senador Luis Mora (D-NM) presidió el martes la audiencia «Sogas en la frontera».", "Sogas en la frontera"),
        ("El senador Luis Mora (D-NM) encabezó hoy la audiencia «Agua para el valle».", "Agua para el valle"),
        ("El senador Luis Mora (D-NM) presidió, ayer, la audiencia denominada «Sogas y más».", "Sogas y más"),
        (
            "El senador Luis Mora (D-NM) dirigió en Washington la audiencia bajo el título “Agua para el valle”.",
            "Agua para el valle",
        ),
        (
            "La audiencia «Sogas en la frontera», presidida por el senador Luis Mora (D-NM), fue ayer.",
            "Sogas en la frontera",
        ),
        ("Senator Luis Mora (D-NM) chaired the hearing “Ropes at the border” on Tuesday.", "Ropes at the border"),
        ("Senator Luis Mora (D-NM) chaired its oversight hearing “How rope rots” on Tuesday.", "How rope rots"),
    ],
)
def test_a_title_in_small_letters_right_behind_the_word_for_its_event(lead, title):
    event = read_release(f"WASHINGTON – {lead}\n\n«No hay tiempo que perder», dijo Mora.\n").event
    assert event
    assert (event.title, event.chair) == (title, "Luis Mora")


@pytest.mark.parametrize(
    "words",
    [
        "Mora said at the hearing “It was all about rope” and left.",
        "Mora called the hearing “A big waste of time” on Tuesday.",
        "Mora attended the hearing “We saw it rot” on Tuesday.",
        "Mora dijo en la audiencia «Vimos la soga» y se fue.",
    ],
)
def test_what_is_said_at_or_of_a_hearing_is_not_its_title(words):
    assert read_release(f"Senator Luis Mora (D-NM) chaired a hearing. {words}").event.title is None


def test_who_declares_something_by_name_and_office_in_spanish_is_a_witness():
    lead = "El senador Luis Mora (D-NM) presidió el martes una audiencia."
    luz = "Ana Muster, directora del Centro Luz, declaró: «Las sogas esperan»."
    mar = "Eva Probe, alcaldesa de San Mar, también declaró que hay tiempo."
    found = read_release(f"{lead}\n\n{luz}\n\n{mar}\n").event.witnesses
    assert {one.name: one.titles for one in found} == {
        "Ana Muster": ("directora del Centro Luz",),
        "Eva Probe": ("alcaldesa de San Mar",),
    }


def test_a_body_in_spanish_is_no_person():
    lead = "El senador Luis Mora (D-NM) presidió el martes una audiencia.\n\n"
    quotes = read_release(f"{lead}El Centro Luz declaró: «Hay tiempo hoy».").quotes
    quotes += read_release(f"{lead}«Hay tiempo hoy», dijo la Fundación Sol.").quotes
    assert [one.speaker for one in quotes] == [None, None]
