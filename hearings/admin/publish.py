"""The pages on which a hearing is published with what hangs on it, now or later, and on which its transcript is."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from hearings.actions.publishing import (
    exhibit_problems,
    hearing_problems,
    publish_hearing,
    quote_problems,
    transcript_problems,
)
from hearings.actions.record import NotReady
from hearings.admin.pages import back_to, show
from hearings.admin.widgets import LocalDateTimeField
from hearings.admin.words import ZONE_NAME, both_times, state_word
from hearings.importing.editions import counted
from hearings.models import Exhibit, Hearing, Quote, Transcript, Turn
from hearings.models.publishing import UNPUBLISHED, Publishable


@dataclass(frozen=True)
class Candidate:
    """A quote or exhibit that can be published with its hearing, and what is in the way."""

    record: Publishable
    problems: list[str]
    ticked: bool

    @property
    def change_url(self):
        return reverse(f"admin:hearings_{self.record._meta.model_name}_change", args=[self.record.pk])


class PublishForm(forms.Form):
    quotes = forms.ModelMultipleChoiceField(Quote.objects.none(), required=False)
    exhibits = forms.ModelMultipleChoiceField(Exhibit.objects.none(), required=False)
    at = LocalDateTimeField(label=f"Publish later, at ({ZONE_NAME})", required=False)

    def __init__(self, hearing, data=None):
        super().__init__(data)
        quotes = hearing.quotes.filter(state__in=UNPUBLISHED)
        self.fields["quotes"].queryset = quotes.select_related("speaker__person").prefetch_related("source")
        self.fields["exhibits"].queryset = hearing.exhibits.filter(state__in=UNPUBLISHED).drafted()
        for name in ("quotes", "exhibits"):
            self.fields[name].error_messages["invalid_choice"] = (
                "Something that was ticked has been published or deleted in the meantime. Look at the list again."
            )
        self.fields["at"].help_text = f"Leave empty to publish now. It is {both_times(timezone.now())}."

    def clean_at(self):
        at = self.cleaned_data["at"]
        if at and at <= timezone.now():
            raise forms.ValidationError(
                f"{both_times(at)} has passed. Choose a later time, or empty it to publish now."
            )
        return at

    def candidates(self, name: str, problems_of: Callable[[Publishable], list[str]]) -> list[Candidate]:
        """What can be published along: at first all that is ready is ticked, then what the person left ticked."""
        chosen = set(self.data.getlist(name)) if self.is_bound else None
        found = []
        for record in self.fields[name].queryset:
            problems = problems_of(record)
            wanted = chosen is None or str(record.pk) in chosen
            found.append(Candidate(record, problems, ticked=wanted and not problems))
        return found


def publish(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    """What is missing, what goes public with the hearing, and from when."""
    if not hearing.is_editable:
        messages.info(request, f"It is {state_word(hearing).lower()} already.")
        return back_to(hearing)
    form = PublishForm(hearing, request.POST if request.method == "POST" else None)
    problems = hearing_problems(hearing)
    if form.is_bound and form.is_valid():
        problems = publish_chosen(hearing, form, request)
        if not problems:
            return back_to(hearing)
        hearing.refresh_from_db()
    context = {
        "title": "Publish",
        "form": form,
        "problems": problems,
        "can_publish": not hearing_problems(hearing),
        "quotes": form.candidates("quotes", quote_problems),
        "exhibits": form.candidates("exhibits", exhibit_problems),
    }
    return show(request, hearing, "hearings/hearing/publish.html", context)


def show_summary(request: HttpRequest, transcript: Transcript) -> HttpResponse:
    """What goes public with a transcript: how many turns, who is not identified in them, and what readers are told."""
    nobody = transcript.turns.filter(kind=Turn.Kind.SPEECH, speaker=None)
    context = {
        "title": "Publish",
        "problems": transcript_problems(transcript),
        "turns": counted(transcript.turns.values_list("kind", flat=True)),
        "labels": nobody.values("label").annotate(turns=Count("pk"), first=Min("number")).order_by("-turns", "first"),
        "preview_url": reverse("admin:preview", args=["transcript", transcript.public_id]),
    }
    return show(request, transcript, "hearings/transcript/publish.html", context)


def publish_chosen(hearing: Hearing, form: PublishForm, request: HttpRequest) -> list[str]:
    """Publish a hearing with what is ticked; the sentences of a refusal, or none and a message of success."""
    quotes, exhibits = list(form.cleaned_data["quotes"]), list(form.cleaned_data["exhibits"])
    at = form.cleaned_data["at"]
    try:
        publish_hearing(hearing=hearing, by=request.user, quotes=quotes, exhibits=exhibits, at=at)
    except NotReady as refusal:
        return refusal.problems
    start = f"It will be public on {both_times(at)}" if at else "The hearing is public"
    messages.success(request, f"{start}, with {count(quotes, 'quote')} and {count(exhibits, 'exhibit')}.")
    return []


def count(records: list, noun: str) -> str:
    return f"{len(records) or 'no'} {noun}{'' if len(records) == 1 else 's'}"
