"""Sites: the places that images show. What the public sees of them changes by a correction of the exhibit alone."""

from django.contrib import admin, messages
from django.db.models import Count

from hearings.admin.conflicts import Guarded, GuardedForm
from hearings.admin.widgets import FIELD_OPTIONS
from hearings.models import Exhibit, Site

STILL_PUBLIC = (
    "Exhibits of this site are public and go on saying where it is. A correction changes that from then on, but "
    "earlier versions and the difference stay readable. To take coordinates back, seal the exhibit and publish it anew."
)


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
                "description": "An exhibit that is published keeps what it said of its site, until it is corrected.",
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
        if {"latitude", "longitude", "coordinate_precision"} & set(form.changed_data) and public.exists():
            messages.warning(request, STILL_PUBLIC)

    @admin.display(description="exhibits", ordering="exhibit_count")
    def exhibit_count(self, site):
        return site.exhibit_count
