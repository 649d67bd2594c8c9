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

from hearings.actions.record import NotReady
from hearings.admin.import_forms import ImportForm
from hearings.admin.left import differences, is_current, keep, stamp
from hearings.admin.review import Review, beside_known, notes
from hearings.importing.joining import join, of_this_title
from hearings.importing.load import SavedAlready, StillQuoted, discard, receive, save_draft, stored
from hearings.importing.marking import segments
from hearings.importing.matching import BodyIndex, PeopleIndex
from hearings.importing.proposal import propose
from hearings.importing.releases.press_release import read_release
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
        return _review(request, model_admin, source)
    except SavedAlready as saved:
        messages.info(request, str(saved))
        return redirect("admin:hearings_hearing_change", saved.hearing.pk)
    except SourceDocument.DoesNotExist:
        messages.warning(request, DISCARDED)
        return redirect("admin:hearings_sourcedocument_import")


def _review(request: HttpRequest, model_admin: ModelAdmin, source: SourceDocument) -> HttpResponse:
    reading = read_release(source.text)
    indexes = {"people": PeopleIndex(), "bodies": BodyIndex()}
    known = {"source": source, "reading": reading} | indexes
    review = conflict = None
    if request.method == "POST":
        review = Review(data=request.POST, **known)
        if review.is_whole and (not is_current(request, source) or not keep(request, source)):
            conflict = differences(review, Review(data=QueryDict(source.review_left), **known))
        elif "later" in request.POST:
            return _left(request, source)
        elif review.is_valid() and (hearing := _save(request, source, review)):
            return redirect("admin:hearings_hearing_change", hearing.pk)
    elif source.review_left:
        review = Review(data=QueryDict(source.review_left), **known)
    proposal = propose(reading, **indexes)
    review = review or Review(proposal=proposal, **known)
    taken = of_this_title(review.hearing["title"].value() or "", proposal.date)
    context = {
        "source": source,
        "review": review,
        "left": stamp(source.review_left),
        "conflict": conflict,
        "problems": list(review.problems()) if review.hearing.is_bound and conflict is None else [],
        "resumed": request.method != "POST" and bool(source.review_left),
        "segments": segments(source.text, reading),
        "date_basis": reading.event.date_basis if reading.event else None,
        "warnings": proposal.warnings,
        "title_taken": taken,
        "join_to": review.data["join_to"] if review.data and "join_to" in review.data else taken.slug if taken else "",
    }
    _annotate(review, notes(proposal))
    return _page(request, model_admin, "review", "Review an import", context)


def _save(request: HttpRequest, source: SourceDocument, review: Review) -> Hearing | None:
    """Make a draft of it, or add it to the hearing that was named; None, with the reason, where that takes nothing."""
    if not review.joins:
        hearing = save_draft(source=source, decisions=review.decisions(), by=request.user)
        messages.success(request, f"Saved as a draft: “{hearing}”. Nothing is public yet.")
        return hearing
    hearing = review.join.cleaned_data["join_to"]
    try:
        doubts = join(source=source, hearing=hearing, decisions=review.decisions(), by=request.user)
    except NotReady as refusal:
        review.join.add_error("join_to", refusal.problems)
        return None
    messages.success(request, f"Added to “{hearing}”. Its new quotes are drafts: nothing of it is public yet.")
    for doubt in doubts:
        messages.warning(request, doubt)
    return hearing


def _left(request: HttpRequest, source: SourceDocument) -> HttpResponse:
    """The review stays half done, for whoever goes on with it."""
    messages.success(
        request,
        f"Kept as it is: “{source.title or source.first_line}”. It waits under the sources, for you or somebody else.",
    )
    return redirect("admin:hearings_sourcedocument_changelist")


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
