"""The steps from draft to public, as staff take them: small pages whose buttons call the actions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from hearings.actions.publishing import (
    NotReady,
    change_slug,
    exhibit_problems,
    hearing_problems,
    publish_exhibit,
    publish_hearing,
    publish_quote,
    quote_problems,
    return_to_draft,
    submit_for_review,
)
from hearings.admin.widgets import MOMENT
from hearings.admin.words import ZONE_NAME, both_times, state_word
from hearings.models import Exhibit, Hearing, Quote, State
from hearings.models.publishing import Publishable

MAY_PUBLISH = "hearings.publish_hearing"
MAY_CHANGE = "hearings.change_hearing"
WHO_MAY = {
    MAY_PUBLISH: "Only a publisher may publish, or change the address of what is public. Submit the hearing for "
    "review, and a publisher will see it.",
    MAY_CHANGE: "Your account may look at hearings but not change them. Ask an administrator for the role Editor.",
}
UNPUBLISHED = [State.DRAFT, State.IN_REVIEW]
show_or_do = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Move:
    """A button: it posts at once, or leads to a page that asks first."""

    label: str
    name: str
    posts: bool = False
    main: bool = False


@dataclass(frozen=True)
class Candidate:
    """A quote or exhibit that can be published with its hearing, and what is in the way."""

    record: Publishable
    problems: list[str]
    ticked: bool

    @property
    def change_url(self):
        return reverse(f"admin:hearings_{self.record._meta.model_name}_change", args=[self.record.pk])


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Reason",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="What is to be done before it comes back. It stands in the history of the hearing.",
    )


class AddressForm(forms.Form):
    slug = forms.SlugField(
        label="New address",
        max_length=120,
        help_text="Letters, digits and hyphens. The old address will lead to the new one for ever.",
    )


class PublishForm(forms.Form):
    quotes = forms.ModelMultipleChoiceField(Quote.objects.none(), required=False)
    exhibits = forms.ModelMultipleChoiceField(Exhibit.objects.none(), required=False)
    at = forms.DateTimeField(label=f"Publish later, at ({ZONE_NAME})", required=False, widget=MOMENT)

    def __init__(self, hearing, data=None):
        super().__init__(data)
        quotes = hearing.quotes.filter(state__in=UNPUBLISHED)
        self.fields["quotes"].queryset = quotes.select_related("speaker__person").prefetch_related("source")
        self.fields["exhibits"].queryset = hearing.exhibits.filter(state__in=UNPUBLISHED).shown()
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


def move(model: type[Publishable], permission: str) -> Callable:
    """Gives a view its record; to those who may not, it says in plain words who may."""

    def decorate(view):
        @wraps(view)
        def wrapped(request: HttpRequest, pk: int) -> HttpResponse:
            record = get_object_or_404(model, pk=pk)
            if request.user.has_perm(permission):
                return view(request, record)
            title, sentence = "You may not do this", WHO_MAY[permission]
            return show(request, record, "refused.html", {"title": title, "sentence": sentence}, status=403)

        return wrapped

    return decorate


def show(request: HttpRequest, record: Publishable, template: str, context: dict, status: int = 200) -> HttpResponse:
    """A page of the admin about one record."""
    context = {**admin.site.each_context(request), "record": record, "opts": record._meta, **context}
    return TemplateResponse(request, f"admin/{template}", context, status=status)


def back_to(record: Publishable) -> HttpResponse:
    return redirect(f"admin:hearings_{record._meta.model_name}_change", record.pk)


def attempt(request: HttpRequest, action: Callable[[], None], done: str) -> bool:
    """Run an action; tell its refusal, or that it is done, and say whether it is."""
    try:
        action()
    except NotReady as refusal:
        for problem in refusal.problems:
            messages.error(request, problem)
        return False
    messages.success(request, done)
    return True


@require_POST
@move(Hearing, MAY_CHANGE)
def submit(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    done = "Submitted for review. Publishers see it on their first page."
    attempt(request, lambda: submit_for_review(hearing=hearing, by=request.user), done)
    return back_to(hearing)


@show_or_do
@move(Hearing, MAY_CHANGE)
def send_back(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        attempt(
            request, lambda: return_to_draft(hearing=hearing, by=request.user, reason=reason), "It is a draft again."
        )
        return back_to(hearing)
    context = {"title": "Return to draft", "form": form, "button": "Return to draft"}
    return show(request, hearing, "hearings/hearing/ask.html", context)


@show_or_do
@move(Hearing, MAY_PUBLISH)
def change_address(request: HttpRequest, hearing: Hearing) -> HttpResponse:
    form = AddressForm(request.POST or None, initial={"slug": hearing.slug})
    if request.method == "POST" and form.is_valid():
        try:
            change_slug(hearing=hearing, slug=form.cleaned_data["slug"], by=request.user)
        except NotReady as refusal:
            form.add_error("slug", refusal.problems)
        else:
            messages.success(request, f"The address is now {hearing.get_absolute_url()}.")
            return back_to(hearing)
    context = {"title": "Change address", "form": form, "button": "Change address"}
    return show(request, hearing, "hearings/hearing/ask.html", context)


@show_or_do
@move(Hearing, MAY_PUBLISH)
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


@require_POST
@move(Quote, MAY_PUBLISH)
def publish_one_quote(request: HttpRequest, quote: Quote) -> HttpResponse:
    attempt(request, lambda: publish_quote(quote=quote, by=request.user), published(quote))
    return back_to(quote)


@require_POST
@move(Exhibit, MAY_PUBLISH)
def publish_one_exhibit(request: HttpRequest, exhibit: Exhibit) -> HttpResponse:
    attempt(request, lambda: publish_exhibit(exhibit=exhibit, by=request.user), published(exhibit))
    return back_to(exhibit)


def published(record: Quote | Exhibit) -> str:
    """What to say of a published part: it is public no sooner than its hearing."""
    if Hearing.objects.public().filter(pk=record.hearing_id).exists():
        return "It is public now."
    return "It is published, and will be public as soon as its hearing is."


SUBMIT = Move("Submit for review", "submit", posts=True)
SEND_BACK = Move("Return to draft…", "send_back")
PUBLISH = Move("Publish…", "publish", main=True)
PUBLISH_NOW = Move("Publish", "publish", posts=True, main=True)
CHANGE_ADDRESS = Move("Change address…", "address")


def of_hearing(request: HttpRequest, hearing: Hearing) -> list[Move]:
    """The steps open to this person for a hearing in its present state."""
    steps = []
    if request.user.has_perm(MAY_PUBLISH):
        steps += {State.PUBLISHED: [CHANGE_ADDRESS], State.SEALED: []}.get(hearing.state, [PUBLISH])
    if request.user.has_perm(MAY_CHANGE) and hearing.is_editable:
        steps += [SUBMIT if hearing.state == State.DRAFT else SEND_BACK]
    return [replace(step, name=f"admin:hearings_hearing_{step.name}") for step in steps]


def of_part(request: HttpRequest, record: Quote | Exhibit) -> list[Move]:
    """The step open to this person for a quote or an exhibit."""
    if record.is_editable and request.user.has_perm(MAY_PUBLISH):
        return [replace(PUBLISH_NOW, name=f"admin:hearings_{record._meta.model_name}_publish")]
    return []
