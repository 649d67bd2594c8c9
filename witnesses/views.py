"""Pages of people: the list, and one person with everything public that hangs on them."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.pagination import page_of
from hearings.storage import web_copy_name
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
        return redirect(get_object_or_404(people, former_slugs__slug=slug), permanent=True)
    context = {
        "person": person,
        "appearances": person.appearances.public().with_quotes(),
        "links": person.links.all(),
    }
    return TemplateResponse(request, "witnesses/witness.html", context)


@require_safe
def portrait(request: HttpRequest, slug: str) -> HttpResponse:
    """The clean copy of a portrait; a protected person has none."""
    person = get_object_or_404(Witness.objects.public().filter(protected=False), slug=slug)
    if not person.portrait:
        raise Http404("No portrait.")
    name = web_copy_name(person.portrait.name.rpartition("/")[2])
    response = FileResponse(default_storage.open(name), content_type="image/jpeg")
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "public, max-age=3600"
    return response
