"""The register of corrections and each of them."""

from django.db.models.functions import ExtractYear
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from hearings.models import Correction
from hearings.models.version import KINDS
from hearings.pagination import page_of

MOST_SHOWN = 100  # turns that an edition changed, and as many that it added


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
    along, new = correction.along, correction.new_turns
    context = {
        "correction": correction,
        "along": along[:MOST_SHOWN],
        "new_turns": new[:MOST_SHOWN],
        "more": along[MOST_SHOWN:].count() + new[MOST_SHOWN:].count(),
    }
    return TemplateResponse(request, "hearings/correction.html", context)
