"""Transcripts: taken in from a file at their hearing, checked in the public page, settled when a new edition comes."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from hearings.actions.moves import MOVES, may
from hearings.actions.transcripts import of_nobody
from hearings.admin.beside import compare_with_file
from hearings.admin.labels import say_who_speaks
from hearings.admin.listing import list_named
from hearings.admin.moves import refuse
from hearings.admin.of_hearing import OfHearingAdmin, OfHearingForm
from hearings.admin.pages import back_to, show
from hearings.admin.publishing import StateFilter
from hearings.admin.settling import ask_to_discard, settle_edition
from hearings.importing.as_read import strange_words
from hearings.importing.editions import counted
from hearings.importing.load_transcript import HowMade, OtherTitle, take_in
from hearings.importing.speakers import name_again
from hearings.importing.texts.receive import ImportRefused
from hearings.importing.transcripts.files import read_file
from hearings.models import Transcript
from hearings.models.hearing import WEB_ADDRESS

ALL_THE_SAME = "If it is of this hearing, say so here and choose the file again; else import it at its own hearing."


class UploadForm(forms.Form):
    file = forms.FileField(
        label="File",
        help_text=".htm, .txt, .md, .vtt, .srt, .docx, .pdf with a text layer, or Akoma Ntoso .xml. It is kept.",
        error_messages={"empty": "The file is empty. Choose the file that holds the transcript."},
    )
    confirmed = forms.BooleanField(label="It is the transcript of this hearing all the same", required=False)
    accuracy = forms.ChoiceField(
        label="How it was made",
        required=False,
        choices=[("", "As the file shows"), *Transcript.Accuracy.choices],
        help_text="Captions and the volumes of an official publisher show it; of any other file, say so here.",
    )
    title = forms.CharField(label="Its title", required=False, max_length=400, help_text="May stay empty.")
    publisher = forms.CharField(label="Published by", required=False, max_length=250)
    url = forms.URLField(
        label="Its address", required=False, max_length=1000, assume_scheme="https", validators=[WEB_ADDRESS]
    )


class TranscriptForm(OfHearingForm):
    def clean_accuracy(self):
        """Who says that it is official, or no longer corrected by hand, says that its words are those of the file."""
        accuracy = self.cleaned_data["accuracy"]
        if accuracy != self.instance.accuracy:
            problems = strange_words(Transcript(pk=self.instance.pk, source=self.instance.source, accuracy=accuracy))
            if problems:
                raise forms.ValidationError(problems)
        return accuracy


@admin.register(Transcript)
class TranscriptAdmin(OfHearingAdmin):
    form = TranscriptForm
    content = ["accuracy", "language", "note"]
    fieldsets = [
        (None, {"fields": ["hearing_link", "accuracy", "language", "note"]}),
        ("What was received", {"fields": ["turn_count", "unnamed", "editions"]}),
    ]
    readonly_fields = ["hearing_link", "turn_count", "unnamed", "editions"]
    list_display = ["hearing_link", "accuracy", "turn_count", "unnamed", "state_word"]
    list_display_links = ["accuracy"]
    list_filter = [StateFilter, "accuracy"]
    search_fields = ["hearing__title", "note"]
    search_help_text = "Title of the hearing"

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/edition/", view(settle_edition), name="hearings_transcript_edition"),
            path("<int:pk>/edition/discard/", view(ask_to_discard), name="hearings_transcript_discard"),
            path("<int:pk>/labels/", view(say_who_speaks), name="hearings_transcript_labels"),
            path("<int:pk>/beside/", view(compare_with_file), name="hearings_transcript_beside"),
            path("<int:pk>/people/", view(list_named), name="hearings_transcript_people"),
            path("<int:pk>/speakers/", view(find_speakers), name="hearings_transcript_speakers"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        """A transcript is made from a file, at its hearing."""
        hearing = self.hearing_in(request, "hearing")
        if hearing is None or not self.has_add_permission(request):
            return super().add_view(request, form_url, extra_context)
        form = UploadForm(request.POST or None, request.FILES or None)
        if form.is_bound and form.is_valid():
            facts = {name: form.cleaned_data[name] for name in ("title", "publisher", "url", "accuracy", "confirmed")}
            try:
                data = form.cleaned_data["file"].read()
                reading = read_file(data)
                taken = take_in(data=data, hearing=hearing, by=request.user, reading=reading, **facts)
            except OtherTitle as doubt:
                form.add_error("confirmed", f"{doubt} {ALL_THE_SAME}")
            except HowMade as doubt:
                form.add_error("accuracy", str(doubt))
            except ImportRefused as refusal:
                form.add_error("file", str(refusal))
            else:
                for one in taken:
                    messages.success(request, one.sentence)
                for warning in reading.warnings:
                    messages.warning(request, warning)
                return back_to(taken[0].transcript)
        if not (form["confirmed"].errors or form["confirmed"].value()):
            form.fields.pop("confirmed")
        context = {"title": "Import a transcript", "form": form, "button": "Read it"}
        return show(request, hearing, "ask_file.html", context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            context["nameless"] = obj.turns.filter(kind="speech", speaker=None).exclude(named="").count()
            context["doubtful"] = of_nobody(obj).count()
            context["waits"] = obj.editions.exclude(waiting={}).first()
            may_correct = may(MOVES["correct"], request.user)
            context["may_change"] = request.user.has_perm("hearings.change_transcript")
            context["may_settle"] = context["may_change"] and (obj.is_editable or may_correct)
            context["may_list"] = context["may_change"] and (obj.hearing.is_editable or may_correct)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.display(description="turns")
    def turn_count(self, transcript):
        url = f"{reverse('admin:hearings_turn_changelist')}?transcript__id__exact={transcript.pk}"
        return format_html('<a href="{}">{}</a>', url, counted(transcript.turns.values_list("kind", flat=True)))

    @admin.display(description="without a speaker")
    def unnamed(self, transcript):
        return transcript.turns.filter(kind="speech", speaker=None).count()

    @admin.display(description="imported")
    def editions(self, transcript):
        rows = transcript.editions.select_related("source", "imported_by")
        return "; ".join(
            f"{row}, parser {row.parser}, {row.imported_by or 'command line'}{', waits' if row.waiting else ''}"
            for row in rows
        )


@require_http_methods(["POST"])
def find_speakers(request: HttpRequest, pk: int) -> HttpResponse:
    """Look up once more who speaks in a draft, after people were listed at the hearing."""
    transcript = get_object_or_404(Transcript, pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    found = name_again(transcript=transcript)
    messages.success(request, f"{found} turns have got a speaker.")
    return redirect("admin:hearings_transcript_change", pk)
