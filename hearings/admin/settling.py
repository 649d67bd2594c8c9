"""A new edition of a transcript, settled or discarded: which turn of the record each of its turns is."""

import re
from collections.abc import Iterator

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from hearings.actions.corrections import WHICH_KIND
from hearings.actions.differing import OF_WORDS, Settlement, changes_of
from hearings.actions.moves import MOVES, may
from hearings.actions.record import NotReady
from hearings.actions.settling import NO_LONGER_WAITS, discard_edition, outdated, settle, stamp_of
from hearings.admin.edition_rows import Waiting, source_difference, waiting
from hearings.admin.moves import refuse
from hearings.admin.pages import attempt, back_to, show
from hearings.importing.settling import pairing_of, settlement_of, under_other_headings
from hearings.importing.speakers import Speakers
from hearings.models import Edition, Quote, Transcript, Turn
from hearings.text import shorten

NEW = "new"
QUOTE = re.compile(r"quote-(\d{1,18})")
FALLEN = "The quote “{}” stood in the transcript word for word. Now its public status is: {}. Look whether it is right."
ASK_A_PUBLISHER = "The transcript is public. Ask a publisher to settle its edition."


class SettleForm(forms.Form):
    """What each turn of a new edition is: one of the turns offered, or a new one. Nothing is chosen in advance.

    `data` comes from `brought`, and `sent` is the stamp under which it was sent.
    """

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *, edition: Edition, sent: str = "", filled: bool = False):
        super().__init__(data, initial={"stamp": stamp_of(edition)})
        self.edition, self.sent = edition, sent
        self.paired = pairing_of(edition)
        self.turns, _, self.pairing = self.paired
        self.headings = under_other_headings(self.paired)
        self.source = source_difference(edition.transcript.source, edition.source)
        for new, old in self.pairing.proposed.items():
            self.fields[f"turn-{new}"] = self.choice(old, "moved" if new in self.pairing.moved else "changed", filled)
        changed = [place for place in self.pairing.proposed.values() if place is not None]
        self.waiting = [self.turns[place] for place in sorted({*changed, *self.pairing.lost})]
        if self.waiting:
            self.fields["drop"] = forms.BooleanField(
                label="The turns that nobody chose are not in this edition", required=False
            )
        if not edition.transcript.is_editable:
            self.fields["reason"] = forms.ChoiceField(
                label="What kind of correction of the words",
                choices=[("", "Choose"), *((kind, kind.label) for kind in OF_WORDS)],
                required=False,
                help_text="Needed where words, labels or headings change, or how it was made; of those alone it is "
                "told. A changed speaker is told as “Wrong speaker”, a turn that is not in the edition as withdrawn.",
            )
            self.fields["sentence"] = forms.CharField(
                label="Public sentence", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
            )
        self.quotes = list(Quote.objects.filter(turn__in=self.waiting, state="published").select_related("current"))
        for quote in self.quotes:
            self.fields[f"quote-{quote.pk}"] = forms.CharField(
                label=label_of(quote),
                initial=quote.current.text,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text="As they stand in the new edition. Where they differ, or its turn has another speaker, the "
                "quote is corrected in public.",
            )

    def choice(self, old: int | None, how: str, filled: bool) -> forms.ChoiceField:
        """Which turn of the record a turn of the edition is; `old` is the place of the one that is proposed."""
        turns = self.turns
        offered = [] if old is None else [(str(turns[old].pk), f"Turn {turns[old].number}, {how}")]
        spare = [(str(turns[place].pk), f"Turn {turns[place].number}") for place in self.pairing.lost]
        return forms.ChoiceField(
            label="It is",
            choices=[("", "Choose"), *offered, (NEW, "A new turn"), *spare],
            initial=(NEW if old is None else str(turns[old].pk)) if filled else "",
            error_messages={"required": "Say which turn of the record it is, or that it is new."},
        )

    def rows(self) -> Iterator[tuple[forms.BoundField, Waiting]]:
        speakers = Speakers(self.edition.transcript.hearing, self.turns)
        for row in waiting(self.paired, speakers):
            yield self[f"turn-{row.place}"], row

    def rest(self) -> list[forms.BoundField]:
        """The fields that are not of a turn."""
        return [field for field in self.visible_fields() if not field.name.startswith("turn-")]

    @property
    def lost(self) -> list[Turn]:
        return [self.turns[place] for place in self.pairing.lost]

    @property
    def left_over(self) -> list[tuple[str, str]]:
        """What was typed and has no field any more."""
        return [(label, words) for name, label, words in typed(self.data) if name not in self.fields]

    def clean(self):
        if why := outdated(self.edition, self.sent):
            self.add_error(None, why)
        chosen = {value for name, value in self.cleaned_data.items() if name.startswith("turn-")}
        missing = [str(turn.number) for turn in self.waiting if str(turn.pk) not in chosen]
        if missing and not self.errors and not self.cleaned_data.get("drop"):
            self.add_error(
                "drop", f"Nobody chose these turns of the record: {', '.join(missing[:20])}. Choose them, or tick this."
            )
        if not self.errors and self.lacks_kind():
            self.add_error("reason", WHICH_KIND)

    def lacks_kind(self) -> bool:
        """Whether words change in public and nobody said what kind of correction that is."""
        if "reason" not in self.fields or self.cleaned_data.get("reason"):
            return False
        kept = {turn.pk: turn for turn in self.turns}
        return changes_of(self.settlement(), self.edition.transcript, kept).words

    def settlement(self) -> Settlement:
        data = self.cleaned_data
        places = {str(turn.pk): place for place, turn in enumerate(self.turns)}
        choices = {int(name[5:]): places.get(value) for name, value in data.items() if name.startswith("turn-")}
        quotes = {quote.pk: data[f"quote-{quote.pk}"].replace("\r\n", "\n") for quote in self.quotes}
        words = {"reason": data.get("reason", "typo"), "sentence": data.get("sentence", ""), "quotes": quotes}
        return settlement_of(self.edition, choices, self.paired, stamp=data["stamp"], **words)


