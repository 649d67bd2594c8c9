"""Exhibits: who showed which images of what site, what is to be seen on them, and what that means."""

from django.contrib import admin, messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_safe

from hearings.actions.exhibits import receive, render, settle, start_processing
from hearings.actions.publishing import publish_exhibit
from hearings.actions.record import enter_custody
from hearings.admin.capture import CaptureRows, picture_of
from hearings.admin.correcting import Unprepared, is_correcting
from hearings.admin.of_hearing import OfHearingAdmin, OfHearingForm
from hearings.admin.publishing import StateFilter, act_on_each
from hearings.media import preview_response, rendition_response, sandboxed
from hearings.models import Capture, Exhibit
from hearings.storage import original_name


class ExhibitForm(OfHearingForm):
    choices = {
        "presented_by": lambda hearing: hearing.appearances.select_related("person"),
        "interpretation_by": lambda hearing: hearing.appearances.select_related("person"),
        "shown_with": lambda hearing: hearing.quotes.all(),
    }


@admin.register(Exhibit)
class ExhibitAdmin(OfHearingAdmin):
    form = ExhibitForm
    content = [
        *("title", "presented_by", "shown_with", "site", "observation"),
        *("interpretation", "interpretation_by", "confidence", "limitations"),
    ]
    inlines = [CaptureRows]
    fieldsets = [
        ("What it is", {"fields": ["title", "hearing_link", "presented_by", "shown_with", "site"]}),
        (
            "What it shows",
            {
                "fields": ["observation", "interpretation", ("interpretation_by", "confidence"), "limitations"],
                "description": "Keep apart what anyone can see, what the presenter says it means, and what nobody can "
                "tell from it.",
            },
        ),
        ("Place among the exhibits", {"fields": ["order"]}),
    ]
    autocomplete_fields = ["site"]
    list_display = ["title", "site", "hearing_link", "state_word"]
    list_select_related = ["site"]
    list_filter = [StateFilter]
    search_fields = ["title", "site__name", "observation"]
    search_help_text = "Title, site or what is visible"
    ordering = ["-hearing", "order", "pk"]
    actions = ["publish_selected"]

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/<slug:sha256>.jpg", view(image), name="hearings_exhibit_image"),
            path("image/<int:pk>/state/", view(image_state), name="hearings_capture_state"),
            path("image/<int:pk>/original/", view(original), name="hearings_capture_original"),
            *super().get_urls(),
        ]

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        for row in formset.forms:
            if hasattr(row, "facts") and row.instance.pk:
                receive(capture=row.instance, name=row.file_name, by=request.user)
            for sentence in getattr(row, "proposed", ()) if row.instance.pk else ():
                messages.info(request, sentence)
        if not is_correcting(request):
            start_processing()

    def prepare(self, request, record):
        """A correction shows its images at once: what is to be made of them is made between two tries to save it."""
        made = getattr(request, "made", {})
        waiting = list(record.captures.waiting())
        missing = [capture for capture in waiting if key_of(capture) not in made]
        if missing:
            raise Unprepared(lambda: setattr(request, "made", {key_of(one): render(one) for one in missing}))
        for capture in waiting:
            settle(capture=capture, outcome=made[key_of(capture)])

    @admin.action(description="Publish", permissions=["publish"])
    def publish_selected(self, request, queryset):
        exhibits = queryset.prefetch_related("captures")
        act_on_each(request, exhibits, lambda exhibit: publish_exhibit(exhibit=exhibit, by=request.user), "published")


def key_of(capture: Capture) -> tuple:
    """What the files made of an image depend on."""
    return (capture.sha256, capture.bands, capture.stretch_low, capture.stretch_high)


def find_capture(request: HttpRequest, **which) -> Capture:
    """A capture, published or not, for those who may look at exhibits; to others it is not there."""
    if not request.user.has_perm("hearings.view_exhibit"):
        raise Http404("No such image.")
    return get_object_or_404(Capture.objects.select_related("exhibit"), **which)


@require_safe
def image(request: HttpRequest, pk: int, sha256: str) -> HttpResponse:
    """The clean copy of an image, published or not."""
    capture = find_capture(request, exhibit=pk, sha256=sha256)
    if not capture.rendering:
        raise Http404("It is not ready yet.")
    widths = capture.rendering["widths"]
    if not widths:
        return preview_response(capture.rendering["recipe"], sha256)
    content = capture.exhibit.draft.content
    width = next((one for one in widths if one >= 960), widths[-1])
    return rendition_response(request, content, sha256, width, "jpg", cache="no-store")


@require_safe
def image_state(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture of an image in its form, or how far it is: 202 while it is being prepared."""
    capture = find_capture(request, pk=pk)
    waiting = capture.processing == Capture.Processing.PENDING
    return HttpResponse(picture_of(capture), status=202 if waiting else 200, headers={"Cache-Control": "no-store"})


@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it was received; that somebody took it is written down."""
    capture = find_capture(request, pk=pk)
    name = original_name(capture.sha256)
    if capture.exhibit.state == "sealed" or not default_storage.exists(name):
        raise Http404("The original is not kept any more.")
    enter_custody("viewed", [capture], by=request.user)
    ending = capture.media_type.rpartition("/")[2]
    response = FileResponse(default_storage.open(name), as_attachment=True, filename=f"{capture.sha256}.{ending}")
    return sandboxed(response, "no-store")
