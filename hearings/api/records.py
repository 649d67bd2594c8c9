"""The views of the API: lists, single records, their versions, and what was named at hearings."""

from collections import defaultdict

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hearings.api.answers import NOT_THERE, SHARED, Problem, api, document, missing
from hearings.api.cursors import page_of
from hearings.api.pages import page
from hearings.api.parameters import expanded, only, understand
from hearings.api.references import mentions_after
from hearings.api.resources import CORRECTIONS, HEARINGS, RECORDS, REFERENCES, RESOURCES, WITNESSES, Resource
from hearings.models import Version
from hearings.models.publishing import Publishable
from hearings.representations import data
from witnesses.models import Witness


@api
def listing(request: HttpRequest, noun: str) -> HttpResponse:
    """A page of a list, at most a hundred records, with the address of the next one."""
    resource = RESOURCES[noun]
    asked = understand(request.GET, resource.filters, resource.expansions)
    order = resource.in_order(asked.given)
    rows = resource.readable().withdrawn() if asked.given.get("state") == "withdrawn" else resource.public()
    records, cursor = page_of(rows.filter(asked.where), order, resource.place, asked.cursor, asked.limit)
    items = [shown(resource, record) for record in records]
    for name in asked.expand:
        found = EXPAND[name](resource.kind, records)
        for record, item in zip(records, items, strict=True):
            item.setdefault("expanded", {})[name] = found[record.pk]
    return page(request, f"api:{noun}", items, cursor)


@api
def references(request: HttpRequest) -> HttpResponse:
    """A page of what was named at hearings, in the order of the hearings."""
    asked = understand(request.GET, REFERENCES)
    items, cursor = mentions_after(asked)
    return page(request, "api:references", items, cursor)


@api
def record(request: HttpRequest, noun: str, public_id: str) -> HttpResponse:
    resource = RESOURCES[noun]
    given = only(request.GET, ["expand"] if resource.expansions else [])
    wanted = expanded(given, resource.expansions)
    one = find(resource, public_id)
    item = shown(resource, one)
    if wanted:
        item["expanded"] = {name: EXPAND[name](resource.kind, [one])[one.pk] for name in wanted}
    return document(request, item, links={"alternate": item["links"]["html"]})


@api
def versions(request: HttpRequest, noun: str, public_id: str) -> HttpResponse:
    """Every version of a record, the first one first. There are few: all of them come at once."""
    only(request.GET, [])
    resource = RECORDS[noun]
    one = find(resource, public_id)
    here = settings.SITE_URL + reverse("api:versions", args=[noun, public_id])
    content = {"items": versions_of(resource.kind, [one])[one.pk], "links": {"self": here, "next": None}}
    return document(request, content)


@api
def version(request: HttpRequest, noun: str, public_id: str, number: int) -> HttpResponse:
    """One frozen version, whatever came after."""
    only(request.GET, [])
    resource = RECORDS[noun]
    one = find(resource, public_id)
    wanted = one.versions.filter(number=number, number__lte=one.current.number).first()
    if wanted is None:
        raise Problem(404, NOT_THERE)
    item = resource.show(one, wanted.under(one).pinned())
    return document(request, item, links={"latest-version": item["links"]["self"]})


@api
def witness(request: HttpRequest, slug: str) -> HttpResponse:
    """A person; an address that was public once leads to the one that shows them now."""
    only(request.GET, [])
    person = WITNESSES.readable().filter(slug=slug).first()
    if person:
        item = data.person(person)
        return document(request, item, links={"alternate": item["links"]["html"]})
    entry = Witness.at(slug) if Witness.was_public_at(slug) else None
    target = entry and entry.leads_to
    if target is None or target.slug == slug:
        raise missing(reverse("witnesses:witness", args=[slug]))
    location = {"Location": reverse("api:witness", args=[target.slug])}
    return HttpResponse(status=301, headers=SHARED | location)


@api
def unknown(request: HttpRequest, rest: str) -> HttpResponse:
    raise Problem(404, NOT_THERE)


def find(resource: Resource, public_id: str):
    """The record that answers at this address: public, or withdrawn and saying so."""
    one = resource.readable().filter(public_id=public_id).first()
    if one is None:
        kind = resource.kind
        raise missing(reverse(f"hearings:{data.PAGES.get(kind, kind)}", args=[public_id]))
    return one


def shown(resource: Resource, one) -> dict:
    return resource.show(one, one.shown) if isinstance(one, Publishable) else resource.show(one)


def hearings_of(kind: str, records: list) -> dict[int, dict]:
    wanted = {one.hearing.pk for one in records}
    found = {one.pk: data.hearing(one, one.shown) for one in HEARINGS.readable().filter(pk__in=wanted)}
    return {one.pk: found[one.hearing.pk] for one in records}


def versions_of(kind: str, records: list) -> dict[int, list[dict]]:
    found = defaultdict(list)
    own = {one.pk: one for one in records}
    for one in Version.objects.filter(**{f"{kind}__in": records}).order_by("number"):
        record = own[getattr(one, f"{kind}_id")]
        found[record.pk].append(data.of(record, one.under(record).pinned()))
    return found


def corrections_of(kind: str, records: list) -> dict[int, list[dict]]:
    found = defaultdict(list)
    for one in CORRECTIONS.public().filter(**{f"{kind}__in": records}).order_by("made_at", "pk"):
        found[getattr(one, f"{kind}_id")].append(data.correction(one))
    return found


EXPAND = {"hearing": hearings_of, "versions": versions_of, "corrections": corrections_of}
