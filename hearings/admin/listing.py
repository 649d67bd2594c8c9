"""The people whom a transcript names: proposed beside those in the record, listed at its hearing by an editor."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from hearings.actions.moves import MOVES, may
from hearings.actions.record import NotReady
from hearings.admin.moves import refuse
from hearings.admin.pages import back_to, show
from hearings.admin.review import accepted, beside_known, check_people, decision, first_person, rows
from hearings.admin.review_forms import PersonForm
from hearings.importing.listing import Naming, list_people, people_named
from hearings.importing.matching import PeopleIndex
from hearings.importing.texts.receive import ImportRefused
from hearings.models import Transcript

MOST = 400
SENTENCE = "People who spoke at the hearing were not listed. They are listed now, as the transcript names them."


class NamedForm(PersonForm):
    """A person as named in the file: `read` is the name there, whatever becomes of it here."""

    read = forms.CharField(widget=forms.HiddenInput)


class PublicForm(forms.Form):
    sentence = forms.CharField(
        label="Public sentence",
        max_length=1000,
        initial=SENTENCE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The hearing is public, so listing people is a correction of it. Everybody reads this sentence.",
    )


NamedRows = rows(NamedForm, MOST)


@require_http_methods(["GET", "HEAD", "POST"])
def list_named(request: HttpRequest, pk: int) -> HttpResponse:
    """Show whom the file names, matched, new or to be chosen; list those who are taken and give them their turns."""
    transcript = get_object_or_404(Transcript.objects.select_related("hearing", "source"), pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    if not transcript.hearing.is_editable and not may(MOVES["correct"], request.user):
        return refuse(request, transcript, "The hearing is public. Ask a publisher to list people there.")
    index = PeopleIndex()
    try:
        naming = people_named(transcript, index)
    except ImportRefused as refusal:
        messages.error(request, str(refusal))
        return back_to(transcript)
    first = [first_person(one.row) | {"read": one.row.name} for one in naming.people]
    form = None if transcript.hearing.is_editable else PublicForm(request.POST or None)
    people = NamedRows(request.POST or None, prefix="people", initial=first, form_kwargs={"people": index})
    problems = []
    if people.is_bound and _is_valid(people, form):
        try:
            return _list(request, transcript, people, form)
        except NotReady as refusal:
            problems = refusal.problems
    _annotate(people, naming)
    context = {"title": "List the people whom it names", "people": people, "form": form, "naming": naming}
    return show(request, transcript, "hearings/transcript/people.html", context | {"problems": problems})


def _is_valid(people: forms.BaseFormSet, form: forms.Form | None) -> bool:
    valid = people.is_valid() & (form is None or form.is_valid())
    check_people(people)
    return valid and not any(row.errors for row in people.forms)


def _list(request: HttpRequest, transcript: Transcript, people: forms.BaseFormSet, form) -> HttpResponse:
    taken = [(row.cleaned_data["read"], decision(row)) for _, row in accepted(people)]
    sentence = form.cleaned_data["sentence"] if form else ""
    found = list_people(transcript=transcript, people=taken, by=request.user, sentence=sentence)
    left = transcript.turns.filter(kind="speech", speaker=None).count()
    messages.success(request, f"Listed: {len(taken)}. Turns that have got a speaker: {found}; without one: {left}.")
    return back_to(transcript)


def _annotate(people: forms.BaseFormSet, naming: Naming) -> None:
    beside_known(people)
    notes = {one.row.name: one.note for one in naming.people}
    for row in people.forms:
        row.note = notes.get(row["read"].value() or "")
