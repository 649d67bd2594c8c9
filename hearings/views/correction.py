"""The register of corrections and each of them."""

from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.models import Correction
from hearings.models.version import KINDS
from hearings.pagination import page_of

PER_PAGE = 100  # turns that an edition changed, then those that it added


@require_safe
def correction_list(request: HttpRequest) -> HttpResponse:
    """Every public correction, latest first; `?kind=`, `?of=` and `?year=` narrow the register."""
    public = Correction.objects.public()
    years = public.annotate(year=ExtractYear("made_at")).values_list("year", flat=True)
    filters = {
        "kind": list(Correction.Kind.choices),
        "of": [(kind, kind.capitalize()) for kind in KINDS],
        "year": [(str(year), str(year)) for year in years.distinct().order_by("-year")],
    }
    chosen = {name: request.GET[name] for name in filters if request.GET.get(name)}
    for name, value in chosen.items():
        if value not in dict(filters[name]):
            raise Http404("No such filter.")
    corrections = public.shown()
    if "kind" in chosen:
        corrections = corrections.filter(reason=chosen["kind"])
    if "of" in chosen:
        corrections = corrections.filter(**{f"{chosen['of']}__isnull": False})
    if "year" in chosen:
        corrections = corrections.filter(made_at__year=chosen["year"])
    context = {"page": page_of(corrections, request), "filters": filters, "chosen": chosen}
    return TemplateResponse(request, "hearings/correction_list.html", context)


@require_safe
def correction_page(request: HttpRequest, public_id: str) -> HttpResponse:
    correction = get_object_or_404(Correction.objects.public().shown(), public_id=public_id)
    parts = {"along": correction.along, "new_turns": correction.new_turns}
    keys = [(name, pk) for name, rows in parts.items() for pk in rows.values_list("pk", flat=True)]
    page = page_of(keys, request, per_page=PER_PAGE)
    of_page = {name: rows.filter(pk__in=[pk for of, pk in page if of == name]) for name, rows in parts.items()}
    return TemplateResponse(request, "hearings/correction.html", {"correction": correction, "page": page, **of_page})
