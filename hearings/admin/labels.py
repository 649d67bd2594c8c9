"""Labels of a transcript that name nobody for certain: an editor says once, of all turns under one, who speaks."""

import hashlib

from django import forms
from django.contrib import messages
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from hearings.actions.record import NotReady
from hearings.actions.transcripts import name_labels, of_nobody
from hearings.admin.moves import refuse
from hearings.admin.pages import back_to, show
from hearings.importing.speakers import Speakers
from hearings.models import Appearance, Transcript


class LabelsForm(forms.Form):
    """For each label the person listed at the hearing; empty where it stays open. Who is listed under the name in a
    label is told and not chosen. A field is named by its label, so
    that nobody gets the turns of another one where a label was settled meanwhile."""

    def __init__(self, data=None, *, transcript: Transcript):
        super().__init__(data)
        open_turns = of_nobody(transcript).values("label", "unresolved")
        rows = open_turns.annotate(turns=Count("pk"), first=Min("number")).order_by("-turns", "first")
        speakers = Speakers(transcript.hearing)
        self.labels = {_name(row["label"], row["unresolved"]): row for row in rows}
        for name, row in self.labels.items():
            row["listed"] = speakers.possible(row["label"].partition("[")[0].strip(" .:"))
            self.fields[name] = forms.ModelChoiceField(
                transcript.hearing.appearances.select_related("person"),
                label=row["label"] or "No label",
                required=False,
                empty_label="Leave it open",
                error_messages={"invalid_choice": "Choose somebody who is listed at this hearing."},
            )

    def rows(self) -> list[tuple[forms.BoundField, dict]]:
        return [(self[name], row) for name, row in self.labels.items()]

    def decided(self) -> dict[tuple[str, str], Appearance]:
        chosen = ((row, self.cleaned_data[name]) for name, row in self.labels.items())
        return {(row["label"], row["unresolved"]): one for row, one in chosen if one}


def _name(label: str, reason: str) -> str:
    return hashlib.sha256(f"{label}\n{reason}".encode()).hexdigest()[:16]


@require_http_methods(["GET", "HEAD", "POST"])
def say_who_speaks(request: HttpRequest, pk: int) -> HttpResponse:
    transcript = get_object_or_404(Transcript.objects.select_related("hearing"), pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    form = LabelsForm(request.POST or None, transcript=transcript)
    if form.is_bound and form.is_valid():
        try:
            found = name_labels(transcript=transcript, decided=form.decided(), by=request.user)
        except NotReady as refusal:
            form.add_error(None, refusal.problems)
        else:
            messages.success(request, f"Turns that have got a speaker: {found}.")
            return back_to(transcript)
    context = {"title": "Say who speaks", "form": form}
    return show(request, transcript, "hearings/transcript/labels.html", context)
