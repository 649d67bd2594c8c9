"""Files of transcripts that are more or less than one hearing: several days, and what is refused with the reason."""

import datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hearings.importing.listing import people_named
from hearings.importing.load_transcript import take_in
from hearings.importing.matching import PeopleIndex
from hearings.importing.texts.receive import ImportRefused
from hearings.models import Edition, SourceDocument, Transcript
from tests.admin_forms import at
from tests.factories import make_body, make_hearing, make_user
from tests.hearings.test_listing import VOLUME

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).resolve().parents[3] / "shared/data/transcripts"
SECOND_DAY = """
                       WEDNESDAY, JUNE 14, 2023

                                       U.S. Senate,
                      Sample Committee on Measures,
                                                    Washington, DC.
    The committee met, pursuant to notice, at 2 p.m., in Room 1,
Sample Building, Hon. Bert Specimen presiding.

    Senator Specimen. The second day of the hearing is open now.
    Ms. Rehearsal. I was asked to come again, and here I am.
    [Whereupon, at 3 p.m., the committee was adjourned.]
"""
TWO_DAYS = (VOLUME + SECOND_DAY).encode()
STUB = b"""[House Hearing, 102 Congress]

                       SAMPLES OF LAMPS

                               HEARING

                               before the

                     SAMPLE COMMITTEE ON MEASURES

                           MARCH 10, 1993

                   <TEXT NOT AVAILABLE>
"""


@pytest.fixture
def body(db):
    return make_body()


def on_day(day, body, **fields):
    fields.setdefault("title", "Samples and Their Lamps")
    return make_hearing(date=datetime.date(2023, 6, day), bodies=[body], **fields)


def test_a_volume_of_two_days_becomes_the_transcripts_of_two_hearings(body):
    first, second = on_day(13, body), on_day(14, body)
    taken = take_in(data=TWO_DAYS, hearing=second, by=None)
    assert [one.transcript.hearing for one in taken] == [first, second]
    speech = [[turn.named for turn in one.transcript.turns.filter(kind="speech")] for one in taken]
    assert [len(turns) for turns in speech] == [6, 2]
    assert speech[1] == ["Bert Specimen", "Fay Rehearsal"]
    assert list(taken[1].transcript.turns.values_list("number", flat=True)) == [1, 2, 3]
    assert SourceDocument.objects.count() == 1
    assert Edition.objects.count() == 2


def test_each_day_names_its_own_chair_and_those_who_came(body):
    on_day(13, body)
    taken = take_in(data=TWO_DAYS, hearing=on_day(14, body), by=None)
    first, second = (people_named(one.transcript, PeopleIndex()) for one in taken)
    assert [(one.row.name, one.row.role) for one in second.people] == [
        ("Bert Specimen", "chair"),
        ("Fay Rehearsal", "witness"),
    ]
    assert second.presided == (("Bert Specimen", 1),)
    assert len(first.people) == 5


def test_a_day_without_a_hearing_refuses_the_volume_whole_and_says_what_to_do(body):
    first = on_day(13, body)
    with pytest.raises(ImportRefused) as refused:
        take_in(data=TWO_DAYS, hearing=first, by=None)
    assert str(refused.value) == (
        "The file holds 2 sittings, and the record has no hearing of the same body for that of 2023-06-14. "
        "Make one hearing for each day, then import it again."
    )
    assert not Transcript.objects.exists()
    assert not SourceDocument.objects.exists()


def test_a_day_with_two_hearings_of_the_body_is_not_guessed(body):
    first = on_day(13, body)
    on_day(14, body), on_day(14, body)
    with pytest.raises(ImportRefused, match="more than one hearing of the same body for that of 2023-06-14"):
        take_in(data=TWO_DAYS, hearing=first, by=None)


def test_the_file_of_another_day_is_refused_with_both_days(body):
    with pytest.raises(ImportRefused, match=r"of a hearing on 2023-06-13, and “.+” was held on 2023-06-14"):
        take_in(data=VOLUME.encode(), hearing=on_day(14, body), by=None)


def upload(client, data, name="file.htm"):
    """What the page says after a file was given in, and whether anything was stored."""
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={make_hearing().pk}"
    page = client.post(add, {"file": SimpleUploadedFile(name, data), "title": "Typed title"}).content.decode()
    return page, SourceDocument.objects.exists() or Transcript.objects.exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (STUB, "the publisher says that the text is not available"),
        (b"RULES OF THE SAMPLE COMMITTEE\n\nRule 1. Samples are counted.\n", "no turns were found in it"),
        (VOLUME.replace("HEARING\n", "MARKUP\n").encode(), "This is the markup of a bill, not a hearing"),
        (b"%PDF-1.4 broken", "The PDF cannot be read"),
        (b"PK\x03\x04 broken", "This is not a whole Word document"),
        (b"\xff\xd8\xff\xe0 picture", "This is not a text that can be read"),
        (b"caf\xe9", "The file is not valid UTF-8: it fails in line 1"),
        (b" \n", "The file is empty"),
    ],
    ids=["no text", "rules", "markup", "pdf", "docx", "picture", "not utf-8", "blank"],
)
def test_what_is_no_transcript_is_refused_in_the_admin_with_the_reason(editor_client, data, said):
    page, stored = upload(editor_client, data)
    assert said in page
    assert "Nothing was stored." in page
    assert 'value="Typed title"' in page
    assert not stored


@pytest.mark.skipif(not SHARED.exists(), reason="the examples are not beside this project")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("106h_2000-04-06_international-relations_MARKUP-hr3680.htm", "This is the markup of a bill"),
        ("111s_2010-11-16_impeachment-trial-committee_REPORT-NOT-A-HEARING.htm", "not the transcript of a hearing"),
        ("stub_102h_1993-03-10_mustard-gas.htm", "the text is not available"),
    ],
)
def test_the_examples_that_are_no_hearings_are_refused_in_the_admin(editor_client, name, said):
    page, stored = upload(editor_client, (SHARED / name).read_bytes(), name)
    assert said in page
    assert not stored


def test_somebody_who_may_not_add_transcripts_gives_in_none(client, body):
    user = make_user()
    user.user_permissions.remove(*user.user_permissions.filter(codename="add_transcript"))
    client.force_login(user)
    add = f"{reverse('admin:hearings_transcript_add')}?hearing={on_day(13, body).pk}"
    client.post(add, {"file": SimpleUploadedFile("file.txt", VOLUME.encode())})
    assert not Transcript.objects.exists()


def test_the_people_of_a_file_that_is_no_longer_kept_are_listed_by_hand(editor_client, body):
    [taken] = take_in(data=VOLUME.encode(), hearing=on_day(13, body), by=None)
    SourceDocument.objects.update(original=b"")
    page = editor_client.get(at(taken.transcript, "people"), follow=True).content.decode()
    assert "The file of this transcript is no longer kept. List its people at the hearing." in page
