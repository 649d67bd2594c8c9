"""What the API offers, told to machines (OpenAPI 3.1) and to people, both from the tables that the views read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from hearings.api import references, search
from hearings.api.answers import NOT_THERE, PROBLEM_TYPE, api, document
from hearings.api.cursors import Place, pattern
from hearings.api.parameters import COUNT, MOST, PUBLIC_ID, SLUG, Filter, only
from hearings.api.resources import RECORDS, REFERENCES, RESOURCES, Resource
from hearings.api.schemas import SCHEMAS, TEXT, page_of, ref, said
from hearings.api.search import KIND

ABOUT = (
    "Everything in it is public, read-only and without a key. An id never changes. A version, once published, never "
    "changes either, and carries what anyone needs to verify it. What is withdrawn leaves the lists, but for those "
    "with state=withdrawn, and goes on answering at its own address, where it says so; what is sealed answers 410."
)
EXPAND = "What else to tell of each record, with commas between: {}."
REFERENCES_SAY = "Laws, bills, treaties, reports and earlier hearings that were named, in the order of the hearings."
SEARCH_SAYS = "Quotations and turns whose current words match, the best first."
CHECK_SAYS = "Whether words stand in it: exactly, but for edits, nearly, in an earlier version, withdrawn, or not."
TYPED = TEXT | {"pattern": r"^[^\u0000]*$"}
FOR_ALL = ("400", "405")
ERRORS = {
    "400": "A parameter is not known or not understood; detail says which.",
    "404": NOT_THERE,
    "405": "The API is only read.",
    "410": "It was public once and was sealed, or nothing public is left of it.",
}


@api
def openapi(request: HttpRequest) -> HttpResponse:
    only(request.GET, [])
    return document(request, description())


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    offers = [(f"/api/v1/{one.noun}", one.says, in_words(one.filters, one.expansions)) for one in RESOURCES.values()]
    offers.append(("/api/v1/references", REFERENCES_SAY, in_words(REFERENCES, ())))
    offers.append(
        ("/api/v1/search", SEARCH_SAYS, [("q", SEARCHED_FOR["description"], "words"), ("kind", "", KIND.must)])
    )
    offers.append(("/api/v1/check", CHECK_SAYS, in_words_of(PASTED)))
    context = {"offers": offers, "errors": ERRORS, "most": MOST, "about": ABOUT, "records": RECORDS}
    return TemplateResponse(request, "hearings/api.html", context)


def in_words(filters: dict[str, Filter], expansions: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Name, meaning and form of each parameter."""
    rows = [(name, one.says, one.form.must) for name, one in filters.items()]
    return rows + ([("expand", EXPAND.format(", ".join(expansions)), "names")] if expansions else [])


def in_words_of(asked: dict) -> list[tuple[str, str, str]]:
    return [(asked["name"], asked["description"], "words")]


def asked_for(name: str, says: str, schema: dict) -> dict:
    return {"name": name, "in": "query", "required": True, "description": says, "schema": schema}


def description() -> dict:
    """The OpenAPI document."""
    paths = {"/openapi.json": get("openapi", "This description.", {"type": "object"}, [], errors=FOR_ALL)}
    for one in RESOURCES.values():
        paths |= of_resource(one)
    for one in RECORDS.values():
        paths |= of_versions(one)
    asked = [*of_filters(REFERENCES), *paging(references.PLACE)]
    paths["/references"] = get("references", REFERENCES_SAY, page_of("Reference"), asked, errors=FOR_ALL)
    asked = [SEARCHED_FOR, KIND_ASKED, *paging(search.PLACE)]
    paths["/search"] = get("search", SEARCH_SAYS, page_of("Hit", problem=NOTHING_SOUGHT), asked, FOR_ALL)
    paths["/check"] = get("check", CHECK_SAYS, ref("Check"), [PASTED], FOR_ALL)
    return {
        "openapi": "3.1.0",
        "info": {"title": f"{settings.SITE_NAME}, API v1", "version": "1", "description": ABOUT},
        "servers": [{"url": settings.SITE_URL + reverse("api:documentation").rstrip("/")}],
        "paths": paths,
        "components": {"schemas": SCHEMAS},
    }


