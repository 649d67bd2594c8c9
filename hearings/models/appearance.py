"""A person at one hearing: in which role, under which title that day."""

from django.db import models
from django.db.models import Q

from hearings.models.hearing import Hearing
from hearings.models.ledger import PublishedAddress
from hearings.models.publishing import readable
from witnesses.models import Witness


class AppearanceQuerySet(models.QuerySet):
    def public(self):
        """Appearances at hearings that answer at their address."""
        return self.filter(readable("hearing__"))

    def with_quotes(self):
        """For a person's page: the latest hearing first, each with what the person is publicly quoted with."""
        quotes = self.model.quotes.rel.related_model.objects.readable().shown().exclude(hearing__state="withdrawn")
        return (
            self.select_related("hearing__current", "person")
            .prefetch_related(models.Prefetch("quotes", quotes, to_attr="public_quotes"))
            .order_by("-hearing__date", "-pk")
        )


class Appearance(models.Model):
    class Role(models.TextChoices):
        CHAIR = "chair", "Chair"
        COCHAIR = "cochair", "Co-chair"
        MEMBER = "member", "Member"
        WITNESS = "witness", "Witness"

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="appearances")
    person = models.ForeignKey(Witness, models.PROTECT, related_name="appearances")
    role = models.CharField(max_length=7, choices=Role.choices, default=Role.WITNESS)
    title = models.TextField(
        blank=True, help_text="The title held that day. One per line if there are several.", max_length=1000
    )
    organization = models.CharField(max_length=250, blank=True)
    panel = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1, 2, … if there were panels.")
    order = models.PositiveIntegerField(default=0)
    affiliation_released = models.BooleanField(
        "title may be shown",
        default=False,
        help_text="Only for a protected person: the title and organisation may be public.",
    )
    statement = models.FileField("written statement", blank=True, editable=False, max_length=200)
    statement_name = models.CharField(max_length=200, blank=True, editable=False)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hearing", "person"],
                name="person_appears_once_at_a_hearing",
                violation_error_message="This person is listed at this hearing already.",
            ),
            models.CheckConstraint(
                name="appearance_has_a_known_role",
                condition=Q(role__in=["chair", "cochair", "member", "witness"]),
            ),
        ]

    def __str__(self):
        return f"{self.person}, {self.get_role_display().lower()}"

    @staticmethod
    def ledger():
        """The addresses that were ever public."""
        return PublishedAddress.objects.public()

    def payload(self) -> dict:
        """What the hearing's version says of this person; `id` is their entry, whatever its name becomes."""
        return {
            "id": self.person_id,
            "name": self.person.styled_name,
            "native_name": self.person.native_name,
            "native_language": self.person.native_language,
            "role": f"{self.get_role_display()}, panel {self.panel}" if self.panel else self.get_role_display(),
            "title": "\n".join(self.title.splitlines()) if self.shows_affiliation else "",
            "organization": self.shown_organization,
            "statement": self.shown_statement,
        }

    @property
    def listed(self) -> dict:
        """What the current version of the hearing says of this person; empty where it does not list them."""
        people = self.hearing.shown.content["people"]
        return next((person for person in people if person["id"] == self.person_id), {})

    @property
    def shows_affiliation(self):
        return self.affiliation_released or not self.person.protected

    @property
    def shows_statement(self):
        return bool(self.statement) and self.shows_affiliation

    @property
    def shown_statement(self) -> dict:
        """Which file the written statement is, and how many bytes it has; empty where there is none to be shown."""
        if not self.shows_statement:
            return {}
        return {"sha256": self.statement.name.rpartition("/")[2], "bytes": self.statement.size}

    @property
    def shown_title(self):
        """The titles of that day on one line; empty where a protected person's are not released."""
        return "; ".join(self.title.splitlines()) if self.shows_affiliation else ""

    @property
    def shown_organization(self):
        return self.organization if self.shows_affiliation else ""

    @property
    def affiliation(self):
        """Title and organisation as shown under a name."""
        return ", ".join(part for part in (self.shown_title, self.shown_organization) if part)
