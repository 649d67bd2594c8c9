"""Listing the people whom a transcript names: who presided, spoke or testified; matched, new or to be chosen."""

import datetime

import pytest
from django.core.management import call_command

from hearings.actions.record import NotReady
from hearings.importing.listing import certain, list_people, people_named
from hearings.importing.load_transcript import take_in
from hearings.importing.matching import PeopleIndex
from hearings.models import Appearance, HistoryEntry, Transcript
from tests.admin_forms import at
from tests.crawling import ask
from tests.factories import make_appearance, make_hearing, make_person, make_user, publish, reload
from tests.releases import form_values
from witnesses.models import Witness

pytestmark = pytest.mark.django_db

VOLUME = """[Senate Hearing 118-999]


                       SAMPLES AND THEIR LAMPS

=======================================================================

                                HEARING

                               before the

                     SAMPLE COMMITTEE ON MEASURES
                          UNITED STATES SENATE

                    ONE HUNDRED EIGHTEENTH CONGRESS

                               __________

                             JUNE 13, 2023

                               __________

                     SAMPLE COMMITTEE ON MEASURES

                     ALBA SAMPLE, Vermont, Chair
BERT SPECIMEN, Ohio                  CORA EXAMPLE, Maine
DORA MUSTER, Iowa

                            C O N T E N T S

                               __________

                                                                   Page

                               WITNESSES

Probe, Emil, Director, Sample Institute..........................     2
Rehearsal, Fay, Curator, Sample Museum...........................     3

                        SAMPLES AND THEIR LAMPS

                              ----------

                         TUESDAY, JUNE 13, 2023

                                       U.S. Senate,
                      Sample Committee on Measures,
                                                    Washington, DC.
    The committee met, pursuant to notice, at 10 a.m., in Room 1,
Sample Building, Hon. Alba Sample (Chair) presiding.

    Senator Sample. The hearing on samples will come to order.
    Senator Specimen. I thank the chair for the lamps.
    Mr. Probe. The lamps of the institute are samples as well.
    Senator Example. [presiding] I take the chair for a moment.
    Mr. Probe. I have nothing to add to what was said.
    Ms. Rehearsal. The museum keeps the lamps that are left.
    [Whereupon, at 11 a.m., the committee was adjourned.]
"""


@pytest.fixture
def hearing(db):
    return make_hearing(slug="lamps", title="Samples and Their Lamps", date=datetime.date(2023, 6, 13))


@pytest.fixture
def transcript(hearing):
    [taken] = take_in(data=VOLUME.encode(), hearing=hearing, by=None)
    return taken.transcript


def named(transcript):
    return people_named(transcript, PeopleIndex())


def speakers(transcript):
    return [turn.speaker and turn.speaker.person.full_name for turn in transcript.turns.filter(kind="speech")]


def test_the_chair_members_and_witnesses_are_proposed_with_what_the_file_says_of_them(transcript):
    naming = named(transcript)
    assert [(one.row.name, one.row.role, one.row.titles, one.row.sure) for one in naming.people] == [
        ("Alba Sample", "chair", "", True),
        ("Bert Specimen", "member", "", True),
        ("Cora Example", "member", "", True),
        ("Emil Probe", "witness", "Director, Sample Institute", True),
        ("Fay Rehearsal", "witness", "Curator, Sample Museum", True),
    ]
    notes = {one.row.name: one.note for one in naming.people}
    assert notes["Alba Sample"] == "Presided when the hearing opened. Speaks in 1 turn."
    assert notes["Cora Example"] == "Took the chair at turn 4. Speaks in 1 turn."
    assert notes["Emil Probe"] == "Listed as a witness. Speaks in 2 turns."
    assert naming.presided == (("Alba Sample", 1), ("Cora Example", 4))


def test_who_takes_the_chair_without_a_full_name_is_not_listed_and_the_page_says_so(hearing, editor_client):
    words = VOLUME.replace("Senator Example. [presiding]", "Senator Other [presiding].")
    [taken] = take_in(data=words.encode(), hearing=hearing, by=None)
    assert named(taken.transcript).presided == (("Alba Sample", 1), ("", 4))
    page = editor_client.get(at(taken.transcript, "people")).content.decode()
    assert "Somebody whose full name the file does not give took the chair at turn 4." in page