SEARCHED_FOR = asked_for("q", "Words that must all be there; “a phrase” in quotation marks, -without.", TYPED)
NOTHING_SOUGHT = said(TEXT, "Why nothing could be searched for, and what to do; else empty.")
KIND_ASKED = {"name": "kind", "in": "query", "description": "One kind alone.", "schema": KIND.schema}
PASTED = asked_for("text", "The words of a quotation, or its address here.", TYPED)


def paging(place: Place) -> list[dict]:
    """How long a page is, and where it begins; the pattern is of the cursors of this list alone."""
    says = "Where to go on: take it from links.next. Its form may change; it means nothing else."
    cursor = {"type": "string", "pattern": f"^{pattern(place)}$"}
    return [
        {"name": "limit", "in": "query", "description": "Records on a page.", "schema": COUNT.schema},
        {"name": "cursor", "in": "query", "description": says, "schema": cursor},
    ]


def of_resource(one: Resource) -> dict:
    """A list, and a record of it."""
    name, place = one.kind.capitalize(), in_path("slug", SLUG) if one.kind == "witness" else in_path("id", PUBLIC_ID)
    listing = [*of_filters(one.filters), *paging(one.place), *of_expansions(one)]
    single = [place, *of_expansions(one)]
    return {
        f"/{one.noun}": get(one.noun, one.says, page_of(name), listing, errors=FOR_ALL),
        f"/{one.noun}/{{{place['name']}}}": get(one.kind, f"One {one.kind}.", ref(name), single),
    }


def of_versions(one: Resource) -> dict:
    name, place = one.kind.capitalize(), in_path("id", PUBLIC_ID)
    number = {
        "name": "number",
        "in": "path",
        "required": True,
        "schema": {"type": "integer", "minimum": 1, "maximum": 999_999_999},
    }
    path = f"/{one.noun}/{{id}}/versions"
    return {
        path: get(
            f"{one.kind}_versions", f"Every version of one {one.kind}, the first one first.", page_of(name), [place]
        ),
        f"{path}/{{number}}": get(f"{one.kind}_version", "One frozen version.", ref(name), [place, number]),
    }


def of_filters(filters: dict[str, Filter]) -> list[dict]:
    return [
        {"name": name, "in": "query", "description": one.says, "schema": one.form.schema}
        for name, one in filters.items()
    ]


def of_expansions(one: Resource) -> list[dict]:
    if not one.expansions:
        return []
    schema = {
        "type": "array",
        "items": {"type": "string", "enum": list(one.expansions)},
        "minItems": 1,
        "uniqueItems": True,
    }
    says = EXPAND.format(", ".join(one.expansions))
    return [{"name": "expand", "in": "query", "description": says, "style": "form", "explode": False, "schema": schema}]


def in_path(name: str, form) -> dict:
    return {"name": name, "in": "path", "required": True, "schema": form.schema | {"minLength": 1}}


def get(name: str, says: str, schema: dict, parameters: list, errors: tuple[str, ...] = tuple(ERRORS)) -> dict:
    """An operation: the answer, that it did not change (304), and its problems."""
    problems = {
        status: {"description": ERRORS[status], "content": {PROBLEM_TYPE: {"schema": ref("Problem")}}}
        for status in errors
    }
    tag = {"ETag": {"schema": {"type": "string"}}, "Link": {"schema": {"type": "string"}}}
    answer = {"description": "The answer.", "headers": tag, "content": {"application/json": {"schema": schema}}}
    answers = {"200": answer, "304": {"description": "Nothing has changed."}}
    if name == "witness":
        answers["301"] = {"description": "The person is shown at another address."}
    return {"get": {"operationId": name, "summary": says, "parameters": parameters, "responses": answers | problems}}
