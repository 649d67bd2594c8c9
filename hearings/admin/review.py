"""The review of an import as one form: its parts, what they must have in common, and the decisions in it."""

from collections.abc import Iterator

from django import forms
from django.http import QueryDict

from hearings.admin.quote_row import ACCEPT, QuoteForm, check_repeated, show_spans
from hearings.admin.review_forms import NEW, NONE, HearingForm, JoinForm, PersonForm, ReferenceForm
from hearings.importing.load import Decisions, PersonDecision, QuoteDecision, ReferenceDecision
from hearings.importing.matching import BodyIndex, PeopleIndex
from hearings.importing.proposal import MOST_PEOPLE, MOST_QUOTES, PersonRow, Proposal
from hearings.importing.releases.reading import SURE, Reading
from hearings.models import Appearance, SourceDocument
from witnesses.names import compare

NAMED_ALREADY = (
    "Row {} takes a new person of this name already. Take one of them. If they are two people, enter more of a name, "
    "such as its initials."
)
BY_HAND = 2  # empty rows for people whom the reading did not find, and for quotes


def rows(form: type[forms.Form], most: int, extra: int = 0) -> type[forms.BaseFormSet]:
    return forms.formset_factory(form, extra=extra, max_num=most + extra, absolute_max=most + extra)


PeopleRows = rows(PersonForm, MOST_PEOPLE, BY_HAND)
QuoteRows = rows(QuoteForm, MOST_QUOTES, BY_HAND)
ReferenceRows = rows(ReferenceForm, 200)


class Review:
    """Made from a proposal to show it, or from what was sent to check and save it."""

    def __init__(
        self,
        *,
        source: SourceDocument,
        reading: Reading,
        people: PeopleIndex,
        bodies: BodyIndex,
        proposal: Proposal | None = None,
        data: QueryDict | None = None,
    ):
        start = first_values(source, proposal) if proposal else {}
        self.data = data
        self.join = JoinForm(data if data and "join" in data else None)
        self.hearing = HearingForm(data, initial=start.get("hearing"), bodies=bodies, joins=self.joins)
        self.people = PeopleRows(data, prefix="people", initial=start.get("people"), form_kwargs={"people": people})
        speakers = [
            (str(at), (row["name"].value() or f"The person in row {at + 1}").strip())
            for at, row in enumerate(self.people.forms)
        ]
        known = {"source_text": source.text, "speakers": speakers, "read": reading.quotes}
        self.quotes = QuoteRows(data, prefix="quotes", initial=start.get("quotes"), form_kwargs=known)
        self.references = ReferenceRows(data, prefix="references", initial=start.get("references"))

    @property
    def undecided(self) -> list[int]:
        """The numbers of the quotes that were read and not decided upon."""
        rows = enumerate(self.quotes.forms, start=1)
        return [number for number, row in rows if not (row.by_hand or row["decision"].value())]

    @property
    def unsure(self) -> list[tuple[int, PersonForm]]:
        """Who was listed and is not taken yet, since it is open who of the record is meant; each with its number."""
        rows = [(number, row) for number, row in enumerate(self.people.forms, start=1) if row["role"].value()]
        left = [one for one in rows if not (one[1]["accept"].value() or one[1].answered)]
        return [one for one in left if one[1].candidates and not one[1].found.same]

    @property
    def is_whole(self) -> bool:
        """Whether all that the page holds was sent."""
        return all(rows.management_form.is_valid() for rows in (self.people, self.quotes, self.references))

    @property
    def joins(self) -> bool:
        """Whether this is to be added to a hearing that is there, so that nothing need be said of a new one."""
        return bool(self.data and "join" in self.data)

    def is_valid(self) -> bool:
        """Check every part, then the parts against each other, so that all problems are told at once."""
        parts = [self.hearing, *([self.join] if self.joins else []), self.people, self.quotes, self.references]
        valid = [part.is_valid() for part in parts]
        check_people(self.people)
        self._check_speakers()
        check_repeated(self.quotes.forms)
        return all(valid) and not list(self.problems())

    def problems(self) -> Iterator[tuple[str, str]]:
        """Where a decision is missing or wrong: the anchor on the page and its name."""
        if self.joins and self.join.errors:
            yield "join", "The hearing that is there"
        if self.hearing.errors:
            yield "hearing", "The hearing"
        for name, part in (("person", self.people), ("quote", self.quotes), ("reference", self.references)):
            for number, row in enumerate(part.forms, start=1):
                if row.errors:
                    yield f"{name}-{number}", f"{name.title()} {number}"

    def _check_speakers(self):
        there = {str(at) for at, _ in accepted(self.people)}
        for row in self.quotes.forms:
            speaker = row.cleaned_data.get("speaker")
            if row.cleaned_data.get("decision") == ACCEPT and speaker and speaker not in there:
                name = dict(row.fields["speaker"].choices)[speaker]
                row.add_error("speaker", f"{name} is not taken above. Take this person, or choose another speaker.")

    def decisions(self) -> Decisions:
        taken = accepted(self.people)
        places = {str(at): place for place, (at, _) in enumerate(taken)}
        return Decisions(
            **(self._of_source() if self.joins else self._of_hearing()),
            people=tuple(decision(row) for _, row in taken),
            quotes=tuple(
                QuoteDecision(tuple(row.spans), row.cleaned_data["kind"], places[row.cleaned_data["speaker"]])
                for row in self.quotes.forms
                if row.cleaned_data.get("decision") == ACCEPT
            ),
            references=tuple(
                ReferenceDecision(row.cleaned_data["title"], row.cleaned_data["kind"])
                for row in self.references.forms
                if row.cleaned_data["accept"]
            ),
        )

    def _of_source(self) -> dict:
        known = self.hearing.cleaned_data
        return (
            {"title": ""}
            | {name: known.get(name) or "" for name in ("date_as_stated", "publisher")}
            | {"date": known["date"]}
        )

    def _of_hearing(self) -> dict:
        hearing = self.hearing.cleaned_data
        body = hearing["body"]
        names = ("title", "kind", "date", "date_as_stated", "place", "publisher")
        return {name: hearing[name] for name in names} | {
            "body": int(body) if body not in (NEW, NONE) else None,
            "new_body": hearing["new_body"] if body == NEW else "",
        }


