"""API v1 as a program finds it: answers that fit their description, filters, pages, versions, problems."""

import hashlib
import json

import jsonschema
import pytest

from hearings.actions.corrections import correct, seal, withdraw
from hearings.api.documentation import description
from hearings.models import Correction, Hearing, Quote
from tests.factories import (
    make_annotation,
    make_appearance,
    make_exhibit,
    make_full_hearing,
    make_hearing,
    make_person,
    make_public_quote,
    make_public_transcript,
    make_quote,
    make_quote_in,
    make_reference,
    make_site,
    make_topic,
    publish,
    reload,
    reword,
)

pytestmark = pytest.mark.django_db
LISTS = ("hearings", "quotes", "turns", "exhibits", "corrections", "witnesses", "references")
VERSIONED = ("hearings", "quotes", "turns", "exhibits")


@pytest.fixture
def rich():
    """Two hearings with everything that the record knows: a corrected quote in one, a withdrawn one in the other."""
    first = publish(make_full_hearing("one", congress=118))
    words = make_quote_in("Old sample words", "New sample words", language="ko")
    make_exhibit(hearing=words.hearing, site=make_site(coordinate_precision="exact", latitude=42.95, longitude=129.8))
    make_annotation(capture=words.hearing.exhibits.get().captures.first())
    make_reference(hearing=words.hearing, kind="hearing", earlier_hearing=first)
    publish(words.hearing)
    reword(words, "New sample words")
    turn = make_public_transcript("Sample words of a turn.", hearing=reload(words.hearing)).turns.get()
    turn.text = "Sample words of the turn."
    correct(record=turn, reason="typo", sentence="An article was wrong.", by=None)
    withdraw(record=first.quotes.get(), sentence="It was not said.", by=None)
    return reload(words)


def get(client, path, status=200):
    response = client.get(path if path.startswith("/") else f"/api/v1/{path}")
    assert response.status_code == status, (path, response.content)
    return response.json()


def ids(client, path):
    return [item["id"] for item in get(client, path)["items"]]


def described(path):
    """The schema of the answer at a path of the description."""
    document = description()
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return schema | {"components": document["components"]}


def fits(answer, path):
    jsonschema.validate(answer, described(path), format_checker=jsonschema.FormatChecker())


@pytest.mark.parametrize("noun", LISTS)
def test_lists_are_what_the_description_says(client, rich, noun):
    answer = get(client, noun)
    assert answer["items"]
    fits(answer, f"/{noun}")


@pytest.mark.parametrize("noun", [*VERSIONED, "corrections", "witnesses"])
def test_each_record_of_a_list_is_the_one_at_its_own_address(client, rich, noun):
    place = "slug" if noun == "witnesses" else "id"
    for item in get(client, noun)["items"]:
        one = get(client, item["links"]["self"].removeprefix("http://testserver"))
        assert one == item
        fits(one, f"/{noun}/{{{place}}}")


@pytest.mark.parametrize("noun", VERSIONED)
def test_each_version_is_frozen_and_can_be_verified(client, rich, noun):
    for item in get(client, noun)["items"]:
        versions = get(client, item["links"]["versions"].removeprefix("http://testserver"))
        fits(versions, f"/{noun}/{{id}}/versions")
        assert [one["version"] for one in versions["items"]] == list(range(1, item["version"] + 1))
        for version in versions["items"]:
            one = get(client, f"{noun}/{item['id']}/versions/{version['version']}")
            assert one == version
            fits(one, f"/{noun}/{{id}}/versions/{{number}}")
            proof = one["proof"]
            assert hashlib.sha256(proof["canonical"].encode()).hexdigest() == proof["commitment"]
            assert json.loads(proof["canonical"])["salt"] == proof["salt"]


@pytest.mark.parametrize("noun", VERSIONED)
def test_expanded_records_fit_their_description(client, rich, noun):
    names = "versions,corrections" if noun == "hearings" else "hearing,versions,corrections"
    answer = get(client, f"{noun}?expand={names}")
    fits(answer, f"/{noun}")
    for item in answer["items"]:
        assert set(item["expanded"]) == set(names.split(","))
        assert item["expanded"]["versions"][-1] == {key: one for key, one in item.items() if key != "expanded"}
        assert get(client, f"{noun}/{item['id']}?expand={names}") == item