def test_somebody_of_a_similar_name_is_neither_taken_in_advance_nor_certain(transcript):
    make_person(given_name="E.", family_name="Probe")
    known = make_person(given_name="Bert", family_name="Specimen")
    naming = named(transcript)
    rows = {one.row.name: one.row for one in naming.people}
    assert (rows["Emil Probe"].sure, rows["Emil Probe"].match.same) == (False, None)
    assert (rows["Bert Specimen"].sure, rows["Bert Specimen"].match.same.pk) == (True, known.pk)
    people, doubts = certain(naming)
    assert [name for name, _ in people] == ["Alba Sample", "Bert Specimen", "Cora Example", "Fay Rehearsal"]
    assert doubts == ["“Emil Probe” was not listed: it may be “E. Probe”, already in the record."]


def test_a_namesake_under_another_title_is_neither_taken_in_advance_nor_certain(transcript):
    make_appearance(person=make_person(given_name="Emil", family_name="Probe"), title="Mayor", organization="")
    naming = named(transcript)
    row = next(one.row for one in naming.people if one.row.name == "Emil Probe")
    assert (row.titles, row.sure) == ("Director, Sample Institute", False)
    assert "Somebody of this name is in the record, under another title: Mayor" in " ".join(certain(naming)[1])


def test_listing_gives_the_people_their_turns_and_leaves_others_as_they_are(transcript, hearing):
    there = make_appearance(hearing=hearing, person=make_person(given_name="Bert", family_name="Specimen"))
    naming = named(transcript)
    assert naming.listed == ("Bert Specimen",)
    people, _ = certain(naming)
    assert list_people(transcript=transcript, people=people, by=None) == 6
    assert speakers(transcript) == [
        *("Alba Sample", "Bert Specimen", "Emil Probe", "Cora Example", "Emil Probe", "Fay Rehearsal")
    ]
    assert reload(there).title == "Director of Samples"
    assert Appearance.objects.filter(hearing=hearing).count() == 5
    assert HistoryEntry.objects.filter(action="people listed").count() == 1
    assert named(transcript).people == ()


def test_an_editor_lists_them_with_one_button_and_says_who_a_similar_name_is(transcript, hearing, editor_client):
    known = make_person(given_name="E.", family_name="Probe", slug="e-probe")
    page = editor_client.get(at(transcript)).content.decode()
    assert "6 turns are by people who are not listed" in page
    assert at(transcript, "people") in page
    answer = editor_client.get(at(transcript, "people"))
    page = answer.content.decode()
    assert "<bdi>Cora Example</bdi> took the chair at turn 4." in page
    assert "Perhaps somebody in the record. Choose who it is." in page
    values = form_values(answer)
    ambiguous = next(name for name, value in values.items() if value == "Emil Probe" and name.endswith("-name"))
    row = ambiguous.removesuffix("-name")
    assert f"{row}-accept" not in values
    undecided = editor_client.post(at(transcript, "people"), values | {f"{row}-accept": "on"})
    assert "Choose who it is." in undecided.content.decode()
    assert not Appearance.objects.exists()
    chosen = values | {f"{row}-accept": "on", f"{row}-match": str(known.pk)}
    answer = editor_client.post(at(transcript, "people"), chosen, follow=True)
    assert "Listed: 5. Turns that have got a speaker: 6; without one: 0." in answer.content.decode()
    assert transcript.turns.filter(speaker__person=known).count() == 2
    assert Witness.objects.filter(family_name="Probe").count() == 1


def test_where_all_are_listed_nothing_is_asked(transcript, hearing, editor_client):
    people, _ = certain(named(transcript))
    list_people(transcript=transcript, people=people, by=None)
    publish(hearing)
    page = editor_client.get(at(transcript, "people")).content.decode()
    assert "All whom the file names are listed at the hearing." in page
    assert "Listed already: <bdi>Alba Sample</bdi>, " in page
    assert "List the people taken" not in page
    assert "Public sentence" not in page
    assert "People whom the file names" not in page


def test_whoever_is_not_taken_is_not_listed(transcript, editor_client):
    values = form_values(editor_client.get(at(transcript, "people")))
    del values["people-0-accept"]
    editor_client.post(at(transcript, "people"), values)
    assert not Appearance.objects.filter(person__family_name="Sample").exists()
    assert transcript.turns.get(number=1).unresolved == "Alba Sample is not listed at this hearing."


