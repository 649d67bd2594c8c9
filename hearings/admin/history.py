"""What the site itself writes down, to be looked at: corrections, the history, the ledger of addresses."""

from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from hearings.admin.search import PermalinkSearch, find, is_permalink
from hearings.models import Correction, HistoryEntry, PublishedAddress
from hearings.models.version import KINDS
from hearings.text import shorten


class LookOnly:
    """For an admin: nobody adds, changes or deletes a row here."""

    list_per_page = 50

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class KindFilter(admin.SimpleListFilter):
    title = "what was corrected"
    parameter_name = "kind"

    def lookups(self, request, model_admin):
        return [(kind, kind.capitalize()) for kind in KINDS]

    def queryset(self, request, queryset):
        return queryset.exclude(Q(**{self.value(): None})) if self.value() in KINDS else queryset


@admin.register(Correction)
class CorrectionAdmin(PermalinkSearch, LookOnly, admin.ModelAdmin):
    list_display = ["made_at", "reason", "record_link", "start_of_sentence", "made_by"]
    list_filter = ["reason", KindFilter, "made_at"]
    list_select_related = ["quote", "exhibit", "hearing", "transcript__hearing", "turn", "made_by"]
    search_fields = ["sentence", "quote__text", "exhibit__title", "hearing__title"]
    search_help_text = "Words of the public sentence or of what was corrected, or a permalink"
    fields = ["record_link", "reason", "sentence", "from_number", "to_number", "made_at", "made_by", "public_id"]
    readonly_fields = fields

    def get_view_on_site_url(self, obj=None):
        if obj and Correction.objects.public().filter(pk=obj.pk).exists():
            return obj.get_absolute_url()
        return None

    @admin.display(description="of")
    def record_link(self, correction):
        url = reverse(f"admin:hearings_{correction.kind}_change", args=[correction.record.pk])
        return format_html('{} <a href="{}">{}</a>', correction.kind.capitalize(), url, correction.record)

    @admin.display(description="public sentence")
    def start_of_sentence(self, correction):
        return shorten(correction.sentence, 120)

    @admin.display(description="from version")
    def from_number(self, correction):
        return correction.from_version.number

    @admin.display(description="to version")
    def to_number(self, correction):
        return correction.to_version.number


@admin.register(HistoryEntry)
class HistoryEntryAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["at", "action", "kind", "record_link", "by", "note"]
    list_display_links = None
    list_filter = [("action", admin.AllValuesFieldListFilter), ("kind", admin.AllValuesFieldListFilter), "at"]
    list_select_related = ["by"]
    search_fields = ["record", "note"]
    search_help_text = "A permalink, an id, or a word of the note"
    fields = ["at", "action", "kind", "record_link", "by", "note"]
    readonly_fields = fields

    def get_search_results(self, request, queryset, search_term):
        """A permalink finds what was done to the record that it leads to."""
        record = find(search_term) if is_permalink(search_term) else None
        if record:
            search_term = getattr(record, "public_id", None) or record.slug
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description="record", ordering="record")
    def record_link(self, entry):
        text = f"/witnesses/{entry.record}/" if entry.kind == "witness" else entry.record
        return format_html('<a href="{}?{}">{}</a>', reverse("admin:find"), urlencode({"q": text}), entry.record)


@admin.register(PublishedAddress)
class PublishedAddressAdmin(LookOnly, admin.ModelAdmin):
    list_display = ["address", "public_from"]
    list_display_links = None
    list_filter = ["public_from"]
    search_fields = ["path"]
    search_help_text = "A part of the address"

    @admin.display(description="address", ordering="path")
    def address(self, entry):
        return format_html('<a href="{}">{}</a>', entry.path, entry.path)
