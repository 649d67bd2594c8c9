"""Exhibits and their captures: images come in by upload, and every fact a reader needs stands beside them."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.html import format_html

from hearings.actions.publishing import publish_exhibit
from hearings.admin.correcting import is_locked
from hearings.admin.of_hearing import OfHearingAdmin, OfHearingForm
from hearings.admin.publishing import StateFilter, act_on_each
from hearings.admin.rows import OrderedFormSet, RowForm
from hearings.admin.widgets import FIELD_OPTIONS, UTCDateTimeField
from hearings.imaging import MAX_BYTES, ImageRefused
from hearings.media import image_response
from hearings.models import Capture, Exhibit
from hearings.storage import keep_image, original_name

TWICE = "The same file stands in this exhibit already. Choose another file, or remove this row."


class CaptureForm(RowForm):
    upload = forms.FileField(
        label="Image file",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text="JPEG, PNG or WebP, at most 20 MB and 40 million pixels. Kept as it is; readers get a clean copy.",
        error_messages={"required": "Choose the image file."},
    )
    acquired = UTCDateTimeField(
        label="Acquired (UTC)",
        required=False,
        help_text="When the satellite took it, not when it was processed. For the day alone, any time of it.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["upload"].required = self.instance.pk is None

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if not isinstance(upload, UploadedFile):
            return upload
        if upload.size > MAX_BYTES:
            raise ValidationError(f"The file has {filesizeformat(upload.size)}; at most 20 MB are taken.")
        try:
            self.facts = keep_image(upload.read(), upload.name)
        except ImageRefused as error:
            raise ValidationError(str(error)) from error
        return upload

    @property
    def sha256(self):
        """Of the file that this row will show, once saved."""
        return self.facts.sha256 if hasattr(self, "facts") else self.instance.sha256

    def save(self, commit=True):
        if hasattr(self, "facts"):
            self.instance.original = original_name(self.facts.sha256)
            for name in ("sha256", "media_type", "byte_size", "width", "height"):
                setattr(self.instance, name, getattr(self.facts, name))
        return super().save(commit)


class CaptureFormSet(OrderedFormSet):
    def clean(self):
        super().clean()
        rows = [form for form in self.forms if form.is_valid() and not self._should_delete_form(form)]
        seen = {form.instance.sha256 for form in rows if form.instance.pk}
        for form in rows:
            if hasattr(form, "facts"):
                if form.sha256 in seen and form.sha256 != form.instance.sha256:
                    form.add_error("upload", TWICE)
                seen.add(form.sha256)


class CaptureRows(admin.StackedInline):
    model = Capture
    formfield_overrides = FIELD_OPTIONS
    form = CaptureForm
    formset = CaptureFormSet
    classes = ["ordered"]
    verbose_name = "image"
    verbose_name_plural = "Images: each with its date and its facts"
    readonly_fields = ["picture", "file_facts"]
    fields = [
        ("picture", "file_facts"),
        ("label", "upload"),
        "alt_text",
        ("acquired", "acquired_precision", "acquired_basis"),
        ("provider", "platform", "ground_sample_distance"),
        ("credit", "licence", "licence_url"),
        ("is_sample", "order"),
    ]

    def get_fields(self, request, obj=None):
        if self.has_change_permission(request, obj):
            return self.fields
        return [("label",) if row == ("label", "upload") else row for row in self.fields]

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj and obj.pk else 2

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not is_locked(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_locked(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_locked(request, obj)

    @admin.display(description="picture")
    def picture(self, capture):
        if not capture.pk:
            return "Shown here once saved."
        url = reverse("admin:hearings_exhibit_image", args=[capture.exhibit_id, capture.sha256])
        html = '<img class="thumbnail" src="{}" alt="{}" width="{}" height="{}" loading="lazy">'
        return format_html(html, url, capture.alt_text or capture.label, capture.width, capture.height)

    @admin.display(description="file as received")
    def file_facts(self, capture):
        if not capture.pk:
            return "–"
        kind = capture.media_type.removeprefix("image/").upper()
        size = f"{capture.width} × {capture.height} pixels, {kind}, {filesizeformat(capture.byte_size)}"
        return format_html("{}<br>SHA-256 <code>{}</code>", size, capture.sha256)


class ExhibitForm(OfHearingForm):
    choices = {
        "presented_by": lambda hearing: hearing.appearances.select_related("person"),
        "shown_with": lambda hearing: hearing.quotes.all(),
    }


@admin.register(Exhibit)
class ExhibitAdmin(OfHearingAdmin):
    form = ExhibitForm
    content = [
        *("title", "presented_by", "shown_with", "place", "latitude", "longitude"),
        *("coordinate_precision", "precision_reason", "observation", "interpretation", "limitations"),
    ]
    inlines = [CaptureRows]
    fieldsets = [
        ("What it is", {"fields": ["title", "hearing_link", "presented_by", "shown_with"]}),
        (
            "Where it is",
            {"fields": ["place", ("latitude", "longitude"), "coordinate_precision", "precision_reason"]},
        ),
        (
            "What it shows",
            {
                "fields": ["observation", "interpretation", "limitations"],
                "description": "Keep apart what anyone can see, what the presenter says it means, and what nobody can "
                "tell from it.",
            },
        ),
        ("Place among the exhibits", {"fields": ["order"]}),
    ]
    list_display = ["title", "place", "hearing_link", "state_word"]
    list_filter = [StateFilter]
    search_fields = ["title", "place", "observation"]
    search_help_text = "Title, place or what is visible"
    ordering = ["-hearing", "order", "pk"]
    actions = ["publish_selected"]

    def get_urls(self):
        view = self.admin_site.admin_view(image)
        return [path("<int:pk>/<slug:sha256>.jpg", view, name="hearings_exhibit_image"), *super().get_urls()]

    @admin.action(description="Publish", permissions=["publish"])
    def publish_selected(self, request, queryset):
        exhibits = queryset.prefetch_related("captures")
        act_on_each(request, exhibits, lambda exhibit: publish_exhibit(exhibit=exhibit, by=request.user), "published")


def image(request: HttpRequest, pk: int, sha256: str) -> HttpResponse:
    """The clean copy of an image, published or not, for those who may look at exhibits."""
    captures = Capture.objects.filter(exhibit=pk, sha256=sha256)
    if not (request.user.has_perm("hearings.view_exhibit") and captures.exists()):
        raise Http404("No such image.")
    return image_response(sha256, cache="no-store")
