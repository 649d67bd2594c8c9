"""Who appeared at a hearing, as rows of its form."""

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile

from hearings.admin.correcting import is_locked
from hearings.admin.rows import OrderedFormSet, RowForm
from hearings.admin.widgets import KeptFile, LoadedAutocompletes
from hearings.models import Appearance
from hearings.storage import DocumentRefused, keep_document


class AppearanceForm(RowForm):
    statement_upload = forms.FileField(
        label="Written statement", required=False, max_length=200, widget=KeptFile, help_text="A PDF, at most 20 MB."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["statement_upload"] = self.instance.statement_name

    def clean_statement_upload(self):
        upload = self.cleaned_data["statement_upload"]
        if isinstance(upload, UploadedFile):
            try:
                self.kept = keep_document(upload.read())
            except DocumentRefused as error:
                raise forms.ValidationError(str(error)) from error
        return upload

    def save(self, commit=True):
        upload = self.cleaned_data.get("statement_upload")
        if isinstance(upload, UploadedFile):
            self.instance.statement, self.instance.statement_name = self.kept, upload.name
        elif upload is False:
            self.instance.statement = self.instance.statement_name = ""
        return super().save(commit)


class AppearanceRows(LoadedAutocompletes, admin.StackedInline):
    """Who is listed at a published hearing is changed, added and removed by its correction alone."""

    model = Appearance
    form = AppearanceForm
    formset = OrderedFormSet
    extra = 0
    classes = ["ordered"]
    verbose_name = "person"
    verbose_name_plural = "People: the chair, the members and the witnesses"
    autocomplete_fields = ["person"]
    fields = [
        ("person", "role", "panel", "order"),
        ("title", "organization"),
        ("statement_upload", "affiliation_released"),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person")

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not is_locked(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_locked(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_locked(request, obj)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "title":
            kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)
