"""Pages of people: the list, and one person with everything public that hangs on them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.media import portrait_response
from hearings.pagination import page_of
from witnesses.models import Witness


@require_safe
def witness_list(request: HttpRequest) -> HttpResponse:
    context = {"page": page_of(Witness.objects.public(), request, per_page=100)}
    return TemplateResponse(request, "witnesses/witness_list.html", context)


@require_safe
def witness_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A person with every public appearance and what was said there."""
    people = Witness.objects.public()
    person = people.filter(slug=slug).first()
    if person is None:
        return redirect(find_moved(slug), permanent=True)
    appearances = [row for row in person.every_appearance.public().with_quotes() if row.listed or row.public_quotes]
    context = {
        "person": person,
        "appearances": appearances,
        "taken": load_corrections(person, appearances),
        "links": person.links.all(),
    }
    return TemplateResponse(request, "witnesses/witness.html", context)


def load_corrections(person: Witness, appearances: list) -> list:
    """Give each quote its public `notices` of correction; return those by which words were taken from this person."""
    quotes = {quote.pk: quote for appearance in appearances for quote in appearance.public_quotes}
    for quote in quotes.values():
        quote.notices = []
    entries, taken = {person.pk, *(row.person_id for row in appearances)}, []
    for correction in Witness.public_corrections().of_speaker(entries, list(quotes)):
        (quotes[correction.quote_id].notices if correction.quote_id in quotes else taken).append(correction)
    return taken


def find_moved(slug: str) -> Witness:
    """The person to whom an address that was public once leads, in one step; 404 if there is none."""
    person = Witness.moved_from(slug)
    if person is None or person.slug == slug:
        raise Http404("No such person.")
    return person


@require_safe
def portrait(request: HttpRequest, slug: str) -> HttpResponse:
    """The clean copy of a portrait; a protected person has none."""
    person = get_object_or_404(Witness.objects.public().filter(protected=False), slug=slug)
    if not person.portrait:
        raise Http404("No portrait.")
    return portrait_response(person.portrait.name.rpartition("/")[2], cache="public, no-cache")
