"""Transcripts: taken in from a file at their hearing, checked in the public page, settled when a new edition comes."""

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from hearings.actions.corrections import WORDING
from hearings.actions.moves import MOVES, may
from hearings.actions.record import NotReady
from hearings.actions.transcripts import of_nobody, settle
from hearings.admin.beside import compare_with_file
from hearings.admin.labels import say_who_speaks
from hearings.admin.listing import list_named
from hearings.admin.moves import refuse
from hearings.admin.of_hearing import OfHearingAdmin, OfHearingForm
from hearings.admin.pages import back_to, show
from hearings.admin.publishing import StateFilter
from hearings.diffs import word_diff
from hearings.importing.as_read import strange_words
from hearings.importing.editions import Line, Sheet, counted
from hearings.importing.load_transcript import HowMade, OtherTitle, name_again, pairing_of, settlement_of, take_in
from hearings.importing.pairing import Pairing
from hearings.importing.receive import ImportRefused
from hearings.importing.transcript_files import read_file
from hearings.models import Edition, Quote, Transcript, Turn
from hearings.models.hearing import WEB_ADDRESS
from hearings.notes import as_text
from hearings.text import shorten

NEW = "new"
ALL_THE_SAME = "If it is of this hearing, say so here and choose the file again; else import it at its own hearing."

FALLEN = "The quote “{}” stood in the transcript word for word. Now its public status is: {}. Look whether it is right."


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


def words_of(row: Turn | Line) -> str:
    """What is compared of a turn: its label, its words and its footnotes."""
    return f"{row.label}\n{row.text}\n{as_text(row.footnotes)}".rstrip()


class SettleForm(forms.Form):
    """What each turn of a new edition is: one of the turns offered, or a new one. Nothing is chosen in advance."""

    def __init__(self, data=None, *, turns: list[Turn], sheet: Sheet, pairing: Pairing, public: bool, filled: bool):
        super().__init__(data)
        self.turns, self.sheet, self.pairing = turns, sheet, pairing
        changed = {place for place in pairing.proposed.values() if place is not None}
        spare = [(str(place), f"Turn {turns[place].number}") for place in pairing.lost]
        for new, old in pairing.proposed.items():
            offered = [] if old is None else [(str(old), f"Turn {turns[old].number}, changed")]
            self.fields[f"turn-{new}"] = forms.ChoiceField(
                label="It is",
                choices=[("", "Choose"), *offered, (NEW, "A new turn"), *spare],
                initial=(NEW if old is None else str(old)) if filled else "",
                error_messages={"required": "Say which turn of the record it is, or that it is new."},
            )
        self.fields["drop"] = forms.BooleanField(
            label="The turns that nobody chose are not in this edition", required=False
        )
        if public:
            self.fields["reason"] = forms.ChoiceField(
                label="What kind of correction", choices=[(kind, kind.label) for kind in WORDING]
            )
            self.fields["sentence"] = forms.CharField(
                label="Public sentence", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
            )
        touched = [turns[place] for place in (*changed, *pairing.lost)]
        self.quotes = list(Quote.objects.filter(turn__in=touched, state="published").select_related("current"))
        for quote in self.quotes:
            self.fields[f"quote-{quote.pk}"] = forms.CharField(
                label=f"Words of the published quote “{shorten(quote.line, 60)}”",
                initial=quote.current.text,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="As they stand in the new edition. Where they differ, the quote is corrected in public.",
            )

    def rows(self):
        """Each turn that waits: its field, its words, and the difference to the turn that is proposed for it."""
        for new, old in self.pairing.proposed.items():
            line = self.sheet.lines[new]
            pieces = [] if old is None else word_diff(words_of(self.turns[old]), words_of(line))
            yield self[f"turn-{new}"], line, None if old is None else self.turns[old], pieces

    def rest(self):
        """The fields that are not of a turn."""
        return [field for field in self if not field.name.startswith("turn-")]

    @property
    def lost(self):
        return [self.turns[place] for place in self.pairing.lost]

    def clean(self):
        chosen = [value for name, value in self.cleaned_data.items() if name.startswith("turn-")]
        old = {int(value) for value in chosen if value != NEW}
        waiting = {place for place in self.pairing.proposed.values() if place is not None} | {*self.pairing.lost}
        if waiting - old and not self.errors and not self.cleaned_data.get("drop"):
            numbers = ", ".join(str(self.turns[place].number) for place in sorted(waiting - old)[:20])
            self.add_error("drop", f"Nobody chose these turns of the record: {numbers}. Choose them, or tick this.")

    def choices(self) -> dict[int, int | None]:
        fields = {name: value for name, value in self.cleaned_data.items() if name.startswith("turn-")}
        return {int(name[5:]): None if value == NEW else int(value) for name, value in fields.items()}

    def words(self) -> dict:
        data = self.cleaned_data
        quotes = {quote.pk: data[f"quote-{quote.pk}"].replace("\r\n", "\n") for quote in self.quotes}
        return {"reason": data.get("reason", "typo"), "sentence": data.get("sentence", ""), "quotes": quotes}


class TranscriptForm(OfHearingForm):
    def clean_accuracy(self):
        """Who no longer says that it was corrected by hand says that its words are those of the file."""
        accuracy = self.cleaned_data["accuracy"]
        if accuracy != self.instance.accuracy == Transcript.Accuracy.CORRECTED:
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


@require_http_methods(["GET", "HEAD", "POST"])
def settle_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """How the turns of a new edition pair with those of the record: an editor says so for all that is not the same."""
    transcript = get_object_or_404(Transcript, pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    edition = Edition.objects.filter(transcript=transcript).exclude(waiting={}).first()
    if edition is None:
        messages.info(request, "No edition waits.")
        return back_to(transcript)
    if not transcript.is_editable and not may(MOVES["correct"], request.user):
        messages.error(request, "The transcript is public. Ask a publisher to settle its edition.")
        return back_to(transcript)
    turns, sheet, pairing = pairing_of(edition)
    form = SettleForm(
        request.POST or None,
        turns=turns,
        sheet=sheet,
        pairing=pairing,
        public=not transcript.is_editable,
        filled="filled" in request.GET,
    )
    if form.is_bound and form.is_valid():
        try:
            settlement = settlement_of(edition, form.choices(), **form.words())
            fallen = settle(edition=edition, settlement=settlement, by=request.user)
        except NotReady as refusal:
            form.add_error(None, refusal.problems)
        else:
            messages.success(request, "Settled: turns that were paired keep their addresses.")
            for one in fallen:
                messages.warning(request, FALLEN.format(shorten(one.quote.line, 80), one.get_outcome_display().lower()))
            return back_to(transcript)
    context = {"title": "Settle the edition", "form": form, "same": len(pairing.same), "edition": edition}
    return show(request, transcript, "hearings/transcript/edition.html", context)


@require_http_methods(["POST"])
def find_speakers(request: HttpRequest, pk: int) -> HttpResponse:
    """Look up once more who speaks in a draft, after people were listed at the hearing."""
    transcript = get_object_or_404(Transcript, pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    found = name_again(transcript=transcript)
    messages.success(request, f"{found} turns have got a speaker.")
    return redirect("admin:hearings_transcript_change", pk)
