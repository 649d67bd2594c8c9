"""What the admins of quotes and exhibits share: each belongs to one hearing, and its choices come from there."""

from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from hearings.admin.conflicts import GuardedForm
from hearings.admin.publishing import PublishableAdmin
from hearings.models import Hearing


class OfHearingForm(GuardedForm):
    """A form whose `of_hearing` is set by its admin; `choices` are queries of what may be chosen, by field."""

    of_hearing = None
    choices = {}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.hearing_id is None:
            self.instance.hearing = self.of_hearing
        if "order" in self.fields:
            self.fields["order"].show_hidden_initial = True
        for name, choices in self.choices.items():
            if name in self.fields:
                self.fields[name].queryset = choices(self.instance.hearing)
                wrapper = self.fields[name].widget
                wrapper.can_add_related = wrapper.can_change_related = False
                wrapper.can_delete_related = wrapper.can_view_related = False

    def clean(self):
        """A place that was not touched here stays as it is now: it may have been changed at the hearing meanwhile."""
        super().clean()
        if self.instance.pk and "order" in self.fields and "order" not in self.changed_data:
            self.cleaned_data["order"] = self.instance.order


class OfHearingAdmin(PublishableAdmin):
    """Records are made at their hearing: the address of the form for a new one names it, `?hearing=5`."""

    readonly_fields = ["hearing_link"]

    def hearing_in(self, request, name):
        pk = request.GET.get(name, "")
        return Hearing.objects.filter(pk=pk).first() if pk.isascii() and pk.isdecimal() and len(pk) < 19 else None

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.of_hearing = obj.hearing if obj else self.hearing_in(request, "hearing")
        return form

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("hearing")

    def add_view(self, request, form_url="", extra_context=None):
        hearing = self.hearing_in(request, "hearing")
        if hearing is None:
            part = with_article(self.opts.verbose_name)
            messages.info(request, f"Choose the hearing first; its page has a button “Add {part}”.")
            return redirect("admin:hearings_hearing_changelist")
        return super().add_view(request, form_url, {"of_hearing": hearing, **(extra_context or {})})

    def changelist_view(self, request, extra_context=None):
        hearing = self.hearing_in(request, "hearing__id__exact")
        name = f"admin:hearings_{self.opts.model_name}_add"
        context = {"of_hearing": hearing, "add_url": reverse(name), "a_part": with_article(self.opts.verbose_name)}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if change:
            context["preview_url"] = reverse("admin:preview", args=[self.opts.model_name, obj.public_id])
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="hearing", ordering="hearing")
    def hearing_link(self, record):
        url = reverse("admin:hearings_hearing_change", args=[record.hearing_id])
        return format_html('<a href="{}">{}</a>', url, record.hearing)


def with_article(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
