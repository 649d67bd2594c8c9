"""Correcting what is published: the record's own form, opened once more, with the public sentence beside it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html

from hearings.actions.corrections import WHICH_KIND, WORDING, correct
from hearings.actions.moves import MOVES, allows, may
from hearings.actions.record import NotReady
from hearings.admin.moves import refuse
from hearings.admin.pages import back_to, show_kept
from hearings.diffs import Piece, describe, word_diff
from hearings.models.publishing import Publishable
from hearings.text import shorten

LONGEST = 1000  # characters of the public sentence
NOTHING = "Nothing was changed. Change the words first, or go back."
DRAFTED = "This sentence was drafted from what you changed. Check it, put it right, then publish."
NOT_DRAFTED = "Write the public sentence: what was wrong, and what is right now."
NO_LONGER = "It is {} now, so nothing of yours was saved. What you typed stands below, to copy."
ASK_A_PUBLISHER = (
    "It is {} now. From then on it changes only by a public correction, which a publisher makes. Nothing of yours was "
    "saved; what you typed stands below, to copy."
)


class Refusal(Exception):
    """Why a correction was not published: sentences by field, the draft of the public one, and what was changed."""

    def __init__(self, problems: dict[str | None, list[str]], draft: str = "", pieces: list[Piece] = ()):
        self.problems, self.draft, self.pieces = problems, draft, pieces
        super().__init__("A correction was refused.")


class Unprepared(Exception):
    """Something must be made before the correction can be published, outside of its transaction; `make` makes it."""

    def __init__(self, make: Callable[[], None]):
        self.make = make
        super().__init__("A correction has to wait.")


class CorrectionFields(forms.ModelForm):
    """The fields that a correction adds to a record's form."""

    refusal: Refusal | None = None
    reason = forms.ChoiceField(
        label="What kind of correction",
        choices=[(kind, kind.label) for kind in WORDING],
        required=False,
        widget=forms.RadioSelect,
    )
    sentence = forms.CharField(
        label="Public sentence",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="What was wrong, and what is right now. Leave it empty to have one drafted from what you changed.",
    )
    drafted = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data=None, *args, **kwargs):
        if data is not None and self.refusal and self.refusal.draft:
            data = data.copy()
            data["sentence"] = data["drafted"] = self.refusal.draft
        super().__init__(data, *args, **kwargs)
        if self.refusal:
            self.fields["sentence"].widget.attrs["autofocus"] = True

    def clean(self):
        super().clean()
        for field, sentences in self.refusal.problems.items() if self.refusal else ():
            self.add_error(field, sentences)


def is_locked(request: HttpRequest, record) -> bool:
    """Whether the published content of `record` is only to be looked at: always, but for its correction."""
    return bool(record and record.pk and not record.is_editable and not is_correcting(request))


def is_correcting(request: HttpRequest) -> bool:
    return getattr(request, "correcting", False)


class Correcting:
    """For an admin: `content` names the fields that are published, and so change by a correction alone."""

    content: list[str] = []

    def get_urls(self):
        view = self.admin_site.admin_view(self.correct_view)
        return [path("<int:pk>/correct/", view, name=f"hearings_{self.opts.model_name}_correct"), *super().get_urls()]

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(self.content if is_locked(request, obj) else [])]

    def correct_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form with its content open; a refusal shows it again with everything that was typed."""
        record = get_object_or_404(self.model, pk=pk)
        if not may(MOVES["correct"], request.user):
            return refuse(request, record)
        if request.method != "POST" and not allows(MOVES["correct"], record):
            messages.error(request, "Only what is public now can be corrected.")
            return back_to(record)
        request.correcting = True
        try:
            return self.changeform_view(request, str(pk), "", self.correct_context(record))
        except Unprepared as unprepared:
            unprepared.make()
            rewind(request)
            return self.correct_view(request, pk)
        except Refusal as refusal:
            request.refusal = refusal
            rewind(request)
            return self.changeform_view(request, str(pk), "", self.correct_context(record))

    def correct_context(self, record: Publishable) -> dict:
        return {"correcting": True, "title": "Correct in public", "subtitle": str(record)}

    def kept_instead(self, request, record):
        """Where the record was published, or more, since its form was opened: what was typed is not dropped."""
        may_correct = may(MOVES["correct"], request.user) and allows(MOVES["correct"], record)
        asked = is_correcting(request) or any(name in request.POST for name in self.content)
        if record.is_editable or not asked or (is_correcting(request) and may_correct):
            return None
        standing = record.standing.lower()
        if not may(MOVES["correct"], request.user):
            return self.show_kept(request, record, ASK_A_PUBLISHER.format(standing), 403)
        if request.POST.get("revision") == str(record.revision) and not is_correcting(request):
            return None
        if not may_correct:
            return self.show_kept(request, record, NO_LONGER.format(standing), 409)
        request.correcting = True
        url = reverse(f"admin:hearings_{self.opts.model_name}_correct", args=[record.pk])
        context = self.correct_context(record) | {"published_meanwhile": True}
        return super().changeform_view(request, str(record.pk), url, context)

    def show_kept(self, request: HttpRequest, record: Publishable, sentence: str, status: int) -> HttpResponse:
        title = f"It is {record.standing.lower()} now"
        return show_kept(request, self, title=title, sentence=sentence, status=status, record=record)

    def get_form(self, request, obj=None, change=False, **kwargs):
        if is_correcting(request):
            refusal = getattr(request, "refusal", None)
            bases = (CorrectionFields, kwargs.get("form", self.form))
            kwargs["form"] = type("CorrectionForm", bases, {"refusal": refusal})
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not is_correcting(request):
            return fieldsets
        refusal = getattr(request, "refusal", None)
        changed = render_to_string("admin/_changed.html", {"pieces": refusal.pieces if refusal else []})
        return [*fieldsets, ("The correction", {"fields": ["reason", "sentence"], "description": changed})]

    def save_model(self, request, obj, form, change):
        """The database takes other words of what is published only together with their version: see save_related."""
        if not is_correcting(request):
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if is_correcting(request):
            self.prepare(request, form.instance)
            publish_correction(request, form)

    def prepare(self, request: HttpRequest, record: Publishable) -> None:
        """Raise Unprepared if something is missing that can be made."""

    def response_change(self, request, obj):
        if not is_correcting(request):
            return super().response_change(request, obj)
        sentence = format_html('Corrected in public. <a href="{}">See the page</a>', obj.get_absolute_url())
        messages.success(request, sentence)
        return back_to(obj)


def rewind(request: HttpRequest) -> None:
    """Make the uploaded files readable from their beginning once more."""
    for upload in request.FILES.values():
        upload.seek(0)


def publish_correction(request: HttpRequest, form: forms.ModelForm) -> None:
    """Publish what the form holds; Refusal takes everything back."""
    record, data = form.instance, form.cleaned_data
    old, new = record.current, record.draft
    if old.substance == new.substance:
        raise Refusal({None: [NOTHING]})
    pieces = word_diff(old.comparable, new.comparable)
    draft = shorten(describe(old.comparable, new.comparable), LONGEST)
    problems = {} if data["reason"] else {"reason": [WHICH_KIND]}
    sentence = data["sentence"].strip()
    if not sentence or (sentence == data["drafted"].strip() != draft):
        raise Refusal(problems | {"sentence": [DRAFTED if draft else NOT_DRAFTED]}, draft, pieces)
    if problems:
        raise Refusal(problems, "", pieces)
    try:
        correct(record=record, reason=data["reason"], sentence=sentence, by=request.user)
    except NotReady as refusal:
        raise Refusal({None: refusal.problems}, "", pieces) from refusal
