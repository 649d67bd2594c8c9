"""Form controls of the admin: autocompletes without a query each, native dates, kept files, times in UTC."""

from datetime import MAXYEAR, MINYEAR, UTC

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
MOMENT_TO_THE_SECOND = forms.DateTimeInput(attrs={"type": "datetime-local", "step": "1"}, format="%Y-%m-%dT%H:%M:%S")

FIELD_OPTIONS = {
    models.URLField: {"assume_scheme": "https"},
    models.DateField: {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")},
    models.TimeField: {"widget": forms.TimeInput(attrs={"type": "time"}, format="%H:%M")},
}


class LoadedAutocomplete(AutocompleteSelect):
    """An autocomplete whose label comes from the row that its form has loaded already, not from a query of its own."""

    loaded = None

    def optgroups(self, name, value, attr=None):
        if self.loaded is None or value != [str(self.loaded.pk)]:
            return super().optgroups(name, value, attr)
        label = self.choices.field.label_from_instance(self.loaded)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        return [(None, [*blank, self.create_option(name, self.loaded.pk, label, set(value), len(blank))], 0)]


class SeveralAutocomplete(AutocompleteSelectMultiple):
    """An autocomplete for several; each chosen one has a cross of its own, so there is none for all of them."""

    def build_attrs(self, base_attrs, extra_attrs=None):
        return super().build_attrs(base_attrs, extra_attrs) | {"data-allow-clear": "false"}


class LoadedAutocompletes:
    """For an admin or an inline: the autocompletes are the two above. Its forms call `load_labels`."""

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = SeveralAutocomplete(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = LoadedAutocomplete(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


def load_labels(form: forms.ModelForm) -> None:
    """Give the autocompletes of a form the rows that its instance carries; leave them their link to add one."""
    for name, field in form.fields.items():
        wrapper = field.widget
        widget = getattr(wrapper, "widget", None)
        if isinstance(widget, LoadedAutocomplete):
            wrapper.can_delete_related = wrapper.can_view_related = False
            if form.instance._meta.get_field(name).is_cached(form.instance):
                widget.loaded = getattr(form.instance, name)


class KeptFile(forms.ClearableFileInput):
    """An upload beside the name of the file that is kept now: private files have no address to link to."""

    def is_initial(self, value):
        return bool(value)

    def _render(self, template_name, context, renderer=None):
        return render_to_string("admin/_kept_file.html", context)


class UTCDateTimeField(forms.DateTimeField):
    """A moment that is typed and shown in UTC, whatever the zone of the site is."""

    def __init__(self, **options):
        super().__init__(widget=MOMENT_TO_THE_SECOND, **options)

    def prepare_value(self, value):
        with timezone.override(UTC):
            return super().prepare_value(value)

    def to_python(self, value):
        with timezone.override(UTC):
            return super().to_python(value)


class LocalDateTimeField(forms.DateTimeField):
    """A moment that is typed in the zone of the site, on the nights of a clock change too.

    An hour that comes twice is taken the second time, so that nothing is early. One that is left out is refused.
    """

    def __init__(self, **options):
        super().__init__(widget=MOMENT, **options)

    def to_python(self, value):
        with timezone.override(UTC):
            typed = super().to_python(value)
        if typed is None or typed.utcoffset():
            return typed
        if typed.year in (MINYEAR, MAXYEAR):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        moments = [typed.replace(tzinfo=timezone.get_current_timezone(), fold=fold) for fold in (0, 1)]
        if moments[1].astimezone(UTC).astimezone(moments[1].tzinfo).replace(tzinfo=None) != typed.replace(tzinfo=None):
            raise forms.ValidationError(
                f"There is no {typed:%H:%M} on that night: the clocks are put forward. Choose an earlier or later time."
            )
        return max(moment.astimezone(UTC) for moment in moments)
