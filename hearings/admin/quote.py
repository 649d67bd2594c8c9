"""Quotes: a form that finds the words in their source, and the paged screen of a hearing's quotes."""

import re

from django import forms
from django.contrib import admin
from django.utils import timezone

from hearings.actions.comparing import findings_of, speaker_problem
from hearings.actions.publishing import publish_quote
from hearings.admin.of_hearing import OfHearingAdmin, OfHearingForm
from hearings.admin.publishing import StateFilter, act_on_each
from hearings.models import Quote, SourceDocument, State, Turn
from hearings.text import CUT, LEFT_OUT, cut_word, left_out, locate, locate_passages, paragraphs, passages, shorten

NO_TURN = "No turn of the transcript has these words. Copy them from one turn."
LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class QuoteForm(OfHearingForm):
    choices = {
        "speaker": lambda hearing: hearing.appearances.select_related("person"),
        "source": lambda hearing: hearing.sources.with_first_words(),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "source" in self.fields:
            self.fields["source"].label_from_instance = told_apart

    def clean_language(self):
        tag = self.cleaned_data["language"]
        if not LANGUAGE_TAG.fullmatch(tag):
            raise forms.ValidationError("Enter a language by its tag: en, ko, zh, ug, bo.")
        return tag

    def clean(self):
        """Find the words in the source and take them over as they stand there."""
        super().clean()
        text, source = self.cleaned_data.get("text"), self.cleaned_data.get("source")
        if text is None or "source" not in self.fields or "source" in self.errors:
            return
        self.instance.turn = None if source is None or source.text else self.instance.turn
        if source is None:
            self.instance.spans = []
            return
        if not source.text:
            self.find_turn(text)
            return
        spans = locate_passages(text, source.text, near=self.instance.spans)
        lost = left_out(source.text, spans) if spans and list(map(list, spans)) != self.instance.spans else ""
        if lost:
            self.add_error("text", LEFT_OUT.format(shorten(lost, 120)))
        elif spans:
            self.instance.spans = spans
            self.cleaned_data["text"] = passages(source.text, spans)
        else:
            self.add_error("text", not_found(text, source.text))

    def find_turn(self, text: str) -> None:
        """Anchor words of a transcript in the one turn that has them; of several, in the one of the speaker."""
        turns = Turn.objects.filter(transcript__hearing=self.instance.hearing).exclude(state=State.SEALED)
        turns = turns.filter(transcript__in=self.instance.hearing.transcripts.open()).select_related(
            "transcript__source", "speaker__person"
        )
        found = [(turn, spans) for turn in turns if (spans := locate_passages(text, turn.text))]
        own = [one for one in found if one[0].speaker == self.cleaned_data.get("speaker") is not None]
        found = own if len(found) > 1 and own else found
        lost = left_out(found[0][0].text, found[0][1]) if len(found) == 1 else ""
        if lost and found != [(self.instance.turn, [tuple(span) for span in self.instance.spans])]:
            self.add_error("text", LEFT_OUT.format(shorten(lost, 120)))
        elif len(found) == 1:
            self.instance.turn, self.instance.spans = found[0]
            self.cleaned_data["source"] = found[0][0].transcript.source  # whichever edition was chosen
            self.cleaned_data["text"] = passages(found[0][0].text, found[0][1])
            speaker = self.cleaned_data.get("speaker")
            problem = speaker and speaker_problem(found[0][0], speaker)
            if problem:
                self.add_error("speaker", problem)
        elif found:
            numbers = ", ".join(str(turn.number) for turn, _ in found[:10])
            self.add_error("text", f"These words stand in several turns: {numbers}. Copy more of the words.")
        else:
            cut = next(filter(None, (cut_word(text, turn.text) for turn in turns)), "")
            self.add_error("text", CUT.format(cut) if cut else NO_TURN)


def by_whom(turn: Turn) -> str:
    """Which turn it is and whose words are in it, to follow a word or two."""
    who = turn.speaker.person if turn.speaker else "somebody not identified"
    return f"; turn {turn.number}, {'said' if turn.is_spoken else 'written'} by {who}"


def told_apart(source: SourceDocument) -> str:
    """A source by all that tells it from another one of the same kind and day."""
    name = shorten(source.title or source.get_kind_display(), 80)
    received = f"received {timezone.localtime(source.received_at):%Y-%m-%d %H:%M}"
    parts = [
        name,
        source.first_line and f"“{source.first_line}”",
        shorten(source.publisher, 60),
        received,
        f"SHA-256 {source.sha256[:8]}…",
    ]
    return ", ".join(filter(None, parts))


def not_found(text: str, source: str) -> str:
    """Which paragraph is not in the source, or which word is cut, and what to do about it."""
    if cut := cut_word(text, source):
        return CUT.format(cut)
    advice = "Copy the words from the source, or choose the source in which they stand."
    for number, paragraph in enumerate(paragraphs(text), start=1):
        if not locate(paragraph, source):
            return f"Paragraph {number}, “{shorten(paragraph, 60)}”, is not in the source. {advice}"
    return "Every paragraph is in the source, but in another order, or twice. Put them in the order of the source."


@admin.register(Quote)
class QuoteAdmin(OfHearingAdmin):
    form = QuoteForm
    content = ["text", "language", "kind", "speaker", "source", "note"]
    fieldsets = [
        ("The words", {"fields": ["text", ("kind", "language"), "note"]}),
        ("Who said it, and where it stands", {"fields": ["hearing_link", "speaker", "source", "in_transcript"]}),
        ("Place among the quotes", {"fields": ["order"]}),
    ]
    list_display = ["order", "words", "person", "language", "state_word"]
    list_display_links = ["words"]
    list_filter = [StateFilter, "kind", "language"]
    search_fields = ["text", "speaker__person__family_name", "speaker__person__given_name"]
    search_help_text = "Words of the quote, or name of the speaker"
    ordering = ["-hearing", "order", "pk"]
    readonly_fields = [*OfHearingAdmin.readonly_fields, "in_transcript"]
    actions = ["publish_selected"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("speaker__person")

    def get_list_display(self, request):
        if self.hearing_in(request, "hearing__id__exact"):
            return self.list_display
        return ["words", "person", "hearing_link", "language", "state_word"]

    @admin.display(description="in the transcript")
    def in_transcript(self, quote):
        """How its words stand there, and who said them, although the quote or the transcript is not public yet."""
        finding = next(findings_of(quote.hearing, [quote], in_draft=True), None) if quote.pk else None
        if finding is None:
            return "-"
        turns = Turn.objects.filter(public_id__in=finding.turn_ids).select_related("speaker__person", "section")
        draft = " The transcript is a draft: readers are told once it is published." * finding.transcript.is_editable
        return f"{finding.get_outcome_display()}{''.join(map(by_whom, turns))}.{draft}"

    @admin.display(description="words")
    def words(self, quote):
        return shorten(quote.line, 120)

    @admin.display(description="speaker", ordering="speaker__person__sort_name")
    def person(self, quote):
        return quote.speaker.person if quote.speaker else "Not known"

    @admin.action(description="Publish", permissions=["publish"])
    def publish_selected(self, request, queryset):
        quotes = queryset.select_related("speaker__person").prefetch_related("source")
        act_on_each(request, quotes, lambda quote: publish_quote(quote=quote, by=request.user), "published")