def test_at_a_public_hearing_listing_is_a_correction_that_says_so(transcript, hearing, client, editor_client):
    make_appearance(hearing=hearing, person=make_person(given_name="Alba", family_name="Sample"), role="chair")
    publish(hearing)
    later = reload(transcript)
    people, _ = certain(named(later))
    with pytest.raises(NotReady, match="public sentence"):
        list_people(transcript=later, people=people, by=None)
    assert hearing.appearances.count() == 1
    assert "so listing people is a correction" in editor_client.get(at(transcript, "people")).content.decode()


def test_an_editor_who_is_no_publisher_does_not_list_people_at_a_public_hearing(hearing, client):
    publish(hearing)
    [taken] = take_in(data=VOLUME.encode(), hearing=hearing, by=None)
    client.force_login(make_user(publisher=False))
    for answer in (client.get(at(taken.transcript, "people")), client.post(at(taken.transcript, "people"))):
        assert answer.status_code == 403
        assert "Ask a publisher to list people there." in answer.content.decode()
    assert hearing.appearances.count() == 1


@pytest.mark.parametrize("public", [False, True])
def test_buttons_are_shown_to_those_who_may_press_them_alone(hearing, client, public):
    if public:
        publish(hearing)
    [taken] = take_in(data=VOLUME.encode(), hearing=hearing, by=None)
    editor, reader = make_user(publisher=False), make_user(publisher=False)
    reader.user_permissions.set(reader.user_permissions.filter(codename__startswith="view_"))
    names = ["List the people whom", "Look up the speakers", "Compare with the file", "Import an edition"]

    def shown(user):
        client.force_login(user)
        page = client.get(at(taken.transcript)).content.decode()
        return [name for name in names if name in page], "so a publisher lists people there" in page

    assert shown(editor) == (names[public:], public)
    assert shown(reader) == ([], False)
    assert shown(make_user()) == (names, False)


def test_one_new_name_in_two_rows_is_listed_once(transcript, editor_client):
    values = form_values(editor_client.get(at(transcript, "people")))
    names = [name for name in values if name.startswith("people-") and name.endswith("-name")]
    taken = [name for name in names if values.get(name.replace("-name", "-accept"))][-2:]
    page = editor_client.post(at(transcript, "people"), values | dict.fromkeys(taken, "Emil Probe")).content.decode()
    assert "takes a new person of this name already. Take one of them." in page
    assert not Witness.objects.filter(family_name="Probe").exists()


def test_a_publisher_lists_them_at_a_public_hearing_with_the_public_sentence(hearing, editor_client, client):
    publish(hearing)
    [taken] = take_in(data=VOLUME.encode(), hearing=hearing, by=None)
    values = form_values(editor_client.get(at(taken.transcript, "people")))
    editor_client.post(at(taken.transcript, "people"), values | {"sentence": ""})
    assert hearing.appearances.count() == 1
    editor_client.post(at(taken.transcript, "people"), values)
    page = ask(client, hearing.get_absolute_url()).text
    assert "Fay Rehearsal" in page
    assert "They are listed now, as the transcript names them." in page
    assert [one.reason for one in reload(hearing).corrections.all()] == ["addition"]
    assert speakers(taken.transcript).count(None) == 0


def test_the_command_lists_who_is_certain_and_says_who_is_not(hearing, tmp_path, capsys):
    make_person(given_name="E.", family_name="Probe")
    file = tmp_path / "lamps.txt"
    file.write_text(VOLUME)
    call_command("import_transcript", str(file), "--hearing", "lamps", "--list-people")
    said = capsys.readouterr().err
    assert "Listed: Alba Sample, Bert Specimen, Cora Example, Fay Rehearsal. Turns with a speaker now: 4." in said
    assert "“Emil Probe” was not listed: it may be “E. Probe”, already in the record." in said
    assert speakers(Transcript.objects.get()).count(None) == 2


def test_the_command_lists_nobody_at_a_public_hearing(hearing, tmp_path, capsys):
    publish(hearing)
    file = tmp_path / "lamps.txt"
    file.write_text(VOLUME)
    call_command("import_transcript", str(file), "--hearing", "lamps", "--list-people")
    assert "Nobody was listed: the hearing is public" in capsys.readouterr().err
    assert hearing.appearances.count() == 1


@pytest.mark.parametrize("others", [1, 30])
def test_the_page_asks_for_everybody_at_once(transcript, editor_client, django_assert_num_queries, others):
    for _ in range(others):
        make_appearance(person=make_person(given_name="E.", family_name="Probe"))
    editor_client.get(at(transcript, "people"))
    with django_assert_num_queries(9):
        editor_client.get(at(transcript, "people"))
