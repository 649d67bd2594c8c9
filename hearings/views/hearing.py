"""Hearing pages: the list with its filters, the record of one hearing, its written statements."""

from django.core.files.storage import default_storage
from django.db.models.functions import ExtractYear
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from hearings.models import Appearance, Body, Correction, Finding, Hearing, SourceDocument, Topic, Transcript
from hearings.pagination import page_of
from hearings.shared import for_any_site
from hearings.storage import original_name
from hearings.views.formats import as_accepted, in_format
from hearings.views.version import history_page, since, version_of

FEW = 5  # corrections that one edition brought along, and that are told one by one


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
    return for_any_site(redirect(get_object_or_404(Hearing.objects.readable(), public_id=public_id)))


@require_safe
def hearing_format(request: HttpRequest, public_id: str, format: str, number: int = 0) -> HttpResponse:
    hearing = get_object_or_404(Hearing.objects.readable().select_related("current"), public_id=public_id)
    return in_format(request, hearing, version_of(hearing, number) if number else hearing.shown, format)


@require_safe
@vary_on_headers("Accept")
def hearing_page(request: HttpRequest, slug: str) -> HttpResponse:
    readable = Hearing.objects.readable().select_related("current")
    hearing = readable.filter(slug=slug).first()
    if hearing:
        return as_accepted(request, hearing, hearing.shown) or render_hearing(request, hearing)
    return for_any_site(redirect(get_object_or_404(readable, former_slugs__slug=slug), permanent=True))


def render_hearing(request: HttpRequest, hearing: Hearing, *, preview: bool = False) -> HttpResponse:
    """The page of a hearing; a preview shows to staff what is still a draft, through the same template."""
    quotes, exhibits = hearing.quotes.all(), hearing.exhibits.all()
    if not preview:
        quotes, exhibits = hearing.quotes.readable(), hearing.exhibits.readable()
    version = hearing.draft if preview else hearing.shown
    rows = {row.person_id: row for row in hearing.appearances.select_related("person")}
    transcript = Transcript.objects.readable().filter(hearing=hearing).first()
    context = {
        "hearing": hearing,
        "version": version,
        "topics": hearing.topics.all(),
        "people": [(person, rows.get(person["id"])) for person in version.content["people"]],
        "quotes": quotes.shown(),
        "exhibits": exhibits.shown(),
        "transcript": transcript,
        "findings": {found.quote_id: found for found in Finding.objects.public().filter(quote__hearing=hearing)},
        "references": with_links(version.content["references"]),
        "sources": hearing.sources.listed() if preview else SourceDocument.objects.public().shown_with(hearing),
        "corrections": [] if preview else corrections_of(hearing, transcript),
        "record": hearing,
        "preview": preview,
    }
    return TemplateResponse(request, "hearings/hearing.html", context)


def corrections_of(hearing: Hearing, transcript: Transcript | None) -> list[Correction]:
    """Of the hearing and of everything on its page. What an edition of the transcript brought along, if it is
    more than FEW, is only counted with it (`together`): each stands on the page of that correction."""
    public = Correction.objects.public().under(hearing)
    of_transcripts = public.exclude(transcript=None).shown() if transcript else []
    told = {}
    for one in of_transcripts:
        one.together = one.along.count()
        if one.together > FEW:
            told[one.pk] = one
    rows = public.shown().apart_from(told.values()) if told else public.shown()
    return [told.get(row.pk, row) for row in rows]


def with_links(references: list[dict]) -> list[tuple[dict, str]]:
    """Each reference with the address that it leads to; an earlier hearing only while it is public."""
    named = {reference["earlier_hearing"] for reference in references} - {""}
    public = {one.public_id: one for one in Hearing.objects.public().filter(public_id__in=named)} if named else {}
    earlier = [public.get(reference["earlier_hearing"]) for reference in references]
    return [
        (reference, hearing.get_absolute_url() if hearing else reference["url"])
        for reference, hearing in zip(references, earlier, strict=True)
    ]


@require_safe
@vary_on_headers("Accept")
def hearing_version(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    """The facts of a hearing as they were published, whatever came after."""
    hearing = get_object_or_404(Hearing.objects.readable().select_related("current"), public_id=public_id)
    version = version_of(hearing, number)
    if answer := as_accepted(request, hearing, version):
        return answer
    context = {
        "record": hearing,
        "hearing": hearing,
        "version": version,
        "references": with_links(version.content.get("references", [])),
        "since": since(hearing, version),
        "corrections": hearing.corrections.shown(),
        "pinned": True,
    }
    return TemplateResponse(request, "hearings/hearing_version.html", context)


@require_safe
def hearing_history(request: HttpRequest, public_id: str) -> HttpResponse:
    readable = Hearing.objects.readable().select_related("current")
    return history_page(request, get_object_or_404(readable, public_id=public_id))


@require_safe
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """A written statement, to be saved: never opened inside the site. It is the file that the current version names."""
    appearance = get_object_or_404(Appearance.objects.public().select_related("person", "hearing__current"), pk=pk)
    named = appearance.listed.get("statement")
    if not named:
        raise Http404("No such statement.")
    response = FileResponse(
        default_storage.open(original_name(named["sha256"])),
        as_attachment=True,
        filename=f"statement-{appearance.person.slug}.pdf",
        content_type="application/pdf",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
