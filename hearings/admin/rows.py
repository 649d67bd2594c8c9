"""Rows of an inline in an order of their own, changed by drag, by keyboard, or by typing the number."""

from django import forms
from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.urls import reverse
from django.utils.html import format_html

from hearings.admin.widgets import load_labels
from hearings.admin.words import state_word
from hearings.models.publishing import READABLE


class RowForm(forms.ModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        load_labels(self)
        if "order" in self.fields:
            self.fields["order"].required = False
            if self.instance.pk is None:
                self.fields["order"].initial = self.initial["order"] = None

    def has_changed(self):
        """A new row in which there is nothing but its number is left out."""
        return bool(set(self.changed_data) - (set() if self.instance.pk else {"order"}))


class TableRowForm(RowForm):
    """A row of a table: its fields have no labels of their own to be read out."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            getattr(field.widget, "widget", field.widget).attrs["aria-label"] = field.label


class OrderedFormSet(BaseInlineFormSet):
    """A row without a number goes to the end."""

    def clean(self):
        super().clean()
        rows = [form for form in self.forms if "order" in form.fields and form.is_valid()]
        last = max((form.cleaned_data.get("order") or 0 for form in rows), default=0)
        for form in rows:
            if form.cleaned_data.get("order") is None:
                last += 1
                form.instance.order = last

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "Delete"

    def get_unique_error_message(self, unique_check):
        for constraint in self.model._meta.constraints:
            if set(getattr(constraint, "fields", ())) == set(unique_check):
                return constraint.violation_error_message
        return super().get_unique_error_message(unique_check)


class KeptUnderPublished:
    """For an inline: what stands under something published is not deleted."""

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not (obj and obj.published_at)


class SlimRows(admin.TabularInline):
    """Records that have a form of their own: here only their order, their state and the way to them."""

    form = TableRowForm
    formset = OrderedFormSet
    extra = 0
    can_delete = False
    classes = ["ordered"]
    readonly_fields = ["name", "person", "state_word"]
    fields = ["order", *readonly_fields]

    def has_add_permission(self, request, obj=None):
        return False

    def get_view_on_site_url(self, obj=None):
        """Only to a page that answers: neither to a draft nor to what stands under one."""
        answers = obj and all(one.state in READABLE and not one.is_scheduled for one in (obj, obj.hearing))
        return obj.get_absolute_url() if answers else None

    @admin.display(description="what")
    def name(self, record):
        url = reverse(f"admin:hearings_{self.opts.model_name}_change", args=[record.pk])
        return format_html('<a href="{}">{}</a>', url, record)

    @admin.display(description="status")
    def state_word(self, record):
        return state_word(record)