def test_the_words_are_those_of_the_version(client, rich):
    quote = get(client, f"quotes/{rich.public_id}")
    assert (quote["text"], quote["version"], quote["is_current"]) == ("New sample words", 2, True)
    first = get(client, f"quotes/{rich.public_id}/versions/1")
    assert (first["text"], first["is_current"]) == ("Old sample words", False)
    get(client, f"quotes/{rich.public_id}/versions/3", 404)


def test_a_withdrawn_record_leaves_the_list_and_says_so_at_its_address(client, rich):
    withdrawn = Quote.objects.get(state="withdrawn")
    assert withdrawn.public_id not in ids(client, "quotes")
    assert get(client, f"quotes/{withdrawn.public_id}")["state"] == "withdrawn"
    [correction] = get(client, f"corrections?record={withdrawn.public_id}")["items"]
    assert (correction["kind"], correction["sentence"]) == ("withdrawal", "It was not said.")


def test_what_was_withdrawn_can_be_listed_and_what_was_sealed_or_never_public_cannot(client, rich):
    one = Quote.objects.get(state="withdrawn")
    make_quote(hearing=rich.hearing, text="A draft.")
    assert ids(client, "quotes?state=withdrawn") == [one.public_id]
    assert rich.public_id in ids(client, "quotes?state=published") == ids(client, "quotes")
    withdraw(record=reload(rich.hearing), sentence="It was not held.", by=None)
    for noun in VERSIONED:
        items = get(client, f"{noun}?state=withdrawn")["items"]
        assert items
        assert {item["state"] for item in items} == {"withdrawn"}
        assert not {item["id"] for item in items} & set(ids(client, noun))
    under = ids(client, f"quotes?state=withdrawn&hearing={rich.hearing.public_id}")
    assert under == [rich.public_id]
    seal(record=reload(one), by=None)
    assert ids(client, "quotes?state=withdrawn") == [rich.public_id]
    get(client, "quotes?state=sealed", status=400)


def test_what_stands_under_a_withdrawn_hearing_is_withdrawn(client, rich):
    withdraw(record=reload(rich.hearing), sentence="It was another hearing.", by=None)
    assert get(client, f"quotes/{rich.public_id}")["state"] == "withdrawn"
    turn = rich.hearing.transcripts.get().turns.get()
    assert get(client, f"turns/{turn.public_id}")["state"] == "withdrawn"
    assert rich.public_id not in ids(client, "quotes")


def test_sealed_records_answer_410_and_unknown_ones_404(client, rich):
    correction = Correction.objects.get(quote=rich)
    seal(record=rich, by=None)
    for path in (
        f"quotes/{rich.public_id}",
        f"quotes/{rich.public_id}/versions/1",
        f"corrections/{correction.public_id}",
    ):
        assert "was sealed" in get(client, path, 410)["detail"]
    assert get(client, "quotes/0000000000000000", 404)["title"] == "There is no such record"


def test_a_person_is_linked_by_page_and_never_by_a_number(client, rich):
    person = rich.speaker.person
    speaker = get(client, f"quotes/{rich.public_id}")["speaker"]
    assert speaker["links"]["self"] == f"http://testserver/api/v1/witnesses/{person.slug}"
    assert "id" not in speaker
    assert "id" not in get(client, f"hearings/{rich.hearing.public_id}")["people"][0]


def test_a_protected_person_is_the_chosen_name_alone(client):
    person = make_person(family_name="Chosen", given_name="", protected=True)
    quote = make_public_quote(speaker=make_appearance(person=person, title="Secret title", organization="Secret body"))
    assert get(client, f"witnesses/{person.slug}")["name"] == "Chosen"
    for path in (f"witnesses/{person.slug}", f"quotes/{quote.public_id}", f"hearings/{quote.hearing.public_id}"):
        assert "Secret" not in json.dumps(get(client, path))


def test_a_renamed_person_is_found_at_the_old_address(client):
    from_page = publish(make_hearing()).appearances.get().person
    response = client.get(f"/api/v1/witnesses/{from_page.slug}")
    assert response.status_code == 200


