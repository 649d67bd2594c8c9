"""What the tests of the record share: something public to attack, and a stranger's connection."""

import pytest
from django.db import connection

from tests.factories import make_exhibit, make_quote_in, make_transcript, publish, reload, reword


@pytest.fixture
def record(db):
    """A public hearing with an exhibit, a transcript and a quote that was corrected once."""
    quote = make_quote_in("Old sample words", "New sample words")
    make_exhibit(hearing=quote.hearing)
    make_transcript(hearing=quote.hearing)
    publish(quote.hearing)
    reword(quote, "New sample words")
    return reload(quote)


@pytest.fixture
def stranger():
    """A connection to the same SQLite database that does not know of `recursive_triggers` and of foreign keys."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA recursive_triggers=OFF")
        cursor.execute("PRAGMA defer_foreign_keys=ON")
        yield
        cursor.execute("PRAGMA recursive_triggers=ON")
