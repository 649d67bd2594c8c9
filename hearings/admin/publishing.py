"""What the admins of hearings, quotes and exhibits share: their state in words, and what it allows."""

from collections.abc import Callable, Iterable

from django.contrib import admin, messages
from django.http import HttpRequest
from django.utils import timezone

from hearings.actions.moves import MOVES, may
from hearings.actions.record import NotReady
from hearings.admin.conflicts import Guarded
from hearings.admin.correcting import Correcting
from hearings.admin.moves import buttons, step_urls
from hearings.admin.publisher import PublicNeedsPublisher
from hearings.admin.search import PermalinkSearch
from hearings.admin.widgets import FIELD_OPTIONS, LoadedAutocompletes
from hearings.admin.words import state_word, state_words
from hearings.models import State
from hearings.models.publishing import Publishable


class StateFilter(admin.SimpleListFilter):
    title = "status"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [
            ("draft", "Draft"),
            ("in_review", "In review"),
            ("scheduled", "Scheduled"),
            ("published", "Published"),
            ("withdrawn", "Withdrawn"),
            ("sealed", "Sealed"),
        ]

    def queryset(self, request, queryset):
        if self.value() == "scheduled":
            return queryset.filter(state=State.PUBLISHED, published_at__gt=timezone.now())
        if self.value() == "published":
            return queryset.filter(state=State.PUBLISHED, published_at__lte=timezone.now())
        return queryset.filter(state=self.value()) if self.value() else queryset


class PublishableAdmin(
    PermalinkSearch, PublicNeedsPublisher, Correcting, Guarded, LoadedAutocompletes, admin.ModelAdmin
):
    """State is never a field of a form: buttons call the actions. What was published is never deleted."""

    formfield_overrides = FIELD_OPTIONS
    list_per_page = 50

    def is_public(self, obj):
        return not obj.is_editable

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.published_at)

    def has_publish_permission(self, request):
        return may(MOVES["publish"], request.user)

    def get_view_on_site_url(self, obj=None):
        if obj and self.model.objects.readable().filter(pk=obj.pk).exists():
            return obj.get_absolute_url()
        return None

    def get_urls(self):
        return [*step_urls(self.model, self.admin_site.admin_view), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            context["moves"] = buttons(obj, request.user)
            context["state_words"] = state_words(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="status", ordering="state")
    def state_word(self, record):
        return state_word(record)


def act_on_each(
    request: HttpRequest, records: Iterable[Publishable], action: Callable[[Publishable], None], done: str
) -> None:
    """Bulk action: each record by itself; what is refused is told in its own sentences."""
    count = 0
    for record in records:
        try:
            action(record)
            count += 1
        except NotReady as refusal:
            messages.error(request, f"“{record}”: {' '.join(refusal.problems)}")
    if count:
        messages.success(request, f"{count} {done}.")
