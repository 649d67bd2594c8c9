"""Turns of transcripts: a list, and a form in which one is put right, in public once it is published."""

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.urls import reverse
from django.utils.html import format_html

from hearings.admin.conflicts import GuardedForm
from hearings.admin.publishing import PublishableAdmin, StateFilter
from hearings.importing.as_read import strange_words
from hearings.models import Turn
from hearings.notes import Note, as_text, from_text, moved
from hearings.text import shorten

COMPARED = ("text", "footnotes", "label")


class NotesField(forms.CharField):
    """Footnotes as one text."""

    def prepare_value(self, value: list[Note] | str) -> str:
        return value if isinstance(value, str) else as_text(value)

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)


class TurnForm(GuardedForm):
    footnotes = NotesField(
        required=False,
        widget=AdminTextareaWidget(attrs={"rows": 3}),
        help_text=Turn._meta.get_field("footnotes").help_text,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "speaker" in self.fields:
            self.fields["speaker"].queryset = self.instance.hearing.appearances.select_related("person")
            wrapper = self.fields["speaker"].widget
            wrapper.can_add_related = wrapper.can_change_related = wrapper.can_view_related = False

    def clean_footnotes(self):
        return from_text(self.cleaned_data["footnotes"], self.instance.footnotes)

    def clean(self):
        super().clean()
        if {"text", "footnotes"} <= set(self.cleaned_data):
            notes = self.cleaned_data["footnotes"]
            self.cleaned_data["footnotes"] = moved(notes, self.instance.text, self.cleaned_data["text"])
        if {*COMPARED} & set(self.changed_data):
            self.refuse_strange_words()

    def refuse_strange_words(self):
        """A turn that was read from a file says what the file says, unless the transcript owns that it does not."""
        facts = {name: self.cleaned_data.get(name, getattr(self.instance, name)) for name in COMPARED}
        turn = Turn(number=self.instance.number, **facts | {"text": facts["text"].replace("\r\n", "\n")})
        for problem in strange_words(self.instance.transcript, [turn]):
            self.add_error("text", problem)


class SpeakerFilter(admin.SimpleListFilter):
    title = parameter_name = "speaker"

    def lookups(self, request, model_admin):
        return [("known", "Known"), ("unlisted", "Named, but not listed"), ("doubtful", "Not certain from the label")]

    def queryset(self, request, queryset):
        spoken = queryset.filter(kind=Turn.Kind.SPEECH, speaker=None)
        found = {"known": queryset.exclude(speaker=None), "unlisted": spoken.exclude(named="")}
        return (found | {"doubtful": spoken.filter(named="")}).get(self.value(), queryset)


@admin.register(Turn)
class TurnAdmin(PublishableAdmin):
    form = TurnForm
    content = ["text", "footnotes", "label", "speaker", "unresolved"]
    fieldsets = [
        ("The words", {"fields": ["transcript_link", "number", "in_print", "text", "footnotes"]}),
        ("Who said it", {"fields": ["label", "speaker", "named", "unresolved"]}),
    ]
    readonly_fields = ["transcript_link", "number", "in_print", "named"]
    list_display = ["number", "words", "label", "person", "state_word"]
    list_display_links = ["words"]
    list_filter = [StateFilter, "kind", SpeakerFilter]
    search_fields = ["text", "label", "named"]
    search_help_text = "Words of the turn, or its label"

    def lookup_allowed(self, lookup, value, request):
        return lookup == "transcript__id__exact" or super().lookup_allowed(lookup, value, request)

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("speaker__person", "transcript__hearing")

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context["preview_url"] = reverse("admin:preview", args=["turn", obj.public_id])
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="transcript")
    def transcript_link(self, turn):
        url = reverse("admin:hearings_transcript_change", args=[turn.transcript_id])
        return format_html('<a href="{}">{}</a>', url, turn.transcript)

    @admin.display(description="in print")
    def in_print(self, turn):
        return turn.pages_in_words

    @admin.display(description="words")
    def words(self, turn):
        return shorten(turn.text, 120)

    @admin.display(description="speaker", ordering="speaker__person__sort_name")
    def person(self, turn):
        return turn.speaker.person if turn.speaker else turn.unresolved