def test_filters_narrow(client, rich):
    hearing = rich.hearing
    hearing.topics.add(make_topic())
    body, topic = hearing.bodies.get().slug, hearing.topics.get().slug
    person = rich.speaker.person.slug
    for query in (
        *(f"hearing={hearing.public_id}", f"body={body}", f"topic={topic}", f"witness={person}", "language=ko"),
        *("corrected=true", f"hearing={hearing.public_id}&year=2023&from=2023-06-13&to=2023-06-13&kind=direct"),
    ):
        assert ids(client, f"quotes?{query}") == [rich.public_id], query
    for query in ("year=1999", "language=bo", "from=2024-01-01", "to=2000-01-01", "corrected=false", "body=no-such"):
        assert ids(client, f"quotes?{query}") == [], query
    assert ids(client, f"hearings?witness={person}") == [hearing.public_id]
    assert ids(client, "quotes?updated_since=2999-01-01") == []
    assert ids(client, "quotes?updated_since=2020-01-01T00:00:00%2B02:00") == [rich.public_id]
    assert person in ids(client, f"witnesses?hearing={hearing.public_id}&role=witness")
    assert len(ids(client, "corrections?of=quote")) == 2
    assert len(ids(client, f"corrections?hearing={hearing.public_id}")) == 2


def test_what_an_answer_calls_something_is_what_its_filter_takes(client, rich):
    for hearing in get(client, "hearings")["items"]:
        for name in ("kind", "status"):
            assert hearing["id"] in ids(client, f"hearings?{name}={hearing[name]}")
        for person in hearing["people"]:
            slug = person["links"]["self"].rpartition("/")[2]
            assert slug in ids(client, f"witnesses?hearing={hearing['id']}&role={person['role']}")
        assert (hearing["status"], hearing["status_label"]) == ("held", "Held")
    for reference in get(client, "references")["items"]:
        assert reference in get(client, f"references?kind={reference['kind']}")["items"]


def test_references_are_those_that_hearings_name_in_their_versions(client, rich):
    make_reference(hearing=rich.hearing, title="Not yet published")
    items = get(client, "references")["items"]
    assert {item["kind"] for item in items} == {"treaty", "hearing"}
    assert {item["kind_label"] for item in items} == {"Treaty", "Earlier hearing"}
    [earlier] = get(client, "references?kind=hearing")["items"]
    assert earlier["earlier_hearing"].startswith("http://testserver/h/")
    assert [item["title"] for item in get(client, f"references?hearing={rich.hearing.public_id}")["items"]] == [
        earlier["title"]
    ]
    page = get(client, "references?limit=1")
    following = get(client, page["links"]["next"].removeprefix("http://testserver"))
    assert page["items"] + following["items"] == items
    assert following["links"]["next"] is None


def test_a_search_finds_the_current_words_and_their_record(client, rich):
    answer = get(client, "search?q=sample words&limit=1")
    fits(answer, "/search")
    following = get(client, answer["links"]["next"].removeprefix("http://testserver"))
    found = [item["record"]["id"] for item in answer["items"] + following["items"]]
    assert sorted(found) == sorted([rich.public_id, rich.hearing.transcripts.get().turns.get().public_id])
    assert [item["record"]["id"] for item in get(client, "search?q=sample&kind=quote")["items"]] == [rich.public_id]
    assert get(client, "search?q=Old sample words&kind=quote")["items"] == []
    assert get(client, "search", 400)["detail"]


def test_words_are_checked_against_every_version(client, rich):
    for words in (
        "New sample words",
        "Old sample words",
        "Sample words of other turns",
        "Nobody ever said any of this",
    ):
        answer = get(client, f"check?text={words}")
        fits(answer, "/check")
    assert get(client, "check?text=Old sample words")["matches"][0]["version"] == 1
    unread = get(client, "check?text=one")
    fits(unread, "/check")
    assert (unread["outcome"], unread["matches"]) == ("not_checked", [])
    assert unread["sentence"].startswith("Paste at least 3 words")


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("quotes?lang=en", "There is no parameter of that name here. This address takes hearing, body,"),
        ("quotes?year=20x3", "year must be a year in four digits"),
        ("quotes?year=2023&year=2024", "Give year once."),
        ("quotes?from=2023-02-30", "from must be a date"),
        ("quotes?updated_since=2023-06-13T14:00:00", "with its offset"),
        ("quotes?kind=%00", "Give kind without control characters."),
        ("quotes?limit=101", "limit must be a number from 1 to 100"),
        ("quotes?cursor=abc", "The cursor is not one of this list."),
        ("quotes?cursor=", "The cursor is not one of this list."),
        ("search?q=words&cursor=", "The cursor is not one of this list."),
        ("search", "Give q."),
        ("check", "Give text."),
        ("quotes?expand=versions,versions", "expand must be one or more of hearing, versions, corrections, each once"),
        ("quotes?expand=everything", "expand must be one or more of hearing, versions, corrections"),
        ("corrections?expand=hearing", "There is no parameter of that name here."),
        ("references?year=x", "year must be"),
        ("openapi.json?x=1", "This address takes no parameters."),
    ],
)
def test_what_cannot_be_read_is_answered_with_a_sentence(client, path, says):
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response["Content-Type"]) == (400, "application/problem+json")
    problem = response.json()
    fits_problem = described("/quotes")["components"]["schemas"]["Problem"]
    jsonschema.validate(problem, fits_problem)
    assert says in problem["detail"]


