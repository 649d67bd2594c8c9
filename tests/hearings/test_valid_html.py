"""Whether every kind of page is valid HTML, by the checker of the W3C, where it is there: see .ci/run."""

import shutil
import subprocess

import pytest
from django.conf import settings

from hearings.actions.corrections import correct, withdraw
from hearings.actions.publishing import publish_exhibit
from tests.crawling import ask
from tests.factories import (
    make_exhibit,
    make_public_quote,
    make_public_transcript,
    make_source,
    reload,
)

CHECKER = settings.BASE_DIR / "var/vnu/node_modules/vnu-jar/build/dist/vnu.jar"
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not (shutil.which("java") and CHECKER.exists()), reason="java or the checker is not there"),
]
LISTS = ["/", "/hearings/", "/witnesses/", "/corrections/", "/about/", "/feeds/", "/data/", "/api/v1/", "/check/"]


@pytest.fixture
def pages(db):
    source = make_source(text="“Sample words are here.” “Other words are here.”", url="https://example.org/release")
    quote = make_public_quote(text="Sample words are here.", source=source, spans=[[1, 23]])
    quote.text, quote.spans = "Other words are here.", [[26, 47]]
    correct(record=quote, reason="typo", sentence="The words were wrong.", by=None)
    withdrawn = make_public_quote(text="Never said.")
    withdraw(record=withdrawn, sentence="It was never said.", by=None)
    transcript = make_public_transcript("A turn of some words.", "Another turn.")
    exhibit = make_exhibit(hearing=transcript.hearing)
    publish_exhibit(exhibit=exhibit, by=None)
    turn, hearing = transcript.turns.first(), reload(transcript.hearing)
    records = [quote, withdrawn, exhibit, turn]
    paths = [record.get_absolute_url() for record in records]
    paths += [f"{path}{part}" for path in paths for part in ("v1/", "history/")]
    paths += [f"{record.get_absolute_url()}embed/" for record in (quote, withdrawn, exhibit)]
    paths += [hearing.get_absolute_url(), transcript.get_absolute_url(), f"/h/{hearing.public_id}/v1/"]
    paths += [quote.speaker.person.get_absolute_url(), hearing.bodies.get().get_absolute_url()]
    paths += [quote.corrections.get().get_absolute_url(), "/search/?q=words", "/check/?text=Sample+words+are+here"]
    return [*LISTS, *paths, "/nothing/"]


def test_every_kind_of_page_is_valid_html(client, pages, tmp_path):
    for number, path in enumerate(pages):
        (tmp_path / f"{number}.html").write_bytes(ask(client, path).body)
    command = ["java", "-jar", CHECKER, "--errors-only", "--format", "gnu", *sorted(tmp_path.glob("*.html"))]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    assert not found, "\n".join([found, *(f"{number}.html: {path}" for number, path in enumerate(pages))])
