"""The two screens of the import: a release is taken in, then reviewed and saved as a draft."""

from functools import wraps

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from hearings.admin.import_forms import ImportForm
from hearings.admin.review import Review, beside_known, notes
from hearings.importing.load import SavedAlready, StillQuoted, discard, receive, save_draft, stored
from hearings.importing.marking import segments
from hearings.importing.matching import BodyIndex, PeopleIndex
from hearings.importing.press_release import read_release
from hearings.importing.proposal import propose
from hearings.models import Hearing, SourceDocument

MAY_IMPORT = "hearings.add_hearing"
TOO_LARGE = "What you sent is too large. A press release has at most 2 MB: paste or choose only its text."
DISCARDED = "This import was discarded meanwhile. Paste the release again if you need it."


def importing_page(view):
    """For people who may add hearings. What is too large to be read is answered in a sentence on the page."""
    protected = csrf_protect(require_http_methods(["GET", "HEAD", "POST"])(view))

    @csrf_exempt
    @wraps(view)
    def wrapped(request: HttpRequest, *, model_admin: ModelAdmin, **arguments) -> HttpResponse:
        if not request.user.has_perm(MAY_IMPORT):
            raise PermissionDenied("Only people who may add hearings may import.")
        try:
            return protected(request, model_admin=model_admin, **arguments)
        except RequestDataTooBig:
            context = {"form": ImportForm(), "refusal": TOO_LARGE}
            return _page(request, model_admin, "import", "Import a press release", context, status=413)

    return wrapped


@importing_page
def import_release(request: HttpRequest, *, model_admin: ModelAdmin) -> HttpResponse:
    """Page 1: paste or choose a release; it is stored and leads to its review."""
    form = ImportForm(request.POST or None, request.FILES or None)
    known = None
    if request.method == "POST" and form.is_valid():
        data, text = form.received
        known = stored(data)
        if known is None:
            facts = {name: form.cleaned_data[name] for name in ("url", "title", "publisher")}
            known, fresh = receive(data=data, text=text, by=request.user, **facts)
            if fresh:
                return redirect("admin:hearings_sourcedocument_review", known.pk)
    return _page(request, model_admin, "import", "Import a press release", {"form": form, "known": known})


@importing_page
def review_source(request: HttpRequest, *, model_admin: ModelAdmin, pk: str) -> HttpResponse:
    """Page 2: what was read, to accept, edit or refuse; then it is saved as a draft, or discarded."""
    source = model_admin.get_object(request, unquote(pk))
    if source is None:
        messages.warning(request, DISCARDED)
        return redirect("admin:hearings_sourcedocument_import")
    try:
        if source.hearing:
            raise SavedAlready(source.hearing)
        if "discard" in request.POST:
            return _discard(request, source)
        if "later" in request.POST:
            return _leave(request, source)
        return _review(request, model_admin, source)
    except SavedAlready as saved:
        messages.info(request, str(saved))
        return redirect("admin:hearings_hearing_change", saved.hearing.pk)
    except SourceDocument.DoesNotExist:
        messages.warning(request, DISCARDED)
        return redirect("admin:hearings_sourcedocument_import")


def _review(request: HttpRequest, model_admin: ModelAdmin, source: SourceDocument) -> HttpResponse:
    indexes = {"people": PeopleIndex(), "bodies": BodyIndex()}
    review = None
    if request.method == "POST":
        review = Review(source=source, data=request.POST, **indexes)
        if review.is_valid():
            hearing = save_draft(source=source, decisions=review.decisions(), by=request.user)
            messages.success(request, f"Saved as a draft: “{hearing}”. Nothing is public yet.")
            return redirect("admin:hearings_hearing_change", hearing.pk)
        if review.is_whole:
            _keep(request, source)
    elif source.review_left:
        review = Review(source=source, data=QueryDict(source.review_left), **indexes)
    reading = read_release(source.text)
    proposal = propose(reading, **indexes)
    review = review or Review(source=source, proposal=proposal, **indexes)
    context = {
        "source": source,
        "review": review,
        "problems": list(review.problems()) if review.hearing.is_bound else [],
        "resumed": request.method != "POST" and bool(source.review_left),
        "segments": segments(source.text, reading),
        "warnings": proposal.warnings,
        "title_taken": Hearing.objects.filter(title__iexact=review.hearing["title"].value() or "").first(),
    }
    _annotate(review, notes(proposal))
    return _page(request, model_admin, "review", "Review an import", context)


def _leave(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    """Leave the review half done, for whoever goes on with it."""
    _keep(request, source)
    messages.success(request, f"Kept as it is: “{source}”. It waits under the sources, for you or somebody else.")
    return redirect("admin:hearings_sourcedocument_changelist")


def _keep(request: HttpRequest, source: SourceDocument) -> None:
    """Keep what was entered, finished or not, until it is saved."""
    entered = request.POST.copy()
    for name in ("csrfmiddlewaretoken", "later"):
        entered.pop(name, None)
    if not SourceDocument.objects.filter(pk=source.pk).update(review_left=entered.urlencode()):
        raise SourceDocument.DoesNotExist


def _annotate(review: Review, found: dict[str, dict]) -> None:
    """Give the rows what a person needs to decide: why a quote was read, and who the proposed people are."""
    for row in review.quotes.forms:
        row.note = found.get(row["near"].value() or "")
    beside_known(review.people)


def _discard(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    try:
        discard(source=source)
    except StillQuoted as refusal:
        messages.error(request, str(refusal))
        return redirect("admin:hearings_sourcedocument_review", source.pk)
    messages.success(request, "The import was discarded. Its text is no longer stored.")
    return redirect("admin:hearings_sourcedocument_import")


def _page(
    request: HttpRequest, model_admin: ModelAdmin, name: str, title: str, context: dict, status: int = 200
) -> HttpResponse:
    base = model_admin.admin_site.each_context(request) | {"title": title, "is_nav_sidebar_enabled": False}
    return TemplateResponse(request, f"admin/hearings/sourcedocument/{name}.html", base | context, status=status)
