"""Hearings: the list, the form with everything that hangs on one, and the way to its quotes."""

from django.contrib import admin
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.urls import path

from hearings.actions.publishing import submit_for_review
from hearings.admin import moves
from hearings.admin.appearance import AppearanceRows
from hearings.admin.conflicts import GuardedForm
from hearings.admin.publishing import PublishableAdmin, StateFilter, act_on_each
from hearings.admin.reference import MentionRows
from hearings.admin.rows import SlimRows, TableRowForm
from hearings.models import Exhibit, Hearing, Quote
from hearings.text import slugify

MOST_QUOTES = 100  # more of them than this have only their own screen, not rows in the hearing's form


class YearFilter(admin.SimpleListFilter):
    title = "year"
    parameter_name = "year"

    def lookups(self, request, model_admin):
        years = Hearing.objects.exclude(date=None).annotate(year=ExtractYear("date")).order_by("-year")
        return [
            *((str(year), str(year)) for year in years.values_list("year", flat=True).distinct()),
            ("unknown", "Not known"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "unknown":
            return queryset.filter(date=None)
        if not self.value():
            return queryset
        known = {str(year) for year, _ in self.lookup_choices}
        return queryset.filter(date__year=self.value()) if self.value() in known else queryset.none()


class HearingForm(GuardedForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean(self):
        super().clean()
        if "slug" in self.fields and not self.cleaned_data.get("slug") and "slug" not in self.errors:
            self.cleaned_data["slug"] = slugify(self.cleaned_data.get("title", ""))
            if not self.cleaned_data["slug"] and "title" not in self.errors:
                self.add_error("slug", "The title has no Latin letters to make an address of. Type one: korea-2023.")


class PlaceForm(TableRowForm):
    """Saves the place alone: the words have a form of their own, in which somebody may be saving at this moment."""

    def save(self, commit=True):
        if commit:
            type(self.instance)._base_manager.filter(pk=self.instance.pk).update(order=self.instance.order)
        return self.instance


class QuoteRows(SlimRows):
    form = PlaceForm
    model = Quote
    verbose_name_plural = "Quotes"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("speaker__person", "hearing")

    @admin.display(description="speaker")
    def person(self, quote):
        return quote.speaker.person if quote.speaker else "Not known"


class ExhibitRows(SlimRows):
    form = PlaceForm
    model = Exhibit
    verbose_name_plural = "Exhibits"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("presented_by__person", "hearing")

    @admin.display(description="presented by")
    def person(self, exhibit):
        return exhibit.presented_by.person if exhibit.presented_by else "Not known"


@admin.register(Hearing)
class HearingAdmin(PublishableAdmin):
    form = HearingForm
    inlines = [AppearanceRows, QuoteRows, ExhibitRows, MentionRows]
    fieldsets = [
        ("What it was", {"fields": ["title", "slug", "bodies", ("kind", "status"), "congress"]}),
        (
            "When and where",
            {
                "fields": [("date", "date_precision"), "date_as_stated", ("start_time", "time_zone"), "place"],
                "description": "Say only what is known. Readers see the date exactly as far as you know it.",
            },
        ),
        ("In a few words", {"fields": ["summary", "topics"]}),
        ("Elsewhere on the web", {"fields": ["official_url", "video_url"]}),
    ]
    content = [
        *("title", "bodies", "kind", "status", "congress", "date", "date_precision", "date_as_stated"),
        *("start_time", "time_zone", "place", "summary", "official_url", "video_url"),
    ]
    autocomplete_fields = ["bodies", "topics"]
    list_display = ["title", "date_words", "body_names", "state_word", "quote_count"]
    list_filter = [StateFilter, "kind", "bodies", "topics", YearFilter]
    search_fields = ["title", "slug", "place", "bodies__name", "bodies__abbreviation"]
    search_help_text = "Title, place, or name of the body"
    actions = ["submit_selected"]

    def get_queryset(self, request):
        counted = super().get_queryset(request).annotate(quote_count=Count("quotes", distinct=True))
        return counted.prefetch_related("bodies")

    def get_urls(self):
        view = self.admin_site.admin_view(moves.change_address)
        return [path("<int:pk>/address/", view, name="hearings_hearing_address"), *super().get_urls()]

    def get_inlines(self, request, obj):
        if obj is None or obj.pk is None:
            return [AppearanceRows, MentionRows]
        if obj.quote_count > MOST_QUOTES:
            return [AppearanceRows, ExhibitRows, MentionRows]
        return self.inlines

    def get_readonly_fields(self, request, obj=None):
        address = ["slug"] if obj and not obj.is_editable else []
        return [*super().get_readonly_fields(request, obj), *address]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"slug": ["title"]}

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["too_many_quotes"] = bool(change and obj.quote_count > MOST_QUOTES)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="date", ordering="date")
    def date_words(self, hearing):
        return hearing.date_words

    @admin.display(description="held by")
    def body_names(self, hearing):
        return ", ".join(body.abbreviation or body.name for body in hearing.bodies.all())

    @admin.display(description="quotes", ordering="quote_count")
    def quote_count(self, hearing):
        return hearing.quote_count

    @admin.action(description="Submit for review", permissions=["change"])
    def submit_selected(self, request, queryset):
        act_on_each(request, queryset, lambda hearing: submit_for_review(record=hearing, by=request.user), "submitted")
