"""Laws, bills, treaties, reports and earlier hearings; and as rows of a hearing, which of them it named."""

from django.contrib import admin
from django.db.models import Count

from hearings.admin.correcting import is_locked
from hearings.admin.publisher import PublicNeedsPublisher
from hearings.admin.rows import OrderedFormSet, TableRowForm
from hearings.admin.widgets import FIELD_OPTIONS, LoadedAutocompletes
from hearings.models import Mention, Reference


@admin.register(Reference)
class ReferenceAdmin(PublicNeedsPublisher, LoadedAutocompletes, admin.ModelAdmin):
    formfield_overrides = FIELD_OPTIONS
    fieldsets = [
        ("What it is", {"fields": ["kind", "title", "citation", "date"]}),
        ("Where it is", {"fields": ["url", "earlier_hearing"]}),
    ]
    autocomplete_fields = ["earlier_hearing"]
    list_display = ["title", "kind", "citation", "date", "named"]
    list_filter = ["kind"]
    search_fields = ["title", "citation"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(mention_count=Count("mentions"))

    @admin.display(description="named at hearings", ordering="mention_count")
    def named(self, reference):
        return reference.mention_count


class MentionRows(LoadedAutocompletes, admin.TabularInline):
    model = Mention
    form = TableRowForm
    formset = OrderedFormSet
    extra = 0
    classes = ["ordered"]
    verbose_name = "reference"
    verbose_name_plural = "References: laws, treaties and reports that were named"
    autocomplete_fields = ["reference"]
    fields = ["order", "reference", "as_named"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("reference")

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not is_locked(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_locked(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_locked(request, obj)