def label_of(quote: Quote) -> str:
    return f"Words of the published quote “{shorten(quote.current.line, 60)}”"


def brought(data: QueryDict, edition: Edition) -> QueryDict:
    """What was sent, under the stamp of now; what was chosen for the turns of another edition is left out."""
    made = data.copy()
    made["stamp"] = stamp_of(edition)
    if data.get("stamp", "").partition("-")[0] != str(edition.pk):
        for name in [name for name in data if name.startswith("turn-") or name == "drop"]:
            del made[name]
    return made


def typed(data: QueryDict) -> Iterator[tuple[str, str, str]]:
    """Everything that somebody typed to settle an edition: the name of its field, its label, the words."""
    if data.get("sentence", "").strip():
        yield "sentence", "Public sentence", data["sentence"]
    found = {match[1]: match[0] for match in map(QUOTE.fullmatch, data) if match}
    for quote in Quote.objects.filter(pk__in=found).exclude(current=None).select_related("current"):
        if data[found[str(quote.pk)]].strip():
            yield found[str(quote.pk)], label_of(quote), data[found[str(quote.pk)]]


def waiting_edition(transcript: Transcript) -> Edition | None:
    edition = transcript.editions.exclude(waiting={}).first()
    if edition:
        edition.transcript = transcript
    return edition


@require_http_methods(["GET", "HEAD", "POST"])
def settle_edition(request: HttpRequest, pk: int) -> HttpResponse:
    """How the turns of a new edition pair with those of the record: an editor says so for all that is not the same."""
    transcript = get_object_or_404(Transcript.objects.select_related("hearing"), pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    edition = waiting_edition(transcript)
    if edition is None:
        return _turn_away(request, transcript, NO_LONGER_WAITS if request.method == "POST" else "No edition waits.")
    if not transcript.is_editable and not may(MOVES["correct"], request.user):
        return (_turn_away if request.method == "POST" else refuse)(request, transcript, ASK_A_PUBLISHER)
    if request.method == "POST":
        form = SettleForm(brought(request.POST, edition), edition=edition, sent=request.POST.get("stamp", ""))
    else:
        form = SettleForm(edition=edition, filled="filled" in request.GET)
    if form.is_bound and form.is_valid():
        try:
            fallen = settle(edition=edition, settlement=form.settlement(), by=request.user)
        except NotReady as refusal:
            form.add_error(None, refusal.problems)
        else:
            messages.success(request, "Settled: turns that were paired keep their addresses.")
            for one in fallen:
                messages.warning(request, FALLEN.format(shorten(one.quote.line, 80), one.get_outcome_display().lower()))
            return back_to(transcript)
    made = Transcript(accuracy=edition.waiting.get("accuracy", transcript.accuracy), note=transcript.note)
    context = {"title": "Settle the edition", "form": form, "edition": edition, "made": made}
    return show(request, transcript, "hearings/transcript/edition.html", context)


def _turn_away(request: HttpRequest, transcript: Transcript, sentence: str) -> HttpResponse:
    """Back to the transcript with a sentence; or that sentence above what was typed, to copy."""
    words = [(label, text) for _, label, text in typed(request.POST)]
    if words:
        context = {"title": "Nothing was settled", "sentence": sentence, "words": words}
        return show(request, transcript, "kept.html", context, 409)
    messages.warning(request, sentence)
    return back_to(transcript)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_to_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Let go of an edition that should not have been imported, once somebody says that it is this one."""
    transcript = get_object_or_404(Transcript, pk=pk)
    if not request.user.has_perm("hearings.change_transcript"):
        return refuse(request, transcript)
    edition = waiting_edition(transcript)
    if edition is None:
        return _turn_away(request, transcript, "No edition waits.")
    form = forms.Form(request.POST or None)
    form.fields[f"discard-{edition.pk}"] = forms.BooleanField(
        label=f"Discard the {str(edition)[0].lower()}{str(edition)[1:]}",
        help_text="The record stays as it is. The file is no longer stored; it can be imported again.",
        error_messages={"required": "Tick this to discard the edition, or cancel."},
    )
    if form.is_bound and form.is_valid():
        done = "The edition was discarded. Its file is no longer stored, unless another transcript was read from it."
        attempt(request, lambda: discard_edition(edition=edition, by=request.user), done)
        return back_to(transcript)
    context = {"title": "Discard the edition", "form": form, "button": "Discard"}
    return show(request, transcript, "ask.html", context)
