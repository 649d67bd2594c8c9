"""`GET /api/v1/search?q=`: the quotes and turns whose current words match, best first."""

from django.http import HttpRequest, HttpResponse

from hearings.api import cursors
from hearings.api.answers import api
from hearings.api.pages import page
from hearings.api.parameters import COUNT, LIMIT, needed, one_of, only, read
from hearings.models.searchtext import SEARCHED
from hearings.representations import data
from hearings.search import search

PARAMETERS = ["q", "kind", "limit", "cursor"]
KIND = one_of(*SEARCHED)
PLACE = {"skip": cursors.COUNT}


@api
def search_words(request: HttpRequest) -> HttpResponse:
    """A page of what was found; or none, and why nothing could be searched for.

    Its cursor counts, since what is added may rank before what was shown.
    """
    given = only(request.GET, PARAMETERS)
    kinds = [read("kind", given["kind"], KIND)] if "kind" in given else SEARCHED
    limit = read("limit", given["limit"], COUNT) if "limit" in given else LIMIT
    start = cursors.decode(PLACE, given["cursor"])["skip"] if "cursor" in given else 0
    results = search(needed("q", given), kinds=kinds)
    hits = results[start : start + limit]
    items = [
        {
            "type": "hit",
            "snippet": [mark._asdict() for mark in hit.snippet],
            "record": data.of(hit.record, hit.version.under(hit.record)),
        }
        for hit in hits
    ]
    cursor = cursors.encode(PLACE, {"skip": start + limit}) if len(results) > start + limit else ""
    return page(request, "api:search", items, cursor, problem=results.query.problem)
