"""What an editor does with a transcript that was imported."""

import pytest
from django.urls import reverse

from hearings.models import Quote
from tests.lamps import make_lamps, public

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(db):
    return make_lamps()


def test_a_quote_from_a_turn_takes_whole_words(hearing, editor_client):
    transcript = public(hearing)
    fields = {"text": "lamps were ou", "kind": "direct", "language": "en", "note": "", "order": 0, "initial-order": 0}
    add = f"{reverse('admin:hearings_quote_add')}?hearing={hearing.pk}"
    answer = editor_client.post(add, {**fields, "speaker": "", "source": transcript.source_id})
    assert "“out” is cut in two, and a quotation is whole words." in answer.content.decode()
    assert not Quote.objects.exists()
