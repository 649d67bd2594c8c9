"""Hearing pages: the list with its filters, the record of one hearing, its written statements."""

from django.core.files.storage import default_storage
from django.db.models import Prefetch
from django.db.models.functions import ExtractYear
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.models import Appearance, Body, Hearing, Topic
from hearings.pagination import page_of
from hearings.views.site import gone


@require_safe
def hearing_list(request: HttpRequest) -> HttpResponse:
    """All public hearings; `?year=`, `?body=` and `?topic=` narrow them."""
    public = Hearing.objects.public()
    years = public.exclude(date=None).annotate(year=ExtractYear("date")).values_list("year", flat=True)
    filters = {
        "year": [(str(year), str(year)) for year in years.distinct().order_by("-year")],
        "body": list(Body.objects.public().values_list("slug", "name")),
        "topic": list(Topic.objects.public().values_list("slug", "name")),
    }
    chosen = {name: request.GET[name] for name in filters if request.GET.get(name)}
    for name, value in chosen.items():
        if value not in dict(filters[name]):
            raise Http404("No such filter.")
    hearings = public
    if "year" in chosen:
        hearings = hearings.filter(date__year=chosen["year"])
    if "body" in chosen:
        hearings = hearings.filter(bodies__slug=chosen["body"])
    if "topic" in chosen:
        hearings = hearings.filter(topics__slug=chosen["topic"])
    context = {"page": page_of(hearings.listed(), request), "filters": filters, "chosen": chosen}
    return TemplateResponse(request, "hearings/hearing_list.html", context)


@require_safe
def hearing_by_id(request: HttpRequest, public_id: str) -> HttpResponse:
    """The address that never changes leads to the readable one. Not a permanent redirect: a slug may change."""
    if Hearing.objects.sealed().filter(public_id=public_id).exists():
        return gone(request)
    return redirect(get_object_or_404(Hearing.objects.public(), public_id=public_id))


@require_safe
def hearing_page(request: HttpRequest, slug: str) -> HttpResponse:
    hearing = Hearing.objects.public().filter(slug=slug).first()
    if hearing:
        return render_hearing(request, hearing)
    if Hearing.objects.sealed().filter(slug=slug).exists():
        return gone(request)
    return redirect(get_object_or_404(Hearing.objects.public(), former_slugs__slug=slug), permanent=True)


def render_hearing(request: HttpRequest, hearing: Hearing, *, preview: bool = False) -> HttpResponse:
    """The page of a hearing; a preview shows to staff what is still a draft, through the same template."""
    quotes, exhibits = hearing.quotes.all(), hearing.exhibits.all()
    if not preview:
        quotes, exhibits = hearing.quotes.public(), hearing.exhibits.public()
    quotes = list(quotes.shown())
    appearances = list(hearing.appearances.select_related("person"))
    context = {
        "hearing": hearing,
        "bodies": hearing.bodies.all(),
        "topics": hearing.topics.all(),
        "presiding": [row for row in appearances if row.role != Appearance.Role.WITNESS],
        "witnesses": [row for row in appearances if row.role == Appearance.Role.WITNESS],
        "quotes": quotes,
        "exhibits": exhibits.shown(),
        "mentions": hearing.mentions.select_related("reference").prefetch_related(
            Prefetch("reference__earlier_hearing", Hearing.objects.public())
        ),
        "sources": hearing.sources.listed(),
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/hearing.html", context)


@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """A written statement, to be saved: never opened inside the site."""
    appearance = get_object_or_404(Appearance.objects.public().exclude(statement=""), pk=pk)
    response = FileResponse(
        default_storage.open(appearance.statement.name),
        as_attachment=True,
        filename=appearance.statement_name,
        content_type="application/pdf",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
