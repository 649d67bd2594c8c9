"""The images of an exhibit, as rows of its form: files come in, facts are proposed, marks are drawn."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from hearings.actions.publishing import REQUIRED
from hearings.admin.correcting import is_locked
from hearings.admin.proposals import METADATA_LIMIT, propose
from hearings.admin.rows import OrderedFormSet, RowForm
from hearings.admin.widgets import FIELD_OPTIONS, UTCDateTimeField
from hearings.annotations import MarkRefused, read_marks, write_marks
from hearings.imaging import ImageRefused, intake
from hearings.imaging.likeness import is_twin
from hearings.models import Annotation, Capture, Site
from hearings.storage import keep_exhibit_image, original_name

TWICE = "The same file stands in this exhibit already. Choose another file, or remove this row."
FACTS = ("sha256", "media_type", "byte_size", "width", "height", "needs_stretch", "needs_bands")
FOUND = ("west", "south", "east", "north", "crs", "ground_sample_distance")
LABELS = ["Before", "After", "Later"]  # the last for every further one
NEEDED = {*REQUIRED, "ground_sample_distance"}
CHANGING = {"upload", "metadata", "received", "marks", "acquired_end"}
SHOWN_AS = {"acquired": "acquired_utc"}  # where it is only looked at; the admin by itself shows the zone of the site
signer = Signer(salt="hearings.admin.capture")


class CaptureForm(RowForm):
    upload = forms.FileField(
        label="Image file",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.webp,.tif,.tiff,.avif"}),
        help_text="JPEG, PNG, WebP, TIFF or AVIF, at most 500 MB. Kept as it is; readers get clean copies.",
        error_messages={"required": "Choose the image file."},
    )
    received = forms.CharField(required=False, widget=forms.HiddenInput)
    metadata = forms.FileField(
        label="Provider's metadata",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".json"}),
        help_text="A STAC item or a Landsat MTL file (JSON): fills in what is still empty.",
    )
    acquired = UTCDateTimeField(
        label="Acquired (UTC)",
        required=False,
        help_text="When the satellite took it, not when it was processed. For the day alone, any time of it.",
    )
    acquired_end = UTCDateTimeField(
        label="Until (UTC)", required=False, help_text="Only if it was put together from several passes."
    )
    marks = forms.CharField(
        label="Marks",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false", "class": "marks"}),
        help_text="A line each: A; rectangle; 120,80 340,210; what is marked; who marked it. A polygon has three "
        "corners or more. Corners are pixels of the original, from its upper left; or draw on the picture.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["upload"].required = False
        for name in FOUND:  # the processing may fill them in while the form is open: what was not touched stays
            if name in self.fields:
                self.fields[name].show_hidden_initial = True
        for name in NEEDED & set(self.fields):
            self.fields[name].help_text = f"{self.fields[name].help_text} Needed to publish.".strip()
        if self.instance.pk:
            self.initial["marks"] = write_marks(mark.payload() for mark in self.instance.annotations.all())

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if isinstance(upload, UploadedFile):
            try:
                self.facts, self.file_name = keep_exhibit_image(upload, upload.name), upload.name
            except ImageRefused as error:
                raise ValidationError(str(error)) from error
        return upload

    def clean_received(self):
        """A file that came in with a form that was refused is not asked for again."""
        token = self.cleaned_data["received"]
        if token and not hasattr(self, "facts"):
            try:
                sha256, self.file_name = signer.unsign_object(token)
                with default_storage.open(original_name(sha256)) as file:
                    self.facts = intake.inspect(file, self.file_name)
            except (BadSignature, FileNotFoundError) as error:
                raise ValidationError("The file that was sent before is gone. Choose it again.") from error
        return token

    def clean_metadata(self):
        upload = self.cleaned_data["metadata"]
        if isinstance(upload, UploadedFile):
            if upload.size > METADATA_LIMIT:
                raise ValidationError("That is too large to be metadata. Choose the JSON file of this one image.")
            self.metadata = upload.read()
        return upload

    def clean(self):
        super().clean()
        self.proposed = []
        if hasattr(self, "facts"):
            self.data = self.data.copy()
            self.data[self.add_prefix("received")] = signer.sign_object([self.facts.sha256, self.file_name])
        elif self.instance.pk is None and "upload" not in self.errors and "received" not in self.errors:
            self.add_error("upload", "Choose the image file.")
        width, height = (self.facts.width, self.facts.height) if hasattr(self, "facts") else self.instance.shown_size
        if width:
            try:
                self.marks = read_marks(self.cleaned_data.get("marks") or "", width, height)
            except MarkRefused as refusal:
                self.add_error("marks", str(refusal))
        for name in set(FOUND) - set(self.changed_data) if self.instance.pk else ():
            self.cleaned_data[name] = getattr(self.instance, name)
        self.proposed = propose(self)

    @property
    def sha256(self):
        """Of the file that this row will show, once saved."""
        return self.facts.sha256 if hasattr(self, "facts") else self.instance.sha256

    def save(self, commit=True):
        capture = self.instance
        if hasattr(self, "facts"):
            capture.original = original_name(self.facts.sha256)
            capture.file_notes = list(self.facts.notes)
            for name in FACTS:
                setattr(capture, name, getattr(self.facts, name))
        if hasattr(self, "facts") or {"bands", "stretch_low", "stretch_high"} & set(self.changed_data):
            capture.processing, capture.problem, capture.rendering = Capture.Processing.PENDING, "", {}
        saved = super().save(commit)
        if commit and "marks" in self.changed_data:
            capture.annotations.all().delete()
            Annotation.objects.bulk_create(Annotation(capture=capture, **mark) for mark in self.marks)
        return saved


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

    def get_form_kwargs(self, index):
        """Empty rows, and the one that the page copies for more, are called what most images in that place are."""
        kwargs = super().get_form_kwargs(index)
        place = self.total_form_count() if index is None else index
        if place >= self.initial_form_count():
            kwargs["initial"] = {"label": LABELS[min(place, len(LABELS) - 1)]}
        return kwargs


class CaptureRows(admin.StackedInline):
    model = Capture
    formfield_overrides = FIELD_OPTIONS
    form = CaptureForm
    formset = CaptureFormSet
    classes = ["ordered"]
    verbose_name = "image"
    verbose_name_plural = "Images: each with its date and its facts"
    readonly_fields = ["picture", "file_facts", "acquired_utc"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "picture",
                    "file_facts",
                    "label",
                    "upload",
                    "alt_text",
                    ("acquired", "acquired_precision"),
                    "acquired_basis",
                    "provider",
                    ("ground_sample_distance", "resolution_unknown"),
                    "credit",
                    "licence",
                    ("order", "received"),
                ]
            },
        ),
        ("Marks on the picture", {"fields": ["marks"], "classes": ["collapse"]}),
        (
            "More facts",
            {
                "fields": [
                    "metadata",
                    "long_description",
                    ("platform", "sensor"),
                    ("acquired_end", "scene"),
                    ("licence_code", "licence_url"),
                    ("may_embed", "may_download", "is_sample"),
                    "source_checksum",
                    ("off_nadir", "sun_azimuth", "sun_elevation", "cloud_cover"),
                ],
                "classes": ["collapse"],
            },
        ),
        ("Where it is", {"fields": [("west", "south"), ("east", "north"), "crs"], "classes": ["collapse"]}),
        (
            "How it is shown: bands, stretch, crop",
            {"fields": ["bands", ("stretch_low", "stretch_high"), "crop", "sharpening"], "classes": ["collapse"]},
        ),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("annotations", "exhibit__captures")

    def get_fieldsets(self, request, obj=None):
        """Where nothing is changed, no place to choose files or to draw is offered."""
        if self.has_change_permission(request, obj):
            return self.fieldsets
        groups = []
        for name, options in self.fieldsets:
            rows = [(row,) if isinstance(row, str) else row for row in options["fields"]]
            rows = [tuple(SHOWN_AS.get(field, field) for field in row if field not in CHANGING) for row in rows]
            groups += [(name, {**options, "fields": [row for row in rows if row]})] if any(rows) else []
        return groups

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj and obj.pk else 2

    def has_add_permission(self, request, obj=None):
        return super().has_add_permission(request, obj) and not is_locked(request, obj)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_locked(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_locked(request, obj)

    @admin.display(description="acquired (UTC)")
    def acquired_utc(self, capture):
        return capture.acquired_words

    @admin.display(description="picture")
    def picture(self, capture):
        if not capture.pk:
            return "Shown here once saved."
        return format_html(
            '<image-state data-url="{}">{}</image-state>',
            reverse("admin:hearings_capture_state", args=[capture.pk]),
            picture_of(capture),
        )

    @admin.display(description="file as received")
    def file_facts(self, capture):
        if not capture.pk:
            return "–"
        kind = capture.media_type.removeprefix("image/").upper()
        size = f"{capture.width} × {capture.height} pixels, {kind}, {filesizeformat(capture.byte_size)}"
        notes = format_html_join("", "<br>{}", ((note,) for note in capture.file_notes))
        url = reverse("admin:hearings_capture_original", args=[capture.pk])
        return format_html(
            '{}<br>SHA-256 <code>{}</code><br><a href="{}">Download the original</a> (is written down){}',
            size,
            capture.sha256,
            url,
            notes,
        )


def picture_of(capture: Capture) -> str:
    """The clean copy, once there is one, and what was found in it; else how far it is, in words."""
    if capture.processing == Capture.Processing.FAILED:
        return format_html("<strong>It could not be prepared.</strong> {}", capture.problem)
    if not capture.rendering:
        return "The image is being prepared. It appears here by itself."
    url = reverse("admin:hearings_exhibit_image", args=[capture.exhibit_id, capture.sha256])
    html = '<img class="thumbnail" src="{}" alt="{}" width="{}" height="{}" data-width="{}" data-height="{}">{}'
    sizes = capture.shown_size * 2
    notes = format_html_join("", "<p>{}</p>", ((note,) for note in warnings_of(capture)))
    return format_html(html, url, capture.alt_text or capture.label, *sizes, notes)


def is_elsewhere(capture: Capture, site: Site | None) -> bool:
    """Whether the site lies outside of what the image shows, both being known."""
    if capture.west is None or site is None or site.latitude is None:
        return False
    north = capture.south <= site.latitude <= capture.north
    wraps = capture.west > capture.east  # across the 180th meridian
    after, before = capture.west <= site.longitude, site.longitude <= capture.east
    return not (north and (after or before if wraps else after and before))


def warnings_of(capture: Capture) -> list[str]:
    """What the processing found, in sentences for the editor."""
    notes = [capture.findings.get(name, "") for name in ("tiles_note", "georeference_note", "alignment_note")]
    for other in capture.exhibit.captures.all():
        hashes = (capture.findings.get("likeness"), other.findings.get("likeness"))
        if other.pk != capture.pk and all(hashes) and is_twin(*hashes):
            notes.append(
                f"It looks like the picture of “{other.label}”, saved once more. Check that this is the right file."
            )
    if is_elsewhere(capture, capture.exhibit.site):
        notes.append(
            "By its own georeference it does not show the site. Check the coordinates of the site and the file."
        )
    proposal = capture.findings.get("proposal") or {}
    if proposal:
        bands = ",".join(str(band) for band in proposal["bands"])
        values = f", values from {proposal['low']:g} to {proposal['high']:g}" if proposal["low"] is not None else ""
        notes.append(
            f"It holds more than a screen can show. A usual choice: bands {bands}{values}. Enter a choice under "
            "“How it is shown”; it is published with the image."
        )
    return [note for note in notes if note]
