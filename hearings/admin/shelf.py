"""What hearings are filed under: the bodies that held them, and topics."""

from django import forms
from django.contrib import admin
from django.db.models import Count

from hearings.admin.publisher import PublicNeedsPublisher
from hearings.admin.search import PermalinkSearch
from hearings.admin.widgets import FIELD_OPTIONS, LoadedAutocompletes
from hearings.models import Body, PublishedAddress, Topic


class ShelfAdmin(PermalinkSearch, PublicNeedsPublisher, LoadedAutocompletes, admin.ModelAdmin):
    """A body or topic. Its page is public as soon as a hearing is, and keeps its address from then on."""

    formfield_overrides = FIELD_OPTIONS
    search_fields = ["name"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(hearing_count=Count("hearings"))

    @admin.display(description="hearings", ordering="hearing_count")
    def hearing_count(self, shelf):
        return shelf.hearing_count

    def holds_published(self, shelf):
        """Whether a hearing under it was published, or is to be; and whether its page was public ever."""
        page = PublishedAddress.objects.filter(path=shelf.get_absolute_url())
        return page.exists() or shelf.hearings.filter(published_at__isnull=False).exists()

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and self.holds_published(obj))

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj and self.holds_published(obj) else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["name"]}

    def get_view_on_site_url(self, obj=None):
        if obj and self.model.objects.public().filter(pk=obj.pk).exists():
            return obj.get_absolute_url()
        return None


class BodyForm(forms.ModelForm):
    def clean_parent(self):
        parent = self.cleaned_data["parent"]
        above = parent
        while above:
            if above.pk == self.instance.pk:
                raise forms.ValidationError("A body cannot be a part of itself. Choose another, or leave it empty.")
            above = above.parent
        return parent


@admin.register(Body)
class BodyAdmin(ShelfAdmin):
    form = BodyForm
    fieldsets = [
        ("Name", {"fields": ["name", "abbreviation", "slug"]}),
        ("What it is", {"fields": ["kind", "parent", "url", "description"]}),
    ]
    autocomplete_fields = ["parent"]
    list_display = ["name", "abbreviation", "kind", "hearing_count"]
    list_filter = ["kind"]
    search_fields = ["name", "abbreviation"]


@admin.register(Topic)
class TopicAdmin(ShelfAdmin):
    fieldsets = [(None, {"fields": ["name", "slug", "description"]})]
    list_display = ["name", "hearing_count"]
