"""Sites: the places that images show. What the public sees of them changes by a correction of the exhibit alone."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from hearings.actions.moves import MOVES, may
from hearings.admin.conflicts import Guarded, GuardedForm
from hearings.admin.widgets import FIELD_OPTIONS
from hearings.models import Exhibit, Site, Version
from hearings.places import strictest

STILL_PUBLIC = (
    "Public exhibits of this site: {}. What is stricter now holds at once on every page, earlier versions included; "
    "whatever else changed shows only after a correction. Correct each of them, so that readers are told. Words that "
    "somebody typed are not searched for places: read them."
)


class SiteForm(GuardedForm):
    """What was hidden of a place that a version tells of is opened again by a publisher alone."""

    may_ease = True

    def clean_coordinate_precision(self):
        before, after = self.initial.get("coordinate_precision"), self.cleaned_data["coordinate_precision"]
        if before and not self.may_ease and strictest(before, after) != after and is_told_of(self.instance):
            raise ValidationError("Published versions tell of this site. Ask a publisher to let more of it be known.")
        return after


def is_told_of(site: Site) -> bool:
    """Whether a published version of an exhibit names the site."""
    return Version.objects.filter(canonical__contains=f'"id":"{site.public_id}"').exists()


def linked(exhibits):
    """The exhibits' names, each leading to its form."""
    rows = ((reverse("admin:hearings_exhibit_change", args=[row.pk]), row.title) for row in exhibits)
    return format_html_join(", ", '<a href="{}">{}</a>', rows)


@admin.register(Site)
class SiteAdmin(Guarded, admin.ModelAdmin):
    form = SiteForm
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

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.may_ease = may(MOVES["correct"], request.user)
        return form

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        public = Exhibit.objects.readable().filter(site=obj)
        if {"latitude", "longitude", "coordinate_precision"} & set(form.changed_data) and public:
            messages.warning(request, format_html(STILL_PUBLIC, linked(public)))

    def has_delete_permission(self, request, obj=None):
        """A site that a version names stays: its policy is what hides it there."""
        return not (obj and is_told_of(obj)) and super().has_delete_permission(request, obj)

    @admin.display(description="exhibits", ordering="exhibit_count")
    def exhibit_count(self, site):
        return site.exhibit_count
