"""The row of a quote in the review: its words as they stand in the source, and what speaks against them."""

from django import forms

from hearings.admin.import_forms import long_text
from hearings.admin.review_forms import RowForm, height
from hearings.importing.releases.reading import QuoteReading
from hearings.models import Quote
from hearings.text import (
    CUT,
    LEFT_OUT,
    Span,
    cut_at,
    cut_word,
    left_out,
    locate,
    locate_passages,
    paragraphs,
    passages,
    shorten,
)
from witnesses.names import compare

ACCEPT, REFUSE = "accept", "refuse"
NOT_IN_THE_TEXT = (
    "These words do not stand in the text like this. Enter them letter for letter; put a blank line where the text "
    "breaks off, for example for “said NAME”."
)
OUTSIDE = "“{}”: these words stand outside of quotation marks in the source, or were not read as speech there."
TAKEN_ALREADY = "Quote {} has these words already. Take them once: refuse one of the two, or take other words."
OF_ANOTHER = "The text gives these words to {}."


class QuoteForm(RowForm):
    """Words to keep. A valid, accepted form has `spans`, at which the source has exactly these words.

    A row for words that were not read asks for no decision: whoever enters words there takes them.
    """

    decision = forms.ChoiceField(
        label="Decision",
        required=False,
        choices=[(ACCEPT, "Accept"), (REFUSE, "Refuse")],
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Accept or refuse this quote."},
    )
    speaker = forms.ChoiceField(
        label="Speaker", required=False, error_messages={"invalid_choice": "Choose the speaker from the list."}
    )
    kind = forms.ChoiceField(
        label="Kind",
        required=False,
        choices=Quote.Kind.choices,
        error_messages={"invalid_choice": "Choose the kind from the list."},
    )
    text = forms.CharField(label="Words", required=False, widget=long_text(3))
    near = forms.CharField(required=False, widget=forms.HiddenInput)
    confirmed = forms.CharField(required=False)
    doubt = ""  # what speaks against words that were moved; they are taken once that was confirmed of them

    def __init__(
        self, *args, source_text: str, speakers: list[tuple[str, str]], read: tuple[QuoteReading, ...] = (), **kwargs
    ):
        super().__init__(*args, **kwargs)
        self.source_text, self.read = source_text, read
        self.spans: list[Span] = []
        self.fields["speaker"].choices = [("", "Not known"), *speakers]
        shown = self["text"].value() or ""
        self.fields["text"].widget.attrs["rows"] = height(shown, 60)

    @property
    def by_hand(self) -> bool:
        return self.empty_permitted

    def refused(self, cleaned):
        if self.by_hand:
            return not (cleaned.get("text") or cleaned.get("speaker"))
        return cleaned.get("decision") == REFUSE

    def clean_accepted(self, cleaned):
        if self.by_hand:
            cleaned["decision"] = ACCEPT
        self.need("decision", "Accept or refuse this quote.")
        if cleaned.get("decision") != ACCEPT:
            return
        out = "empty its words" if self.by_hand else "refuse the quote"
        self.need("speaker", f"Choose who said it, or {out}.")
        self.need("kind", "Choose the kind from the list.")
        out = "choose no speaker" if self.by_hand else "refuse the quote"
        self.need("text", f"Enter the words as they stand in the text, or {out}.")
        if cleaned.get("text"):
            near = parse_spans(cleaned.get("near", ""), len(self.source_text)) or self._unread(cleaned["text"])
            as_read = (
                near if any(near == [(part.start, part.end) for part in quote.parts] for quote in self.read) else []
            )
            self._find(cleaned["text"].replace("\r\n", "\n"), near, as_read)
            self._check_place(as_read)

    def _find(self, text: str, near: list[Span], as_read: list[Span]):
        """Where the words stand, close to `near`, which the page sent; at `as_read`, what was read, as they are."""
        whole = not any(cut_at(self.source_text, span) for span in as_read)
        if as_read and whole and passages(self.source_text, as_read) == text:
            self.spans = as_read
            return
        self.spans = locate_passages(text, self.source_text, near) or []
        if lost := left_out(self.source_text, self.spans):
            self.add_error("text", LEFT_OUT.format(shorten(lost, 120)))
        if self.spans:
            return
        cut = cut_word(text, self.source_text)
        self.add_error("text", CUT.format(cut) if cut else NOT_IN_THE_TEXT)

    def _unread(self, text: str) -> list[Span]:
        """Where the words stand outside of what was read, paragraph by paragraph as far as they do."""
        found = ([span for span in locate(one, self.source_text) if not self._read(span)] for one in paragraphs(text))
        return [spans[0] for spans in found if spans] if self.by_hand else []

    def _read(self, span: Span) -> list[QuoteReading]:
        return [quote for quote in self.read if _within(span, [(part.start, part.end) for part in quote.parts])]

    @property
    def key(self) -> str:
        """What is confirmed: these places as the words of this speaker."""
        return f"{self['speaker'].value()}: {show_spans(self.spans)}"

    def _check_place(self, as_read: list[Span]):
        """Words that were moved out of the quote that was read need a tick where the text does not give them so."""
        moved = [span for span in self.spans if not _within(span, as_read)]
        self.doubt = next(filter(None, map(self._doubt, moved)), "")
        if self.doubt and self.cleaned_data.get("confirmed") != self.key and "text" not in self.errors:
            self.add_error("confirmed", f"{self.doubt} Tick this if they are a quote all the same.")

    def _doubt(self, span: Span) -> str:
        of = self._read(span)
        if not of:
            return OUTSIDE.format(shorten(self.source_text[slice(*span)], 80))
        name = dict(self.fields["speaker"].choices).get(self["speaker"].value(), "")
        others = [quote.speaker for quote in of if quote.speaker and compare(quote.speaker, name) != "same"]
        return OF_ANOTHER.format(others[0]) if others else ""


def _within(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


def check_repeated(quotes: list[QuoteForm]) -> None:
    """No words are taken twice; ask after `is_valid`."""
    taken: list[tuple[int, QuoteForm]] = []
    for number, row in enumerate(quotes, start=1):
        if row.cleaned_data.get("decision") != ACCEPT:
            continue
        first = next((at for at, other in taken if _overlap(row.spans, other.spans)), None)
        if first:
            row.add_error("text", TAKEN_ALREADY.format(first))
        taken.append((number, row))


def _overlap(some: list[Span], others: list[Span]) -> bool:
    return any(start < ends and begins < end for start, end in some for begins, ends in others)


def show_spans(spans) -> str:
    """Spans as one line for a hidden field: `576-700 2583-2721`."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def parse_spans(line: str, length: int) -> list[Span]:
    """What `show_spans` wrote for a text of this length; nothing if it was tampered with."""
    try:
        spans = [(int(start), int(end)) for start, end in (pair.split("-") for pair in line.split())]
    except ValueError:
        return []
    return spans if all(0 <= start < end <= length for start, end in spans) else []
