"""The moves of the transition table as staff make them: a button each, which acts at once or asks first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.urls import path
from django.views.decorators.http import require_http_methods

from hearings.actions.corrections import restore, seal, withdraw
from hearings.actions.moves import MOVES, Move, allows, may, open_moves
from hearings.actions.publishing import (
    approve,
    change_slug,
    publish_exhibit,
    publish_quote,
    return_to_draft,
    submit_for_review,
    unschedule,
)
from hearings.actions.record import NotReady
from hearings.admin.pages import attempt, back_to, show
from hearings.admin.publish import publish, show_summary
from hearings.admin.words import both_times
from hearings.importing.as_read import publish_as_read
from hearings.models import Hearing, Quote, Transcript
from hearings.models.publishing import Publishable

NOT_ALLOWED = "Your account may not do this. Ask a publisher, or ask an administrator for the role Publisher."


class ReasonForm(forms.Form):
    words = forms.CharField(
        label="Reason",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What is to be done before it comes back. It stands in the history.",
    )


class SentenceForm(forms.Form):
    words = forms.CharField(
        label="Public sentence",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Why. Everybody reads it, on this page and in the register of corrections.",
    )


class SealForm(forms.Form):
    words = forms.CharField(
        label="Type the word seal",
        help_text="Its words and images are deleted for good, with every version, file and card of it. Nobody can undo "
        "it. Its addresses will answer that it was sealed. Where the same words stand in another record, a turn of the "
        "transcript or another quotation, seal that one as well: “Check a quotation” finds them.",
    )

    def clean_words(self):
        if self.cleaned_data["words"].strip().lower() != "seal":
            raise forms.ValidationError("Type the word seal to confirm, or go back.")
        return "seal"


class AddressForm(forms.Form):
    words = forms.SlugField(
        label="New address",
        max_length=120,
        help_text="Letters, digits and hyphens. The old address will lead to the new one for ever.",
    )


@dataclass(frozen=True)
class Step:
    """How a move is made: the action that takes the record (and the words asked for), and what to say when done."""

    action: Callable
    done: str | Callable[[Publishable], str]
    asks: type[forms.Form] | None = None


def publish_part(*, record: Publishable, by) -> None:
    if isinstance(record, Quote):
        publish_quote(quote=record, by=by)
    elif isinstance(record, Transcript):
        publish_as_read(transcript=record, by=by)
    else:
        publish_exhibit(exhibit=record, by=by)


def published(record: Publishable) -> str:
    if record.is_scheduled:
        return f"It will be public with its hearing on {both_times(record.published_at)}."
    return "It is public now."


STEPS = {
    "submit": Step(
        lambda record, by: submit_for_review(record=record, by=by),
        "Submitted for review. Publishers see it on their first page.",
    ),
    "return": Step(
        lambda record, by, words: return_to_draft(record=record, by=by, reason=words),
        "It is a draft again.",
        ReasonForm,
    ),
    "approve": Step(
        lambda record, by: approve(record=record, by=by),
        "Approved as it stands now. Any change from here on needs a new approval.",
    ),
    "publish": Step(lambda record, by: publish_part(record=record, by=by), published),
    "unschedule": Step(
        lambda record, by: unschedule(record=record, by=by), "It is a draft again and will not be published by itself."
    ),
    "withdraw": Step(
        lambda record, by, words: withdraw(record=record, sentence=words, by=by), "Withdrawn in public.", SentenceForm
    ),
    "restore": Step(
        lambda record, by, words: restore(record=record, sentence=words, by=by), "Restored in public.", SentenceForm
    ),
    "seal": Step(
        lambda record, by, words: seal(record=record, by=by),
        "Sealed for good. Its addresses answer that it was sealed.",
        SealForm,
    ),
}


def take_step(request: HttpRequest, pk: int, *, model: type[Publishable], name: str) -> HttpResponse:
    """Make a move: at once where nothing is to be asked, else on a page of its own. Only POST changes anything."""
    record, move, step = get_object_or_404(model, pk=pk), MOVES[name], STEPS[name]
    if not may(move, request.user):
        return refuse(request, record)
    if name == "publish" and isinstance(record, Hearing):
        return publish(request, record)
    if name == "publish" and isinstance(record, Transcript) and request.method != "POST" and allows(move, record):
        return show_summary(request, record)
    if step.asks is None:
        return act(request, record, step) if request.method == "POST" else HttpResponseNotAllowed(["POST"])
    if request.method != "POST" and not allows(move, record):
        messages.error(request, f"It is {record.standing.lower()}: “{move.label}” is not possible now.")
        return back_to(record)
    form = step.asks(request.POST or None)
    if form.is_bound and form.is_valid():
        answer = act(request, record, step, form.cleaned_data["words"])
        if answer:
            return answer
    return show(request, record, "ask.html", {"title": move.label, "form": form, "button": move.label})


def act(request: HttpRequest, record: Publishable, step: Step, *words: str) -> HttpResponse | None:
    """Make the move and go back to the form; a refusal stays with what was typed, if anything was."""
    done = partial(step.done, record) if callable(step.done) else step.done
    if attempt(request, lambda: step.action(record, request.user, *words), done) or not words:
        return back_to(record)
    return None


def refuse(request: HttpRequest, record: Publishable, sentence: str = NOT_ALLOWED) -> HttpResponse:
    return show(request, record, "refused.html", {"title": "You may not do this", "sentence": sentence}, 403)


def change_address(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a hearing another address."""
    hearing = get_object_or_404(Hearing, pk=pk)
    if not may(MOVES["publish"], request.user):
        return refuse(request, hearing)
    form = AddressForm(request.POST or None, initial={"words": hearing.slug})
    if form.is_bound and form.is_valid():
        try:
            change_slug(hearing=hearing, slug=form.cleaned_data["words"], by=request.user)
        except NotReady as refusal:
            form.add_error("words", refusal.problems)
        else:
            messages.success(request, f"The address is now {hearing.get_absolute_url()}.")
            return back_to(hearing)
    return show(request, hearing, "ask.html", {"title": "Change address", "form": form, "button": "Change address"})


def step_urls(model: type[Publishable], guard: Callable) -> list:
    """An address for each move of a kind of record; `guard` is the admin site's own check."""
    kind = model._meta.model_name
    accept = require_http_methods(["GET", "HEAD", "POST"])
    return [
        path(
            f"<int:pk>/{name}/",
            guard(accept(partial(take_step, model=model, name=name))),
            name=f"hearings_{kind}_{name}",
        )
        for name in STEPS
    ]


@dataclass(frozen=True)
class Button:
    """A button of a record's form: it posts at once, or leads to a page that asks first."""

    label: str
    name: str
    posts: bool
    main: bool


def buttons(record: Publishable, user) -> list[Button]:
    """The buttons for the moves that are open to this person now, as the transition table says."""
    made = [_button(record, move) for move in open_moves(record, user)]
    if isinstance(record, Hearing) and not record.is_editable and may(MOVES["publish"], user):
        made.append(Button("Change address…", "admin:hearings_hearing_address", posts=False, main=False))
    return made


def _button(record: Publishable, move: Move) -> Button:
    page = move.name == "correct" or (move.name == "publish" and isinstance(record, Hearing | Transcript))
    posts = not page and STEPS[move.name].asks is None
    name = f"admin:hearings_{record._meta.model_name}_{move.name}"
    return Button(move.label if posts else f"{move.label}…", name, posts, main=move.name in {"publish", "correct"})