@pytest.mark.parametrize("path", ["nothing", "quotes/", "quotes/x", "quotes/0000000000000000/nothing", "v2/%FF"])
def test_unknown_addresses_are_problems_too(client, path):
    response = client.get(f"/api/v1/{path}")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")
    assert response["Access-Control-Allow-Origin"] == "*"


def test_the_api_is_only_read(client):
    response = client.post("/api/v1/quotes")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json()["status"] == 405
    assert client.head("/api/v1/quotes").status_code == 200
    assert client.options("/api/v1/quotes")["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_any_site_may_read_without_cookies_and_nothing_changed_is_304(client, rich):
    response = client.get("/api/v1/quotes")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in response
    assert not response.cookies
    again = client.get("/api/v1/quotes", headers={"if-none-match": response["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    reword(rich, "Old sample words")
    assert client.get("/api/v1/quotes", headers={"if-none-match": response["ETag"]}).status_code == 200


def walk(client, path, *, meanwhile=lambda: None):
    found, pages = [], 0
    while path:
        response = client.get(path)
        answer = response.json()
        found += [item["id"] for item in answer["items"]]
        following = answer["links"]["next"]
        assert ('rel="next"' in response["Link"]) == bool(following)
        path, pages = following and following.removeprefix("http://testserver"), pages + 1
        meanwhile()
    return found, pages


@pytest.mark.parametrize("noun", ["hearings", "quotes", "exhibits", "witnesses"])
def test_pages_show_everything_once_while_rows_are_added(client, noun):
    for _ in range(7):
        hearing = make_hearing()
        make_exhibit(hearing=hearing, captures=1)
        make_quote(hearing=hearing)
        publish(hearing)
    before = ids(client, noun)

    def meanwhile():
        hearing = make_hearing(date=Hearing.objects.first().date)
        make_exhibit(hearing=hearing, captures=1)
        publish(make_quote(hearing=hearing).hearing)

    found, pages = walk(client, f"/api/v1/{noun}?limit=2", meanwhile=meanwhile)
    assert len(found) == len(set(found))
    assert [one for one in found if one in before] == before
    assert pages >= 4


def test_the_turns_of_a_hearing_come_as_they_were_spoken(client):
    texts = [f"Sample words {number}." for number in range(5)]
    transcript = make_public_transcript(*texts)
    path, said = f"/api/v1/turns?hearing={transcript.hearing.public_id}&limit=2", []
    while path:
        answer = get(client, path.removeprefix("http://testserver"))
        said += [item["text"] for item in answer["items"]]
        path = answer["links"]["next"]
    assert said == texts
    everything, _ = walk(client, "/api/v1/turns?limit=2")
    assert len(everything) == 5


QUERIES = {"hearings": 3, "quotes": 1, "turns": 1, "exhibits": 1, "corrections": 1, "witnesses": 2, "references": 1}


@pytest.mark.parametrize("size", [1, 9])
@pytest.mark.parametrize("noun", LISTS)
def test_a_list_costs_the_same_queries_whatever_its_length(client, django_assert_num_queries, noun, size):
    for _ in range(size):
        hearing = make_hearing(topics=[make_topic()])
        make_exhibit(hearing=hearing, site=make_site())
        make_reference(hearing=hearing)
        quote = make_quote_in("Old sample words", "New sample words", hearing=hearing)
        publish(hearing)
        reword(quote, "New sample words")
        make_public_transcript("Sample words of a turn.", hearing=reload(hearing))
    with django_assert_num_queries(QUERIES[noun]):
        assert len(get(client, noun)["items"]) >= size
    if noun in VERSIONED:
        more = {"hearings": 2}.get(noun, 2 + QUERIES["hearings"])
        names = "versions,corrections" if noun == "hearings" else "hearing,versions,corrections"
        with django_assert_num_queries(QUERIES[noun] + more):
            get(client, f"{noun}?expand={names}")


def test_the_page_for_people_names_every_list_and_parameter(client):
    page = client.get("/api/v1/").content.decode()
    for noun in LISTS:
        assert f'href="/api/v1/{noun}"' in page
    assert "<code>updated_since</code>" in page
    assert "<script" not in page
