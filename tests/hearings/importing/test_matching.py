"""Who a read name is: recognised, proposed or new."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hearings.importing.matching import BodyIndex, Known, PeopleIndex, split_body, titles_differ
from tests.factories import make_appearance, make_body, make_person
from witnesses.models import Witness

pytestmark = pytest.mark.django_db


def test_a_hyphen_more_or_less_is_the_same_person():
    lee = make_person(given_name="Jung Hoon", family_name="Lee")
    match = PeopleIndex().match("Jung-Hoon Lee")
    assert match.same.pk == lee.pk
    assert match.possible == ()


def test_a_missing_initial_is_proposed_and_never_recognised():
    king = make_person(given_name="Robert R.", family_name="King")
    match = PeopleIndex().match("Robert King")
    assert match.same is None
    assert [person.pk for person in match.possible] == [king.pk]


@pytest.mark.parametrize("written", ["Robert King", "로버트 킹"])
def test_other_spellings_and_native_names_are_recognised(written):
    king = make_person(
        given_name="Robert R.", family_name="King", other_spellings="R. R. King\nRobert King", native_name="로버트 킹"
    )
    assert PeopleIndex().match(written).same.pk == king.pk


def test_a_stranger_is_new():
    make_person(given_name="Robert R.", family_name="King")
    match = PeopleIndex().match("Hanna Song")
    assert match.candidates == ()


def test_two_people_of_one_name_are_both_proposed():
    pair = {make_person(given_name="Robert", family_name="King").pk for _ in range(2)}
    match = PeopleIndex().match("Robert King")
    assert match.same is None
    assert {person.pk for person in match.possible} == pair


def test_a_protected_person_is_never_recognised_by_itself():
    hidden = make_person(given_name="Chosen", family_name="Name", protected=True)
    match = PeopleIndex().match("Chosen Name")
    assert match.same is None
    assert [person.pk for person in match.possible] == [hidden.pk]


def test_many_similar_names_are_cut_and_counted():
    for initial in "ABCDEFGHIJKL":
        make_person(given_name=f"Robert {initial}.", family_name="King")
    match = PeopleIndex().match("Robert King")
    assert (len(match.possible), match.more) == (8, 4)


def test_ten_thousand_people_are_two_queries_and_few_comparisons():
    Witness.objects.bulk_create(
        Witness(given_name=f"Given{n % 97}", family_name=f"Family{n}", slug=f"p{n}") for n in range(10_000)
    )
    with CaptureQueriesContext(
        connection,
    ) as queries:
        index = PeopleIndex()
        match = index.match("Given5 Family5")
    assert len(queries) == 2
    assert match.same.name == "Given5 Family5"


def test_a_body_is_recognised_with_or_without_its_abbreviation():
    body = make_body(name="Sample Commission on Measures", abbreviation="SCM")
    index = BodyIndex()
    for written in ("Sample Commission on Measures (SCM)", "the Sample Commission on Measures"):
        assert index.match(written).same.pk == body.pk


@pytest.mark.parametrize("written", ["SCM", "Commission on Sample Measures", "Measures Commission"])
def test_a_similar_body_is_proposed(written):
    body = make_body(name="Sample Commission on Measures", abbreviation="SCM")
    match = BodyIndex().match(written)
    assert match.same is None
    assert [one.pk for one in match.possible] == [body.pk]


def test_another_body_is_new():
    make_body(name="Sample Commission on Measures", abbreviation="SCM")
    assert BodyIndex().match("Committee on Foreign Affairs").candidates == ()


def test_an_abbreviation_is_split_off_a_body():
    assert split_body("Sample Commission (SC)") == ("Sample Commission", "SC")
    assert split_body("Committee on Samples (and Weights)") == ("Committee on Samples (and Weights)", "")


def test_people_given_by_hand_need_no_database():
    index = PeopleIndex([Known(1, "Ana Sample", ("Ana Sample",))])
    assert index.match("Ana Sample").same.pk == 1


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("SMALL LAMPS AND THEIR MAKERS", "Small Lamps and Their Makers", False),
        ("LAMPS: A NEW PATH TO LIGHT", "Lamps", False),
        ("Hearing on Small Lamps", "SMALL LAMPS, PART II", False),
        ("SMALLLAMPS AND THEIRMAKERS", "Small lamps and their makers", False),
        ("The state’s lamps, their makers", "THE STATES LAMP AND ITS MAKERS", False),
        ("", "Small Lamps", False),
        ("SMALL LAMPS AND THEIR MAKERS", "Small Boats and Their Makers", True),
        ("Lamps", "Sample hearing 4", True),
        ("등불 청문회", "Lamps", True),
    ],
)
def test_titles_differ_only_where_they_plainly_do(one, other, differ):
    assert titles_differ(one, other) is differ
    assert titles_differ(other, one) is differ


@pytest.mark.parametrize(
    ("titles", "recognised"),
    [
        (["Mayor of Smallville"], False),
        (["Director, Smallville Museum"], False),
        (["Rep."], False),
        ([], True),
        (["Dr."], True),
        (["Former U.S. Special Envoy for North Korean Human Rights"], True),
        (["Envoy"], True),
        (["Fellow, Institute for Korean-American Studies"], True),
        (["U.S. Ambassador"], True),
    ],
)
def test_a_namesake_under_titles_that_share_nothing_is_only_proposed(titles, recognised):
    king = make_person(given_name="Robert", family_name="King", honorific="Amb.")
    make_appearance(person=king, title="Special Envoy for North Korean Human Rights\nDirector", organization="State")
    match = PeopleIndex().match("Robert King", titles)
    assert ((match.same or match.possible[0]).pk, bool(match.same)) == (king.pk, recognised)
    assert (
        match.why.startswith("Somebody of this name is in the record, under another title: Special Env") != recognised
    )


def test_somebody_who_was_never_titled_is_recognised_under_any_title():
    king = make_person(given_name="Robert", family_name="King", honorific="Mr.")
    make_appearance(person=king, title="", organization="")
    assert PeopleIndex().match("Robert King", ["Mayor of Smallville"]).same.pk == king.pk