def accepted(people: forms.BaseFormSet) -> list[tuple[int, PersonForm]]:
    """The people who are taken, each with the place of the row; ask after `is_valid`."""
    return [(at, row) for at, row in enumerate(people.forms) if not row.refused(row.cleaned_data)]


def check_people(people: forms.BaseFormSet) -> None:
    """Nobody is taken twice: one person of the record, or one name that nobody has there yet."""
    first: dict[int, int] = {}
    new: list[tuple[int, str]] = []
    for at, row in accepted(people):
        name = row.cleaned_data.get("name", "")
        if row.known and row.known.pk in first:
            row.add_error("match", f"This is the person of row {first[row.known.pk] + 1} again. Take one of them.")
        elif row.known:
            first[row.known.pk] = at
        elif found := [number for number, other in new if compare(other, name) == "same"]:
            row.add_error("name", NAMED_ALREADY.format(found[0] + 1))
        else:
            new.append((at, name))


def beside_known(people: forms.BaseFormSet) -> None:
    """Give each row the people who are or may be meant, each with where they were listed last."""
    known = {person.pk for row in people.forms for person in row.candidates}
    appearances = (
        Appearance.objects.filter(person__in=known).select_related("hearing", "person").order_by("hearing__date", "pk")
    )
    last = {one.person_id: one for one in appearances}
    for row in people.forms:
        row.proposed = [(person, last.get(person.pk)) for person in row.candidates]


def first_person(row: PersonRow) -> dict:
    """What the row of a person shows at first."""
    fields = ("name", "honorific", "role", "titles", "organization")
    return {"accept": row.sure} | {name: getattr(row, name) for name in fields}


def decision(row: PersonForm) -> PersonDecision:
    return PersonDecision(
        name=row.cleaned_data["name"],
        role=row.cleaned_data["role"],
        honorific=row.cleaned_data["honorific"],
        titles=row.cleaned_data["titles"],
        organization=row.cleaned_data["organization"],
        known=row.known.pk if row.known else None,
        family_first=row.cleaned_data["family_first"],
    )


def first_values(source: SourceDocument, proposal: Proposal) -> dict:
    """What the review shows at first. What is uncertain is left open."""
    if proposal.body.same:
        body = str(proposal.body.same.pk)
    else:
        body = "" if proposal.body.possible else NEW if proposal.body_name else NONE
    return {
        "hearing": {
            "title": proposal.title,
            "kind": proposal.kind,
            "date": proposal.date,
            "date_as_stated": proposal.date_as_stated,
            "body": body,
            "new_body": proposal.body_name,
            "place": proposal.place,
            "publisher": source.publisher or proposal.publisher,
        },
        "people": [first_person(row) for row in proposal.people],
        "quotes": [
            {
                "decision": ACCEPT if row.accepted and proposal.people[row.speaker].sure else "",
                "speaker": "" if row.speaker is None else str(row.speaker),
                "kind": row.kind,
                "text": row.text,
                "near": show_spans(row.spans),
            }
            for row in proposal.quotes
        ],
        "references": [{"accept": True, "title": row.title, "kind": row.kind} for row in proposal.references],
    }


def notes(proposal: Proposal) -> dict[str, dict]:
    """For each quote, by its place in the text: its number, how sure the reading is, and why."""
    return {
        show_spans(row.spans): {
            "number": number,
            "sure": "sure" if row.confidence >= SURE else "likely" if row.confidence >= 0.7 else "doubtful",
            "reason": row.reason,
            "still_open": row.still_open,
            "label": row.label,
        }
        for number, row in enumerate(proposal.quotes, start=1)
    }
