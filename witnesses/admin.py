"""People: their names, their portrait, what may be shown of them, and the addresses their pages had."""

from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from hearings.imaging import MAX_BYTES, ImageRefused
from hearings.media import portrait_response
from hearings.storage import keep_portrait, original_name
from hearings.text import slugify
from witnesses.models import FormerSlug, Witness, WitnessLink


class WitnessForm(forms.ModelForm):
    upload = forms.FileField(
        label="New portrait",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text="JPEG, PNG or WebP, at most 20 MB. It takes the place of the one there is.",
    )
    remove_portrait = forms.BooleanField(label="Remove the portrait", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        self.slug_is_typed = True

    def clean_upload(self):
        upload = self.cleaned_data["upload"]
        if not isinstance(upload, UploadedFile):
            return None
        if upload.size > MAX_BYTES:
            raise forms.ValidationError(f"The file has {filesizeformat(upload.size)}; at most 20 MB are taken.")
        try:
            return keep_portrait(upload.read(), upload.name)
        except ImageRefused as error:
            raise forms.ValidationError(str(error)) from error

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if slug and FormerSlug.objects.filter(slug=slug).exclude(witness=self.instance.pk).exists():
            raise forms.ValidationError("Another person's page had this address. Choose a different one.")
        return slug

    def clean(self):
        super().clean()
        facts = self.cleaned_data.get("upload")
        if facts and self.cleaned_data.get("remove_portrait"):
            self.add_error("remove_portrait", "Choose a new portrait or remove the one there is, not both.")
        elif facts:
            self.instance.portrait = original_name(facts.sha256)
        elif self.cleaned_data.get("remove_portrait"):
            self.instance.portrait = ""
        if self.cleaned_data.get("family_name"):
            self.fill_in()

    def fill_in(self):
        """How the name is filed and the page's address, where they are left empty."""
        parts = (self.cleaned_data.get(name) for name in ("family_name", "given_name", "suffix"))
        family, given, suffix = (part or "" for part in parts)
        named = Witness(family_name=family, given_name=given, suffix=suffix)
        named.family_first = bool(self.cleaned_data.get("family_first"))
        if not self.cleaned_data.get("sort_name"):
            self.cleaned_data["sort_name"] = named.default_sort_name()
        if "slug" in self.fields and not self.cleaned_data.get("slug") and "slug" not in self.errors:
            self.cleaned_data["slug"] = self.free_slug(slugify(named.full_name) or "person")
            self.slug_is_typed = False

    def free_slug(self, wanted: str) -> str:
        """`wanted`, or with the first number behind it that makes it an address nobody has or had."""
        people = Witness.objects.filter(slug__startswith=wanted).exclude(pk=self.instance.pk)
        former = FormerSlug.objects.filter(slug__startswith=wanted).exclude(witness=self.instance.pk)
        taken = {*people.values_list("slug", flat=True), *former.values_list("slug", flat=True)}
        slug, number = wanted, 1
        while slug in taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug

    def validate_unique(self):
        """An address that was found free a moment ago is left to the database, so that saving can look for the next."""
        if self.slug_is_typed:
            super().validate_unique()

    def _get_validation_exclusions(self):
        """The portrait is no field of the form, but the constraints about it must be told of here."""
        return super()._get_validation_exclusions() - {"portrait"}


class LinkRows(admin.StackedInline):
    model = WitnessLink
    fields = [("label", "url")]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    extra = 0
    verbose_name_plural = "Links to elsewhere"


class WitnessAdmin(admin.ModelAdmin):
    """The form and the list of people; `hearings.admin.people` registers it, with what only the record knows of."""

    form = WitnessForm
    inlines = [LinkRows]
    fieldsets = [
        (
            "Name",
            {"fields": ["honorific", ("given_name", "family_name", "suffix"), "family_first", "sort_name", "slug"]},
        ),
        ("Name in another script", {"fields": [("native_name", "native_language")]}),
        (
            "Safety",
            {
                "fields": ["protected"],
                "description": "Before you tick this, empty the name in another script, the other spellings and the "
                "portrait with its words, and make sure that the name above is the chosen one, never the real one.",
            },
        ),
        ("Life", {"fields": ["biography"]}),
        (
            "Portrait",
            {"fields": ["picture", "upload", "remove_portrait", "portrait_alt", "portrait_credit"]},
        ),
        ("For imports", {"fields": ["other_spellings"]}),
        ("Addresses", {"fields": ["former_addresses"]}),
    ]
    readonly_fields = ["picture", "former_addresses"]
    list_display = ["sort_name", "honorific", "native_name", "protected"]
    list_filter = ["protected"]
    search_fields = ["family_name", "given_name", "other_spellings", "native_name"]
    search_help_text = "Name in any spelling or script"

    def get_urls(self):
        view = self.admin_site.admin_view(portrait)
        return [path("<int:pk>/portrait/", view, name="witnesses_witness_portrait"), *super().get_urls()]

    def get_view_on_site_url(self, obj=None):
        if obj and Witness.objects.public().filter(pk=obj.pk).exists():
            return obj.get_absolute_url()
        return None

    @admin.display(description="portrait now")
    def picture(self, person):
        if not (person.pk and person.portrait):
            return "None"
        url = reverse("admin:witnesses_witness_portrait", args=[person.pk])
        return format_html('<img class="thumbnail" src="{}" alt="{}">', url, person.portrait_alt)

    @admin.display(description="former addresses")
    def former_addresses(self, person):
        slugs = person.former_slugs.values_list("slug", flat=True) if person.pk else []
        return ", ".join(slugs) or "None. Once it was public, an address that changes leads to the new one."


@require_safe
def portrait(request: HttpRequest, pk: int) -> HttpResponse:
    """The clean copy of a portrait, for staff."""
    person = get_object_or_404(Witness, pk=pk)
    if not (person.portrait and request.user.has_perm("witnesses.view_witness")):
        raise Http404("No portrait.")
    return portrait_response(person.portrait.name.rpartition("/")[2], cache="no-store")
