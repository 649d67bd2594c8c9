"""The forms of the review: the hearing, and a row for everything that was read."""

from django import forms

from hearings.admin.import_forms import long_text, words
from hearings.importing.days import complete_date, day_problem
from hearings.importing.load import name_parts
from hearings.importing.matching import BodyIndex, Known, PeopleIndex
from hearings.models import Appearance, Hearing, Reference

NEW, NONE = "new", "none"
DOUBTS = {  # by the role that was read
    "": "The text does not show that this person was at the hearing. Choose a role to take this person.",
    Appearance.Role.CHAIR: "The text does not say plainly that this person presided. Take this person only if so.",
    Appearance.Role.WITNESS: "The text does not say plainly that this person testified, or gives no full name. Take "
    "this person only if you are certain.",
}
YEAR = "Enter the year in four digits, such as 2023."


class HearingForm(forms.Form):
    title = words(400, label="Title", widget=long_text(3))
    kind = forms.ChoiceField(
        label="Kind",
        required=False,
        choices=[("", "Choose…"), *Hearing.Kind.choices],
        error_messages={"invalid_choice": "Choose the kind from the list."},
    )
    date_as_stated = words(80, label="Date, in the words of the release")
    year = forms.IntegerField(
        label="Year",
        required=False,
        min_value=1789,
        max_value=2200,
        help_text="The release does not say it. Enter it if you know it from elsewhere; else leave it empty.",
        error_messages={"invalid": YEAR, "min_value": YEAR, "max_value": YEAR},
    )
    date = forms.DateField(
        label="Or the whole date",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Enter the date as year, month and day, such as 2023-06-13."},
    )
    body = forms.ChoiceField(
        label="Held by",
        required=False,
        error_messages={"invalid_choice": "This body is no longer there. Choose again."},
    )
    new_body = words(
        250,
        label="Name of the new body",
        help_text="Only for a new body. An abbreviation may follow in brackets: … on China (CECC).",
    )
    place = words(250, label="Place", help_text="Room, building, city.")
    publisher = words(250, label="Whose release it is")

    def __init__(self, *args, bodies: BodyIndex, joins: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.joins = joins
        match = bodies.match(self["new_body"].value() or "")
        near = [(str(body.pk), body.name) for body in match.candidates]
        rest = [(str(body.pk), body.name) for body in sorted(bodies.bodies.values(), key=lambda body: body.name)]
        self.body_is_possible = bool(match.possible) and not match.same
        self.fields["body"].choices = [
            ("", "Choose…"),
            ("In the record under this name" if match.same else "Perhaps meant", near),
            (NEW, "A new body, with the name below"),
            (NONE, "Not known yet"),
            ("All bodies", [choice for choice in rest if choice not in near]),
        ]

    def clean(self):
        cleaned = super().clean()
        if self.joins:  # the hearing is there: of this source only its day and whose release it is matter
            for field in set(self.errors) - {"publisher"}:
                del self.errors[field]
            date, year, stated = (cleaned.get(name) for name in ("date", "year", "date_as_stated"))
            return cleaned | {"date": date or (complete_date(stated or "", year) if year else None)}
        cleaned["title"] = " ".join(cleaned.get("title", "").split())
        if not cleaned["title"] and "title" not in self.errors:
            self.add_error("title", "Enter the title of the hearing.")
        if not cleaned.get("kind") and "kind" not in self.errors:
            self.add_error("kind", "Choose what it was.")
        if not cleaned.get("body") and "body" not in self.errors:
            self.add_error("body", "Choose who held it, or “Not known yet”.")
        if cleaned.get("body") == NEW and not cleaned.get("new_body") and "new_body" not in self.errors:
            self.add_error("new_body", "Enter the name of the new body.")
        if not {"date", "year", "date_as_stated"} & set(self.errors):
            self._clean_date(cleaned)
        return cleaned

    def _clean_date(self, cleaned: dict):
        date, year, stated = cleaned["date"], cleaned["year"], cleaned["date_as_stated"]
        if date and year and date.year != year:
            self.add_error("year", f"The whole date has another year, {date.year}. Correct one of them.")
        elif year and not date:
            cleaned["date"] = complete_date(stated, year)
            if not cleaned["date"]:
                day = f"“{stated}”" if stated else "No day"
                self.add_error("year", f"{day} and {year} make no date. Enter the whole date, or empty the year.")
        if cleaned["date"] and "year" not in self.errors and (problem := day_problem(cleaned["date"])):
            self.add_error("date" if date else "year", problem)


class JoinForm(forms.Form):
    """The hearing that is there already, of which this is one more source."""

    join_to = forms.CharField(
        label="Address of the hearing",
        help_text="The last part of the address of its page.",
        error_messages={"required": "Enter the last part of the address of the hearing's page."},
    )

    def clean_join_to(self) -> Hearing:
        slug = self.cleaned_data["join_to"].rstrip("/").rpartition("/")[2]
        found = Hearing.objects.filter(slug=slug).first() or Hearing.objects.filter(former_slugs__slug=slug).first()
        if found is None:
            raise forms.ValidationError(f"There is no hearing at the address “{slug}”. Check it.")
        return found


class RowForm(forms.Form):
    """A row that may be refused; then nothing else in it matters."""

    def refused(self, cleaned: dict) -> bool:
        raise NotImplementedError

    def clean_accepted(self, cleaned: dict):
        raise NotImplementedError

    def clean(self):
        cleaned = super().clean()
        if self.refused(cleaned):
            self.errors.clear()
        else:
            self.clean_accepted(cleaned)
        return cleaned

    def need(self, field: str, sentence: str):
        if not self.cleaned_data.get(field) and field not in self.errors:
            self.add_error(field, sentence)


class PersonForm(RowForm):
    """Somebody who was there. `candidates` are the people in the record who are or may be meant by the name."""

    accept = forms.BooleanField(label="Take this person", required=False)
    name = words(120, label="Name")
    family_first = forms.BooleanField(label="The family name stands first, as in Kim Cheol-su", required=False)
    match = forms.CharField(required=False)
    seen = forms.CharField(required=False)
    asked = forms.BooleanField(required=False)
    honorific = words(60, label="Honorific")
    role = forms.ChoiceField(
        label="Role",
        required=False,
        choices=[("", "Choose…"), *Appearance.Role.choices],
        error_messages={"invalid_choice": "Choose the role from the list."},
    )
    titles = words(1000, label="Titles that day, one per line", widget=long_text(2))
    organization = words(250, label="Organization")

    def __init__(self, *args, people: PeopleIndex, **kwargs):
        super().__init__(*args, **kwargs)
        titles = (self[name].value() or "" for name in ("honorific", "titles", "organization"))
        self.found = people.match(
            (self["name"].value() or "").strip(), [line for words in titles for line in words.splitlines()]
        )
        self.candidates = self.found.candidates
        self.fields["titles"].widget.attrs["rows"] = height(self["titles"].value() or "", 50)
        self.known: Known | None = None

    @property
    def doubt(self) -> str:
        """Why somebody who was read is not taken in advance, where it is not open who of the record that is."""
        if not self.initial or self.initial.get("accept") or self.candidates:
            return ""
        return DOUBTS.get(self.initial.get("role"), "")

    @property
    def seen_now(self) -> str:
        return " ".join(str(person.pk) for person in self.candidates)

    @property
    def chosen(self) -> str:
        """Which answer to “who is it?” is marked: a recognised person by itself, a possible one never."""
        if not self.is_bound:
            return str(self.found.same.pk) if self.found.same else ""
        answer = self["match"].value() or ""
        return "" if answer == NEW and self._unseen() else answer

    @property
    def answered(self) -> bool:
        """Whether the page asked who it is, and somebody was chosen: whoever is chosen is taken."""
        return bool(self.is_bound and self["asked"].value() and self["match"].value())

    def refused(self, cleaned):
        by_hand = self.empty_permitted and (cleaned.get("name") or "name" in self.errors)
        return not (cleaned.get("accept") or by_hand or self.answered)

    def clean_accepted(self, cleaned):
        self.need("name", "Enter the name.")
        self.need("role", "Choose in which role this person was there, or do not take the person.")
        cleaned["titles"] = "\n".join(line.strip() for line in cleaned.get("titles", "").splitlines() if line.strip())
        answer = cleaned.get("match", "")
        self.known = next((person for person in self.candidates if str(person.pk) == answer), None)
        if answer not in ("", NEW) and not self.known:
            self.add_error("match", "This choice does not go with the name any more. Choose again.")
        elif not self.known and self.candidates and (answer != NEW or self._unseen()):
            self.add_error("match", "Somebody in the record has this name or a similar one. Choose who it is.")
        elif not self.known and cleaned.get("name"):
            self._clean_new_name(cleaned)

    def _clean_new_name(self, cleaned):
        if not name_parts(cleaned["name"], cleaned["family_first"])["family_name"]:
            self.add_error("name", "This is no name. Enter given name and family name.")

    def _unseen(self) -> bool:
        seen = set((self["seen"].value() or "").split())
        return any(str(person.pk) not in seen for person in self.candidates)


class ReferenceForm(RowForm):
    accept = forms.BooleanField(label="Take this reference", required=False)
    title = words(400, label="Title")
    kind = forms.ChoiceField(
        label="Kind",
        required=False,
        choices=[("", "Choose…"), *Reference.Kind.choices],
        error_messages={"invalid_choice": "Choose the kind from the list."},
    )

    def refused(self, cleaned):
        return not cleaned.get("accept")

    def clean_accepted(self, cleaned):
        self.need("title", "Enter the title, or do not take the reference.")
        self.need("kind", "Choose the kind, or do not take the reference.")


def height(shown: str, width: int) -> int:
    """How many lines a text area needs to show its words, within reason."""
    return min(max(2, sum(1 + len(line) // width for line in shown.splitlines())), 14)
