"""A draft transcript beside its file: what an editor sees of lines and turns, page by page."""

import re

import pytest

from hearings.importing.beside import beside
from hearings.importing.editions import sheets
from hearings.importing.transcripts.files import read_file
from tests.admin_forms import at
from tests.hearings.importing.test_transcript import FRONT
from tests.hearings.importing.test_transcript_sections import INSERTED
from tests.lamps import FIRST, imported, make_lamps, markdown

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(db):
    return make_lamps()


def rows_of(transcript):
    return beside(bytes(transcript.source.original), list(transcript.turns.all()), None)[0]


def test_each_turn_stands_beside_its_lines_and_doubtful_ones_are_marked(hearing, editor_client):
    transcript = imported(hearing).transcript
    rows = rows_of(transcript)
    assert [(row.start, row.turn and row.turn.number) for row in rows] == [(1, None), (3, 1), (7, 2), (11, 3)]
    assert "\n".join(line for row in rows for line in row.lines) == FIRST.decode()
    assert ">Compare with the file</a>" in editor_client.get(at(transcript)).content.decode()
    page = editor_client.get(at(transcript, "beside")).content.decode()
    assert "### Speaker: Bert Specimen" in page
    assert page.count('class="doubtful"') == 1
    assert "Not identified: </strong>The label names nobody for certain." in page
    assert at(transcript.turns.get(number=2)) in page


def test_no_line_stands_beside_two_turns():
    text = FRONT + INSERTED.format("\n")
    [sheet] = sheets(read_file(text.encode()))
    rows, _ = beside(text.encode(), sheet.lines, sheet.date)
    assert [row.start for row in rows] == sorted(row.start for row in rows)
    assert "\n".join(line for row in rows for line in row.lines) == text


def test_a_turn_that_was_taken_out_of_the_draft_leaves_its_lines_alone(hearing):
    transcript = imported(hearing).transcript
    transcript.turns.get(number=1).delete()
    assert [row.turn and row.turn.number for row in rows_of(transcript)] == [None, None, 2, 3]


def test_a_long_transcript_comes_in_pages_of_a_hundred(hearing, editor_client):
    turns = [("Alba Sample", f"Words {number}.") for number in range(1, 151)]
    transcript = imported(
        hearing, markdown(*(turn for one in turns for turn in (one, ("Bert Specimen", "Yes."))))
    ).transcript
    first, last = (editor_client.get(at(transcript, "beside"), {"page": page}).content.decode() for page in (1, 4))
    assert (first.count('class="beside"'), last.count('class="beside"')) == (100, 1)
    assert "Page 1 of 4" in first
    assert editor_client.get(at(transcript, "beside"), {"page": 5}).status_code == 404


def test_a_file_that_is_no_longer_kept_or_has_no_lines_is_said(hearing, editor_client):
    speech = '<speech by="#a"><from>Alba</from><p>Yes.</p></speech>'
    debate = f"<akomaNtoso><debate><debateBody>{speech}</debateBody></debate></akomaNtoso>"
    transcript = imported(hearing, debate.encode()).transcript
    answer = editor_client.get(at(transcript, "beside"), follow=True).content.decode()
    assert "The lines of an XML document are not counted" in answer


def test_who_may_not_change_a_transcript_sees_no_file(hearing, client, django_user_model):
    transcript = imported(hearing).transcript
    client.force_login(django_user_model.objects.create_user("reader", password="x", is_staff=True))
    answer = client.get(at(transcript, "beside"))
    assert answer.status_code == 403
    assert not re.search("lamps were out", answer.content.decode())
