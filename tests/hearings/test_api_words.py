"""What the API says where nobody can be asked: of a search for nothing, and on its page of documentation."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("words", ["", " ", "-words", "!"])
def test_a_search_for_nothing_finds_nothing_and_says_why(client, words):
    answer = client.get("/api/v1/search", {"q": words}).json()
    assert answer["items"] == []
    assert answer["problem"].startswith("Type a word")


def test_a_search_for_words_has_no_problem(client):
    assert client.get("/api/v1/search", {"q": "sample"}).json()["problem"] == ""


def test_the_page_of_documentation_shows_no_marks_of_code(client):
    assert "`" not in client.get("/api/v1/").content.decode()
