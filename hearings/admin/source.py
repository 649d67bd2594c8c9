"""Sources: what was received, and the way to import more."""

import datetime
from functools import partial, update_wrapper

from django import forms
from django.contrib import admin
from django.urls import path, reverse
from django.utils.html import format_html

from hearings.admin.importing import import_release, review_source
from hearings.admin.publisher import PublicNeedsPublisher
from hearings.admin.widgets import FIELD_OPTIONS
from hearings.importing.joining import day_refusal
from hearings.importing.releases.press_release import read_release
from hearings.models import SourceDocument
from hearings.text import shorten


class ReviewFilter(admin.SimpleListFilter):
    title = "review"
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [("waiting", "Waiting"), ("saved", "Saved")]

    def queryset(self, request, queryset):
        if self.value() in ("waiting", "saved"):
            return queryset.filter(hearing__isnull=self.value() == "waiting")
        return queryset


class SourceForm(forms.ModelForm):
    """A release is joined to no hearing of another day."""

    def clean_hearing(self):
        hearing = self.cleaned_data["hearing"]
        if hearing and self.instance.text:
            event = read_release(self.instance.text).event
            date = datetime.date.fromisoformat(event.date) if event and event.date else None
            if event and (refusal := day_refusal(hearing, date, event.date_partial or "")):
                raise forms.ValidationError(refusal)
        return hearing


@admin.register(SourceDocument)
class SourceDocumentAdmin(PublicNeedsPublisher, admin.ModelAdmin):
    """The text and its hash are what was received and stay so; only the facts about it can be edited."""

    form = SourceForm
    formfield_overrides = FIELD_OPTIONS
    list_display = ["name", "begins", "kind", "received_at", "became"]
    list_filter = [ReviewFilter, "kind"]
    list_select_related = ["hearing"]
    list_per_page = 50
    search_fields = ["title", "publisher", "url", "hearing__title"]
    fieldsets = [
        (None, {"fields": ["became", "title", "publisher", "url", "kind", "language", "note"]}),
        ("What was received", {"fields": ["received_at", "received_by", "sha256", "received_text"]}),
    ]
    autocomplete_fields = ["hearing"]
    readonly_fields = ["became", "received_at", "received_by", "sha256", "received_text"]

    def get_urls(self):
        return [
            path("import/", self._page(import_release), name="hearings_sourcedocument_import"),
            path("<path:pk>/review/", self._page(review_source), name="hearings_sourcedocument_review"),
            *super().get_urls(),
        ]

    def _page(self, view):
        return self.admin_site.admin_view(update_wrapper(partial(view, model_admin=self), view))

    def get_queryset(self, request):
        return super().get_queryset(request).with_first_words()

    def changelist_view(self, request, extra_context=None):
        may_import = {"may_import": request.user.has_perm("hearings.add_hearing")}
        return super().changelist_view(request, may_import | (extra_context or {}))

    def get_fieldsets(self, request, obj=None):
        """While it waits, it can also be joined to a hearing that is there already, as one more source of it."""
        if obj and obj.hearing is None:
            advice = "This adds none of its quotes. To add them too, name the hearing at the end of its review."
            joined = {"fields": ["hearing"], "description": advice}
            return [*self.fieldsets, ("Or join it to a hearing that is there already", joined)]
        return self.fieldsets

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        kept = obj and obj.hearing and obj.hearing.published_at
        return super().has_delete_permission(request, obj) and not kept

    @admin.display(description="source", ordering="title")
    def name(self, source):
        return str(source)

    @admin.display(description="begins")
    def begins(self, source):
        """The first words, by which releases without a title are told apart."""
        return shorten(source.beginning, 100)

    @admin.display(description="hearing", ordering="hearing__title")
    def became(self, source):
        if source.hearing:
            url = reverse("admin:hearings_hearing_change", args=[source.hearing_id])
            return format_html('<a href="{}">{}</a>', url, source.hearing)
        url = reverse("admin:hearings_sourcedocument_review", args=[source.pk])
        return format_html('<a href="{}">Waits for review</a>', url)

    @admin.display(description="text")
    def received_text(self, source):
        return format_html('<div class="source-text" dir="auto" lang="{}">{}</div>', source.language, source.text)
