"""Sites: the places that images show. What the public sees of them changes by a correction of the exhibit alone."""

from django.contrib import admin, messages
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from hearings.admin.conflicts import Guarded, GuardedForm
from hearings.admin.widgets import FIELD_OPTIONS
from hearings.models import Exhibit, Site, Version

STILL_PUBLIC = (
    "Public exhibits of this site: {}. What is stricter now holds at once on every page, earlier versions included; "
    "whatever else changed shows only after a correction. Correct each of them, so that readers are told. Words that "
    "somebody typed are not searched for places: read them."
)


def linked(exhibits):
    """The exhibits' names, each leading to its form."""
    rows = ((reverse("admin:hearings_exhibit_change", args=[row.pk]), row.title) for row in exhibits)
    return format_html_join(", ", '<a href="{}">{}</a>', rows)


@admin.register(Site)
class SiteAdmin(Guarded, admin.ModelAdmin):
    form = GuardedForm
    formfield_overrides = FIELD_OPTIONS
    fieldsets = [
        ("What it is", {"fields": ["name", ("local_name", "local_language"), "country", "area"]}),
        (
            "Where it is",
            {
                "fields": [("latitude", "longitude"), "coordinate_precision", "precision_reason"],
                "description": "An exhibit that is published keeps what it said of its site, until it is corrected; "
                "a stricter policy holds at once. The SHA-256 of each original is public: where anyone "
                "can get the very same file elsewhere, with its place, withholding the coordinates does not hide it.",
            },
        ),
    ]
    list_display = ["name", "local_name", "country", "coordinate_precision", "exhibit_count"]
    list_filter = ["coordinate_precision", "country"]
    search_fields = ["name", "local_name"]

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(exhibit_count=Count("exhibits"))

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        public = Exhibit.objects.readable().filter(site=obj)
        if {"latitude", "longitude", "coordinate_precision"} & set(form.changed_data) and public:
            messages.warning(request, format_html(STILL_PUBLIC, linked(public)))

    def has_delete_permission(self, request, obj=None):
        """A site that a version names stays: its policy is what hides it there."""
        named = obj and Version.objects.filter(canonical__contains=f'"id":"{obj.public_id}"').exists()
        return not named and super().has_delete_permission(request, obj)

    @admin.display(description="exhibits", ordering="exhibit_count")
    def exhibit_count(self, site):
        return site.exhibit_count
